"""What may be tried how often, by address and by account."""

import math
import time
from typing import Final, Literal, Self

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.aio.strategies import MovingWindowRateLimiter
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.limits.errors import TooManyAttempts
from ombelle_gateway.accounts.limits.store import PostgresStorage, stored_key

Limit = Literal[
    "link-network",
    "link-email",
    "sign-in-network",
    "email-change-account",
    "token-account",
    "webhook-account",
]

# A class of thirty signs in behind one address at once, and may mistype; nobody needs a sixth link in a quarter of an
# hour.
_RULES: Final[dict[Limit, RateLimitItem]] = {
    "link-network": RateLimitItemPerMinute(60, 10),
    "link-email": RateLimitItemPerMinute(5, 15),
    "sign-in-network": RateLimitItemPerMinute(120, 10),
    "email-change-account": RateLimitItemPerHour(5),
    "webhook-account": RateLimitItemPerHour(120),  # each may ask names and send to a stranger's machine
    "token-account": RateLimitItemPerHour(60),  # each is told to the organisation's administrators
}


class Limits:
    """Counts attempts. They count in transactions of their own, whatever becomes of what was attempted."""

    def __init__(self, limiter: MovingWindowRateLimiter) -> None:
        self._limiter = limiter

    @classmethod
    def of(cls, sessions: async_sessionmaker[AsyncSession]) -> Self:
        """Return limits whose state is in PostgreSQL."""
        return cls(MovingWindowRateLimiter(PostgresStorage(sessions)))

    async def count(self, limit: Limit, who: str) -> None:
        """Count an attempt.

        Args:
            limit: which rule.
            who: whose attempt: a household's network, a digest of an address, an account's id.

        Raises:
            TooManyAttempts: there were too many; this one is not counted, so that waiting helps.

        """
        rule = _RULES[limit]
        if await self._limiter.hit(rule, limit, who):
            return
        stats = await self._limiter.get_window_stats(rule, limit, who)
        raise TooManyAttempts(retry_after=max(1, math.ceil(stats.reset_time - time.time())))


def keys_of(*whose: str) -> list[bytes]:
    """Return the keys under which attempts of these are counted, in rows of `limit_hit`."""
    return [stored_key(rule.key_for(limit, who)) for limit, rule in _RULES.items() for who in whose]
