from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
from ombelle_command.emptying import empty
from programme_desk import FIELDS, Programme
from review_rows import Rows, Someone


@pytest.fixture
def somebody(api: httpx.AsyncClient, identity: Callable[..., dict[str, str]]) -> Callable[..., Someone]:
    """Make somebody who asks: `somebody("Rose", "reviewer", organisations=[…])`."""

    def make(name: str, *roles: str, organisations: Iterable[Any] = (), **more: Any) -> Someone:
        account = uuid4()
        held = {str(one): "editor" for one in organisations}
        headers = identity(str(account), roles, organisations=held, **more)
        return Someone(account, name, f"{name.lower()}@gmail.com", api, headers)

    return make


@pytest.fixture
async def programme(connection: asyncpg.Connection, somebody: Callable[..., Someone]) -> Programme:
    """An edition of 2027 mastered here, and nothing in it."""
    await empty(connection, "call", "idempotent_request", "duplicate_candidate")
    await connection.execute("DELETE FROM feed")
    rows = Rows(connection)
    form = {"sections": [{"id": "projet", "title": "Le projet", "fields": FIELDS}]}
    call = await rows.call(
        form=form, has_scoring=False, title="Appel 2027", contact_email="fds@agence.example"
    )
    edition = await connection.fetchval(
        "UPDATE edition SET year = 2027, starts_on = $1, ends_on = $2, mastering = 'here' RETURNING id",
        date(2027, 10, 1),
        date(2027, 10, 11),
    )
    ours, theirs = await rows.organisation("La Marmite"), await rows.organisation("Le Chaudron")
    return Programme(
        rows=rows,
        edition=edition,
        call=call,
        ours=ours,
        theirs=theirs,
        bob=somebody("Bob", organisations=[ours]),
        zoe=somebody("Zoe", organisations=[theirs]),
        alice=somebody("Alice", "coordinator"),
        somebody=somebody,
    )
