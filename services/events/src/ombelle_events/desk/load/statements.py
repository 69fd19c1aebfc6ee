from sqlalchemy import text

# The morning ends at one o'clock, in Paris: what begins before and ends after is in both halves of the day, and an
# exhibition on each of its days. Umbrellas have no sessions but their own.
LOAD = text("""
WITH edition_days AS (
  SELECT e.year, day::date AS day FROM edition e, generate_series(e.starts_on::timestamp, e.ends_on, interval '1 day') AS day
  WHERE e.year = :year
), half AS (
  SELECT day, name, (day + begins) AT TIME ZONE 'Europe/Paris' AS starts_at,
    (day + begins + lasts) AT TIME ZONE 'Europe/Paris' AS ends_at
  FROM edition_days CROSS JOIN (VALUES ('morning', interval '0 hours', interval '13 hours'),
    ('afternoon', interval '13 hours', interval '11 hours')) AS part (name, begins, lasts)
), held AS (
  SELECT s.starts_at, s.ends_at, s.capacity, c.department_code AS department
  FROM event v JOIN edition e ON e.id = v.edition_id
  JOIN event_session s ON s.event_id = v.id
  LEFT JOIN venue u ON u.id = coalesce(s.venue_id, v.venue_id)
  LEFT JOIN commune c ON c.insee = u.insee
  WHERE e.year = :year AND v.withdrawn_at IS NULL AND NOT v.is_duplicate AND v.publication <> 'unpublished'
    AND v.status NOT IN ('cancelled', 'postponed') AND s.status NOT IN ('cancelled', 'postponed')
), loaded AS (
  SELECT h.day, h.name, held.department, count(*) AS sessions, coalesce(sum(held.capacity), 0)::int AS seats,
    count(*) FILTER (WHERE held.capacity IS NULL) AS without_seats
  FROM half h JOIN held ON held.starts_at < h.ends_at AND held.ends_at > h.starts_at
  GROUP BY h.day, h.name, held.department
), halves AS (
  SELECT h.day, json_agg(json_build_object('half', h.name,
    'sessions', coalesce(l.sessions, 0), 'seats', coalesce(l.seats, 0), 'without_seats', coalesce(l.without_seats, 0),
    'departments', coalesce(l.departments, '[]')) ORDER BY h.starts_at) AS halves
  FROM half h LEFT JOIN LATERAL (
    SELECT sum(sessions)::int AS sessions, sum(seats)::int AS seats, sum(without_seats)::int AS without_seats,
      json_agg(json_build_object('department', department, 'sessions', sessions, 'seats', seats,
        'without_seats', without_seats) ORDER BY department) AS departments
    FROM loaded l WHERE (l.day, l.name) = (h.day, h.name)
  ) l ON true GROUP BY h.day
), arrived AS (
  SELECT a.call_id, day, sum(begun)::int AS begun, sum(sent)::int AS sent
  FROM application a
  JOIN call l ON l.id = a.call_id JOIN edition e ON e.id = l.edition_id AND e.year = :year
  CROSS JOIN LATERAL (VALUES
    ((a.created_at AT TIME ZONE 'Europe/Paris')::date, 1, 0), ((a.submitted_at AT TIME ZONE 'Europe/Paris')::date, 0, 1)
  ) AS moment (day, begun, sent)
  WHERE a.status <> 'discarded' AND day IS NOT NULL
  GROUP BY a.call_id, day
)
SELECT json_build_object(
  'year', e.year, 'starts_on', e.starts_on, 'ends_on', e.ends_on,
  'days', (SELECT coalesce(json_agg(json_build_object('day', day, 'halves', halves) ORDER BY day), '[]') FROM halves),
  'calls', (
    SELECT coalesce(json_agg(json_build_object('id', l.id, 'title', l.title, 'opens_at', l.opens_at,
      'closes_at', l.closes_at, 'days', (
        SELECT coalesce(json_agg(json_build_object('day', day, 'begun', begun, 'sent', sent) ORDER BY day), '[]')
        FROM arrived WHERE arrived.call_id = l.id)) ORDER BY l.opens_at, l.id), '[]')
    FROM call l WHERE l.edition_id = e.id)
)::text
FROM edition e WHERE e.year = :year
""")
