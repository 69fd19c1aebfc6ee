"""Who asks, as services are told it; and what no caller can make them believe."""

import base64
import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, OKPKey
from ombelle_chassis.identity import GATEWAY, Identity, IdentityVerifier, Signer, ensure_keys, rotate_keys
from ombelle_gateway.accounts.tokens.domain import new_token
from ombelle_gateway.app import Gateway
from signing_desk import MUSEUM, Browser, Door, open_door, problem, program, serving

EVENT = "/events/7"


def told(edge: Door, service: Any) -> Identity | None:
    """Return whom the service was last told of."""
    headers = service.seen[-1].headers
    assert "Cookie" not in headers
    assert "Authorization" not in headers
    [*identity] = headers.getall("Ombelle-Identity", [])
    return IdentityVerifier(edge.keys / "jwks.json").verify(*identity) if identity else None


async def test_a_session_becomes_a_signed_identity_and_the_cookie_stays_here(
    edge: Door, ada: Browser, service: Any
) -> None:
    account = ada.account["id"]
    await program(edge, account)
    await edge.database.execute(
        "INSERT INTO account_role VALUES ($1, 'lender', now(), 'tests')", UUID(account)
    )
    await ada.get(EVENT)
    assert told(edge, service) == Identity(
        account, frozenset({"lender"}), {str(MUSEUM): "administrator"}, None, None
    )


async def test_a_token_becomes_a_program_of_one_organisation_without_any_role(
    edge: Door, ada: Browser, service: Any
) -> None:
    account = ada.account["id"]
    token = await program(edge, account)
    await edge.database.execute(
        "INSERT INTO account_role VALUES ($1, 'lender', now(), 'tests')", UUID(account)
    )
    bearer = {"Authorization": f"Bearer {token.text}"}
    token_id = await edge.database.fetchval("SELECT id FROM api_token")
    for caller in (edge.browser(), ada):  # whoever also holds a cookie is the program all the same
        assert (await caller.get(EVENT, headers=bearer)).status_code == 200
        assert told(edge, service) == Identity(
            account, frozenset(), {str(MUSEUM): "editor"}, frozenset({"events:read"}), str(token_id)
        )
    assert (await ada.get("/me", headers=bearer)).json() == {
        "account": None,
        "roles": [],
        "organisations": [{"id": str(MUSEUM), "name": "Musée", "role": "editor"}],
        "scopes": ["events:read"],
        "is_demo": False,
        "passkeys": 0,
        "allowed_actions": [],
    }
    problem(await edge.browser().get("/me/sessions", headers=bearer), 403, "scope_missing")


@pytest.mark.parametrize(
    "ending",
    [
        "UPDATE account SET suspended_at = now()",
        "DELETE FROM account",
        "UPDATE membership_copy SET role = NULL, version = 2",
        "UPDATE api_token SET ended_at = now(), ended_by = 'tests'",
        "UPDATE api_token SET created_at = now() - interval '9 days', expires_on = current_date - 2",
    ],
)
async def test_a_token_that_is_over_is_nobodys_from_that_moment(
    edge: Door, ada: Browser, service: Any, ending: str
) -> None:
    token = await program(edge, ada.account["id"])
    bearer = {"Authorization": f"Bearer {token.text}"}
    stranger = edge.browser()
    assert (await stranger.get(EVENT, headers=bearer)).status_code == 200
    await edge.database.execute(ending)
    for path in (EVENT, "/agenda"):
        problem(await stranger.get(path, headers=bearer), 401, "unauthenticated")
    assert len(service.seen) == 1


async def test_what_looks_like_a_token_and_is_none_is_refused(edge: Door, ada: Browser, service: Any) -> None:
    token = await program(edge, ada.account["id"])
    for text in (
        token.text[:-1],
        token.text[:-1] + ("a" if token.text[-1] != "a" else "b"),
        token.text.replace(token.prefix, "2" * 10),
        "omb_",
        "omb_' OR 1=1 --",
    ):
        problem(
            await edge.browser().get(EVENT, headers={"Authorization": f"Bearer {text}"}),
            401,
            "unauthenticated",
        )
    assert service.seen == []


