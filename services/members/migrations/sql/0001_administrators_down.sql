DROP FUNCTION role_in(uuid, uuid, uuid[]);
DROP TRIGGER administrator_stays ON membership;
DROP FUNCTION require_administrator();
