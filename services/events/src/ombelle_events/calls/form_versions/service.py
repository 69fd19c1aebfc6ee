"""The use cases of forms: each opens one transaction."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.calls.errors import CallUnknown, FormUnknown
from ombelle_events.calls.finding import call_actions, call_to, found_call
from ombelle_events.calls.form_versions.publishing import form_problems, publish_draft
from ombelle_events.calls.form_versions.store import FormStore
from ombelle_events.calls.tables import CallRow, FormVersionRow
from ombelle_events.forms.definition import Definition, read_definition
from ombelle_events.forms.differences import Difference, differences


class FormService:
    """Shows, writes and publishes forms."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def published(self, call_id: UUID) -> dict[str, Any]:
        """Return the form that people answer.

        Raises:
            CallUnknown: there is no such call, or it is not published.

        """
        async with self._sessions() as session, session.begin():
            row = await FormStore(session).online(call_id)
        if row is None:
            raise CallUnknown("Cet appel n'existe pas, ou n'est pas en ligne.")
        return {name: getattr(row, name) for name in ("id", "number", "published_at", "definition")}

    async def version(self, call_id: UUID, form_version_id: UUID) -> dict[str, Any]:
        """Return a version of a call's form that was published.

        Raises:
            FormUnknown: there is none.

        """
        async with self._sessions() as session, session.begin():
            row = await FormStore(session).version(call_id, form_version_id)
        if row is None or row.published_at is None:
            raise FormUnknown("Cet appel n'a pas cette version de formulaire.")
        return {name: getattr(row, name) for name in ("id", "number", "published_at", "definition")}

    async def versions(
        self, call_id: UUID, *, before: int | None, count: int
    ) -> tuple[list[dict[str, Any]], int, list[str]]:
        """Return the versions of a call's form, the newest first, how many there are, and what may be done.

        Raises:
            CallUnknown: there is no such call.

        """
        async with self._sessions() as session, session.begin():
            call = await found_call(session, call_id)
            rows, total = await FormStore(session).page(call_id, before=before, count=count)
            return [dict(row) for row in rows], total, call_actions(call.publication)

    async def draft(self, call_id: UUID) -> dict[str, Any]:
        """Return the form that is being written, or what it would begin from.

        Raises:
            CallUnknown: there is no such call.

        """
        async with self._sessions() as session, session.begin():
            call = await found_call(session, call_id)
            return await _draft(FormStore(session), call)

    async def write(
        self, call_id: UUID, definition: dict[str, Any], *, if_match: str | None, by: str
    ) -> dict[str, Any]:
        """Keep a form as it is written so far, even if it does not make sense yet: what does not is told.

        Raises:
            VersionNeeded: `if_match` is missing.
            CallUnknown: there is no such call.
            CallStateForbids: it is archived.
            ChangedMeanwhile: the form has another version; the problem carries both.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            call = await call_to(session, call_id, "edit_form")
            store = FormStore(session)
            current = await _draft(store, call)
            refuse_stale(
                wanted,
                current["version"],
                current={"version": current["version"], "definition": current["definition"]},
                yours={"definition": definition},
            )
            if current["version"] and current["definition"] == definition:
                return current
            row = await store.draft(call_id)
            if row is None:
                row = await store.add(call_id, definition, number=await store.last_number(call_id) + 1, by=by)
            else:
                _overwrite(row, definition)
            await session.flush()
            shown = await _draft(store, call)
            await record(
                session,
                actor=by,
                action="form_written",
                subject_kind="form_version",
                subject_id=str(row.id),
                values={"call_id": call_id, "number": row.number, "version": row.version},
            )
            return shown

    async def publish(
        self, call_id: UUID, *, if_match: str | None, by: str, once: OneRequest
    ) -> dict[str, Any]:
        """Make the written form the one that people answer, and tell what changes for them.

        Raises:
            VersionNeeded: `if_match` is missing.
            CallUnknown, FormUnknown: there is no such call, or nothing is written.
            CallStateForbids: the call is not online.
            ChangedMeanwhile: the form has another version; the problem carries both.
            FormInvalid: it does not make sense.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            call = await call_to(session, call_id, "publish_form")
            current = await _draft(FormStore(session), call)
            refuse_stale(wanted, current["version"], current={"version": current["version"]}, yours={})
            row, changes = await publish_draft(session, call, at=datetime.now(UTC))
            call.version += 1
            shown = {
                "id": row.id,
                "number": row.number,
                "published_at": row.published_at,
                "differences": _told(changes),
                "allowed_actions": call_actions(call.publication),
            }
            kept = await once.keep(session, shown)
            await record(
                session,
                actor=by,
                action="form_published",
                subject_kind="form_version",
                subject_id=str(row.id),
                values={"call_id": call_id, "number": row.number, "differences": _told(changes)},
            )
            return kept


def _overwrite(row: FormVersionRow, definition: dict[str, Any]) -> None:
    row.definition = definition
    row.version += 1
    row.updated_at = datetime.now(UTC)


async def _draft(store: FormStore, call: CallRow) -> dict[str, Any]:
    row, former = await store.draft(call.id), await store.published(call.id)
    written = row or former
    stored = written.definition if written else {"sections": []}
    definition = read_definition(stored)
    before = read_definition(former.definition) if former else None
    return {
        "number": row.number if row else await store.last_number(call.id) + 1,
        "version": row.version if row else 0,
        "definition": stored,
        "problems": [asdict(one) for one in form_problems(definition, before, call)],
        "differences": _told(differences(before or Definition(()), definition)),
        "updated_at": row.updated_at if row else None,
        "allowed_actions": call_actions(call.publication),
    }


def _told(changes: list[Difference]) -> list[dict[str, Any]]:
    return [{**asdict(one), "aspects": list(one.aspects)} for one in changes]
