"""Posts, terms and offices as the API tells them."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Date, TextClause, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_TYPES: Final = {
    "on": Date,
    "today": Date,
    "before": Date,
    "post": Uuid,
    "member": Uuid,
    "id": Uuid,
    "after": Uuid,
}


def _typed(statement: str) -> TextClause:
    """Return a statement whose parameters have the types of their names."""
    named: list[Any] = [
        bindparam(name, type_=kind) for name, kind in _TYPES.items() if re.search(rf":{name}\b", statement)
    ]
    return text(statement).bindparams(*named)


_SEATED: Final = """json_build_object('id', m.id, 'kind', m.kind, 'name', coalesce(o.name, p.name),
  'college', (SELECT c.college FROM college_membership c WHERE c.member_id = m.id AND c.period @> {day}),
  'representative', (SELECT rp.name FROM representative r JOIN person rp ON rp.id = r.person_id
    WHERE r.member_id = m.id AND r.period @> {day}))"""
_CALLED: Final = (
    "LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN person p ON p.id = m.person_id"
)
# What a term or an office that has ended shows of its member is how it was on its last day.
_TERM_DAY: Final = "greatest(lower(t.period), least(:today, coalesce(upper(t.period) - 1, :today)))"
_OFFICE_DAY: Final = "greatest(lower(f.period), least(:today, coalesce(upper(f.period) - 1, :today)))"
_TERMS: Final = f"""
SELECT t.id,
  json_build_object('id', b.id, 'number', b.number, 'renewal_group', b.renewal_group, 'college', b.college) AS post,
  {_SEATED.format(day=_TERM_DAY)} AS member, lower(t.period) AS began_on, t.began_as, t.election_id, t.expected_end_on,
  t.ratified_on, upper(t.period) AS ended_on, t.ended_as, t.end_reason, t.version,
  (SELECT f.role FROM office f WHERE f.member_id = t.member_id AND f.period @> {_TERM_DAY}) AS office
FROM board_term t JOIN post b ON b.id = t.post_id JOIN member m ON m.id = t.member_id {_CALLED}"""  # noqa: S608
_OFFICES: Final = f"""
SELECT f.id, f.role, f.rank, {_SEATED.format(day=_OFFICE_DAY)} AS member, lower(f.period) AS began_on, f.expected_end_on,
  upper(f.period) AS ended_on, f.ended_as, f.version
FROM office f JOIN member m ON m.id = f.member_id {_CALLED}"""  # noqa: S608
_TERM: Final = _typed(f"{_TERMS} WHERE t.id = :id")
_OFFICE: Final = _typed(f"{_OFFICES} WHERE f.id = :id")
_TERMS_ASKED: Final = """(:on IS NULL OR t.period @> :on)
  AND (:post IS NULL OR t.post_id = :post) AND (:member IS NULL OR t.member_id = :member)"""
_TERMS_PAGE: Final = _typed(f"""{_TERMS} WHERE {_TERMS_ASKED}
  AND (lower(t.period), t.id) < (:before, :before_id) ORDER BY lower(t.period) DESC, t.id DESC LIMIT :count""")
_TERMS_TOTAL: Final = _typed(f"SELECT count(*) FROM board_term t WHERE {_TERMS_ASKED}")  # noqa: S608
_OFFICES_ASKED: Final = """(:on IS NULL OR f.period @> :on)
  AND (:member IS NULL OR f.member_id = :member)"""
_OFFICES_PAGE: Final = _typed(f"""{_OFFICES} WHERE {_OFFICES_ASKED}
  AND (lower(f.period), f.id) < (:before, :before_id) ORDER BY lower(f.period) DESC, f.id DESC LIMIT :count""")
_OFFICES_TOTAL: Final = _typed(f"SELECT count(*) FROM office f WHERE {_OFFICES_ASKED}")  # noqa: S608
_POSTS: Final = f"""
SELECT b.id, b.number, b.renewal_group, b.college, lower(b.period) AS begins_on, upper(b.period) AS abolished_on, b.version,
  held.holder, coalesce(held.expected_end_on, remaining.expected_end_on) AS next_renewal_on
