"""A board for tests: members and posts made in SQL, everything else by the API or the service's own functions."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import asyncpg
from members_people import People, Someone

_MEMBER = """
WITH o AS (
  INSERT INTO organisation (name, kind, unadministered_since) VALUES ($1, 'library', now()) RETURNING id
), m AS (INSERT INTO member (kind, organisation_id, fee_category) SELECT 'legal', id, 'small' FROM o RETURNING id)
INSERT INTO college_membership (member_id, college, period, began_as)
SELECT id, $2, daterange($3, NULL), 'admission' FROM m RETURNING member_id
"""
_REPRESENTATIVE = """
WITH p AS (INSERT INTO person (name) VALUES ($2) RETURNING id)
INSERT INTO representative (member_id, person_id, period) SELECT $1, id, daterange($3, NULL) FROM p
"""


@dataclass
class Board:
    """The secretary, and what they keep."""

    secretary: Someone
    connection: asyncpg.Connection
    posts: list[str] = field(default_factory=list)

    async def member(
        self,
        name: str,
        college: str = "A",
        since: date = date(2010, 1, 1),
        representative: str | None = None,
    ) -> str:
        """Admit an organisation, and return the member's id."""
        member: UUID = await self.connection.fetchval(_MEMBER, name, college, since)
        if representative is not None:
            await self.connection.execute(_REPRESENTATIVE, member, representative, since)
        return str(member)

    async def members(self, count: int, **values: Any) -> list[str]:
        """Admit so many organisations."""
        return [await self.member(f"Structure {number}", **values) for number in range(1, count + 1)]

    async def post(self, number: int, group: int, begins_on: str = "2015-05-04", **values: Any) -> str:
        """Create a post by the API, and return its id."""
        wanted = {"number": number, "renewal_group": group, "begins_on": begins_on}
        return str((await self.secretary.post("/posts", wanted | values, 201))["id"])

    async def bylaws(self, begins_on: str = "2015-05-04", **rules: Any) -> Any:
        """Adopt bylaws by the API, which ask nobody for a fee."""
        free = {"vote_needs_fee": False, "stand_needs_fee": False}
        wanted = {"adopted_on": begins_on, "begins_on": begins_on, "rules": free | rules}
        return await self.secretary.post("/bylaws", wanted, 201)

    async def sits(self, post: str, member: str, on: str = "2021-05-04", until: str = "2025-05-04") -> str:
        """Let a member hold a post since an election, and return the term's id."""
        begun = "INSERT INTO board_term (post_id, member_id, period, expected_end_on, began_as)"
        values = "VALUES ($1, $2, daterange($3, NULL), $4, 'election') RETURNING id"
        days = (date.fromisoformat(on), date.fromisoformat(until))
        return str(await self.connection.fetchval(f"{begun} {values}", post, member, *days))

    async def register(self, *kinds: str) -> list[tuple[str, str]]:
        """Return kind and day of the entries of these kinds, all of governance's without any."""
        rows = await self.connection.fetch(
            "SELECT kind, effective_on FROM register_entry WHERE CASE WHEN $1::text[] = '{}' "
            "THEN kind ~ '^(bylaws|post|term|office)' ELSE kind = ANY ($1) END ORDER BY number",
            list(kinds),
        )
        return [(row["kind"], str(row["effective_on"])) for row in rows]

    async def declarations(self) -> list[tuple[str, str, str]]:
        """Return cause, day and due date of what is to be declared, as it happened."""
        rows = await self.connection.fetch(
            "SELECT c.cause, d.occurred_on, d.due_on FROM declaration_cause c "
            "JOIN declaration d ON d.id = c.declaration_id ORDER BY c.number"
        )
        return [(row["cause"], str(row["occurred_on"]), str(row["due_on"])) for row in rows]


async def new_board(people: People) -> Board:
    """Return an association with a secretary, and nothing else."""
    return Board(await people.account("Sylvie", "secretary"), people.connection)
