"""Who is asked what they say of a loan: once it is back, and again where they say nothing."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from ombelle_chassis.jobs import Register
from pgqueuer import PgQueuer
from pgqueuer.models import Schedule
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.agreements.domain import new_token
from ombelle_loans.evaluations.domain import LINK_LASTS, MOST_REMINDERS, REMINDED_AFTER
from ombelle_loans.evaluations.store import add_links, ask_of_what_is_back, remind_due, to_write
from ombelle_loans.loans.wording import spoken_days
from ombelle_loans.mailing import ask_for_mail
from ombelle_loans.transactions import in_transaction

_AT_ONCE: Final = 100


def evaluation_jobs(sessions: async_sessionmaker[AsyncSession], public_url: str) -> Register:
    """Return what registers the jobs."""

    async def register(worker: PgQueuer) -> None:
        @worker.schedule("ask-for-evaluations", "*/5 * * * *", clean_old=True)
        async def ask(_schedule: Schedule) -> None:
            await ask_for_evaluations(sessions, public_url)

        @worker.schedule("remind-of-evaluations", "20 9 * * *", clean_old=True)
        async def remind(_schedule: Schedule) -> None:
            await remind_of_evaluations(sessions, public_url, datetime.now(UTC))

    return register


async def ask_for_evaluations(sessions: async_sessionmaker[AsyncSession], public_url: str) -> int:
    """Ask the borrower of each loan that is back, once; return how many that were."""

    async def work(session: AsyncSession) -> int:
        asked = await ask_of_what_is_back(session, _AT_ONCE)
        await _write(session, asked, public_url)
        return len(asked)

    return await _all(sessions, work)


async def remind_of_evaluations(
    sessions: async_sessionmaker[AsyncSession], public_url: str, now: datetime
) -> int:
    """Remind whoever was asked and has not answered; return how many that were."""

    async def work(session: AsyncSession) -> int:
        due = await remind_due(session, now, after=REMINDED_AFTER, most=MOST_REMINDERS, count=_AT_ONCE)
        await _write(session, due, public_url)
        return len(due)

    return await _all(sessions, work)


async def _all(
    sessions: async_sessionmaker[AsyncSession], work: Callable[[AsyncSession], Awaitable[int]]
) -> int:
    total = 0
    while count := await in_transaction(sessions, work):
        total += count
        if count < _AT_ONCE:
            break
    return total


async def _write(session: AsyncSession, ids: Sequence[UUID], public_url: str) -> None:
    """Write to the organisation that borrowed: its link opens the questionnaire to whoever the mail is handed on to."""
    links = []
    for row in await to_write(session, ids) if ids else ():
        token, digest = new_token()
        links.append(
            {"digest": digest, "evaluation_id": row["id"], "expires_at": datetime.now(UTC) + LINK_LASTS}
        )
        values = {
            "item": row["title"],
            "days": spoken_days(row["starts_on"], row["ends_on"], "fr"),
            "is_reminder": row["reminders"] > 0,
            "link": f"{public_url}/questionnaire/{token}",
        }
        key = "evaluation-reminder" if values["is_reminder"] else "evaluation"
        await ask_for_mail(
            session,
            row["organisation_id"],
            "evaluation",
            values,
            about=("loan", row["loan_id"]),
            is_secret=True,
            key=key,
        )
    await add_links(session, links)
