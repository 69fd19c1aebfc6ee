from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_MEMBER: Final = bindparam("member", type_=Uuid)
_FOUND: Final = """
WITH seen AS (
  SELECT m.id, m.number, m.kind, m.fee_category, m.organisation_id, coalesce(o.name, p.name) AS name,
    coalesce(fold(coalesce(o.name, p.name)), '') AS folded_name, o.commune_name, o.department, o.siret,
    s.is_member, coalesce(s.college, l.college) AS college, s.since, s.is_up_to_date, s.may_vote, s.may_stand,
    CASE WHEN NOT s.is_member THEN l.ended_on END AS ended_on, CASE WHEN NOT s.is_member THEN l.ended_as END AS ended_as,
    CASE WHEN r.person_id IS NOT NULL THEN jsonb_build_object('id', r.person_id, 'name', rp.name) END AS representative,
    rp.name AS representative_name, role_in_member(m.id, :account) AS role
  FROM member m LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN person p ON p.id = m.person_id
  CROSS JOIN LATERAL member_status(m.id, :on) s
  JOIN LATERAL (
    SELECT c.college, upper(c.period) AS ended_on, c.ended_as FROM college_membership c
    WHERE c.member_id = m.id AND lower(c.period) <= :on ORDER BY c.period DESC LIMIT 1) l ON true
  LEFT JOIN representative r ON r.member_id = m.id AND r.period @> CAST(:on AS date)
  LEFT JOIN person rp ON rp.id = r.person_id
), found AS (
  SELECT *, CASE :sort WHEN 'name' THEN folded_name WHEN 'number' THEN lpad(number::text, 10, '0')
    ELSE coalesce(since::text, '') END AS place
  FROM seen
  WHERE (CAST(:college AS text) IS NULL OR college = :college) AND (CAST(:kind AS text) IS NULL OR kind = :kind)
    AND (CAST(:fee_category AS text) IS NULL OR fee_category = :fee_category)
    AND (CAST(:department AS text) IS NULL OR department = :department)
    AND CASE :status WHEN 'member' THEN is_member WHEN 'former' THEN NOT is_member WHEN 'up_to_date' THEN is_up_to_date
      WHEN 'late' THEN is_member AND NOT is_up_to_date WHEN 'may_vote' THEN may_vote ELSE true END
    AND (NOT :mine OR role IS NOT NULL)
    AND (fold(concat_ws(' ', name, commune_name, representative_name, number))
        LIKE ALL (ARRAY(SELECT '%' || word || '%' FROM unnest(folded_words(:q)) AS word))
      OR siret = nullif(regexp_replace(:q, '[^0-9]', '', 'g'), ''))
)
"""
_PAGE: Final = text(
    _FOUND
    + """
SELECT every.total, page.* FROM (SELECT count(*) AS total FROM found) AS every
LEFT JOIN LATERAL (
  SELECT * FROM found
  WHERE CAST(:id AS uuid) IS NULL OR CASE WHEN :down THEN (place, id) < (:place, :id) ELSE (place, id) > (:place, :id) END
  ORDER BY CASE WHEN :down THEN place END DESC, CASE WHEN :down THEN id END DESC, place, id LIMIT :count
) AS page ON true
ORDER BY CASE WHEN :down THEN place END DESC, CASE WHEN :down THEN page.id END DESC, place, page.id
"""
).bindparams(bindparam("id", type_=Uuid), bindparam("account", type_=Uuid))
_PERSON: Final = """jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email,
      'has_account', p.account_id IS NOT NULL, 'is_erased', p.erased_at IS NOT NULL)"""
