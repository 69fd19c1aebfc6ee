"""What any text from outside must be before a database can hold it, and before others are shown it."""

import re
import unicodedata
from typing import Final

STORABLE: Final = r"^[^\x00]*$"
"""For `pattern=`: PostgreSQL's text has no NUL. Half characters never get here: JSON's reader refuses them."""

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_JOINERS: Final = "\u200c\u200d"  # Persian and Indian names are written with them
_WEB_ADDRESS: Final = re.compile(r"://|\bwww\.", re.IGNORECASE)


def refuse_hidden(text: str, *, but: str = "") -> str:
    """Return a text of which every character is seen.

    Raises:
        ValueError: it holds a control character, a line's end or something invisible, other than `but`; in French.

    """
    if any(unicodedata.category(one) in _HIDDEN and one not in _JOINERS + but for one in text):
        raise ValueError("Ce texte contient un caractère interdit (de contrôle ou invisible) : retirez-le.")
    return text


def refuse_web_address(name: str) -> str:
    """Return a name that leads nowhere: mails carry names to people who never heard of who chose them, and mail
    programs make a link of every address.

    Raises:
        ValueError: it holds the address of a page; in French.

    """
    if _WEB_ADDRESS.search(name):
        raise ValueError(
            "Un nom ne contient pas l'adresse d'un site : retirez ce qui suit « :// » ou « www. »."
        )
    return name
