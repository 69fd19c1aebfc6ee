"""The measures of calls: the desk's first page, saving a draft, applying a batch of decisions."""

import time
from collections.abc import Sequence
from uuid import UUID

import asyncpg
import orjson
from ombelle_gateway.cookies import digest_of, new_secret, session_cookie

from bench.calls import BATCH, Call
from bench.client import Connection, Ratio, Side, fetch, interleave
from bench.stack import Bench, BenchError, settle

_PAGES, _SAVES = 20, 60
_SIGN_IN = """
WITH somebody AS (
  INSERT INTO account (email, name) VALUES (encode($1::bytea, 'hex') || '@bench.example', 'Somebody') RETURNING id
), known AS (
  INSERT INTO organisation_copy (organisation_id, name, kind, version) VALUES ($2, 'Musée', 'museum', 1)
), belongs AS (
  INSERT INTO membership_copy (account_id, organisation_id, role, version) SELECT id, $2, 'editor', 1 FROM somebody
)
INSERT INTO sign_in_session (token_hash, account_id, method) SELECT $1, id, 'link' FROM somebody
"""
_BLOCKS = 7


async def measure_desk(call: Call) -> Ratio:
    """Compare the seconds of the board's first page with those of its bare query.

    Raises:
        BenchError: they are not the same bytes.

    """
    headers = call.headers("coordinator")
    path, bare_path = f"/api/v1/calls/{call.id}/board", f"/board?call={call.id}"
    with (
        call.bench.serve_events(call.database) as events,
        call.bench.serve_bare("bare_desk", call.database) as bare,
    ):
        one, other = await fetch(events.port, path, headers=headers), await fetch(bare.port, bare_path)
        if one != other:
            at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
            raise BenchError(f"le bureau diffère :\n{one[at - 80 : at + 80]!r}\n{other[at - 80 : at + 80]!r}")
        ours = Side(events.port, [path], concurrency=1, headers=headers)
        theirs = Side(bare.port, [bare_path], concurrency=1)
        for side in (ours, theirs):
            await side.open()

        async def ask(side: Side) -> float:
            return sum(await side.block(_PAGES)) / _PAGES

        found = await interleave(lambda: ask(ours), lambda: ask(theirs), blocks=_BLOCKS)
        for side in (ours, theirs):
            side.close()
    return found


async def measure_autosave(call: Call) -> Ratio:
    """Compare the 95th percentiles of saving one answer of a draft, both sides through the gateway, signed in.

    Ours checks, merges, keeps the history and answers with the dossier as it is now.
    """
    bench, draft = call.bench, call.drafts[0]
    connection = await asyncpg.connect(bench.url(call.database))
    row = await connection.fetchrow("SELECT organisation_id, version FROM application WHERE id = $1", draft)
    await connection.close()
    headers = await signed_in(bench, call.database, row["organisation_id"])
    with (
        bench.serve_events(call.database) as events,
        bench.serve_bare("bare_desk", call.database) as bare,
        bench.serve_gateway(events, call.database) as edge,
        bench.serve_gateway(bare, call.database) as bare_edge,
    ):
        field = await _field(call)
        saver = _Saver(Connection(edge.port, headers), f"/api/v1/applications/{draft}", field)
        other = _Saver(Connection(bare_edge.port, headers), f"/api/v1/applications/{call.drafts[1]}", field)
        saver.version = row["version"]
        for one in (saver, other):
            await one.connection.open()
        found = await interleave(
            lambda: saver.block(ours=True), lambda: other.block(ours=False), blocks=_BLOCKS
        )
        for one in (saver, other):
            one.connection.close()
    return found


async def signed_in(bench: Bench, database: str, organisation_id: UUID) -> bytes:
    """Open a session of somebody who edits for an organisation; return the lines that their browser sends."""
    await bench.migrate_gateway(database)
    secret = new_secret()
    connection = await asyncpg.connect(bench.environment(database)["GATEWAY_DATABASE_URL"])
    await connection.execute(_SIGN_IN, digest_of(secret), organisation_id)
    await connection.close()
    return f"Cookie: {session_cookie(is_https=False)}={secret}\r\nOrigin: http://localhost:8000\r\n".encode()


async def _field(call: Call) -> str:
    """Return the id of the form's first long text."""
    connection = await asyncpg.connect(call.bench.url(call.database))
    found: str = await connection.fetchval(
        """SELECT jsonb_path_query_first(definition, '$.sections[*].fields[*] ? (@.type == "long_text").id') #>> '{}'
        FROM form_version WHERE call_id = $1""",
        call.id,
    )
    await connection.close()
    return found


class _Saver:
    """Somebody who types in a draft."""

    def __init__(self, connection: Connection, path: str, field: str) -> None:
        self.connection, self._path, self.field = connection, path, field
        self.version, self._saves = 0, 0

    async def block(self, *, ours: bool) -> float:
        """Save so many times; return the 95th percentile of the latencies, in seconds."""
        latencies = []
        for _ in range(_SAVES):
            self._saves += 1
            said = f"Une nuit d'observation, version {self._saves}. " * 12
            body = orjson.dumps({"answers": {self.field: said}})
            version = f'If-Match: "v{self.version}"\r\n'.encode() if ours else b""
            began = time.perf_counter()
            answer = await self.connection.send("PATCH", self._path, body, version)
            latencies.append(time.perf_counter() - began)
            if ours:
                self.version = orjson.loads(answer)["version"]
        return p95(latencies)


def p95(latencies: Sequence[float]) -> float:
    """Return the latency that one in twenty exceeds."""
    return sorted(latencies)[int(len(latencies) * 0.95)]


async def measure_batch(call: Call) -> float:
    """Return the seconds that a batch takes to be applied, its mails and letters queued with it.

    Raises:
        BenchError: something of it is missing afterwards.

    """
    headers = call.headers("coordinator")
    url = call.bench.url(call.database)
    with call.bench.serve_events(call.database) as events:
        connection = Connection(events.port, headers)
        await connection.open()
        body = orjson.dumps({"call_id": str(call.id), "title": "Séance"})
        batch = orjson.loads(await connection.send("POST", "/api/v1/decision-batches", body))
        path = f"/api/v1/decision-batches/{batch['id']}"
        lines = [{"application_id": str(one), "decision": "labelled"} for one in call.decidable]
        await connection.send("POST", f"{path}/items", orjson.dumps({"items": lines}))
        preview = orjson.loads(await connection.send("POST", f"{path}/preview", b"{}"))
        await settle(url)
        wanted = orjson.dumps({"version": preview["version"]})
        began = time.perf_counter()
        await connection.send("POST", f"{path}/apply", wanted)
        took = time.perf_counter() - began
        connection.close()
    database = await asyncpg.connect(url)
    decided, mails = await database.fetchrow(
        "SELECT (SELECT count(*) FROM application WHERE status = 'decided'), "
        "(SELECT count(*) FROM outbox_message WHERE type = 'mail.requested')"
    )
    await database.close()
    if (decided, mails) != (BATCH, BATCH):
        raise BenchError(f"{decided} décisions et {mails} courriels au lieu de {BATCH}")
    return took
