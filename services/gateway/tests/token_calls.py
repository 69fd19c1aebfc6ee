"""Tokens made by the API, and asked as the edge asks them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from ombelle_gateway.accounts.tokens.domain import read_token

READ = ["events:read"]


def today() -> date:
    return datetime.now(ZoneInfo("Europe/Paris")).date()


async def make(people, someone, organisation, **fields):
    body = {"organisation_id": str(organisation), "name": "Agenda du site", "scopes": READ, **fields}
    return await people.ask("POST", "/tokens", someone, json=body)


async def made(people, someone, organisation, **fields):
    answer = await make(people, someone, organisation, **fields)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def identity(people, secret):
    """What the edge asks at every request."""
    rows = await people.connection.fetch(
        "SELECT token_id::text, account_id, organisation_id, scopes FROM identity_of_token($1, $2)",
        *read_token(secret),
    )
    return [tuple(row) for row in rows]
