"""Makes a database and its keys ready for the services: what `up` does step by step, in one go for containers.

Run as `python -m ombelle_command.prepare` with the services' own variables, each database address holding its
role's password, and OMBELLE_DATABASE_URL, an owner's. As often as one likes: what is there already stays.

With OMBELLE_FEED_URL, or with OMBELLE_DEMO_URL where the demo's server answers, it declares the feed `national`;
with `--sync` it reads it too. With `--season GATEWAY` as well, the demo's people and organisations come through that
gateway, where GATEWAY_DEMO_URL lets them sign in.
"""

import argparse
import base64
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from ombelle_command.stack import ROLES, module

FEED = "national"
SEASON_FAILURE = "Les structures et les personnes de démonstration n'ont pas pu être chargées."
PAST = ("ombelle_events", "past")
SECRET, SECRET_BYTES = "OMBELLE_MESSAGES_SECRET", 24


class PrepareError(Exception):
    """Something is missing or was refused; the text is for a person to read."""


@dataclass(frozen=True)
class Step:
    """A program that has to succeed: how it is called on screen, what is said when it fails."""

    title: str
    failure: str
    words: tuple[str, ...]


KEYS = Step("clés de signature", "Les clés n'ont pas pu être faites.", ("ombelle_gateway", "keys"))
# At once: four migrations one after the other are half of what a second `up` takes.
SCHEMAS = Step(
    "schémas et communes du territoire",
    "Les schémas n'ont pas pu être mis à jour, ou le territoire n'a pas pu être chargé.",
    (
        "ombelle_command.together",
        "ombelle_events migrate, ombelle_events load-territory",
        "ombelle_members migrate",
        "ombelle_loans migrate",
        "ombelle_gateway migrate",
    ),
)


