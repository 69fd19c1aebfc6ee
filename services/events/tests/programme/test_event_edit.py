import asyncio
from unittest.mock import ANY
from uuid import uuid4

import pytest


@pytest.fixture
async def event(make) -> str:
    return str(await make.event("Chimie", slug="chimie", description="Avec des bulles."))


async def patch(api, event, body, headers, tag='"v1"'):
    return await api.patch(f"/api/v1/events/{event}", json=body, headers={**headers, "If-Match": tag})


async def test_an_administrator_reads_and_changes_an_event(api, event, administrator):
    read = await api.get(f"/api/v1/events/{event}", headers=administrator)
    assert (read.status_code, read.headers["etag"], read.headers["cache-control"]) == (
        200,
        '"v1"',
        "private, no-store",
    )
    assert (read.json()["provenance"], read.json()["allowed_actions"]) == ({}, ["edit", "publish", "give"])
    changed = await patch(api, event, {"title": "Chimie douce", "age_min": 6}, administrator)
    assert changed.status_code == 200, changed.text
    assert changed.headers["etag"] == '"v2"'
    assert changed.json() == {
        **read.json(),
        "title": "Chimie douce",
        "age_min": 6,
        "version": 2,
        "updated_at": ANY,
        "provenance": {"age_min": "here", "title": "here"},
    }
    shown = (await api.get("/api/v1/agenda/chimie")).json()
    assert (shown["title"], shown["age"]) == ("Chimie douce", {"min": 6, "max": None})


async def test_a_stale_version_is_refused_with_both(api, event, administrator):
    await patch(api, event, {"title": "La première"}, administrator)
    late = await patch(api, event, {"title": "La seconde"}, administrator)
    assert (late.status_code, late.json()["code"], late.headers["etag"]) == (
        412,
        "event_changed_meanwhile",
        '"v2"',
    )
    assert late.json()["current"]["title"] == "La première"
    assert late.json()["yours"] == {"title": "La seconde"}
    assert (await api.get("/api/v1/agenda/chimie")).json()["title"] == "La première"


async def test_of_two_at_once_one_wins(api, event, administrator):
    answers = await asyncio.gather(
        *(patch(api, event, {"title": f"Le {n}e"}, administrator) for n in range(8))
    )
    assert sorted(a.status_code for a in answers) == [200] + [412] * 7


async def test_a_version_must_be_named(api, event, administrator):
    answer = await api.patch(f"/api/v1/events/{event}", json={"title": "x"}, headers=administrator)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (428, "/header/If-Match")


async def test_the_same_value_again_writes_nothing(api, event, administrator):
    same = await patch(api, event, {"title": "Chimie"}, administrator)
    assert (same.status_code, same.json()["version"], same.json()["provenance"]) == (200, 1, {})


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"title": ""}, "/body/title"),
        ({"title": None}, "/body/title"),
        ({"title": "x" * 301}, "/body/title"),
        ({"theme": "alchemy"}, "/body/theme"),
        ({"audience": ["cats"]}, "/body/audience/0"),
        ({"age_min": 121}, "/body/age_min"),
        ({"age_min": 12, "age_max": 6}, "/body/age_max"),
        ({"slug": "autre"}, "/body/slug"),
        ({"withdrawn_at": None}, "/body/withdrawn_at"),
        ({"title": "a\0b"}, "/body/title"),
        ({"long_description": "\0"}, "/body/long_description"),
        ({"keywords": ["\0"]}, "/body/keywords/0"),
        ({"registration": [{"type": "link", "value": "\0"}]}, "/body/registration/0/value"),
        ({"free": 0}, "/body/free"),
        ({"age_min": "3"}, "/body/age_min"),
        ({"age_min": True}, "/body/age_min"),
        ({"age_min": 10**30}, "/body/age_min"),
        ({"keywords": ["arbre", " arbre"]}, "/body/keywords"),
        ({"keywords": [str(n) for n in range(51)]}, "/body/keywords"),
        ({"audience": ["schools", "schools"]}, "/body/audience"),
        ({"registration": [{"type": "pigeon", "value": "x"}]}, "/body/registration/0/type"),
    ],
)
async def test_what_cannot_be_is_refused_where_it_stands(api, event, administrator, body, pointer):
    answer = await patch(api, event, body, administrator)
    assert answer.status_code == 422
    assert [e["pointer"] for e in answer.json()["errors"]] == [pointer]
    assert (await api.get("/api/v1/agenda/chimie")).json()["title"] == "Chimie"


async def test_hiding_an_event_here_takes_it_out_of_the_agenda(api, event, administrator):
    assert (await patch(api, event, {"publication": "unpublished"}, administrator)).status_code == 200
    assert (await api.get("/api/v1/agenda/chimie")).status_code == 410


async def test_a_text_edited_here_is_sanitised_too(api, event, administrator):
    hostile = "Bonjour **vous** <img src=x onerror=alert(1)> [lien](javascript:alert(1))"
    await patch(api, event, {"long_description": hostile}, administrator)
    html = (await api.get("/api/v1/agenda/chimie")).json()["long_description_html"]
    assert "<strong>vous</strong>" in html
    assert "onerror" not in html
    assert "href" not in html


@pytest.mark.parametrize("method", ["GET", "PATCH"])
async def test_nobody_else(api, event, reviewer, administrator, method):
    async def ask(headers, identifier=event):
        return await api.request(
            method,
            f"/api/v1/events/{identifier}",
            json={"title": "Pris"},
            headers={**headers, "If-Match": "*"},
        )

    for headers, status in (
        ({}, 401),
        ({"Ombelle-Identity": "faux"}, 401),
        ({"Authorization": administrator["Ombelle-Identity"]}, 401),
        (reviewer, 404),
    ):
        assert (await ask(headers)).status_code == status
    assert (await ask(administrator, uuid4())).status_code == 404
    assert (await api.get("/api/v1/agenda/chimie")).json()["title"] == "Chimie"
