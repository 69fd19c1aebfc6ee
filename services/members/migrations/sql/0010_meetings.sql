-- Assemblies and sittings: what is asked of them when they are convened is frozen with them.
CREATE TABLE meeting (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  body text NOT NULL CHECK (body IN ('general_assembly', 'board', 'bureau')),
  title text NOT NULL CHECK (length(title) <= 200 AND btrim(title) <> ''),
  purpose text NOT NULL DEFAULT 'ordinary' CHECK (purpose IN ('ordinary', 'extraordinary', 'installation', 'other')),
  held_on date NOT NULL,
  starts_at timestamptz,
  zone text NOT NULL DEFAULT 'Europe/Paris' CHECK (length(zone) <= 100),
  place text CHECK (length(place) <= 300 AND btrim(place) <> ''),
  online_url text CHECK (length(online_url) <= 500 AND online_url ~ '^https?://'),
  state text NOT NULL DEFAULT 'planned' CHECK (state IN (
    'planned', 'convened', 'open', 'adjourned', 'closed', 'minutes_draft', 'minutes_approved', 'cancelled')),
  cancel_reason text CHECK (length(cancel_reason) <= 1000 AND btrim(cancel_reason) <> ''),
  second_call_of uuid UNIQUE REFERENCES meeting (id),
  -- The day on which it is looked up who may vote.
  cut_off_on date NOT NULL,
  bylaws_version_id uuid REFERENCES bylaws_version (id),
  rules jsonb CHECK (jsonb_typeof(rules) = 'object'),
  quorum_numerator smallint NOT NULL DEFAULT 0 CHECK (quorum_numerator >= 0),
  quorum_denominator smallint NOT NULL DEFAULT 1 CHECK (quorum_denominator > 0),
  proxies_per_holder smallint NOT NULL DEFAULT 0 CHECK (proxies_per_holder BETWEEN 0 AND 1000),
  proxies_same_college boolean NOT NULL DEFAULT false,
  notice_days smallint NOT NULL DEFAULT 0 CHECK (notice_days BETWEEN 0 AND 366),
  -- Who votes for the team at this sitting of the board, and who held it.
  staff_voter_name text CHECK (length(staff_voter_name) <= 200 AND btrim(staff_voter_name) <> ''),
  staff_voter_email text CHECK (length(staff_voter_email) <= 254),
  chair_name text CHECK (length(chair_name) <= 200 AND btrim(chair_name) <> ''),
  secretary_name text CHECK (length(secretary_name) <= 200 AND btrim(secretary_name) <> ''),
  tellers text CHECK (length(tellers) <= 500 AND btrim(tellers) <> ''),
  roll_frozen_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz CHECK (closed_at >= opened_at),
  external_id text UNIQUE CHECK (length(external_id) <= 200 AND btrim(external_id) <> ''),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ck_meeting_starts_on_its_day CHECK ((starts_at AT TIME ZONE zone)::date = held_on),
  CONSTRAINT ck_meeting_quorum_is_a_share CHECK (quorum_numerator <= quorum_denominator),
  CONSTRAINT ck_meeting_cut_off_before_it CHECK (cut_off_on <= held_on),
  CONSTRAINT ck_meeting_cancelled_says_why CHECK (state <> 'cancelled' OR cancel_reason IS NOT NULL),
  CONSTRAINT ck_meeting_second_call_of_another CHECK (second_call_of <> id),
  CONSTRAINT ck_meeting_open_has_its_roll CHECK (state <> 'open' OR num_nulls(roll_frozen_at, opened_at, rules) = 0)
);
CREATE INDEX ix_meeting_held_on ON meeting (held_on, id);

