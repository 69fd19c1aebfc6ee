"""What docker-compose.yml starts, without Docker: its commands and variables, in its order, on a real PostgreSQL.

Names of containers become addresses of this machine, and the image's folders those of a copy.
"""

import base64
import json
import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from compose import image_environment, lay_out, read_compose
from ombelle_command.postgres import temporary_cluster
from ombelle_command.processes import free_port, wait_until

GIVEN = {
    "EVENTS_PASSWORD": "events0password",
    "MEMBERS_PASSWORD": "members0password",
    "LOANS_PASSWORD": "loans0password",
    "GATEWAY_PASSWORD": "gateway0password",
    "OMBELLE_MESSAGES_SECRET": base64.b64encode(bytes(32)).decode(),
    "GATEWAY_DEMO_URL": "http://demo:8002",
}


class Composition:
    """The services of the file, each started as it says."""

    def __init__(self, owner_url: str, root: Path) -> None:
        parts = urlsplit(owner_url)
        self.services = read_compose({**GIVEN, "POSTGRES_PASSWORD": str(parts.password)})["services"]
        self.root = root
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        ports = {port: str(free_port()) for port in ("8000", "8001", "8002", "8003", "8004", "8005")}
        self.url = f"http://127.0.0.1:{ports['8000']}"
        self._places = {
            "postgres:5432": f"{parts.hostname}:{parts.port}",
            "/var/lib/ombelle/": f"{root}/var/lib/ombelle/",
            "/srv/ombelle/": f"{root}/srv/ombelle/",
            "0.0.0.0": "127.0.0.1",
            "events:8001": f"127.0.0.1:{ports['8001']}",
            "demo:8002": f"127.0.0.1:{ports['8002']}",
            "members:8003": f"127.0.0.1:{ports['8003']}",
            "loans:8005": f"127.0.0.1:{ports['8005']}",
            "accounts:8004": f"127.0.0.1:{ports['8004']}",
            "gateway:8000": f"127.0.0.1:{ports['8000']}",
            **{f"127.0.0.1:{there}": f"127.0.0.1:{here}" for there, here in ports.items()},
        }
        self._ports = ports

    def _here(self, text: str) -> str:
        if text in self._ports:
            return self._ports[text]
        places = "|".join(map(re.escape, self._places))
        return re.sub(places, lambda found: self._places[found[0]], text)

    def _words(self, words: list[str]) -> list[str]:
        assert words[0] == "python"
        return [sys.executable, *map(self._here, words[1:])]

    def _environment(self, name: str) -> dict[str, str]:
        image = {key: self._here(value) for key, value in image_environment().items() if key != "PATH"}
        own = {
            key: self._here(str(value)) for key, value in self.services[name].get("environment", {}).items()
        }
        return {"PATH": os.environ["PATH"], **image, **own}

    def run(self, name: str) -> "subprocess.CompletedProcess[str]":
        """Run a service that ends, to its end."""
        return subprocess.run(
            self._words(self.services[name]["command"]),
            check=False,
            capture_output=True,
            text=True,
            timeout=300,
            cwd=self.root,
            env=self._environment(name),
        )

    def start(self, name: str) -> None:
        """Start a service that stays, and wait until it says that it is well."""
        with (self.root / f"{name}.log").open("wb") as log:
            self.running[name] = subprocess.Popen(
                self._words(self.services[name]["command"]),
                stdout=log,
                stderr=log,
                cwd=self.root,
                env=self._environment(name),
            )
        if "healthcheck" in self.services[name]:
            is_well = wait_until(lambda: self.is_well(name), seconds=60, every=0.2)
            assert is_well, (self.root / f"{name}.log").read_text()

    def is_well(self, name: str) -> bool:
        """Run a service's health check."""
        kind, *words = self.services[name]["healthcheck"]["test"]
        assert kind == "CMD"
        done = subprocess.run(
            self._words(words), check=False, capture_output=True, env=self._environment(name)
        )
        return done.returncode == 0

    def token(self) -> str:
        """Make an administrator's token where the gateway runs, as docs/operators.md says."""
        words = [sys.executable, "-m", "ombelle_gateway", "token"]
        done = subprocess.run(
            words, check=True, capture_output=True, text=True, env=self._environment("gateway")
        )
        return done.stdout.strip()

    def get(self, path: str) -> Any:
        """GET a JSON document through the gateway."""
        with urllib.request.urlopen(self.url + path, timeout=30) as answer:
            return json.load(answer)

    def stop(self) -> dict[str, int]:
        """Stop every service as Docker does; return their exit codes."""
        for process in self.running.values():
            process.terminate()
        return {name: process.wait(30) for name, process in self.running.items()}


@pytest.fixture
def composition(tmp_path: Path) -> Iterator[Composition]:
    lay_out(tmp_path)
    for folder in ("keys", "public-keys"):
        (tmp_path / "var/lib/ombelle" / folder).mkdir(parents=True)
    with temporary_cluster() as owner_url:
        made = Composition(owner_url, tmp_path)
        yield made
        for process in made.running.values():
            process.kill()
            process.wait()


@pytest.mark.parametrize("people", [False, pytest.param(True, marks=pytest.mark.long)])
def test_it_comes_up_in_order_and_shows_the_demo_season(composition: Composition, *, people: bool) -> None:
    """What the demo's people did takes a minute of work, by the same program that every other stack runs."""
    if not people:
        del composition.services["demo-season"]["environment"]["GATEWAY_DEMO_URL"]
    first = composition.run("prepare")
    assert first.returncode == 0, first.stderr
    keys, public = (composition.root / "var/lib/ombelle" / name for name in ("keys", "public-keys"))
    assert sorted(file.name for file in keys.iterdir()) == ["jwks.json", "signing.json"]
    assert (keys / "signing.json").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in public.iterdir()] == ["jwks.json"]
    signing = (keys / "signing.json").read_bytes()
    again = composition.run("prepare")
    assert (again.returncode, (keys / "signing.json").read_bytes()) == (0, signing)

    for name in ("demo", "events", "events-worker", "members", "loans", "accounts", "gateway"):
        composition.start(name)
    assert composition.get("/api/v1/agenda?from=2000-01-01&limit=1")["total"] == 0
    season = composition.run("demo-season")
    assert season.returncode == 0, season.stderr
    assert wait_until(
        lambda: composition.get("/api/v1/agenda?from=2000-01-01&limit=1")["total"] == 256, seconds=10
    )

    assert (composition.get("/api/v1/directory?limit=1")["total"] > 0) is people
    token = composition.token()
    request = urllib.request.Request(
        f"{composition.url}/api/v1/feeds", headers={"Authorization": f"Bearer {token}"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        assert [feed["name"] for feed in json.load(answer)["items"]] == ["national"]
    assert set(composition.stop().values()) == {0}


def test_a_preparation_that_cannot_be_says_why_and_not_the_password(composition: Composition) -> None:
    environment = composition.services["prepare"]["environment"]
    environment["OMBELLE_DATABASE_URL"] = "postgresql://postgres:s3cr3t@postgres:5432/postgres"
    refused = composition.run("prepare")
    assert refused.returncode == 1
    assert "PostgreSQL refuse ce rôle ou ce mot de passe" in refused.stderr
    assert "s3cr3t" not in refused.stdout + refused.stderr
    del environment["GATEWAY_DATABASE_URL"]
    assert composition.run("prepare").stderr == "GATEWAY_DATABASE_URL manque.\n"
