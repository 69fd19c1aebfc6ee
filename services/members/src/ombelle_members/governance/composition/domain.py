"""What the secretariat is to look after, from a composition and the bylaws of its day. Plain Python."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Final, Literal, get_args

from typing_extensions import TypedDict

from ombelle_members.governance.domain import OfficeRole

Code = Literal[
    "bylaws_missing", "too_few_members", "too_many_posts", "renewal_overdue", "term_ending", "posts_vacant",
    "halves_unbalanced", "bureau_to_renew", "offices_expired", "office_vacant", "staff_ratio",
    "representative_missing", "ratification_awaited", "college_differs",
]  # fmt: skip
Severity = Literal["urgent", "soon", "notice"]
CODES: Final[tuple[Code, ...]] = get_args(Code)
SOON: Final = 6
"""Months before its expected end from which a term is told of."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What of the bylaws the alerts need."""

    minimum_posts: int
    maximum_posts: int
    required_offices: Sequence[OfficeRole]
    staff_seat: bool
    staff_ratio_maximum: Fraction


class AlertFacts(TypedDict, total=False):
    """What an alert is about beside its posts; which of them it has follows from its code. Screens make the sentence."""

    count: (
        int  # too_few_members, too_many_posts: how many there are; staff_ratio: voices, the team's included
    )
    limit: int  # too_few_members, too_many_posts: how many the bylaws want
    share: str  # staff_ratio: what the bylaws allow at most, such as 1/4
    halves: list[int]  # halves_unbalanced: posts of each group
    group: int  # renewal_overdue, term_ending: the half that is renewed
    roles: list[OfficeRole]  # bureau_to_renew, offices_expired, office_vacant
    since: date  # bureau_to_renew: the board's renewal; ratification_awaited: the co-option
    name: str  # representative_missing: the member


@dataclass(frozen=True, slots=True)
class Alert:
    """Something to look after. `posts` are numbers; `due_on` is until when; `about` holds what else a sentence tells."""

    code: Code
    severity: Severity
    due_on: date | None = None
    posts: list[int] = field(default_factory=list)
    member: str | None = None
    about: AlertFacts = field(default_factory=AlertFacts)


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, the month's last where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(last, day.day))
        except ValueError:
            continue
    raise AssertionError  # each month has 28 days


def alerts_of(
    composition: Mapping[str, Any],
    beside: Mapping[str, Any],
    rules: Rules,
    *,
    on: date,
    last_renewal: date | None,
) -> list[Alert]:
    """Return what is to be looked after on a day, the most urgent first.

    Args:
        composition: as `GET /governance` tells it.
        beside: `unratified`, `erased` and `strangers`, as the store tells them.
        rules: the bylaws of the day.
        on: the day.
        last_renewal: the last day until then on which terms came to their end.

    """
    found = [
        *_of_rules(composition, rules),
        *_of_terms(composition["board"]["posts"], on),
        *_of_bureau(composition["bureau"], rules, on, last_renewal),
        *_of_members(composition["board"]["posts"], beside),
    ]
    order = list(get_args(Severity))
    return sorted(found, key=lambda one: (order.index(one.severity), CODES.index(one.code)))


def _of_rules(composition: Mapping[str, Any], rules: Rules) -> Iterator[Alert]:
    board = composition["board"]
    filled, size = board["filled"], board["size"]
    if composition["bylaws"] is None:
        yield Alert("bylaws_missing", "urgent")
    if filled < rules.minimum_posts:
        yield Alert("too_few_members", "urgent", about={"count": filled, "limit": rules.minimum_posts})
    if size > rules.maximum_posts:
        yield Alert("too_many_posts", "urgent", about={"count": size, "limit": rules.maximum_posts})
    if rules.staff_seat and Fraction(1, filled + 1) > rules.staff_ratio_maximum:
        yield Alert(
            "staff_ratio", "urgent", about={"count": filled + 1, "share": str(rules.staff_ratio_maximum)}
        )
    halves = [sum(post["renewal_group"] == group for post in board["posts"]) for group in (1, 2)]
    if abs(halves[0] - halves[1]) > 1:
        yield Alert("halves_unbalanced", "notice", about={"halves": halves})


def _of_terms(posts: Sequence[Mapping[str, Any]], on: date) -> Iterator[Alert]:
    vacant = [post["number"] for post in posts if post["holder"] is None]
    if vacant:
        yield Alert("posts_vacant", "notice", posts=vacant)
    ends: dict[tuple[date, int], list[int]] = {}
    for post in posts:
        if post["holder"] is not None:
            end = date.fromisoformat(post["expected_end_on"])
            ends.setdefault((end, post["renewal_group"]), []).append(post["number"])
    for (end, group), numbers in sorted(ends.items()):
        if end < on:
            yield Alert("renewal_overdue", "urgent", end, numbers, about={"group": group})
        elif end <= months_later(on, SOON):
            yield Alert("term_ending", "soon", end, numbers, about={"group": group})


def _of_bureau(
    bureau: Sequence[Mapping[str, Any]], rules: Rules, on: date, last_renewal: date | None
) -> Iterator[Alert]:
    held = {office["role"] for office in bureau}
    vacant: list[OfficeRole] = [role for role in rules.required_offices if role not in held]
    if vacant:
        yield Alert("office_vacant", "urgent", about={"roles": vacant})
    # A board that was renewed elects its bureau anew; offices that merely came to their end are another matter.
    outlived = [
        office
        for office in bureau
        if last_renewal is not None and date.fromisoformat(office["since"]) < last_renewal
    ]
    if outlived and last_renewal is not None:
        yield Alert("bureau_to_renew", "urgent", about={"since": last_renewal, "roles": _roles(outlived)})
    expired = [
        office
        for office in bureau
        if office not in outlived and date.fromisoformat(office["expected_end_on"]) < on
    ]
    if expired:
        first = min(date.fromisoformat(office["expected_end_on"]) for office in expired)
        yield Alert("offices_expired", "urgent", first, about={"roles": _roles(expired)})


def _of_members(posts: Sequence[Mapping[str, Any]], beside: Mapping[str, Any]) -> Iterator[Alert]:
    for post in posts:
        holder = post["holder"]
        if holder is None or holder["kind"] != "legal":
            continue
        # Who had themselves erased is nobody who could be convened: another is to be named.
        if holder["representative"] is None or post["number"] in beside["erased"]:
            yield Alert(
                "representative_missing",
                "urgent",
                posts=[post["number"]],
                member=holder["member"],
                about={"name": holder["name"]},
            )
    for one in beside["unratified"]:
        since = date.fromisoformat(one["since"])
        yield Alert("ratification_awaited", "soon", posts=[one["number"]], about={"since": since})
    strangers = list(beside["strangers"])
    if strangers:
        yield Alert("college_differs", "notice", posts=strangers)


def _roles(offices: Sequence[Mapping[str, Any]]) -> list[OfficeRole]:
    # In the order in which the bureau is told; several vice-presidents are one office here.
    return list(dict.fromkeys(office["role"] for office in offices))
