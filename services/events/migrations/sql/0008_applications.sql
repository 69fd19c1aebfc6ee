-- The states that an application may go from and to: `applications/transitions.py` says who may, and a test compares.
CREATE FUNCTION application_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> NEW.status AND (OLD.status, NEW.status) NOT IN (
    ('draft', 'submitted'), ('draft', 'discarded'),
    ('submitted', 'under_review'), ('submitted', 'changes_requested'), ('submitted', 'withdrawn'), ('submitted', 'decided'),
    ('under_review', 'changes_requested'), ('under_review', 'withdrawn'), ('under_review', 'decided'),
    ('changes_requested', 'submitted'), ('changes_requested', 'under_review'), ('changes_requested', 'withdrawn')
  ) THEN
    RAISE EXCEPTION 'an application does not go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'application_moves';
  END IF;
  -- From the waiting list alone somebody is called up, or sent away.
  IF OLD.decision IS DISTINCT FROM NEW.decision AND OLD.decision IS NOT NULL AND OLD.decision <> 'waitlisted' THEN
    RAISE EXCEPTION 'an application decided as % stays so', OLD.decision
      USING ERRCODE = 'check_violation', CONSTRAINT = 'application_decision_stays';
  END IF;
  IF NEW.call_id <> OLD.call_id OR NEW.number <> OLD.number THEN
    RAISE EXCEPTION 'an application stays in its call, under its number'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'application_stays_in_its_call';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER application_moves BEFORE UPDATE ON application
  FOR EACH ROW EXECUTE FUNCTION application_moves();

-- The lead among the parties is the organisation that the application belongs to, whatever it was there before.
CREATE FUNCTION application_lead() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM application_party
    WHERE application_id = NEW.id AND (role = 'lead' OR organisation_id = NEW.organisation_id);
  END IF;
  INSERT INTO application_party (application_id, role, organisation_id, may_edit, accepted_at, invited_by)
  VALUES (NEW.id, 'lead', NEW.organisation_id, true, now(), NEW.created_by);
  RETURN NULL;
END $$;
CREATE TRIGGER application_lead_begins AFTER INSERT ON application
  FOR EACH ROW EXECUTE FUNCTION application_lead();
CREATE TRIGGER application_lead_follows AFTER UPDATE OF organisation_id ON application
  FOR EACH ROW WHEN (OLD.organisation_id <> NEW.organisation_id) EXECUTE FUNCTION application_lead();

-- Nobody else leads. Checked at the end of the transaction, when the triggers above have done their work.
CREATE FUNCTION application_lead_agrees() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  of_application uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.application_id ELSE NEW.application_id END;
BEGIN
  IF EXISTS (
    SELECT FROM application a WHERE a.id = of_application AND NOT EXISTS (
      SELECT FROM application_party p
      WHERE p.application_id = a.id AND p.role = 'lead' AND p.organisation_id = a.organisation_id)
  ) THEN
    RAISE EXCEPTION 'the lead of an application is the organisation that holds it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'application_lead_agrees';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER application_lead_agrees AFTER INSERT OR UPDATE OR DELETE ON application_party
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION application_lead_agrees();

-- The history only grows. An edit goes on for half an hour at most, by whoever began it; erasing somebody is the other
-- exception, which says so (`ombelle.erasing`).
CREATE FUNCTION application_entry_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('ombelle.erasing', true) = 'on' THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.action = 'edited' AND NEW.until <= OLD.at + interval '30 minutes'
    AND (OLD.id, OLD.application_id, OLD.at, OLD.actor, OLD.side, OLD.audience, OLD.action, OLD.status)
      = (NEW.id, NEW.application_id, NEW.at, NEW.actor, NEW.side, NEW.audience, NEW.action, NEW.status)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the history of an application only grows'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'application_entry_stays';
END $$;
CREATE TRIGGER application_entry_stays BEFORE UPDATE OR DELETE ON application_entry
  FOR EACH ROW EXECUTE FUNCTION application_entry_stays();

-- The words of a dossier, by who may find it by them (`applications/searching.py`).
CREATE FUNCTION dossier_texts(title text, plain text, identifying text, budget text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector('programme', title), 'A') || setweight(to_tsvector('programme', plain), 'B')
  || setweight(to_tsvector('programme', identifying), 'C') || setweight(to_tsvector('programme', budget), 'D');

-- What somebody looks for in dossiers: every word, as its stem or as the beginning of a word; null for nothing but stop
-- words. The agenda's own search stands in for unknown words by those of the programme, which are not those of dossiers.
CREATE FUNCTION dossier_query(typed text) RETURNS tsquery
LANGUAGE plpgsql STABLE STRICT AS $$
DECLARE
  word text;
  answer tsquery;
  term tsquery;
BEGIN
  FOREACH word IN ARRAY tsvector_to_array(to_tsvector('programme_words', left(typed, 400))) LOOP
    term := (as_term(word)::text || ':*')::tsquery;
    IF lexeme_of(word) IS NOT NULL THEN
      term := as_term(lexeme_of(word)) || term;
    END IF;
    answer := coalesce(answer && term, term);
  END LOOP;
  RETURN answer;
END $$;
