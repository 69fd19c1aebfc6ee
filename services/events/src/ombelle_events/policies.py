"""Who may do what.

The published agenda is everybody's. The coordination (coordinators and the administrator) keeps the whole programme and
the feeds. Whoever edits an organisation, or a program of it, keeps the events that it holds, and knows of no other:
ownership is in the statements (`Reach`), so that what is not theirs is not found. A program is held by its scopes, and
what no scope covers is closed to it.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated, Final
from uuid import UUID

from fastapi import Depends
from ombelle_chassis.app import CurrentIdentity
from ombelle_chassis.audit import actor_of
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.identity import Identity
from ombelle_contracts.scopes import APPLICATIONS_READ, APPLICATIONS_WRITE, EVENTS_READ, EVENTS_WRITE

from ombelle_events.applications.viewer import Asker, asker_of
from ombelle_events.reach import Reach

ADMINISTRATOR: Final = "administrator"
COORDINATION: Final = frozenset({"coordinator", ADMINISTRATOR})


class ScopeMissing(Forbidden):
    """A program asks what its token does not cover."""

    code = "scope_missing"
    title = "The token does not cover this"


async def _signed_in(identity: CurrentIdentity) -> Identity:
    if identity.is_anonymous:
        raise Unauthenticated("Connectez-vous : cette action demande un compte.")
    return identity


SignedIn = Annotated[Identity, Depends(_signed_in)]


async def _person(identity: SignedIn) -> Identity:
    if identity.is_program:
        raise ScopeMissing("Cette action n'est pas ouverte aux programmes : aucun jeton ne la permet.")
    return identity


Person = Annotated[Identity, Depends(_person)]
"""Somebody signed in, whatever their roles."""


async def require_administrator(identity: Person) -> Identity:
    """Let the agency's administrator through.

    Raises:
        Unauthenticated: nobody is signed in.
        ScopeMissing: a program asks.
        Forbidden: somebody is, with another role.

    """
    if ADMINISTRATOR not in identity.roles:
        raise Forbidden("Cette action est réservée à l'administration de l'agence.")
    return identity


async def require_coordination(identity: Person) -> Identity:
    """Let those through who keep the whole programme and its feeds. Raises as `require_administrator` does."""
    if COORDINATION.isdisjoint(identity.roles):
        raise Forbidden("Cette action est réservée à la coordination de la fête et à l'administration.")
    return identity


Coordination = Annotated[Identity, Depends(require_coordination)]


def _reaching(scope: str) -> Callable[[Identity], Awaitable[Reach]]:
    async def reach(identity: SignedIn) -> Reach:
        if not identity.allows(scope):
            raise ScopeMissing(f"Ce jeton ne porte pas le droit « {scope} » : demandez-en un qui le porte.")
        whole = not identity.is_program and not COORDINATION.isdisjoint(identity.roles)
        return Reach(actor_of(identity), None if whole else frozenset(_ids(identity)))

    return reach


def whole_reach(identity: Identity) -> Reach:
    """Return the reach of one of the coordination, whom `require_coordination` has let in."""
    return Reach(actor_of(identity), None)


def _ids(identity: Identity) -> list[UUID]:
    return [UUID(name) for name in identity.organisations]


EventReader = Annotated[Reach, Depends(_reaching(EVENTS_READ))]
EventEditor = Annotated[Reach, Depends(_reaching(EVENTS_WRITE))]


def _asking(scope: str) -> Callable[[Identity], Awaitable[Asker]]:
    async def asking(identity: SignedIn) -> Asker:
        if not identity.allows(scope):
            raise ScopeMissing(f"Ce jeton ne porte pas le droit « {scope} » : demandez-en un qui le porte.")
        return asker_of(identity, may_write=identity.allows(APPLICATIONS_WRITE))

    return asking


ApplicationReader = Annotated[Asker, Depends(_asking(APPLICATIONS_READ))]
ApplicationWriter = Annotated[Asker, Depends(_asking(APPLICATIONS_WRITE))]
"""Whoever asks for applications: which ones they may know of is in the statements (`applications.viewer`)."""
