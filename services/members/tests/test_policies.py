"""Every route of the service: who gets in, and what somebody gets who has nothing to do with the organisation.

The directory holds an organisation with a membership, an invitation, a request, a note and a contact, all of whose ids
the stranger knows.
"""

from uuid import uuid4

import pytest

_IN = "/api/v1/organisations/{organisation}"
_MEMBER = "/api/v1/members/{member_id}"
_APPLICATIONS = "/api/v1/membership-applications"
_MEETING = "/api/v1/meetings/{meeting_id}"
_MOTION = "/api/v1/motions/{motion_id}"
_SEAT_ROUTES = {
    ("GET", ""): {},
    ("POST", "/arrival"): {},
    ("POST", "/departure"): {},
    ("PUT", "/proxy"): {"holder_id": str(uuid4())},
    ("DELETE", "/proxy"): {},
    ("POST", "/ballots"): {"poll_id": str(uuid4()), "voice_id": str(uuid4()), "choices": []},
    ("POST", "/conflicts"): {"motion_id": str(uuid4())},
    ("GET", "/documents/{document_id}"): {},
    ("GET", "/minutes.pdf"): {},
}
_KEPT = ("declarations", "association-versions", "duties", "elections")
_DECLARATION = "/api/v1/declarations/{declaration_id}"
_ELECTION = "/api/v1/elections/{election_id}"
_DUTY = "/api/v1/duties/{kind}/{key}"
# Route: what anybody, a program with every scope but of another organisation, and another account get.
_ROUTES = {
    ("GET", "/api/v1/organisation-kinds"): (200, 200, 200),
    ("GET", "/api/v1/retention/members"): (200, 200, 200),
    ("GET", "/api/v1/organisations"): (401, 200, 200),
    ("POST", "/api/v1/organisations"): (401, 403, 422),
    ("GET", _IN): (401, 200, 200),
    ("PATCH", _IN): (401, 403, 403),
    ("GET", f"{_IN}/duplicates"): (401, 403, 403),
    ("POST", f"{_IN}/merge"): (401, 403, 403),
    ("POST", f"{_IN}/merge/preview"): (401, 403, 403),
    ("GET", f"{_IN}/history"): (401, 403, 404),
    ("GET", f"{_IN}/membership"): (401, 404, 404),
    ("GET", f"{_IN}/memberships"): (401, 403, 404),
    ("PATCH", f"{_IN}/memberships/{{membership}}"): (401, 403, 404),
    ("DELETE", f"{_IN}/memberships/{{membership}}"): (401, 403, 404),
    ("GET", f"{_IN}/invitations"): (401, 403, 404),
    ("POST", f"{_IN}/invitations"): (401, 403, 404),
    ("POST", f"{_IN}/invitations/preview"): (401, 403, 404),
    ("DELETE", f"{_IN}/invitations/{{invitation}}"): (401, 403, 404),
    ("GET", "/api/v1/me/invitations"): (401, 403, 200),
    ("POST", "/api/v1/invitations/acceptances"): (401, 403, 404),
    ("POST", "/api/v1/me/invitations/{invitation}/acceptance"): (401, 403, 404),
    ("DELETE", "/api/v1/me/invitations/{invitation}"): (401, 403, 404),
    ("POST", f"{_IN}/join-requests"): (401, 403, 201),
    ("GET", f"{_IN}/join-requests"): (401, 403, 404),
    ("POST", f"{_IN}/join-requests/{{request}}/acceptance"): (401, 403, 404),
    ("POST", f"{_IN}/join-requests/{{request}}/refusal"): (401, 403, 404),
    ("GET", "/api/v1/me/join-requests"): (401, 403, 200),
    ("DELETE", "/api/v1/me/join-requests/{request}"): (401, 403, 404),
    ("GET", "/api/v1/join-requests"): (401, 403, 403),
    ("GET", f"{_IN}/contacts"): (401, 404, 404),
    ("POST", f"{_IN}/contacts"): (401, 404, 404),
    ("PATCH", f"{_IN}/contacts/{{contact}}"): (401, 404, 404),
    ("DELETE", f"{_IN}/contacts/{{contact}}"): (401, 404, 404),
    ("GET", f"{_IN}/notes"): (401, 403, 403),
    ("POST", f"{_IN}/notes"): (401, 403, 403),
    ("PATCH", f"{_IN}/notes/{{note}}"): (401, 403, 403),
    ("DELETE", f"{_IN}/notes/{{note}}"): (401, 403, 403),
    ("GET", "/api/v1/directory"): (200, 200, 200),
    ("GET", "/api/v1/directory.json"): (200, 200, 200),
    ("GET", "/api/v1/directory.csv"): (200, 200, 200),
    ("GET", "/api/v1/directory.geojson"): (200, 200, 200),
    ("GET", "/api/v1/directory/facets"): (200, 200, 200),
    ("GET", "/api/v1/directory/{key}"): (404, 404, 404),
    ("POST", "/api/v1/directory/{key}/corrections"): (404, 404, 404),
    ("GET", f"{_IN}/directory-contact"): (401, 404, 404),
    ("PUT", f"{_IN}/directory-contact"): (401, 403, 403),
    ("GET", "/api/v1/directory-corrections"): (401, 403, 403),
    ("GET", "/api/v1/directory-corrections/{correction_id}"): (401, 403, 403),
    ("POST", "/api/v1/directory-corrections/{correction_id}/decision"): (401, 403, 403),
    ("GET", "/api/v1/reports/members/{year}"): (401, 403, 403),
    ("GET", "/api/v1/reports/members/{year}.xlsx"): (401, 403, 403),
    ("GET", "/api/v1/reports/members/{year}/rows/{figure}"): (401, 403, 403),
    ("POST", "/api/v1/imports/members"): (401, 403, 403),
    ("GET", "/api/v1/members"): (401, 403, 403),
    ("POST", "/api/v1/members"): (401, 403, 403),
    ("GET", "/api/v1/members.csv"): (401, 403, 403),
    ("GET", "/api/v1/members.xlsx"): (401, 403, 403),
    ("GET", _MEMBER): (401, 403, 404),
    ("PATCH", _MEMBER): (401, 403, 403),
    ("GET", f"{_MEMBER}/status"): (401, 403, 404),
    ("GET", f"{_MEMBER}/representatives"): (401, 403, 404),
    ("POST", f"{_MEMBER}/representatives"): (401, 403, 404),
    ("POST", f"{_MEMBER}/representatives/{{representative_id}}/end"): (401, 403, 404),
    ("POST", f"{_MEMBER}/change-college"): (401, 403, 403),
    ("POST", f"{_MEMBER}/end"): (401, 403, 403),
    ("POST", f"{_MEMBER}/readmit"): (401, 403, 403),
    ("GET", _APPLICATIONS): (401, 403, 403),
    ("POST", _APPLICATIONS): (422, 422, 422),
    ("GET", f"{_APPLICATIONS}/by-link/{{token}}"): (404, 404, 404),
    ("POST", f"{_APPLICATIONS}/by-link/{{token}}/confirm"): (404, 404, 404),
    ("POST", f"{_APPLICATIONS}/by-link/{{token}}/answer"): (404, 404, 404),
    ("GET", f"{_APPLICATIONS}/{{application_id}}"): (401, 403, 403),
    ("POST", f"{_APPLICATIONS}/{{application_id}}/admit"): (401, 403, 403),
    ("POST", f"{_APPLICATIONS}/{{application_id}}/decline"): (401, 403, 403),
    ("POST", f"{_APPLICATIONS}/{{application_id}}/ask"): (401, 403, 403),
    ("GET", "/api/v1/register"): (401, 403, 403),
    ("GET", "/api/v1/register/verify"): (401, 403, 403),
    ("GET", "/api/v1/register.csv"): (401, 403, 403),
    ("GET", "/api/v1/register.pdf"): (401, 403, 403),
    **dict.fromkeys(
        (
            ("GET", "/api/v1/meetings"),
            ("POST", "/api/v1/meetings"),
            *((method, _MEETING) for method in ("GET", "PATCH")),
            *(
                ("GET", f"{_MEETING}/{part}")
                for part in (
                    *("documents/{document_id}", "roll", "live", "minutes"),
                    *("attendance-sheet.pdf", "minutes.pdf"),
                )
            ),
            ("PUT", f"{_MEETING}/agenda"),
            ("PUT", f"{_MEETING}/minutes"),
            *(
                ("POST", f"{_MEETING}/{part}")
                for part in (
                    *(
                        "documents",
                        "roll/refresh",
                        "roll/{roll_id}/link",
                        "convene",
                        "cancel",
                        "open",
                        "adjourn",
                    ),
                    *("close", "arrivals", "departures", "proxies", "motions", "tasks"),
                    *("minutes", "minutes/approve", "minutes/correct"),
                )
            ),
            ("DELETE", f"{_MEETING}/documents/{{document_id}}"),
            ("DELETE", f"{_MEETING}/proxies/{{proxy_id}}"),
            ("PUT", _MOTION),
            *(("POST", f"{_MOTION}/{part}") for part in ("open", "close", "withdraw", "conflicts")),
            ("GET", "/api/v1/meeting-tasks"),
            ("PUT", "/api/v1/meeting-tasks/{task_id}"),
        ),
        (401, 403, 403),
    ),
    ("GET", "/api/v1/me/meetings"): (401, 403, 200),
    **{
        (method, f"{place}{part}"): statuses
        for place, statuses in (
            ("/api/v1/meetings/by-link/{token}", (404, 404, 404)),
            ("/api/v1/me/meetings/{seat_id}", (401, 403, 404)),
        )
        for method, part in _SEAT_ROUTES
    },
    ("GET", "/api/v1/fees"): (401, 403, 200),
    ("GET", "/api/v1/fees/ageing"): (401, 403, 403),
    ("GET", "/api/v1/fees/chorus-pro.csv"): (401, 403, 403),
    ("POST", "/api/v1/fees/call"): (401, 403, 403),
    ("POST", "/api/v1/fees/remind"): (401, 403, 403),
    ("POST", "/api/v1/fees/payments/import"): (401, 403, 403),
    ("GET", "/api/v1/fees/{fee_id}"): (401, 403, 404),
    ("GET", "/api/v1/fees/{fee_id}/receipt.pdf"): (401, 403, 404),
    ("GET", "/api/v1/fees/{fee_id}/call.pdf"): (401, 403, 404),
    ("POST", "/api/v1/fees/{fee_id}/payments"): (401, 403, 403),
    ("POST", "/api/v1/fees/{fee_id}/waive"): (401, 403, 403),
    ("POST", "/api/v1/fees/{fee_id}/void"): (401, 403, 403),
    ("POST", "/api/v1/fees/{fee_id}/postpone"): (401, 403, 403),
    ("POST", "/api/v1/payments/{payment_id}/void"): (401, 403, 403),
    ("POST", "/api/v1/members/{member_id}/fees"): (401, 403, 403),
    ("GET", "/api/v1/members/{member_id}/billing"): (401, 403, 403),
    ("PUT", "/api/v1/members/{member_id}/billing"): (401, 403, 403),
    ("GET", "/api/v1/fee-tariffs"): (401, 403, 403),
    ("PUT", "/api/v1/fee-tariffs"): (401, 403, 403),
    ("GET", "/api/v1/fee-settings"): (401, 403, 403),
    ("PUT", "/api/v1/fee-settings"): (401, 403, 403),
    ("GET", "/api/v1/persons"): (401, 403, 403),
    ("GET", "/api/v1/audit/members"): (401, 403, 403),
    ("GET", "/api/v1/audit/members/verification"): (401, 403, 403),
    ("GET", "/api/v1/governance"): (200, 200, 200),
    **dict.fromkeys(
        (
            ("GET", "/api/v1/governance/alerts"),
            ("GET", "/api/v1/bodies"),
            ("GET", "/api/v1/bylaws"),
            ("POST", "/api/v1/bylaws"),
            ("GET", "/api/v1/bylaws/{bylaws_id}"),
            ("PATCH", "/api/v1/bylaws/{bylaws_id}"),
            ("GET", "/api/v1/posts"),
            ("POST", "/api/v1/posts"),
            ("GET", "/api/v1/posts/{post_id}"),
            ("POST", "/api/v1/posts/{post_id}/abolish"),
            ("GET", "/api/v1/terms"),
            ("POST", "/api/v1/terms"),
            ("GET", "/api/v1/terms/{term_id}"),
            ("POST", "/api/v1/terms/{term_id}/end"),
            ("POST", "/api/v1/terms/{term_id}/ratify"),
            ("POST", "/api/v1/terms/{term_id}/refuse-ratification"),
            ("GET", "/api/v1/offices"),
            ("POST", "/api/v1/offices"),
            ("POST", "/api/v1/offices/{office_id}/end"),
        ),
        (401, 403, 403),
    ),
    ("GET", "/api/v1/elections/by-link/{token}"): (404, 404, 404),
    **dict.fromkeys(
        (
            *((method, f"/api/v1/{name}") for name in _KEPT for method in ("GET", "POST")),
            ("GET", "/api/v1/officers"),
            ("PUT", "/api/v1/officers/{person_id}"),
            ("DELETE", "/api/v1/officers/{person_id}"),
            ("DELETE", f"{_DUTY}"),
            ("PUT", f"{_DUTY}/done"),
            ("DELETE", f"{_DUTY}/done"),
            *(("GET", f"{_DECLARATION}{part}") for part in ("", "/declaration.pdf", "/receipt")),
            *(("POST", f"{_DECLARATION}/{part}") for part in ("submit", "return", "withdraw", "receipt")),
            *(("GET", f"{_ELECTION}{part}") for part in ("", "/results.pdf")),
            ("PATCH", _ELECTION),
            *(
                ("POST", f"{_ELECTION}/{part}")
                for part in (
                    *(
                        "open-candidacies",
                        "close-candidacies",
                        "candidacies",
                        "candidacies/{candidacy_id}/withdraw",
                    ),
                    *(
                        "open-vote",
                        "paper-voters",
                        "paper-ballots",
                        "count",
                        "lot",
                        "second-round",
                        "proclaim",
                    ),
                    *("contest", "settle"),
                )
            ),
        ),
        (401, 403, 403),
    ),
    ("GET", "/api/v1/dead-letters/members"): (401, 403, 403),
    ("POST", "/api/v1/dead-letters/members/{other}/replay"): (401, 403, 403),
}
_QUERIES = {"/membership": "?on=2027-10-04", "/fees/chorus-pro.csv": "?year=2027"}
_BODIES = {
    **{
        f"{place}{part}": body
        for place in ("/meetings/by-link/{token}", "/me/meetings/{seat_id}")
        for (method, part), body in _SEAT_ROUTES.items()
        if method != "DELETE"
    },
    "/merge": {"into": str(uuid4())},
    "/merge/preview": {"into": str(uuid4())},
    "/memberships/{membership}": {"role": "editor"},
    "/invitations": {"email": "eve@exemple.fr"},
    "/invitations/preview": {"email": "eve@exemple.fr"},
    "/invitations/acceptances": {"token": "x" * 43},
    "/contacts": {"name": "Eve"},
    "/contacts/{contact}": {"name": "Eve"},
    "/notes": {"text": "Eve"},
    "/notes/{note}": {"text": "Eve"},
    "/members/{member_id}/representatives": {"person": {"name": "Eve"}, "since": "2020-01-01"},
    "/members/{member_id}/representatives/{representative_id}/end": {"on": "2020-01-01"},
    "/membership-applications/by-link/{token}/answer": {"answer": "Oui."},
    "/elections/{election_id}/candidacies": {"member_id": str(uuid4())},
    "/directory/{key}/corrections": {"message": "Vous avez déménagé."},
    "/directory-contact": {"shows_email": True, "shows_phone": True},
}
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
    for method, route in _ROUTES:
        path = route.format(**ids).removeprefix("/api/v1")
        tail = route.removeprefix(_IN).removeprefix("/api/v1")
        body = None if method in {"GET", "DELETE"} else _BODIES.get(tail, {})
        path += _QUERIES.get(tail, "")
        answer = await someone.call(method, path, json=body, headers={"If-Match": "*"})
        found[method, route] = answer.status_code, answer.text
        # no cache keeps an answer that depends on who asks
        is_public = _ROUTES[method, route][0] == 200
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
        route: expected[place] for route, expected in _ROUTES.items()
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
        if route[1].startswith(f"{_IN}/") and route[1].endswith("}")
    }
    assert {(method, route.removeprefix(_IN)): status for (method, route), status in inner.items()} == {
        ("PATCH", "/memberships/{membership}"): 404,
        ("DELETE", "/memberships/{membership}"): 404,
        ("DELETE", "/invitations/{invitation}"): 404,
        ("PATCH", "/contacts/{contact}"): 404,
        ("DELETE", "/contacts/{contact}"): 404,
        ("PATCH", "/notes/{note}"): 403,
        ("DELETE", "/notes/{note}"): 403,
    }
    for decision in ("acceptance", "refusal"):
        assert found["POST", f"{_IN}/join-requests/{{request}}/{decision}"] == 404
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
    named = {(method, path.replace("{other}", "{letter_id}")) for method, path in _ROUTES}
    for full, short in _NAMES.items():
        described = {(method, path.replace(f"{{{full}}}", f"{{{short}}}")) for method, path in described}
    described = {
        (m, p.replace("{delivery_id}", "{letter_id}").replace("{dead_letter_id}", "{letter_id}"))
        for m, p in described
    }
    assert described == named
