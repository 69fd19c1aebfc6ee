"""Statements of evaluations and of what is to be done after them. Who stands on neither side of a loan knows of none."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Interval, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.loans.sides import SIDE_BINDS, SIDES, VISIBLE

_FROM: Final = """
FROM evaluation e JOIN loan l ON l.id = e.loan_id JOIN loan_request r ON r.id = l.request_id
JOIN item i ON i.id = l.item_id LEFT JOIN organisation_copy o ON o.organisation_id = r.organisation_id
"""
_COLUMNS: Final = f"""
SELECT e.*, l.number AS loan_number, l.starts_on, l.ends_on, l.item_id, i.title, r.organisation_id,
  o.name AS organisation_name, i.owner_organisation_id, {SIDES}
{_FROM}
"""
_OF_LOAN: Final = text(f"{_COLUMNS} WHERE e.loan_id = :loan_id AND {VISIBLE} FOR UPDATE OF e").bindparams(
    *SIDE_BINDS
)
_BY_LINK: Final = text(f"""
{_COLUMNS} JOIN evaluation_link k ON k.evaluation_id = e.id
WHERE k.digest = :digest AND k.expires_at > now() FOR UPDATE OF e
""").bindparams(*SIDE_BINDS)
_FILTER: Final = f"""
WHERE {VISIBLE} AND (CAST(:state AS text) IS NULL OR e.state = :state)
  AND (CAST(:year AS integer) IS NULL OR extract(year FROM l.starts_on) = :year)
  AND (CAST(:item_id AS uuid) IS NULL OR l.item_id = :item_id)
  AND (CAST(:satisfaction AS text) IS NULL OR e.satisfaction = :satisfaction)
"""
_LIST: Final = text(f"{_COLUMNS} {_FILTER} AND e.id < :after ORDER BY e.id DESC LIMIT :count").bindparams(
    *SIDE_BINDS
)
_COUNTED: Final = """(SELECT coalesce(jsonb_object_agg(value, n), '{{}}') FROM (
  SELECT {value} AS value, count(*) AS n FROM {of} WHERE state = 'answered' AND {value} IS NOT NULL GROUP BY 1) AS c)"""
_ANSWERED: Final = ", ".join(
    f"'{name}', {_COUNTED.format(value=value, of=of)}"
    for name, value, of in (
        ("satisfaction", "satisfaction", "found"),
        ("satisfaction_welcome", "satisfaction_welcome", "found"),
        ("satisfaction_logistics", "satisfaction_logistics", "found"),
        ("how_known", "how_known", "found"),
        (
            "audience_types",
            "audience_type",
            "found CROSS JOIN LATERAL unnest(audience_types) AS audience_type",
        ),
        ("first_time", "first_time", "found"),
    )
)
_COUNT: Final = text(f"""
WITH found AS (SELECT e.* {_FROM} {_FILTER})
SELECT count(*) AS total, count(*) FILTER (WHERE state = 'answered') AS answered,
  count(*) FILTER (WHERE state = 'waived') AS waived, jsonb_build_object({_ANSWERED}) AS answers
FROM found
""").bindparams(*SIDE_BINDS)
_ANSWER: Final = text("""
UPDATE evaluation SET state = 'answered', first_time = :first_time, how_known = :how_known,
  how_known_other = :how_known_other, audience_method = :audience_method, audience = :audience,
  audience_types = :audience_types, satisfaction = :satisfaction, satisfaction_welcome = :satisfaction_welcome,
  satisfaction_logistics = :satisfaction_logistics, pleased = :pleased, content_remarks = :content_remarks,
  answered_at = coalesce(answered_at, now()), answered_by = :by, version = version + 1
WHERE id = :id
""")
_WAIVE: Final = text("""
UPDATE evaluation SET state = 'waived', waived_at = now(), waived_by = :by, waiver_reason = :reason,
  version = version + 1 WHERE id = :id
