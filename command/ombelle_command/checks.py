"""`./ombelle test`: every check of the house, in order, on temporary data; a summary; one exit code."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from ombelle_command.frontend import FRONTEND, FrontendError, install, node_environment
from ombelle_command.processes import dies_with_parent, free_port
from ombelle_command.say import Voice, seconds
from ombelle_command.stack import LOOPBACK, PROJECT, module

BROWSER = PROJECT / "tests" / "browser"
NOT_OURS = ("OMBELLE_", "EVENTS_", "MEMBERS_", "LOANS_", "GATEWAY_", "PG")
OURS = ("OMBELLE_STORM_",)  # the seed of a storm that is to be repeated, and where to report it
START_PATIENCE = 300.0  # seconds a first `up` may take, npm included
PATIENCE, LONG_PATIENCE = 1500.0, 5400.0  # seconds one program may take before it is taken for stuck
KEPT_LINES = 150  # of a check that failed: its first failure explains the others


@dataclass
class Section:
    """One check: its title, what it does (true when green), and how it went."""

    title: str
    run: Callable[["Run"], bool]
    passed: bool | None = None
    spent: float = 0.0
    lines: deque[str] = field(default_factory=lambda: deque(maxlen=KEPT_LINES))


class Run:
    """One `./ombelle test`."""

    def __init__(self, voice: Voice, *, long: bool) -> None:
        self.voice, self.long = voice, long
        self.patience = LONG_PATIENCE if long else PATIENCE
        self.folder = Path(tempfile.mkdtemp(prefix="ombelle test "))
        self.folder.chmod(0o711)  # PostgreSQL's own account walks through when we are root
        self.environment = {
            k: v for k, v in os.environ.items() if k.startswith(OURS) or not k.startswith(NOT_OURS)
        }
        self.stack: Stack | None = None
        self.section: Section | None = None

    def program(
        self, words: Sequence[str], *, folder: Path = PROJECT, env: Mapping[str, str] | None = None
    ) -> bool:
        """Run a program, showing what it says; say whether it went well."""
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            cwd=folder,
            env={**self.environment, **(env or {})},
            start_new_session=True,
        )
        watchdog = threading.Timer(self.patience, self._give_up, [process])
        watchdog.start()
        try:
            for line in process.stdout or ():
                self.tell(line.rstrip("\n"))
            return process.wait() == 0
        finally:
            watchdog.cancel()
            _end(process)
            if process.stdout:
                process.stdout.close()

    def _give_up(self, process: "subprocess.Popen[str]") -> None:
        self.tell(f"Rien n'a abouti en {seconds(self.patience)} : on arrête là.")
        _end(process)

    def tell(self, line: str) -> None:
        """Show a line and keep it for the summary."""
        self.voice.say(line)
        if self.section:
            self.section.lines.append(line)

    def close(self) -> None:
        """End the stack and remove the data."""
        if self.stack:
            self.stack.end()
        shutil.rmtree(self.folder, ignore_errors=True)


class Stack:
    """The stack the journeys and the browser look at; `options` are those of `up`."""

    def __init__(self, folder: Path, environment: Mapping[str, str], *options: str) -> None:
        folder.mkdir(mode=0o711, exist_ok=True)
        self.data, self.port = folder / "data", free_port()
        self.log = folder / "up.log"
        words = module("ombelle_command", "up", "--data", str(self.data), "--port", str(self.port), *options)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                words,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # people of many households come from this one machine: tests say from which
                env={**environment, "OMBELLE_TRUSTED_PROXIES": LOOPBACK},
                start_new_session=True,
                preexec_fn=dies_with_parent(signal.SIGTERM),  # noqa: PLW1509 (the only thread there is)
            )

    @property
    def environment(self) -> dict[str, str]:
        """What the tests read to find it."""
        return {"OMBELLE_BASE_URL": f"http://localhost:{self.port}", "OMBELLE_STACK_DATA": str(self.data)}

    def wait(self) -> bool:
        """Wait until it is ready."""
        end = time.monotonic() + START_PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            if (self.data / "run" / "ready").exists():
                return True
            time.sleep(0.1)
        return False

    def end(self) -> None:
        """Stop it."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def run_checks(selection: Sequence[str], *, long: bool, as_json: bool) -> int:
    """Run everything, or pytest alone on a selection; return 0 when all is green."""
    voice = Voice(sys.stderr if as_json else sys.stdout)
    sections = [Section("tests choisis", lambda run: _pytest(run, selection))] if selection else _sections()
    if long and not selection:
        sections.append(Section("l’assemblée du 4 mai 2023, rejouée", _replay))
    with _run(voice, long=long) as run:
        if not selection:  # it starts while the code is looked at by programs that keep one core busy
            run.stack = Stack(run.folder, run.environment)
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
        Section("navigateur et accessibilité", _browser),
    ]


