"""Statements of forwarded requests. Those who asked know of theirs, the item's organisation and the agency's lenders too."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.loans.sides import SIDE_BINDS, VISIBLE

_ITEM: Final = text("""
SELECT i.id, i.slug, i.title, i.handling, i.contact_email, i.owner_organisation_id, o.name AS owner_name
FROM item i LEFT JOIN organisation_copy o ON o.organisation_id = i.owner_organisation_id
WHERE (i.slug = :slug OR i.id = CAST(:item AS uuid))
  AND i.publication = 'published' AND (i.retired_on IS NULL OR i.retired_on > :today)
FOR SHARE OF i
""")
# Two requests of an organisation at the same moment are counted one after the other.
_TAKE_TURNS: Final = text(
    "SELECT pg_advisory_xact_lock(hashtextextended('forwarded_request ' || CAST(CAST(:organisation_id AS uuid) AS text), 0))"
)
_BEFORE: Final = text("""
SELECT created_at FROM forwarded_request WHERE organisation_id = :organisation_id AND item_id = :item_id
  AND starts_on = :starts_on AND ends_on = :ends_on
""")
_LATELY: Final = text("""
SELECT count(*) AS forwarded, min(created_at) + interval '1 day' - now() AS wait FROM forwarded_request
WHERE organisation_id = :organisation_id AND created_at > now() - interval '1 day'
""")
_ADD: Final = text("""
INSERT INTO forwarded_request (item_id, organisation_id, contact_name, contact_email, starts_on, ends_on, place_name,
  place_address, commune_insee, commune_name, department, message, created_by)
VALUES (:item_id, :organisation_id, :contact_name, :contact_email, :starts_on, :ends_on, :place_name,
  :place_address, :commune_insee, :commune_name, :department, :message, :created_by)
RETURNING id
""")
_COLUMNS: Final = """
SELECT r.*, i.slug, i.title, i.owner_organisation_id, w.name AS owner_name, o.name AS organisation_name,
  o.kind AS organisation_kind
"""
_FROM: Final = f"""
FROM forwarded_request r JOIN item i ON i.id = r.item_id
  LEFT JOIN organisation_copy o ON o.organisation_id = r.organisation_id
  LEFT JOIN organisation_copy w ON w.organisation_id = i.owner_organisation_id
WHERE {VISIBLE}
"""
_ONE: Final = text(f"{_COLUMNS} {_FROM} AND r.id = :id").bindparams(*SIDE_BINDS)
_LIST: Final = text(f"{_COLUMNS} {_FROM} AND r.id < :after ORDER BY r.id DESC LIMIT :count").bindparams(
    *SIDE_BINDS
)
_TOTAL: Final = text(f"SELECT count(*) {_FROM}").bindparams(*SIDE_BINDS)
# What both asked, the one that stays asked.
_MERGE: Final = (
    text("""
DELETE FROM forwarded_request r WHERE r.organisation_id = :gone AND EXISTS (
  SELECT FROM forwarded_request s WHERE s.organisation_id = :into AND s.item_id = r.item_id
    AND s.starts_on = r.starts_on AND s.ends_on = r.ends_on)
"""),
    text("UPDATE forwarded_request SET organisation_id = :into WHERE organisation_id = :gone"),
)
_FORGET: Final = (
    text("""
UPDATE forwarded_request SET contact_name = NULL, contact_email = NULL
WHERE contact_email IS NOT NULL AND encode(sha256(convert_to(lower(contact_email), 'UTF8')), 'hex') = :digest
"""),
    text("UPDATE forwarded_request SET created_by = :erased WHERE created_by = :account"),
)


class ForwardingStore:
    """Statements in one transaction; it never commits. `asker` is what `sides.asker` gives."""

    def __init__(self, session: AsyncSession, asker: Mapping[str, Any]) -> None:
        self._session = session
        self._asker = dict(asker)

    async def item(self, item: str, today: date) -> dict[str, Any] | None:
        """Return an item that everybody sees, by its slug or id; it stays as it is until the transaction ends."""
        values = {"slug": item, "item": _id_of(item), "today": today}
        found = (await self._session.execute(_ITEM, values)).mappings().one_or_none()
        return None if found is None else dict(found)

    async def lately(self, organisation_id: UUID) -> tuple[int, timedelta]:
        """Return how many requests of an organisation left within a day, and when the first of them is a day old.

        It waits for a request of the same organisation that is under way.
        """
        await self._session.execute(_TAKE_TURNS, {"organisation_id": organisation_id})
        row = (await self._session.execute(_LATELY, {"organisation_id": organisation_id})).one()
        return row.forwarded, row.wait or timedelta(0)

    async def before(self, values: Mapping[str, Any]) -> Any | None:
        """Return when the same item was asked for by the same organisation for the same days."""
        return await self._session.scalar(_BEFORE, dict(values))

    async def add(self, values: Mapping[str, Any]) -> UUID:
        """Write a request, and return its id."""
        made: UUID = (await self._session.execute(_ADD, dict(values))).scalar_one()
        return made

    async def one(self, request_id: UUID) -> dict[str, Any]:
        """Return a request that the asker knows of."""
        found = await self._session.execute(_ONE, {**self._asker, "id": request_id})
        return dict(found.mappings().one())

    async def some(self, *, after: UUID, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return at most `count` requests, the newest first, and how many there are in all."""
        rows = await self._session.execute(_LIST, {**self._asker, "after": after, "count": count})
        total = await self._session.scalar(_TOTAL, self._asker)
        return [dict(row) for row in rows.mappings()], int(total or 0)


async def follow_merge(session: AsyncSession, gone: UUID, into: UUID) -> None:
    """Let what an organisation asked for be that of the one it became."""
    for statement in _MERGE:
        await session.execute(statement, {"gone": gone, "into": into})


async def forget_account(session: AsyncSession, account: str, erased: str, email_digest: str) -> None:
    """Name an account nowhere any more, nor its owner as the one who is answered."""
    by_digest, by_account = _FORGET
    await session.execute(by_digest, {"digest": email_digest})
    await session.execute(by_account, {"account": account, "erased": erased})


def _id_of(item: str) -> UUID | None:
    try:
        return UUID(item)
    except ValueError:
        return None