_WHOLE: Final = text(f"""
SELECT m.id, m.number, m.kind, member_name(m.id) AS name, m.fee_category, m.external_id, m.version, s.since,
  role_in_member(m.id, :account) AS role,
  (SELECT jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'siret', o.siret,
      'commune_name', o.commune_name, 'department', o.department)
    FROM organisation o WHERE o.id = m.organisation_id) AS organisation,
  (SELECT {_PERSON} FROM person p WHERE p.id = m.person_id) AS person,
  jsonb_build_object('on', CAST(:on AS date), 'is_member', s.is_member, 'college', s.college,
    'is_up_to_date', s.is_up_to_date, 'may_vote', s.may_vote, 'may_stand', s.may_stand) AS status,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('college', c.college, 'since', lower(c.period), 'until', upper(c.period),
      'began_as', c.began_as, 'ended_as', c.ended_as, 'reason', c.end_reason) ORDER BY c.period DESC), '[]')
    FROM college_membership c WHERE c.member_id = m.id) AS colleges,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'capacity', r.capacity, 'since', lower(r.period),
      'until', upper(r.period), 'person', {_PERSON}) ORDER BY r.period DESC), '[]')
    FROM representative r JOIN person p ON p.id = r.person_id WHERE r.member_id = m.id) AS representatives
FROM member m CROSS JOIN LATERAL member_status(m.id, :on) s WHERE m.id = :member
""").bindparams(_MEMBER, bindparam("account", type_=Uuid))
_STATUS: Final = text(
    "SELECT is_member, college, is_up_to_date, may_vote, may_stand FROM member_status(:member, :on)"
).bindparams(_MEMBER)
_ROLE: Final = text(
    "SELECT role_in_member(m.id, :account) AS role FROM member m WHERE m.id = :member"
).bindparams(_MEMBER, bindparam("account", type_=Uuid))
_OF: Final = text(
    "SELECT id FROM member WHERE organisation_id = :organisation OR person_id = :person"
).bindparams(bindparam("organisation", type_=Uuid), bindparam("person", type_=Uuid))
_LOCK_ORGANISATION: Final = text("""
SELECT id FROM organisation WHERE id = (SELECT organisation_id FROM member WHERE id = :member) FOR NO KEY UPDATE
""").bindparams(_MEMBER)
_LOCK: Final = text("""
SELECT m.id, m.kind, m.organisation_id, m.person_id, m.fee_category, m.external_id, m.version
FROM member m WHERE m.id = :member FOR UPDATE
""").bindparams(_MEMBER)
_LAST: Final = text("""
SELECT college, lower(period) AS since, upper(period) AS until, ended_as FROM college_membership
WHERE member_id = :member ORDER BY period DESC LIMIT 1
""").bindparams(_MEMBER)
_ENTER: Final = text("""
INSERT INTO member (kind, organisation_id, person_id, fee_category, external_id)
VALUES (:kind, :organisation_id, :person_id, :fee_category, :external_id) RETURNING id
""").bindparams(bindparam("organisation_id", type_=Uuid), bindparam("person_id", type_=Uuid))
_BEGIN: Final = text("""
INSERT INTO college_membership (member_id, college, period, began_as)
VALUES (:member, :college, daterange(:on, NULL), :began_as)
""").bindparams(_MEMBER)
_CLOSE: Final = text("""
UPDATE college_membership SET period = daterange(lower(period), :on), ended_as = :ended_as, end_reason = :reason
WHERE member_id = :member AND upper_inf(period)
""").bindparams(_MEMBER)
_CHANGE: Final = text("""
UPDATE member SET fee_category = :fee_category, external_id = :external_id, version = version + 1 WHERE id = :member
""").bindparams(_MEMBER)
_TOUCH: Final = text("UPDATE member SET version = version + 1 WHERE id = :member").bindparams(_MEMBER)
_REPRESENTATIVES: Final = text("""
SELECT id, person_id, lower(period) AS since, upper(period) AS until FROM representative
WHERE member_id = :member AND (upper_inf(period) OR upper(period) > :on) ORDER BY period
""").bindparams(_MEMBER)
# Meetings that were held with this member on the roll: what they decided counted its voice.
_ROLLS: Final = text("""
SELECT 'meeting' AS kind, g.id, g.held_on AS began_on FROM meeting_roll r JOIN meeting g ON g.id = r.meeting_id
WHERE r.member_id = :member AND r.may_vote AND g.held_on >= :on AND g.state NOT IN ('planned', 'convened', 'cancelled')
ORDER BY g.held_on, g.id
""").bindparams(_MEMBER)
# Those to which it was convened: held, so that none of them opens meanwhile with a member that leaves.
_HOLD_MEETINGS: Final = text("""
SELECT g.id FROM meeting g WHERE g.held_on >= :on AND g.state IN ('convened', 'open')
  AND EXISTS (SELECT FROM meeting_roll r WHERE r.meeting_id = g.id AND r.member_id = :member)
ORDER BY g.id FOR NO KEY UPDATE
""").bindparams(_MEMBER)
_NAME_REPRESENTATIVE: Final = text("""
INSERT INTO representative (member_id, person_id, capacity, period)
VALUES (:member, :person, :capacity, daterange(:since, NULL)) RETURNING id
""").bindparams(_MEMBER, bindparam("person", type_=Uuid))
_END_REPRESENTATIVE: Final = text("""
UPDATE representative SET period = daterange(lower(period), :on) WHERE id = :id AND upper_inf(period)
""").bindparams(bindparam("id", type_=Uuid))


