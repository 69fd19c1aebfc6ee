-- What is asked of an organisation that sees to its own loans: a mail of ours, and that it was sent.
CREATE TABLE forwarded_request (
  id uuid DEFAULT uuidv7() NOT NULL,
  item_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  contact_name text,
  contact_email text,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  place_name text NOT NULL,
  place_address text,
  commune_insee text NOT NULL,
  commune_name text,
  department text NOT NULL,
  message text,
  created_by text NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT pk_forwarded_request PRIMARY KEY (id),
  CONSTRAINT uq_forwarded_request_asked_once UNIQUE (organisation_id, item_id, starts_on, ends_on),
  CONSTRAINT fk_forwarded_request_item_id_item FOREIGN KEY (item_id) REFERENCES item (id),
  CONSTRAINT ck_forwarded_request_days_in_order CHECK (ends_on >= starts_on),
  CONSTRAINT ck_forwarded_request_contact_whole CHECK ((contact_name IS NULL) = (contact_email IS NULL)),
  CONSTRAINT ck_forwarded_request_contact_name_length CHECK (length(contact_name) <= 200 AND btrim(contact_name) <> ''),
  CONSTRAINT ck_forwarded_request_contact_email_length CHECK (
    length(contact_email) <= 254 AND btrim(contact_email) <> ''),
  CONSTRAINT ck_forwarded_request_place_name_length CHECK (length(place_name) <= 200 AND btrim(place_name) <> ''),
  CONSTRAINT ck_forwarded_request_place_address_length CHECK (
    length(place_address) <= 500 AND btrim(place_address) <> ''),
  CONSTRAINT ck_forwarded_request_commune_name_length CHECK (length(commune_name) <= 100 AND btrim(commune_name) <> ''),
  CONSTRAINT ck_forwarded_request_message_length CHECK (length(message) <= 5000 AND btrim(message) <> '')
);
CREATE INDEX ix_forwarded_request_item_id ON forwarded_request (item_id);
CREATE INDEX ix_forwarded_request_contact_email ON forwarded_request (lower(contact_email))
  WHERE contact_email IS NOT NULL;
