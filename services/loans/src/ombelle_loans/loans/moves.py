"""One loan as somebody sees it, and one step of it: what every use case about a loan begins and ends with.

    seen = await look_at(session, caller, loan_id, lock=True)
    seen.apply("return", returned_on=today)
    await record_step(session, seen, caller, "return")

Agreements, insurance and hand-overs do as this aggregate does, so that nothing happens that the table does not know, and
whatever happens is in the history, the audit log and the mails.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans import log
from ombelle_loans.callers import Caller
from ombelle_loans.loans.describing import situation_of
from ombelle_loans.loans.domain import EXTENDABLE, Part
from ombelle_loans.loans.errors import LoanUnknown
from ombelle_loans.loans.reading import read_row
from ombelle_loans.loans.sides import MACHINE, asker, parts_of
from ombelle_loans.loans.tables import LoanEntryRow, LoanRow
from ombelle_loans.loans.transitions import Action, Transition, check

ITSELF: Final = "schedule"
"""Who did what the service does by itself, as the audit log and the history name it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A loan in the transaction that read it, and in what parts the caller acts on it.

    `facts` are the columns of `reading`, as they were read: item, request, organisation, units.
    """

    loan: LoanRow
    parts: frozenset[Part]
    facts: Mapping[str, Any]

    def check(self, action: Action) -> Transition:
        """Return the row of the table by which the caller does this. Raises as `transitions.check` does."""
        now = {name: getattr(self.loan, name) for name in _OF_SITUATION}
        return check(action, situation_of(now), self.parts)

    def apply(self, action: Action, **values: Any) -> None:
        """Do the step of an action: the loan, which must be locked, takes these values and goes on to its next state.

        Raises:
            DomainError: as `transitions.check` does.

        """
        row = self.check(action)
        for name, value in values.items():
            setattr(self.loan, name, value)
        if row.to_status is not None:
            self.loan.status = row.to_status
        if self.loan.status != "held":
            self.loan.held_until = None
        self._settle_extension()
        self.loan.version += 1
        self.loan.updated_at = datetime.now(UTC)

    def _settle_extension(self) -> None:
        """Forget the extension that was asked for, once the loan lasts as long or will not any more."""
        loan, until = self.loan, self.loan.extension_asked_until
        if until is not None and (loan.status not in EXTENDABLE or loan.ends_on >= until):
            loan.extension_asked_until = loan.extension_asked_at = loan.extension_message = None


_OF_SITUATION: Final = (
    "status", "offered_at", "offer_accepted_at", "insurance_asked", "agreement_id", "signed_agreement_id",
    "insurance_certificate_id", "insurance_waiver", "condition_report_out_id", "condition_report_in_id", "fee_state",
    "extension_asked_until",
)  # fmt: skip


async def look_at(session: AsyncSession, caller: Caller | None, loan_id: UUID, *, lock: bool = False) -> Seen:
    """Return a loan as the caller sees it.

    Args:
        session: in the transaction of the use case.
        caller: who asks; `None` is the service itself.
        loan_id: which one.
        lock: whether it is going to be changed. It stays locked until the transaction ends, before any of its units.

    Raises:
        LoanUnknown: none that the caller may know of has this id.

    """
    wanted = select(LoanRow).where(LoanRow.id == loan_id)
    if lock:
        wanted = wanted.with_for_update(key_share=True).execution_options(populate_existing=True)
    loan = await session.scalar(wanted)
    facts = await read_row(session, loan_id, MACHINE if caller is None else asker(caller))
    if loan is None or facts is None:
        raise LoanUnknown("Ce prêt n’existe pas.")
    return Seen(loan, frozenset({"machine"}) if caller is None else parts_of(facts, caller), facts)


async def record_step(
    session: AsyncSession,
    seen: Seen,
    caller: Caller | None,
    action: str,
    *,
    part: Part | None = None,
    reason: str | None = None,
    changes: Iterable[tuple[str, Any, Any]] = (),
    values: Mapping[str, Any] | None = None,
) -> None:
    """Write what was done in the history and in the audit log.

    Args:
        session: the transaction that did it.
        seen: the loan, as it is now.
        caller: who did it; `None` is the service itself.
        action: what, such as `approve`.
        part: in what part, where the caller could be in both.
        reason: what they wrote about it.
        changes: name of what changed, what it was, what it is.
        values: what else the audit log keeps.

    """
    loan = seen.loan
    changed = [
        {"name": name, "before": _plain(before), "after": _plain(after)}
        for name, before, after in changes
        if before != after
    ]
    session.add(
        LoanEntryRow(
            loan_id=loan.id,
            actor=ITSELF if caller is None else caller.identity.subject,
            part=part or part_of(seen, caller),
            action=action,
            status=loan.status,
            reason=reason,
            changes=changed,
        )
    )
    kept = {"status": loan.status, "version": loan.version, **(values or {})}
    if changed:
        kept["changes"] = changed
    await log.record(session, caller or ITSELF, f"loan_{action}", ("loan", loan.id), kept)


def part_of(seen: Seen, caller: Caller | None) -> Part:
    """Return in what part somebody acts: who stands on both sides lends."""
    if caller is None:
        return "machine"
    return "lender" if "lender" in seen.parts else "borrower"


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | bool) else str(value)
