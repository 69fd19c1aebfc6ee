-- When somebody was last seen: they signed in, a session of theirs asked for something, or a program of theirs did.
CREATE FUNCTION account_last_seen(account uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT greatest(
    a.created_at,
    (SELECT max(s.last_used_at) FROM sign_in_session s WHERE s.account_id = a.id),
    (SELECT max(t.last_used_at) FROM api_token t WHERE t.account_id = a.id),
    (SELECT max(e.at) FROM audit_value v JOIN audit_entry e USING (seq)
     WHERE v.subject_id = a.id::text AND e.action = 'signed_in'))
  FROM account a WHERE a.id = account
$$;
