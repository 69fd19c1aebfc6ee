"""The one table: every state, action and part, by the code, by the API, by the database."""

from itertools import chain, combinations, product
from pathlib import Path

import pytest
from ombelle_chassis.errors import DomainError
from ombelle_loans.loans.domain import PARTS, STATUSES
from ombelle_loans.loans.transitions import (
    ACTIONS,
    NEEDS,
    TRANSITIONS,
    Situation,
    allowed_actions,
    as_markdown,
    check,
)

_PARTS = [frozenset(parts) for parts in chain.from_iterable(combinations(PARTS, size) for size in range(4))]


@pytest.mark.parametrize("status", STATUSES)
def test_every_state_action_and_part(status):
    for action in ACTIONS:
        _expect_what_the_table_says(status, action)


def _expect_what_the_table_says(status, action):
    rows = [row for row in TRANSITIONS if (row.action, row.from_status) == (action, status)]
    theirs = {part for row in TRANSITIONS if row.action == action for part in row.by}
    for parts in _PARTS:
        served = [row for row in rows if row.by & parts]
        for has in (frozenset(), frozenset(NEEDS), *(frozenset(NEEDS) - {need} for need in NEEDS)):
            now = Situation(status, has)
            may = bool(served) and served[0].needs <= has
            assert (action in allowed_actions(now, parts)) == may
            if may:
                assert check(action, now, parts) == served[0]
                continue
            with pytest.raises(DomainError) as refused:
                check(action, now, parts)
            expected = (
                "action_forbidden"
                if not theirs & parts
                else "paper_missing"
                if served
                else "action_impossible"
            )
            assert refused.value.code == expected
            if served:
                assert refused.value.extensions["needs"] == [
                    need for need in NEEDS if need in served[0].needs - has
                ]


def test_the_table_has_one_row_for_each_state_and_action():
    keys = [(row.action, row.from_status) for row in TRANSITIONS]
    assert len(keys) == len(set(keys))
    assert {row.action for row in TRANSITIONS} == set(ACTIONS)


async def test_the_database_knows_the_same_moves(connection):
    body = await connection.fetchval("SELECT prosrc FROM pg_proc WHERE proname = 'loan_moves'")
    moves = {
        (row.from_status, row.to_status)
        for row in TRANSITIONS
        if row.to_status not in (None, row.from_status)
    }
    told = {(one, other) for one, other in product(STATUSES, STATUSES) if f"('{one}', '{other}')" in body}
    assert told == moves


def test_the_guide_prints_every_row():
    lines = as_markdown().splitlines()
    assert sum(line.startswith("| ") for line in lines) == len(TRANSITIONS) + 1
    page = Path(__file__).parents[4] / "docs" / "loan-transitions.md"
    assert page.read_text("utf-8").splitlines() == lines


_BODIES = {
    "decline": {"reason": "Abîmé"},
    "cancel": {"reason": "Grève"},
    "settle-fee": {"cents": 5000, "reason": "Convenu"},
    "return": {},
}
_ROUTES = (
    "hold", "accept", "waitlist", "approve", "decline", "settle-fee", "return", "inspect", "close", "cancel",
)  # fmt: skip


@pytest.mark.parametrize("status", STATUSES)
async def test_the_api_allows_what_it_says_it_does(desk, status):
    """Of each state, every action that has a route and needs no days is tried by either side: the table answers."""
    organisation = await desk.people.organisation()
    sides = {"borrower": desk.people.editor(organisation), "lender": desk.people.lender()}
    for route in _ROUTES:
        action = route.replace("-", "_")
        for side, who in sides.items():
            loan = {"id": str(await desk.row(organisation, await desk.stock.item(), status))}
            allowed = (await who.get(f"/loans/{loan['id']}"))["allowed_actions"]
            answer = await desk.attempt(who, loan, route, _BODIES.get(route))
            rows = [row for row in TRANSITIONS if row.action == action]
            if not any(side in row.by for row in rows):
                assert (answer.status_code, answer.json()["code"]) == (403, "action_forbidden"), route
            elif action in allowed:
                assert answer.is_success, (status, route, answer.text)
            else:
                problem = answer.json()
                assert answer.status_code == 409, (status, route, answer.text)
                assert problem["code"] in {"action_impossible", "paper_missing"}
                assert (problem["state"], problem["allowed_actions"]) == (status, allowed)
