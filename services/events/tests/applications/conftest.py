from collections.abc import Callable

import asyncpg
import httpx
import pytest
from dossiers import Dossiers


@pytest.fixture
def dossiers(
    connection: asyncpg.Connection, api: httpx.AsyncClient, identity: Callable[..., dict[str, str]]
) -> Dossiers:
    """Make calls and applications; there are none when the test begins."""
    return Dossiers(connection, api, identity)
