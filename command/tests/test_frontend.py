"""When the SPA is built, and with which Node."""

import os
import threading
from pathlib import Path

import pytest
from ombelle_command import frontend


@pytest.fixture
def spa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """A frontend of three files; returns what npm is asked."""
    (tmp_path / "src").mkdir()
    for name in ("package.json", "package-lock.json", "src/main.ts"):
        (tmp_path / name).write_text("{}")
    asked: list[tuple[str, ...]] = []

    def npm(folder: Path, *words: str, environment: object = None) -> None:
        asked.append(words)
        made = folder / ("node_modules" if words[0] == "ci" else "dist")
        made.mkdir(exist_ok=True)
        (made / "made.js").write_text(str(environment))

    monkeypatch.setattr(frontend, "FRONTEND", tmp_path)
    monkeypatch.setattr(frontend, "npm", npm)
    return asked


def test_it_is_built_once_and_again_when_a_source_changes(spa: list[tuple[str, ...]]) -> None:
    assert frontend.build()
    assert not frontend.build(), "what it made itself changes nothing"
    assert [words[0] for words in spa] == ["ci", "run"]
    (frontend.FRONTEND / "src" / "main.ts").write_text("changed")
    assert frontend.build()
    assert [words[0] for words in spa] == ["ci", "run", "run"], "the modules stay"
    (frontend.FRONTEND / "package-lock.json").write_text("changed")
    assert frontend.build()
    assert [words[0] for words in spa] == ["ci", "run", "run", "ci", "run"]


def test_two_who_want_the_modules_at_once_install_them_once(
    spa: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    others, is_in_too = list[threading.Thread](), threading.Event()

    def npm(folder: Path, *words: str, environment: object = None) -> None:
        spa.append(words)
        (folder / "node_modules").mkdir(exist_ok=True)
        if len(spa) > 1:
            is_in_too.set()
            return
        others.append(threading.Thread(target=frontend.install, args=(folder,)))
        others[0].start()
        assert not is_in_too.wait(0.5), "the other waits"

    monkeypatch.setattr(frontend, "npm", npm)
    frontend.install(frontend.FRONTEND)
    others[0].join(20)
    assert [words[0] for words in spa] == ["ci"]


@pytest.mark.parametrize(
    ("version", "installs"), [("v20.19.0", False), ("v24.1.0", False), ("v18.20.4", True)]
)
def test_an_old_node_is_replaced(
    version: str, installs: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {version}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setattr(frontend, "_installed_node", lambda: Path("/locked"))
    path = frontend.node_environment({"PATH": f"{tmp_path}{os.pathsep}/usr/bin:/bin"})["PATH"]
    assert path.startswith("/locked") is installs


def test_without_a_home_npm_caches_beside_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frontend, "_node_will_do", lambda *_: True)
    assert ".venv" in frontend.node_environment({"HOME": str(tmp_path / "none")})["npm_config_cache"]
    assert "npm_config_cache" not in frontend.node_environment({"HOME": str(tmp_path)})
