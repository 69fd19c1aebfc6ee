"""The one table: every state, action and capacity, by the code, by the API, by the database."""

from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from dossiers import Dossiers, named
from ombelle_chassis.errors import DomainError
from ombelle_events.applications.domain import STATUSES
from ombelle_events.applications.transitions import (
    ACTIONS,
    MACHINE,
    TRANSITIONS,
    Situation,
    actors_of,
    allowed_actions,
    as_markdown,
    check,
    next_status,
)
from ombelle_events.applications.viewer import Viewer
from ombelle_events.calls.opening import Access

NOW = datetime(2027, 3, 1, tzinfo=UTC)
NOBODY = dict.fromkeys(
    ("is_editor", "is_party", "is_invited", "is_coordination", "is_reviewer", "has_conflict", "is_anonymous"),
    False,
)
VIEWERS = {
    "editor": Viewer(**NOBODY | {"is_editor": True, "is_party": True}, was_sent=True),
    "party": Viewer(**NOBODY | {"is_party": True}, was_sent=True),
    "invited": Viewer(**NOBODY | {"is_invited": True}, was_sent=True),
    "coordination": Viewer(**NOBODY | {"is_coordination": True}, was_sent=True),
    "reviewer": Viewer(**NOBODY | {"is_reviewer": True}, was_sent=True),
    "reading_program": Viewer(
        **NOBODY | {"is_editor": True, "is_party": True}, was_sent=True, may_write=False
    ),
    "machine": MACHINE,
}
ACTORS = {"editor": {"editor"}, "coordination": {"coordination"}, "machine": {"machine"}}


def situation(status, decision=None, *, access="open", answer_by=None):
    return Situation(
        status=status,
        decision=decision,
        returns_to="under_review" if status == "changes_requested" else None,
        access=Access(access),
        opens_at=NOW - timedelta(days=1),
        closes_at=NOW + timedelta(days=1),
        answer_by=answer_by,
        now=NOW,
    )


@pytest.mark.parametrize("status", STATUSES)
def test_every_state_action_and_capacity(status):
    for action, viewer in product(ACTIONS, VIEWERS):
        _expect_what_the_table_says(status, action, viewer)


def _expect_what_the_table_says(status, action, viewer):
    decisions = ("labelled", "waitlisted", "not_labelled") if status == "decided" else (None,)
    for decision in decisions:
        rows = [
            row
            for row in TRANSITIONS
            if (row.action, row.from_status) == (action, status)
            and ACTORS.get(viewer, set()) & row.by
            and (row.decisions is None or decision in row.decisions)
        ]
        now = situation(status, decision)
        assert (action in allowed_actions(now, VIEWERS[viewer])) == bool(rows)
        if rows:
            assert check(action, now, VIEWERS[viewer]) == rows[0]
            continue
        with pytest.raises(DomainError) as refused:
            check(action, now, VIEWERS[viewer])
        is_theirs = any(row.action == action and ACTORS.get(viewer, set()) & row.by for row in TRANSITIONS)
        assert (refused.value.status, refused.value.code) == (
            (409, "action_impossible") if is_theirs else (403, "action_forbidden")
        )


def test_the_table_has_one_row_for_each_state_and_action():
    keys = [(row.action, row.from_status) for row in TRANSITIONS]
    assert len(keys) == len(set(keys))
    assert {row.action for row in TRANSITIONS} == set(ACTIONS)
    assert [actors_of(viewer) for viewer in VIEWERS.values()] == [ACTORS.get(name, set()) for name in VIEWERS]


@pytest.mark.parametrize(
    ("access", "code"),
    [("not_open", "call_not_open"), ("closed", "call_closed"), ("grace", None), ("late", None)],
)
@pytest.mark.parametrize("action", ["edit", "submit"])
def test_drafts_go_by_the_call_s_deadline(action, access, code):
    now = situation("draft", access=access)
    if code is None:
        assert check(action, now, VIEWERS["editor"]).action == action
        return
    with pytest.raises(DomainError) as refused:
        check(action, now, VIEWERS["editor"], yours={"answers": {}})
    assert (refused.value.code, refused.value.extensions["yours"]) == (code, {"answers": {}})
    assert action not in allowed_actions(now, VIEWERS["editor"])


