"""Texts of calls as the API takes them."""

from typing import Annotated

from ombelle_chassis.texts import STORABLE
from pydantic import StringConstraints

Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=STORABLE)
]
Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=STORABLE)
]
ShortText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=STORABLE)]
LongText = Annotated[str, StringConstraints(max_length=20_000, pattern=STORABLE)]
"""Markdown, or paragraphs."""
