"""Who may do what.

Whoever has an account knows every organisation of the directory by its brief public facts: to change one that is not
theirs is therefore known but not allowed (403), while what belongs to it (its people, invitations, contacts) is not
theirs to know of (404). What only the agency does is refused to everybody else alike (403). Roles in an organisation
are read in this service's own tables, so that they hold at once; a program acts as an editor of its token's
organisation, within its scopes, and what no scope covers is closed to it.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated, Final

from fastapi import Depends, Response
from ombelle_chassis.app import CurrentIdentity
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.identity import Identity
from ombelle_contracts.scopes import ORGANISATIONS_READ, ORGANISATIONS_WRITE

from ombelle_members.callers import Caller, caller_of

ADMINISTRATOR: Final = "administrator"


class ScopeMissing(Forbidden):
    """A program asks what its token does not cover."""

    code = "scope_missing"
    title = "The token does not cover this"


async def _signed_in(identity: CurrentIdentity, response: Response) -> Caller:
    if identity.is_anonymous:
        raise Unauthenticated("Connectez-vous : cette page demande un compte.")
    response.headers["cache-control"] = "private, no-store"  # no answer that depends on who asks is kept
    return caller_of(identity)


SignedIn = Annotated[Caller, Depends(_signed_in)]


async def _person(caller: SignedIn) -> Caller:
    if caller.identity.is_program:
        raise ScopeMissing("Cette action n'est pas ouverte aux programmes : aucun jeton ne la permet.")
    return caller


Person = Annotated[Caller, Depends(_person)]
"""A person, whatever they may do."""


def _with_scope(scope: str) -> Callable[[SignedIn], Awaitable[Caller]]:
    async def check(caller: SignedIn) -> Caller:
        if not caller.identity.allows(scope):
            raise ScopeMissing(f"Ce jeton ne permet pas cette action : il lui faut le droit « {scope} ».")
        return caller

    return check


ReadsOrganisations = Annotated[Caller, Depends(_with_scope(ORGANISATIONS_READ))]
WritesOrganisations = Annotated[Caller, Depends(_with_scope(ORGANISATIONS_WRITE))]


async def _agency(caller: Person) -> Caller:
    if not caller.is_agency:
        raise Forbidden("Cette page est réservée à l'équipe de l'agence.")
    return caller


async def _keeper(caller: Person) -> Caller:
    if not caller.is_keeper:
        raise Forbidden("Cette action est réservée à la coordination, au secrétariat et à l'administration.")
    return caller


async def _secretariat(caller: Person) -> Caller:
    if not caller.is_secretariat:
        raise Forbidden("Cette action est réservée au secrétariat et à l'administration de l'agence.")
    return caller


async def _treasury(caller: Person) -> Caller:
    if not caller.is_treasury:
        raise Forbidden("Cette action est réservée à la trésorerie et à l'administration de l'agence.")
    return caller


async def _association(caller: Person) -> Caller:
    if not caller.is_association:
        raise Forbidden(
            "Cette page est réservée au secrétariat, à la trésorerie et à l'administration de l'agence."
        )
    return caller


async def require_administrator(caller: Person) -> Identity:
    """Let the agency's administrator through.

    Raises:
        Unauthenticated: nobody is signed in.
        Forbidden: somebody is, with another role.

    """
    if ADMINISTRATOR not in caller.identity.roles:
        raise Forbidden("Cette action est réservée à l'administration de l'agence.")
    return caller.identity


Agency = Annotated[Caller, Depends(_agency)]
Keeper = Annotated[Caller, Depends(_keeper)]
Secretariat = Annotated[Caller, Depends(_secretariat)]
Treasury = Annotated[Caller, Depends(_treasury)]
Association = Annotated[Caller, Depends(_association)]
