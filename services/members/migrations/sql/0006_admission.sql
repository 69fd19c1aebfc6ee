-- Since when a member has been one without a break on a day; changes of college break nothing. NULL: not one that day.
CREATE FUNCTION member_since(asked_member uuid, asked_on date) RETURNS date
LANGUAGE sql STABLE
RETURN (
  SELECT lower(spell)
  FROM (SELECT unnest(range_agg(c.period)) AS spell FROM college_membership c WHERE c.member_id = asked_member) AS spells
  WHERE spell @> asked_on);

-- What a member is on a day, by the bylaws of that day: never stored. Without bylaws, a member up to date may vote and stand.
CREATE FUNCTION member_status(asked_member uuid, asked_on date)
RETURNS TABLE (is_member boolean, college text, since date, is_up_to_date boolean, may_vote boolean, may_stand boolean)
LANGUAGE sql STABLE
BEGIN ATOMIC
  WITH rules AS (
    SELECT coalesce((b.rules ->> 'vote_needs_fee')::boolean, true) AS vote_needs_fee,
      coalesce((b.rules ->> 'stand_needs_fee')::boolean, true) AS stand_needs_fee,
      coalesce((b.rules ->> 'stand_needs_months')::integer, 0) AS stand_needs_months
    FROM (SELECT asked_on AS day) AS d LEFT JOIN bylaws_version b ON b.period @> d.day
  ), standing AS (
    SELECT c.college, member_since(asked_member, asked_on) AS since,
      CASE WHEN c.college IS NULL THEN false ELSE fees_up_to_date(asked_member, asked_on) END AS paid
    FROM (SELECT asked_on AS day) AS d
    LEFT JOIN college_membership c ON c.member_id = asked_member AND c.period @> d.day
  )
  SELECT s.college IS NOT NULL, s.college, s.since, s.paid,
    s.college IS NOT NULL AND (s.paid OR NOT r.vote_needs_fee),
    s.college IS NOT NULL AND (s.paid OR NOT r.stand_needs_fee)
      AND s.since + make_interval(months => r.stand_needs_months) <= asked_on
  FROM standing s, rules r;
END;

-- What a member is called: its organisation, or the person.
CREATE FUNCTION member_name(asked_member uuid) RETURNS text
LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(o.name, p.name) FROM member m
  LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN person p ON p.id = m.person_id
  WHERE m.id = asked_member);

-- What an account is for a member: its role in the organisation, or the administrator of themselves. NULL: a stranger.
CREATE FUNCTION role_in_member(asked_member uuid, account uuid) RETURNS text
LANGUAGE sql STABLE
RETURN (
  SELECT CASE WHEN m.kind = 'legal' THEN role_in(m.organisation_id, account, '{}')
    WHEN p.account_id = account THEN 'administrator' END
  FROM member m LEFT JOIN person p ON p.id = m.person_id WHERE m.id = asked_member);

-- Somebody asks to become a member. Nothing is done of it before they confirm their address.
CREATE TABLE membership_application (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  kind text NOT NULL CHECK (kind IN ('legal', 'natural')),
  state text NOT NULL DEFAULT 'unconfirmed' CHECK (state IN ('unconfirmed', 'waiting', 'asked', 'admitted', 'declined')),
  college text NOT NULL CHECK (college IN ('A', 'B', 'C', 'D')),
  organisation jsonb CHECK (jsonb_typeof(organisation) = 'object'),
  name text CHECK (length(name) <= 200 AND btrim(name) <> ''),
  email text CHECK (length(email) <= 254),
  email_digest text,
  phone text CHECK (length(phone) <= 40),
  capacity text CHECK (length(capacity) <= 200 AND btrim(capacity) <> ''),
  message text CHECK (length(message) <= 2000 AND btrim(message) <> ''),
  locale text NOT NULL DEFAULT 'fr' CHECK (locale IN ('fr', 'en')),
  token_digest bytea UNIQUE CHECK (length(token_digest) = 32),
  expires_at timestamptz NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz,
  question text CHECK (length(question) <= 2000 AND btrim(question) <> ''),
  answer text CHECK (length(answer) <= 2000 AND btrim(answer) <> ''),
  settled_at timestamptz,
  decided_on date,
  meeting_id uuid,
  reason text CHECK (length(reason) <= 2000 AND btrim(reason) <> ''),
  member_id uuid REFERENCES member (id),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  CONSTRAINT ck_membership_application_organisation CHECK ((kind = 'legal') = (organisation IS NOT NULL)),
  CONSTRAINT ck_membership_application_confirmed CHECK ((state = 'unconfirmed') = (confirmed_at IS NULL)),
  CONSTRAINT ck_membership_application_settled CHECK (
    (state IN ('admitted', 'declined')) = (settled_at IS NOT NULL) AND (settled_at IS NULL) = (decided_on IS NULL)),
  CONSTRAINT ck_membership_application_admitted CHECK ((state = 'admitted') = (member_id IS NOT NULL)),
  CONSTRAINT ck_membership_application_asked CHECK (state <> 'asked' OR question IS NOT NULL),
  CONSTRAINT ck_membership_application_email CHECK ((email IS NULL) = (email_digest IS NULL))
);
CREATE INDEX ix_membership_application_email_digest ON membership_application (email_digest);
CREATE INDEX ix_membership_application_member_id ON membership_application (member_id);

