"""The agenda's SQL: one statement a question, whose bytes PostgreSQL assembles from prepared cards."""

from typing import Any

from ombelle_events.agenda.domain import AgendaFilter, Point


class Parameters:
    """Collects values and hands out their `$n`."""

    def __init__(self) -> None:
        self.values: list[Any] = []

    def add(self, value: Any, kind: str) -> str:
        """Add a value of that PostgreSQL type and return its place in the statement."""
        self.values.append(value)
        return f"${len(self.values)}::{kind}"


def window(asked: AgendaFilter, parameters: Parameters, alias: str = "d") -> str:
    """Return the condition on `agenda_day` that the question's days make."""
    condition = f"{alias}.day >= {parameters.add(asked.first_day, 'date')}"
    if asked.last_day is not None:
        condition += f" AND {alias}.day <= {parameters.add(asked.last_day, 'date')}"
    return condition


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


def conditions(
    asked: AgendaFilter, parameters: Parameters, near: Point | None, query: str | None
) -> list[str]:
    """Return the conditions on `agenda_card c`; `query` is a tsquery as text, None when nothing is searched."""
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
    if query is not None:
        found.append(f"c.search @@ {parameters.add(query, 'text')}::tsquery")
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


def page(
    asked: AgendaFilter, near: Point | None, query: str | None, cursor: list[Any] | None
) -> tuple[str, list[Any]]:
    """Return the statement of a page. Its one row: the items' JSON text, the total, and where the page ends
    (rank, starts_at, event_id; null when nothing follows).

    An event stands once, under its first session in the window; ties are cut by its id, so that a cursor is
    exact whatever is written between two pages.
    """
    parameters = Parameters()
    days = window(asked, parameters)
    wheres = conditions(asked, parameters, near, query)
    rank = _rank(asked, near, query, parameters)
    after = _after(cursor, parameters)
    count = parameters.add(asked.limit, "integer")
    distance = _distance(near, parameters)
    text = f"""
WITH hit AS (
  SELECT c.event_id, min(d.starts_at) AS starts_at, {rank} AS rank
  FROM agenda_day d JOIN agenda_card c USING (event_id)
  WHERE {" AND ".join([days, *wheres])}
  GROUP BY c.event_id
), page AS (
  SELECT hit.*, row_number() OVER (ORDER BY rank, starts_at, event_id) AS place
  FROM hit {after} ORDER BY rank, starts_at, event_id LIMIT {count} + 1
), filled AS (
  SELECT page.*, c.card || ',"first_session":' || d.session || {distance} || '}}' AS item
  FROM page JOIN agenda_card c USING (event_id)
  CROSS JOIN LATERAL (SELECT d.session FROM agenda_day d WHERE d.event_id = page.event_id AND {days}
    ORDER BY d.starts_at, d.day LIMIT 1) d
  WHERE place <= {count}
)
SELECT coalesce((SELECT string_agg(item, ',' ORDER BY place) FROM filled), '') AS items,
  (SELECT count(*) FROM hit) AS total,
  (SELECT jsonb_build_array(rank, starts_at, event_id)::text FROM filled
    WHERE place = {count} AND EXISTS (SELECT FROM page WHERE place = {count} + 1)) AS ends
"""
    return text, parameters.values


def _rank(asked: AgendaFilter, near: Point | None, query: str | None, parameters: Parameters) -> str:
    """What comes before the date in the order; smaller is first."""
    if asked.sort == "relevance" and query is not None:
        return f"-ts_rank(c.search, {parameters.add(query, 'text')}::tsquery)::float8"
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
    days = window(asked, parameters)
    wheres = conditions(asked, parameters, near, query)
    scalars = ", ".join(f"c.{name}" for name in _SCALAR_FACETS if name != "free")
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
WITH hit AS MATERIALIZED (
  SELECT {scalars}, c.free::text AS free, c.audience, c.school_levels, c.accessibility
  FROM agenda_card c
  WHERE {" AND ".join([f"c.event_id IN (SELECT d.event_id FROM agenda_day d WHERE {days})", *wheres])}
), counted (kind, value, n) AS (
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
    SELECT string_agg(child.card || '}}', ',' ORDER BY
      (SELECT min(d.starts_at) FROM agenda_day d WHERE d.event_id = child.event_id), child.event_id)
    FROM agenda_card child WHERE child.parent_id = c.event_id), '') || ']}}'
  FROM agenda_card c WHERE c.{key}) AS body,
  EXISTS (SELECT FROM agenda_change WHERE {key} AND deleted) AS gone
"""
    return text, [name]


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
