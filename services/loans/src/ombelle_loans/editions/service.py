"""The use cases of editions. What is read of one never changes."""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import StringIO
from itertools import groupby
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans import vocabulary
from ombelle_loans.callers import Caller
from ombelle_loans.documents.pdf import document
from ombelle_loans.editions.errors import EditionUnknown
from ombelle_loans.editions.store import EditionStore
from ombelle_loans.log import record

_PARIS: Final = ZoneInfo("Europe/Paris")
_COLUMNS: Final = (
    *("id", "slug", "title", "category", "abstract", "themes", "audiences", "languages", "accessibility"),
    *("producer", "year", "handling", "owner", "commune", "department", "formats"),
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class EditionService:
    """Editions of the common catalogue. `agency` is what the agency is called."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], agency: str) -> None:
        self._sessions = sessions
        self._agency = agency

    async def freeze(self, caller: Caller, title: str, once: OneRequest) -> dict[str, Any]:
        """Freeze the catalogue as it is published now."""
        today = datetime.now(_PARIS).date()
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            made = await EditionStore(session).freeze(title, self._agency, today)
            await record(
                session,
                caller,
                "catalogue_frozen",
                ("catalogue_edition", made["id"]),
                {"number": made["number"]},
            )
            return await once.keep(session, made)

    async def page(self, *, before: int, count: int) -> tuple[Sequence[Mapping[str, Any]], int]:
        """Return editions, the newest first, and how many there are in all."""
        async with self._sessions() as session, session.begin():
            rows = await EditionStore(session).page(before=before, count=count)
        return rows, rows[0]["total"] if rows else 0

    async def edition(self, edition_id: UUID) -> Mapping[str, Any]:
        """Return an edition with its content as text. Raises EditionUnknown."""
        async with self._sessions() as session, session.begin():
            found = await EditionStore(session).edition(edition_id)
        if found is None:
            raise EditionUnknown("Cette édition du catalogue n'existe pas.")
        return found

    async def table(self, edition_id: UUID) -> bytes:
        """Return an edition as CSV, in UTF-8 with a mark that spreadsheets know it by. Raises EditionUnknown."""
        content = json.loads((await self.edition(edition_id))["content"])
        written = StringIO()
        writer = csv.writer(written)
        writer.writerow(_COLUMNS)
        writer.writerows([_cell(one, name) for name in _COLUMNS] for one in content["items"])
        return written.getvalue().encode("utf-8-sig")

    async def pdf(self, edition_id: UUID) -> bytes:
        """Return an edition as a PDF. Raises EditionUnknown."""
        found = await self.edition(edition_id)
        moment: datetime = found["frozen_at"]
        return await document("edition", _values(found), made_at=moment)


def _cell(item: Mapping[str, Any], name: str) -> str:
    owner = item["owner"]
    value = {
        "owner": owner["name"], "commune": owner["commune"], "department": owner["department"],
        "formats": [one["format"] for one in item["formats"]],
    }.get(name, item.get(name))  # fmt: skip
    text = (
        " ".join(str(one) for one in value)
        if isinstance(value, list)
        else ""
        if value is None
        else str(value)
    )
    return f"'{text}" if text.startswith(_FORMULA) else text  # no spreadsheet reckons what somebody typed


def _values(edition: Mapping[str, Any]) -> dict[str, Any]:
    items = json.loads(edition["content"])["items"]
    day = edition["frozen_at"].astimezone(_PARIS)
    return {
        "title": edition["title"],
        "foot": f"Édition n° {edition['number']}, arrêtée le {day:%d/%m/%Y} · SHA-256 {edition['sha256'][:16]}…",
        "summary": f"{edition['items']} outils, {edition['lenders']} structures",
        "lenders": [
            {"name": name, "items": [_item(one) for one in group]}
            for name, group in groupby(items, key=lambda one: str(one["owner"]["name"]))
        ],
    }


def _item(item: Mapping[str, Any]) -> dict[str, str]:
    formats = [
        vocabulary.FORMATS[one["format"]].french + (f" ({one['panels']} panneaux)" if one["panels"] else "")
        for one in item["formats"]
    ]
    kinds = [
        vocabulary.CATEGORIES[item["category"]].french,
        ", ".join(formats),
        ", ".join(vocabulary.THEMES[one].french for one in item["themes"]),
        ", ".join(vocabulary.AUDIENCES[one].french for one in item["audiences"]),
    ]
    return {
        "title": item["title"],
        "line": " · ".join(one for one in kinds if one),
        "abstract": item["abstract"] or "",
    }
