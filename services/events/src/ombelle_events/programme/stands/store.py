"""Stands and invitations to hold them, in one transaction; nothing here commits."""

from collections.abc import Collection
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.programme.stands.tables import StandInvitationRow

_ORGANISATIONS: Final = bindparam("organisations", type_=ARRAY(Uuid))
# `received`: the caller is asked; otherwise the caller keeps the village that asks.
_INVITATIONS: Final = """
SELECT i.id, i.umbrella_id, u.title AS umbrella_title, u.organisation_id AS umbrella_organisation_id,
  host.name AS umbrella_organisation_name, i.organisation_id, o.name AS organisation_name, i.title, i.message, i.asked_at,
  i.settled_at, i.outcome, i.stand_id, n.year AS edition,
  coalesce(i.organisation_id = ANY (:organisations), false) AS received,
  CAST(:organisations AS uuid[]) IS NULL OR coalesce(u.organisation_id = ANY (:organisations), false) AS sent
FROM stand_invitation i JOIN event u ON u.id = i.umbrella_id
LEFT JOIN edition n ON n.id = u.edition_id
LEFT JOIN organisation_copy o ON o.organisation_id = i.organisation_id
LEFT JOIN organisation_copy host ON host.organisation_id = u.organisation_id
WHERE (CAST(:organisations AS uuid[]) IS NULL OR i.organisation_id = ANY (:organisations)
  OR u.organisation_id = ANY (:organisations))
"""
_MANY: Final = text(f"""{_INVITATIONS}
  AND (CAST(:umbrella AS uuid) IS NULL OR i.umbrella_id = :umbrella)
  AND (NOT :open_only OR i.outcome IS NULL) AND (CAST(:before AS uuid) IS NULL OR i.id < :before)
ORDER BY i.id DESC LIMIT :count
""").bindparams(_ORGANISATIONS)
_ONE: Final = text(f"{_INVITATIONS} AND i.id = :id").bindparams(_ORGANISATIONS)
_STANDS: Final = text("""
SELECT e.id, e.slug, e.title, e.organisation_id, o.name AS organisation_name, e.publication, e.status,
  (SELECT count(*) FROM event_session s WHERE s.event_id = e.id) AS session_count
FROM event e LEFT JOIN organisation_copy o ON o.organisation_id = e.organisation_id
WHERE e.parent_id = :umbrella ORDER BY e.title, e.id
""")


class StandStore:
    """Stands and invitations in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def stands(self, umbrella_id: UUID) -> list[dict[str, Any]]:
        """Return the events under an umbrella, whoever holds them."""
        return [
            dict(row) for row in (await self._session.execute(_STANDS, {"umbrella": umbrella_id})).mappings()
        ]

    async def invitations(
        self,
        *,
        of: Collection[UUID] | None,
        umbrella_id: UUID | None = None,
        open_only: bool = False,
        before: UUID | None = None,
        count: int = 300,
    ) -> list[dict[str, Any]]:
        """Return invitations that the caller sent or received, the newest first."""
        values = {
            "organisations": None if of is None else list(of), "umbrella": umbrella_id, "open_only": open_only,
            "before": before, "count": count,
        }  # fmt: skip
        return [dict(row) for row in (await self._session.execute(_MANY, values)).mappings()]

    async def described(self, invitation_id: UUID, *, of: Collection[UUID] | None) -> dict[str, Any] | None:
        """Return an invitation that the caller sent or received."""
        await self._session.flush()
        values = {"id": invitation_id, "organisations": None if of is None else list(of)}
        found = (await self._session.execute(_ONE, values)).mappings().one_or_none()
        return None if found is None else dict(found)

    async def invitation(self, invitation_id: UUID) -> StandInvitationRow | None:
        """Return an invitation, locked until the transaction ends."""
        return await self._session.scalar(
            select(StandInvitationRow).where(StandInvitationRow.id == invitation_id).with_for_update()
        )

    async def invite(self, row: StandInvitationRow) -> None:
        """Write an invitation."""
        self._session.add(row)
        await self._session.flush()
