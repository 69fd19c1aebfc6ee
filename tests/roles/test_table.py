"""The table is whole: a route without a row, or a cell that nobody decided, fails the build."""

from collections import Counter

from ombelle_contracts.scopes import SCOPES

from roles.table import CELLS, PROGRAMS, YES, published, read_table

ROWS = read_table()


def test_every_operation_has_its_row_and_every_row_its_operation() -> None:
    rows = Counter(row.operation for row in ROWS)
    assert {operation for operation, times in rows.items() if times > 1} == set()
    assert set(published()) - set(rows) == set(), "operations of which nobody decided who may"
    assert set(rows) - set(published()) == set(), "rows of operations that are gone"


def test_every_cell_is_decided() -> None:
    undecided = {
        (row.operation, caller): cell
        for row in ROWS
        for caller, cell in row.cells.items()
        if cell not in CELLS
    }
    assert undecided == {}


def test_what_is_open_to_anybody_is_published_as_such_and_nothing_else() -> None:
    asks_who = published()
    assert {row.operation for row in ROWS if row.cells["anonymous"] == YES} == {
        operation for operation, asks in asks_who.items() if not asks
    }
    assert {row.operation for row in ROWS if row.cells["anonymous"] not in ("401", YES)} == set()


def test_programs_come_in_by_a_scope_alone_and_never_without_it() -> None:
    for row in ROWS:
        if row.cells["anonymous"] == YES:
            continue
        assert (row.cells["program"] == YES) <= bool(row.scope), row
        assert row.cells["program_without_scope"] == "403", row
        if not row.scope:
            assert {row.cells[program] for program in PROGRAMS} == {"403"}, row


def test_scopes_of_the_table_are_those_that_a_token_may_have() -> None:
    assert {row.scope for row in ROWS} - {""} <= set(SCOPES)
