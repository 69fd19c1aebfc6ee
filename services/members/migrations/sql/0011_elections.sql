-- An election gives posts of the board, at an assembly: its roll votes, there or by post.
CREATE TABLE election (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  title text NOT NULL CHECK (length(title) <= 200 AND btrim(title) <> ''),
  held_on date NOT NULL,
  voting text NOT NULL DEFAULT 'at_meeting' CHECK (voting IN ('at_meeting', 'by_post')),
  renewal_group smallint CHECK (renewal_group IN (1, 2)),
  fills_vacancies boolean NOT NULL DEFAULT true,
  -- Whether a college's posts are voted on by that college alone.
  by_college boolean NOT NULL DEFAULT false,
  candidacies_until date CHECK (candidacies_until <= held_on),
  state text NOT NULL DEFAULT 'planned' CHECK (state IN (
    'planned', 'candidacies_open', 'candidacies_closed', 'voting', 'counted', 'proclaimed', 'annulled')),
  round smallint NOT NULL DEFAULT 1 CHECK (round IN (1, 2)),
  -- Frozen when the vote opens, as the bylaws of the day have them.
  rules jsonb CHECK (jsonb_typeof(rules) = 'object'),
  proclaimed_at timestamptz,
  proclaimed_by text,
  contested_on date CHECK (contested_on >= held_on),
  contest_reason text CHECK (length(contest_reason) <= 2000 AND btrim(contest_reason) <> ''),
  settled_on date CHECK (settled_on >= contested_on),
  settled_reason text CHECK (length(settled_reason) <= 2000 AND btrim(settled_reason) <> ''),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ck_election_gives_something CHECK (renewal_group IS NOT NULL OR fills_vacancies),
  CONSTRAINT ck_election_votes_by_rules CHECK (rules IS NOT NULL OR state NOT IN ('voting', 'counted', 'proclaimed', 'annulled')),
  CONSTRAINT ck_election_proclaimed_whole CHECK (
    (state IN ('proclaimed', 'annulled')) = (proclaimed_at IS NOT NULL) AND (proclaimed_at IS NULL) = (proclaimed_by IS NULL)),
  CONSTRAINT ck_election_contested_whole CHECK ((contested_on IS NULL) = (contest_reason IS NULL)),
  CONSTRAINT ck_election_contested_once_proclaimed CHECK (contested_on IS NULL OR proclaimed_at IS NOT NULL),
  CONSTRAINT ck_election_settled_whole CHECK (
    (settled_on IS NULL) = (settled_reason IS NULL) AND (settled_on IS NULL OR contested_on IS NOT NULL)),
  CONSTRAINT ck_election_annulled_when_contested CHECK (state <> 'annulled' OR settled_on IS NOT NULL)
);
CREATE INDEX ix_election_meeting_id ON election (meeting_id);
CREATE INDEX ix_election_held_on ON election (held_on, id);

-- The posts that it gives: all those of the half that is renewed, and vacant ones. `until` is when a term that begins
-- by it is expected to end.
CREATE TABLE election_seat (
  election_id uuid NOT NULL REFERENCES election (id),
  post_id uuid NOT NULL REFERENCES post (id),
  constituency text NOT NULL CHECK (constituency IN ('all', 'A', 'B', 'C', 'D')),
  reason text NOT NULL CHECK (reason IN ('renewal', 'vacancy')),
  until date NOT NULL,
  PRIMARY KEY (election_id, post_id)
);
CREATE INDEX ix_election_seat_post_id ON election_seat (post_id);

CREATE TABLE candidacy (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  election_id uuid NOT NULL REFERENCES election (id),
  member_id uuid NOT NULL REFERENCES member (id),
  constituency text NOT NULL CHECK (constituency IN ('all', 'A', 'B', 'C', 'D')),
  statement text CHECK (length(statement) <= 3000 AND btrim(statement) <> ''),
  recorded_as text NOT NULL CHECK (recorded_as IN ('secretariat', 'member')),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz CHECK (withdrawn_at >= recorded_at),
  CONSTRAINT uq_candidacy_of_its_election UNIQUE (election_id, id)
);
CREATE UNIQUE INDEX uq_candidacy_one_each ON candidacy (election_id, member_id) WHERE withdrawn_at IS NULL;
CREATE INDEX ix_candidacy_member_id ON candidacy (member_id);

