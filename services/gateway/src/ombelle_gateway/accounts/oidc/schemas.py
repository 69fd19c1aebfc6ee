from pydantic import BaseModel


class ProviderOut(BaseModel):
    """A way in that somebody else keeps: its button says `label`, and leads to `/sign-in/oidc/{name}`."""

    name: str
    label: str


class Providers(BaseModel):
    """Every provider that is configured; none unless an operator named one."""

    items: list[ProviderOut]
    next: None = None
