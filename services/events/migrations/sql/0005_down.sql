DROP FUNCTION refresh_cards(uuid[]);
DROP FUNCTION shown_cards(uuid[]);
DROP FUNCTION json_instant(timestamptz, text);
DROP FUNCTION week_of(date);
CREATE FUNCTION card_of(a agenda_source) RETURNS text
LANGUAGE sql STABLE AS $$
SELECT left(row_to_json(item)::text, -1) FROM (SELECT
  a.id, a.slug, a.title, a.description, a.structure, a.activity_type, a.theme, a.audience, a.school_levels,
  json_build_object('min', a.age_min, 'max', a.age_max) AS age,
  a.free, a.accessibility, a.shown_status AS status, a.status_reason, a.attendance_mode,
  (a.registration <> '[]') AS bookable, a.holder,
  CASE WHEN a.venue_id IS NOT NULL THEN json_build_object(
    'id', a.venue_id, 'name', a.venue_name, 'city', a.venue_city, 'insee', a.venue_insee,
    'department', a.department_code, 'latitude', a.venue_latitude, 'longitude', a.venue_longitude) END AS venue,
  CASE WHEN a.image IS NOT NULL THEN json_build_object(
    'url', a.image ->> 'url', 'credits', a.image ->> 'credits', 'alt', a.image ->> 'alt') END AS image,
  a.edition,
  CASE WHEN a.parent_slug IS NOT NULL THEN json_build_object(
    'id', a.parent_id, 'slug', a.parent_slug, 'title', a.parent_title) END AS parent,
  CASE WHEN a.structure = 'umbrella' THEN children_shown(a.id) ELSE 0 END AS children_count,
  (SELECT coalesce(json_agg(json_build_object(
      'id', s.id, 'starts_at', local_iso(s.starts_at, s.timezone), 'ends_at', local_iso(s.ends_at, s.timezone),
      'status', effective_status(s.status, a.status), 'status_reason', s.status_reason,
      'previous_starts_at', local_iso(s.previous_starts_at, s.timezone),
      'previous_ends_at', local_iso(s.previous_ends_at, s.timezone)) ORDER BY s.starts_at, s.id), '[]')
    FROM event_session s WHERE s.event_id = a.id) AS sessions,
  local_iso(a.updated_at, 'Europe/Paris') AS updated_at
) AS item $$;

CREATE FUNCTION detail_of(a agenda_source) RETURNS text
LANGUAGE sql STABLE AS $$
SELECT left(row_to_json(item)::text, -1) FROM (SELECT
  a.id, a.slug, a.title, a.description, a.long_description_html, a.structure, a.activity_type, a.theme,
  a.audience, a.school_levels, json_build_object('min', a.age_min, 'max', a.age_max) AS age,
  a.free, a.conditions, a.accessibility, a.shown_status AS status, a.status_reason, a.attendance_mode,
  a.online_access_url, (a.registration <> '[]') AS bookable, a.registration, a.holder, a.keywords,
  CASE WHEN a.venue_id IS NOT NULL THEN venue_json(a.venue_id) END AS venue,
  CASE WHEN a.image IS NOT NULL THEN json_build_object(
    'url', a.image ->> 'url', 'credits', a.image ->> 'credits', 'alt', a.image ->> 'alt') END AS image,
  a.edition,
  CASE WHEN a.parent_slug IS NOT NULL THEN json_build_object(
    'id', a.parent_id, 'slug', a.parent_slug, 'title', a.parent_title) END AS parent,
  CASE WHEN a.structure = 'umbrella' THEN children_shown(a.id) ELSE 0 END AS children_count,
  (SELECT coalesce(json_agg(json_build_object(
      'id', s.id, 'starts_at', local_iso(s.starts_at, s.timezone), 'ends_at', local_iso(s.ends_at, s.timezone),
      'status', effective_status(s.status, a.status), 'status_reason', s.status_reason,
      'previous_starts_at', local_iso(s.previous_starts_at, s.timezone),
      'previous_ends_at', local_iso(s.previous_ends_at, s.timezone),
      'timezone', s.timezone, 'capacity', s.capacity, 'audience', s.audience,
      'venue', CASE WHEN s.venue_id IS NOT NULL THEN venue_json(s.venue_id) END) ORDER BY s.starts_at, s.id), '[]')
    FROM event_session s WHERE s.event_id = a.id) AS sessions,
  CASE WHEN a.source_name IS NOT NULL THEN json_build_object(
    'name', a.source_name, 'url', a.source_url) END AS source,
  local_iso(a.updated_at, 'Europe/Paris') AS updated_at
) AS item $$;

CREATE FUNCTION search_texts(a agenda_source, OUT a_text text, OUT b_text text, OUT c_text text, OUT d_text text)
LANGUAGE sql STABLE AS $$
SELECT
  a.title,
  concat_ws(' ', a.venue_name, a.venue_city, a.holder, a.parent_title,
    (SELECT name FROM department WHERE code = a.department_code), (SELECT name FROM epci WHERE code = a.epci_code)),
  concat_ws(' ', a.description, array_to_string(a.keywords, ' '), label_of('theme', a.theme),
    label_of('activity_type', a.activity_type)),
  left(a.long_description, 20000) $$;

