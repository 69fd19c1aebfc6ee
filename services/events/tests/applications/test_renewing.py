"""A former application taken up again; its history, as people read it; what follows organisations and persons."""

from hashlib import sha256
from unittest.mock import ANY
from uuid import uuid4

from dossiers import WHOLE, Dossiers, named


async def test_a_renewal_copies_no_date_and_asks_to_confirm_contacts(dossiers: Dossiers):
    former = await dossiers.submitted(await dossiers.call(), past_date="2019-10-05", team="Deux médiatrices")
    await dossiers.partner(former, "Labo", "co_holder", may_edit=True)
    call = await dossiers.call(year=2028)
    ada = dossiers.editor("Musée")
    answer = await dossiers.post(former, "renew", ada, {"call_id": str(call)})
    assert answer.status_code == 201
    renewed = answer.json()
    left_behind = {"sessions", "past_date"}
    assert renewed["answers"] == {
        **{name: value for name, value in WHOLE.items() if name not in left_behind},
        "team": "Deux médiatrices",
    }
    stale = ["sessions", "past_date", "contact_name", "contact_email", "team"]
    assert (renewed["stale_fields"], renewed["renewed_from_id"]) == (stale, former["id"])
    assert (renewed["status"], renewed["title"], renewed["call"]["edition"]) == (
        "draft",
        WHOLE["title"],
        2028,
    )
    parties = await dossiers.api.get(f"/api/v1/applications/{renewed['id']}/parties", headers=ada)
    assert [(party["name"], party["state"]) for party in parties.json()["items"]] == [
        ("Musée", "accepted"),
        ("Labo", "invited"),
    ]
    problems = (await dossiers.post(renewed, "validate", ada)).json()["problems"]
    told = {problem["pointer"].rpartition("/")[2] for problem in problems if problem["code"] == "to_confirm"}
    assert told == set(stale)
    sessions = [{"starts_at": "2028-10-02T20:00:00+02:00", "ends_at": "2028-10-02T23:00:00+02:00"}]
    saved = await dossiers.patch(
        renewed, {"sessions": sessions}, ada, confirmed=["past_date", "contact_name", "contact_email", "team"]
    )
    assert saved.json()["stale_fields"] == []
    assert (await dossiers.post(renewed, "submit", ada)).status_code == 200
    again = await dossiers.post(former, "renew", ada, {"call_id": str(call)})
    assert (again.status_code, again.json()["code"]) == (409, "already_renewed")
    assert again.json()["application_id"] == renewed["id"]


async def test_a_draft_is_not_renewed_nor_by_a_partner(dossiers: Dossiers):
    call = await dossiers.call()
    draft, sent = await dossiers.draft(call), await dossiers.submitted(call, "Labo")
    await dossiers.partner(sent, "Club")
    wanted = {"call_id": str(await dossiers.call(year=2028))}
    refused = await dossiers.post(draft, "renew", dossiers.editor("Musée"), wanted)
    assert (refused.status_code, refused.json()["code"]) == (409, "action_impossible")
    assert (await dossiers.post(sent, "renew", dossiers.editor("Club"), wanted)).status_code == 403


async def test_the_history_reads_like_a_text(dossiers: Dossiers):
    call = await dossiers.call()
    draft = await dossiers.draft(call, answers={"title": "Une nuit", "commune": "80021", "is_free": False})
    ada, bob = dossiers.editor("Musée"), dossiers.editor("Musée", "bob")
    saved = await dossiers.save(draft, {"title": "Une longue nuit", "requested": 123_450}, ada)
    await dossiers.save(saved, {"theme": "health", "is_free": None}, bob)
    history = await dossiers.api.get(f"/api/v1/applications/{draft['id']}/history", headers=ada)
    entries = history.json()["items"]
    assert [(entry["action"], entry["is_mine"]) for entry in entries] == [
        ("edited", False),
        ("edited", True),
        ("begun", True),
    ]
    assert entries[1] == {
        "id": ANY,
        "at": ANY,
        "until": ANY,
        "action": "edited",
        "label": "Dossier modifié",
        "side": "holder",
        "is_mine": True,
        "audience": "applicant",
        "status": "draft",
        "reason": None,
        "changes": ANY,
    }
    told = {
        change["label"]: (change["before"], change["after"])
        for entry in entries
        for change in entry["changes"]
    }
    assert told == {
        "Titre": (None, "Une longue nuit"),
        "Commune": (None, "Amiens"),
        "Gratuit": (None, "non"),
        "Montant demandé": (None, "1\N{NARROW NO-BREAK SPACE}234,50 €"),
        "Thème": (None, "Santé"),
    } | {"Gratuit": told["Gratuit"]}
    assert entries[0]["changes"][1] == {
        "pointer": "/answers/is_free",
        "label": "Gratuit",
        "before": "non",
        "after": None,
        "difference": [{"kind": "removed", "text": "non"}],
    }


