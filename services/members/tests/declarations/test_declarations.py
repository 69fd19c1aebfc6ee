"""What is due to the State: opened by what happens, sent, returned, receipted; what it says of people stays inside."""

import asyncio
import io
from datetime import date, timedelta

import pytest
from members_board import new_board
from ombelle_chassis.database import create_engine, session_maker
from ombelle_members.days import today_in_paris
from ombelle_members.declarations.opening import declared_on, open_declaration

DETAILS = {
    "birth_date": "1980-02-29", "nationality": "française", "occupation": "chercheuse",
    "home": "3 rue des Prés\n80000 Amiens", "country_of_residence": "France",
}  # fmt: skip
SEAT = {"name": "Ombelles", "address": "1 rue Haute", "postal_code": "80000", "commune_name": "Amiens"}
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
async def board(people):
    return await new_board(people)


@pytest.fixture
async def sessions(members_database_url):
    engine = create_engine(members_database_url, application_name="tests", pool_size=8)
    yield session_maker(engine)
    await engine.dispose()


async def sitting(board, number=1, name="Laboratoire", **values):
    """A member that sits, of somebody."""
    member = await board.member(name, **values)
    await board.sits(await board.post(number, 1), member)
    return member


async def resigns(board, term, on):
    wanted = {"on": on, "ended_as": "resignation", "reason": "Manque de temps."}
    await board.secretary.post(f"/terms/{term}/end", wanted, headers={"If-Match": "*"})
    return (await board.secretary.get("/declarations"))["items"][0]


async def step(board, declaration, name, status=200, **values):
    path = f"/declarations/{declaration['id']}/{name}"
    tag = f'"v{declaration["version"]}"'
    return await board.secretary.post(path, values, status, headers={"If-Match": tag})


async def receipt(board, declaration, **fields):
    return await board.secretary.call(
        "POST", f"/declarations/{declaration['id']}/receipt", data=fields, headers={"If-Match": "*"},
        files={"file": ("recepisse.pdf", io.BytesIO(PDF), "application/pdf")},
    )  # fmt: skip


async def test_its_whole_way(board, sessions):
    await board.secretary.post("/association-versions", SEAT | {"since": "2015-01-01"}, 201)
    await sitting(board, representative="Ada")
    gone = await board.member("Musée")
    term = await board.sits(await board.post(2, 1), gone)
    declaration = await resigns(board, term, "2022-11-30")
    assert (declaration["due_on"], declaration["state"], declaration["is_overdue"]) == (
        "2023-02-28",
        "due",
        True,
    )
    [officer] = (await board.secretary.get("/officers?on=2022-11-30"))["items"]
    assert (officer["name"], officer["representative"], officer["version"]) == ("Laboratoire", "Ada", 0)
    assert officer["missing"] == ["birth_date", "nationality", "occupation", "home", "country_of_residence"]
    refused = await step(board, declaration, "submit", 409, on="2022-12-05", by="online")
    assert (refused["code"], refused["missing"]) == ("details_missing", 5)
    kept = await board.secretary.call(
        "PUT", f"/officers/{officer['person_id']}", json=DETAILS, headers={"If-Match": '"v0"'}
    )
    assert (kept.status_code, kept.headers["etag"]) == (200, '"v1"')
    printed = await board.secretary.call("GET", f"/declarations/{declaration['id']}/declaration.pdf")
    assert (printed.status_code, printed.headers["content-type"], printed.content[:5]) == (
        200,
        "application/pdf",
        b"%PDF-",
    )
    early = await step(board, declaration, "submit", 422, on="2022-11-29", by="online")
    assert early["errors"][0]["pointer"] == "/body/on"
    late = await step(board, declaration, "submit", 422, on="2200-01-01", by="online")
    assert [(one["pointer"], one["code"]) for one in late["errors"]] == [("/body/on", "too_late")]
    sent = await step(board, declaration, "submit", on="2022-12-05", by="online")
    back = await step(board, sent, "return", on="2022-12-20", reason="Profession illisible.")
    again = await step(board, back, "submit", on="2022-12-21", by="post")
    async with sessions() as session:
        assert await declared_on(session, date(2023, 6, 1)) is None
    answer = await receipt(board, again, on="2023-01-10", number="W802000001-22")
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert [(one["step"], one["on_day"], one["reason"]) for one in told["history"]] == [
        ("opened", "2022-11-30", None),
        ("submitted", "2022-12-05", None),
        ("returned", "2022-12-20", "Profession illisible."),
        ("submitted", "2022-12-21", None),
        ("receipted", "2023-01-10", None),
    ]
    assert (told["state"], told["is_overdue"], told["allowed_actions"]) == ("receipted", False, ["print"])
    file = await board.secretary.call("GET", f"/declarations/{told['id']}/receipt")
    assert (file.content, file.headers["content-disposition"][:10]) == (PDF, "attachment")
    async with sessions() as session:
        assert await declared_on(session, date(2023, 1, 9)) is None
        declared = await declared_on(session, date(2023, 1, 10))
    assert declared["receipt_number"] == "W802000001-22"
    assert declared["officers"] == [
        {
            "member_id": officer["member_id"], "kind": "legal", "name": "Laboratoire", "representative": "Ada",
            "capacity": "board_member",
        }
    ]  # fmt: skip
    kinds = await board.register("declaration.opened", "declaration.submitted", "declaration.receipted")
    assert [kind for kind, _ in kinds] == [
        "declaration.opened", "declaration.submitted", "declaration.submitted", "declaration.receipted",
    ]  # fmt: skip


