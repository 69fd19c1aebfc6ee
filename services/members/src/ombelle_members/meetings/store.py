"""Statements of meetings as they are prepared and read; `roll`, `ballots` and `voting` have their own."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Date, DateTime, Integer, Text, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

Row = dict[str, Any]

_BRIEF: Final = """
m.id, m.body, m.title, m.purpose, m.held_on, m.starts_at, m.zone, m.place, m.online_url, m.state, m.second_call_of,
m.version
"""
_PAGE: Final = text(f"""
SELECT {_BRIEF} FROM meeting m
WHERE (CAST(:body AS text) IS NULL OR m.body = :body) AND (CAST(:state AS text) IS NULL OR m.state = :state)
  AND (CAST(:first AS date) IS NULL OR m.held_on >= :first) AND (CAST(:last AS date) IS NULL OR m.held_on <= :last)
  AND (CAST(:after_on AS date) IS NULL OR (m.held_on, m.id) < (:after_on, :after_id))
ORDER BY m.held_on DESC, m.id DESC LIMIT :count
""").bindparams(
    bindparam("first", type_=Date),
    bindparam("last", type_=Date),
    bindparam("after_on", type_=Date),
    bindparam("after_id", type_=Uuid),
)
_TOTAL: Final = text("""
SELECT count(*) FROM meeting m
WHERE (CAST(:body AS text) IS NULL OR m.body = :body) AND (CAST(:state AS text) IS NULL OR m.state = :state)
  AND (CAST(:first AS date) IS NULL OR m.held_on >= :first) AND (CAST(:last AS date) IS NULL OR m.held_on <= :last)
""").bindparams(bindparam("first", type_=Date), bindparam("last", type_=Date))
_HELD: Final = text("SELECT * FROM meeting WHERE id = :id FOR NO KEY UPDATE")
_READ: Final = text("SELECT * FROM meeting WHERE id = :id")
# Whoever is convened is told of the documents that are there: the link of a notice leads to them.
_DOCUMENTS: Final = """coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'name', f.name,
  'media_type', f.media_type, 'size_bytes', f.size_bytes, 'went_with_notice', EXISTS (SELECT FROM meeting_notice n
    WHERE n.meeting_id = d.meeting_id AND n.sent_at >= uuid_extract_timestamp(d.id))) ORDER BY d.id)
  FROM meeting_document d JOIN stored_file f ON f.id = d.file_id WHERE {where}), '[]')"""
AGENDA: Final = f"""coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'position', a.position, 'title', a.title,
  'text', a.text, 'report', a.report, 'documents', {_DOCUMENTS.format(where="d.agenda_item_id = a.id")}) ORDER BY a.position)
  FROM agenda_item a WHERE a.meeting_id = m.id), '[]')"""
DOCUMENTS: Final = _DOCUMENTS.format(where="d.meeting_id = m.id AND d.agenda_item_id IS NULL")
_ABOUT: Final = text(f"""
SELECT {AGENDA} AS agenda, {DOCUMENTS} AS documents,
  (SELECT x.id FROM meeting x WHERE x.second_call_of = m.id) AS second_call_id,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'sent_at', n.sent_at, 'days_given', n.days_given,
    'days_needed', n.days_needed, 'is_short', n.days_given < n.days_needed, 'recipients', c.recipients,
    'unreached', c.unreached) ORDER BY n.id)
    FROM meeting_notice n, LATERAL (SELECT count(*) AS recipients, count(*) FILTER (WHERE r.mail_id IS NULL) AS unreached
      FROM meeting_notice_recipient r WHERE r.notice_id = n.id) c WHERE n.meeting_id = m.id), '[]') AS notices,
  (SELECT jsonb_build_object('total', count(*), 'voters', count(*) FILTER (WHERE r.may_vote))
    FROM meeting_roll r WHERE r.meeting_id = m.id AND r.struck_on IS NULL) AS roll,
  coalesce((SELECT jsonb_agg(to_jsonb(t) - 'meeting_id' ORDER BY t.id) FROM meeting_task t WHERE t.meeting_id = m.id), '[]')
    AS tasks,
  coalesce((SELECT jsonb_agg(jsonb_build_object('number', i.number, 'drafted_at', i.drafted_at, 'approved_on', i.approved_on,
    'correction', i.correction) ORDER BY i.number) FROM minutes i WHERE i.meeting_id = m.id), '[]') AS minutes
