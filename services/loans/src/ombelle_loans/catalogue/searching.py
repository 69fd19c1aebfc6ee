"""How items are found by words: pieces of SQL that those who list items share.

A typed word finds what begins with it, or with its stem; where nothing does, what is most like it. Case and accents do
not count, nor do stop words. `visible` is the statement's own relation of what may be found: `id`, and `words` as
`folded_words` gives them.
"""

from typing import Final

# How alike two words are that one letter in five or so tells apart, and how much of an item's words are compared.
_ALIKE: Final = "0.45"
_COMPARED: Final = "1500"

WORDS: Final = """
typed AS MATERIALIZED (
  SELECT w.word, coalesce((ts_lexize('pg_catalog.french_stem', w.word))[1], w.word) AS stem
  FROM regexp_split_to_table(btrim(folded_words(:q)), ' ') AS w (word)
  WHERE w.word <> '' AND ts_lexize('pg_catalog.french_stem', w.word) IS DISTINCT FROM '{}'
), asked AS MATERIALIZED (
  SELECT t.word, t.stem, EXISTS (SELECT FROM visible v
    WHERE v.words LIKE '% ' || t.word || '%' OR v.words LIKE '% ' || t.stem || '%') AS is_known
  FROM typed t
)"""
"""Relations of a `WITH`, after `visible`; `:q` is what was typed."""
FOUND: Final = f"""
NOT EXISTS (SELECT FROM asked a WHERE NOT (
  v.words LIKE '% ' || a.word || '%' OR v.words LIKE '% ' || a.stem || '%'
  OR NOT a.is_known AND length(a.word) >= 4
    AND extensions.strict_word_similarity(a.word, left(v.words, {_COMPARED})) >= {_ALIKE}))"""
"""Whether the row `v` of `visible` holds every word that was typed."""
