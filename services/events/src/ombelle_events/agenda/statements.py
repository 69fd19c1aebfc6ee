"""The agenda's SQL: one statement a question, whose bytes PostgreSQL assembles from prepared cards."""

import re
from datetime import date
from typing import Any, Final

from ombelle_events.agenda.domain import AgendaFilter, Point


class Parameters:
    """Collects values and hands out their `$n`."""

    def __init__(self) -> None:
        self.values: list[Any] = []

    def add(self, value: Any, kind: str) -> str:
        """Add a value of that PostgreSQL type and return its place in the statement."""
        self.values.append(value)
        return f"${len(self.values)}::{kind}"


_LONGEST_MARKED: Final = 60
"""Weeks of the widest window whose weeks are looked up one by one; a wider one is a range of days."""

_FIRST_MONDAY: Final = date(1, 1, 1)


def week_of(day: date) -> int:
    """Number the week of a day as the index does, Mondays first, from the year 1."""
    return (day - _FIRST_MONDAY).days // 7


def marks(asked: AgendaFilter, query: str | None) -> str | None:
    """Return what the index of words, places and weeks can answer of a question, as a tsquery's text.

    It narrows: every event of the answer is found by it, and some others, whose days are looked at one by one.
    None when it could not narrow anything.
    """
    terms = [query] if query is not None else []
    if asked.last_day is not None:
        weeks = range(week_of(asked.first_day), week_of(asked.last_day) + 1)
        if 0 < len(weeks) <= _LONGEST_MARKED:
            terms.append(" | ".join(f"'week {week}'" for week in weeks))
    if terms and asked.department:
        terms.append(" | ".join(f"'place {_quoted(code)}'" for code in asked.department))
    return " & ".join(f"({term})" for term in terms) or None


def titles(query: str) -> str:
    """Return the same words, each wanted in the title."""
    return re.sub(r"'((?:[^']|'')+)'", r"'title \1'", query)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "''")


_ANY_OF = {
    "department": "c.department",
    "commune": "c.commune",
    "epci": "c.epci",
    "commune_size": "c.commune_size",
    "activity_type": "c.activity_type",
    "theme": "c.theme",
    "status": "c.status",
    "structure": "c.structure",
}
_OVERLAPS = {"audience": "c.audience", "school_level": "c.school_levels"}


def conditions(asked: AgendaFilter, parameters: Parameters, near: Point | None) -> list[str]:
    """Return the conditions on `agenda_card c` besides its days and words."""
    found: list[str] = []
    for name, column in _ANY_OF.items():
        if values := getattr(asked, name):
            found.append(f"{column} = ANY ({parameters.add(list(values), 'text[]')})")
    for name, column in _OVERLAPS.items():
        if values := getattr(asked, name):
            found.append(f"{column} && {parameters.add(list(values), 'text[]')}")
    if asked.accessibility:
        found.append(f"c.accessibility @> {parameters.add(list(asked.accessibility), 'text[]')}")
    if asked.free is not None:
        found.append(f"c.free = {parameters.add(asked.free, 'boolean')}")
    if asked.age is not None:
        age = parameters.add(asked.age, "integer")
        found.append(f"coalesce(c.age_min, 0) <= {age} AND coalesce(c.age_max, 120) >= {age}")
    if asked.edition is not None:
        found.append(f"c.edition = {parameters.add(asked.edition, 'integer')}")
    if asked.holder is not None:
        found.append(f"fold(c.holder) = fold({parameters.add(asked.holder, 'text')})")
    if asked.bbox is not None:
        box = asked.bbox
        found.append(
            f"c.latitude BETWEEN {parameters.add(box.south, 'float8')} AND {parameters.add(box.north, 'float8')}"
            f" AND c.longitude BETWEEN {parameters.add(box.west, 'float8')} AND {parameters.add(box.east, 'float8')}"
        )
    if near is not None:
        found.append(_within(near, asked.radius_km, parameters))
    return found


