-- What an election ended comes back if it is annulled: who lost a seat or an office by it is known.
ALTER TABLE board_term ADD COLUMN ended_by_election_id uuid;
ALTER TABLE board_term ADD CONSTRAINT ck_board_term_ended_by_an_election
  CHECK (ended_by_election_id IS NULL OR ended_as = 'term');
ALTER TABLE office ADD COLUMN ended_by_election_id uuid;
ALTER TABLE office ADD CONSTRAINT ck_office_ended_by_an_election
  CHECK (ended_by_election_id IS NULL OR ended_as = 'board_term_ended');
CREATE INDEX ix_board_term_election_id ON board_term (election_id) WHERE election_id IS NOT NULL;
CREATE INDEX ix_board_term_ended_by_election_id ON board_term (ended_by_election_id) WHERE ended_by_election_id IS NOT NULL;

-- What an annulled election gave never was: it stands here, out of the way of what is.
CREATE TABLE annulled_term (
  id uuid PRIMARY KEY,
  election_id uuid NOT NULL,
  post_id uuid NOT NULL REFERENCES post (id),
  member_id uuid NOT NULL REFERENCES member (id),
  period daterange NOT NULL,
  annulled_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ix_annulled_term_election_id ON annulled_term (election_id);
CREATE INDEX ix_annulled_term_member_id ON annulled_term (member_id);
CREATE TABLE annulled_office (
  id uuid PRIMARY KEY,
  election_id uuid NOT NULL,
  role text NOT NULL,
  rank smallint NOT NULL,
  member_id uuid NOT NULL REFERENCES member (id),
  period daterange NOT NULL,
  annulled_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ix_annulled_office_member_id ON annulled_office (member_id);

-- A member as it sits: what it is called, and who speaks for it on a day.
CREATE FUNCTION seated(asked_member uuid, asked_on date) RETURNS jsonb
LANGUAGE sql STABLE
RETURN jsonb_build_object('member', member_name(asked_member), 'representative', (
  SELECT p.name FROM representative r JOIN person p ON p.id = r.person_id
  WHERE r.member_id = asked_member AND r.period @> asked_on));

CREATE FUNCTION register_bylaws() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- A version ends where the next begins: that is no entry of its own.
  IF TG_OP = 'INSERT' OR (NEW.adopted_on, lower(NEW.period), NEW.rules) IS DISTINCT FROM (OLD.adopted_on, lower(OLD.period), OLD.rules) THEN
    PERFORM enter_in_register('bylaws.adopted', lower(NEW.period), NEW.id, jsonb_build_object(
      'adopted_on', NEW.adopted_on, 'is_correction', TG_OP = 'UPDATE', 'rules', NEW.rules));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER bylaws_version_in_register AFTER INSERT OR UPDATE ON bylaws_version
  FOR EACH ROW EXECUTE FUNCTION register_bylaws();

CREATE FUNCTION register_post() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM enter_in_register('post.created', lower(NEW.period), NEW.id, jsonb_build_object(
      'number', NEW.number, 'renewal_group', NEW.renewal_group, 'college', NEW.college));
  ELSIF (NEW.number, NEW.renewal_group, NEW.college, lower(NEW.period))
    IS DISTINCT FROM (OLD.number, OLD.renewal_group, OLD.college, lower(OLD.period)) THEN
    RAISE EXCEPTION 'a post is abolished and made anew, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT upper_inf(NEW.period) AND (TG_OP = 'INSERT' OR NEW.period IS DISTINCT FROM OLD.period) THEN
    PERFORM enter_in_register('post.abolished', upper(NEW.period), NEW.id, jsonb_build_object('number', NEW.number));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER post_in_register AFTER INSERT OR UPDATE ON post
  FOR EACH ROW EXECUTE FUNCTION register_post();

-- One entry for a term, of the member that holds it, with the words it has on that day.
CREATE FUNCTION enter_term(entry_kind text, entry_on date, term board_term) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_in_register(entry_kind, entry_on, term.member_id, jsonb_strip_nulls(jsonb_build_object(
      'member', term.member_id, 'term', term.id, 'post', term.post_id, 'post_number', p.number, 'renewal_group', p.renewal_group,
      'began_on', lower(term.period), 'began_as', term.began_as, 'election', term.election_id,
      'expected_end_on', term.expected_end_on, 'ratified_on', term.ratified_on,
      'ended_on', upper(term.period), 'ended_as', term.ended_as)),
    seated(term.member_id, entry_on) || jsonb_build_object('reason', term.end_reason))
  FROM post p WHERE p.id = term.post_id;
END $$;

CREATE FUNCTION register_term() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM enter_term('term.annulled', lower(OLD.period), OLD);
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM enter_term('term.began', lower(NEW.period), NEW);
  ELSIF upper_inf(NEW.period) AND NOT upper_inf(OLD.period) THEN
    PERFORM enter_term('term.restored', upper(OLD.period), NEW);
  ELSIF (NEW.post_id, NEW.member_id, lower(NEW.period), NEW.expected_end_on, NEW.began_as)
    IS DISTINCT FROM (OLD.post_id, OLD.member_id, lower(OLD.period), OLD.expected_end_on, OLD.began_as) THEN
    PERFORM enter_term('term.corrected', lower(NEW.period), NEW);
  END IF;
  IF NEW.ratified_on IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.ratified_on IS DISTINCT FROM OLD.ratified_on) THEN
    PERFORM enter_term('term.ratified', NEW.ratified_on, NEW);
  END IF;
  IF NOT upper_inf(NEW.period) AND (TG_OP = 'INSERT'
    OR (upper(NEW.period), NEW.ended_as) IS DISTINCT FROM (upper(OLD.period), OLD.ended_as)) THEN
    PERFORM enter_term('term.ended', upper(NEW.period), NEW);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER board_term_in_register AFTER INSERT OR UPDATE OR DELETE ON board_term
  FOR EACH ROW EXECUTE FUNCTION register_term();

CREATE FUNCTION enter_office(entry_kind text, entry_on date, held office) RETURNS void
LANGUAGE sql
BEGIN ATOMIC
  SELECT enter_in_register(entry_kind, entry_on, held.member_id, jsonb_strip_nulls(jsonb_build_object(
      'member', held.member_id, 'office', held.id, 'role', held.role, 'rank', held.rank, 'began_on', lower(held.period),
      'expected_end_on', held.expected_end_on, 'ended_on', upper(held.period), 'ended_as', held.ended_as)),
    seated(held.member_id, entry_on));
END;

CREATE FUNCTION register_office() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM enter_office('office.annulled', lower(OLD.period), OLD);
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM enter_office('office.began', lower(NEW.period), NEW);
  ELSIF upper_inf(NEW.period) AND NOT upper_inf(OLD.period) THEN
    PERFORM enter_office('office.restored', upper(OLD.period), NEW);
  ELSIF (NEW.role, NEW.rank, NEW.member_id, lower(NEW.period), NEW.expected_end_on)
    IS DISTINCT FROM (OLD.role, OLD.rank, OLD.member_id, lower(OLD.period), OLD.expected_end_on) THEN
    PERFORM enter_office('office.corrected', lower(NEW.period), NEW);
  END IF;
  IF NOT upper_inf(NEW.period) AND (TG_OP = 'INSERT'
    OR (upper(NEW.period), NEW.ended_as) IS DISTINCT FROM (upper(OLD.period), OLD.ended_as)) THEN
    PERFORM enter_office('office.ended', upper(NEW.period), NEW);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER office_in_register AFTER INSERT OR UPDATE OR DELETE ON office
  FOR EACH ROW EXECUTE FUNCTION register_office();

-- How many terms a member has held in a row, the one of that day included: what a limit of the bylaws counts.
-- A term adjoins the next where no day lies between them.
CREATE FUNCTION consecutive_terms(asked_member uuid, asked_on date) RETURNS integer
LANGUAGE sql STABLE
BEGIN ATOMIC
  WITH RECURSIVE held AS (
    SELECT t.period FROM board_term t
    WHERE t.member_id = asked_member AND (t.period @> asked_on OR upper(t.period) = asked_on)
      AND lower(t.period) < asked_on
    UNION ALL
    SELECT t.period FROM held JOIN board_term t ON t.member_id = asked_member AND upper(t.period) = lower(held.period)
  )
  SELECT CAST(count(*) AS integer) FROM held;
END;

-- Until when somebody who fills a vacancy sits: as long as the one before would have, else as their group does.
CREATE FUNCTION remaining_term_end(asked_post uuid, asked_on date) RETURNS date
LANGUAGE sql STABLE
RETURN coalesce(
  (SELECT last.expected_end_on FROM (
    SELECT t.expected_end_on FROM board_term t
    WHERE t.post_id = asked_post AND upper(t.period) <= asked_on ORDER BY upper(t.period) DESC LIMIT 1
  ) last WHERE last.expected_end_on > asked_on),
  (SELECT mode() WITHIN GROUP (ORDER BY t.expected_end_on) FROM board_term t
    JOIN post b ON b.id = t.post_id JOIN post asked ON asked.id = asked_post AND asked.renewal_group = b.renewal_group
    WHERE t.period @> asked_on AND t.expected_end_on > asked_on));

-- Who sits where has changed, or what somebody who sits is called: kept public answers are old. The gateway listens.
CREATE FUNCTION tell_governance_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('ombelle_agenda', '');
  RETURN NULL;
END $$;
CREATE TRIGGER tell_governance_change AFTER INSERT OR UPDATE OR DELETE ON bylaws_version
  FOR EACH STATEMENT EXECUTE FUNCTION tell_governance_change();
CREATE TRIGGER tell_governance_change AFTER INSERT OR UPDATE OR DELETE ON post
  FOR EACH STATEMENT EXECUTE FUNCTION tell_governance_change();
CREATE TRIGGER tell_governance_change AFTER INSERT OR UPDATE OR DELETE ON board_term
  FOR EACH STATEMENT EXECUTE FUNCTION tell_governance_change();
CREATE TRIGGER tell_governance_change AFTER INSERT OR UPDATE OR DELETE ON office
  FOR EACH STATEMENT EXECUTE FUNCTION tell_governance_change();
CREATE TRIGGER tell_governance_change AFTER INSERT OR UPDATE OR DELETE ON college_membership
  FOR EACH STATEMENT EXECUTE FUNCTION tell_governance_change();
CREATE TRIGGER tell_governance_change AFTER INSERT OR UPDATE OR DELETE ON representative
  FOR EACH STATEMENT EXECUTE FUNCTION tell_governance_change();
CREATE TRIGGER tell_governance_change AFTER UPDATE OF name ON person
  FOR EACH STATEMENT EXECUTE FUNCTION tell_governance_change();
