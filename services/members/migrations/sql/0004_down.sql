DROP TABLE register_words, register_entry;
DROP FUNCTION refuse_register_change();
DROP FUNCTION enter_in_register(text, date, uuid, jsonb, jsonb);
DROP FUNCTION register_digest(bytea, bigint, timestamptz, date, text, uuid, jsonb, bytea);
DROP FUNCTION register_words_digest(uuid, jsonb);
