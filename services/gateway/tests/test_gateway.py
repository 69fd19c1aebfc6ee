"""The documentation it publishes, its routes, its settings, its command."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from ombelle_chassis.identity import GATEWAY, IdentityVerifier
from ombelle_chassis.server import bind
from ombelle_gateway.routing import RouteTable, is_plain_path
from ombelle_gateway.settings import BadSettings, Settings

# `running` and `upstream` are described in conftest.py.
ENVIRONMENT = {
    "GATEWAY_DATABASE_URL": "postgresql://gateway:x@127.0.0.1:1/none",
    "GATEWAY_UPSTREAMS": "events=http://127.0.0.1:4711, loans=http://127.0.0.1:4712/",
    "GATEWAY_KEYS_DIR": "/keys",
    "GATEWAY_FRONTEND_DIR": "/dist",
    "OMBELLE_PUBLIC_URL": "http://localhost:8000/",
}


async def test_the_merged_document_is_served(running: Any, upstream: Any) -> None:
    async with running.get("/api/openapi.json") as got:
        document = json.loads(await got.read())
        tag = got.headers["etag"]
    assert document["servers"] == [{"url": "https://ombelle.example"}]
    assert {"/api/v1/agenda", "/api/v1/imports/loans"} <= set(document["paths"])
    async with running.get("/api/openapi.json", headers={"If-None-Match": tag}) as got:
        assert got.status == 304
    assert upstream.seen == []


async def test_the_merged_document_tells_the_gateways_own_refusals(running: Any) -> None:
    async with running.get("/api/openapi.json") as got:
        paths = json.loads(await got.read())["paths"]
    read, write = (
        paths["/api/v1/agenda"]["get"]["responses"],
        paths["/api/v1/imports/loans"]["post"]["responses"],
    )
    assert set(read) == {"401", "503", "504"}
    assert set(write) == {"401", "403", "413", "503", "504"}
    assert read["503"] == {
        "description": "`upstream_unavailable`: A service is unavailable",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


async def test_the_documentation_needs_nothing_from_elsewhere(running: Any) -> None:
    async with running.get("/api/docs") as got:
        html = (await got.read()).decode()
        assert got.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="fr">' in html
    assert not re.search(r"<script(?![^>]* src=)", html)  # the policy allows no inline script …
    assert not re.search(r"\sstyle=|<style", html)  # … and no inline style
    for address in re.findall(r'(?:src|href)="([^"]+)"', html):
        assert address.startswith("/")
    for path in re.findall(r'(?:src|href)="(/api/docs[^"]+)"', html):
        async with running.get(path) as got:
            assert got.status == 200
            assert "http" not in (await got.read()).decode()


ROUTES = RouteTable(
    {
        "events": {
            "paths": {
                "/api/v1/agenda": {"get": {}},
                "/api/v1/agenda/{event}.ics": {"get": {}},
                "/api/v1/events/{event_id}": {"get": {"security": [{"bearer": []}]}},
                "/api/v1/audit/events": {"get": {"security": [{"bearer": []}]}},
            }
        },
        "loans": {"paths": {"/api/v1/audit": {"get": {}}, "/api/v1/audit/loans/{id}/rows": {"get": {}}}},
    }
)


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/api/v1/agenda", "events"),
        ("/api/v1/agenda/a/b", "events"),
        ("/api/v1/agenda.ics", None),
        ("/api/v1/events", "events"),
        ("/api/v1/audit/events/7", "events"),
        ("/api/v1/audit/loans", "loans"),
        ("/api/v1/audit/else", "loans"),
        ("/api/v1", None),
        ("/", None),
        ("", None),
    ],
)
def test_the_longest_prefix_says_which_service(path: str, service: str | None) -> None:
    assert ROUTES.service_for(path) == service


@pytest.mark.parametrize(
    ("path", "public"),
    [
        ("/api/v1/agenda", True),
        ("/api/v1/agenda/a.ics", True),
        ("/api/v1/agenda/a", False),
        ("/api/v1/events/7", False),
        ("/api/v1/audit/loans/1/rows", True),
        ("/api/v1/agendas", False),
    ],
)
def test_what_is_published_without_security_is_public(path: str, public: bool) -> None:
    assert ROUTES.is_public(path) is public


@pytest.mark.parametrize("path", ["/a/../b", "/a/./b", "/a//b", "/a/..", "/..", "/a\\b", "/a\0"])
def test_ambiguous_paths_are_known(path: str) -> None:
    assert not is_plain_path(path)
    assert is_plain_path("/a/b.c/..d/")


def test_settings_come_from_the_environment() -> None:
    settings = Settings.from_environment({**ENVIRONMENT, "GATEWAY_READY_FILE": "/ready"})
    assert settings == Settings(
        database_url="postgresql://gateway:x@127.0.0.1:1/none",
        upstreams={"events": "http://127.0.0.1:4711", "loans": "http://127.0.0.1:4712"},
        keys_dir=Path("/keys"),
        frontend_dir=Path("/dist"),
        ready_file=Path("/ready"),
        public_url="http://localhost:8000",
    )
    assert Settings.from_environment(ENVIRONMENT).ready_file is None


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, "") for name in ENVIRONMENT]
    + [
        ("GATEWAY_UPSTREAMS", "http://127.0.0.1:1"),
        ("GATEWAY_UPSTREAMS", "events=127.0.0.1:1"),
        ("OMBELLE_PUBLIC_URL", "localhost"),
        ("OMBELLE_PUBLIC_URL", "javascript:alert(1)"),
        ("OMBELLE_PUBLIC_URL", "https://agenda.example.fr/fete"),
    ],
)
def test_a_setting_that_is_wrong_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSettings, match=name):
        Settings.from_environment({**ENVIRONMENT, name: value})


def run(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "ombelle_gateway", *arguments],
        check=False,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )


def test_token_and_keys(tmp_path: Path) -> None:
    folder = str(tmp_path / "keys")
    made = run("keys", GATEWAY_KEYS_DIR=folder)
    assert made.returncode == 0
    before = (tmp_path / "keys" / "signing.json").read_text()
    plain = run("token", GATEWAY_KEYS_DIR=folder)
    short = json.loads(run("token", "--minutes", "5", "--json", GATEWAY_KEYS_DIR=folder).stdout)
    assert (tmp_path / "keys" / "signing.json").read_text() == before
    check = IdentityVerifier(tmp_path / "keys" / "jwks.json", audience=GATEWAY)
    for token in (plain.stdout.strip(), short["token"]):
        assert check.verify(token).roles == {"administrator"}
    assert short["minutes"] == 5


def test_wrong_usage_is_2(tmp_path: Path) -> None:
    assert run("token", GATEWAY_KEYS_DIR="").returncode == 2
    assert run("token", "--minutes", "0", GATEWAY_KEYS_DIR=str(tmp_path)).returncode == 2
    assert run("serve", GATEWAY_KEYS_DIR=str(tmp_path)).returncode == 2
    refused = run("serve", "--port", "1", GATEWAY_UPSTREAMS="", GATEWAY_DATABASE_URL="")
    assert refused.returncode == 2
    assert "GATEWAY_DATABASE_URL" in refused.stderr


def test_the_process_serves_without_cryptography_and_ends_cleanly(tmp_path: Path) -> None:
    listener = bind(["127.0.0.1"], 0)[0]
    port = listener.getsockname()[1]
    listener.close()
    environment = os.environ | ENVIRONMENT | {"GATEWAY_KEYS_DIR": str(tmp_path)}
    program = (
        "import sys; from ombelle_gateway.__main__ import main; "
        f"code = main(['serve', '--port', '{port}']); "
        "print(*[name for name in ('fastapi', 'starlette', 'sqlalchemy', 'pydantic', 'joserfc', 'cryptography') "
        "if name in sys.modules]); sys.exit(code)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stderr is not None
            next(
                line
                for line in process.stderr
                if json.loads(line)["event"] == "Application startup complete."
            )
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=20) as got:
                assert json.load(got) == {"status": "ok"}
            process.send_signal(signal.SIGTERM)
            out, _ = process.communicate(timeout=20)
        finally:
            process.kill()  # nothing to do when all went well; else the test would wait for ever
        assert process.returncode == 0
        assert out == "\n"
