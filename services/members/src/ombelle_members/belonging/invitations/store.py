from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.belonging.tables import InvitationRow
from ombelle_members.organisations.tables import MembershipRow
from ombelle_members.persons.tables import PersonRow

_PAGE: Final = text("""
SELECT * FROM (
  SELECT i.id, i.email, i.role, i.message, i.created_at, i.expires_at, i.settled_at,
    CASE WHEN i.state = 'waiting' AND i.expires_at <= now() THEN 'expired' ELSE i.state END AS state,
    p.name AS invited_by
  FROM invitation i LEFT JOIN person p ON p.id = i.created_by
  WHERE i.organisation_id = :organisation AND i.id < :after
) AS invitation
WHERE CAST(:state AS text) IS NULL OR state = :state
ORDER BY id DESC LIMIT :count
""").bindparams(bindparam("organisation", type_=Uuid))
_MINE: Final = text("""
SELECT i.id, i.role, i.message, i.created_at, i.expires_at,
  p.name AS invited_by,
  o.id AS organisation_id, o.name, o.kind, o.commune_insee, o.commune_name, o.department,
  role_in(o.id, :account, '{}') AS my_role
FROM person me JOIN invitation i ON i.email_digest = me.email_digest AND i.state = 'waiting'
JOIN organisation o ON o.id = i.organisation_id LEFT JOIN person p ON p.id = i.created_by
WHERE me.account_id = :account AND i.expires_at > now() AND i.id < :after
ORDER BY i.id DESC LIMIT :count
""").bindparams(bindparam("account", type_=Uuid))
_WITHIN_A_DAY: Final = text("""
SELECT (SELECT count(*) FROM invitation WHERE email_digest = :digest AND created_at > now() - interval '1 day') AS address,
  greatest(
    (SELECT count(*) FROM invitation WHERE organisation_id = :organisation AND created_at > now() - interval '1 day'),
    (SELECT count(*) FROM invitation WHERE created_by = :person AND created_at > now() - interval '1 day')) AS sender
""").bindparams(bindparam("organisation", type_=Uuid), bindparam("person", type_=Uuid))
_EXPIRE: Final = text("""
UPDATE invitation SET state = 'expired', settled_at = now()
WHERE organisation_id = :organisation AND state = 'waiting' AND expires_at <= now()
""").bindparams(bindparam("organisation", type_=Uuid))


class InvitationStore:
    """Invitations in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, organisation_id: UUID, *, state: str | None, after: UUID, count: int
    ) -> list[dict[str, Any]]:
        """Return the invitations of an organisation, the newest first."""
        values = {"organisation": organisation_id, "state": state, "after": after, "count": count}
        return [dict(row) for row in (await self._session.execute(_PAGE, values)).mappings()]

    async def mine(self, account_id: UUID, *, after: UUID, count: int) -> list[dict[str, Any]]:
        """Return the invitations that wait for an account's address, the newest first."""
        values = {"account": account_id, "after": after, "count": count}
        return [dict(row) for row in (await self._session.execute(_MINE, values)).mappings()]

    async def expire(self, organisation_id: UUID) -> None:
        """Note which invitations of an organisation are too old."""
        await self._session.execute(_EXPIRE, {"organisation": organisation_id})

    async def waiting(self, organisation_id: UUID) -> int:
        """Return how many invitations of an organisation wait."""
        row = InvitationRow
        counted = select(func.count()).where(row.organisation_id == organisation_id, row.state == "waiting")
        return int(await self._session.scalar(counted) or 0)

    async def within_a_day(
        self, organisation_id: UUID, person_id: UUID | None, digest: str
    ) -> tuple[int, int]:
        """Return how many invitations left within a day to an address, and from an organisation or a person."""
        values = {"organisation": organisation_id, "person": person_id, "digest": digest}
        row = (await self._session.execute(_WITHIN_A_DAY, values)).one()
        return row.address, row.sender

    async def is_waiting(self, organisation_id: UUID, digest: str) -> bool:
        """Say whether an invitation of an organisation to an address waits."""
        row = InvitationRow
        named = (row.organisation_id == organisation_id, row.email_digest == digest, row.state == "waiting")
        return await self._session.scalar(select(row.id).where(*named)) is not None

    async def is_member(self, organisation_id: UUID, digest: str) -> bool:
        """Say whether somebody of this address acts for the organisation."""
        found = await self._session.scalar(
            select(MembershipRow.id)
            .join(PersonRow, PersonRow.id == MembershipRow.person_id)
            .where(
                MembershipRow.organisation_id == organisation_id,
                MembershipRow.ended_at.is_(None),
                PersonRow.email_digest == digest,
            )
            .limit(1)
        )
        return found is not None

    async def add(self, invitation: InvitationRow) -> None:
        """Write an invitation."""
        self._session.add(invitation)
        await self._session.flush()
        await self._session.refresh(invitation)

    async def of_organisation(self, organisation_id: UUID, invitation_id: UUID) -> InvitationRow | None:
        """Return an invitation of this organisation, held."""
        row = InvitationRow
        asked = select(row).where(row.id == invitation_id, row.organisation_id == organisation_id)
        return await self._session.scalar(asked.with_for_update())

    async def where(self, *, token: bytes | None = None, invitation_id: UUID | None = None) -> UUID | None:
        """Return the organisation of an invitation that a token or an id names."""
        row = InvitationRow
        named = row.token_digest == token if token is not None else row.id == invitation_id
        return await self._session.scalar(select(row.organisation_id).where(named))

    async def held(
        self, *, token: bytes | None = None, invitation_id: UUID | None = None
    ) -> InvitationRow | None:
        """Return an invitation that a token or an id names, held until the transaction ends."""
        row = InvitationRow
        named = row.token_digest == token if token is not None else row.id == invitation_id
        return await self._session.scalar(select(row).where(named).with_for_update())
