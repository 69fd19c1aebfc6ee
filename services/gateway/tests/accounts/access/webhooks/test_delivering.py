"""What is told arrives: signed, in order, again when it must, and nowhere else."""

import asyncio
import json
from datetime import timedelta
from unittest.mock import ANY
from uuid import UUID

import pytest
from ombelle_chassis import jobs
from ombelle_gateway.accounts.webhooks.delivery import Deliveries
from ombelle_gateway.accounts.webhooks.domain import Patience
from ombelle_gateway.accounts.webhooks.doors import Doors
from ombelle_gateway.accounts.webhooks.jobs import webhook_jobs
from pgqueuer.errors import RetryRequested
from standardwebhooks.webhooks import Webhook

AT_ONCE = {"patience": Patience(first_wait=0, longest_wait=0)}
"""Tries again as long as it is refused."""


async def test_what_is_told_arrives_signed_and_once(hooked):
    await hooked.make()
    await hooked.tell(n=1, decision="labelled")
    await hooked.tell("application.submitted", n=2)  # nobody listens to it
    await hooked.run()
    await hooked.run()
    receiver = hooked.desk.receiver
    body = {
        "type": "application.decided",
        "timestamp": "2027-01-04T09:00:00+00:00",
        "data": {
            "n": 1,
            "decision": "labelled",
            "organisation_id": str(hooked.organisation),
            "subject": {"kind": "application", "id": "a"},
        },
    }
    assert receiver.seen == [body]
    [delivery] = await hooked.deliveries()
    assert delivery == {
        "id": receiver.headers[0]["webhook-id"],
        "event": "application.decided",
        "subject": {"kind": "application", "id": "a"},
        "state": "delivered",
        "tries": 1,
        "created_at": ANY,
        "last_try_at": ANY,
        "next_try_at": None,
        "last_status": 204,
        "last_error": None,
        "delivered_at": ANY,
        "body": body,
        "allowed_actions": ["replay"],
    }
    assert receiver.headers[0]["Content-Type"] == "application/json"
    shown = (await hooked.ask("GET", f"/{hooked.webhook['id']}")).json()
    assert shown["last_delivered_at"] == delivery["delivered_at"]


async def test_refused_it_waits_and_those_of_its_subject_wait_behind_it(hooked):
    await hooked.make()
    for n, subject in enumerate("abab"):
        await hooked.tell(subject=subject, n=n)
    receiver = hooked.desk.receiver
    receiver.by_subject = {"a": 500}
    await hooked.run()
    assert receiver.taken == [1, 3]
    waiting = await hooked.deliveries("?state=waiting")
    assert [(one["tries"], one["last_status"], one["last_error"]) for one in waiting] == [
        (0, None, None),
        (1, 500, "réponse 500"),
    ]
    [first] = {one["webhook-id"] for one in receiver.headers} - {
        one["id"] for one in await hooked.deliveries("?state=delivered")
    }
    await _let_time_pass(hooked, timedelta(hours=1))
    receiver.by_subject = {}
    await hooked.run()
    assert receiver.taken == [1, 3, 0, 2]
    assert [one["webhook-id"] for one in receiver.headers].count(first) == 2  # the same at each try
    shown = (await hooked.ask("GET", f"/{hooked.webhook['id']}")).json()
    assert (shown["failing_since"], shown["last_delivered_at"]) == (None, ANY)


async def test_a_receiver_that_was_away_gets_everything_in_order(hooked):
    await hooked.make()
    receiver = hooked.desk.receiver
    receiver.statuses = [503] * 5
    for n in range(6):
        await hooked.tell(n=n)
    await hooked.run()
    assert receiver.taken == []
    assert (await hooked.ask("GET", f"/{hooked.webhook['id']}")).json()["failing_since"] is not None
    await _let_time_pass(hooked, timedelta(hours=1))
    await hooked.run(**AT_ONCE)
    assert receiver.taken == [0, 1, 2, 3, 4, 5]
    assert (await hooked.ask("GET", f"/{hooked.webhook['id']}")).json()["failing_since"] is None


