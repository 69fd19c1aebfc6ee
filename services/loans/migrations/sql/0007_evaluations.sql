-- What the borrower says of a loan once it is back: asked, then answered, or waived with a reason.
CREATE TABLE evaluation (
  id uuid NOT NULL DEFAULT uuidv7(),
  loan_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'asked',
  origin text NOT NULL DEFAULT 'asked',
  asked_at timestamptz NOT NULL DEFAULT now(),
  reminders smallint NOT NULL DEFAULT 0,
  reminded_at timestamptz,
  first_time boolean,
  how_known text,
  how_known_other text,
  audience_method text,
  audience integer,
  audience_types text[] NOT NULL DEFAULT '{}'::text[],
  satisfaction text,
  satisfaction_welcome text,
  satisfaction_logistics text,
  pleased text,
  content_remarks text,
  answered_at timestamptz,
  answered_by text,
  waived_at timestamptz,
  waived_by text,
  waiver_reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT pk_evaluation PRIMARY KEY (id),
  CONSTRAINT uq_evaluation_loan_id UNIQUE (loan_id),
  CONSTRAINT fk_evaluation_loan_id_loan FOREIGN KEY (loan_id) REFERENCES loan (id),
  CONSTRAINT ck_evaluation_state_known CHECK (state IN ('asked', 'answered', 'waived')),
  CONSTRAINT ck_evaluation_origin_known CHECK (origin IN ('asked', 'imported')),
  CONSTRAINT ck_evaluation_how_known_known CHECK (how_known IN ('catalogue', 'website', 'newsletter',
    'word_of_mouth', 'event', 'former_loan', 'education_network', 'other')),
  CONSTRAINT ck_evaluation_audience_method_known CHECK (audience_method IN ('counted', 'estimated', 'unknown')),
  CONSTRAINT ck_evaluation_audience_types_known CHECK (audience_types <@ ARRAY['general_public', 'families',
    'nursery_school', 'primary_school', 'college', 'lycee', 'higher_education', 'adults']::text[]),
  CONSTRAINT ck_evaluation_satisfaction_known CHECK (satisfaction IN ('very_satisfied', 'satisfied',
    'not_very_satisfied', 'dissatisfied')),
  CONSTRAINT ck_evaluation_satisfaction_welcome_known CHECK (satisfaction_welcome IN ('very_satisfied',
    'satisfied', 'not_very_satisfied', 'dissatisfied')),
  CONSTRAINT ck_evaluation_satisfaction_logistics_known CHECK (satisfaction_logistics IN ('very_satisfied',
    'satisfied', 'not_very_satisfied', 'dissatisfied')),
  -- A number comes with how it was found, and whoever does not know gives none.
  CONSTRAINT ck_evaluation_audience_with_its_method CHECK (
    (audience IS NOT NULL) = (coalesce(audience_method, 'unknown') <> 'unknown') AND audience BETWEEN 0 AND 1000000),
  CONSTRAINT ck_evaluation_answered_whole CHECK ((state = 'answered')
    = (num_nulls(satisfaction, audience_method, answered_at, answered_by) = 0)),
  CONSTRAINT ck_evaluation_waived_whole CHECK ((state = 'waived') = (num_nulls(waived_at, waived_by, waiver_reason) = 0)),
  CONSTRAINT ck_evaluation_reminders_not_negative CHECK (reminders >= 0 AND (reminders > 0) = (reminded_at IS NOT NULL)),
  CONSTRAINT ck_evaluation_how_known_other_length
    CHECK (length(how_known_other) <= 200 AND btrim(how_known_other) <> ''),
  CONSTRAINT ck_evaluation_pleased_length CHECK (length(pleased) <= 5000 AND btrim(pleased) <> ''),
  CONSTRAINT ck_evaluation_content_remarks_length
    CHECK (length(content_remarks) <= 5000 AND btrim(content_remarks) <> ''),
  CONSTRAINT ck_evaluation_waiver_reason_length CHECK (length(waiver_reason) <= 500 AND btrim(waiver_reason) <> '')
);
CREATE INDEX ix_evaluation_waiting ON evaluation (coalesce(reminded_at, asked_at)) WHERE state = 'asked';

-- What opens one questionnaire without an account: each mail has its own, and only its digest is kept.
CREATE TABLE evaluation_link (
  digest bytea NOT NULL,
  evaluation_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT pk_evaluation_link PRIMARY KEY (digest),
  CONSTRAINT fk_evaluation_link_evaluation_id_evaluation
    FOREIGN KEY (evaluation_id) REFERENCES evaluation (id) ON DELETE CASCADE,
  CONSTRAINT ck_evaluation_link_digest_length CHECK (octet_length(digest) = 32)
);
CREATE INDEX ix_evaluation_link_evaluation_id ON evaluation_link (evaluation_id);

