from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.merging.tables import OrganisationMergeRow

_BOTH: Final = (bindparam("gone", type_=Uuid), bindparam("kept", type_=Uuid))
_MEMBERS: Final = text("""
SELECT m.id, m.person_id, m.role, p.account_id, p.email, p.locale, k.role AS kept_role
FROM membership m JOIN person p ON p.id = m.person_id
LEFT JOIN membership k ON k.person_id = m.person_id AND k.organisation_id = :kept AND k.ended_at IS NULL
WHERE m.organisation_id = :gone AND m.ended_at IS NULL ORDER BY m.id
""").bindparams(*_BOTH)
_MEMBER_SINCE: Final = text("""
UPDATE membership k SET since = least(k.since, m.since) FROM membership m
WHERE m.organisation_id = :gone AND m.end_reason = 'merged' AND k.person_id = m.person_id
  AND k.organisation_id = :kept AND k.ended_at IS NULL
""").bindparams(*_BOTH)

# An address that both have invited, and a person whom both know already, wait once.
_CLOSE_INVITATIONS: Final = text("""
UPDATE invitation i SET state = 'cancelled', settled_at = now()
WHERE i.organisation_id = :gone AND i.state = 'waiting' AND EXISTS (
  SELECT FROM invitation k WHERE k.organisation_id = :kept AND k.state = 'waiting' AND k.email_digest = i.email_digest)
RETURNING i.id
""").bindparams(*_BOTH)
_CLOSE_REQUESTS: Final = text("""
UPDATE join_request j SET state = 'withdrawn', settled_at = now()
WHERE j.state = 'waiting' AND (
  (j.organisation_id = :gone AND EXISTS (
    SELECT FROM join_request k
    WHERE k.organisation_id = :kept AND k.state = 'waiting' AND k.person_id = j.person_id))
  OR (j.organisation_id IN (:gone, :kept) AND EXISTS (
    SELECT FROM membership m
    WHERE m.organisation_id IN (:gone, :kept) AND m.ended_at IS NULL AND m.person_id = j.person_id)))
RETURNING j.id
""").bindparams(*_BOTH)
_MOVES: Final = {
    "invitations": text(
        "UPDATE invitation SET organisation_id = :kept WHERE organisation_id = :gone RETURNING id"
    ),
    "join_requests": text(
        "UPDATE join_request SET organisation_id = :kept WHERE organisation_id = :gone RETURNING id"
    ),
    # Where both were members, the one that left stays what it was.
    "members": text(
        "UPDATE member SET organisation_id = :kept, version = version + 1 WHERE organisation_id = :gone "
        "AND NOT EXISTS (SELECT FROM member WHERE organisation_id = :kept) RETURNING id"
    ),
    "notes": text("UPDATE note SET organisation_id = :kept WHERE organisation_id = :gone RETURNING id"),
    "contacts": text("UPDATE contact SET organisation_id = :kept WHERE organisation_id = :gone RETURNING id"),
    "corrections": text(
        "UPDATE directory_correction SET organisation_id = :kept WHERE organisation_id = :gone RETURNING id"
    ),
    "references": text(
        "UPDATE organisation_reference SET organisation_id = :kept WHERE organisation_id = :gone RETURNING external_id"
    ),
}
# Of the members that both organisations are: whether each still is one.
_TWO_MEMBERS: Final = text("""
SELECT NOT EXISTS (SELECT FROM college_membership c WHERE c.member_id = g.id AND upper_inf(c.period)) AS gone_has_left,
  NOT EXISTS (SELECT FROM college_membership c WHERE c.member_id = k.id AND upper_inf(c.period)) AS kept_has_left
FROM member g, member k WHERE g.organisation_id = :gone AND k.organisation_id = :kept
""").bindparams(*_BOTH)
_LEAD_ON: Final = text("UPDATE organisation SET merged_into = :kept WHERE merged_into = :gone").bindparams(
    *_BOTH
)
_COUNTS: Final = text("""
SELECT (SELECT count(*) FROM membership WHERE organisation_id = :gone AND ended_at IS NULL) AS memberships,
  (SELECT count(*) FROM membership m WHERE m.organisation_id = :gone AND m.ended_at IS NULL AND EXISTS (
    SELECT FROM membership k WHERE k.organisation_id = :kept AND k.ended_at IS NULL AND k.person_id = m.person_id))
    AS memberships_of_both,
  (SELECT count(*) FROM invitation WHERE organisation_id = :gone) AS invitations,
  (SELECT count(*) FROM join_request WHERE organisation_id = :gone) AS join_requests,
  (SELECT count(*) FROM note WHERE organisation_id = :gone) AS notes,
  (SELECT count(*) FROM contact WHERE organisation_id = :gone) AS contacts
""").bindparams(*_BOTH)


class MergingStore:
    """Two organisations that become one, in one transaction; it never commits. `gone` goes into `kept`."""

    def __init__(self, session: AsyncSession, gone: UUID, kept: UUID) -> None:
        self._session = session
        self._both = {"gone": gone, "kept": kept}

    async def counts(self) -> dict[str, int]:
        """Return how many rows of each table would change hands."""
        return dict((await self._session.execute(_COUNTS, self._both)).mappings().one())

    async def two_members(self) -> RowMapping | None:
        """Return, where both are or were members, which of them has left."""
        return (await self._session.execute(_TWO_MEMBERS, self._both)).mappings().one_or_none()

    async def members(self) -> Iterable[RowMapping]:
        """Return who acts for the one that goes, with what they are in the other."""
        return (await self._session.execute(_MEMBERS, self._both)).mappings().all()

    async def keep_since(self) -> None:
        """Let those who moved have belonged since they did."""
        await self._session.flush()
        await self._session.execute(_MEMBER_SINCE, self._both)

    async def close(self) -> dict[str, list[str]]:
        """Close what would wait twice; return the rows' ids by table."""
        await self._session.flush()
        return {
            "invitations": await self._ids(_CLOSE_INVITATIONS),
            "join_requests": await self._ids(_CLOSE_REQUESTS),
        }

    async def move(self) -> dict[str, list[str]]:
        """Give the rows of one to the other; return their ids by table."""
        return {name: await self._ids(statement.bindparams(*_BOTH)) for name, statement in _MOVES.items()}

    async def lead_on(self) -> None:
        """Let what was merged into the one that goes lead to the other at once."""
        await self._session.execute(_LEAD_ON, self._both)

    async def keep_trace(self, trace: OrganisationMergeRow) -> None:
        """Write what happened."""
        self._session.add(trace)
        await self._session.flush()

    async def _ids(self, statement: Any) -> list[str]:
        return [str(row) for row in await self._session.scalars(statement, self._both)]
