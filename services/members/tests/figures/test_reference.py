"""The association's 2023, imported, gives its published figures; imported again, it changes nothing."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

_SEASON = Path(__file__).parents[1] / "data" / "2023"
_TABLES = ("organisations", "members", "fees", "board_terms", "officers", "meetings")
_WRITTEN = (
    "organisation", "organisation_reference", "person", "member", "college_membership", "representative", "post",
    "board_term", "office", "meeting", "fee", "payment", "fee_receipt", "register_entry", "audit_entry", "outbox_message",
)  # fmt: skip


async def take(secretary, table, content=None, status=200, **fields):
    content = (_SEASON / f"{table}.csv").read_bytes() if content is None else content
    answer = await secretary.call(
        "POST",
        "/imports/members",
        files={"file": (f"{table}.csv", content)},
        data={"dry_run": "false"} | fields,
    )
    assert answer.status_code == status, answer.text
    return answer.json()


async def _whole(connection):
    """Everything that imports write."""
    return {
        table: await connection.fetchval(
            f"SELECT md5(coalesce(string_agg(to_jsonb(t)::text, '' ORDER BY to_jsonb(t)::text), '')) FROM {table} t"
        )
        for table in _WRITTEN
    }


@pytest.fixture
async def secretary(people):
    return await people.account("Sacha", "secretary")


async def test_the_reference_gives_its_figures_and_twice_the_same(secretary, connection, statements):
    rehearsed = await take(secretary, "organisations", dry_run="true")
    assert (rehearsed["dry_run"], rehearsed["tables"][0]["created"]) == (True, 59)
    assert await connection.fetchval("SELECT count(*) FROM organisation") == 0
    first = [await take(secretary, table) for table in _TABLES]
    assert [(one["tables"][0]["rows"], one["tables"][0]["created"]) for one in first] == [
        (59, 59), (60, 60), (60, 60), (16, 16), (4, 4), (6, 6),
    ]  # fmt: skip
    expected = json.loads((_SEASON / "expected.json").read_text())
    report = await secretary.get("/reports/members/2023")
    assert report["members"] == expected
    before = await _whole(connection)
    again = [await take(secretary, table) for table in _TABLES]
    assert [one["changed"] for one in again] == [False] * 6
    assert await _whole(connection) == before
    assert (await secretary.get("/reports/members/2023"))["members"] == expected
    await _check_rows(secretary, report)
    await _check_workbook(secretary, report)
    for figure in ("members", "fees_called", "board"):
        statements.clear()
        await secretary.get(f"/reports/members/2023/rows/{figure}?limit=300")
        assert (figure, len(statements)) == (figure, 2)


async def _check_rows(secretary, report):
    """Each figure opens as many rows as it counts."""

    async def total(figure, value=None):
        query = {"limit": 1} | ({"value": value} if value else {})
        return (await secretary.get(f"/reports/members/2023/rows/{figure}", params=query))["total"]

    members = report["members"]
    for figure in ("members", "new_members", "officers", "board_meetings", "general_assemblies"):
        assert (figure, await total(figure)) == (figure, members[figure])
    for value in ("legal", "natural"):
        assert await total("members_by_kind", value) == members["members_by_kind"][value]
        assert await total("board", value) == members["board"][value]
    for figure in ("by_college", "by_department", "by_kind", "by_fee_category"):
        parts = report[figure]
        assert sum(part["members"] for part in parts) == members["members"]
        assert sum(part["arrivals"] for part in parts) == members["new_members"]
        opened = {part["value"]: await total(figure, part["value"]) for part in parts}
        assert opened == {part["value"]: part["members"] for part in parts}
    fees = report["fees"]
    assert fees == {
        "called": 60, "paid": 60, "called_eur": 8795, "received_eur": 8795, "waived_eur": 0, "remaining_eur": 0,
        "received_in_year_eur": 8795,
    }  # fmt: skip
    rows = await secretary.get("/reports/members/2023/rows/fees_called", params={"limit": 300})
    assert sum(row["amount_eur"] for row in rows["items"]) == fees["called_eur"]
    refused = await secretary.get("/reports/members/2023/rows/officers?value=president", 422)
    assert refused["errors"][0]["code"] == "not_split"


async def _check_workbook(secretary, report):
    answer = await secretary.call("GET", "/reports/members/2023.xlsx")
    book = load_workbook(io.BytesIO(answer.content))
    figures = {row[0]: row[1] for row in book["Chiffres"].iter_rows(min_row=2, values_only=True)}
    assert (figures["Membres au 31 décembre"], figures["Cotisations de l’année reçues (€)"]) == (60, 8795)
    assert book["Conseil"].max_row == 1 + 16
    rules = dict(book["Règles de comptage"].iter_rows(min_row=2, values_only=True))
    told = report["rules"]["texts"]  # the page tells them in its reader's language, the workbook in French
    assert list(rules.values()) == [rule["fr"] for rule in told.values()]
    assert (rules["Membres du bureau"], told["officers"]["en"]) == (
        "Fonctions du bureau occupées le 31 décembre.", "Offices of the bureau held on 31 December.",
    )  # fmt: skip


async def test_a_year_counts_who_came_and_who_left(secretary, people):
    """Figures add up: those of the year before, and who came, without who left."""
    rows = [
        (
            "mem-1",
            "natural",
            "Ada",
            "D",
            "2020-02-29",
            "2023-01-01",
        ),  # no member on the first day of the year
        ("mem-2", "natural", "Bao", "D", "2022-05-01", "2023-12-31"),  # leaves on the last
        ("mem-3", "natural", "Chloé", "D", "2023-12-31", ""),
        ("mem-4", "natural", "Dan", "D", "2023-03-01", "2023-06-01"),
        ("mem-5", "natural", "Eve", "D", "2021-01-01", "2024-01-01"),
    ]
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(["member_id", "kind", "name", "college", "joined_on", "left_on", "fee_category"])
    table.writerows((*row, "natural") for row in rows)
    await take(secretary, "members", written.getvalue().encode())
    found = {}
    for year in (2021, 2022, 2023, 2024):
        report = await secretary.get(f"/reports/members/{year}")
        found[year] = (
            report["members"]["members"], report["members"]["new_members"], report["departures"]["total"],
        )  # fmt: skip
    assert found == {2021: (2, 1, 0), 2022: (3, 1, 0), 2023: (2, 2, 3), 2024: (1, 0, 1)}
    left = await secretary.get("/reports/members/2023/rows/departures?value=resignation")
    assert sorted(row["name"] for row in left["items"]) == ["Ada", "Bao", "Dan"]
    assert [one["members"] for one in report["course"]] == [1, 2, 3, 2, 1]
    assert report["members"]["board"] == {"legal": 0, "natural": 0, "staff": 0, "total": 0}
    coordinator = await people.account("Zoé", "coordinator")
    assert (await coordinator.get("/reports/members/2023", 403))["code"] == "forbidden"
