"""Invitations and their tokens."""

import hashlib
import secrets
from datetime import timedelta
from typing import Final

INVITATION_STATES: Final = ("waiting", "accepted", "declined", "cancelled", "expired")
JOIN_REQUEST_STATES: Final = ("waiting", "accepted", "refused", "withdrawn")

INVITATION_LIFE: Final = timedelta(days=30)
WAITING_INVITATIONS: Final = 50
"""How many invitations of one organisation may wait at once: nobody sends mail to the whole world by us."""
DAILY_TO_AN_ADDRESS: Final = 10
"""Invitations to one address within a day, whoever sends them: taken back and sent again, they are mails all the same."""
DAILY_INVITATIONS: Final = 200
"""Invitations of one organisation, or by one person, within a day."""
WAITING_JOIN_REQUESTS: Final = 20
"""How many organisations one person may ask at once."""


def new_token() -> str:
    """Return an invitation's secret: 32 random bytes, as a link can hold them."""
    return secrets.token_urlsafe(32)


def token_digest(token: str) -> bytes:
    """Return what is kept of a token. It is random enough that no salt is needed."""
    return hashlib.sha256(token.encode()).digest()
