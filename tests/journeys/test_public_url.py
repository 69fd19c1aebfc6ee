"""Behind a proxy: every link carries OMBELLE_PUBLIC_URL, whatever the request says of its host."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from hosting import PUBLIC

pytestmark = pytest.mark.xdist_group("hosted")

FORGED = {
    "Host": "evil.example",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "gopher",
    "Forwarded": "host=evil.example;proto=gopher",
}


@pytest.fixture
def published(hosted_stack: Any) -> Any:
    """A stack whose public address was given with a slash at its end."""
    return hosted_stack


def read(stack: Any, path: str) -> tuple[str, str]:
    """GET a path under a forged host; return the body, and the headers as one text."""
    with urllib.request.urlopen(
        urllib.request.Request(stack.url + path, headers=FORGED), timeout=30
    ) as answer:
        return answer.read().decode(), str(answer.headers)


def test_every_link_is_the_public_one(published: Any) -> None:
    item = published.get("/api/v1/agenda?from=2000-01-01&limit=1")["items"][0]
    canonical = f"{PUBLIC}/agenda/{item['slug']}"

    page, _ = read(published, f"/agenda/{item['slug']}")
    assert re.findall(r'<link rel="canonical" href="([^"]*)"', page) == [canonical]
    assert re.findall(r'<meta property="og:url" content="([^"]*)"', page) == [canonical]
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    whole, *sessions = json.loads(data)["@graph"]
    assert (whole["@id"], whole["url"]) == (canonical, canonical)
    assert {session["superEvent"]["@id"] for session in sessions} == {canonical}

    calendar, _ = read(published, f"/api/v1/agenda/{item['slug']}.ics")
    lines = calendar.replace("\r\n ", "").splitlines()
    assert {line for line in lines if line.startswith("URL")} == {f"URL:{canonical}"}

    sitemap, _ = read(published, "/sitemap.xml")
    places = re.findall(r"<loc>([^<]*)</loc>", sitemap)
    assert canonical in places
    assert all(place.startswith(f"{PUBLIC}/") for place in places)
    robots, _ = read(published, "/robots.txt")
    assert f"Sitemap: {PUBLIC}/sitemap.xml" in robots.splitlines()
    document, _ = read(published, "/api/openapi.json")
    assert json.loads(document)["servers"] == [{"url": PUBLIC}]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/agenda",
        "/scolaires",
        "/nulle-part",
        "/api/docs",
        "/api/openapi.json",
        "/api/v1/agenda",
        "/robots.txt",
    ],
)
def test_no_answer_repeats_a_forged_host(published: Any, path: str) -> None:
    try:
        body, headers = read(published, path)
    except urllib.error.HTTPError as refused:
        with refused:
            body, headers = refused.read().decode(), str(refused.headers)
    assert "evil.example" not in body + headers
    assert "gopher" not in body + headers
    assert f"127.0.0.1:{published.port}" not in body
    assert f"localhost:{published.port}" not in body
    assert "strict-transport-security" in headers.lower()


def test_up_says_both_where_people_and_where_this_machine_find_it(published: Any) -> None:
    told = published.log.read_text()
    assert f"Ombelle est là :  {PUBLIC}" in told
    assert f"http://localhost:{published.port}" in told


@pytest.mark.parametrize(
    "given", [f"{PUBLIC}/fete", "agenda.example.fr", "https://boss:pw@agenda.example.fr"]
)
def test_an_address_that_cannot_serve_is_told_at_once(failed_up: Callable[..., Any], given: str) -> None:
    done = failed_up("--json", environment={"OMBELLE_PUBLIC_URL": given})
    assert (done.returncode, json.loads(done.stdout)) == (1, {"error": "failed"})
    assert "OMBELLE_PUBLIC_URL ne peut pas servir" in done.stderr
    assert "sans chemin, comme https://agenda.example.fr" in done.stderr
