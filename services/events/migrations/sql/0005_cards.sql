-- A week as a number, Mondays first, counted from the year 1.
CREATE FUNCTION week_of(day date) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN (day - date '0001-01-01') / 7;

-- An instant in JSON as local time with its offset. PostgreSQL writes it by itself, twenty times quicker, where the
-- zone is that of the transaction.
CREATE FUNCTION json_instant(instant timestamptz, zone text) RETURNS json
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN zone = current_setting('TimeZone') THEN to_json(date_trunc('second', instant))
            ELSE to_json(local_iso(instant, zone)) END;

DROP FUNCTION refresh_cards(uuid[]);
DROP FUNCTION learn_words(uuid[]);
DROP FUNCTION search_texts(agenda_source);
DROP FUNCTION detail_of(agenda_source);
DROP FUNCTION card_of(agenda_source);

-- What the agenda shows of these events, one row for each that is visible, made in one pass over the whole set: the
-- list item and the page (final braces left off, since each is added to when it is read), what is searched, what
-- is filtered. `said` holds every word, for the lexicon.
--
-- `search` holds the stems by weight (the title first, then where and who, then what it says, then the long text)
-- and marks that no text can contain, since they hold a space: « place 59 », « week 105712 » for each week with a
-- session, « title chimi ». One index then answers « this word, there, that week » at once, however many years
-- the agenda holds.
CREATE FUNCTION shown_cards(wanted uuid[]) RETURNS TABLE (event_id uuid, slug text, card text, detail text,
  search tsvector, department text, commune text, epci text, commune_size text, latitude float8, longitude float8,
  theme text, activity_type text, structure text, audience text[], school_levels text[], accessibility text[],
  free boolean, status text, age_min smallint, age_max smallint, edition integer, holder text, parent_id uuid,
  first_day date, last_day date, first_starts_at timestamptz, said text)