async def test_waits_grow_until_it_is_given_up_after_three_days(hooked):
    patience = Patience()
    waits = [patience.wait(tries).total_seconds() for tries in range(1, 40)]
    assert waits[:4] == [5, 10, 20, 40]
    assert waits == sorted(waits)
    assert max(waits) == 4 * 3600
    await hooked.make()
    await hooked.tell(n=1)
    await hooked.tell(n=2)
    hooked.desk.receiver.statuses = [500]
    await _let_time_pass(hooked, timedelta(days=3), of=1)
    await hooked.run()
    assert hooked.desk.receiver.taken == [2]
    states = {one["body"]["data"]["n"]: one["state"] for one in await hooked.deliveries()}
    assert states == {1: "failed", 2: "delivered"}


async def test_replayed_it_arrives_again_under_the_same_id(hooked):
    await hooked.make()
    await hooked.tell(n=1)
    await hooked.run()
    [delivery] = await hooked.deliveries()
    path = f"/{hooked.webhook['id']}/deliveries/{delivery['id']}/replay"
    answers = [await hooked.ask("POST", path, headers={"Idempotency-Key": "k"}) for _ in range(2)]
    assert [one.status_code for one in answers] == [202, 202]
    assert answers[0].json() == answers[1].json()
    assert (answers[0].json()["state"], answers[0].json()["tries"]) == ("waiting", 0)
    await hooked.run()
    receiver = hooked.desk.receiver
    assert receiver.taken == [1, 1]
    assert len({one["webhook-id"] for one in receiver.headers}) == 1
    unknown = await hooked.ask("POST", f"/{hooked.webhook['id']}/deliveries/{hooked.webhook['id']}/replay")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "webhook_delivery_unknown")


async def test_a_test_arrives_and_means_nothing(hooked):
    await hooked.make()
    sent = await hooked.ask("POST", f"/{hooked.webhook['id']}/test")
    assert (sent.status_code, sent.json()["event"], sent.json()["state"]) == (202, "webhook.test", "waiting")
    await hooked.run()
    [seen] = hooked.desk.receiver.seen
    assert (seen["type"], seen["data"]["subject"]) == (
        "webhook.test",
        {"kind": "webhook", "id": hooked.webhook["id"]},
    )


async def test_for_a_day_both_secrets_sign(hooked):
    made = await hooked.make()
    rotated = await hooked.ask("POST", f"/{made['id']}/secret")
    assert rotated.status_code == 201
    assert rotated.json()["secret"] != made["secret"]
    assert rotated.json()["previous_secret_until"] is not None
    receiver = hooked.desk.receiver
    receiver.secrets = [made["secret"], rotated.json()["secret"]]
    await hooked.tell(n=1)
    await hooked.run()
    assert receiver.taken == [1]
    await hooked.desk.connection.execute("UPDATE webhook SET previous_until = now()")
    receiver.secrets = [rotated.json()["secret"]]
    await hooked.tell(n=2)
    await hooked.run()
    assert receiver.taken == [1, 2]
    [signature] = receiver.headers[1]["webhook-signature"].split(" ")
    assert signature.startswith("v1,")
    with pytest.raises(Exception, match="No matching signature"):
        Webhook(made["secret"]).verify(_text(hooked), dict(receiver.headers[1]))


def _text(hooked) -> str:
    return json.dumps(hooked.desk.receiver.seen[1], separators=(",", ":"))


async def test_disabled_nothing_leaves_and_enabled_again_what_waited_does(hooked):
    await hooked.make()
    path = f"/{hooked.webhook['id']}"
    await hooked.tell(n=1)
    await hooked.ask("PATCH", path, json={"is_enabled": False}, headers={"If-Match": "*"})
    await hooked.tell(n=2)  # told to nobody
    await hooked.run()
    assert hooked.desk.receiver.taken == []
    await hooked.ask("PATCH", path, json={"is_enabled": True}, headers={"If-Match": "*"})
    await hooked.run()
    assert hooked.desk.receiver.taken == [1]


