-- A published form is what people answered: it never changes, nor goes. Who wrote it may be forgotten.
CREATE FUNCTION keep_published_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'form version % is published', OLD.id
    USING ERRCODE = 'check_violation', CONSTRAINT = 'form_version_published_is_kept';
END $$;

CREATE TRIGGER form_version_published_is_kept
BEFORE DELETE OR UPDATE OF id, call_id, number, definition, published_at ON form_version
FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION keep_published_form();
