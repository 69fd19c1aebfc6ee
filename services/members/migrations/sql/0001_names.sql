-- Names compared: lower case, without accents.
CREATE FUNCTION fold(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(extensions.unaccent('extensions.unaccent'::regdictionary, value));

-- The words of a folded text, in their order: letters and digits only.
CREATE FUNCTION folded_words(value text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_remove(regexp_split_to_array(fold(coalesce(value, '')), '[^a-z0-9]+'), '');

-- What tells an organisation from its neighbours: its name without articles, legal forms and the commune that it
-- is in. « Mairie », « ville de » and « commune de » are one word, since two of them in one place are one town hall.
-- Where nothing else is left, the whole name.
CREATE FUNCTION core_name(name text, commune_name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT coalesce(
    nullif(array_to_string(array_agg(
      CASE WHEN word IN ('ville', 'commune', 'municipalite') THEN 'mairie' ELSE word END ORDER BY place)
      FILTER (WHERE word <> ALL (folded_words(commune_name))
        AND word <> ALL ('{association,associations,assoc,asso,loi,1901,societe,sarl,sas,sasu,sa,eurl,ei,scop,scic,sci,gie,gip,epcc,epic,scs,snc,de,du,des,d,la,le,les,l,et,a,au,aux,en}')),
      ' '), ''),
    array_to_string(folded_words(name), ' '))
  FROM unnest(folded_words(name)) WITH ORDINALITY AS words (word, place));

-- What two core names have in common, from 0 to 1: letters, or that one is said within the other (« La Marmite » and
-- « Collectif La Marmite »).
CREATE FUNCTION likeness(one text, other text) RETURNS float8
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN greatest(
  extensions.similarity(one, other),
  0.8 * extensions.strict_word_similarity(one, other),
  0.8 * extensions.strict_word_similarity(other, one));
