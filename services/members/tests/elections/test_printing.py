"""The printed results of an election."""

import pytest
from ombelle_members.elections import printing

ROUND = {"round": 1, "constituency": "C", "seats": 1, "voters": 3, "paper": 0, "blank": 1, "lot_note": None}


@pytest.mark.parametrize(
    ("decided_by", "told"),
    [(None, "Élu"), ("eldest_membership", "Élu (plus ancienne adhésion)"), ("lot", "Élu (par le sort)")],
)
def test_what_parted_equals_is_told_of_whom_it_let_win_alone(decided_by, told):
    results = [
        {"name": name, "votes": 1, "outcome": outcome, "decided_by": decided_by}
        for name, outcome in (("Ancienne", "elected"), ("Récente", "not_elected"))
    ]
    assert printing._round(ROUND | {"results": results})["results"] == [
        ["Ancienne", "1", told],
        ["Récente", "1", ""],
    ]