-- What changes whenever somebody arrives, votes or decides: whoever looks on asks for nothing else until then.
CREATE TABLE meeting_pulse (
  meeting_id uuid PRIMARY KEY REFERENCES meeting (id),
  pulse bigint NOT NULL DEFAULT 1
);
CREATE FUNCTION give_meeting_a_pulse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO meeting_pulse (meeting_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER meeting_has_a_pulse AFTER INSERT ON meeting FOR EACH ROW EXECUTE FUNCTION give_meeting_a_pulse();

CREATE TABLE agenda_item (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  position smallint NOT NULL CHECK (position > 0),
  title text NOT NULL CHECK (length(title) <= 200 AND btrim(title) <> ''),
  text text CHECK (length(text) <= 5000 AND btrim(text) <> ''),
  -- What was said, for the minutes.
  report text CHECK (length(report) <= 10000 AND btrim(report) <> ''),
  CONSTRAINT uq_agenda_item_position UNIQUE (meeting_id, position) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_agenda_item_of_its_meeting UNIQUE (meeting_id, id)
);
CREATE TABLE meeting_document (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  agenda_item_id uuid,
  file_id uuid NOT NULL UNIQUE REFERENCES stored_file (id),
  -- With a deleted item its documents stay those of the meeting.
  CONSTRAINT fk_meeting_document_item FOREIGN KEY (meeting_id, agenda_item_id)
    REFERENCES agenda_item (meeting_id, id) ON DELETE SET NULL (agenda_item_id)
);
CREATE INDEX ix_meeting_document_meeting_id ON meeting_document (meeting_id, agenda_item_id);

-- The electoral roll: whoever may come, and whether they may vote. Names are as they were that day.
CREATE TABLE meeting_roll (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  member_id uuid REFERENCES member (id),
  is_staff_seat boolean NOT NULL DEFAULT false,
  name text NOT NULL CHECK (length(name) <= 300),
  college text CHECK (college IN ('A', 'B', 'C', 'D')),
  -- Who speaks for it: its representative, or the member itself.
  person_id uuid REFERENCES person (id),
  representative_name text CHECK (length(representative_name) <= 300),
  email text CHECK (length(email) <= 254),
  may_vote boolean NOT NULL,
  token_digest bytea UNIQUE CHECK (octet_length(token_digest) = 32),
  CONSTRAINT uq_meeting_roll_of_its_meeting UNIQUE (meeting_id, id),
  CONSTRAINT uq_meeting_roll_each_once UNIQUE NULLS NOT DISTINCT (meeting_id, member_id),
  CONSTRAINT ck_meeting_roll_is_one_of_them CHECK ((member_id IS NULL) = is_staff_seat)
);
CREATE INDEX ix_meeting_roll_member_id ON meeting_roll (member_id);
CREATE INDEX ix_meeting_roll_person_id ON meeting_roll (person_id);

CREATE FUNCTION keep_frozen_roll() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER meeting_roll_stands BEFORE INSERT OR UPDATE OR DELETE ON meeting_roll
  FOR EACH ROW EXECUTE FUNCTION keep_frozen_roll();

-- To whom the notice went, where and when: the mail asked for is the proof.
CREATE TABLE meeting_notice (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  sent_at timestamptz NOT NULL DEFAULT now(),
  message text CHECK (length(message) <= 5000 AND btrim(message) <> ''),
  days_given smallint NOT NULL,
  days_needed smallint NOT NULL CHECK (days_needed >= 0)
);
CREATE INDEX ix_meeting_notice_meeting_id ON meeting_notice (meeting_id);
CREATE TABLE meeting_notice_recipient (
  notice_id uuid NOT NULL REFERENCES meeting_notice (id),
  roll_id uuid NOT NULL REFERENCES meeting_roll (id) ON DELETE CASCADE,
  email text CHECK (length(email) <= 254),
  mail_id uuid,
  PRIMARY KEY (notice_id, roll_id),
  CONSTRAINT ck_meeting_notice_recipient_mailed CHECK (mail_id IS NOT NULL OR email IS NULL)
);
CREATE INDEX ix_meeting_notice_recipient_roll_id ON meeting_notice_recipient (roll_id);

-- Who was there, from when to when; without an end they still are.
CREATE TABLE attendance (
  meeting_id uuid NOT NULL,
  roll_id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('on_site', 'online')),
  span tstzrange NOT NULL CHECK (NOT lower_inf(span)),
  CONSTRAINT pk_attendance PRIMARY KEY (roll_id, span WITHOUT OVERLAPS),
  CONSTRAINT fk_attendance_of_the_roll FOREIGN KEY (meeting_id, roll_id) REFERENCES meeting_roll (meeting_id, id)
);
CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id);
CREATE FUNCTION is_present(asked_roll uuid) RETURNS boolean
LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM attendance WHERE roll_id = asked_roll AND upper_inf(span));

