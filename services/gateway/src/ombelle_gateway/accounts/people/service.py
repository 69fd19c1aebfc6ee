"""Oneself: what one is told, what one may change."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError
from ombelle_chassis.identity import ANONYMOUS, Identity
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.copies.store import CopyStore
from ombelle_gateway.accounts.limits.service import Limits
from ombelle_gateway.accounts.mail.queue import queue_mail
from ombelle_gateway.accounts.people.creation import tell
from ombelle_gateway.accounts.people.domain import email_digest
from ombelle_gateway.accounts.people.errors import (
    AccountChangedMeanwhile,
    AccountUnknown,
    EmailTaken,
    LinkSpent,
    VersionNeeded,
)
from ombelle_gateway.accounts.people.store import PeopleStore
from ombelle_gateway.accounts.people.tables import AccountRow
from ombelle_gateway.accounts.sessions.domain import Caller
from ombelle_gateway.accounts.sessions.service import end_sessions_of, start_session
from ombelle_gateway.cookies import digest_of, new_secret

LINK_MINUTES: Final = 15
"""As long as a sign-in link: long enough to read one's mail, too short to be found in it later."""

Sessions = async_sessionmaker[AsyncSession]


def version_tag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"v{version}"'


async def account_of(session: AsyncSession, account_id: UUID, *, for_update: bool = False) -> AccountRow:
    """Return an account.

    Raises:
        AccountUnknown: there is none with this id.

    """
    found = await PeopleStore(session).by_id(account_id, for_update=for_update)
    if found is None:
        raise AccountUnknown("Ce compte n'existe pas.")
    return found


class MeService:
    """Whoever is signed in."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    async def describe(self, identity: Identity) -> dict[str, Any]:
        """Return what `/me` says to this identity: a person's account, or what a program may do."""
        account_id = _account_id(identity)
        async with self._sessions() as session, session.begin():
            store = PeopleStore(session)
            if account_id is None or identity.is_program:
                return await _without_account(session, identity)
            account = await store.by_id(account_id)
            if account is None:  # erased since the edge looked
                return await _without_account(session, ANONYMOUS)
            return {
                "account": account,
                "roles": sorted(identity.roles),
                "organisations": [
                    {"id": one, "name": name, "role": role}
                    for one, name, role in await CopyStore(session).organisations(account_id)
                ],
                "scopes": None,
                "is_demo": account.demo_key is not None,
                "passkeys": await store.passkeys(account_id),
                "allowed_actions": ["edit", "change_email", "sign_out", "export", "erase"],
            }

    async def change(self, account_id: UUID, values: dict[str, Any], *, if_match: str | None) -> None:
        """Change one's own name or language.

        Raises:
            VersionNeeded: `if_match` is missing.
            AccountChangedMeanwhile: it is not the account's version; the problem carries what is there.

        """
        if if_match is None:
            raise VersionNeeded(
                "Dites sur quelle version porte la modification, par l'en-tête If-Match.",
                errors=[FieldError("/header/If-Match", "missing", "En-tête obligatoire.")],
            )
        async with self._sessions() as session, session.begin():
            account = await account_of(session, account_id, for_update=True)
            tags = {tag.strip() for tag in if_match.split(",")}
            if "*" not in tags and version_tag(account.version) not in tags:
                raise AccountChangedMeanwhile(
                    "Votre compte a été modifié entre-temps : comparez les deux versions, puis recommencez.",
                    headers={"ETag": version_tag(account.version)},
                    current={"name": account.name, "locale": account.locale},
                    yours=values,
                )
            changed = {name: value for name, value in values.items() if getattr(account, name) != value}
            if changed:
                await PeopleStore(session).change(account, changed)
                await tell(session, account)
                await _trace(session, "account_changed", account_id, {"fields": sorted(changed)})


class EmailService:
    """Another address: asked for while signed in, confirmed by a link sent there."""

    def __init__(self, sessions: Sessions, limits: Limits, *, public_url: str) -> None:
        self._sessions = sessions
        self._limits = limits
        self._public_url = public_url

    async def ask(self, account_id: UUID, email: str) -> None:
        """Send a link to the new address. Whether somebody has that address is not told: only who reads it learns it.

        Raises:
            TooManyAttempts: too many links were asked for.

        """
        await self._limits.count("email-change-account", str(account_id))
        await self._limits.count("link-email", email_digest(email))
        token = new_secret()
        async with self._sessions() as session, session.begin():
            account = await account_of(session, account_id)
            await PeopleStore(session).ask_email_change(
                account_id,
                {
                    "email": email,
                    "token_hash": digest_of(token),
                    "expires_at": datetime.now(UTC) + timedelta(minutes=LINK_MINUTES),
                },
            )
            await queue_mail(
                session,
                to=email,
                template="email_change",
                locale=account.locale,
                values={
                    "name": account.name,
                    "email": email,
                    "link": f"{self._public_url}/espace/adresse#lien={token}",
                    "minutes": LINK_MINUTES,
                },
                is_secret=True,
            )

    async def confirm(self, account_id: UUID, token: str, *, caller: Caller) -> str:
        """Take the new address, end every session, and begin a new one here: return what its cookie is to hold.

        Raises:
            LinkSpent: the link is not one of this account's, was used, or is too old.
            EmailTaken: another account has this address.

        """
        async with self._sessions() as session, session.begin():
            account = await account_of(session, account_id, for_update=True)
            email = await PeopleStore(session).email_change(account_id, digest_of(token))
            if email is None:
                raise LinkSpent("Ce lien a déjà servi, ou il est trop ancien : demandez-en un autre.")
            before = account.email
            try:
                await PeopleStore(session).change(account, {"email": email})
            except IntegrityError as error:
                raise EmailTaken("Un autre compte utilise déjà cette adresse.") from error
            await tell(session, account)
            await end_sessions_of(session, account_id)
            # Whoever had the address before must hear of it: it may not have been they who changed it.
            await queue_mail(
                session,
                to=before,
                template="email_changed",
                locale=account.locale,
                values={"name": account.name},
                is_secret=False,
            )
            await _trace(session, "email_changed", account_id, {"from": before, "to": email})
            return await start_session(session, account_id, method="link", caller=caller)


async def _without_account(session: AsyncSession, identity: Identity) -> dict[str, Any]:
    """Return what `/me` says to a program, to the command line's token, and to nobody."""
    organisations = [UUID(one) for one in identity.organisations]
    names = await CopyStore(session).organisation_names(organisations) if organisations else {}
    return {
        "account": None,
        "roles": sorted(identity.roles),
        "organisations": [
            {"id": one, "name": names.get(one, ""), "role": identity.organisations[str(one)]}
            for one in organisations
        ],
        "scopes": sorted(identity.scopes) if identity.scopes is not None else None,
        "allowed_actions": ["sign_in"] if identity.is_anonymous else [],
    }


def _account_id(identity: Identity) -> UUID | None:
    try:
        return UUID(identity.subject)
    except ValueError:
        return None


async def _trace(session: AsyncSession, action: str, account_id: UUID, values: dict[str, Any]) -> None:
    await record(
        session,
        actor=str(account_id),
        action=action,
        subject_kind="account",
        subject_id=str(account_id),
        values=values,
    )
