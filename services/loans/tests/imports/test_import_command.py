"""`python -m ombelle_loans import`, for whoever runs the service: the same import, without a browser."""

import asyncio
import io
import json

import pytest
from ombelle_loans.__main__ import main

ITEMS = "item_id;title;category;format;added_on\nit-1;Le ciel à l'œil nu;light_exhibition;panels;01/02/2024\n"
LOAN = {
    "loan_id": "lo-1", "item_id": "it-1", "borrower_organisation_id": "col-1", "channel": "direct",
    "starts_on": "2025-03-01", "ends_on": "2025-03-10", "status": "closed", "fee_eur": 40,
}  # fmt: skip


@pytest.fixture
async def command(people, loans_database_url, monkeypatch, capsys):
    """The command; « Collège Berlioz » is in the directory. It gives its exit code, what it printed, and its errors."""
    await people.organisation()
    monkeypatch.setenv("LOANS_DATABASE_URL", loans_database_url)

    async def run(*words):
        code = await asyncio.to_thread(main, ["import", *words])  # it has an event loop of its own
        return code, *capsys.readouterr()

    return run


def _created(out):
    return {one["table"]: one["created"] for one in json.loads(out)["tables"]}


async def test_a_folder_then_json_on_standard_input(command, tmp_path, connection, monkeypatch):
    (tmp_path / "items.csv").write_text(ITEMS)
    (tmp_path / "organisations.csv").write_text("organisation_id,name,insee\ncol-1,COLLEGE BERLIOZ,80021\n")
    code, out, err = await command("--dry-run", str(tmp_path))
    assert (code, _created(out), err) == (0, {"organisations": 1, "items": 1}, "")
    assert await connection.fetchval("SELECT count(*) FROM item") == 0
    code, out, err = await command(str(tmp_path))
    assert (code, _created(out), err) == (0, {"organisations": 1, "items": 1}, "")
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps({"loans": [LOAN]})))
    code, out, err = await command("-")
    assert (code, _created(out), err) == (0, {"loans": 1}, "")
    row = await connection.fetchrow("SELECT external_id, status, fee_cents FROM loan")
    assert tuple(row) == ("lo-1", "closed", 4000)
    assert await connection.fetchval("SELECT actor FROM loan_entry") == "import"


async def test_what_is_wrong_is_told_by_row_and_nothing_is_written(command, tmp_path, connection):
    file = tmp_path / "items.csv"
    file.write_text(ITEMS + "it-2;Ondes;kit;cardboard;01/02/2024\n")
    code, out, err = await command(str(file))
    assert (code, out, err.splitlines()[0]) == (1, "", "Rien n'a été repris : une cellule ne va pas.")
    assert err.splitlines()[1].startswith("/items/3/format: Ligne 3, colonne format : ")
    assert await connection.fetchval("SELECT count(*) FROM item") == 0
