"""Finding a word in texts that PostgreSQL holds. Standard library only."""

import re
from collections.abc import Iterable


def word_patterns(words: Iterable[str]) -> list[str]:
    """Return regular expressions of PostgreSQL that find each word whole, in lower case: `a@b.fr` is not in `la@b.fr`."""
    return [rf"(?<![\w.%+-]){re.escape(word.lower())}(?!-?\w|\.\w)" for word in words if word]
