"""Handing over all that is held of somebody, and erasing it."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis import audit
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import forget_results
from ombelle_chassis.messages import forget_messages, post
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.limits.service import keys_of
from ombelle_gateway.accounts.mail.queue import queue_mail
from ombelle_gateway.accounts.people.domain import email_digest, normalised_email
from ombelle_gateway.accounts.people.service import account_of
from ombelle_gateway.accounts.people.tables import AccountRow
from ombelle_gateway.accounts.personal_data.domain import FRESH, Receipt, new_number
from ombelle_gateway.accounts.personal_data.errors import (
    ErasureNotFound,
    LastAdministratorStays,
    NotTheirAddress,
    SignInAgain,
)
from ombelle_gateway.accounts.personal_data.gathering import SERVICES
from ombelle_gateway.accounts.personal_data.store import ErasureStore, PersonalDataStore
from ombelle_gateway.accounts.sessions.domain import Caller
from ombelle_gateway.accounts.sessions.tables import SessionRow

Sessions = async_sessionmaker[AsyncSession]
OURSELVES: Final = "gateway"


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


class PersonalDataService:
    """One's own data in this schema."""

    def __init__(self, sessions: Sessions, *, public_url: str, now: Callable[[], datetime] = utc_now) -> None:
        self._sessions = sessions
        self._public_url = public_url
        self._now = now

    async def held(self, account_id: UUID) -> dict[str, list[dict[str, Any]]]:
        """Return all that this schema holds of an account, and note that it was handed over.

        Raises:
            AccountUnknown: there is none with this id.

        """
        async with self._sessions() as session, session.begin():
            account = await account_of(session, account_id)
            sections = await PersonalDataStore(session, account_id, account.email).sections()
            await audit.record(
                session,
                actor=str(account_id),
                action="personal_data_exported",
                subject_kind="account",
                subject_id=str(account_id),
            )
        return sections

    async def erase(self, account_id: UUID, *, confirm: str, caller: Caller) -> Receipt:
        """Erase the account of whoever asks, here at once and in the other services by message.

        Raises:
            AccountUnknown: it is erased already.
            NotTheirAddress: `confirm` is not its address.
            SignInAgain: they signed in more than 15 minutes ago.
            LastAdministratorStays: nobody else could administer.

        """
        async with self._sessions() as session, session.begin():
            account = await account_of(session, account_id, for_update=True)
            if not _is_address(confirm, account.email):
                raise NotTheirAddress(
                    "Pour confirmer, écrivez l'adresse électronique de votre compte.",
                    errors=[FieldError("/body/confirm", "not_their_address", "Ce n'est pas votre adresse.")],
                )
            await self._require_fresh(session, account_id, caller)
            return await erase_account(session, account, now=self._now(), public_url=self._public_url)

    async def _require_fresh(self, session: AsyncSession, account_id: UUID, caller: Caller) -> None:
        begun = await session.scalar(
            select(SessionRow.created_at).where(
                SessionRow.account_id == account_id, SessionRow.token_hash == caller.session
            )
        )
        if begun is None or begun < self._now() - FRESH:
            raise SignInAgain(
                "Un effacement ne se reprend pas : reconnectez-vous, puis demandez-le dans les 15 minutes."
            )

    async def proof(self, number: str) -> datetime:
        """Return when the erasure with this receipt took place.

        Raises:
            ErasureNotFound: there is none.

        """
        async with self._sessions() as session, session.begin():
            erased_at = await ErasureStore(session).erased_at(number.strip().upper())
        if erased_at is None:
            raise ErasureNotFound("Aucun effacement ne porte ce numéro : vérifiez chaque caractère du reçu.")
        return erased_at


async def erase_account(
    session: AsyncSession, account: AccountRow, *, now: datetime, public_url: str
) -> Receipt:
    """Erase an account in the caller's transaction, and tell the other services to do the same.

    Nothing of it stays in this schema: not even its id, which the audit log forgets too. The one mail that tells them
    so is wiped as soon as it has left.

    Raises:
        LastAdministratorStays: nobody else could administer.

    """
    account_id, email, locale, version = account.id, account.email, account.locale, account.version
    store = PersonalDataStore(session, account_id, email)
    addresses = await store.addresses()
    # One word alone, such as a first name, is many people's: other people's mails keep it.
    names = [account.name] if " " in account.name else []
    await forget_messages(session, [*addresses, str(account_id)])
    await store.forget_mails(addresses, names)
    limits = [key for address in addresses for key in keys_of(email_digest(address), str(account_id))]
    try:
        session.expunge(account)  # deleted by statement: nothing of it is read again
        await store.delete(addresses, names, limits=limits)
    except IntegrityError as error:
        raise LastAdministratorStays(
            "Vous êtes la dernière personne à administrer : donnez d'abord ce rôle à quelqu'un d'autre."
        ) from error
    await forget_results(session, [str(account_id), *addresses])
    # After the deletion, which waits for whoever is just signing in: what they note is forgotten too.
    await audit.forget(session, ids=[str(account_id)], mentions=[*addresses, *names, str(account_id)])
    receipt = Receipt(new_number(), now, (OURSELVES, *SERVICES))
    await ErasureStore(session).keep(receipt)
    await post(
        session,
        "account.erased",
        key=str(account_id),
        version=version + 1,
        payload={"account_id": account_id, "email_digest": _digest(email)},
    )
    await queue_mail(
        session,
        to=email,
        template="account_erased",
        locale=locale,
        values={
            "erased_at": now,
            "number": receipt.number,
            "link": f"{public_url}/donnees-personnelles",
        },
        is_forgotten=True,
    )
    await audit.record(
        session,
        actor="erasure",
        action="account_erased",
        subject_kind="erasure",
        subject_id=receipt.number,
    )
    return receipt


def _is_address(typed: str, email: str) -> bool:
    """Say whether this is the address, whatever its case and however its domain is written."""
    try:
        return normalised_email(typed).lower() == email.lower()
    except ValueError:
        return False


def _digest(email: str) -> str:
    return hashlib.sha256(email.casefold().encode()).hexdigest()
