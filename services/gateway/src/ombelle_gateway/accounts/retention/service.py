"""Keeping nothing longer than the rules say."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from ombelle_chassis.logging import get_logger
from ombelle_chassis.retention.applying import carry_out, note_carried_out
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.mail.queue import queue_mail
from ombelle_gateway.accounts.personal_data.errors import LastAdministratorStays
from ombelle_gateway.accounts.personal_data.service import erase_account
from ombelle_gateway.accounts.retention.rules import ASLEEP, NOTICE, RULES
from ombelle_gateway.accounts.retention.store import STATEMENTS, RetentionStore

_PARIS: Final = ZoneInfo("Europe/Paris")
_log = get_logger("gateway")


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


class RetentionService:
    """Carries out the rules, each in a transaction of its own: one that fails holds up no other day's work."""

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        *,
        public_url: str,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._sessions = sessions
        self._public_url = public_url
        self._now = now

    async def apply(self) -> dict[str, int]:
        """Carry out every rule, and return by its kind how many rows or accounts each met."""
        now = self._now()
        met = {
            "account_asleep_told": await self._tell_sleepers(now),
            ASLEEP.kind: await self._erase_sleepers(now),
        }
        met |= await carry_out(self._sessions, RULES, STATEMENTS, now=now)
        await note_carried_out(self._sessions, met, service="gateway", now=now)
        return met

    async def _tell_sleepers(self, now: datetime) -> int:
        before = now - (ASLEEP.age - NOTICE)
        async with self._sessions() as session, session.begin():
            store = RetentionStore(session)
            await store.void_notices()
            found = await store.to_tell(before)
        return sum([await self._tell(account_id, now, before) for account_id in found])

    async def _tell(self, account_id: UUID, now: datetime, before: datetime) -> bool:
        erased_on = (now + NOTICE).astimezone(_PARIS).date()
        async with self._sessions() as session, session.begin():
            store = RetentionStore(session)
            account = await store.sleeper(account_id, before)
            if account is None:
                return False
            await store.told(account_id, now=now, erased_on=erased_on)
            await queue_mail(
                session,
                to=account.email,
                template="account_asleep",
                locale=account.locale,
                values={
                    "name": account.name,
                    "erased_on": erased_on,
                    "link": f"{self._public_url}/espace",
                },
                about=("account", str(account_id)),
            )
        return True

    async def _erase_sleepers(self, now: datetime) -> int:
        before, today = now - ASLEEP.age, now.astimezone(_PARIS).date()
        async with self._sessions() as session, session.begin():
            found = await RetentionStore(session).to_erase(before, today)
        return sum([await self._erase(account_id, now, before) for account_id in found])

    async def _erase(self, account_id: UUID, now: datetime, before: datetime) -> bool:
        try:
            async with self._sessions() as session, session.begin():
                # Under the lock: whoever came back in the meantime is awake, and stays.
                account = await RetentionStore(session).sleeper(account_id, before)
                if account is None:
                    return False
                await erase_account(session, account, now=now, public_url=self._public_url)
        except LastAdministratorStays:
            _log.warning("last_administrator_sleeps", account=str(account_id))
            return False
        return True
