-- A member is an organisation, or a person; to be a member on a day is to have a college on that day.
CREATE SEQUENCE member_number;
CREATE TABLE member (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number integer NOT NULL UNIQUE DEFAULT nextval('member_number') CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('legal', 'natural')),
  organisation_id uuid UNIQUE REFERENCES organisation (id),
  person_id uuid UNIQUE REFERENCES person (id),
  fee_category text NOT NULL CHECK (fee_category IN ('natural', 'small', 'medium', 'large')),
  external_id text UNIQUE CHECK (length(external_id) <= 200 AND btrim(external_id) <> ''),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ck_member_is_one_of_them CHECK (
    CASE kind WHEN 'legal' THEN organisation_id IS NOT NULL AND person_id IS NULL
      ELSE person_id IS NOT NULL AND organisation_id IS NULL END),
  CONSTRAINT ck_member_natural_fee CHECK ((kind = 'natural') = (fee_category = 'natural'))
);
ALTER SEQUENCE member_number OWNED BY member.number;

-- From admission to departure, one row after another: a change of college closes one and opens the next on the same day.
CREATE TABLE college_membership (
  member_id uuid NOT NULL REFERENCES member (id),
  college text NOT NULL CHECK (college IN ('A', 'B', 'C', 'D')),
  period daterange NOT NULL,
  began_as text NOT NULL CHECK (began_as IN ('admission', 'change', 'readmission')),
  ended_as text CHECK (ended_as IN ('change', 'resignation', 'strike_off', 'exclusion', 'death', 'dissolution')),
  end_reason text CHECK (length(end_reason) <= 2000 AND btrim(end_reason) <> ''),
  CONSTRAINT pk_college_membership PRIMARY KEY (member_id, period WITHOUT OVERLAPS),
  CONSTRAINT ck_college_membership_begins CHECK (NOT lower_inf(period)),
  CONSTRAINT ck_college_membership_ends_as_something CHECK (upper_inf(period) = (ended_as IS NULL))
);

-- Who speaks for a member that is an organisation, one at a time.
CREATE TABLE representative (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  member_id uuid NOT NULL REFERENCES member (id),
  person_id uuid NOT NULL REFERENCES person (id),
  capacity text CHECK (length(capacity) <= 200 AND btrim(capacity) <> ''),
  period daterange NOT NULL CHECK (NOT lower_inf(period)),
  CONSTRAINT uq_representative_one_at_a_time UNIQUE (member_id, period WITHOUT OVERLAPS),
  CONSTRAINT fk_representative_while_a_member FOREIGN KEY (member_id, PERIOD period)
    REFERENCES college_membership (member_id, PERIOD period) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_representative_person_id ON representative (person_id);

-- The rules of a time, as the bylaws give them: what they hold is in governance/bylaws.
CREATE TABLE bylaws_version (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  adopted_on date NOT NULL,
  period daterange NOT NULL CHECK (NOT lower_inf(period)),
  rules jsonb NOT NULL CHECK (jsonb_typeof(rules) = 'object'),
  note text CHECK (length(note) <= 2000 AND btrim(note) <> ''),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  CONSTRAINT ex_bylaws_version_one_at_a_time EXCLUDE USING gist (period WITH &&)
);

-- The elected posts, 1 to 22: their numbers are what keeps them from being more. A post may be abolished and made anew.
CREATE TABLE post (
  id uuid NOT NULL DEFAULT uuidv7(),
  number smallint NOT NULL CHECK (number BETWEEN 1 AND 22),
  renewal_group smallint NOT NULL CHECK (renewal_group IN (1, 2)),
  college text CHECK (college IN ('A', 'B', 'C', 'D')),
  period daterange NOT NULL CHECK (NOT lower_inf(period)),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  CONSTRAINT pk_post PRIMARY KEY (id),
  CONSTRAINT uq_post_number UNIQUE (number, period WITHOUT OVERLAPS),
  CONSTRAINT uq_post_exists UNIQUE (id, period WITHOUT OVERLAPS)
);

-- Who holds a post, from one day to another; a running term has no end yet, only an expected one.
CREATE TABLE board_term (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  post_id uuid NOT NULL,
  member_id uuid NOT NULL REFERENCES member (id),
  period daterange NOT NULL CHECK (NOT lower_inf(period)),
  expected_end_on date NOT NULL CHECK (expected_end_on > lower(period)),
  began_as text NOT NULL CHECK (began_as IN ('election', 'co_option')),
  election_id uuid,
  ratified_on date,
  ended_as text CHECK (ended_as IN ('term', 'resignation', 'death', 'revocation', 'lost_quality', 'not_ratified', 'post_abolished')),
  end_reason text CHECK (length(end_reason) <= 2000 AND btrim(end_reason) <> ''),
  external_id text UNIQUE CHECK (length(external_id) <= 200 AND btrim(external_id) <> ''),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  CONSTRAINT uq_board_term_one_holder UNIQUE (post_id, period WITHOUT OVERLAPS),
  CONSTRAINT uq_board_term_one_post UNIQUE (member_id, period WITHOUT OVERLAPS),
  CONSTRAINT fk_board_term_while_the_post_exists FOREIGN KEY (post_id, PERIOD period)
    REFERENCES post (id, PERIOD period) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_board_term_while_a_member FOREIGN KEY (member_id, PERIOD period)
    REFERENCES college_membership (member_id, PERIOD period) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_board_term_ends_as_something CHECK (upper_inf(period) = (ended_as IS NULL)),
  CONSTRAINT ck_board_term_ratified CHECK (ratified_on IS NULL OR began_as = 'co_option')
);

-- The bureau. Those that several may hold at once have ranks.
CREATE TABLE office (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  role text NOT NULL CHECK (role IN ('president', 'vice_president', 'treasurer', 'secretary', 'bureau_member')),
  rank smallint NOT NULL DEFAULT 1 CHECK (rank BETWEEN 1 AND 10),
  member_id uuid NOT NULL REFERENCES member (id),
  period daterange NOT NULL CHECK (NOT lower_inf(period)),
  expected_end_on date NOT NULL CHECK (expected_end_on > lower(period)),
  ended_as text CHECK (ended_as IN ('term', 'resignation', 'death', 'revocation', 'board_term_ended')),
  external_id text UNIQUE CHECK (length(external_id) <= 200 AND btrim(external_id) <> ''),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  CONSTRAINT ck_office_ranks CHECK (rank = 1 OR role IN ('vice_president', 'bureau_member')),
  CONSTRAINT uq_office_one_holder UNIQUE (role, rank, period WITHOUT OVERLAPS),
  CONSTRAINT uq_office_one_each UNIQUE (member_id, period WITHOUT OVERLAPS),
  CONSTRAINT fk_office_within_the_board_term FOREIGN KEY (member_id, PERIOD period)
    REFERENCES board_term (member_id, PERIOD period) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_office_ends_as_something CHECK (upper_inf(period) = (ended_as IS NULL))
);

-- Whether what a member owes for a day is settled. Fees are made by a later migration, which says what this means.
CREATE FUNCTION fees_up_to_date(asked_member uuid, asked_on date) RETURNS boolean
LANGUAGE sql STABLE
RETURN true;
