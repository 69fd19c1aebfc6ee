-- Tokens, with what decides whether they serve: that they are not over (ended, or past their last day in Paris), their
-- maker, and the maker's place in the organisation.
CREATE VIEW api_token_now AS
SELECT t.*, a.name AS maker_name, a.email AS maker_email, a.locale AS maker_locale, o.name AS organisation_name,
  d.is_over, NOT d.is_over AND a.suspended_at IS NULL AND m.role IS NOT NULL AS is_live
FROM api_token t JOIN account a ON a.id = t.account_id
CROSS JOIN LATERAL (
  SELECT t.ended_at IS NOT NULL OR t.expires_on < (now() AT TIME ZONE 'Europe/Paris')::date AS is_over
) d
LEFT JOIN organisation_copy o ON o.organisation_id = t.organisation_id
LEFT JOIN membership_copy m ON (m.account_id, m.organisation_id) = (t.account_id, t.organisation_id);

-- Whom a program's token speaks for, in one statement that the edge asks at every request: never from a memory, so
-- that what was taken away is gone at the next one. Nothing for a token that is unknown or does not serve.
CREATE FUNCTION identity_of_token(presented_prefix text, presented_digest bytea)
RETURNS TABLE (token_id uuid, account_id uuid, organisation_id uuid, scopes text[])
LANGUAGE sql VOLATILE AS $$
  WITH chance AS MATERIALIZED (
    SELECT uuid_send(gen_random_uuid()) AS salt
  ), known AS MATERIALIZED (
    SELECT t.id, t.account_id, t.organisation_id, t.scopes, t.last_used_at FROM api_token_now t CROSS JOIN chance
    WHERE t.prefix = presented_prefix AND t.is_live
      -- Salted anew each time, digests tell nothing by how long it takes to find that they differ.
      AND sha256(t.digest || chance.salt) = sha256(presented_digest || chance.salt)
  ), used AS (
    -- At most once a minute, and nobody waits for another's writing of it.
    UPDATE api_token SET last_used_at = now()
    WHERE id = (
      SELECT t.id FROM api_token t JOIN known k ON k.id = t.id
      WHERE t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute'
      FOR NO KEY UPDATE OF t SKIP LOCKED
    )
  )
  SELECT k.id, k.account_id, k.organisation_id, k.scopes FROM known k
$$;

-- A merged organisation's tokens go on as the other's: they act for whoever holds its events now.
CREATE FUNCTION follow_merge_with_tokens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE api_token SET organisation_id = NEW.merged_into WHERE organisation_id = NEW.organisation_id;
  RETURN NULL;
END $$;

CREATE TRIGGER follow_merge_with_tokens AFTER INSERT OR UPDATE OF merged_into ON organisation_copy
FOR EACH ROW WHEN (NEW.merged_into IS NOT NULL) EXECUTE FUNCTION follow_merge_with_tokens();

-- Whoever left an organisation has no token there that serves, and coming back revives none. They are ended only then:
-- a merge tells that its people left the one before, or after, it tells that the one is the other now.
CREATE FUNCTION end_tokens_of_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE api_token SET ended_at = now(), ended_by = 'membership'
  WHERE (account_id, organisation_id) = (OLD.account_id, OLD.organisation_id) AND ended_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER end_tokens_of_former_membership AFTER UPDATE OF role ON membership_copy
FOR EACH ROW WHEN (OLD.role IS NULL AND NEW.role IS NOT NULL) EXECUTE FUNCTION end_tokens_of_membership();

CREATE TRIGGER end_tokens_of_deleted_membership AFTER DELETE ON membership_copy
FOR EACH ROW EXECUTE FUNCTION end_tokens_of_membership();
