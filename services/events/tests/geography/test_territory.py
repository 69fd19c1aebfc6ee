import asyncpg
import pytest
from ombelle_events.geography.loader import TerritoryNotFound, load_territory, territory_folder


async def test_the_region_is_known_whole(connection):
    counts = dict(
        await connection.fetch("SELECT department_code, count(*) FROM commune GROUP BY 1 ORDER BY 1")
    )
    assert counts == {"02": 797, "59": 647, "60": 680, "62": 887, "80": 771}
    assert await connection.fetchval("SELECT sum(population) FROM commune") == 5_992_194


async def test_loading_again_writes_nothing(connection, territory_url):
    before = await connection.fetch("SELECT insee, xmin::text FROM commune ORDER BY 1")
    assert await load_territory(territory_url, "hauts-de-france") == 3782
    assert await connection.fetch("SELECT insee, xmin::text FROM commune ORDER BY 1") == before


async def test_python_and_postgresql_fold_alike(connection):
    differing = await connection.fetch("SELECT name FROM commune WHERE fold(name) <> folded_name")
    assert differing == []


def test_another_region_comes_by_configuration(tmp_path):
    with pytest.raises(TerritoryNotFound):
        territory_folder("atlantide")
    (tmp_path / "territory.json").write_text("{}")
    assert territory_folder(str(tmp_path)) == tmp_path


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("amien", "Amiens"),
        ("Saint om", "Saint-Omer"),
        ("59000", "Lille"),
        ("ETAPLES", "Étaples"),
        ("80021", "Amiens"),
        ("chateau-t", "Château-Thierry"),
    ],
)
async def test_communes_by_the_beginning_of_their_name(api, typed, first):
    answer = await api.get("/api/v1/communes", params={"q": typed})
    assert answer.json()["items"][0]["name"] == first


@pytest.mark.parametrize("typed", ["%", "_", "zzz", "\\"])
async def test_nothing_is_guessed(api, typed):
    assert (await api.get("/api/v1/communes", params={"q": typed})).json() == {"items": []}


async def test_the_territory_is_told_with_its_outlines(api):
    body = (await api.get("/api/v1/territory")).json()
    assert body["name"] == "Hauts-de-France"
    assert [d["code"] for d in body["departments"]] == ["02", "59", "60", "62", "80"]
    assert {f["geometry"]["type"] for f in body["outlines"]["features"]} <= {"MultiPolygon", "Polygon"}


async def test_the_role_reaches_no_other_schema(connection):
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connection.execute("CREATE TABLE public.foreign_table (n integer)")
