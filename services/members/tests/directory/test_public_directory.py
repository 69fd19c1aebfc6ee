"""The public directory: who stands in it, how they are found, and what is never shown."""

import csv
import io
import json

import pytest

_PUBLIC = {
    "is_public": True,
    "kind": "museum_science_centre",
    "commune_insee": "80021",
    "commune_name": "Amiens",
    "latitude": 49.894,
    "longitude": 2.295,
    "address": "3 rue du Musée",
    "postal_code": "80000",
    "website": "https://musee.example",
    "email": "alice.durand@exemple.fr",
    "phone": "0322000000",
    "description": "Des fossiles et des étoiles.",
    "themes": ["astronomy", "environment"],
    "offers": ["visits"],
}


@pytest.fixture
async def alice(people):
    return await people.account("Alice")


@pytest.fixture
async def entered(alice):
    """A museum, a fablab and a library that agreed to be shown, and an association that did not."""
    museum = await alice.enters(name="Musée de la Craie", **_PUBLIC)
    fablab = await alice.enters(
        name="=Fablab des Deux Caps",
        kind="fablab",
        is_public=True,
        commune_insee="62160",
        commune_name="Boulogne",
    )
    library = await alice.enters(
        name="Médiathèque Hélène-Boucher", kind="library", is_public=True, themes=["astronomy"], offers=["venue"],
        commune_insee="80001", commune_name="Abbeville",
    )  # fmt: skip
    hidden = await alice.enters(name="Musée secret", kind="museum_science_centre", email="secret@exemple.fr")
    return {"museum": museum, "fablab": fablab, "library": library, "hidden": hidden}


@pytest.fixture
def anybody(people, alice):
    return type(alice)(people.api, {})


async def _names(anybody, query=""):
    return [one["name"] for one in (await anybody.get(f"/directory{query}"))["items"]]


async def test_an_entry_shows_what_was_agreed_to_and_nothing_else(anybody, alice, entered, people):
    listed = await anybody.get("/directory?limit=1")
    assert (listed["total"], len(listed["items"])) == (3, 1)
    rest = await anybody.get(f"/directory?limit=50&after={listed['next']}")
    [museum] = [one for one in rest["items"] if one["id"] == str(entered["museum"])]
    slug = f"musee-de-la-craie-{str(entered['museum'])[-12:]}"
    card = {
        "id": str(entered["museum"]), "slug": slug, "name": "Musée de la Craie", "kind": "museum_science_centre",
        "commune_insee": "80021", "commune_name": "Amiens", "department": "80", "latitude": 49.894, "longitude": 2.295,
        "themes": ["astronomy", "environment"], "offers": ["visits"],
    }  # fmt: skip
    assert museum == card
    entry = await anybody.get(f"/directory/{slug}")
    assert entry.pop("updated_at")
    assert entry == card | {
        "address": "3 rue du Musée", "postal_code": "80000", "website": "https://musee.example", "email": None,
        "phone": None, "description": "Des fossiles et des étoiles.",
    }  # fmt: skip
    # An address stands when the name changes, and the id leads there too.
    await alice.patch(f"/organisations/{entered['museum']}", {"name": "Musée du Silex"})
    assert (await anybody.get(f"/directory/{slug}"))["name"] == "Musée du Silex"
    assert (await anybody.get(f"/directory/{entered['museum']}"))["name"] == "Musée du Silex"
    # What is not public has no page, whoever asks for it.
    assert (await anybody.get(f"/directory/{entered['hidden']}", 404))["code"] == "entry_unknown"
    assert (await alice.get(f"/directory/{entered['hidden']}", 404))["code"] == "entry_unknown"
    for path in ("/directory.json", "/directory.csv", "/directory.geojson", "/directory/facets"):
        told = (await anybody.call("GET", path)).text
        assert not any(word in told for word in ("secret", "alice.durand", "0322000000")), path


async def test_contact_data_are_shown_once_the_organisation_agrees_and_no_longer_than_it_does(
    anybody, alice, entered, people
):
    path = f"/organisations/{entered['museum']}"
    eve = await people.account("Eve")
    refused = await eve.call(
        "PUT", f"{path}/directory-contact", json={"shows_email": True, "shows_phone": True}
    )
    assert refused.status_code == 403
    assert (await eve.get(f"{path}/directory-contact", 404))["code"] == "organisation_unknown"
    agreed = await alice.call(
        "PUT", f"{path}/directory-contact", json={"shows_email": True, "shows_phone": False}
    )
    told = {"shows_email": True, "shows_phone": False, "is_public": True, "allowed_actions": ["edit"]}
    assert (agreed.status_code, agreed.json()) == (200, told)
    assert await alice.get(f"{path}/directory-contact") == told
    entry = await anybody.get(f"/directory/{entered['museum']}")
    assert (entry["email"], entry["phone"]) == ("alice.durand@exemple.fr", None)
    # Whoever leaves the directory and comes back has agreed to nothing but that.
    await alice.patch(path, {"is_public": False})
    assert (await anybody.get(f"/directory/{entered['museum']}", 404))["code"] == "entry_unknown"
    await alice.patch(path, {"is_public": True})
    assert (await anybody.get(f"/directory/{entered['museum']}"))["email"] is None


