from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import RowMapping, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.viewer import VIEWER_BINDS, Asker
from ombelle_events.decisions.statements import answer_of
from ombelle_events.desk.statements import CARD, CARD_JOINS
from ombelle_events.mailing import OwnWords

Row = RowMapping

_STANDINGS: Final = text(f"""
SELECT w.place, row_to_json(card) AS card, dossier.*
FROM unnest(:ids) WITH ORDINALITY AS w (id, place)
CROSS JOIN LATERAL (
  SELECT {CARD} FROM application a {CARD_JOINS} WHERE a.id = w.id AND a.call_id = :call AND a.status <> 'discarded'
) card
CROSS JOIN LATERAL (
  SELECT {answer_of("contact_name")} #>> '{{}}' AS contact_name,
    {answer_of("contact_email")} #>> '{{}}' AS contact_email,
    (SELECT max(y.at) FROM application_entry y WHERE y.application_id = a.id AND y.action = 'draft_reminded')
      AS reminded_at,
    EXISTS (SELECT FROM application_message t WHERE t.application_id = a.id AND t.side = 'coordination'
      AND t.read_at IS NULL) AS has_unread
  FROM application a JOIN form_version f ON f.id = a.form_version_id WHERE a.id = w.id
) dossier
ORDER BY w.place
""").bindparams(*VIEWER_BINDS, bindparam("ids", type_=ARRAY(Uuid)))  # noqa: S608 (fragments of ours)
_CALL: Final = text("""
SELECT l.title, l.contact_email, l.closes_at, l.form_version_id, e.year, t.subject, t.body
FROM call l JOIN edition e ON e.id = l.edition_id
LEFT JOIN text_template t ON t.call_id = l.id AND t.kind = 'mail' AND t.key = :key
WHERE l.id = :call
""")


class BulkStore:
    """Applications that something is to be done with, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession, asker: Asker, call_id: UUID) -> None:
        self._session = session
        self._values = {"call": call_id, **asker.values()}

    async def standings(self, ids: Sequence[UUID]) -> dict[UUID, Row]:
        """Return how these applications of the call stand, by id; those that are not to be known of are left out.

        `card` is what the desk shows; the contact's name and address are for the mail alone.
        """
        found = await self._session.execute(_STANDINGS, {**self._values, "ids": list(ids)})
        return {UUID(row["card"]["id"]): row for row in found.mappings()}

    async def call(self, key: str) -> tuple[Row, OwnWords | None]:
        """Return what mails say of the call, and the words that the team wrote for this mail, if it did."""
        row = (await self._session.execute(_CALL, {**self._values, "key": key})).mappings().one()
        return row, None if row["body"] is None else OwnWords(row["subject"], row["body"])
