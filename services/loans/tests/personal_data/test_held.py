"""What is held of an account, for its owner's archive; and how long things are kept."""

from uuid import uuid4

from ombelle_loans.personal_data.service import SECTIONS
from ombelle_loans.retention.rules import RULES

_NOTHING: dict[str, list[object]] = {name: [] for name in SECTIONS}


async def _held(someone):
    answer = await someone.api.get("/internal/personal-data", headers=someone.headers)
    return answer.status_code, answer.json()


async def test_somebody_is_given_what_is_held_of_them_and_of_nobody_else(people):
    organisation = await people.organisation("Musée des Sciences", "museum_science_centre")
    ada, other = people.editor(organisation), people.editor(organisation)
    for one in (ada, other):
        told = {"account_id": one.subject, "organisation_id": str(organisation), "role": "editor"}
        await people.delivers("membership.changed", one.subject, told, 1)
    await people.connection.execute(
        "SELECT audit_append($1, 'loan_requested', 'loan', 'one', '{}'), "
        "audit_append($2, 'loan_cancelled', 'loan', 'one', '{}')",
        *(ada.subject, other.subject),
    )
    status, held = await _held(ada)
    at = held["sections"]["actions"][0]["at"]
    assert (status, held) == (
        200,
        {
            "service": "loans",
            "sections": _NOTHING
            | {
                "memberships": [{"organisation": "Musée des Sciences", "role": "editor"}],
                "actions": [{"at": at, "action": "loan_requested"}],
            },
        },
    )


async def test_nothing_is_held_of_the_command_and_nobody_else_asks(people):
    assert await _held(people.command()) == (
        200,
        {"service": "loans", "sections": _NOTHING},
    )
    assert (await _held(people.anonymous()))[0] == 401
    assert (await _held(people.program(uuid4(), "loans:read", "loans:write")))[0] == 403


async def test_the_rules_of_retention_are_everybody_s(people):
    answer = await people.anonymous().call("GET", "/retention/loans")
    assert (answer.status_code, answer.json()["next"]) == (200, None)
    assert [rule["kind"] for rule in answer.json()["items"]] == [rule.kind for rule in RULES]
