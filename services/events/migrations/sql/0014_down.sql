ALTER TEXT SEARCH CONFIGURATION programme
  ALTER MAPPING FOR numword, numhword, hword_numpart WITH pg_catalog.simple;
ALTER TEXT SEARCH CONFIGURATION programme_words
  ALTER MAPPING FOR numword, numhword, hword_numpart WITH pg_catalog.simple;

CREATE OR REPLACE FUNCTION lexeme_of(word text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN (
  SELECT CASE
    WHEN stem IS NULL THEN word
    WHEN cardinality(stem) = 0 OR ts_lexize('french_stop', stem[1]) = '{}' THEN NULL
    ELSE stem[1]
  END
  FROM (SELECT ts_lexize('pg_catalog.french_stem', word) AS stem) AS stemmed);

UPDATE lexicon_word SET lexeme = lexeme_of(word) WHERE word ~ '[0-9]';
SELECT refresh_cards(array_agg(id)) FROM event;
