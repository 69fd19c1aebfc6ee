"""Loans of the tests: asked for through the API, or as rows of any state."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
from fastapi import FastAPI
from loans_people import People, Someone
from loans_stock import Lent, Stock
from ombelle_loans.availability.days import Days, today_in_paris
from ombelle_loans.availability.public_holidays import public_holidays
from ombelle_loans.context import ProcessContext
from ombelle_loans.loans import jobs

PLACE = {"name": "CDI", "address": "1 rue Haute", "commune_insee": "80021", "commune_name": "Amiens"}


def week(number: int) -> tuple[date, date]:
    """The Monday and the Friday of a week without holiday, each number another week, from two weeks ahead."""
    today = today_in_paris()
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=2)
    closed = public_holidays(Days(monday, monday + timedelta(days=900)))
    while True:
        if not any(monday + timedelta(days=day) in closed for day in range(-3, 8)):
            if number == 0:
                return monday, monday + timedelta(days=4)
            number -= 1
        monday += timedelta(weeks=1)


def line(item: Lent, number: int = 0, **more: Any) -> dict[str, Any]:
    """One item of a request, for a week."""
    first, last = week(number)
    return {"item_id": str(item.id), "starts_on": first.isoformat(), "ends_on": last.isoformat()} | more


@dataclass
class Desk:
    """Asks and acts."""

    people: People
    stock: Stock
    app: FastAPI

    @property
    def context(self) -> ProcessContext:
        """What the service's process holds."""
        context: ProcessContext = self.app.state.context
        return context

    @property
    def settings(self) -> tuple[Any, str]:
        """What jobs are given: sessions, and where links begin."""
        return self.context.sessions, self.context.settings.public_url

    async def ask(
        self, who: Someone, organisation: UUID, *lines: dict[str, Any], status: int = 201, **more: Any
    ) -> Any:
        """Send a request and return the answer's body."""
        headers = more.pop("headers", {})
        body = {"organisation_id": str(organisation), "place_of_use": PLACE, "loans": list(lines)} | more
        return await who.post("/loan-requests", body, status, headers=headers)

    async def held(self, organisation: UUID, item: Lent, number: int = 0, **more: Any) -> Any:
        """Return a loan that is on hold, asked for by an editor of an organisation."""
        request = await self.ask(self.people.editor(organisation), organisation, line(item, number, **more))
        return request["loans"][0]

    async def act(self, who: Someone, loan: Any, action: str, body: Any = None, status: int = 200) -> Any:
        """Do a step of a loan."""
        return await who.post(f"/loans/{loan['id']}/{action}", body, status)

    async def attempt(self, who: Someone, loan: Any, action: str, body: Any = None) -> httpx.Response:
        """Try a step of a loan."""
        return await who.call("POST", f"/loans/{loan['id']}/{action}", json=body)

    async def row(self, organisation: UUID, item: Lent, status: str, number: int = 0, **columns: Any) -> UUID:
        """Insert a loan of before Ombelle in any state, which needs no papers, with what it blocks."""
        connection = self.people.connection
        first, last = week(number)
        values: dict[str, Any] = {
            "id": uuid4(), "item_id": item.id, "format_id": item.format_id, "status": status, "origin": "imported",
            "starts_on": first, "ends_on": last,
        } | _needed(status) | columns  # fmt: skip
        async with connection.transaction():
            values["request_id"] = await connection.fetchval(
                "INSERT INTO loan_request (organisation_id, place_name, commune_insee, department, created_by) "
                "VALUES ($1, 'CDI', '80021', '80', 'import') RETURNING id",
                organisation,
            )
            places = ", ".join(f"${place}" for place in range(1, len(values) + 1))
            await connection.execute(
                f"INSERT INTO loan ({', '.join(values)}) VALUES ({places})",
                *values.values(),
            )
            if status in {"held", "approved", "agreement_sent", "confirmed", "out", "returned"}:
                await connection.execute("INSERT INTO loan_unit VALUES ($1, $2)", values["id"], item.units[0])
                await connection.execute(
                    "INSERT INTO unit_block (unit_id, kind, loan_id, period, blocked, expires_at) "
                    "SELECT $1, CASE $3 WHEN 'held' THEN 'hold' ELSE 'loan' END, id, daterange(starts_on, ends_on, '[]'), "
                    "daterange(starts_on, ends_on, '[]'), held_until FROM loan WHERE id = $2",
                    *(item.units[0], values["id"], status),
                )
        made: UUID = values["id"]
        return made

    async def let_lapse(self, loan: Any) -> None:
        """Let the time of a hold be over."""
        for table, column in (("loan", "held_until"), ("unit_block", "expires_at")):
            key = "id" if table == "loan" else "loan_id"
            await self.people.connection.execute(
                f"UPDATE {table} SET {column} = now() - interval '1 second' WHERE {key} = $1",
                UUID(loan["id"]),
            )

    async def expire(self) -> int:
        """Carry out the job that lets holds expire."""
        return await jobs.expire_holds(*self.settings)

    async def blocks(self) -> list[tuple[str, str, str]]:
        """What is blocked now: kind, days, days with buffers."""
        rows = await self.people.connection.fetch(
            "SELECT kind, period::text, blocked::text FROM unit_block WHERE released_at IS NULL ORDER BY period, id"
        )
        return [tuple(row) for row in rows]

    async def mails(self) -> list[tuple[str, str, str]]:
        """What was mailed: template, to whom, subject; in the order that it was posted."""
        return [
            (mail["template"], mail["to"] or mail["to_organisation"], mail["subject"])
            for mail in await self.people.posted("mail.requested")
        ]

    async def notices(self) -> list[tuple[str, str, str]]:
        """What webhooks were told: event, organisation, state."""
        return [
            (told["event"], told["organisation_id"], told["data"]["status"])
            for told in await self.people.posted("webhook.told")
        ]


def _needed(status: str) -> dict[str, Any]:
    """What the tables want of a state, papers aside."""
    today = today_in_paris()
    needed: dict[str, Any] = {}
    if status == "held":
        needed["held_until"] = datetime.now(UTC) + timedelta(days=2)
    if status == "waitlisted":
        needed["waitlisted_at"] = datetime.now(UTC)
    if status == "declined":
        needed["decline_reason"] = "Abîmé"
    if status == "cancelled":
        needed |= {"cancelled_by": "borrower", "cancelled_on": today, "days_lost": 5, "notice_days": 3}
    if status in {"out", "returned", "inspected", "closed"}:
        needed["went_out_on"] = today - timedelta(days=30)
    if status in {"returned", "inspected", "closed"}:
        needed["returned_on"] = today
    return needed
