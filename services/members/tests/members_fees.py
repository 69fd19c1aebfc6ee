"""Members with fees, for tests: made in SQL, where the way in is not what is tested."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import asyncpg
from ombelle_members.days import today_in_paris

THIS_YEAR = today_in_paris().year
NEW_YEAR = date(THIS_YEAR, 1, 1)
TARIFF = [
    {"category": "natural", "amount_cents": 2000},
    {"category": "small", "amount_cents": 5000},
    {"category": "medium", "amount_cents": 15000},
    {"category": "medium", "college": "A", "amount_cents": 30000},
]

_LEGAL = """
WITH o AS (
  INSERT INTO organisation
    (name, kind, email, address, postal_code, commune_name, commune_insee, siret, unadministered_since)
  VALUES ($1, 'library', $2, '1 rue des Lilas', '80000', 'Amiens', '80021', $6, now()) RETURNING id
), m AS (INSERT INTO member (kind, organisation_id, fee_category) SELECT 'legal', id, $3 FROM o RETURNING id)
INSERT INTO college_membership (member_id, college, period, began_as, ended_as)
SELECT id, $4, $5::daterange, 'admission', CASE WHEN upper_inf($5::daterange) THEN NULL ELSE 'resignation' END
FROM m RETURNING member_id
"""
_NATURAL = """
WITH p AS (
  INSERT INTO person (name, email, email_digest) VALUES ($1, $2, encode(sha256(convert_to($2, 'UTF8')), 'hex')) RETURNING id
), m AS (INSERT INTO member (kind, person_id, fee_category) SELECT 'natural', id, 'natural' FROM p RETURNING id)
INSERT INTO college_membership (member_id, college, period, began_as) SELECT id, 'D', $3::daterange, 'admission' FROM m
RETURNING member_id
"""


@dataclass
class Treasury:
    """The treasurer, and members to call fees from."""

    connection: asyncpg.Connection
    treasurer: Any

    async def legal(
        self,
        name: str,
        category: str = "medium",
        college: str = "B",
        since: date = date(2020, 3, 1),
        until: date | None = None,
        siret: str | None = None,
    ) -> UUID:
        """Admit an organisation, and return the member's id."""
        email = f"{name.lower().replace(' ', '.')}@exemple.fr"
        period = asyncpg.Range(since, until)
        return await self.connection.fetchval(_LEGAL, name, email, category, college, period, siret)

    async def natural(self, name: str, since: date = date(2020, 3, 1)) -> UUID:
        """Admit a person, and return the member's id."""
        email = f"{name.split(maxsplit=1)[0].lower()}@exemple.fr"
        return await self.connection.fetchval(_NATURAL, name, email, asyncpg.Range(since, None))

    async def adopts(
        self, starts_on: date = NEW_YEAR, lines: list[dict[str, Any]] = TARIFF
    ) -> dict[str, Any]:
        """Adopt a tariff."""
        return await self.put(
            "/fee-tariffs", {"starts_on": str(starts_on), "adopted_on": str(starts_on), "lines": lines}
        )

    async def put(self, path: str, body: Mapping[str, Any], status: int = 200, *, if_match: str = "*") -> Any:
        """Put, on whatever version there is."""
        answer = await self.treasurer.call("PUT", path, json=body, headers={"If-Match": if_match})
        assert answer.status_code == status, (answer.status_code, answer.text)
        return answer.json()

    async def changes(self, fee: str, what: str, body: Mapping[str, Any], status: int = 200) -> Any:
        """Waive, void, or put off a fee, on whatever version there is."""
        return await self.treasurer.post(f"/fees/{fee}/{what}", body, status, headers={"If-Match": "*"})

    async def calls(self, member: UUID, year: int = THIS_YEAR, **more: Any) -> dict[str, Any]:
        """Call the fee of one member."""
        return await self.treasurer.post(f"/members/{member}/fees", {"year": year, **more}, 201)

    async def receives(self, fee: str, cents: int, status: int = 201, **more: Any) -> Any:
        """Record what was received."""
        paid = {"method": "transfer", "received_on": str(today_in_paris()), "amount_cents": cents, **more}
        return await self.treasurer.post(f"/fees/{fee}/payments", paid, status)
