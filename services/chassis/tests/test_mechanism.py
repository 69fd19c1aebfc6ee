"""Cursors, validators, logs, absences of the database, signals."""

import base64
import json
import os
import signal
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ombelle_chassis.database import create_engine, is_database_down
from ombelle_chassis.errors import InvalidInput
from ombelle_chassis.http_cache import etag_of, is_match
from ombelle_chassis.logging import configure_logging, get_logger, hide_secrets
from ombelle_chassis.pagination import decode_cursor, encode_cursor

STORED_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
VALUES = st.lists(st.none() | st.booleans() | st.integers() | STORED_TEXT)


@given(VALUES)
def test_a_cursor_comes_back_as_it_went(values: list[object]) -> None:
    cursor = encode_cursor("by-date", *values)
    assert cursor.isascii()
    assert decode_cursor("by-date", cursor, length=len(values)) == values


@given(st.text())
def test_a_foreign_cursor_is_refused_with_its_place(cursor: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        decode_cursor("by-date", cursor, length=2)
    assert [one.pointer for one in refused.value.errors] == ["/query/after"]


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
def test_a_cursor_of_what_no_database_holds_is_refused(text: str) -> None:
    forged = base64.urlsafe_b64encode(json.dumps(["by-name", text]).encode()).decode()
    with pytest.raises(InvalidInput):
        decode_cursor("by-name", forged, length=1)


def test_a_cursor_of_another_order_or_length_is_refused() -> None:
    cursor = encode_cursor("by-name", 1, 2)
    for kind, length in (("by-date", 2), ("by-name", 1)):
        with pytest.raises(InvalidInput):
            decode_cursor(kind, cursor, length=length)


@pytest.mark.parametrize(
    ("header", "matches"),
    [
        (None, False),
        ("", False),
        ("*", True),
        ('"a"', True),
        ('W/"a"', True),
        ('"b", "a"', True),
        ('"b"', False),
        ("a", False),
    ],
)
def test_if_none_match(header: str | None, matches: bool) -> None:
    assert is_match(header, '"a"') is matches


def test_etags_differ_with_the_bytes() -> None:
    assert etag_of(b"a") == etag_of(b"a") != etag_of(b"b")


@pytest.mark.parametrize(
    "text",
    [
        "GET /v2/agendas?key=hunter2&size=3",
        "Authorization: Bearer hunter2",
        "postgresql://events:hunter2@127.0.0.1/x",
        "key=hunter2",
    ],
)
def test_secrets_do_not_reach_the_log(
    text: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "hunter2" not in hide_secrets(text)
    root = __import__("logging").getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", root.level)
    configure_logging("jars")
    log = get_logger("jars")
    try:
        raise RuntimeError(text)
    except RuntimeError:
        log.exception(
            "failed", url=text, authorization="hunter2", headers={"Cookie": "hunter2"}, api_key="hunter2"
        )
    line = json.loads(capfd.readouterr().err)
    assert "hunter2" not in json.dumps(line)
    assert line["event"] == "failed"
    assert line["level"] == "error"
    assert line["service"] == "jars"
    assert "RuntimeError" in line["exception"]


def test_a_database_that_recovers_and_a_pool_that_is_empty_are_absences_too() -> None:
    import asyncpg
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.exc import TimeoutError as PoolTimeoutError

    # "the database system is in recovery mode", as the driver's wrapper raises it: an error of no known class
    assert is_database_down(DBAPIError("SELECT 1", None, asyncpg.CannotConnectNowError()))
    assert is_database_down(PoolTimeoutError("QueuePool limit reached"))
    assert is_database_down(asyncpg.InternalClientError("cannot switch to state 11"))
    assert is_database_down(asyncpg.DeadlockDetectedError("deadlock detected"))
    assert not is_database_down(asyncpg.UniqueViolationError("duplicate key"))


async def test_a_wrong_statement_is_not_an_absent_database(fresh_database_url: str) -> None:
    from sqlalchemy import text
    from sqlalchemy.exc import DBAPIError

    engine = create_engine(fresh_database_url, application_name="test")
    try:
        async with engine.connect() as connection:
            with pytest.raises(DBAPIError) as refused:
                await connection.execute(text("SELECT nothing FROM nowhere"))
            assert not is_database_down(refused.value)
            await connection.rollback()
            pid = await connection.scalar(text("SELECT pg_backend_pid()"))
            async with engine.connect() as other:
                await other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
            with pytest.raises(DBAPIError) as gone:
                await connection.execute(text("SELECT 1"))
            assert is_database_down(gone.value)
    finally:
        await engine.dispose()


async def test_an_address_keeps_its_options(fresh_database_url: str) -> None:
    from sqlalchemy import text

    engine = create_engine(f"{fresh_database_url}?sslmode=prefer&lock_timeout=4321", application_name="test")
    async with engine.connect() as connection:
        seen = (await connection.scalars(text("SELECT current_setting('lock_timeout')"))).one()
    await engine.dispose()
    assert seen == "4321ms"


SERVER = """
import signal, sys
if sys.argv[1] == "ignored":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
from ombelle_chassis.server import serve
async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        print("up", flush=True)
        await receive()
        await send({"type": "lifespan.shutdown.complete"})
        print("down", flush=True)
serve(app, 0)
print("left", flush=True)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("inherited", ["ignored", "default"])
def test_a_server_ends_cleanly_on_either_signal(number: signal.Signals, inherited: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, inherited],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ,
        text=True,
    )
    try:
        assert process.stdout is not None
        with process.stdout as out:
            assert out.readline() == "up\n"
            process.send_signal(number)
            assert out.read() == "down\nleft\n"
        assert process.wait(timeout=10) == 0
    finally:
        process.kill()
        process.wait()
