-- The parser tells words that hold digits from others. They have no stem: they are indexed as they stand, without
-- accents, and what is typed is looked for likewise.
ALTER TEXT SEARCH CONFIGURATION programme
  ALTER MAPPING FOR numword, numhword, hword_numpart WITH extensions.unaccent, pg_catalog.simple;
ALTER TEXT SEARCH CONFIGURATION programme_words
  ALTER MAPPING FOR numword, numhword, hword_numpart WITH extensions.unaccent, pg_catalog.simple;

CREATE OR REPLACE FUNCTION lexeme_of(word text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN (
  SELECT CASE
    WHEN stem IS NULL OR word ~ '[0-9]' THEN word
    WHEN cardinality(stem) = 0 OR ts_lexize('french_stop', stem[1]) = '{}' THEN NULL
    ELSE stem[1]
  END
  FROM (SELECT ts_lexize('pg_catalog.french_stem', word) AS stem) AS stemmed);

DELETE FROM lexicon_word WHERE word ~ '[0-9]';
SELECT refresh_cards(array_agg(id)) FROM event;
-- refresh_cards() learns the words of what it rewrites: most cards hold the same words as before.
INSERT INTO lexicon_word (word, lexeme)
SELECT word, word FROM (SELECT DISTINCT unnest(tsvector_to_array(search)) AS word FROM agenda_card) AS words
WHERE word ~ '[0-9]' AND length(word) BETWEEN 2 AND 60
ON CONFLICT DO NOTHING;
