"""Who sits, who is asked to review what, and who may not."""

import asyncio
import json

import pytest
from review_rows import NOW


@pytest.fixture
async def clara(rows, somebody):
    clara = somebody("Clara", "coordinator")
    await rows.team(clara, "coordinator")
    return clara


@pytest.fixture
async def readers(rows, somebody):
    """Three reviewers of the agency."""
    made = [somebody(name, "reviewer") for name in ("Anne", "Bruno", "Chloé")]
    for one in made:
        await rows.team(one, "reviewer")
    return made


async def _seat(clara, call, *members, status=200):
    version = (await clara.get(f"/calls/{call}/committee"))["version"]
    body = {"items": list(members)}
    return await clara.do("PUT", f"/calls/{call}/committee", body, status=status, if_match=f'"v{version}"')


def _member(one, **values):
    return {"account_id": str(one.account_id), **values}


async def test_a_committee_is_written_whole_and_shows_what_it_does(rows, clara, readers):
    call, lab = await rows.call(), await rows.organisation("Labo")
    anne, bruno, _ = readers
    assert await clara.get(f"/calls/{call}/committee") == {
        "items": [],
        "version": 1,
        "allowed_actions": ["write", "assign"],
    }
    written = await _seat(
        clara,
        call,
        _member(
            anne, themes=["health"], departments=["59", "2A"], organisation_ids=[str(lab)], is_chair=True
        ),
        _member(bruno),
    )
    whole = {
        "account_id": str(anne.account_id),
        "name": "Anne",
        "email": "anne@gmail.com",
        "themes": ["health"],
        "departments": ["59", "2A"],
        "organisations": [{"id": str(lab), "name": "Labo"}],
        "is_chair": True,
        "left_at": None,
        "assigned": 0,
        "submitted": 0,
    }
    [first, second] = written["items"]
    assert first == {**whole, "joined_at": first["joined_at"]}
    assert (second["name"], written["version"]) == ("Bruno", 2)
    again = await _seat(clara, call, _member(bruno, is_chair=True))
    assert [(one["name"], one["is_chair"], one["left_at"] is None) for one in again["items"]] == [
        ("Bruno", True, True),
        ("Anne", True, False),
    ]
    back = await _seat(clara, call, _member(anne), _member(bruno))
    assert [(one["name"], one["left_at"]) for one in back["items"]] == [("Anne", None), ("Bruno", None)]
    audited = await rows.connection.fetch(
        'SELECT v.actor, v."values"::text FROM audit_entry JOIN audit_value v USING (seq) '
        "WHERE action = 'committee_written' AND v.subject_id = $1", str(call),
    )  # fmt: skip
    assert len(audited) == 3
    assert not [row for row in audited if "anne@" in row["values"] or "Anne" in row["values"]]


async def test_only_who_has_a_role_for_it_sits_and_once(rows, clara, readers, somebody):
    call = await rows.call()
    stranger, lender = somebody("Zoé"), somebody("Léon")
    await rows.team(lender, "lender")
    problem = await _seat(
        clara, call, *(_member(one) for one in (readers[0], stranger, readers[0], lender)), status=422
    )
    assert (problem["code"], [(e["pointer"], e["code"]) for e in problem["errors"]]) == (
        "committee_invalid",
        [
            ("/body/items/1/account_id", "role_missing"),
            ("/body/items/2/account_id", "repeated"),
            ("/body/items/3/account_id", "role_missing"),
        ],
    )
    alone = await rows.call(has_committee=False)
    assert (await _seat(clara, alone, status=409))["code"] == "committee_off"


async def test_a_stale_committee_is_refused_with_both(rows, clara, readers):
    call = await rows.call()
    await _seat(clara, call, _member(readers[0]))
    path = f"/calls/{call}/committee"
    problem = await clara.do("PUT", path, {"items": []}, status=412, if_match='"v1"')
    assert [one["name"] for one in problem["current"]["items"]] == ["Anne"]
    assert problem["yours"] == {"items": []}
    assert (await clara.do("PUT", path, {"items": []}, status=428))["code"] == "version_needed"


