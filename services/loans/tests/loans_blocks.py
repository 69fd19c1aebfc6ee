"""What the tests of blocks share: days of 2027, and what blocks units."""

from datetime import date, timedelta

from ombelle_loans.availability.days import Days

TODAY = date(2027, 3, 1)
"""A Monday."""


def days(first, last):
    return Days(date.fromisoformat(first), date.fromisoformat(last))


def day(number):
    return TODAY + timedelta(days=number)


async def blocks(connection, **only):
    """What blocks units, in order: unit, kind, period, blocked."""
    rows = await connection.fetch(
        "SELECT unit_id, kind, period::text, blocked::text FROM unit_block WHERE released_at IS NULL "
        "ORDER BY unit_id, period"
    )
    return [tuple(row) for row in rows if all(row[name] == value for name, value in only.items())]


async def until_one_waits(connection):
    """Return once a transaction of the service waits for another."""
    while not await connection.fetchval(
        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0)"
    ):
        pass
