"""The use cases of requests for changes: each opens one transaction."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.checking import check_application, current_form
from ombelle_events.applications.definitions import definition_of
from ombelle_events.applications.describing import describe
from ombelle_events.applications.entries import write_entry
from ombelle_events.applications.errors import ActionForbidden
from ombelle_events.applications.log import audit
from ombelle_events.applications.seeing import Seen, look_at, touch
from ombelle_events.applications.viewer import Asker
from ombelle_events.correspondence.change_requests.store import ChangeRequestStore
from ombelle_events.correspondence.domain import Reason
from ombelle_events.correspondence.errors import ChangeRequestUnknown
from ombelle_events.correspondence.tables import ChangeRequestRow
from ombelle_events.correspondence.telling import write_to_coordination, write_to_holder
from ombelle_events.notices import notify

_PARIS = ZoneInfo("Europe/Paris")


class ChangeRequestService:
    """Changes asked for by the coordination, and answered by the holder."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def requests(
        self, application_id: UUID, *, asker: Asker, before: UUID | None, count: int
    ) -> list[dict[str, Any]]:
        """Return what was asked for and answered, the last first.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            ActionForbidden: it is between holder and coordination.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id)
            if not seen.viewer.sees_messages:
                raise ActionForbidden("Les demandes sont entre les porteurs du dossier et la coordination.")
            labels = await _labels(session, seen)
            rows = await ChangeRequestStore(session, application_id).page(before=before, count=count)
            return [_shown(seen, row, labels) for row in rows]

    async def ask(
        self,
        application_id: UUID,
        *,
        reason: Reason,
        message: str,
        field_ids: Sequence[str],
        due_on: date | None,
        asker: Asker,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Give an application back to its holder, who is told what is incorrect, incomplete or outdated.

        Args:
            application_id: which one.
            reason: in one word.
            message: what to do, in the coordination's.
            field_ids: the questions that it is about.
            due_on: the last day for answering, in Paris; `None` for no such day.
            asker: who asks for it.
            once: the request.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            DomainError: as `transitions.check` does.
            InvalidInput: a question is not the form's, or the day is past.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            request_id = await self.ask_in(
                session, application_id, reason=reason, message=message, field_ids=field_ids, due_on=due_on,
                asker=asker,
            )  # fmt: skip
            described = await describe(session, await look_at(session, asker, application_id))
            answer = await once.keep(session, described)
            await audit(
                session, asker, "changes_requested", application_id, request=str(request_id), reason=reason,
                due_on=due_on,
            )  # fmt: skip
        return answer

    async def ask_in(
        self,
        session: AsyncSession,
        application_id: UUID,
        *,
        reason: Reason,
        message: str,
        field_ids: Sequence[str],
        due_on: date | None,
        asker: Asker,
    ) -> UUID:
        """Do what `ask` does as a part of a transaction, but for the audit log; return the request's id."""
        seen = await look_at(session, asker, application_id, lock=True)
        seen.check("request_changes")
        labels = await _labels(session, seen)
        _refuse_wrong(seen, labels, field_ids, due_on)
        row = await ChangeRequestStore(session, application_id).add(
            reason=reason,
            message=message,
            field_ids=list(field_ids),
            due_on=due_on,
            asked_by=asker.actor,
        )
        seen.apply("request_changes")
        application = seen.application
        await write_entry(
            session, application, actor=asker.actor, side="coordination", action="changes_requested",
            reason=message,
        )  # fmt: skip
        await self._tell_holder(session, seen, row, [labels[one] for one in field_ids])
        return row.id

    async def _tell_holder(
        self, session: AsyncSession, seen: Seen, row: ChangeRequestRow, fields: list[str]
    ) -> None:
        values = {"message": row.message, "fields": fields, "due_on": row.due_on}
        await write_to_holder(session, seen, "changes_requested", values, public_url=self._public_url)
        application = seen.application
        data = {
            "number": application.number,
            "call_id": application.call_id,
            "change_request_id": row.id,
            "reason": row.reason,
            "field_ids": row.field_ids,
            "due_on": row.due_on,
        }
        await notify(
            session,
            application.organisation_id,
            "application.changes_requested",
            ("application", application.id),
            data,
        )

    async def put_off(
        self, application_id: UUID, request_id: UUID, due_on: date | None, *, asker: Asker
    ) -> dict[str, Any]:
        """Give the holder until another day, or as long as they need, even when the first one has passed.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            ActionForbidden: the coordination alone does.
            ChangeRequestUnknown: it is not this request that waits.
            InvalidInput: the day is past.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id, lock=True)
            if not seen.viewer.is_coordination:
                raise ActionForbidden("Le délai d'une demande est fixé par la coordination.")
            row = await ChangeRequestStore(session, application_id).open(request_id)
            if row is None or seen.application.status != "changes_requested":
                raise ChangeRequestUnknown("Cette demande n'existe pas, ou a déjà sa réponse.")
            _refuse_wrong(seen, {}, (), due_on)
            before, row.due_on = row.due_on, due_on
            touch(seen.application)
            await session.flush()
            shown = _shown(seen, row, await _labels(session, seen))
            await audit(
                session, asker, "changes_put_off", application_id, request=str(row.id), before=before,
                after=due_on,
            )  # fmt: skip
        return shown

    async def resubmit(
        self, application_id: UUID, answer: str | None, *, asker: Asker, once: OneRequest
    ) -> dict[str, Any]:
        """Send an application again, changed as was asked: it goes back to where it came from.

        Raises:
            ApplicationUnknown: none that the asker may know of has this id.
            DomainError: as `transitions.check` does; when it is too late, the problem gives the answer back.
            ApplicationIncomplete: with every problem.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, asker, application_id, lock=True)
            seen.check("resubmit", yours={"answer": answer})
            (await check_application(session, seen)).require()
            application, store = seen.application, ChangeRequestStore(session, application_id)
            application.form_version_id = current_form(seen)
            row = await store.open()
            if row is not None:
                await store.answer(row, answer, by=asker.actor, at=seen.situation.now)
            seen.apply("resubmit")
            await write_entry(
                session, application, actor=asker.actor, side="holder", action="resubmitted", reason=answer
            )
            await self._tell_coordination(session, seen, answer)
            described = await describe(session, await look_at(session, asker, application_id))
            kept = await once.keep(session, described)
            await audit(session, asker, "application_resubmitted", application_id)
        return kept

    async def _tell_coordination(self, session: AsyncSession, seen: Seen, answer: str | None) -> None:
        values = {"message": answer}
        await write_to_coordination(session, seen, "changes_answered", values, public_url=self._public_url)
        application = seen.application
        await notify(
            session,
            application.organisation_id,
            "application.resubmitted",
            ("application", application.id),
            {"number": application.number, "call_id": application.call_id},
        )


