"""The objects that the table's operations are asked of, made by those who may.

What would be seen on the shared stack (rows of the feed's desk) goes with the `with`.
"""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import asyncpg
from people import Browser

from roles.callers import Callers, ask_to_join, organisation, token
from roles.loans_world import add_loans, new_block, new_closure, remove_loans

WEBHOOK = {"name": "Site", "url": "http://127.0.0.1:9/", "events": ["application.decided"]}
"""A webhook that leads nowhere; its organisation is to be said."""
_DESK = """
WITH one AS (
  INSERT INTO event (slug, title, organisation_id) VALUES ($2 || '-1', 'Brouillon du tableau', $3::uuid) RETURNING id),
two AS (INSERT INTO event (slug, title) VALUES ($2 || '-2', 'Brouillon du tableau') RETURNING id),
conflict AS (
  INSERT INTO feed_conflict (feed_id, event_id, field, source_value)
  SELECT feed.id, one.id, 'title', '"Ailleurs"' FROM feed, one WHERE feed.name = $1 RETURNING id),
duplicate AS (
  INSERT INTO duplicate_candidate (first_id, second_id, similarity)
  SELECT least(one.id, two.id), greatest(one.id, two.id), 0.5 FROM one, two RETURNING id),
run AS (
  INSERT INTO feed_run (feed_id, mode, forced, state) SELECT id, 'full', false, 'failed' FROM feed WHERE name = $1
  RETURNING id),
proposal AS (
  INSERT INTO change_proposal (event_id, action, before, after, proposed_by) SELECT id, 'edit', '{}', '{}', 'roles' FROM one
  RETURNING id),
village AS (
  INSERT INTO event (slug, title, organisation_id, structure)
  VALUES ($2 || '-3', 'Brouillon du tableau', $3::uuid, 'umbrella') RETURNING id),
offer AS (
  INSERT INTO stand_invitation (umbrella_id, organisation_id, title, asked_by)
  SELECT id, $3::uuid, $2 || ' stand', 'roles' FROM village RETURNING id)
SELECT proposal.id AS proposal_id, offer.id AS stand_invitation_id,
  one.id AS event_id, conflict.id AS conflict_id, duplicate.id AS duplicate_id, run.id AS run_id
FROM one, conflict, duplicate, run, proposal, offer
"""
# What a label opens, made by hand: the journey through a committee has tests of its own.
_PROJECT = """
WITH batch AS (
  INSERT INTO decision_batch (call_id, title, created_by) VALUES ($1::uuid, 'Tableau', 'roles') RETURNING id, call_id),
asked AS (
  INSERT INTO application (call_id, number, organisation_id, status, form_version_id, title, submitted_at, submitted_by,
    created_by)
  VALUES ($1::uuid, 9001, $3::uuid, 'submitted', $2::uuid, 'Brouillon du tableau', now(), 'roles', 'roles') RETURNING id)
INSERT INTO decision_item (batch_id, application_id, call_id, decision, staged_by)
SELECT batch.id, asked.id, batch.call_id, 'labelled', 'roles' FROM batch, asked RETURNING batch_id, application_id
"""
_LABEL = """
UPDATE application SET status = 'decided', decision = 'labelled', decided_at = now(), batch_id = $2 WHERE id = $1
"""
_OPEN = """
INSERT INTO project (application_id, edition_id, organisation_id, title)
SELECT a.id, c.edition_id, a.organisation_id, a.title FROM application a JOIN call c ON c.id = a.call_id WHERE a.id = $1
RETURNING id
"""
_SUBMIT = (
    "UPDATE application SET status = 'submitted', submitted_at = now(), submitted_by = 'roles' WHERE id = $1"
)
_APPLICATION = """
WITH draft AS (
  INSERT INTO application (call_id, number, organisation_id, form_version_id, created_by)
  SELECT c.id, 1 + (SELECT count(*) FROM application WHERE call_id = c.id), $2::uuid, c.form_version_id, 'roles'
  FROM call c WHERE c.id = $1::uuid RETURNING id)
INSERT INTO application_party (application_id, role, name, invited_by)
SELECT id, 'partner', 'Camion des sciences', 'roles' FROM draft RETURNING application_id, id AS party_id
"""
_PUT_AWAY = """
UPDATE application SET status = 'discarded' WHERE status = 'draft' AND call_id IN (SELECT id FROM call WHERE title LIKE $1);
UPDATE application SET status = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'Fin du tableau'
WHERE submitted_by = 'roles' AND status = 'submitted' AND $1 <> '';
DELETE FROM duplicate_candidate WHERE first_id IN (SELECT id FROM event WHERE slug LIKE $1);
DELETE FROM feed_conflict WHERE event_id IN (SELECT id FROM event WHERE slug LIKE $1);
DELETE FROM feed WHERE name LIKE $1;
DELETE FROM event WHERE slug LIKE $1;
UPDATE call SET publication = 'archived' WHERE title LIKE $1
"""


