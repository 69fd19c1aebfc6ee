"""The worker as a process of its own: its database goes away, a run is cut off, it is killed."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from ombelle_events.feed.queue import enqueue_sync
from subscriber import SECRET, Subscriber

PATIENCE = 40
RUNS_OF = "SELECT state FROM feed_run ORDER BY started_at, id"


@pytest.fixture
def start_worker(territory_url: str) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Start workers that take a job for abandoned after two seconds; they end with the test."""
    started = []

    def start() -> subprocess.Popen[bytes]:
        environment = os.environ | {"EVENTS_DATABASE_URL": territory_url, "EVENTS_JOB_SILENCE_SECONDS": "2"}
        started.append(subprocess.Popen([sys.executable, "-m", "ombelle_events", "worker"], env=environment))
        return started[-1]

    yield start
    for worker in started:
        worker.kill()
        worker.wait()


async def until(connection, query: str, wanted: object = True) -> None:
    async with asyncio.timeout(PATIENCE):
        while await connection.fetchval(query) != wanted:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def cut(connection, name: str) -> None:
    """End the connections of this name once there are some, and see them gone."""
    mine = f"FROM pg_stat_activity WHERE datname = current_database() AND application_name = '{name}'"
    await until(connection, f"SELECT count(*) > 0 {mine}")
    pids = await connection.fetchval(f"SELECT array_agg(pid) {mine}")
    await connection.execute(f"SELECT pg_terminate_backend(pid) {mine}")
    await until(connection, f"SELECT count(*) = 0 {mine} AND pid = ANY ('{{{','.join(map(str, pids))}}}')")


async def test_a_worker_waits_for_a_database_that_went_away(make_feed, start_worker):
    feed = await make_feed()
    await feed.connection.execute("DELETE FROM pgqueuer")
    worker = start_worker()
    await cut(feed.connection, "events-worker")
    assert await enqueue_sync(feed.connection, "national", full=False, force=False)
    await until(feed.connection, "SELECT count(*) FROM pgqueuer", 0)
    assert await feed.shown() == 8
    assert worker.poll() is None
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE) == 0


async def test_a_run_cut_off_by_the_database_runs_again(make_feed, start_worker):
    feed = await make_feed()
    await feed.connection.execute("DELETE FROM pgqueuer")
    feed.agenda.gate = asyncio.Event()
    assert await enqueue_sync(feed.connection, "national", full=False, force=False)
    start_worker()
    await until(feed.connection, "SELECT count(*) FROM feed_run WHERE state = 'running'", 1)
    await cut(feed.connection, "events-sync")
    feed.agenda.gate.set()
    await until(feed.connection, "SELECT count(*) FROM pgqueuer", 0)
    assert await feed.shown() == 8
    states = [state for (state,) in await feed.connection.fetch(RUNS_OF)]
    assert states == ["interrupted", "complete"]


async def test_the_job_of_a_killed_worker_runs_again(make_feed, start_worker):
    feed = await make_feed()
    await feed.connection.execute("DELETE FROM pgqueuer")
    feed.agenda.gate = asyncio.Event()
    assert await enqueue_sync(feed.connection, "national", full=False, force=False)
    killed = start_worker()
    await until(feed.connection, "SELECT count(*) FROM feed_run WHERE state = 'running'", 1)
    killed.kill()
    killed.wait()
    feed.agenda.gate.set()
    start_worker()
    await until(feed.connection, "SELECT count(*) FROM pgqueuer", 0)
    assert await feed.shown() == 8
    states = [state for (state,) in await feed.connection.fetch(RUNS_OF)]
    assert states == ["interrupted", "complete"]


async def test_the_worker_delivers_messages(start_worker, connection, monkeypatch):
    await connection.execute("DELETE FROM pgqueuer")
    await connection.execute(
        "WITH m AS (INSERT INTO outbox_message (type, key, version, payload) VALUES ('thing', 'a', 1, '{}') RETURNING *) "
        "INSERT INTO outbox_delivery (message_id, subscriber, key, seq) SELECT id, 'members', key, seq FROM m"
    )
    async with Subscriber().serving() as members:
        monkeypatch.setenv("OMBELLE_SUBSCRIBERS", f"members={members.address}")
        monkeypatch.setenv("OMBELLE_MESSAGES_SECRET", SECRET)
        start_worker()
        await until(connection, "SELECT count(*) FROM outbox_message", 0)
    assert members.versions == [("a", 1)]
