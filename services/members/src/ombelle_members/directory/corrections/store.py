from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

import orjson
from sqlalchemy import Text, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_ID: Final = bindparam("id", type_=Uuid)
_ENTRY: Final = text("SELECT to_jsonb(o) FROM public_organisation o WHERE o.id = :id").bindparams(_ID)
_WAITING: Final = text("""
SELECT count(*) FILTER (WHERE organisation_id = :id AND state = 'waiting') AS of_organisation,
  count(*) FILTER (WHERE created_at > now() - interval '1 day') AS of_day
FROM directory_correction
WHERE origin <> 'organisation' AND (organisation_id = :id AND state = 'waiting' OR created_at > now() - interval '1 day')
""").bindparams(_ID)
_ADD: Final = text("""
INSERT INTO directory_correction (organisation_id, origin, person_id, email, message)
VALUES (:organisation, :origin, :person, :email, :message) RETURNING id
""").bindparams(
    bindparam("organisation", type_=Uuid),
    bindparam("person", type_=Uuid),
    bindparam("email", type_=Text),
    bindparam("message", type_=Text),
)
_ADD_FIELDS: Final = text("""
INSERT INTO directory_correction_field (correction_id, field, proposed)
SELECT :id, key, value FROM jsonb_each(CAST(:fields AS jsonb))
""").bindparams(_ID)
_SHOWN: Final = """
SELECT c.id, c.organisation_id, jsonb_build_object('id', o.id, 'name', o.name) AS organisation, c.origin,
  c.message, c.answer, c.state, c.created_at, c.settled_at, by.name AS settled_by, c.version,
  CASE WHEN num_nonnulls(p.name, p.email, c.email) > 0
    THEN jsonb_build_object('name', p.name, 'email', coalesce(p.email, c.email)) END AS sender,
  coalesce(p.email, c.email) AS sender_email, coalesce(p.locale, 'fr') AS sender_locale,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('field', f.field, 'current', to_jsonb(o) -> f.field,
      'proposed', f.proposed, 'decision', f.decision) ORDER BY f.field), '[]')
    FROM directory_correction_field f WHERE f.correction_id = c.id) AS fields
FROM directory_correction c JOIN organisation o ON o.id = c.organisation_id
LEFT JOIN person p ON p.id = c.person_id LEFT JOIN person by ON by.id = c.settled_by
"""
_WHERE: Final = """
(CAST(:state AS text) IS NULL OR c.state = :state)
AND (CAST(:organisation AS uuid) IS NULL OR c.organisation_id = :organisation)
"""
_PAGE: Final = text(f"{_SHOWN} WHERE {_WHERE} AND c.id < :before ORDER BY c.id DESC LIMIT :count")
_TOTAL: Final = text(f"SELECT count(*) FROM directory_correction c WHERE {_WHERE}")  # noqa: S608
_ONE: Final = text(f"{_SHOWN} WHERE c.id = :id").bindparams(_ID)
_HOLD: Final = text("SELECT id FROM directory_correction WHERE id = :id FOR UPDATE").bindparams(_ID)
_DECIDE: Final = text("""
UPDATE directory_correction_field f SET decision = d.value
FROM jsonb_each_text(CAST(:decisions AS jsonb)) AS d WHERE f.correction_id = :id AND f.field = d.key
""").bindparams(_ID)
_TOUCH: Final = text("""
UPDATE directory_correction c SET version = c.version + 1, answer = coalesce(CAST(:answer AS text), c.answer),
  state = CASE WHEN done.all THEN 'settled' ELSE c.state END,
  settled_at = CASE WHEN done.all THEN now() END,
  settled_by = CASE WHEN done.all THEN CAST(:by AS uuid) END
FROM (SELECT NOT EXISTS (SELECT FROM directory_correction_field WHERE correction_id = :id AND decision IS NULL) AS all)
  AS done
WHERE c.id = :id
""").bindparams(_ID)


class CorrectionStore:
    """Corrections in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def entry(self, organisation_id: UUID) -> dict[str, Any] | None:
        """Return a public organisation as anybody sees it."""
        found: dict[str, Any] | None = await self._session.scalar(_ENTRY, {"id": organisation_id})
        return found

    async def waiting(self, organisation_id: UUID) -> tuple[int, int]:
        """Return how many corrections of strangers wait for an organisation, and how many came within a day."""
        row = (await self._session.execute(_WAITING, {"id": organisation_id})).one()
        return row.of_organisation, row.of_day

    async def add(self, values: Mapping[str, Any], fields: Mapping[str, Any]) -> UUID:
        """Write a correction."""
        correction_id: UUID = (await self._session.execute(_ADD, dict(values))).scalar_one()
        await self._session.execute(_ADD_FIELDS, {"id": correction_id, "fields": _json(fields)})
        return correction_id

    async def page(
        self, state: str | None, organisation_id: UUID | None, *, before: UUID, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return corrections, the newest first, and how many there are in all."""
        values = {"state": state, "organisation": organisation_id}
        rows = await self._session.execute(_PAGE, {**values, "before": before, "count": count})
        total = await self._session.scalar(_TOTAL, values)
        return [dict(row) for row in rows.mappings()], int(total or 0)

    async def correction(self, correction_id: UUID, *, lock: bool = False) -> dict[str, Any] | None:
        """Return a correction, with `lock` held until the transaction ends."""
        if lock:
            await self._session.execute(_HOLD, {"id": correction_id})
        row = (await self._session.execute(_ONE, {"id": correction_id})).mappings().one_or_none()
        return None if row is None else dict(row)

    async def decide(
        self, correction_id: UUID, decisions: Mapping[str, str], answer: str | None, by: UUID | None
    ) -> None:
        """Write what was decided of fields; once none waits, the correction is settled."""
        await self._session.execute(_DECIDE, {"id": correction_id, "decisions": _json(decisions)})
        await self._session.execute(_TOUCH, {"id": correction_id, "answer": answer, "by": by})


def undecided(fields: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return the names of the fields that wait."""
    return {one["field"] for one in fields if one["decision"] is None}


def _json(values: Mapping[str, Any]) -> str:
    return orjson.dumps(dict(values)).decode()
