"""Rows as a person and as a program read them; and nothing is written."""

import json
from pathlib import Path

import asyncpg
import pytest
from ombelle_command.cli import Asked
from ombelle_command.sql import as_table, fetch, read
from ombelle_command.testing import MakeDatabase

KINDS = """select 1 as n, 2.50::numeric as price, '{"a": [1]}'::jsonb as card, date '2027-10-02' as day,
          null as none,
          '018f0000-0000-7000-8000-000000000000'::uuid as id, 'é' as word"""


def test_json_is_one_line_of_plain_values(
    make_database: MakeDatabase, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read(Asked(Path(), as_json=True, words=[]), make_database(migrated=False), KINDS) == 0
    line = capsys.readouterr().out
    assert line.count("\n") == 1
    assert json.loads(line) == [
        {
            "n": 1,
            "price": 2.5,
            "card": {"a": [1]},
            "day": "2027-10-02",
            "none": None,
            "id": "018f0000-0000-7000-8000-000000000000",
            "word": "é",
        },
    ]


async def test_nothing_is_written(make_database: MakeDatabase) -> None:
    with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
        await fetch(make_database(migrated=False), "create table said (word text)")


def test_a_fault_is_told_and_fails(make_database: MakeDatabase, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        read(
            Asked(Path(), as_json=True, words=[]),
            make_database(migrated=False),
            "select nothing from nowhere",
        )
        == 1
    )
    assert json.loads(capsys.readouterr().out)["error"] == "sql_failed"


def test_a_table_is_aligned() -> None:
    assert (
        as_table([{"n": 1, "word": "été"}, {"n": 12, "word": None}]) == "n   word\n──  ────\n1   été\n12  ∅"
    )
    assert as_table([]) == "(aucune ligne)"
