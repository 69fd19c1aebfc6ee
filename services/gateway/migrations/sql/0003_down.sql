DROP FUNCTION account_last_seen(uuid);