async def test_the_history_never_changes(dossiers: Dossiers):
    import asyncpg
    import pytest

    await dossiers.draft(await dossiers.call(), answers={"title": "Une nuit"})
    for statement in (
        "DELETE FROM application_entry",
        "UPDATE application_entry SET actor = 'x'",
        "UPDATE application_entry SET reason = 'x' WHERE action = 'begun'",
        "UPDATE application_entry SET until = at + interval '31 minutes' WHERE action = 'edited'",
    ):
        with pytest.raises(asyncpg.CheckViolationError):
            await dossiers.connection.execute(statement)


async def test_applications_follow_a_merge(dossiers: Dossiers, tell):
    call = await dossiers.call()
    await dossiers.organisations("Labo", "Musée")
    held = await dossiers.insert(call, "Labo")
    await dossiers.partner(held, "Musée")
    shared = await dossiers.insert(call, "Club")
    await dossiers.partner(shared, "Labo", "co_holder", may_edit=True)
    await dossiers.partner(shared, "Musée", "provider")
    gone, into = named("Labo"), named("Musée")
    told = await tell("organisation.merged", gone, 1, organisation_id=gone, into=into)
    assert told.is_success, told.text
    assert (await dossiers.read(held, dossiers.editor("Labo"))).status_code == 404
    read = (await dossiers.read(held, dossiers.editor("Musée"))).json()
    assert (read["organisation"]["name"], read["standing"]) == ("Musée", "editor")
    parties = await dossiers.api.get(
        f"/api/v1/applications/{shared['id']}/parties", headers=dossiers.editor("Club")
    )
    assert [(party["role"], party["name"], party["may_edit"]) for party in parties.json()["items"]] == [
        ("lead", "Club", True),
        ("co_holder", "Musée", True),
    ]


async def test_an_erased_account_is_named_nowhere_and_the_dossier_stays(dossiers: Dossiers, tell, api):
    sent = await dossiers.submitted(await dossiers.call(), summary="Écrire à Helene.Martin@musee.example svp")
    account, address = named("ada"), WHOLE["contact_email"]
    held = await api.get("/internal/personal-data", headers=dossiers.person("ada"))
    sections = held.json()["sections"]
    assert [row["number"] for row in sections["applications"]] == [1]
    assert {row["action"] for row in sections["applications_history"]} == {"begun", "edited", "submitted"}
    digest = sha256(address.encode()).hexdigest()
    told = await tell("account.erased", account, 1, account_id=account, email_digest=digest)
    assert told.is_success, told.text
    rows = await dossiers.connection.fetch(
        "SELECT a::text AS row FROM application a UNION ALL SELECT p::text FROM application_party p "
        "UNION ALL SELECT n::text FROM application_entry n"
    )
    stored = "\n".join(row["row"] for row in rows)
    for secret in (str(account), address, "Helene.Martin", "Hélène Martin", "martin@"):
        assert secret.lower() not in stored.lower()
    read = (await dossiers.read(sent, dossiers.editor("Musée", "bob"))).json()
    assert read["answers"]["summary"] == "Écrire à  svp"
    assert (read["status"], read["title"]) == ("submitted", WHOLE["title"])
    assert await dossiers.connection.fetchval("SELECT submitted_by FROM application") == "erased"


async def test_an_erasure_of_somebody_else_changes_nothing(dossiers: Dossiers, tell):
    sent = await dossiers.submitted(await dossiers.call())
    digest = sha256(b"someone@else.example").hexdigest()
    stranger = uuid4()
    assert (await tell("account.erased", stranger, 1, account_id=stranger, email_digest=digest)).is_success
    assert (await dossiers.read(sent, dossiers.editor("Musée"))).json() == sent
