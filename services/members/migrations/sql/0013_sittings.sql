-- Whoever is no member any more on the day of a meeting to which they were convened stays on its roll, struck out: without
-- a vote, without a link, their proxies void. `struck_on` is the first day without. What was cast in secret before cannot be
-- told from the rest, and stands.
ALTER TABLE meeting_roll
  ADD COLUMN struck_on date,
  ADD COLUMN struck_as text CHECK (struck_as IN (
    'resignation', 'strike_off', 'exclusion', 'death', 'dissolution', 'sits_no_more')),
  ADD CONSTRAINT ck_meeting_roll_struck_whole CHECK ((struck_on IS NULL) = (struck_as IS NULL)),
  ADD CONSTRAINT ck_meeting_roll_struck_has_no_vote CHECK (struck_on IS NULL OR NOT may_vote AND token_digest IS NULL);
ALTER TABLE proxy DROP CONSTRAINT proxy_ended_as_check, ADD CONSTRAINT proxy_ended_as_check
  CHECK (ended_as IN ('withdrawn', 'replaced', 'giver_arrived', 'struck_off'));

CREATE OR REPLACE FUNCTION keep_frozen_roll() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  the_meeting uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.meeting_id ELSE NEW.meeting_id END;
BEGIN
  -- Links, addresses and names of erased people may change; who votes may not.
  IF TG_OP = 'UPDATE' AND (NEW.meeting_id, NEW.member_id, NEW.is_staff_seat, NEW.college, NEW.may_vote, NEW.struck_on)
    IS NOT DISTINCT FROM (OLD.meeting_id, OLD.member_id, OLD.is_staff_seat, OLD.college, OLD.may_vote, OLD.struck_on) THEN
    RETURN NEW;
  END IF;
  -- Frozen before the day by a vote by post, it still loses whoever leaves until the meeting opens.
  IF TG_OP = 'UPDATE' AND OLD.struck_on IS NULL AND NEW.struck_on IS NOT NULL
    AND (NEW.meeting_id, NEW.member_id, NEW.college) IS NOT DISTINCT FROM (OLD.meeting_id, OLD.member_id, OLD.college)
    AND EXISTS (SELECT FROM meeting WHERE id = the_meeting AND state IN ('planned', 'convened')) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM meeting WHERE id = the_meeting AND roll_frozen_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the roll is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_roll_frozen';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- Strike an entry off the roll of a meeting that is held by whoever calls.
CREATE FUNCTION strike_off(entry uuid, since date, why text) RETURNS void LANGUAGE sql
BEGIN ATOMIC
  UPDATE proxy SET ended_at = greatest(clock_timestamp(), given_at), ended_as = 'struck_off'
  WHERE ended_at IS NULL AND entry IN (giver_id, holder_id);
  UPDATE meeting_roll SET may_vote = false, token_digest = NULL, struck_on = since, struck_as = why WHERE id = entry;
END;
CREATE FUNCTION strike_off_the_departed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry record;
BEGIN
  FOR entry IN
    -- The meetings' rows are held first, as by whoever gives a proxy or opens the meeting.
    SELECT r.id, r.meeting_id FROM meeting m JOIN meeting_roll r ON r.meeting_id = m.id
    WHERE r.member_id = NEW.member_id AND r.struck_on IS NULL AND m.state = 'convened' AND m.held_on >= upper(NEW.period)
    ORDER BY m.id FOR NO KEY UPDATE OF m
  LOOP
    PERFORM strike_off(entry.id, upper(NEW.period), NEW.ended_as);
    UPDATE meeting_pulse SET pulse = pulse + 1 WHERE meeting_id = entry.meeting_id;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER college_membership_ended_strikes_off AFTER UPDATE ON college_membership FOR EACH ROW
  WHEN (NEW.ended_as <> 'change' AND NOT upper_inf(NEW.period) AND NEW.period <> OLD.period)
  EXECUTE FUNCTION strike_off_the_departed();

-- The hours of a meeting: those of its day where it is held, and of the night after, since some end past midnight.
CREATE FUNCTION meeting_hours(asked_meeting uuid) RETURNS tstzrange
LANGUAGE sql STABLE
RETURN (SELECT tstzrange(m.held_on::timestamp AT TIME ZONE m.zone, (m.held_on + 1 + time '06:00') AT TIME ZONE m.zone)
  FROM meeting m WHERE m.id = asked_meeting);
CREATE FUNCTION check_attendance_hours() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hours tstzrange := meeting_hours(NEW.meeting_id);
BEGIN
  -- What was noted by the clock before this rule can still be ended.
  IF TG_OP = 'UPDATE' AND lower(NEW.span) = lower(OLD.span) AND NOT hours @> lower(OLD.span) THEN
    RETURN NEW;
  END IF;
  IF NOT hours @> lower(NEW.span) OR upper(NEW.span) > upper(hours) THEN
    RAISE EXCEPTION 'attendance on another day' USING ERRCODE = 'check_violation', CONSTRAINT = 'attendance_on_another_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attendance_on_its_day BEFORE INSERT OR UPDATE ON attendance
  FOR EACH ROW EXECUTE FUNCTION check_attendance_hours();

-- Each time paper ballots were added: how many, when, by whom; never what they chose, which stands in the urn alone.
CREATE TABLE paper_batch (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  poll_id uuid NOT NULL REFERENCES poll (id),
  ballots integer NOT NULL CHECK (ballots > 0),
  added_at timestamptz NOT NULL DEFAULT now(),
  added_by text NOT NULL
);
CREATE INDEX ix_paper_batch_poll_id ON paper_batch (poll_id);