async def test_a_plan_is_shown_and_made_exactly_so(rows, clara, readers):
    call, lab = await rows.call(), await rows.organisation("Labo")
    anne, bruno, chloe = readers
    await rows.member(call, anne, themes=["health"])
    await rows.member(call, bruno, departments=["80"])
    await rows.member(call, chloe, organisation_ids=[lab])
    own = await rows.application(call, lab, theme="health", department="80")
    other = await rows.application(call, theme="astronomy")
    under = await rows.application(call, status="under_review")
    for status in ("draft", "discarded"):
        await rows.application(call, status=status)
    await rows.application(call, status="withdrawn", withdrawn_at=NOW, withdrawal_reason="Non")
    path = f"/calls/{call}/assignments"
    shown = await clara.do("POST", f"{path}/preview", {})
    assert shown["missing"] == []
    assert {(one["application"]["id"], one["account"]["name"]): one["known"] for one in shown["items"]} | {
        (str(own), "Anne"): ["theme"],
        (str(own), "Bruno"): ["department"],
    } == {(one["application"]["id"], one["account"]["name"]): one["known"] for one in shown["items"]}
    assert {one["after"] for one in shown["loads"]} == {2}
    assert await rows.connection.fetchval("SELECT count(*) FROM assignment") == 0
    body = {"assignments": shown["assignments"], "due_on": "2027-06-30"}
    for _ in range(2):
        done = await clara.do("POST", path, body, status=201, idempotency_key="plan 1")
        assert done == {"assigned": 6, "begun": sorted([str(own), str(other)])}
    made = await rows.connection.fetch("SELECT application_id, account_id FROM assignment")
    assert sorted((str(a), str(b)) for a, b in made) == sorted(
        (one["application_id"], one["account_id"]) for one in shown["assignments"]
    )
    assert await rows.connection.fetchval(
        "SELECT array_agg(DISTINCT status) FROM application WHERE id = ANY ($1)", [own, other, under]
    ) == ["under_review"]
    assert (await clara.do("POST", f"{path}/preview", {}))["assignments"] == []
    more = await clara.do("POST", f"{path}/preview", {"reviews_per_application": 3})
    assert {(one["application"]["id"], one["missing"]) for one in more["missing"]} == {(str(own), 1)}
    assert len(more["assignments"]) == 2


async def test_a_plan_that_became_impossible_is_refused_whole(rows, clara, readers):
    call, elsewhere, lab = await rows.call(), await rows.call(), await rows.organisation("Labo")
    anne, bruno, chloe = readers
    await rows.member(call, anne, organisation_ids=[lab])
    await rows.member(call, bruno, left_at=NOW)
    await rows.member(call, chloe)
    own, other = await rows.application(call, lab), await rows.application(call)
    foreign, draft = await rows.application(elsewhere), await rows.application(call, status="draft")
    await rows.assign(own, chloe)
    wanted = [
        (own, anne),
        (own, bruno),
        (own, chloe),
        (foreign, chloe),
        (draft, chloe),
        (other, anne),
        (other, anne),
    ]
    body = {"assignments": [{"application_id": str(a), "account_id": str(b.account_id)} for a, b in wanted]}
    problem = await clara.do("POST", f"/calls/{call}/assignments", body, status=409)
    assert (problem["code"], [(e["pointer"], e["code"]) for e in problem["errors"]]) == (
        "plan_outdated",
        [
            ("/body/assignments/0", "conflict_stands"),
            ("/body/assignments/1", "not_in_the_committee"),
            ("/body/assignments/2", "assigned_already"),
            ("/body/assignments/3", "application_unknown"),
            ("/body/assignments/4", "application_closed"),
            ("/body/assignments/6", "repeated"),
        ],
    )
    assert await rows.connection.fetchval("SELECT count(*) FROM assignment") == 1


