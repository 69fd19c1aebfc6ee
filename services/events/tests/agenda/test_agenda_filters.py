import pytest
from ombelle_chassis.errors import InvalidInput
from ombelle_events.agenda.filters import PARAMETERS, parse_filter

ALL = "from=2000-01-01"


@pytest.fixture
async def programme(api, make):
    """A small programme in which every filter tells events apart."""
    edition = await make.edition(2027, "2027-10-01", "2027-10-11")
    amiens = await make.venue("Maison de la culture", "80021", latitude=49.894, longitude=2.302)
    lille = await make.venue("Gare Saint-Sauveur", "59350", latitude=50.627, longitude=3.07)
    small = await make.venue("Salle des fêtes", "02001")
    await make.event(
        "Amiens santé",
        venue_id=amiens,
        theme="health",
        activity_type="workshop",
        audience=["general_public"],
        free=True,
        age_min=8,
        age_max=12,
        accessibility=["motor", "hearing"],
        edition_id=edition,
        holder="Musée Écomusée",
    )
    await make.event(
        "Lille étoiles",
        venue_id=lille,
        theme="astronomy",
        activity_type="lecture",
        audience=["schools"],
        school_levels=["college", "lycee"],
        free=False,
        status="cancelled",
        accessibility=["motor"],
    )
    await make.event(
        "Abbécourt village", venue_id=small, structure="umbrella", activity_type="science_village"
    )
    await make.event("En ligne", attendance_mode="online")


QUESTIONS = [
    ("department=80", {"Amiens santé"}),
    ("department=80,59", {"Amiens santé", "Lille étoiles"}),
    ("department=80&department=02", {"Amiens santé", "Abbécourt village"}),
    ("commune=59350", {"Lille étoiles"}),
    ("epci=248000531", {"Amiens santé"}),
    ("commune_size=under_2000", {"Abbécourt village"}),
    ("commune_size=from_50000", {"Amiens santé", "Lille étoiles"}),
    ("near=49.9,2.3&radius_km=10", {"Amiens santé"}),
    ("near=59350", {"Lille étoiles"}),
    ("near=80021&radius_km=200", {"Amiens santé", "Lille étoiles", "Abbécourt village"}),
    ("bbox=2,49.8,2.5,50", {"Amiens santé"}),
    ("audience=schools", {"Lille étoiles"}),
    ("school_level=lycee", {"Lille étoiles"}),
    ("activity_type=workshop,science_village", {"Amiens santé", "Abbécourt village"}),
    ("theme=astronomy", {"Lille étoiles"}),
    ("age=9", {"Amiens santé", "Lille étoiles", "Abbécourt village", "En ligne"}),
    ("age=13", {"Lille étoiles", "Abbécourt village", "En ligne"}),
    ("accessibility=motor", {"Amiens santé", "Lille étoiles"}),
    ("accessibility=motor,hearing", {"Amiens santé"}),
    ("free=true", {"Amiens santé"}),
    ("free=false", {"Lille étoiles"}),
    ("status=cancelled", {"Lille étoiles"}),
    ("edition=2027", {"Amiens santé"}),
    ("holder=musee%20ecomusee", {"Amiens santé"}),
    ("structure=umbrella", {"Abbécourt village"}),
    ("q=amien", {"Amiens santé"}),
    ("q=etoile", {"Lille étoiles"}),
    ("department=&theme=&q=", {"Amiens santé", "Lille étoiles", "Abbécourt village", "En ligne"}),
]


@pytest.mark.parametrize(("query", "wanted"), QUESTIONS)
async def test_list_and_facets_agree_on_each_filter(api, programme, query, wanted):
    page = (await api.get(f"/api/v1/agenda?{ALL}&{query}")).json()
    assert {item["title"] for item in page["items"]} == wanted
    facets = (await api.get(f"/api/v1/agenda/facets?{ALL}&{query}")).json()
    assert page["total"] == facets["total"] == len(wanted)
    for exclusive in (
        "department",
        "commune",
        "theme",
        "activity_type",
        "status",
        "structure",
        "free",
        "edition",
    ):
        assert sum(entry["count"] for entry in facets[exclusive]) == len(wanted)


def test_every_filter_is_asked_above():
    asked = {pair.split("=")[0] for query, _ in QUESTIONS for pair in query.split("&")}
    assert asked | {"from", "to", "sort", "limit", "after"} == set(PARAMETERS)


