import pytest
from access_people import PUBLIC_URL
from passkey_browser import Browser
from software_authenticator import at


@pytest.fixture
async def somebody(people):
    """Somebody who is signed in."""
    someone = await people.account("Émilie du Châtelet")
    await people.sign_in(someone)
    return someone


@pytest.fixture
def device():
    return at(PUBLIC_URL)


@pytest.fixture
def browser(people):
    return Browser(people)
