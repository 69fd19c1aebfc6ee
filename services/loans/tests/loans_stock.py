"""What is lent in the tests, as rows: items with their formats and units, and what their lender settled."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import asyncpg


@dataclass
class Lent:
    """An item with one format."""

    id: UUID
    slug: str
    format_id: UUID
    units: list[UUID]


@dataclass
class Stock:
    """Makes them."""

    connection: asyncpg.Connection

    async def settings(self, organisation_id: UUID | None = None, **values: Any) -> None:
        """Settle how a lender lends; what is not told is as the table has it."""
        await self._insert("lender_settings", {"organisation_id": organisation_id, **values})

    async def item(
        self, *, copies: int = 1, modules: int = 0, owner: UUID | None = None, **values: Any
    ) -> Lent:
        """Make a published item with one format, so many copies of it, whole or each of so many modules."""
        slug = values.pop("slug", f"outil-{uuid4().hex[:8]}")
        item = {
            "slug": slug, "title": "Pop-up de l'histoire naturelle", "category": "light_exhibition",
            "owner_organisation_id": owner, "publication": "published", "published_at": "now",
        } | values  # fmt: skip
        published = item.pop("published_at")
        item_id = await self._insert("item", item, published_at="now()" if published else "NULL")
        format_id = await self.format(item_id)
        units = [
            await self.unit(format_id, copy_number=copy, module_number=module)
            for copy in range(1, copies + 1)
            for module in (range(1, modules + 1) if modules else (None,))
        ]
        return Lent(item_id, slug, format_id, units)

    async def format(self, item_id: UUID, **values: Any) -> UUID:
        """Add a format to an item."""
        return await self._insert("item_format", {"item_id": item_id, "format": "panels"} | values)

    async def unit(self, format_id: UUID, **values: Any) -> UUID:
        """Add a unit to a format."""
        return await self._insert("unit", {"format_id": format_id} | values)

    async def block(
        self,
        unit_id: UUID,
        period: str,
        kind: str = "loan",
        *,
        blocked: str | None = None,
        loan_id: UUID | None = None,
        expires_at: str = "NULL",
        released_at: str = "NULL",
    ) -> UUID:
        """Block a unit for a period such as `[2027-03-01,2027-03-05]`; instants are SQL."""
        loan_id = loan_id or (uuid4() if kind in {"hold", "loan"} else None)
        block: UUID = await self.connection.fetchval(
            "INSERT INTO unit_block (unit_id, kind, loan_id, period, blocked, expires_at, released_at) "
            f"VALUES ($1, $2, $3, $4::text::daterange, $5::text::daterange, {expires_at}, {released_at}) RETURNING id",
            unit_id, kind, loan_id, period, blocked or period,
        )  # fmt: skip
        return block

    async def closure(self, days: str, label: str = "Fermeture", organisation_id: UUID | None = None) -> UUID:
        """Close a lender for days such as `[2027-08-01,2027-08-15]`."""
        closure: UUID = await self.connection.fetchval(
            "INSERT INTO closure (organisation_id, days, label) VALUES ($1, $2::text::daterange, $3) RETURNING id",
            organisation_id, days, label,
        )  # fmt: skip
        return closure

    async def _insert(self, table: str, values: dict[str, Any], **raw: str) -> UUID:
        names = [*values, *raw]
        places = [f"${place}" for place in range(1, len(values) + 1)] + list(raw.values())
        made: UUID = await self.connection.fetchval(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(places)}) RETURNING id",
            *values.values(),
        )
        return made