-- The register holds who came, changed college and left, whatever wrote it.
CREATE FUNCTION register_college_membership() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row college_membership := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  of_member jsonb := (
    SELECT jsonb_strip_nulls(jsonb_build_object('member', m.id, 'number', m.number, 'kind', m.kind,
      'organisation', m.organisation_id, 'person', m.person_id))
    FROM member m WHERE m.id = row.member_id);
  named jsonb := jsonb_build_object('name', member_name(row.member_id));
  is_closing boolean := TG_OP = 'UPDATE' AND OLD.ended_as IS NULL AND NEW.ended_as IS NOT NULL
    AND (OLD.member_id, OLD.college, OLD.began_as, lower(OLD.period)) = (NEW.member_id, NEW.college, NEW.began_as, lower(NEW.period));
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM enter_in_register(
      CASE row.began_as WHEN 'admission' THEN 'member.admitted' WHEN 'readmission' THEN 'member.readmitted'
        ELSE 'member.college_changed' END,
      lower(row.period), row.member_id,
      of_member || jsonb_strip_nulls(jsonb_build_object('college', row.college, 'from_college', (
        SELECT c.college FROM college_membership c
        WHERE row.began_as = 'change' AND c.member_id = row.member_id AND upper(c.period) = lower(row.period)))),
      named);
  ELSIF NOT is_closing AND NEW IS DISTINCT FROM OLD THEN
    PERFORM enter_in_register('member.corrected', lower(row.period), row.member_id,
      of_member || jsonb_build_object('before', to_jsonb(OLD) - 'end_reason', 'after', to_jsonb(NEW) - 'end_reason'), named);
  END IF;
  IF row.ended_as <> 'change' AND (is_closing OR TG_OP = 'INSERT') THEN
    PERFORM enter_in_register('member.ended', upper(row.period), row.member_id,
      of_member || jsonb_build_object('college', row.college, 'ended_as', row.ended_as),
      named || jsonb_build_object('reason', row.end_reason));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER college_membership_in_register AFTER INSERT OR UPDATE OR DELETE ON college_membership
  FOR EACH ROW EXECUTE FUNCTION register_college_membership();

CREATE FUNCTION register_representative() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row representative := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  facts jsonb := jsonb_build_object('member', row.member_id, 'representative', row.id, 'person', row.person_id);
  words jsonb := jsonb_build_object('member', member_name(row.member_id), 'capacity', row.capacity,
    'name', (SELECT p.name FROM person p WHERE p.id = row.person_id));
  is_closing boolean := TG_OP = 'UPDATE' AND upper_inf(OLD.period) AND NOT upper_inf(NEW.period)
    AND (OLD.member_id, OLD.person_id, lower(OLD.period)) = (NEW.member_id, NEW.person_id, lower(NEW.period));
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM enter_in_register('representative.named', lower(row.period), row.member_id, facts, words);
  ELSIF NOT is_closing AND NEW IS DISTINCT FROM OLD THEN
    PERFORM enter_in_register('representative.corrected', lower(row.period), row.member_id,
      facts || jsonb_build_object('before', to_jsonb(OLD) - 'capacity', 'after', to_jsonb(NEW) - 'capacity'), words);
  END IF;
  IF NOT upper_inf(row.period) AND (is_closing OR TG_OP = 'INSERT') THEN
    PERFORM enter_in_register('representative.ended', upper(row.period), row.member_id, facts, words);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER representative_in_register AFTER INSERT OR UPDATE OR DELETE ON representative
  FOR EACH ROW EXECUTE FUNCTION register_representative();

