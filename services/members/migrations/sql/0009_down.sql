DROP TABLE duty_reminder, duty_done, duty, officer_details;
DROP FUNCTION officers_on(date), declared_on(date);
DROP TABLE declaration_step, declaration_cause, declaration, association_version, stored_file;
DROP FUNCTION register_declaration, register_association;
