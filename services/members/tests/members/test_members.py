"""Members entered, found, edited, moved and represented, by whoever may."""

from datetime import timedelta
from uuid import UUID

import pytest
from members_people import ORGANISATION
from ombelle_members.days import today_in_paris

TODAY = today_in_paris()
YESTERDAY = str(TODAY - timedelta(days=1))
LEGAL = {"kind": "legal", "college": "A", "fee_category": "small", "admitted_on": "2020-02-29"}
NATURAL = {"kind": "natural", "college": "D", "fee_category": "natural", "admitted_on": "2021-05-04"}


@pytest.fixture
async def sylvie(people):
    return await people.account("Sylvie", "secretary")


@pytest.fixture
async def marmite(people, sylvie):
    """La Marmite, which Alice administers, a member since a leap day, spoken for by Bob."""
    alice = await people.account("Alice")
    organisation = await alice.enters(commune_insee="59350", commune_name="Lille", siret="73282932000074")
    wanted = {
        "organisation_id": str(organisation),
        "representative": {"person": {"name": "Bob", "email": "bob@exemple.fr"}, "capacity": "Président"},
    }
    member = await sylvie.post("/members", LEGAL | wanted, 201)
    return alice, organisation, member


async def test_a_member_is_told_whole(people, sylvie, marmite):
    alice, organisation, member = marmite
    bob = member["representatives"][0]["person"]["id"]
    assert member == {
        "id": member["id"], "number": 1, "kind": "legal", "name": "Collectif La Marmite", "person": None,
        "organisation": {
            "id": str(organisation), "name": "Collectif La Marmite", "kind": "popular_education", "siret": "73282932000074",
            "commune_name": "Lille", "department": "59",
        },
        "fee_category": "small", "external_id": None, "since": "2020-02-29",
        "status": member["status"],
        "colleges": [{
            "college": "A", "since": "2020-02-29", "until": None, "began_as": "admission", "ended_as": None, "reason": None,
        }],
        "representatives": [{
            "id": member["representatives"][0]["id"], "capacity": "Président", "since": "2020-02-29", "until": None,
            "person": {"id": bob, "name": "Bob", "email": "bob@exemple.fr", "has_account": False, "is_erased": False},
        }],
        "version": 1,
        "allowed_actions": ["edit", "change_college", "end", "name_representative", "end_representative"],
    }  # fmt: skip
    assert member["status"] | {"is_up_to_date": None, "may_vote": None, "may_stand": None} == {
        "on": str(TODAY), "is_member": True, "college": "A", "is_up_to_date": None, "may_vote": None, "may_stand": None,
    }  # fmt: skip
    mine = await alice.get(f"/members/{member['id']}")
    assert mine["allowed_actions"] == ["name_representative", "end_representative"]
    assert [one["id"] for one in (await alice.get("/members?mine=true"))["items"]] == [member["id"]]
    assert (await alice.get("/members", 403))["code"] == "forbidden"
    stranger = await people.account("Zoé", "lender")
    assert (await stranger.get(f"/members/{member['id']}", 404))["code"] == "member_unknown"
    assert (await stranger.get("/members?mine=true"))["items"] == []


async def test_who_has_an_address_is_the_same_person_whichever_came_first(people, sylvie):
    """A natural member without an account reads their own once they have one; one with an account at once."""
    known = await people.account("Dan", email="dan@exemple.fr")
    dans = await sylvie.post("/members", NATURAL | {"person": {"name": "D.", "email": "Dan@exemple.fr"}}, 201)
    assert (await known.get(f"/members/{dans['id']}"))["name"] == "Dan"
    eves = await sylvie.post(
        "/members", NATURAL | {"person": {"name": "Ève", "email": "eve@exemple.fr"}}, 201
    )
    eve = await people.account("Ève", email="EVE@exemple.fr")
    assert (await eve.get("/members?mine=true"))["items"][0]["id"] == eves["id"]
    refused = await sylvie.post(
        "/members", NATURAL | {"person": {"name": "E", "email": "eve@exemple.fr"}}, 409
    )
    assert (refused["code"], refused["member_id"]) == ("member_already", eves["id"])


