from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncSession

_ID: Final = bindparam("id", type_=Uuid)
_COLUMNS: Final = """id, kind, state, college, organisation, name, email, phone, capacity, message, locale, question, answer,
  made_at, confirmed_at, decided_on, meeting_id, reason, member_id, version, expires_at"""
_PAGE: Final = text(f"""
WITH found AS (
  SELECT {_COLUMNS} FROM membership_application
  WHERE CASE WHEN CAST(:state AS text) IS NULL THEN state IN ('waiting', 'asked') ELSE state = :state END
)
SELECT every.total, page.* FROM (SELECT count(*) AS total FROM found) AS every
LEFT JOIN LATERAL (SELECT * FROM found WHERE id < :id ORDER BY id DESC LIMIT :count) AS page ON true ORDER BY id DESC
""").bindparams(_ID)
_ONE: Final = f"SELECT {_COLUMNS} FROM membership_application WHERE id = :id"
_READ: Final = text(_ONE).bindparams(_ID)
_LOCK: Final = text(_ONE + " FOR UPDATE").bindparams(_ID)
_BY_TOKEN: Final = text(
    f"SELECT {_COLUMNS} FROM membership_application WHERE token_digest = :digest AND expires_at > :now"
)
_LATELY: Final = text("""
SELECT count(*) AS every, count(*) FILTER (WHERE email_digest = :digest) AS address
FROM membership_application WHERE made_at > :since
""")
_ADD: Final = text("""
INSERT INTO membership_application
  (kind, college, organisation, name, email, email_digest, phone, capacity, message, locale, token_digest, expires_at)
VALUES (:kind, :college, :organisation, :name, :email, :email_digest, :phone, :capacity, :message, :locale,
  :token_digest, :expires_at) RETURNING id
""").bindparams(bindparam("organisation", type_=JSONB(none_as_null=True)))
_CONFIRM: Final = text("""
UPDATE membership_application SET state = 'waiting', confirmed_at = now(), expires_at = :expires_at, version = version + 1
WHERE id = :id AND state = 'unconfirmed'
""").bindparams(_ID)
_ASK: Final = text("""
UPDATE membership_application SET state = 'asked', question = :question, answer = NULL, token_digest = :token_digest,
  expires_at = :expires_at, version = version + 1 WHERE id = :id
""").bindparams(_ID)
_ANSWER: Final = text("""
UPDATE membership_application SET state = 'waiting', answer = :answer, version = version + 1 WHERE id = :id
""").bindparams(_ID)
_SETTLE: Final = text("""
UPDATE membership_application SET state = :state, settled_at = now(), decided_on = :decided_on, meeting_id = :meeting_id,
  reason = :reason, member_id = :member_id, version = version + 1 WHERE id = :id
""").bindparams(_ID, bindparam("meeting_id", type_=Uuid), bindparam("member_id", type_=Uuid))
_BOARD_MEETING: Final = text("""
SELECT held_on FROM meeting WHERE id = :id AND body = 'board' AND state <> 'cancelled'
""").bindparams(_ID)
_SIMILAR_PERSONS: Final = text("""
SELECT p.id, p.name, m.id AS member_id, m.id IS NOT NULL AND member_since(m.id, :on) IS NOT NULL AS is_member
FROM person p LEFT JOIN member m ON m.person_id = p.id
WHERE p.erased_at IS NULL AND (p.email_digest = :digest OR (m.id IS NOT NULL AND fold(p.name) = fold(:name)))
ORDER BY p.id LIMIT 20
""")
_MEMBERS_OF: Final = text("""
SELECT m.organisation_id, m.id AS member_id, member_since(m.id, :on) IS NOT NULL AS is_member
FROM member m WHERE m.organisation_id = ANY (:ids)
""").bindparams(bindparam("ids", type_=ARRAY(Uuid)))


class ApplicationStore:
    """Applications in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(self, state: str | None, *, after: UUID, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return applications of a state, the newest first, and how many there are in all."""
        values = {"state": state, "id": after, "count": count}
        rows = [dict(row) for row in (await self._session.execute(_PAGE, values)).mappings()]
        return [row for row in rows if row["id"] is not None], int(rows[0]["total"])

    async def application(self, application_id: UUID, *, lock: bool = False) -> dict[str, Any] | None:
        """Return an application, with `lock` held until the transaction ends."""
        found = await self._session.execute(_LOCK if lock else _READ, {"id": application_id})
        row = found.mappings().one_or_none()
        return None if row is None else dict(row)

    async def by_token(self, digest: bytes, now: datetime) -> dict[str, Any] | None:
        """Return the application that a link leads to, while it does."""
        found = await self._session.execute(_BY_TOKEN, {"digest": digest, "now": now})
        row = found.mappings().one_or_none()
        return None if row is None else dict(row)

    async def lately(self, digest: str, since: datetime) -> tuple[int, int]:
        """Return how many applications came since a moment: of an address, and in all."""
        row = (await self._session.execute(_LATELY, {"digest": digest, "since": since})).one()
        return row.address, row.every

    async def add(self, values: Mapping[str, Any]) -> UUID:
        """Keep an application that is not confirmed yet."""
        added: UUID = await self._session.scalar(_ADD, values)
        return added

    async def confirm(self, application_id: UUID, *, expires_at: datetime) -> None:
        """Let an application wait for the board."""
        await self._session.execute(_CONFIRM, {"id": application_id, "expires_at": expires_at})

    async def ask(
        self, application_id: UUID, question: str, *, token_digest: bytes, expires_at: datetime
    ) -> None:
        """Put a question, which a new link answers."""
        values = {
            "id": application_id, "question": question, "token_digest": token_digest, "expires_at": expires_at,
        }  # fmt: skip
        await self._session.execute(_ASK, values)

    async def answer(self, application_id: UUID, answer: str) -> None:
        """Keep an answer; the application waits for the board again."""
        await self._session.execute(_ANSWER, {"id": application_id, "answer": answer})

    async def settle(self, application_id: UUID, state: str, values: Mapping[str, Any]) -> None:
        """Note a decision: `decided_on`, `meeting_id`, `reason`, `member_id`."""
        await self._session.execute(_SETTLE, {"id": application_id, "state": state, **values})

    async def board_met_on(self, meeting_id: UUID) -> date | None:
        """Return the day of a meeting of the board, `None` where it is another body's or was cancelled."""
        found: date | None = await self._session.scalar(_BOARD_MEETING, {"id": meeting_id})
        return found

    async def similar_persons(self, name: str, digest: str | None, on: date) -> list[dict[str, Any]]:
        """Return persons with this address, and members of this name."""
        values = {"name": name, "digest": digest, "on": on}
        return [dict(row) for row in (await self._session.execute(_SIMILAR_PERSONS, values)).mappings()]

    async def members_of(self, organisations: list[UUID], on: date) -> dict[UUID, dict[str, Any]]:
        """Return which organisations are or were members."""
        rows = await self._session.execute(_MEMBERS_OF, {"ids": organisations, "on": on})
        return {row["organisation_id"]: dict(row) for row in rows.mappings()}
