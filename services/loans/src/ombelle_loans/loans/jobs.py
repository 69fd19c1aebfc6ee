"""What happens to loans by itself: holds expire, what is late goes on blocking, fees are settled, the waiting list moves."""

from collections.abc import Sequence
from typing import Any, Final

from ombelle_chassis.jobs import Register
from ombelle_contracts.membership import MembershipClient
from pgqueuer import PgQueuer
from pgqueuer.models import Schedule
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.availability.blocking import Blocking
from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.loans.moves import look_at, record_step
from ombelle_loans.loans.quoting import ask_members, quote
from ombelle_loans.loans.telling import tell
from ombelle_loans.loans.waiting import expire_due, offer_all
from ombelle_loans.transactions import in_transaction

_LATE: Final = text("""
SELECT id FROM loan WHERE status = 'out' AND ends_on < :today
  AND coalesce(late_told_on, '1970-01-01') <= CAST(:today AS date) - 7
ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
""")
_TO_SETTLE: Final = text("""
SELECT l.id, r.organisation_id, l.starts_on FROM loan l JOIN loan_request r ON r.id = l.request_id
WHERE l.fee_state = 'to_be_settled' AND l.origin = 'asked' AND l.tariff_id IS NOT NULL
  AND l.status NOT IN ('closed', 'declined', 'expired', 'cancelled')
ORDER BY l.id LIMIT 500
""")


def loan_jobs(
    sessions: async_sessionmaker[AsyncSession], membership: MembershipClient, public_url: str
) -> Register:
    """Return what registers the jobs."""

    async def register(worker: PgQueuer) -> None:
        @worker.schedule("expire-holds", "* * * * *", clean_old=True)
        async def expire(_schedule: Schedule) -> None:
            await expire_holds(sessions, public_url)

        @worker.schedule("offer-waiting", "*/10 * * * *", clean_old=True)
        async def offer(_schedule: Schedule) -> None:
            await offer_waiting(sessions, public_url)

        @worker.schedule("late-loans", "15 * * * *", clean_old=True)
        async def late(_schedule: Schedule) -> None:
            await follow_late(sessions, public_url)

        @worker.schedule("settle-fees", "*/30 * * * *", clean_old=True)
        async def settle(_schedule: Schedule) -> None:
            await settle_fees(sessions, membership, public_url)

    return register


async def expire_holds(sessions: async_sessionmaker[AsyncSession], public_url: str) -> int:
    """Let every hold expire whose time is over, and return how many did."""
    count = 0
    while expired := await in_transaction(
        sessions, lambda session: expire_due(session, public_url=public_url)
    ):
        count += len(expired)
    return count


async def offer_waiting(sessions: async_sessionmaker[AsyncSession], public_url: str) -> int:
    """Offer what has become free to those who wait, and return how many offers that makes."""
    return len(await in_transaction(sessions, lambda session: offer_all(session, public_url=public_url)))


async def follow_late(sessions: async_sessionmaker[AsyncSession], public_url: str) -> int:
    """Let what is late block its units on, write to both sides once a week, and return to how many loans' that was."""

    async def work(session: AsyncSession) -> int:
        today = today_in_paris()
        late = list(await session.scalars(_LATE, {"today": today}))
        await Blocking(session).extend_late(today)
        for loan_id in late:
            seen = await look_at(session, None, loan_id, lock=True)
            seen.loan.late_told_on = today
            await record_step(session, seen, None, "late")
            await tell(session, seen, "late", public_url=public_url)
        return len(late)

    return await in_transaction(sessions, work)


async def settle_fees(
    sessions: async_sessionmaker[AsyncSession], membership: MembershipClient, public_url: str
) -> int:
    """Ask members again about the fees that are to be settled, and return how many of them it told."""
    async with sessions() as session, session.begin():
        waiting: Sequence[Any] = (await session.execute(_TO_SETTLE)).all()
    told: dict[tuple[Any, Any], bool | None] = {}
    settled = 0
    for row in waiting:
        asked = (row.organisation_id, row.starts_on)
        if asked not in told:
            told[asked] = (await ask_members(membership, row.organisation_id, [row.starts_on]))[row.starts_on]
        is_member = told[asked]
        if is_member is not None and await _settle(sessions, row, is_member=is_member, public_url=public_url):
            settled += 1
    return settled


async def _settle(
    sessions: async_sessionmaker[AsyncSession], row: Any, *, is_member: bool, public_url: str
) -> bool:
    async def work(session: AsyncSession) -> bool:
        seen = await look_at(session, None, row.id, lock=True)
        loan = seen.loan
        was_asked = (row.organisation_id, row.starts_on) == (seen.facts["organisation_id"], loan.starts_on)
        if loan.fee_state == "settled" or not was_asked:
            return False
        price = await quote(session, loan.item_id, loan.starts_on, loan.ends_on, is_member=is_member)
        if price.cents is None:
            return False
        seen.apply("settle_fee", **price.columns())
        await record_step(session, seen, None, "settle_fee", changes=[("fee_cents", None, price.cents)])
        await tell(session, seen, "settle_fee", public_url=public_url)
        return True

    return await in_transaction(sessions, work)
