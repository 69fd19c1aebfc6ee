"""Texts that people type: trimmed, of bounded length, without characters that hide something.

Name = Annotated[str, Field(max_length=200), *LINE]
Function = Annotated[Name | None, BLANK_IS_NOTHING]
"""

import re
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

# Control characters, and those that end a line or turn the direction of writing unseen.
_HIDDEN: Final = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff"
_REFUSED: Final = "Ce texte contient un caractère interdit (caractère de contrôle ou invisible)."


def shape(pattern: str, refusal: str) -> tuple[Any, ...]:
    """What a text must look like. `refusal` tells in French what is expected."""
    accepted = re.compile(pattern)

    def check(text: str) -> str:
        if not accepted.fullmatch(text):
            raise ValueError(refusal)
        return text

    return Field(json_schema_extra={"pattern": f"^(?:{pattern})$"}), AfterValidator(check)


def _blank_is_nothing(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


BLANK_IS_NOTHING: Final = BeforeValidator(_blank_is_nothing)
"""An empty field of a form says nothing."""

_TRIMMED: Final = StringConstraints(strip_whitespace=True, min_length=1)
LINE: Final = (_TRIMMED, *shape(f"[^{_HIDDEN}]*", _REFUSED))
"""One line that says something."""
LINES: Final = (_TRIMMED, *shape(rf"(?:[^{_HIDDEN}]|[\n\r\t])*", _REFUSED))
"""Lines of text that say something."""

Phone = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=40),
    *shape(r"[+0-9][0-9 ().\-]{3,39}", "Un numéro de téléphone est attendu, comme 03 22 00 00 00."),
]
OptionalPhone = Annotated[Phone | None, BLANK_IS_NOTHING]
Message = Annotated[str, Field(max_length=2000), *LINES]
OptionalMessage = Annotated[Message | None, BLANK_IS_NOTHING]
"""A few words from one person to another."""
