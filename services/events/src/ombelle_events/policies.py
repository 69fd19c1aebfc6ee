"""Who may do what: everything but reading the published agenda is for the agency's administrator."""

from typing import Annotated

from fastapi import Depends
from ombelle_chassis.app import CurrentIdentity
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.identity import Identity

ADMINISTRATOR = "administrator"


async def require_administrator(identity: CurrentIdentity) -> Identity:
    """Let the agency's administrator through.

    Raises:
        Unauthenticated: nobody is signed in.
        Forbidden: somebody is, with another role.

    """
    if identity.is_anonymous:
        raise Unauthenticated("Connectez-vous : cette action demande un jeton d'administration.")
    if ADMINISTRATOR not in identity.roles:
        raise Forbidden("Cette action est réservée à l'administration de l'agence.")
    return identity


Administrator = Annotated[Identity, Depends(require_administrator)]
