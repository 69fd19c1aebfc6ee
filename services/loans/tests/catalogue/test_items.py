"""Items as those who lend them write them."""

from uuid import uuid4

import pytest
from ombelle_chassis.email_addresses import email_digest
from ombelle_loans.availability.days import today_in_paris

_SHEET = {
    "title": "L'eau en Picardie", "category": "light_exhibition", "abstract": "D'où vient l'eau du robinet ?",
    "description": "Douze panneaux.\n\nUn cahier.", "themes": ["environment", "health"],
    "audiences": ["college", "general_public"], "languages": ["fr", "en"], "accessibility": ["motor"],
    "producer": "Ombelliscience", "year": 2021, "credits": "Textes : l'équipe", "space_m2": 30, "needs_power": False,
    "weight_kg": 40, "packages": 3, "transport": "Un break suffit", "setup": "Deux personnes, une heure",
    "insurance_value_cents": 580_000, "condition": "good", "handling": "handled_here", "contact_email": None,
    "contact_phone": None, "buffer_before_days": None, "buffer_after_days": 3, "notice_days": 10, "min_days": 28,
    "max_days": None, "insurance": "certificate", "added_on": "2021-03-01",
}  # fmt: skip
_FORMAT = {
    "label": None, "external_id": None, "panels": None, "dimensions": None, "space_m2": None, "needs_power": None,
    "weight_kg": None, "packages": None, "transport": None, "setup": None, "insurance_value_cents": None,
    "retired_on": None,
}  # fmt: skip
_PANELS = {"format": "panels", "panels": 12, "external_id": "item-001", "copies": 2}
_ROLL_UPS = {"format": "roll_up", "modules": ["Le cycle", "L'usage"], "position": 1, "added_on": "2022-01-01"}
_BRIEF = {"title": "Mallette", "category": "kit", "formats": [{"format": "case"}]}


def _unit(item, form, unit, copy, module, name):
    return {
        "id": unit["id"], "item_id": item["id"], "format_id": form["id"], "copy_number": copy,
        "module_number": module, "name": name, "code": unit["code"], "state": "usable", "state_note": None,
        "place": None, "version": 1, "allowed_actions": ["edit", "remove"],
    }  # fmt: skip


def _whole(made, owner):
    first, second = made["formats"]
    return {
        **_SHEET, "id": made["id"], "slug": "l-eau-en-picardie", "owner": owner, "publication": "draft",
        "published_at": None, "retired_on": None, "photos": [], "documents": [], "version": 1,
        "created_at": made["created_at"], "updated_at": made["updated_at"],
        "allowed_actions": ["edit", "retire", "publish", "remove"],
        "formats": [
            {**_FORMAT, "id": first["id"], "format": "panels", "panels": 12, "external_id": "item-001", "position": 0,
             "added_on": "2021-03-01",
             "units": [_unit(made, first, unit, place, None, None) for place, unit in enumerate(first["units"], 1)]},
            {**_FORMAT, "id": second["id"], "format": "roll_up", "position": 1, "added_on": "2022-01-01",
             "units": [_unit(made, second, unit, 1, place, name) for place, (unit, name)
                       in enumerate(zip(second["units"], ("Le cycle", "L'usage"), strict=True), 1)]},
        ],
    }  # fmt: skip


async def _made(someone, **more):
    return await someone.post("/items", _BRIEF | more, 201)


async def test_an_item_is_entered_whole(people):
    lender = people.lender()
    made = await lender.post("/items", {**_SHEET, "formats": [_PANELS, _ROLL_UPS]}, 201)
    assert made == _whole(made, {"id": None, "name": "Ombelliscience"})
    assert await lender.get(f"/items/{made['id']}") == made
    codes = [unit["code"] for form in made["formats"] for unit in form["units"]]
    assert len(set(codes)) == 4
    assert all(code.startswith("U") and code[1:].isdigit() for code in codes)


async def test_what_is_left_out_is_not_known_and_comes_today(people):
    made = await _made(people.lender())
    assert (made["added_on"], made["formats"][0]["added_on"]) == (today_in_paris().isoformat(),) * 2
    assert made["languages"] == ["fr"]
    assert {name for name, value in made.items() if value is None} == {
        *_SHEET, "published_at", "retired_on"} - {
        "title", "category", "themes", "audiences", "languages", "accessibility", "handling", "added_on"}  # fmt: skip


