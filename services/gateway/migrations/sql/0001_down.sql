DROP FUNCTION identity_of_session(bytea);
DROP FUNCTION session_serves(timestamptz, timestamptz, boolean);
DROP FUNCTION organisations_of(uuid);
DROP FUNCTION roles_of(uuid);
DROP FUNCTION limit_acquire(bytea, integer, integer, integer);
DROP TABLE membership_copy, organisation_copy, limit_hit, sign_in_session, sign_in_link, account_role, email_change, account;
DROP FUNCTION keep_last_administrator();
