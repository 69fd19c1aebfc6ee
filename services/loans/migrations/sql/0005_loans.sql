-- What an organisation asks for at once; each item of it is a loan.
CREATE TABLE loan_request (
  id uuid DEFAULT uuidv7() NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  organisation_id uuid NOT NULL,
  place_name text NOT NULL,
  place_address text,
  commune_insee text NOT NULL,
  commune_name text,
  department text NOT NULL,
  signatory_name text,
  signatory_capacity text,
  signatory_email text,
  channel text DEFAULT 'direct' NOT NULL,
  pass_culture_offer text,
  pass_culture_state text,
  message text,
  created_by text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  updated_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT pk_loan_request PRIMARY KEY (id),
  CONSTRAINT ck_loan_request_channel_known CHECK (channel IN ('direct', 'pass_culture')),
  CONSTRAINT ck_loan_request_pass_culture_state_known CHECK (
    pass_culture_state IN ('pre_booked', 'confirmed', 'done', 'reimbursed')),
  CONSTRAINT ck_loan_request_pass_culture_has_a_state CHECK (
    (channel = 'pass_culture') = (pass_culture_state IS NOT NULL)),
  CONSTRAINT ck_loan_request_offer_is_of_pass_culture CHECK (pass_culture_offer IS NULL OR channel = 'pass_culture'),
  CONSTRAINT ck_loan_request_confirmed_offer_has_a_number CHECK (
    pass_culture_offer IS NOT NULL OR coalesce(pass_culture_state, 'pre_booked') = 'pre_booked'),
  CONSTRAINT ck_loan_request_signatory_whole CHECK ((signatory_name IS NULL) = (signatory_capacity IS NULL)),
  CONSTRAINT ck_loan_request_place_name_length CHECK (length(place_name) <= 200 AND btrim(place_name) <> ''),
  CONSTRAINT ck_loan_request_place_address_length CHECK (length(place_address) <= 500 AND btrim(place_address) <> ''),
  CONSTRAINT ck_loan_request_commune_name_length CHECK (length(commune_name) <= 100 AND btrim(commune_name) <> ''),
  CONSTRAINT ck_loan_request_signatory_name_length CHECK (
    length(signatory_name) <= 200 AND btrim(signatory_name) <> ''),
  CONSTRAINT ck_loan_request_signatory_capacity_length CHECK (
    length(signatory_capacity) <= 200 AND btrim(signatory_capacity) <> ''),
  CONSTRAINT ck_loan_request_pass_culture_offer_length CHECK (
    length(pass_culture_offer) <= 50 AND btrim(pass_culture_offer) <> ''),
  CONSTRAINT ck_loan_request_message_length CHECK (length(message) <= 5000 AND btrim(message) <> ''),
  CONSTRAINT uq_loan_request_number UNIQUE (number)
);
CREATE INDEX ix_loan_request_organisation_id ON loan_request (organisation_id, id);
CREATE INDEX ix_loan_request_signatory_email ON loan_request (lower(signatory_email)) WHERE signatory_email IS NOT NULL;

