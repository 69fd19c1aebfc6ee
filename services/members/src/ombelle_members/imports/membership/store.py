"""Statements on organisations and members of an import. What they may not write, PostgreSQL refuses."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

import orjson
from sqlalchemy import ARRAY, Date, Text, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.organisations.facts import tell_organisation
from ombelle_members.organisations.tables import OrganisationRow

_NAMES: Final = bindparam("names", type_=ARRAY(Text))
_DAY: Final = (bindparam("first", type_=Date), bindparam("last", type_=Date))
_REFERENCES: Final = text("""
SELECT r.external_id, r.organisation_id FROM organisation_reference r WHERE r.external_id = ANY (:names)
""").bindparams(_NAMES)
# By name and, where it is told, commune; the one that is written just so goes before those that only sound alike.
_CANDIDATES: Final = text("""
SELECT w.external_id, CASE count(*) FILTER (WHERE o.name = w.name)
  WHEN 1 THEN array_agg(o.id) FILTER (WHERE o.name = w.name) ELSE array_remove(array_agg(o.id), NULL) END AS found
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w (external_id text, name text, insee text)
LEFT JOIN organisation o ON o.merged_into IS NULL AND o.folded_name = fold(w.name)
  AND (w.insee IS NULL OR o.commune_insee = w.insee)
GROUP BY w.external_id
""")
_REFER: Final = text("""
INSERT INTO organisation_reference (external_id, organisation_id) VALUES (:name, :organisation)
""").bindparams(bindparam("organisation", type_=Uuid))
_MEMBERS: Final = text("""
SELECT m.external_id, m.id, m.kind, m.fee_category, c.college, c.is_running, c.began_on
FROM member m LEFT JOIN LATERAL (
  SELECT college, upper_inf(period) AS is_running, min(lower(period)) OVER () AS began_on FROM college_membership
  WHERE member_id = m.id ORDER BY period DESC LIMIT 1) AS c ON true
WHERE m.external_id = ANY (:names)
""").bindparams(_NAMES)
# Somebody who is a member here already, under no reference yet.
_ADOPT: Final = text("""
UPDATE member m SET external_id = :name, version = m.version + 1
WHERE m.external_id IS NULL AND (m.organisation_id = CAST(:organisation AS uuid)
  OR CAST(:organisation AS uuid) IS NULL AND m.id = (
    SELECT min(n.id::text)::uuid FROM member n JOIN person p ON p.id = n.person_id
    WHERE n.external_id IS NULL AND fold(p.name) = fold(:person) HAVING count(*) = 1))
RETURNING m.id
""")
_ADD_PERSON: Final = text("INSERT INTO person (name) VALUES (:name) RETURNING id")
_ADD_MEMBER: Final = text("""
INSERT INTO member (kind, organisation_id, person_id, fee_category, external_id)
VALUES (:kind, :organisation, :person, :fee_category, :name) RETURNING id
""").bindparams(bindparam("organisation", type_=Uuid), bindparam("person", type_=Uuid))
_ADD_COLLEGE: Final = text("""
INSERT INTO college_membership (member_id, college, period, began_as, ended_as)
VALUES (:member, :college, daterange(:first, :last), 'admission', :ended_as)
""").bindparams(bindparam("member", type_=Uuid), bindparam("ended_as", type_=Text), *_DAY)
_END_MEMBER: Final = text("""
UPDATE college_membership SET period = daterange(lower(period), :last), ended_as = :ended_as
WHERE member_id = :member AND upper_inf(period)
""").bindparams(bindparam("member", type_=Uuid), bindparam("last", type_=Date))
_CHANGE_CATEGORY: Final = text("""
UPDATE member SET fee_category = :fee_category, version = version + 1 WHERE id = :member
""").bindparams(bindparam("member", type_=Uuid))
_IS_MEMBER: Final = text("""
SELECT coalesce(range_agg(period) @> daterange(:first, :last), false) FROM college_membership WHERE member_id = :member
""").bindparams(bindparam("member", type_=Uuid), *_DAY)
_SPEAKER: Final = text("""
SELECT r.id, p.name FROM representative r JOIN person p ON p.id = r.person_id
WHERE r.member_id = :member AND r.period @> CAST(:day AS date)
""").bindparams(bindparam("member", type_=Uuid), bindparam("day", type_=Date))
_END_SPEAKER: Final = text("""
UPDATE representative SET period = daterange(lower(period), :day) WHERE id = :id AND lower(period) < :day
""").bindparams(bindparam("id", type_=Uuid), bindparam("day", type_=Date))
_KNOWN_PERSON: Final = text("""
SELECT p.id FROM representative r JOIN person p ON p.id = r.person_id
WHERE r.member_id = :member AND fold(p.name) = fold(:name) LIMIT 1
""").bindparams(bindparam("member", type_=Uuid))
# Until the next one, or the end of the membership.
_ADD_SPEAKER: Final = text("""
INSERT INTO representative (member_id, person_id, period)
SELECT :member, :person, daterange(:day, least(
  (SELECT min(lower(period)) FROM representative WHERE member_id = :member AND lower(period) > :day),
  (SELECT CASE WHEN bool_or(upper_inf(period)) THEN NULL ELSE max(upper(period)) END FROM college_membership
   WHERE member_id = :member)))
