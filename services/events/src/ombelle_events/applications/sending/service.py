"""The use cases of sending an application, and of taking it back: each opens one transaction."""

from typing import Any
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.checking import check_application, current_form
from ombelle_events.applications.definitions import definition_of
from ombelle_events.applications.describing import describe
from ombelle_events.applications.entries import write_entry
from ombelle_events.applications.log import audit
from ombelle_events.applications.seeing import Seen, look_at
from ombelle_events.applications.store import index
from ombelle_events.applications.versions import base_of, changed_meanwhile
from ombelle_events.applications.viewer import Asker
from ombelle_events.notices import notify


class SendingService:
    """Applications sent and withdrawn."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def submit(
        self, application_id: UUID, *, if_match: str | None, asker: Asker, once: OneRequest
    ) -> dict[str, Any]:
        """Send an application that is complete, in time.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            DomainError: as `transitions.check` does.
            ApplicationChangedMeanwhile: it has another version than the one told in `if_match`.
            ApplicationIncomplete: with every problem.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, asker, application_id, lock=True)
            seen.check("submit")
            if if_match is not None and (base := base_of(if_match)) not in (None, seen.application.version):
                raise await changed_meanwhile(session, seen, {"version": base}, None)
            (await check_application(session, seen)).require()
            await send(session, seen, actor=asker.actor)
            described = await describe(session, await look_at(session, asker, application_id))
            await audit(session, asker, "application_submitted", application_id)
            return await once.keep(session, described)

    async def withdraw(
        self, application_id: UUID, reason: str, *, asker: Asker, once: OneRequest
    ) -> dict[str, Any]:
        """Take an application back that was sent.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            DomainError: as `transitions.check` does.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, asker, application_id, lock=True)
            seen.apply("withdraw")
            application = seen.application
            application.withdrawn_at, application.withdrawal_reason = seen.situation.now, reason
            await write_entry(
                session, application, actor=asker.actor, side="holder", action="withdrawn", reason=reason
            )
            await notify(
                session, application.organisation_id, "application.withdrawn", ("application", application.id)
            )
            described = await describe(session, await look_at(session, asker, application_id))
            await audit(session, asker, "application_withdrawn", application_id)
            return await once.keep(session, described)


async def send(session: AsyncSession, seen: Seen, *, actor: str) -> None:
    """Carry out a submission that was checked: the step, the history, the webhooks."""
    application = seen.application
    application.form_version_id = current_form(seen)
    index(application, await definition_of(session, application.form_version_id), application.answers)
    seen.apply("submit")
    application.submitted_at, application.submitted_by = seen.situation.now, actor
    side = "machine" if actor == "machine" else "holder"
    await write_entry(session, application, actor=actor, side=side, action="submitted")  # type: ignore[arg-type]
    await notify(
        session,
        application.organisation_id,
        "application.submitted",
        ("application", application.id),
        {
            "number": application.number,
            "call_id": application.call_id,
            "submitted_at": application.submitted_at,
        },
    )