def test_the_machine_sends_what_is_complete_when_the_call_has_closed():
    assert allowed_actions(situation("draft", access="closed"), MACHINE) == ["submit"]


@pytest.mark.parametrize("action", ["edit", "resubmit"])
def test_requested_changes_go_by_their_own_day(action):
    open_ = situation("changes_requested", access="closed", answer_by=NOW + timedelta(seconds=1))
    assert check(action, open_, VIEWERS["editor"]).action == action
    with pytest.raises(DomainError) as refused:
        check(action, situation("changes_requested", answer_by=NOW), VIEWERS["editor"])
    assert refused.value.code == "answer_late"


def test_changes_made_lead_back_where_they_were_asked_for():
    now = situation("changes_requested")
    assert next_status(check("resubmit", now, VIEWERS["editor"]), now) == "under_review"


async def test_the_database_knows_the_same_moves(connection):
    body = await connection.fetchval("SELECT prosrc FROM pg_proc WHERE proname = 'application_moves'")
    moves = set()
    for row in TRANSITIONS:
        if row.to_status == "back":
            moves |= {(row.from_status, "submitted"), (row.from_status, "under_review")}
        elif row.to_status is not None and row.to_status != row.from_status:
            moves.add((row.from_status, row.to_status))
    told = {(one, other) for one, other in product(STATUSES, STATUSES) if f"('{one}', '{other}')" in body}
    assert told == moves


def test_the_guide_prints_every_row():
    lines = as_markdown().splitlines()
    assert sum(line.startswith("| ") for line in lines) == len(TRANSITIONS) + 1
    page = Path(__file__).parents[4] / "docs" / "transitions.md"
    assert page.read_text("utf-8").splitlines() == lines
    assert "| decide | decided (waitlisted) | decided | coordination |  |" in lines


BODIES = {"withdraw": {"reason": "x"}, "transfer": {"organisation_id": str(named("Autre"))}}


@pytest.mark.parametrize("status", STATUSES)
async def test_the_api_allows_what_it_says_it_does(dossiers: Dossiers, status):
    """Of each state, every action that has a route here is tried by who may and who may not: the table answers."""
    await dossiers.organisations("Autre")
    call = await dossiers.call()
    bodies = {**BODIES, "renew": {"call_id": str(await dossiers.call(year=2028))}}
    for action in ("edit", "submit", "discard", "withdraw", "transfer", "renew"):
        made = await dossiers.insert(call, status="submitted" if status == "decided" else status)
        await dossiers.partner(made, "Partenaire")
        if status == "decided":
            await dossiers.decide(made)
        rows = [row for row in TRANSITIONS if (row.action, row.from_status) == (action, status)]
        for who, told in (
            (dossiers.editor("Partenaire"), 403),
            (dossiers.coordinator(), 404 if status == "discarded" else 403),
            (dossiers.program("Partenaire", "applications:read", "applications:write"), 403),
        ):
            assert (await _ask(dossiers, made, action, who, bodies.get(action))).status_code == told
        allowed = (await dossiers.read(made, dossiers.editor("Musée"))).json()["allowed_actions"]
        assert (action in allowed) == bool(rows)
        answer = await _ask(dossiers, made, action, dossiers.editor("Musée"), bodies.get(action))
        if rows:
            assert answer.is_success, (action, answer.text)
        else:
            problem = answer.json()
            assert (answer.status_code, problem["code"]) == (409, "action_impossible")
            assert (problem["state"], problem["allowed_actions"]) == (status, allowed)


async def _ask(dossiers: Dossiers, made, action, who, body):
    if action == "edit":
        return await dossiers.patch(made, {"title": "Autre"}, who)
    if action == "discard":
        return await dossiers.api.delete(f"/api/v1/applications/{made['id']}", headers=who)
    return await dossiers.post(made, action, who, body)
