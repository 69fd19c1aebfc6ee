"""Statements of imports. What they may not write, PostgreSQL refuses: `taking` tells it by row."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

import orjson
from sqlalchemy import ARRAY, Date, Integer, Text, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.organisations.facts import tell_organisation
from ombelle_members.organisations.tables import OrganisationRow

_ALONE: Final = text("SELECT pg_advisory_xact_lock(hashtextextended('import', 0))")
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
_FEES: Final = text("""
SELECT m.external_id || '/' || f.year AS name, f.id, f.amount_cents, f.received_cents, f.remaining_cents, f.state
FROM fee_standing f JOIN member m ON m.id = f.member_id
WHERE m.external_id = ANY (:names) AND f.state <> 'void'
""").bindparams(_NAMES)
_ADD_FEE: Final = text("""
INSERT INTO fee (member_id, year, period, category, college, amount_cents, amount_reason, called_on, due_on, waived_on,
  waive_reason, external_id)
SELECT :member, :year, daterange(make_date(:year, 1, 1), make_date(:year + 1, 1, 1)), :category,
  (SELECT college FROM college_membership WHERE member_id = :member
   AND period && daterange(make_date(:year, 1, 1), make_date(:year + 1, 1, 1)) ORDER BY period DESC LIMIT 1),
  :amount, 'Reprise', :called_on, :due_on, :waived_on, CASE WHEN CAST(:waived_on AS date) IS NOT NULL THEN 'Reprise' END,
  :name
RETURNING id
""").bindparams(
    bindparam("member", type_=Uuid), bindparam("waived_on", type_=Date), bindparam("year", type_=Integer)
)
_ADD_PAYMENT: Final = text("""
INSERT INTO payment (fee_id, method, reference, received_on, amount_cents)
VALUES (:fee, :method, :reference, :received_on, :amount)
""").bindparams(bindparam("fee", type_=Uuid))
_POSTS: Final = text("""
SELECT id, number, renewal_group, college, lower(period) AS began_on, upper(period) AS ended_on FROM post ORDER BY number
""")
_ADD_POST: Final = text("""
INSERT INTO post (number, renewal_group, college, period)
VALUES (:number, :renewal_group, :college, daterange(:first, NULL)) RETURNING id
""").bindparams(bindparam("first", type_=Date), bindparam("college", type_=Text))
_TERMS: Final = text("""
SELECT p.number || '/' || lower(t.period) AS name, m.external_id AS member FROM board_term t JOIN post p ON p.id = t.post_id
JOIN member m ON m.id = t.member_id
""")
# The posts that are renewed on a day: their terms end there, and the offices of those who leave the board.
_END_TERMS: Final = text("""
UPDATE board_term SET period = daterange(lower(period), :day), ended_as = 'term', version = version + 1
WHERE post_id = ANY (:posts) AND upper_inf(period) AND lower(period) < :day RETURNING member_id
""").bindparams(bindparam("posts", type_=ARRAY(Uuid)), bindparam("day", type_=Date))
_END_OFFICES: Final = text("""
UPDATE office SET period = daterange(lower(period), :day), ended_as = 'board_term_ended', version = version + 1
WHERE member_id = ANY (:members) AND upper_inf(period) AND lower(period) < :day
""").bindparams(bindparam("members", type_=ARRAY(Uuid)), bindparam("day", type_=Date))
_ADD_TERM: Final = text("""
INSERT INTO board_term (post_id, member_id, period, expected_end_on, began_as, ended_as, external_id)
VALUES (:post, :member, daterange(:first, :last), :expected, :began_as, :ended_as, :name)
""").bindparams(
    bindparam("post", type_=Uuid), bindparam("member", type_=Uuid), bindparam("ended_as", type_=Text), *_DAY
)
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
_OFFICES: Final = text("""
SELECT o.role || '/' || m.external_id || '/' || lower(o.period) AS name FROM office o JOIN member m ON m.id = o.member_id
WHERE m.external_id IS NOT NULL
""")
# Those that several may hold have the first rank that is free.
_ADD_OFFICE: Final = text("""
INSERT INTO office (role, rank, member_id, period, expected_end_on, ended_as, external_id)
SELECT :role, CASE WHEN :role IN ('vice_president', 'bureau_member') THEN (
    SELECT min(n) FROM generate_series(1, 10) AS n WHERE NOT EXISTS (SELECT FROM office o
      WHERE o.role = :role AND o.rank = n AND o.period && daterange(:first, :last))) ELSE 1 END,
  :member, daterange(:first, :last), :expected, :ended_as, :name
