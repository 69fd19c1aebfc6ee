"""Who sees what: every route that reads, with data that could leak."""

from uuid import UUID

import pytest
from dossiers import FORM, WHOLE, Dossiers, named

SECRETS = ("Hélène", "helene.martin@musee.example", "Musée des Étoiles", str(named("Musée des Étoiles")))
READS = ("", "/history", "/parties", "/budget")


async def _sent(dossiers: Dossiers, **call):
    sent = await dossiers.insert(
        await dossiers.call(**call), "Musée des Étoiles", theme="astronomy", department="80"
    )
    await dossiers.connection.execute(
        "UPDATE application SET search = dossier_texts($2, $3, $4, $5) WHERE id = $1",
        UUID(sent["id"]),
        WHOLE["title"],
        WHOLE["summary"],
        "Hélène Martin",
        "Télescope",
    )
    return sent


async def _found(dossiers: Dossiers, who, query=""):
    answer = await dossiers.api.get(f"/api/v1/applications{query}", headers=who)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_stranger_knows_nothing_of_it(dossiers: Dossiers):
    sent = await _sent(dossiers)
    await dossiers.organisations("Ailleurs")
    for who in (
        dossiers.person("zoe"),
        dossiers.editor("Ailleurs"),
        dossiers.person("rita", "reviewer"),
        dossiers.person("sam", "secretary", "treasurer", "lender"),
        dossiers.program("Ailleurs", "applications:read", "applications:write"),
    ):
        for read in READS:
            answer = await dossiers.api.get(f"/api/v1/applications/{sent['id']}{read}", headers=who)
            assert (answer.status_code, answer.json()["code"]) == (404, "application_unknown")
        found = await _found(dossiers, who, "?q=planetarium")
        assert found == {"items": [], "next": None, "total": 0, "by_status": {}, "by_decision": {}}
    assert (await dossiers.api.get("/api/v1/applications")).status_code == 401


async def test_a_reviewer_reads_what_is_assigned_until_a_conflict_stands_between(dossiers: Dossiers):
    sent = await _sent(dossiers)
    rita = dossiers.person("rita", "reviewer")
    await dossiers.review(sent, "rita")
    read = (await dossiers.read(sent, rita)).json()
    assert (read["standing"], read["answers"], read["allowed_actions"]) == ("reviewer", WHOLE, [])
    assert (await _found(dossiers, rita))["total"] == 1
    conflict = await dossiers.connection.fetchval(
        "INSERT INTO conflict_of_interest (application_id, account_id, kind, evidence, declared_by) "
        "VALUES ($1, $2, 'declared', '[]', 'rita') RETURNING id",
        UUID(sent["id"]),
        named("rita"),
    )
    for path in READS:
        answer = await dossiers.api.get(f"/api/v1/applications/{sent['id']}{path}", headers=rita)
        assert answer.status_code == 404
    for query in ("", "?q=planetarium", f"?assigned_to={named('rita')}", "?status=submitted"):
        assert (await _found(dossiers, rita, query))["total"] == 0
    await dossiers.connection.execute(
        "UPDATE conflict_of_interest SET dismissed_at = now(), dismissed_by = 'coline', dismissal_reason = 'x' "
        "WHERE id = $1",
        conflict,
    )
    assert (await dossiers.read(sent, rita)).status_code == 200


async def test_who_stood_back_or_left_the_committee_reads_no_more(dossiers: Dossiers):
    sent = await _sent(dossiers)
    rita = dossiers.person("rita")
    await dossiers.review(sent, "rita")
    assert (await dossiers.read(sent, rita)).status_code == 200
    await dossiers.connection.execute("UPDATE committee_member SET left_at = now()")
    assert (await dossiers.read(sent, rita)).status_code == 404
    await dossiers.connection.execute("UPDATE committee_member SET left_at = NULL")
    await dossiers.connection.execute("UPDATE assignment SET recused_at = now(), recusal_reason = 'x'")
    assert (await dossiers.read(sent, rita)).status_code == 404


