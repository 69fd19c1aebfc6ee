"""Signing in by what was sent to an address: a link, or the code beside it."""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime

from ombelle_chassis.audit import record
from ombelle_chassis.errors import DomainError, FieldError, InvalidInput
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.limits.service import Limits
from ombelle_gateway.accounts.mail.queue import queue_mail
from ombelle_gateway.accounts.people.creation import find_or_create
from ombelle_gateway.accounts.people.domain import email_digest
from ombelle_gateway.accounts.people.errors import AccountSuspended, LinkSpent
from ombelle_gateway.accounts.people.store import PeopleStore
from ombelle_gateway.accounts.people.tables import AccountRow
from ombelle_gateway.accounts.sessions.domain import Caller
from ombelle_gateway.accounts.sessions.service import leave, start_session
from ombelle_gateway.accounts.signing_in.domain import HOME, LINK_LIVES, LINK_MINUTES, new_code
from ombelle_gateway.accounts.signing_in.errors import AccountNeeded, CodeWrong, OtherBrowser
from ombelle_gateway.accounts.signing_in.store import LinkStore
from ombelle_gateway.accounts.signing_in.tables import SignInLinkRow
from ombelle_gateway.cookies import digest_of, new_secret

_SPENT = "Ce lien ou ce code a déjà servi, ou il est trop ancien : demandez-en un autre."


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What whoever has no account yet says of themselves."""

    name: str | None
    is_15_or_older: bool | None


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What the browser's cookie is to hold, and where it goes."""

    token: str
    next: str


class SignInService:
    """Sends links and lets in who follows them."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], limits: Limits, *, public_url: str
    ) -> None:
        self._sessions = sessions
        self._limits = limits
        self._public_url = public_url

    async def send_link(self, email: str, *, next_path: str | None, locale: str, caller: Caller) -> str:
        """Send a link to an address and return what marks the browser that asked.

        Whether there is an account changes neither what is done nor how long it takes.

        Raises:
            TooManyAttempts: from there, or for that address.

        """
        await self._limits.count("link-network", caller.household)
        await self._limits.count("link-email", email_digest(email))
        token, code = new_secret(), new_code()
        async with self._sessions() as session, session.begin():
            links = LinkStore(session)
            email = await PeopleStore(session).written_as(email)
            asking = caller.asking or new_secret()
            if not await links.knows_browser(digest_of(asking)):
                asking = new_secret()  # never a mark that we did not give
            await links.add(
                {
                    "token_hash": digest_of(token),
                    "code_hash": _code_hash(asking, code),
                    "browser_hash": digest_of(asking),
                    "email": email,
                    "locale": locale,
                    "next": next_path,
                    "expires_at": datetime.now(UTC) + LINK_LIVES,
                }
            )
            await queue_mail(
                session,
                to=email,
                template="sign_in",
                locale=locale,
                values={
                    "link": f"{self._public_url}/espace/entrer#lien={token}",
                    "code": code,
                    "minutes": LINK_MINUTES,
                },
                is_secret=True,
            )
        return asking

    async def by_link(self, token: str, newcomer: Newcomer, *, caller: Caller) -> SignedIn:
        """Let in who follows a link.

        Raises:
            LinkSpent: it was used, is too old, or never was: which of them is not told.
            OtherBrowser: it was asked for elsewhere; it stays good there.
            AccountNeeded, InvalidInput, AccountSuspended, TooManyAttempts: as `_enter` says.

        """
        await self._limits.count("sign-in-network", caller.household)
        async with self._sessions() as session, session.begin():
            link = await LinkStore(session).usable(digest_of(token))
            if link is None:
                raise LinkSpent(_SPENT)
            if link.browser_hash is not None and not hmac.compare_digest(
                link.browser_hash, digest_of(caller.asking or "")
            ):
                refusal: DomainError = OtherBrowser(
                    "Ce lien a été demandé dans un autre navigateur : ouvrez-le là-bas, recopiez-y le code, "
                    "ou demandez un autre lien ici."
                )
                await _refused(session, link, refusal, caller)
            else:
                return await _enter(session, link, newcomer, caller)
        raise refusal

    async def by_code(self, code: str, newcomer: Newcomer, *, caller: Caller) -> SignedIn:
        """Let in who copied the code of a mail into the browser that asked for it.

        Raises:
            LinkSpent: this browser has no link that could still be used; five wrong codes end those it has.
            CodeWrong: it is the code of none of them.
            AccountNeeded, InvalidInput, AccountSuspended, TooManyAttempts: as `_enter` says.

        """
        await self._limits.count("sign-in-network", caller.household)
        asking = caller.asking or ""
        async with self._sessions() as session, session.begin():
            links = LinkStore(session)
            usable = await links.usable_in(digest_of(asking))
            if not usable:
                raise LinkSpent(_SPENT)
            wanted = _code_hash(asking, code)
            # All are compared, whichever is right.
            right = [link for link in usable if hmac.compare_digest(link.code_hash or b"", wanted)]
            if right:
                return await _enter(session, right[0], newcomer, caller)
            await links.count_wrong_code([link.id for link in usable])
            refusal = CodeWrong(
                "Ce code n'est pas le bon : recopiez celui du dernier courriel.",
                errors=[FieldError("/body/code", "code_wrong", "Ce code n'est pas le bon.")],
            )
            await _refused(session, usable[-1], refusal, caller)
        raise refusal


async def _enter(session: AsyncSession, link: SignInLinkRow, newcomer: Newcomer, caller: Caller) -> SignedIn:
    """Use the link up and sign its account in, made now if there is none.

    Raises:
        AccountNeeded: there is none, and no name was given; the link stays good.
        InvalidInput: whoever makes one did not say that they are 15 or older.
        AccountSuspended: it may not come in any more.

    """
    await leave(session, caller)
    account = await PeopleStore(session).by_email(link.email) or await _newcomer(session, link, newcomer)
    if account.suspended_at is not None:
        raise AccountSuspended("Ce compte est suspendu : écrivez à l'équipe.")
    await LinkStore(session).spend(link)
    token = await start_session(session, account.id, method="link", caller=caller)
    return SignedIn(token, link.next or HOME)


async def _newcomer(session: AsyncSession, link: SignInLinkRow, newcomer: Newcomer) -> AccountRow:
    if newcomer.name is None:
        raise AccountNeeded(
            "Cette adresse n'a pas encore de compte : dites votre nom et que vous avez au moins 15 ans.",
            email=link.email,
        )
    if not newcomer.is_15_or_older:
        raise InvalidInput(
            "Un compte s'ouvre à partir de 15 ans.",
            errors=[FieldError("/body/is_15_or_older", "too_young", "Vous devez avoir au moins 15 ans.")],
        )
    return await find_or_create(session, email=link.email, name=newcomer.name, locale=link.locale)


async def _refused(session: AsyncSession, link: SignInLinkRow, refusal: DomainError, caller: Caller) -> None:
    account = await PeopleStore(session).by_email(link.email)
    if account is None:
        return
    await record(
        session,
        actor="anonymous",
        action="sign_in_refused",
        subject_kind="account",
        subject_id=str(account.id),
        values={"reason": refusal.code, "browser": caller.browser, "network": caller.network},
    )


def _code_hash(asking: str, code: str) -> bytes:
    # With the browser's mark, of which only a digest is stored: the rows alone do not tell the code.
    return digest_of(f"{asking} {code}")
