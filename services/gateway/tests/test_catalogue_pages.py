"""The catalogue's pages: what is in their heads, what is read without scripts, what may not run in them."""

import copy
from collections.abc import AsyncIterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from site_pages import EVIL, graph, meta, page

# `start`, `upstream` and `dist` are described in conftest.py.
URL = "https://ombelle.example/catalogue/abeilles-mode-d-emploi"
CARD: dict[str, Any] = {
    "slug": "abeilles-mode-d-emploi",
    "title": "Abeilles, mode d’emploi",
    "category": "light_exhibition",
    "abstract": "Qui butine, qui ventile, qui danse ?",
    "owner": {"id": None, "name": "Ombelliscience", "department": None},
}
ITEM: dict[str, Any] = {
    **CARD,
    "id": "01a2",
    "description": "Douze panneaux.",
    "themes": ["environment"],
    "audiences": ["families"],
    "languages": ["fr"],
    "accessibility": [],
    "producer": "Écomusée",
    "year": 2021,
    "credits": None,
    "condition": None,
    "handling": "handled_here",
    "contact": None,
    "retired_on": None,
    "formats": [{"label": None, "panels": 12, "dimensions": "80 × 200 cm", "space_m2": 20}],
    "photos": [{"url": "/api/v1/catalogue/01a2/photos/1", "width": 4, "height": 3, "alt": "", "credit": "x"}],
    "documents": [],
    "rules": {"min_days": 7, "max_days": 90, "notice_days": 10, "opening_days": [1], "insurance": "clause"},
    "tariff": {"basis": "flat", "period_days": None, "member_cents": 0, "other_cents": 5000},
    "pickup_places": [],
    "similar": [],
    "updated_at": "2027-09-01T00:00:00Z",
}


@pytest.fixture
async def lending(start: Any, upstream: Any) -> AsyncIterator[Any]:
    """A gateway whose events and loans are the same upstream."""
    async with start(upstream.url, lending=upstream.url) as one:
        yield one


@pytest.mark.usefixtures("dist")
async def test_an_items_page_says_what_it_is(lending: Any, upstream: Any) -> None:
    upstream.gives_json(ITEM)
    html = await page(lending, "/catalogue/abeilles-mode-d-emploi")
    assert upstream.seen[0].raw_path == "/api/v1/catalogue/abeilles-mode-d-emploi"
    summary = "Exposition légère à emprunter, Ombelliscience. Qui butine, qui ventile, qui danse ?"
    photo = "https://ombelle.example/api/v1/catalogue/01a2/photos/1"
    assert meta(html) == {
        "title": "Abeilles, mode d’emploi · Ombelle",
        "description": summary,
        "canonical": URL,
        "og:site_name": "Ombelle",
        "og:locale": "fr_FR",
        "og:type": "article",
        "og:title": "Abeilles, mode d’emploi · Ombelle",
        "og:description": summary,
        "og:url": URL,
        "og:image": photo,
        "twitter:card": "summary_large_image",
    }
    assert graph(html) == [
        {
            "@type": "LearningResource",
            "@id": URL,
            "url": URL,
            "name": "Abeilles, mode d’emploi",
            "description": "Qui butine, qui ventile, qui danse ?",
            "image": photo,
            "inLanguage": ["fr"],
            "about": ["Environnement"],
            "dateCreated": "2021",
            "creator": {"@type": "Organization", "name": "Écomusée"},
            "offers": {
                "@type": "Offer",
                "url": URL,
                "businessFunction": "http://purl.org/goodrelations/v1#LeaseOut",
                "price": "50.00",
                "priceCurrency": "EUR",
                "offeredBy": {"@type": "Organization", "name": "Ombelliscience"},
            },
        }
    ]
    noscript = html.partition("<noscript>")[2].partition("</noscript>")[0]
    for expected in (
        "<h1>Abeilles, mode d’emploi</h1>", "<p>Douze panneaux.</p>", "<li>12 panneaux, 80 × 200 cm, 20 m²</li>",
        "De 7 à 90 jours, à demander au moins 10 jours avant.", "/api/v1/catalogue/abeilles-mode-d-emploi/sheet.pdf",
        '<a href="/espace/prets/demandes/nouvelle?item=abeilles-mode-d-emploi">Demander un prêt</a>',
    ):  # fmt: skip
        assert expected in noscript