async def test_who_has_a_conflict_with_a_dossier_neither_plans_nor_assigns_it(rows, clara, readers, somebody):
    call, lab = await rows.call(), await rows.organisation("Labo")
    anne, bruno, _ = readers
    await rows.member(call, anne, organisation_ids=[lab])
    await rows.member(call, bruno)
    own, other = await rows.application(call, lab, title="Le sien"), await rows.application(call)
    done, recused = await rows.application(call, lab), await rows.application(call)
    await rows.assign(done, bruno)
    await rows.assign(recused, anne, recused_at=NOW, recusal_reason="Trop")
    await rows.belongs(clara, lab)
    path = f"/calls/{call}/assignments"
    asked = {"reviews_per_application": 1}
    shown = await clara.do("POST", f"{path}/preview", asked)
    assert {one["application"]["id"] for one in shown["items"]} == {str(other), str(recused)}
    assert [(one["id"], one["title"]) for one in shown["withheld"]] == [(str(own), "Le sien")]
    assert [(o["application"]["id"], o["account"]["name"], o["reason"]) for o in shown["left_out"]] == [
        (str(recused), "Anne", "recused")
    ]
    wanted = [{"application_id": str(one), "account_id": str(bruno.account_id)} for one in (other, own)]
    for address in (path, f"{path}/mails/preview"):
        problem = await clara.do("POST", address, {"assignments": wanted}, status=409)
        assert (problem["code"], [(e["pointer"], e["code"]) for e in problem["errors"]]) == (
            "plan_outdated",
            [("/body/assignments/1", "own_conflict")],
        )
    kept = await clara.do("DELETE", f"/assignments/{done}/{bruno.account_id}", status=403)
    assert kept["code"] == "conflict_stands"
    assert await rows.connection.fetchval("SELECT count(*) FROM assignment") == 2
    odile = somebody("Odile", "coordinator")
    free = await odile.do("POST", f"{path}/preview", asked)
    assert free["withheld"] == []
    assert [(o["application"]["id"], o["account"]["name"], o["reason"]) for o in free["left_out"]] == [
        (str(own), "Anne", "conflict"),
        (str(recused), "Anne", "recused"),
    ]
    assert (await odile.do("POST", path, {"assignments": wanted}, status=201))["assigned"] == 2


async def test_who_is_asked_is_told_by_mail_as_previewed(rows, clara, readers):
    call = await rows.call(title="Appel 2027", contact_email="fete@ombelle.example")
    anne, bruno, chloe = readers
    for one in (anne, bruno, chloe):
        await rows.member(call, one)
    first, second = await rows.application(call, title="Fusées"), await rows.application(call)
    path = f"/calls/{call}/assignments"
    body = {
        "assignments": [
            {"application_id": str(dossier), "account_id": str(one.account_id)}
            for dossier, one in ((first, anne), (second, anne), (first, bruno))
        ],
        "due_on": "2027-06-30",
        "message": "Merci à vous.",
    }
    shown = (await clara.do("POST", f"{path}/mails/preview", body))["items"]
    assert [(one["account"], one["count"], one["due_on"], one["mail"]["to"]) for one in shown] == [
        ({"id": str(anne.account_id), "name": "Anne"}, 2, "2027-06-30", anne.email),
        ({"id": str(bruno.account_id), "name": "Bruno"}, 1, "2027-06-30", bruno.email),
    ]
    assert shown[0]["mail"]["subject"] == "2 dossiers vous sont confiés"
    assert shown[0]["mail"]["text"].startswith(
        "Bonjour Anne,\n\n2 dossiers de « Appel 2027 » vous sont confiés : nous attendons votre avis.\n\n"
        "Merci de le donner avant le mercredi 30 juin 2027 inclus.\n\nMerci à vous.\n\nUn lien avec qui porte un "
        "dossier ? Dites-le sur la page du dossier : il sera confié à quelqu’un d’autre.\n\nOuvrir mes évaluations :\n"
    )
    assert "Fusées" not in json.dumps(shown)
    assert await _mails(rows) == []
    for _ in range(2):
        await clara.do("POST", path, body, status=201, idempotency_key="told once")
    assert await _mails(rows) == [(one["mail"]["to"], one["mail"]["text"]) for one in shown]


async def test_the_words_of_the_team_tell_whom_dossiers_are_given_to(rows, clara, readers):
    call, anne = await rows.call(), readers[0]
    await rows.member(call, anne)
    await rows.insert(
        "text_template", "key", call_id=call, kind="mail", key="review_assigned", subject="À lire : {{ count }}",
        body="Chère {{ recipient }}, à vous.", updated_by="tests",
    )  # fmt: skip
    wanted = {"application_id": str(await rows.application(call)), "account_id": str(anne.account_id)}
    await clara.do("POST", f"/calls/{call}/assignments", {"assignments": [wanted]}, status=201)
    [(to, text)] = await _mails(rows)
    assert to == anne.email
    assert text.startswith("Chère Anne, à vous.\n\nOuvrir mes évaluations :")


async def _mails(rows):
    sent = await rows.connection.fetch(
        "SELECT payload ->> 'to' AS to, payload ->> 'text' AS text FROM outbox_message WHERE type = 'mail.requested' "
        "ORDER BY payload ->> 'to'"
    )
    return [(row["to"], row["text"]) for row in sent]


