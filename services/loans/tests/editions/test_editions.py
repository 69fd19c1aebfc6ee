"""Editions of the common catalogue: frozen, citable, to read and to reuse."""

import csv
import hashlib
import json
from io import BytesIO, StringIO
from uuid import uuid4

import asyncpg
import pytest
from pypdf import PdfReader

_ITEM = """
INSERT INTO item (slug, title, category, publication, published_at, themes, abstract, owner_organisation_id, contact_email)
VALUES ($1, $2, 'kit', $3, now(), '{health}', $4, $5, 'secret@example.org') RETURNING id
"""


async def _item(people, slug, title, owner=None, abstract=None, publication="published"):
    item = await people.connection.fetchval(_ITEM, slug, title, publication, abstract, owner)
    await people.connection.execute(
        "INSERT INTO item_format (item_id, format, panels) VALUES ($1, 'panels', 12)", item
    )
    return str(item)


async def test_an_edition_is_frozen_and_its_hash_is_that_of_its_content(people):
    owner = await people.organisation("Écomusée", department="02")
    mine = await _item(people, "corps", "=Le corps", abstract="Douze *panneaux*")
    theirs = await _item(people, "lin", "Le lin", owner)
    await _item(people, "x", "Brouillon", publication="draft")
    made = await people.lender().post("/catalogue-editions", {"title": "Catalogue commun 2026"}, 201)
    assert made == {
        "id": made["id"], "number": 1, "title": "Catalogue commun 2026", "sha256": made["sha256"], "items": 2,
        "lenders": 2, "frozen_at": made["frozen_at"],
    }  # fmt: skip
    await people.connection.execute("UPDATE item SET title = 'Autre titre'")
    anybody = people.anonymous()
    path = f"/catalogue-editions/{made['id']}"
    assert await anybody.get(path) == made
    assert await anybody.get("/catalogue-editions") == {"items": [made], "next": None, "total": 1}
    content = (await anybody.call("GET", f"{path}.json")).content
    assert hashlib.sha256(content).hexdigest() == made["sha256"]
    assert "secret" not in content.decode()
    common = {
        "category": "kit", "description": None, "themes": ["health"], "audiences": [], "languages": ["fr"],
        "accessibility": [], "producer": None, "year": None, "handling": "handled_here",
        "formats": [{"format": "panels", "label": None, "panels": 12, "space_m2": None, "weight_kg": None,
                     "needs_power": None, "insurance_value_cents": None}],
    }  # fmt: skip
    told = json.loads(content)
    assert told == {
        "title": "Catalogue commun 2026", "frozen_on": told["frozen_on"],
        "items": [
            {**common, "id": mine, "slug": "corps", "title": "=Le corps", "abstract": "Douze *panneaux*",
             "owner": {"id": None, "name": "Ombelliscience", "commune": None, "department": None}},
            {**common, "id": theirs, "slug": "lin", "title": "Le lin", "abstract": None,
             "owner": {"id": str(owner), "name": "Écomusée", "commune": "Amiens", "department": "02"}},
        ],
    }  # fmt: skip
    table = (await anybody.call("GET", f"{path}.csv")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(table)))
    assert [(row["title"], row["owner"], row["formats"]) for row in rows] == [
        ("'=Le corps", "Ombelliscience", "panels"), ("Le lin", "Écomusée", "panels"),
    ]  # fmt: skip
    pdf = (await anybody.call("GET", f"{path}.pdf")).content
    text = " ".join(" ".join(one.extract_text() for one in PdfReader(BytesIO(pdf)).pages).split())
    for words in ("Catalogue commun 2026", "2 outils, 2 structures", "=Le corps", "Douze *panneaux*", "Le lin",
                  "Panneaux (12 panneaux) · Santé", "Édition n° 1"):  # fmt: skip
        assert words in text, (words, text)


async def test_nothing_of_an_edition_changes(people):
    await people.lender().post("/catalogue-editions", {"title": "Vide"}, 201)
    for statement in ("UPDATE catalogue_edition SET title = 'Autre'", "DELETE FROM catalogue_edition"):
        with pytest.raises(asyncpg.RestrictViolationError):
            await people.connection.execute(statement)


async def test_editions_are_numbered_and_paged(people):
    lender, key = people.lender(), {"headers": {"Idempotency-Key": "once"}}
    first = await lender.post("/catalogue-editions", {"title": "Une"}, 201, **key)
    assert await lender.post("/catalogue-editions", {"title": "Une"}, 201, **key) == first
    second = await lender.post("/catalogue-editions", {"title": "Deux"}, 201)
    page = await people.anonymous().get("/catalogue-editions?limit=1")
    assert (page["items"], page["total"]) == ([second], 2)
    following = await people.anonymous().get(f"/catalogue-editions?limit=1&after={page['next']}")
    assert following == {"items": [first], "next": None, "total": 2}


async def test_the_agency_freezes_and_nobody_else(people):
    await people.anonymous().post("/catalogue-editions", {"title": "x"}, 401)
    await people.editor(uuid4()).post("/catalogue-editions", {"title": "x"}, 403)
    for end in ("", ".json", ".csv", ".pdf"):
        assert (await people.anonymous().get(f"/catalogue-editions/{uuid4()}{end}", 404))[
            "code"
        ] == "edition_unknown"
