"""A call with five hundred applications, as a season makes it: answers, messages, requests, a committee and its reviews."""

import json
import random
from dataclasses import dataclass
from uuid import UUID, uuid5

import asyncpg
from ombelle_chassis.identity import Signer, ensure_keys
from ombelle_events.applications.searching import columns_of, texts_of
from ombelle_events.calls.starting import starting_form
from ombelle_events.forms.definition import read_definition

from bench.stack import Bench, settle
from bench.words import vocabulary

DOSSIERS = 500
BATCH = 70
"""Applications that the last batch decides: as many as a season has."""
_NAMES = UUID("0f8b8a3e-6d0b-4c1e-9a55-3c1f0b6f2c11")
_REVIEWERS = 6
_HOLDERS = 120
_STATES = ("submitted", "under_review", "draft", "submitted", "under_review")
_COMMUNES = ("80021", "59350", "62041", "60057", "02691")
_THEMES = ("astronomy", "health", "environment", "digital_innovation")


@dataclass(frozen=True, slots=True)
class Call:
    """The call of the measures, its database, and who works with it."""

    bench: Bench
    database: str
    id: UUID
    drafts: tuple[UUID, ...]
    decidable: tuple[UUID, ...]

    def headers(self, *roles: str, organisations: tuple[UUID, ...] = ()) -> bytes:
        """Return the lines that say who asks, as the gateway signs them; they serve for an hour."""
        held = {str(one): "editor" for one in organisations}
        signer = Signer(self.bench.folder / "keys" / "signing.json")
        token = signer.sign_identity(str(named("somebody")), roles, organisations=held, seconds=3_600)
        return f"Ombelle-Identity: {token}\r\n".encode()


def named(name: str) -> UUID:
    """Return the id that a name always has."""
    return uuid5(_NAMES, name)


async def make_call(bench: Bench, database: str) -> Call:
    """Make a database with the call in it."""
    (bench.folder / "keys").mkdir(exist_ok=True)
    ensure_keys(bench.folder / "keys")
    url = await bench.make_database(database)
    connection = await asyncpg.connect(url, command_timeout=300)
    call = await _call(connection)
    dossiers = await _dossiers(connection, *call)
    await _around(connection, call[0])
    await connection.close()
    await settle(url)
    drafts = tuple(one for one, state in dossiers if state == "draft")
    decidable = tuple(one for one, state in dossiers if state in ("submitted", "under_review"))
    return Call(bench, database, call[0], drafts, decidable[:BATCH])


async def _call(connection: asyncpg.Connection) -> tuple[UUID, UUID]:
    edition = await connection.fetchval(
        "INSERT INTO edition (year, starts_on, ends_on) VALUES (2098, '2098-10-03', '2098-10-13') RETURNING id"
    )
    call: UUID = await connection.fetchval(
        "INSERT INTO call (edition_id, title, opens_at, closes_at, created_by) "
        "VALUES ($1, 'Appel', '2020-01-01', '2098-01-01', 'bench') RETURNING id",
        edition,
    )
    version: UUID = await connection.fetchval(
        "INSERT INTO form_version (call_id, number, definition, published_at, created_by) "
        "VALUES ($1, 1, $2, now(), 'bench') RETURNING id",
        call,
        json.dumps(starting_form()),
    )
    await connection.execute(
        "UPDATE call SET form_version_id = $2, publication = 'published', published_at = now() WHERE id = $1",
        call,
        version,
    )
    for rank, name in enumerate(("Contenu", "Publics", "Moyens"), 1):
        await connection.execute(
            "INSERT INTO criterion (call_id, name, weight, scale, rank) VALUES ($1, $2, $3::smallint, 5, $3::smallint)",
            call,
            name,
            rank,
        )
    await connection.executemany(
        "INSERT INTO organisation_copy (organisation_id, name, version) VALUES ($1, $2, 1)",
        [(named(f"holder {n}"), f"Association {vocabulary()[n]} {n}") for n in range(_HOLDERS)],
    )
    return call, version