async def test_facets_name_each_value_and_count_events_without_one(api, programme):
    facets = (await api.get(f"/api/v1/agenda/facets?{ALL}")).json()
    assert facets["department"] == [
        {"value": "02", "label": "Aisne", "count": 1},
        {"value": "59", "label": "Nord", "count": 1},
        {"value": "80", "label": "Somme", "count": 1},
        {"value": None, "label": None, "count": 1},
    ]
    assert facets["audience"] == [
        {"value": "general_public", "label": "Tout public", "count": 1},
        {"value": "schools", "label": "Classes", "count": 1},
        {"value": None, "label": None, "count": 2},
    ]


async def test_distance_sorts_from_the_nearest_and_says_how_far(api, programme):
    answer = await api.get(f"/api/v1/agenda?{ALL}&near=59350&radius_km=200&sort=distance")
    items = answer.json()["items"]
    assert [item["title"] for item in items] == ["Lille étoiles", "Amiens santé", "Abbécourt village"]
    distances = [item["distance_km"] for item in items]
    assert distances == sorted(distances)
    assert 90 < distances[1] < 110


WRONG = [
    ("foo=1", "/query/foo", "unknown_parameter"),
    ("limit=0", "/query/limit", "out_of_range"),
    ("limit=301", "/query/limit", "out_of_range"),
    ("limit=1.5", "/query/limit", "out_of_range"),
    ("limit=١٢", "/query/limit", "out_of_range"),
    ("from=demain", "/query/from", "invalid_date"),
    ("from=2027-02-30", "/query/from", "invalid_date"),
    ("from=2027-10-05&to=2027-10-04", "/query/to", "before_from"),
    ("theme=alchemy", "/query/theme", "unknown_value"),
    ("department=Nord", "/query/department", "invalid_format"),
    ("structure=,,", "/query/structure", "empty_value"),
    ("department=59,", "/query/department", "empty_value"),
    ("near=1,2,3", "/query/near", "invalid_point"),
    ("near=nan,2", "/query/near", "invalid_point"),
    ("near=120,2", "/query/near", "invalid_point"),
    ("radius_km=5", "/query/radius_km", "needs_near"),
    ("near=49,2&radius_km=0", "/query/radius_km", "out_of_range"),
    ("near=49,2&radius_km=inf", "/query/radius_km", "invalid_number"),
    ("bbox=3,49,2,50", "/query/bbox", "invalid_box"),
    ("age=121", "/query/age", "out_of_range"),
    ("age=-1", "/query/age", "out_of_range"),
    ("free=oui", "/query/free", "invalid_boolean"),
    ("free=true&free=false", "/query/free", "repeated"),
    ("sort=relevance", "/query/sort", "needs_q"),
    ("sort=distance", "/query/sort", "needs_near"),
    ("sort=title", "/query/sort", "unknown_value"),
    ("q=" + "x" * 201, "/query/q", "too_long"),
    ("q=a%00b", "/query/q", "invalid_text"),
]


@pytest.mark.parametrize(("query", "pointer", "code"), WRONG)
async def test_what_is_not_understood_is_refused_where_it_stands(api, query, pointer, code):
    answer = await api.get(f"/api/v1/agenda?{query}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert [(e["pointer"], e["code"]) for e in answer.json()["errors"]] == [(pointer, code)]


async def test_all_faults_are_told_at_once(api):
    errors = (await api.get("/api/v1/agenda?foo=1&age=200&free=oui")).json()["errors"]
    assert {e["pointer"] for e in errors} == {"/query/foo", "/query/age", "/query/free"}


async def test_facets_refuse_what_only_chooses_a_page(api):
    answer = await api.get("/api/v1/agenda/facets?limit=3&sort=date&after=x")
    assert {e["pointer"] for e in answer.json()["errors"]} == {"/query/limit", "/query/sort", "/query/after"}


async def test_a_commune_of_elsewhere_is_refused(api):
    answer = await api.get("/api/v1/agenda?near=75056")
    assert (answer.status_code, answer.json()["code"]) == (422, "commune_unknown")


async def test_bytes_that_are_not_utf8_are_refused(api):
    assert (await api.get("/api/v1/agenda?q=%ff%fe")).status_code == 422


def test_order_and_repetition_do_not_matter():
    from datetime import date

    today = date(2027, 1, 1)
    one = parse_filter([("theme", "health,astronomy")], today=today)
    other = parse_filter([("theme", "astronomy"), ("theme", "health")], today=today)
    assert one == other
    with pytest.raises(InvalidInput):
        parse_filter([("theme", "health"), ("Theme", "health")], today=today)
