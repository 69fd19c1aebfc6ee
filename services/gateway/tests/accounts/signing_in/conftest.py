import ipaddress
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
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
    await standing_door.database.execute(
        "TRUNCATE account, sign_in_link, limit_hit, organisation_copy CASCADE; DELETE FROM mail; "
        "DELETE FROM outbox_message; DELETE FROM pgqueuer"
    )
    yield standing_door
    await standing_door.close_browsers()


@pytest.fixture
def browser(door: Door) -> Browser:
    """A browser that holds no cookie."""
    return door.browser()
