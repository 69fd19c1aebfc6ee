-- Files that people sent: what they are stands here, their bytes in the storage.
CREATE TABLE stored_file (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  storage_key text NOT NULL UNIQUE,
  name text NOT NULL CHECK (length(name) <= 200 AND btrim(name) <> ''),
  media_type text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  scan text NOT NULL CHECK (scan IN ('skipped', 'waiting', 'clean', 'infected')),
  uploaded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ix_stored_file_waiting ON stored_file (id) WHERE scan = 'waiting';

-- The association itself, as it was declared: its name and its seat change on dates.
CREATE TABLE association_version (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name text NOT NULL CHECK (length(name) <= 300 AND btrim(name) <> ''),
  acronym text CHECK (length(acronym) <= 50 AND btrim(acronym) <> ''),
  purpose text CHECK (length(purpose) <= 2000 AND btrim(purpose) <> ''),
  address text NOT NULL CHECK (length(address) <= 300 AND btrim(address) <> ''),
  postal_code text NOT NULL CHECK (postal_code ~ '^[0-9]{5}$'),
  commune_name text NOT NULL CHECK (length(commune_name) <= 100 AND btrim(commune_name) <> ''),
  siren text CHECK (siren ~ '^[0-9]{9}$'),
  rna text CHECK (rna ~ '^W[0-9A-Z][0-9]{8}$'),
  email text CHECK (length(email) <= 254 AND btrim(email) <> ''),
  period daterange NOT NULL CHECK (NOT lower_inf(period) AND NOT isempty(period)),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  CONSTRAINT ex_association_version_one_at_a_time EXCLUDE USING gist (period WITH &&)
);

CREATE FUNCTION register_association() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- The end of a version is the beginning of the next: what is entered is what begins, or is corrected.
  IF TG_OP = 'INSERT' OR (NEW.name, NEW.acronym, NEW.purpose, NEW.address, NEW.postal_code, NEW.commune_name, NEW.siren, NEW.rna)
    IS DISTINCT FROM
    (OLD.name, OLD.acronym, OLD.purpose, OLD.address, OLD.postal_code, OLD.commune_name, OLD.siren, OLD.rna) THEN
    PERFORM enter_in_register('association.changed', lower(NEW.period), NEW.id, jsonb_build_object(
      'name', NEW.name, 'acronym', NEW.acronym, 'address', NEW.address, 'postal_code', NEW.postal_code,
      'commune_name', NEW.commune_name, 'siren', NEW.siren, 'rna', NEW.rna));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER association_version_in_register AFTER INSERT OR UPDATE ON association_version
  FOR EACH ROW EXECUTE FUNCTION register_association();

-- What is due to the State: one declaration for what happened of a kind on a day, however much that was.
CREATE SEQUENCE declaration_number;
CREATE TABLE declaration (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number integer NOT NULL UNIQUE DEFAULT nextval('declaration_number') CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('officers', 'name', 'seat', 'bylaws')),
  occurred_on date NOT NULL,
  due_on date NOT NULL CHECK (due_on > occurred_on),
  state text NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'submitted', 'returned', 'receipted', 'withdrawn')),
  submitted_on date CHECK (submitted_on >= occurred_on),
  submitted_by text CHECK (submitted_by IN ('online', 'post', 'counter')),
  declared jsonb CHECK (jsonb_typeof(declared) = 'object'),
  receipted_on date CHECK (receipted_on >= submitted_on),
  receipt_number text CHECK (length(receipt_number) <= 100 AND btrim(receipt_number) <> ''),
  receipt_file_id uuid UNIQUE REFERENCES stored_file (id),
  reminded_on date,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ck_declaration_submitted_whole CHECK (num_nonnulls(submitted_on, submitted_by, declared) IN (0, 3)),
  CONSTRAINT ck_declaration_submitted_when_it_was CHECK (
    CASE state WHEN 'due' THEN submitted_on IS NULL WHEN 'withdrawn' THEN true ELSE submitted_on IS NOT NULL END),
  CONSTRAINT ck_declaration_receipted_when_it_was CHECK ((state = 'receipted') = (receipted_on IS NOT NULL)),
  CONSTRAINT ck_declaration_receipt_of_a_receipted CHECK (
    receipted_on IS NOT NULL OR num_nonnulls(receipt_number, receipt_file_id) = 0)
);
CREATE SEQUENCE declaration_cause_number;
ALTER SEQUENCE declaration_number OWNED BY declaration.number;
CREATE UNIQUE INDEX uq_declaration_one_open ON declaration (kind, occurred_on) WHERE state = 'due';
CREATE INDEX ix_declaration_receipted_on ON declaration (receipted_on) WHERE receipted_on IS NOT NULL;

-- What happened, and to what. Details hold ids and codes, never a name.
CREATE TABLE declaration_cause (
  number bigint PRIMARY KEY DEFAULT nextval('declaration_cause_number'),
  declaration_id uuid NOT NULL REFERENCES declaration (id),
  cause text NOT NULL CHECK (cause IN ('election', 'bureau', 'co_option', 'resignation', 'death', 'revocation',
    'lost_quality', 'not_ratified', 'post_abolished', 'term', 'representative', 'annulled', 'name', 'seat', 'bylaws')),
  occurred_on date NOT NULL,
  subject_id uuid NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(detail) = 'object'),
  CONSTRAINT uq_declaration_cause_told_once UNIQUE (declaration_id, cause, subject_id)
);
ALTER SEQUENCE declaration_cause_number OWNED BY declaration_cause.number;

