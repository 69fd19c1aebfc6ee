"""Every route of the service: who gets in, and what somebody gets who has nothing to do with the organisation.

The directory holds an organisation with a membership, an invitation, a request, a note and a contact, all of whose ids
the stranger knows.
"""

from uuid import uuid4

import pytest
from members_routes import BODIES, QUERIES, ROUTES
from members_routes.organisations import IN

_NAMES = {
    "organisation_id": "organisation",
    "membership_id": "membership",
    "invitation_id": "invitation",
    "request_id": "request",
    "contact_id": "contact",
    "note_id": "note",
}
_SCOPES = ("organisations:read", "organisations:write", "events:read", "events:write")


@pytest.fixture
async def ids(people):
    """An organisation with something of everything."""
    alice = await people.account("Alice", "coordinator")
    dan = await people.account("Dan")
    organisation = await alice.enters(email="secret@exemple.fr", phone="0322000000")
    path = f"/organisations/{organisation}"
    invitation = await alice.post(f"{path}/invitations", {"email": "bob@exemple.fr"}, 201)
    request = await dan.post(f"{path}/join-requests", {}, 201)
    note = await alice.post(f"{path}/notes", {"text": "Secret."}, 201)
    contact = await alice.post(f"{path}/contacts", {"name": "Zoé"}, 201)
    [membership] = (await alice.get(f"{path}/memberships"))["items"]
    made = {
        "invitation": invitation, "request": request, "note": note, "contact": contact, "membership": membership,
    }  # fmt: skip
    known = {name: row["id"] for name, row in made.items()}
    nobodys = {
        name: str(uuid4())
        for name in ("bylaws_id", "post_id", "term_id", "office_id", "fee_id", "payment_id", "member_id")
    }
    meetings = ("meeting_id", "motion_id", "roll_id", "seat_id", "proxy_id", "document_id", "task_id")
    nobodys |= {name: str(uuid4()) for name in meetings}
    nobodys |= {"representative_id": str(uuid4()), "application_id": str(uuid4()), "token": "x" * 43}
    nobodys |= {name: str(uuid4()) for name in ("declaration_id", "election_id", "candidacy_id", "person_id")}
    nobodys |= {"kind": "other"}
    nobodys |= {"correction_id": str(uuid4()), "key": "rien", "year": "2023", "figure": "members"}
    return {"organisation": str(organisation), "other": str(uuid4()), **nobodys, **known}


# What stands in the directory for its people and the agency alone.
_SECRETS = ("secret", "0322000000", "alice", "bob@", "dan@", "zoé", '"dan"')


async def _statuses(someone, ids):
    return {route: status for route, (status, _) in (await _answers(someone, ids)).items()}


async def _answers(someone, ids):
    found = {}
    for method, route in ROUTES:
        path = route.format(**ids).removeprefix("/api/v1")
        tail = route.removeprefix(IN).removeprefix("/api/v1")
        body = None if method in {"GET", "DELETE"} else BODIES.get(tail, {})
        path += QUERIES.get(tail, "")
        answer = await someone.call(method, path, json=body, headers={"If-Match": "*"})
        found[method, route] = answer.status_code, answer.text
        # no cache keeps an answer that depends on who asks
        is_public = ROUTES[method, route][0] == 200
        assert is_public or "no-store" in answer.headers["cache-control"], route
    return found


@pytest.mark.parametrize("who", ["anonymous", "program", "stranger"])
async def test_each_route_lets_in_whom_it_should(people, ids, who):
    foreign = await people.account("Fabienne")
    someone = {
        "anonymous": lambda: type(foreign)(people.api, {}),
        "program": lambda: people.program(uuid4(), *_SCOPES),
        "stranger": lambda: foreign,
    }[who]()
    place = ("anonymous", "program", "stranger").index(who)
    answers = await _answers(someone, ids)
    assert {route: status for route, (status, _) in answers.items()} == {
        route: expected[place] for route, expected in ROUTES.items()
    }
    told = {
        (route, secret)
        for route, (_, text) in answers.items()
        for secret in _SECRETS
        if secret in text.lower()
    }
    assert told == set()


async def test_a_program_without_the_scope_is_told_which_one_it_lacks(people, ids):
    program = people.program(ids["organisation"], "organisations:read")
    path = f"/organisations/{ids['organisation']}"
    await program.get(path)
    refused = await program.patch(path, {"name": "Autre"}, 403)
    assert (refused["code"], refused["detail"]) == (
        "scope_missing",
        "Ce jeton ne permet pas cette action : il lui faut le droit « organisations:write ».",
    )
    assert (await people.program(ids["organisation"], "events:read").get(path, 403))[
        "code"
    ] == "scope_missing"


async def test_things_of_another_organisation_are_not_found_in_ones_own(people, ids):
    """Fabienne administers hers, and asks there for what belongs to Alice's."""
    fabienne = await people.account("Fabienne")
    hers = await fabienne.enters(name="Atelier de Fabienne")
    foreign = {**ids, "organisation": str(hers)}
    found = await _statuses(fabienne, foreign)
    inner = {
        route: status
        for route, status in found.items()
        if route[1].startswith(f"{IN}/") and route[1].endswith("}")
    }
    assert {(method, route.removeprefix(IN)): status for (method, route), status in inner.items()} == {
        ("PATCH", "/memberships/{membership}"): 404,
        ("DELETE", "/memberships/{membership}"): 404,
        ("DELETE", "/invitations/{invitation}"): 404,
        ("PATCH", "/contacts/{contact}"): 404,
        ("DELETE", "/contacts/{contact}"): 404,
        ("PATCH", "/notes/{note}"): 403,
        ("DELETE", "/notes/{note}"): 403,
    }
    for decision in ("acceptance", "refusal"):
        assert found["POST", f"{IN}/join-requests/{{request}}/{decision}"] == 404
    coordinator = await people.account("Clara", "coordinator")
    for method in ("PATCH", "DELETE"):
        answer = await coordinator.call(
            method,
            f"/organisations/{hers}/notes/{ids['note']}",
            json={"text": "x"},
            headers={"If-Match": "*"},
        )
        assert answer.status_code == 404


def test_every_route_is_in_the_table(app):
    described = {
        (method.upper(), path) for path, operations in app.openapi()["paths"].items() for method in operations
    }
    named = {(method, path.replace("{other}", "{letter_id}")) for method, path in ROUTES}
    for full, short in _NAMES.items():
        described = {(method, path.replace(f"{{{full}}}", f"{{{short}}}")) for method, path in described}
    described = {
        (m, p.replace("{delivery_id}", "{letter_id}").replace("{dead_letter_id}", "{letter_id}"))
        for m, p in described
    }
    assert described == named