def roles_of(environment: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return the database's name and each role's password, from the addresses that services get.

    Raises PrepareError.
    """
    databases: set[str] = set()
    passwords: dict[str, str] = {}
    for role in ROLES:
        name = f"{role.upper()}_DATABASE_URL"
        parts = urlsplit(_given(environment, name))
        if unquote(parts.username or "") != role or not parts.password or len(parts.path) < 2:
            raise PrepareError(f"{name} : attendu postgresql://{role}:MOT-DE-PASSE@HÔTE:5432/BASE")
        passwords[role] = unquote(parts.password)
        databases.add(unquote(parts.path[1:]))
    if len(databases) > 1:
        raise PrepareError("Les services n'ont pas la même base : " + ", ".join(sorted(databases)))
    return databases.pop(), passwords


def check_secret(secret: str) -> None:
    """Refuse a secret of messages that would sign nothing well. Raises PrepareError, which does not quote it."""
    try:
        length = len(base64.b64decode(secret, validate=True))
    except ValueError:
        length = 0
    if length < SECRET_BYTES:
        raise PrepareError(
            f"{SECRET} : attendu {SECRET_BYTES} octets ou plus en base64 (openssl rand -base64 32)."
        )


def real_feed(environment: Mapping[str, str]) -> list[str] | None:
    """Return the words that declare the feed that the environment names, None when it names none.

    Raises PrepareError when it says half of it.
    """
    url = environment.get("OMBELLE_FEED_URL")
    if not url:
        return None
    agenda, key = environment.get("OMBELLE_FEED_AGENDA"), environment.get("OMBELLE_FEED_KEY")
    if not agenda or not key:
        raise PrepareError("OMBELLE_FEED_URL veut aussi OMBELLE_FEED_AGENDA et OMBELLE_FEED_KEY.")
    edition = environment.get("OMBELLE_FEED_EDITION")
    return _feed_words(url, agenda, key, *(["--edition", edition] if edition else []))


def demo_feed(where: Mapping[str, str | int], url: str) -> list[str]:
    """Return the words that declare the demo's feed; `where` is what `ombelle_demo where` prints."""
    return _feed_words(url, str(where["agenda"]), str(where["key"]), "--edition", str(where["edition"]))


def season_words(gateway: str, public_url: str) -> tuple[str, ...]:
    """Return the words that let the demo's people do what they did, through a gateway."""
    return ("ombelle_demo", "season", "--url", gateway, "--origin", public_url)


def past_of(told: str) -> dict[str, Any] | None:
    """Return what `PAST` is to be told, of what the season printed; None where nothing was loaded."""
    lines = told.strip().splitlines()
    past: dict[str, Any] | None = json.loads(lines[-1]).get("past") if lines else None
    return past or None


def _feed_words(url: str, agenda: str, key: str, *more: str) -> list[str]:
    words = ["feeds", "add", FEED, "--replace", "--kind", "openagenda-v2", "--every", "60"]
    return [*words, "--url", url, "--agenda", agenda, "--key", key, *more]


def prepare(environment: Mapping[str, str], *, sync: bool, gateway: str | None = None) -> None:
    """Do all of it. Raises PrepareError."""
    check_secret(_given(environment, SECRET))
    _set_up_database(environment)
    run(KEYS)
    _hand_over_public_keys(environment)
    run(SCHEMAS)
    if declared := _declared_feed(environment):
        run(Step("source", "La source n'a pas pu être déclarée.", ("ombelle_events", *declared)))
        if sync:
            run(Step("programme", "La synchronisation a échoué.", ("ombelle_events", "sync", FEED)))
    if gateway and environment.get("GATEWAY_DEMO_URL"):
        words = season_words(gateway, _given(environment, "OMBELLE_PUBLIC_URL"))
        told = run(Step("structures et personnes de démonstration", SEASON_FAILURE, words))
        if past := past_of(told):
            run(Step("leurs dossiers, à leur date", SEASON_FAILURE, PAST), given=past)


def run(step: Step, *, given: Any = None) -> str:
    """Run a program, given JSON on its standard input; return what it printed. Raises PrepareError."""
    print(f"… {step.title}", flush=True)
    done = subprocess.run(
        module(*step.words),
        check=False,
        stdout=subprocess.PIPE,
        text=True,
        input=None if given is None else json.dumps(given),
    )
    if done.returncode:
        raise PrepareError(step.failure)
    return done.stdout


def _set_up_database(environment: Mapping[str, str]) -> None:
    import asyncio  # noqa: PLC0415 (`up` reads this module too, and stays small)

    from ombelle_command.database import FAULTS, in_french, set_up  # noqa: PLC0415

    print("… base et droits", flush=True)
    owner_url = _given(environment, "OMBELLE_DATABASE_URL")
    database, passwords = roles_of(environment)
    try:
        asyncio.run(set_up(owner_url, database=database, passwords=passwords))
    except FAULTS as fault:
        raise PrepareError(f"La base de données n'a pas pu être préparée. {in_french(fault)}") from fault


def _hand_over_public_keys(environment: Mapping[str, str]) -> None:
    """Copy the public keys where services read them, when that is not where the private key lies."""
    made = Path(_given(environment, "GATEWAY_KEYS_DIR")) / "jwks.json"
    wanted = Path(environment.get("OMBELLE_JWKS_FILE") or made)
    if wanted != made:
        unfinished = wanted.with_name(wanted.name + ".unfinished")
        unfinished.write_bytes(made.read_bytes())
        unfinished.replace(wanted)


def _declared_feed(environment: Mapping[str, str]) -> list[str] | None:
    if words := real_feed(environment):
        return words
    url = environment.get("OMBELLE_DEMO_URL")
    if not url:
        return None
    where = run(Step("démonstration", "La démonstration manque.", ("ombelle_demo", "where")))
    return demo_feed(json.loads(where), url)


def _given(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "").strip()
    if not value:
        raise PrepareError(f"{name} manque.")
    return value


def main(words: Sequence[str]) -> int:
    """Prepare; tell a failure on standard error, with status 1."""
    parser = argparse.ArgumentParser(prog="python -m ombelle_command.prepare", description=__doc__)
    parser.add_argument("--sync", action="store_true", help="read the declared feed as well")
    parser.add_argument(
        "--season", metavar="GATEWAY", help="load the demo's people and organisations through it"
    )
    asked = parser.parse_args(words)
    try:
        prepare(os.environ, sync=asked.sync, gateway=asked.season)
    except (PrepareError, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
