"""Texts that people type: trimmed, of bounded length, without characters that hide something.

Name = Annotated[str, Field(max_length=200), *LINE]
Function = Annotated[Name | None, BLANK_IS_NOTHING]
"""

import re
import unicodedata
from functools import partial
from typing import Annotated, Any, Final

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from ombelle_chassis.texts import refuse_hidden, refuse_web_address

# What of the hidden characters a regular expression can say; `refuse_hidden` refuses the others.
_HIDDEN: Final = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff"


def _shown(*, but: str = "") -> AfterValidator:
    """Refuse characters that are not seen, except these."""
    return AfterValidator(partial(refuse_hidden, but=but))


def shape(pattern: str, refusal: str) -> tuple[Any, ...]:
    """What a text must look like. `refusal` tells in French what is expected."""
    accepted = re.compile(pattern)

    def check(text: str) -> str:
        if not accepted.fullmatch(text):
            raise ValueError(refusal)
        return text

    return _schema(pattern), AfterValidator(check)


def _schema(pattern: str) -> Any:
    return Field(json_schema_extra={"pattern": f"^(?:{pattern})$"})


def _tidied(value: Any) -> Any:
    return unicodedata.normalize("NFC", value).strip() if isinstance(value, str) else value


# Before the length is counted: blanks around it do not count, and some letters become two.
_TIDIED: Final = BeforeValidator(_tidied)


class _BlankIsNothing:
    """Reads a text without a character that shows as nothing, and says so in the API's description."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        described = handler(schema)
        described["anyOf"].append({"type": "string", "pattern": r"^\s*$", "maxLength": 40})
        return described

    @staticmethod
    def _read(value: Any) -> Any:
        return None if isinstance(value, str) and len(value) <= 40 and not value.strip() else value


BLANK_IS_NOTHING: Final = _BlankIsNothing()
"""An empty field of a form says nothing."""

_SAYS_SOMETHING: Final = StringConstraints(min_length=1)
LINE: Final = (_TIDIED, _SAYS_SOMETHING, _schema(f"[^{_HIDDEN}]*"), _shown())
"""One line that says something."""
NAME: Final = (*LINE, AfterValidator(refuse_web_address))
"""What somebody or something is called, in mails to strangers too."""
LINES: Final = (_TIDIED, _SAYS_SOMETHING, _schema(rf"(?:[^{_HIDDEN}]|[\n\r\t])*"), _shown(but="\n\r\t"))
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
