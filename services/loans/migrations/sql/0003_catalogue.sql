-- Files that people sent, of every kind: what they are stands here, their bytes in the storage.
CREATE TABLE stored_file (
  id uuid NOT NULL DEFAULT uuidv7(),
  storage_key text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 bytea NOT NULL,
  scan text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_stored_file PRIMARY KEY (id),
  CONSTRAINT uq_stored_file_storage_key UNIQUE (storage_key),
  CONSTRAINT ck_stored_file_name_length CHECK (length(name) <= 200 AND btrim(name) <> ''),
  CONSTRAINT ck_stored_file_size_positive CHECK (size_bytes > 0),
  CONSTRAINT ck_stored_file_sha256_length CHECK (octet_length(sha256) = 32),
  CONSTRAINT ck_stored_file_scan_known CHECK (scan IN ('skipped', 'waiting', 'clean', 'infected'))
);
CREATE INDEX ix_stored_file_waiting ON stored_file (id) WHERE scan = 'waiting';

-- What an item is found by: its words, and those of its themes as screens call them.
CREATE FUNCTION item_words(title text, abstract text, description text, producer text, themes text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN folded_words(concat_ws(' ', title, abstract, producer,
  CASE WHEN 'environment' = ANY (themes) THEN 'Environnement' END,
  CASE WHEN 'digital_innovation' = ANY (themes) THEN 'Numérique et innovation' END,
  CASE WHEN 'health' = ANY (themes) THEN 'Santé' END,
  CASE WHEN 'science_society' = ANY (themes) THEN 'Sciences et société' END,
  CASE WHEN 'industrial_heritage' = ANY (themes) THEN 'Patrimoine industriel' END,
  CASE WHEN 'astronomy' = ANY (themes) THEN 'Astronomie' END,
  CASE WHEN 'history_of_science' = ANY (themes) THEN 'Histoire des sciences' END,
  CASE WHEN 'maths_physics_chemistry' = ANY (themes) THEN 'Maths, physique, chimie' END,
  CASE WHEN 'other' = ANY (themes) THEN 'Autres sciences' END,
  description));

-- A work that is lent. Its formats say what of its sheet is theirs alone; its owner is the agency where none is named.
CREATE TABLE item (
  id uuid NOT NULL DEFAULT uuidv7(),
  slug text NOT NULL,
  owner_organisation_id uuid,
  title text NOT NULL,
  category text NOT NULL,
  abstract text,
  description text,
  themes text[] NOT NULL DEFAULT '{}'::text[],
  audiences text[] NOT NULL DEFAULT '{}'::text[],
  languages text[] NOT NULL DEFAULT '{fr}'::text[],
  accessibility text[] NOT NULL DEFAULT '{}'::text[],
  producer text,
  year smallint,
  credits text,
  space_m2 integer,
  needs_power boolean,
  weight_kg integer,
  packages integer,
  transport text,
  setup text,
  insurance_value_cents bigint,
  condition text,
  handling text NOT NULL DEFAULT 'handled_here',
  contact_email text,
  contact_phone text,
  buffer_before_days smallint,
  buffer_after_days smallint,
  notice_days smallint,
  min_days smallint,
  max_days smallint,
  insurance text,
  publication text NOT NULL DEFAULT 'draft',
  published_at timestamptz,
  added_on date NOT NULL DEFAULT ((now() AT TIME ZONE 'Europe/Paris')::date),
  retired_on date,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  folded_title text NOT NULL GENERATED ALWAYS AS (fold(title)) STORED,
  search_text text NOT NULL GENERATED ALWAYS AS (item_words(title, abstract, description, producer, themes)) STORED,
  CONSTRAINT pk_item PRIMARY KEY (id),
  CONSTRAINT uq_item_slug UNIQUE (slug),
  CONSTRAINT fk_item_owner_organisation_id_organisation_copy
    FOREIGN KEY (owner_organisation_id) REFERENCES organisation_copy (organisation_id),
  CONSTRAINT ck_item_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120),
  CONSTRAINT ck_item_title_length CHECK (length(title) <= 200 AND btrim(title) <> ''),
  CONSTRAINT ck_item_category_known CHECK (category IN ('light_exhibition', 'kit', 'interactive_exhibition')),
  CONSTRAINT ck_item_abstract_length CHECK (length(abstract) <= 600 AND btrim(abstract) <> ''),
  CONSTRAINT ck_item_description_length CHECK (length(description) <= 10000 AND btrim(description) <> ''),
  CONSTRAINT ck_item_themes_known CHECK (themes <@ ARRAY['environment', 'digital_innovation', 'health',
    'science_society', 'industrial_heritage', 'astronomy', 'history_of_science', 'maths_physics_chemistry',
    'other']::text[]),
  CONSTRAINT ck_item_audiences_known CHECK (audiences <@ ARRAY['general_public', 'families', 'nursery_school',
    'primary_school', 'college', 'lycee', 'higher_education', 'adults']::text[]),
  CONSTRAINT ck_item_languages_known CHECK (languages <@ ARRAY['fr', 'en', 'nl', 'de', 'es', 'it', 'pt', 'ar',
    'uk', 'pcd', 'fsl', 'other']::text[]),
  CONSTRAINT ck_item_accessibility_known
    CHECK (accessibility <@ ARRAY['hearing', 'visual', 'psychic', 'motor', 'intellectual']::text[]),
  CONSTRAINT ck_item_producer_length CHECK (length(producer) <= 300 AND btrim(producer) <> ''),
  CONSTRAINT ck_item_year_bounded CHECK (year BETWEEN 1900 AND 2100),
  CONSTRAINT ck_item_credits_length CHECK (length(credits) <= 1000 AND btrim(credits) <> ''),
  CONSTRAINT ck_item_transport_length CHECK (length(transport) <= 1000 AND btrim(transport) <> ''),
  CONSTRAINT ck_item_setup_length CHECK (length(setup) <= 3000 AND btrim(setup) <> ''),
  CONSTRAINT ck_item_measures_bounded CHECK (space_m2 BETWEEN 0 AND 100000 AND weight_kg BETWEEN 0 AND 100000
    AND packages BETWEEN 0 AND 10000 AND insurance_value_cents BETWEEN 0 AND 10000000000),
  CONSTRAINT ck_item_condition_known CHECK (condition IN ('new', 'good', 'worn', 'damaged')),
  CONSTRAINT ck_item_handling_known CHECK (handling IN ('handled_here', 'forwarded', 'contact_only')),
  CONSTRAINT ck_item_contact_email_length CHECK (length(contact_email) <= 254 AND btrim(contact_email) <> ''),
  CONSTRAINT ck_item_contact_phone_length CHECK (length(contact_phone) <= 40 AND btrim(contact_phone) <> ''),
  -- The agency lends its own here; whoever does not must be reached.
  CONSTRAINT ck_item_agency_handles_its_own CHECK (owner_organisation_id IS NOT NULL OR handling = 'handled_here'),
  CONSTRAINT ck_item_published_is_reached CHECK (publication <> 'published'
    OR CASE handling WHEN 'forwarded' THEN contact_email IS NOT NULL
       WHEN 'contact_only' THEN num_nonnulls(contact_email, contact_phone) > 0 ELSE true END),
  CONSTRAINT ck_item_buffers_bounded
    CHECK (buffer_before_days BETWEEN 0 AND 60 AND buffer_after_days BETWEEN 0 AND 60),
  CONSTRAINT ck_item_notice_bounded CHECK (notice_days BETWEEN 0 AND 366),
  CONSTRAINT ck_item_lengths_bounded
    CHECK (min_days BETWEEN 1 AND 366 AND max_days BETWEEN 1 AND 366 AND min_days <= max_days),
  CONSTRAINT ck_item_insurance_known CHECK (insurance IN ('none', 'clause', 'certificate', 'yearly')),
  CONSTRAINT ck_item_publication_known CHECK (publication IN ('draft', 'published', 'archived')),
  CONSTRAINT ck_item_published_once CHECK (publication <> 'published' OR published_at IS NOT NULL),
  CONSTRAINT ck_item_retired_after_added CHECK (retired_on >= added_on)
);
CREATE INDEX ix_item_owner_organisation_id ON item (owner_organisation_id);
CREATE INDEX ix_item_order ON item (folded_title, id);
CREATE INDEX ix_item_search_text ON item USING gin (search_text extensions.gin_trgm_ops);

