DROP TABLE organisation_reference, directory_correction_field, directory_correction;
DROP TRIGGER tell_directory_change ON organisation;
DROP TRIGGER forget_directory_consent ON organisation;
DROP VIEW public_organisation;
DROP TABLE directory_consent;
DROP FUNCTION tell_directory_change, forget_directory_consent;
