"""What is wrong in a cell is told of its column, in words that say what is expected."""

from ombelle_chassis.spreadsheets import given_sheets, read_rows
from ombelle_members.imports.domain import TABLES
from ombelle_members.imports.rows import KEYS, ROWS

_GOOD = {
    "organisations": {"organisation_id": "org-1", "name": "Musée"},
    "fees": {"member_id": "m-1", "year": "2023", "category": "small", "amount_eur": "75,50"},
    "meetings": {"body": "board", "held_on": "04/05/2023"},
}


def _read(table, **cells):
    [sheet] = given_sheets({table: [_GOOD[table] | cells]}, TABLES)
    return read_rows(sheet, ROWS[table], KEYS[table])


def test_a_cell_that_is_wrong_is_told_by_its_column():
    number, day = "Un nombre est attendu.", "Une date est attendue, comme 2027-10-02."
    refused = {
        ("organisations", "insee", "1"): "Un code INSEE de commune est attendu, comme 80021 ou 2A004.",
        ("organisations", "latitude", "nord"): number,
        ("organisations", "is_public", "peut-être"): "« oui » ou « non » est attendu.",
        ("organisations", "name", "n" * 201): "Au plus 200 caractères sont acceptés.",
        ("fees", "amount_eur", "cent"): number,
        ("fees", "year", "l'an dernier"): "Un nombre entier est attendu.",
        ("fees", "due_on", 45000.5): day,
        ("meetings", "body", "club"): "Les valeurs possibles sont 'general_assembly', 'board' ou 'bureau'.",
    }
    for (table, column, cell), detail in refused.items():
        rows, faults = _read(table, **{column: cell})
        assert (rows, [(one.row, one.column, one.detail) for one in faults]) == ([], [(2, column, detail)])


def test_a_csv_writes_numbers_and_choices_as_texts():
    [(_, row)], faults = _read("organisations", latitude="49,894", longitude="-2.295", is_public="Oui")
    assert (row.latitude, row.longitude, row.is_public, faults) == (49.894, -2.295, True, [])
