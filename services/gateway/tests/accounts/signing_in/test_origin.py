"""Other sites' pages write in nobody's name."""

from typing import Any

import httpx
import pytest
from ombelle_gateway.origin import origin_of
from signing_desk import PUBLIC_URL, Browser, Door, problem, program

EVENT = "/events/7"

WRITES: list[tuple[dict[str, str], bool]] = [
    ({"Origin": PUBLIC_URL}, True),
    ({"Origin": PUBLIC_URL, "Sec-Fetch-Site": "cross-site"}, True),
    ({"Sec-Fetch-Site": "same-origin"}, True),
    ({}, False),
    ({"Origin": "null"}, False),
    ({"Origin": "https://evil.example"}, False),
    ({"Origin": PUBLIC_URL.replace("http:", "https:")}, False),
    ({"Origin": f"{PUBLIC_URL}:8080"}, False),
    ({"Origin": f"{PUBLIC_URL}.evil.example"}, False),
    ({"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"}, False),
    ({"Sec-Fetch-Site": "same-site"}, False),
    ({"Sec-Fetch-Site": "none"}, False),
    ({"Referer": f"{PUBLIC_URL}/espace"}, False),
]


@pytest.mark.parametrize(("headers", "passes"), WRITES)
async def test_a_browser_that_is_signed_in_writes_from_our_pages_alone(
    edge: Door, ada: Browser, service: Any, headers: dict[str, str], passes: bool
) -> None:
    cookie = {"Cookie": f"ombelle={ada.cookie}"}
    async with httpx.AsyncClient(
        verify=False, base_url=f"{edge.address}/api/v1", headers=cookie | headers
    ) as client:
        for method, path in (
            ("PATCH", EVENT),
            ("DELETE", EVENT),
            ("DELETE", "/me/sessions"),
            ("PATCH", "/me"),
        ):
            answer = await client.request(method, path)
            if passes:
                assert answer.status_code != 403
            else:
                problem(answer, 403, "foreign_origin")
        assert (await client.get(EVENT)).status_code == 200
    assert len(service.seen) == (3 if passes else 1)


async def test_another_sites_page_signs_nobody_in_and_a_program_needs_no_origin(
    edge: Door, ada: Browser
) -> None:
    asked = {"email": "eve@musee.example"}
    async with httpx.AsyncClient(verify=False, base_url=f"{edge.address}/api/v1") as client:
        foreign = await client.post("/sign-in/links", json=asked, headers={"Origin": "https://evil.example"})
        problem(foreign, 403, "foreign_origin")
        assert (await client.post("/sign-in/links", json=asked)).status_code == 202
        token = await program(edge, ada.account["id"], scopes="events:write")
        patched = await client.patch(
            EVENT, headers={"Authorization": f"Bearer {token.text}", "Origin": "https://evil.example"}
        )
        assert patched.status_code == 200


@pytest.mark.parametrize(
    ("public_url", "origin"),
    [
        ("https://Agenda.Example", "https://agenda.example"),
        ("https://agenda.example:443", "https://agenda.example"),
        ("http://agenda.example:80", "http://agenda.example"),
        ("http://agenda.example:443", "http://agenda.example:443"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_our_origin_is_what_browsers_say(public_url: str, origin: str) -> None:
    assert origin_of(public_url) == origin