LANGUAGE sql STABLE SET timezone = 'Europe/Paris' AS $$
WITH a AS MATERIALIZED (
  SELECT * FROM agenda_source WHERE id = ANY (wanted) AND visible
), session AS MATERIALIZED (
  SELECT s.*, effective_status(s.status, a.status) AS shown_status,
    json_instant(s.starts_at, s.timezone) AS begins, json_instant(s.ends_at, s.timezone) AS ends,
    json_instant(s.previous_starts_at, s.timezone) AS began, json_instant(s.previous_ends_at, s.timezone) AS ended,
    s.starts_at::date AS first_day, (s.ends_at - interval '1 microsecond')::date AS last_day
  FROM event_session s JOIN a ON a.id = s.event_id
), sessions AS (
  SELECT event_id, min(first_day) AS first_day, max(last_day) AS last_day, min(starts_at) AS first_starts_at,
    json_agg(json_build_object('id', id, 'starts_at', begins, 'ends_at', ends, 'status', shown_status,
      'status_reason', status_reason, 'previous_starts_at', began, 'previous_ends_at', ended)
      ORDER BY starts_at, id) AS listed,
    json_agg(json_build_object('id', id, 'starts_at', begins, 'ends_at', ends, 'status', shown_status,
      'status_reason', status_reason, 'previous_starts_at', began, 'previous_ends_at', ended, 'timezone', timezone,
      'capacity', capacity, 'audience', audience, 'venue', CASE WHEN venue_id IS NOT NULL THEN venue_json(venue_id) END)
      ORDER BY starts_at, id) AS detailed
  FROM session GROUP BY event_id
), weeks AS (
  SELECT event_id, array_agg(DISTINCT 'week ' || week) AS marks
  FROM session, generate_series(week_of(first_day), week_of(last_day)) AS week GROUP BY event_id
), told AS (
  SELECT a.*, sessions.first_day, sessions.last_day, sessions.first_starts_at,
    coalesce(sessions.listed, '[]') AS listed, coalesce(sessions.detailed, '[]') AS detailed, weeks.marks,
    CASE WHEN a.structure = 'umbrella' THEN children_shown(a.id) ELSE 0 END AS children_count,
    json_build_object('min', a.age_min, 'max', a.age_max) AS age,
    CASE WHEN a.image IS NOT NULL THEN json_build_object(
      'url', a.image ->> 'url', 'credits', a.image ->> 'credits', 'alt', a.image ->> 'alt') END AS picture,
    CASE WHEN a.parent_slug IS NOT NULL THEN json_build_object(
      'id', a.parent_id, 'slug', a.parent_slug, 'title', a.parent_title) END AS parent,
    json_instant(a.updated_at, 'Europe/Paris') AS changed_at,
    concat_ws(' ', a.venue_name, a.venue_city, a.holder, a.parent_title, department.name, epci.name) AS b_text,
    concat_ws(' ', a.description, array_to_string(a.keywords, ' '), theme.label, kind.label) AS c_text,
    left(a.long_description, 20000) AS d_text
  FROM a
  LEFT JOIN sessions ON sessions.event_id = a.id
  LEFT JOIN weeks ON weeks.event_id = a.id
  LEFT JOIN department ON department.code = a.department_code
  LEFT JOIN epci ON epci.code = a.epci_code
  LEFT JOIN vocabulary_label theme ON theme.kind = 'theme' AND theme.code = a.theme
  LEFT JOIN vocabulary_label kind ON kind.kind = 'activity_type' AND kind.code = a.activity_type
)
SELECT t.id, t.slug, left(row_to_json(item)::text, -1), left(row_to_json(page)::text, -1),
  setweight(title.stems, 'A') || setweight(to_tsvector('programme', t.b_text), 'B')
    || setweight(to_tsvector('programme', t.c_text), 'C')
    || setweight(to_tsvector('programme', coalesce(t.d_text, '')), 'D')
    || array_to_tsvector(array_remove(t.marks || title.marks || ('place ' || t.department_code), NULL)),
  t.department_code, t.venue_insee, t.epci_code, t.commune_size, t.venue_latitude, t.venue_longitude, t.theme,
  t.activity_type, t.structure, t.audience, t.school_levels, t.accessibility, t.free, t.shown_status, t.age_min,
  t.age_max, t.edition, t.holder, CASE WHEN t.parent_slug IS NOT NULL THEN t.parent_id END, t.first_day, t.last_day,
  t.first_starts_at, concat_ws(' ', t.title, t.b_text, t.c_text, t.d_text)
FROM told t
CROSS JOIN LATERAL (
  SELECT t.id, t.slug, t.title, t.description, t.structure, t.activity_type, t.theme, t.audience, t.school_levels,
    t.age, t.free, t.accessibility, t.shown_status AS status, t.status_reason, t.attendance_mode,
    (t.registration <> '[]') AS bookable, t.holder,
    CASE WHEN t.venue_id IS NOT NULL THEN json_build_object(
      'id', t.venue_id, 'name', t.venue_name, 'city', t.venue_city, 'insee', t.venue_insee,
      'department', t.department_code, 'latitude', t.venue_latitude, 'longitude', t.venue_longitude) END AS venue,
    t.picture AS image, t.edition, t.parent, t.children_count, t.listed AS sessions, t.changed_at AS updated_at
) AS item
CROSS JOIN LATERAL (
  SELECT t.id, t.slug, t.title, t.description, t.long_description_html, t.structure, t.activity_type, t.theme,
    t.audience, t.school_levels, t.age, t.free, t.conditions, t.accessibility, t.shown_status AS status,
    t.status_reason, t.attendance_mode, t.online_access_url, (t.registration <> '[]') AS bookable, t.registration,
    t.holder, t.keywords,
    CASE WHEN t.venue_id IS NOT NULL THEN json_build_object(
      'id', t.venue_id, 'name', t.venue_name, 'city', t.venue_city, 'insee', t.venue_insee,
      'department', t.department_code, 'latitude', t.venue_latitude, 'longitude', t.venue_longitude,
      'address', t.venue_address, 'postal_code', t.venue_postal_code, 'phone', t.venue_phone,
      'website', t.venue_website, 'access', t.venue_access) END AS venue,
    t.picture AS image, t.edition, t.parent, t.children_count, t.detailed AS sessions,
    CASE WHEN t.source_name IS NOT NULL THEN json_build_object(
      'name', t.source_name, 'url', t.source_url) END AS source,
    t.changed_at AS updated_at
) AS page
CROSS JOIN LATERAL (SELECT to_tsvector('programme', t.title) AS stems OFFSET 0) AS own
CROSS JOIN LATERAL (
  SELECT own.stems, ARRAY(SELECT 'title ' || stem FROM unnest(tsvector_to_array(own.stems)) AS stem) AS marks
) AS title $$;

