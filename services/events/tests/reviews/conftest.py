from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
from ombelle_command.emptying import empty
from review_rows import Rows, Someone

_TABLES = ("team_copy", "membership_copy", "call", "idempotent_request")


@pytest.fixture
async def rows(connection: asyncpg.Connection) -> Rows:
    """Makers of calls, dossiers and committees; there are none when the test begins."""
    await empty(connection, *_TABLES)
    return Rows(connection)


@pytest.fixture
def somebody(api: httpx.AsyncClient, identity: Callable[..., dict[str, str]]) -> Callable[..., Someone]:
    """Make somebody who asks: `somebody("Rose", "reviewer", organisations=[…], email="…")`."""

    def make(
        name: str, *roles: str, organisations: Iterable[Any] = (), email: str = "", **more: Any
    ) -> Someone:
        account = uuid4()
        held = {str(one): "editor" for one in organisations}
        headers = identity(str(account), roles, organisations=held, **more)
        return Someone(account, name, email or f"{name.lower()}@gmail.com", api, headers)

    return make