-- One item that goes out once. What each state needs is held here; those of before Ombelle have no papers.
CREATE TABLE loan (
  id uuid DEFAULT uuidv7() NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  request_id uuid NOT NULL,
  item_id uuid NOT NULL,
  format_id uuid NOT NULL,
  modules smallint[],
  status text NOT NULL,
  origin text DEFAULT 'asked' NOT NULL,
  external_id text,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  held_until timestamptz,
  waitlisted_at timestamptz,
  offered_at timestamptz,
  offer_accepted_at timestamptz,
  decline_reason text,
  cancelled_by text,
  cancel_reason text,
  cancelled_on date,
  days_lost integer,
  notice_days integer,
  fee_state text DEFAULT 'to_be_settled' NOT NULL,
  fee_cents bigint,
  fee_reason text,
  tariff_id uuid,
  member_status jsonb,
  agreement_id uuid,
  signed_agreement_id uuid,
  insurance_asked text,
  insurance_certificate_id uuid,
  insurance_waiver text,
  condition_report_out_id uuid,
  condition_report_in_id uuid,
  went_out_on date,
  returned_on date,
  late_told_on date,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  updated_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT pk_loan PRIMARY KEY (id),
  CONSTRAINT ck_loan_status_known CHECK (
    status IN ('requested', 'waitlisted', 'held', 'approved', 'agreement_sent', 'confirmed', 'out', 'returned',
    'inspected', 'closed', 'declined', 'expired', 'cancelled')),
  CONSTRAINT ck_loan_origin_known CHECK (origin IN ('asked', 'imported')),
  CONSTRAINT ck_loan_fee_state_known CHECK (fee_state IN ('settled', 'to_be_settled')),
  CONSTRAINT ck_loan_cancelled_by_known CHECK (cancelled_by IN ('borrower', 'lender', 'force_majeure')),
  CONSTRAINT ck_loan_insurance_asked_known CHECK (insurance_asked IN ('none', 'clause', 'certificate', 'yearly')),
  CONSTRAINT ck_loan_days_in_order CHECK (ends_on >= starts_on AND ends_on - starts_on < 1096),
  CONSTRAINT ck_loan_modules_chosen CHECK (cardinality(modules) > 0),
  CONSTRAINT ck_loan_fee_not_negative CHECK (fee_cents >= 0),
  CONSTRAINT ck_loan_fee_settled_has_an_amount CHECK ((fee_state = 'settled') = (fee_cents IS NOT NULL)),
  CONSTRAINT ck_loan_hold_has_an_end CHECK ((status = 'held') = (held_until IS NOT NULL)),
  CONSTRAINT ck_loan_waitlisted_since CHECK ((status = 'waitlisted') <= (waitlisted_at IS NOT NULL)),
  CONSTRAINT ck_loan_accepted_was_offered CHECK (offer_accepted_at IS NULL OR offered_at IS NOT NULL),
  CONSTRAINT ck_loan_declined_says_why CHECK ((status = 'declined') = (decline_reason IS NOT NULL)),
  CONSTRAINT ck_loan_cancelled_says_how CHECK (
    (status = 'cancelled') = (cancelled_by IS NOT NULL) AND (status = 'cancelled') = (cancelled_on IS NOT NULL)
    AND (status = 'cancelled') = (days_lost IS NOT NULL) AND (status = 'cancelled') = (notice_days IS NOT NULL)),
  CONSTRAINT ck_loan_days_lost_not_negative CHECK (days_lost >= 0 AND notice_days >= 0),
  CONSTRAINT ck_loan_approved_says_insurance CHECK (
    origin = 'imported' OR NOT (status IN ('approved', 'agreement_sent', 'confirmed', 'out', 'returned',
    'inspected', 'closed')) OR (insurance_asked IS NOT NULL)),
  CONSTRAINT ck_loan_sent_needs_agreement CHECK (
    origin = 'imported' OR NOT (status IN ('agreement_sent', 'confirmed', 'out', 'returned', 'inspected',
    'closed')) OR (agreement_id IS NOT NULL)),
  CONSTRAINT ck_loan_confirmed_needs_signature CHECK (
    origin = 'imported' OR NOT (status IN ('confirmed', 'out', 'returned', 'inspected', 'closed'))
    OR (signed_agreement_id IS NOT NULL)),
  CONSTRAINT ck_loan_confirmed_needs_insurance CHECK (
    origin = 'imported' OR NOT (status IN ('confirmed', 'out', 'returned', 'inspected', 'closed'))
    OR (insurance_asked NOT IN ('certificate', 'yearly') OR insurance_certificate_id IS NOT NULL
    OR insurance_waiver IS NOT NULL)),
  CONSTRAINT ck_loan_out_needs_report CHECK (
    origin = 'imported' OR NOT (status IN ('out', 'returned', 'inspected', 'closed'))
    OR (condition_report_out_id IS NOT NULL)),
  CONSTRAINT ck_loan_inspected_needs_report CHECK (
    origin = 'imported' OR NOT (status IN ('inspected', 'closed')) OR (condition_report_in_id IS NOT NULL)),
  CONSTRAINT ck_loan_out_has_a_day CHECK (
    NOT (status IN ('out', 'returned', 'inspected', 'closed')) OR (went_out_on IS NOT NULL)),
  CONSTRAINT ck_loan_returned_has_a_day CHECK (
    NOT (status IN ('returned', 'inspected', 'closed')) OR (returned_on IS NOT NULL)),
  CONSTRAINT ck_loan_closed_needs_fee CHECK (
    origin = 'imported' OR NOT (status IN ('closed')) OR (fee_state = 'settled')),
  CONSTRAINT ck_loan_returned_after_out CHECK (returned_on >= went_out_on),
  CONSTRAINT ck_loan_decline_reason_length CHECK (length(decline_reason) <= 5000 AND btrim(decline_reason) <> ''),
  CONSTRAINT ck_loan_cancel_reason_length CHECK (length(cancel_reason) <= 5000 AND btrim(cancel_reason) <> ''),
  CONSTRAINT ck_loan_fee_reason_length CHECK (length(fee_reason) <= 500 AND btrim(fee_reason) <> ''),
  CONSTRAINT ck_loan_insurance_waiver_length CHECK (length(insurance_waiver) <= 500 AND btrim(insurance_waiver) <> ''),
  CONSTRAINT ck_loan_external_id_length CHECK (length(external_id) <= 200 AND btrim(external_id) <> ''),
  CONSTRAINT fk_loan_format_id_item_id FOREIGN KEY (format_id, item_id) REFERENCES item_format (id, item_id),
  CONSTRAINT uq_loan_number UNIQUE (number),
  CONSTRAINT uq_loan_external_id UNIQUE (external_id),
  CONSTRAINT fk_loan_request_id FOREIGN KEY (request_id) REFERENCES loan_request (id),
  CONSTRAINT fk_loan_tariff_id FOREIGN KEY (tariff_id) REFERENCES tariff (id)
);
CREATE INDEX ix_loan_format_id ON loan (format_id, waitlisted_at) WHERE status = 'waitlisted';
CREATE INDEX ix_loan_held_until ON loan (held_until) WHERE held_until IS NOT NULL;
CREATE INDEX ix_loan_item_id ON loan (item_id, starts_on);
CREATE INDEX ix_loan_out ON loan (ends_on) WHERE status = 'out';
CREATE INDEX ix_loan_request_id ON loan (request_id);
CREATE INDEX ix_loan_starts_on ON loan (starts_on, id);
CREATE INDEX ix_loan_to_settle ON loan (id) WHERE fee_state = 'to_be_settled';