async def test_a_receiver_that_says_it_is_gone_is_told_nothing_more(hooked):
    await hooked.make()
    hooked.desk.receiver.statuses = [410]
    await hooked.tell(n=1)
    await hooked.tell(n=2, subject="b")
    await hooked.run()
    shown = (await hooked.ask("GET", f"/{hooked.webhook['id']}")).json()
    assert (shown["is_enabled"], shown["disabled_reason"], shown["version"]) == (False, "gone", 2)
    actor = await hooked.desk.connection.fetchval(
        "SELECT v.actor FROM audit_entry e JOIN audit_value v USING (seq) WHERE e.action = 'webhook_gone' "
        "AND v.subject_id = $1",
        hooked.webhook["id"],
    )
    assert actor == "webhooks"


async def test_no_redirect_is_followed(hooked):
    await hooked.make()
    hooked.desk.receiver.statuses = [302]
    await hooked.tell(n=1)
    await hooked.run()
    [delivery] = await hooked.deliveries()
    assert (delivery["state"], delivery["last_status"], delivery["last_error"]) == (
        "waiting",
        302,
        "réponse 302",
    )
    assert hooked.desk.receiver.seen == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_an_address_that_leads_inside_by_now_is_not_called(hooked, host):
    await hooked.make()
    await hooked.desk.connection.execute(
        "UPDATE webhook SET url = $1", f"http://{host}:{hooked.desk.receiver.port}/hooks?of=me"
    )
    await hooked.tell(n=1)
    await Deliveries(hooked.desk.database_url, Doors()).run(UUID(hooked.webhook["id"]))
    [delivery] = await hooked.deliveries()
    assert (delivery["state"], delivery["last_status"], delivery["last_error"]) == (
        "waiting",
        None,
        "l'adresse ne mène pas à un serveur public",
    )
    assert hooked.desk.receiver.headers == []


async def test_a_receiver_that_is_silent_is_not_waited_for(hooked):
    await hooked.make()
    hooked.desk.receiver.gate = asyncio.Event()
    await hooked.tell(n=1)
    await hooked.run(patience=Patience(timeout=0.05))
    hooked.desk.receiver.gate.set()
    [delivery] = await hooked.deliveries()
    assert (delivery["state"], delivery["last_error"]) == ("waiting", "sans réponse dans le délai")


async def test_one_process_at_a_time_sends_to_a_webhook(hooked, until):
    await hooked.make()
    receiver = hooked.desk.receiver
    receiver.gate = asyncio.Event()
    await hooked.tell(n=1)
    first = asyncio.create_task(hooked.run())
    await until(lambda: receiver.reached)
    with pytest.raises(RetryRequested):
        await hooked.run()
    receiver.gate.set()
    await first
    assert receiver.taken == [1]


async def test_the_worker_sends_what_is_told_and_what_waits(hooked, local_app, until):
    await hooked.make()
    await hooked.tell(n=1)
    await hooked.desk.connection.execute("DELETE FROM pgqueuer")  # its wake is lost

    async def register(worker):
        await webhook_jobs(worker, local_app.state.context)

    async with jobs.working(hooked.desk.database_url, [register], name="webhook-tests", silence_seconds=1):
        await until(lambda: hooked.desk.receiver.taken == [1])
        await hooked.tell(n=2)
        await until(lambda: hooked.desk.receiver.taken == [1, 2])


async def _let_time_pass(hooked, time: timedelta, of: int | None = None) -> None:
    """Make what waits, or one of it, older."""
    await hooked.desk.connection.execute(
        "UPDATE webhook_delivery SET waiting_since = waiting_since - $1::interval, "
        "next_try_at = next_try_at - $1::interval WHERE state = 'waiting' "
        "AND ($2::text IS NULL OR CAST(body AS jsonb) #>> '{data,n}' = $2)",
        time,
        None if of is None else str(of),
    )
