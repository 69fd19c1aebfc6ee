"""The objects that the table's operations are asked of, made by those who may.

What would be seen on the shared stack (rows of the feed's desk) goes with the `with`.
"""

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import asyncpg
from people import Browser

from roles.callers import Callers, organisation, token

_DESK = """
WITH one AS (INSERT INTO event (slug, title) VALUES ($2 || '-1', 'Brouillon du tableau') RETURNING id),
two AS (INSERT INTO event (slug, title) VALUES ($2 || '-2', 'Brouillon du tableau') RETURNING id),
conflict AS (
  INSERT INTO feed_conflict (feed_id, event_id, field, source_value)
  SELECT feed.id, one.id, 'title', '"Ailleurs"' FROM feed, one WHERE feed.name = $1 RETURNING id),
duplicate AS (
  INSERT INTO duplicate_candidate (first_id, second_id, similarity)
  SELECT least(one.id, two.id), greatest(one.id, two.id), 0.5 FROM one, two RETURNING id),
run AS (INSERT INTO feed_run (feed_id) SELECT id FROM feed WHERE name = $1 RETURNING id)
SELECT one.id AS event_id, conflict.id AS conflict_id, duplicate.id AS duplicate_id, run.id AS run_id
FROM one, conflict, duplicate, run
"""
_PUT_AWAY = """
DELETE FROM duplicate_candidate WHERE first_id IN (SELECT id FROM event WHERE slug LIKE $1);
DELETE FROM feed_conflict WHERE event_id IN (SELECT id FROM event WHERE slug LIKE $1);
DELETE FROM feed WHERE name LIKE $1;
DELETE FROM event WHERE slug LIKE $1
"""


@dataclass
class World:
    """Ids by the names of the paths' parameters, and what makes more of what is used up."""

    callers: Callers
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def here(self) -> Browser:
        """The administrator of the organisation whose the objects are."""
        return self.callers.people["organisation_administrator"]

    async def new_feed(self, _caller: str) -> str:
        """Return a feed that may be removed."""
        name = f"roles-{self.callers.batch}-{uuid.uuid4().hex[:8]}"
        feed = {"name": name, "kind": "openagenda-v2", "url": "http://127.0.0.1:1", "agenda": "1", "key": "k"}
        await self.callers.command.do("POST", "/feeds", feed)
        return name

    async def new_token(self, _caller: str) -> str:
        """Return a program's token that may be ended."""
        made = await token(self.here, self.callers.here, ["events:read"])
        return str(made["id"])

    async def new_organisation(self, _caller: str) -> str:
        """Return an organisation that may be merged."""
        return await organisation(self.here, f"Passagère {uuid.uuid4().hex[:8]}")

    async def new_session(self, caller: str) -> Browser:
        """Return another browser of a caller, signed in as well."""
        browser = self.callers.browser(caller)
        return await self.callers.come(caller, browser)

    async def new_session_id(self, caller: str) -> str:
        """Return the id of another of a caller's own sessions."""
        async with await self.new_session(caller) as browser:
            items = (await browser.get("/me/sessions"))["items"]
        return str(next(item["id"] for item in items if item["is_current"]))


@asynccontextmanager
async def world_of(callers: Callers) -> AsyncIterator[World]:
    """Make the objects; take away what others would see."""
    world = World(callers)
    events = await asyncpg.connect(callers.stack.database_url("events"))
    try:
        world.ids |= {
            "organisation_id": callers.here,
            "account_id": callers.accounts["spare"],
            "role": "lender",
            "event": (await callers.command.get("/agenda?from=2000-01-01&limit=1"))["items"][0]["slug"],
            "external_id": str(await events.fetchval("SELECT external_id FROM feed_record LIMIT 1")),
            "name": await world.new_feed(""),
            "token_id": await world.new_token(""),
            "session_id": (await world.here.get("/me/sessions"))["items"][0]["id"],
            "mail_id": (await callers.command.get("/mails?limit=1"))["items"][0]["id"],
            "delivery_id": str(uuid.uuid4()),
        }
        row = await events.fetchrow(_DESK, world.ids["name"], f"roles-{callers.batch}")
        world.ids |= {name: str(value) for name, value in row.items()}
        yield world
    finally:
        for statement in _PUT_AWAY.split(";"):
            await events.execute(statement, f"roles-{callers.batch}%")
        await events.close()