async def test_titles_that_are_alike_have_addresses_of_their_own(people):
    slugs = [(await _made(people.lender(), title="Œufs & Cie !"))["slug"] for _ in range(3)]
    assert slugs == ["oeufs-cie", "oeufs-cie-2", "oeufs-cie-3"]
    assert (await _made(people.lender(), title="数学"))["slug"] == "outil"
    # An item called so could not be reached: `/catalogue/editions` is another page.
    assert (await _made(people.lender(), title="Éditions"))["slug"] == "editions-2"


async def test_a_change_is_made_on_a_version(people):
    lender = people.lender()
    made = await _made(lender)
    changed = await lender.patch(
        f"/items/{made['id']}", {"year": 2020, "themes": ["astronomy"]}, if_match='"v1"'
    )
    assert changed == made | {
        "year": 2020, "themes": ["astronomy"], "version": 2, "updated_at": changed["updated_at"],
    }  # fmt: skip
    refused = await lender.patch(f"/items/{made['id']}", {"year": 2019}, 412, if_match='"v1"')
    assert (refused["current"], refused["yours"]) == (changed, {"year": 2019})
    assert (await lender.patch(f"/items/{made['id']}", {"year": 2020}, if_match='"v2"')) == changed
    await lender.patch(f"/items/{made['id']}", {"year": 2019}, 428, if_match=None)


@pytest.mark.parametrize(
    ("values", "pointer"),
    [
        ({"title": "  "}, "/body/title"),
        ({"title": "x" * 201}, "/body/title"),
        ({"abstract": "x" * 601}, "/body/abstract"),
        ({"themes": ["magic"]}, "/body/themes/0"),
        ({"themes": ["other", "other"]}, "/body/themes"),
        ({"year": 1789}, "/body/year"),
        ({"weight_kg": -1}, "/body/weight_kg"),
        ({"insurance_value_cents": 1.5}, "/body/insurance_value_cents"),
        ({"min_days": 30, "max_days": 29}, "/body/min_days"),
        ({"handling": "forwarded"}, "/body/handling"),
        ({"contact_email": "nobody"}, "/body/contact_email"),
        ({"publication": "published"}, "/body/publication"),
        ({"added_on": "0001-01-01"}, "/body/added_on"),
    ],
)
async def test_what_cannot_be_is_refused_where_it_stands(people, values, pointer):
    lender = people.lender()
    made = await _made(lender)
    refused = await lender.patch(f"/items/{made['id']}", values, 422)
    assert [error["pointer"] for error in refused["errors"]] == [pointer]
    await lender.post("/items", _BRIEF | values, 422)
    assert await lender.get(f"/items/{made['id']}") == made


async def test_an_item_has_a_format(people):
    await people.lender().post("/items", _BRIEF | {"formats": []}, 422)
    made = await _made(people.lender())
    only = made["formats"][0]["id"]
    refused = await people.lender().call("DELETE", f"/items/{made['id']}/formats/{only}")
    assert (refused.status_code, refused.json()["code"]) == (409, "last_format")


async def test_formats_come_change_and_go(people):
    lender = people.lender()
    made = await _made(lender)
    more = await lender.post(f"/items/{made['id']}/formats", _ROLL_UPS | {"copies": 3}, 201)
    added = more["formats"][1]
    assert (more["version"], len(added["units"])) == (2, 6)
    path = f"/items/{made['id']}/formats/{added['id']}"
    changed = await lender.patch(path, {"label": "Petit", "weight_kg": 8}, if_match='"v2"')
    assert changed["formats"][1] == added | {"label": "Petit", "weight_kg": 8}
    await lender.patch(path, {"label": "Grand"}, 412, if_match='"v2"')
    assert (await lender.patch(path, {"retired_on": "2021-12-31"}, 422))["errors"][0][
        "pointer"
    ] == "/body/retired_on"
    await lender.delete(path)
    left = await lender.get(f"/items/{made['id']}")
    assert left["formats"] == made["formats"]
    await lender.patch(path, {"label": "Petit"}, 404)


async def test_a_copy_is_whole_or_in_modules(people):
    lender = people.lender()
    made = await _made(lender)
    path = f"/items/{made['id']}/formats/{made['formats'][0]['id']}/units"
    for values in ({"copy_number": 1}, {"copy_number": 1, "module_number": 1}):
        assert (await lender.post(path, values, 409))["code"] == "unit_taken"
    for number in (1, 2):
        unit = await lender.post(path, {"copy_number": 2, "module_number": number, "place": "Travée 3"}, 201)
        assert await lender.get(f"/units/{unit['id']}") == unit
        assert (unit["place"], unit["module_number"]) == ("Travée 3", number)
    assert (await lender.post(path, {"copy_number": 2, "module_number": 2}, 409))["code"] == "unit_taken"