""")
# Another remark is another thing to do; one that is taken back before anybody began is none.
_TASK: Final = text("""
INSERT INTO content_task AS t (evaluation_id, item_id, remark) VALUES (:evaluation_id, :item_id, :remark)
ON CONFLICT (evaluation_id) DO UPDATE SET remark = excluded.remark, state = 'to_do', version = t.version + 1,
  updated_at = now() WHERE t.remark <> excluded.remark
RETURNING id
""")
_NO_TASK: Final = text("DELETE FROM content_task WHERE evaluation_id = :evaluation_id AND state = 'to_do'")
_BACK: Final = text("""
INSERT INTO evaluation (loan_id)
SELECT l.id FROM loan l WHERE l.status IN ('returned', 'inspected', 'closed') AND l.origin = 'asked'
  AND NOT EXISTS (SELECT FROM evaluation e WHERE e.loan_id = l.id)
ORDER BY l.id LIMIT :count ON CONFLICT (loan_id) DO NOTHING RETURNING id
""")
_DUE: Final = text("""
UPDATE evaluation SET reminders = reminders + 1, reminded_at = :now, version = version + 1
WHERE id IN (
  SELECT id FROM evaluation WHERE state = 'asked' AND reminders < :most
    AND coalesce(reminded_at, asked_at) <= CAST(:now AS timestamptz) - :after
  ORDER BY id LIMIT :count FOR UPDATE SKIP LOCKED)
RETURNING id
""").bindparams(bindparam("after", type_=Interval))
_TO_WRITE: Final = text("""
SELECT e.id, e.reminders, l.id AS loan_id, l.starts_on, l.ends_on, i.title, r.organisation_id
FROM evaluation e JOIN loan l ON l.id = e.loan_id JOIN loan_request r ON r.id = l.request_id
JOIN item i ON i.id = l.item_id WHERE e.id = ANY (:ids) ORDER BY e.id
""")
_LINK: Final = text("""
INSERT INTO evaluation_link (digest, evaluation_id, expires_at) VALUES (:digest, :evaluation_id, :expires_at)
""")
_TASK_FROM: Final = """
FROM content_task t JOIN item i ON i.id = t.item_id JOIN evaluation e ON e.id = t.evaluation_id
JOIN loan l ON l.id = e.loan_id
"""
_LENT_BY_ASKER: Final = "(:asker_lends OR i.owner_organisation_id = ANY (:asker_organisations))"
_TASK_COLUMNS: Final = f"SELECT t.*, i.title, i.slug, l.id AS loan_id, l.number AS loan_number {_TASK_FROM}"
_ONE_TASK: Final = text(f"{_TASK_COLUMNS} WHERE t.id = :id AND {_LENT_BY_ASKER} FOR UPDATE OF t").bindparams(
    *SIDE_BINDS
)
_TASK_FILTER: Final = f"""
WHERE {_LENT_BY_ASKER} AND (CAST(:state AS text) IS NULL OR t.state = :state)
  AND (CAST(:item_id AS uuid) IS NULL OR t.item_id = :item_id)
