"""Use cases of programs' tokens: each opens one transaction."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError
from ombelle_chassis.identity import Identity
from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.tokens.domain import LIVE_TOKENS, months_later, new_token, today
from ombelle_gateway.accounts.tokens.errors import (
    ExpiryRefused,
    MakerNotOfOrganisation,
    OrganisationUnknown,
    TokenNotYours,
    TokenUnknown,
    TooManyTokens,
)
from ombelle_gateway.accounts.tokens.notices import TokenNotices
from ombelle_gateway.accounts.tokens.store import Asker, TokenStore


class TokenService:
    """Makes, shows and ends the tokens of organisations' programs."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def tokens(
        self, by: Identity, *, organisation: UUID | None, after: UUID | None, count: int
    ) -> Sequence[RowMapping]:
        """Return tokens of the organisations that they belong to (of all, for the agency), the newest first.

        Raises:
            OrganisationUnknown: `organisation` is none of theirs.

        """
        asker = asker_of(by)
        async with self._sessions() as session, session.begin():
            store = TokenStore(session)
            if organisation is not None and not await store.may_see(asker, organisation):
                raise OrganisationUnknown("Cette structure n'existe pas, ou vous n'en faites pas partie.")
            return await store.page(asker, organisation=organisation, after=after, count=count)

    async def make(
        self, by: Identity, *, organisation: UUID, name: str, scopes: list[str], expires_on: date | None
    ) -> dict[str, Any]:
        """Make a token and return it, its whole text under `secret`: the only time.

        Raises:
            ExpiryRefused: it would expire before tomorrow, or later than in a year.
            OrganisationUnknown: the organisation is none of theirs.
            MakerNotOfOrganisation: they may know of it, but do not belong to it.
            TooManyTokens: it has as many as it may.

        """
        asker = asker_of(by)
        last_day = _expiry(expires_on)
        token = new_token()
        async with self._sessions() as session, session.begin():
            store = TokenStore(session)
            place = await store.hold_organisation(asker, organisation)
            if place is None:
                raise OrganisationUnknown("Cette structure n'existe pas, ou vous n'en faites pas partie.")
            if place["role"] is None or asker.account_id is None:
                raise MakerNotOfOrganisation(
                    "Un jeton agit au nom d'une personne de la structure : demandez-le à l'une d'elles."
                )
            if await store.count_live(organisation) >= LIVE_TOKENS:
                raise TooManyTokens(
                    f"La structure a déjà {LIVE_TOKENS} jetons qui servent : mettez fin à l'un d'eux."
                )
            token_id = await store.add(
                token,
                name=name,
                organisation=organisation,
                account=asker.account_id,
                scopes=scopes,
                expires_on=last_day,
            )
            made = await _seen(store, asker, token_id)
            await TokenNotices(session, public_url=self._public_url).made(made)
            await record(
                session,
                actor=by,
                action="token_made",
                subject_kind="token",
                subject_id=str(token_id),
                values={"name": name, "organisation": str(organisation), "scopes": scopes},
            )
        return {**made, "secret": token.text}

    async def end(self, by: Identity, token_id: UUID) -> None:
        """End a token; one that ended or expired stays as it is.

        Raises:
            TokenUnknown: there is none, or it is another organisation's.
            TokenNotYours: they are of its organisation, but neither made it nor administer there.

        """
        asker = asker_of(by)
        async with self._sessions() as session, session.begin():
            store = TokenStore(session)
            token = await _seen(store, asker, token_id)
            if token["is_over"]:
                return
            if "end" not in token["allowed_actions"]:
                raise TokenNotYours(
                    "Seuls la personne qui l'a créé et les administrateurs de la structure mettent fin à un jeton."
                )
            if await store.end(token_id, by=by.subject):
                await record(
                    session, actor=by, action="token_ended", subject_kind="token", subject_id=str(token_id)
                )


def asker_of(identity: Identity) -> Asker:
    """Return what the store asks of somebody. The command's own administrator has no account."""
    try:
        account = UUID(identity.subject)
    except ValueError:
        account = None
    return Asker(account, is_agency="administrator" in identity.roles)


async def _seen(store: TokenStore, asker: Asker, token_id: UUID) -> RowMapping:
    token = await store.token(asker, token_id)
    if token is None:
        raise TokenUnknown("Ce jeton n'existe pas.")
    return token


def _expiry(asked: date | None) -> date:
    day = today(datetime.now(UTC))
    if asked is None:
        return months_later(day, 6)
    latest = months_later(day, 12)
    if not day < asked <= latest:
        raise ExpiryRefused(
            "Le dernier jour du jeton ne convient pas.",
            errors=[
                FieldError(
                    "/body/expires_on", "out_of_range", f"Choisissez un jour de demain au {latest:%d/%m/%Y}."
                )
            ],
        )
    return asked
