from datetime import UTC, date, datetime
from typing import Annotated, Final, Literal
from uuid import UUID

from email_validator import EmailNotValidError, validate_email
from pydantic import (
    MISSING,
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
)

from ombelle_events.calls.domain import CallPublication, ClosingPolicy
from ombelle_events.calls.typed import LongText, ShortText, Title
from ombelle_events.forms.charter import CharterRule
from ombelle_events.programme.schemas import DISTINCT

_EARLIEST: Final = datetime(1991, 1, 1, tzinfo=UTC)
_LATEST: Final = datetime(2200, 1, 1, tzinfo=UTC)


def _address(text: str) -> str:
    try:
        return validate_email(text.strip(), check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError as error:
        raise ValueError("Une adresse électronique est attendue, comme prenom.nom@exemple.fr.") from error


Instant = Annotated[AwareDatetime, Field(ge=_EARLIEST, lt=_LATEST)]
Email = Annotated[str, Field(max_length=254, json_schema_extra={"format": "email"}), AfterValidator(_address)]
CharterRules = Annotated[list[CharterRule], *DISTINCT]
# Strict: "3" or true is no number.
GraceMinutes = Annotated[int, Field(strict=True, ge=0, le=10_080)]
Quorum = Annotated[int, Field(strict=True, ge=1, le=100)]
ReviewsEach = Annotated[int, Field(strict=True, ge=1, le=20)]
Cents = Annotated[int, Field(strict=True, ge=0, le=10**12)]


class CallCreate(BaseModel):
    """A call to begin, with all that the festival's call has; or with what another call had."""

    model_config = ConfigDict(extra="forbid")

    edition: Annotated[int, Field(strict=True, ge=1991, le=2199)] = Field(description="Its year.")
    from_call_id: UUID | None = Field(
        default=None, description="Take settings, form, criteria and texts over."
    )
    title: Title | None = None
    opens_at: Instant | None = None
    closes_at: Instant | None = None


class CallPatch(BaseModel):
    """The fields to change; those left out stay as they are, and null is refused where nothing cannot be meant."""

    model_config = ConfigDict(extra="forbid")

    title: Title | MISSING = MISSING
    introduction: LongText | MISSING = Field(default=MISSING, description="Markdown.")
    opens_at: Instant | MISSING = MISSING
    closes_at: Instant | MISSING = MISSING
    closing_policy: ClosingPolicy | MISSING = MISSING
    grace_minutes: GraceMinutes | MISSING = MISSING
    closed_message: ShortText | MISSING = MISSING
    charter_rules: CharterRules | MISSING = MISSING
    has_scoring: StrictBool | MISSING = MISSING
    has_committee: StrictBool | MISSING = MISSING
    quorum: Quorum | None = None
    is_anonymous: StrictBool | MISSING = MISSING
    reviews_per_application: ReviewsEach | MISSING = MISSING
    budget_cents: Cents | None = None
    contact_email: Email | None = None


class CallEdition(BaseModel):
    """The edition of a call; civil days, both included."""

    year: int
    theme: str | None
    starts_on: date
    ends_on: date


class CharterRuleOut(BaseModel):
    """A rule that the machine checks."""

    rule: CharterRule
    label: str


class PublishedCall(BaseModel):
    """A published call, for whoever wants to apply."""

    id: UUID
    edition: CallEdition
    title: str
    introduction_html: str | None
    opens_at: datetime
    closes_at: datetime
    closing_policy: ClosingPolicy
    grace_minutes: int
    state: Literal["upcoming", "open", "closed"] = Field(description="At the moment of the answer.")
    closed_message: str
    charter_rules: list[CharterRuleOut]
    contact_email: str | None


class Calls(BaseModel):
    """A page of published calls: open ones first, then those to come, then those that are closed."""

    items: list[PublishedCall]
    next: str | None
    total: int


class CriterionBrief(BaseModel):
    """What applications are judged by, and how much of the score that is."""

    name: str
    help: str
    share: float = Field(description="Of the whole score, from 0 to 1.")


class CallPublic(PublishedCall):
    """A published call with what applications are judged by."""

    criteria: list[CriterionBrief]
    form_number: int


class CallOut(BaseModel):
    """A call as the coordination sees it."""

    id: UUID
    edition: CallEdition
    title: str
    introduction: str
    opens_at: datetime
    closes_at: datetime
    closing_policy: ClosingPolicy
    grace_minutes: int
    closed_message: str
    publication: CallPublication
    published_at: datetime | None
    charter_rules: list[CharterRule]
    has_scoring: bool
    has_committee: bool
    quorum: int | None
    is_anonymous: bool
    reviews_per_application: int
    budget_cents: int | None
    contact_email: str | None
    form_version_id: UUID | None
    form_number: int | None = Field(description="Of the published form.")
    form_draft_number: int | None = Field(description="Of the form that is being written.")
    version: int
    created_at: datetime
    updated_at: datetime
    allowed_actions: list[str]


class CallsOfEdition(BaseModel):
    """A page of an edition's calls, the last made first."""

    items: list[CallOut]
    next: str | None
    total: int
