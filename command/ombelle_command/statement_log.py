"""pytest fixture `statements`: what a test makes this process ask PostgreSQL, statement by statement.

    async def test_the_list_is_one_statement(api, statements):
        await api.get("/api/v1/agenda")
        assert len(statements) == 1

It sees asyncpg's own calls and SQLAlchemy's alike, since all end there. What opens and closes transactions is left
out: it is the same whatever is asked. So is what drivers ask each connection once, and what listeners,
queues and relays of servers in this process ask by themselves, on connections of their own.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest
from asyncpg.prepared_stmt import PreparedStatement

_AROUND = ("BEGIN", "START TRANSACTION", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
_PREPARED = "_PreparedStatement__do_execute"
_ONCE = (  # what drivers ask a connection once, of PostgreSQL and of the types they meet
    "TYPEINFO_TREE",
    "SET_CONFIG('JIT'",
    "SELECT PG_CATALOG.VERSION()",
    "SELECT CURRENT_SCHEMA()",
    "SHOW TRANSACTION ISOLATION LEVEL",
    "SHOW STANDARD_CONFORMING_STRINGS",
)
_BESIDE = ("ombelle gateway", "-relay", "-worker", "-jobs")  # ends of application names


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the statements sent since the test began; a test may clear it."""
    seen: list[str] = []

    def note(connection: Any, query: str) -> None:
        asked = query.lstrip().upper()
        if (
            not asked.startswith(_AROUND)
            and not any(word in asked for word in _ONCE)
            and not _is_beside(connection)
        ):
            seen.append(query)

    def note_script(connection: object, query: str, *args: object, **__: object) -> None:
        if not args:  # with values it goes on to `_do_execute`
            note(connection, query)

    def note_prepared(prepared: Any, *_: object) -> None:
        note(prepared._connection, prepared.get_query())  # noqa: SLF001 (asyncpg has no other way to ask)

    _before(monkeypatch, asyncpg.Connection, "_do_execute", lambda c, query, *__, **___: note(c, query))
    _before(monkeypatch, asyncpg.Connection, "execute", note_script)
    _before(monkeypatch, PreparedStatement, _PREPARED, note_prepared)
    return seen


def _is_beside(connection: Any) -> bool:
    settings = connection._params.server_settings or {}  # noqa: SLF001 (as above)
    return str(settings.get("application_name", "")).endswith(_BESIDE)


def _before(monkeypatch: pytest.MonkeyPatch, owner: type, name: str, look: Callable[..., object]) -> None:
    """Look at each call of a method before it is made."""
    real: Callable[..., Awaitable[Any]] = getattr(owner, name)

    async def watched(*args: Any, **options: Any) -> Any:
        look(*args, **options)
        return await real(*args, **options)

    monkeypatch.setattr(owner, name, watched)