class MemberStore:
    """Members in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self,
        filters: Mapping[str, Any],
        *,
        on: date,
        account: UUID | None,
        sort: str,
        after: tuple[str, UUID] | None = None,
        count: int | None = None,
    ) -> tuple[list[dict[str, Any]], int]:
        """Return members as they were on a day, each with the caller's role in it, and how many there are in all."""
        place, member = after or ("", None)
        values = {
            **filters, "on": on, "account": account, "sort": sort.lstrip("-"), "down": sort.startswith("-"),
            "place": place, "id": member, "count": count,
        }  # fmt: skip
        rows = [dict(row) for row in (await self._session.execute(_PAGE, values)).mappings()]
        return [row for row in rows if row["id"] is not None], int(rows[0]["total"])

    async def whole(self, member_id: UUID, *, on: date, account: UUID | None) -> dict[str, Any] | None:
        """Return all of a member, with its status on a day and the caller's role in it."""
        values = {"member": member_id, "on": on, "account": account}
        found = (await self._session.execute(_WHOLE, values)).mappings().one_or_none()
        return None if found is None else dict(found)

    async def status(self, member_id: UUID, on: date) -> dict[str, Any]:
        """Return what a member is on a day."""
        return dict((await self._session.execute(_STATUS, {"member": member_id, "on": on})).mappings().one())

    async def role(self, member_id: UUID, account: UUID | None) -> tuple[bool, str | None]:
        """Return whether there is such a member, and the role of an account in it."""
        found = (await self._session.execute(_ROLE, {"member": member_id, "account": account})).one_or_none()
        return found is not None, None if found is None else found.role

    async def of(self, *, organisation: UUID | None = None, person: UUID | None = None) -> UUID | None:
        """Return the member that an organisation or a person is, or was."""
        found: UUID | None = await self._session.scalar(_OF, {"organisation": organisation, "person": person})
        return found

    async def held(self, member_id: UUID) -> dict[str, Any] | None:
        """Return a member, held with its organisation until the transaction ends: whoever changes it takes turns."""
        await self._session.execute(_LOCK_ORGANISATION, {"member": member_id})
        found = (await self._session.execute(_LOCK, {"member": member_id})).mappings().one_or_none()
        return None if found is None else dict(found)

    async def last_college(self, member_id: UUID) -> dict[str, Any]:
        """Return the last time of a member in a college: `college`, `since`, `until`, `ended_as`."""
        return dict((await self._session.execute(_LAST, {"member": member_id})).mappings().one())

    async def enter(self, values: Mapping[str, Any]) -> UUID:
        """Enter a member, in no college yet."""
        entered: UUID = await self._session.scalar(_ENTER, values)
        return entered

    async def begin(self, member_id: UUID, college: str, on: date, began_as: str) -> None:
        """Let a member be in a college from a day on."""
        values = {"member": member_id, "college": college, "on": on, "began_as": began_as}
        await self._session.execute(_BEGIN, values)

    async def close(self, member_id: UUID, on: date, ended_as: str, reason: str | None) -> None:
        """End the running time in a college; `on` is the first day without."""
        values = {"member": member_id, "on": on, "ended_as": ended_as, "reason": reason}
        await self._session.execute(_CLOSE, values)

    async def change(self, member_id: UUID, *, fee_category: str, external_id: str | None) -> None:
        """Change what has no date."""
        values = {"member": member_id, "fee_category": fee_category, "external_id": external_id}
        await self._session.execute(_CHANGE, values)

    async def touch(self, member_id: UUID) -> None:
        """Give a member its next version: something of it changed."""
        await self._session.execute(_TOUCH, {"member": member_id})

    async def representatives_from(self, member_id: UUID, on: date) -> list[dict[str, Any]]:
        """Return who represents a member on a day, or will after it."""
        rows = await self._session.execute(_REPRESENTATIVES, {"member": member_id, "on": on})
        return [dict(row) for row in rows.mappings()]

    async def rolls_from(self, member_id: UUID, on: date) -> list[dict[str, Any]]:
        """Return the meetings held on a day or after it for which a member was on the roll with a vote.

        Those to come are held until the transaction ends.
        """
        await self._session.execute(_HOLD_MEETINGS, {"member": member_id, "on": on})
        return [
            dict(row)
            for row in (await self._session.execute(_ROLLS, {"member": member_id, "on": on})).mappings()
        ]

    async def name_representative(
        self, member_id: UUID, person_id: UUID, capacity: str | None, since: date
    ) -> UUID:
        """Name a representative; nobody else is one from that day on."""
        values = {"member": member_id, "person": person_id, "capacity": capacity, "since": since}
        named: UUID = await self._session.scalar(_NAME_REPRESENTATIVE, values)
        return named

    async def end_representative(self, representative_id: UUID, on: date) -> None:
        """End a running representation; `on` is the first day without."""
        await self._session.execute(_END_REPRESENTATIVE, {"id": representative_id, "on": on})
