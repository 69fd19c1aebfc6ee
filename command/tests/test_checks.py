"""`./ombelle test` itself: what it shows, when it fails, and that nothing outlives it."""

import io
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from ombelle_command.check_run import Run, Section
from ombelle_command.checks import containers
from ombelle_command.processes import started_at, wait_until
from ombelle_command.say import Voice
from ombelle_command.stack import PROJECT


@pytest.fixture
def run() -> Iterator[Run]:
    run = Run(Voice(io.StringIO()), long=False)
    run.section = Section("one", lambda _: True)
    yield run
    run.close()


@pytest.mark.parametrize(("status", "passed"), [(0, True), (3, False)])
def test_a_program_is_shown_and_judged_by_its_status(run: Run, status: int, passed: bool) -> None:
    program = f"import sys; print('été'); print('oh', file=sys.stderr); sys.exit({status})"
    assert run.program([sys.executable, "-c", program]) is passed
    assert run.section
    assert sorted(run.section.lines) == ["oh", "été"]
    assert isinstance(run.voice.stream, io.StringIO)
    assert sorted(run.voice.stream.getvalue().split()) == ["oh", "été"]


def test_a_stuck_program_is_ended_with_its_children(run: Run) -> None:
    run.patience = 1.0
    program = (
        "import subprocess, sys; child = subprocess.Popen(['sleep', '600'], stdout=subprocess.DEVNULL, "
        "stderr=subprocess.DEVNULL); print(child.pid, flush=True); child.wait()"
    )
    assert run.program([sys.executable, "-c", program]) is False
    assert run.section
    child = int(run.section.lines[0])
    assert wait_until(lambda: started_at(child) is None, seconds=20)


@pytest.mark.parametrize(
    ("file", "sound", "broken", "told"),
    [
        ("docker-compose.yml", "read_only: true", "read_only: [true]", "read_only"),
        ("docker-compose.yml", "    healthcheck:", "    healthchek:", "healthchek"),
        ("deploy/Dockerfile", "WORKDIR /srv/ombelle", "WORKDIR srv", "DL3000"),
        ("deploy/Dockerfile", "USER 10001:10001", "USER root", "DL3002"),
        ("deploy/Dockerfile", "python:3.13-slim", "python", "DL3006"),
    ],
)
def test_containers_that_are_wrong_are_refused(
    run: Run, tmp_path: Path, file: str, sound: str, broken: str, told: str
) -> None:
    (tmp_path / "deploy").mkdir()
    for name in ("docker-compose.yml", "deploy/Dockerfile"):
        shutil.copy(PROJECT / name, tmp_path / name)
    assert containers(run, tmp_path) is True
    text = (tmp_path / file).read_text()
    assert sound in text
    (tmp_path / file).write_text(text.replace(sound, broken))
    assert containers(run, tmp_path) is False
    assert run.section
    assert told in "\n".join(run.section.lines)


def test_data_of_ones_own_is_out_of_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OMBELLE_DATABASE_URL", "OMBELLE_FEED_URL", "EVENTS_DATABASE_URL", "PGHOST"):
        monkeypatch.setenv(name, "mine")
    run = Run(Voice(), long=False)
    try:
        assert "mine" not in run.environment.values()
        assert "PATH" in run.environment
    finally:
        run.close()
    assert not run.folder.exists()
