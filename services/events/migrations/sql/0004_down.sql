UPDATE feed_conflict c SET field = c.field || '_id'
WHERE EXISTS (SELECT FROM event_local_edit l WHERE l.event_id = c.event_id AND l.field = c.field || '_id');

CREATE OR REPLACE VIEW agenda_source AS
SELECT
  e.id, e.slug, e.title, e.description, e.long_description, e.long_description_html, e.structure, e.parent_id,
  e.parent_structure, e.edition_id, e.venue_id, e.activity_type, e.theme, e.audience, e.school_levels,
  e.age_min, e.age_max, e.accessibility, e.free, e.conditions, e.registration, e.keywords, e.holder,
  e.attendance_mode, e.online_access_url, e.image, e.status, e.status_reason, e.publication, e.withdrawn_at,
  e.source_name, e.source_url, e.additional, e.version, e.created_at, e.updated_at,
  edition.year AS edition,
  v.name AS venue_name, v.address AS venue_address, v.postal_code AS venue_postal_code,
  v.phone AS venue_phone, v.website AS venue_website, v.access AS venue_access,
  coalesce(commune.name, v.city) AS venue_city, v.insee AS venue_insee,
  commune.department_code, commune.epci_code, commune_size_of(commune.population) AS commune_size,
  coalesce(v.latitude, commune.latitude) AS venue_latitude,
  coalesce(v.longitude, commune.longitude) AS venue_longitude,
  parent.slug AS parent_slug, parent.title AS parent_title,
  (e.publication = 'published' AND e.withdrawn_at IS NULL) AS visible,
  CASE
    WHEN e.status <> 'scheduled' THEN e.status
    WHEN cardinality(s.statuses) = 1 THEN s.statuses[1]
    ELSE 'scheduled'
  END AS shown_status
FROM event e
LEFT JOIN edition ON edition.id = e.edition_id
LEFT JOIN venue v ON v.id = e.venue_id
LEFT JOIN commune ON commune.insee = v.insee
LEFT JOIN event parent
  ON parent.id = e.parent_id AND parent.publication = 'published' AND parent.withdrawn_at IS NULL
LEFT JOIN LATERAL (
  SELECT array_agg(DISTINCT session.status) AS statuses FROM event_session session WHERE session.event_id = e.id
) s ON true;

CREATE OR REPLACE FUNCTION card_of(a agenda_source) RETURNS text
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
  (SELECT count(*) FROM event child WHERE child.parent_id = a.id AND child.publication = 'published'
     AND child.withdrawn_at IS NULL) AS children_count,
  (SELECT coalesce(json_agg(json_build_object(
      'id', s.id, 'starts_at', local_iso(s.starts_at, s.timezone), 'ends_at', local_iso(s.ends_at, s.timezone),
      'status', effective_status(s.status, a.status), 'status_reason', s.status_reason,
      'previous_starts_at', local_iso(s.previous_starts_at, s.timezone),
      'previous_ends_at', local_iso(s.previous_ends_at, s.timezone)) ORDER BY s.starts_at, s.id), '[]')
    FROM event_session s WHERE s.event_id = a.id) AS sessions,
  local_iso(a.updated_at, 'Europe/Paris') AS updated_at
) AS item $$;

CREATE OR REPLACE FUNCTION detail_of(a agenda_source) RETURNS text
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
  (SELECT count(*) FROM event child WHERE child.parent_id = a.id AND child.publication = 'published'
     AND child.withdrawn_at IS NULL) AS children_count,
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

CREATE OR REPLACE FUNCTION refresh_cards(touched uuid[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  family uuid[];
  changed uuid[];
BEGIN
  SELECT array_agg(DISTINCT member) INTO family FROM (
    SELECT unnest(touched) AS member
    UNION SELECT parent_id FROM event WHERE id = ANY (touched) AND parent_id IS NOT NULL
    UNION SELECT id FROM event WHERE parent_id = ANY (touched)
  ) AS members;

  WITH gone AS (
    DELETE FROM agenda_card c WHERE c.event_id = ANY (family)
      AND NOT EXISTS (SELECT FROM event e WHERE e.id = c.event_id AND e.publication = 'published' AND e.withdrawn_at IS NULL)
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

DROP FUNCTION children_shown(uuid);
DROP VIEW agenda_standing;
