"""Use cases of passkeys. An answer spends its challenge whatever it is worth, so refusals are raised after the commit."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import DomainError, Forbidden
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from webauthn.helpers.structs import AuthenticationCredential

from ombelle_gateway.accounts.mail import queue_mail
from ombelle_gateway.accounts.passkeys import ceremonies
from ombelle_gateway.accounts.passkeys.domain import MOST, NewPasskey, RelyingParty
from ombelle_gateway.accounts.passkeys.errors import (
    ChallengeSpent,
    PasskeyCopied,
    PasskeyKnown,
    PasskeyRefused,
    PasskeyUnknown,
    TooManyPasskeys,
)
from ombelle_gateway.accounts.passkeys.store import PasskeyStore
from ombelle_gateway.accounts.passkeys.tables import PasskeyRow
from ombelle_gateway.accounts.people.errors import AccountSuspended
from ombelle_gateway.accounts.people.tables import AccountRow
from ombelle_gateway.accounts.sessions.domain import Caller
from ombelle_gateway.accounts.sessions.service import start_session
from ombelle_gateway.cookies import digest_of

_SPENT = "Cette demande a déjà servi ou a plus de cinq minutes : recommencez."


class PasskeyService:
    """One's own passkeys, and signing in by one."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url
        self._party = RelyingParty.at(public_url)

    async def options_for_new(self, account_id: UUID, caller: Caller) -> dict[str, Any]:
        """Return what the browser is asked to make a passkey by; the challenge is this session's.

        Raises:
            Forbidden: no session asks, or it has just ended.
            TooManyPasskeys: the account has as many as it may.

        """
        async with self._sessions() as session, session.begin():
            store = PasskeyStore(session)
            account = await store.account(account_id)
            session_id = await _session_of(store, account_id, caller)
            known = await store.passkeys(account_id)
            if account is None:
                raise _no_session()
            _refuse_more(len(known))
            options, challenge = ceremonies.registration_options(
                self._party,
                account=account_id,
                email=account.email,
                name=account.name,
                known=[(one.credential_id, one.transports) for one in known],
            )
            await store.keep_challenge(challenge, session_id=session_id)
            return options

    async def add(
        self, account_id: UUID, caller: Caller, *, name: str, credential: Mapping[str, Any]
    ) -> PasskeyRow:
        """Add the passkey that the browser made.

        Raises:
            Forbidden: no session asks.
            ChallengeSpent: it answers no challenge of this session.
            PasskeyRefused: it was made for another site, or nobody was verified.
            PasskeyKnown: it is registered, here or by another account.
            TooManyPasskeys: the account has as many as it may.

        """
        sent, challenge = ceremonies.read_registration(credential)
        async with self._sessions() as session, session.begin():
            store = PasskeyStore(session)
            session_id = await _session_of(store, account_id, caller)
            if not await store.spend_challenge(challenge, session_id=session_id):
                raise ChallengeSpent(_SPENT)
            try:
                passkey = ceremonies.verify_registration(self._party, sent, challenge)
                added = await self._add(session, account_id, passkey, name)
            except DomainError as error:
                refused = error
            else:
                return added
        raise refused

    async def passkeys(self, account_id: UUID) -> Sequence[PasskeyRow]:
        """Return one's own passkeys, the newest first."""
        async with self._sessions() as session, session.begin():
            return await PasskeyStore(session).passkeys(account_id)

    async def rename(self, account_id: UUID, passkey_id: UUID, name: str) -> PasskeyRow:
        """Rename one of one's own passkeys. Raises PasskeyUnknown."""
        async with self._sessions() as session, session.begin():
            renamed = await PasskeyStore(session).rename(account_id, passkey_id, name)
        if renamed is None:
            raise PasskeyUnknown("Cette clé d'accès n'existe pas.")
        return renamed

    async def delete(self, account_id: UUID, passkey_id: UUID) -> None:
        """Delete one of one's own passkeys: nobody signs in by it any more. Raises PasskeyUnknown."""
        async with self._sessions() as session, session.begin():
            name = await PasskeyStore(session).delete(account_id, passkey_id)
            if name is None:
                raise PasskeyUnknown("Cette clé d'accès n'existe pas.")
            await _trace(session, account_id, "passkey_deleted", passkey_id, name)

    async def options_for_sign_in(self, asking: str) -> dict[str, Any]:
        """Return what a browser is asked to sign in by; the challenge is of the browser with this `asking` cookie."""
        options, challenge = ceremonies.authentication_options(self._party)
        async with self._sessions() as session, session.begin():
            await PasskeyStore(session).keep_challenge(challenge, browser_digest=digest_of(asking))
        return options

    async def sign_in(self, caller: Caller, credential: Mapping[str, Any]) -> str:
        """Sign in whoever owns the passkey, and return what their session's cookie is to hold.

        Raises:
            ChallengeSpent: it answers no challenge of this browser.
            PasskeyRefused: nobody's, deleted, made for another site, of another account than it says, or forged.
            PasskeyCopied: it counted fewer uses than before; its owner is told.
            AccountSuspended: its owner may not come in.

        """
        sent, challenge = ceremonies.read_authentication(credential)
        async with self._sessions() as session, session.begin():
            store = PasskeyStore(session)
            if caller.asking is None or not await store.spend_challenge(
                challenge, browser_digest=digest_of(caller.asking)
            ):
                raise ChallengeSpent(_SPENT)
            try:
                passkey = await self._verified(session, sent, challenge)
            except DomainError as error:
                refused = error
            else:
                return await start_session(session, passkey.account_id, method="passkey", caller=caller)
        raise refused

    async def _verified(
        self, session: AsyncSession, sent: AuthenticationCredential, challenge: bytes
    ) -> PasskeyRow:
        store = PasskeyStore(session)
        passkey = await store.by_credential(sent.raw_id)
        if passkey is None:
            raise PasskeyRefused("Cette clé d'accès n'est pas connue ici, ou a été supprimée.")
        counted = ceremonies.verify_authentication(
            self._party, sent, challenge, account=passkey.account_id, public_key=passkey.public_key
        )
        account = await store.account(passkey.account_id)
        if account is None or account.suspended_at is not None:
            raise AccountSuspended("Ce compte est suspendu : écrivez à l'agence.")
        # Passkeys that do not count say 0 for ever (W3C Web Authentication, §7.2, step 22).
        if (counted or passkey.sign_count) and counted <= passkey.sign_count:
            await self._tell(session, account, "passkey_copied", passkey.name)
            await _trace(session, account.id, "passkey_copied", passkey.id, passkey.name)
            raise PasskeyCopied(
                "Cette clé d'accès a peut-être été copiée : entrez par un lien, puis supprimez-la de votre compte."
            )
        passkey.sign_count, passkey.last_used_at = counted, datetime.now(UTC)
        return passkey

    async def _add(
        self, session: AsyncSession, account_id: UUID, passkey: NewPasskey, name: str
    ) -> PasskeyRow:
        store = PasskeyStore(session)
        account = await store.hold_account(account_id)
        if account is None:
            raise _no_session()
        _refuse_more(len(await store.passkeys(account_id)))
        added = await store.add(account_id, passkey, name)
        if added is None:
            raise PasskeyKnown("Cette clé d'accès est déjà enregistrée.")
        # Whoever borrowed an open session could make a way back that outlives it: its owner must hear of it.
        await self._tell(session, account, "passkey_added", name)
        await _trace(session, account_id, "passkey_added", added.id, name)
        return added

    async def _tell(self, session: AsyncSession, account: AccountRow, template: str, passkey: str) -> None:
        await queue_mail(
            session,
            to=account.email,
            template=template,
            locale=account.locale,
            values={
                "name": account.name,
                "passkey": passkey,
                "link": f"{self._public_url}/espace/moi",
            },
            about=("account", str(account.id)),
        )


def _refuse_more(count: int) -> None:
    if count >= MOST:
        raise TooManyPasskeys(f"Vous avez déjà {MOST} clés d'accès : supprimez-en une.")


async def _session_of(store: PasskeyStore, account_id: UUID, caller: Caller) -> UUID:
    found = await store.session_id(account_id, caller.session)
    if found is None:
        raise _no_session()
    return found


def _no_session() -> Forbidden:
    return Forbidden("Une clé d'accès s'ajoute dans le navigateur où vous êtes entré.")


async def _trace(session: AsyncSession, account_id: UUID, action: str, passkey_id: UUID, name: str) -> None:
    await record(
        session,
        actor=str(account_id),
        action=action,
        subject_kind="account",
        subject_id=str(account_id),
        values={"passkey": str(passkey_id), "name": name},
    )
