"""Applications for membership: anybody's to send, their address's to confirm, the board's to decide."""

import asyncio
import re

import pytest
from ombelle_members.days import today_in_paris

ORGANISATION = {
    "name": "Club Nébuleuse", "kind": "popular_education", "commune_insee": "59350", "commune_name": "Lille",
    "siret": "73282932000074",
}  # fmt: skip
WANTED = {
    "kind": "legal", "college": "C", "name": "Ève Martin", "email": "eve@exemple.fr", "capacity": "Présidente",
    "message": "Nous aimons le ciel.", "organisation": ORGANISATION,
}  # fmt: skip
DECIDED = {"decided_on": "2024-02-29", "college": "C", "fee_category": "small"}


async def _links(people):
    """The links of the mails that left, in their order."""
    return [
        re.search(r"https://\S+", mail["text"])[0].rpartition("/")[2]
        for mail in await people.posted("mail.requested")
    ]


@pytest.fixture
async def sylvie(people):
    return await people.account("Sylvie", "secretary")


@pytest.fixture
async def applies(people, api):
    """Sends an application and confirms it; returns its token."""

    async def send(**values):
        answer = await api.post("/api/v1/membership-applications", json=WANTED | values)
        assert answer.status_code == 202, answer.text
        token = (await _links(people))[-1]
        confirmed = await api.post(f"/api/v1/membership-applications/by-link/{token}/confirm")
        assert (confirmed.status_code, confirmed.json()["state"]) == (200, "waiting")
        return token

    return send


async def test_nothing_waits_before_the_address_is_confirmed(people, api, sylvie):
    answer = await api.post("/api/v1/membership-applications", json=WANTED)
    assert (answer.status_code, answer.json()) == (202, {"sent_to": "e…@exemple.fr"})
    [mail] = await people.posted("mail.requested")
    assert (mail["to"], mail["is_secret"], mail["about"]["kind"]) == (
        "eve@exemple.fr", True, "membership_application",
    )  # fmt: skip
    assert (await sylvie.get("/membership-applications"))["items"] == []
    [token] = await _links(people)
    path = f"/api/v1/membership-applications/by-link/{token}"
    seen = (await api.get(path)).json()
    assert seen | {"made_at": None} == {
        "kind": "legal", "state": "unconfirmed", "college": "C", "name": "Ève Martin",
        "organisation_name": "Club Nébuleuse", "question": None, "answer": None, "made_at": None,
    }  # fmt: skip
    for _ in range(2):  # twice is once
        assert (await api.post(f"{path}/confirm")).json()["state"] == "waiting"
    [waiting] = (await sylvie.get("/membership-applications"))["items"]
    assert (waiting["name"], waiting["organisation"]["name"], waiting["allowed_actions"]) == (
        "Ève Martin", "Club Nébuleuse", ["admit", "decline", "ask"],
    )  # fmt: skip
    assert (await api.get(f"/api/v1/membership-applications/by-link/{'x' * 43}")).status_code == 404
    await people.connection.execute("UPDATE membership_application SET expires_at = now()")
    assert (await api.get(path)).status_code == 404


async def test_what_a_program_fills_in_and_what_comes_too_often_writes_to_nobody(people, api):
    path = "/api/v1/membership-applications"
    trapped = await api.post(path, json=WANTED | {"nickname": "Bob"})
    assert (trapped.status_code, trapped.json()) == (202, {"sent_to": "e…@exemple.fr"})
    assert await people.posted("mail.requested") == []
    answers = [
        await api.post(path, json=WANTED | {"email": email})
        for email in ("eve@exemple.fr", "EVE@exemple.fr", "eve@exemple.fr", "eve@exemple.fr")
    ]
    assert [answer.status_code for answer in answers] == [202, 202, 202, 429]
    assert answers[3].json()["code"] == "too_many_applications"
    for body, pointer in (
        ({"organisation": None}, "/body/organisation"),
        ({"kind": "natural"}, "/body/organisation"),
        ({"organisation": ORGANISATION | {"commune_name": None}}, "/body/organisation/commune_name"),
        ({"organisation": ORGANISATION | {"siret": "1"}}, "/body/organisation/siret"),
        ({"name": "https://exemple.fr"}, "/body/name"),
    ):
        refused = (await api.post(path, json=WANTED | body)).json()
        assert refused["errors"][0]["pointer"] == pointer, refused


