"""The public catalogue's answers, as bytes: nothing in them depends on who asks."""

import json
from collections.abc import AsyncIterator, Collection, Mapping
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.pagination import encode_cursor
from ombelle_chassis.storage import Storage
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans import vocabulary
from ombelle_loans.availability.computing import Stock
from ombelle_loans.availability.days import Days, today_in_paris
from ombelle_loans.availability.domain import refusals_by_rules
from ombelle_loans.availability.lent_by import MARGIN
from ombelle_loans.availability.store import AvailabilityStore
from ombelle_loans.catalogue.errors import FileUnknown, ItemUnknown
from ombelle_loans.documents.pdf import document
from ombelle_loans.public_catalogue.sheet import sheet_values
from ombelle_loans.public_catalogue.store import PublicStore

LISTED: Final = "catalogue"
_LABELS: Final[Mapping[str, Mapping[Any, vocabulary.Label]]] = {
    "category": vocabulary.CATEGORIES,
    "theme": vocabulary.THEMES,
    "audience": vocabulary.AUDIENCES,
    "format": vocabulary.FORMATS,
    "language": vocabulary.LANGUAGES,
    "accessibility": vocabulary.ACCESSIBILITY,
}


class PublicCatalogueService:
    """What everybody sees. `agency` is what the agency is called, `public_url` where its pages are."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], storage: Storage, agency: str, public_url: str
    ) -> None:
        self._sessions = sessions
        self._storage = storage
        self._agency = agency
        self._public_url = public_url

    async def page(self, filters: Mapping[str, Any], *, after: tuple[int, str, UUID], limit: int) -> bytes:
        """Return a page of the catalogue."""
        async with self._sessions() as session, session.begin():
            store = PublicStore(session, self._agency, today_in_paris())
            free = await _free(session, store, filters)
            rows, total = await store.page(filters, free, after=after, count=limit + 1)
        following = None
        if len(rows) > limit:
            last = rows[limit - 1]
            following = encode_cursor(LISTED, last.rank, last.folded_title, str(last.id))
        cards = ",".join(row.card for row in rows[:limit])
        return f'{{"items":[{cards}],"next":{json.dumps(following)},"total":{total}}}'.encode()

    async def facets(self, filters: Mapping[str, Any]) -> bytes:
        """Return counts over what the filters find."""
        async with self._sessions() as session, session.begin():
            store = PublicStore(session, self._agency, today_in_paris())
            found = await store.facets(filters, await _free(session, store, filters))
        for name, labels in _LABELS.items():
            for one in found[name]:
                one["label"] = labels[one["value"]].french
        for one in found["department"]:
            one["label"] = one["value"] or "Non précisé"
        return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()

    async def item(self, key: str) -> bytes:
        """Return an item's sheet and what is similar, by its slug or id. Raises ItemUnknown."""
        found, similar = await self._item(key)
        return f'{found.sheet[:-1]},"similar":[{",".join(similar)}]}}'.encode()

    async def sheet(self, key: str) -> bytes:
        """Return an item's sheet as a PDF, by its slug or id. Raises ItemUnknown."""
        found, _ = await self._item(key)
        values = sheet_values(json.loads(found.sheet), self._agency, self._public_url)
        moment: datetime = found.updated_at
        return await document("sheet", values, made_at=moment)

    async def file(
        self, kind: str, item_id: UUID, file_id: UUID
    ) -> tuple[Mapping[str, Any], AsyncIterator[bytes]]:
        """Return a photograph or a public document (`photos`, `documents`) with what is told of it.

        Raises:
            FileUnknown: no published item has it.
            StorageUnavailable: it cannot be read now.

        """
        async with self._sessions() as session, session.begin():
            found = await PublicStore(session, self._agency, today_in_paris()).file(kind, item_id, file_id)
        if found is None:
            raise FileUnknown("Cet outil n'a pas cette photo ou ce document.")
        return found, await self._storage.read(found["storage_key"])

    async def _item(self, key: str) -> tuple[Any, list[str]]:
        async with self._sessions() as session, session.begin():
            store = PublicStore(session, self._agency, today_in_paris())
            found = await store.item(key)
            if found is None:
                raise ItemUnknown("Cet outil n'est pas, ou plus, au catalogue.")
            return found, await store.similar(found.id)


async def _free(
    session: AsyncSession, store: PublicStore, filters: Mapping[str, Any]
) -> Collection[UUID] | None:
    """Return the items of which a format can be had whole on the days that are asked for, `None` where none are."""
    first, last = filters["available_from"], filters["available_to"]
    if first is None or last is None:
        return None
    return await _free_items(session, await store.lent(filters["format"]), Days(first, last))


async def _free_items(session: AsyncSession, lent: Mapping[UUID, UUID], days: Days) -> set[UUID]:
    today = today_in_paris()
    reach = Days(_earlier(min(days.first, today)), max(days.last, today) + MARGIN)
    store = AvailabilityStore(session)
    rules = await store.rules(lent.keys(), reach)
    units, _ = await store.units(lent.keys(), reach)
    free = set()
    for one in rules:
        near = one.rules_for(None)
        stock = Stock(units[one.format_id], near, today)
        if not refusals_by_rules(days, near, today) and _has_whole(stock, days):
            free.add(lent[one.format_id])
    return free


def _earlier(day: date) -> date:
    return max(day - MARGIN, date(1990, 6, 1)) if day > date(1990, 12, 31) else day


def _has_whole(stock: Stock, days: Days) -> bool:
    """Say whether each module of the format, or a copy that has none, can be had on these days."""
    free: dict[int | None, bool] = {}
    for line in stock.lines:
        number = line.unit.module_number
        free[number] = free.get(number, False) or line.is_free(days)
    return bool(free) and all(free.values())
