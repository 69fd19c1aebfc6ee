"""Items of an import, each with its formats: those that are here already stay as they are."""

from collections.abc import Sequence
from typing import Any

from ombelle_chassis.spreadsheets import Taken
from slugify import slugify

from ombelle_loans.imports.domain import cents
from ombelle_loans.imports.faults import Faults
from ombelle_loans.imports.rows import ItemRow
from ombelle_loans.imports.store import ImportStore, Row


class TakingItems:
    """Takes items in."""

    def __init__(self, store: ImportStore, faults: Faults) -> None:
        self._store = store
        self._faults = faults

    async def take(self, rows: Sequence[tuple[int, ItemRow]], taken: Taken) -> None:
        """Take rows in, and count what they did."""
        names = {row.item_id for _, row in rows} | {row.format_of for _, row in rows if row.format_of}
        known = await self._store.formats(names)
        owners = await self._store.organisations(
            {row.owner_organisation_id for _, row in rows if row.owner_organisation_id}
        )
        new = [(number, row) for number, row in rows if row.item_id not in known]
        ids = iter(await self._store.ids(2 * len(new)))
        items: dict[str, Any] = {name: found[0]["item_id"] for name, found in known.items()}
        made, formats = [], []
        for number, row in sorted(new, key=lambda one: one[1].format_of is not None):
            if not self._may_be_added(number, row, items, owners):
                continue
            if row.format_of is None:
                items[row.item_id] = next(ids)
                owner = owners[row.owner_organisation_id] if row.owner_organisation_id else None
                made.append(_item(row, items[row.item_id], owner))
            item_id = items[row.format_of or row.item_id]
            items.setdefault(row.item_id, item_id)
            formats.append(_format(row, next(ids), item_id))
        await self._name(made)
        await self._store.add_items(made, formats)
        taken.created = len(formats)

    def _may_be_added(self, number: int, row: ItemRow, items: dict[str, Any], owners: dict[str, Row]) -> bool:
        before = len(self._faults.told)
        if row.owner_organisation_id and row.owner_organisation_id not in owners:
            self._faults.unknown(
                "items", number, "owner_organisation_id", row.owner_organisation_id, "structure"
            )
        if row.format_of is not None and row.format_of not in items:
            self._faults.unknown("items", number, "format_of", row.format_of, "outil")
        return len(self._faults.told) == before

    async def _name(self, items: list[dict[str, Any]]) -> None:
        """Give each new item the address that its title makes, and one of its own where that is taken."""
        taken = await self._store.slugs({one["slug"] for one in items})
        for one in items:
            if one["slug"] in taken:
                one["slug"] = f"{one['slug'][:80]}-{one['id'].hex[-12:]}"
            taken.add(one["slug"])


def _item(row: ItemRow, item_id: Any, owner: Row | None) -> dict[str, Any]:
    same = (
        "title", "category", "abstract", "description", "themes", "audiences", "producer", "year", "space_m2",
        "weight_kg", "packages", "needs_power", "handling", "contact_email", "contact_phone", "added_on", "retired_on",
    )  # fmt: skip
    return {
        "id": item_id,
        "slug": slugify(row.title, max_length=100, word_boundary=True) or "outil",
        "owner": owner["organisation_id"] if owner else None,
        "insurance_value_cents": cents(row.insurance_value_eur),
        **{name: getattr(row, name) for name in same},
    }


def _format(row: ItemRow, format_id: Any, item_id: Any) -> dict[str, Any]:
    return {
        "id": format_id,
        "item_id": item_id,
        "format": row.format,
        "external_id": row.item_id,
        "panels": row.panels,
        # What is as the item's sheet says is not said again.
        "insurance_value_cents": cents(row.insurance_value_eur) if row.format_of else None,
        "position": int(row.format_of is not None),
        "added_on": row.added_on,
        "retired_on": row.retired_on,
        "copies": row.copies,
    }