async def test_an_anonymous_reading_tells_by_no_way_who_applies(dossiers: Dossiers):
    sent = await _sent(dossiers, is_anonymous=True)
    await dossiers.partner(sent, "Musée voisin")
    ada = dossiers.editor("Musée des Étoiles")
    await dossiers.connection.execute(
        "INSERT INTO application_entry (application_id, actor, side, audience, action, status, reason, changes) "
        """VALUES ($1, 'ada', 'holder', 'applicant', 'edited', 'changes_requested', 'Hélène', $2),
                  ($1, 'ada', 'holder', 'applicant', 'party_invited', 'submitted', NULL, $3)""",
        UUID(sent["id"]),
        '[{"pointer": "/answers/contact_name", "label": "Contact", "before": null, "after": "Hélène"},'
        ' {"pointer": "/answers/title", "label": "Titre", "before": "Nuit", "after": "Jour"}]',
        '[{"pointer": "/parties", "label": "Parties", "before": null, "after": "Musée des Étoiles"}]',
    )
    await dossiers.review(sent, "rita")
    rita = dossiers.person("rita", "reviewer")
    for path in (*(f"/{sent['id']}{read}" for read in READS), "", "?q=planetarium", "?q=telescope"):
        answer = await dossiers.api.get(f"/api/v1/applications{path}", headers=rita)
        assert answer.status_code == 200
        assert not [secret for secret in SECRETS if secret in answer.text], path
    for query in ("?q=Hélène", "?q=étoiles", f"?organisation={named('Musée des Étoiles')}"):
        assert (await _found(dossiers, rita, query))["total"] == 0
        expected = 0 if "Musée" in query else 1
        assert (await _found(dossiers, ada, query))["total"] >= expected
    read = (await dossiers.read(sent, rita)).json()
    hidden = {"contact_name", "contact_email"}
    assert read["answers"] == {name: value for name, value in WHOLE.items() if name not in hidden}
    assert (read["organisation"], read["title"]) == (None, WHOLE["title"])
    history = await dossiers.api.get(f"/api/v1/applications/{sent['id']}/history", headers=rita)
    assert [[change["pointer"] for change in entry["changes"]] for entry in history.json()["items"]] == [
        ["/answers/title"]
    ]


async def test_a_title_that_tells_who_applies_is_hidden_in_anonymous_readings(dossiers: Dossiers):
    form = {
        "sections": [
            {
                **FORM["sections"][0],
                "fields": [{**FORM["sections"][0]["fields"][0], "is_identifying": True}],
            }
        ]
    }
    call = await dossiers.call(is_anonymous=True, form=form, charter_rules=[])
    sent = await dossiers.draft(call, answers={"title": "Le musée Hélène"})
    assert (await dossiers.post(sent, "submit", dossiers.editor("Musée"))).is_success
    await dossiers.review(sent, "rita")
    rita = dossiers.person("rita")
    assert (await dossiers.read(sent, rita)).json()["title"] is None
    assert [item["title"] for item in (await _found(dossiers, rita))["items"]] == [None]
    assert (await _found(dossiers, rita, "?q=Hélène"))["total"] == 0
    assert (await _found(dossiers, dossiers.coordinator(), "?q=Hélène"))["total"] == 1


async def test_a_partner_reads_the_dossier_without_its_budget(dossiers: Dossiers):
    sent = await _sent(dossiers)
    await dossiers.partner(sent, "Labo")
    labo = dossiers.editor("Labo")
    read = (await dossiers.read(sent, labo)).json()
    money = {"expenses", "income", "requested"}
    assert read["answers"] == {name: value for name, value in WHOLE.items() if name not in money}
    assert (read["standing"], read["amount_granted_cents"]) == ("reader", None)
    budget = await dossiers.api.get(f"/api/v1/applications/{sent['id']}/budget", headers=labo)
    assert (budget.status_code, budget.json()["code"]) == (403, "action_forbidden")
    assert (await _found(dossiers, labo, "?q=telescope"))["total"] == 0
    assert (await _found(dossiers, labo, "?q=planetarium"))["total"] == 1


