-- Accounts, how they sign in, what they may be, and copies of what the members service owns.

CREATE TABLE account (
  id uuid CONSTRAINT pk_account PRIMARY KEY DEFAULT uuidv7(),
  email text NOT NULL,
  name text NOT NULL,
  locale text NOT NULL DEFAULT 'fr',
  created_at timestamptz NOT NULL DEFAULT now(),
  suspended_at timestamptz,
  demo_key text CONSTRAINT uq_account_demo_key UNIQUE,
  version integer NOT NULL DEFAULT 1,
  -- A name with accents is in xn--… form: two addresses that look alike are two, and are seen to be.
  CONSTRAINT ck_account_email_is_ascii CHECK (email ~ '^[!-?A-~]+@[!-?A-~]+$' AND length(email) <= 254),
  CONSTRAINT ck_account_name_is_short_text CHECK (length(name) BETWEEN 1 AND 100 AND name !~ '[[:cntrl:]]'),
  CONSTRAINT ck_account_locale_known CHECK (locale IN ('fr', 'en'))
);
CREATE UNIQUE INDEX uq_account_email ON account (lower(email));

CREATE TABLE email_change (
  account_id uuid CONSTRAINT pk_email_change PRIMARY KEY
    CONSTRAINT fk_email_change_account_id REFERENCES account ON DELETE CASCADE,
  email text NOT NULL,
  token_hash bytea NOT NULL CONSTRAINT uq_email_change_token_hash UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);

CREATE TABLE account_role (
  account_id uuid CONSTRAINT fk_account_role_account_id REFERENCES account ON DELETE CASCADE,
  role text,
  given_at timestamptz NOT NULL DEFAULT now(),
  given_by text NOT NULL,
  CONSTRAINT pk_account_role PRIMARY KEY (account_id, role),
  CONSTRAINT ck_account_role_role_known
    CHECK (role IN ('reviewer', 'coordinator', 'lender', 'secretary', 'treasurer', 'administrator'))
);
CREATE INDEX ix_account_role_role ON account_role (role);

CREATE TABLE sign_in_link (
  id uuid CONSTRAINT pk_sign_in_link PRIMARY KEY DEFAULT uuidv7(),
  token_hash bytea NOT NULL CONSTRAINT uq_sign_in_link_token_hash UNIQUE,
  code_hash bytea,
  browser_hash bytea,
  email text NOT NULL,
  locale text NOT NULL,
  next text,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  spent_at timestamptz,
  wrong_codes smallint NOT NULL DEFAULT 0,
  CONSTRAINT ck_sign_in_link_locale_known CHECK (locale IN ('fr', 'en')),
  CONSTRAINT ck_sign_in_link_next_is_local CHECK (next ~ '^/' AND next !~ '^//')
);
CREATE INDEX ix_sign_in_link_browser ON sign_in_link (browser_hash);
CREATE INDEX ix_sign_in_link_expires ON sign_in_link (expires_at);

CREATE TABLE sign_in_session (
  id uuid CONSTRAINT pk_sign_in_session PRIMARY KEY DEFAULT uuidv7(),
  token_hash bytea NOT NULL CONSTRAINT uq_sign_in_session_token_hash UNIQUE,
  account_id uuid NOT NULL CONSTRAINT fk_sign_in_session_account_id REFERENCES account ON DELETE CASCADE,
  method text NOT NULL,
  browser text,
  network cidr,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ck_sign_in_session_method_known CHECK (method IN ('link', 'passkey', 'oidc', 'demo')),
  CONSTRAINT ck_sign_in_session_token_hash_is_sha256 CHECK (length(token_hash) = 32)
);
CREATE INDEX ix_sign_in_session_account ON sign_in_session (account_id);

