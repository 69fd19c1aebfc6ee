"""What the secretariat is to look after, from a composition and the bylaws of its day. Plain Python."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Final, Literal, get_args

from ombelle_members.days import spoken_day
from ombelle_members.governance.domain import OFFICES

Code = Literal[
    "bylaws_missing", "too_few_members", "too_many_posts", "renewal_overdue", "term_ending", "posts_vacant",
    "halves_unbalanced", "bureau_to_renew", "office_vacant", "staff_ratio", "representative_missing",
    "ratification_awaited", "college_differs",
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
    required_offices: Sequence[str]
    staff_seat: bool
    staff_ratio_maximum: Fraction


@dataclass(frozen=True, slots=True)
class Alert:
    """Something to look after. `detail` says it in French; `posts` are numbers; `due_on` is until when."""

    code: Code
    severity: Severity
    detail: str
    due_on: date | None = None
    posts: list[int] = field(default_factory=list)
    member: str | None = None


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
        beside: `unratified` and `strangers`, as the store tells them.
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
        yield Alert("bylaws_missing", "urgent", "Aucune version des statuts n’est enregistrée pour ce jour.")
    if filled < rules.minimum_posts:
        yield Alert(
            "too_few_members",
            "urgent",
            f"Le conseil compte {filled} membre{'s' * (filled > 1)} élu{'s' * (filled > 1)} ; "
            f"les statuts en demandent au moins {rules.minimum_posts}.",
        )
    if size > rules.maximum_posts:
        yield Alert(
            "too_many_posts",
            "urgent",
            f"Il y a {size} sièges ; les statuts en prévoient au plus {rules.maximum_posts}.",
        )
    if rules.staff_seat and Fraction(1, filled + 1) > rules.staff_ratio_maximum:
        yield Alert(
            "staff_ratio",
            "urgent",
            f"Le siège de l’équipe fait une voix sur {filled + 1} ; les statuts en permettent {rules.staff_ratio_maximum}.",
        )
    halves = [sum(post["renewal_group"] == group for post in board["posts"]) for group in (1, 2)]
    if abs(halves[0] - halves[1]) > 1:
        yield Alert(
            "halves_unbalanced",
            "notice",
            f"Les deux moitiés ne se valent pas : {halves[0]} et {halves[1]} sièges.",
        )


def _of_terms(posts: Sequence[Mapping[str, Any]], on: date) -> Iterator[Alert]:
    vacant = [post["number"] for post in posts if post["holder"] is None]
    if vacant:
        yield Alert("posts_vacant", "notice", f"À pourvoir : {_listed(vacant)}.", posts=vacant)
    ends: dict[tuple[date, int], list[int]] = {}
    for post in posts:
        if post["holder"] is not None:
            end = date.fromisoformat(post["expected_end_on"])
            ends.setdefault((end, post["renewal_group"]), []).append(post["number"])
    for (end, group), numbers in sorted(ends.items()):
        told = f"groupe {group}, {_listed(numbers)}"
        if end < on:
            yield Alert(
                "renewal_overdue",
                "urgent",
                f"Le renouvellement attendu le {spoken_day(end)} n’a pas eu lieu : {told}.",
                end,
                numbers,
            )
        elif end <= months_later(on, SOON):
            yield Alert(
                "term_ending",
                "soon",
                f"Des mandats finissent vers le {spoken_day(end)} : {told}.",
                end,
                numbers,
            )


def _of_bureau(
    bureau: Sequence[Mapping[str, Any]], rules: Rules, on: date, last_renewal: date | None
) -> Iterator[Alert]:
    held = {office["role"] for office in bureau}
    for role in rules.required_offices:
        if role not in held:
            yield Alert("office_vacant", "urgent", f"Une fonction obligatoire est vacante : {OFFICES[role]}.")
    old = [
        office
        for office in bureau
        if (last_renewal is not None and date.fromisoformat(office["since"]) < last_renewal)
        or date.fromisoformat(office["expected_end_on"]) < on
    ]
    if old:
        since = last_renewal or min(date.fromisoformat(office["expected_end_on"]) for office in old)
        yield Alert(
            "bureau_to_renew",
            "urgent",
            f"Le conseil a été renouvelé le {spoken_day(since)} : il doit élire le nouveau bureau.",
            since,
        )


def _of_members(posts: Sequence[Mapping[str, Any]], beside: Mapping[str, Any]) -> Iterator[Alert]:
    for post in posts:
        holder = post["holder"]
        if holder is not None and holder["kind"] == "legal" and holder["representative"] is None:
            yield Alert(
                "representative_missing",
                "urgent",
                f"{holder['name']} n’a pas de représentant pour le siège {post['number']}.",
                posts=[post["number"]],
                member=holder["member"],
            )
    for one in beside["unratified"]:
        since = date.fromisoformat(one["since"])
        yield Alert(
            "ratification_awaited",
            "soon",
            f"La cooptation du {spoken_day(since)} au siège {one['number']} attend l’assemblée générale.",
            posts=[one["number"]],
        )
    strangers = list(beside["strangers"])
    if strangers:
        yield Alert(
            "college_differs",
            "notice",
            f"Des membres siègent pour un autre collège que le leur : {_listed(strangers)}.",
            posts=strangers,
        )


def _listed(numbers: Sequence[int]) -> str:
    return ("siège " if len(numbers) == 1 else "sièges ") + ", ".join(str(number) for number in numbers)
