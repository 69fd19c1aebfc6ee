"""Jobs beside an API: they end with it, and what is cut off runs again."""

import asyncio
import contextlib

import pytest
from ombelle_chassis import jobs
from pgqueuer.db import AsyncpgDriver
from pgqueuer.queries import Queries
from subscriber import until


@pytest.fixture
def working(shared_url, monkeypatch):
    """Work for a while: `async with working(register)`; who is asked to stop has a tenth of a second."""
    monkeypatch.setattr(jobs, "_GRACE", 0.1)

    def start(*registers):
        return jobs.working(shared_url, registers, name="jobs-tests", silence_seconds=0.5)

    return start


def counting(ran, gate):
    async def register(worker):
        @worker.entrypoint("count")
        async def count(job):
            ran.append(job.id)
            await gate.wait()

    return register


async def test_a_job_cut_off_by_the_end_runs_again(connection, working):
    ran, gate = [], asyncio.Event()
    [job] = await Queries(AsyncpgDriver(connection)).enqueue("count", None)
    async with asyncio.timeout(20):
        async with working(counting(ran, gate)):
            await until(lambda: ran)
        assert ran == [job]
        gate.set()
        async with working(counting(ran, gate)):
            await until(lambda: connection.fetchval("SELECT count(*) = 0 FROM pgqueuer"))
    assert set(ran) == {job}
    assert len(ran) > 1


async def test_a_job_of_a_transaction_rolled_back_never_was(connection, working):
    ran, gate = [], asyncio.Event()
    gate.set()
    with contextlib.suppress(ZeroDivisionError):
        async with connection.transaction():
            await Queries(AsyncpgDriver(connection)).enqueue("count", None)
            raise ZeroDivisionError
    [job] = await Queries(AsyncpgDriver(connection)).enqueue("count", None)
    async with working(counting(ran, gate)):
        await until(lambda: connection.fetchval("SELECT count(*) = 0 FROM pgqueuer"))
    assert ran == [job]


async def test_what_fails_at_its_start_is_begun_again(connection, working, monkeypatch):
    monkeypatch.setattr(jobs, "_AFTER_A_FAULT", 0.01)
    ran, gate, tries = [], asyncio.Event(), []
    gate.set()

    async def register(worker):
        tries.append(worker)
        if len(tries) < 3:
            raise RuntimeError("the schema is not there yet")
        await counting(ran, gate)(worker)

    await Queries(AsyncpgDriver(connection)).enqueue("count", None)
    async with working(register):
        await until(lambda: ran)


async def test_what_is_known_of_ended_jobs_goes_after_a_week(connection, working):
    tidied = []

    async def register(worker):
        [schedule] = [key for key in worker.sm.registry if key.entrypoint == "tidy-jobs"]
        await worker.sm.registry[schedule].parameters.func(None)
        tidied.append(schedule)

    await connection.execute("TRUNCATE pgqueuer_log")
    await connection.execute(
        "INSERT INTO pgqueuer_log (created, job_id, status, priority, entrypoint) "
        "SELECT now() - day * interval '1 day', day, 'successful', 0, 'count' FROM generate_series(1, 9) day"
    )
    async with working(register):
        await until(lambda: tidied)
    assert await connection.fetchval("SELECT max(job_id) FROM pgqueuer_log") == 6
