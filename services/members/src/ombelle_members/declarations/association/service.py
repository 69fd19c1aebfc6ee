"""The association itself: what it is called and where it sits, from one day to another."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.declarations.association.errors import AssociationChangedLater
from ombelle_members.declarations.association.store import AssociationStore
from ombelle_members.declarations.domain import Cause
from ombelle_members.declarations.errors import refuse_future
from ombelle_members.declarations.opening import open_declaration
from ombelle_members.log import record
from ombelle_members.transactions import in_transaction

_DECLARED: Final[Mapping[Cause, tuple[str, ...]]] = {
    "name": ("name", "acronym"),
    "seat": ("address", "postal_code", "commune_name"),
}
"""What of it is told to the State when it changes."""


class AssociationService:
    """Reads and changes the association."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(self, *, before: date, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return versions, the latest first, and how many there are."""
        async with self._sessions() as session, session.begin():
            return await AssociationStore(session).page(before=before, count=count)

    async def enter(self, values: Mapping[str, Any], *, caller: Caller, once: OneRequest) -> dict[str, Any]:
        """Enter what the association is from a day on; a change of name or seat opens its declaration.

        Args:
            values: `since`, and the fields of a version.
            caller: the secretariat.
            once: the request.

        Raises:
            AssociationChangedLater: there is a version that begins on that day or later.
            InvalidInput: that day has not come.

        """
        refuse_future(values["since"], "/body/since")

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = AssociationStore(session)
            before = await store.last()
            if before is not None:
                _refuse_later(before["since"], values["since"])
                await store.close(before["id"], values["since"])
            entered = await store.add(values)
            for cause, fields in _DECLARED.items():
                if before is not None and any(before[name] != values[name] for name in fields):
                    await open_declaration(
                        session, cause=cause, occurred_on=values["since"], subject_id=entered
                    )
            await record(
                session,
                caller,
                "association_changed",
                ("association_version", entered),
                {"since": str(values["since"])},
            )
            shown = await store.on(values["since"])
            return await once.keep(session, shown or {})

        return await in_transaction(self._sessions, work)


def _refuse_later(last: date, since: date) -> None:
    if since <= last:
        raise AssociationChangedLater(
            f"Une version de l’association commence déjà le {last:%d/%m/%Y} : la suivante commence après.",
            errors=[FieldError("/body/since", "association_changed_later", f"Après le {last:%d/%m/%Y}.")],
        )