CREATE FUNCTION refresh_cards(touched uuid[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  reached uuid[];
  family uuid[];
  changed uuid[];
BEGIN
  -- Whatever is hidden behind an event is shown again once that one is withdrawn.
  SELECT array_agg(DISTINCT member) INTO reached FROM (
    SELECT unnest(touched) AS member
    UNION ALL SELECT id FROM event WHERE duplicate_of = ANY (touched)
  ) AS members;
  SELECT array_agg(DISTINCT member) INTO family FROM (
    SELECT unnest(reached) AS member
    UNION ALL SELECT parent_id FROM event WHERE id = ANY (reached) AND parent_id IS NOT NULL
    UNION ALL SELECT id FROM event WHERE parent_id = ANY (reached)
    UNION ALL SELECT duplicate_of FROM event WHERE id = ANY (reached) AND duplicate_of IS NOT NULL
    UNION ALL SELECT parent.duplicate_of FROM event e JOIN event parent ON parent.id = e.parent_id
      WHERE e.id = ANY (reached) AND parent.duplicate_of IS NOT NULL
  ) AS members;

  WITH gone AS (
    DELETE FROM agenda_card c WHERE c.event_id = ANY (family)
      AND NOT EXISTS (SELECT FROM agenda_standing s WHERE s.id = c.event_id AND s.visible)
    RETURNING c.event_id, c.slug
  ), made AS (
    SELECT a.id AS event_id, a.slug, card_of(a) AS card, detail_of(a) AS detail,
      setweight(to_tsvector('programme', coalesce(t.a_text, '')), 'A')
        || setweight(to_tsvector('programme', coalesce(t.b_text, '')), 'B')
        || setweight(to_tsvector('programme', coalesce(t.c_text, '')), 'C')
        || setweight(to_tsvector('programme', coalesce(t.d_text, '')), 'D') AS search,
      a.department_code, a.venue_insee, a.epci_code, a.commune_size, a.venue_latitude, a.venue_longitude, a.theme,
      a.activity_type, a.structure, a.audience, a.school_levels, a.accessibility, a.free, a.shown_status, a.age_min,
      a.age_max, a.edition, a.holder, CASE WHEN a.parent_slug IS NOT NULL THEN a.parent_id END AS parent_id
    FROM agenda_source a, LATERAL search_texts(a) t
    WHERE a.id = ANY (family) AND a.visible
  ), written AS (
    INSERT INTO agenda_card AS c (event_id, slug, card, detail, search, department, commune, epci, commune_size,
      latitude, longitude, theme, activity_type, structure, audience, school_levels, accessibility, free, status,
      age_min, age_max, edition, holder, parent_id)
    SELECT * FROM made
    ON CONFLICT (event_id) DO UPDATE SET
      slug = excluded.slug, card = excluded.card, detail = excluded.detail, search = excluded.search,
      department = excluded.department, commune = excluded.commune, epci = excluded.epci,
      commune_size = excluded.commune_size, latitude = excluded.latitude, longitude = excluded.longitude,
      theme = excluded.theme, activity_type = excluded.activity_type, structure = excluded.structure,
      audience = excluded.audience, school_levels = excluded.school_levels, accessibility = excluded.accessibility,
      free = excluded.free, status = excluded.status, age_min = excluded.age_min, age_max = excluded.age_max,
      edition = excluded.edition, holder = excluded.holder, parent_id = excluded.parent_id
    WHERE (c.card, c.detail, c.search) IS DISTINCT FROM (excluded.card, excluded.detail, excluded.search)
    RETURNING c.event_id, c.slug
  ), noted AS (
    INSERT INTO agenda_change AS n (event_id, slug, deleted, transaction, changed_at)
    SELECT event_id, slug, false, pg_current_xact_id()::text::bigint, now() FROM written
    UNION ALL SELECT event_id, slug, true, pg_current_xact_id()::text::bigint, now() FROM gone
    ON CONFLICT (event_id) DO UPDATE SET slug = excluded.slug, deleted = excluded.deleted,
      transaction = excluded.transaction, changed_at = excluded.changed_at
    RETURNING n.event_id
  )
  SELECT array_agg(event_id) INTO changed FROM noted;

  IF changed IS NULL THEN
    RETURN 0;
  END IF;
  PERFORM refresh_days(changed);
  PERFORM learn_words(changed);
  PERFORM pg_notify('ombelle_agenda', '');
  RETURN cardinality(changed);
END $$;

CREATE OR REPLACE FUNCTION refresh_days(changed uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM agenda_day WHERE event_id = ANY (changed);
  INSERT INTO agenda_day (day, event_id, starts_at, session)
  SELECT DISTINCT ON (day::date, s.event_id) day::date, s.event_id, s.starts_at,
    json_build_object('starts_at', local_iso(s.starts_at, s.timezone), 'ends_at', local_iso(s.ends_at, s.timezone),
      'status', effective_status(s.status, e.status))::text
  FROM event_session s
  JOIN event e ON e.id = s.event_id
  JOIN agenda_card c ON c.event_id = s.event_id
  CROSS JOIN LATERAL generate_series(
    date_trunc('day', s.starts_at AT TIME ZONE 'Europe/Paris'),
    date_trunc('day', s.ends_at AT TIME ZONE 'Europe/Paris' - interval '1 microsecond'), interval '1 day') AS day
  WHERE s.event_id = ANY (changed)
  ORDER BY day::date, s.event_id, s.starts_at, s.id;
END $$;
ALTER FUNCTION refresh_days(uuid[]) RESET timezone;

CREATE FUNCTION learn_words(changed uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lexicon_word (word, lexeme)
  SELECT word, lexeme_of(word) FROM (
    SELECT DISTINCT unnest(tsvector_to_array(to_tsvector('programme_words',
      concat_ws(' ', t.a_text, t.b_text, t.c_text, t.d_text)))) AS word
    FROM agenda_source a, LATERAL search_texts(a) t WHERE a.id = ANY (changed)
  ) AS words
  WHERE length(word) BETWEEN 2 AND 60 AND lexeme_of(word) IS NOT NULL
    AND NOT EXISTS (SELECT FROM lexicon_word known WHERE known.word = words.word)
  ORDER BY word
  ON CONFLICT DO NOTHING;
END $$;
