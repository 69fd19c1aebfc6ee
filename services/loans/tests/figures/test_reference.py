"""The season of 2023, imported, gives its published figures, to the figure; imported again, it changes nothing."""

import csv
import json
from pathlib import Path
from uuid import uuid4

_SEASON = Path(__file__).parents[1] / "data" / "2023"
_TABLES = ("organisations", "items", "loans", "loan_evaluations")


async def _directory(connection, season=_SEASON):
    """The season's organisations in the directory: what members would have told."""
    with (season / "organisations.csv").open(encoding="utf-8") as file:
        rows = [
            (uuid4(), one["name"], one["kind"], one["insee"], one["commune"], one["department"])
            for one in csv.DictReader(file)
        ]
    await connection.executemany(
        "INSERT INTO organisation_copy (organisation_id, name, kind, commune_insee, commune_name, department, is_public, "
        "version) VALUES ($1, $2, $3, $4, $5, $6, true, 1)",
        rows,
    )


async def _import(lender, table, season=_SEASON, **fields):
    content = (season / f"{table}.csv").read_bytes()
    return await lender.post(
        "/imports/loans",
        files={"file": (f"{table}.csv", content)},
        data={"dry_run": "false"} | fields,
    )


async def _whole(connection):
    """Everything that imports write, but for when."""
    tables = (
        "organisation_reference",
        "item",
        "item_format",
        "unit",
        "loan_request",
        "loan",
        "loan_entry",
        "evaluation",
    )
    return {
        table: await connection.fetchval(
            f"SELECT coalesce(json_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text), '[]')::text FROM {table} t"
        )
        for table in (*tables, "content_task", "audit_entry")
    }


async def test_the_reference_gives_its_figures_and_twice_the_same(people, connection):
    await _directory(connection)
    lender = people.lender()
    first = [await _import(lender, table) for table in _TABLES]
    assert [(one["tables"][0]["rows"], one["tables"][0]["created"]) for one in first] == [
        (162, 162), (88, 88), (127, 127), (81, 81),
    ]  # fmt: skip
    expected = json.loads((_SEASON / "expected.json").read_text())
    report = await lender.get("/reports/loans/2023")
    assert report["loans"] == expected
    before = await _whole(connection)
    again = [await _import(lender, table) for table in _TABLES]
    assert [(one["changed"], one["tables"][0]["unchanged"]) for one in again] == [
        (False, 162), (False, 88), (False, 127), (False, 81),
    ]  # fmt: skip
    assert await _whole(connection) == before
    assert (await lender.get("/reports/loans/2023"))["loans"] == expected
    await _check_rows(lender, report)


async def _check_rows(lender, report):
    """Each figure opens as many rows as it counts."""

    async def total(figure, value=None):
        query = {"figure": figure, "limit": 1} | ({"value": value} if value else {})
        return (await lender.get("/reports/loans/2023/rows", params=query))["total"]

    loans = report["loans"]
    for figure in ("items", "new_items", "new_formats", "items_lent", "loans", "cancelled", "evaluations"):
        assert (figure, await total(figure)) == (figure, loans[figure])
    for figure in ("school_borrowers", "school_borrowers_pass_culture"):
        assert (figure, await total(figure)) == (figure, loans[figure])
    for figure in ("items_by_category", "satisfaction", "audience_method"):
        for value, number in loans[figure].items():
            assert (value, await total(figure, value)) == (value, number)
    for figure in ("by_kind", "by_department", "by_channel", "by_month", "by_theme"):
        parts = report[figure]
        assert sum(part["loans"] for part in parts) == loans["loans"]
        assert sum(part["days"] for part in parts) == loans["days_out"]
        assert {part["value"]: await total(figure, part["value"]) for part in parts} == {
            part["value"]: part["loans"] for part in parts
        }
    assert await total("evaluations_missing") == loans["loans"] - loans["evaluations"]
