"""The season's people and organisations hold together, and fit the programme."""

from ombelle_demo.edition import Edition
from ombelle_demo.rows import rows
from ombelle_demo.season.library import organisations, people

ROLES = {"reviewer", "coordinator", "lender", "secretary", "treasurer", "administrator"}


def test_each_role_of_the_agency_is_somebody_s_and_alone() -> None:
    given = [person.roles for person in people().values() if person.roles]
    assert {role for [role] in given} == ROLES
    assert [roles for roles in given if given.count(roles) > 1] == [("reviewer",)] * 3, (
        "a committee is several"
    )
    assert all(person.email.endswith("@demo.ombelle.example") for person in people().values())
    assert len({person.email for person in people().values()}) == len(people())
    [nobody] = [person for person in people().values() if not person.roles and not person.organisation]
    assert nobody.key == "newcomer"


def test_whoever_plays_a_part_is_one_of_the_people() -> None:
    for organisation in organisations().values():
        played = {organisation.holder, *organisation.editors, *organisation.members, *organisation.asking}
        assert played <= set(people()), organisation.key
    names = {organisation.name for organisation in organisations().values()}
    assert {person.organisation for person in people().values()} - {None} <= names
    assert len(names) == len(organisations()), "a name finds one"


def test_the_organisations_hold_events_of_the_programme_but_for_the_twin() -> None:
    organisers = {row.get("organisateur") for row in rows(Edition(2027))}
    twins = {key for key, organisation in organisations().items() if organisation.twin_of}
    assert len(twins) == 1
    for key, organisation in organisations().items():
        assert (organisation.name in organisers) is (key not in twins), organisation.name


def test_what_is_asked_of_the_api_names_the_commune_by_its_code() -> None:
    body = organisations()["marmite"].as_json()
    assert (body["commune_insee"], body["commune_name"], body["postal_code"]) == ("59350", "Lille", "59000")
    assert (body["kind"], body["is_public"]) == ("popular_education", True)
