DROP TRIGGER administrator_stays ON membership;
DROP FUNCTION require_administrator();
