"""How `./ombelle` makes its environment: once, again when it must, never half."""

import json
import os
import sys
from pathlib import Path

import pytest
from ombelle_command import bootstrap


class Project:
    """A project whose installations are only written down."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.done = folder, list[str]()
        self.fails_at: str | None = None

    def run(self, what: str, words: list[str], advice: str) -> None:
        self.done.append(what)
        if self.fails_at and self.fails_at in what:
            raise bootstrap.StepError(what, "no network", advice)
        if "venv" in words:
            bootstrap.packages_of(sys.version.split()[0]).mkdir(parents=True)
            bootstrap.PYTHON.parent.mkdir()
            bootstrap.PYTHON.symlink_to(sys.executable)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    project = Project(tmp_path)
    (tmp_path / "ombelle").touch()
    (tmp_path / "services" / "events" / "src").mkdir(parents=True)
    for lock in bootstrap.LOCKS.values():
        (tmp_path / lock).write_text("one==1")
    place(tmp_path, monkeypatch)
    monkeypatch.setattr(bootstrap, "run", project.run)
    return project


def place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    venv = folder / ".venv"
    changes = {
        "PROJECT": folder,
        "VENV": venv,
        "PYTHON": venv / "bin" / "python",
        "STAMP": venv / "ombelle.json",
    }
    for name, value in changes.items():
        monkeypatch.setattr(bootstrap, name, value)


def test_it_is_made_once(project: Project) -> None:
    bootstrap.prepare("run")
    assert project.done == ["environnement Python", "paquets de requirements.lock"]
    paths = bootstrap.packages_of(sys.version.split()[0]) / "ombelle.pth"
    assert str(project.folder / "services" / "events" / "src") in paths.read_text().splitlines()
    bootstrap.prepare("run")
    assert len(project.done) == 2


def test_a_changed_lock_is_installed_in_place(project: Project) -> None:
    bootstrap.prepare("run")
    (project.folder / "requirements.lock").write_text("one==2")
    bootstrap.prepare("run")
    assert project.done[2:] == ["paquets de requirements.lock"]


def test_what_tests_need_is_added_and_kept(project: Project) -> None:
    bootstrap.prepare("run")
    bootstrap.prepare("dev")
    bootstrap.prepare("run")
    assert project.done[2:] == ["paquets de requirements-dev.lock"]
    (project.folder / "requirements.lock").write_text("one==2")
    bootstrap.prepare("run")
    assert project.done[3:] == ["paquets de requirements-dev.lock"], (
        "an update does not take the tests' tools away"
    )


@pytest.mark.parametrize("step", ["environnement", "paquets"])
def test_an_interrupted_making_is_begun_again(project: Project, step: str) -> None:
    project.fails_at = step
    with pytest.raises(bootstrap.StepError):
        bootstrap.prepare("run")
    assert bootstrap.stamp() is None
    project.fails_at = None
    bootstrap.prepare("run")
    assert bootstrap.stamp() is not None


def test_a_moved_folder_makes_it_again(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.prepare("run")
    moved = tmp_path.with_name(tmp_path.name + "-moved")
    tmp_path.rename(moved)
    place(moved, monkeypatch)
    bootstrap.prepare("run")
    assert project.done.count("environnement Python") == 2
    assert json.loads(bootstrap.STAMP.read_text())["venv"] == str(moved / ".venv")


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["test", "--long"], "test"),
        (["--data", "test", "up"], "up"),
        (["--json", "token"], "token"),
        ([], ""),
    ],
)
def test_the_commands_name_is_found(words: list[str], command: str) -> None:
    assert bootstrap.command_of(words) == command


def test_modules_are_compiled_once_even_where_the_machine_forbids_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_down: list[dict[str, str]] = []
    monkeypatch.setattr(bootstrap.os, "execv", lambda *_: handed_down.append(dict(os.environ)))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    bootstrap.become(["up"])
    assert [("PYTHONDONTWRITEBYTECODE" in environment) for environment in handed_down] == [False]