CREATE TABLE proxy (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL,
  giver_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  given_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz CHECK (ended_at >= given_at),
  ended_as text CHECK (ended_as IN ('withdrawn', 'replaced', 'giver_arrived')),
  CONSTRAINT fk_proxy_giver FOREIGN KEY (meeting_id, giver_id) REFERENCES meeting_roll (meeting_id, id),
  CONSTRAINT fk_proxy_holder FOREIGN KEY (meeting_id, holder_id) REFERENCES meeting_roll (meeting_id, id),
  CONSTRAINT ck_proxy_to_another CHECK (giver_id <> holder_id),
  CONSTRAINT ck_proxy_ended_whole CHECK ((ended_at IS NULL) = (ended_as IS NULL))
);
CREATE UNIQUE INDEX uq_proxy_one_live ON proxy (meeting_id, giver_id) WHERE ended_at IS NULL;
CREATE INDEX ix_proxy_holder_id ON proxy (holder_id) WHERE ended_at IS NULL;

-- What PostgreSQL refuses of a proxy has the name of a constraint, as if it were one.
CREATE FUNCTION refuse_proxy(refused text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'proxy refused: %', refused USING ERRCODE = 'check_violation', CONSTRAINT = refused;
END $$;
CREATE FUNCTION check_proxy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  m meeting;
  giver meeting_roll;
  holder meeting_roll;
BEGIN
  IF NEW.ended_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  -- Those of one meeting take turns: two at once would not see each other.
  SELECT * INTO m FROM meeting WHERE id = NEW.meeting_id FOR NO KEY UPDATE;
  SELECT * INTO giver FROM meeting_roll WHERE id = NEW.giver_id;
  SELECT * INTO holder FROM meeting_roll WHERE id = NEW.holder_id;
  IF NEW.giver_id = NEW.holder_id THEN PERFORM refuse_proxy('ck_proxy_to_another'); END IF;
  IF NOT giver.may_vote THEN PERFORM refuse_proxy('proxy_giver_has_no_vote'); END IF;
  IF NOT holder.may_vote THEN PERFORM refuse_proxy('proxy_holder_has_no_vote'); END IF;
  IF giver.is_staff_seat OR holder.is_staff_seat THEN PERFORM refuse_proxy('proxy_of_the_staff_seat'); END IF;
  IF is_present(NEW.giver_id) THEN PERFORM refuse_proxy('proxy_giver_is_present'); END IF;
  IF EXISTS (SELECT FROM proxy p WHERE p.meeting_id = NEW.meeting_id AND p.ended_at IS NULL AND p.id <> NEW.id
      AND (p.giver_id = NEW.holder_id OR p.holder_id = NEW.giver_id)) THEN
    PERFORM refuse_proxy('proxy_chain');
  END IF;
  IF m.state = 'open' AND NOT is_present(NEW.holder_id) THEN PERFORM refuse_proxy('proxy_holder_is_absent'); END IF;
  IF m.proxies_same_college AND giver.college IS DISTINCT FROM holder.college THEN
    PERFORM refuse_proxy('proxy_of_another_college');
  END IF;
  IF (SELECT count(*) FROM proxy p WHERE p.holder_id = NEW.holder_id AND p.ended_at IS NULL AND p.id <> NEW.id)
      >= m.proxies_per_holder THEN
    PERFORM refuse_proxy('proxy_holder_has_enough');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proxy_is_lawful BEFORE INSERT OR UPDATE ON proxy FOR EACH ROW EXECUTE FUNCTION check_proxy();

CREATE FUNCTION void_proxy_of_arrived() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The same turns as whoever gives a proxy: one given at this very moment is void as well, or refused.
  PERFORM FROM meeting WHERE id = NEW.meeting_id FOR NO KEY UPDATE;
  UPDATE proxy SET ended_at = greatest(clock_timestamp(), given_at), ended_as = 'giver_arrived'
  WHERE meeting_id = NEW.meeting_id AND giver_id = NEW.roll_id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER attendance_voids_proxy AFTER INSERT ON attendance
  FOR EACH ROW WHEN (upper_inf(NEW.span)) EXECUTE FUNCTION void_proxy_of_arrived();

-- How many there are: those who may vote, those of them present, voices that present ones hold for others, and how
-- many it takes.
CREATE FUNCTION meeting_quorum(
  asked_meeting uuid, OUT members integer, OUT present integer, OUT represented integer, OUT voices integer,
  OUT needed integer, OUT is_met boolean
) LANGUAGE sql STABLE AS $$
SELECT n.members, n.present, n.represented, n.present + n.represented, n.needed, n.present + n.represented >= n.needed
FROM (
  SELECT count(*)::integer AS members, count(*) FILTER (WHERE here.roll_id IS NOT NULL)::integer AS present,
    count(*) FILTER (WHERE here.roll_id IS NULL AND held.giver_id IS NOT NULL)::integer AS represented,
    ((count(*) * max(m.quorum_numerator) + max(m.quorum_denominator) - 1) / max(m.quorum_denominator))::integer AS needed
  FROM meeting m JOIN meeting_roll r ON r.meeting_id = m.id AND r.may_vote
  LEFT JOIN attendance here ON here.roll_id = r.id AND upper_inf(here.span)
  LEFT JOIN (
    SELECT p.giver_id FROM proxy p JOIN attendance a ON a.roll_id = p.holder_id AND upper_inf(a.span)
    WHERE p.meeting_id = asked_meeting AND p.ended_at IS NULL) held ON held.giver_id = r.id
  WHERE m.id = asked_meeting) n
$$;

-- Whether as many were for it as its rule asks: its share of its base, or more where the rule says that it exceeds.
CREATE FUNCTION majority_reached(
  base text, numerator integer, denominator integer, exceeds boolean, abstentions_count boolean, votes_for integer,
  votes_against integer, votes_abstain integer, voices integer, members integer
) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN votes_for > 0 AND (
  SELECT CASE WHEN exceeds THEN votes_for * denominator > of_all * numerator
    ELSE votes_for * denominator >= of_all * numerator END
  FROM (SELECT CASE base WHEN 'cast' THEN votes_for + votes_against + CASE WHEN abstentions_count THEN votes_abstain ELSE 0 END
    WHEN 'present' THEN voices ELSE members END AS of_all) AS counted);

CREATE TABLE motion (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  agenda_item_id uuid,
  position smallint NOT NULL CHECK (position > 0),
  title text NOT NULL CHECK (length(title) <= 200 AND btrim(title) <> ''),
  text text CHECK (length(text) <= 10000 AND btrim(text) <> ''),
  majority text NOT NULL DEFAULT 'ordinary' CHECK (majority IN ('ordinary', 'extraordinary')),
  voting text NOT NULL DEFAULT 'hands' CHECK (voting IN ('hands', 'secret')),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'adopted', 'rejected', 'withdrawn')),
  -- Frozen when its vote opens.
  opened_at timestamptz,
  majority_base text CHECK (majority_base IN ('cast', 'present', 'members')),
  majority_numerator smallint CHECK (majority_numerator >= 0),
  majority_denominator smallint CHECK (majority_denominator > 0 AND majority_denominator >= majority_numerator),
  majority_exceeds boolean,
  abstentions_count boolean,
  members integer,
  present integer,
  represented integer,
  quorum_needed integer,
  -- Known when it closes; `voices` are those that could vote on it.
  closed_at timestamptz CHECK (closed_at >= opened_at),
  voices integer,
  votes_for integer CHECK (votes_for >= 0),
  votes_against integer CHECK (votes_against >= 0),
  votes_abstain integer CHECK (votes_abstain >= 0),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  CONSTRAINT uq_motion_position UNIQUE (meeting_id, position) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_motion_item FOREIGN KEY (meeting_id, agenda_item_id)
    REFERENCES agenda_item (meeting_id, id) ON DELETE SET NULL (agenda_item_id),
  CONSTRAINT ck_motion_opened_whole CHECK (num_nonnulls(opened_at, majority_base, majority_numerator, majority_denominator,
    majority_exceeds, abstentions_count, members, present, represented, quorum_needed)
    = CASE WHEN state IN ('open', 'adopted', 'rejected') OR opened_at IS NOT NULL THEN 10 ELSE 0 END),
  CONSTRAINT ck_motion_opened_with_its_quorum CHECK (present + represented >= quorum_needed),
  CONSTRAINT ck_motion_closed_whole CHECK (num_nonnulls(closed_at, voices, votes_for, votes_against, votes_abstain)
    = CASE WHEN state IN ('adopted', 'rejected') THEN 5 ELSE 0 END),
  CONSTRAINT ck_motion_no_more_votes_than_voices CHECK (votes_for + votes_against + votes_abstain <= voices),
  CONSTRAINT ck_motion_carried_by_its_majority CHECK (closed_at IS NULL OR (state = 'adopted') = majority_reached(
    majority_base, majority_numerator, majority_denominator, majority_exceeds, abstentions_count, votes_for, votes_against,
    votes_abstain, voices, members))
);
-- People raise their hands for one thing at a time.
CREATE UNIQUE INDEX uq_motion_one_open ON motion (meeting_id) WHERE state = 'open';
CREATE TABLE motion_conflict (
  motion_id uuid NOT NULL REFERENCES motion (id),
  roll_id uuid NOT NULL REFERENCES meeting_roll (id),
  reason text CHECK (length(reason) <= 500 AND btrim(reason) <> ''),
  PRIMARY KEY (motion_id, roll_id)
);
CREATE INDEX ix_motion_conflict_roll_id ON motion_conflict (roll_id);

