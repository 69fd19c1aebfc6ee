"""The interface's pages: what is in their heads, what may not run in them."""

import gzip
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from site_pages import EVENT, EVIL, URL, event, graph, listed, meta, page, session

# `running`, `start`, `upstream`, `dist` and `until` are described in conftest.py.


@pytest.mark.usefixtures("dist")
async def test_an_events_page_says_what_it_is(running: Any, upstream: Any) -> None:
    upstream.gives_json(EVENT)
    html = await page(running, "/agenda/la-chimie-des-couleurs?utm=x", headers={"Host": "evil.example"})
    assert upstream.seen[0].raw_path == "/api/v1/agenda/la-chimie-des-couleurs"
    summary = "Samedi 2 octobre 2027, de 14\u00a0h\u00a030 à 16\u00a0h, à Amiens. On mélange, on chauffe, on comprend."
    assert meta(html) == {
        "title": "La chimie des couleurs · Ombelle",
        "description": summary,
        "canonical": URL,
        "og:site_name": "Ombelle",
        "og:locale": "fr_FR",
        "og:type": "article",
        "og:title": "La chimie des couleurs · Ombelle",
        "og:description": summary,
        "og:url": URL,
        "og:image": "https://images.example/a.jpg",
        "twitter:card": "summary_large_image",
    }
    assert "evil.example" not in html
    assert '<html lang="fr">' in html
    assert '<div id="root"></div>' in html
    noscript = html.partition("<noscript>")[2].partition("</noscript>")[0]
    for expected in (
        "<h1>La chimie des couleurs</h1>",
        "samedi 2 octobre 2027",
        "Musée, 48 rue de la République, 80000, Amiens",
        'href="https://reserver.example/a?b=1&amp;c=2"',
    ):
        assert expected in noscript


@pytest.mark.usefixtures("dist")
async def test_nothing_that_somebody_wrote_runs(running: Any, upstream: Any) -> None:
    parent = {"id": "p", "slug": EVIL, "title": EVIL}
    upstream.gives_json(
        event(
            title=EVIL,
            description=EVIL,
            slug="x",
            status="cancelled",
            status_reason=EVIL,
            holder=EVIL,
            conditions=EVIL,
            parent=parent,
            venue={**EVENT["venue"], "name": EVIL, "city": EVIL, "address": EVIL},
            image={"url": "javascript:alert(1)", "credits": None, "alt": None},
            registration=[
                {"type": kind, "value": value}
                for kind in ("link", "email", "phone")
                for value in (EVIL, "javascript:alert(1)", "http://[")
            ],
            children=[{**EVENT, "title": EVIL, "slug": '"><script>'}],
            sessions=[session(status_reason=EVIL, status="full")],
        )
    )
    html = await page(running, "/agenda/x")
    assert "alert(1)</script>" not in html
    assert "<img" not in html
    assert "<!-- " not in html
    assert '"javascript:' not in html
    assert html.count("<script") == 1  # the data block
    assert meta(html)["og:title"] == f"{EVIL} · Ombelle"
    assert graph(html)[0]["name"] == EVIL


@pytest.mark.usefixtures("dist")
@pytest.mark.parametrize(("answered", "words"), [(404, "n’existe pas"), (410, "n’est plus au programme")])
async def test_what_is_not_there_says_so_to_machines_too(
    running: Any, upstream: Any, answered: int, words: str
) -> None:
    upstream.gives_json({"code": "x"}, status=answered)
    html = await page(running, "/agenda/nope", status=answered)
    assert words in meta(html)["title"]
    assert meta(html)["robots"] == "noindex"
    assert '<div id="root"></div>' in html


@pytest.mark.usefixtures("dist")
async def test_what_is_shown_elsewhere_says_where(running: Any, upstream: Any) -> None:
    upstream.gives_json({"code": "x", "see": {"id": "1", "slug": "ailleurs", "title": EVIL}}, status=410)
    html = await page(running, "/agenda/nope", status=410)
    assert "est annoncé sur une autre page" in meta(html)["title"]
    assert '<a href="/agenda/ailleurs">' in html
    assert "<img" not in html


@pytest.mark.usefixtures("dist")
async def test_a_neighbour_of_an_event_is_not_one(running: Any, upstream: Any) -> None:
    upstream.gives_json({"total": 3})
    await page(running, "/agenda/facets", status=404)


@pytest.mark.usefixtures("dist")
async def test_lists_are_readable_without_scripts(running: Any, upstream: Any) -> None:
    upstream.gives_json(
        {"items": [listed(1), listed(2, venue=None, status="cancelled")], "total": 2, "next": None}
    )
    for path, canonical in (
        ("/", "/"),
        ("/agenda?theme=health", "/agenda"),
        ("/scolaires", "/scolaires"),
        ("/agenda/", "/agenda"),
    ):
        html = await page(running, path)
        assert meta(html)["canonical"] == f"https://ombelle.example{canonical}"
        assert "robots" not in meta(html)
        assert '<a href="/agenda/event-1">Event 1</a>, samedi 2 octobre 2027' in html
        assert "Amiens" in html
        assert "(<strong>annulé</strong>)" in html
    assert [one.raw_path.partition("?")[2] for one in upstream.seen] == [
        "limit=50",
        "theme=health&limit=50",
        "limit=50",
        "limit=50",
    ]


