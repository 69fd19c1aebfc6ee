from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ombelle_chassis.email_addresses import OptionalEmailAddress
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, LINES, NAME, OptionalPhone, shape
from pydantic import MISSING, AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StringConstraints

from ombelle_members.organisations.domain import siret_number, web_page
from ombelle_members.vocabulary import KINDS, OFFERS, ROLES, THEMES, Kind, Label, Offer, Role, Theme

Name = Annotated[str, Field(max_length=200), *NAME]
LegalName = Annotated[Annotated[str, Field(max_length=300), *NAME] | None, BLANK_IS_NOTHING]
Line300 = Annotated[Annotated[str, Field(max_length=300), *LINE] | None, BLANK_IS_NOTHING]
CommuneName = Annotated[Annotated[str, Field(max_length=100), *NAME] | None, BLANK_IS_NOTHING]
Description = Annotated[Annotated[str, Field(max_length=5000), *LINES] | None, BLANK_IS_NOTHING]
_TRIMMED = StringConstraints(strip_whitespace=True, max_length=100)
Siret = Annotated[
    Annotated[
        str, Field(max_length=40, description="Fourteen digits, spaced or not."), AfterValidator(siret_number)
    ]
    | None,
    BLANK_IS_NOTHING,
]
PostalCode = Annotated[
    Annotated[str, _TRIMMED, *shape("[0-9]{5}", "Un code postal de cinq chiffres est attendu.")] | None,
    BLANK_IS_NOTHING,
]
Insee = Annotated[
    Annotated[
        str,
        _TRIMMED,
        *shape("[0-9][0-9AB][0-9]{3}", "Un code INSEE de commune est attendu, comme 80021 ou 2A004."),
    ]
    | None,
    BLANK_IS_NOTHING,
]
Website = Annotated[
    Annotated[str, Field(max_length=500), *LINE, AfterValidator(web_page)] | None, BLANK_IS_NOTHING
]
# Strict: true is no latitude.
Latitude = Annotated[float, Field(strict=True, ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(strict=True, ge=-180, le=180, allow_inf_nan=False)]


def _refuse_repetition(values: list[Any]) -> list[Any]:
    if len(set(values)) < len(values):
        raise ValueError("La même valeur y est deux fois.")
    return values


_DISTINCT = AfterValidator(_refuse_repetition), Field(max_length=20, json_schema_extra={"uniqueItems": True})
Themes = Annotated[list[Theme], *_DISTINCT]
Offers = Annotated[list[Offer], *_DISTINCT]


class OrganisationCreate(BaseModel):
    """An organisation to enter. Whoever does becomes its administrator; the agency may leave that out."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    legal_name: LegalName = None
    kind: Kind
    siret: Siret = None
    address: Line300 = None
    postal_code: PostalCode = None
    commune_insee: Insee = None
    commune_name: CommuneName = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    website: Website = None
    email: OptionalEmailAddress = None
    phone: OptionalPhone = None
    description: Description = None
    themes: Themes = Field(default_factory=list)
    offers: Offers = Field(default_factory=list)
    is_public: StrictBool = Field(default=False, description="Consent to stand in the public directory.")
    distinct_from: list[UUID] = Field(
        default_factory=list,
        max_length=50,
        description="Similar organisations that were seen, and are others.",
    )
    without_me: StrictBool = Field(
        default=False,
        description="For those who keep the directory: enter it without becoming its administrator.",
    )


class OrganisationPatch(BaseModel):
    """The fields to change; those left out stay as they are, and null is refused where nothing cannot be meant."""

    model_config = ConfigDict(extra="forbid")

    name: Name | MISSING = MISSING
    legal_name: LegalName = None
    kind: Kind | MISSING = MISSING
    siret: Siret = None
    address: Line300 = None
    postal_code: PostalCode = None
    commune_insee: Insee = None
    commune_name: CommuneName = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    website: Website = None
    email: OptionalEmailAddress = None
    phone: OptionalPhone = None
    description: Description = None
    themes: Themes | MISSING = MISSING
    offers: Offers | MISSING = MISSING
    is_public: StrictBool | MISSING = MISSING


class OrganisationsQuery(ListQuery):
    """Which organisations are asked for."""

    q: str = Field(
        default="",
        max_length=200,
        pattern=STORABLE,
        description="Words of the name or the commune, or a SIRET.",
    )
    kind: Kind | None = None
    department: str | None = Field(
        default=None, pattern="^[0-9][0-9AB][0-9]?$", description="Like 80, 2A, 974."
    )
    mine: bool = Field(default=False, description="Only those that the caller acts for.")
    unadministered: bool = Field(
        default=False, description="Only those that nobody administers; for those who keep the directory."
    )


class OrganisationName(BaseModel):
    """An organisation by its name."""

    id: UUID
    name: str


class OrganisationBrief(BaseModel):
    """What whoever has an account knows of any organisation. `role` is the caller's in it."""

    view: Literal["brief"] = "brief"
    id: UUID
    name: str
    kind: Kind
    commune_insee: str | None
    commune_name: str | None
    department: str | None
    role: Role | None
    allowed_actions: list[str]


class OrganisationListed(OrganisationBrief):
    """An organisation in a list. `unadministered_since` is told to the agency only."""

    unadministered_since: datetime | None


class Organisations(BaseModel):
    """A page of organisations, by name, and how many there are in all."""

    items: list[OrganisationListed]
    next: str | None
    total: int


class Consent(BaseModel):
    """Since when, and by whose word, the organisation stands in the public directory. Without a name: the agency."""

    consented_at: datetime
    consented_by: str | None


class OrganisationOut(BaseModel):
    """An organisation as its people and the agency see it."""

    view: Literal["full"] = "full"
    id: UUID
    name: str
    legal_name: str | None
    kind: Kind
    siret: str | None
    address: str | None
    postal_code: str | None
    commune_insee: str | None
    commune_name: str | None
    department: str | None
    latitude: float | None
    longitude: float | None
    website: str | None
    email: str | None
    phone: str | None
    description: str | None
    themes: list[Theme]
    offers: list[Offer]
    is_public: bool
    consent: Consent | None
    unadministered_since: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime
    role: Role | None
    allowed_actions: list[str]


class SimilarOrganisation(BaseModel):
    """An organisation that may be the same one."""

    id: UUID
    name: str
    kind: Kind
    commune_name: str | None
    similarity: float = Field(description="What the names have in common, from 0 to 1.")
    siret_matches: bool


class SimilarOrganisations(BaseModel):
    """The organisations that may be the same one, the likeliest first: twenty at most."""

    items: list[SimilarOrganisation]
    next: str | None


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
