"""What an organisation's fields may hold, and what is refused with a pointer to the field."""

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ombelle_members.organisations.domain import siret_number
from ombelle_members.organisations.schemas import OrganisationCreate
from pydantic import ValidationError

_REFUSED = {
    "name": [
        "",
        "   ",
        "x" * 201,
        "x" * 1_000_000,
        "a\nb",
        "a\x00b",
        "\u202ekcip",
        "a\u200bb",
        "a\ue000b",
        "visitez http://spam.example",
        None,
        3,
    ],
    "legal_name": ["visitez www.spam.example", "a\nb"],
    "commune_name": ["https://spam.example"],
    "kind": ["museum", None],
    "siret": ["73282932000075", "7328293200007", "abc", "1" * 41],
    "postal_code": ["5900", "59 000", "ABCDE", "٥٩٠٠٠"],
    "commune_insee": ["5935", "2C004", "593500", "2a004"],
    "website": [
        "marmite.example",
        "javascript:alert(1)",
        "https://",
        "https://a b",
        "https://me:pw@a.example",
        "http://[::1",
        "http://a:99999/",
    ],
    "email": [
        "a",
        "a@",
        "Alice <a@exemple.fr>",
        "é@exemple.fr",
        "a@exemple.fr\nBcc: b@exemple.fr",
        "a@b",
        "a" * 250 + "@b.fr",
    ],
    "phone": ["03", "appelez-moi", "0" * 41],
    "latitude": [90.1, "50", True],
    "longitude": [-181],
    "themes": [["health", "health"], ["magic"], None],
    "offers": [["workshops"] * 2],
    "description": ["x" * 5001],
    "is_public": ["oui", 1, None],
    "version": [3],
    "merged_into": ["01a20299-ce45-7041-87e9-92f5fb75cda1"],
    "role": ["administrator"],
    "consented_by": ["x"],
}


@pytest.mark.parametrize("method", ["POST", "PATCH"])
@pytest.mark.parametrize("field", _REFUSED)
async def test_a_wrong_field_is_refused_at_its_place(people, method, field):
    alice = await people.account("Alice")
    path = "/organisations" if method == "POST" else f"/organisations/{await alice.enters()}"
    base = {"name": "Autre", "kind": "other"} if method == "POST" else {}
    for value in _REFUSED[field]:
        answer = await alice.call(method, path, json=base | {field: value}, headers={"If-Match": "*"})
        assert answer.status_code == 422, (field, value, answer.text)
        pointers = {error["pointer"] for error in answer.json()["errors"]}
        assert all(pointer.startswith(f"/body/{field}") for pointer in pointers), (value, pointers)


async def test_a_name_that_would_be_a_link_in_a_mail_is_refused_in_words(people):
    alice = await people.account("Alice")
    spam = {"name": "visitez http://spam.example", "kind": "other"}
    refused = await alice.post("/organisations", spam, 422)
    told = {
        "pointer": "/body/name",
        "code": "invalid",
        "detail": "Un nom ne contient pas l'adresse d'un site : retirez ce qui suit « :// » ou « www. ».",
    }
    assert refused["errors"] == [told]
    contact = {"name": spam["name"]}
    organisation = await alice.enters()
    assert (await alice.post(f"/organisations/{organisation}/contacts", contact, 422))["errors"] == [told]
    assert (await alice.patch(f"/organisations/{organisation}", contact, 422))["errors"] == [told]


async def test_half_of_a_commune_or_of_a_point_is_refused(people):
    alice = await people.account("Alice")
    organisation = await alice.enters(
        commune_insee="59350", commune_name="Lille", latitude=50.6, longitude=3.1
    )
    for half, pointer in (
        ({"commune_name": None}, "/body/commune_name"),
        ({"commune_insee": None}, "/body/commune_insee"),
        ({"latitude": None}, "/body/latitude"),
    ):
        refused = await alice.patch(f"/organisations/{organisation}", half, 422)
        assert [error["pointer"] for error in refused["errors"]] == [pointer]


async def test_an_empty_field_of_a_form_says_nothing(people):
    alice = await people.account("Alice")
    organisation = await alice.enters(
        siret="", website=" ", email="", phone="", description="\n", commune_name=""
    )
    read = await alice.get(f"/organisations/{organisation}")
    assert {read[name] for name in ("siret", "website", "email", "phone", "description", "commune_name")} == {
        None
    }