def forgeries(keys: Path, other: Path) -> dict[str, str]:
    """Return tokens that somebody without our key can make, and some that time has made worthless."""
    private, public = ensure_keys(keys)
    true = OKPKey.import_key(json.loads(private.read_text()))
    now = int(time.time())
    claims = {
        "iss": GATEWAY,
        "aud": GATEWAY,
        "sub": "eve",
        "roles": ["administrator"],
        "exp": now + 600,
        "iat": now,
    }

    def part(value: Any) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    none = part({"alg": "none", "kid": true.kid})
    stranger = OKPKey.import_key(json.loads(ensure_keys(other)[0].read_text()))
    secret = OctKey.import_key(json.loads(public.read_text())["keys"][0]["x"])
    good = {"alg": "Ed25519", "kid": true.kid}
    signer = Signer(private)
    return {
        "none": f"{none}.{part(claims)}.",
        "none, signed": f"{none}.{part(claims)}.{signer.sign_access('a', [], minutes=1).split('.')[2]}",
        "public key as a secret": jwt.encode(
            {"alg": "HS256", "kid": true.kid}, claims, secret, algorithms=["HS256"]
        ),
        "wrong key": jwt.encode(good, claims, stranger, algorithms=["Ed25519"]),
        "expired": jwt.encode(good, claims | {"exp": now - 60}, true, algorithms=["Ed25519"]),
        "future": jwt.encode(good, claims | {"nbf": now + 600}, true, algorithms=["Ed25519"]),
        "for services": signer.sign_identity("eve", ["administrator"]),
        "another issuer": jwt.encode(good, claims | {"iss": "eve"}, true, algorithms=["Ed25519"]),
    }


async def test_forged_and_worn_out_tokens_are_refused(edge: Door, service: Any, tmp_path: Path) -> None:
    for name, token in forgeries(edge.keys, tmp_path / "other").items():
        answer = await edge.browser().get(EVENT, headers={"Authorization": f"Bearer {token}"})
        assert answer.status_code == 401, name
        forged = await edge.browser().get("/me", headers={"Ombelle-Identity": token})
        assert forged.json()["account"] is None, name
        async with httpx.AsyncClient(verify=False, base_url=edge.accounts) as past_the_edge:
            straight = await past_the_edge.get("/api/v1/accounts", headers={"Ombelle-Identity": token})
        assert straight.status_code == (200 if name == "for services" else 401), name
    assert service.seen == []


@pytest.mark.parametrize(
    "name",
    ["Ombelle-Identity", "OMBELLE-IDENTITY", "ombelle_identity", "Ombelle_Identity", "oMbElLe-IdEnTiTy"],
)
async def test_no_spelling_of_the_identity_header_goes_in(edge: Door, service: Any, name: str) -> None:
    real = Signer(edge.keys / "signing.json").sign_identity("eve", ["administrator"])
    twice = [
        (name, real),
        (name, real),
        ("Ombelle-Client-Address", "10.0.0.1"),
        ("ombelle_client_address", "10.0.0.1"),
    ]
    async with httpx.AsyncClient(verify=False) as client:
        await client.get(f"{edge.address}/api/v1{EVENT}", headers=twice)
    names = {one.lower().replace("_", "-") for one in service.seen[-1].headers}
    assert not [one for one in names if one.startswith("ombelle-")]


async def test_two_authorizations_or_two_sessions_are_nobody(edge: Door, ada: Browser, service: Any) -> None:
    token = Signer(edge.keys / "signing.json").sign_access("administrator", ["administrator"], minutes=1)
    twice = [("Authorization", f"Bearer {token}"), ("Authorization", f"Bearer {token}")]
    async with httpx.AsyncClient(verify=False, base_url=f"{edge.address}/api/v1") as client:
        problem(await client.get(EVENT, headers=twice), 401, "unauthenticated")
        for cookies in (
            [("Cookie", f"ombelle={ada.cookie}; ombelle=planted")],
            [("Cookie", "ombelle=planted"), ("Cookie", f"ombelle={ada.cookie}")],
        ):
            assert (await client.get("/me", headers=cookies)).json()["account"] is None
        again = [("Cookie", f"other=1; ombelle={ada.cookie}"), ("Cookie", f"ombelle={ada.cookie}")]
        assert (await client.get("/me", headers=again)).json()["account"]["id"] == ada.account["id"]
    assert service.seen == []