-- A secret ballot, of a motion or of an election. There is no row for a ballot: an urn holds how many each choice has,
-- all in one row that every ballot writes anew, so that no order, moment or transaction ties a choice to who made it.
-- Who has voted stands apart, without the moment.
CREATE TABLE poll (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  kind text NOT NULL CHECK (kind IN ('motion', 'election')),
  subject_id uuid NOT NULL,
  choices text[] NOT NULL CHECK (cardinality(choices) BETWEEN 1 AND 300 AND array_position(choices, NULL) IS NULL),
  most_choices smallint NOT NULL DEFAULT 1 CHECK (most_choices > 0),
  blank_allowed boolean NOT NULL DEFAULT true,
  college text CHECK (college IN ('A', 'B', 'C', 'D')),
  needs_presence boolean NOT NULL DEFAULT true,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  closed_at timestamptz CHECK (closed_at >= opened_at)
);
CREATE UNIQUE INDEX uq_poll_motion_once ON poll (subject_id) WHERE kind = 'motion';
CREATE INDEX ix_poll_meeting_id ON poll (meeting_id);
CREATE TABLE urn (
  poll_id uuid PRIMARY KEY REFERENCES poll (id),
  counts integer[] NOT NULL CHECK (0 <= ALL (counts)),
  blank integer NOT NULL DEFAULT 0 CHECK (blank >= 0),
  paper_ballots integer NOT NULL DEFAULT 0 CHECK (paper_ballots >= 0)
);
CREATE TABLE poll_voter (
  poll_id uuid NOT NULL REFERENCES poll (id),
  roll_id uuid NOT NULL REFERENCES meeting_roll (id),
  on_paper boolean NOT NULL DEFAULT false,
  PRIMARY KEY (poll_id, roll_id)
);
CREATE INDEX ix_poll_voter_roll_id ON poll_voter (roll_id);
CREATE FUNCTION give_poll_an_urn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO urn (poll_id, counts) VALUES (NEW.id, array_fill(0, ARRAY[cardinality(NEW.choices)]));
  RETURN NULL;
