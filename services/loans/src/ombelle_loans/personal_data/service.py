"""What this service holds of an account, for the archive that its owner asks for."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

SECTIONS: Final[Mapping[str, TextClause]] = {
    "memberships": text("""
SELECT o.name AS organisation, m.role FROM membership_copy m LEFT JOIN organisation_copy o USING (organisation_id)
WHERE m.account_id = CAST(:account AS uuid) AND m.role IS NOT NULL ORDER BY o.name, m.organisation_id
"""),
    "loan_requests": text("""
SELECT r.number, o.name AS organisation, r.created_at
FROM loan_request r LEFT JOIN organisation_copy o USING (organisation_id)
WHERE r.created_by = :account ORDER BY r.number
"""),
    "loans": text("""
SELECT l.number, e.action, e.reason, e.at FROM loan_entry e JOIN loan l ON l.id = e.loan_id
WHERE e.actor = :account ORDER BY e.id
"""),
    "forwarded_requests": text("""
SELECT i.title AS item, o.name AS organisation, r.contact_name, r.contact_email, r.message, r.created_at
FROM forwarded_request r JOIN item i ON i.id = r.item_id
LEFT JOIN organisation_copy o ON o.organisation_id = r.organisation_id
WHERE r.created_by = :account ORDER BY r.id
"""),
    "evaluations": text("""
SELECT l.number, e.answered_at, e.pleased, e.content_remarks FROM evaluation e JOIN loan l ON l.id = e.loan_id
WHERE e.answered_by = :account ORDER BY l.number
"""),
    "actions": text("""
SELECT e.at, e.action FROM audit_value v JOIN audit_entry e USING (seq) WHERE v.actor = :account ORDER BY e.seq
"""),
}
"""A statement for each section of the archive; `:account` is the account's id, as text."""


async def held_of(
    sessions: async_sessionmaker[AsyncSession], account_id: UUID | None
) -> dict[str, list[dict[str, Any]]]:
    """Return all that is held of an account, by section; nothing for somebody who has none."""
    if account_id is None:
        return {name: [] for name in SECTIONS}
    async with sessions() as session, session.begin():
        return {
            name: [
                dict(row) for row in (await session.execute(found, {"account": str(account_id)})).mappings()
            ]
            for name, found in SECTIONS.items()
        }
