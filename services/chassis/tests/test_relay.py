"""Messages from their transaction to their subscribers: order, refusals, absence, processes killed, connections cut."""

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import AsyncExitStack
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from ombelle_chassis.jobs import working
from ombelle_chassis.messages import forget_messages, post
from ombelle_chassis.messages.dead_letters import DeadLetterUnknown, list_dead_letters, replay
from ombelle_chassis.messages.relay import Patience, Relay, relay_messages
from subscriber import PATIENCE, SECRET, Subscriber, until

ACCOUNT = uuid4()
QUICK = Patience(tries=3, first_wait=0.05, longest_wait=0.1, longest_absence_wait=0.1, timeout=10)


def payload(**values):
    return {"account_id": ACCOUNT, "name": "Ada", "email": "ada@example.org", "locale": "fr", **values}


async def tell(sessions, key="a", version=1, kind="account.changed", **values) -> UUID:
    async with sessions() as session, session.begin():
        return await post(session, kind, key=key, version=version, payload=payload(**values))


@pytest.fixture
async def members():
    async with Subscriber().serving() as subscriber:
        yield subscriber


@pytest.fixture
async def relaying(shared_url, members):
    """Start relays: `await relaying(events=address)`; `members` is always served."""
    async with AsyncExitStack() as stack:

        async def start(patience=QUICK, **subscribers) -> Relay:
            relay = Relay(
                shared_url, {"members": members.address, **subscribers}, SECRET, "relaying", patience
            )
            await stack.enter_async_context(
                working(shared_url, [relay_messages(relay)], name="relaying", silence_seconds=1)
            )
            return relay

        yield start


async def nothing_left(connection):
    await until(
        lambda: connection.fetchval(
            "SELECT NOT EXISTS (SELECT FROM outbox_message UNION ALL SELECT FROM outbox_delivery)"
        )
    )


async def test_a_message_is_delivered_whole_and_nothing_of_it_stays(sessions, connection, members, relaying):
    await relaying()
    message = await tell(sessions, "a", 7)
    await until(lambda: members.taken)
    taken = members.taken[0]
    assert (taken.id, taken.type, taken.key, taken.version) == (message, "account.changed", "a", 7)
    assert taken.payload == {**payload(), "account_id": str(ACCOUNT)}
    await nothing_left(connection)
    jobs = await connection.fetch("SELECT convert_from(payload, 'UTF8') FROM pgqueuer")
    assert all("ada" not in text for (text,) in jobs)


async def test_a_message_of_a_transaction_rolled_back_never_was(sessions, connection, members, relaying):
    await relaying()
    async with sessions() as session:
        await post(session, "account.changed", key="a", version=1, payload=payload())
        await session.rollback()
    await tell(sessions, "b")
    await until(lambda: members.taken)
    assert members.versions == [("b", 1)]
    await nothing_left(connection)


@pytest.mark.parametrize(
    ("kind", "values", "error"),
    [("thing.unknown", {}, KeyError), ("account.changed", {"email": None}, ValueError)],
)
async def test_what_is_not_agreed_upon_is_not_posted(sessions, connection, kind, values, error):
    with pytest.raises(error):
        await tell(sessions, kind=kind, **values)
    assert await connection.fetchval("SELECT count(*) FROM outbox_message") == 0


async def test_each_key_keeps_its_order_under_several_relays(sessions, connection, members, relaying):
    await asyncio.gather(relaying(), relaying(), relaying())

    async def follow(key):
        for version in range(20):
            await tell(sessions, key, version)

    await asyncio.gather(*(follow(key) for key in "abcd"))
    await until(lambda: len(members.taken) >= 80)
    await nothing_left(connection)
    for key in "abcd":
        assert [message.version for message in members.taken if message.key == key] == list(range(20))


async def test_a_refused_key_holds_up_neither_the_others_nor_another_subscriber(sessions, members, relaying):
    members.statuses["a"] = 500
    async with Subscriber().serving() as events:
        await relaying(Patience(first_wait=0.05, longest_wait=0.05), events=events.address)
        async with sessions() as session, session.begin():
            erased = {"account_id": ACCOUNT, "email_digest": "00"}
            await post(session, "account.erased", key="a", version=1, payload=erased)
        await tell(sessions, "a", 2)
        await tell(sessions, "b", 1)
        await until(lambda: events.taken and members.taken)
        assert members.versions == [("b", 1)]
        del members.statuses["a"]
        await until(lambda: len(members.taken) == 3)
    assert members.versions == [("b", 1), ("a", 1), ("a", 2)]
    assert events.versions == [("a", 1)]


async def test_what_hangs_holds_up_no_other_key(sessions, members, relaying):
    members.gate = asyncio.Event()
    await relaying()
    await tell(sessions, "a")
    await until(lambda: members.seen)
    members.gate, closed = None, members.gate
    await tell(sessions, "b")
    await until(lambda: members.taken)
    assert members.versions == [("b", 1)]
    closed.set()
    await until(lambda: len(members.taken) == 2)


async def test_refused_to_the_end_it_is_a_dead_letter_that_can_be_sent_again(
    sessions, connection, members, relaying
):
    members.statuses["a"] = 500
    await relaying()
    await tell(sessions, "a", 1)

    async def dead():
        async with sessions() as session:
            return await list_dead_letters(session, after=None, limit=10)

    await until(dead)
    (letter,) = await dead()
    assert (letter.type, letter.key, letter.version, letter.subscriber) == (
        "account.changed",
        "a",
        1,
        "members",
    )
    assert (letter.tries, letter.last_error) == (3, "réponse 500 told_to")
    assert len(members.seen) == 3
    del members.statuses["a"]
    await tell(sessions, "a", 2)
    await until(lambda: members.taken)
    assert members.versions == [("a", 2)]
    async with sessions() as session, session.begin():
        await replay(session, letter.id)
    await until(lambda: len(members.taken) == 2)
    await nothing_left(connection)
    with pytest.raises(DeadLetterUnknown):
        async with sessions() as session, session.begin():
            await replay(session, letter.id)


