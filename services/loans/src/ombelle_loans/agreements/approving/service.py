"""What a lender looks at before answering, in one transaction that reads and promises nothing: approving asks again."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.agreements.approving.store import ApprovingStore
from ombelle_loans.agreements.composing import composed, read_sheet
from ombelle_loans.agreements.errors import TemplateWrong
from ombelle_loans.availability.blocking import days_of, described
from ombelle_loans.availability.computing import Stock, Timeline
from ombelle_loans.availability.days import Days, today_in_paris
from ombelle_loans.availability.domain import Answer, Block
from ombelle_loans.availability.lent_by import reach_of
from ombelle_loans.availability.store import AvailabilityStore
from ombelle_loans.callers import Caller
from ombelle_loans.catalogue.errors import FormatUnknown
from ombelle_loans.loan_briefs import LoanBrief
from ombelle_loans.loans.briefs import loan_briefs
from ombelle_loans.loans.dates import LENDER_WAIVES
from ombelle_loans.loans.errors import ActionForbidden, ActionImpossible
from ombelle_loans.loans.moves import Seen, look_at
from ombelle_loans.loans.telling import now_of
from ombelle_loans.loans.waiting import choice_of, days_of_loan

_UNDECIDED: Final = frozenset({"requested", "waitlisted", "held", "expired"})


class ApprovalService:
    """What stands for and against a loan. `agency` is what the agency is called."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], agency: str) -> None:
        self._sessions = sessions
        self._agency = agency

    async def approval(self, loan_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return what a lender looks at before answering.

        Raises:
            LoanUnknown, ActionForbidden: the caller does not lend it.
            ActionImpossible: it was answered already.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, caller, loan_id)
            if "lender" not in seen.parts:
                raise ActionForbidden("Seul le prêteur étudie une demande.")
            if seen.loan.status not in _UNDECIDED:
                raise ActionImpossible(
                    "Cette demande a déjà sa réponse.", state=seen.loan.status, allowed_actions=[]
                )
            stock, today = await _stock(session, seen)
            return await self._described(session, seen, stock, today)

    async def _described(
        self, session: AsyncSession, seen: Seen, stock: Stock, today: date
    ) -> dict[str, Any]:
        loan, store = seen.loan, ApprovingStore(session)
        days = days_of_loan(loan)
        answer, strict = (
            stock.answer(days, choice_of(loan), waived=waived) for waived in (LENDER_WAIVES, ())
        )
        held = [UUID(unit["id"]) for unit in seen.facts["units"] or []] if loan.status == "held" else []
        chosen = frozenset(held or (unit.id for unit in answer.units))
        units = await store.units(loan.format_id)
        sheet = await read_sheet(session, loan.id)
        going = [unit for unit in units if unit["id"] in chosen]
        return {
            "loan_id": loan.id,
            "is_possible": answer.is_free,
            "blocked": days_of(answer.blocked),
            **described(answer),
            "set_aside": _set_aside(answer, strict),
            "units": await _units(session, stock, units, chosen, days, today),
            "rivals": await store.rivals(loan),
            "fee": {
                "cents": loan.fee_cents,
                "reason": loan.fee_reason,
                "member_status": loan.member_status,
                "tariff": await store.tariff(loan.tariff_id),
            },
            "insurance": seen.facts["insurance_rule"],
            "signatory": _signatory(sheet),
            "today": today,
            **self._agreement(seen, sheet, going),
        }

    def _agreement(
        self, seen: Seen, sheet: Mapping[str, Any], units: Sequence[Mapping[str, Any]]
    ) -> dict[str, Any]:
        row = now_of(seen) | {"units": units, "insurance_asked": seen.facts["insurance_rule"]}
        try:
            content = composed(row, sheet, agency=self._agency, number=None, made_at=datetime.now(UTC))
        except TemplateWrong as error:
            return {"agreement": None, "agreement_problem": error.detail}
        preview = {
            "lender": content["sender"],
            "facts": [{"name": name, "value": value} for name, value in content["facts"]],
            "units": [{"code": code, "name": name} for code, name in content["units"]],
            "text": content["text"],
        }
        return {"agreement": preview, "agreement_problem": None}