-- Its way: each step with its day, in the order in which they were noted.
CREATE TABLE declaration_step (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  declaration_id uuid NOT NULL REFERENCES declaration (id),
  step text NOT NULL CHECK (step IN ('opened', 'submitted', 'returned', 'receipted', 'withdrawn')),
  on_day date NOT NULL,
  reason text CHECK (length(reason) <= 2000 AND btrim(reason) <> ''),
  noted_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX ix_declaration_step_declaration_id ON declaration_step (declaration_id);

CREATE FUNCTION register_declaration() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM enter_in_register('declaration.opened', NEW.occurred_on, NEW.id,
      jsonb_build_object('number', NEW.number, 'kind', NEW.kind, 'due_on', NEW.due_on));
  ELSIF NEW.state IS DISTINCT FROM OLD.state AND NEW.state = 'submitted' THEN
    PERFORM enter_in_register('declaration.submitted', NEW.submitted_on, NEW.id,
      jsonb_build_object('number', NEW.number, 'by', NEW.submitted_by), jsonb_build_object('declared', NEW.declared));
  ELSIF NEW.state IS DISTINCT FROM OLD.state AND NEW.state = 'receipted' THEN
    PERFORM enter_in_register('declaration.receipted', NEW.receipted_on, NEW.id,
      jsonb_build_object('number', NEW.number, 'receipt_number', NEW.receipt_number));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER declaration_in_register AFTER INSERT OR UPDATE ON declaration
  FOR EACH ROW EXECUTE FUNCTION register_declaration();

-- What the State had given its receipt for by a day: the list of officers that holds against third parties.
CREATE FUNCTION declared_on(asked_on date) RETURNS jsonb
LANGUAGE sql STABLE
RETURN (
  SELECT jsonb_build_object('declaration_id', d.id, 'number', d.number, 'occurred_on', d.occurred_on,
    'submitted_on', d.submitted_on, 'receipted_on', d.receipted_on, 'receipt_number', d.receipt_number,
    'officers', d.declared -> 'officers')
  FROM declaration d
  WHERE d.kind = 'officers' AND d.receipted_on <= asked_on
  ORDER BY d.receipted_on DESC, d.submitted_on DESC, d.number DESC LIMIT 1);

-- What the form asks of those who administer the association, and of nobody else.
CREATE TABLE officer_details (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  birth_date date CHECK (birth_date > '1900-01-01'),
  nationality text CHECK (length(nationality) <= 100 AND btrim(nationality) <> ''),
  occupation text CHECK (length(occupation) <= 200 AND btrim(occupation) <> ''),
  home text CHECK (length(home) <= 500 AND btrim(home) <> ''),
  country_of_residence text CHECK (length(country_of_residence) <= 100 AND btrim(country_of_residence) <> ''),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- Who administers the association on a day, as the form lists them: each post with who holds it, and who stands for them.
CREATE FUNCTION officers_on(asked_on date) RETURNS TABLE (
  member_id uuid, kind text, college text, role text, rank smallint, post_number smallint, since date, name text,
  siret text, seat text, person_id uuid, person_name text, capacity text
)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT m.id, m.kind, c.college, f.role, f.rank, p.number, lower(t.period),
    coalesce(o.legal_name, o.name, n.name), o.siret, concat_ws(', ', o.address, concat_ws(' ', o.postal_code, o.commune_name)),
    coalesce(n.id, rp.id), coalesce(n.name, rp.name), r.capacity
  FROM board_term t
  JOIN post p ON p.id = t.post_id
  JOIN member m ON m.id = t.member_id
  LEFT JOIN college_membership c ON c.member_id = m.id AND c.period @> asked_on
  LEFT JOIN organisation o ON o.id = m.organisation_id
  LEFT JOIN person n ON n.id = m.person_id
  LEFT JOIN representative r ON r.member_id = m.id AND r.period @> asked_on
  LEFT JOIN person rp ON rp.id = r.person_id
  LEFT JOIN office f ON f.member_id = m.id AND f.period @> asked_on
  WHERE t.period @> asked_on
  ORDER BY array_position(ARRAY['president', 'vice_president', 'treasurer', 'secretary', 'bureau_member'], f.role) NULLS LAST,
    f.rank, p.number;
END;

-- The calendar: what is entered stands in `duty`; what follows from the rest is computed, and only ticked off here.
CREATE TABLE duty (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  kind text NOT NULL CHECK (kind IN ('accounts_published', 'other')),
  title text CHECK (length(title) <= 200 AND btrim(title) <> ''),
  since date NOT NULL,
  due_on date NOT NULL CHECK (due_on >= since),
  CONSTRAINT ck_duty_other_has_a_title CHECK (kind <> 'other' OR title IS NOT NULL),
  CONSTRAINT uq_duty_accounts_once UNIQUE NULLS NOT DISTINCT (kind, since, title)
);
CREATE TABLE duty_done (
  kind text NOT NULL,
  key text NOT NULL CHECK (length(key) <= 100),
  done_on date NOT NULL,
  note text CHECK (length(note) <= 1000 AND btrim(note) <> ''),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  PRIMARY KEY (kind, key)
);
CREATE TABLE duty_reminder (
  kind text NOT NULL,
  key text NOT NULL,
  days_before smallint NOT NULL,
  reminded_on date NOT NULL,
  PRIMARY KEY (kind, key, days_before)
);

-- What was declared is told to everybody.
CREATE TRIGGER tell_governance_change AFTER UPDATE ON declaration
  FOR EACH STATEMENT EXECUTE FUNCTION tell_governance_change();
