-- What somebody looks for, one query a typed word, each of which a dossier must hold somewhere; null for nothing but stop
-- words. A word that no dossier of `known` holds, nor begins with, stands for those most like it, at most one letter
-- wrong in four, as in the agenda. `known` are the lexemes of what the asker may read: nothing else is hinted at.
CREATE FUNCTION dossier_terms(typed text, known text[]) RETURNS tsquery[]
LANGUAGE plpgsql STABLE STRICT AS $$
DECLARE
  word text;
  own text;
  near text[];
  term tsquery;
  answer tsquery[];
BEGIN
  FOREACH word IN ARRAY tsvector_to_array(to_tsvector('programme_words', left(typed, 400))) LOOP
    own := coalesce(lexeme_of(word), word);
    term := as_term(own) || (as_term(word)::text || ':*')::tsquery;
    IF length(word) BETWEEN 3 AND 60
      AND NOT EXISTS (SELECT FROM unnest(known) AS one WHERE one = own OR starts_with(one, word))
    THEN
      SELECT array_agg(lexeme) INTO near FROM (
        SELECT lexeme FROM (
          SELECT one AS lexeme, least(
            extensions.levenshtein_less_equal(one, own, greatest(1, length(word) / 4)),
            extensions.levenshtein_less_equal(one, word, greatest(1, length(word) / 4))) AS wrong
          FROM unnest(known) AS one WHERE length(one) BETWEEN length(own) - 3 AND length(word) + 3
        ) AS like_it
        WHERE wrong <= greatest(1, length(word) / 4)
        ORDER BY wrong, extensions.similarity(lexeme, word) DESC, lexeme LIMIT 4) AS nearest;
      SELECT coalesce(to_tsquery('simple', string_agg(as_term(one)::text, ' | ')), term) INTO term FROM unnest(near) AS one;
    END IF;
    answer := answer || term;
  END LOOP;
  RETURN answer;
END $$;
