CREATE OR REPLACE VIEW agenda_source AS
SELECT
  e.id, e.slug, e.title, e.description, e.long_description, e.long_description_html, e.structure,
  parent.id AS parent_id, e.parent_structure, e.edition_id, e.venue_id, e.activity_type, e.theme, e.audience,
  e.school_levels, e.age_min, e.age_max, e.accessibility, e.free, e.conditions, e.registration, e.keywords,
  e.holder, e.attendance_mode, e.online_access_url, e.image, e.status, e.status_reason, e.publication,
  e.withdrawn_at, e.source_name, e.source_url, e.additional, e.version, e.created_at, e.updated_at,
  edition.year AS edition,
  v.name AS venue_name, v.address AS venue_address, v.postal_code AS venue_postal_code,
  v.phone AS venue_phone, v.website AS venue_website, v.access AS venue_access,
  coalesce(commune.name, v.city) AS venue_city, v.insee AS venue_insee,
  commune.department_code, commune.epci_code, commune_size_of(commune.population) AS commune_size,
  coalesce(v.latitude, commune.latitude) AS venue_latitude,
  coalesce(v.longitude, commune.longitude) AS venue_longitude,
  parent.slug AS parent_slug, parent.title AS parent_title,
  own.visible,
  CASE
    WHEN e.status <> 'scheduled' THEN e.status
    WHEN cardinality(s.statuses) = 1 THEN s.statuses[1]
    ELSE 'scheduled'
  END AS shown_status
FROM event e
JOIN agenda_standing own ON own.id = e.id
LEFT JOIN edition ON edition.id = e.edition_id
LEFT JOIN venue v ON v.id = e.venue_id
LEFT JOIN commune ON commune.insee = v.insee
LEFT JOIN agenda_standing named ON named.id = e.parent_id
LEFT JOIN event parent ON parent.id = named.shown_as AND parent.structure = 'umbrella'
  AND parent.publication = 'published' AND parent.withdrawn_at IS NULL
LEFT JOIN LATERAL (
  SELECT array_agg(DISTINCT session.status) AS statuses FROM event_session session WHERE session.event_id = e.id
) s ON true;
