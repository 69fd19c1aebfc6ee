"""`./ombelle test`: every check of the house, in order, on temporary data; a summary; one exit code."""

import json
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ombelle_command.browser_checks import fetch_browser, look, replay
from ombelle_command.check_run import Run, Section, Stack
from ombelle_command.frontend import FRONTEND, FrontendError, install, node_environment
from ombelle_command.say import Voice, seconds
from ombelle_command.stack import PROJECT, module


def run_checks(selection: Sequence[str], *, long: bool, as_json: bool) -> int:
    """Run everything, or pytest alone on a selection; return 0 when all is green."""
    voice = Voice(sys.stderr if as_json else sys.stdout)
    sections = [Section("tests choisis", lambda run: _pytest(run, selection))] if selection else _sections()
    if long and not selection:
        sections.append(Section("l’assemblée du 4 mai 2023, rejouée", replay))
    with _run(voice, long=long) as run:
        if not selection:  # it starts while the code is looked at by programs that keep one core busy
            run.stack = Stack(run.folder, run.environment)
            threading.Thread(target=fetch_browser, args=[run], daemon=True).start()
        for section in sections:
            _do(run, section)
    _sum_up(voice, sections)
    passed = all(section.passed for section in sections)
    if as_json:
        told = [{"title": s.title, "passed": s.passed, "seconds": round(s.spent, 1)} for s in sections]
        print(json.dumps({"passed": passed, "sections": told}, ensure_ascii=False))
    return 0 if passed else 1


@contextmanager
def _run(voice: Voice, *, long: bool) -> Iterator[Run]:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, interrupt)
    run = Run(voice, long=long)
    try:
        yield run
    finally:
        run.close()


def _do(run: Run, section: Section) -> None:
    run.voice.say(f"\n━━ {section.title}")
    run.section, began = section, time.monotonic()
    try:
        section.passed = section.run(run)
    except (FrontendError, OSError) as fault:
        run.tell(str(fault))
        section.passed = False
    section.spent = time.monotonic() - began
    run.voice.say(f"   {'✓' if section.passed else '✗'} {section.title} ({seconds(section.spent)})")


def _sum_up(voice: Voice, sections: Sequence[Section]) -> None:
    for section in sections:
        if not section.passed:
            voice.say(f"\n━━ {section.title} : les dernières lignes")
            for line in section.lines:
                voice.say(f"   │ {line}")
    voice.say("\n━━ En somme")
    for section in sections:
        voice.say(f"   {'✓' if section.passed else '✗'} {section.title:<34} {seconds(section.spent):>8}")
    failed = sum(not section.passed for section in sections)
    voice.say(f"\n{'Tout est vert.' if not failed else f'{failed} vérification(s) en échec.'}")


def _sections() -> list[Section]:
    return [
        Section("lint (ruff)", lambda run: run.program(module("ruff", "check", ".", "ombelle"))),
        Section(
            "mise en forme (ruff)",
            lambda run: run.program(module("ruff", "format", "--check", ".", "ombelle")),
        ),
        Section("types (mypy --strict)", lambda run: run.program(module("mypy"))),
        Section("murs entre paquets (import-linter)", lambda run: run.program(_import_linter())),
        Section("contrats OpenAPI à jour", lambda run: run.program(module("ombelle_command.openapi"))),
        Section("conteneurs (compose, hadolint)", containers),
        Section("interface : types, lint, tests", _frontend),
        Section("une pile, de rien à l'agenda", _wait_for_stack),
        Section("tests Python", lambda run: _pytest(run, [])),
        Section("navigateur et accessibilité", look),
    ]


def _import_linter() -> list[str]:
    # by module rather than by script: scripts hold the path of the folder the environment was made in
    return [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]


def containers(run: Run, folder: Path = PROJECT) -> bool:
    """Hold docker-compose.yml to the Compose specification, and the Dockerfile to what is known of good ones."""
    schema = module("check_jsonschema", "--builtin-schema", "vendor.compose-spec")
    is_compose = run.program([*schema, str(folder / "docker-compose.yml")])
    # a program of the environment, no Python module
    hadolint = Path(sys.executable).with_name("hadolint")
    return run.program([str(hadolint), str(folder / "deploy" / "Dockerfile")]) and is_compose


def _wait_for_stack(run: Run) -> bool:
    run.stack = run.stack or Stack(run.folder, run.environment)
    passed = run.stack.wait()
    for line in run.stack.log.read_text(errors="replace").splitlines():
        run.tell(line)
    if passed:
        run.environment |= run.stack.environment
    return passed


def _pytest(run: Run, selection: Sequence[str]) -> bool:
    chosen = [] if run.long else ["-m", "not long"]
    # a group of tests shares one stack, hence one worker; more workers than cores, since they wait for PostgreSQL
    return run.program(module("pytest", "-n", "4", "--dist", "loadgroup", *chosen, *selection))


def _frontend(run: Run) -> bool:
    environment = node_environment(run.environment)
    install(FRONTEND, environment=environment)
    return run.program(["npm", "run", "--silent", "check"], folder=FRONTEND, env=environment)
