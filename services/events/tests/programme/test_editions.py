from unittest.mock import ANY

import pytest
from ombelle_chassis.pagination import encode_cursor


async def test_editions_come_newest_first_in_pages(api, make):
    for year in (2025, 2027, 2026):
        await make.edition(year, f"{year}-10-02", f"{year}-10-12")
    first = (await api.get("/api/v1/editions?limit=2")).json()
    assert first["items"][0] == {
        "id": ANY,
        "year": 2027,
        "theme": None,
        "starts_on": "2027-10-02",
        "ends_on": "2027-10-12",
        "mastering": "nationally",
        "version": 1,
    }
    rest = (await api.get(f"/api/v1/editions?limit=2&after={first['next']}")).json()
    assert [e["year"] for page in (first, rest) for e in page["items"]] == [2027, 2026, 2025]
    assert rest["next"] is None


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ("editions?limit=0", "/query/limit"),
        ("editions?limit=301", "/query/limit"),
        ("editions?year=2027", "/query/year"),
        ("editions?after=x", "/query/after"),
        (f"editions?after={encode_cursor('editions', 10**30)}", "/query/after"),
        (f"editions?after={encode_cursor('editions', True)}", "/query/after"),
        ("editions?after=WyJlZGl0aW9ucyIsICJ4Il0", "/query/after"),
        ("communes", "/query/q"),
        ("communes?q=", "/query/q"),
        ("communes?q=%00", "/query/q"),
        ("communes?q=amiens&limit=3", "/query/limit"),
    ],
)
async def test_what_is_not_understood_is_refused_where_it_stands(api, path, pointer):
    answer = await api.get(f"/api/v1/{path}")
    assert answer.status_code == 422
    assert [e["pointer"] for e in answer.json()["errors"]] == [pointer]
