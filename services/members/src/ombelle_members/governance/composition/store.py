"""Who sits where on a day, as PostgreSQL tells it: one statement, whose JSON Python hands on untouched."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import Date, Text, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.governance.domain import COLLEGES, ROLES

_NAME: Final = "coalesce(o.name, p.name)"
_MEMBERS: Final = """JOIN member m ON m.id = {held}.member_id
  LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN person p ON p.id = m.person_id
  LEFT JOIN representative r ON r.member_id = m.id AND r.period @> :on LEFT JOIN person rp ON rp.id = r.person_id"""
_POSTS: Final = f"""
SELECT count(*) AS size, count(t.id) AS filled, coalesce(json_agg(json_build_object(
  'number', b.number, 'renewal_group', b.renewal_group, 'college', b.college,
  'holder', CASE WHEN t.id IS NOT NULL THEN json_build_object(
    'member', m.id, 'name', {_NAME}, 'kind', m.kind, 'representative', rp.name) END,
  'since', lower(t.period), 'began_as', t.began_as, 'expected_end_on', t.expected_end_on) ORDER BY b.number), '[]') AS posts
FROM post b LEFT JOIN (board_term t {_MEMBERS.format(held="t")}) ON t.post_id = b.id AND t.period @> :on
WHERE b.period @> :on"""  # noqa: S608
_BUREAU: Final = f"""
SELECT coalesce(json_agg(json_build_object(
  'role', f.role, 'rank', f.rank, 'member', m.id, 'name', {_NAME}, 'representative', rp.name, 'since', lower(f.period),
  'expected_end_on', f.expected_end_on) ORDER BY array_position(CAST(:roles AS text[]), f.role), f.rank), '[]')
FROM office f {_MEMBERS.format(held="f")} WHERE f.period @> :on"""  # noqa: S608
_COLLEGES: Final = """
SELECT json_agg(json_build_object('college', l.key, 'label', l.value, 'members', coalesce(c.members, 0)) ORDER BY l.key)
FROM jsonb_each_text(:colleges) l LEFT JOIN (
  SELECT college, count(*) AS members FROM college_membership WHERE period @> :on GROUP BY college
) c ON c.college = l.key"""
# Whoever speaks for a member that sits changes the composition as well.
_CHANGES: Final = """
SELECT coalesce(json_agg(day ORDER BY day), '[]') FROM (
  SELECT unnest(ARRAY[lower(period), upper(period)]) AS day FROM board_term
  UNION SELECT unnest(ARRAY[lower(period), upper(period)]) FROM office
  UNION SELECT unnest(ARRAY[lower(period), upper(period)]) FROM post
  UNION SELECT lower(r.period) FROM representative r
    JOIN board_term t ON t.member_id = r.member_id AND t.period @> lower(r.period)
) days WHERE day IS NOT NULL"""
_BYLAWS: Final = """
SELECT json_build_object('id', v.id, 'adopted_on', v.adopted_on, 'since', lower(v.period), 'rules', v.rules) AS told,
  CAST(v.rules ->> 'staff_seat' AS boolean) AS staff_seat FROM bylaws_version v WHERE v.period @> :on"""
_COMPOSED: Final = f"""
SELECT CAST(json_build_object('on', :on, 'bylaws', v.told,
  'board', json_build_object('size', b.size, 'filled', b.filled, 'staff_seat', coalesce(v.staff_seat, false),
    'posts', b.posts),
  'bureau', ({_BUREAU}), 'colleges', ({_COLLEGES}), 'changes', ({_CHANGES}), 'declared', declared_on(:on)) AS text)
FROM ({_POSTS}) b LEFT JOIN ({_BYLAWS}) v ON true"""  # noqa: S608
_ON: Final = text(_COMPOSED).bindparams(
    bindparam("on", type_=Date),
    bindparam("colleges", COLLEGES, type_=JSONB),
    bindparam("roles", list(ROLES), type_=ARRAY(Text)),
)
_LAST_RENEWAL: Final = text("""
SELECT max(upper(t.period)) FROM board_term t WHERE t.ended_as = 'term' AND upper(t.period) <= :on
""").bindparams(bindparam("on", type_=Date))
_BODIES: Final = text("""
SELECT json_build_object(
  'members', (SELECT count(*) FROM college_membership WHERE period @> :on),
  'unratified', (
    SELECT coalesce(json_agg(json_build_object('number', b.number, 'since', lower(t.period)) ORDER BY b.number), '[]')
    FROM board_term t JOIN post b ON b.id = t.post_id
    WHERE t.period @> :on AND t.began_as = 'co_option' AND (t.ratified_on IS NULL OR t.ratified_on > :on)),
  'erased', (SELECT coalesce(json_agg(b.number ORDER BY b.number), '[]') FROM board_term t JOIN post b ON b.id = t.post_id
    JOIN representative r ON r.member_id = t.member_id AND r.period @> :on JOIN person p ON p.id = r.person_id
    WHERE t.period @> :on AND CAST(p.erased_at AT TIME ZONE 'Europe/Paris' AS date) <= :on),
  'strangers', (SELECT coalesce(json_agg(b.number ORDER BY b.number), '[]') FROM board_term t JOIN post b ON b.id = t.post_id
    JOIN college_membership c ON c.member_id = t.member_id AND c.period @> :on
    WHERE t.period @> :on AND b.college <> c.college))
""").bindparams(bindparam("on", type_=Date))


class CompositionStore:
    """Who sits where on a day, in one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def on(self, day: date) -> str:
        """Return the composition of a day, as JSON."""
        return str((await self._session.execute(_ON, {"on": day})).scalar_one())

    async def last_renewal(self, day: date) -> date | None:
        """Return the last day until then on which terms came to their end."""
        found: date | None = (await self._session.execute(_LAST_RENEWAL, {"on": day})).scalar_one()
        return found

    async def beside(self, day: date) -> Mapping[str, Any]:
        """Return what everybody is not told: how many `members`; posts `unratified`, `erased` (whoever speaks for their
        holder had themselves erased), and `strangers` (held by members of other colleges).
        """
        found: Mapping[str, Any] = (await self._session.execute(_BODIES, {"on": day})).scalar_one()
        return found