def _within(near: Point, radius_km: float, parameters: Parameters) -> str:
    """A box that the index answers, then the circle inside it. One degree of latitude is 111.2 km."""
    radius = parameters.add(radius_km, "float8")
    latitude = parameters.add(near.latitude, "float8")
    longitude = parameters.add(near.longitude, "float8")
    return (
        f"c.latitude BETWEEN {latitude} - {radius} / 111 AND {latitude} + {radius} / 111"
        f" AND distance_km(c.latitude, c.longitude, {latitude}, {longitude}) <= {radius}"
    )


def hits(
    asked: AgendaFilter, near: Point | None, words: str | None, parameters: Parameters, columns: str
) -> str:
    """Return the query of the answer's events, each once, by `starts_at`, its first session in the window.

    An event whose first day lies in the window needs no other look; one that began before is looked up by its
    days. The words are asked of their index first and alone: the planner, left to choose, may read the words of
    each row instead, which lie outside of it.
    """
    first = parameters.add(asked.first_day, "date")
    overlap = [f"c.last_day >= {first}"]
    if asked.last_day is not None:
        overlap.append(f"c.first_day <= {parameters.add(asked.last_day, 'date')}")
    source, found = "agenda_card", marks(asked, words)
    if found is not None:
        source = (
            f"(SELECT * FROM agenda_card WHERE search @@ {parameters.add(found, 'text')}::tsquery OFFSET 0)"
        )
    return f"""SELECT * FROM (
  SELECT c.event_id, {columns}, CASE WHEN c.first_day >= {first} THEN c.first_starts_at ELSE (
    SELECT d.starts_at FROM agenda_day d WHERE d.event_id = c.event_id AND {_days(asked, parameters)}
    ORDER BY d.day LIMIT 1
  ) END AS starts_at
  FROM {source} c WHERE {" AND ".join([*overlap, *conditions(asked, parameters, near)])} OFFSET 0
) AS candidate WHERE starts_at IS NOT NULL"""


RANKED: Final = 500
"""Matches that are compared with one another when the order is relevance."""


def page(
    asked: AgendaFilter, near: Point | None, query: str | None, cursor: list[Any] | None
) -> tuple[str, list[Any]]:
    """Return the statement of a page. Its one row: the items' JSON text, the total, and where the page ends
    (rank, starts_at, event_id; null when nothing follows).

    An event stands once, under its first session in the window; ties are cut by its id, so that a cursor is
    exact whatever is written between two pages.
    """
    parameters = Parameters()
    days = _days(asked, parameters)
    after = _after(cursor, parameters)
    count = parameters.add(asked.limit, "integer")
    distance = _distance(near, parameters)
    found = f"hit AS ({hits(asked, near, query, parameters, f'{_rank(asked, near, parameters)} AS rank')})"
    if asked.sort == "relevance" and query is not None:
        found += f", {_ranked(asked, near, query, parameters)}"
        first = _relevant(after, count)
    else:
        first = f"SELECT event_id, starts_at, rank FROM hit {after} ORDER BY {_ORDER} LIMIT {count} + 1"
    text = f"""
WITH {found}, page AS (
  SELECT *, row_number() OVER (ORDER BY {_ORDER}) AS place FROM ({first}) AS first
), filled AS (
  SELECT page.*, c.card || ',"first_session":' || d.session || {distance} || '}}' AS item
  FROM page JOIN agenda_card c USING (event_id)
  CROSS JOIN LATERAL (SELECT d.session FROM agenda_day d WHERE d.event_id = page.event_id AND {days}
    ORDER BY d.day LIMIT 1) d
  WHERE place <= {count}
)
SELECT coalesce((SELECT string_agg(item, ',' ORDER BY place) FROM filled), '') AS items,
  (SELECT count(*) FROM hit) AS total,
  (SELECT jsonb_build_array(rank, starts_at, event_id)::text FROM filled
    WHERE place = {count} AND EXISTS (SELECT FROM page WHERE place = {count} + 1)) AS ends
"""
    return text, parameters.values


def _days(asked: AgendaFilter, parameters: Parameters) -> str:
    """The window as a condition on `agenda_day d`."""
    first = f"d.day >= {parameters.add(asked.first_day, 'date')}"
    return (
        first if asked.last_day is None else f"{first} AND d.day <= {parameters.add(asked.last_day, 'date')}"
    )


_ORDER: Final = "rank, starts_at, event_id"


