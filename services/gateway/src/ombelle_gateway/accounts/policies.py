"""Who may do what with accounts."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from ombelle_chassis.app import CurrentIdentity
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.identity import Identity

ADMINISTRATOR = "administrator"


class ScopeMissing(Forbidden):
    """A program asks for what no scope of its token covers."""

    code = "scope_missing"
    title = "The token has no scope for this"


async def require_person(identity: CurrentIdentity) -> Identity:
    """Let people through, not programs.

    Raises:
        Unauthenticated: nobody is signed in.
        ScopeMissing: a program asks.

    """
    if identity.is_anonymous:
        raise Unauthenticated("Connectez-vous pour continuer.")
    if identity.is_program:
        raise ScopeMissing("Cette action est réservée aux personnes : aucun jeton d'API ne la permet.")
    return identity


Person = Annotated[Identity, Depends(require_person)]


async def require_account(identity: Person) -> UUID:
    """Return the id of the account of whoever is signed in.

    Raises:
        Forbidden: a token of the command line asks, which is nobody's account.

    """
    try:
        return UUID(identity.subject)
    except ValueError as error:
        raise Forbidden("Cette action est celle d'un compte : connectez-vous dans un navigateur.") from error


AccountId = Annotated[UUID, Depends(require_account)]


def one_of(*roles: str) -> Callable[[Identity], Awaitable[Identity]]:
    """Return a dependency that lets through whoever has one of these roles of the agency."""

    async def require(identity: Person) -> Identity:
        if identity.roles.isdisjoint(roles):
            raise Forbidden("Cette action est réservée à l'équipe de l'agence.")
        return identity

    return require


async def require_administrator(identity: Person) -> Identity:
    """Let the agency's administrators through.

    Raises:
        Forbidden: somebody else is signed in.

    """
    if ADMINISTRATOR not in identity.roles:
        raise Forbidden("Cette action est réservée à l'administration de l'agence.")
    return identity


Administrator = Annotated[Identity, Depends(require_administrator)]
Coordination = Annotated[Identity, Depends(one_of("coordinator", ADMINISTRATOR))]
