-- Decisions: what is applied stays as it is, whole, within the budget, with its quorum.

CREATE FUNCTION refuse(rule text, words text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = rule, MESSAGE = words;
END $$;

-- What a call's labels were granted so far, in cents.
CREATE FUNCTION granted_cents(of_call uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(amount_granted_cents), 0)::bigint FROM application WHERE call_id = of_call
$$;

-- Of an applied or discarded batch only who acted may change, and the names in its minutes: accounts are erased.
CREATE FUNCTION guard_decision_batch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_call call%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state = 'applied' THEN
      PERFORM refuse('decision_batch_frozen', 'an applied batch stays');
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state <> 'staged' THEN
    IF (to_jsonb(NEW) - ARRAY['created_by', 'applied_by', 'minutes'])
       IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['created_by', 'applied_by', 'minutes']) THEN
      PERFORM refuse('decision_batch_frozen', 'an applied or discarded batch never changes');
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state = 'applied' THEN
    -- The row lock makes batches of one call that are applied at the same moment count one another's amounts.
    SELECT * INTO of_call FROM call WHERE id = NEW.call_id FOR NO KEY UPDATE;
    IF NOT EXISTS (SELECT FROM decision_item WHERE batch_id = NEW.id) THEN
      PERFORM refuse('decision_batch_not_empty', 'a batch that decides nothing is not applied');
    END IF;
    IF EXISTS (
      SELECT FROM decision_item i JOIN application a ON a.id = i.application_id
      WHERE i.batch_id = NEW.id
        AND (a.batch_id IS DISTINCT FROM i.batch_id OR a.amount_granted_cents IS DISTINCT FROM i.amount_cents)
    ) THEN
      PERFORM refuse('decision_batch_whole', 'a batch is applied whole');
    END IF;
    IF (SELECT count(*) FROM decision_presence WHERE batch_id = NEW.id) < of_call.quorum THEN
      PERFORM refuse('decision_batch_quorum', 'fewer sat than the quorum');
    END IF;
    IF granted_cents(NEW.call_id) > of_call.budget_cents THEN
      PERFORM refuse('decision_batch_budget', 'more is granted than the call has');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_decision_batch BEFORE UPDATE OR DELETE ON decision_batch
  FOR EACH ROW EXECUTE FUNCTION guard_decision_batch();

CREATE FUNCTION guard_call_budget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF granted_cents(NEW.id) > NEW.budget_cents THEN
    PERFORM refuse('call_budget_covers_what_is_granted', 'more is granted already');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_call_budget BEFORE UPDATE OF budget_cents ON call
  FOR EACH ROW WHEN (NEW.budget_cents IS DISTINCT FROM OLD.budget_cents) EXECUTE FUNCTION guard_call_budget();

CREATE FUNCTION guard_decision_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.batch_state = 'applied' THEN
      PERFORM refuse('decision_item_frozen', 'what is decided stays');
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.batch_state <> 'staged' THEN
    IF (to_jsonb(NEW) - 'staged_by') IS DISTINCT FROM (to_jsonb(OLD) - 'staged_by') THEN
      PERFORM refuse('decision_item_frozen', 'what is decided stays');
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND NEW.batch_state <> 'staged' THEN
    PERFORM refuse('decision_item_frozen', 'nothing is added to what is decided');
  END IF;
  -- A conflict that comes later binds whoever stages next, not what was staged in good faith.
  IF (TG_OP = 'INSERT' OR NEW.batch_state = 'staged' AND NEW IS DISTINCT FROM OLD) AND EXISTS (
    SELECT FROM conflict_of_interest c
    WHERE c.application_id = NEW.application_id AND c.account_id::text = NEW.staged_by AND c.dismissed_at IS NULL
  ) THEN
    PERFORM refuse('decision_item_without_conflict', 'somebody with a conflict stages nothing');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_decision_item BEFORE INSERT OR UPDATE OR DELETE ON decision_item
  FOR EACH ROW EXECUTE FUNCTION guard_decision_item();

-- Those present at what is applied stay too, but for members who are erased with their accounts (a cascade).
CREATE FUNCTION guard_decision_presence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() = 1 AND EXISTS (
    SELECT FROM decision_batch WHERE id = coalesce(NEW.batch_id, OLD.batch_id) AND state <> 'staged'
  ) THEN
    PERFORM refuse('decision_presence_frozen', 'who sat is known');
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER guard_decision_presence BEFORE INSERT OR UPDATE OR DELETE ON decision_presence
  FOR EACH ROW EXECUTE FUNCTION guard_decision_presence();

CREATE FUNCTION guard_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse('letter_frozen', 'a letter stays as it left');
  RETURN NULL;
END $$;
CREATE TRIGGER guard_letter BEFORE UPDATE OR DELETE ON letter FOR EACH ROW EXECUTE FUNCTION guard_letter();

-- What a decided application was granted is what its item says: another amount takes another batch.
CREATE FUNCTION guard_granted_amount() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.amount_granted_cents IS DISTINCT FROM (
    SELECT amount_cents FROM decision_item WHERE (batch_id, application_id) = (NEW.batch_id, NEW.id)
  ) THEN
    PERFORM refuse('application_amount_frozen', 'what is granted is what the batch says');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_granted_amount BEFORE UPDATE OF amount_granted_cents, batch_id ON application
  FOR EACH ROW WHEN (NEW.batch_id IS NOT NULL) EXECUTE FUNCTION guard_granted_amount();