async def _dossiers(connection: asyncpg.Connection, call: UUID, version: UUID) -> list[tuple[UUID, str]]:
    dice, definition = random.Random(1), read_definition(starting_form())
    found = []
    for number in range(1, DOSSIERS + 1):
        answers = _answers(dice, definition, number)
        texts, columns = texts_of(definition, answers), columns_of(definition, answers)
        state = _STATES[number % len(_STATES)]
        sent = None if state == "draft" else "bench"
        found.append((
            await connection.fetchval(
                "INSERT INTO application (call_id, number, organisation_id, status, form_version_id, answers, search, "
                "title, theme, commune_insee, department, submitted_at, submitted_by, created_by) VALUES ($1, $2, $3, $4, "
                "$5, $6, dossier_texts($7, $8, $9, $10), $11, $12, $13, $14, CASE WHEN $15::text IS NOT NULL "
                "THEN now() END, $15, 'bench') RETURNING id",
                call, number, named(f"holder {number % _HOLDERS}"), state, version, json.dumps(answers),
                texts.title, texts.plain, texts.identifying, texts.budget, columns["title"], columns["theme"],
                columns["commune_insee"], columns["department"], sent,
            ),
            state,
        ))  # fmt: skip
    return found


def _answers(dice: random.Random, definition: object, number: int) -> dict[str, object]:
    """Answer the fields of the shipped form by their types: about four kilobytes, as real ones."""
    answers: dict[str, object] = {}
    for field in definition.fields():  # type: ignore[attr-defined]
        said = {
            "text": f"Dossier {number} {_words(dice, 5)}",
            "long_text": _words(dice, 140),
            "commune": dice.choice(_COMMUNES),
            "amount": 100_000 + 1_000 * (number % 40),
            "integer": number % 90,
            "boolean": True,
            "email": f"contact{number}@association{number}.example",
        }.get(field.type)
        if field.purpose == "theme":
            said = dice.choice(_THEMES)
        if said is not None:
            answers[field.id] = said
    return answers


def _words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choice(vocabulary()[:4_000]) for _ in range(count))


_AROUND = """
INSERT INTO application_message (application_id, side, author, text)
SELECT id, CASE n WHEN 1 THEN 'holder' ELSE 'coordination' END, 'bench',
  'Bonjour, voici une précision sur le projet. ' || number
FROM application, generate_series(1, 2) n WHERE call_id = $1;
"""


async def _around(connection: asyncpg.Connection, call: UUID) -> None:
    await connection.execute(_AROUND.replace("$1", f"'{call}'"))
    people = [
        (call, named(f"reviewer {n}"), f"Personne {n}", f"p{n}@agence.example") for n in range(_REVIEWERS)
    ]
    await connection.executemany(
        "INSERT INTO committee_member (call_id, account_id, name, email) VALUES ($1, $2, $3, $4)", people
    )
    await connection.execute(
        "INSERT INTO assignment (application_id, account_id, call_id, assigned_by) "
        "SELECT a.id, m.account_id, a.call_id, 'bench' FROM application a JOIN committee_member m USING (call_id) "
        "WHERE a.status = 'under_review' AND (a.number + get_byte(uuid_send(m.account_id), 15)) % 3 = 0"
    )
    await connection.execute(
        "INSERT INTO review (application_id, account_id, comment, recommendation, submitted_at) "
        "SELECT application_id, account_id, 'Un avis.', 'label', now() FROM assignment"
    )
    await connection.execute(
        "INSERT INTO review_score (application_id, account_id, criterion_id, score) "
        "SELECT r.application_id, r.account_id, c.id, c.rank FROM review r JOIN application a ON a.id = r.application_id "
        "JOIN criterion c ON c.call_id = a.call_id"
    )
    await connection.execute(
        "INSERT INTO conflict_of_interest (application_id, account_id, kind, evidence, declared_by) "
        "SELECT id, $2, 'pinned', '[]', 'bench' FROM application WHERE call_id = $1 AND number % 25 = 0",
        call,
        named("reviewer 0"),
    )
