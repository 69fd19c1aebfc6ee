"""Whether an organisation is a member of the association on a day."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.admission.store import AdmissionStore
from ombelle_members.callers import Caller
from ombelle_members.organisations.errors import OrganisationUnknown
from ombelle_members.organisations.standing import standing


class AdmissionService:
    """Answers people about the organisations that are theirs, and services about all."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def told_to(self, caller: Caller, organisation_id: UUID, on: date) -> dict[str, Any]:
        """Tell the agency, or those who act for the organisation.

        Raises:
            OrganisationUnknown: there is none, or it is another's: what it pays is no stranger's to know of.
            OrganisationMerged: it is another one now.

        """
        async with self._sessions() as session, session.begin():
            if not (await standing(session, caller, organisation_id)).reads_all:
                raise OrganisationUnknown("Cette structure n'existe pas, ou n'est pas la vôtre.")
            return {"on": on, "is_member": await AdmissionStore(session).is_member(organisation_id, on)}

    async def told_to_service(self, organisation_id: UUID, on: date) -> dict[str, Any]:
        """Tell another service; one that was merged is the one that it became.

        Raises:
            OrganisationUnknown: there is none.

        """
        async with self._sessions() as session, session.begin():
            store = AdmissionStore(session)
            survivor = await store.survivor(organisation_id)
            if survivor is None:
                raise OrganisationUnknown("Cette structure n'existe pas.")
            return {"on": on, "is_member": await store.is_member(survivor, on)}
