from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from ombelle_chassis.email_addresses import OptionalEmailAddress
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from ombelle_chassis.typed_texts import BLANK_IS_NOTHING, LINE, NAME, OptionalMessage
from pydantic import MISSING, BaseModel, ConfigDict, Field

from ombelle_members.members.domain import College, Departure, FeeCategory, MemberKind
from ombelle_members.typed_days import Day

PersonName = Annotated[str, Field(max_length=200), *NAME]
Capacity = Annotated[Annotated[str, Field(max_length=200), *LINE] | None, BLANK_IS_NOTHING]
ExternalId = Annotated[Annotated[str, Field(max_length=200), *LINE] | None, BLANK_IS_NOTHING]
EndedAs = Literal["change", "resignation", "strike_off", "exclusion", "death", "dissolution"]
Standing = Literal["member", "former", "up_to_date", "late", "may_vote", "all"]
Order = Literal["name", "number", "since", "-since"]


class PersonIn(BaseModel):
    """Somebody: by the id under which they are known, or by name, and the address by which their account is found."""

    model_config = ConfigDict(extra="forbid")

    id: UUID | None = None
    name: PersonName | None = None
    email: OptionalEmailAddress = None


class RepresentativeIn(BaseModel):
    """Who speaks for a member that is an organisation."""

    model_config = ConfigDict(extra="forbid")

    person: PersonIn
    capacity: Capacity = None


class MemberCreate(BaseModel):
    """A member to enter: an organisation of the directory (`legal`), or a person (`natural`)."""

    model_config = ConfigDict(extra="forbid")

    kind: MemberKind
    organisation_id: UUID | None = None
    person: PersonIn | None = None
    college: College
    fee_category: FeeCategory
    admitted_on: Day = Field(description="The first day as a member; today at the latest.")
    external_id: ExternalId = None
    representative: RepresentativeIn | None = None


class MemberPatch(BaseModel):
    """What may be changed without a date."""

    model_config = ConfigDict(extra="forbid")

    fee_category: FeeCategory | MISSING = MISSING
    external_id: ExternalId = None
    name: PersonName | MISSING = MISSING
    """Of a person without an account: whoever has one says it there."""
    email: OptionalEmailAddress = None


class CollegeChange(BaseModel):
    """Into which college a member goes, from which day."""

    model_config = ConfigDict(extra="forbid")

    college: College
    on: Day
    reason: OptionalMessage = None


class Departing(BaseModel):
    """How a member leaves. `on` is the first day without; it may be past, today at the latest."""

    model_config = ConfigDict(extra="forbid")

    on: Day
    ended_as: Departure
    reason: OptionalMessage = None


class Readmission(BaseModel):
    """A former member is one again from a day."""

    model_config = ConfigDict(extra="forbid")

    on: Day
    college: College
    fee_category: FeeCategory | None = None


class RepresentativeCreate(RepresentativeIn):
    """Whom a member names, from which day; who was before is so until then."""

    since: Day


class RepresentativeEnd(BaseModel):
    """The first day on which they are the representative no more."""

    model_config = ConfigDict(extra="forbid")

    on: Day


class OnDay(BaseModel):
    """The day that is asked about; today's without it."""

    model_config = ConfigDict(extra="forbid")

    on: Day | None = None


class MembersFilter(OnDay):
    """Which members are asked for."""

    q: str = Field(
        default="",
        max_length=200,
        pattern=STORABLE,
        description="Words of the name, the commune or the representative, a number, or a SIRET.",
    )
    college: College | None = None
    kind: MemberKind | None = None
    fee_category: FeeCategory | None = None
    department: str | None = Field(default=None, pattern="^[0-9][0-9AB][0-9]?$")
    status: Standing = Field(default="member", description="What they were on the day.")
    mine: bool = Field(default=False, description="Only those that the caller acts for; open to any account.")


class MembersQuery(ListQuery, MembersFilter):
    """Which members are asked for, and in what order."""

    sort: Order = "name"


class MembersExport(MembersFilter):
    """Which members a table holds."""


class RepresentativeName(BaseModel):
    """Something by its id and name."""

    id: UUID
    name: str | None


class AssociationMemberStatus(BaseModel):
    """What a member is on a day, computed."""

    on: date
    is_member: bool
    college: College | None
    is_up_to_date: bool = Field(description="False for whoever is no member that day.")
    may_vote: bool
    may_stand: bool


class MemberListed(BaseModel):
    """A member in a list, as of the day that was asked. `college` is the last one of a former member."""

    id: UUID
    number: int
    kind: MemberKind
    name: str | None
    organisation_id: UUID | None
    commune_name: str | None
    department: str | None
    college: College | None
    fee_category: FeeCategory
    is_member: bool
    is_up_to_date: bool
    may_vote: bool
    may_stand: bool
    since: date | None
    ended_on: date | None
    ended_as: EndedAs | None
    representative: RepresentativeName | None
    allowed_actions: list[str]


class Members(BaseModel):
    """A page of members, and how many there are in all on `on`."""

    on: date
    items: list[MemberListed]
    next: str | None
    total: int


class OrganisationOfMember(BaseModel):
    """The organisation that is the member."""

    id: UUID
    name: str
    kind: str
    siret: str | None
    commune_name: str | None
    department: str | None


class PersonOfMember(BaseModel):
    """A person who is the member, or speaks for it. The address is told to the association's team."""

    id: UUID
    name: str | None
    email: str | None
    has_account: bool
    is_erased: bool


class CollegePeriod(BaseModel):
    """A time in a college; `until` is the first day without."""

    college: College
    since: date
    until: date | None
    began_as: Literal["admission", "change", "readmission"]
    ended_as: EndedAs | None
    reason: str | None


class RepresentativeOut(BaseModel):
    """Who spoke for a member, from one day until another, the first without."""

    id: UUID
    person: PersonOfMember
    capacity: str | None
    since: date
    until: date | None


class AssociationMemberOut(BaseModel):
    """A member, whole."""

    id: UUID
    number: int
    kind: MemberKind
    name: str | None
    organisation: OrganisationOfMember | None
    person: PersonOfMember | None
    fee_category: FeeCategory
    external_id: str | None
    since: date | None
    status: AssociationMemberStatus
    colleges: list[CollegePeriod]
    representatives: list[RepresentativeOut]
    version: int
    allowed_actions: list[str]


class Representatives(BaseModel):
    """Everybody who spoke for a member, the latest first."""

    items: list[RepresentativeOut]
    next: None = None