async def _labels(session: AsyncSession, seen: Seen) -> dict[str, str]:
    definition = await definition_of(session, current_form(seen))
    return {field.id: field.label for field in definition.fields()}


def _refuse_wrong(seen: Seen, labels: dict[str, str], field_ids: Sequence[str], due_on: date | None) -> None:
    errors = [
        FieldError(f"/body/field_ids/{place}", "field_unknown", "Le formulaire n'a pas cette rubrique.")
        for place, name in enumerate(field_ids)
        if name not in labels
    ]
    if due_on is not None and due_on < seen.situation.now.astimezone(_PARIS).date():
        errors.append(
            FieldError("/body/due_on", "in_the_past", "Ce jour est passé : choisissez-en un à venir.")
        )
    if errors:
        raise InvalidInput("La demande ne convient pas : voyez les champs signalés.", errors=errors)


def _shown(seen: Seen, row: ChangeRequestRow, labels: dict[str, str]) -> dict[str, Any]:
    is_open = row.answered_at is None and seen.application.status == "changes_requested"
    may_put_off = is_open and seen.viewer.is_coordination and seen.viewer.may_write
    may_answer = is_open and "resubmit" in seen.allowed_actions
    return {
        "id": row.id,
        "reason": row.reason,
        "message": row.message,
        "fields": [{"id": one, "label": labels.get(one, one)} for one in row.field_ids],
        "due_on": row.due_on,
        "asked_at": row.asked_at,
        "answer": row.answer,
        "answered_at": row.answered_at,
        "is_open": is_open,
        "allowed_actions": [*(["put_off"] if may_put_off else []), *(["answer"] if may_answer else [])],
    }
