"""The association's page is read without scripts, on any day, and stands when nobody answers."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from site_pages import EVIL, meta, page

# `start`, `upstream` and `dist` are described in conftest.py.
TOLD: dict[str, Any] = {
    "on": "2023-05-01",
    "board": {
        "size": 2,
        "filled": 1,
        "posts": [
            {"number": 1, "holder": {"name": "Musée", "representative": EVIL}},
            {"number": 2, "holder": None},
        ],
    },
    "bureau": [{"role": "president", "name": "Ada Lovelace", "representative": None}],
    "colleges": [{"college": "A", "label": "Enseignement supérieur", "members": 13}],
    "declared": {
        "occurred_on": "2021-05-06",
        "receipted_on": "2021-06-11",
        "officers": [{"name": "Labo", "representative": EVIL}],
    },
}


@pytest.fixture
async def gateway(start: Any, upstream: Any) -> AsyncIterator[Any]:
    """A gateway whose every service is the same upstream."""
    async with start(upstream.url, members=upstream.url) as one:
        yield one


@pytest.mark.usefixtures("dist")
@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/association", "/api/v1/governance"),
        ("/association?le=2023-05-01", "/api/v1/governance?on=2023-05-01"),
        ("/association?le=hier%26x%3D1", "/api/v1/governance"),
    ],
)
async def test_the_page_tells_of_its_day(gateway: Any, upstream: Any, path: str, asked: str) -> None:
    upstream.gives_json(TOLD)
    html = await page(gateway, path)
    assert upstream.seen[0].raw_path == asked
    assert meta(html)["canonical"] == "https://ombelle.example/association"
    assert "noindex" not in html
    for told in (
        "Au 1er mai 2023.",
        "Présidence : Ada Lovelace",
        "Siège 2 : vacant",
        "A : Enseignement supérieur, 13",
        '<input type="date" name="le" value="2023-05-01">',
        "La liste au 6 mai 2021, dont le récépissé est du 11 juin 2021.</p><ul><li>Labo, ",
    ):
        assert told in html
    assert "<script>alert(1)" not in html
    upstream.gives_json(TOLD | {"declared": None})
    assert "Aucune déclaration n’avait encore de récépissé." in await page(gateway, path)


@pytest.mark.usefixtures("dist")
async def test_members_being_away_leaves_the_page_standing(gateway: Any, upstream: Any) -> None:
    for body, status in ((b"{}", 503), (b"<html>", 200), (b"[]", 200)):
        upstream.gives(body, status=status)
        assert "L’association" in meta(await page(gateway, "/association"))["title"]
