"""Makes a PDF by typst: `make_pdf(TEMPLATES, "letter", values, made_at=…)`.

A document's words come to typst as data, never as markup, so that `#` or `*` in what somebody typed is a `#` or a `*`.
The same values give the same bytes, whatever the machine: typst's own fonts, and the moment of the values.
"""

import asyncio
import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

# Marks that turn the direction of writing show another text than there is.
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


async def make_pdf(templates: Path, template: str, values: Mapping[str, Any], *, made_at: datetime) -> bytes:
    """Return a document: tagged, in French, conforming to PDF/UA-1 as long as our fonts have every character.

    Typst works beside the event loop: never call this in a transaction.

    Args:
        templates: the folder of a service's templates, beyond which none of them reads.
        template: name of a file of it, without `.typ`; its first lines say what values it shows.
        values: what JSON can say; texts are shown as they are, their line breaks kept.
        made_at: the moment that the document bears in its own data.

    Raises:
        typst.TypstError: a value that the template shows is missing.

    """
    data = json.dumps(_readable(values))
    return await asyncio.to_thread(_compiled, templates, template, data, int(made_at.timestamp()))


def _compiled(templates: Path, template: str, data: str, made_at: int) -> bytes:
    import typst  # noqa: PLC0415 -- 40 MB that a process needs from its first document on

    def compiled(standards: "list[PDFStandard]") -> bytes:
        return typst.compile(
            templates / f"{template}.typ",
            root=templates,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": data},
            pdf_standards=standards,
            timestamp=made_at,
        )

    try:
        return compiled(["ua-1"])
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        # A character that none of the fonts has, an emoji for one: the standard forbids it, but the document is due.
        return compiled([])


@cache
def _fonts() -> "Fonts":
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False)


def _readable(value: Any) -> Any:
    """Leave control characters out of every text, and those that turn the direction of writing."""
    if isinstance(value, str):
        return "".join(
            character
            for character in value
            if character == "\n" or (unicodedata.category(character) != "Cc" and character not in _TURNING)
        )
    if isinstance(value, Mapping):
        return {name: _readable(one) for name, one in value.items()}
    return [_readable(one) for one in value] if isinstance(value, list | tuple) else value
