import asyncio
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from access_people import PUBLIC_URL
from asgi_lifespan import LifespanManager
from ombelle_gateway.accounts.main import create_app
from ombelle_gateway.accounts.settings import Settings
from ombelle_gateway.accounts.tokens.jobs import notice_expiring


@pytest.fixture
def notice(access_app):
    """Do what the job does every morning, and say how many tokens it told of."""

    async def run():
        return await notice_expiring(access_app.state.context.sessions, public_url=PUBLIC_URL)

    return run


async def _token(people, someone, organisation, days):
    day = datetime.now(ZoneInfo("Europe/Paris")).date() + timedelta(days=days)
    body = {"organisation_id": str(organisation), "name": f"Dans {days} jours", "scopes": ["events:read"]}
    answer = await people.ask("POST", "/tokens", someone, json={**body, "expires_on": str(day)})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def _is_old(people, *tokens):
    await people.connection.execute(
        "UPDATE api_token SET created_at = created_at - interval '60 days' WHERE id = ANY ($1::uuid[])",
        [token["id"] for token in tokens],
    )


async def _told(people, someone):
    return [
        mail["subject"] for mail in await people.mails(someone.email) if mail["template"] == "token_expires"
    ]


async def test_makers_and_administrators_are_told_fourteen_days_before_and_once(people, notice):
    await notice()
    organisation = await people.organisation()
    maker = await people.member(organisation, "editor")
    administrator = await people.member(organisation, "administrator")
    soon, later = await _token(people, maker, organisation, 14), await _token(people, maker, organisation, 15)
    await _is_old(people, soon, later)
    assert await notice() == 1
    assert await notice() == 0
    for someone in (maker, administrator):
        (subject,) = await _told(people, someone)
        assert subject.startswith("Le jeton « Dans 14 jours » expire le ")


async def test_who_made_it_and_administers_is_told_once(people, notice):
    await notice()
    organisation = await people.organisation()
    maker = await people.member(organisation, "administrator")
    await _is_old(people, await _token(people, maker, organisation, 3))
    assert await notice() == 1
    assert len(await _told(people, maker)) == 1


async def test_nobody_is_told_of_a_token_that_does_not_serve_or_was_made_for_a_few_days(people, notice):
    await notice()
    organisation = await people.organisation()
    maker, gone = [await people.member(organisation, "editor") for _ in range(2)]
    ended, left = await _token(people, maker, organisation, 5), await _token(people, gone, organisation, 5)
    await _is_old(people, ended, left)
    await people.ask("DELETE", f"/tokens/{ended['id']}", maker)
    await people.join(gone, organisation, None)
    await _token(people, maker, organisation, 10)
    assert await notice() == 0


async def test_it_is_done_every_morning(people, gateway_database_url, access_keys):
    settings = Settings(database_url=gateway_database_url, jwks_file=access_keys / "jwks.json", works=True)
    scheduled = "SELECT expression FROM pgqueuer_schedules WHERE entrypoint = 'tokens-expiring'"
    async with LifespanManager(create_app(settings)), asyncio.timeout(15):
        while (expression := await people.connection.fetchval(scheduled)) is None:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    assert expression == "10 6 * * *"
