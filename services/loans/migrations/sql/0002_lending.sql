-- Names and searches compared: lower case, without accents.
CREATE FUNCTION fold(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(extensions.unaccent('extensions.unaccent'::regdictionary, value));

-- The words of a text, folded, each after a space: ` x` is where a word begins with x.
CREATE FUNCTION folded_words(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ' ' || btrim(regexp_replace(fold(coalesce(value, '')), '[^a-z0-9]+', ' ', 'g'));

-- What anybody may be shown has changed: kept public answers are old. The gateway listens.
CREATE FUNCTION tell_public_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('ombelle_agenda', '');
  RETURN NULL;
END $$;

-- What a lender has set, one row a lender; the agency's names no organisation.
CREATE TABLE lender_settings (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid,
  opening_days smallint[] NOT NULL DEFAULT '{1,2,3,4,5}',
  buffer_before_days smallint NOT NULL DEFAULT 0,
  buffer_after_days smallint NOT NULL DEFAULT 0,
  near_departments text[] NOT NULL DEFAULT '{}',
  far_buffer_before_days smallint NOT NULL DEFAULT 0,
  far_buffer_after_days smallint NOT NULL DEFAULT 0,
  notice_days smallint NOT NULL DEFAULT 0,
  min_days smallint NOT NULL DEFAULT 1,
  max_days smallint NOT NULL DEFAULT 366,
  hold_days smallint NOT NULL DEFAULT 14,
  insurance text NOT NULL DEFAULT 'none',
  agreement_template text,
  address text,
  email text,
  phone text,
  signatory_name text,
  signatory_capacity text,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_lender_settings PRIMARY KEY (id),
  CONSTRAINT fk_lender_settings_organisation_id_organisation_copy
    FOREIGN KEY (organisation_id) REFERENCES organisation_copy (organisation_id),
  CONSTRAINT uq_lender_settings_organisation_id UNIQUE NULLS NOT DISTINCT (organisation_id),
  CONSTRAINT ck_lender_settings_opening_days_known
    CHECK (opening_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[] AND cardinality(opening_days) > 0),
  CONSTRAINT ck_lender_settings_buffers_bounded CHECK (
    buffer_before_days BETWEEN 0 AND 60 AND buffer_after_days BETWEEN 0 AND 60
    AND far_buffer_before_days BETWEEN 0 AND 60 AND far_buffer_after_days BETWEEN 0 AND 60),
  CONSTRAINT ck_lender_settings_lengths_bounded CHECK (1 <= min_days AND min_days <= max_days AND max_days <= 366),
  CONSTRAINT ck_lender_settings_delays_bounded CHECK (notice_days BETWEEN 0 AND 366 AND hold_days BETWEEN 1 AND 90),
  CONSTRAINT ck_lender_settings_insurance_known
    CHECK (insurance IN ('none', 'clause', 'certificate', 'yearly')),
  CONSTRAINT ck_lender_settings_agreement_template_length
    CHECK (length(agreement_template) <= 20000 AND btrim(agreement_template) <> ''),
  CONSTRAINT ck_lender_settings_address_length CHECK (length(address) <= 500 AND btrim(address) <> ''),
  CONSTRAINT ck_lender_settings_email_length CHECK (length(email) <= 254 AND btrim(email) <> ''),
  CONSTRAINT ck_lender_settings_phone_length CHECK (length(phone) <= 40 AND btrim(phone) <> ''),
  CONSTRAINT ck_lender_settings_signatory_name_length
    CHECK (length(signatory_name) <= 200 AND btrim(signatory_name) <> ''),
  CONSTRAINT ck_lender_settings_signatory_capacity_length
    CHECK (length(signatory_capacity) <= 200 AND btrim(signatory_capacity) <> '')
);

-- Where items are fetched and brought back. One that is no more used stays, for the loans that named it.
CREATE TABLE pickup_place (
  id uuid NOT NULL DEFAULT uuidv7(),
  settings_id uuid NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  hours text,
  directions text,
  position smallint NOT NULL DEFAULT 0,
  ended_at timestamptz,
  CONSTRAINT pk_pickup_place PRIMARY KEY (id),
  CONSTRAINT fk_pickup_place_settings_id_lender_settings
    FOREIGN KEY (settings_id) REFERENCES lender_settings (id) ON DELETE CASCADE,
  CONSTRAINT ck_pickup_place_name_length CHECK (length(name) <= 200 AND btrim(name) <> ''),
  CONSTRAINT ck_pickup_place_address_length CHECK (length(address) <= 500 AND btrim(address) <> ''),
  CONSTRAINT ck_pickup_place_hours_length CHECK (length(hours) <= 500 AND btrim(hours) <> ''),
  CONSTRAINT ck_pickup_place_directions_length CHECK (length(directions) <= 1000 AND btrim(directions) <> '')
);
CREATE INDEX ix_pickup_place_settings_id ON pickup_place (settings_id);

-- What a loan costs, by the day it begins: flat, or for each period of `period_days` that is begun.
CREATE TABLE tariff (
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid,
  category text NOT NULL,
  in_force daterange NOT NULL,
  basis text NOT NULL,
  period_days smallint,
  member_cents integer NOT NULL,
  other_cents integer NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT pk_tariff PRIMARY KEY (id),
  CONSTRAINT fk_tariff_organisation_id_organisation_copy
    FOREIGN KEY (organisation_id) REFERENCES organisation_copy (organisation_id),
  CONSTRAINT ck_tariff_category_known CHECK (category IN ('light_exhibition', 'kit', 'interactive_exhibition')),
  CONSTRAINT ck_tariff_basis_known CHECK (basis IN ('flat', 'per_period')),
  CONSTRAINT ck_tariff_period_with_its_basis CHECK ((basis = 'per_period') = (period_days IS NOT NULL)),
  CONSTRAINT ck_tariff_period_bounded CHECK (period_days BETWEEN 1 AND 366),
  CONSTRAINT ck_tariff_amounts_bounded
    CHECK (member_cents BETWEEN 0 AND 100000000 AND other_cents BETWEEN 0 AND 100000000),
  CONSTRAINT ck_tariff_in_force_begins CHECK (NOT isempty(in_force) AND NOT lower_inf(in_force)),
  CONSTRAINT ex_tariff_one_a_day EXCLUDE USING gist (
    coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
    category WITH =, in_force WITH &&)
);
CREATE INDEX ix_tariff_organisation_id ON tariff (organisation_id);

CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON lender_settings
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON pickup_place
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON tariff
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
