"""Renewing an application of a former edition in a call that is open: one use case, one transaction."""

from typing import Any, Final
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.beginning import let_in, require_organisation
from ombelle_events.applications.definitions import definition_of
from ombelle_events.applications.describing import describe
from ombelle_events.applications.entries import write_entry
from ombelle_events.applications.errors import AlreadyRenewed
from ombelle_events.applications.log import audit
from ombelle_events.applications.seeing import look_at
from ombelle_events.applications.store import ApplicationStore
from ombelle_events.applications.viewer import Asker
from ombelle_events.calls.errors import CallUnknown
from ombelle_events.forms.definition import Definition
from ombelle_events.forms.taking_over import Renewed, renew_answers

CONTACTS: Final = ("contact_name", "contact_email")
"""Purposes of answers that name somebody: who it is now is confirmed every year, whatever the form says."""


class RenewalService:
    """Applications taken up again in the next edition."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def renew(
        self,
        application_id: UUID,
        call_id: UUID,
        *,
        access_code: str | None,
        asker: Asker,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Begin a draft in a call with what a former application said; dates stay behind.

        Raises:
            ApplicationUnknown: no application that the asker may know of has this id.
            DomainError: as `transitions.check` does.
            CallUnknown: no such call is published.
            OrganisationNotYours, OrganisationNotInDirectory: as when one begins.
            CallNotOpen, CallClosed, AccessCodeRefused: the call takes no draft now.
            AlreadyRenewed: it was renewed in this call.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            source = await look_at(session, asker, application_id, lock=True)
            source.check("renew")
            store = ApplicationStore(session)
            call = await store.call(call_id)
            if call is None or call.form_version_id is None:
                raise CallUnknown("Cet appel n'existe pas.")
            await require_organisation(session, asker, source.application.organisation_id)
            known = await store.renewal_of(application_id, call_id)
            if known is not None:
                raise AlreadyRenewed("Ce dossier est déjà repris dans cet appel.", application_id=str(known))
            code = await let_in(session, call, access_code)
            definition = await definition_of(session, call.form_version_id)
            former = await definition_of(session, source.application.form_version_id)
            renewed = renew_answers(former, definition, source.application.answers)
            application = await store.begin(
                {
                    "call_id": call.id,
                    "organisation_id": source.application.organisation_id,
                    "form_version_id": call.form_version_id,
                    "access_code_id": code.id if code else None,
                    "renewed_from_id": application_id,
                    "stale_fields": stale_fields(definition, renewed),
                    "created_by": asker.actor,
                }
            )
            await store.write_answers(application, definition, renewed.answers)
            await store.copy_parties(application_id, application.id, asker.actor)
            await write_entry(session, application, actor=asker.actor, side="holder", action="renewed")
            described = await describe(session, await look_at(session, asker, application.id))
            await audit(
                session, asker, "application_renewed", application.id, renewed_from=str(application_id)
            )
            return await once.keep(session, described)


def stale_fields(definition: Definition, renewed: Renewed) -> list[str]:
    """Return the fields to confirm: what the form says, and those that name whom to write to."""
    stale = set(renewed.stale)
    return [
        field.id
        for field in definition.fields()
        if field.id in stale or (field.purpose in CONTACTS and field.id in renewed.answers)
    ]
