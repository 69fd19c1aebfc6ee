DROP FUNCTION likeness(text, text);
DROP FUNCTION core_name(text, text);
DROP FUNCTION folded_words(text);
DROP FUNCTION fold(text);
