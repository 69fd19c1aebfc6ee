from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, func, text, update
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.reviews.rows import Row, rows_of
from ombelle_events.reviews.tables import CommitteeMemberRow

_COMMITTEE: Final = text("""
SELECT m.account_id, m.name, m.email, m.themes, m.departments, m.is_chair, m.joined_at, m.left_at,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', c.name) ORDER BY c.name, o.id)
    FROM unnest(m.organisation_ids) AS o (id) LEFT JOIN organisation_copy c ON c.organisation_id = o.id), '[]')
    AS organisations,
  count(r.application_id) AS assigned, count(v.submitted_at) AS submitted
FROM committee_member m
LEFT JOIN reviewing r ON (r.call_id, r.account_id) = (m.call_id, m.account_id)
LEFT JOIN review v ON (v.application_id, v.account_id) = (r.application_id, r.account_id)
WHERE m.call_id = :call
GROUP BY m.call_id, m.account_id ORDER BY m.left_at IS NOT NULL, fold(m.name), m.account_id
""")
_MAY_SIT: Final = text("""
SELECT account_id, name, email FROM team_copy
WHERE account_id = ANY (:accounts) AND roles && '{reviewer,coordinator,administrator}'
""").bindparams(bindparam("accounts", type_=ARRAY(Uuid)))
_TAKES_PLACE: Final = ("themes", "departments", "organisation_ids", "is_chair")


class CommitteeStore:
    """A call's committee in one transaction; it never commits."""

    def __init__(self, session: AsyncSession, call_id: UUID) -> None:
        self._session = session
        self._call_id = call_id

    async def members(self) -> list[Row]:
        """Return who sits and who left, with what they were asked and did."""
        return await rows_of(self._session, _COMMITTEE, {"call": self._call_id})

    async def may_sit(self, accounts: Iterable[UUID]) -> dict[UUID, Row]:
        """Return name and address of those of these accounts whose role in the agency lets them sit."""
        rows = await rows_of(self._session, _MAY_SIT, {"accounts": list(accounts)})
        return {row["account_id"]: row for row in rows}

    async def seat(self, members: Sequence[Mapping[str, Any]]) -> None:
        """Let these sit, and all others leave. Each is a row of the table but for its call."""
        staying = [member["account_id"] for member in members]
        await self._session.execute(
            update(CommitteeMemberRow)
            .where(
                CommitteeMemberRow.call_id == self._call_id,
                CommitteeMemberRow.left_at.is_(None),
                CommitteeMemberRow.account_id.not_in(staying),
            )
            .values(left_at=func.now())
        )
        if not members:
            return
        statement = insert(CommitteeMemberRow).values(
            [{"call_id": self._call_id, **member} for member in members]
        )
        new = {name: statement.excluded[name] for name in _TAKES_PLACE}
        await self._session.execute(
            statement.on_conflict_do_update(
                index_elements=["call_id", "account_id"], set_={**new, "left_at": None}
            )
        )
