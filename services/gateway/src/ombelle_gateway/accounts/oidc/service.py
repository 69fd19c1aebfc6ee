"""Signing in by another identity provider: sending the browser there, and letting in who comes back."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from ombelle_chassis.audit import record
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.oidc.domain import Claims
from ombelle_gateway.accounts.oidc.errors import (
    EmailUnverified,
    ProofInvalid,
    ProviderRefused,
    SignInCancelled,
    SignInExpired,
)
from ombelle_gateway.accounts.oidc.store import OidcStore
from ombelle_gateway.accounts.people.domain import normalised_email
from ombelle_gateway.accounts.people.errors import AccountSuspended
from ombelle_gateway.accounts.people.store import PeopleStore
from ombelle_gateway.accounts.people.tables import AccountRow
from ombelle_gateway.accounts.sessions.domain import Caller
from ombelle_gateway.accounts.sessions.service import start_session
from ombelle_gateway.accounts.signing_in.domain import HOME, LINK_LIVES
from ombelle_gateway.accounts.signing_in.store import LinkStore
from ombelle_gateway.cookies import digest_of, new_secret


class AsksProvider(Protocol):
    """Asks one provider; `ProviderClient` does."""

    async def authorization_url(self, *, state: str, nonce: str, code_verifier: str) -> str:
        """Return where the browser goes."""
        ...

    async def claims(self, *, code: str, nonce: str, code_verifier: str, told_issuer: str | None) -> Claims:
        """Return whom the provider says that the holder of this code is."""
        ...


@dataclass(frozen=True, slots=True)
class Return:
    """What a browser brings back from a provider."""

    browser: str | None
    state: str | None
    code: str | None
    error: str | None
    issuer: str | None


@dataclass(frozen=True, slots=True)
class Welcome:
    """Somebody is signed in: what their cookie is to hold, and where they go."""

    token: str
    next: str


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Their address is proved and has no account yet: the link that asks for name and age, and the browser's mark."""

    link: str
    asking: str


class OidcService:
    """Sign-in at one provider, in three steps: nothing waits for a provider inside a transaction."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], name: str, provider: AsksProvider) -> None:
        self._sessions = sessions
        self._name = name
        self._provider = provider

    async def begin(self, *, next_path: str | None) -> tuple[str, str]:
        """Return where the browser goes, and what marks it until it is back.

        Raises:
            ProviderUnavailable: the provider does not answer.

        """
        state, nonce, browser, verifier = new_secret(), new_secret(), new_secret(), secrets.token_urlsafe(48)
        url = await self._provider.authorization_url(state=state, nonce=nonce, code_verifier=verifier)
        async with self._sessions() as session, session.begin():
            await OidcStore(session).begin(
                {
                    "state_digest": digest_of(state),
                    "browser_digest": digest_of(browser),
                    "provider": self._name,
                    "nonce": nonce,
                    "code_verifier": verifier,
                    "next": next_path,
                }
            )
        return url, browser

    async def finish(self, back: Return, *, caller: Caller) -> Welcome | Newcomer:
        """Let in who comes back.

        Raises:
            SignInExpired: nothing was begun in this browser at this provider, or it has ended.
            SignInCancelled, ProviderRefused: the provider says so.
            ProviderUnavailable, ProofInvalid: as `ProviderClient.claims` says.
            EmailUnverified: nobody here is this subject, and no address of theirs is verified.
            AccountSuspended: they may not come in.

        """
        async with self._sessions() as session, session.begin():
            begun = await OidcStore(session).take(
                state_digest=digest_of(back.state or ""),
                browser_digest=digest_of(back.browser or ""),
                provider=self._name,
            )
        if begun is None:
            raise SignInExpired("nothing was begun in this browser at this provider, or it has ended")
        if back.error == "access_denied":
            raise SignInCancelled(back.error)
        if back.error is not None:
            raise ProviderRefused(back.error[:100])
        if not back.code:
            raise ProofInvalid("there is no code")
        claims = await self._provider.claims(
            code=back.code,
            nonce=begun.nonce,
            code_verifier=begun.code_verifier,
            told_issuer=back.issuer,
        )
        async with self._sessions() as session, session.begin():
            account = await _account_of(session, claims)
            if account is None:
                return await _newcomer(session, claims, begun.next)
            if account.suspended_at is not None:
                raise AccountSuspended("Ce compte est suspendu : écrivez à l'équipe.")
            token = await start_session(session, account.id, method="oidc", caller=caller)
        return Welcome(token, begun.next or HOME)


async def _account_of(session: AsyncSession, claims: Claims) -> AccountRow | None:
    """Return the account of a subject: the one it is tied to, else the one of its verified address, tied from now on.

    Whoever reads an address's mail comes in by a link anyway, so a verified one gives nobody more than they had; one
    that is not verified gives nothing.
    """
    store, people = OidcStore(session), PeopleStore(session)
    known = await store.account_of(claims.issuer, claims.subject)
    if known is not None:
        return await people.by_id(known)
    email = _address(claims)
    account = await people.by_email(email)
    if account is None or account.suspended_at is not None:
        return account
    if not await store.tie(claims.issuer, claims.subject, account.id):
        return await _account_of(session, claims)
    await record(
        session,
        actor=str(account.id),
        action="oidc_tied",
        subject_kind="account",
        subject_id=str(account.id),
        values={"issuer": claims.issuer, "subject": claims.subject},
    )
    return account


async def _newcomer(session: AsyncSession, claims: Claims, next_path: str | None) -> Newcomer:
    """Make the link that a mail would have brought: its page asks for the name and the age, and makes the account.

    The next sign-in ties the subject to that account, by its verified address.
    """
    link, asking = new_secret(), new_secret()
    await LinkStore(session).add(
        {
            "token_hash": digest_of(link),
            "browser_hash": digest_of(asking),
            "email": _address(claims),
            "locale": "fr",
            "next": next_path,
            "expires_at": datetime.now(UTC) + LINK_LIVES,
        }
    )
    return Newcomer(link, asking)


def _address(claims: Claims) -> str:
    if claims.email is None:
        raise EmailUnverified("the provider vouches for no address")
    try:
        return normalised_email(claims.email)
    except ValueError as error:
        raise EmailUnverified("the provider's address is none") from error
