"""The objects of loans that the table's operations are asked of, as rows.

A draft of an item, so that the catalogue shows none; a loan that was declined, so that nothing more becomes of it. The
item and the tariff of the organisation here were used once, and so cannot be removed by who may.
"""

from datetime import date
from uuid import UUID

import asyncpg

_ITEM = """
WITH made AS (
  INSERT INTO item (slug, title, category, owner_organisation_id) VALUES ($1, 'Brouillon du tableau', 'kit', $2)
  RETURNING id),
formed AS (INSERT INTO item_format (item_id, format) SELECT id, 'case' FROM made RETURNING id, item_id)
INSERT INTO unit (format_id) SELECT id FROM formed
RETURNING id AS unit_id, format_id, (SELECT item_id FROM formed) AS item_id
"""
_TARIFF = """
INSERT INTO tariff (organisation_id, category, basis, in_force, member_cents, other_cents)
VALUES ($1, 'kit', 'flat', '[2080-01-01,2081-01-01)', 0, 100) RETURNING id
"""
_LOAN = """
WITH asked AS (
  INSERT INTO loan_request (organisation_id, place_name, commune_insee, department, created_by)
  VALUES ($1, 'Tableau', '80021', '80', 'roles') RETURNING id),
declined AS (
  INSERT INTO loan (request_id, item_id, format_id, status, origin, decline_reason, starts_on, ends_on, tariff_id)
  SELECT id, $2, $3, 'declined', 'imported', 'Tableau', '2031-10-06', '2031-10-10', $5 FROM asked RETURNING id, request_id)
INSERT INTO loan_unit (loan_id, unit_id) SELECT id, $4 FROM declined
RETURNING loan_id, (SELECT request_id FROM declined) AS loan_request_id
"""
_DRAFTS = "SELECT id FROM item WHERE title = 'Brouillon du tableau'"
_PUT_AWAY = f"""
DELETE FROM unit_block WHERE unit_id IN (
  SELECT u.id FROM unit u JOIN item_format f ON f.id = u.format_id WHERE f.item_id IN ({_DRAFTS}));
DELETE FROM evaluation WHERE loan_id IN (SELECT id FROM loan WHERE item_id IN ({_DRAFTS}));
DELETE FROM loan WHERE item_id IN ({_DRAFTS});
DELETE FROM loan_request r WHERE r.created_by = 'roles' AND NOT EXISTS (SELECT FROM loan l WHERE l.request_id = r.id);
DELETE FROM unit WHERE format_id IN (SELECT id FROM item_format WHERE item_id IN ({_DRAFTS}));
DELETE FROM item WHERE id IN ({_DRAFTS})
"""
_PUT_RULES_AWAY = (
    "DELETE FROM tariff WHERE organisation_id = $1",
    "DELETE FROM closure WHERE organisation_id = $1",
)


# A loan that ended long ago, whose evaluation is asked for no more.
_ENDED = """
WITH asked AS (
  INSERT INTO loan_request (organisation_id, place_name, commune_insee, department, created_by)
  VALUES ($1, 'Tableau', '80021', '80', 'roles') RETURNING id),
closed AS (
  INSERT INTO loan (request_id, item_id, format_id, status, origin, starts_on, ends_on, went_out_on, returned_on)
  SELECT id, $2, $3, 'closed', 'imported', '1995-03-06', '1995-03-10', '1995-03-06', '1995-03-10' FROM asked RETURNING id)
INSERT INTO evaluation (loan_id, state, origin, waived_at, waived_by, waiver_reason)
SELECT id, 'waived', 'imported', now(), 'roles', 'Tableau' FROM closed RETURNING loan_id
"""
_BLOCK = """
INSERT INTO unit_block (unit_id, kind, period, blocked)
SELECT $1, 'maintenance', days, days FROM daterange($2::date, $2::date + 3) AS days RETURNING id
"""
_CLOSURE = """
INSERT INTO closure (organisation_id, days, label) VALUES ($1, '[2080-08-01,2080-08-15)', 'Tableau') RETURNING id
"""


async def add_loans(loans: asyncpg.Connection, here: str, elsewhere: str, batch: str) -> dict[str, str]:
    """Make them; return the ids by the names of the paths' parameters."""
    await _known(loans, UUID(here), UUID(elsewhere))
    own = await loans.fetchrow(_ITEM, f"roles-{batch}-1", UUID(here))
    agency = await loans.fetchrow(_ITEM, f"roles-{batch}-2", None)
    tariff = await loans.fetchval(_TARIFF, UUID(here))
    used = (own["item_id"], own["format_id"], own["unit_id"], tariff)
    await loans.fetchrow(_LOAN, UUID(elsewhere), *used)
    lent = await loans.fetchrow(
        _LOAN, UUID(here), agency["item_id"], agency["format_id"], agency["unit_id"], None
    )
    ended = await loans.fetchval(_ENDED, UUID(here), agency["item_id"], agency["format_id"])
    return {
        "ended_loan_id": str(ended),
        "to_loan_id": str(ended),
        **await new_block(loans, str(own["unit_id"])),
        **await new_closure(loans, here),
        **{name: str(value) for name, value in {**own, **lent}.items()},
        "loan_unit_id": str(agency["unit_id"]),
        "tariff_id": str(tariff),
        "owner": here,
        "lender": here,
    }


async def new_block(loans: asyncpg.Connection, unit_id: str) -> dict[str, str]:
    """Say that a unit is in maintenance, after all other days on which it is."""
    latest = await loans.fetchval(
        "SELECT max(upper(period)) FROM unit_block WHERE unit_id = $1", UUID(unit_id)
    )
    return {"block_id": str(await loans.fetchval(_BLOCK, UUID(unit_id), latest or date(2080, 3, 4)))}


async def new_closure(loans: asyncpg.Connection, here: str) -> dict[str, str]:
    """Close the organisation here for days of its own."""
    return {"closure_id": str(await loans.fetchval(_CLOSURE, UUID(here)))}


async def remove_loans(loans: asyncpg.Connection, here: str) -> None:
    """Take them away, with what those who may added."""
    await loans.execute(_PUT_AWAY)
    for statement in _PUT_RULES_AWAY:
        await loans.execute(statement, UUID(here))


async def _known(loans: asyncpg.Connection, *organisations: UUID) -> None:
    """Have the organisations in the copy, which hears of new ones a moment later: version 0 is older than what it hears."""
    await loans.executemany(
        "INSERT INTO organisation_copy (organisation_id, version) VALUES ($1, 0) ON CONFLICT DO NOTHING",
        [(one,) for one in organisations],
    )