async def test_of_the_same_plan_made_twice_at_once_one_is_made(rows, clara, readers):
    call = await rows.call()
    for one in readers:
        await rows.member(call, one)
    for _ in range(6):
        await rows.application(call)
    plan = await clara.do("POST", f"/calls/{call}/assignments/preview", {})
    body = {"assignments": plan["assignments"]}
    answers = await asyncio.gather(*(clara.ask("POST", f"/calls/{call}/assignments", body) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert await rows.connection.fetchval("SELECT count(*) FROM assignment") == 12


async def test_an_assignment_is_taken_back_unless_something_was_written(rows, clara, readers):
    call = await rows.call()
    anne, bruno, _ = readers
    dossier = await rows.application(call)
    for one in (anne, bruno):
        await rows.member(call, one)
        await rows.assign(dossier, one)
    await rows.review(dossier, bruno, submitted=False)
    path = f"/assignments/{dossier}"
    await clara.do("DELETE", f"{path}/{anne.account_id}", status=204)
    assert (await clara.do("DELETE", f"{path}/{anne.account_id}", status=404))["code"] == "assignment_unknown"
    assert (await clara.do("DELETE", f"{path}/{bruno.account_id}", status=409))["code"] == "review_exists"


async def test_progress_and_reminders_count_what_waits(rows, clara, readers):
    call, lab = await rows.call(title="Appel 2027"), await rows.organisation("Labo")
    anne, bruno, chloe = readers
    for one in readers:
        await rows.member(call, one)
    await rows.belongs(chloe, lab)
    first, second = await rows.application(call, lab, title="Un"), await rows.application(call, title="Deux")
    late = NOW.date().replace(year=2020)
    await rows.assign(first, anne, due_on=late)
    await rows.assign(second, anne)
    await rows.assign(first, bruno)
    await rows.assign(second, bruno, recused_at=NOW, recusal_reason="Trop")
    await rows.review(first, anne, 5, 1)
    await rows.review(first, bruno, 3, 3, recommendation="waitlist")
    found = await clara.get(f"/calls/{call}/review-progress")
    assert found["totals"] == {
        "applications": 2,
        "assigned": 1,
        "complete": 1,
        "reviews_asked": 3,
        "reviews_submitted": 2,
    }
    assert [(m["account"]["name"], m["assigned"], m["submitted"], m["late"], m["recused"], m["conflicts"])
            for m in found["members"]] == [
        ("Anne", 2, 1, 0, 0, 0), ("Bruno", 1, 1, 0, 1, 0), ("Chloé", 0, 0, 0, 0, 1),
    ]  # fmt: skip
    [one, two] = found["items"]
    assert one == {
        "application": {
            "id": str(first),
            "number": one["application"]["number"],
            "title": "Un",
            "theme": None,
            "department": None,
            "status": "submitted",
            "organisation": "Labo",
        },
        "assigned": 2,
        "submitted": 2,
        "conflicts": 1,
        "has_conflict": False,
        "score": {
            "reviews": 2,
            "mean": 2.5,
            "spread": 0.5,
            "out_of": 5,
            "recommendations": {"label": 1, "waitlist": 1, "not_label": 0},
        },
    }
    assert (two["submitted"], two["score"]["mean"]) == (0, None)
    page = await clara.get(f"/calls/{call}/review-progress?limit=1")
    assert page["items"] == [one]
    assert (await clara.get(f"/calls/{call}/review-progress?limit=1&after={page['next']}"))["items"] == [two]
    path = f"/calls/{call}/review-reminders"
    [shown] = (await clara.do("POST", f"{path}/preview", {"message": "Merci !"}))["items"]
    assert (shown["account"]["name"], shown["count"], shown["mail"]["to"]) == ("Anne", 1, "anne@gmail.com")
    assert "Appel 2027" in shown["mail"]["text"]
    assert "Merci !" in shown["mail"]["text"]
    for _ in range(2):
        done = await clara.do("POST", path, {"message": "Merci !"}, idempotency_key="remind")
        assert done == {"sent": 1}
    sent = await rows.connection.fetch(
        "SELECT payload ->> 'to' AS to, payload ->> 'text' AS text FROM outbox_message WHERE type = 'mail.requested'"
    )
    assert [(row["to"], row["text"]) for row in sent] == [("anne@gmail.com", shown["mail"]["text"])]
    other = {"account_ids": [str(bruno.account_id)]}
    assert (await clara.do("POST", f"{path}/preview", other)) == {"items": []}
