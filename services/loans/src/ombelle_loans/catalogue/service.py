"""The use cases of items and of their formats: each opens one transaction. An item's version is that of all of it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.catalogue.changing import refuse_contradictions, remove, told, touch
from ombelle_loans.catalogue.domain import MOST_FORMATS, SHEET
from ombelle_loans.catalogue.errors import FormatUnknown, ItemInUse, LastFormat, TooMany
from ombelle_loans.catalogue.seeing import held_item, item_actions, seen_item
from ombelle_loans.catalogue.store import ItemStore
from ombelle_loans.catalogue.tables import ItemRow
from ombelle_loans.copies.store import CopyStore
from ombelle_loans.lending.errors import LenderUnknown
from ombelle_loans.log import record

_PUBLICATIONS = {"publish": "published", "unpublish": "draft", "archive": "archived"}


class ItemService:
    """What is lent, as those who lend it write it. `agency` is what the agency is called."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], agency: str) -> None:
        self._sessions = sessions
        self._agency = agency

    async def page(
        self, caller: Caller, filters: Mapping[str, Any], *, after: tuple[str, UUID], count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return items that the caller lends, by title, and how many the filters find in all."""
        async with self._sessions() as session, session.begin():
            rows, total = await ItemStore(session).page(
                caller, self._agency, filters, after=after, count=count
            )
        return [
            {
                **row,
                "owner": {"id": row["owner_organisation_id"], "name": row["owner_name"]},
                "formats": list(dict.fromkeys(row["formats"] or [])),
                "allowed_actions": item_actions(caller, row),
            }
            for row in rows
        ], total

    async def item(self, caller: Caller, item_id: UUID) -> dict[str, Any]:
        """Return an item with all that belongs to it. Raises ItemUnknown."""
        async with self._sessions() as session, session.begin():
            return await seen_item(session, caller, self._agency, item_id)

    async def enter(self, caller: Caller, values: dict[str, Any], once: OneRequest) -> dict[str, Any]:
        """Enter an item with its formats, as a draft.

        Raises:
            LenderUnknown: there is no such owner that the caller lends for.
            InvalidInput: fields contradict one another.

        """
        owner = None if values["owner"] == "agency" else values["owner"]
        refuse_contradictions(
            {**values, "owner_organisation_id": owner, "publication": "draft", "retired_on": None}
        )
        for position, one in enumerate(values["formats"]):
            _refuse_early(one, f"formats/{position}/")
        async with self._sessions() as session, session.begin():
            if (known := await once.recall(session)) is not None:
                return dict(known)
            await _require_owner(session, caller, owner)
            store = ItemStore(session)
            row = await store.add(owner, values)
            for one in values["formats"]:
                await store.add_format(row.id, {"added_on": values["added_on"]} | _given(one))
            shown = await seen_item(session, caller, self._agency, row.id)
            await record(session, caller, "item_entered", ("item", row.id), {"title": row.title})
            return await once.keep(session, shown)

    async def change(
        self, caller: Caller, item_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> dict[str, Any]:
        """Change an item's sheet.

        Raises:
            VersionNeeded: `if_match` is missing.
            ItemUnknown: there is none that the caller lends.
            ChangedMeanwhile: it has another version; the problem carries both.
            InvalidInput: fields contradict one another.
            NotReached: it is published, and nobody could ask for it.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            row, current = await held_item(session, caller, self._agency, item_id)
            refuse_stale(wanted, row.version, current=current, yours=values)
            changed = {name: value for name, value in values.items() if getattr(row, name) != value}
            refuse_contradictions({**_values(row), **changed})
            if not changed:
                return current
            before = {name: getattr(row, name) for name in changed}
            for name, value in changed.items():
                setattr(row, name, value)
            touch(row)
            shown = await seen_item(session, caller, self._agency, item_id)
            values_told = {"before": told(before), "after": told(changed)}
            await record(session, caller, "item_edited", ("item", item_id), values_told)
            return shown

    async def set_publication(self, caller: Caller, item_id: UUID, action: str) -> dict[str, Any]:
        """Publish an item (`publish`), make it a draft again (`unpublish`) or put it away (`archive`).

        Raises:
            ItemUnknown: there is none that the caller lends.
            NotReached: nobody could ask for it.

        """
        async with self._sessions() as session, session.begin():
            row, current = await held_item(session, caller, self._agency, item_id)
            if row.publication == _PUBLICATIONS[action]:
                return current
            refuse_contradictions({**_values(row), "publication": _PUBLICATIONS[action]})
            row.publication = _PUBLICATIONS[action]
            if action == "publish" and row.published_at is None:
                row.published_at = datetime.now(UTC)
            touch(row)
            shown = await seen_item(session, caller, self._agency, item_id)
            await record(session, caller, f"item_{row.publication}", ("item", item_id))
            return shown

    async def retire(self, caller: Caller, item_id: UUID, retired_on: date | None) -> dict[str, Any]:
        """Say from which day an item is lent no more; nothing takes that back. What is lent stays so.

        Raises:
            ItemUnknown: there is none that the caller lends.
            InvalidInput: that is before it came.

        """
        async with self._sessions() as session, session.begin():
            row, current = await held_item(session, caller, self._agency, item_id)
            if row.retired_on == retired_on:
                return current
            refuse_contradictions({**_values(row), "retired_on": retired_on})
            row.retired_on = retired_on
            touch(row)
            shown = await seen_item(session, caller, self._agency, item_id)
            await record(session, caller, "item_retired", ("item", item_id), told({"retired_on": retired_on}))
            return shown

    async def remove(self, caller: Caller, item_id: UUID) -> None:
        """Take an item away that is not published and was never lent.

        Raises:
            ItemUnknown: there is none that the caller lends.
            ItemInUse: it is published, or something names it.

        """
        async with self._sessions() as session, session.begin():
            row, current = await held_item(session, caller, self._agency, item_id)
            if row.publication == "published":
                raise ItemInUse("Un outil publié ne se supprime pas : archivez-le d'abord.")
            if current["photos"] or current["documents"]:
                raise ItemInUse("Retirez d'abord les photos et les documents de cet outil.")
            store = ItemStore(session)
            for one in current["formats"]:
                await _remove_format(session, store, item_id, UUID(one["id"]))
            await remove(session, row)
            await record(session, caller, "item_removed", ("item", item_id), {"title": row.title})

    async def add_format(
        self, caller: Caller, item_id: UUID, values: dict[str, Any], once: OneRequest
    ) -> dict[str, Any]:
        """Give an item another format, and return the item.

        Raises:
            ItemUnknown: there is none that the caller lends.
            TooMany: it has as many as it may.
            InvalidInput: it retires before it came.

        """
        _refuse_early(values)
        async with self._sessions() as session, session.begin():
            if (known := await once.recall(session)) is not None:
                return dict(known)
            row, current = await held_item(session, caller, self._agency, item_id)
            if len(current["formats"]) >= MOST_FORMATS:
                raise TooMany(f"Cet outil a déjà {MOST_FORMATS} formats.")
            added = await ItemStore(session).add_format(item_id, values)
            touch(row)
            shown = await seen_item(session, caller, self._agency, item_id)
            await record(session, caller, "format_added", ("item", item_id), {"format": str(added.id)})
            return await once.keep(session, shown)

    async def change_format(
        self,
        caller: Caller,
        item_id: UUID,
        format_id: UUID,
        values: Mapping[str, Any],
        *,
        if_match: str | None,
    ) -> dict[str, Any]:
        """Change a format, on a version of its item, and return the item.

        Raises:
            VersionNeeded, ItemUnknown, ChangedMeanwhile: as `change`.
            FormatUnknown: the item has none of this id.
            InvalidInput: it retires before it came.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            row, current = await held_item(session, caller, self._agency, item_id)
            refuse_stale(wanted, row.version, current=current, yours=values)
            found = await ItemStore(session).format(item_id, format_id)
            if found is None:
                raise FormatUnknown("Cet outil n'a pas ce format.")
            changed = {name: value for name, value in values.items() if getattr(found, name) != value}
            if not changed:
                return current
            _refuse_early({"added_on": found.added_on, "retired_on": found.retired_on} | changed)
            for name, value in changed.items():
                setattr(found, name, value)
            touch(row)
            shown = await seen_item(session, caller, self._agency, item_id)
            values_told = {"format": str(format_id), "after": told(changed)}
            await record(session, caller, "format_edited", ("item", item_id), values_told)
            return shown

    async def remove_format(self, caller: Caller, item_id: UUID, format_id: UUID) -> None:
        """Take a format away that was never lent, with its units.

        Raises:
            ItemUnknown, FormatUnknown: there is none that the caller lends.
            LastFormat: the item has no other.
            ItemInUse: something names it.

        """
        async with self._sessions() as session, session.begin():
            row, current = await held_item(session, caller, self._agency, item_id)
            store = ItemStore(session)
            if await store.format(item_id, format_id) is None:
                raise FormatUnknown("Cet outil n'a pas ce format.")
            if len(current["formats"]) == 1:
                raise LastFormat("Un outil a au moins un format : ajoutez-en un autre d'abord.")
            await _remove_format(session, store, item_id, format_id)
            touch(row)
            await record(session, caller, "format_removed", ("item", item_id), {"format": str(format_id)})


def _values(row: ItemRow) -> dict[str, Any]:
    names = (*SHEET, "owner_organisation_id", "publication", "retired_on")
    return {name: getattr(row, name) for name in names}


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _refuse_early(values: Mapping[str, Any], place: str = "") -> None:
    added, retired = values.get("added_on") or date.min, values.get("retired_on")
    if retired is not None and retired < added:
        detail = "Un format n'est pas retiré avant d'être arrivé."
        raise InvalidInput(detail, errors=[FieldError(f"/body/{place}retired_on", "too_early", detail)])


async def _require_owner(session: AsyncSession, caller: Caller, owner: UUID | None) -> None:
    may = caller.is_lender or caller.acts_for(owner)
    if not may or (owner is not None and await CopyStore(session).standing(owner) is None):
        raise LenderUnknown("Cette structure n'existe pas, ou vous ne prêtez pas en son nom.")


async def _remove_format(session: AsyncSession, store: ItemStore, item_id: UUID, format_id: UUID) -> None:
    found = await store.format(item_id, format_id)
    for unit in await store.units(format_id):
        await remove(session, unit)
    if found is not None:
        await remove(session, found)
