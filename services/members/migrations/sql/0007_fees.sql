-- What membership costs from one day to another: one tariff at a time, with a line for each category that it names.
CREATE TABLE fee_tariff (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  period daterange NOT NULL,
  adopted_on date NOT NULL,
  note text CHECK (length(note) <= 2000 AND btrim(note) <> ''),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  CONSTRAINT ck_fee_tariff_begins CHECK (NOT isempty(period) AND NOT lower_inf(period)),
  CONSTRAINT ex_fee_tariff_one_at_a_time EXCLUDE USING gist (period WITH &&)
);
-- Without a college, the amount is that of the colleges that have no line of their own.
CREATE TABLE fee_tariff_line (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  tariff_id uuid NOT NULL REFERENCES fee_tariff (id) ON DELETE CASCADE,
  category text NOT NULL CHECK (category IN ('natural', 'small', 'medium', 'large')),
  college text CHECK (college IN ('A', 'B', 'C', 'D')),
  amount_cents integer NOT NULL CHECK (amount_cents BETWEEN 0 AND 100000000),
  CONSTRAINT uq_fee_tariff_line UNIQUE NULLS NOT DISTINCT (tariff_id, category, college)
);

-- What a member owes for a year. Amount, category and college stay what they were when it was called.
CREATE TABLE fee (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  member_id uuid NOT NULL REFERENCES member (id),
  year smallint NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  period daterange NOT NULL,
  category text NOT NULL CHECK (category IN ('natural', 'small', 'medium', 'large')),
  college text CHECK (college IN ('A', 'B', 'C', 'D')),
  amount_cents integer NOT NULL CHECK (amount_cents BETWEEN 0 AND 100000000),
  tariff_id uuid REFERENCES fee_tariff (id),
  amount_reason text CHECK (length(amount_reason) <= 500 AND btrim(amount_reason) <> ''),
  called_on date NOT NULL,
  due_on date NOT NULL,
  waived_on date,
  waive_reason text CHECK (length(waive_reason) <= 500 AND btrim(waive_reason) <> ''),
  void_on date,
  void_reason text CHECK (length(void_reason) <= 500 AND btrim(void_reason) <> ''),
  external_id text UNIQUE CHECK (length(external_id) <= 200 AND btrim(external_id) <> ''),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ck_fee_period_bounded CHECK (NOT isempty(period) AND NOT lower_inf(period) AND NOT upper_inf(period)),
  CONSTRAINT ck_fee_year_of_its_period CHECK (year = extract(year FROM lower(period))),
  CONSTRAINT ck_fee_days_finite CHECK (isfinite(called_on) AND isfinite(due_on)),
  CONSTRAINT ck_fee_due_after_the_call CHECK (due_on >= called_on),
  CONSTRAINT ck_fee_waived_whole CHECK ((waived_on IS NULL) = (waive_reason IS NULL)),
  CONSTRAINT ck_fee_void_whole CHECK ((void_on IS NULL) = (void_reason IS NULL)),
  CONSTRAINT ck_fee_waived_or_void CHECK (num_nonnulls(waived_on, void_on) <= 1),
  CONSTRAINT ex_fee_one_at_a_time EXCLUDE USING gist (member_id WITH =, period WITH &&) WHERE (void_on IS NULL)
);
CREATE INDEX ix_fee_year ON fee (year);
CREATE INDEX ix_fee_tariff_id ON fee (tariff_id);

