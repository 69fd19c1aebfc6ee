"""`python -m ombelle_members import PATH…`: the same as the route, for whoever runs the service. A path may be a folder, or
`-` for JSON on standard input: the rows of each table by its name.
"""

from collections.abc import Sequence
from typing import Any

from ombelle_chassis.database import create_engine, session_maker
from ombelle_chassis.table_imports import sheets_in

from ombelle_members import all_tables  # noqa: F401 -- a row is written once every table that it names is known
from ombelle_members.imports.domain import TABLES
from ombelle_members.imports.reading import read_tables
from ombelle_members.imports.service import ImportService


async def import_paths(database_url: str, paths: Sequence[str], *, dry_run: bool) -> dict[str, Any]:
    """Take in what these files hold, all or nothing; return what was done.

    Raises:
        InvalidInput: a file cannot be read, or rows are wrong.

    """
    sheets = sheets_in(paths, TABLES, read_tables)
    engine = create_engine(database_url, application_name="members-import")
    try:
        return await ImportService(session_maker(engine)).take("import", sheets, dry_run=dry_run)
    finally:
        await engine.dispose()
