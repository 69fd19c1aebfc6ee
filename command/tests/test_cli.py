"""What the command's words mean, and the codes it ends with."""

import json
from pathlib import Path

import pytest
from ombelle_command.cli import main, take_common
from ombelle_command.stack import DEFAULT_FOLDER, Stack


@pytest.mark.parametrize(
    ("words", "folder", "as_json", "left"),
    [
        (["up"], DEFAULT_FOLDER, False, ["up"]),
        (["--data", "here", "up"], Path("here"), False, ["up"]),
        (
            ["sync", "national", "--json", "--data", "a b", "--full"],
            Path("a b"),
            True,
            ["sync", "national", "--full"],
        ),
        (["sql", "events", "select 1", "--data=x"], Path("x"), False, ["sql", "events", "select 1"]),
    ],
)
def test_data_and_json_may_stand_anywhere(
    words: list[str], folder: Path, as_json: bool, left: list[str]
) -> None:
    asked = take_common(words)
    assert (asked.folder, asked.as_json, list(asked.words)) == (folder, as_json, left)


def test_data_without_a_folder_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["up", "--data"]) == 2
    assert "--data" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["dance"], ["sql", "bank", "select 1"], ["up", "--port", "99999"], ["sql", "events"]]
)
def test_what_it_does_not_know_is_misuse(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_no_word_at_all_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "./ombelle" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["token"],
        ["sql", "members", "select 1"],
        ["feeds", "list"],
        ["sync", "national"],
        ["account", "a@b.fr"],
    ],
)
@pytest.mark.parametrize("made", [False, True])
def test_without_a_running_stack_the_code_is_2(
    words: list[str], made: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    if made:  # it ran once, and does no more
        stack = Stack(folder)
        stack.hold()
        stack.keep_secrets(stack.secrets())
        stack.release()
    assert main([*words, "--json", "--data", str(folder)]) == 2
    said = capsys.readouterr()
    assert json.loads(said.out)["error"] == "no_stack"
    assert "./ombelle up" in said.err