""").bindparams(
    bindparam("member", type_=Uuid), bindparam("role", type_=Text), bindparam("ended_as", type_=Text), *_DAY
)
_END_OFFICE: Final = text("""
UPDATE office SET period = daterange(lower(period), :day), ended_as = 'term', version = version + 1
WHERE upper_inf(period) AND lower(period) < :day
  AND (expected_end_on <= :day OR role = ANY (:roles) OR member_id = ANY (:members))
""").bindparams(
    bindparam("day", type_=Date),
    bindparam("roles", type_=ARRAY(Text)),
    bindparam("members", type_=ARRAY(Uuid)),
)
_MEETINGS: Final = text("SELECT body || '/' || held_on || '/' || purpose AS name FROM meeting")
_ADD_MEETING: Final = text("""
INSERT INTO meeting (body, title, purpose, held_on, cut_off_on, place, staff_voter_name, state, external_id)
VALUES (:body, :title, :purpose, :held_on, :held_on, :place, :staff_voter, 'closed', :name)
""").bindparams(bindparam("held_on", type_=Date))
Row = Mapping[str, Any]


class ImportStore:
    """Statements in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def begin(self) -> None:
        """Wait for other imports to end."""
        await self._session.execute(_ALONE)

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

    async def fees(self, members: Collection[str]) -> dict[str, Row]:
        """Return the fees of members, by reference and year."""
        found = await self._session.execute(_FEES, {"names": list(members)})
        return {row["name"]: dict(row) for row in found.mappings()}

    async def add_fee(self, values: Row) -> UUID:
        """Write a fee."""
        fee: UUID = (await self._session.execute(_ADD_FEE, dict(values))).scalar_one()
        return fee

    async def add_payment(self, values: Row) -> None:
        """Write a payment."""
        await self._session.execute(_ADD_PAYMENT, dict(values))

    async def posts(self) -> list[Row]:
        """Return the posts there are and were."""
        return [dict(row) for row in (await self._session.execute(_POSTS)).mappings()]

    async def add_post(self, values: Row) -> UUID:
        """Create a post."""
        post: UUID = (await self._session.execute(_ADD_POST, dict(values))).scalar_one()
        return post

    async def terms(self) -> dict[str, str | None]:
        """Return who holds each term, by post and day: the reference of the member."""
        return {row.name: row.member for row in await self._session.execute(_TERMS)}

    async def renew(self, posts: Sequence[UUID], day: date, elected: Collection[UUID]) -> None:
        """End the terms of posts that are renewed on a day, and the offices of those who are not elected again."""
        gone = await self._session.scalars(_END_TERMS, {"posts": list(posts), "day": day})
        leaving = [member for member in gone if member not in elected]
        await self._session.execute(_END_OFFICES, {"members": leaving, "day": day})

    async def is_member(self, member: UUID, first: date, last: date | None) -> bool:
        """Say whether somebody is a member from one day to another."""
        values = {"member": member, "first": first, "last": last}
        return bool(await self._session.scalar(_IS_MEMBER, values))

    async def add_term(self, values: Row) -> None:
        """Begin a term."""
        await self._session.execute(_ADD_TERM, dict(values))

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

    async def offices(self) -> set[str]:
        """Return the offices there are and were: role, reference of the member, day."""
        return set(await self._session.scalars(_OFFICES))

    async def end_offices(self, day: date, roles: Sequence[str], members: Sequence[UUID]) -> None:
        """End the offices that others take on a day: those that were expected to end, are taken, or whose holder moves."""
        values = {"day": day, "roles": list(roles), "members": list(members)}
        await self._session.execute(_END_OFFICE, values)

    async def add_office(self, values: Row) -> None:
        """Begin an office."""
        await self._session.execute(_ADD_OFFICE, dict(values))

    async def meetings(self) -> set[str]:
        """Return the meetings there are: body, day and purpose."""
        return set(await self._session.scalars(_MEETINGS))

    async def add_meeting(self, values: Row) -> None:
        """Write a meeting that was held."""
        await self._session.execute(_ADD_MEETING, dict(values))
