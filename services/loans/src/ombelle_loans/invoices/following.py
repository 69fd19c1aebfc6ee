"""What other services tell that changes papers: an account that is no more, an organisation that became another one."""

from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.insurance.store import InsuranceStore

_ERASING: Final = text("SELECT set_config('ombelle.erasing', :value, true)")
_NAMED: Final = tuple(
    text(f"UPDATE {table} SET {column} = :erased WHERE {column} = :account")  # noqa: S608 -- names of ours
    for table, column in (
        ("agreement", "made_by"),
        ("preparation_check", "checked_by"),
        ("condition_report", "made_by"),
        ("hand_over", "recorded_by"),
        ("incident", "made_by"),
        ("invoice", "issued_by"),
    )
)


async def forget_papers_of(session: AsyncSession, account: str, erased: str) -> None:
    """Name an account on no paper any more; what it did stays, and what was signed says who signed as long as it is kept."""
    values = {"account": account, "erased": erased}
    await InsuranceStore(session).forget_account(account, erased)
    await session.execute(_ERASING, {"value": "on"})
    for statement in _NAMED:
        await session.execute(statement, values)
    await session.execute(_ERASING, {"value": "off"})


async def follow_papers_merge(session: AsyncSession, gone: UUID, into: UUID) -> None:
    """Let certificates be those of the organisation that another one became. Numbers of papers stay whose they were."""
    await InsuranceStore(session).follow_merge(gone, into)
