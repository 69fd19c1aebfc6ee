"""The interface's files and pages: what is in their heads, what may not run in them, what stays outside."""

import copy
import gzip
import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from ombelle_gateway.pages import event_page
from ombelle_gateway.structured_data import event_data

# `running`, `start`, `upstream`, `dist` and `until` are described in conftest.py.
EVIL = """</script><script>alert(1)</script><!-- " ' & <img src=x onerror=alert(2)>"""

SESSION = {
    "id": "s1",
    "starts_at": "2027-10-02T14:30:00+02:00",
    "ends_at": "2027-10-02T16:00:00+02:00",
    "status": "scheduled",
    "status_reason": None,
    "previous_starts_at": None,
    "previous_ends_at": None,
    "timezone": "Europe/Paris",
    "capacity": None,
    "audience": None,
    "venue": None,
}
EVENT: dict[str, Any] = {
    "id": "e1",
    "slug": "la-chimie-des-couleurs",
    "title": "La chimie des couleurs",
    "description": "On mélange, on chauffe, on comprend.",
    "structure": "single",
    "status": "scheduled",
    "status_reason": None,
    "attendance_mode": "onsite",
    "free": True,
    "holder": "Musée de Picardie",
    "venue": {
        "id": "v1",
        "name": "Musée",
        "city": "Amiens",
        "address": "48 rue de la République",
        "postal_code": "80000",
        "latitude": 49.89,
        "longitude": 2.3,
    },
    "image": {"url": "https://images.example/a.jpg", "credits": None, "alt": None},
    "parent": None,
    "conditions": None,
    "registration": [{"type": "link", "value": "https://reserver.example/a?b=1&c=2"}],
    "online_access_url": None,
    "children": [],
    "sessions": [SESSION],
    "updated_at": "2027-09-01T00:00:00Z",
}
URL = "https://ombelle.example/agenda/la-chimie-des-couleurs"


def event(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(EVENT), **changes}


def session(**changes: Any) -> dict[str, Any]:
    return {**SESSION, **changes}


def listed(number: int, **changes: Any) -> dict[str, Any]:
    item = event(slug=f"event-{number}", title=f"Event {number}", **changes)
    return {**item, "first_session": {name: SESSION[name] for name in ("starts_at", "ends_at", "status")}}


async def page(running: Any, path: str, *, status: int = 200, **options: Any) -> str:
    async with running.get(path, **options) as got:
        text = (await got.read()).decode()
        assert got.status == status, text
        assert got.headers["content-type"] == "text/html; charset=utf-8"
        return str(text)