CREATE TABLE payment (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  fee_id uuid NOT NULL REFERENCES fee (id),
  method text NOT NULL CHECK (method IN ('transfer', 'cheque', 'helloasso', 'card', 'cash', 'other')),
  reference text CHECK (length(reference) <= 100 AND btrim(reference) <> ''),
  received_on date NOT NULL CHECK (isfinite(received_on)),
  amount_cents integer NOT NULL CHECK (amount_cents BETWEEN 1 AND 100000000),
  voided_on date,
  void_reason text CHECK (length(void_reason) <= 500 AND btrim(void_reason) <> ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ck_payment_void_whole CHECK ((voided_on IS NULL) = (void_reason IS NULL)),
  CONSTRAINT ck_payment_helloasso_reference CHECK (method <> 'helloasso' OR reference IS NOT NULL)
);
CREATE UNIQUE INDEX uq_payment_reference ON payment (method, reference) WHERE voided_on IS NULL;
CREATE INDEX ix_payment_reference ON payment (method, reference);
CREATE INDEX ix_payment_fee_id ON payment (fee_id);

-- A fee that is paid has a receipt, numbered without gaps in the year of the payment that settled it. What it says of
-- the payer is frozen; if a payment was none after all, the receipt is cancelled and keeps its number.
CREATE TABLE fee_receipt (
  year smallint NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  fee_id uuid NOT NULL REFERENCES fee (id),
  issued_on date NOT NULL,
  amount_cents integer NOT NULL,
  payer jsonb CHECK (jsonb_typeof(payer) = 'object'),
  cancelled_on date,
  CONSTRAINT pk_fee_receipt PRIMARY KEY (year, number)
);
CREATE UNIQUE INDEX uq_fee_receipt_live ON fee_receipt (fee_id) WHERE cancelled_on IS NULL;

-- What was written to a member of a fee: the call, then reminders.
CREATE TABLE fee_notice (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  fee_id uuid NOT NULL REFERENCES fee (id),
  kind text NOT NULL CHECK (kind IN ('call', 'reminder')),
  sent_on date NOT NULL,
  mail_id uuid NOT NULL,
  CONSTRAINT uq_fee_notice_once_a_day UNIQUE (fee_id, kind, sent_on)
);

-- How fees are asked for, one row: when reminders leave by themselves (never, where it is empty), how to pay.
CREATE TABLE fee_settings (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  due_days smallint NOT NULL DEFAULT 60 CHECK (due_days BETWEEN 0 AND 366),
  remind_after_days smallint CHECK (remind_after_days BETWEEN 0 AND 366),
  remind_every_days smallint NOT NULL DEFAULT 30 CHECK (remind_every_days BETWEEN 1 AND 366),
  most_reminders smallint NOT NULL DEFAULT 3 CHECK (most_reminders BETWEEN 1 AND 20),
  how_to_pay text CHECK (length(how_to_pay) <= 2000 AND btrim(how_to_pay) <> ''),
  iban text CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$'),
  payment_link text CHECK (length(payment_link) <= 500 AND btrim(payment_link) <> ''),
  siret text CHECK (siret ~ '^[0-9]{14}$'),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0)
);
INSERT INTO fee_settings DEFAULT VALUES;

-- Where the calls of a member that is a public body go, as Chorus Pro knows it.
CREATE TABLE fee_billing (
  member_id uuid PRIMARY KEY REFERENCES member (id),
  uses_chorus_pro boolean NOT NULL DEFAULT false,
  siret text CHECK (siret ~ '^[0-9]{14}$'),
  service_code text CHECK (length(service_code) <= 100 AND btrim(service_code) <> ''),
  commitment_number text CHECK (length(commitment_number) <= 50 AND btrim(commitment_number) <> ''),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0)
);

-- What was received for a fee until a day; payments that were none do not count, whenever that was found out.
CREATE FUNCTION fee_received(asked_fee uuid, until date) RETURNS integer
LANGUAGE sql STABLE
RETURN (SELECT coalesce(sum(amount_cents), 0)::integer FROM payment
  WHERE fee_id = asked_fee AND voided_on IS NULL AND received_on <= until);

