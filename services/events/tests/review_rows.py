"""Makers of calls, dossiers and committees, straight in the tables, and of those who ask: for tests of reviews."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx

_numbers = count(1)
NOW = datetime(2027, 3, 1, tzinfo=UTC)
FORM = {
    "sections": [
        {
            "id": "projet",
            "title": "Le projet",
            "fields": [
                {
                    "id": "titre",
                    "type": "text",
                    "label": "Titre",
                    "purpose": "title",
                    "required": "at_submission",
                },
                {"id": "resume", "type": "long_text", "label": "Résumé"},
                {
                    "id": "courriel",
                    "type": "email",
                    "label": "Courriel",
                    "purpose": "contact_email",
                    "is_identifying": True,
                },
                {
                    "id": "equipe",
                    "type": "repetition",
                    "label": "Équipe",
                    "is_identifying": True,
                    "fields": [
                        {"id": "nom", "type": "text", "label": "Nom"},
                        {"id": "adresse", "type": "email", "label": "Courriel"},
                    ],
                },
            ],
        }
    ]
}


@dataclass
class Someone:
    """Somebody who asks, by their account, roles and organisations."""

    account_id: UUID
    name: str
    email: str
    client: httpx.AsyncClient
    headers: dict[str, str]

    async def ask(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        """Ask and give the whole answer; header names come with underscores."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        options = {} if body is None else {"json": body}
        return await self.client.request(method, f"/api/v1{path}", headers=self.headers | more, **options)

    async def get(self, path: str, status: int = 200) -> Any:
        answer = await self.ask("GET", path)
        assert answer.status_code == status, answer.text
        return answer.json()

    async def do(self, method: str, path: str, body: Any = None, *, status: int = 200, **headers: str) -> Any:
        answer = await self.ask(method, path, body, **headers)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None


class Rows:
    """What reviews are about."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self.connection = connection

    async def insert(self, table: str, returning: str = "id", /, **values: Any) -> Any:
        values = {name: json.dumps(v) if isinstance(v, dict) else v for name, v in values.items()}
        names, places = ", ".join(values), ", ".join(f"${n}" for n in range(1, len(values) + 1))
        statement = f"INSERT INTO {table} ({names}) VALUES ({places}) RETURNING {returning}"
        return await self.connection.fetchval(statement, *values.values())

    async def call(self, *, scales: Any = ((1, 5), (3, 5)), form: Any = None, **values: Any) -> UUID:
        """Make a published call with its form, and one criterion for each (weight, scale)."""
        year = 2027 + next(_numbers) % 100
        edition = await self.connection.fetchval(
            "INSERT INTO edition (year, starts_on, ends_on) VALUES ($1, $2, $3) "
            "ON CONFLICT (year) DO UPDATE SET theme = 'Le temps' RETURNING id",
            year, datetime(year, 10, 1).date(), datetime(year, 10, 11).date(),  # noqa: DTZ001
        )  # fmt: skip
        call = await self.insert(
            "call",
            edition_id=edition,
            title=values.pop("title", "Appel"),
            opens_at=datetime(2026, 1, 1, tzinfo=UTC),
            closes_at=datetime(2098, 1, 1, tzinfo=UTC),
            created_by="tests",
            **values,
        )
        version = await self.insert(
            "form_version",
            call_id=call,
            number=1,
            definition=form or FORM,
            published_at=NOW,
            created_by="tests",
        )
        await self.connection.execute(
            "UPDATE call SET form_version_id = $2, publication = 'published', published_at = now() WHERE id = $1",
            call, version,
        )  # fmt: skip
        for rank, (weight, scale) in enumerate(scales, 1):
            await self.insert(
                "criterion", call_id=call, name=f"Critère {rank}", weight=weight, scale=scale, rank=rank
            )
        return call

    async def organisation(self, name: str) -> UUID:
        return await self.insert(
            "organisation_copy", "organisation_id", organisation_id=uuid4(), name=name, version=1
        )

    async def application(
        self, call: UUID, organisation: UUID | None = None, *, status: str = "submitted", **values: Any
    ) -> UUID:
        version = await self.connection.fetchval("SELECT form_version_id FROM call WHERE id = $1", call)
        sent = {} if status in {"draft", "discarded"} else {"submitted_at": NOW, "submitted_by": "tests"}
        title = values.pop("title", "Dossier")
        row = {
            "call_id": call,
            "number": next(_numbers),
            "organisation_id": organisation or uuid4(),
            "status": status,
            "form_version_id": version,
            "title": title,
            "answers": {"titre": title, **values.pop("answers", {})},
            "created_by": "tests",
            **sent,
            **values,
        }
        return await self.insert("application", **row)

    async def member(self, call: UUID, someone: Any, **values: Any) -> None:
        await self.insert(
            "committee_member",
            "account_id",
            call_id=call,
            account_id=someone.account_id,
            name=someone.name,
            email=someone.email,
            **values,
        )

    async def team(self, someone: Any, *roles: str) -> None:
        await self.insert(
            "team_copy",
            "account_id",
            account_id=someone.account_id,
            name=someone.name,
            email=someone.email,
            roles=list(roles),
            version=1,
        )

    async def belongs(self, someone: Any, organisation: UUID, role: str | None = "editor") -> None:
        await self.insert(
            "membership_copy",
            "account_id",
            account_id=someone.account_id,
            organisation_id=organisation,
            role=role,
            version=1,
        )

    async def assign(self, application: UUID, someone: Any, **values: Any) -> None:
        call = await self.connection.fetchval("SELECT call_id FROM application WHERE id = $1", application)
        await self.insert(
            "assignment",
            "account_id",
            application_id=application,
            account_id=someone.account_id,
            call_id=call,
            assigned_by="tests",
            **values,
        )

    async def review(
        self, application: UUID, someone: Any, *scores: int, submitted: bool = True, **values: Any
    ) -> None:
        await self.insert(
            "review",
            "account_id",
            application_id=application,
            account_id=someone.account_id,
            recommendation=values.pop("recommendation", "label"),
            submitted_at=NOW if submitted else None,
            **values,
        )
        criteria = await self.connection.fetch(
            "SELECT c.id FROM criterion c JOIN application a USING (call_id) WHERE a.id = $1 ORDER BY rank",
            application,
        )
        for criterion, score in zip(criteria, scores, strict=False):
            await self.insert(
                "review_score",
                "score",
                application_id=application,
                account_id=someone.account_id,
                criterion_id=criterion["id"],
                score=score,
            )

    async def conflicts(self, application: UUID | None = None) -> set[tuple[UUID, str]]:
        """Return whom undismissed conflicts stand for, and of which kind."""
        rows = await self.connection.fetch(
            "SELECT account_id, kind FROM standing_conflict WHERE $1::uuid IS NULL OR application_id = $1",
            application,
        )
        return {(row["account_id"], row["kind"]) for row in rows}
