-- French, accent-blind search. Stop words are taken out before accents are, or "à" and "même" would be
-- indexed as "a" and "mem"; `programme_words` keeps whole folded words, for the lexicon.
CREATE FUNCTION fold(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(extensions.unaccent('extensions.unaccent'::regdictionary, value));

CREATE TEXT SEARCH DICTIONARY french_stop (TEMPLATE = pg_catalog.simple, STOPWORDS = french, ACCEPT = false);
CREATE TEXT SEARCH CONFIGURATION programme (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION programme
  ALTER MAPPING FOR asciiword, word, hword, hword_part, asciihword, hword_asciipart
  WITH french_stop, extensions.unaccent, pg_catalog.french_stem;
CREATE TEXT SEARCH CONFIGURATION programme_words (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION programme_words
  ALTER MAPPING FOR asciiword, word, hword, hword_part, asciihword, hword_asciipart
  WITH french_stop, extensions.unaccent, pg_catalog.simple;

-- The lexeme under which a folded word is indexed; null for a stop word, and for one whose stem is a stop word
-- ("les" is indexed as "le", which would match every title).
CREATE FUNCTION lexeme_of(word text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN (
  SELECT CASE
    WHEN stem IS NULL THEN word
    WHEN cardinality(stem) = 0 OR ts_lexize('french_stop', stem[1]) = '{}' THEN NULL
    ELSE stem[1]
  END
  FROM (SELECT ts_lexize('pg_catalog.french_stem', word) AS stem) AS stemmed);

CREATE FUNCTION as_term(lexeme text) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN ('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''')::tsquery;

-- What one typed word means (null for a stop word): itself when the programme knows it; else the words it begins; else the words
-- most like it, at most one letter wrong in four. A word like nothing finds nothing.
CREATE FUNCTION word_query(typed text) RETURNS tsquery
LANGUAGE plpgsql STABLE STRICT AS $$
DECLARE
  own text := lexeme_of(typed);
  terms text[];
  term text;
  answer tsquery;
BEGIN
  IF own IS NULL THEN
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM lexicon_word WHERE lexeme = own) THEN
    RETURN as_term(own);
  END IF;
  IF length(typed) >= 3 THEN
    SELECT array_agg(DISTINCT lexeme) INTO terms FROM (
      SELECT lexeme FROM lexicon_word
      WHERE word LIKE replace(replace(replace(typed, '\', '\\'), '%', '\%'), '_', '\_') || '%'
      ORDER BY length(word), word LIMIT 24) AS begun;
  END IF;
  IF terms IS NULL AND length(typed) BETWEEN 3 AND 60 THEN
    SELECT array_agg(DISTINCT lexeme) INTO terms FROM (
      SELECT lexeme FROM (
        SELECT word, lexeme, extensions.levenshtein_less_equal(word, typed, greatest(1, length(typed) / 4)) AS wrong
        FROM lexicon_word
        WHERE word OPERATOR(extensions.%) typed AND length(word) BETWEEN length(typed) - 3 AND length(typed) + 3
      ) AS near
      WHERE wrong <= greatest(1, length(typed) / 4)
      ORDER BY wrong, extensions.similarity(word, typed) DESC, word LIMIT 4) AS nearest;
  END IF;
  IF terms IS NULL THEN
    RETURN as_term(own);
  END IF;
  FOREACH term IN ARRAY terms LOOP
    answer := CASE WHEN answer IS NULL THEN as_term(term) ELSE answer || as_term(term) END;
  END LOOP;
  RETURN answer;
END $$;

-- Every word of a search must be found; null when it holds nothing but stop words.
CREATE FUNCTION search_query(typed text) RETURNS tsquery
LANGUAGE plpgsql STABLE STRICT AS $$
DECLARE
  word text;
  term tsquery;
  answer tsquery;
BEGIN
  FOREACH word IN ARRAY tsvector_to_array(to_tsvector('programme_words', left(typed, 400))) LOOP
    term := word_query(word);
    answer := coalesce(answer && term, answer, term);
  END LOOP;
  RETURN answer;
END $$;
