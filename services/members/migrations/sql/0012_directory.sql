-- What of an organisation's address book its people agreed to show. Consent to stand in the directory is the
-- organisation's own (`is_public`); without it nothing is shown, and taking it back takes these back too.
CREATE TABLE directory_consent (
  organisation_id uuid PRIMARY KEY REFERENCES organisation (id),
  shows_email boolean NOT NULL DEFAULT false,
  shows_phone boolean NOT NULL DEFAULT false,
  given_by uuid REFERENCES person (id),
  given_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ix_directory_consent_given_by ON directory_consent (given_by);

CREATE FUNCTION forget_directory_consent() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM directory_consent WHERE organisation_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_directory_consent AFTER UPDATE ON organisation
  FOR EACH ROW WHEN ((OLD.is_public AND NOT NEW.is_public) OR (OLD.merged_into IS NULL AND NEW.merged_into IS NOT NULL))
  EXECUTE FUNCTION forget_directory_consent();

-- An organisation as anybody may see it. Its address on the site keeps leading to it when its name changes: the end of
-- it is the id's.
CREATE VIEW public_organisation AS
SELECT o.id,
  left(coalesce(nullif(array_to_string(folded_words(o.name), '-'), ''), 'structure'), 80) || '-' || right(o.id::text, 12)
    AS slug,
  o.name, o.kind, o.address, o.postal_code, o.commune_insee, o.commune_name, o.department, o.latitude, o.longitude,
  o.website, CASE WHEN c.shows_email THEN o.email END AS email, CASE WHEN c.shows_phone THEN o.phone END AS phone,
  o.description, o.themes, o.offers, o.folded_name, o.search_text, o.updated_at
FROM organisation o LEFT JOIN directory_consent c ON c.organisation_id = o.id
WHERE o.is_public AND o.merged_into IS NULL;

-- What anybody may be shown has changed: kept public answers are old. The gateway listens.
CREATE FUNCTION tell_directory_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('ombelle_agenda', '');
  RETURN NULL;
END $$;
CREATE TRIGGER tell_directory_change AFTER INSERT OR UPDATE OR DELETE ON organisation
  FOR EACH STATEMENT EXECUTE FUNCTION tell_directory_change();
CREATE TRIGGER tell_directory_change AFTER INSERT OR UPDATE OR DELETE ON directory_consent
  FOR EACH STATEMENT EXECUTE FUNCTION tell_directory_change();

-- What somebody says is wrong on an organisation's page; each field waits for whoever keeps the directory.
CREATE TABLE directory_correction (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  origin text NOT NULL CHECK (origin IN ('organisation', 'account', 'visitor')),
  person_id uuid REFERENCES person (id),
  email text CHECK (length(email) <= 254 AND btrim(email) <> ''),
  message text CHECK (length(message) <= 2000 AND btrim(message) <> ''),
  answer text CHECK (length(answer) <= 2000 AND btrim(answer) <> ''),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'settled')),
  settled_by uuid REFERENCES person (id),
  settled_at timestamptz,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ck_directory_correction_settled_whole CHECK ((state = 'settled') = (settled_at IS NOT NULL)),
  CONSTRAINT ck_directory_correction_sender CHECK (origin <> 'visitor' OR person_id IS NULL)
);
CREATE INDEX ix_directory_correction_organisation_id ON directory_correction (organisation_id);
CREATE INDEX ix_directory_correction_person_id ON directory_correction (person_id);
CREATE INDEX ix_directory_correction_waiting ON directory_correction (id) WHERE state = 'waiting';

CREATE TABLE directory_correction_field (
  correction_id uuid NOT NULL REFERENCES directory_correction (id),
  field text NOT NULL CHECK (field IN ('name', 'kind', 'address', 'postal_code', 'commune_insee', 'commune_name',
    'latitude', 'longitude', 'website', 'email', 'phone', 'description', 'themes', 'offers')),
  proposed jsonb NOT NULL,
  decision text CHECK (decision IN ('accepted', 'refused')),
  PRIMARY KEY (correction_id, field)
);

-- What imports call an organisation of the directory: `org-0103` in their files.
CREATE TABLE organisation_reference (
  external_id text PRIMARY KEY CHECK (length(external_id) <= 200 AND btrim(external_id) <> ''),
  organisation_id uuid NOT NULL REFERENCES organisation (id)
);
CREATE INDEX ix_organisation_reference_organisation_id ON organisation_reference (organisation_id);
