"""An item as somebody who lends it sees it, read in the transaction that acts on it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.callers import Caller
from ombelle_loans.catalogue.errors import ItemUnknown, UnitUnknown
from ombelle_loans.catalogue.store import ItemStore
from ombelle_loans.catalogue.tables import ItemRow, UnitRow


def item_actions(caller: Caller, item: Mapping[str, Any]) -> list[str]:
    """Return what a caller who lends an item may do with it now."""
    if not caller.may_write:
        return []
    actions = ["edit", "retire"]
    actions += ["archive", "unpublish"] if item["publication"] == "published" else ["publish"]
    return actions if item["publication"] == "published" else [*actions, "remove"]


async def seen_item(session: AsyncSession, caller: Caller, agency: str, item_id: UUID) -> dict[str, Any]:
    """Return an item with all that belongs to it.

    Raises:
        ItemUnknown: there is none that the caller lends.

    """
    found = await ItemStore(session).item(caller, agency, item_id)
    if found is None:
        raise ItemUnknown("Cet outil n'existe pas, ou n'est pas de ceux que vous prêtez.")
    units = ["edit", "remove"] if caller.may_write else []
    for one in found["formats"]:
        for unit in one["units"]:
            unit["allowed_actions"] = units
    for kind in ("photos", "documents"):
        for file in found[kind]:
            file["url"] = f"/api/v1/items/{item_id}/{kind}/{file['id']}"
    owner = {"id": found.pop("owner_organisation_id"), "name": found.pop("owner_name")}
    return {**found, "owner": owner, "allowed_actions": item_actions(caller, found)}


async def held_item(
    session: AsyncSession, caller: Caller, agency: str, item_id: UUID
) -> tuple[ItemRow, dict[str, Any]]:
    """Return an item, held until the transaction ends, and what `seen_item` gives. Raises ItemUnknown."""
    row = await ItemStore(session).held(item_id)
    seen = await seen_item(session, caller, agency, item_id)
    if row is None:
        raise ItemUnknown("Cet outil n'existe pas.")
    return row, seen


async def seen_unit(session: AsyncSession, caller: Caller, unit_id: UUID) -> dict[str, Any]:
    """Return a unit.

    Raises:
        UnitUnknown: there is none of an item that the caller lends.

    """
    found = await ItemStore(session).unit(caller, unit_id)
    if found is None:
        raise UnitUnknown("Cet exemplaire n'existe pas, ou n'est pas de ceux que vous prêtez.")
    return {**found, "allowed_actions": ["edit", "remove"] if caller.may_write else []}


async def held_unit(session: AsyncSession, caller: Caller, unit_id: UUID) -> tuple[UnitRow, dict[str, Any]]:
    """Return a unit, held until the transaction ends, and what `seen_unit` gives. Raises UnitUnknown."""
    row = await ItemStore(session).held_unit(unit_id)
    seen = await seen_unit(session, caller, unit_id)
    if row is None:
        raise UnitUnknown("Cet exemplaire n'existe pas.")
    return row, seen
