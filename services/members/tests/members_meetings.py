"""An assembly for tests: members made in SQL, everything else by the API."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import httpx
from members_people import People, Someone
from ombelle_members.days import today_in_paris

TODAY = today_in_paris()
_MEMBERS = """
WITH given AS (SELECT name, college, n FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS g (name, college, n)),
o AS (
  INSERT INTO organisation (name, kind, email, unadministered_since)
  SELECT name, 'library', 'm' || n || '@exemple.fr', now() FROM given RETURNING id, name
), m AS (
  INSERT INTO member (kind, organisation_id, fee_category) SELECT 'legal', id, 'small' FROM o RETURNING id, organisation_id
)
INSERT INTO college_membership (member_id, college, period, began_as)
SELECT m.id, g.college, daterange('2015-01-01', NULL), 'admission'
FROM m JOIN o ON o.id = m.organisation_id JOIN given g ON g.name = o.name
"""
RULES: dict[str, Any] = {
    "vote_needs_fee": False,
    "quorum": {"general_assembly": {"fraction": "1/2", "second_call_fraction": "0"}},
    "proxies": {"general_assembly": {"per_holder": 2, "same_college": False}},
    "notice_days": {"general_assembly": 15},
}


@dataclass
class Assembly:
    """A meeting, and the links of those who are on its roll, by the name of the member."""

    api: httpx.AsyncClient
    secretary: Someone
    connection: asyncpg.Connection
    id: str
    links: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Return the address of the meeting, without what they all begin with."""
        return f"/meetings/{self.id}"

    def seat(self, name: str) -> Someone:
        """Return whoever comes by the link of a member; they call addresses below it."""
        return Seat(self.api, {}, name=name, link=self.links[name])

    async def live(self) -> Any:
        """Return how the meeting stands for the secretariat."""
        return await self.secretary.get(f"{self.path}/live")

    async def quorum(self) -> tuple[int, int, int, bool]:
        """Return who is present, represented and needed, and whether that is enough."""
        now = (await self.live())["meeting"]["quorum"]
        return now["present"], now["represented"], now["needed"], now["is_met"]

    async def arrive(self, *names: str) -> None:
        """Let members come in."""
        for name in names:
            await self.seat(name).post("/arrival", {}, 204)

    async def motion(self, title: str = "Approuver les comptes", **values: Any) -> str:
        """Write a motion, and return its id."""
        made = await self.secretary.post(f"{self.path}/motions", {"title": title, **values}, 201)
        return str(made["id"])

    async def poll(self, motion: str) -> str:
        """Open the vote on a motion, and return the id of its poll."""
        return str((await self.secretary.post(f"/motions/{motion}/open"))["poll_id"])


@dataclass
class Seat(Someone):
    """Whoever has the link to a place at a meeting."""

    link: str = ""

    async def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Call a route below the link's address."""
        return await super().call(method, f"/meetings/by-link/{self.link}{path}", **options)

    async def vote(self, poll: str, voice: str, *choices: str, status: int = 200) -> Any:
        """Cast a ballot."""
        ballot = {"poll_id": poll, "voice_id": voice, "choices": list(choices)}
        return await self.post("/ballots", ballot, status)


async def members(connection: asyncpg.Connection, *names: str, college: str | None = None) -> None:
    """Admit organisations, in the colleges A, B, C and D in turn."""
    colleges = [college or "ABCD"[n % 4] for n in range(len(names))]
    await connection.execute(_MEMBERS, list(names), colleges)


async def planned(
    people: People, *names: str, facts: Mapping[str, Any] | None = None, **rules: Any
) -> Assembly:
    """Return an assembly that is planned, of members with these names, under these rules.

    It is today, unless `facts` say when it is.
    """
    secretary = await people.account("Sylvie", "secretary")
    bylaws = {"adopted_on": "2015-01-01", "begins_on": "2015-01-01", "rules": RULES | rules}
    await secretary.post("/bylaws", bylaws, 201)
    await members(people.connection, *names)
    meeting = {"body": "general_assembly", "title": "Assemblée générale 2027", "held_on": str(TODAY)}
    made = await secretary.post("/meetings", meeting | dict(facts or {}), 201)
    return Assembly(people.api, secretary, people.connection, made["id"])


async def convened(people: People, *names: str, **rules: Any) -> Assembly:
    """Return an assembly to which everybody got their link."""
    assembly = await planned(people, *names, **rules)  # of which `facts` may say when
    await assembly.secretary.post(f"{assembly.path}/convene", {"accept_short_notice": True})
    rows = await people.connection.fetch(
        "SELECT r.id, r.name, r.email FROM meeting_roll r WHERE r.meeting_id = $1", UUID(assembly.id)
    )
    names_by_address = {row["email"]: row["name"] for row in rows}
    assembly.ids = {row["name"]: str(row["id"]) for row in rows}
    for mail in await people.posted("mail.requested"):
        [link] = re.findall(r"/assemblee/([A-Za-z0-9_-]+)", mail["text"])
        assembly.links[names_by_address[mail["to"]]] = link
    return assembly


async def opened(people: People, *names: str, **rules: Any) -> Assembly:
    """Return an assembly that is open, where nobody has come yet."""
    assembly = await convened(people, *names, **rules)
    await assembly.secretary.post(f"{assembly.path}/open")
    return assembly


def in_days(days: int) -> date:
    """Return the day so many days from today."""
    return TODAY + timedelta(days=days)
