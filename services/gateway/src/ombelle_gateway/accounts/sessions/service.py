"""Where somebody is signed in: begun, listed, ended."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from ombelle_chassis.audit import record
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.sessions.domain import Caller
from ombelle_gateway.accounts.sessions.errors import SessionUnknown
from ombelle_gateway.accounts.sessions.store import SessionStore
from ombelle_gateway.accounts.sessions.tables import SessionRow
from ombelle_gateway.cookies import digest_of, new_secret

Method = Literal["link", "passkey", "oidc", "demo"]


async def start_session(session: AsyncSession, account_id: UUID, *, method: Method, caller: Caller) -> str:
    """Sign an account in, in the caller's transaction: call it last. Return what the browser's cookie is to hold.

    The id is always new, and a session that the browser had ends: nobody can be signed in on an id that somebody
    else put there.
    """
    await leave(session, caller)
    token = new_secret()
    row = SessionRow(
        token_hash=digest_of(token),
        account_id=account_id,
        method=method,
        browser=caller.browser,
        network=caller.network,
    )
    await SessionStore(session).add(row)
    await record(
        session,
        actor=str(account_id),
        action="signed_in",
        subject_kind="account",
        subject_id=str(account_id),
        values={"method": method, "browser": caller.browser, "network": caller.network},
    )
    return token


async def leave(session: AsyncSession, caller: Caller) -> None:
    """End the session that this browser has, in the caller's transaction.

    `start_session` does it too; whoever writes to the audit log before that calls this first, so as not to hold the
    log while waiting for a session.
    """
    if caller.session is not None:
        await SessionStore(session).end(SessionRow.token_hash == caller.session)


async def end_sessions_of(
    session: AsyncSession, account_id: UUID, *, but: UUID | None = None
) -> Sequence[UUID]:
    """End every session of an account, in the caller's transaction, but for one; return which."""
    which = [SessionRow.account_id == account_id]
    if but is not None:
        which.append(SessionRow.id != but)
    return [one.id for one in await SessionStore(session).end(*which)]


class SessionsService:
    """One's own sessions."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def list(self, account_id: UUID) -> Sequence[SessionRow]:
        """Return where this account is signed in, the last used first."""
        async with self._sessions() as session, session.begin():
            return await SessionStore(session).live(account_id)

    async def sign_out(self, caller: Caller) -> None:
        """End the session of this browser, if it has one: signing out twice is signing out."""
        async with self._sessions() as session, session.begin():
            if caller.session is None:
                return
            for ended in await SessionStore(session).end(SessionRow.token_hash == caller.session):
                await _trace(session, "signed_out", ended.account_id)

    async def end(self, account_id: UUID, session_id: UUID) -> None:
        """End one of one's own sessions.

        Raises:
            SessionUnknown: it is not one of them, or has ended.

        """
        async with self._sessions() as session, session.begin():
            ended = await SessionStore(session).end(
                SessionRow.id == session_id, SessionRow.account_id == account_id
            )
            if not ended:
                raise SessionUnknown("Cette session n'existe pas, ou elle est déjà fermée.")
            await _trace(session, "session_ended", account_id)

    async def end_others(self, account_id: UUID, caller: Caller) -> int:
        """End all of one's sessions but this browser's; return how many there were."""
        async with self._sessions() as session, session.begin():
            which = [SessionRow.account_id == account_id]
            if caller.session is not None:
                which.append(SessionRow.token_hash != caller.session)
            ended = await SessionStore(session).end(*which)
            if ended:
                await _trace(session, "session_ended", account_id, count=len(ended))
            return len(ended)


async def _trace(session: AsyncSession, action: str, account_id: UUID, *, count: int = 1) -> None:
    await record(
        session,
        actor=str(account_id),
        action=action,
        subject_kind="account",
        subject_id=str(account_id),
        values={"count": count},
    )