async def test_what_is_public_is_read_by_the_signed_in_as_by_anybody_and_shared(
    edge: Door, ada: Browser, service: Any, until: Any
) -> None:
    await until(lambda: edge.edge.hot.is_live)
    for reader in (ada, edge.browser(), ada):
        assert (await reader.get("/agenda")).json() == {"items": []}
    assert len(service.seen) == 1
    assert told(edge, service) is None


async def test_what_is_personal_is_asked_each_time_and_never_shared(
    edge: Door, ada: Browser, service: Any, until: Any
) -> None:
    await until(lambda: edge.edge.hot.is_live)
    bob = await edge.browser().sign_in("bob@musee.example")
    seen: list[str | None] = []
    for reader in (ada, bob, edge.browser(), ada):  # the service says « public », and is not believed
        await reader.get("/weather")
        identity = told(edge, service)
        seen.append(identity.subject if identity else None)
    assert seen == [ada.account["id"], bob.account["id"], None, ada.account["id"]]
    names = [(await one.me())["account"] for one in (ada, bob, edge.browser(), ada)]
    assert [one and one["email"][:3] for one in names] == ["ada", "bob", None, "ada"]


async def test_an_authorization_reads_what_is_public_by_itself(edge: Door, service: Any, until: Any) -> None:
    await until(lambda: edge.edge.hot.is_live)
    token = Signer(edge.keys / "signing.json").sign_access("administrator", ["administrator"], minutes=1)
    for expected, headers in ((1, {}), (2, {"Authorization": f"Bearer {token}"}), (2, {})):
        assert (await edge.browser().get("/agenda", headers=headers)).status_code == 200
        assert len(service.seen) == expected


async def test_a_cookie_that_serves_no_more_is_taken_away(edge: Door, service: Any) -> None:
    stale = edge.browser(Cookie=f"ombelle={'s' * 43}")
    cleared = "ombelle=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"
    for path in (EVENT, "/me"):
        assert (await stale.get(path)).headers.get_list("set-cookie") == [cleared]
    assert told(edge, service) is None
    assert "set-cookie" not in (await stale.get("/agenda")).headers
    problem(await stale.get("/me/sessions"), 401, "unauthenticated")


async def test_only_the_service_that_signs_in_sets_cookies(edge: Door, ada: Browser, service: Any) -> None:
    service.gives(b"{}", set_cookie="ombelle=stolen; Path=/", cache_control="public, no-cache")
    for path in (EVENT, "/agenda", "/weather"):
        assert "set-cookie" not in (await ada.get(path)).headers


async def test_with_postgresql_away_only_those_who_present_something_are_told(
    upstream: Any, tmp_path: Path, start: Any
) -> None:
    async with start(upstream.url) as running:
        token = Signer(ensure_keys(tmp_path / "keys")[0]).sign_access("administrator", [], minutes=1)
        for headers, status in (
            ({}, 200),
            ({"Authorization": f"Bearer {token}"}, 200),
            ({"Authorization": f"Bearer {new_token().text}"}, 503),
            ({"Cookie": f"__Host-ombelle={'x' * 43}"}, 503),
        ):
            async with running.get("/api/v1/events/7", headers=headers) as answer:
                assert answer.status == status
                if status == 503:
                    assert answer.headers["retry-after"] == "2"
                    assert json.loads(await answer.read())["code"] == "unavailable"
        async with running.get("/api/v1/agenda", headers={"Cookie": f"__Host-ombelle={'x' * 43}"}) as answer:
            assert answer.status == 200


async def test_a_connection_that_postgresql_closed_is_replaced(edge: Door, ada: Browser) -> None:
    await ada.me()
    ended = await edge.database.fetchval(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'gateway-identities' "
        "AND datname = current_database()"
    )
    assert ended >= 1
    assert (await ada.me())["account"] is not None