@pytest.mark.usefixtures("dist")
async def test_a_forwarded_item_leads_to_the_form_that_reaches_its_owner(lending: Any, upstream: Any) -> None:
    upstream.gives_json(ITEM | {"handling": "forwarded", "contact": {"email": "a@b.example", "phone": None}})
    html = await page(lending, "/catalogue/abeilles-mode-d-emploi")
    noscript = html.partition("<noscript>")[2].partition("</noscript>")[0]
    form = '<a href="/espace/prets/transmettre/abeilles-mode-d-emploi">Transmettre une demande à Ombelliscience</a>'
    assert (form in noscript, "demandes/nouvelle" in noscript) == (True, False)


@pytest.mark.usefixtures("dist")
async def test_nothing_that_somebody_wrote_runs(lending: Any, upstream: Any) -> None:
    item = copy.deepcopy(ITEM)
    item |= {
        "title": EVIL, "abstract": EVIL, "description": EVIL, "producer": EVIL, "handling": "contact_only",
        "contact": {"email": EVIL, "phone": EVIL}, "owner": {"id": None, "name": EVIL, "department": None},
        "formats": [{"label": EVIL, "panels": None, "dimensions": EVIL, "space_m2": None}],
    }  # fmt: skip
    upstream.gives_json(item)
    for html in (
        await page(lending, "/catalogue/abeilles-mode-d-emploi"),
        await _list_of(lending, upstream, {**CARD, "title": EVIL, "slug": EVIL, "abstract": EVIL}),
    ):
        assert "alert(1)</script>" not in html
        assert "<img" not in html
        assert "<!-- " not in html


async def _list_of(lending: Any, upstream: Any, *cards: Any) -> str:
    upstream.gives_json({"items": list(cards), "total": len(cards), "next": None})
    return await page(lending, "/catalogue?theme=health,astronomy")


@pytest.mark.usefixtures("dist")
async def test_the_list_is_readable_without_scripts(lending: Any, upstream: Any) -> None:
    html = await _list_of(lending, upstream, CARD)
    assert upstream.seen[0].raw_path == "/api/v1/catalogue?theme=health,astronomy&limit=50"
    assert meta(html)["canonical"] == "https://ombelle.example/catalogue"
    assert (
        '<a href="/catalogue/abeilles-mode-d-emploi">Abeilles, mode d’emploi</a> (exposition légère' in html
    )
    assert "Aucun outil." in await _list_of(lending, upstream)
    upstream.gives_json({"items": [{"id": "e1", "title": "Catalogue 2026"}], "total": 1, "next": None})
    assert '<a href="/api/v1/catalogue-editions/e1.pdf">PDF</a>' in await page(lending, "/catalogue/editions")


@pytest.mark.usefixtures("dist")
async def test_what_is_not_in_the_catalogue_says_so_to_machines_too(lending: Any, upstream: Any) -> None:
    upstream.gives_json({"code": "item_unknown"}, status=404)
    html = await page(lending, "/catalogue/nothing", status=404)
    assert meta(html)["robots"] == "noindex"
    upstream.gives_json({"total": 3, "category": []})  # what lies beside the items is no page
    await page(lending, "/catalogue/facets", status=404)


@pytest.mark.usefixtures("dist")
@pytest.mark.parametrize("path", ["/catalogue", "/catalogue/x", "/catalogue/editions"])
async def test_loans_being_away_leaves_the_page_standing(lending: Any, upstream: Any, path: str) -> None:
    for body, status in ((b"{}", 503), (b"<html>", 200), (b"[]", 200), (b'{"slug":"x"}', 200)):
        upstream.gives(body, status=status)
        html = await page(lending, path)
        assert '<div id="root"></div>' in html
        assert "Ombelle" in meta(html)["title"]


async def test_the_sitemap_has_the_items(lending: Any, upstream: Any) -> None:
    async def answers(request: Any) -> Any:
        from aiohttp import web

        rows = [CARD] if request.path == "/api/v1/catalogue" else []
        return web.json_response({"items": rows, "total": len(rows), "next": None})

    upstream.handler = answers
    async with lending.get("/sitemap.xml") as got:
        tree = ET.fromstring(await got.read())
    places = [one.text for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert URL in places
    assert "https://ombelle.example/catalogue/editions" in places