CREATE TABLE limit_hit (
  id bigint CONSTRAINT pk_limit_hit PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  key bytea NOT NULL,
  at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX ix_limit_hit_key ON limit_hit (key, at);
CREATE INDEX ix_limit_hit_expires ON limit_hit (expires_at);

CREATE TABLE organisation_copy (
  organisation_id uuid CONSTRAINT pk_organisation_copy PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL,
  merged_into uuid,
  version bigint NOT NULL
);

CREATE TABLE membership_copy (
  account_id uuid CONSTRAINT fk_membership_copy_account_id REFERENCES account ON DELETE CASCADE,
  organisation_id uuid,
  role text,
  version bigint NOT NULL,
  CONSTRAINT pk_membership_copy PRIMARY KEY (account_id, organisation_id),
  CONSTRAINT ck_membership_copy_role_known CHECK (role IN ('editor', 'administrator'))
);
CREATE INDEX ix_membership_copy_organisation ON membership_copy (organisation_id);

-- The agency is never left without an administrator who can come in. Takers and suspenders take turns, so that two
-- administrators who remove each other at once do not both succeed.
CREATE FUNCTION keep_last_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  leaving uuid;
BEGIN
  IF TG_TABLE_NAME = 'account' THEN
    leaving := NEW.id;
    IF NOT EXISTS (SELECT FROM account_role r WHERE r.account_id = leaving AND r.role = 'administrator') THEN
      RETURN NEW;
    END IF;
  ELSE
    leaving := OLD.account_id;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('keep_last_administrator'));
  IF NOT EXISTS (
    SELECT FROM account_role r JOIN account a ON a.id = r.account_id
    WHERE r.role = 'administrator' AND a.id <> leaving AND a.suspended_at IS NULL
  ) THEN
    RAISE EXCEPTION 'the last administrator stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'last_administrator_stays';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER last_administrator_stays BEFORE DELETE ON account_role FOR EACH ROW
WHEN (OLD.role = 'administrator') EXECUTE FUNCTION keep_last_administrator();
CREATE TRIGGER last_administrator_not_suspended BEFORE UPDATE OF suspended_at ON account FOR EACH ROW
WHEN (OLD.suspended_at IS NULL AND NEW.suspended_at IS NOT NULL) EXECUTE FUNCTION keep_last_administrator();

-- One attempt within a moving window of so many seconds; false when there were too many. Attempts under one key take
-- turns, so that no two of them are both the last one allowed.
CREATE FUNCTION limit_acquire(wanted bytea, most integer, seconds integer, amount integer) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(encode(wanted, 'hex'), 0));
  IF amount + (
    SELECT count(*) FROM limit_hit h
    WHERE h.key = wanted AND h.at > clock_timestamp() - make_interval(secs => seconds)
  ) > most THEN
    RETURN false;
  END IF;
  INSERT INTO limit_hit (key, at, expires_at)
  SELECT wanted, clock_timestamp(), clock_timestamp() + make_interval(secs => seconds)
  FROM generate_series(1, amount);
  RETURN true;
END $$;

CREATE FUNCTION roles_of(account uuid) RETURNS text[] LANGUAGE sql STABLE
AS $$ SELECT coalesce(array_agg(r.role ORDER BY r.role), '{}') FROM account_role r WHERE r.account_id = account $$;

-- {organisation id: role}, without organisations that became another one.
CREATE FUNCTION organisations_of(account uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(m.organisation_id, m.role), '{}')
  FROM membership_copy m LEFT JOIN organisation_copy o USING (organisation_id)
  WHERE m.account_id = account AND m.role IS NOT NULL AND o.merged_into IS NULL
$$;

-- Until when a session serves: 30 days after its last use and 180 after its beginning; 12 hours after its last use for
-- whoever has a role of the agency.
CREATE FUNCTION session_serves(begun timestamptz, used timestamptz, has_role boolean) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT begun > now() - interval '180 days'
    AND used > now() - CASE WHEN has_role THEN interval '12 hours' ELSE interval '30 days' END
$$;

-- Who presents this cookie (its SHA-256); no row: nobody. Its use is noted every five minutes, and by one of those
-- who come at once: the others do not wait.
CREATE FUNCTION identity_of_session(presented bytea)
RETURNS TABLE (subject text, roles text[], organisations jsonb) LANGUAGE plpgsql AS $$
DECLARE
  found_session uuid;
  found_account uuid;
  used timestamptz;
BEGIN
  SELECT s.id, a.id, s.last_used_at, roles_of(a.id) INTO found_session, found_account, used, roles
  FROM sign_in_session s JOIN account a ON a.id = s.account_id
  WHERE s.token_hash = presented AND a.suspended_at IS NULL
    AND session_serves(s.created_at, s.last_used_at, EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id));
  IF found_session IS NULL THEN
    RETURN;
  END IF;
  IF used < now() - interval '5 minutes' THEN
    UPDATE sign_in_session s SET last_used_at = now()
    WHERE s.id = (SELECT t.id FROM sign_in_session t WHERE t.id = found_session FOR UPDATE SKIP LOCKED);
  END IF;
  subject := found_account::text;
  organisations := organisations_of(found_account);
  RETURN NEXT;
END $$;