async def test_what_happens_on_a_day_is_declared_once_however_many_write_at_once(board, sessions):
    subjects = [await board.member(f"Structure {number}") for number in range(8)]

    async def happens(subject, cause):
        async with sessions() as session, session.begin():
            return await open_declaration(
                session, cause=cause, occurred_on=date(2024, 2, 29), subject_id=subject
            )

    causes = ["election", "resignation", "death", "co_option"] * 2
    opened = await asyncio.gather(*(happens(*each) for each in zip(subjects, causes, strict=True)))
    assert len(set(opened)) == 1
    seat = await happens(subjects[0], "seat")
    assert seat not in opened
    told = (await board.secretary.get("/declarations?kind=officers"))["items"]
    assert [(one["due_on"], len(one["causes"])) for one in told] == [("2024-05-29", 8)]
    assert len(await board.register("declaration.opened")) == 2


async def test_what_the_form_asks_is_for_the_secretariat_and_of_officers_only(board, people):
    await sitting(board, representative="Ada")
    [officer] = (await board.secretary.get("/officers"))["items"]
    path = f"/officers/{officer['person_id']}"
    await board.secretary.call("PUT", path, json=DETAILS, headers={"If-Match": '"v0"'})
    stale = await board.secretary.call("PUT", path, json=DETAILS, headers={"If-Match": '"v0"'})
    assert (stale.status_code, stale.json()["current"]["occupation"]) == (412, "chercheuse")
    treasurer = await people.account("Tom", "treasurer")
    await treasurer.get("/officers", 403)
    await treasurer.get("/declarations")
    outsider = await people.connection.fetchval("INSERT INTO person (name) VALUES ('Zoé') RETURNING id")
    refused = await board.secretary.call(
        "PUT", f"/officers/{outsider}", json=DETAILS, headers={"If-Match": '"v0"'}
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "not_an_officer")
    log = await people.connection.fetch(
        "SELECT action, values FROM audit_entry e LEFT JOIN audit_value v USING (seq)"
    )
    assert "officer_details_kept" in {row["action"] for row in log}
    assert not any("chercheuse" in str(row["values"]) for row in log)
    await board.secretary.delete(path)
    assert (await board.secretary.get("/officers"))["items"][0]["details"]["home"] is None


