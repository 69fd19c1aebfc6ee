ALTER TABLE motion DROP COLUMN closing_voices;