-- An item as panels, as roll-ups…: what differs from the item's sheet stands here, what does not is null.
CREATE TABLE item_format (
  id uuid NOT NULL DEFAULT uuidv7(),
  item_id uuid NOT NULL,
  format text NOT NULL,
  label text,
  external_id text,
  panels integer,
  dimensions text,
  space_m2 integer,
  needs_power boolean,
  weight_kg integer,
  packages integer,
  transport text,
  setup text,
  insurance_value_cents bigint,
  position smallint NOT NULL DEFAULT 0,
  added_on date NOT NULL DEFAULT ((now() AT TIME ZONE 'Europe/Paris')::date),
  retired_on date,
  CONSTRAINT pk_item_format PRIMARY KEY (id),
  CONSTRAINT uq_item_format_id_item_id UNIQUE (id, item_id),
  CONSTRAINT fk_item_format_item_id_item FOREIGN KEY (item_id) REFERENCES item (id) ON DELETE CASCADE,
  CONSTRAINT ck_item_format_format_known CHECK (format IN ('panels', 'self_standing', 'roll_up', 'case',
    'interactive_model', 'interactive')),
  CONSTRAINT ck_item_format_label_length CHECK (length(label) <= 120 AND btrim(label) <> ''),
  CONSTRAINT ck_item_format_external_id_length CHECK (length(external_id) <= 100 AND btrim(external_id) <> ''),
  CONSTRAINT ck_item_format_dimensions_length CHECK (length(dimensions) <= 300 AND btrim(dimensions) <> ''),
  CONSTRAINT ck_item_format_transport_length CHECK (length(transport) <= 1000 AND btrim(transport) <> ''),
  CONSTRAINT ck_item_format_setup_length CHECK (length(setup) <= 3000 AND btrim(setup) <> ''),
  CONSTRAINT ck_item_format_measures_bounded CHECK (panels BETWEEN 0 AND 1000 AND space_m2 BETWEEN 0 AND 100000
    AND weight_kg BETWEEN 0 AND 100000 AND packages BETWEEN 0 AND 10000
    AND insurance_value_cents BETWEEN 0 AND 10000000000),
  CONSTRAINT ck_item_format_retired_after_added CHECK (retired_on >= added_on)
);
CREATE INDEX ix_item_format_item_id ON item_format (item_id);
CREATE INDEX ix_item_format_external_id ON item_format (external_id);

