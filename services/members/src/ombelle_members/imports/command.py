"""`python -m ombelle_members import PATH…`: the same as the route, for whoever runs the service. A path may be a folder, or
`-` for JSON on standard input: the rows of each table by its name.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ombelle_chassis.database import create_engine, session_maker
from ombelle_chassis.spreadsheets import Sheet, given_sheets

from ombelle_members import all_tables  # noqa: F401 -- a row is written once every table that it names is known
from ombelle_members.imports.domain import TABLES, Table
from ombelle_members.imports.reading import read_tables
from ombelle_members.imports.service import ImportService


async def import_paths(database_url: str, paths: Sequence[str], *, dry_run: bool) -> dict[str, Any]:
    """Take in what these files hold, all or nothing; return what was done.

    Raises:
        InvalidInput: a file cannot be read, or rows are wrong.

    """
    sheets = sorted(_sheets(paths), key=lambda sheet: TABLES.index(sheet.table))
    engine = create_engine(database_url, application_name="members-import")
    try:
        return await ImportService(session_maker(engine)).take("import", sheets, dry_run=dry_run)
    finally:
        await engine.dispose()


def _sheets(paths: Sequence[str]) -> Iterator[Sheet[Table]]:
    for path in paths:
        if path == "-":
            yield from given_sheets(json.load(sys.stdin), TABLES)
            continue
        folder = Path(path)
        files = [folder]
        if folder.is_dir():
            files = [file for table in TABLES if (file := folder / f"{table}.csv").exists()]
        for file in files:
            with file.open("rb") as opened:
                yield from read_tables(opened, file.name, None)