-- The units that go out with a loan, chosen when they are first blocked.
CREATE TABLE loan_unit (
  loan_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  CONSTRAINT pk_loan_unit PRIMARY KEY (loan_id, unit_id),
  CONSTRAINT fk_loan_unit_loan_id FOREIGN KEY (loan_id) REFERENCES loan (id) ON DELETE CASCADE,
  CONSTRAINT fk_loan_unit_unit_id FOREIGN KEY (unit_id) REFERENCES unit (id)
);
CREATE INDEX ix_loan_unit_unit_id ON loan_unit (unit_id);

-- The readable history of loans.
CREATE TABLE loan_entry (
  id uuid DEFAULT uuidv7() NOT NULL,
  loan_id uuid NOT NULL,
  at timestamptz DEFAULT now() NOT NULL,
  actor text NOT NULL,
  part text NOT NULL,
  action text NOT NULL,
  status text NOT NULL,
  reason text,
  is_internal boolean DEFAULT false NOT NULL,
  changes jsonb DEFAULT '[]'::jsonb NOT NULL,
  CONSTRAINT pk_loan_entry PRIMARY KEY (id),
  CONSTRAINT ck_loan_entry_part_known CHECK (part IN ('borrower', 'lender', 'machine')),
  CONSTRAINT ck_loan_entry_status_known CHECK (
    status IN ('requested', 'waitlisted', 'held', 'approved', 'agreement_sent', 'confirmed', 'out', 'returned',
    'inspected', 'closed', 'declined', 'expired', 'cancelled')),
  CONSTRAINT ck_loan_entry_changes_listed CHECK (jsonb_typeof(changes) = 'array'),
  CONSTRAINT fk_loan_entry_loan_id FOREIGN KEY (loan_id) REFERENCES loan (id) ON DELETE CASCADE
);
CREATE INDEX ix_loan_entry_loan_id ON loan_entry (loan_id, id);