async def _stock(session: AsyncSession, seen: Seen) -> tuple[Stock, date]:
    """Return the format's units under the lender's rules, without what this loan blocks itself."""
    loan, store, today = seen.loan, AvailabilityStore(session), today_in_paris()
    reach = reach_of(days_of_loan(loan), today)
    found = await store.rules([loan.format_id], reach)
    if not found:
        raise FormatUnknown("Aucun format d'outil ne porte cet identifiant.")
    units, _ = await store.units([loan.format_id], reach)
    rules = found[0].rules_for(seen.facts["department"])
    return Stock(units[loan.format_id], rules, today, without=loan.id), today


def _set_aside(answer: Answer, strict: Answer) -> list[dict[str, Any]]:
    """Return the lender's rules that approving sets aside."""
    standing = {(one.code, one.days) for one in answer.refusals}
    own = [one for one in strict.refusals if one.unit_id is None and (one.code, one.days) not in standing]
    refusals: list[dict[str, Any]] = described(
        Answer(strict.asked, strict.blocked, refusals=tuple(one for one in own if one.code in LENDER_WAIVES))
    )["refusals"]
    return refusals


def _signatory(sheet: Mapping[str, Any]) -> dict[str, Any] | None:
    if sheet["signatory_name"] is None:
        return None
    return {
        "name": sheet["signatory_name"],
        "capacity": sheet["signatory_capacity"] or "",
        "email": sheet["signatory_email"],
    }


async def _units(
    session: AsyncSession,
    stock: Stock,
    units: Sequence[Mapping[str, Any]],
    chosen: Collection[UUID],
    days: Days,
    today: date,
) -> list[dict[str, Any]]:
    lines: dict[UUID, Timeline] = {line.unit.id: line for line in stock.lines}
    others = {unit: _others(lines[unit], days, stock, today) for unit in lines}
    named = {
        block.loan_id for found in others.values() for block in found if block is not None and block.loan_id
    }
    briefs = await loan_briefs(session, named)
    found = []
    for unit in units:
        if (line := lines.get(unit["id"])) is None:  # it was added at this very moment
            continue
        before, after, *in_the_way = others[unit["id"]]
        answer = Answer(days, days, refusals=tuple(line.refusals(days)))
        found.append(
            {
                **unit,
                "is_free": line.is_free(days),
                "is_chosen": unit["id"] in chosen,
                "refusals": described(answer)["refusals"],
                "in_the_way": [_neighbour(block, briefs, today) for block in in_the_way],
                "before": _neighbour(before, briefs, today),
                "after": _neighbour(after, briefs, today),
            }
        )
    return found


def _others(line: Timeline, days: Days, stock: Stock, today: date) -> list[Block | None]:
    """Return what blocks a unit before these days, after them, and then all that is in the way."""
    blocks = sorted(line.blocks, key=lambda block: block.days)
    standing = [(block, block.standing(stock.rules, today)) for block in blocks]
    way = [block for block, now in standing if stock.rules.refused_around(now.blocked).overlaps(days)]
    free = [block for block in blocks if block not in way]
    before = [block for block in free if block.days.last < days.first]
    after = [block for block in free if block.days.first > days.last]
    return [before[-1] if before else None, after[0] if after else None, *way]


def _neighbour(block: Block | None, briefs: Mapping[UUID, LoanBrief], today: date) -> dict[str, Any] | None:
    if block is None:
        return None
    brief = None if block.loan_id is None else briefs.get(block.loan_id)
    loan = None
    if brief is not None:
        loan = {
            "id": block.loan_id,
            "number": brief["number"],
            "status": brief["status"],
            "organisation": brief["organisation_name"],
        }
    return {
        **(days_of(block.days) or {}),
        "kind": block.kind,
        "blocked": days_of(block.blocked),
        "is_late": block.is_late(today) and loan is not None and loan["status"] == "out",
        "loan": loan,
    }
