"""Mails about tokens: to an organisation's administrators when one is made, and before one expires."""

from collections.abc import Mapping
from typing import Any, Final

from ombelle_contracts.scopes import SCOPES
from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.mail import queue_mail
from ombelle_gateway.accounts.tokens.store import TokenStore

PAGE: Final = "/espace/jetons"


class TokenNotices:
    """Queues mails in the transaction of whoever makes, or finds, what they tell."""

    def __init__(self, session: AsyncSession, *, public_url: str) -> None:
        self._session = session
        self._link = public_url + PAGE

    async def made(self, token: RowMapping) -> None:
        """Tell the administrators of its organisation that a token was made."""
        organisation = token["organisation"]
        for reader in await TokenStore(self._session).administrators(organisation["id"]):
            values = {
                "maker": token["created_by"]["name"],
                "scopes": [_label(name, reader["locale"]) for name in token["scopes"]],
            }
            await self._send("token_made", reader, token, organisation["name"], values)

    async def expiring(self) -> int:
        """Tell the makers of tokens that expire soon, and the administrators there; return how many tokens."""
        store = TokenStore(self._session)
        tokens = await store.take_expiring()
        for token in tokens:
            readers = {token["email"].lower(): token}
            for reader in await store.administrators(token["organisation_id"]):
                readers.setdefault(reader["email"].lower(), reader)
            for reader in readers.values():
                await self._send("token_expires", reader, token, token["organisation"], {})
        return len(tokens)

    async def _send(
        self,
        template: str,
        reader: RowMapping,
        token: RowMapping,
        organisation: str,
        more: Mapping[str, Any],
    ) -> None:
        await queue_mail(
            self._session,
            to=reader["email"],
            template=template,
            locale=reader["locale"],
            values={
                "organisation": organisation,
                "token": token["name"],
                "prefix": token["prefix"],
                "expires_on": token["expires_on"],
                "link": self._link,
                **more,
            },
            about=("token", str(token["id"])),
        )


def _label(name: str, locale: str) -> str:
    scope = SCOPES[name]
    return scope.label_en if locale == "en" else scope.label_fr