def _ranked(asked: AgendaFilter, near: Point | None, query: str, parameters: Parameters) -> str:
    """The CTE `score`: the hits that are compared by their texts, at a cost that no word's frequency raises.

    RANKED of them: those whose title holds the words, then the soonest. The others follow by date; nobody turns ten
    pages to find what a better word finds at once.
    """
    words = parameters.add(query, "text")
    return f"""titled AS MATERIALIZED (
  {hits(asked, near, titles(query), parameters, "true AS titled")} ORDER BY starts_at, event_id LIMIT {RANKED}
), soonest AS MATERIALIZED (
  SELECT event_id, starts_at FROM hit ORDER BY starts_at, event_id
  LIMIT CASE WHEN (SELECT count(*) FROM titled) < {RANKED} THEN {RANKED} ELSE 0 END
), best AS (
  SELECT event_id, starts_at FROM titled
  UNION ALL (SELECT * FROM soonest WHERE event_id NOT IN (SELECT event_id FROM titled) ORDER BY starts_at, event_id
    LIMIT {RANKED} - (SELECT count(*) FROM titled))
), score AS MATERIALIZED (
  SELECT event_id, starts_at, -ts_rank(c.search, {words}::tsquery)::float8 AS rank
  FROM best JOIN agenda_card c USING (event_id)
)"""


def _relevant(after: str, count: str) -> str:
    """The first hits by relevance; those that were not compared are only looked at where the others do not suffice."""
    others = f"{after} AND" if after else "WHERE"
    return f"""
WITH compared AS MATERIALIZED (SELECT * FROM score {after} ORDER BY {_ORDER} LIMIT {count} + 1)
SELECT event_id, starts_at, rank FROM compared
UNION ALL (
  SELECT event_id, starts_at, rank FROM hit {others} event_id NOT IN (SELECT event_id FROM score)
  ORDER BY {_ORDER} LIMIT {count} + 1 - (SELECT count(*) FROM compared))"""


def _rank(asked: AgendaFilter, near: Point | None, parameters: Parameters) -> str:
    """What comes before the date in the order; smaller is first."""
    if asked.sort == "distance" and near is not None:
        point = f"{parameters.add(near.latitude, 'float8')}, {parameters.add(near.longitude, 'float8')}"
        return f"distance_km(c.latitude, c.longitude, {point})"
    return "0::float8"


def _after(cursor: list[Any] | None, parameters: Parameters) -> str:
    if cursor is None:
        return ""
    rank, starts_at, event_id = cursor
    return (
        f"WHERE (rank, starts_at, event_id) > ({parameters.add(rank, 'float8')}, "
        f"{parameters.add(starts_at, 'timestamptz')}, {parameters.add(event_id, 'uuid')})"
    )


def _distance(near: Point | None, parameters: Parameters) -> str:
    if near is None:
        return "''"
    point = f"{parameters.add(near.latitude, 'float8')}, {parameters.add(near.longitude, 'float8')}"
    return f"',\"distance_km\":' || round(distance_km(c.latitude, c.longitude, {point})::numeric, 1)"


_SCALAR_FACETS = (
    "department", "commune", "epci", "commune_size", "theme", "activity_type", "structure", "status", "free", "edition",
)  # fmt: skip
_ARRAY_FACETS = {"audience": "audience", "school_level": "school_levels", "accessibility": "accessibility"}


FACETS = (*_SCALAR_FACETS, *_ARRAY_FACETS)


