"""The calendar of duties: what follows from the association's life, and what the secretariat adds."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day, today_in_paris
from ombelle_members.declarations.duties.domain import due_of, title_of
from ombelle_members.declarations.duties.errors import DutyThere, DutyUnknown
from ombelle_members.declarations.duties.store import DutyStore
from ombelle_members.declarations.errors import refuse_future
from ombelle_members.log import record
from ombelle_members.mailing import write_to
from ombelle_members.transactions import in_transaction


class DutyService:
    """Reads and keeps the calendar."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, on: date, state: str | None, *, after: tuple[date, str, str] | None, count: int, caller: Caller
    ) -> tuple[list[dict[str, Any]], int]:
        """Return duties as a day sees them, the first due first, and how many there are."""
        async with self._sessions() as session, session.begin():
            rows, total = await DutyStore(session).page(on, state, after=after, count=count)
        return [_described(row, caller) for row in rows], total

    async def enter(self, values: Mapping[str, Any], *, caller: Caller) -> dict[str, Any]:
        """Enter a duty: accounts that were approved on a day, or anything else with its own day.

        Raises:
            DutyThere: the same one is in the calendar.

        """
        row = dict(values) | {"due_on": due_of(values["kind"], values["since"], values["due_on"])}

        async def work(session: AsyncSession) -> dict[str, Any]:
            store = DutyStore(session)
            entered = await store.add(row)
            if entered is None:
                raise DutyThere(
                    "Cette échéance est déjà au calendrier.",
                    errors=[FieldError("/body/since", "duty_there", "Déjà au calendrier.")],
                )
            await record(session, caller, "duty_entered", ("duty", entered), {"due_on": str(row["due_on"])})
            return await _found(
                store, min(row["due_on"], today_in_paris()), row["kind"], str(entered), caller
            )

        return await in_transaction(self._sessions, work)

    async def done(
        self, kind: str, key: str, *, on: date, note: str | None, caller: Caller
    ) -> dict[str, Any]:
        """Note that a duty was done on a day. Raises DutyUnknown, and InvalidInput of a day that has not come."""
        refuse_future(on)
        if kind == "declaration":
            raise DutyUnknown("Une déclaration est faite quand elle est envoyée : notez-le sur sa page.")

        async def work(session: AsyncSession) -> dict[str, Any]:
            store = DutyStore(session)
            today = today_in_paris()
            await _found(store, today, kind, key, caller)
            await store.tick(kind, key, done_on=on, note=note)
            await _noted(session, caller, "duty_done", kind, key)
            return await _found(store, today, kind, key, caller)

        return await in_transaction(self._sessions, work)

    async def not_done(self, kind: str, key: str, *, caller: Caller) -> dict[str, Any]:
        """Note that a duty was not done after all. Raises DutyUnknown."""

        async def work(session: AsyncSession) -> dict[str, Any]:
            store = DutyStore(session)
            await store.untick(kind, key)
            told = await _found(store, today_in_paris(), kind, key, caller)
            await _noted(session, caller, "duty_not_done", kind, key)
            return told

        return await in_transaction(self._sessions, work)

    async def remove(self, kind: str, key: str, *, caller: Caller) -> None:
        """Take a duty that somebody entered out again. Raises DutyUnknown."""

        async def work(session: AsyncSession) -> None:
            store = DutyStore(session)
            if not await store.remove(kind, key):
                raise DutyUnknown("Cette échéance n’existe pas, ou elle vient d’elle-même.")
            await store.untick(kind, key)
            await _noted(session, caller, "duty_removed", kind, key)

        await in_transaction(self._sessions, work)


async def remind(sessions: async_sessionmaker[AsyncSession], public_url: str, today: date) -> int:
    """Write to the association's address of what is due, each duty once a mark; return of how many that was."""

    async def work(session: AsyncSession) -> int:
        store = DutyStore(session)
        addressee = await store.addressee(today)
        if addressee is None:
            return 0
        rows = await store.to_remind(today)
        if rows:
            values = {
                "association": addressee["name"],
                "duties": [
                    {
                        "title": title_of(one),
                        "due": spoken_day(one["due_on"]),
                        "is_overdue": one["state"] == "overdue",
                    }
                    for one in rows
                ],
                "link": f"{public_url}/espace/gouvernance/calendrier",
            }
            await write_to(
                session,
                addressee["email"],
                "duties-reminder",
                values,
                about=("association_version", addressee["id"]),
            )
        return len(rows)

    return await in_transaction(sessions, work)


async def _found(store: DutyStore, on: date, kind: str, key: str, caller: Caller) -> dict[str, Any]:
    row = await store.one(on, kind, key)
    if row is None:
        raise DutyUnknown("Cette échéance n’est pas au calendrier.")
    return _described(row, caller)


async def _noted(session: AsyncSession, caller: Caller, action: str, kind: str, key: str) -> None:
    await record(session, caller, action, ("duty", _subject(key)), {"kind": kind, "key": key})


def _subject(key: str) -> UUID:
    # What is computed has no row: its kind and key stand in the values.
    try:
        return UUID(key)
    except ValueError:
        return UUID(int=0)


def _described(row: Mapping[str, Any], caller: Caller) -> dict[str, Any]:
    actions = []
    if caller.is_secretariat:
        if row["is_ticked"]:
            actions.append("undo")
        elif row["done_on"] is None and row["kind"] != "declaration":
            actions.append("done")
        if row["is_entered"]:
            actions.append("remove")
    return dict(row) | {"title": title_of(row), "allowed_actions": actions}
