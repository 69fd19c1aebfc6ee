"""What the API says of retention."""

from pydantic import BaseModel


class RuleOut(BaseModel):
    """How long a kind of data is kept, in French."""

    kind: str
    what: str
    kept: str
    starts: str
    basis: str
    notice: str | None


class Rules(BaseModel):
    """Every rule."""

    items: list[RuleOut]
    next: None = None
