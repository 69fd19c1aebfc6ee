-- The last number given, of each kind, lender (the agency's is all zeros) and year. Taken within the transaction that
-- uses it, so that none is lost.
CREATE TABLE paper_number (
  kind text NOT NULL,
  issuer_id uuid NOT NULL,
  year smallint NOT NULL,
  last_number integer NOT NULL,
  CONSTRAINT pk_paper_number PRIMARY KEY (kind, issuer_id, year),
  CONSTRAINT ck_paper_number_kind_known CHECK (kind IN ('agreement', 'invoice')),
  CONSTRAINT ck_paper_number_positive CHECK (last_number > 0)
);

-- What a loan is lent by: frozen when it is made. Another version voids the one before; its number stays.
CREATE TABLE agreement (
  id uuid DEFAULT uuidv7() NOT NULL,
  loan_id uuid NOT NULL,
  issuer_id uuid NOT NULL,
  year smallint NOT NULL,
  number integer NOT NULL,
  version smallint NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  units uuid[] NOT NULL,
  fee_cents bigint,
  value_cents bigint,
  content jsonb NOT NULL,
  digest bytea NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  sent_at timestamptz,
  voided_at timestamptz,
  void_reason text,
  signed_at timestamptz,
  signed_by text,
  signatory_name text,
  signatory_capacity text,
  signed_file_id uuid,
  CONSTRAINT pk_agreement PRIMARY KEY (id),
  CONSTRAINT uq_agreement_issuer_id_year_number_version UNIQUE (issuer_id, year, number, version),
  CONSTRAINT uq_agreement_loan_id_version UNIQUE (loan_id, version),
  CONSTRAINT uq_agreement_id_loan_id UNIQUE (id, loan_id),
  CONSTRAINT fk_agreement_loan_id_loan FOREIGN KEY (loan_id) REFERENCES loan (id),
  CONSTRAINT fk_agreement_signed_file_id_stored_file FOREIGN KEY (signed_file_id) REFERENCES stored_file (id),
  CONSTRAINT ck_agreement_numbers_positive CHECK (number > 0 AND version > 0 AND year BETWEEN 2000 AND 2200),
  CONSTRAINT ck_agreement_days_in_order CHECK (ends_on >= starts_on),
  CONSTRAINT ck_agreement_names_units CHECK (cardinality(units) > 0),
  CONSTRAINT ck_agreement_digest_length CHECK (octet_length(digest) = 32),
  CONSTRAINT ck_agreement_void_reason_known CHECK (void_reason IN ('replaced', 'changed', 'cancelled')),
  CONSTRAINT ck_agreement_voided_says_why CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
  CONSTRAINT ck_agreement_signed_by_known CHECK (signed_by IN ('link', 'borrower', 'lender')),
  CONSTRAINT ck_agreement_signed_says_how CHECK ((signed_at IS NULL) = (signed_by IS NULL)
    AND (signed_file_id IS NULL OR coalesce(signed_by IN ('borrower', 'lender'), false))),
  CONSTRAINT ck_agreement_signatory_name_length CHECK (length(signatory_name) <= 200 AND btrim(signatory_name) <> ''),
  CONSTRAINT ck_agreement_signatory_capacity_length
    CHECK (length(signatory_capacity) <= 200 AND btrim(signatory_capacity) <> '')
);
CREATE UNIQUE INDEX uq_agreement_standing ON agreement (loan_id) WHERE voided_at IS NULL;

-- What was made stays as it was made: it is sent, signed and voided once. Erasing somebody is the exception.
CREATE FUNCTION agreement_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('ombelle.erasing', true) = 'on' THEN
    RETURN NEW;
  END IF;
  IF (NEW.loan_id, NEW.issuer_id, NEW.year, NEW.number, NEW.version, NEW.starts_on, NEW.ends_on, NEW.units, NEW.content,
      NEW.digest, NEW.made_at, NEW.made_by) IS DISTINCT FROM
     (OLD.loan_id, OLD.issuer_id, OLD.year, OLD.number, OLD.version, OLD.starts_on, OLD.ends_on, OLD.units, OLD.content,
      OLD.digest, OLD.made_at, OLD.made_by) OR NEW.fee_cents IS DISTINCT FROM OLD.fee_cents OR NEW.value_cents IS DISTINCT FROM OLD.value_cents
    OR OLD.signed_at IS NOT NULL AND (NEW.signed_at, NEW.signed_by, NEW.signatory_name, NEW.signatory_capacity,
      NEW.signed_file_id) IS DISTINCT FROM (OLD.signed_at, OLD.signed_by, OLD.signatory_name, OLD.signatory_capacity,
      OLD.signed_file_id)
    OR OLD.voided_at IS NOT NULL AND (NEW.voided_at, NEW.void_reason, NEW.signed_at) IS DISTINCT FROM
      (OLD.voided_at, OLD.void_reason, OLD.signed_at) THEN
    RAISE EXCEPTION 'agreement %-% stays as it was made', OLD.year, OLD.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreement_stays BEFORE UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION agreement_stays();

-- The link by which a signatory without an account reads and signs: only what its secret hashes to is here.
CREATE TABLE signature_link (
  id uuid DEFAULT uuidv7() NOT NULL,
  agreement_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  made_at timestamptz DEFAULT now() NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT pk_signature_link PRIMARY KEY (id),
  CONSTRAINT uq_signature_link_token_hash UNIQUE (token_hash),
  CONSTRAINT fk_signature_link_agreement_id_agreement FOREIGN KEY (agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
  CONSTRAINT ck_signature_link_token_hash_length CHECK (octet_length(token_hash) = 32),
  CONSTRAINT ck_signature_link_expires_later CHECK (expires_at > made_at)
);
CREATE UNIQUE INDEX uq_signature_link_open ON signature_link (agreement_id) WHERE used_at IS NULL AND revoked_at IS NULL;

-- A certificate of insurance, given for a loan; a yearly one serves the others of the same borrower and lender.
CREATE TABLE insurance_certificate (
  id uuid DEFAULT uuidv7() NOT NULL,
  loan_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  lender_organisation_id uuid,
  kind text NOT NULL,
  insurer text NOT NULL,
  policy_number text,
  covers daterange NOT NULL,
  value_cents bigint NOT NULL,
  file_id uuid NOT NULL,
  state text DEFAULT 'waiting' NOT NULL,
  reason text,
  uploaded_by text NOT NULL,
  decided_by text,
  decided_at timestamptz,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT pk_insurance_certificate PRIMARY KEY (id),
  CONSTRAINT uq_insurance_certificate_file_id UNIQUE (file_id),
  CONSTRAINT fk_insurance_certificate_loan_id_loan FOREIGN KEY (loan_id) REFERENCES loan (id),
  CONSTRAINT fk_insurance_certificate_file_id_stored_file FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT ck_insurance_certificate_kind_known CHECK (kind IN ('loan', 'yearly')),
  CONSTRAINT ck_insurance_certificate_state_known CHECK (state IN ('waiting', 'accepted', 'refused')),
  CONSTRAINT ck_insurance_certificate_covers_bounded CHECK (NOT isempty(covers)
    AND daterange('2000-01-01', '2200-01-01') @> covers AND upper(covers) - lower(covers) <= 1096),
  CONSTRAINT ck_insurance_certificate_value_bounded CHECK (value_cents BETWEEN 0 AND 100000000000),
  CONSTRAINT ck_insurance_certificate_decided_whole CHECK ((state = 'waiting') = (decided_at IS NULL)
    AND (state = 'waiting') = (decided_by IS NULL) AND (state = 'refused') = (reason IS NOT NULL)),
  CONSTRAINT ck_insurance_certificate_insurer_length CHECK (length(insurer) <= 200 AND btrim(insurer) <> ''),
  CONSTRAINT ck_insurance_certificate_policy_number_length
    CHECK (length(policy_number) <= 100 AND btrim(policy_number) <> ''),
  CONSTRAINT ck_insurance_certificate_reason_length CHECK (length(reason) <= 1000 AND btrim(reason) <> '')
);
CREATE INDEX ix_insurance_certificate_loan_id ON insurance_certificate (loan_id);
CREATE INDEX ix_insurance_certificate_organisation_id ON insurance_certificate (organisation_id, id);

-- Units that are ready to leave.
CREATE TABLE preparation_check (
  loan_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  checked_at timestamptz DEFAULT now() NOT NULL,
  checked_by text NOT NULL,
  CONSTRAINT pk_preparation_check PRIMARY KEY (loan_id, unit_id),
  CONSTRAINT fk_preparation_check_loan_id_loan FOREIGN KEY (loan_id) REFERENCES loan (id) ON DELETE CASCADE,
  CONSTRAINT fk_preparation_check_unit_id_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
);

-- When a loan is fetched, delivered or brought back: one appointment each way.
CREATE TABLE slot (
  id uuid DEFAULT uuidv7() NOT NULL,
  loan_id uuid NOT NULL,
  direction text NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  from_time time NOT NULL,
  to_time time NOT NULL,
  place_id uuid,
  address text,
  note text,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT pk_slot PRIMARY KEY (id),
  CONSTRAINT uq_slot_loan_id_direction UNIQUE (loan_id, direction),
  CONSTRAINT fk_slot_loan_id_loan FOREIGN KEY (loan_id) REFERENCES loan (id) ON DELETE CASCADE,
  CONSTRAINT fk_slot_place_id_pickup_place FOREIGN KEY (place_id) REFERENCES pickup_place (id),
  CONSTRAINT ck_slot_direction_known CHECK (direction IN ('out', 'in')),
  CONSTRAINT ck_slot_kind_known CHECK (kind IN ('at_lender', 'at_borrower', 'carrier')),
  CONSTRAINT ck_slot_times_in_order CHECK (to_time > from_time),
  CONSTRAINT ck_slot_address_length CHECK (length(address) <= 500 AND btrim(address) <> ''),
  CONSTRAINT ck_slot_note_length CHECK (length(note) <= 1000 AND btrim(note) <> '')
);
CREATE INDEX ix_slot_day ON slot (day, id);

-- What each unit is like when it leaves and when it comes back; frozen once the loan went on.
CREATE TABLE condition_report (
  id uuid DEFAULT uuidv7() NOT NULL,
  loan_id uuid NOT NULL,
  direction text NOT NULL,
  made_on date NOT NULL,
  made_by text NOT NULL,
  remarks text,
  frozen_at timestamptz,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT pk_condition_report PRIMARY KEY (id),
  CONSTRAINT uq_condition_report_loan_id_direction UNIQUE (loan_id, direction),
  CONSTRAINT uq_condition_report_id_loan_id UNIQUE (id, loan_id),
  CONSTRAINT fk_condition_report_loan_id_loan FOREIGN KEY (loan_id) REFERENCES loan (id),
  CONSTRAINT ck_condition_report_direction_known CHECK (direction IN ('out', 'in')),
  CONSTRAINT ck_condition_report_remarks_length CHECK (length(remarks) <= 5000 AND btrim(remarks) <> '')
);
CREATE TABLE condition_line (
  report_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  state text NOT NULL,
  remarks text,
  CONSTRAINT pk_condition_line PRIMARY KEY (report_id, unit_id),
  CONSTRAINT fk_condition_line_report_id_condition_report FOREIGN KEY (report_id) REFERENCES condition_report (id),
  CONSTRAINT fk_condition_line_unit_id_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
  CONSTRAINT ck_condition_line_state_known CHECK (state IN ('good', 'worn', 'damaged', 'missing')),
  CONSTRAINT ck_condition_line_remarks_length CHECK (length(remarks) <= 2000 AND btrim(remarks) <> '')
);
CREATE INDEX ix_condition_line_unit_id ON condition_line (unit_id);
CREATE TABLE condition_photo (
  id uuid DEFAULT uuidv7() NOT NULL,
  report_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  file_id uuid NOT NULL,
  caption text,
  CONSTRAINT pk_condition_photo PRIMARY KEY (id),
  CONSTRAINT uq_condition_photo_file_id UNIQUE (file_id),
  CONSTRAINT fk_condition_photo_report_id_condition_line FOREIGN KEY (report_id, unit_id)
    REFERENCES condition_line (report_id, unit_id),
  CONSTRAINT fk_condition_photo_file_id_stored_file FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT ck_condition_photo_caption_length CHECK (length(caption) <= 300 AND btrim(caption) <> '')
);
CREATE INDEX ix_condition_photo_report_id ON condition_photo (report_id, unit_id);

CREATE FUNCTION condition_report_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  of_report uuid;
  since timestamptz;
BEGIN
  IF current_setting('ombelle.erasing', true) = 'on' THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_TABLE_NAME = 'condition_report' THEN
    since := OLD.frozen_at;
  ELSE
    of_report := CASE TG_OP WHEN 'DELETE' THEN OLD.report_id ELSE NEW.report_id END;
    SELECT frozen_at INTO since FROM condition_report WHERE id = of_report;
  END IF;
  IF since IS NOT NULL THEN
    RAISE EXCEPTION 'a condition report stays as it was when the loan went on'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'condition_report_stays';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER condition_report_stays BEFORE UPDATE OR DELETE ON condition_report
  FOR EACH ROW EXECUTE FUNCTION condition_report_stays();
CREATE TRIGGER condition_report_stays BEFORE INSERT OR UPDATE OR DELETE ON condition_line
  FOR EACH ROW EXECUTE FUNCTION condition_report_stays();
CREATE TRIGGER condition_report_stays BEFORE INSERT OR UPDATE OR DELETE ON condition_photo
  FOR EACH ROW EXECUTE FUNCTION condition_report_stays();

-- Who gave what to whom: out, back, or on to the next borrower.
CREATE TABLE hand_over (
  id uuid DEFAULT uuidv7() NOT NULL,
  loan_id uuid NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  to_loan_id uuid,
  given_by text,
  taken_by text,
  packages integer,
  remarks text,
  recorded_by text NOT NULL,
  at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT pk_hand_over PRIMARY KEY (id),
  CONSTRAINT uq_hand_over_loan_id_kind UNIQUE (loan_id, kind),
  CONSTRAINT fk_hand_over_loan_id_loan FOREIGN KEY (loan_id) REFERENCES loan (id),
  CONSTRAINT fk_hand_over_to_loan_id_loan FOREIGN KEY (to_loan_id) REFERENCES loan (id),
  CONSTRAINT ck_hand_over_kind_known CHECK (kind IN ('out', 'return', 'transfer')),
  CONSTRAINT ck_hand_over_transfer_names_the_next CHECK ((kind = 'transfer') = (to_loan_id IS NOT NULL)),
  CONSTRAINT ck_hand_over_packages_bounded CHECK (packages BETWEEN 0 AND 10000),
  CONSTRAINT ck_hand_over_given_by_length CHECK (length(given_by) <= 200 AND btrim(given_by) <> ''),
  CONSTRAINT ck_hand_over_taken_by_length CHECK (length(taken_by) <= 200 AND btrim(taken_by) <> ''),
  CONSTRAINT ck_hand_over_remarks_length CHECK (length(remarks) <= 2000 AND btrim(remarks) <> '')
);
CREATE INDEX ix_hand_over_to_loan_id ON hand_over (to_loan_id) WHERE to_loan_id IS NOT NULL;

-- Damage or loss: what it may cost, whether the insurer was told, how it ended.
CREATE TABLE incident (
  id uuid DEFAULT uuidv7() NOT NULL,
  loan_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  report_id uuid,
  kind text NOT NULL,
  happened_on date,
  description text NOT NULL,
  estimated_cents bigint,
  insurer_told_on date,
  insurer_reference text,
  outcome text,
  closed_on date,
  made_by text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT pk_incident PRIMARY KEY (id),
  CONSTRAINT fk_incident_loan_id_loan FOREIGN KEY (loan_id) REFERENCES loan (id),
  CONSTRAINT fk_incident_unit_id_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
  CONSTRAINT fk_incident_report_id_condition_report FOREIGN KEY (report_id) REFERENCES condition_report (id),
  CONSTRAINT ck_incident_kind_known CHECK (kind IN ('damage', 'loss')),
  CONSTRAINT ck_incident_outcome_known CHECK (outcome IN ('repaired', 'replaced', 'written_off', 'found', 'no_action')),
  CONSTRAINT ck_incident_closed_says_how CHECK ((closed_on IS NULL) = (outcome IS NULL)),
  CONSTRAINT ck_incident_estimated_bounded CHECK (estimated_cents BETWEEN 0 AND 10000000000),
  CONSTRAINT ck_incident_description_length CHECK (length(description) <= 5000 AND btrim(description) <> ''),
  CONSTRAINT ck_incident_insurer_reference_length
    CHECK (length(insurer_reference) <= 100 AND btrim(insurer_reference) <> '')
);
CREATE INDEX ix_incident_loan_id ON incident (loan_id);
CREATE UNIQUE INDEX uq_incident_open ON incident (loan_id, unit_id) WHERE closed_on IS NULL;

-- Who issues a lender's invoices: what Chorus Pro asks of a supplier.
CREATE TABLE invoice_issuer (
  issuer_id uuid NOT NULL,
  name text NOT NULL,
  siret text NOT NULL,
  address text NOT NULL,
  postcode text NOT NULL,
  city text NOT NULL,
  iban text,
  vat_note text NOT NULL,
  payment_days smallint DEFAULT 30 NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT pk_invoice_issuer PRIMARY KEY (issuer_id),
  CONSTRAINT ck_invoice_issuer_name_length CHECK (length(name) <= 200 AND btrim(name) <> ''),
  CONSTRAINT ck_invoice_issuer_siret_shape CHECK (siret ~ '^[0-9]{14}$'),
  CONSTRAINT ck_invoice_issuer_address_length CHECK (length(address) <= 300 AND btrim(address) <> ''),
  CONSTRAINT ck_invoice_issuer_postcode_length CHECK (length(postcode) <= 10 AND btrim(postcode) <> ''),
  CONSTRAINT ck_invoice_issuer_city_length CHECK (length(city) <= 100 AND btrim(city) <> ''),
  CONSTRAINT ck_invoice_issuer_iban_length CHECK (length(iban) <= 34 AND btrim(iban) <> ''),
  CONSTRAINT ck_invoice_issuer_vat_note_length CHECK (length(vat_note) <= 300 AND btrim(vat_note) <> ''),
  CONSTRAINT ck_invoice_issuer_payment_days_bounded CHECK (payment_days BETWEEN 0 AND 60)
);

-- Invoices and the credit notes that cancel them: numbered without a gap for each issuer and year, and never changed.
CREATE TABLE invoice (
  id uuid DEFAULT uuidv7() NOT NULL,
  issuer_id uuid NOT NULL,
  year smallint NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  request_id uuid NOT NULL,
  cancels_id uuid,
  reason text,
  issuer jsonb NOT NULL,
  debtor_name text NOT NULL,
  debtor_siret text NOT NULL,
  debtor_address text NOT NULL,
  debtor_postcode text NOT NULL,
  debtor_city text NOT NULL,
  service_code text,
  commitment_number text,
  total_cents bigint NOT NULL,
  issued_on date NOT NULL,
  due_on date NOT NULL,
  issued_by text NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT pk_invoice PRIMARY KEY (id),
  CONSTRAINT uq_invoice_issuer_id_year_number UNIQUE (issuer_id, year, number),
  CONSTRAINT uq_invoice_cancels_id UNIQUE (cancels_id),
  CONSTRAINT fk_invoice_request_id_loan_request FOREIGN KEY (request_id) REFERENCES loan_request (id),
  CONSTRAINT fk_invoice_cancels_id_invoice FOREIGN KEY (cancels_id) REFERENCES invoice (id),
  CONSTRAINT ck_invoice_kind_known CHECK (kind IN ('invoice', 'credit_note')),
  CONSTRAINT ck_invoice_credit_note_cancels CHECK ((kind = 'credit_note') = (cancels_id IS NOT NULL)
    AND (kind = 'credit_note') = (reason IS NOT NULL)),
  CONSTRAINT ck_invoice_number_positive CHECK (number > 0 AND year = extract(year FROM issued_on)),
  CONSTRAINT ck_invoice_debtor_siret_shape CHECK (debtor_siret ~ '^[0-9]{14}$'),
  CONSTRAINT ck_invoice_total_not_negative CHECK (total_cents > 0),
  CONSTRAINT ck_invoice_due_after_issued CHECK (due_on >= issued_on),
  CONSTRAINT ck_invoice_reason_length CHECK (length(reason) <= 500 AND btrim(reason) <> ''),
  CONSTRAINT ck_invoice_debtor_name_length CHECK (length(debtor_name) <= 200 AND btrim(debtor_name) <> ''),
  CONSTRAINT ck_invoice_debtor_address_length CHECK (length(debtor_address) <= 300 AND btrim(debtor_address) <> ''),
  CONSTRAINT ck_invoice_debtor_postcode_length CHECK (length(debtor_postcode) <= 10 AND btrim(debtor_postcode) <> ''),
  CONSTRAINT ck_invoice_debtor_city_length CHECK (length(debtor_city) <= 100 AND btrim(debtor_city) <> ''),
  CONSTRAINT ck_invoice_service_code_length CHECK (length(service_code) <= 100 AND btrim(service_code) <> ''),
  CONSTRAINT ck_invoice_commitment_number_length
    CHECK (length(commitment_number) <= 50 AND btrim(commitment_number) <> '')
);
CREATE INDEX ix_invoice_request_id ON invoice (request_id);
-- What is billed, and what it costs. `is_live` until a credit note cancels it: a loan is billed once.
CREATE TABLE invoice_line (
  invoice_id uuid NOT NULL,
  loan_id uuid NOT NULL,
  label text NOT NULL,
  cents bigint NOT NULL,
  is_live boolean NOT NULL,
  CONSTRAINT pk_invoice_line PRIMARY KEY (invoice_id, loan_id),
  CONSTRAINT fk_invoice_line_invoice_id_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT fk_invoice_line_loan_id_loan FOREIGN KEY (loan_id) REFERENCES loan (id),
  CONSTRAINT ck_invoice_line_cents_positive CHECK (cents > 0),
  CONSTRAINT ck_invoice_line_label_length CHECK (length(label) <= 500 AND btrim(label) <> '')
);
CREATE UNIQUE INDEX uq_invoice_line_live ON invoice_line (loan_id) WHERE is_live;

CREATE FUNCTION invoice_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('ombelle.erasing', true) = 'on' AND to_jsonb(NEW) - 'issued_by' = to_jsonb(OLD) - 'issued_by' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an invoice is never changed: a credit note cancels it'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_stays';
END $$;
CREATE TRIGGER invoice_stays BEFORE UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION invoice_stays();
-- What pass Culture pays for is claimed from it, never from the school.
CREATE FUNCTION invoice_line_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM loan l JOIN loan_request r ON r.id = l.request_id
      WHERE l.id = NEW.loan_id AND r.channel = 'pass_culture') THEN
      RAISE EXCEPTION 'a loan of pass Culture is not invoiced'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_never_for_pass_culture';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.is_live AND NOT NEW.is_live AND (NEW.invoice_id, NEW.loan_id, NEW.label, NEW.cents)
    = (OLD.invoice_id, OLD.loan_id, OLD.label, OLD.cents)
    AND EXISTS (SELECT FROM invoice WHERE cancels_id = OLD.invoice_id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an invoice is never changed: a credit note cancels it'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_stays';
END $$;
CREATE TRIGGER invoice_line_stays BEFORE INSERT OR UPDATE OR DELETE ON invoice_line
  FOR EACH ROW EXECUTE FUNCTION invoice_line_stays();

-- A loan's papers are its own.
ALTER TABLE loan
  ADD CONSTRAINT fk_loan_agreement_id FOREIGN KEY (agreement_id, id) REFERENCES agreement (id, loan_id),
  ADD CONSTRAINT fk_loan_signed_agreement_id FOREIGN KEY (signed_agreement_id, id) REFERENCES agreement (id, loan_id),
  ADD CONSTRAINT fk_loan_insurance_certificate_id FOREIGN KEY (insurance_certificate_id)
    REFERENCES insurance_certificate (id),
  ADD CONSTRAINT fk_loan_condition_report_out_id FOREIGN KEY (condition_report_out_id, id)
    REFERENCES condition_report (id, loan_id),
  ADD CONSTRAINT fk_loan_condition_report_in_id FOREIGN KEY (condition_report_in_id, id)
    REFERENCES condition_report (id, loan_id);

-- A report is frozen once the loan went on. Other days, another fee or a cancelled loan void the agreement that says otherwise; one that was signed stands unless
-- the loan goes back to be agreed anew.
CREATE FUNCTION loan_papers_follow() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'approved' AND OLD.status IN ('agreement_sent', 'confirmed') THEN
    NEW.agreement_id := NULL;
    NEW.signed_agreement_id := NULL;
    UPDATE agreement SET voided_at = now(), void_reason = 'changed' WHERE loan_id = NEW.id AND voided_at IS NULL;
  ELSIF NEW.status = 'cancelled' AND OLD.status <> 'cancelled' THEN
    UPDATE agreement SET voided_at = now(), void_reason = 'cancelled' WHERE loan_id = NEW.id AND voided_at IS NULL;
  ELSIF NEW.status = 'out' AND OLD.status <> 'out' THEN
    UPDATE condition_report SET frozen_at = now() WHERE id = NEW.condition_report_out_id;
  ELSIF NEW.status = 'inspected' AND OLD.status <> 'inspected' THEN
    UPDATE condition_report SET frozen_at = now() WHERE id = NEW.condition_report_in_id;
  ELSIF (NEW.starts_on, NEW.ends_on) <> (OLD.starts_on, OLD.ends_on) OR NEW.fee_cents IS DISTINCT FROM OLD.fee_cents THEN
    UPDATE agreement SET voided_at = now(), void_reason = 'changed'
    WHERE loan_id = NEW.id AND voided_at IS NULL AND signed_at IS NULL;
    IF FOUND AND NEW.status = 'approved' THEN
      NEW.agreement_id := NULL;
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER loan_papers_follow BEFORE UPDATE OF status, starts_on, ends_on, fee_cents ON loan
  FOR EACH ROW EXECUTE FUNCTION loan_papers_follow();

-- What is confirmed was signed for these days and units, and is insured for the days and the value that are at risk.
-- Checked at the end of the transaction.
CREATE FUNCTION loan_papers_agree() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  one loan%ROWTYPE;
BEGIN
  SELECT * INTO one FROM loan WHERE id = NEW.id;
  IF NOT FOUND OR one.origin = 'imported' THEN
    RETURN NULL;
  END IF;
  IF one.status = 'confirmed' AND OLD.status <> 'confirmed' AND NOT EXISTS (
    SELECT FROM agreement a WHERE a.id = one.signed_agreement_id AND a.id = one.agreement_id AND a.signed_at IS NOT NULL
      AND a.voided_at IS NULL AND (a.starts_on, a.ends_on) = (one.starts_on, one.ends_on)
      AND a.units = (SELECT array_agg(unit_id ORDER BY unit_id) FROM loan_unit WHERE loan_id = one.id)) THEN
    RAISE EXCEPTION 'the agreement that was signed is not of what loan % lends', one.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'loan_signed_as_it_is';
  END IF;
  IF one.status = 'confirmed' AND OLD.status <> 'confirmed' AND one.insurance_asked IN ('certificate', 'yearly')
    AND one.insurance_waiver IS NULL AND NOT EXISTS (
    SELECT FROM insurance_certificate c WHERE c.id = one.insurance_certificate_id AND c.state = 'accepted'
      AND c.covers @> (SELECT range_merge(range_agg(b.blocked)) FROM unit_block b
        WHERE b.loan_id = one.id AND b.released_at IS NULL)
      AND c.value_cents >= coalesce((SELECT a.value_cents FROM agreement a WHERE a.id = one.agreement_id), 0)) THEN
    RAISE EXCEPTION 'the certificate of loan % is not accepted, or not for its days and its value', one.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'loan_insured_as_it_is';
  END IF;
  IF NOT EXISTS (SELECT FROM condition_report r WHERE r.id = one.condition_report_out_id AND r.direction = 'out')
      AND one.condition_report_out_id IS NOT NULL
    OR NOT EXISTS (SELECT FROM condition_report r WHERE r.id = one.condition_report_in_id AND r.direction = 'in')
      AND one.condition_report_in_id IS NOT NULL
    OR one.status IN ('out', 'inspected') AND OLD.status <> one.status AND EXISTS (
      SELECT FROM loan_unit u WHERE u.loan_id = one.id AND NOT EXISTS (
        SELECT FROM condition_line c WHERE c.unit_id = u.unit_id AND c.report_id =
          CASE one.status WHEN 'out' THEN one.condition_report_out_id ELSE one.condition_report_in_id END)) THEN
    RAISE EXCEPTION 'the condition report of loan % does not say what each unit is like', one.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'loan_reported_whole';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER loan_papers_agree AFTER UPDATE OF status, condition_report_out_id, condition_report_in_id ON loan
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION loan_papers_agree();
