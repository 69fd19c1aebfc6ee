-- An organisation that people act for has an administrator among them, or is known to the coordination as having
-- none. The row's lock makes those who leave at once take turns: the second one sees what the first one did.
CREATE FUNCTION require_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  concerned uuid := OLD.organisation_id;
BEGIN
  PERFORM FROM organisation WHERE id = concerned FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM organisation WHERE id = concerned AND merged_into IS NULL AND unadministered_since IS NULL)
    AND NOT EXISTS (
      SELECT FROM membership WHERE organisation_id = concerned AND ended_at IS NULL AND role = 'administrator')
  THEN
    RAISE EXCEPTION 'organisation % would have no administrator', concerned
      USING ERRCODE = 'check_violation', CONSTRAINT = 'administrator_stays';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER administrator_stays AFTER UPDATE OR DELETE ON membership
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (OLD.role = 'administrator' AND OLD.ended_at IS NULL)
EXECUTE FUNCTION require_administrator();

-- What somebody is in an organisation: a person by their membership, a program by its token.
CREATE FUNCTION role_in(organisation uuid, account uuid, programs uuid[]) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(
  (SELECT m.role FROM membership m JOIN person p ON p.id = m.person_id
    WHERE p.account_id = account AND m.organisation_id = organisation AND m.ended_at IS NULL),
  CASE WHEN organisation = ANY (programs) THEN 'editor' END);
