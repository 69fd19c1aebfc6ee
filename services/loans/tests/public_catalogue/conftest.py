from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest
from loans_people import People
from ombelle_loans.catalogue.domain import slug_of

Makes = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def makes(people: People) -> Makes:
    """Makes a published item with one format, as rows; returns its ids."""

    async def make(
        title: str, owner: UUID | None = None, *, form: str = "panels", **more: Any
    ) -> dict[str, Any]:
        slug = slug_of(title)
        values = {
            "slug": slug, "title": title, "category": "kit", "publication": "published", "owner_organisation_id": owner,
        } | more  # fmt: skip
        names = ", ".join(values)
        places = ", ".join(f"${number}" for number in range(1, len(values) + 1))
        item = await people.connection.fetchval(
            f"INSERT INTO item ({names}, published_at) VALUES ({places}, now()) RETURNING id",
            *values.values(),
        )
        format_id = await people.connection.fetchval(
            "INSERT INTO item_format (item_id, format) VALUES ($1, $2) RETURNING id", item, form
        )
        unit = await people.connection.fetchval(
            "INSERT INTO unit (format_id) VALUES ($1) RETURNING id", format_id
        )
        return {"id": str(item), "slug": slug, "format": str(format_id), "unit": str(unit)}

    return make
