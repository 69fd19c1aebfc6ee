from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
from decision_desk import FIELDS, Desk
from ombelle_command.emptying import empty
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
async def desk(connection: asyncpg.Connection, somebody: Callable[..., Someone]) -> Desk:
    """A call without committee or scores, and nothing decided yet."""
    await empty(connection, "team_copy", "membership_copy", "call", "idempotent_request")
    rows = Rows(connection)
    alice, bob = somebody("Alice", "coordinator"), somebody("Bob", "coordinator")
    for one in (alice, bob):
        await rows.team(one, "coordinator")
    form = {"sections": [{"id": "projet", "title": "Le projet", "fields": FIELDS}]}
    call = await rows.call(
        form=form,
        has_scoring=False,
        has_committee=False,
        contact_email="fds@agence.example",
        title="Appel 2027",
    )
    return Desk(rows, somebody, alice, bob, call, await rows.organisation("La Marmite"))
