"""The words of `./ombelle`, and where each leads. Little is imported before it is needed."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ombelle_command.say import Voice
from ombelle_command.stack import DEFAULT_FOLDER, ROLES, NoStackError, Stack, module

DONE, FAILED, MISUSED, BUSY = 0, 1, 2, 5
DEFAULT_PORT = 8000
EPILOG = """
exemples :
  ./ombelle up                                   l'agenda de démonstration sur http://localhost:8000
  ./ombelle up --data /srv/ombelle --port 8080   d'autres données, un autre port
  ./ombelle test                                 toutes les vérifications
  ./ombelle bench                                la vitesse et le poids, mesurés contre des références nues
  ./ombelle sql events "select count(*) from event" --json
  ./ombelle sync national                        synchronise la source « national » maintenant

codes de sortie : 0 fait · 1 échec · 2 mauvais usage, ou pas de pile ici · 5 un verrou est tenu
variables : OMBELLE_DATABASE_URL, OMBELLE_PUBLIC_URL, OMBELLE_FEED_URL, OMBELLE_FEED_AGENDA,
OMBELLE_FEED_KEY
"""


@dataclass(frozen=True)
class Asked:
    """What was asked, `--data` and `--json` taken out of it."""

    folder: Path
    as_json: bool
    words: Sequence[str]


def main(words: Sequence[str]) -> int:
    """Do what the words ask; return the exit code."""
    try:
        asked = take_common(words)
    except ValueError as fault:
        print(f"ombelle: {fault}", file=sys.stderr)
        return MISUSED
    if asked.words and not asks_help(asked, "test") and (run := PASSED_ON.get(asked.words[0])):
        return _guarded(asked, lambda: run(asked))
    options = _parser().parse_args(asked.words)
    if not options.command:
        _parser().print_help()
        return MISUSED
    return _guarded(asked, lambda: int(options.run(asked, options)))


def take_common(words: Sequence[str]) -> Asked:
    """Take `--data` and `--json` out of the words, wherever they stand. Raises ValueError."""
    left, folder, as_json = [], DEFAULT_FOLDER, False
    waiting = iter(words)
    for word in waiting:
        if word == "--data" or word.startswith("--data="):
            value = word.removeprefix("--data=") if word != "--data" else next(waiting, "")
            if not value:
                raise ValueError("--data veut un dossier")
            folder = Path(value)
        elif word == "--json":
            as_json = True
        else:
            left.append(word)
    return Asked(folder, as_json, left)


def asks_help(asked: Asked, command: str) -> bool:
    """Say whether it is this command's help that is asked for."""
    return bool({"-h", "--help"}.intersection(asked.words)) and asked.words[0] == command


def _guarded(asked: Asked, run: Callable[[], int]) -> int:
    try:
        return run()
    except NoStackError as fault:
        refuse(asked, "no_stack", str(fault))
        return MISUSED
    except KeyboardInterrupt:
        return FAILED


def refuse(asked: Asked, code: str, detail: str) -> None:
    """Say on standard error why not; with --json, also as the one object on standard output."""
    if asked.as_json:
        print(json.dumps({"error": code, "detail": detail}, ensure_ascii=False))
    print(detail, file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./ombelle",
        description="Ombelle : la Fête de la science, les expositions prêtées, les membres.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--data", metavar="DOSSIER", help="le dossier de la pile (par défaut : .ombelle du projet)"
    )
    parser.add_argument("--json", action="store_true", help="répondre par un objet JSON, sur une ligne")
    commands = parser.add_subparsers(dest="command", metavar="commande")
    up = commands.add_parser("up", help="démarrer la pile et la garder debout")
    up.add_argument("--port", type=_port, default=DEFAULT_PORT, help="port du navigateur (0 : un port libre)")
    up.add_argument("--empty", action="store_true", help="sans données de démonstration")
    up.add_argument(
        "--no-people",
        action="store_true",
        help="le programme de démonstration seul, plus vite là : sans structures, personnes ni dossiers",
    )
    up.set_defaults(run=_up)
    test = commands.add_parser("test", help="vérifier tout, sur des données temporaires")
    test.add_argument("--long", action="store_true", help="aussi ce qui prend des minutes")
    test.add_argument("selection", nargs="*", help="seulement ces tests (chemins et options de pytest)")
    commands.add_parser("bench", help="mesurer la vitesse et le poids : bench [--only MESURE…] [--plot]")
    token = commands.add_parser("token", help="donner un jeton d'administration")
    token.add_argument("--minutes", type=int, help="sa durée (par défaut douze heures)")
    token.set_defaults(run=_token)
    sql = commands.add_parser("sql", help="lire la base comme un service")
    sql.add_argument("service", choices=ROLES)
    sql.add_argument("query", metavar="requête")
    sql.set_defaults(run=_sql)
    commands.add_parser("feeds", help="les sources : feeds add|list|remove …")
    commands.add_parser("sync", help="synchroniser une source : sync NOM [--full] [--force]")
    commands.add_parser("account", help="les comptes : rôles de l'agence, donnés et repris sans navigateur")
    return parser


def _port(word: str) -> int:
    port = int(word)
    if not 0 <= port <= 65535:
        raise ValueError(word)
    return port


def _up(asked: Asked, options: argparse.Namespace) -> int:
    from ombelle_command.up import Wishes, up  # noqa: PLC0415

    voice = Voice(sys.stderr if asked.as_json else sys.stdout)
    wishes = Wishes(asked.folder, options.port, options.empty, not options.no_people, asked.as_json)
    code = up(wishes, voice)
    if code and asked.as_json:
        print(json.dumps({"error": "locked" if code == BUSY else "failed"}))
    return code


def _test(asked: Asked) -> int:
    from ombelle_command.checks import run_checks  # noqa: PLC0415

    selection = [word for word in asked.words[1:] if word != "--long"]
    return run_checks(selection, long="--long" in asked.words, as_json=asked.as_json)


def _bench(asked: Asked) -> int:
    from ombelle_command.bench import run_bench  # noqa: PLC0415

    return run_bench(asked.words[1:], as_json=asked.as_json)


def _token(asked: Asked, options: argparse.Namespace) -> int:
    words = ["token", *(["--minutes", str(options.minutes)] if options.minutes is not None else [])]
    done = subprocess.run(
        module("ombelle_gateway", *words),
        check=False,
        env=Stack(asked.folder).running_environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        refuse(asked, "token_failed", "Le jeton n'a pas pu être fait.")
        return FAILED
    token = done.stdout.strip()
    print(json.dumps({"token": token}) if asked.as_json else token)
    return DONE


def _sql(asked: Asked, options: argparse.Namespace) -> int:
    from ombelle_command.sql import read  # noqa: PLC0415

    url = Stack(asked.folder).running_environment()[f"{options.service.upper()}_DATABASE_URL"]
    return read(asked, url, options.query)


def _pass_on(asked: Asked) -> int:
    """Become the service's own program with the running stack's environment; its exit codes are ours."""
    command = asked.words[0]
    environment = dict(os.environ) if asks_help(asked, command) else Stack(asked.folder).running_environment()
    words = module(PACKAGE_OF[command], *asked.words, *(["--json"] if asked.as_json else []))
    sys.stdout.flush()
    os.execve(words[0], words, environment)  # noqa: S606


PACKAGE_OF = {"account": "ombelle_gateway", "feeds": "ombelle_events", "sync": "ombelle_events"}
PASSED_ON: dict[str, Callable[[Asked], int]] = {
    "bench": _bench,
    "test": _test,
    **dict.fromkeys(PACKAGE_OF, _pass_on),
}