async def test_what_a_subscriber_will_never_take_is_not_tried_again(sessions, connection, members, relaying):
    members.statuses["a"] = 422
    await relaying()
    await tell(sessions, "a")
    await until(lambda: connection.fetchval("SELECT count(*) FROM outbox_delivery WHERE state = 'dead'"))
    assert len(members.seen) == 1


async def test_a_subscriber_that_is_away_gets_everything_in_order_when_it_is_back(
    sessions, connection, shared_url
):
    members = Subscriber()
    async with members.serving():
        pass  # its address is known, and nobody is there
    relay = Relay(shared_url, {"members": members.address}, SECRET, "relaying", QUICK)
    async with working(shared_url, [relay_messages(relay)], name="relaying", silence_seconds=1):
        for version in range(5):
            await tell(sessions, "a", version)
        tries = "SELECT max(tries) > 5 FROM outbox_delivery"  # more than refusals would be allowed
        await until(lambda: connection.fetchval(tries))
        assert await connection.fetchval("SELECT sum(refusals) FROM outbox_delivery") == 0
        async with members.serving():
            await until(lambda: len(members.taken) == 5)
            await nothing_left(connection)
    assert members.versions == [("a", version) for version in range(5)]


async def test_one_that_takes_connections_and_answers_nothing_is_away_too(
    sessions, connection, members, relaying
):
    members.gate = asyncio.Event()
    await relaying(Patience(first_wait=0.05, longest_absence_wait=0.05, timeout=0.1))
    await tell(sessions, "a")
    await until(lambda: connection.fetchval("SELECT tries > 2 FROM outbox_delivery"))
    assert await connection.fetchval("SELECT refusals FROM outbox_delivery") == 0
    members.gate, closed = None, members.gate
    await nothing_left(connection)
    closed.set()
    assert members.versions[0] == ("a", 1)


async def test_one_that_stays_away_for_days_leaves_a_dead_letter(sessions, connection, members, relaying):
    members.statuses["a"] = 503
    await tell(sessions, "a")
    await connection.execute("UPDATE outbox_message SET created_at = now() - interval '4 days'")
    await relaying()
    await until(lambda: connection.fetchval("SELECT count(*) FROM outbox_delivery WHERE state = 'dead'"))


async def test_what_waits_is_delivered_though_nobody_wakes_the_relay(sessions, connection, members, relaying):
    await tell(sessions, "a")
    await connection.execute("DELETE FROM pgqueuer")
    await relaying()
    await until(lambda: members.taken)


async def test_a_connection_cut_while_delivering_loses_nothing(sessions, connection, members, relaying):
    members.gate = asyncio.Event()
    await relaying()
    await tell(sessions, "a")
    await until(lambda: members.seen)
    cut = (
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
        "WHERE datname = current_database() AND application_name IN ('relaying', 'relaying-relay')"
    )
    assert await connection.fetchval(cut) == 2
    members.gate.set()
    await tell(sessions, "b")
    await until(lambda: {"a", "b"} <= {message.key for message in members.taken})
    await nothing_left(connection)


async def test_a_relay_killed_while_delivering_delivers_when_it_is_back(
    sessions, connection, members, shared_url
):
    def start():
        script = Path(__file__).with_name("relay_process.py")
        arguments = [shared_url, f"members={members.address}", SECRET]
        return subprocess.Popen([sys.executable, script, *arguments], env=os.environ)

    members.gate = asyncio.Event()
    await tell(sessions, "a")
    killed = start()
    await until(lambda: members.seen)
    killed.kill()
    killed.wait()
    members.gate.set()
    restarted = start()
    try:
        await nothing_left(connection)
        assert {message.id for message in members.taken} == {members.seen[0].id}
    finally:
        restarted.send_signal(signal.SIGTERM)
        assert restarted.wait(PATIENCE) == 0


async def test_what_names_somebody_is_taken_back_before_it_leaves(sessions, connection):
    await tell(sessions, "gone-1")
    await tell(
        sessions, "gone-2", account_id=uuid4(), name="Pour ADA@Example.org, vite", email="b@example.org"
    )
    await tell(sessions, "kept", account_id=uuid4(), name="Lada", email="lada@example.org")
    await tell(sessions, "kept-too", account_id=uuid4(), name="Ada", email="ada@example.org.uk")
    await connection.execute(
        "INSERT INTO pgqueuer_log (job_id, status, priority, entrypoint, traceback) VALUES "
        """(1, 'exception', 0, 'mail', '{"exception_message": "<Ada@example.org>: no such box"}'), """
        """(2, 'exception', 0, 'mail', '{"exception_message": "<lada@example.org>: no such box"}')"""
    )
    async with sessions() as session, session.begin():
        assert await forget_messages(session, ["ada@example.org", str(ACCOUNT)]) == 2
    kept = "SELECT array_agg(job_id) FROM pgqueuer_log WHERE entrypoint = 'mail'"
    assert await connection.fetchval(kept) == [2]
    left = await connection.fetch(
        "SELECT key FROM outbox_message JOIN outbox_delivery USING (key) ORDER BY key"
    )
    assert left == [("kept",), ("kept-too",)]