async def test_the_board_admits_a_member_with_its_organisation_and_its_representative(
    people, sylvie, applies
):
    await applies()
    [waiting] = (await sylvie.get("/membership-applications"))["items"]
    admitted = await sylvie.post(f"/membership-applications/{waiting['id']}/admit", DECIDED)
    assert (admitted["state"], admitted["decided_on"], admitted["allowed_actions"]) == (
        "admitted",
        "2024-02-29",
        [],
    )
    member = await sylvie.get(f"/members/{admitted['member_id']}")
    assert (member["name"], member["since"], member["organisation"]["siret"]) == (
        "Club Nébuleuse", "2024-02-29", "73282932000074",
    )  # fmt: skip
    [spokesperson] = member["representatives"]
    assert (spokesperson["person"]["name"], spokesperson["capacity"]) == ("Ève Martin", "Présidente")
    mail = (await people.posted("mail.requested"))[-1]
    assert (mail["to"], mail["template"]) == ("eve@exemple.fr", "membership-application-admitted")
    eve = await people.account("Ève", email="eve@exemple.fr")
    [invitation] = (await eve.get("/me/invitations"))["items"]
    await eve.post(f"/me/invitations/{invitation['id']}/acceptance")
    assert (await eve.get(f"/members/{member['id']}"))["allowed_actions"] == [
        "name_representative", "end_representative",
    ]  # fmt: skip
    for action in ("admit", "decline"):
        again = await sylvie.post(
            f"/membership-applications/{waiting['id']}/{action}",
            DECIDED if action == "admit" else {"decided_on": "2024-03-01"},
            409,
        )
        assert (again["code"], again["state"]) == ("application_settled", "admitted")
    told = (await people.posted("organisation.changed"))[-1]
    assert told["name"] == "Club Nébuleuse"


async def test_who_may_be_the_same_is_shown_and_chosen(sylvie, applies):
    there = await sylvie.enters(
        name="Nébuleuse", commune_insee="59350", commune_name="Lille", siret="73282932000074"
    )
    await applies()
    [waiting] = (await sylvie.get("/membership-applications"))["items"]
    path = f"/membership-applications/{waiting['id']}"
    assert (await sylvie.get(path))["similar"] == [{
        "id": str(there), "kind": "legal", "name": "Nébuleuse", "detail": "Lille", "member_id": None, "is_member": False,
    }]  # fmt: skip
    taken = await sylvie.post(f"{path}/admit", DECIDED, 409)
    assert (taken["code"], taken["errors"][0]["pointer"]) == ("siret_taken", "/body/organisation_id")
    admitted = await sylvie.post(
        f"{path}/admit", DECIDED | {"organisation_id": str(there), "represents": False}
    )
    member = await sylvie.get(f"/members/{admitted['member_id']}")
    assert (member["organisation"]["id"], member["representatives"]) == (str(there), [])
    await applies()
    [again] = (await sylvie.get("/membership-applications"))["items"]
    path = f"/membership-applications/{again['id']}"
    [similar] = (await sylvie.get(path))["similar"]
    assert (similar["member_id"], similar["is_member"]) == (member["id"], True)
    refused = await sylvie.post(f"{path}/admit", DECIDED | {"organisation_id": str(there)}, 409)
    assert (refused["code"], refused["member_id"]) == ("member_already", member["id"])


