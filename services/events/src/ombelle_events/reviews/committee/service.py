"""The use cases of committees: each opens one transaction."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError
from ombelle_chassis.versions import refuse_stale, require_version
from pydantic_core import to_jsonable_python
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.calls.finding import call_to, found_call
from ombelle_events.calls.tables import CallRow
from ombelle_events.reviews.committee.store import CommitteeStore
from ombelle_events.reviews.errors import CommitteeInvalid, CommitteeOff

_WRITTEN: Final = ("account_id", "themes", "departments", "is_chair")


class CommitteeService:
    """Shows and writes who sits in a call's committee."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def committee(self, call_id: UUID) -> dict[str, Any]:
        """Return a call's committee.

        Raises:
            CallUnknown: there is no such call.

        """
        async with self._sessions() as session, session.begin():
            call = await found_call(session, call_id)
            return await _shown(CommitteeStore(session, call_id), call)

    async def write(
        self, call_id: UUID, items: Sequence[Mapping[str, Any]], *, if_match: str | None, by: str
    ) -> dict[str, Any]:
        """Write the whole committee. Whoever is left out leaves: what they wrote stays, and nothing more is asked.

        Raises:
            VersionNeeded: `if_match` is missing.
            CallUnknown: there is no such call.
            CallStateForbids: it is archived.
            CommitteeOff: it is decided without one.
            ChangedMeanwhile: the call has another version; the problem carries both.
            CommitteeInvalid: somebody stands twice, or has no role that lets them sit.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            call = await call_to(session, call_id, "edit")
            refuse_without_committee(call)
            store = CommitteeStore(session, call_id)
            before = await _shown(store, call)
            refuse_stale(
                wanted,
                call.version,
                current=to_jsonable_python(before),
                yours=to_jsonable_python({"items": items}),
            )
            await store.seat(await _named(store, items, before["items"]))
            call.version += 1
            call.updated_at = datetime.now(UTC)
            await session.flush()
            shown = await _shown(store, call)
            await record(
                session,
                actor=by,
                action="committee_written",
                subject_kind="call",
                subject_id=str(call_id),
                values={"before": _traced(before), "after": _traced(shown)},
            )
            return shown


def refuse_without_committee(call: CallRow) -> None:
    """Refuse what a call without a committee has no use for.

    Raises:
        CommitteeOff: it is decided without one.

    """
    if not call.has_committee:
        raise CommitteeOff("Cet appel se décide sans comité : rétablissez-le d'abord dans l'appel.")


async def _named(
    store: CommitteeStore, items: Sequence[Mapping[str, Any]], sitting: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return the members with the names and addresses that they are known by."""
    known: dict[UUID, Mapping[str, Any]] = {
        one["account_id"]: one for one in sitting if one["left_at"] is None
    }
    known |= await store.may_sit(item["account_id"] for item in items)
    errors, named, seen = [], [], set()
    for place, item in enumerate(items):
        account = item["account_id"]
        pointer = f"/body/items/{place}/account_id"
        if account in seen:
            errors.append(FieldError(pointer, "repeated", "Cette personne y est deux fois."))
        elif account not in known:
            errors.append(
                FieldError(pointer, "role_missing", "Ce compte n'a pas de rôle qui lui permette d'évaluer.")
            )
        else:
            named.append({**item, "name": known[account]["name"], "email": known[account]["email"]})
        seen.add(account)
    if errors:
        raise CommitteeInvalid("Le comité ne peut pas être ainsi : voyez qui est en cause.", errors=errors)
    return named


async def _shown(store: CommitteeStore, call: CallRow) -> dict[str, Any]:
    may_write = call.has_committee and call.publication != "archived"
    return {
        "items": [dict(row) for row in await store.members()],
        "version": call.version,
        "allowed_actions": ["write", "assign"] if may_write else [],
    }


def _traced(committee: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what the audit log keeps: accounts by their ids, no name or address."""
    return [
        {**{name: one[name] for name in _WRITTEN}, "organisations": [o["id"] for o in one["organisations"]]}
        for one in committee["items"]
        if one["left_at"] is None
    ]