-- Where each fee stands now. « Late » is a matter of the day that asks.
CREATE VIEW fee_standing AS
SELECT f.*, p.received_cents, p.last_received_on,
  CASE WHEN f.void_on IS NOT NULL THEN 'void' WHEN f.waived_on IS NOT NULL THEN 'waived'
    WHEN p.received_cents >= f.amount_cents THEN 'paid' WHEN p.received_cents > 0 THEN 'partially_paid'
    ELSE 'called' END AS state,
  CASE WHEN f.void_on IS NULL AND f.waived_on IS NULL THEN f.amount_cents - p.received_cents ELSE 0 END AS remaining_cents
FROM fee f CROSS JOIN LATERAL (
  SELECT coalesce(sum(x.amount_cents), 0)::integer AS received_cents, max(x.received_on) AS last_received_on
  FROM payment x WHERE x.fee_id = f.id AND x.voided_on IS NULL
) p;

-- Whether a fee was settled on a day: waived, or paid whole, by then.
CREATE FUNCTION fee_settled(asked_fee uuid, asked_on date) RETURNS boolean
LANGUAGE sql STABLE
RETURN (SELECT coalesce(f.waived_on <= asked_on, false) OR fee_received(f.id, asked_on) >= f.amount_cents
  FROM fee f WHERE f.id = asked_fee);

-- Whether what a member owes for a day is settled on that day. The fee of the day counts, once it is settled. Until the
-- day of the year that the bylaws name (rules.fee_grace_until, such as 04-30, that day included) the year before serves:
-- then only a fee of that year that is still owed stands in the way. After it, or where the bylaws name none, a member
-- whose fee was not called yet is not up to date. Whether they are a member at all is another question.
CREATE OR REPLACE FUNCTION fees_up_to_date(asked_member uuid, asked_on date) RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce(
    (SELECT fee_settled(f.id, asked_on) FROM fee f
      WHERE f.member_id = asked_member AND f.void_on IS NULL AND f.period @> asked_on), false)
  OR (
    to_char(asked_on, 'MM-DD') <= coalesce(
      (SELECT b.rules ->> 'fee_grace_until' FROM bylaws_version b WHERE b.period @> asked_on), '')
    AND NOT EXISTS (
      SELECT FROM fee f WHERE f.member_id = asked_member AND f.void_on IS NULL
        AND f.period @> (date_trunc('year', asked_on)::date - 1) AND NOT fee_settled(f.id, asked_on)));

-- What was called stays as it was called: another amount is another fee, once this one is void.
CREATE FUNCTION refuse_fee_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a fee that was called is voided, never changed'
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'fee_stands';
END $$;
CREATE TRIGGER fee_stands BEFORE UPDATE OF member_id, year, period, category, college, amount_cents ON fee
  FOR EACH ROW WHEN ((OLD.member_id, OLD.year, OLD.period, OLD.category, OLD.college, OLD.amount_cents)
    IS DISTINCT FROM (NEW.member_id, NEW.year, NEW.period, NEW.category, NEW.college, NEW.amount_cents))
  EXECUTE FUNCTION refuse_fee_change();
CREATE TRIGGER fee_stays BEFORE DELETE ON fee FOR EACH ROW EXECUTE FUNCTION refuse_fee_change();
CREATE TRIGGER payment_stands BEFORE DELETE OR UPDATE OF fee_id, method, received_on, amount_cents ON payment
  FOR EACH ROW EXECUTE FUNCTION refuse_fee_change();

-- A payment is for a fee that is owed, and no larger than what remains. Payments of a fee wait for one another.
CREATE FUNCTION refuse_payment_too_much() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  owed record;
BEGIN
  SELECT f.amount_cents, f.waived_on, f.void_on INTO owed FROM fee f WHERE f.id = NEW.fee_id FOR NO KEY UPDATE;
  IF owed.waived_on IS NOT NULL OR owed.void_on IS NOT NULL THEN
    RAISE EXCEPTION 'nothing is owed any more' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_of_what_is_owed';
  END IF;
  IF fee_received(NEW.fee_id, 'infinity') + NEW.amount_cents > owed.amount_cents THEN
    RAISE EXCEPTION 'more than what remains' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_not_too_much';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_of_what_is_owed BEFORE INSERT ON payment
  FOR EACH ROW EXECUTE FUNCTION refuse_payment_too_much();