async def test_the_coordination_knows_that_there_is_a_draft_and_not_what_it_says(dossiers: Dossiers):
    call = await dossiers.call()
    draft = await dossiers.draft(call, answers=WHOLE)
    coline = dossiers.coordinator()
    read = (await dossiers.read(draft, coline)).json()
    assert (read["number"], read["title"], read["organisation"]["name"]) == (1, WHOLE["title"], "Musée")
    assert (read["answers"], read["commune"], read["theme"], read["allowed_actions"]) == (
        None,
        None,
        None,
        [],
    )
    history = await dossiers.api.get(f"/api/v1/applications/{draft['id']}/history", headers=coline)
    assert [entry["action"] for entry in history.json()["items"]] == ["begun"]
    assert "planétarium" not in history.text
    for path, code in (("budget", "action_forbidden"),):
        answer = await dossiers.api.get(f"/api/v1/applications/{draft['id']}/{path}", headers=coline)
        assert (answer.status_code, answer.json()["code"]) == (403, code)
    assert (await dossiers.post(draft, "validate", coline)).status_code == 403
    assert (await _found(dossiers, coline, "?q=planetarium"))["total"] == 0
    assert (await _found(dossiers, coline, "?q=ciel"))["total"] == 1
    await dossiers.post(draft, "submit", dossiers.editor("Musée"))
    assert (await dossiers.read(draft, coline)).json()["answers"] == WHOLE
    assert (await _found(dossiers, coline, "?q=planetarium"))["total"] == 1
    history = await dossiers.api.get(f"/api/v1/applications/{draft['id']}/history", headers=coline)
    assert [entry["action"] for entry in history.json()["items"]] == ["submitted", "begun"]


async def test_programs_are_held_by_their_scopes(dossiers: Dossiers):
    draft = await dossiers.draft(await dossiers.call())
    reading = dossiers.program("Musée", "applications:read")
    writing = dossiers.program("Musée", "applications:write")
    both = dossiers.program("Musée", "applications:read", "applications:write")
    assert (await dossiers.read(draft, writing)).json()["code"] == "scope_missing"
    assert (await dossiers.read(draft, dossiers.program("Musée", "events:read"))).status_code == 403
    assert (await dossiers.read(draft, reading)).json()["allowed_actions"] == []
    assert (await dossiers.patch(draft, {"title": "x"}, reading)).json()["code"] == "scope_missing"
    assert (await dossiers.save(draft, WHOLE, writing))["allowed_actions"][0] == "edit"
    assert (await dossiers.post(draft, "submit", both)).json()["status"] == "submitted"
    actor = await dossiers.connection.fetchval("SELECT submitted_by FROM application")
    assert actor == f"token:{named('token')}"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [4, 3, 2, 1]),
        ("?status=draft", [2]),
        ("?status=submitted&status=under_review", [4, 3, 1]),
        ("?theme=health", [3]),
        ("?department=59", [4]),
        ("?q=etoile filante", [1]),
        ("?q=etoi", [1]),
        ("?q=3", [3]),
        ("?q=labo", [3]),
        ("?q=le la", []),  # nothing but stop words
        ("?mine=true", []),
        (f"?organisation={named('Labo')}", [3]),
        (f"?call={named('nothing')}", []),
        ("?decision=labelled", []),
    ],
)
async def test_the_desk_s_filters(dossiers: Dossiers, query, found):
    call = await dossiers.call()
    await dossiers.insert(call, title="Étoiles filantes")
    await dossiers.insert(call, status="draft")
    await dossiers.insert(call, "Labo", theme="health")
    await dossiers.insert(call, status="under_review", department="59")
    await dossiers.connection.execute(
        "UPDATE application SET search = dossier_texts(title, 'le planétarium', '', '')"
    )
    answer = await _found(dossiers, dossiers.coordinator(), query)
    assert [item["number"] for item in answer["items"]] == found
    assert answer["total"] == len(found)


async def test_pages_follow_one_another_and_counts_are_of_all(dossiers: Dossiers):
    call = await dossiers.call()
    for n in range(5):
        await dossiers.insert(call, status="draft" if n == 0 else "submitted")
    coline, numbers, after = dossiers.coordinator(), [], ""
    for _ in range(3):
        page = await _found(dossiers, coline, f"?limit=2{after}")
        numbers += [item["number"] for item in page["items"]]
        assert (page["total"], page["by_status"]) == (5, {"draft": 1, "submitted": 4})
        after = f"&after={page['next']}"
    assert (numbers, page["next"]) == ([5, 4, 3, 2, 1], None)
