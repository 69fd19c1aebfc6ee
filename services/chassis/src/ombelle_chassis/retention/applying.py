"""Keeping nothing longer than the rules say."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_chassis.audit import record
from ombelle_chassis.logging import get_logger
from ombelle_chassis.retention.rules import Rule

_PARIS: Final = ZoneInfo("Europe/Paris")


async def carry_out(
    sessions: async_sessionmaker[AsyncSession],
    rules: Sequence[Rule],
    statements: Mapping[str, Sequence[str]],
    *,
    now: datetime,
) -> dict[str, int]:
    """Carry out rules, each in a transaction of its own, and return by kind how many rows went or were emptied.

    Args:
        sessions: opens the transactions.
        rules: those that have no statement are somebody else's to carry out.
        statements: by a rule's kind; in each, `:before` is now less the rule's age, and `:now` the time.
        now: the time.

    """
    met = {}
    for rule in rules:
        if rule.kind in statements:
            async with sessions() as session, session.begin():
                met[rule.kind] = 0
                for statement in statements[rule.kind]:
                    values = {"before": now - rule.age} | ({"now": now} if ":now" in statement else {})
                    result: Any = await session.execute(text(statement), values)
                    met[rule.kind] += result.rowcount
    return met


async def note_carried_out(
    sessions: async_sessionmaker[AsyncSession], met: Mapping[str, int], *, service: str, now: datetime
) -> None:
    """Tell the audit log and the service's own what a night took away; a night that took nothing is not told."""
    done = {kind: count for kind, count in met.items() if count}
    if not done:
        return
    async with sessions() as session, session.begin():
        await record(
            session,
            actor="retention",
            action="retention_applied",
            subject_kind="retention",
            subject_id=now.astimezone(_PARIS).date().isoformat(),
            values=done,
        )
    get_logger(service).info("retention_applied", **done)
