from sqlalchemy import TextClause

from ombelle_events.desk.domain import DeskFilter
from ombelle_events.desk.statements import IS_READ, bound, seen


def coverage(wanted: DeskFilter) -> TextClause:
    """Return the statement of the coverage: one JSON text, null without such a call.

    An application counts where it says that it takes place, once it is sent and unless it was withdrawn; an event
    where its venue is, once it is published and unless it is cancelled. A former commune counts for today's.
    """
    return bound(
        f"""
WITH seen AS MATERIALIZED ({seen(wanted, f", CASE WHEN {IS_READ} THEN a.commune_insee END AS commune")}),
known AS (
  SELECT insee, insee AS code FROM commune UNION ALL SELECT insee, unnest(former_codes) FROM commune
), applied AS (
  SELECT k.insee, count(*) AS n FROM seen s JOIN known k ON k.code = s.commune
  WHERE s.place NOT IN ('draft', 'withdrawn') GROUP BY k.insee
), shown AS (
  SELECT k.insee, count(*) AS n FROM call l JOIN edition e ON e.id = l.edition_id
  JOIN agenda_card d ON d.edition = e.year AND d.status <> 'cancelled'
  JOIN known k ON k.code = d.commune
  WHERE l.id = :call GROUP BY k.insee
), counted AS (
  SELECT c.insee, c.name, c.department_code AS department, c.epci_code AS epci, c.latitude, c.longitude,
    coalesce(applied.n, 0) AS applications, coalesce(shown.n, 0) AS events, c.folded_name
  FROM commune c LEFT JOIN applied USING (insee) LEFT JOIN shown USING (insee)
), summed AS (
  SELECT department, epci, grouping(department) AS of_epci, count(*) AS communes,
    count(*) FILTER (WHERE applications > 0) AS communes_with_applications,
    count(*) FILTER (WHERE events > 0) AS communes_with_events,
    count(*) FILTER (WHERE applications = 0 AND events = 0) AS communes_without,
    sum(applications)::int AS applications, sum(events)::int AS events
  FROM counted GROUP BY GROUPING SETS ((department), (epci))
)
SELECT json_build_object(
  'edition', e.year,
  'without_place', (SELECT count(*) FROM seen WHERE place NOT IN ('draft', 'withdrawn')
    AND NOT EXISTS (SELECT FROM known k WHERE k.code = seen.commune)),
  'departments', (
    SELECT coalesce(json_agg(json_build_object('code', s.department, 'name', d.name, 'communes', s.communes,
      'communes_with_applications', s.communes_with_applications, 'communes_with_events', s.communes_with_events,
      'communes_without', s.communes_without, 'applications', s.applications, 'events', s.events)
      ORDER BY s.department), '[]')
    FROM summed s JOIN department d ON d.code = s.department WHERE s.of_epci = 0),
  'epcis', (
    SELECT coalesce(json_agg(json_build_object('code', s.epci, 'name', i.name, 'communes', s.communes,
      'communes_with_applications', s.communes_with_applications, 'communes_with_events', s.communes_with_events,
      'communes_without', s.communes_without, 'applications', s.applications, 'events', s.events)
      ORDER BY fold(i.name), s.epci), '[]')
    FROM summed s JOIN epci i ON i.code = s.epci WHERE s.of_epci = 1),
  'communes', (
    SELECT coalesce(json_agg(json_build_object('insee', insee, 'name', name, 'department', department, 'epci', epci,
      'latitude', latitude, 'longitude', longitude, 'applications', applications, 'events', events)
      ORDER BY folded_name, insee), '[]')
    FROM counted)
)::text
FROM call l JOIN edition e ON e.id = l.edition_id WHERE l.id = :call
""",  # noqa: S608
        wanted,
    )