def meta(html: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', html)
    titles = re.findall(r"<title>(.*?)</title>", html)
    links = re.findall(r'<link rel="canonical" href="([^"]*)">', html)
    assert len(titles) == len(links) == 1
    return {name: unescape(value) for name, value in [*found, ("title", titles[0]), ("canonical", links[0])]}


def graph(html: str) -> list[dict[str, Any]]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


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


# Files


@pytest.mark.usefixtures("dist")
async def test_files_are_cached_as_their_names_allow(running: Any) -> None:
    async with running.get("/assets/index-abc123.js") as got:
        assert got.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert got.headers["content-type"] == "text/javascript; charset=utf-8"
        assert got.headers["vary"] == "accept-encoding"
        plain = await got.read()
    for _ in range(2):
        async with running.get("/assets/index-abc123.js", headers={"Accept-Encoding": "gzip, br"}) as got:
            assert got.headers["content-encoding"] == "gzip"
            assert gzip.decompress(await got.read()) == plain
            tag = got.headers["etag"]
    async with running.get(
        "/assets/index-abc123.js", headers={"If-None-Match": tag, "Accept-Encoding": "gzip"}
    ) as got:
        assert got.status == 304
    async with running.get("/ombelle.svg") as got:
        assert got.headers["content-type"] == "image/svg+xml"
        assert "immutable" not in got.headers["cache-control"]


async def test_what_the_build_compressed_is_sent_as_it_is(running: Any, dist: Path) -> None:
    (dist / "assets" / "index-abc123.js.br").write_bytes(b"brotli")
    (dist / "assets" / "index-abc123.js.gz").write_bytes(b"gzipped")
    for accepted, body, coding in (("gzip, br", b"brotli", "br"), ("gzip", b"gzipped", "gzip")):
        async with running.get("/assets/index-abc123.js", headers={"Accept-Encoding": accepted}) as got:
            assert (await got.read(), got.headers["content-encoding"]) == (body, coding)
            assert got.headers["content-type"].startswith("text/javascript")


async def test_nothing_outside_the_folder_is_served(running: Any, upstream: Any, dist: Path) -> None:
    (dist.parent / "secret.txt").write_text("hunter2")
    (dist / ".vite").mkdir()
    (dist / ".vite" / "manifest.json").write_text("hunter2")
    (dist / "link.txt").symlink_to(dist.parent / "secret.txt")
    upstream.gives_json({"items": [], "total": 0, "next": None})
    for path in (
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/link.txt",
        "/.vite/manifest.json",
        "/secret.txt%00.js",
        "/assets/",
        f"/{dist.parent}/secret.txt",
    ):
        got = await running.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        assert b"hunter2" not in got
        assert b" 404 " in got.partition(b"\r\n")[0], path


@pytest.mark.usefixtures("dist")
async def test_pages_are_only_read(running: Any) -> None:
    for path in ("/agenda", "/healthz", "/readyz", "/api/docs", "/api/openapi.json"):
        async with running.ask("POST", path) as got:
            assert (got.status, got.headers["allow"]) == (405, "GET, HEAD"), path
            assert json.loads(await got.read())["code"] == "method_not_allowed"
    got = await running.raw(b"HEAD /assets/index-abc123.js HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert got.startswith(b"HTTP/1.1 200")
    assert got.endswith(b"\r\n\r\n")


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
    assert places[-2:] == ["https://ombelle.example/agenda/event-1", "https://ombelle.example/agenda/event-2"]
    assert "https://ombelle.example/" in places
    assert "https://ombelle.example/developpeurs" in places
    assert upstream.seen[1].query["after"] == "n&xt"
    upstream.gives(b"{}", status=503)
    async with running.get("/sitemap.xml") as got:
        assert got.status == 503


# Structured data


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("scheduled", "EventScheduled"),
        ("full", "EventScheduled"),
        ("rescheduled", "EventRescheduled"),
        ("moved_online", "EventMovedOnline"),
        ("postponed", "EventPostponed"),
        ("cancelled", "EventCancelled"),
    ],
)
def test_each_status_is_schema_orgs(status: str, expected: str) -> None:
    moved = session(status=status, previous_starts_at="2027-10-01T10:00:00+02:00")
    whole, one = event_data(event(sessions=[moved]), url=URL)["@graph"]
    assert whole["eventStatus"] == "https://schema.org/EventScheduled"
    assert one["eventStatus"] == f"https://schema.org/{expected}"
    assert one["previousStartDate"] == "2027-10-01T10:00:00+02:00"
    assert one["superEvent"] == {"@id": URL}
    availability = one.get("offers", {}).get("availability", "").rpartition("/")[2]
    wanted = {"full": "SoldOut", "cancelled": "", "postponed": ""}
    assert availability == wanted.get(status, "InStock")


def test_a_cancelled_event_cancels_its_sessions() -> None:
    _, one, other = event_data(
        event(status="cancelled", sessions=[session(), session(status="full")]), url=URL
    )["@graph"]
    assert one["eventStatus"] == "https://schema.org/EventCancelled"
    assert other["eventStatus"] == "https://schema.org/EventScheduled"


def test_where_it_happens() -> None:
    def location(**changes: Any) -> Any:
        return event_data(event(**changes), url=URL)["@graph"][1]["location"]

    place = location()
    assert place["@type"] == "Place"
    assert place["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "48 rue de la République",
        "postalCode": "80000",
        "addressLocality": "Amiens",
        "addressCountry": "FR",
    }
    assert location(attendance_mode="online", online_access_url="https://live.example") == {
        "@type": "VirtualLocation",
        "url": "https://live.example",
    }
    assert [one["@type"] for one in location(attendance_mode="mixed")] == ["Place", "VirtualLocation"]
    assert location(sessions=[session(status="moved_online")])["@type"] == "VirtualLocation"
    elsewhere = {**EVENT["venue"], "name": "Ailleurs"}
    assert location(sessions=[session(venue=elsewhere)])["name"] == "Ailleurs"
    assert location(venue=None)["@type"] == "VirtualLocation"


def test_sessions_span_the_whole() -> None:
    later = session(id="s2", starts_at="2027-10-09T10:00:00+02:00", ends_at="2027-10-09T11:00:00+02:00")
    whole, *sessions = event_data(event(sessions=[SESSION, later]), url=URL)["@graph"]
    assert (whole["startDate"], whole["endDate"]) == (SESSION["starts_at"], later["ends_at"])
    assert [one["@id"] for one in sessions] == [f"{URL}#s1", f"{URL}#s2"]


def test_a_long_description_is_cut_at_a_word() -> None:
    made = event_page(event(description="mot " * 200), public_url="https://o.example", default_image=None)
    assert len(made.description) <= 201
    assert made.description.endswith("mot…")


def test_what_is_not_known_is_not_said() -> None:
    bare = event(
        description=None, venue=None, image=None, holder=None, free=None, registration=[], sessions=[]
    )
    made = event_page(bare, public_url="https://o.example", default_image="https://o.example/og.png")
    assert made.description == ""
    assert made.image == "https://o.example/og.png"
    assert made.data is not None
    (whole,) = made.data["@graph"]
    assert not {"description", "image", "organizer", "isAccessibleForFree", "startDate"} & whole.keys()