@pytest.mark.usefixtures("dist")
async def test_a_filter_that_is_none_is_left_out(running: Any, upstream: Any) -> None:
    async def handler(request: Any) -> Any:
        from aiohttp import web

        if "utm" in request.query:
            return web.json_response({"code": "invalid_input"}, status=422)
        return web.json_response({"items": [listed(1)], "total": 1, "next": None})

    upstream.handler = handler
    assert "Event 1" in await page(running, "/agenda?utm=x")


@pytest.mark.usefixtures("dist")
@pytest.mark.parametrize("path", ["/", "/agenda", "/agenda/x", "/scolaires"])
async def test_a_service_that_is_away_leaves_the_page_standing(
    running: Any, upstream: Any, path: str
) -> None:
    for body, status in ((b"{}", 503), (b"<html>", 200), (b"[]", 200), (b'{"slug":"x"}', 200)):
        upstream.gives(body, status=status)
        html = await page(running, path)
        assert '<div id="root"></div>' in html
        assert "Ombelle" in meta(html)["title"]


@pytest.mark.usefixtures("dist")
async def test_other_pages_are_the_interfaces(running: Any, upstream: Any) -> None:
    assert meta(await page(running, "/espace/dossiers"))["robots"] == "noindex"
    assert upstream.seen == []


@pytest.mark.usefixtures("dist")
async def test_pages_are_kept_until_something_changes(
    start: Any, upstream: Any, make_database: Any, until: Any
) -> None:
    upstream.gives_json(EVENT)
    async with start(upstream.url, database_url=make_database(role="gateway", migrated=False)) as one:
        await until(lambda: one.gateway.hot.is_live)
        first = await page(one, "/agenda/la-chimie-des-couleurs")
        async with one.get("/agenda/la-chimie-des-couleurs", headers={"Accept-Encoding": "gzip"}) as small:
            assert gzip.decompress(await small.read()).decode() == first
            tag = small.headers["etag"]
        async with one.get("/agenda/la-chimie-des-couleurs", headers={"If-None-Match": tag}) as known:
            assert known.status == 304
        assert len(upstream.seen) == 1
        upstream.gives_json(event(title="Autre"))
        one.gateway.hot.invalidate()
        assert "Autre" in await page(one, "/agenda/la-chimie-des-couleurs")


async def test_an_interface_that_is_not_built_says_so(running: Any) -> None:
    assert "construite" in await page(running, "/agenda", status=503)


async def test_a_new_build_is_served_at_once(running: Any, upstream: Any, dist: Path) -> None:
    upstream.gives_json({"items": [], "total": 0, "next": None})
    await page(running, "/")
    (dist / "index.html").write_text(
        '<html><head></head><body><div id="root"></div>second build</body></html>'
    )
    html = await page(running, "/")
    assert "second build" in html
    assert meta(html)["title"]


@pytest.mark.usefixtures("dist")
async def test_the_guide_for_programmers_is_read_without_scripts(running: Any, upstream: Any) -> None:
    async with running.get("/developpeurs") as got:
        assert got.status == 200
        html = (await got.read()).decode()
    assert "<title>Pour les programmes · Ombelle</title>" in html
    noscript = html.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "https://ombelle.example/api/v1/events" in noscript
    assert "<code>events:write</code>" in noscript
    assert "noindex" not in html
    assert upstream.seen == []


@pytest.mark.usefixtures("dist")
async def test_robots_and_sitemap(running: Any, upstream: Any) -> None:
    async with running.get("/robots.txt") as got:
        assert "Sitemap: https://ombelle.example/sitemap.xml" in (await got.read()).decode().splitlines()

    async def pages(request: Any) -> Any:
        from aiohttp import web

        if "after" not in request.query:
            return web.json_response({"items": [listed(1)], "total": 2, "next": "n&xt"})
        return web.json_response({"items": [listed(2)], "total": 2, "next": None})

    upstream.handler = pages
    async with running.get("/sitemap.xml") as got:
        assert got.headers["content-type"] == "application/xml"
        tree = ET.fromstring(await got.read())
    places = [one.text for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert "https://ombelle.example/catalogue" in places
    assert places[-2:] == ["https://ombelle.example/agenda/event-1", "https://ombelle.example/agenda/event-2"]
    assert "https://ombelle.example/" in places
    assert "https://ombelle.example/developpeurs" in places
    assert upstream.seen[1].query["after"] == "n&xt"
    upstream.gives(b"{}", status=503)
    async with running.get("/sitemap.xml") as got:
        assert got.status == 503
