"""The command as people and programs use it: in a process of its own, by exit codes and one line of JSON."""

import asyncio
import json
import signal

import pytest
from feed_rows import row
from feed_server import KEY, Agenda, serving


def add(base, *more, name="national"):
    return (
        "feeds",
        "add",
        name,
        "--kind",
        "openagenda-v2",
        "--url",
        base,
        "--agenda",
        "4711",
        "--key",
        KEY,
        *more,
    )


async def test_a_feed_is_added_synced_listed_and_removed(command, connection):
    agenda = Agenda([row(uid) for uid in range(101, 104)])
    async with serving(agenda) as base:
        code, out, _ = await command.in_its_process(*add(base, "--every", "30", "--edition", "2031"))
        assert (code, "national" in out) == (0, True)
        code, out, err = await command.in_its_process("sync", "national", "--json")
        [line] = out.splitlines()
        assert (code, json.loads(line)["created"], json.loads(line)["complete"]) == (0, 3, True)
        assert "page 1" in err
        code, out, _ = await command("sync", "national")
        assert (code, "inchangées" in out) == (0, True)
    stored = await connection.fetchrow("SELECT territory, edition, every_minutes FROM feed")
    assert tuple(stored) == (["02", "59", "60", "62", "80"], 2031, 30)
    code, out, _ = await command("feeds", "list", "--json")
    assert (code, json.loads(out)["feeds"][0]["events"]) == (0, 3)
    code, out, err = await command("sync", "national", "--json")  # nobody answers any more
    assert (code, json.loads(out)["complete"]) == (3, False)
    assert err
    assert (await command("feeds", "remove", "national"))[0] == 0
    assert await connection.fetchval("SELECT count(*) FROM agenda_card") == 3
    assert (await command("feeds", "remove", "national"))[0] == 2
    assert (await command("sync", "national"))[0] == 2


async def test_a_name_is_taken_once_unless_replaced(command, connection):
    assert (await command(*add("http://127.0.0.1:9", "--territory", "none")))[0] == 0
    await connection.execute("UPDATE feed SET watermark = now()")
    code, _, err = await command(*add("http://127.0.0.1:9", "--territory", "59, 62"))
    assert (code, "--replace" in err) == (2, True)
    assert (await command(*add("http://127.0.0.1:9", "--territory", "59, 62", "--replace")))[0] == 0
    stored = await connection.fetchrow("SELECT territory, watermark IS NOT NULL FROM feed")
    assert tuple(stored) == (["59", "62"], True)
    assert (await command(*add("http://127.0.0.1:10", "--replace")))[0] == 0
    assert await connection.fetchval("SELECT watermark FROM feed") is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "Avec espace"},
        {"base": "ftp://example.org"},
        {"base": "http://[::1"},
        {"more": ("--territory", ",")},
        {"more": ("--edition", "12")},
        {"more": ("--every", "0")},
    ],
)
async def test_wrong_words_are_told_and_exit_2(command, connection, wrong):
    words = add(
        wrong.get("base", "http://127.0.0.1:9"), *wrong.get("more", ()), name=wrong.get("name", "national")
    )
    code, _, err = await command(*words)
    assert code == 2
    assert err.strip()
    assert "Traceback" not in err
    assert await connection.fetchval("SELECT count(*) FROM feed") == 0


async def test_a_feed_that_runs_already_is_exit_5(command, connection):
    await command(*add("http://127.0.0.1:9"))
    feed_id = await connection.fetchval("SELECT id FROM feed")
    await connection.execute("SELECT pg_advisory_lock(7203002, hashtext($1::text))", str(feed_id))
    code, _, err = await command("sync", "national")
    await connection.execute("SELECT pg_advisory_unlock_all()")
    assert (code, "déjà en cours" in err) == (5, True)


async def test_31_a_sync_killed_with_9_lets_go_of_its_lock_and_the_next_one_ends_the_work(
    command, connection
):
    agenda = Agenda([row(uid) for uid in range(101, 109)])
    agenda.page_size, agenda.gate = 3, asyncio.Event()
    async with serving(agenda) as base:
        await command(*add(base))
        process = await command.start("sync", "national")
        await process.stderr.readline()  # the first page has come
        assert (await command("sync", "national"))[0] == 5
        process.kill()
        await process.wait()
        agenda.gate.set()
        for _ in range(100):  # PostgreSQL sees the closed connection at its next look
            code, out, _ = await command("sync", "national", "--json")
            if code != 5:
                break
    assert (code, json.loads(out)["created"]) == (0, 8)
    states = await connection.fetch("SELECT state FROM feed_run ORDER BY started_at")
    assert [state for (state,) in states] == ["interrupted", "complete"]


async def test_the_worker_carries_out_what_was_asked_and_stops_when_told(command, connection):
    from ombelle_events.feed.queue import enqueue_sync

    await connection.execute("DELETE FROM pgqueuer")
    async with serving(Agenda([row(101)])) as base:
        await command(*add(base))
        await enqueue_sync(connection, "national", full=False, force=False)
        worker = await command.start("worker")
        for _ in range(1200):
            if await connection.fetchval("SELECT state = 'complete' FROM feed_run"):
                break
            await asyncio.sleep(0.05)
        worker.send_signal(signal.SIGTERM)
        await asyncio.wait_for(worker.communicate(), 15)
    assert worker.returncode == 0
    assert await connection.fetchval("SELECT count(*) FROM agenda_card") == 1