-- What is blocked: a copy that goes out whole has no module, one that goes out in parts is its modules.
CREATE SEQUENCE unit_number;
CREATE TABLE unit (
  id uuid NOT NULL DEFAULT uuidv7(),
  format_id uuid NOT NULL,
  copy_number smallint NOT NULL DEFAULT 1,
  module_number smallint,
  name text,
  code text NOT NULL DEFAULT 'U' || lpad(nextval('unit_number')::text, 5, '0'),
  state text NOT NULL DEFAULT 'usable',
  state_note text,
  place text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT pk_unit PRIMARY KEY (id),
  CONSTRAINT uq_unit_code UNIQUE (code),
  CONSTRAINT uq_unit_format_id_copy_number_module_number UNIQUE NULLS NOT DISTINCT
    (format_id, copy_number, module_number),
  CONSTRAINT fk_unit_format_id_item_format FOREIGN KEY (format_id) REFERENCES item_format (id),
  CONSTRAINT ck_unit_copy_number_bounded CHECK (copy_number BETWEEN 1 AND 100),
  CONSTRAINT ck_unit_module_number_bounded CHECK (module_number BETWEEN 1 AND 200),
  CONSTRAINT ck_unit_name_length CHECK (length(name) <= 120 AND btrim(name) <> ''),
  CONSTRAINT ck_unit_code_length CHECK (length(code) <= 40 AND btrim(code) <> ''),
  CONSTRAINT ck_unit_state_known CHECK (state IN ('usable', 'damaged', 'lost', 'retired')),
  CONSTRAINT ck_unit_state_note_length CHECK (length(state_note) <= 500 AND btrim(state_note) <> ''),
  CONSTRAINT ck_unit_place_length CHECK (length(place) <= 200 AND btrim(place) <> ''),
  CONSTRAINT ex_unit_whole_or_in_modules EXCLUDE USING gist (format_id WITH =, copy_number WITH =,
    (CASE WHEN module_number IS NULL THEN 0 ELSE 1 END) WITH <>)
);

CREATE TABLE item_photo (
  id uuid NOT NULL DEFAULT uuidv7(),
  item_id uuid NOT NULL,
  file_id uuid NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  alt text NOT NULL,
  credit text NOT NULL,
  position smallint NOT NULL DEFAULT 0,
  CONSTRAINT pk_item_photo PRIMARY KEY (id),
  CONSTRAINT uq_item_photo_file_id UNIQUE (file_id),
  CONSTRAINT fk_item_photo_item_id_item FOREIGN KEY (item_id) REFERENCES item (id),
  CONSTRAINT fk_item_photo_file_id_stored_file FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT ck_item_photo_size_positive CHECK (width > 0 AND height > 0),
  CONSTRAINT ck_item_photo_alt_length CHECK (length(alt) <= 300 AND btrim(alt) <> ''),
  CONSTRAINT ck_item_photo_credit_length CHECK (length(credit) <= 200 AND btrim(credit) <> '')
);
CREATE INDEX ix_item_photo_item_id ON item_photo (item_id);

