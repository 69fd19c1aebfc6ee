-- The register: append-only, numbered without gaps, each entry holding the digest of the one before it.
-- What names people lies beside it, under a salt of its own, so that it can be erased and the chain still proved.
CREATE TABLE register_entry (
  number bigint PRIMARY KEY CHECK (number > 0),
  entered_at timestamptz NOT NULL DEFAULT now(),
  effective_on date NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z_]+\.[a-z_]+$'),
  subject_id uuid NOT NULL,
  facts jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
  words_digest bytea CHECK (length(words_digest) = 32),
  previous_digest bytea NOT NULL CHECK (length(previous_digest) = 32),
  digest bytea NOT NULL UNIQUE CHECK (length(digest) = 32)
);
CREATE INDEX ix_register_entry_subject_id ON register_entry (subject_id);
CREATE INDEX ix_register_entry_effective_on ON register_entry (effective_on);

CREATE TABLE register_words (
  number bigint PRIMARY KEY REFERENCES register_entry (number),
  salt uuid NOT NULL DEFAULT gen_random_uuid(),
  words jsonb NOT NULL CHECK (jsonb_typeof(words) = 'object')
);

-- What a digest of words covers: the salt, then the words as PostgreSQL writes a jsonb.
CREATE FUNCTION register_words_digest(salt uuid, words jsonb) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN sha256(convert_to(salt::text || words::text, 'UTF8'));

-- What an entry's digest covers: the digest before it, and every column, each on a line of its own.
CREATE FUNCTION register_digest(
  previous_digest bytea, number bigint, entered_at timestamptz, effective_on date, kind text, subject_id uuid,
  facts jsonb, words_digest bytea
) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE
RETURN sha256(previous_digest || convert_to(concat_ws(E'\n',
  number, extract(epoch FROM entered_at), to_char(effective_on, 'YYYY-MM-DD'), kind, subject_id, facts::text,
  coalesce(encode(words_digest, 'hex'), '-')), 'UTF8'));

-- The one way in. Writers wait for one another, so that numbers have no gap and the chain no fork.
CREATE FUNCTION enter_in_register(
  entry_kind text, entry_on date, subject uuid, entry_facts jsonb, entry_words jsonb DEFAULT NULL
) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  before record;
  entry_number bigint;
  entry_salt uuid := gen_random_uuid();
  entry_words_digest bytea := register_words_digest(entry_salt, jsonb_strip_nulls(entry_words));
  entry_at timestamptz := clock_timestamp();
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('register_entry', 0));
  SELECT r.number, r.digest INTO before FROM register_entry r ORDER BY r.number DESC LIMIT 1;
  entry_number := coalesce(before.number, 0) + 1;
  INSERT INTO register_entry (number, entered_at, effective_on, kind, subject_id, facts, words_digest, previous_digest, digest)
  VALUES (entry_number, entry_at, entry_on, entry_kind, subject, entry_facts, entry_words_digest,
    coalesce(before.digest, sha256('')),
    register_digest(coalesce(before.digest, sha256('')), entry_number, entry_at, entry_on, entry_kind, subject,
      entry_facts, entry_words_digest));
  IF entry_words IS NOT NULL THEN
    INSERT INTO register_words (number, salt, words)
    VALUES (entry_number, entry_salt, jsonb_strip_nulls(entry_words));
  END IF;
  RETURN entry_number;
END $$;

CREATE FUNCTION refuse_register_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the register only ever gets longer' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER register_entry_stands BEFORE UPDATE OR DELETE ON register_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_register_change();
-- Words may be erased, never changed.
CREATE TRIGGER register_words_stand BEFORE UPDATE ON register_words
  FOR EACH ROW EXECUTE FUNCTION refuse_register_change();