async def test_attempts_are_counted_by_the_address_that_a_trusted_proxy_names(edge: Door, door: Door) -> None:
    networks = "SELECT network::text FROM sign_in_session ORDER BY id DESC LIMIT 1"
    await edge.browser(at="203.0.113.9").sign_in("ada@musee.example")  # this edge trusts nobody
    assert await edge.database.fetchval(networks) == "127.0.0.0/24"
    await door.browser(at="10.0.0.1, 203.0.113.9, 127.0.0.7").sign_in("ada@musee.example")
    assert await edge.database.fetchval(networks) == "203.0.113.0/24"


async def test_keys_are_published_and_rotated_while_people_are_signed_in(
    edge: Door, ada: Browser, service: Any
) -> None:
    async def published() -> list[dict[str, Any]]:
        async with httpx.AsyncClient(verify=False) as client:
            answer = await client.get(f"{edge.address}/.well-known/jwks.json")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/jwk-set+json")
        assert answer.headers["cache-control"] == "public, max-age=300"
        keys: list[dict[str, Any]] = answer.json()["keys"]
        assert not [key for key in keys if "d" in key]
        return keys

    before, *_ = await published()
    old = Signer(edge.keys / "signing.json").sign_access("administrator", ["administrator"], minutes=5)
    rotate_keys(edge.keys)
    new, kept, *_ = await published()
    assert (new["kid"] != before["kid"], kept["kid"]) == (True, before["kid"])
    assert (await ada.get(EVENT)).status_code == 200
    sent = service.seen[-1].headers["Ombelle-Identity"]
    header = json.loads(base64.urlsafe_b64decode(sent.split(".")[0] + "=="))
    assert header["kid"] == new["kid"]
    assert (await ada.get("/me/sessions")).status_code == 200  # accounts read the keys again
    fresh = Signer(edge.keys / "signing.json").sign_access("administrator", ["administrator"], minutes=5)
    for token in (old, fresh):
        assert (
            await edge.browser().get(EVENT, headers={"Authorization": f"Bearer {token}"})
        ).status_code == 200


async def test_by_https_cookies_are_bound_to_the_host(door: Door, tmp_path: Path) -> None:
    async with open_door(door.database_url, tmp_path / "keys", public_url="https://ombelle.example") as one:
        browser = one.browser(Origin="https://ombelle.example")
        asked = await browser.post("/sign-in/links", {"email": "ada@musee.example"})
        asking = asked.headers["set-cookie"].partition(";")[0]
        assert (
            asked.headers["set-cookie"] == f"{asking}; Path=/; Max-Age=900; HttpOnly; SameSite=Strict; Secure"
        )
        assert asking.startswith("__Host-ombelle-asking=")
        [letter] = await one.letters("ada@musee.example")
        signed = await browser.post(
            "/sign-in",
            {"token": letter.token, "name": "Ada", "is_15_or_older": True},
            headers={"Cookie": asking},
        )
        session = signed.headers.get_list("set-cookie")[0]
        assert session.startswith("__Host-ombelle=")
        assert session.endswith("; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax; Secure")
        cookie = session.partition(";")[0]
        assert (await browser.get("/me", headers={"Cookie": cookie})).json()["account"]["name"] == "Ada"
        plain = cookie.replace("__Host-", "")
        assert (await browser.get("/me", headers={"Cookie": plain})).json()["account"] is None


async def test_with_accounts_away_whoever_is_signed_in_stays_so(
    edge: Door, ada: Browser, service: Any
) -> None:
    settings = replace(edge.settings, upstreams={"events": service.url, "gateway": "http://127.0.0.1:1"})
    async with serving(Gateway(settings, documents=edge.documents)) as address:
        cookie = {"Cookie": f"ombelle={ada.cookie}"}
        async with httpx.AsyncClient(verify=False, base_url=f"{address}/api/v1", headers=cookie) as client:
            assert (await client.get(EVENT)).status_code == 200
            identity = told(edge, service)
            assert identity is not None
            assert identity.subject == ada.account["id"]
            assert (await client.get("/agenda")).status_code == 200
            problem(await client.get("/me"), 503, "upstream_unavailable")