FROM meeting m WHERE m.id = :id
""")
_CLEAR_ITEMS: Final = text("DELETE FROM agenda_item WHERE meeting_id = :id AND NOT id = ANY (:kept)")
_CHANGE_ITEM: Final = text("""
UPDATE agenda_item SET position = :position, title = :title, text = :text, report = :report
WHERE meeting_id = :meeting_id AND id = :id
""")
_ADD_ITEM: Final = text("""
INSERT INTO agenda_item (meeting_id, position, title, text, report)
VALUES (:meeting_id, :position, :title, :text, :report)
""")
_ITEM_IDS: Final = text("SELECT id FROM agenda_item WHERE meeting_id = :id")
# The next sitting after one without a quorum: what it was to decide, again.
_COPY_ITEMS: Final = text("""
WITH copied AS (
  INSERT INTO agenda_item (meeting_id, position, title, text)
  SELECT :into, position, title, text FROM agenda_item WHERE meeting_id = :of RETURNING id, position
)
INSERT INTO motion (meeting_id, agenda_item_id, position, title, text, majority, voting)
SELECT :into, c.id, row_number() OVER (ORDER BY x.position), x.title, x.text, x.majority, x.voting
FROM motion x LEFT JOIN agenda_item a ON a.id = x.agenda_item_id LEFT JOIN copied c ON c.position = a.position
WHERE x.meeting_id = :of AND x.state = 'draft'
""").bindparams(bindparam("into", type_=Uuid))
_ADD_DOCUMENT: Final = text("""
INSERT INTO meeting_document (meeting_id, agenda_item_id, file_id) VALUES (:meeting_id, :item_id, :file_id) RETURNING id
""").bindparams(bindparam("item_id", type_=Uuid))
_DOCUMENT: Final = text("SELECT file_id FROM meeting_document WHERE meeting_id = :meeting_id AND id = :id")
_WENT_WITH_NOTICE: Final = text("""
SELECT EXISTS (SELECT FROM meeting_notice n WHERE n.meeting_id = d.meeting_id AND n.sent_at >= uuid_extract_timestamp(d.id))
FROM meeting_document d WHERE d.id = :id
""")
_REMOVE_DOCUMENT: Final = text("DELETE FROM meeting_document WHERE id = :id")
_ADD_TASK: Final = text("""
INSERT INTO meeting_task (meeting_id, what, who, due_on) VALUES (:meeting_id, :what, :who, :due_on) RETURNING id
""").bindparams(bindparam("due_on", type_=Date))
_TASKS: Final = text("""
SELECT t.*, m.title AS meeting_title, m.held_on FROM meeting_task t JOIN meeting m ON m.id = t.meeting_id
WHERE (CAST(:id AS uuid) IS NULL OR t.id = :id) AND (NOT :waiting OR t.done_on IS NULL) AND t.id > :after
ORDER BY t.id LIMIT :count
""").bindparams(bindparam("id", type_=Uuid))
_TASK_TOTAL: Final = text("SELECT count(*) FROM meeting_task WHERE NOT :waiting OR done_on IS NULL")
_CHANGE_TASK: Final = text("""
UPDATE meeting_task SET what = :what, who = :who, due_on = :due_on, done_on = :done_on, version = version + 1
WHERE id = :id
""").bindparams(bindparam("due_on", type_=Date), bindparam("done_on", type_=Date))
_TYPES: Final[dict[str, Any]] = {
    "held_on": Date,
    "cut_off_on": Date,
    "starts_at": DateTime(timezone=True),
    "roll_frozen_at": DateTime(timezone=True),
    "opened_at": DateTime(timezone=True),
    "closed_at": DateTime(timezone=True),
    "rules": JSONB,
    "second_call_of": Uuid,
    "bylaws_version_id": Uuid,
    "quorum_numerator": Integer,
    "text": Text,
}


def _bound(names: Sequence[str]) -> list[Any]:
    return [bindparam(name, type_=_TYPES[name]) for name in names if name in _TYPES]


class MeetingStore:
    """Meetings in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, wanted: Mapping[str, Any], *, after: tuple[date, UUID] | None, count: int
    ) -> list[Row]:
        """Return meetings, the last first."""
        after_on, after_id = after or (None, None)
        values = {**wanted, "after_on": after_on, "after_id": after_id, "count": count}
        return [dict(row) for row in (await self._session.execute(_PAGE, values)).mappings()]

    async def total(self, wanted: Mapping[str, Any]) -> int:
        """Return how many meetings there are of these."""
        return int(await self._session.scalar(_TOTAL, dict(wanted)) or 0)

    async def meeting(self, meeting_id: UUID, *, lock: bool = False) -> Row | None:
        """Return a meeting's own columns."""
        asked = _HELD if lock else _READ
        found = (await self._session.execute(asked, {"id": meeting_id})).mappings().one_or_none()
        return None if found is None else dict(found)

    async def about(self, meeting_id: UUID) -> Row:
        """Return what belongs to a meeting that is known to be there: agenda, documents, notices, tasks, minutes."""
        return dict((await self._session.execute(_ABOUT, {"id": meeting_id})).mappings().one())

    async def add(self, values: Mapping[str, Any]) -> UUID:
        """Enter a meeting."""
        names = list(values)
        listed, bound = ", ".join(names), ", ".join(f":{name}" for name in names)
        adding = text(f"INSERT INTO meeting ({listed}) VALUES ({bound}) RETURNING id")
        return UUID(str(await self._session.scalar(adding.bindparams(*_bound(names)), dict(values))))

    async def change(self, meeting_id: UUID, values: Mapping[str, Any]) -> None:
        """Change columns of a meeting; its version grows."""
        set_to = ", ".join([*(f"{name} = :{name}" for name in values), "version = version + 1"])
        changing = text(f"UPDATE meeting SET {set_to} WHERE id = :id")
        await self._session.execute(changing.bindparams(*_bound(list(values))), {**values, "id": meeting_id})

    async def item_ids(self, meeting_id: UUID) -> set[UUID]:
        """Return the ids of a meeting's items."""
        return {UUID(str(one)) for one in await self._session.scalars(_ITEM_IDS, {"id": meeting_id})}

    async def set_agenda(self, meeting_id: UUID, items: Sequence[Mapping[str, Any]]) -> None:
        """Write an agenda: items with an id stay, others are new, those that are not named go."""
        kept = [item["id"] for item in items if item.get("id") is not None]
        await self._session.execute(_CLEAR_ITEMS, {"id": meeting_id, "kept": kept})
        for position, item in enumerate(items, start=1):
            values = {"report": None, **item, "meeting_id": meeting_id, "position": position}
            await self._session.execute(_CHANGE_ITEM if values.get("id") else _ADD_ITEM, values)

    async def copy_agenda(self, of: UUID, into: UUID) -> None:
        """Give a meeting the agenda of another, and what that one did not decide."""
        await self._session.execute(_COPY_ITEMS, {"of": of, "into": into})

    async def add_document(self, meeting_id: UUID, item_id: UUID | None, file_id: UUID) -> UUID:
        """Attach a file to a meeting, or to an item of it."""
        values = {"meeting_id": meeting_id, "item_id": item_id, "file_id": file_id}
        return UUID(str(await self._session.scalar(_ADD_DOCUMENT, values)))

    async def document_file(self, meeting_id: UUID, document_id: UUID) -> UUID | None:
        """Return the file of a document of this meeting."""
        found: UUID | None = await self._session.scalar(
            _DOCUMENT, {"meeting_id": meeting_id, "id": document_id}
        )
        return found

    async def went_with_notice(self, document_id: UUID) -> bool:
        """Say whether a notice left since a document was added."""
        return bool(await self._session.scalar(_WENT_WITH_NOTICE, {"id": document_id}))

    async def remove_document(self, document_id: UUID) -> None:
        """Take a document off."""
        await self._session.execute(_REMOVE_DOCUMENT, {"id": document_id})

    async def add_task(self, meeting_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Note what somebody is to do."""
        return UUID(str(await self._session.scalar(_ADD_TASK, {**values, "meeting_id": meeting_id})))

    async def tasks(self, *, waiting: bool, after: UUID, count: int, only: UUID | None = None) -> list[Row]:
        """Return tasks, the oldest first; with `waiting`, those that are not done."""
        values = {"waiting": waiting, "after": after, "count": count, "id": only}
        return [dict(row) for row in (await self._session.execute(_TASKS, values)).mappings()]

    async def task_total(self, *, waiting: bool) -> int:
        """Return how many tasks there are."""
        return int(await self._session.scalar(_TASK_TOTAL, {"waiting": waiting}) or 0)

    async def change_task(self, task_id: UUID, values: Mapping[str, Any]) -> None:
        """Write a task anew."""
        await self._session.execute(_CHANGE_TASK, {**values, "id": task_id})
