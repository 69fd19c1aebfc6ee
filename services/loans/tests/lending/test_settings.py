"""How a lender lends: set by those who lend for it, unknown to others."""

import json
from uuid import uuid4

import pytest
from ombelle_loans.lending.domain import DEFAULTS

_CHANGES = {
    "opening_days": [4, 1, 2],
    "buffer_before_days": 1,
    "buffer_after_days": 2,
    "near_departments": ["80", "02"],
    "far_buffer_before_days": 3,
    "far_buffer_after_days": 4,
    "notice_days": 14,
    "min_days": 28,
    "max_days": 92,
    "hold_days": 10,
    "insurance": "certificate",
    "agreement_template": "Article 1\nL'emprunteur prend soin de l'outil.",
    "address": "1 rue de la Réserve\n80000 Amiens",
    "email": "pret@agence.example",
    "phone": "03 22 00 00 00",
    "signatory_name": "Camille Direction",
    "signatory_capacity": "directrice",
}
_PLACE = {
    "name": "Réserve",
    "address": "1 rue de la Réserve, Amiens",
    "hours": "9 h – 17 h",
    "directions": None,
}


def _expected(lender, values, **more):
    return {
        "lender": lender, **DEFAULTS, **values, "pickup_places": [], "version": 0, "updated_at": None,
        "allowed_actions": ["edit"],
    } | more  # fmt: skip


async def test_nothing_set_is_the_defaults_and_a_change_is_told_whole(people):
    lender, agency = people.lender(), {"id": None, "name": "Ombelliscience"}
    assert await lender.get("/lending-settings/agency") == _expected(agency, {})
    changed = await lender.patch(
        "/lending-settings/agency", {**_CHANGES, "pickup_places": [_PLACE]}, if_match='"v0"'
    )
    place = changed["pickup_places"][0]
    assert changed == _expected(
        agency,
        {**_CHANGES, "opening_days": [1, 2, 4], "near_departments": ["02", "80"]},
        pickup_places=[_PLACE | {"id": place["id"]}],
        version=1,
        updated_at=changed["updated_at"],
    )
    assert await lender.get("/lending-settings/agency") == changed


async def test_of_two_changes_on_one_version_the_second_is_told_both(people):
    lender = people.lender()
    await lender.patch("/lending-settings/agency", {"min_days": 7}, if_match='"v0"')
    refused = await lender.patch("/lending-settings/agency", {"min_days": 8}, 412, if_match='"v0"')
    assert (refused["code"], refused["current"]["min_days"], refused["yours"]) == (
        "changed_meanwhile", 7, {"min_days": 8},
    )  # fmt: skip


async def test_pickup_places_keep_their_ids_and_those_left_out_end(people):
    lender = people.lender()
    first = await lender.patch(
        "/lending-settings/agency", {"pickup_places": [_PLACE, _PLACE | {"name": "Lille"}]}
    )
    kept = first["pickup_places"][1] | {"hours": "sur rendez-vous"}
    second = await lender.patch("/lending-settings/agency", {"pickup_places": [kept, _PLACE]})
    new = second["pickup_places"][1]
    assert second["pickup_places"] == [kept, _PLACE | {"id": new["id"]}]
    gone = first["pickup_places"][0]["id"]
    assert new["id"] != gone
    refused = await lender.patch("/lending-settings/agency", {"pickup_places": [_PLACE | {"id": gone}]}, 422)
    assert refused["errors"][0]["pointer"] == "/body/pickup_places/0/id"
    rows = await people.connection.fetch(
        "SELECT id::text, ended_at FROM pickup_place WHERE ended_at IS NOT NULL"
    )
    assert [row["id"] for row in rows] == [gone]