def _end(process: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> None:
    """End a program and all of its session: asked first, so that it puts its own things away, then made to."""
    for sign, patience in ((signal.SIGINT, 20.0), (signal.SIGKILL, 5.0)):
        if process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, sign)
            with suppress(subprocess.TimeoutExpired):
                process.wait(patience)


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


def _browser(run: Run) -> bool:
    if not run.stack or run.stack.process.poll() is not None:
        run.tell("Pas de pile à regarder : elle n'a pas démarré, ou s'est arrêtée.")
        return False
    environment = node_environment(run.environment)
    install(BROWSER, environment=environment)
    if chromium := _chromium(run):
        environment["OMBELLE_CHROMIUM"] = chromium
    else:
        run.tell("Pas de Chromium sur cette machine : on prend celui du paquet npm @sparticuz/chromium.")
    passed = run.program(["npm", "test", "--silent"], folder=BROWSER, env=environment)
    if not passed and not chromium:
        run.tell("Si Chromium n'a pas démarré, installez-le (Debian, Ubuntu : apt install chromium).")
    return passed


def _replay(run: Run) -> bool:
    """Replay a day that is long ago, in the browser, on a stack of its own that holds nothing yet."""
    environment = node_environment(run.environment)
    install(BROWSER, environment=environment)
    if chromium := _chromium(run):
        environment["OMBELLE_CHROMIUM"] = chromium
    with an_empty_stack(run.folder / "replay", run.environment) as told:
        if told is None:
            run.tell("La pile vide n'a pas démarré.")
            return False
        return run.program(["npm", "run", "long", "--silent"], folder=BROWSER, env=environment | told)


@contextmanager
def an_empty_stack(folder: Path, environment: Mapping[str, str]) -> Iterator[dict[str, str] | None]:
    """Start a stack without the demo, with a catcher of its mails; give what a test reads to find its way in.

    That is where it answers and where its mails are read, the link that lets a secretary in, and the Python that reads
    PDF files. None where it does not start.
    """
    web, smtp = free_port(), free_port()
    caught = module("ombelle_demo", "serve", "--port", str(web), "--smtp-port", str(smtp))
    quiet = subprocess.DEVNULL
    catcher = subprocess.Popen(
        caught,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        env=dict(environment),
        text=True,
        start_new_session=True,
    )
    stack = Stack(folder, {**environment, "OMBELLE_SMTP_URL": f"smtp://127.0.0.1:{smtp}"}, "--empty")
    try:
        if not stack.wait():
            yield None
            return
        words = [
            "--data",
            str(stack.data),
            "--name",
            "Sacha Secrétaire",
            "--role",
            "secretary",
            "--link",
            "--json",
        ]
        account = module("ombelle_command", "account", "secretariat@example.org", *words)
        made = subprocess.run(account, check=False, capture_output=True, text=True, env=dict(environment))
        if made.returncode != 0:
            yield None
            return
        yield {
            **stack.environment,
            "OMBELLE_MAILS_URL": f"http://127.0.0.1:{web}/mails",
            "OMBELLE_SECRETARY_LINK": json.loads(made.stdout)["link"],
            "OMBELLE_PYTHON": sys.executable,
        }
    finally:
        stack.end()
        _end(catcher)


def _chromium(run: Run) -> str | None:
    """Find the machine's Chromium; as root on Debian, install it. None when npm's has to do.

    Its headless shell first: whole, it draws the windows that nobody sees, which is half of the time the tests take.
    """
    shell = "chromium-headless-shell"
    if found := shutil.which(shell):
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        run.tell("Installation de Chromium (paquet Debian)…")
        if _apt(run, "update", "-qq") and _apt(run, "install", "-y", "-qq", "--no-install-recommends", shell):
            return shutil.which(shell)
    whole = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, whole)), None)


def _apt(run: Run, *words: str) -> bool:
    with (run.folder / "apt.log").open("ab") as log:
        env = run.environment | {"DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(["apt-get", *words], check=False, stdout=log, stderr=log, env=env)
    return done.returncode == 0
