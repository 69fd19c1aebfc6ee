"""The supervisor, in a process of its own since it takes over signals."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from ombelle_command.processes import started_at, wait_until
from ombelle_command.supervisor import LONGEST_WAIT, SHORTEST_WAIT, Service

PROGRAM = """
import signal, sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.SIG_IGN)  # as a background shell hands it down
from ombelle_command.say import Voice
from ombelle_command.stack import Stack
from ombelle_command.supervisor import Service, StoppedError, Supervisor
stack = Stack(Path(sys.argv[1]))
stack.hold()
with Supervisor(stack, Voice(sys.stderr)) as supervisor:
    supervisor.end_leftovers()
    for name in ("one", "two"):
        supervisor.start(Service(name, ["sleep", "600"], {"PATH": "/usr/bin:/bin"}))
    try:
        supervisor.watch()
    except StoppedError:
        pass
"""


class Watched:
    def __init__(self, folder: Path) -> None:
        self.children_file = folder / "run" / "children.json"
        self.process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(folder)])
        assert wait_until(lambda: len(self.children()) == 2, seconds=20)

    def children(self) -> dict[str, int]:
        try:
            return {name: child["pid"] for name, child in json.loads(self.children_file.read_text()).items()}
        except FileNotFoundError:
            return {}

    def end(self, sign: signal.Signals) -> int:
        self.process.send_signal(sign)
        return self.process.wait(20)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    watched = Watched(tmp_path / "data")
    yield watched
    watched.process.kill()
    watched.process.wait()


def waits(lives: list[float]) -> list[float]:
    """How long a service that lives so many seconds each time waits before each restart."""
    service, now, found = Service("one", ["sleep", "600"], {}), 1000.0, []
    for life in lives:
        service.started = now
        now += life
        service.plan_restart(now)
        assert service.due is not None
        found.append(round(service.due - now, 3))
        now = service.due
    return found


def test_what_is_killed_again_and_again_is_back_at_once() -> None:
    assert waits([60.0] + [3.0] * 9) == [SHORTEST_WAIT] * 10


def test_what_dies_of_itself_is_started_less_and_less_often() -> None:
    dying = waits([0.5] * 10)
    assert dying[:3] == [SHORTEST_WAIT, 2 * SHORTEST_WAIT, 4 * SHORTEST_WAIT]
    assert dying[-1] == LONGEST_WAIT
    assert waits([0.5] * 10 + [3.0])[-1] == SHORTEST_WAIT


def gone(pids: dict[str, int]) -> bool:
    return all(started_at(pid) is None for pid in pids.values())


def test_what_dies_comes_back(watched: Watched) -> None:
    before = watched.children()
    os.kill(before["one"], signal.SIGKILL)
    assert wait_until(lambda: watched.children()["one"] != before["one"], seconds=20)
    assert watched.children()["two"] == before["two"]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_stop_it_leaves_nothing(watched: Watched, sign: signal.Signals) -> None:
    children = watched.children()
    assert watched.end(sign) == 0
    assert gone(children)
    assert not watched.children_file.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's promise is Linux's")
def test_killed_it_takes_everything_along(watched: Watched) -> None:
    children = watched.children()
    watched.end(signal.SIGKILL)
    assert wait_until(lambda: gone(children), seconds=20)


def test_it_ends_what_another_left_and_nothing_else(tmp_path: Path) -> None:
    run = tmp_path / "data" / "run"
    run.mkdir(parents=True)
    left, bystander = (subprocess.Popen(["sleep", "600"]) for _ in range(2))
    stops_on = int(signal.SIGTERM)
    children = {
        "left": {"pid": left.pid, "started": started_at(left.pid), "stops_on": stops_on},
        "reused": {
            "pid": bystander.pid,
            "started": "an earlier process of that number",
            "stops_on": stops_on,
        },
    }
    (run / "children.json").write_text(json.dumps(children))
    watched = subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path / "data")])
    try:
        assert left.wait(20) == -signal.SIGTERM
        assert bystander.poll() is None
    finally:
        for process in (watched, bystander):
            process.terminate()
            process.wait(20)


DIES_AT_FIRST = """
import sys
from pathlib import Path
from ombelle_command.say import StepError, Voice
from ombelle_command.stack import Stack
from ombelle_command.supervisor import Service, Supervisor
folder, tries = Path(sys.argv[1]), int(sys.argv[2])
stack = Stack(folder)
stack.hold()
voice, deaths = Voice(sys.stderr), folder / "deaths"
# dies four times, then stays
script = f'echo >> "{deaths}"; [ $(wc -l < "{deaths}") -gt 4 ] && touch "{folder}/answers" && exec sleep 600; exit 1'
service = Service("one", ["sh", "-c", script], {"PATH": "/usr/bin:/bin"}, tries=tries)
with Supervisor(stack, voice) as supervisor, voice.step("one") as step:
    supervisor.start(service)
    try:
        supervisor.wait_for(service, (folder / "answers").exists, step)
    except StepError:
        sys.exit(1)
"""


@pytest.mark.parametrize(("tries", "status"), [(3, 1), (8, 0)])
def test_what_dies_before_it_answers_is_given_up_after_its_tries(
    tmp_path: Path, tries: int, status: int
) -> None:
    words = [sys.executable, "-c", DIES_AT_FIRST, str(tmp_path / "data"), str(tries)]
    assert subprocess.run(words, check=False, timeout=60).returncode == status