-- A member follows its organisation into the one that it was merged into.
CREATE FUNCTION register_merged_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_in_register('member.merged', (now() AT TIME ZONE 'Europe/Paris')::date, NEW.id,
    jsonb_build_object('member', NEW.id, 'number', NEW.number, 'from', OLD.organisation_id, 'to', NEW.organisation_id),
    jsonb_build_object('name', member_name(NEW.id)));
  RETURN NULL;
END $$;
CREATE TRIGGER merged_member_in_register AFTER UPDATE OF organisation_id ON member
  FOR EACH ROW WHEN (OLD.organisation_id IS DISTINCT FROM NEW.organisation_id) EXECUTE FUNCTION register_merged_member();

-- Whether somebody sits on the board on a day, as a member or as the representative of one.
CREATE FUNCTION person_sits(asked_person uuid, asked_on date) RETURNS boolean
LANGUAGE sql STABLE
RETURN EXISTS (
  SELECT FROM board_term t JOIN member m ON m.id = t.member_id
  LEFT JOIN representative r ON r.member_id = m.id AND r.period @> asked_on
  WHERE t.period @> asked_on AND coalesce(m.person_id, r.person_id) = asked_person);

-- Takes the words out of every entry that names somebody, known there by an id or by how they are called now. Without them
-- the chain still holds.
CREATE FUNCTION forget_in_register(asked_person uuid) RETURNS bigint
LANGUAGE sql
BEGIN ATOMIC
  WITH known AS (
    SELECT asked_person AS id UNION SELECT m.id FROM member m WHERE m.person_id = asked_person
    UNION SELECT r.id FROM representative r WHERE r.person_id = asked_person
  ), gone AS (
    DELETE FROM register_words w USING register_entry e
    WHERE e.number = w.number AND (
      EXISTS (SELECT FROM known WHERE known.id = e.subject_id OR position(known.id::text IN e.facts::text) > 0)
      OR EXISTS (
        SELECT FROM jsonb_path_query(w.words, '$.** ? (@.type() == "string")') AS word (value), person p
        WHERE p.id = asked_person AND word.value #>> '{}' = p.name))
    RETURNING 1
  )
  SELECT count(*) FROM gone;
END;

-- What does not hold in the register, each entry recomputed from the one before it. Words may be gone, never be others.
CREATE FUNCTION register_faults() RETURNS TABLE (number bigint, fault text)
LANGUAGE sql STABLE
BEGIN ATOMIC
  WITH chained AS (
    SELECT e.*, lag(e.number, 1, 0::bigint) OVER w AS number_before,
      lag(e.digest, 1, sha256(''::bytea)) OVER w AS digest_before
    FROM register_entry e WINDOW w AS (ORDER BY e.number)
  )
  SELECT c.number, f.fault FROM chained c LEFT JOIN register_words w ON w.number = c.number,
    LATERAL (SELECT CASE
      WHEN c.number <> c.number_before + 1 THEN 'entry_missing'
      WHEN c.previous_digest <> c.digest_before THEN 'chain_broken'
      WHEN c.digest <> register_digest(c.previous_digest, c.number, c.entered_at, c.effective_on, c.kind, c.subject_id,
        c.facts, c.words_digest) THEN 'entry_changed'
      WHEN w.number IS NOT NULL AND c.words_digest IS DISTINCT FROM register_words_digest(w.salt, w.words) THEN 'words_changed'
    END AS fault) AS f
  WHERE f.fault IS NOT NULL ORDER BY c.number;
END;
