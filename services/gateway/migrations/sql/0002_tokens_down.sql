DROP TRIGGER end_tokens_of_deleted_membership ON membership_copy;
DROP TRIGGER end_tokens_of_former_membership ON membership_copy;
DROP TRIGGER follow_merge_with_tokens ON organisation_copy;
DROP FUNCTION end_tokens_of_membership();
DROP FUNCTION follow_merge_with_tokens();
DROP FUNCTION identity_of_token(text, bytea);
DROP VIEW api_token_now;
