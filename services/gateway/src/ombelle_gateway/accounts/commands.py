"""`python -m ombelle_gateway account`: the first administrator of an empty stack, and whoever lost their mailbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ombelle_chassis.errors import DomainError

from ombelle_gateway.accounts.context import open_context
from ombelle_gateway.accounts.people.creation import find_or_create
from ombelle_gateway.accounts.people.domain import normalised_email, normalised_name
from ombelle_gateway.accounts.people.tables import AccountRow
from ombelle_gateway.accounts.roles.domain import ROLES
from ombelle_gateway.accounts.roles.service import RolesService
from ombelle_gateway.accounts.settings import Settings
from ombelle_gateway.accounts.signing_in.domain import LINK_LIVES, LINK_MINUTES
from ombelle_gateway.accounts.signing_in.store import LinkStore
from ombelle_gateway.cookies import digest_of, new_secret

WHO = "command"
"""How the audit log names whoever sits at the machine itself."""


class AccountRefused(Exception):
    """The account cannot be made so; in French."""


@dataclass(frozen=True, slots=True)
class Made:
    """An account, its roles, and a link that lets it in."""

    account: AccountRow
    roles: Sequence[str]
    link: str | None

    def as_json(self) -> dict[str, Any]:
        """One object, for programs."""
        return {
            "id": str(self.account.id),
            "email": self.account.email,
            "name": self.account.name,
            "roles": list(self.roles),
            "link": self.link,
        }

    def as_text(self) -> str:
        """A few lines, for people."""
        roles = ", ".join(self.roles) or "aucun"
        lines = [f"{self.account.name} <{self.account.email}>", f"rôles : {roles}"]
        if self.link:
            lines.append(f"entrer (une fois, pendant {LINK_MINUTES} minutes) : {self.link}")
        return "\n".join(lines)


async def make_account(
    settings: Settings, *, email: str, name: str | None, roles: Sequence[str], link: bool
) -> Made:
    """Make an account or find it, give it these roles, and make a link that any browser may use once.

    Raises:
        AccountRefused: no such role, no such address, or no such name.

    """
    unknown = [role for role in roles if role not in ROLES]
    if unknown:
        raise AccountRefused(f"Rôle inconnu : {', '.join(unknown)}. Les rôles sont {', '.join(ROLES)}.")
    try:
        address = normalised_email(email)
        called = normalised_name(name or address.partition("@")[0])[:100]
    except ValueError as error:
        raise AccountRefused(str(error)) from error
    context = open_context(settings)
    try:
        async with context.sessions() as session, session.begin():
            account = await find_or_create(session, email=address, name=called, locale="fr")
        service = RolesService(context.sessions)
        for role in roles:
            await service.give(account.id, role, by=WHO)
        had = (await service.account(account.id))["roles"]
        token = new_secret()
        if link:
            async with context.sessions() as session, session.begin():
                values = {
                    "token_hash": digest_of(token),
                    "email": account.email,
                    "locale": account.locale,
                    "expires_at": datetime.now(UTC) + LINK_LIVES,
                }
                await LinkStore(session).add(values)
        return Made(account, had, f"{settings.public_url}/espace/entrer#lien={token}" if link else None)
    except DomainError as error:
        raise AccountRefused(error.detail) from error
    finally:
        await context.close()