END $$;
CREATE TRIGGER poll_has_an_urn AFTER INSERT ON poll FOR EACH ROW EXECUTE FUNCTION give_poll_an_urn();

CREATE FUNCTION refuse_ballot(refused text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ballot refused: %', refused USING ERRCODE = 'check_violation', CONSTRAINT = refused;
END $$;
-- Mark a voice of the roll as having voted, where it may.
CREATE FUNCTION mark_voter(the_poll uuid, voice uuid, paper boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  p poll;
  r meeting_roll;
BEGIN
  -- Shared with other ballots; whoever closes the poll waits for them, and they for the closing.
  SELECT * INTO p FROM poll WHERE id = the_poll FOR SHARE;
  IF NOT FOUND OR p.closed_at IS NOT NULL THEN PERFORM refuse_ballot('ballot_poll_closed'); END IF;
  SELECT * INTO r FROM meeting_roll WHERE id = voice AND meeting_id = p.meeting_id;
  IF NOT FOUND OR NOT r.may_vote THEN PERFORM refuse_ballot('ballot_without_a_vote'); END IF;
  IF p.college IS NOT NULL AND r.college IS DISTINCT FROM p.college THEN PERFORM refuse_ballot('ballot_of_another_college'); END IF;
  IF EXISTS (SELECT FROM motion_conflict c WHERE c.motion_id = p.subject_id AND c.roll_id = voice) THEN
    PERFORM refuse_ballot('ballot_with_a_conflict');
  END IF;
  INSERT INTO poll_voter (poll_id, roll_id, on_paper) VALUES (the_poll, voice, paper) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN PERFORM refuse_ballot('ballot_twice'); END IF;
END $$;
-- Cast the ballot of `voice`, by the hand of whoever holds it: the member itself, or who has its proxy. Without picks
-- it is blank.
CREATE FUNCTION cast_ballot(the_poll uuid, voice uuid, hand uuid, picks text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  p poll;
BEGIN
  SELECT * INTO p FROM poll WHERE id = the_poll;
  IF NOT FOUND OR p.closed_at IS NOT NULL THEN PERFORM refuse_ballot('ballot_poll_closed'); END IF;
  IF p.needs_presence AND NOT is_present(hand) THEN PERFORM refuse_ballot('ballot_of_an_absent'); END IF;
  IF hand <> voice AND NOT EXISTS (SELECT FROM proxy x WHERE x.giver_id = voice AND x.holder_id = hand AND x.ended_at IS NULL)
    THEN PERFORM refuse_ballot('ballot_without_a_proxy'); END IF;
  IF EXISTS (SELECT FROM motion_conflict c WHERE c.motion_id = p.subject_id AND c.roll_id = hand) THEN
    PERFORM refuse_ballot('ballot_with_a_conflict');
  END IF;
  IF NOT picks <@ p.choices OR cardinality(picks) > p.most_choices
    OR (SELECT count(DISTINCT one) FROM unnest(picks) AS one) <> cardinality(picks)
    OR (cardinality(picks) = 0 AND NOT p.blank_allowed) THEN PERFORM refuse_ballot('ballot_not_one_of_the_choices'); END IF;
  PERFORM mark_voter(the_poll, voice, false);
  UPDATE urn SET blank = blank + (cardinality(picks) = 0)::integer, counts = (
    SELECT array_agg(n + (p.choices[place] = ANY (picks))::integer ORDER BY place)
    FROM unnest(urn.counts) WITH ORDINALITY AS held (n, place))
  WHERE poll_id = the_poll;
END $$;
-- Add paper ballots, counted by hand: at most one for each voice that was marked as voting on paper.
CREATE FUNCTION add_paper_ballots(the_poll uuid, ballots integer, their_counts integer[], their_blank integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  p poll;
BEGIN
  SELECT * INTO p FROM poll WHERE id = the_poll FOR SHARE;
  IF NOT FOUND OR p.closed_at IS NOT NULL THEN PERFORM refuse_ballot('ballot_poll_closed'); END IF;
  IF cardinality(their_counts) <> cardinality(p.choices) OR their_blank < 0 OR ballots < their_blank OR 0 > ANY (their_counts)
    OR (ballots - their_blank) < ANY (their_counts)
    OR (SELECT coalesce(sum(n), 0) FROM unnest(their_counts) AS n) > (ballots - their_blank) * p.most_choices
    THEN PERFORM refuse_ballot('paper_ballots_do_not_add_up'); END IF;
  UPDATE urn SET blank = blank + their_blank, paper_ballots = paper_ballots + ballots, counts = (
    SELECT array_agg(n + their_counts[place] ORDER BY place) FROM unnest(urn.counts) WITH ORDINALITY AS held (n, place))
  WHERE poll_id = the_poll;
  IF (SELECT paper_ballots FROM urn WHERE poll_id = the_poll)
    > (SELECT count(*) FROM poll_voter WHERE poll_id = the_poll AND on_paper)
    THEN PERFORM refuse_ballot('paper_ballots_more_than_voters'); END IF;
END $$;

-- What happened, as it is told in the minutes.
CREATE TABLE meeting_happening (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  text text NOT NULL CHECK (length(text) <= 5000 AND btrim(text) <> '')
);
CREATE INDEX ix_meeting_happening_meeting_id ON meeting_happening (meeting_id);

-- Minutes: drafted, approved, and from then on only corrected by another version.
CREATE TABLE minutes (
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  number smallint NOT NULL CHECK (number > 0),
  text text NOT NULL CHECK (length(text) <= 100000 AND btrim(text) <> ''),
  correction text CHECK (length(correction) <= 1000 AND btrim(correction) <> ''),
  drafted_at timestamptz NOT NULL DEFAULT now(),
  approved_on date,
  approved_at timestamptz,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  PRIMARY KEY (meeting_id, number),
  CONSTRAINT ck_minutes_approved_whole CHECK ((approved_on IS NULL) = (approved_at IS NULL)),
  CONSTRAINT ck_minutes_correction_says_what CHECK ((number > 1) = (correction IS NOT NULL))
);
CREATE UNIQUE INDEX uq_minutes_one_draft ON minutes (meeting_id) WHERE approved_at IS NULL;
CREATE FUNCTION keep_approved_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.approved_at IS NOT NULL THEN
    RAISE EXCEPTION 'approved minutes stand' USING ERRCODE = 'check_violation', CONSTRAINT = 'minutes_approved';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER minutes_stand BEFORE UPDATE OR DELETE ON minutes FOR EACH ROW EXECUTE FUNCTION keep_approved_minutes();

CREATE TABLE meeting_task (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  what text NOT NULL CHECK (length(what) <= 500 AND btrim(what) <> ''),
  who text CHECK (length(who) <= 200 AND btrim(who) <> ''),
  due_on date,
  done_on date,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0)
);
CREATE INDEX ix_meeting_task_meeting_id ON meeting_task (meeting_id);

-- A meeting that was held stands in the register, whoever wrote that it was.
CREATE FUNCTION register_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_in_register('meeting.held', NEW.held_on, NEW.id,
    jsonb_strip_nulls(jsonb_build_object('body', NEW.body, 'purpose', NEW.purpose, 'second_call_of', NEW.second_call_of)),
    jsonb_build_object('title', NEW.title));
  RETURN NULL;
END $$;
CREATE TRIGGER meeting_in_register_when_closed AFTER UPDATE ON meeting FOR EACH ROW
  WHEN (NEW.state IN ('closed', 'minutes_draft', 'minutes_approved')
    AND OLD.state NOT IN ('closed', 'minutes_draft', 'minutes_approved'))
  EXECUTE FUNCTION register_meeting();
CREATE TRIGGER meeting_in_register_when_entered AFTER INSERT ON meeting FOR EACH ROW
  WHEN (NEW.state IN ('closed', 'minutes_draft', 'minutes_approved')) EXECUTE FUNCTION register_meeting();