async def test_the_list_is_searched_filtered_sorted_and_paged_at_any_date(sylvie, marmite):
    for number, (name, college, since) in enumerate(
        (("Musée", "B", "2019-01-01"), ("Labo", "A", "2022-01-01")), 1
    ):
        organisation = await sylvie.enters(name=name, commune_insee="80021", commune_name="Amiens")
        wanted = {"organisation_id": str(organisation), "college": college, "admitted_on": since}
        await sylvie.post("/members", LEGAL | wanted | {"external_id": f"x{number}"}, 201)
    await sylvie.post("/members", NATURAL | {"person": {"name": "Hélène"}}, 201)

    async def names(query):
        return [one["name"] for one in (await sylvie.get(f"/members?{query}"))["items"]]

    assert await names("") == ["Collectif La Marmite", "Hélène", "Labo", "Musée"]
    assert await names("sort=-since") == ["Labo", "Hélène", "Collectif La Marmite", "Musée"]
    assert await names("sort=number&q=amiens") == ["Musée", "Labo"]
    assert await names("q=helene") == await names("kind=natural") == ["Hélène"]
    assert await names("q=bob") == await names("q=73282932000074") == ["Collectif La Marmite"]
    assert await names("college=A&department=80") == ["Labo"]
    assert await names("on=2020-02-28") == ["Musée"]
    assert await names("on=2020-02-29") == ["Collectif La Marmite", "Musée"]
    assert await names("fee_category=natural") == ["Hélène"]
    assert await names("status=former") == await names("on=2018-12-31&status=all") == []
    for sort in ("name", "number", "since", "-since"):
        whole, seen, after = await names(f"sort={sort}"), [], ""
        while after is not None:
            page = await sylvie.get(f"/members?sort={sort}&limit=1{after}")
            assert page["total"] == 4
            seen += [one["name"] for one in page["items"]]
            after = page["next"] and f"&after={page['next']}"
        assert seen == whole
    assert (await sylvie.get("/members?limit=1&sort=colour", 422))["errors"][0]["pointer"] == "/query/sort"
    table = (await sylvie.call("GET", "/members.csv?college=B")).text.lstrip("\ufeff").splitlines()
    assert table[1].startswith(
        "2;Musée;morale;B – Transfert, innovation, entreprises;Petite structure;Amiens;80;;oui;"
    )
    book = await sylvie.call("GET", "/members.xlsx")
    assert book.content[:2] == b"PK"
    assert book.headers["content-disposition"] == f'attachment; filename="adherents-{TODAY}.xlsx"'


async def test_what_has_no_date_is_changed_on_the_version_that_was_read(sylvie, marmite):
    member = marmite[2]["id"]
    assert (await sylvie.call("PATCH", f"/members/{member}", json={})).status_code == 428
    changed = await sylvie.patch(f"/members/{member}", {"fee_category": "large", "external_id": "A-12"})
    assert (changed["fee_category"], changed["external_id"], changed["version"]) == ("large", "A-12", 2)
    stale = await sylvie.call("PATCH", f"/members/{member}", json={}, headers={"If-Match": '"v1"'})
    assert (stale.status_code, stale.json()["current"]["version"]) == (412, 2)
    other = await sylvie.post("/members", NATURAL | {"person": {"name": "Ève"}}, 201)
    taken = await sylvie.patch(f"/members/{other['id']}", {"external_id": "A-12"}, 409)
    assert taken["code"] == "external_id_taken"
    for body, pointer in (
        ({"fee_category": "natural"}, "/body/fee_category"),
        ({"name": "Autre"}, "/body/name"),
    ):
        assert (await sylvie.patch(f"/members/{member}", body, 422))["errors"][0]["pointer"] == pointer
    renamed = await sylvie.patch(f"/members/{other['id']}", {"name": "Ève Martin", "email": "eve@exemple.fr"})
    assert renamed["person"] | {"id": None} == {
        "id": None, "name": "Ève Martin", "email": "eve@exemple.fr", "has_account": False, "is_erased": False,
    }  # fmt: skip


