from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from ombelle_members.organisations.vocabulary import KINDS, OFFERS, ROLES, THEMES, Label


class LabelledCode(BaseModel):
    """A code, and what it is called on screen."""

    code: str
    label_fr: str
    label_en: str


class OrganisationKinds(BaseModel):
    """The closed lists, each in the order that it is shown in; `items` are the kinds."""

    items: list[LabelledCode]
    themes: list[LabelledCode]
    offers: list[LabelledCode]
    roles: list[LabelledCode]


def described_kinds() -> OrganisationKinds:
    """Return the closed lists."""
    return OrganisationKinds(
        items=_labelled(KINDS), themes=_labelled(THEMES), offers=_labelled(OFFERS), roles=_labelled(ROLES)
    )


def _labelled(labels: Mapping[Any, Label]) -> list[LabelledCode]:
    return [
        LabelledCode(code=code, label_fr=label.french, label_en=label.english)
        for code, label in labels.items()
    ]
