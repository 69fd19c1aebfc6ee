"""An event as its service tells it, and what a page of the interface says of it."""

import copy
import json
import re
from html import unescape
from typing import Any

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
