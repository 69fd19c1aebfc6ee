-- What the copies are made from: each original once, without what a copy changes.
CREATE UNLOGGED TABLE bench_copy AS
  SELECT e.id AS original, k, uuidv7() AS id FROM generate_series(1, {copies}) AS k, event e ORDER BY k, e.id;
ALTER TABLE bench_copy ADD PRIMARY KEY (original, k);
ANALYZE bench_copy;
CREATE UNLOGGED TABLE bench_original AS
  SELECT c.event_id, split_part(c.card, ',"sessions":', 1) AS card_head,
    ',"updated_at":' || split_part(c.card, ',"updated_at":', 2) AS card_tail,
    split_part(c.detail, ',"sessions":', 1) AS detail_head, ',"source":' || split_part(c.detail, ',"source":', 2) AS detail_tail,
    ts_delete(c.search, w.marks) AS words,
    ARRAY(SELECT substr(mark, 6)::integer FROM unnest(w.marks) AS mark) AS weeks
  FROM agenda_card c CROSS JOIN LATERAL (SELECT ARRAY(
    SELECT lexeme FROM unnest(tsvector_to_array(c.search)) AS lexeme WHERE lexeme LIKE 'week %') AS marks) AS w;
ALTER TABLE bench_original ADD PRIMARY KEY (event_id);
ANALYZE bench_original;
--
INSERT INTO event ({event_columns})
SELECT {event_values}
FROM bench_copy copy JOIN event e ON e.id = copy.original
LEFT JOIN bench_copy p ON p.original = e.parent_id AND p.k = copy.k
ORDER BY copy.id;
--
INSERT INTO event_session ({session_columns})
SELECT {session_values}
FROM bench_copy copy JOIN event_session s ON s.event_id = copy.original
ORDER BY copy.id;
--
INSERT INTO agenda_card ({card_columns})
SELECT {card_values}
FROM (
  SELECT copy.id, copy.k, copy.original, c.*, p.id AS new_parent, o.card_head, o.card_tail, o.detail_head, o.detail_tail,
    o.words, o.weeks, s.listed, s.detailed
  FROM bench_copy copy
  JOIN agenda_card c ON c.event_id = copy.original
  JOIN bench_original o ON o.event_id = copy.original
  LEFT JOIN bench_copy p ON p.original = c.parent_id AND p.k = copy.k
  JOIN (
    SELECT event_id,
      json_agg(json_build_object('id', id, 'starts_at', starts_at, 'ends_at', ends_at, 'status', shown_status,
        'status_reason', status_reason, 'previous_starts_at', previous_starts_at, 'previous_ends_at', previous_ends_at)
        ORDER BY starts_at, id)::text AS listed,
      json_agg(json_build_object('id', id, 'starts_at', starts_at, 'ends_at', ends_at, 'status', shown_status,
        'status_reason', status_reason, 'previous_starts_at', previous_starts_at, 'previous_ends_at', previous_ends_at,
        'timezone', timezone, 'capacity', capacity, 'audience', audience, 'venue', NULL::json)
        ORDER BY starts_at, id)::text AS detailed
    FROM (
      SELECT s.*, CASE WHEN s.status = 'scheduled' THEN e.status ELSE s.status END AS shown_status
      FROM event_session s JOIN event e ON e.id = s.event_id
    ) AS session
    GROUP BY event_id
  ) AS s ON s.event_id = copy.id
) AS c
ORDER BY c.id;
--
INSERT INTO agenda_day ({day_columns})
SELECT {day_values}
FROM bench_copy copy JOIN (
  SELECT d.*, (session::json ->> 'ends_at')::timestamptz AS ends_at, session::json ->> 'status' AS status FROM agenda_day d
) AS d ON d.event_id = copy.original
ORDER BY copy.id;
--
DROP TABLE bench_copy, bench_original;
