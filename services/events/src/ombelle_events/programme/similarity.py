"""How much two names have in common, as PostgreSQL's `similarity` counts it: shared letter triples."""

from ombelle_events.programme.plain_words import fold


def trigrams(text: str) -> frozenset[str]:
    """The letter triples of a text, folded, each word standing alone."""
    words = [f"  {word} " for word in fold(text).split()]
    return frozenset(word[i : i + 3] for word in words for i in range(len(word) - 2))


def share(one: frozenset[str], other: frozenset[str], *, at_least: float = 0.0) -> float:
    """The share of common triples, from 0 to 1; 0 at once when the sizes alone keep it below `at_least`."""
    small, large = sorted((len(one), len(other)))
    if not small or small < at_least * large:
        return 0.0
    common = len(one & other)
    return common / (small + large - common)


def name_similarity(one: str, other: str) -> float:
    """The share of common triples of two texts."""
    return share(trigrams(one), trigrams(other))
