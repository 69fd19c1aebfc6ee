"""Doubles that are seen when an organisation is entered, and those that a keeper looks for."""

import pytest

LENS = {"commune_insee": "62498", "commune_name": "Lens"}


@pytest.mark.parametrize(
    ("there", "entered", "is_similar"),
    [
        ("Médiathèque Jean Macé", "MEDIATHEQUE JEAN MACE", True),
        ("Mairie de Lens", "Ville de Lens", True),
        ("Commune de Lens", "Mairie Lens", True),
        ("Mairie de Lens", "Association de Lens", False),
        ("Mairie de Lens", "Médiathèque de Lens", False),
        ("Association Les Petits Débrouillards", "Les petits debrouillard", True),
        ("La Marmite", "Collectif La Marmite", True),
        ("Collège Jean Zay", "Lycée Jean Zay", False),
        ("École Jules Ferry", "École Jean Jaurès", False),
        ("Fablab Lensois", "Fab lab lensois", True),
    ],
)
async def test_close_names_of_one_commune_are_similar(people, there, entered, is_similar):
    alice = await people.account("Alice")
    first = await alice.enters(name=there, **LENS)
    answer = await alice.call("POST", "/organisations", json={"name": entered, "kind": "other", **LENS})
    assert answer.status_code == (409 if is_similar else 201), answer.text
    if is_similar:
        body = answer.json()
        assert body["code"] == "organisation_similar"
        [one] = body["similar"]
        assert 0.5 <= one.pop("similarity") <= 1
        assert one == {
            "id": str(first),
            "name": there,
            "kind": "popular_education",
            "commune_name": "Lens",
            "siret_matches": False,
        }


async def test_the_same_name_elsewhere_is_another_organisation(people):
    alice = await people.account("Alice")
    await alice.enters(name="Médiathèque", **LENS)
    await alice.enters(name="Médiathèque", commune_insee="59350", commune_name="Lille")
    await alice.enters(name="Médiathèque")
    again = await alice.post("/organisations", {"name": "Mediatheque", "kind": "library"}, 409)
    assert [one["commune_name"] for one in again["similar"]] == [None]


async def test_whoever_saw_the_similar_ones_enters_theirs(people):
    alice = await people.account("Alice")
    first = await alice.enters(name="Médiathèque", **LENS)
    body = {"name": "Médiathèque", "kind": "library", **LENS}
    second = await alice.post("/organisations", body | {"distinct_from": [str(first)]}, 201)
    # A third one was not told of the second.
    third = await alice.post("/organisations", body | {"distinct_from": [str(first)]}, 409)
    assert {one["id"] for one in third["similar"]} == {str(first), second["id"]}


async def test_a_siret_is_of_one_organisation_whatever_was_said(people):
    alice = await people.account("Alice")
    first = await alice.enters(siret="73282932000074", **LENS)
    body = {"name": "Tout autre chose", "kind": "library", "siret": "732 829 320 00074"}
    refused = await alice.post("/organisations", body, 409)
    assert (refused["code"], refused["similar"][0]["siret_matches"]) == ("organisation_similar", True)
    refused = await alice.post("/organisations", body | {"distinct_from": [str(first)]}, 409)
    assert (refused["code"], refused["errors"][0]["pointer"]) == ("siret_taken", "/body/siret")
    other = await alice.enters(name="Tout autre chose")
    refused = await alice.patch(f"/organisations/{other}", {"siret": "73282932000074"}, 409)
    assert refused["code"] == "siret_taken"


async def test_keepers_find_what_may_be_an_organisation_twice(people):
    alice, clara = await people.account("Alice"), await people.account("Clara", "secretary")
    first = await alice.enters(name="Médiathèque", **LENS)
    second = await alice.enters(name="Médiathèque de Lens", distinct_from=[str(first)], **LENS)
    await alice.enters(name="Piscine", **LENS)
    found = await clara.get(f"/organisations/{first}/duplicates")
    assert found == {
        "items": [
            {
                "id": str(second),
                "name": "Médiathèque de Lens",
                "kind": "popular_education",
                "commune_name": "Lens",
                "similarity": 1.0,
                "siret_matches": False,
            }
        ],
        "next": None,
    }