FROM post b
LEFT JOIN LATERAL (
  SELECT t.expected_end_on, json_build_object('term_id', t.id, 'since', lower(t.period), 'began_as', t.began_as,
    'expected_end_on', t.expected_end_on, 'member', {_SEATED.format(day=":on")}) AS holder
  FROM board_term t JOIN member m ON m.id = t.member_id {_CALLED} WHERE t.post_id = b.id AND t.period @> :on
) held ON true
LEFT JOIN LATERAL (
  SELECT remaining_term_end(b.id, :on) AS expected_end_on
) remaining ON held.holder IS NULL"""  # noqa: S608
_POSTS_PAGE: Final = _typed(
    f"{_POSTS} WHERE b.period @> :on AND (b.number, b.id) > (:number, :after) ORDER BY b.number, b.id LIMIT :count"
)
_POSTS_TOTAL: Final = _typed("SELECT count(*) FROM post b WHERE b.period @> :on")
_POST: Final = _typed(f"{_POSTS} WHERE b.id = :id")
_HELD_AFTER: Final = _typed(
    "SELECT EXISTS (SELECT FROM board_term t WHERE t.post_id = :id AND t.period && daterange(:on, NULL))"
)


class GovernanceStore:
    """Posts, terms and offices in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def term(self, term_id: UUID, *, today: date) -> dict[str, Any] | None:
        """Return a term as the API tells it."""
        return await self._one(_TERM, {"id": term_id, "today": today})

    async def office(self, office_id: UUID, *, today: date) -> dict[str, Any] | None:
        """Return an office as the API tells it."""
        return await self._one(_OFFICE, {"id": office_id, "today": today})

    async def post(self, post_id: UUID, *, on: date) -> dict[str, Any] | None:
        """Return a post, and who holds it on a day, whether it exists on that day or not."""
        return await self._one(_POST, {"id": post_id, "on": on})

    async def terms(
        self, asked: Mapping[str, Any], before: tuple[date, UUID], count: int, *, today: date
    ) -> tuple[list[dict[str, Any]], int]:
        """Return the terms that are asked for, the last begun first, and how many there are."""
        values = {**asked, "before": before[0], "before_id": before[1], "count": count, "today": today}
        rows = (await self._session.execute(_TERMS_PAGE, values)).mappings()
        return [dict(row) for row in rows], await self._count(_TERMS_TOTAL, asked)

    async def offices(
        self, asked: Mapping[str, Any], before: tuple[date, UUID], count: int, *, today: date
    ) -> tuple[list[dict[str, Any]], int]:
        """Return the offices that are asked for, the last begun first, and how many there are."""
        values = {**asked, "before": before[0], "before_id": before[1], "count": count, "today": today}
        rows = (await self._session.execute(_OFFICES_PAGE, values)).mappings()
        return [dict(row) for row in rows], await self._count(_OFFICES_TOTAL, asked)

    async def posts(self, on: date, number: int, after: UUID, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return the posts of a day by their numbers, with who holds them, and how many there are."""
        values = {"on": on, "number": number, "after": after, "count": count}
        rows = (await self._session.execute(_POSTS_PAGE, values)).mappings()
        return [dict(row) for row in rows], await self._count(_POSTS_TOTAL, {"on": on})

    async def is_held_after(self, post_id: UUID, on: date) -> bool:
        """Say whether somebody holds a post on that day or later."""
        return bool((await self._session.execute(_HELD_AFTER, {"id": post_id, "on": on})).scalar_one())

    async def _one(self, statement: TextClause, values: Mapping[str, Any]) -> dict[str, Any] | None:
        found = (await self._session.execute(statement, values)).mappings().one_or_none()
        return None if found is None else dict(found)

    async def _count(self, statement: TextClause, values: Mapping[str, Any]) -> int:
        return int((await self._session.execute(statement, values)).scalar_one())
