"""Load a territory's departments, intercommunalities and communes from a folder of open data."""

import csv
import json
from pathlib import Path
from typing import Any
from unicodedata import normalize

import asyncpg

DATA = Path(__file__).parent / "data"


class TerritoryNotFound(Exception):
    """No folder of that name or path holds a territory."""


def territory_folder(name: str) -> Path:
    """Return the folder of a bundled territory, or the one at that path.

    Raises:
        TerritoryNotFound: neither has a `territory.json`.

    """
    for folder in (DATA / name, Path(name)):
        if (folder / "territory.json").is_file():
            return folder
    raise TerritoryNotFound(f"« {name} » n'est ni un territoire fourni ni un dossier avec territory.json")


def fold(text: str) -> str:
    """Fold as PostgreSQL's `fold()` does for the letters of French names: lower case, no accents."""
    without = "".join(c for c in normalize("NFD", text) if not "\u0300" <= c <= "\u036f")
    return without.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'")


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _commune(row: dict[str, str]) -> tuple[Any, ...]:
    return (
        row["insee"],
        row["name"],
        fold(row["name"]),
        row["department"],
        row["epci"] or None,
        int(row["population"]),
        row["postal_codes"].split(),
        row["former_codes"].split(),
        float(row["latitude"]),
        float(row["longitude"]),
        row["point_source"],
    )


async def load_territory(database_url: str, territory: str) -> int:
    """Write what changed of the territory in one transaction and return how many communes it has.

    Communes that are gone from the data stay: venues may refer to them.

    Raises:
        TerritoryNotFound: no such territory.

    """
    folder = territory_folder(territory)
    outlines = json.loads((folder / "departments.geojson").read_text(encoding="utf-8"))["features"]
    departments = [
        (f["properties"]["code"], f["properties"]["name"], json.dumps(f["geometry"])) for f in outlines
    ]
    intercommunalities = [(row["code"], row["name"]) for row in _rows(folder, "epci.csv")]
    communes = [_commune(row) for row in _rows(folder, "communes.csv")]
    connection = await asyncpg.connect(database_url)
    try:
        async with connection.transaction():
            await _merge(connection, "department", departments, key="code")
            await _merge(connection, "epci", intercommunalities, key="code")
            await _merge(connection, "commune", communes, key="insee")
    finally:
        await connection.close()
    return len(communes)


async def _merge(connection: Any, table: str, rows: list[tuple[Any, ...]], *, key: str) -> None:
    """Bring a table to hold these rows, writing those that differ. Column order is the table's own."""
    await connection.execute(f"CREATE TEMP TABLE incoming_{table} (LIKE {table}) ON COMMIT DROP")
    await connection.copy_records_to_table(f"incoming_{table}", records=rows)
    columns = [
        row["column_name"]
        for row in await connection.fetch(
            "SELECT column_name FROM information_schema.columns WHERE table_name = $1 "
            "AND table_schema = current_schema() ORDER BY ordinal_position",
            table,
        )
    ]
    updates = ", ".join(f"{column} = excluded.{column}" for column in columns)
    await connection.execute(
        f"INSERT INTO {table} SELECT * FROM incoming_{table} EXCEPT SELECT * FROM {table} "  # noqa: S608
        f"ON CONFLICT ({key}) DO UPDATE SET {updates}"
    )