@dataclass
class World:
    """Ids by the names of the paths' parameters, and what makes more of what is used up."""

    callers: Callers
    events: asyncpg.Connection
    loans: asyncpg.Connection
    ids: dict[str, str] = field(default_factory=dict)
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)
    days: int = 0

    @property
    def here(self) -> Browser:
        """The administrator of the organisation whose the objects are."""
        return self.callers.people["organisation_administrator"]

    async def new_feed(self, _caller: str = "") -> dict[str, str]:
        """A feed that may be removed."""
        name = f"roles-{self.callers.batch}-{uuid.uuid4().hex[:8]}"
        feed = {"name": name, "kind": "openagenda-v2", "url": "http://127.0.0.1:1", "agenda": "1", "key": "k"}
        await self.callers.command.do("POST", "/feeds", feed)
        return {"name": name}

    async def new_member(self) -> dict[str, str]:
        """The organisation as a member of the association, with somebody who speaks for it."""
        member = {
            "kind": "legal",
            "organisation_id": self.callers.here,
            "college": "A",
            "fee_category": "small",
        }
        member |= {"admitted_on": "2020-02-29", "representative": {"person": {"name": "Jeanne"}}}
        made = await self.callers.people["secretary"].do("POST", "/members", member)
        return {"member_id": made["id"], "representative_id": made["representatives"][0]["id"]}

    async def new_call(self, _caller: str = "") -> dict[str, str]:
        """A call that is online, of the newest edition."""
        coordinator, name = self.callers.people["coordinator"], f"roles-{self.callers.batch}"
        year = (await coordinator.get("/editions?limit=1"))["items"][0]["year"]
        begun = await coordinator.do("POST", "/calls", {"edition": year, "title": name})
        call = await coordinator.do("POST", f"/calls/{begun['id']}/publish", {})
        return {"call_id": call["id"], "form_version_id": call["form_version_id"], "year": str(year)}

    async def new_code(self) -> dict[str, str]:
        """A code of the call."""
        path, body = f"/calls/{self.ids['call_id']}/access-codes", {"expires_at": "2099-01-01T00:00:00Z"}
        return {"code_id": (await self.callers.people["coordinator"].do("POST", path, body))["id"]}

    async def new_event_session(self, _caller: str = "") -> dict[str, str]:
        """A session of the event, on a day of its own."""
        at = datetime(2032, 1, 1, 9, tzinfo=UTC) + timedelta(days=self.days)
        self.days += 1
        times = {"starts_at": at.isoformat(), "ends_at": (at + timedelta(hours=1)).isoformat()}
        written = await self.callers.command.do("POST", f"/events/{self.ids['event_id']}/sessions", times)
        return {"event_session_id": written["session"]["id"], "session_id": written["session"]["id"]}

    async def new_venue(self) -> dict[str, str]:
        """A place that the organisation here added."""
        body = {
            "name": f"Salle {uuid.uuid4().hex}", "insee": "80021", "organisation_id": self.callers.here,
        }  # fmt: skip
        return {"venue_id": (await self.here.do("POST", "/venues", body))["id"]}

    async def new_application(self, _caller: str = "") -> dict[str, str]:
        """A draft of the organisation here, with somebody named who takes part."""
        call = uuid.UUID(self.ids["call_id"])
        async with self.writing:
            row = await self.events.fetchrow(_APPLICATION, call, uuid.UUID(self.callers.here))
        return {name: str(value) for name, value in row.items()}

    async def new_block(self, _caller: str) -> dict[str, str]:
        """A block of a unit of the organisation here."""
        async with self.writing:
            return await new_block(self.loans, self.ids["unit_id"])

    async def new_closure(self, _caller: str) -> dict[str, str]:
        """A closure of the organisation here."""
        async with self.writing:
            return await new_closure(self.loans, self.callers.here)

    async def new_token(self, _caller: str = "") -> dict[str, str]:
        """A program's token that may be ended."""
        return {"token_id": (await token(self.here, self.callers.here, ["events:read"]))["id"]}

    async def new_membership(self, caller: str) -> dict[str, str]:
        """A membership that may be ended: one's own and the last, which is refused, or of an organisation of its own."""
        where = self.callers.here
        if caller != "organisation_administrator":
            where = await organisation(self.callers.people["spare"], uuid.uuid4().hex)
        return {"organisation_id": where, "membership_id": await self.membership(where)}

    async def membership(self, organisation_id: str, role: str = "administrator") -> str:
        """Return the id of a membership of an organisation, in this role."""
        items = (await self.callers.command.get(f"/organisations/{organisation_id}/memberships"))["items"]
        return str(next(item["id"] for item in items if item["role"] == role))

    async def new_invitation(self, _caller: str = "") -> dict[str, str]:
        """An invitation here that waits."""
        address = f"{uuid.uuid4().hex}@roles.example"
        return {"invitation_id": await _invite(self.here, self.callers.here, address)}

    async def new_own_invitation(self, caller: str) -> dict[str, str]:
        """An invitation of the caller that waits, to an organisation of its own."""
        address = (await self.callers.people[caller].get("/me"))["account"]["email"]
        spare = self.callers.people["spare"]
        where = await organisation(spare, uuid.uuid4().hex)
        return {"invitation_id": await _invite(spare, where, address)}

    async def new_own_request(self, caller: str) -> dict[str, str]:
        """A request of the caller to join an organisation of its own, that waits."""
        where = await organisation(self.callers.people["spare"], uuid.uuid4().hex)
        return {"request_id": await ask_to_join(self.callers.people[caller], where)}

    async def new_note(self, _caller: str = "") -> dict[str, str]:
        """A note of the coordination's about the organisation here."""
        author, path = self.callers.people["coordinator"], f"/organisations/{self.callers.here}/notes"
        return {"note_id": (await author.do("POST", path, {"text": "Rappeler."}))["id"]}

    async def new_contact(self, _caller: str = "") -> dict[str, str]:
        """A contact of the organisation here."""
        path = f"/organisations/{self.callers.here}/contacts"
        return {"contact_id": (await self.here.do("POST", path, {"name": "Achille"}))["id"]}

    async def new_webhook(self, _caller: str = "") -> dict[str, str]:
        """A webhook of the organisation here."""
        body = WEBHOOK | {"organisation_id": self.callers.here}
        return {"webhook_id": (await self.here.do("POST", "/webhooks", body))["id"]}

    async def new_session(self, caller: str) -> Browser:
        """Return another browser of a caller, signed in as well."""
        browser = self.callers.browser(caller)
        try:
            return await self.callers.come(caller, browser)
        except BaseException:
            await browser.__aexit__()
            raise

    async def new_session_id(self, caller: str) -> dict[str, str]:
        """Another of a caller's own sessions."""
        async with await self.new_session(caller) as browser:
            items = (await browser.get("/me/sessions"))["items"]
        return {"session_id": next(item["id"] for item in items if item["is_current"])}


