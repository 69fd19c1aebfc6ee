DROP TABLE paper_batch;
DROP TRIGGER attendance_on_its_day ON attendance;
DROP TRIGGER college_membership_ended_strikes_off ON college_membership;
DROP FUNCTION check_attendance_hours(), meeting_hours(uuid), strike_off_the_departed(), strike_off(uuid, date, text);
ALTER TABLE proxy DROP CONSTRAINT proxy_ended_as_check;
-- A proxy that was voided so reads as one that was withdrawn.
UPDATE proxy SET ended_as = 'withdrawn' WHERE ended_as = 'struck_off';
ALTER TABLE proxy ADD CONSTRAINT proxy_ended_as_check CHECK (ended_as IN ('withdrawn', 'replaced', 'giver_arrived'));
CREATE OR REPLACE FUNCTION keep_frozen_roll() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  the_meeting uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.meeting_id ELSE NEW.meeting_id END;
BEGIN
  -- Links, addresses and names of erased people may change; who votes may not.
  IF TG_OP = 'UPDATE' AND (NEW.meeting_id, NEW.member_id, NEW.is_staff_seat, NEW.college, NEW.may_vote)
    IS NOT DISTINCT FROM (OLD.meeting_id, OLD.member_id, OLD.is_staff_seat, OLD.college, OLD.may_vote) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM meeting WHERE id = the_meeting AND roll_frozen_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the roll is frozen' USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_roll_frozen';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
ALTER TABLE meeting_roll DROP COLUMN struck_on, DROP COLUMN struck_as;
