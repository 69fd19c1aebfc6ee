"""Who may begin a draft, for whom, and when."""

from datetime import datetime
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.errors import (
    CallClosed,
    CallNotOpen,
    OrganisationNotInDirectory,
    OrganisationNotYours,
)
from ombelle_events.applications.store import ApplicationStore
from ombelle_events.applications.viewer import Asker
from ombelle_events.calls.access_codes.redeeming import redeem
from ombelle_events.calls.opening import accepts
from ombelle_events.calls.tables import AccessCodeRow, CallRow


async def require_organisation(session: AsyncSession, asker: Asker, organisation_id: UUID) -> str:
    """Return the name of an organisation that the asker acts for.

    Raises:
        OrganisationNotYours: they do not.
        OrganisationNotInDirectory: it is not there, or became another one.

    """
    if organisation_id not in asker.organisations:
        raise OrganisationNotYours("Vous n'agissez pas pour cette structure : demandez à la rejoindre.")
    name = await ApplicationStore(session).organisation_name(organisation_id)
    if name is None:
        raise OrganisationNotInDirectory(
            "Cette structure n'est pas dans l'annuaire, ou a été réunie à une autre.",
            errors=[FieldError("/body/organisation_id", "organisation_unknown", "Structure inconnue.")],
        )
    return name


async def let_in(session: AsyncSession, call: CallRow, access_code: str | None) -> AccessCodeRow | None:
    """Return the code by which a draft may begin in a call now, `None` when it needs none.

    Raises:
        CallNotOpen, CallClosed: the call takes no draft, and no code was given.
        AccessCodeRefused: the code lets nobody in.

    """
    now: datetime = (await session.execute(select(func.now()))).scalar_one()
    code = await redeem(session, call.id, access_code, now) if access_code else None
    access = accepts(call, now, access_code=code)
    if access.state == "not_open":
        raise CallNotOpen("L'appel n'est pas encore ouvert.", opens_at=call.opens_at.isoformat())
    if not access.is_open:
        raise CallClosed(
            call.closed_message or "L'appel est clos : il ne prend plus de dossier sans code d'accès.",
            closed_at=call.closes_at.isoformat(),
        )
    return code
