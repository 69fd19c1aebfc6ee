"""Who may do what.

The published catalogue and its availability are everybody's. A loan has two sides: the borrower's are the editors and
administrators of the organisation that asked, and its programs within their scopes; the lender's are the agency's
lenders and administrator, or, where the item's owner lends it itself, the editors of that organisation. Whoever stands
on neither side knows of no request, loan or document (404): ownership is in the statements. What only the agency's
lenders do is refused to everybody else alike (403). Roles in an organisation are those of the identity, which the
gateway reads at each request; what no scope covers is closed to programs.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request, Response
from ombelle_chassis.app import CurrentIdentity, current_identity
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.identity import Identity
from ombelle_contracts.scopes import LOANS_READ, LOANS_WRITE

from ombelle_loans.callers import ADMINISTRATOR, Caller, caller_of


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


def _with_scope(scope: str) -> Callable[[Request, Response], Awaitable[Caller]]:
    # One dependency that calls the two below it: nested, each of them would cost every request another 30 µs.
    async def check(request: Request, response: Response) -> Caller:
        caller = await _signed_in(await current_identity(request), response)
        if not caller.identity.allows(scope):
            raise ScopeMissing(f"Ce jeton ne permet pas cette action : il lui faut le droit « {scope} ».")
        return caller

    return check


ReadsLoans = Annotated[Caller, Depends(_with_scope(LOANS_READ))]
WritesLoans = Annotated[Caller, Depends(_with_scope(LOANS_WRITE))]
"""Whoever asks for loans or items: which ones they may know of is in the statements."""


async def _lender(caller: Person) -> Caller:
    if not caller.is_lender:
        raise Forbidden("Cette action est réservée à l'équipe des prêts et à l'administration de l'agence.")
    return caller


Lender = Annotated[Caller, Depends(_lender)]
"""One of the agency's who lend, or its administrator."""


async def require_administrator(caller: Person) -> Identity:
    """Let the agency's administrator through.

    Raises:
        Unauthenticated: nobody is signed in.
        ScopeMissing: a program asks.
        Forbidden: somebody is, with another role.

    """
    if ADMINISTRATOR not in caller.identity.roles:
        raise Forbidden("Cette action est réservée à l'administration de l'agence.")
    return caller.identity
