"""`./ombelle bench` becomes the bench, with the words it was given."""

import os

import pytest
from ombelle_command.cli import main


def test_bench_is_passed_its_words_and_json(monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[tuple[list[str], dict[str, str]]] = []

    def become(_path: str, words: list[str], environment: dict[str, str]) -> None:
        became.append((words, environment))
        raise SystemExit  # nobody comes back from becoming another program

    monkeypatch.setattr(os, "execve", become)
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    with pytest.raises(SystemExit):
        main(["bench", "--only", "page", "--json"])
    words, environment = became[0]
    assert words[1:] == ["-m", "bench", "--only", "page", "--json"]
    assert environment["PYTHONPATH"].endswith("tests")
