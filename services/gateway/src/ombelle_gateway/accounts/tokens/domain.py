"""A program's token as text: `omb_PREFIX_SECRET`. Standard library only: the edge reads tokens by it too.

The prefix finds the token and may be shown; of the secret only its SHA-256 is stored. 32 random bytes need no slow
hash: nobody guesses them.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

MARK: Final = "omb_"
LIVE_TOKENS: Final = 20
"""An organisation has at most so many tokens that still serve."""
NOTICE_DAYS: Final = 14
"""Its maker is told so many days before a token expires."""

# Neither 0 nor 1, o nor l: people read prefixes to one another.
_ALPHABET: Final = "23456789abcdefghijkmnpqrstuvwxyz"
_PREFIX_LENGTH: Final = 10
_TOKEN: Final = re.compile(r"omb_([2-9a-km-np-z]{10})_([A-Za-z0-9_-]{43})", re.ASCII)
_PARIS: Final = ZoneInfo("Europe/Paris")


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token just made: `text` is shown once, `prefix` and `digest` are stored."""

    text: str
    prefix: str
    digest: bytes


def new_token() -> NewToken:
    """Make a token out of the system's randomness."""
    prefix = "".join(secrets.choice(_ALPHABET) for _ in range(_PREFIX_LENGTH))
    secret = secrets.token_urlsafe(32)
    return NewToken(f"{MARK}{prefix}_{secret}", prefix, digest_of(secret))


def digest_of(secret: str) -> bytes:
    """Return what is stored of a secret: 32 bytes."""
    return hashlib.sha256(secret.encode("ascii")).digest()


def read_token(text: str) -> tuple[str, bytes] | None:
    """Return prefix and digest of a token as it is presented: what `identity_of_token` takes. None when malformed."""
    match = _TOKEN.fullmatch(text)
    return (match[1], digest_of(match[2])) if match else None


def today(now: datetime) -> date:
    """Return the civil day of this instant: a token serves until the end of the day that it expires on, in Paris."""
    return now.astimezone(_PARIS).date()


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or that month's last one (31 August + 6: 28 February)."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first.replace(day=min(day.day, (following - first).days))