"""
_TASKS: Final = text(
    f"{_TASK_COLUMNS} {_TASK_FILTER} AND t.id < :after ORDER BY t.id DESC LIMIT :count"
).bindparams(*SIDE_BINDS)
_TASK_COUNT: Final = text(f"SELECT count(*) {_TASK_FROM} {_TASK_FILTER}").bindparams(*SIDE_BINDS)
_CHANGE_TASK: Final = text("""
UPDATE content_task SET state = :state, note = :note, version = version + 1, updated_at = now() WHERE id = :id
""")
_FORGET: Final = (
    text("UPDATE evaluation SET answered_by = :erased WHERE answered_by = :account"),
    text("UPDATE evaluation SET waived_by = :erased WHERE waived_by = :account"),
)
_OWNER_ADDRESS: Final = text(
    "SELECT s.email FROM lender_settings s WHERE s.organisation_id IS NOT DISTINCT FROM CAST(:owner AS uuid)"
)
Row = dict[str, Any]


class EvaluationStore:
    """Statements in one transaction; it never commits. `asker` is what `sides.asker` gives."""

    def __init__(self, session: AsyncSession, asker: Mapping[str, Any]) -> None:
        self._session = session
        self._asker = dict(asker)

    async def of_loan(self, loan_id: UUID) -> Row | None:
        """Return the evaluation of a loan, locked."""
        return await self._one(_OF_LOAN, {"loan_id": loan_id})

    async def by_link(self, digest: bytes) -> Row | None:
        """Return the evaluation that a link opens, locked."""
        return await self._one(_BY_LINK, {"digest": digest})

    async def some(self, wanted: Mapping[str, Any], *, after: UUID, count: int) -> tuple[list[Row], Row]:
        """Return evaluations, the newest first, and how many there are, answered and waived, with what was answered."""
        values = {**self._asker, **wanted}
        rows = await self._session.execute(_LIST, {**values, "after": after, "count": count})
        counts = (await self._session.execute(_COUNT, values)).mappings().one()
        return [dict(row) for row in rows.mappings()], dict(counts)

    async def answer(self, row: Mapping[str, Any], values: Mapping[str, Any], by: str) -> UUID | None:
        """Write what the borrower says; return the task that a new remark makes."""
        await self._session.execute(_ANSWER, {**values, "id": row["id"], "by": by})
        if values["content_remarks"] is None:
            await self._session.execute(_NO_TASK, {"evaluation_id": row["id"]})
            return None
        task = {"evaluation_id": row["id"], "item_id": row["item_id"], "remark": values["content_remarks"]}
        made: UUID | None = await self._session.scalar(_TASK, task)
        return made

    async def waive(self, evaluation_id: UUID, by: str, reason: str) -> None:
        """Let the borrower off."""
        await self._session.execute(_WAIVE, {"id": evaluation_id, "by": by, "reason": reason})

    async def owner_address(self, owner: UUID | None) -> str | None:
        """Return where a lender takes its mail."""
        address: str | None = await self._session.scalar(_OWNER_ADDRESS, {"owner": owner})
        return address

    async def task(self, task_id: UUID) -> Row | None:
        """Return a task of an item that the asker lends, locked."""
        return await self._one(_ONE_TASK, {"id": task_id})

    async def tasks(self, wanted: Mapping[str, Any], *, after: UUID, count: int) -> tuple[list[Row], int]:
        """Return tasks, the newest first, and how many there are."""
        values = {**self._asker, **wanted}
        rows = await self._session.execute(_TASKS, {**values, "after": after, "count": count})
        total = await self._session.scalar(_TASK_COUNT, values)
        return [dict(row) for row in rows.mappings()], int(total or 0)

    async def change_task(self, task_id: UUID, state: str, note: str | None) -> None:
        """Say how far a task is."""
        await self._session.execute(_CHANGE_TASK, {"id": task_id, "state": state, "note": note})

    async def _one(self, statement: Any, values: Mapping[str, Any]) -> Row | None:
        found = (await self._session.execute(statement, {**self._asker, **values})).mappings().one_or_none()
        return None if found is None else dict(found)


async def ask_of_what_is_back(session: AsyncSession, count: int) -> list[UUID]:
    """Make the evaluations of loans that are back, and return their ids."""
    return list(await session.scalars(_BACK, {"count": count}))


async def remind_due(
    session: AsyncSession, now: datetime, *, after: timedelta, most: int, count: int
) -> list[UUID]:
    """Note a reminder to whoever has not answered for so long, and return the ids."""
    return list(await session.scalars(_DUE, {"now": now, "after": after, "most": most, "count": count}))


async def to_write(session: AsyncSession, ids: Sequence[UUID]) -> list[Row]:
    """Return what the mail about each evaluation says, and whom it goes to."""
    rows = await session.execute(_TO_WRITE, {"ids": list(ids)})
    return [dict(row) for row in rows.mappings()]


async def add_links(session: AsyncSession, links: Sequence[Mapping[str, Any]]) -> None:
    """Keep the digests of links."""
    if links:
        await session.execute(_LINK, list(links))


async def forget_account(session: AsyncSession, account: str, erased: str) -> None:
    """Name an account nowhere any more; what it answered stays."""
    for statement in _FORGET:
        await session.execute(statement, {"account": account, "erased": erased})