def test_letters_and_their_accents_are_one_and_are_counted_so():
    entered = OrganisationCreate(name="Me\u0301diathe\u0300que", kind="other")
    assert entered.name == "Médiathèque"
    assert OrganisationCreate(name="e\u0301" * 200, kind="other").name == "é" * 200
    with pytest.raises(ValidationError):
        OrganisationCreate(name="\u0958" * 200, kind="other")  # one letter, that is two once composed


async def test_what_postgresql_cannot_hold_is_refused_in_a_search_too(people):
    clara = await people.account("Clara", "secretary")
    for path in ("/organisations", "/persons"):
        refused = await clara.get(f"{path}?q=a%00b", 422)
        assert refused["errors"][0]["pointer"] == "/query/q"


def test_a_domain_that_looks_like_another_shows_what_it_is():
    entered = OrganisationCreate(
        name="A", kind="other", email="info@аpple.example"
    )  # the first letter is Cyrillic
    assert entered.email == "info@xn--pple-43d.example"


@given(st.integers(min_value=0, max_value=10**13 - 1), st.sampled_from(["", " ", "."]))
def test_of_the_ten_last_digits_one_makes_a_siret_however_it_is_spaced(number, separator):
    """Luhn: whatever stands before, one last digit in ten is right; SIREN has a check of its own within."""
    siren = next(f"{number:013d}"[:8] + str(n) for n in range(10) if _luhn(f"{number:013d}"[:8] + str(n)))
    rest = f"{number:013d}"[8:12]
    right = [digits for n in range(10) if _accepted(digits := f"{siren}{rest}{n}")]
    assert len(right) == 1 or siren == "356000000"  # whose offices have another rule
    for digits in right:
        parts = (digits[:3], digits[3:6], digits[6:9], digits[9:])
        assert siret_number(separator.join(parts)) == digits


def _accepted(digits):
    try:
        return siret_number(digits) == digits
    except ValueError:
        return False


def _luhn(digits):
    doubled = [int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits))]
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


@given(st.text(max_size=210))
def test_a_name_is_kept_trimmed_or_refused(text):
    try:
        name = OrganisationCreate(name=text, kind="other").name
    except ValidationError:
        return
    assert name == name.strip()
    assert 1 <= len(name) <= 200
    assert not any(ord(character) < 32 for character in name)


@pytest.mark.parametrize(
    ("insee", "department"),
    [("59350", "59"), ("01001", "01"), ("2A004", "2A"), ("2B033", "2B"), ("97411", "974"), ("98735", "98")],
)
async def test_the_department_follows_from_the_commune(people, insee, department):
    alice = await people.account("Alice")
    organisation = await alice.enters(commune_insee=insee, commune_name="Ici")
    assert (await alice.get(f"/organisations/{organisation}"))["department"] == department


async def test_the_database_holds_the_rules_by_itself(people):
    alice = await people.account("Alice")
    organisation = await alice.enters()
    for change, rule in {
        "name = ' '": "name_length",
        "kind = 'museum'": "kind_known",
        "siret = '12'": "siret_shape",
        "commune_insee = '59350'": "commune_whole",
        "latitude = 91, longitude = 0": "point_on_earth",
        "latitude = 1": "point_whole",
        "is_public = true": "consent_whole",
        "themes = '{magic}'": "themes_known",
        "merged_into = id, merged_at = now()": "not_merged_into_itself",
        "merged_at = now()": "merged_whole",
    }.items():
        with pytest.raises(asyncpg.CheckViolationError) as refused:
            await people.connection.execute(f"UPDATE organisation SET {change} WHERE id = $1", organisation)
        assert refused.value.constraint_name == f"ck_organisation_{rule}"
    with pytest.raises(asyncpg.CheckViolationError) as refused:
        await people.connection.execute("UPDATE membership SET ended_at = now(), end_reason = 'left'")
    assert refused.value.constraint_name == "administrator_stays"
    with pytest.raises(asyncpg.UniqueViolationError) as refused:
        await people.connection.execute(
            "INSERT INTO membership (organisation_id, person_id, role) SELECT organisation_id, person_id, 'editor' "
            "FROM membership"
        )
    assert refused.value.constraint_name == "uq_membership_active"