async def test_a_person_is_asked_answers_and_is_declined(people, api, sylvie, applies):
    old = await applies(kind="natural", organisation=None, college="D")
    [waiting] = (await sylvie.get("/membership-applications"))["items"]
    path = f"/membership-applications/{waiting['id']}"
    asked = await sylvie.post(f"{path}/ask", {"question": "Depuis quand ?"})
    assert (asked["state"], asked["question"]) == ("asked", "Depuis quand ?")
    token = (await _links(people))[-1]
    link = "/api/v1/membership-applications/by-link/"
    assert (await api.get(link + old)).status_code == 404
    answered = await api.post(f"{link}{token}/answer", json={"answer": "2019."})
    assert (answered.json()["state"], answered.json()["answer"]) == ("waiting", "2019.")
    assert (await api.post(f"{link}{token}/answer", json={"answer": "2019."})).json()[
        "code"
    ] == "nothing_asked"
    elsewhere = {"decided_on": "2024-01-01", "meeting_id": waiting["id"]}
    refused = await sylvie.post(f"{path}/decline", elsewhere, 422)
    assert refused["errors"][0]["pointer"] == "/body/meeting_id"
    future = await sylvie.post(f"{path}/decline", {"decided_on": "9999-12-31"}, 422)
    assert future["errors"][0]["pointer"] == "/body/decided_on"
    declined = await sylvie.post(
        f"{path}/decline", {"decided_on": str(today_in_paris()), "reason": "Collège complet."}
    )
    assert (declined["state"], declined["member_id"]) == ("declined", None)
    mail = (await people.posted("mail.requested"))[-1]
    assert "Collège complet." in mail["text"]
    assert (await sylvie.get("/membership-applications?state=declined"))["total"] == 1


async def test_the_board_decides_at_a_meeting_of_its_own_on_that_day(sylvie, applies):
    await applies()
    [waiting] = (await sylvie.get("/membership-applications"))["items"]
    path = f"/membership-applications/{waiting['id']}/admit"

    async def meeting(body):
        return await sylvie.post(
            "/meetings", {"body": body, "title": "Réunion", "held_on": "2024-02-29"}, 201
        )

    board, assembly, cancelled = [await meeting(body) for body in ("board", "general_assembly", "board")]
    version = {"If-Match": f'"v{cancelled["version"]}"'}
    await sylvie.post(f"/meetings/{cancelled['id']}/cancel", {"reason": "Neige."}, headers=version)
    for wrong, told in (
        ({"meeting_id": assembly["id"]}, ("/body/meeting_id", "no_board_meeting")),
        ({"meeting_id": cancelled["id"]}, ("/body/meeting_id", "no_board_meeting")),
        ({"meeting_id": board["id"], "decided_on": "2024-03-01"}, ("/body/decided_on", "another_day")),
    ):
        [error] = (await sylvie.post(path, DECIDED | wrong, 422))["errors"]
        assert (error["pointer"], error["code"]) == told
    admitted = await sylvie.post(path, DECIDED | {"meeting_id": board["id"]})
    assert (admitted["state"], admitted["meeting_id"]) == ("admitted", board["id"])


async def test_of_two_who_admit_at_once_one_does(sylvie, applies):
    await applies()
    [waiting] = (await sylvie.get("/membership-applications"))["items"]
    path = f"/membership-applications/{waiting['id']}/admit"
    answers = await asyncio.gather(*(sylvie.call("POST", path, json=DECIDED) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 5
    assert (await sylvie.get("/members"))["total"] == 1


async def test_the_association_reads_them_and_the_secretariat_decides(people, sylvie, applies):
    await applies()
    [waiting] = (await sylvie.get("/membership-applications"))["items"]
    treasurer, lender = await people.account("Théo", "treasurer"), await people.account("Lucie", "lender")
    path = f"/membership-applications/{waiting['id']}"
    assert (await treasurer.get(path))["allowed_actions"] == []
    await treasurer.post(f"{path}/admit", DECIDED, 403)
    await lender.get("/membership-applications", 403)
