"""Which items and formats a request asks for, by their ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError

from ombelle_loans.availability.days import Days
from ombelle_loans.availability.domain import Choice
from ombelle_loans.availability.seeing import Sight
from ombelle_loans.loans.asking.errors import ItemUnknown


@dataclass(frozen=True, slots=True)
class AskedItem:
    """One item of a request, with the format that was meant. `pointer` is where in the request it stands."""

    pointer: str
    item_id: UUID
    format_id: UUID
    choice: Choice
    days: Days
    hold_days: int
    waitlist_if_taken: bool
    as_exception: bool


def resolve(asked: Sequence[Mapping[str, Any]], sight: Sight) -> list[AskedItem]:
    """Return the items of a request, in its order, by what was read of them.

    Raises:
        ItemUnknown: an item, its format or one of its modules is not there, or it has several formats and none is chosen.

    """
    return [_one(f"/body/loans/{place}", one, sight) for place, one in enumerate(asked)]


def _one(pointer: str, asked: Mapping[str, Any], sight: Sight) -> AskedItem:
    # A draft is nobody's to ask for; what is archived or handled elsewhere is refused by the computation, which says so.
    of_item = [
        one.row
        for one in sight.formats.values()
        if one.row["item_id"] == asked["item_id"] and not one.row["is_draft"]
    ]
    if not of_item:
        raise _unknown(f"{pointer}/item_id", "Cet outil n’est pas au catalogue.")
    meant = [row for row in of_item if asked["format_id"] in (None, row["format_id"])]
    if not meant:
        raise _unknown(f"{pointer}/format_id", "Cet outil n’a pas ce format.")
    if len(meant) > 1:
        raise _unknown(f"{pointer}/format_id", "Cet outil a plusieurs formats : choisissez-en un.")
    row, modules = meant[0], frozenset(asked["modules"] or ())
    if not modules <= {unit.module_number for unit in sight.units[row["format_id"]]}:
        raise _unknown(f"{pointer}/modules", "Cet outil n’a pas ce module.")
    return AskedItem(
        pointer=pointer,
        item_id=row["item_id"],
        format_id=row["format_id"],
        choice=Choice(modules=modules),
        days=Days(asked["starts_on"], asked["ends_on"]),
        hold_days=row["hold_days"],
        waitlist_if_taken=asked["waitlist_if_taken"],
        as_exception=asked["as_exception"],
    )


def _unknown(pointer: str, detail: str) -> ItemUnknown:
    return ItemUnknown(detail, errors=[FieldError(pointer, "item_unknown", detail)])
