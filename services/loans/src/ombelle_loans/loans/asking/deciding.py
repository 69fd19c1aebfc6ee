"""What becomes of each item of a request: held, waiting, asked for as an exception, or refused with other days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.blocking import Blocking, refuse
from ombelle_loans.availability.days import Days
from ombelle_loans.availability.domain import RULES, Answer
from ombelle_loans.availability.errors import NotAvailable
from ombelle_loans.availability.seeing import Sight, look_at_items
from ombelle_loans.loans.asking.resolving import AskedItem, resolve
from ombelle_loans.loans.dates import NEVER_WAIVED
from ombelle_loans.loans.domain import Status
from ombelle_loans.transactions import driver_connection


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a request, as it will be: held, waiting, or asked for as an exception."""

    asked: AskedItem
    status: Status


def items_of(asked: Sequence[Mapping[str, Any]]) -> frozenset[UUID]:
    """Return which items a request asks for."""
    return frozenset(one["item_id"] for one in asked)


def days_of(asked: Sequence[Mapping[str, Any]]) -> frozenset[Days]:
    """Return the days that a request asks for."""
    return frozenset(Days(one["starts_on"], one["ends_on"]) for one in asked)


async def look_at_asked(driver: Any, asked: Sequence[Mapping[str, Any]]) -> Sight:
    """Read what decides about these items, by one statement sent to the driver."""
    return await look_at_items(driver, items_of(asked), days_of(asked))


async def locked(
    session: AsyncSession, lines: Sequence[Line], asked: Sequence[Mapping[str, Any]], department: str
) -> list[Line]:
    """Return what becomes of each item once nobody else can take the units of those that are held.

    Raises:
        ItemUnknown, Taken, NotAvailable: as `decided` does.

    """
    formats = sorted({line.asked.format_id for line in lines if line.status == "held"})
    if not formats:
        return list(lines)
    await Blocking(session).lock(formats)
    return decided(asked, await look_at_asked(await driver_connection(session), asked), department)


def first_decided(asked: Sequence[Mapping[str, Any]], sight: Sight, *, department: str) -> list[Line] | None:
    """Return what `decided` does; `None` where a hold must be given back before one knows."""
    return None if sight.expired else decided(asked, sight, department)


def decided(asked: Sequence[Mapping[str, Any]], sight: Sight, department: str) -> list[Line]:
    """Return what becomes of each item, in the order that they were asked for; refuse them all where one cannot be.

    Raises:
        ItemUnknown: an item, its format or one of its modules is not there.
        Taken, NotAvailable: an item cannot be had then; every refused one is told, with the next days that are free.

    """
    lines, refused = [], {}
    for place_in_list, item in enumerate(resolve(asked, sight)):
        answer = sight.answer(item.format_id, item.days, item.choice, department=department)
        status = _status_of(item, answer)
        if status is None:
            refused[place_in_list] = answer
        else:
            lines.append(Line(item, status))
    if refused:
        raise _refusal(refused)
    return lines


def _status_of(item: AskedItem, answer: Answer) -> Status | None:
    """Return what becomes of one item that is asked for, `None` where it is refused."""
    if answer.is_free:
        return "held"
    codes = {refusal.code for refusal in answer.refusals}
    by_rules = codes & RULES
    if by_rules & NEVER_WAIVED or (by_rules and not item.as_exception):
        return None
    if not answer.is_taken:
        return "requested"
    return "waitlisted" if item.waitlist_if_taken and not by_rules else None


def _refusal(refused: Mapping[int, Answer]) -> NotAvailable:
    """Return the problem that tells of every item that cannot be had, by the first of them."""
    problems = []
    for place_in_list, answer in refused.items():
        try:
            refuse(answer)
        except NotAvailable as problem:
            problems.append((place_in_list, problem, answer))
    _, first, _ = problems[0]
    return type(first)(
        first.detail,
        errors=[
            FieldError(f"/body/loans/{place_in_list}", answer.refusals[0].code, problem.detail)
            for place_in_list, problem, answer in problems
        ],
        **first.extensions,
        loans=[{"index": place_in_list, **problem.extensions} for place_in_list, problem, _ in problems],
    )
