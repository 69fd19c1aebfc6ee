"""The use cases of units, the copies and modules that go out: each opens one transaction."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.catalogue.changing import flush, remove, touch
from ombelle_loans.catalogue.errors import FormatUnknown, UnitTaken
from ombelle_loans.catalogue.seeing import held_item, held_unit, seen_unit
from ombelle_loans.catalogue.store import ItemStore
from ombelle_loans.catalogue.tables import UnitRow
from ombelle_loans.log import record


class UnitService:
    """Copies and modules. `agency` is what the agency is called."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], agency: str) -> None:
        self._sessions = sessions
        self._agency = agency

    async def unit(self, caller: Caller, unit_id: UUID) -> dict[str, Any]:
        """Return a unit. Raises UnitUnknown."""
        async with self._sessions() as session, session.begin():
            return await seen_unit(session, caller, unit_id)

    async def add(
        self, caller: Caller, item_id: UUID, format_id: UUID, values: Mapping[str, Any], once: OneRequest
    ) -> dict[str, Any]:
        """Give a format another copy or module.

        Raises:
            ItemUnknown, FormatUnknown: there is none that the caller lends.
            UnitTaken: it has this one already, or the copy goes out whole.

        """
        async with self._sessions() as session, session.begin():
            if (known := await once.recall(session)) is not None:
                return dict(known)
            item, _ = await held_item(session, caller, self._agency, item_id)
            if await ItemStore(session).format(item_id, format_id) is None:
                raise FormatUnknown("Cet outil n'a pas ce format.")
            row = UnitRow(format_id=format_id, **values)
            session.add(row)
            taken = dict.fromkeys(
                ("uq_unit_format_id_copy_number_module_number", "ex_unit_whole_or_in_modules"), _taken
            )
            await flush(session, taken)
            touch(item)
            shown = await seen_unit(session, caller, row.id)
            await record(session, caller, "unit_added", ("unit", row.id), {"item": str(item_id)})
            return await once.keep(session, shown)

    async def change(
        self, caller: Caller, unit_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> dict[str, Any]:
        """Change what is said of a unit.

        Raises:
            VersionNeeded: `if_match` is missing.
            UnitUnknown: there is none that the caller lends.
            ChangedMeanwhile: it has another version; the problem carries both.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            row, current = await held_unit(session, caller, unit_id)
            refuse_stale(wanted, row.version, current=current, yours=values)
            changed = {name: value for name, value in values.items() if getattr(row, name) != value}
            if not changed:
                return current
            for name, value in changed.items():
                setattr(row, name, value)
            row.version += 1
            shown = await seen_unit(session, caller, unit_id)
            await record(session, caller, "unit_edited", ("unit", unit_id), changed)
            return shown

    async def remove(self, caller: Caller, unit_id: UUID) -> None:
        """Take a unit away that was never lent.

        Raises:
            UnitUnknown: there is none that the caller lends.
            ItemInUse: it was.

        """
        async with self._sessions() as session, session.begin():
            row, _ = await held_unit(session, caller, unit_id)
            await remove(session, row)
            await record(session, caller, "unit_removed", ("unit", unit_id))


def _taken() -> UnitTaken:
    return UnitTaken(
        "Ce format a déjà cet exemplaire ou ce module, ou cet exemplaire part entier.",
        errors=[FieldError("/body/copy_number", "taken", "Déjà pris.")],
    )
