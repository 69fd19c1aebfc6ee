ALTER TABLE loan DROP COLUMN extension_asked_until, DROP COLUMN extension_asked_at, DROP COLUMN extension_message;
