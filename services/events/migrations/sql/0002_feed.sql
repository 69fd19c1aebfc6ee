-- A record's raw row and its values are read only when the row changed: out of line, so that comparing the digests
-- of a whole feed reads narrow rows.
ALTER TABLE feed_record SET (toast_tuple_target = 128);
ALTER TABLE feed_record ALTER COLUMN applied SET STORAGE EXTERNAL;
-- Compressed fast where the server was built with it, else as it comes: squeezing 5 kB the old way costs more than
-- writing it.
DO $$
BEGIN
  ALTER TABLE feed_record ALTER COLUMN raw SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  ALTER TABLE feed_record ALTER COLUMN raw SET STORAGE EXTERNAL;
END $$;