async def test_words_and_filters_find(anybody, entered):
    assert await _names(anybody) == [
        "=Fablab des Deux Caps",
        "Médiathèque Hélène-Boucher",
        "Musée de la Craie",
    ]
    found = {
        "?q=helene": ["Médiathèque Hélène-Boucher"],
        "?q=mediateque": ["Médiathèque Hélène-Boucher"],  # a letter is missing
        "?q=amiens": ["Musée de la Craie"],
        "?q=craie fablab": [],
        "?kind=fablab,library": ["=Fablab des Deux Caps", "Médiathèque Hélène-Boucher"],
        "?theme=astronomy": ["Médiathèque Hélène-Boucher", "Musée de la Craie"],
        "?theme=astronomy&offer=visits": ["Musée de la Craie"],
        "?department=62": ["=Fablab des Deux Caps"],
        "?commune=80001&commune=80021": ["Médiathèque Hélène-Boucher", "Musée de la Craie"],
    }
    assert {query: await _names(anybody, query) for query in found} == found
    refused = await anybody.get("/directory?kind=museum", 422)
    assert refused["errors"][0]["pointer"] == "/query/kind/0"
    assert (await anybody.get("/directory?colour=red", 422))["errors"][0]["pointer"] == "/query/colour"


async def test_facets_count_what_the_list_holds(anybody, entered):
    facets = await anybody.get("/directory/facets?theme=astronomy")
    assert facets == {
        "total": 2,
        "without_place": 1,
        "kind": [
            {"value": "library", "label": "Bibliothèque, médiathèque", "count": 1},
            {"value": "museum_science_centre", "label": "Musée, centre de sciences", "count": 1},
        ],
        "department": [{"value": "80", "label": "80", "count": 2}],
        "theme": [
            {"value": "astronomy", "label": "Astronomie", "count": 2},
            {"value": "environment", "label": "Environnement", "count": 1},
        ],
        "offer": [
            {"value": "venue", "label": "Accueil dans ses locaux", "count": 1},
            {"value": "visits", "label": "Visites", "count": 1},
        ],
        "commune": [
            {"value": "80001", "label": "Abbeville", "count": 1},
            {"value": "80021", "label": "Amiens", "count": 1},
        ],
    }


async def test_open_data_say_the_same_as_the_list(anybody, entered):
    whole = await anybody.get("/directory.json")
    assert [one["name"] for one in whole["items"]] == await _names(anybody)
    table = await anybody.call("GET", "/directory.csv")
    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert [row["name"] for row in rows] == [
        "'=Fablab des Deux Caps",  # no spreadsheet reckons what somebody typed
        "Médiathèque Hélène-Boucher",
        "Musée de la Craie",
    ]
    assert (rows[2]["themes"], rows[2]["url"]) == (
        "astronomy environment",
        f"https://ombelle.example/annuaire/musee-de-la-craie-{str(entered['museum'])[-12:]}",
    )
    points = json.loads((await anybody.call("GET", "/directory.geojson")).content)
    assert [(one["id"], one["geometry"]) for one in points["features"]] == [
        (str(entered["museum"]), {"type": "Point", "coordinates": [2.295, 49.894]})
    ]


async def test_answers_may_be_kept_and_say_when_they_are_old(anybody, alice, entered):
    first = await anybody.call("GET", "/directory")
    assert first.headers["cache-control"] == "public, no-cache"
    known = {"If-None-Match": first.headers["etag"]}
    assert (await anybody.call("GET", "/directory", headers=known)).status_code == 304
    await alice.patch(f"/organisations/{entered['fablab']}", {"is_public": False})
    assert (await anybody.call("GET", "/directory", headers=known)).json()["total"] == 2


async def test_a_merged_organisation_leads_to_the_one_that_stands(anybody, people, entered):
    clara = await people.account("Clara", "coordinator")
    await clara.post(f"/organisations/{entered['fablab']}/merge", {"into": str(entered["library"])})
    led = await anybody.get(f"/directory/fablab-des-deux-caps-{str(entered['fablab'])[-12:]}")
    assert led["id"] == str(entered["library"])
    assert (await anybody.get("/directory"))["total"] == 2
