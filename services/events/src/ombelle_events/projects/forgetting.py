"""What becomes of projects and of the written programme when organisations are merged, or when somebody is erased."""

from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_FOLLOW: Final = (
    text("UPDATE project SET organisation_id = :into, version = version + 1, updated_at = now() "
         "WHERE organisation_id = :gone RETURNING id"),
    text("UPDATE venue SET organisation_id = :into WHERE organisation_id = :gone"),
    # Of the same offer made to both, the one to the organisation that stays is left.
    text("""
    UPDATE stand_invitation g SET outcome = 'withdrawn', settled_at = now(), settled_by = 'members'
    WHERE g.organisation_id = :gone AND g.outcome IS NULL AND EXISTS (
      SELECT FROM stand_invitation k WHERE k.organisation_id = :into AND k.outcome IS NULL
        AND k.umbrella_id = g.umbrella_id AND k.title = g.title)
    """),
    text("UPDATE stand_invitation SET organisation_id = :into WHERE organisation_id = :gone"),
)  # fmt: skip
_FORGET_WHO: Final = tuple(
    text(f"UPDATE {table} SET {column} = :erased WHERE {column} = :account")  # noqa: S608 -- names of ours
    for table, column in (
        ("project", "confirmed_by"),
        ("project", "cancelled_by"),
        ("project_reminder", "sent_by"),
        ("change_proposal", "proposed_by"),
        ("change_proposal", "settled_by"),
        ("stand_invitation", "asked_by"),
        ("stand_invitation", "settled_by"),
    )
)
_FORGET_CONTACT: Final = text("""
UPDATE project SET contact_name = NULL, contact_email = NULL
WHERE encode(sha256(convert_to(lower(contact_email), 'UTF8')), 'hex') = :digest
""")

CONFIRMED: Final = text("""
SELECT n.year AS edition, p.title,
  CASE WHEN p.confirmed_by = :account THEN p.confirmed_at END AS confirmed_at,
  CASE WHEN p.cancelled_by = :account THEN p.cancelled_at END AS cancelled_at
FROM project p JOIN edition n ON n.id = p.edition_id
WHERE p.confirmed_by = :account OR p.cancelled_by = :account ORDER BY p.id
""")
"""The projects that an account confirmed or cancelled."""
REMINDED: Final = text("""
SELECT p.title, r.kind, r.sent_at FROM project_reminder r JOIN project p ON p.id = r.project_id
WHERE r.sent_by = :account ORDER BY r.sent_at, r.id
""")
"""The reminders that an account sent."""
PROPOSED: Final = text("""
SELECT e.slug, e.title, c.action, c.proposed_at, c.settled_at, c.outcome, c.reason
FROM change_proposal c JOIN event e ON e.id = c.event_id
WHERE c.proposed_by = :account OR c.settled_by = :account ORDER BY c.id
""")
"""The changes of events that an account proposed or settled."""
OFFERED: Final = text("""
SELECT e.title AS umbrella, i.title, i.asked_at, i.settled_at, i.outcome
FROM stand_invitation i JOIN event e ON e.id = i.umbrella_id
WHERE i.asked_by = :account OR i.settled_by = :account ORDER BY i.id
""")
"""The stands that an account offered, or answered for."""


async def follow_merge(session: AsyncSession, gone: UUID, into: UUID) -> list[UUID]:
    """Give projects, venues and offers of an organisation that became another one to that one; returns the projects."""
    projects, *others = _FOLLOW
    followed = list(await session.scalars(projects, {"gone": gone, "into": into}))
    for statement in others:
        await session.execute(statement, {"gone": gone, "into": into})
    return followed


async def forget_holder(session: AsyncSession, account: str, digest: str, *, erased: str) -> None:
    """Leave nothing in projects and proposals that names an account, or is its address."""
    for statement in _FORGET_WHO:
        await session.execute(statement, {"account": account, "erased": erased})
    await session.execute(_FORGET_CONTACT, {"digest": digest})
