"""The use cases of applications: each opens one transaction."""

from typing import Any
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.beginning import let_in, require_organisation
from ombelle_events.applications.describing import describe, describe_listed
from ombelle_events.applications.entries import write_entry
from ombelle_events.applications.log import audit
from ombelle_events.applications.seeing import look_at, touch
from ombelle_events.applications.store import ApplicationFilter, ApplicationStore
from ombelle_events.applications.viewer import Asker
from ombelle_events.calls.access_codes.redeeming import redeem
from ombelle_events.calls.errors import CallUnknown


class ApplicationService:
    """Applications: found, begun, put away."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def applications(self, wanted: ApplicationFilter, *, asker: Asker) -> dict[str, Any]:
        """Return the applications that the asker may know of, the last begun first, and how many of each state.

        `items` has one more than asked where another page follows: `wanted.count` says how many at most.
        """
        async with self._sessions() as session, session.begin():
            rows = await ApplicationStore(session).page(wanted, asker)
        first = rows[0]
        return {
            "items": [describe_listed(row, asker) for row in rows if row["id"] is not None],
            "total": first["total"],
            "by_status": first["by_status"],
            "by_decision": first["by_decision"],
        }

    async def application(self, application_id: UUID, *, asker: Asker) -> dict[str, Any]:
        """Return one application.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.

        """
        async with self._sessions() as session, session.begin():
            return await describe(session, await look_at(session, asker, application_id, invited=True))

    async def begin(
        self,
        call_id: UUID,
        organisation_id: UUID,
        *,
        access_code: str | None,
        asker: Asker,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Begin a draft for an organisation that the asker acts for.

        Raises:
            CallUnknown: no such call is published.
            OrganisationNotYours: the asker does not act for the organisation.
            OrganisationNotInDirectory: it is not there, or became another one.
            CallNotOpen, CallClosed: the call takes no draft now.
            AccessCodeRefused: the code lets nobody in.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await require_organisation(session, asker, organisation_id)
            call = await ApplicationStore(session).call(call_id)
            if call is None:
                raise CallUnknown("Cet appel n'existe pas.")
            code = await let_in(session, call, access_code)
            application = await ApplicationStore(session).begin(
                {
                    "call_id": call.id,
                    "organisation_id": organisation_id,
                    "form_version_id": call.form_version_id,
                    "access_code_id": code.id if code else None,
                    "created_by": asker.actor,
                }
            )
            await write_entry(session, application, actor=asker.actor, side="holder", action="begun")
            seen = await look_at(session, asker, application.id)
            described = await describe(session, seen)
            await audit(session, asker, "application_begun", application.id, call=str(call.id))
            return await once.keep(session, described)

    async def discard(self, application_id: UUID, *, asker: Asker) -> None:
        """Put a draft away. Its holders find it again among the discarded ones.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            DomainError: as `transitions.check` does.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id, lock=True)
            seen.apply("discard")
            await write_entry(session, seen.application, actor=asker.actor, side="holder", action="discarded")
            await audit(session, asker, "application_discarded", application_id)

    async def use_access_code(
        self, application_id: UUID, access_code: str, *, asker: Asker, once: OneRequest
    ) -> dict[str, Any]:
        """Let a draft that is late in by a code, which is bound to it from then on.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            ActionForbidden, ActionImpossible: it is not theirs, or no draft.
            AccessCodeRefused: the code lets nobody in.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, asker, application_id, lock=True)
            seen.check("discard")  # who may put the draft away holds it
            application = seen.application
            code = await redeem(session, application.call_id, access_code, seen.situation.now)
            application.access_code_id = code.id
            touch(application)
            await write_entry(
                session, application, actor=asker.actor, side="holder", action="access_code_used"
            )
            described = await describe(session, await look_at(session, asker, application_id))
            await audit(session, asker, "application_let_in", application_id, code=str(code.id))
            return await once.keep(session, described)
