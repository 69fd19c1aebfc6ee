"""A stack's folder: one holder, closed secrets."""

import base64
import os
import stat
from pathlib import Path

import pytest
from ombelle_command.stack import ROLES, Database, NoStackError, Places, Stack, StackBusyError, write_private


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    first, second = Stack(tmp_path / "data"), Stack(tmp_path / "data")
    first.hold()
    assert second.is_running()
    with pytest.raises(StackBusyError):
        second.hold(patience=0)
    first.release()
    assert not second.is_running()
    second.hold(patience=0)
    second.release()


def test_secrets_are_made_once_and_closed(tmp_path: Path) -> None:
    stack = Stack(tmp_path / "data")
    stack.hold()
    kept = stack.secrets()
    stack.keep_secrets(kept)
    assert Stack(tmp_path / "data").secrets() == kept
    assert len(set(kept["passwords"].values())) == 1 + len(ROLES)
    assert len(base64.b64decode(kept["messages_secret"], validate=True)) == 32
    assert mode(stack.folder / "stack.json") == 0o600
    assert {mode(folder) for folder in (stack.keys, stack.run, stack.logs)} == {0o700}
    assert mode(stack.folder) & stat.S_IROTH == 0
    stack.release()


def test_a_private_file_is_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    write_private(path, {"one": 1})
    with pytest.raises(TypeError):
        write_private(path, {"two": object()})
    assert path.read_text() == '{"one": 1}'


def test_a_stack_that_starts_is_told_from_none(tmp_path: Path) -> None:
    stack = Stack(tmp_path / "data")
    with pytest.raises(NoStackError, match="Aucune pile"):
        stack.state()
    stack.hold()
    with pytest.raises(NoStackError, match="démarre encore"):
        Stack(tmp_path / "data").state()
    stack.release()
    with pytest.raises(NoStackError, match="ne tourne pas"):
        stack.state()


def test_services_never_see_the_callers_postgres_or_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "PGHOST", "elsewhere")
    monkeypatch.setitem(os.environ, "PYTHONPATH", "/elsewhere")
    monkeypatch.setitem(os.environ, "OMBELLE_DATABASE_URL", "postgresql://boss:s3cr3t@elsewhere/x")
    monkeypatch.setitem(os.environ, "GATEWAY_DEMO_URL", "http://elsewhere")
    monkeypatch.setitem(os.environ, "OMBELLE_SMTP_URL", "smtp://mail.example")
    kept = {
        "passwords": {"events": "p@ss", "members": "word", "loans": "word", "gateway": "word"},
        "messages_secret": "c2VjcmV0",
    }
    ports = {"events": 1, "members": 2, "loans": 3, "gateway": 4}
    places = Places("http://here", Database("127.0.0.1:1", "ombelle", "?ssl=x"), ports)
    environment = Stack(tmp_path).environment(kept, places)
    assert not {"PGHOST", "PYTHONPATH", "OMBELLE_DATABASE_URL", "GATEWAY_DEMO_URL"} & set(environment)
    assert environment["EVENTS_DATABASE_URL"] == "postgresql://events:p%40ss@127.0.0.1:1/ombelle?ssl=x"
    assert environment["OMBELLE_PUBLIC_URL"] == "http://here"
    assert environment["OMBELLE_SMTP_URL"] == "smtp://mail.example"
    assert environment["OMBELLE_STORAGE_URL"] == (tmp_path / "files").as_uri()
    assert "GATEWAY_WEBHOOK_NETWORKS" not in environment
    everywhere = "events=http://127.0.0.1:1,members=http://127.0.0.1:2,loans=http://127.0.0.1:3,gateway=http://127.0.0.1:4"
    assert environment["GATEWAY_UPSTREAMS"] == environment["OMBELLE_SUBSCRIBERS"] == everywhere


def test_the_demo_opens_its_sign_in_and_catches_its_mails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "OMBELLE_SMTP_URL", "smtp://mail.example")
    stack = Stack(tmp_path / "data")
    places = Places(
        "http://here", Database("127.0.0.1:1", "ombelle"), {"gateway": 3}, "http://demo", "smtp://demo"
    )
    environment = stack.environment(stack.secrets(), places)
    assert (environment["GATEWAY_DEMO_URL"], environment["OMBELLE_SMTP_URL"]) == (
        "http://demo",
        "smtp://demo",
    )
    assert environment["GATEWAY_WEBHOOK_NETWORKS"] == "127.0.0.0/8,::1/128"
