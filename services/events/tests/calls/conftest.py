import pytest
from call_desk import CallDesk


@pytest.fixture
async def edition(make):
    """The edition of 2027, from 1 to 11 October."""
    return await make.edition(2027, "2027-10-01", "2027-10-11")


@pytest.fixture
def desk(api, identity, edition):
    """A coordinator at work."""
    return CallDesk(api, identity("dan", ["coordinator"]))
