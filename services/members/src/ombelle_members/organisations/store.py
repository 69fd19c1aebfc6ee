from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.callers import Caller
from ombelle_members.organisations.tables import MembershipRow, OrganisationRow, membership_version
from ombelle_members.persons.tables import PersonRow

_PROGRAMS: Final = bindparam("programs", type_=ARRAY(Uuid))
_ACCOUNT: Final = bindparam("account", type_=Uuid)
_PAGE: Final = text("""
WITH found AS (
  SELECT o.id, o.name, o.kind, o.commune_insee, o.commune_name, o.department, o.folded_name,
    o.unadministered_since, role_in(o.id, :account, :programs) AS role
  FROM organisation o
  WHERE o.merged_into IS NULL
    AND (CAST(:kind AS text) IS NULL OR o.kind = :kind)
    AND (CAST(:department AS text) IS NULL OR o.department = :department)
    AND (NOT :unadministered OR o.unadministered_since IS NOT NULL)
    AND (NOT :mine OR role_in(o.id, :account, :programs) IS NOT NULL)
    AND (o.search_text LIKE ALL (ARRAY(SELECT '%' || word || '%' FROM unnest(folded_words(:q)) AS word))
      OR o.siret = regexp_replace(:q, '[^0-9]', '', 'g'))
)
SELECT every.total, page.* FROM (SELECT count(*) AS total FROM found) AS every
LEFT JOIN LATERAL (
  SELECT * FROM found WHERE (folded_name, id) > (:name, :id) ORDER BY folded_name, id LIMIT :count
) AS page ON true
ORDER BY folded_name, id
""").bindparams(_PROGRAMS, _ACCOUNT)
_ROLE_IN: Final = text("SELECT role_in(:id, :account, :programs)").bindparams(
    _PROGRAMS, _ACCOUNT, bindparam("id", type_=Uuid)
)

# Names of the same commune that are close, or the same SIRET wherever it is.
_SIMILAR: Final = text("""
SELECT o.id, o.name, o.kind, o.commune_name, round(s.similarity::numeric, 2)::float8 AS similarity,
  coalesce(o.siret = :siret, false) AS siret_matches
FROM organisation o,
  LATERAL (SELECT likeness(o.core_name, core_name(:name, :commune_name)) AS similarity) s
WHERE o.merged_into IS NULL AND o.id IS DISTINCT FROM :but
  AND (o.siret = :siret
    OR (o.commune_insee IS NOT DISTINCT FROM :commune_insee AND s.similarity >= :least))
ORDER BY siret_matches DESC, s.similarity DESC, o.id LIMIT 20
""").bindparams(bindparam("but", type_=Uuid))
_TAKE_TURNS: Final = text("SELECT pg_advisory_xact_lock(hashtextextended(:place, 7203102))")
LEAST_SIMILARITY: Final = 0.5
"""Of two names' words, by trigrams, without what does not tell neighbours apart (see `core_name`)."""


def _who(caller: Caller) -> dict[str, Any]:
    """Return by what a caller's roles are found: a person's account, a program's token."""
    account = None if caller.identity.is_program else caller.account_id
    return {"account": account, "programs": caller.program_organisations()}


class OrganisationStore:
    """Organisations and who acts for them, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, caller: Caller, filters: Mapping[str, Any], *, name: str, after: UUID, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return organisations by name with the caller's role in each, and how many the filters find in all."""
        values = {**filters, **_who(caller), "name": name, "id": after, "count": count}
        rows = [dict(row) for row in (await self._session.execute(_PAGE, values)).mappings()]
        return [row for row in rows if row["id"] is not None], int(rows[0]["total"])

    async def organisation(self, organisation_id: UUID, *, lock: bool = False) -> OrganisationRow | None:
        """Return an organisation, with `lock` held until the transaction ends: whoever changes it takes turns."""
        asked = select(OrganisationRow).where(OrganisationRow.id == organisation_id)
        if lock:
            asked = asked.with_for_update(key_share=True).execution_options(populate_existing=True)
        return await self._session.scalar(asked)

    async def lock_all(self, ids: Sequence[UUID]) -> None:
        """Hold several organisations, in the order of their ids, so that two who do never wait for one another."""
        row = OrganisationRow
        held = select(row.id).where(row.id.in_(ids)).order_by(row.id).with_for_update(key_share=True)
        await self._session.execute(held)

    async def role_in(self, caller: Caller, organisation_id: UUID) -> str | None:
        """Return what the caller is in an organisation."""
        values = {**_who(caller), "id": organisation_id}
        role: str | None = await self._session.scalar(_ROLE_IN, values)
        return role

    async def take_turns(self, place: str | None) -> None:
        """Let those who enter organisations of one commune look for doubles one after the other."""
        await self._session.execute(_TAKE_TURNS, {"place": place or ""})

    async def similar(
        self,
        *,
        name: str,
        siret: str | None,
        commune_insee: str | None,
        commune_name: str | None,
        but: UUID | None = None,
    ) -> list[dict[str, Any]]:
        """Return the organisations that may be this one, the likeliest first."""
        values = {
            "name": name,
            "siret": siret,
            "commune_insee": commune_insee,
            "commune_name": commune_name,
            "but": but,
            "least": LEAST_SIMILARITY,
        }
        return [dict(row) for row in (await self._session.execute(_SIMILAR, values)).mappings()]

    async def membership_of(self, person_id: UUID, organisation_id: UUID) -> MembershipRow | None:
        """Return what a person is in an organisation now."""
        row = MembershipRow
        return await self._session.scalar(
            select(row).where(
                row.person_id == person_id, row.organisation_id == organisation_id, row.ended_at.is_(None)
            )
        )

    async def add_membership(self, person_id: UUID, organisation_id: UUID, role: str) -> MembershipRow:
        """Let a person act for an organisation, which is held and which they do not act for yet."""
        membership = MembershipRow(person_id=person_id, organisation_id=organisation_id, role=role)
        self._session.add(membership)
        await self._session.flush()
        return membership

    async def change_membership(self, membership: MembershipRow, *, role: str) -> None:
        """Give a membership another role."""
        membership.role = role
        membership.version = await self._next_version()

    async def end_membership(self, membership: MembershipRow, reason: str) -> None:
        """End a membership; its row stays."""
        membership.ended_at, membership.end_reason = datetime.now(UTC), reason
        membership.version = await self._next_version()

    async def _next_version(self) -> int:
        return int(await self._session.scalar(select(membership_version.next_value())) or 0)

    async def note_administrators(self, organisation: OrganisationRow) -> bool:
        """Note whether anybody administers an organisation that is held, and say it."""
        await self._session.flush()
        row = MembershipRow
        count = await self._session.scalar(
            select(func.count()).where(
                row.organisation_id == organisation.id,
                row.ended_at.is_(None),
                row.role == "administrator",
            )
        )
        if count:
            organisation.unadministered_since = None
        elif organisation.unadministered_since is None:
            organisation.unadministered_since = datetime.now(UTC)
        return bool(count)

    async def name_of(self, person_id: UUID | None) -> str | None:
        """Return a person's name."""
        return await self._session.scalar(select(PersonRow.name).where(PersonRow.id == person_id))
