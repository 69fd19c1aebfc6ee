"""A PDF of one of this service's templates."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from ombelle_chassis.pdf import make_pdf

TEMPLATES: Final = Path(__file__).parent / "templates"


async def document(template: str, values: Mapping[str, Any], *, made_at: datetime) -> bytes:
    """Return a document of a template's name, as `ombelle_chassis.pdf` makes it: never in a transaction."""
    return await make_pdf(TEMPLATES, template, values, made_at=made_at)
