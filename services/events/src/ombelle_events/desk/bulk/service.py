"""Many applications at once: previewed, then done to exactly those that were previewed, each wholly or not at all."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import DomainError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.entries import write_entry
from ombelle_events.applications.log import audit
from ombelle_events.applications.seeing import look_at
from ombelle_events.applications.viewer import Asker
from ombelle_events.calls.finding import call_to, found_call
from ombelle_events.correspondence.change_requests.service import ChangeRequestService
from ombelle_events.correspondence.messages.service import MessageService
from ombelle_events.correspondence.telling import write_to_holder
from ombelle_events.decisions.errors import BatchUnknown
from ombelle_events.decisions.service import BatchService, locked_batch
from ombelle_events.decisions.store import DecisionStore
from ombelle_events.desk.bulk.domain import (
    REFUSALS,
    Assign,
    Line,
    Message,
    Outcome,
    RemindDraft,
    RequestChanges,
    Stage,
    What,
)
from ombelle_events.desk.bulk.planning import Planner, draft_reminder
from ombelle_events.desk.bulk.store import BulkStore, Row
from ombelle_events.mailing import ask_for_mails
from ombelle_events.reviews.assignments.service import AssignmentService, begin_reviews
from ombelle_events.reviews.assignments.store import AssignmentStore
from ombelle_events.reviews.planning import Pick

_Note = tuple[str, UUID, dict[str, Any]]


class BulkService:
    """Does one thing with many applications of a call."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], asker: Asker, *, public_url: str) -> None:
        self._sessions, self._asker, self._public_url = sessions, asker, public_url

    async def preview(self, call_id: UUID, what: What, ids: Sequence[UUID]) -> dict[str, Any]:
        """Return what would become of each application, and the mails that would leave. Nothing is done.

        Raises:
            CallUnknown: there is no such call.
            CommitteeOff: it is decided without a committee, and reviewers are to be asked.
            InvalidInput: what is to be done could be done with none.
            BatchUnknown, BatchClosed: there is no batch to add to.

        """
        async with self._sessions() as session, session.begin():
            call = await found_call(session, call_id)
            if isinstance(what, Stage):
                await self._batch(session, call_id, what)
            planner = Planner(session, self._asker, call, what)
            await planner.refuse_wrong()
            standings = await BulkStore(session, self._asker, call_id).standings(ids)
            refusals = await planner.refusals(standings)
            ready = [row for one, row in standings.items() if one not in refusals]
            mails = await planner.mails(ready, public_url=self._public_url)
            reviewers = await self._reviewers(session, call, what, [UUID(row["card"]["id"]) for row in ready])
        unknown = ("application_unknown", REFUSALS["application_unknown"])
        items = [
            _previewed(one, standings.get(one), refusals.get(one, unknown), one in refusals, mails)
            for one in ids
        ]
        return {
            "action": what.action,
            "ready": len(ready),
            "refused": len(items) - len(ready),
            "items": items,
            "reviewers": reviewers,
        }

    async def _reviewers(
        self, session: AsyncSession, call: Any, what: What, ids: Sequence[UUID]
    ) -> list[dict[str, Any]]:
        if not isinstance(what, Assign):
            return []
        picks = await self._new_picks(session, call.id, what, ids)
        service = AssignmentService(self._sessions, public_url=self._public_url)
        mails = await service.mails_in(session, call, picks, due_on=what.due_on, message=what.message)
        return [shown for shown, _ in mails]

    async def _new_picks(
        self, session: AsyncSession, call_id: UUID, what: Assign, ids: Sequence[UUID]
    ) -> list[Pick]:
        picks = [Pick(one, account) for one in ids for account in what.account_ids]
        codes = await AssignmentStore(session).obstacles(call_id, picks)
        return [pick for pick, code in zip(picks, codes, strict=True) if code is None]

    async def run(
        self, call_id: UUID, what: What, lines: Sequence[Line], *, once: OneRequest
    ) -> dict[str, Any]:
        """Do it to each of these applications as it was previewed, and return what became of each.

        Raises:
            DomainError: as `preview` does; nothing was done then.
            CallStateForbids: the call is archived.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            call = await call_to(session, call_id, "edit")
            planner = Planner(session, self._asker, call, what)
            await planner.refuse_wrong()
            if isinstance(what, Stage):
                await self._batch(session, call_id, what)
            await AssignmentStore(session).lock(call_id, [line.application_id for line in lines])
            standings = await BulkStore(session, self._asker, call_id).standings(
                [line.application_id for line in lines]
            )
            refused = _stale(lines, standings) | await planner.refusals(standings)
            todo = [line.application_id for line in lines if line.application_id not in refused]
            notes: list[_Note] = []
            refused |= await self._do(session, call, what, todo, notes)
            outcomes = [_outcome(line, standings.get(line.application_id), refused) for line in lines]
            done = [one.application_id for one in outcomes if one.code is None]
            answer = await once.keep(session, _answer(what, outcomes))
            for action, application_id, values in notes:
                await audit(session, self._asker, action, application_id, **values)
            await record(
                session, actor=self._asker.actor, action="bulk_done", subject_kind="call", subject_id=str(call_id),
                values={"what": what.action, "applications": done},
            )  # fmt: skip
        return answer

    async def _batch(self, session: AsyncSession, call_id: UUID, what: Stage) -> Any:
        batch = await locked_batch(DecisionStore(session, self._asker), what.batch_id)
        if batch.call_id != call_id:
            raise BatchUnknown("Ce lot de décisions n'est pas de cet appel.")
        return batch

    async def _do(
        self, session: AsyncSession, call: Any, what: What, ids: Sequence[UUID], notes: list[_Note]
    ) -> dict[UUID, tuple[str, str]]:
        """Do it, and return what was refused after all, and why."""
        if isinstance(what, Assign):
            await self._assign(session, call, what, ids, notes)
            return {}
        if isinstance(what, Stage):
            return await self._stage(session, what, ids)
        refused = {}
        one_by_one: Callable[[UUID], Awaitable[_Note]] = {
            "request_changes": lambda one: self._request_changes(session, what, one),
            "remind_draft": lambda one: self._remind(session, call, what, one),
            "message": lambda one: self._write(session, what, one),
        }[what.action]
        for application_id in ids:
            try:
                async with session.begin_nested():
                    note = await one_by_one(application_id)
            except DomainError as error:
                refused[application_id] = (error.code, error.detail)
            else:
                notes.append(note)
        return refused

    async def _request_changes(self, session: AsyncSession, what: Any, application_id: UUID) -> _Note:
        assert isinstance(what, RequestChanges)  # noqa: S101
        request_id = await ChangeRequestService(self._sessions, public_url=self._public_url).ask_in(
            session, application_id, reason=what.reason, message=what.message, field_ids=what.field_ids,
            due_on=what.due_on, asker=self._asker,
        )  # fmt: skip
        told = {"request": str(request_id), "reason": what.reason, "due_on": what.due_on}
        return "changes_requested", application_id, told

    async def _remind(self, session: AsyncSession, call: Any, what: Any, application_id: UUID) -> _Note:
        assert isinstance(what, RemindDraft)  # noqa: S101
        seen = await look_at(session, self._asker, application_id, lock=True)
        values = draft_reminder(what, call.closes_at)
        await write_to_holder(session, seen, "draft_reminder", values, public_url=self._public_url)
        await write_entry(
            session, seen.application, actor=self._asker.actor, side="coordination", action="draft_reminded",
            reason=what.message,
        )  # fmt: skip
        return "draft_reminded", application_id, {}

    async def _write(self, session: AsyncSession, what: Any, application_id: UUID) -> _Note:
        assert isinstance(what, Message)  # noqa: S101
        side, row = await MessageService(self._sessions, public_url=self._public_url).write_in(
            session, application_id, what.text, asker=self._asker
        )
        return "message_written", application_id, {"message": str(row["id"]), "side": side}

    async def _assign(
        self, session: AsyncSession, call: Any, what: Assign, ids: Sequence[UUID], notes: list[_Note]
    ) -> None:
        picks = await self._new_picks(session, call.id, what, ids)
        if not picks:
            return
        store = AssignmentStore(session)
        await store.assign(call.id, picks, by=self._asker.actor, due_on=what.due_on)
        await begin_reviews(session, await store.lock(call.id, ids), by=self._asker.actor)
        service = AssignmentService(self._sessions, public_url=self._public_url)
        mails = await service.mails_in(session, call, picks, due_on=what.due_on, message=what.message)
        await ask_for_mails(session, [mail for _, mail in mails])
        accounts = [str(one) for one in what.account_ids]
        notes += [("reviews_assigned", one, {"accounts": accounts, "due_on": what.due_on}) for one in ids]

    async def _stage(
        self, session: AsyncSession, what: Stage, ids: Sequence[UUID]
    ) -> dict[UUID, tuple[str, str]]:
        if not ids:
            return {}
        line = {
            "decision": what.decision, "amount_cents": None, "motivation": what.motivation, "rank": None,
            "version": None,
        }  # fmt: skip
        store, service = DecisionStore(session, self._asker), BatchService(self._sessions, self._asker)
        batch = await locked_batch(store, what.batch_id)
        try:
            async with session.begin_nested():
                lines = [{"application_id": one, **line} for one in ids]
                await service.stage_in(session, store, batch, lines, pointer="/body/items/{}")
        except (DomainError, IntegrityError):
            refused = REFUSALS["changed_meanwhile"]
            return dict.fromkeys(ids, ("changed_meanwhile", refused))
        return {}


def _stale(lines: Sequence[Line], standings: Mapping[UUID, Row]) -> dict[UUID, tuple[str, str]]:
    found = {}
    for line in lines:
        row = standings.get(line.application_id)
        code = "application_unknown" if row is None else "changed_meanwhile"
        if row is None or row["card"]["version"] != line.version:
            found[line.application_id] = (code, REFUSALS[code])
    return found


def _previewed(
    application_id: UUID,
    row: Row | None,
    refused: tuple[str, str],
    is_refused: bool,
    mails: Mapping[str, Any],
) -> dict[str, Any]:
    card = None if row is None else row["card"]
    code, detail = refused if card is None or is_refused else (None, None)
    return {
        "application_id": application_id,
        "version": card and card["version"],
        "number": card and card["number"],
        "title": card and card["title"],
        "organisation": card and card["organisation"]["name"],
        "column": card and card["column"],
        "reminded_at": row and row["reminded_at"],
        "code": code,
        "detail": detail,
        "mail": mails.get(str(application_id)),
    }


def _outcome(line: Line, row: Row | None, refused: Mapping[UUID, tuple[str, str]]) -> Outcome:
    code, detail = refused.get(line.application_id, (None, None))
    number = None if row is None else row["card"]["number"]
    return Outcome(line.application_id, number, code, detail)


def _answer(what: What, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    done = sum(one.code is None for one in outcomes)
    return {
        "action": what.action,
        "done": done,
        "refused": len(outcomes) - done,
        "items": [one.told() for one in outcomes],
    }
