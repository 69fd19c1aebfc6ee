-- A merged organisation's webhooks go on as the other's, whose administrators see them and may end them.
CREATE FUNCTION follow_merge_with_webhooks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE webhook SET organisation_id = NEW.merged_into WHERE organisation_id = NEW.organisation_id;
  RETURN NULL;
END $$;

CREATE TRIGGER follow_merge_with_webhooks AFTER INSERT OR UPDATE OF merged_into ON organisation_copy
FOR EACH ROW WHEN (NEW.merged_into IS NOT NULL) EXECUTE FUNCTION follow_merge_with_webhooks();
