"""The checks that look through a browser: every page of the stack, and the replay of a day long ago."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ombelle_command.check_run import Run, Stack, end_program
from ombelle_command.frontend import FrontendError, install, node_environment
from ombelle_command.processes import free_port
from ombelle_command.stack import PROJECT, module

BROWSER = PROJECT / "tests" / "browser"


def look(run: Run) -> bool:
    """Look at every page of the run's stack; say whether all is well. Raises FrontendError."""
    if not run.stack or run.stack.process.poll() is not None:
        run.tell("Pas de pile à regarder : elle n'a pas démarré, ou s'est arrêtée.")
        return False
    environment = _browser_environment(run)
    if "OMBELLE_CHROMIUM" not in environment:
        run.tell("Pas de Chromium sur cette machine : on prend celui du paquet npm @sparticuz/chromium.")
    passed = run.program(["npm", "test", "--silent"], folder=BROWSER, env=environment)
    if not passed and "OMBELLE_CHROMIUM" not in environment:
        run.tell("Si Chromium n'a pas démarré, installez-le (Debian, Ubuntu : apt install chromium).")
    return passed


def fetch_browser(run: Run) -> None:
    """Fetch what the browser's tests need while others run; what goes wrong is told when they want it."""
    with suppress(FrontendError, OSError):
        _browser_environment(run)


def _browser_environment(run: Run) -> dict[str, str]:
    """Return where Node and Chromium are, fetched first where they are not. Raises FrontendError."""
    with run.fetching:
        environment = node_environment(run.environment)
        install(BROWSER, environment=environment)
        if chromium := _chromium(run):
            environment["OMBELLE_CHROMIUM"] = chromium
        return environment


def replay(run: Run) -> bool:
    """Replay a day that is long ago, in the browser, on a stack of its own that holds nothing yet."""
    environment = _browser_environment(run)
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
        end_program(catcher)


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
