DROP TRIGGER follow_merge_with_webhooks ON organisation_copy;
DROP FUNCTION follow_merge_with_webhooks();