-- What a borrower finds wrong in an item's content is something to do for its owner.
CREATE TABLE content_task (
  id uuid NOT NULL DEFAULT uuidv7(),
  evaluation_id uuid NOT NULL,
  item_id uuid NOT NULL,
  remark text NOT NULL,
  state text NOT NULL DEFAULT 'to_do',
  note text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_content_task PRIMARY KEY (id),
  CONSTRAINT uq_content_task_evaluation_id UNIQUE (evaluation_id),
  CONSTRAINT fk_content_task_evaluation_id_evaluation FOREIGN KEY (evaluation_id) REFERENCES evaluation (id),
  CONSTRAINT fk_content_task_item_id_item FOREIGN KEY (item_id) REFERENCES item (id),
  CONSTRAINT ck_content_task_state_known CHECK (state IN ('to_do', 'in_progress', 'done', 'set_aside')),
  CONSTRAINT ck_content_task_set_aside_says_why CHECK (state <> 'set_aside' OR note IS NOT NULL),
  CONSTRAINT ck_content_task_remark_length CHECK (length(remark) <= 5000 AND btrim(remark) <> ''),
  CONSTRAINT ck_content_task_note_length CHECK (length(note) <= 2000 AND btrim(note) <> '')
);
CREATE INDEX ix_content_task_item_id ON content_task (item_id);

-- What imports call an organisation of the directory.
CREATE TABLE organisation_reference (
  external_id text NOT NULL,
  organisation_id uuid NOT NULL,
  CONSTRAINT pk_organisation_reference PRIMARY KEY (external_id),
  CONSTRAINT fk_organisation_reference_organisation_id_organisation_copy
    FOREIGN KEY (organisation_id) REFERENCES organisation_copy (organisation_id),
  CONSTRAINT ck_organisation_reference_external_id_length
    CHECK (length(external_id) <= 100 AND btrim(external_id) <> '')
);
CREATE INDEX ix_organisation_reference_organisation_id ON organisation_reference (organisation_id);

-- How many days of a loan fall in a year, both ends counted.
CREATE FUNCTION days_within(starts_on date, ends_on date, year integer) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN greatest(0, least(ends_on, make_date(year, 12, 31)) - greatest(starts_on, make_date(year, 1, 1)) + 1);

-- What figures count of a loan, and the words of the counting rules: `figures/rules.py` says them to people.
-- A loan is of the year in which it begins; it counts once it has gone out. One that is cancelled counts apart, and only
-- where it had kept an item from others.
CREATE VIEW counted_loan AS
SELECT l.id AS loan_id, l.number, l.external_id, l.item_id, l.format_id, i.owner_organisation_id,
  coalesce(f.external_id, f.id::text) AS item_reference, i.title, i.themes,
  r.organisation_id AS borrower_id, o.name AS borrower_name, coalesce(o.kind, 'other') AS borrower_kind,
  coalesce(o.kind IN ('primary_school', 'college', 'lycee'), false) AS is_school,
  r.department, r.channel, l.status, l.starts_on, l.ends_on, extract(year FROM l.starts_on)::integer AS year,
  coalesce(l.fee_cents, 0) AS fee_cents,
  l.status IN ('out', 'returned', 'inspected', 'closed') AS went_out,
  l.status IN ('returned', 'inspected', 'closed') AS came_back,
  l.status = 'cancelled' AND l.days_lost > 0 AS was_cancelled,
  l.cancelled_on, e.id AS evaluation_id, coalesce(e.state = 'answered', false) AS is_answered,
  e.satisfaction, e.audience_method, e.audience
FROM loan l
JOIN loan_request r ON r.id = l.request_id
JOIN item i ON i.id = l.item_id
JOIN item_format f ON f.id = l.format_id
LEFT JOIN organisation_copy o ON o.organisation_id = r.organisation_id
LEFT JOIN evaluation e ON e.loan_id = l.id;

-- What each contributor of the common catalogue tells, once a year, of how its items went round; the agency, which is
-- asked too, names no organisation.
CREATE TABLE contributor_return (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid,
  year smallint NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  loans integer,
  days integer,
  note text,
  answered_at timestamptz,
  answered_by text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT pk_contributor_return PRIMARY KEY (id),
  CONSTRAINT uq_contributor_return_organisation_id_year UNIQUE NULLS NOT DISTINCT (organisation_id, year),
  CONSTRAINT fk_contributor_return_organisation_id_organisation_copy
    FOREIGN KEY (organisation_id) REFERENCES organisation_copy (organisation_id),
  CONSTRAINT ck_contributor_return_year_bounded CHECK (year BETWEEN 1990 AND 2199),
  CONSTRAINT ck_contributor_return_answered_whole CHECK (num_nulls(loans, days, answered_at, answered_by) IN (0, 4)),
  CONSTRAINT ck_contributor_return_counts_bounded CHECK (loans BETWEEN 0 AND 100000 AND days BETWEEN loans AND 10000000
    AND (loans > 0) = (days > 0)),
  CONSTRAINT ck_contributor_return_note_length CHECK (length(note) <= 2000 AND btrim(note) <> '')
);