CREATE TABLE item_document (
  id uuid NOT NULL DEFAULT uuidv7(),
  item_id uuid NOT NULL,
  file_id uuid NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  is_public boolean NOT NULL DEFAULT true,
  position smallint NOT NULL DEFAULT 0,
  CONSTRAINT pk_item_document PRIMARY KEY (id),
  CONSTRAINT uq_item_document_file_id UNIQUE (file_id),
  CONSTRAINT fk_item_document_item_id_item FOREIGN KEY (item_id) REFERENCES item (id),
  CONSTRAINT fk_item_document_file_id_stored_file FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT ck_item_document_kind_known CHECK (kind IN ('teaching', 'setup', 'communication', 'other')),
  CONSTRAINT ck_item_document_title_length CHECK (length(title) <= 200 AND btrim(title) <> '')
);
CREATE INDEX ix_item_document_item_id ON item_document (item_id);

-- The common catalogue as it stood on a day: nothing of it changes any more. Its hash is of its text, as it is served.
CREATE TABLE catalogue_edition (
  id uuid NOT NULL DEFAULT uuidv7(),
  number integer NOT NULL,
  title text NOT NULL,
  content jsonb NOT NULL,
  sha256 text NOT NULL,
  items integer NOT NULL,
  lenders integer NOT NULL,
  frozen_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_catalogue_edition PRIMARY KEY (id),
  CONSTRAINT uq_catalogue_edition_number UNIQUE (number),
  CONSTRAINT ck_catalogue_edition_number_positive CHECK (number > 0),
  CONSTRAINT ck_catalogue_edition_title_length CHECK (length(title) <= 200 AND btrim(title) <> ''),
  CONSTRAINT ck_catalogue_edition_sha256_shape CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
CREATE FUNCTION edition_is_frozen() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an edition of the catalogue is frozen' USING ERRCODE = '23001';
END $$;
CREATE TRIGGER edition_is_frozen BEFORE UPDATE OR DELETE ON catalogue_edition
FOR EACH ROW EXECUTE FUNCTION edition_is_frozen();
CREATE TRIGGER tell_public_change AFTER INSERT ON catalogue_edition
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();

-- The rules of each item: its own where it has some, else its lender's, else none.
CREATE VIEW item_rule AS
SELECT i.id AS item_id, i.owner_organisation_id AS lender_organisation_id,
  coalesce(s.opening_days, '{1,2,3,4,5}') AS opening_days,
  coalesce(i.buffer_before_days, s.buffer_before_days, 0::smallint) AS buffer_before_days,
  coalesce(i.buffer_after_days, s.buffer_after_days, 0::smallint) AS buffer_after_days,
  coalesce(s.near_departments, '{}') AS near_departments,
  coalesce(i.buffer_before_days, s.far_buffer_before_days, 0::smallint) AS far_buffer_before_days,
  coalesce(i.buffer_after_days, s.far_buffer_after_days, 0::smallint) AS far_buffer_after_days,
  coalesce(i.notice_days, s.notice_days, 0::smallint) AS notice_days,
  coalesce(i.min_days, least(coalesce(s.min_days, 1::smallint), i.max_days)) AS min_days,
  coalesce(i.max_days, greatest(coalesce(s.max_days, 366::smallint), i.min_days)) AS max_days,
  coalesce(s.hold_days, 14::smallint) AS hold_days,
  coalesce(i.insurance, s.insurance, 'none') AS insurance
FROM item i LEFT JOIN lender_settings s
  ON coalesce(s.organisation_id, '00000000-0000-0000-0000-000000000000'::uuid)
   = coalesce(i.owner_organisation_id, '00000000-0000-0000-0000-000000000000'::uuid);

-- What figures count, one row a format: a format added to an item counts as the item does.
CREATE VIEW counted_item AS
SELECT f.id AS format_id, f.item_id, f.external_id, i.owner_organisation_id, i.title, i.category, f.format, i.themes,
  f.added_on, least(f.retired_on, i.retired_on) AS retired_on,
  f.id <> first_value(f.id) OVER (PARTITION BY f.item_id ORDER BY f.added_on, f.id) AS is_further_format
FROM item_format f JOIN item i ON i.id = f.item_id;

CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON item
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON item_format
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON unit
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON item_photo
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON item_document
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
-- A photograph is shown once it was found clean.
CREATE TRIGGER tell_public_change AFTER UPDATE OF scan ON stored_file
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON organisation_copy
FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