-- The states that a loan may go from and to: `loans/transitions.py` says who may, and a test compares.
CREATE FUNCTION loan_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> NEW.status AND (OLD.status, NEW.status) NOT IN (
    ('requested', 'held'), ('waitlisted', 'held'), ('expired', 'held'), ('held', 'expired'),
    ('requested', 'waitlisted'), ('expired', 'waitlisted'), ('requested', 'approved'), ('held', 'approved'),
    ('requested', 'declined'), ('waitlisted', 'declined'), ('held', 'declined'), ('expired', 'declined'),
    ('approved', 'agreement_sent'), ('agreement_sent', 'confirmed'), ('agreement_sent', 'approved'),
    ('confirmed', 'approved'), ('confirmed', 'out'), ('out', 'returned'), ('returned', 'inspected'),
    ('inspected', 'closed'), ('requested', 'cancelled'), ('waitlisted', 'cancelled'), ('held', 'cancelled'),
    ('approved', 'cancelled'), ('agreement_sent', 'cancelled'), ('confirmed', 'cancelled')
  ) THEN
    RAISE EXCEPTION 'a loan does not go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'loan_moves';
  END IF;
  IF (NEW.number, NEW.request_id, NEW.item_id, NEW.format_id, NEW.origin)
    <> (OLD.number, OLD.request_id, OLD.item_id, OLD.format_id, OLD.origin) THEN
    RAISE EXCEPTION 'a loan stays in its request, of its item, under its number'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'loan_stays_in_its_request';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER loan_moves BEFORE UPDATE ON loan FOR EACH ROW EXECUTE FUNCTION loan_moves();

-- Every unit of a loan is blocked for its days as long as it may go out or is out, longer where it is late, and not at
-- all before or after that. Checked at the end of the transaction, however loan, units and blocks came to be.
CREATE FUNCTION loan_blocks_agree() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  of_loan uuid;
  one loan%ROWTYPE;
  is_blocking boolean;
BEGIN
  IF TG_TABLE_NAME = 'loan' THEN
    of_loan := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    of_loan := OLD.loan_id;
  ELSE
    of_loan := NEW.loan_id;
  END IF;
  SELECT * INTO one FROM loan WHERE id = of_loan;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  is_blocking := one.status IN ('held', 'approved', 'agreement_sent', 'confirmed', 'out', 'returned');
  IF is_blocking AND NOT EXISTS (SELECT FROM loan_unit WHERE loan_id = of_loan)
    OR EXISTS (
      SELECT FROM loan_unit u JOIN unit ON unit.id = u.unit_id
      WHERE u.loan_id = of_loan AND unit.format_id <> one.format_id)
    OR EXISTS (
      SELECT FROM (SELECT unit_id FROM loan_unit WHERE loan_id = of_loan) u
      FULL JOIN (SELECT unit_id, kind, period FROM unit_block WHERE loan_id = of_loan AND released_at IS NULL) b
        ON b.unit_id = u.unit_id
      WHERE CASE WHEN is_blocking
        THEN u.unit_id IS NULL OR b.unit_id IS NULL
          OR b.kind <> CASE one.status WHEN 'held' THEN 'hold' ELSE 'loan' END
          OR lower(b.period) <> one.starts_on OR upper(b.period) <= one.ends_on
          OR b.kind = 'hold' AND upper(b.period) - 1 <> one.ends_on
        ELSE b.unit_id IS NOT NULL END)
  THEN
    RAISE EXCEPTION 'what loan % (%) blocks is not what its state says', one.number, one.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'loan_blocks_agree';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER loan_blocks_agree AFTER INSERT OR UPDATE OF status, starts_on, ends_on ON loan
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION loan_blocks_agree();
CREATE CONSTRAINT TRIGGER loan_blocks_agree AFTER INSERT OR UPDATE OR DELETE ON loan_unit
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION loan_blocks_agree();
CREATE CONSTRAINT TRIGGER loan_blocks_agree AFTER INSERT OR UPDATE OR DELETE ON unit_block
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION loan_blocks_agree();

-- The history only grows; erasing somebody is the exception, which says so.
CREATE FUNCTION loan_entry_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('ombelle.erasing', true) = 'on' THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  RAISE EXCEPTION 'the history of a loan only grows'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'loan_entry_stays';
END $$;
CREATE TRIGGER loan_entry_stays BEFORE UPDATE OR DELETE ON loan_entry
  FOR EACH ROW EXECUTE FUNCTION loan_entry_stays();