async def test_a_unit_says_what_state_it_is_in(people):
    lender = people.lender()
    made = await _made(lender)
    unit = made["formats"][0]["units"][0]
    values = {
        "state": "damaged",
        "state_note": "Coin plié",
        "place": "Travée 1",
        "name": "Exemplaire d'Amiens",
    }
    changed = await lender.patch(f"/units/{unit['id']}", values, if_match='"v1"')
    assert changed == unit | values | {"version": 2}
    await lender.patch(f"/units/{unit['id']}", {"state": "usable"}, 412, if_match='"v1"')
    await lender.patch(f"/units/{unit['id']}", {"state": "burnt"}, 422)
    await lender.delete(f"/units/{unit['id']}")
    await lender.get(f"/units/{unit['id']}", 404)


async def test_publication_and_retirement(people):
    lender = people.lender()
    made = await _made(lender)
    published = await lender.post(f"/items/{made['id']}/publish")
    assert published["publication"] == "published"
    assert published["allowed_actions"] == ["edit", "retire", "archive", "unpublish"]
    assert await lender.post(f"/items/{made['id']}/publish") == published
    refused = await lender.call("DELETE", f"/items/{made['id']}")
    assert (refused.status_code, refused.json()["code"]) == (409, "item_in_use")
    archived = await lender.post(f"/items/{made['id']}/archive")
    assert (archived["publication"], archived["published_at"]) == ("archived", published["published_at"])
    retired = await lender.post(f"/items/{made['id']}/retire", {"retired_on": "2100-01-01"})
    assert retired["retired_on"] == "2100-01-01"
    assert (await lender.post(f"/items/{made['id']}/retire", {"retired_on": "1999-01-01"}, 422))["errors"]
    assert (await lender.post(f"/items/{made['id']}/retire", {"retired_on": None}))["retired_on"] is None
    await lender.delete(f"/items/{made['id']}")
    await lender.get(f"/items/{made['id']}", 404)
    assert await people.connection.fetchval("SELECT count(*) FROM unit") == 0


async def test_nothing_is_published_that_nobody_could_ask_for(people):
    mine = await people.organisation("Écomusée")
    editor = people.editor(mine)
    made = await _made(editor, owner=str(mine), handling="forwarded")
    refused = await editor.post(f"/items/{made['id']}/publish", status=409)
    assert (refused["code"], refused["errors"][0]["pointer"]) == ("not_reached", "/body/contact_email")
    await editor.patch(f"/items/{made['id']}", {"contact_email": "pret@ecomusee.example"})
    await editor.post(f"/items/{made['id']}/publish")
    assert (await editor.patch(f"/items/{made['id']}", {"contact_email": None}, 409))["code"] == "not_reached"


async def test_what_was_lent_stays(people):
    lender = people.lender()
    made = await _made(lender)
    unit = made["formats"][0]["units"][0]["id"]
    await people.connection.execute(
        "INSERT INTO unit_block (unit_id, kind, period, blocked, reason) "
        "VALUES ($1, 'maintenance', '[2026-01-01,2026-02-01)', '[2026-01-01,2026-02-01)', 'Vernis')",
        unit,
    )
    for path in (f"/units/{unit}", f"/items/{made['id']}"):
        refused = await lender.call("DELETE", path)
        assert (refused.status_code, refused.json()["code"]) == (409, "item_in_use")
    assert await lender.get(f"/items/{made['id']}") == made


async def test_anothers_items_are_nobodys_to_know_of(people):
    mine, other = await people.organisation("Écomusée"), await people.organisation("Muséum")
    editor = people.editor(mine)
    own = await _made(editor, owner=str(mine))
    theirs, agencys = await _made(people.editor(other), owner=str(other)), await _made(people.lender())
    assert [one["id"] for one in (await editor.get("/items"))["items"]] == [own["id"]]
    for item in (theirs, agencys, {"id": str(uuid4()), "formats": agencys["formats"]}):
        path, unit = f"/items/{item['id']}", f"/units/{item['formats'][0]['units'][0]['id']}"
        form = f"{path}/formats/{item['formats'][0]['id']}"
        for method, at, body in (
            ("GET", path, None), ("PATCH", path, {"year": 2000}), ("DELETE", path, None),
            ("POST", f"{path}/publish", None), ("POST", f"{path}/unpublish", None), ("POST", f"{path}/archive", None),
            ("POST", f"{path}/retire", {"retired_on": None}), ("POST", f"{path}/formats", {"format": "case"}),
            ("PATCH", form, {"label": "x"}), ("DELETE", form, None), ("POST", f"{form}/units", {}),
            ("GET", unit, None), ("PATCH", unit, {"name": "x"}), ("DELETE", unit, None),
        ):  # fmt: skip
            answer = await editor.call(method, at, json=body, headers={"If-Match": "*"})
            assert answer.status_code == 404, (method, at)
            assert "Mallette" not in answer.text
    await _refused_owner(editor, str(other))
    await _refused_owner(editor, "agency")
    await _refused_owner(people.lender(), str(uuid4()))
    assert (await people.lender().get("/items"))["total"] == 3


