-- What was answered to a request that named itself: asked again, it is answered the same and nothing is done twice.
-- A row is there when what was asked is done, both by one transaction.

CREATE TABLE idempotent_request (
  caller text NOT NULL,
  key text NOT NULL,
  digest bytea NOT NULL CONSTRAINT ck_idempotent_request_digest_is_sha256 CHECK (length(digest) = 32),
  result jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pk_idempotent_request PRIMARY KEY (caller, key)
);
CREATE INDEX ix_idempotent_request_at ON idempotent_request (at);
