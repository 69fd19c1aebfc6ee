"""Makes a PDF of one of this service's templates: `make_pdf("letter", values, made_at=…)`."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from ombelle_chassis import pdf

TEMPLATES: Final = Path(__file__).parent / "templates"
Template = Literal["letter", "letters", "minutes", "dossier"]


async def make_pdf(template: Template, values: Mapping[str, Any], *, made_at: datetime) -> bytes:
    """Return a document, as `ombelle_chassis.pdf.make_pdf` makes it and with what that raises."""
    return await pdf.make_pdf(TEMPLATES, template, values, made_at=made_at)
