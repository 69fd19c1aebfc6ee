"""A vocabulary as a programme has one: some words that every event says, and a long tail (Zipf's law)."""

import random
import unicodedata
from functools import cache
from itertools import accumulate

SIZE = 24_000
_COMMON = """
science atelier découverte expérience visite famille enfant animation public nature exposition conférence laboratoire
recherche chercheur découvrir partager médiathèque bibliothèque musée collège lycée élève énergie climat eau lumière
couleur étoile planète espace chimie physique mathématique santé corps cerveau microscope robot numérique informatique
histoire patrimoine industrie invention machine forêt oiseau insecte plante jardin rivière océan volcan fossile dinosaure
cristal aimant électricité signal musique image jeu énigme enquête défi
""".split()  # noqa: SIM905 (words read better as a text)
_HEADS = """
ba bré ca cha clo cré da dro fa fla fri ga glo gra jo la lu ma mi mo na nu pa plé pro ra ré sa so spé ta thé tri va vi
""".split()  # noqa: SIM905
_HEARTS = """
bo cé chi cu dé di du fé ga go la li lo ma mé mi mu na ni nou pa pi ra ro ru sa si sou ta té ti to vé vo
""".split()  # noqa: SIM905
_TAILS = """
bert cage cale chon dale dure fage gine gnac lade laire lange lier linge lope mage mine nage nelle nique page phage rade
reau rine ron sage scope sier tage tard tême thèque tier tique ton trope vage ville voir
""".split()  # noqa: SIM905


@cache
def vocabulary() -> tuple[str, ...]:
    """Return SIZE different words, the most said first; always the same."""
    made = {
        head + heart + tail if n % 3 else head + heart + _HEARTS[n % 11] + tail
        for head in _HEADS
        for heart in _HEARTS
        for n, tail in enumerate(_TAILS)
    }
    tail = sorted(made - set(_COMMON))
    random.Random(20271001).shuffle(tail)
    return (*_COMMON, *tail)[:SIZE]


@cache
def weights() -> tuple[float, ...]:
    """Return how often each word is said, added up, for `random.choices(cum_weights=…)`."""
    return tuple(accumulate(1 / (rank + 2) for rank in range(SIZE)))


def say(dice: random.Random, count: int) -> list[str]:
    """Return so many words, as often as they are said."""
    return dice.choices(vocabulary(), cum_weights=weights(), k=count)


def sentence(dice: random.Random, count: int) -> str:
    """Return a sentence of so many words, with the little words between them."""
    said = [
        f"{dice.choice(('la', 'le', 'une', 'des', 'avec', 'pour', 'dans'))} {word}"
        for word in say(dice, count)
    ]
    return " ".join(said).capitalize() + "."


def mistype(dice: random.Random, word: str) -> str:
    """Return the word with one letter lost, doubled, changed, or two turned round, and no word of the vocabulary."""
    known = set(vocabulary())
    while True:
        at = dice.randrange(1, len(word) - 1)
        wrong = dice.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + dice.choice("aeiorstln") + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )
        if wrong not in known and wrong != word:
            return wrong


def plain(word: str) -> str:
    """Return the word without accents, as addresses have it."""
    return unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()
