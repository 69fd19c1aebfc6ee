"""Files of members' tables: CSV and XLSX."""

from typing import IO

from ombelle_chassis.spreadsheets import Sheet, read_sheets

from ombelle_members.imports.domain import NAMES, TABLES, Table


def read_tables(file: IO[bytes], name: str, table: Table | None) -> list[Sheet[Table]]:
    """Return the tables of a file, as `read_sheets` does. Raises FileUnreadable."""
    return read_sheets(file, name, table, names=NAMES, order=TABLES)