-- A fee with a payment is not voided, nor one that is paid whole waived.
CREATE FUNCTION refuse_fee_settled_twice() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.void_on IS NOT NULL AND fee_received(NEW.id, 'infinity') > 0)
    OR (NEW.waived_on IS NOT NULL AND fee_received(NEW.id, 'infinity') >= NEW.amount_cents) THEN
    RAISE EXCEPTION 'payments were received' USING ERRCODE = 'check_violation', CONSTRAINT = 'fee_settled_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fee_settled_once BEFORE UPDATE OF void_on, waived_on ON fee
  FOR EACH ROW WHEN (num_nonnulls(OLD.void_on, OLD.waived_on) < num_nonnulls(NEW.void_on, NEW.waived_on))
  EXECUTE FUNCTION refuse_fee_settled_twice();

-- Who a receipt is for: name and address, as they are when it is made out.
CREATE FUNCTION fee_payer(asked_member uuid) RETURNS jsonb
LANGUAGE sql STABLE
RETURN (SELECT jsonb_build_object('number', m.number, 'name', coalesce(o.legal_name, o.name, p.name), 'address', o.address,
    'postal_code', o.postal_code, 'commune_name', o.commune_name)
  FROM member m LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN person p ON p.id = m.person_id
  WHERE m.id = asked_member);

CREATE FUNCTION keep_receipts() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  paid record;
  receipt_year smallint;
BEGIN
  SELECT f.member_id, f.amount_cents, fee_received(f.id, 'infinity') AS received,
    (SELECT max(received_on) FROM payment WHERE fee_id = f.id AND voided_on IS NULL) AS last_on
    INTO paid FROM fee f WHERE f.id = NEW.fee_id FOR NO KEY UPDATE;
  IF paid.received < paid.amount_cents THEN
    UPDATE fee_receipt SET cancelled_on = (now() AT TIME ZONE 'Europe/Paris')::date
      WHERE fee_id = NEW.fee_id AND cancelled_on IS NULL;
  ELSIF NOT EXISTS (SELECT FROM fee_receipt WHERE fee_id = NEW.fee_id AND cancelled_on IS NULL) THEN
    receipt_year := extract(year FROM paid.last_on);
    PERFORM pg_advisory_xact_lock(hashtextextended('fee_receipt', receipt_year));
    INSERT INTO fee_receipt (year, number, fee_id, issued_on, amount_cents, payer)
    SELECT receipt_year, coalesce(max(r.number), 0) + 1, NEW.fee_id, paid.last_on, paid.amount_cents, fee_payer(paid.member_id)
    FROM fee_receipt r WHERE r.year = receipt_year;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER payment_keeps_receipts AFTER INSERT OR UPDATE OF voided_on ON payment
  FOR EACH ROW EXECUTE FUNCTION keep_receipts();

-- A tariff enters the register with its lines, once they are all there.
CREATE FUNCTION register_fee_tariff() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_in_register('fee_tariff.adopted', NEW.adopted_on, NEW.id, jsonb_build_object(
    'from', lower(NEW.period), 'version', NEW.version, 'lines',
    (SELECT coalesce(jsonb_agg(jsonb_build_object('category', l.category, 'college', l.college, 'amount_cents', l.amount_cents)
      ORDER BY l.category, l.college), '[]') FROM fee_tariff_line l WHERE l.tariff_id = NEW.id)));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER fee_tariff_in_register AFTER INSERT ON fee_tariff
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION register_fee_tariff();
CREATE CONSTRAINT TRIGGER fee_tariff_corrected_in_register AFTER UPDATE ON fee_tariff
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.version <> NEW.version AND lower(OLD.period) = lower(NEW.period) AND OLD.period = NEW.period)
  EXECUTE FUNCTION register_fee_tariff();