""").bindparams(
    bindparam("member", type_=Uuid), bindparam("person", type_=Uuid), bindparam("day", type_=Date)
)
Row = Mapping[str, Any]


class MembershipStore:
    """Organisations, members and who speaks for them, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def references(self, names: Collection[str]) -> dict[str, UUID]:
        """Return the organisations that these references name."""
        found = await self._session.execute(_REFERENCES, {"names": list(names)})
        return {row.external_id: row.organisation_id for row in found}

    async def candidates(self, asked: Sequence[Row]) -> dict[str, list[UUID]]:
        """Return by reference the organisations of the directory that are called so."""
        rows = await self._session.execute(_CANDIDATES, {"rows": orjson.dumps(list(asked)).decode()})
        return {row.external_id: list(row.found or []) for row in rows}

    async def refer(self, name: str, organisation_id: UUID) -> None:
        """Know an organisation by a reference from now on."""
        await self._session.execute(_REFER, {"name": name, "organisation": organisation_id})

    async def add_organisation(self, row: OrganisationRow) -> UUID:
        """Enter an organisation that nobody administers yet."""
        self._session.add(row)
        await self._session.flush()
        await tell_organisation(self._session, row)
        return row.id

    async def members(self, names: Collection[str]) -> dict[str, Row]:
        """Return the members that these references name, each with its last college."""
        found = await self._session.execute(_MEMBERS, {"names": list(names)})
        return {row["external_id"]: dict(row) for row in found.mappings()}

    async def adopt(self, name: str, organisation_id: UUID | None, person: str | None) -> UUID | None:
        """Know a member that is here already by a reference; `None` where there is none."""
        values = {"name": name, "organisation": organisation_id, "person": person}
        found: UUID | None = await self._session.scalar(_ADOPT, values)
        return found

    async def add_member(self, values: Row, organisation_id: UUID | None, person: str | None) -> UUID:
        """Admit a member; `person` is what somebody is called whose row is made."""
        person_id = None
        if person is not None:
            person_id = await self._session.scalar(_ADD_PERSON, {"name": person})
        names = ("kind", "fee_category", "name")
        told = {name: values[name] for name in names} | {"organisation": organisation_id, "person": person_id}
        member: UUID = (await self._session.execute(_ADD_MEMBER, told)).scalar_one()
        stay = {name: values[name] for name in ("college", "first", "last", "ended_as")}
        await self._session.execute(_ADD_COLLEGE, {**stay, "member": member})
        return member

    async def end_member(self, member: UUID, last: date, ended_as: str) -> None:
        """Let a member leave on a day."""
        await self._session.execute(_END_MEMBER, {"member": member, "last": last, "ended_as": ended_as})

    async def change_category(self, member: UUID, fee_category: str) -> None:
        """Give a member another category of fee."""
        await self._session.execute(_CHANGE_CATEGORY, {"member": member, "fee_category": fee_category})

    async def is_member(self, member: UUID, first: date, last: date | None) -> bool:
        """Say whether somebody is a member from one day to another."""
        values = {"member": member, "first": first, "last": last}
        return bool(await self._session.scalar(_IS_MEMBER, values))

    async def let_speak(self, member: UUID, name: str, day: date) -> None:
        """Have somebody speak for a member from a day on; whoever did ends then."""
        now = (await self._session.execute(_SPEAKER, {"member": member, "day": day})).one_or_none()
        if now is not None and now.name == name:
            return
        if now is not None:
            await self._session.execute(_END_SPEAKER, {"id": now.id, "day": day})
        person = await self._session.scalar(_KNOWN_PERSON, {"member": member, "name": name})
        person = person or await self._session.scalar(_ADD_PERSON, {"name": name})
        await self._session.execute(_ADD_SPEAKER, {"member": member, "person": person, "day": day})
