"""A process that is killed in the middle of an approval: the loan was never half approved, and can be approved after."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
import httpx
from loans_desk import line
from loans_people import SECRET, Someone
from ombelle_command.processes import dies_with_parent, free_port, status_of, wait_until

_TOUCHED = (
    "loan",
    "loan_unit",
    "unit_block",
    "loan_entry",
    "outbox_message",
    "audit_entry",
    "idempotent_request",
)
_OF_EACH = {"loan", "unit_block", "loan_entry", "outbox_message", "audit_entry"}
# Who waits for a lock, with what they have written before.
_WAITING = """
SELECT w.pid, array_remove(array_agg(h.relation::regclass::text), NULL) AS written FROM pg_stat_activity w
LEFT JOIN pg_locks h ON h.pid = w.pid AND h.granted AND h.mode = 'RowExclusiveLock'
  AND h.relation::regclass::text = ANY ($1)
WHERE w.wait_event_type = 'Lock' AND w.datname = current_database() GROUP BY w.pid
"""


@contextmanager
def running(port: int, database_url: str, keys_folder) -> Iterator[subprocess.Popen[bytes]]:
    """Run the service as it is run, its jobs left to others; it ends by SIGKILL in any case."""
    environment = os.environ | {
        "LOANS_DATABASE_URL": database_url,
        "LOANS_JWKS_FILE": str(keys_folder / "jwks.json"),
        "LOANS_WORKS": "false",
        "OMBELLE_MESSAGES_SECRET": SECRET,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "ombelle_loans", "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=dies_with_parent(signal.SIGKILL),  # noqa: PLW1509 (the hook takes no lock)
    )
    try:
        assert wait_until(lambda: status_of(port, "/readyz") == 200, seconds=60, every=0.05)
        yield process
    finally:
        process.kill()
        process.wait(30)


async def everything(connection: asyncpg.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return all that an approval writes."""
    return {
        table: sorted((tuple(row) for row in await connection.fetch(f"SELECT * FROM {table}")), key=repr)
        for table in _TOUCHED
    }


async def test_a_process_killed_in_the_middle_of_approvals_leaves_no_half_loan(
    desk, people, stock, keys_folder, loans_database_url
):
    """One loan is on hold, one blocks nothing yet. One approval has written all but that it is done; the other waits
    for the end of the audit log that the first one holds."""
    college, connection, lender = await people.organisation(), people.connection, people.lender()
    held = await desk.held(college, await stock.item(modules=5))
    asked = await desk.ask(
        people.editor(college), college, line(await stock.item(max_days=3, modules=5), as_exception=True)
    )
    loans = (held, asked["loans"][0])
    before, port = await everything(connection), free_port()

    async def approve(api: httpx.AsyncClient, loan) -> httpx.Response:
        there = Someone(api, lender.headers)
        return await there.call(
            "POST", f"/loans/{loan['id']}/approve", headers={"Idempotency-Key": loan["id"]}
        )

    outside = await asyncpg.connect(loans_database_url)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as api:
        with running(port, loans_database_url, keys_folder) as process:
            async with outside.transaction():
                await outside.execute("LOCK TABLE idempotent_request IN SHARE MODE")
                asking = [asyncio.create_task(approve(api, loan)) for loan in loans]
                async with asyncio.timeout(20):
                    while len(waiting := await connection.fetch(_WAITING, list(_TOUCHED))) < len(loans):
                        assert not any(task.done() for task in asking)
                written = [set(one["written"]) for one in waiting]
                assert any(one >= _OF_EACH for one in written), written
                process.kill()
                lost = await asyncio.gather(*asking, return_exceptions=True)
                assert all(isinstance(one, httpx.TransportError) for one in lost)
            await gone(connection, [one["pid"] for one in waiting])
        assert await everything(connection) == before
    await outside.close()
    answers = [await approve(people.api, loan) for loan in (*loans, *loans)]  # each is asked for again, twice
    assert [(answer.status_code, answer.json()["status"]) for answer in answers] == [(200, "approved")] * 4
    assert [kind for kind, *_ in await desk.blocks()] == ["loan"] * 10
    entries = await connection.fetch("SELECT loan_id::text FROM loan_entry WHERE action = 'approve'")
    assert sorted(one["loan_id"] for one in entries) == sorted(loan["id"] for loan in loans)


async def gone(connection: asyncpg.Connection, pids: list[int]) -> None:
    """Wait until PostgreSQL has seen that nobody is there any more."""
    async with asyncio.timeout(20):
        while await connection.fetchval("SELECT count(*) FROM pg_stat_activity WHERE pid = ANY ($1)", pids):
            pass
