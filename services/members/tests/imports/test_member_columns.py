"""The page of imports names the columns that a table may have: those, and no others, are taken."""

import json
from pathlib import Path

from ombelle_members.imports.rows import ROWS

_PAGE = Path(__file__).parents[4] / "frontend/src/features/table-import/members-columns.json"


def test_the_page_names_the_columns_that_are_taken():
    taken = {
        table: {
            "needed": [name for name, field in row.model_fields.items() if field.is_required()],
            "optional": [name for name, field in row.model_fields.items() if not field.is_required()],
        }
        for table, row in ROWS.items()
    }
    assert json.loads(_PAGE.read_text()) == taken
