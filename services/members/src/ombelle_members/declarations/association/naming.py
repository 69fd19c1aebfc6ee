"""What the association is called on a day, for whatever it writes."""

from datetime import date
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_NAME: Final = text("SELECT name FROM association_version WHERE period @> CAST(:on AS date)")


async def association_name(session: AsyncSession, on: date, otherwise: str) -> str:
    """Return the association's name on a day, or `otherwise` where none was entered for it."""
    name: str | None = await session.scalar(_NAME, {"on": on})
    return name or otherwise
