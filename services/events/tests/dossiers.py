"""Calls and applications for tests: what a test does not say has a fixed, dull value."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

import asyncpg
import httpx

_NAMES = UUID("6f3f7a54-2f5e-4a57-9c0e-0d6f7c5d1a10")


def named(name: str) -> UUID:
    """Return the id that a name always has in tests: of an organisation, or of an account."""
    return uuid5(_NAMES, name)


FORM: dict[str, Any] = {
    "sections": [
        {
            "id": "project",
            "title": "Le projet",
            "fields": [
                {
                    "id": "title",
                    "type": "text",
                    "label": "Titre",
                    "required": "at_submission",
                    "purpose": "title",
                },
                {
                    "id": "summary",
                    "type": "long_text",
                    "label": "Résumé",
                    "required": "at_submission",
                    "purpose": "summary",
                },
                {
                    "id": "theme",
                    "type": "choice",
                    "label": "Thème",
                    "purpose": "theme",
                    "options": [
                        {"value": "astronomy", "label": "Astronomie"},
                        {"value": "health", "label": "Santé"},
                    ],
                },
                {"id": "commune", "type": "commune", "label": "Commune", "purpose": "commune"},
                {
                    "id": "sessions",
                    "type": "sessions",
                    "label": "Séances",
                    "purpose": "sessions",
                },
                {"id": "is_free", "type": "boolean", "label": "Gratuit", "purpose": "is_free"},
                {"id": "past_date", "type": "date", "label": "Première édition"},
            ],
        },
        {
            "id": "people",
            "title": "Vous",
            "fields": [
                {
                    "id": "contact_name",
                    "type": "text",
                    "label": "Contact",
                    "purpose": "contact_name",
                    "is_identifying": True,
                },
                {
                    "id": "contact_email",
                    "type": "email",
                    "label": "Adresse",
                    "purpose": "contact_email",
                    "is_identifying": True,
                },
                {"id": "team", "type": "long_text", "label": "L'équipe", "is_stale_on_renewal": True},
            ],
        },
        {
            "id": "money",
            "title": "Le budget",
            "fields": [
                {
                    "id": "expenses",
                    "type": "repetition",
                    "label": "Dépenses",
                    "purpose": "budget_expenses",
                    "fields": [
                        {"id": "what", "type": "text", "label": "Quoi"},
                        {"id": "amount", "type": "amount", "label": "Montant"},
                    ],
                },
                {
                    "id": "income",
                    "type": "repetition",
                    "label": "Recettes",
                    "purpose": "budget_income",
                    "fields": [
                        {"id": "what", "type": "text", "label": "Quoi"},
                        {"id": "amount", "type": "amount", "label": "Montant"},
                    ],
                },
                {
                    "id": "requested",
                    "type": "amount",
                    "label": "Montant demandé",
                    "purpose": "requested_amount",
                },
            ],
        },
    ]
}
WHOLE: dict[str, Any] = {
    "title": "Le ciel d'octobre",
    "summary": "Une nuit d'observation au planétarium.",
    "theme": "astronomy",
    "commune": "80021",
    "sessions": [{"starts_at": "2027-10-02T20:00:00+02:00", "ends_at": "2027-10-02T23:00:00+02:00"}],
    "is_free": True,
    "contact_name": "Hélène Martin",
    "contact_email": "helene.martin@musee.example",
    "expenses": [{"what": "Télescope", "amount": 120_000}],
    "income": [{"what": "Mécénat", "amount": 20_000}],
    "requested": 100_000,
}
"""Answers that are complete."""


class Dossiers:
    """Makes calls straight in the tables, and applications through the API."""

    def __init__(
        self,
        connection: asyncpg.Connection,
        api: httpx.AsyncClient,
        identity: Callable[..., dict[str, str]],
    ) -> None:
        self.connection = connection
        self.api = api
        self._identity = identity

    async def organisations(self, *names: str) -> None:
        """Put organisations into the directory's copy, each under the id of its name."""
        await self.connection.executemany(
            "INSERT INTO organisation_copy (organisation_id, name, version) VALUES ($1, $2, 1) ON CONFLICT DO NOTHING",
            [(named(name), name) for name in names],
        )

    def editor(self, organisation: str, person: str = "ada", **more: Any) -> dict[str, str]:
        """Return headers of somebody who acts for an organisation."""
        return self._identity(str(named(person)), organisations={str(named(organisation)): "editor"}, **more)

    def program(self, organisation: str, *scopes: str) -> dict[str, str]:
        """Return headers of an organisation's program."""
        return self.editor(organisation, scopes=list(scopes), token=str(named("token")))

    def coordinator(self, person: str = "coline", **more: Any) -> dict[str, str]:
        """Return headers of the coordination."""
        return self._identity(str(named(person)), ["coordinator"], **more)

    def person(self, person: str, *roles: str) -> dict[str, str]:
        """Return headers of somebody who acts for nobody."""
        return self._identity(str(named(person)), list(roles))

    async def call(self, *, form: Mapping[str, Any] = FORM, year: int = 2027, **values: Any) -> UUID:
        """Make a published call, open since yesterday and for a day more unless told."""
        now = datetime.now(UTC)
        edition = await self.connection.fetchval(
            "INSERT INTO edition (year, starts_on, ends_on) VALUES ($1, make_date($1, 10, 1), make_date($1, 10, 11)) "
            "ON CONFLICT (year) DO UPDATE SET year = excluded.year RETURNING id",
            year,
        )
        row = {
            "edition_id": edition,
            "title": f"Appel {year}",
            "opens_at": now - timedelta(days=1),
            "closes_at": now + timedelta(days=1),
            "created_by": "coline",
            "charter_rules": ["session_in_official_dates", "free_of_charge", "venue_in_territory"],
            **values,
        }
        places = ", ".join(f"${n}" for n in range(1, len(row) + 1))
        call: UUID = await self.connection.fetchval(
            f"INSERT INTO call ({', '.join(row)}) VALUES ({places}) RETURNING id", *row.values()
        )
        await self.publish_form(call, form)
        await self.connection.execute(
            "UPDATE call SET publication = 'published', published_at = now() WHERE id = $1", call
        )
        return call

    async def publish_form(self, call: UUID, form: Mapping[str, Any]) -> UUID:
        """Publish a version of a call's form, which holds from now on."""
        version: UUID = await self.connection.fetchval(
            "INSERT INTO form_version (call_id, number, definition, published_at, created_by) "
            "SELECT $1, coalesce(max(number), 0) + 1, $2, now(), 'coline' FROM form_version WHERE call_id = $1 "
            "RETURNING id",
            call,
            json.dumps(form),
        )
        await self.connection.execute("UPDATE call SET form_version_id = $2 WHERE id = $1", call, version)
        return version

    async def code(self, call: UUID, letters: str = "RETARD-1", **values: Any) -> UUID:
        """Make an access code that serves once, for a day."""
        row = {
            "call_id": call,
            "code": letters,
            "expires_at": datetime.now(UTC) + timedelta(days=1),
            "max_uses": 1,
            "created_by": "coline",
            **values,
        }
        places = ", ".join(f"${n}" for n in range(1, len(row) + 1))
        made: UUID = await self.connection.fetchval(
            f"INSERT INTO access_code ({', '.join(row)}) VALUES ({places}) RETURNING id", *row.values()
        )
        return made

    async def close(self, call: UUID) -> None:
        """End a call a minute ago."""
        await self.connection.execute(
            "UPDATE call SET opens_at = now() - interval '2 days', closes_at = now() - interval '1 minute' WHERE id = $1",
            call,
        )

    async def draft(
        self, call: UUID, organisation: str = "Musée", answers: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Begin an application, and fill it in."""
        await self.organisations(organisation)
        who = self.editor(organisation)
        wanted = {"call_id": str(call), "organisation_id": str(named(organisation))}
        begun = await self.api.post("/api/v1/applications", json=wanted, headers=who)
        assert begun.status_code == 201, begun.text
        made: dict[str, Any] = begun.json()
        if answers is None:
            return made
        return await self.save(made, answers, who)

    async def save(
        self, application: Mapping[str, Any], answers: Mapping[str, Any], who: dict[str, str]
    ) -> dict[str, Any]:
        """Keep answers on the version told."""
        saved = await self.patch(application, answers, who)
        assert saved.status_code == 200, saved.text
        body: dict[str, Any] = saved.json()
        return body

    async def patch(
        self, application: Mapping[str, Any], answers: Mapping[str, Any], who: dict[str, str], **more: Any
    ) -> httpx.Response:
        """Send answers on the version told, and return what is said."""
        return await self.api.patch(
            f"/api/v1/applications/{application['id']}",
            json={"answers": dict(answers), **more},
            headers={**who, "If-Match": f'"v{application["version"]}"'},
        )

    async def post(
        self, application: Mapping[str, Any], action: str, who: dict[str, str], body: Any = None, **more: str
    ) -> httpx.Response:
        """Ask for an action on an application."""
        return await self.api.post(
            f"/api/v1/applications/{application['id']}/{action}", json=body, headers={**who, **more}
        )

    async def submitted(self, call: UUID, organisation: str = "Musée", **answers: Any) -> dict[str, Any]:
        """Send a complete application."""
        draft = await self.draft(call, organisation, {**WHOLE, **answers})
        sent = await self.post(draft, "submit", self.editor(organisation))
        assert sent.status_code == 200, sent.text
        body: dict[str, Any] = sent.json()
        return body

    async def read(self, application: Mapping[str, Any], who: dict[str, str]) -> httpx.Response:
        """Ask for an application."""
        return await self.api.get(f"/api/v1/applications/{application['id']}", headers=who)

    async def insert(
        self, call: UUID, organisation: str = "Musée", *, status: str = "submitted", **values: Any
    ) -> dict[str, Any]:
        """Put an application straight into the table, in any state but `decided`, and return it as its holder reads it."""
        await self.organisations(organisation)
        sent = {"submitted_at": datetime.now(UTC), "submitted_by": str(named("ada"))}
        row = {
            "call_id": call,
            "number": await self.connection.fetchval(
                "SELECT count(*) + 1 FROM application WHERE call_id = $1", call
            ),
            "organisation_id": named(organisation),
            "status": status,
            "form_version_id": await self.connection.fetchval(
                "SELECT form_version_id FROM call WHERE id = $1", call
            ),
            "answers": json.dumps(WHOLE),
            "title": WHOLE["title"],
            "created_by": str(named("ada")),
            **({} if status in ("draft", "discarded") else sent),
            **({"returns_to": "submitted"} if status == "changes_requested" else {}),
            **(
                {"withdrawn_at": datetime.now(UTC), "withdrawal_reason": "x"} if status == "withdrawn" else {}
            ),
            **values,
        }
        places = ", ".join(f"${n}" for n in range(1, len(row) + 1))
        made = await self.connection.fetchval(
            f"INSERT INTO application ({', '.join(row)}) VALUES ({places}) RETURNING id", *row.values()
        )
        read = await self.read({"id": made}, self.editor(organisation))
        body: dict[str, Any] = read.json()
        return body

    async def decide(self, application: Mapping[str, Any], decision: str = "labelled") -> None:
        """Decide a submitted application, by a batch of its own."""
        identifier, call = UUID(application["id"]), UUID(application["call"]["id"])
        batch = await self.connection.fetchval(
            """
            WITH batch AS (
              INSERT INTO decision_batch (call_id, title, created_by) VALUES ($2, 'Séance', 'tests') RETURNING id
            )
            INSERT INTO decision_item (batch_id, application_id, call_id, decision, staged_by)
            SELECT id, $1, $2, $3, 'tests' FROM batch RETURNING batch_id
            """,
            identifier,
            call,
            decision,
        )
        await self.connection.execute(
            "UPDATE application SET status = 'decided', decision = $3, decided_at = now(), batch_id = $2 WHERE id = $1",
            identifier,
            batch,
            decision,
        )

    async def partner(
        self, application: Mapping[str, Any], organisation: str, role: str = "partner", **values: Any
    ) -> UUID:
        """Let an organisation take part that has accepted."""
        await self.organisations(organisation)
        row = {
            "application_id": UUID(application["id"]),
            "role": role,
            "organisation_id": named(organisation),
            "accepted_at": datetime.now(UTC),
            "invited_by": "ada",
            **values,
        }
        places = ", ".join(f"${n}" for n in range(1, len(row) + 1))
        made: UUID = await self.connection.fetchval(
            f"INSERT INTO application_party ({', '.join(row)}) VALUES ({places}) RETURNING id", *row.values()
        )
        return made

    async def review(self, application: Mapping[str, Any], person: str) -> None:
        """Have somebody of the committee review an application."""
        call = UUID(application["call"]["id"])
        await self.connection.execute(
            "INSERT INTO committee_member (call_id, account_id, name, email) VALUES ($1, $2, $3, $4) "
            "ON CONFLICT DO NOTHING",
            call,
            named(person),
            person,
            f"{person}@universite.example",
        )
        await self.connection.execute(
            "INSERT INTO assignment (application_id, account_id, call_id, assigned_by) VALUES ($1, $2, $3, 'coline')",
            UUID(application["id"]),
            named(person),
            call,
        )
