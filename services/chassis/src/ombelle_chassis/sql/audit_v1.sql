-- Who did what: entries that only grow, each holding the hash of the one before. What names a person lies beside, in
-- audit_value, and may go: the entry keeps its salted digest, from which nothing can be guessed once the salt is gone.

CREATE TABLE audit_entry (
  seq bigint CONSTRAINT pk_audit_entry PRIMARY KEY,
  at timestamptz NOT NULL,
  action text NOT NULL,
  subject_kind text NOT NULL,
  actor_digest bytea NOT NULL,
  subject_digest bytea NOT NULL,
  values_digest bytea NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL
);

CREATE TABLE audit_value (
  seq bigint CONSTRAINT pk_audit_value PRIMARY KEY
    CONSTRAINT fk_audit_value_seq REFERENCES audit_entry,
  actor text,
  actor_salt bytea,
  subject_id text,
  subject_salt bytea,
  "values" jsonb,
  values_salt bytea,
  CONSTRAINT ck_audit_value_salt_goes_too CHECK (
    (actor IS NULL) = (actor_salt IS NULL) AND (subject_id IS NULL) = (subject_salt IS NULL)
    AND ("values" IS NULL) = (values_salt IS NULL))
);
CREATE INDEX ix_audit_value_actor ON audit_value (actor, seq);
CREATE INDEX ix_audit_value_subject_id ON audit_value (subject_id, seq);
CREATE INDEX ix_audit_entry_action ON audit_entry (action, seq);

-- The last entry: whoever appends holds this row until the end of the transaction, and a tail cut off is seen.
CREATE TABLE audit_head (
  is_head boolean CONSTRAINT pk_audit_head PRIMARY KEY DEFAULT true CONSTRAINT ck_audit_head_single CHECK (is_head),
  seq bigint NOT NULL,
  hash bytea NOT NULL
);
INSERT INTO audit_head (seq, hash) VALUES (0, '');

CREATE FUNCTION audit_salt() RETURNS bytea LANGUAGE sql VOLATILE
AS $$ SELECT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) $$;

CREATE FUNCTION audit_digest(salt bytea, content text) RETURNS bytea LANGUAGE sql IMMUTABLE
AS $$ SELECT sha256(salt || convert_to(content, 'UTF8')) $$;

-- JSON keeps two neighbouring texts apart, and its form in PostgreSQL is one.
CREATE FUNCTION audit_hash(entry audit_entry) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(entry.previous_hash || convert_to(jsonb_build_array(
    entry.seq, extract(epoch FROM entry.at), entry.action, entry.subject_kind, encode(entry.actor_digest, 'hex'),
    encode(entry.subject_digest, 'hex'), encode(entry.values_digest, 'hex'))::text, 'UTF8'))
$$;

CREATE FUNCTION audit_append(actor text, action text, subject_kind text, subject_id text, vals jsonb)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  head audit_head;
  entry audit_entry;
  beside audit_value;
BEGIN
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  beside := ROW(head.seq + 1, actor, audit_salt(), subject_id, audit_salt(), vals, audit_salt());
  entry := ROW(head.seq + 1, clock_timestamp(), action, subject_kind, audit_digest(beside.actor_salt, actor),
    audit_digest(beside.subject_salt, subject_id), audit_digest(beside.values_salt, vals::text), head.hash, '');
  entry.hash := audit_hash(entry);
  INSERT INTO audit_entry SELECT entry.*;
  INSERT INTO audit_value SELECT beside.*;
  UPDATE audit_head h SET seq = entry.seq, hash = entry.hash;
  RETURN entry.seq;
END $$;

-- What is wrong with the chain, in its order; nothing when it holds.
CREATE FUNCTION audit_faults() RETURNS TABLE (seq bigint, fault text) LANGUAGE sql STABLE AS $$
  WITH chain AS (
    SELECT e, lag(e.seq, 1, 0::bigint) OVER o AS before, lag(e.hash, 1, ''::bytea) OVER o AS before_hash
    FROM audit_entry e WINDOW o AS (ORDER BY e.seq)
  ), found AS (
    SELECT (e).seq, 'entry_missing' AS fault FROM chain WHERE (e).seq <> before + 1
    UNION ALL SELECT (e).seq, 'chain_broken' FROM chain
    WHERE (e).seq = before + 1 AND (e).previous_hash <> before_hash
    UNION ALL SELECT (e).seq, 'entry_changed' FROM chain WHERE (e).hash <> audit_hash(e)
    UNION ALL SELECT e.seq, 'value_changed' FROM audit_entry e JOIN audit_value v USING (seq)
    WHERE audit_digest(v.actor_salt, v.actor) <> e.actor_digest
      OR audit_digest(v.subject_salt, v.subject_id) <> e.subject_digest
      OR audit_digest(v.values_salt, v."values"::text) <> e.values_digest
    UNION ALL SELECT e.seq, 'value_missing' FROM audit_entry e
    WHERE NOT EXISTS (SELECT FROM audit_value v WHERE v.seq = e.seq)
    UNION ALL SELECT h.seq, 'tail_missing' FROM audit_head h
    WHERE (h.seq, h.hash) IS DISTINCT FROM (
      coalesce((SELECT max(e.seq) FROM audit_entry e), 0),
      coalesce((SELECT e.hash FROM audit_entry e ORDER BY e.seq DESC LIMIT 1), ''))
  )
  SELECT * FROM found ORDER BY 1, 2
$$;

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log only grows: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION audit_only_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> OLD.seq
    OR (NEW.actor IS NOT NULL AND (NEW.actor, NEW.actor_salt) IS DISTINCT FROM (OLD.actor, OLD.actor_salt))
    OR (NEW.subject_id IS NOT NULL
        AND (NEW.subject_id, NEW.subject_salt) IS DISTINCT FROM (OLD.subject_id, OLD.subject_salt))
    OR (NEW."values" IS NOT NULL
        AND (NEW."values", NEW.values_salt) IS DISTINCT FROM (OLD."values", OLD.values_salt)) THEN
    RAISE EXCEPTION 'what stands in the audit log is forgotten or kept, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER audit_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_value_stays BEFORE DELETE OR TRUNCATE ON audit_value EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_value_only_forgets BEFORE UPDATE ON audit_value FOR EACH ROW
EXECUTE FUNCTION audit_only_forget();
CREATE TRIGGER audit_head_stays BEFORE DELETE OR TRUNCATE ON audit_head EXECUTE FUNCTION audit_refuse();