_PERSON = {"kind": "natural", "fee_category": "natural", "person": {"name": "A"}}
_NOBODY = str(UUID(int=1))


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"kind": "legal"}, "/body/organisation_id"),
        ({"kind": "legal", "organisation_id": _NOBODY, "person": {"name": "A"}}, "/body/person"),
        ({"kind": "natural", "fee_category": "natural"}, "/body/person"),
        (_PERSON | {"person": {}}, "/body/person/name"),
        (_PERSON | {"fee_category": "small"}, "/body/fee_category"),
        (_PERSON | {"organisation_id": _NOBODY}, "/body/organisation_id"),
        (_PERSON | {"representative": {"person": {"name": "B"}}}, "/body/representative"),
        (_PERSON | {"admitted_on": str(TODAY + timedelta(days=1))}, "/body/admitted_on"),
        (_PERSON | {"admitted_on": "2023-02-29"}, "/body/admitted_on"),
    ],
)
async def test_what_is_wrong_is_shown_where_it_is(sylvie, body, pointer):
    wanted = {"college": "A", "fee_category": "small", "admitted_on": "2020-01-01"} | body
    assert (await sylvie.post("/members", wanted, 422))["errors"][0]["pointer"] == pointer


async def test_representatives_follow_one_another(people, sylvie, marmite):
    alice, _, member = marmite
    path = f"/members/{member['id']}/representatives"
    chloe = {"person": {"name": "Chloé"}, "since": "2023-05-04"}
    named = await alice.post(path, chloe, 201)
    assert [(one["person"]["name"], one["since"], one["until"]) for one in named["representatives"]] == [
        ("Chloé", "2023-05-04", None), ("Bob", "2020-02-29", "2023-05-04"),
    ]  # fmt: skip
    assert (await alice.get(path))["items"] == named["representatives"]
    assert (await alice.post(path, chloe, 409))["code"] == "representative_overlap"
    assert (await sylvie.post(path, chloe | {"since": "2020-02-28"}, 409))["code"] == "not_a_member"
    ending = f"{path}/{named['representatives'][0]['id']}/end"
    assert (await alice.post(ending, {"on": "2023-05-04"}, 422))["errors"][0]["pointer"] == "/body/on"
    ended = await alice.post(ending, {"on": YESTERDAY})
    assert ended["representatives"][0]["until"] == YESTERDAY
    assert (await alice.post(ending, {"on": YESTERDAY}, 404))["code"] == "representative_unknown"
    dan = await people.account("Dan")
    [membership] = (await alice.get(f"/organisations/{marmite[1]}/memberships"))["items"]
    assert membership["role"] == "administrator"
    assert (await dan.post(path, chloe, 404))["code"] == "member_unknown"
    editor = people.program(marmite[1], "organisations:write")
    assert (await editor.post(path, chloe, 403))["code"] == "scope_missing"


async def test_an_organisation_is_a_member_on_the_days_it_is(people, sylvie, marmite):
    path = f"/organisations/{marmite[1]}/membership?on="
    lender = await people.account("Lucie", "lender")
    for day, answer in (("2020-02-28", False), ("2020-02-29", True)):
        assert await lender.get(path + day) == {"on": day, "is_member": answer}
    other = await lender.enters(**ORGANISATION | {"name": "Ailleurs"})
    assert (await lender.get(f"/organisations/{other}/membership?on=2024-01-01"))["is_member"] is False


async def test_a_request_sent_again_enters_a_member_once(sylvie):
    body, key = NATURAL | {"person": {"name": "Ève"}}, {"Idempotency-Key": "once"}
    first = await sylvie.call("POST", "/members", json=body, headers=key)
    again = await sylvie.call("POST", "/members", json=body, headers=key)
    assert (first.status_code, first.json()) == (201, again.json())
    assert (await sylvie.get("/members"))["total"] == 1