-- What is voted on in a round: the posts of a constituency, by a poll of its own, and what its urn held once it closed.
CREATE TABLE election_round (
  election_id uuid NOT NULL REFERENCES election (id),
  constituency text NOT NULL CHECK (constituency IN ('all', 'A', 'B', 'C', 'D')),
  round smallint NOT NULL CHECK (round IN (1, 2)),
  seats smallint NOT NULL CHECK (seats BETWEEN 1 AND 22),
  poll_id uuid NOT NULL UNIQUE REFERENCES poll (id),
  counted_at timestamptz,
  voters integer CHECK (voters >= 0),
  blank integer CHECK (blank BETWEEN 0 AND voters),
  paper integer CHECK (paper BETWEEN 0 AND voters),
  lot_drawn_at timestamptz,
  lot_note text CHECK (length(lot_note) <= 1000 AND btrim(lot_note) <> ''),
  PRIMARY KEY (election_id, constituency, round),
  CONSTRAINT ck_election_round_counted_whole CHECK (num_nonnulls(counted_at, voters, blank, paper) IN (0, 4)),
  CONSTRAINT ck_election_round_lot_after_the_count CHECK (lot_drawn_at IS NULL OR counted_at IS NOT NULL),
  CONSTRAINT ck_election_round_lot_told CHECK ((lot_drawn_at IS NULL) = (lot_note IS NULL))
);
CREATE TABLE election_result (
  election_id uuid NOT NULL,
  constituency text NOT NULL,
  round smallint NOT NULL,
  candidacy_id uuid NOT NULL,
  votes integer NOT NULL CHECK (votes >= 0),
  outcome text NOT NULL CHECK (outcome IN ('elected', 'not_elected', 'tied', 'second_round')),
  -- What decided between those with as many votes.
  decided_by text CHECK (decided_by IN ('eldest_membership', 'lot')),
  PRIMARY KEY (election_id, constituency, round, candidacy_id),
  CONSTRAINT fk_election_result_round FOREIGN KEY (election_id, constituency, round)
    REFERENCES election_round (election_id, constituency, round),
  CONSTRAINT fk_election_result_candidacy FOREIGN KEY (election_id, candidacy_id) REFERENCES candidacy (election_id, id)
);
CREATE UNIQUE INDEX uq_election_result_elected_once ON election_result (candidacy_id) WHERE outcome = 'elected';

-- Never more elected than there are seats, whoever writes it.
CREATE FUNCTION check_elected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM election_result r WHERE r.election_id = NEW.election_id AND r.constituency = NEW.constituency
      AND r.outcome = 'elected')
    > (SELECT count(*) FROM election_seat s WHERE s.election_id = NEW.election_id AND s.constituency = NEW.constituency) THEN
    RAISE EXCEPTION 'more are elected than there are seats'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'election_more_elected_than_seats';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER election_result_within_its_seats AFTER INSERT OR UPDATE ON election_result
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_elected();

-- What was proclaimed stays so; it can only be annulled.
CREATE FUNCTION register_election() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'annulled' OR (OLD.state = 'proclaimed' AND NEW.state NOT IN ('proclaimed', 'annulled')) THEN
    RAISE EXCEPTION 'what was proclaimed stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'election_stands';
  END IF;
  IF NEW.state = 'proclaimed' AND OLD.state <> 'proclaimed' THEN
    PERFORM enter_in_register('election.proclaimed', NEW.held_on, NEW.id, jsonb_build_object(
      'meeting_id', NEW.meeting_id, 'renewal_group', NEW.renewal_group, 'elected', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('member_id', c.member_id, 'constituency', r.constituency,
          'votes', r.votes, 'decided_by', r.decided_by) ORDER BY r.constituency, r.votes DESC, c.member_id), '[]')
        FROM election_result r JOIN candidacy c ON c.id = r.candidacy_id
        WHERE r.election_id = NEW.id AND r.outcome = 'elected')), jsonb_build_object('title', NEW.title));
  ELSIF NEW.state = 'annulled' AND OLD.state = 'proclaimed' THEN
    PERFORM enter_in_register('election.annulled', NEW.settled_on, NEW.id,
      jsonb_build_object('meeting_id', NEW.meeting_id, 'contested_on', NEW.contested_on),
      jsonb_build_object('title', NEW.title, 'reason', NEW.settled_reason));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER election_in_register AFTER UPDATE ON election FOR EACH ROW EXECUTE FUNCTION register_election();

-- The posts that an election of a day would give: those of the half, and with `vacancies` those that nobody holds.
CREATE FUNCTION seats_to_fill(asked_on date, asked_group smallint, vacancies boolean) RETURNS TABLE (
  post_id uuid, number smallint, renewal_group smallint, college text, reason text, until date, holder_id uuid
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  WITH rules AS (
    SELECT coalesce((b.rules ->> 'term_years')::int, 4) AS term_years,
      coalesce((b.rules ->> 'renewal_every_years')::int, 2) AS every
    FROM (SELECT asked_on AS day) AS d LEFT JOIN bylaws_version b ON b.period @> d.day
  )
  SELECT p.id, p.number, p.renewal_group, p.college,
    CASE WHEN p.renewal_group = asked_group THEN 'renewal' ELSE 'vacancy' END,
    CASE WHEN p.renewal_group = asked_group THEN (asked_on + make_interval(years => rules.term_years))::date
      ELSE coalesce(remaining_term_end(p.id, asked_on), (asked_on + make_interval(years => rules.every))::date) END,
    t.member_id
  FROM rules, post p LEFT JOIN board_term t ON t.post_id = p.id AND upper_inf(t.period)
  WHERE p.period @> asked_on AND upper_inf(p.period)
    AND (p.renewal_group = asked_group OR vacancies AND t.id IS NULL)
  ORDER BY p.number;
END;
