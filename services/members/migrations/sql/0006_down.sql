DROP FUNCTION register_faults();
DROP TRIGGER representative_in_register ON representative;
DROP TRIGGER college_membership_in_register ON college_membership;
DROP FUNCTION register_representative();
DROP FUNCTION register_college_membership();
DROP TABLE membership_application;
DROP FUNCTION member_name(uuid);
DROP FUNCTION member_status(uuid, date);
DROP FUNCTION member_since(uuid, date);