async def _invite(administrator: Browser, organisation_id: str, address: str) -> str:
    path, body = f"/organisations/{organisation_id}/invitations", {"email": address, "role": "editor"}
    return str((await administrator.do("POST", path, body))["id"])


@asynccontextmanager
async def world_of(callers: Callers) -> AsyncIterator[World]:
    """Make the objects; take away what others would see."""
    events = await asyncpg.connect(callers.stack.database_url("events"))
    loans = await asyncpg.connect(callers.stack.database_url("loans"))
    world = World(callers, events, loans)
    try:
        people, here = callers.people, callers.here
        world.ids |= {
            "organisation_id": here,
            "account_id": callers.accounts["target"],
            "role": "lender",
            "event": (await callers.command.get("/agenda?from=2000-01-01&limit=1"))["items"][0]["slug"],
            "external_id": str(await events.fetchval("SELECT external_id FROM feed_record LIMIT 1")),
            "session_id": (await world.here.get("/me/sessions"))["items"][0]["id"],
            "mail_id": (await callers.command.get("/mails?limit=1"))["items"][0]["id"],
            "delivery_id": str(uuid.uuid4()),
            "passkey_id": str(uuid.uuid4()),
            "attachment_id": str(uuid.uuid4()),
            "batch_id": str(uuid.uuid4()),
            "membership_id": await world.membership(here),
            "editor_membership_id": await world.membership(here, "editor"),
            "request_to_accept": await ask_to_join(people["spare"], here),
            "request_to_refuse": await ask_to_join(people["other"], here),
        }
        world.ids["request_id"] = world.ids["request_to_refuse"]
        for make in (
            world.new_feed,
            world.new_token,
            world.new_invitation,
            world.new_note,
            world.new_contact,
            world.new_member,
            world.new_call,
            world.new_webhook,
            world.new_code,
            world.new_application,
        ):
            world.ids |= await make()
        await events.execute(_SUBMIT, uuid.UUID(world.ids["application_id"]))
        row = await events.fetchrow(_DESK, world.ids["name"], f"roles-{callers.batch}", callers.here)
        world.ids |= {name: str(value) for name, value in row.items()}
        world.ids["event_session_id"] = (await world.new_event_session())["event_session_id"]
        world.ids |= await world.new_venue()
        labelled = await events.fetchrow(
            _PROJECT, world.ids["call_id"], world.ids["form_version_id"], callers.here
        )
        await events.execute(_LABEL, labelled["application_id"], labelled["batch_id"])
        world.ids["project_id"] = str(await events.fetchval(_OPEN, labelled["application_id"]))
        world.ids |= await add_loans(loans, here, callers.elsewhere, callers.batch)
        yield world
    finally:
        await remove_loans(loans, callers.here)
        await loans.close()
        for statement in _PUT_AWAY.split(";"):
            await events.execute(statement, f"roles-{callers.batch}%")
        await events.close()
