"""What every use case about one loan does around its own part: the lock, the history, the mails, the answer."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from ombelle_contracts.membership import MembershipClient
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.loans.errors import LoanUnknown
from ombelle_loans.loans.moves import Seen, look_at, record_step
from ombelle_loans.loans.quoting import quote
from ombelle_loans.loans.reading import read_loan
from ombelle_loans.loans.telling import tell
from ombelle_loans.loans.transitions import Action
from ombelle_loans.transactions import in_transaction


@dataclass(slots=True)
class Step:
    """What a use case did, for the history and the mails. `but` is a side that did it itself and gets no
    mail; `more` what else the words of the mail name.
    """

    reason: str | None = None
    changes: list[tuple[str, Any, Any]] = field(default_factory=list)
    but: str | None = None
    more: dict[str, str] = field(default_factory=dict)


Do = Callable[[AsyncSession, Seen], Awaitable[Step]]


class Stepping:
    """Use cases of one loan: each a row of `transitions`, in one transaction."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], membership: MembershipClient, *, public_url: str
    ) -> None:
        self.sessions = sessions
        self.membership = membership
        self.public_url = public_url

    async def step(
        self,
        loan_id: UUID,
        action: Action,
        do: Do,
        caller: Caller,
        once: OneRequest | None,
        *,
        then: Callable[[AsyncSession, Seen], Awaitable[None]] | None = None,
    ) -> dict[str, Any]:
        """Carry out one use case: the loan is locked first, what `do` does is written and told, `then` goes on from it."""

        async def work(session: AsyncSession) -> dict[str, Any]:
            if once is not None and (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, caller, loan_id, lock=True)
            step = await do(session, seen)
            await record_step(session, seen, caller, action, reason=step.reason, changes=step.changes)
            await tell(
                session,
                seen,
                action,
                public_url=self.public_url,
                reason=step.reason,
                but=step.but,
                more=step.more,
            )
            if then is not None:
                await then(session, seen)
            await session.flush()
            answer = await read_one(session, loan_id, caller)
            return answer if once is None else dict(await once.keep(session, answer))

        return await in_transaction(self.sessions, work)

    @staticmethod
    async def requote(session: AsyncSession, seen: Seen) -> None:
        """Compute the fee for the loan's present days; what the lender settled otherwise stays."""
        loan = seen.loan
        if loan.fee_reason is not None:
            return
        is_member = None if loan.member_status is None else loan.member_status["is_member"]
        price = await quote(session, loan.item_id, loan.starts_on, loan.ends_on, is_member=is_member)
        for name, value in price.columns().items():
            setattr(loan, name, value)


async def read_one(session: AsyncSession, loan_id: UUID, caller: Caller) -> dict[str, Any]:
    """Return a loan as its page shows it. Raises LoanUnknown where the caller knows of none."""
    await session.flush()
    found = await read_loan(session, loan_id, caller)
    if found is None:
        raise LoanUnknown("Ce prêt n’existe pas.")
    return found