async def test_another_seat_is_another_version_and_is_declared(board):
    wanted = SEAT | {"since": "2015-01-01", "siren": "802000001"}
    key = {"headers": {"Idempotency-Key": "sent twice, as a page does that lost the answer"}}
    first = await board.secretary.post("/association-versions", wanted, 201, **key)
    assert await board.secretary.post("/association-versions", wanted, 201, **key) == first
    moved = SEAT | {"since": "2023-05-04", "siren": "802000001", "address": "2 rue Basse"}
    await board.secretary.post("/association-versions", moved, 201)
    to_come = SEAT | {"since": "2200-01-01", "address": "3 rue Neuve"}
    refused = await board.secretary.post("/association-versions", to_come, 422)
    assert [(one["pointer"], one["code"]) for one in refused["errors"]] == [("/body/since", "too_late")]
    versions = await board.secretary.get("/association-versions")
    assert [(one["since"], one["until"], one["address"]) for one in versions["items"]] == [
        ("2023-05-04", None, "2 rue Basse"),
        ("2015-01-01", "2023-05-04", "1 rue Haute"),
    ]
    assert versions["items"][1]["id"] == first["id"]
    assert [
        (one["kind"], one["occurred_on"]) for one in (await board.secretary.get("/declarations"))["items"]
    ] == [("seat", "2023-05-04")]
    late = await board.secretary.post("/association-versions", SEAT | {"since": "2023-05-04"}, 409)
    assert late["code"] == "association_changed_later"
    assert await board.register("association.changed") == [
        ("association.changed", "2015-01-01"),
        ("association.changed", "2023-05-04"),
    ]


async def test_the_calendar_tells_what_is_due_and_reminds_of_it_once(board, people, sessions, running_app):
    from ombelle_members.declarations.duties.service import remind

    await board.secretary.post(
        "/association-versions", SEAT | {"since": "2015-01-01", "email": "bureau@exemple.fr"}, 201
    )
    term = await board.sits(await board.post(1, 1), await board.member("Musée"), until="2030-05-04")
    await resigns(board, term, "2023-11-30")
    await board.sits(await board.post(2, 2), await board.member("Lycée"), until="2024-05-04")
    await board.secretary.post("/duties", {"kind": "accounts_published", "since": "2023-11-30"}, 201)
    again = await board.secretary.post("/duties", {"kind": "accounts_published", "since": "2023-11-30"}, 409)
    assert again["code"] == "duty_there"
    await board.secretary.post(
        "/duties",
        {"kind": "other", "title": "Renouveler l’assurance", "since": "2024-01-01", "due_on": "2024-06-30"},
        201,
    )

    async def calendar(on):
        items = (await board.secretary.get(f"/duties?on={on}"))["items"]
        return [(one["title"], one["due_on"], one["state"]) for one in items]

    assert await calendar("2024-03-10") == [
        ("Appeler les cotisations de 2024", "2024-01-31", "overdue"),
        ("Publier les comptes annuels", "2024-02-29", "overdue"),
        ("Déclarer à l’État la liste des dirigeants", "2024-02-29", "overdue"),
        ("Renouveler le groupe 2 du conseil d’administration", "2024-05-04", "later"),
        ("Rendre compte des subventions de 2023", "2024-06-30", "later"),
        ("Renouveler l’assurance", "2024-06-30", "later"),
        ("Appeler les cotisations de 2025", "2025-01-31", "later"),
        ("Rendre compte des subventions de 2024", "2025-06-30", "later"),
    ]
    assert await remind(sessions, "https://ombelle.example", date(2024, 3, 10)) == 3
    assert await remind(sessions, "https://ombelle.example", date(2024, 3, 10)) == 0
    assert await remind(sessions, "https://ombelle.example", date(2024, 6, 1)) == 3
    first, *_ = await people.posted("mail.requested")
    assert (first["to"], first["subject"]) == ("bureau@exemple.fr", "Échéances de Ombelles")
    assert "Publier les comptes annuels, en retard depuis le 29 février 2024" in first["text"]
    year = today_in_paris().year
    path = f"/duties/grant_reports/{year - 1}/done"
    done = await board.secretary.call(
        "PUT", path, json={"on": str(today_in_paris() - timedelta(1)), "note": "Envoyé."}
    )
    assert (done.status_code, done.json()["state"], done.json()["allowed_actions"]) == (200, "done", ["undo"])
    undone = await board.secretary.call("DELETE", path)
    assert undone.json()["done_on"] is None
