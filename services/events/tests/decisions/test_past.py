"""The demo's applications move into the past: every moment of theirs, in order, and nothing of anybody else's."""

from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest
from decision_desk import Desk, line
from ombelle_events.past import STAGES, days_of, move_into_the_past

MOMENTS = {
    "application": ("id", "created_at", "submitted_at", "decided_at"),
    "application_entry": ("application_id", "at", "until"),
    "letter": ("application_id", "made_at"),
    "project": ("application_id", "created_at"),
    "assignment": ("application_id", "assigned_at"),
    "review": ("application_id", "submitted_at"),
}


async def moments(connection: asyncpg.Connection, application: Any) -> dict[str, list[datetime]]:
    """Return every moment of an application that is told, by table."""
    found = {}
    for table, (key, *columns) in MOMENTS.items():
        rows = await connection.fetch(
            f"SELECT {', '.join(columns)} FROM {table} WHERE {key} = $1", application
        )
        found[table] = sorted(moment for row in rows for moment in row.values() if moment is not None)
    return found


async def test_what_befell_an_application_moves_stage_by_stage_and_only_once(
    desk: Desk, connection: asyncpg.Connection, territory_url: str
) -> None:
    moved, other = await desk.application("Lune"), await desk.application("Fusées")
    rose = desk.somebody("Rose", "reviewer")
    await desk.rows.member(desk.call, rose)
    await desk.rows.assign(moved, rose)
    await desk.rows.review(moved, rose)
    batch = await desk.batch(line(moved, amount_cents=1000))
    await desk.apply(batch)
    await desk.apply(await desk.batch(line(other)))
    await connection.execute("UPDATE application SET created_at = decided_at, submitted_at = decided_at")
    before, left = await moments(connection, moved), await moments(connection, other)
    wanted = {str(moved): {"begun": 200, "sent": 150, "decided": 100}}

    assert await move_into_the_past(territory_url, wanted) == 1
    after = await moments(connection, moved)
    day = timedelta(days=1)
    begun, sent = before["application"][0] - 200 * day, before["application"][1] - 150 * day
    assert after["application"] == [begun, sent, before["application"][2] - 100 * day]
    for table in ("application_entry", "letter", "project"):
        assert after[table] == [moment - 100 * day for moment in before[table]], table
    applied = await connection.fetchval("SELECT applied_at FROM decision_batch WHERE id = $1", batch["id"])
    assert datetime.now(UTC) - applied > 99 * day
    for table in ("assignment", "review"):
        assert after[table] == [before[table][0] - 150 * day], table
    assert await moments(connection, other) == left

    assert await move_into_the_past(territory_url, wanted) == 0
    assert await moments(connection, moved) == after


async def test_what_is_frozen_stays_so_afterwards(
    desk: Desk, connection: asyncpg.Connection, territory_url: str
) -> None:
    made, rose = await desk.application(), desk.somebody("Rose", "reviewer")
    await desk.rows.member(desk.call, rose)
    await desk.rows.assign(made, rose)
    await desk.rows.review(made, rose)
    await desk.apply(await desk.batch(line(made)))
    await connection.execute("UPDATE application SET created_at = now()")
    assert await move_into_the_past(territory_url, {str(made): {"begun": 9}}) == 1
    for change in (
        "UPDATE letter SET made_at = now()",
        "UPDATE application_entry SET at = now()",
        "UPDATE decision_batch SET applied_at = now()",
        "UPDATE review SET submitted_at = now()",
    ):
        with pytest.raises(asyncpg.PostgresError):
            await connection.execute(change)


def test_a_stage_left_out_was_when_the_one_before_was() -> None:
    days = days_of({"begun": 30, "sent": 20, "decided": 5, "due": 7})
    assert [days[stage] for stage in STAGES] == [30, 20, 20, 20, 20, 5, 5]
    assert (days["last"], days["due"]) == (5, 7)


@pytest.mark.parametrize("wrong", [{}, {"sent": 3}, {"begun": 3, "sent": 4}, {"begun": -1}])
def test_time_goes_one_way(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="days ago"):
        days_of(wrong)