def facets(asked: AgendaFilter, near: Point | None, query: str | None) -> tuple[str, list[Any]]:
    """Return the statement of the facets: one JSON text, over the very set that the list counts."""
    parameters = Parameters()
    scalars = ", ".join(f"c.{name}" for name in _SCALAR_FACETS if name != "free")
    found = hits(
        asked,
        near,
        query,
        parameters,
        f"{scalars}, c.free::text AS free, c.audience, c.school_levels, c.accessibility",
    )
    cases = " ".join(f"WHEN grouping({name}) = 0 THEN '{name}'" for name in _SCALAR_FACETS)
    values = " ".join(f"WHEN grouping({name}) = 0 THEN {name}::text" for name in _SCALAR_FACETS)
    sets = ", ".join(f"({name})" for name in _SCALAR_FACETS)
    arrays = " ".join(
        f"UNION ALL SELECT '{name}', value, count(*) FROM hit LEFT JOIN LATERAL unnest({column}) AS value ON true "
        "GROUP BY value"
        for name, column in _ARRAY_FACETS.items()
    )
    kinds = parameters.add(list(FACETS), "text[]")
    text = f"""
WITH hit AS ({found}), counted (kind, value, n) AS (
  SELECT CASE {cases} END, CASE {values} END, count(*) FROM hit GROUP BY GROUPING SETS ({sets})
  {arrays}
), labelled AS (
  SELECT counted.kind, value, n, coalesce(v.label, d.name, c.name, i.name, value) AS label, v.rank
  FROM counted
  LEFT JOIN vocabulary_label v ON v.kind = counted.kind AND v.code = counted.value
  LEFT JOIN department d ON counted.kind = 'department' AND d.code = counted.value
  LEFT JOIN commune c ON counted.kind = 'commune' AND c.insee = counted.value
  LEFT JOIN epci i ON counted.kind = 'epci' AND i.code = counted.value
), grouped AS (
  SELECT kind, json_agg(json_build_object('value', value, 'label', label, 'count', n)
    ORDER BY value IS NULL, n DESC, rank, fold(label), value) AS counts
  FROM labelled GROUP BY kind
)
SELECT json_build_object('total', (SELECT count(*) FROM hit))::jsonb
  || (SELECT jsonb_object_agg(kind, coalesce(counts, '[]')) FROM unnest({kinds}) AS kind LEFT JOIN grouped USING (kind))
"""
    return text, parameters.values


def event(name: str, *, by_id: bool) -> tuple[str, list[Any]]:
    """Return the statement of one event's page: its JSON text and whether it was ever shown and is gone."""
    key = "event_id = $1::uuid" if by_id else "slug = $1::text"
    text = f"""
SELECT (
  SELECT detail || ',"children":[' || coalesce((
    SELECT string_agg(child.card || '}}', ',' ORDER BY child.first_starts_at, child.event_id)
    FROM agenda_card child WHERE child.parent_id = c.event_id), '') || ']}}'
  FROM agenda_card c WHERE c.{key}) AS body,
  EXISTS (SELECT FROM agenda_change WHERE {key} AND deleted) AS gone
"""
    return text, [name]


def standing_in(*, by_id: bool) -> str:
    """Return the statement of the event that is shown in the stead of another, if that is so."""
    key = "e.id = $1::uuid" if by_id else "e.slug = $1::text"
    return f"""
SELECT kept.id, kept.slug, kept.title FROM event e
JOIN agenda_standing s ON s.id = e.id AND s.shown_as <> e.id
JOIN event kept ON kept.id = s.shown_as
JOIN agenda_card c ON c.event_id = kept.id
WHERE {key}
"""


CHANGES = """
WITH changed AS (
  SELECT n.* FROM agenda_change n
  WHERE n.transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    AND (n.transaction, n.event_id) > ($1::bigint, $2::uuid) AND n.changed_at >= $3::timestamptz
  ORDER BY n.transaction, n.event_id LIMIT $4::integer + 1
), numbered AS (SELECT *, row_number() OVER (ORDER BY transaction, event_id) AS place FROM changed)
SELECT coalesce(string_agg('{"id":"' || n.event_id || '","slug":' || to_json(n.slug) || ',"change":"'
    || CASE WHEN n.deleted THEN 'delete' ELSE 'upsert' END || '","changed_at":"'
    || local_iso(n.changed_at, 'Europe/Paris') || '","event":' || coalesce(c.card || '}', 'null') || '}',
    ',' ORDER BY place) FILTER (WHERE place <= $4), '') AS items,
  (array_agg(n.transaction ORDER BY place DESC) FILTER (WHERE place <= $4))[1] AS last_transaction,
  (array_agg(n.event_id ORDER BY place DESC) FILTER (WHERE place <= $4))[1] AS last_event,
  count(*) > $4 AS more
FROM numbered n LEFT JOIN agenda_card c ON c.event_id = n.event_id
"""
"""The changes after a cursor, oldest first. Transactions still running, and those begun after one of them, wait:
what a mirror has read it never needs to read again."""