-- Rebuilds what the agenda shows of these events, in the transaction that changed them. Their parents and
-- children are rebuilt too, since each shows the other, and so is what stands behind them. Returns how many cards
-- changed. What did not change is not written. Words are only added to the lexicon here, in one order so that two
-- writers never wait for each other in a ring; forget_words() takes out those that no card holds any more.
CREATE FUNCTION refresh_cards(touched uuid[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  reached uuid[];
  family uuid[];
  changed uuid[];
BEGIN
  -- Cards show one another's events: of two writers in one family the second must see what the first wrote, so it
  -- waits here until that one has ended. Families are looked up again after the wait: they may have grown. 512 locks
  -- stand for all events, taken in one order: a large batch takes them all, and writers never wait in a ring.
  FOR turn IN 1..2 LOOP
    -- Whatever is hidden behind an event is shown again once that one is withdrawn.
    SELECT array_agg(DISTINCT member) INTO reached FROM (
      SELECT unnest(touched) AS member
      UNION ALL SELECT id FROM event WHERE duplicate_of = ANY (touched)
    ) AS members;
    SELECT array_agg(DISTINCT member) INTO family FROM (
      SELECT unnest(reached) AS member
      UNION ALL SELECT parent_id FROM event WHERE id = ANY (reached) AND parent_id IS NOT NULL
      -- whom a child has left counts one less
      UNION ALL SELECT parent_id FROM agenda_card WHERE event_id = ANY (reached) AND parent_id IS NOT NULL
      UNION ALL SELECT id FROM event WHERE parent_id = ANY (reached)
      UNION ALL SELECT duplicate_of FROM event WHERE id = ANY (reached) AND duplicate_of IS NOT NULL
      UNION ALL SELECT parent.duplicate_of FROM event e JOIN event parent ON parent.id = e.parent_id
        WHERE e.id = ANY (reached) AND parent.duplicate_of IS NOT NULL
    ) AS members;
    IF turn = 1 THEN
      PERFORM pg_advisory_xact_lock(7203003, lane) FROM (
        SELECT DISTINCT abs(hashtext(member::text) % 512) AS lane FROM unnest(family) AS member ORDER BY lane
      ) AS lanes;
    END IF;
  END LOOP;

  WITH gone AS (
    DELETE FROM agenda_card c WHERE c.event_id = ANY (family)
      AND NOT EXISTS (SELECT FROM agenda_standing s WHERE s.id = c.event_id AND s.visible)
    RETURNING c.event_id, c.slug
  ), made AS MATERIALIZED (
    SELECT * FROM shown_cards(family)
  ), written AS (
    INSERT INTO agenda_card AS c (event_id, slug, card, detail, search, department, commune, epci, commune_size,
      latitude, longitude, theme, activity_type, structure, audience, school_levels, accessibility, free, status,
      age_min, age_max, edition, holder, parent_id, first_day, last_day, first_starts_at)
    SELECT event_id, slug, card, detail, search, department, commune, epci, commune_size, latitude, longitude, theme,
      activity_type, structure, audience, school_levels, accessibility, free, status, age_min, age_max, edition,
      holder, parent_id, first_day, last_day, first_starts_at
    FROM made
    ON CONFLICT (event_id) DO UPDATE SET
      slug = excluded.slug, card = excluded.card, detail = excluded.detail, search = excluded.search,
      department = excluded.department, commune = excluded.commune, epci = excluded.epci,
      commune_size = excluded.commune_size, latitude = excluded.latitude, longitude = excluded.longitude,
      theme = excluded.theme, activity_type = excluded.activity_type, structure = excluded.structure,
      audience = excluded.audience, school_levels = excluded.school_levels, accessibility = excluded.accessibility,
      free = excluded.free, status = excluded.status, age_min = excluded.age_min, age_max = excluded.age_max,
      edition = excluded.edition, holder = excluded.holder, parent_id = excluded.parent_id,
      first_day = excluded.first_day, last_day = excluded.last_day, first_starts_at = excluded.first_starts_at
    WHERE (c.card, c.detail, c.search) IS DISTINCT FROM (excluded.card, excluded.detail, excluded.search)
    RETURNING c.event_id, c.slug, (old.card, old.detail) IS DISTINCT FROM (new.card, new.detail) AS reads_otherwise
  ), noted AS (
    INSERT INTO agenda_change AS n (event_id, slug, deleted, transaction, changed_at)
    SELECT event_id, slug, false, pg_current_xact_id()::text::bigint, now() FROM written WHERE reads_otherwise
    UNION ALL SELECT event_id, slug, true, pg_current_xact_id()::text::bigint, now() FROM gone
    ON CONFLICT (event_id) DO UPDATE SET slug = excluded.slug, deleted = excluded.deleted,
      transaction = excluded.transaction, changed_at = excluded.changed_at
  ), learned AS (
    INSERT INTO lexicon_word (word, lexeme)
    SELECT word, lexeme_of(word) FROM (
      SELECT DISTINCT unnest(tsvector_to_array(to_tsvector('programme_words', made.said))) AS word
      FROM written JOIN made USING (event_id)
    ) AS words
    WHERE length(word) BETWEEN 2 AND 60 AND lexeme_of(word) IS NOT NULL
      AND NOT EXISTS (SELECT FROM lexicon_word known WHERE known.word = words.word)
    ORDER BY word
    ON CONFLICT DO NOTHING
  )
  SELECT array_agg(event_id) INTO changed FROM (SELECT event_id FROM written UNION ALL SELECT event_id FROM gone) AS n;

  IF changed IS NULL THEN
    RETURN 0;
  END IF;
  PERFORM refresh_days(changed);
  PERFORM pg_notify('ombelle_agenda', '');
  RETURN cardinality(changed);
END $$;

-- One row for each day in Paris that a session covers, the first session of the day standing for it. A session
-- that ends at midnight does not cover the day that begins then.
CREATE OR REPLACE FUNCTION refresh_days(changed uuid[]) RETURNS void
LANGUAGE plpgsql SET timezone = 'Europe/Paris' AS $$
BEGIN
  DELETE FROM agenda_day WHERE event_id = ANY (changed);
  INSERT INTO agenda_day (day, event_id, starts_at, session)
  SELECT DISTINCT ON (s.event_id, day) s.first_day + nth AS day, s.event_id, s.starts_at,
    json_build_object('starts_at', json_instant(s.starts_at, s.timezone),
      'ends_at', json_instant(s.ends_at, s.timezone), 'status', s.shown_status)::text
  FROM (
    SELECT s.*, effective_status(s.status, e.status) AS shown_status, s.starts_at::date AS first_day,
      (s.ends_at - interval '1 microsecond')::date - s.starts_at::date AS more_days
    FROM event_session s JOIN event e ON e.id = s.event_id JOIN agenda_card c ON c.event_id = s.event_id
    WHERE s.event_id = ANY (changed)
  ) AS s, generate_series(0, s.more_days) AS nth
  ORDER BY s.event_id, day, s.starts_at, s.id;
END $$;
