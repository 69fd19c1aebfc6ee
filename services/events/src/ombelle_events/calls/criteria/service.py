"""The use cases of criteria: each opens one transaction."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.calls.errors import CriterionUsed
from ombelle_events.calls.finding import call_actions, call_to, found_call
from ombelle_events.calls.store import CallStore
from ombelle_events.calls.tables import CallRow, CriterionRow

_FIELDS: Final = ("name", "help", "weight", "scale")


class CriteriaService:
    """Shows and writes what applications are scored by."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def criteria(self, call_id: UUID) -> dict[str, Any]:
        """Return a call's criteria, in order.

        Raises:
            CallUnknown: there is no such call.

        """
        async with self._sessions() as session, session.begin():
            call = await found_call(session, call_id)
            return _shown(call, await CallStore(session).criteria(call_id))

    async def write(
        self, call_id: UUID, items: Sequence[Mapping[str, Any]], *, if_match: str | None, by: str
    ) -> dict[str, Any]:
        """Write the whole list: those with an id stay, whatever else is changed in them.

        Raises:
            VersionNeeded: `if_match` is missing.
            CallUnknown: there is no such call.
            CallStateForbids: it is archived.
            ChangedMeanwhile: the call has another version; the problem carries both.
            InvalidInput: an id is not one of this call's criteria, or stands twice.
            CriterionUsed: one that has scores would go, or its scale would become too small for them.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            call = await call_to(session, call_id, "edit_criteria")
            known = {row.id: row for row in await CallStore(session).criteria(call_id)}
            before = _shown(call, list(known.values()))
            refuse_stale(wanted, call.version, current=before, yours={"items": items})
            _refuse_foreign(items, known)
            kept = await _write(session, call_id, items, known)
            call.version += 1
            call.updated_at = datetime.now(UTC)
            await session.flush()
            shown = _shown(call, kept)
            await record(
                session,
                actor=by,
                action="criteria_written",
                subject_kind="call",
                subject_id=str(call_id),
                values={"before": before["items"], "after": shown["items"]},
            )
            return shown


async def _write(
    session: AsyncSession,
    call_id: UUID,
    items: Sequence[Mapping[str, Any]],
    known: Mapping[UUID, CriterionRow],
) -> list[CriterionRow]:
    named = {item["id"] for item in items}
    kept = []
    try:
        for row in known.values():
            if row.id not in named:
                await session.delete(row)
        for rank, item in enumerate(items, 1):
            row = known[item["id"]] if item["id"] else CriterionRow(call_id=call_id)
            for name in _FIELDS:
                setattr(row, name, item[name])
            row.rank = rank
            session.add(row)
            kept.append(row)
        await session.flush()
    except IntegrityError as error:
        raise CriterionUsed(
            "Un critère qui a déjà reçu des notes ne peut être ni retiré, ni ramené à une échelle plus courte."
        ) from error
    return kept


def _refuse_foreign(items: Sequence[Mapping[str, Any]], known: Mapping[UUID, CriterionRow]) -> None:
    seen: set[UUID] = set()
    errors = []
    for place, item in enumerate(items):
        if item["id"] is None:
            continue
        if item["id"] not in known or item["id"] in seen:
            errors.append(
                FieldError(
                    f"/body/items/{place}/id", "criterion_unknown", "Ce critère n'est pas de cet appel."
                )
            )
        seen.add(item["id"])
    if errors:
        raise InvalidInput("La liste nomme un critère qui n'est pas de cet appel.", errors=errors)


def _shown(call: CallRow, rows: Sequence[CriterionRow]) -> dict[str, Any]:
    return {
        "items": [_criterion(row) for row in rows],
        "next": None,
        "total": len(rows),
        "version": call.version,
        "allowed_actions": call_actions(call.publication),
    }


def _criterion(row: CriterionRow) -> dict[str, Any]:
    shown = {"id": row.id, **{name: getattr(row, name) for name in _FIELDS}}
    return {**shown, "weight": float(row.weight)}
