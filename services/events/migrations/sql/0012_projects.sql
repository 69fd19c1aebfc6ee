-- Whether a feed shows an event now: under its own row, or by the event that stands for it, or that it stands for.
CREATE FUNCTION is_in_feed(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN EXISTS (
  SELECT FROM feed_record r WHERE r.withdrawn_at IS NULL AND r.event_id IN (
    SELECT wanted
    UNION ALL SELECT e.duplicate_of FROM event e WHERE e.id = wanted
    UNION ALL SELECT e.id FROM event e WHERE e.duplicate_of = wanted));
