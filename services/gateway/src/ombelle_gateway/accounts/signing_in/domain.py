"""Links, codes, and where one goes after signing in. Standard library only."""

import re
import secrets
from datetime import timedelta
from typing import Final

LINK_MINUTES: Final = 15
LINK_LIVES: Final = timedelta(minutes=LINK_MINUTES)
WRONG_CODES: Final = 5
CODE_LENGTH: Final = 8
# Neither 0 nor O, 1 nor I: codes are copied from a telephone to a screen.
_ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_LOCAL: Final = re.compile(
    r"/[!-\[\]-~]*"
)  # printable ASCII but the backslash, which browsers read as a slash
HOME: Final = "/espace"


def new_code() -> str:
    """Return a code of 40 random bits: five tries find it once in 200 thousand million."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(CODE_LENGTH))


def normalised_code(text: str) -> str:
    """Return a code as it was sent, however it was typed.

    Raises:
        ValueError: it cannot be one; in French.

    """
    code = re.sub(r"[\s-]", "", text).upper()
    if len(code) != CODE_LENGTH or any(one not in _ALPHABET for one in code):
        raise ValueError(f"Un code a {CODE_LENGTH} lettres et chiffres, comme il est dans le courriel.")
    return code


def local_path(text: str) -> str:
    """Return the path of a page of ours, query and fragment included.

    Raises:
        ValueError: it leads elsewhere, or a browser could read it so; in French.

    """
    segments = re.split(r"[?#]", text, maxsplit=1)[0].split("/")[1:]
    if not _LOCAL.fullmatch(text) or "" in segments[:-1] or {".", ".."}.intersection(segments):
        raise ValueError("Une adresse de ce site est attendue, qui commence par une seule barre : /espace.")
    return text
