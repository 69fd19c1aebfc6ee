"""The rules of the bylaws, as dated data: the one definition of what `bylaws_version.rules` holds.

Whoever applies a rule asks `bylaws_on` for those of the day on which it applies, never a constant. Shares are exact
fractions (`Fraction`, "2/3" in JSON): two thirds of sixty voices are forty, not 39.999.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StrictBool,
    WithJsonSchema,
    model_validator,
)
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

Body = Literal["general_assembly", "board", "bureau"]
OfficeRole = Literal["president", "vice_president", "treasurer", "secretary", "bureau_member"]

_SHARE: Final = r"^(?:0|1|[1-9][0-9]{0,3}/[1-9][0-9]{0,3})$"


def _share(value: Any) -> Fraction:
    if isinstance(value, Fraction):
        return value
    try:
        found = Fraction(value if isinstance(value, str) else "a decimal number cannot say a third")
    except (ValueError, ZeroDivisionError):
        raise ValueError("Une part est attendue, comme 1/2 ou 2/3.") from None
    if not 0 <= found <= 1 or found.denominator > 9999 or len(value) > 9:
        raise ValueError("Une part entre 0 et 1 est attendue, comme 1/2 ou 2/3.")
    return found


Share = Annotated[
    Fraction,
    BeforeValidator(_share),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {"type": "string", "pattern": _SHARE, "description": "A share of the whole, such as 2/3."}
    ),
]


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid")


class QuorumRule(_Rule):
    """What share of those who may vote must be present or represented, at the first call and at the second."""

    fraction: Share = Fraction(0)
    second_call_fraction: Share = Fraction(0)


class QuorumRules(_Rule):
    """The quorum of each body."""

    general_assembly: QuorumRule = QuorumRule()
    board: QuorumRule = QuorumRule()
    bureau: QuorumRule = QuorumRule()

    def of(self, body: Body) -> QuorumRule:
        """Return that of one body."""
        rule: QuorumRule = getattr(self, body)
        return rule


class ProxyRule(_Rule):
    """How many proxies one person may hold, none by 0, and whether giver and holder must be of one college."""

    per_holder: int = Field(strict=True, default=1, ge=0, le=50)
    same_college: StrictBool = False


class ProxyRules(_Rule):
    """The proxies of each body."""

    general_assembly: ProxyRule = ProxyRule()
    board: ProxyRule = ProxyRule()
    bureau: ProxyRule = ProxyRule()

    def of(self, body: Body) -> ProxyRule:
        """Return those of one body."""
        rule: ProxyRule = getattr(self, body)
        return rule


class NoticeRules(_Rule):
    """How many days before it a meeting of each body is convened."""

    general_assembly: int = Field(strict=True, default=15, ge=0, le=365)
    board: int = Field(strict=True, default=8, ge=0, le=365)
    bureau: int = Field(strict=True, default=3, ge=0, le=365)

    def of(self, body: Body) -> int:
        """Return those of one body."""
        days: int = getattr(self, body)
        return days


class MajorityRule(_Rule):
    """What adopts a motion: a share of the votes cast, of the voices present, or of all who may vote.

    `exceeds`: more than the share is needed (an absolute majority), else the share itself is enough (two thirds).
    `abstentions_count`: among votes cast, abstentions are in the base. They are always among those present.
    """

    base: Literal["cast", "present", "members"] = "cast"
    fraction: Share = Fraction(1, 2)
    exceeds: StrictBool = True
    abstentions_count: StrictBool = False

    def is_reached(
        self, *, in_favour: int, against: int, abstaining: int, present: int, members: int
    ) -> bool:
        """Say whether so many voices adopt. Where nobody voted for it, nothing is adopted."""
        cast = in_favour + against + (abstaining if self.abstentions_count else 0)
        needed = self.fraction * {"cast": cast, "present": present, "members": members}[self.base]
        return in_favour > 0 and (in_favour > needed if self.exceeds else in_favour >= needed)


class MajorityRules(_Rule):
    """Of ordinary decisions, and of extraordinary ones (bylaws, dissolution)."""

    ordinary: MajorityRule = MajorityRule()
    extraordinary: MajorityRule = MajorityRule(fraction=Fraction(2, 3), exceeds=False)


class ElectionRules(_Rule):
    """How posts are elected.

    `majority` is the one of the first of `rounds`; a second round is by relative majority. `tie` says who is elected
    among those with as many votes: the member for the longest time, a drawn lot, or another round.
    """

    majority: Literal["absolute", "relative"] = "relative"
    rounds: Literal[1, 2] = 1
    tie: Literal["eldest_membership", "lot", "second_round"] = "eldest_membership"
    ballots: Literal["secret", "show_of_hands"] = "secret"


class BylawsRules(_Rule):
    """All rules of one version. What is left out is as the association was founded."""

    minimum_posts: int = Field(strict=True, default=10, ge=1, le=22)
    maximum_posts: int = Field(strict=True, default=22, ge=1, le=22)
    term_years: int = Field(strict=True, default=4, ge=1, le=12)
    renewal_every_years: int = Field(strict=True, default=2, ge=1, le=12)
    consecutive_terms_limit: int | None = Field(
        strict=True, default=None, ge=1, le=10, description="null: re-eligible without end."
    )
    staff_seat: StrictBool = Field(default=True, description="A seat of the team, beside the elected posts.")
    staff_votes: StrictBool = True
    staff_may_hold_office: StrictBool = False
    staff_ratio_maximum: Share = Fraction(1, 4)
    co_option: StrictBool = False
    co_option_needs_ratification: StrictBool = True
    required_offices: list[OfficeRole] = Field(
        default=["president", "vice_president", "treasurer"], max_length=5, min_length=1
    )
    office_years: int = Field(strict=True, default=2, ge=1, le=12)
    quorum: QuorumRules = QuorumRules()
    proxies: ProxyRules = ProxyRules()
    notice_days: NoticeRules = NoticeRules()
    majority: MajorityRules = MajorityRules()
    election: ElectionRules = ElectionRules()
    vote_needs_fee: StrictBool = True
    stand_needs_fee: StrictBool = True
    stand_needs_months: int = Field(
        strict=True, default=0, ge=0, le=120, description="Months of membership before standing."
    )
    fee_grace_until: str = Field(
        default="06-30",
        pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        description="Month and day until which the fee of the year before still counts.",
    )
    declaration_months: int = Field(strict=True, default=3, ge=1, le=12)

    @model_validator(mode="after")
    def _agree(self) -> "BylawsRules":
        if self.minimum_posts > self.maximum_posts:
            raise ValueError("Le nombre minimal de sièges dépasse le nombre maximal.")
        if self.renewal_every_years > self.term_years:
            raise ValueError("Le renouvellement ne peut pas être plus rare que la durée des mandats.")
        if len(set(self.required_offices)) < len(self.required_offices):
            raise ValueError("Une fonction obligatoire est nommée deux fois.")
        if "president" not in self.required_offices:
            raise ValueError("La présidence est toujours une fonction obligatoire.")
        try:
            date.fromisoformat(
                f"2001-{self.fee_grace_until}"
            )  # a year without 29 February: the day exists in each
        except ValueError:
            raise ValueError("Le délai de cotisation est un jour qui n'existe pas chaque année.") from None
        return self


@dataclass(frozen=True, slots=True)
class Bylaws:
    """The bylaws of a day. `id` is `None` where none were entered for it: the rules are then those of the foundation."""

    id: UUID | None
    adopted_on: date | None
    rules: BylawsRules


_ON: Final = text("SELECT id, adopted_on, rules FROM bylaws_version WHERE period @> CAST(:day AS date)")


async def bylaws_on(session: AsyncSession, day: date) -> Bylaws:
    """Return the bylaws in force on a day; one statement."""
    found = (await session.execute(_ON, {"day": day})).one_or_none()
    if found is None:
        return Bylaws(None, None, BylawsRules())
    return Bylaws(found.id, found.adopted_on, BylawsRules.model_validate(found.rules))
