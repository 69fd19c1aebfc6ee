import ipaddress
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from ombelle_command.emptying import empty
from signing_desk import Browser, Door, open_door


@pytest.fixture(scope="session")
async def standing_door(
    make_database: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Door]:
    """An edge and accounts, shared by this worker's tests, on a database that they may empty."""
    keys: Path = tmp_path_factory.mktemp("door") / "keys"
    trusted = (ipaddress.ip_network("127.0.0.0/8"),)
    async with open_door(make_database(role="gateway"), keys, trusted=trusted) as door:
        yield door


@pytest.fixture
async def door(standing_door: Door) -> AsyncIterator[Door]:
    """The same, without accounts, links, mails or attempts."""
    await empty(
        standing_door.database,
        *("account", "sign_in_link", "limit_hit", "organisation_copy", "mail", "outbox_message", "pgqueuer"),
    )
    yield standing_door
    await standing_door.close_browsers()


@pytest.fixture
def browser(door: Door) -> Browser:
    """A browser that holds no cookie."""
    return door.browser()


EVENTS = {
    "paths": {
        "/api/v1/agenda": {"get": {"operationId": "a"}},
        "/api/v1/weather": {"get": {"operationId": "b", "x-personal": True}},
        "/api/v1/events/{event_id}": {
            name: {"operationId": name, "security": [{"bearer": []}]} for name in ("get", "patch", "delete")
        },
    }
}


@pytest.fixture(scope="session")
async def standing_edge(
    standing_door: Door, standing_upstream: Any, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Door]:
    """An edge that trusts no proxy, before accounts and a service that does as it is told."""
    async with open_door(
        standing_door.database_url,
        tmp_path_factory.mktemp("edge") / "keys",
        documents={"events": EVENTS},
        upstreams={"events": standing_upstream.url},
    ) as one:
        yield one


@pytest.fixture
async def edge(door: Door, standing_edge: Door) -> AsyncIterator[Door]:
    """The same, on an empty database, with nothing in its memory."""
    standing_edge.edge.hot.invalidate()
    yield standing_edge
    await standing_edge.close_browsers()


@pytest.fixture
def service(standing_upstream: Any) -> Any:
    """The service behind the edge, which was asked nothing yet."""
    standing_upstream.forget()
    return standing_upstream


@pytest.fixture
async def ada(edge: Door) -> Browser:
    """Somebody who is signed in."""
    return await edge.browser().sign_in("ada@musee.example")