async def _refused_owner(someone, owner):
    assert (await someone.post("/items", _BRIEF | {"owner": owner}, 404))["code"] == "lender_unknown"


async def test_a_program_reads_or_writes_as_its_token_says(people):
    mine = await people.organisation("Écomusée")
    reader, writer = people.program(mine, "loans:read"), people.program(mine, "loans:read", "loans:write")
    made = await _made(writer, owner=str(mine))
    read = await reader.get(f"/items/{made['id']}")
    assert read["allowed_actions"] == []
    assert read["formats"][0]["units"][0]["allowed_actions"] == []
    await reader.patch(f"/items/{made['id']}", {"year": 2000}, 403)


async def test_items_are_listed_filtered_and_found_by_words(people):
    mine = await people.organisation("Écomusée d'Hirson")
    lender = people.lender()
    one = await _made(lender, title="Étoiles")
    two = await _made(lender, title="Abeilles", category="light_exhibition", owner=str(mine))
    await lender.post(f"/items/{two['id']}/retire", {"retired_on": today_in_paris().isoformat()})
    await lender.post(f"/items/{one['id']}/publish")

    async def found(query):
        answer = await lender.get(f"/items?{query}")
        assert answer["total"] == len(answer["items"])
        return [item["title"] for item in answer["items"]]

    assert await found("") == ["Abeilles", "Étoiles"]
    assert await found("q=etoile") == ["Étoiles"]
    assert await found("q=hirson") == ["Abeilles"]
    assert await found("category=kit") == ["Étoiles"]
    assert await found("publication=draft") == ["Abeilles"]
    assert await found("owner=agency") == ["Étoiles"]
    assert await found(f"owner={mine}") == ["Abeilles"]
    assert await found("retired=true") == ["Abeilles"]
    assert await found("retired=false") == ["Étoiles"]
    page = await lender.get("/items?limit=1")
    following = await lender.get(f"/items?limit=1&after={page['next']}")
    assert following == {
        "items": [{
            "id": one["id"], "slug": "etoiles", "owner": {"id": None, "name": "Ombelliscience"}, "title": "Étoiles",
            "category": "kit", "formats": ["case"], "units": 1, "publication": "published",
            "added_on": one["added_on"], "retired_on": None, "version": 2,
            "allowed_actions": ["edit", "retire", "archive", "unpublish"],
        }],
        "next": None,
        "total": 2,
    }  # fmt: skip


async def test_a_merged_owner_leaves_its_items_and_an_erased_address_goes(people):
    old, kept = await people.organisation("Ancien"), await people.organisation("Nouveau")
    made = await _made(
        people.editor(old), owner=str(old), handling="contact_only", contact_email="A@Ecomusee.example"
    )
    await people.editor(old).post(f"/items/{made['id']}/publish")
    await people.delivers(
        "organisation.merged", str(old), {"organisation_id": str(old), "into": str(kept)}, 2
    )
    assert (await people.editor(kept).get(f"/items/{made['id']}"))["owner"] == {
        "id": str(kept),
        "name": "Nouveau",
    }
    digest = "0f3b0cf1a8d7a3f5b9a7ab3c1cd2f0f9a8f6e0a0a0f4d2f9b8a7c6d5e4f3a2b1"
    await people.delivers("account.erased", "x", {"account_id": str(uuid4()), "email_digest": digest}, 1)
    assert (await people.editor(kept).get(f"/items/{made['id']}"))["contact_email"] == "A@ecomusee.example"
    erased = {"account_id": str(uuid4()), "email_digest": email_digest("a@ecomusee.example")}
    await people.delivers("account.erased", "y", erased, 1)
    left = await people.editor(kept).get(f"/items/{made['id']}")
    assert (left["contact_email"], left["publication"]) == (None, "draft")
