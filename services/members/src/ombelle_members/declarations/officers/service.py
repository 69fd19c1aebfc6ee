"""What the form asks of those who administer the association: read and kept by the secretariat alone."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.declarations.domain import missing_of
from ombelle_members.declarations.errors import refuse_future
from ombelle_members.declarations.officers.errors import NotAnOfficer
from ombelle_members.declarations.officers.store import OfficerStore
from ombelle_members.log import record
from ombelle_members.transactions import in_transaction


class OfficerService:
    """Details of officers. The audit log says that they changed, never what they are."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(self, on: date, *, after: int, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return those who administer the association on a day, in the form's order, and how many they are."""
        async with self._sessions() as session, session.begin():
            rows, total = await OfficerStore(session).page(on, after=after, count=count)
        return [_described(row) for row in rows], total

    async def keep(
        self, person_id: UUID, values: Mapping[str, Any], *, if_match: str | None, caller: Caller
    ) -> int:
        """Keep what the form asks of an officer, and return the version.

        Raises:
            VersionNeeded, ChangedMeanwhile: another version than the present one was read; `"v0"` is nothing.
            NotAnOfficer: they do not administer the association, today or on a day that is still to be declared.
            InvalidInput: they are not born yet.

        """
        if values.get("birth_date") is not None:
            refuse_future(values["birth_date"], "/body/birth_date")
        wanted = require_version(if_match)

        async def work(session: AsyncSession) -> int:
            store = OfficerStore(session)
            current = await store.current(person_id, today=today_in_paris())
            if current is None:
                raise NotAnOfficer(
                    "Ces renseignements ne sont demandés qu’aux personnes qui administrent l’association."
                )
            told = {name: current.get(name) for name in values}
            refuse_stale(wanted, current["version"], current=told, yours=values)
            version = await store.keep(person_id, values)
            await record(session, caller, "officer_details_kept", ("person", person_id))
            return version

        return await in_transaction(self._sessions, work)

    async def forget(self, person_id: UUID, *, caller: Caller) -> None:
        """Forget what the form asked of a person; it is no matter whether anything was known."""

        async def work(session: AsyncSession) -> None:
            if await OfficerStore(session).forget(person_id):
                await record(session, caller, "officer_details_forgotten", ("person", person_id))

        await in_transaction(self._sessions, work)


def _described(row: Mapping[str, Any]) -> dict[str, Any]:
    asked = ("birth_date", "nationality", "occupation", "home", "country_of_residence")
    return dict(row) | {
        "capacity": row["role"] or "board_member",
        "representative": row["person_name"] if row["kind"] == "legal" else None,
        "details": {name: row[name] for name in asked},
        "missing": missing_of(row),
    }