@pytest.mark.parametrize(
    ("values", "pointer"),
    [
        ({"min_days": 30, "max_days": 29}, "/body/min_days"),
        ({"max_days": 367}, "/body/max_days"),
        ({"min_days": 0}, "/body/min_days"),
        ({"opening_days": []}, "/body/opening_days"),
        ({"opening_days": [8]}, "/body/opening_days/0"),
        ({"opening_days": [1, 1]}, "/body/opening_days"),
        ({"buffer_after_days": 61}, "/body/buffer_after_days"),
        ({"near_departments": ["Somme"]}, "/body/near_departments/0"),
        ({"insurance": "all"}, "/body/insurance"),
        ({"email": "personne"}, "/body/email"),
        ({"version": 3}, "/body/version"),
    ],
)
async def test_what_cannot_be_is_refused_where_it_stands(people, values, pointer):
    refused = await people.lender().patch("/lending-settings/agency", values, 422)
    assert [error["pointer"] for error in refused["errors"]] == [pointer]
    assert await people.connection.fetchval("SELECT count(*) FROM lender_settings WHERE version > 0") == 0


async def test_an_organisation_sets_its_own_and_nobody_elses(people):
    mine, other = await people.organisation("Écomusée"), await people.organisation("Muséum")
    editor = people.editor(mine)
    assert await editor.get(f"/lending-settings/{mine}") == _expected(
        {"id": str(mine), "name": "Écomusée"}, {}
    )
    await editor.patch(f"/lending-settings/{mine}", {"notice_days": 3})
    for path in (f"/lending-settings/{other}", "/lending-settings/agency", f"/lending-settings/{uuid4()}"):
        assert (await editor.get(path, 404))["code"] == "lender_unknown"
        await editor.patch(path, {"notice_days": 3}, 404)
    await people.program(mine, "loans:read").get(f"/lending-settings/{mine}")
    await people.program(mine, "loans:read").patch(f"/lending-settings/{mine}", {"notice_days": 4}, 403)


async def test_lenders_are_listed_the_agency_first_to_those_who_lend_for_them(people):
    one, other = await people.organisation("Écomusée"), await people.organisation("Aquarium")
    await people.organisation("Sans outil")
    await people.lender().patch(f"/lending-settings/{one}", {"notice_days": 3})
    await people.connection.execute(
        "INSERT INTO item (slug, owner_organisation_id, title, category) VALUES ('a', $1, 'A', 'kit')", other
    )

    def listed(identifier, name, has_settings, items):
        lender = {"id": identifier, "name": name}
        return {"lender": lender, "has_settings": has_settings, "items": items, "allowed_actions": ["edit"]}

    whole = [
        listed(None, "Ombelliscience", False, 0), listed(str(other), "Aquarium", False, 1),
        listed(str(one), "Écomusée", True, 0),
    ]  # fmt: skip
    found = await people.lender().get("/lending-settings")
    assert found == {"items": whole, "next": None, "total": 3}
    page = await people.lender().get("/lending-settings?limit=1")
    following = await people.lender().get(f"/lending-settings?limit=2&after={page['next']}")
    assert page["items"] + following["items"] == whole
    assert (await people.editor(one).get("/lending-settings"))["items"] == [whole[2]]


async def test_the_log_names_personal_fields_without_their_values(people):
    await people.lender().patch(
        "/lending-settings/agency", {"signatory_name": "Camille Direction", "hold_days": 9}
    )
    values = await people.connection.fetchval(
        "SELECT v.values::text FROM audit_value v JOIN audit_entry e USING (seq) "
        "WHERE e.action = 'lending_settings_changed' ORDER BY seq DESC LIMIT 1"
    )
    assert json.loads(values) == {"signatory_name": None, "hold_days": 9}


async def test_a_text_of_agreements_names_what_there_is(people):
    lender = people.lender()
    refused = await lender.patch(
        "/lending-settings/agency",
        {"agreement_template": "Bonjour {{ maire }}"},
        if_match='"v0"',
        status=422,
    )
    assert [(one["pointer"], one["code"]) for one in refused["errors"]] == [
        ("/body/agreement_template", "unknown_words")
    ]
    kept = "{{ preteur }} prête à {{emprunteur}} {{ outil }}."
    changed = await lender.patch("/lending-settings/agency", {"agreement_template": kept}, if_match='"v0"')
    assert changed["agreement_template"] == kept
