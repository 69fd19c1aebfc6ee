from sqlalchemy import Table, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql import ColumnElement


async def is_newer(session: AsyncSession, table: Table, where: ColumnElement[bool], version: int) -> bool:
    """Say whether a fact is newer than the copy that `where` finds in `table`, by its column `version`.

    The copy stays locked until the transaction ends. Where there is none yet, two firsts at once meet at its key:
    insert with `ON CONFLICT … DO UPDATE … WHERE table.version < excluded.version`.
    """
    known = await session.scalar(select(table.c.version).where(where).with_for_update())
    return known is None or known < version
