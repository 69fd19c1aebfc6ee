import asyncio
from datetime import timedelta

import pytest
from mail_server import sending_by
from ombelle_gateway.accounts.mail.domain import SECRET_LIVES, WAITS
from ombelle_gateway.accounts.mail.service import NO_SERVER, MailService
from ombelle_gateway.accounts.mail.smtp import Sending
from sqlalchemy import text
from typing_extensions import override

ANNOUNCEMENT = {
    "template": "announcement",
    "values": {"subject": "Réunion à Creil", "message": "Venez !\n\nÀ 14 h.", "signed_by": "Léa"},
}


async def test_a_mail_leaves_whole_under_its_headers(service, written, server, row):
    mail_id = await written("anne@été.example", **ANNOUNCEMENT)
    assert await service.send(mail_id) is None
    [mail], [envelope] = server.mails, server.envelopes
    kept = await row(mail_id)
    assert (envelope.mail_from, envelope.rcpt_tos) == (
        "bonjour@ombelle.example",
        ["anne@xn--t-9fab.example"],
    )
    headers = {name: str(value) for name, value in mail.items() if name not in {"Date", "Content-Type"}}
    assert headers == {
        "From": "Ombelle <bonjour@ombelle.example>",
        "Reply-To": "L'équipe <equipe@ombelle.example>",
        "To": "anne@xn--t-9fab.example",
        "Subject": "Réunion à Creil",
        "Message-ID": f"<{kept.message_key}@ombelle.example>",
        "Auto-Submitted": "auto-generated",
        "MIME-Version": "1.0",
    }
    assert mail["Date"].datetime.utcoffset() is not None
    assert mail.get_content_type() == "multipart/alternative"
    assert mail.get_body(("plain",)).get_content().replace("\r\n", "\n") == kept.text_body
    assert mail.get_body(("html",)).get_content().replace("\r\n", "\n") == kept.html_body
    assert (kept.state, kept.attempts, kept.sent_at, kept.last_error) == ("sent", 1, service._now(), None)


async def test_of_a_rolled_back_transaction_no_mail_is_left(sessions, written, server, service):
    from ombelle_gateway.accounts.mail.queue import queue_mail

    async with sessions() as session:
        await session.begin()
        mail_id = await queue_mail(session, to="anne@example.fr", locale="fr", **ANNOUNCEMENT)
        await session.rollback()
    async with sessions() as session, session.begin():
        assert await session.scalar(text("SELECT count(*) FROM mail")) == 0
        assert await session.scalar(text("SELECT count(*) FROM pgqueuer")) == 0
    assert await service.send(mail_id) is None
    assert server.mails == []


async def test_a_mail_is_sent_once_however_often_its_job_runs(service, written, server):
    mail_id = await written(**ANNOUNCEMENT)
    await asyncio.gather(*(service.send(mail_id) for _ in range(8)))
    await service.send(mail_id)
    assert len(server.mails) == 1


async def test_what_a_secret_mail_said_goes_as_soon_as_it_has_left(service, written, server, row):
    mail_id = await written(is_secret=True)
    assert (await service.one(mail_id))["text"] is None
    assert "ABCD1234" in (await row(mail_id)).text_body
    await service.send(mail_id)
    kept = await row(mail_id)
    assert "ABCD1234" in server.mails[0].get_body(("plain",)).get_content()
    assert (kept.state, kept.to_address, kept.text_body, kept.html_body) == (
        "sent",
        "anne@example.fr",
        None,
        None,
    )


async def test_of_a_mail_to_be_forgotten_nothing_stays_but_that_it_left(service, written, row):
    mail_id = await written(is_forgotten=True, about=("account", "x"), **ANNOUNCEMENT)
    await service.send(mail_id)
    kept = await row(mail_id)
    assert (kept.state, kept.to_address, kept.subject, kept.text_body, kept.html_body, kept.about_id) == (
        "sent",
        *(None,) * 5,
    )


@pytest.mark.parametrize("wait", range(len(WAITS)))
async def test_a_mail_deferred_is_tried_again_after_growing_waits(service, written, server, row, clock, wait):
    server.rcpt = "451 4.7.1 try later"
    mail_id = await written(**ANNOUNCEMENT)
    for before in range(wait):
        assert await service.send(mail_id) == WAITS[before]
        clock.passes(WAITS[before])
    assert await service.send(mail_id) == WAITS[wait]
    kept = await row(mail_id)
    assert (kept.state, kept.attempts, kept.last_error) == ("waiting", wait + 1, "451 4.7.1 try later")
    assert await service.send(mail_id) == WAITS[wait]  # it is not its time
    clock.passes(WAITS[wait])
    server.rcpt = "250 OK"
    assert await service.send(mail_id) is None
    assert len(server.mails) == 1
    assert (await row(mail_id)).state == "sent"


async def test_after_the_last_try_a_mail_has_failed(service, written, server, row, clock):
    server.data = "452 4.3.1 no room"
    mail_id = await written(**ANNOUNCEMENT)
    for wait in WAITS:
        assert await service.send(mail_id) == wait
        clock.passes(wait)
    assert await service.send(mail_id) is None
    kept = await row(mail_id)
    assert (kept.state, kept.attempts) == ("failed", len(WAITS) + 1)
    assert kept.last_error == "Le courriel n'a pas pu partir à temps : 452 4.3.1 no room"
    assert kept.text_body is not None


async def test_a_sign_in_link_is_not_sent_once_it_is_worth_nothing(service, written, server, row, clock):
    server.rcpt = "451 4.7.1 greylisted"
    mail_id = await written(is_secret=True)
    begun = clock.now
    while (wait := await service.send(mail_id)) is not None:
        clock.passes(wait)
        assert clock.now <= begun + SECRET_LIVES + timedelta(seconds=1)
    kept = await row(mail_id)
    assert (kept.state, kept.attempts, kept.text_body) == ("failed", 4, None)


@pytest.mark.parametrize(
    ("refusal", "state", "words"),
    [
        ({"rcpt": "550 5.1.1 no such user"}, "bounced", "550 5.1.1 no such user"),
        ({"data": "554 5.7.1 spam"}, "failed", "554 5.7.1 spam"),
        ({"mail": "553 5.1.8 not from you"}, "failed", "553 5.1.8 not from you"),
    ],
)
async def test_what_is_refused_for_good_is_not_tried_again(
    service, written, server, row, refusal, state, words
):
    for name, answer in refusal.items():
        setattr(server, name, answer)
    mail_id = await written(**ANNOUNCEMENT)
    assert await service.send(mail_id) is None
    kept = await row(mail_id)
    assert (kept.state, kept.attempts, kept.last_error) == (state, 1, words)
    assert server.mails == []


async def test_a_server_that_hangs_up_is_tried_again(service, written, server, row):
    server.data, server.hangs_up = "451 gone", True
    mail_id = await written(**ANNOUNCEMENT)
    assert await service.send(mail_id) == WAITS[0]
    assert (await row(mail_id)).last_error.startswith("SMTPServerDisconnected")


async def test_nobody_at_the_port_is_waited_for(sessions, written, row, clock, server):
    silent = MailService(sessions, sending_by("smtp://127.0.0.1:1"), now=clock)
    mail_id = await written(**ANNOUNCEMENT)
    assert await silent.send(mail_id) == WAITS[0]
    kept = await row(mail_id)
    assert (kept.state, kept.started_at) == ("waiting", None)
    assert "SMTPConnectError" in kept.last_error


async def test_without_a_server_mails_wait_and_say_why(sessions, written, row, clock, service, server):
    mail_id = await written(**ANNOUNCEMENT)
    assert await MailService(sessions, None, now=clock).send(mail_id) is None
    kept = await row(mail_id)
    assert (kept.state, kept.attempts, kept.last_error) == ("waiting", 0, NO_SERVER)
    await service.send(mail_id)
    assert (await row(mail_id)).state == "sent"


class _Killed(Sending):
    """Hands the mail over, and never comes back."""

    @override
    async def send(self, mail, *, date, total_seconds=60):  # type: ignore[no-untyped-def]
        await super().send(mail, date=date, total_seconds=total_seconds)
        handed_over.set()
        await asyncio.Event().wait()
        raise AssertionError


handed_over = asyncio.Event()


async def _killed_after_smtp(sessions, sending, clock, mail_id):
    handed_over.clear()
    killed = _Killed(sending.server, sending.sender, sending.reply_to)
    task = asyncio.create_task(MailService(sessions, killed, now=clock).send(mail_id))
    await asyncio.wait_for(handed_over.wait(), 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_killed_after_smtp_the_same_mail_leaves_once_more_at_most(
    sessions, sending, service, written, server, row, clock
):
    mail_id = await written(**ANNOUNCEMENT)
    await _killed_after_smtp(sessions, sending, clock, mail_id)
    wait = await service.send(mail_id)
    assert wait > timedelta(0)  # whoever began may still be at it
    assert len(server.mails) == 1
    clock.passes(wait)
    assert await service.send(mail_id) is None
    first, second = server.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert (await row(mail_id)).state == "sent"


async def test_killed_twice_after_smtp_a_mail_waits_for_a_person(
    sessions, sending, service, written, server, row, clock
):
    mail_id = await written(**ANNOUNCEMENT)
    await _killed_after_smtp(sessions, sending, clock, mail_id)
    clock.passes(timedelta(minutes=2))
    await _killed_after_smtp(sessions, sending, clock, mail_id)
    clock.passes(timedelta(minutes=2))
    assert await service.send(mail_id) is None
    kept = await row(mail_id)
    assert len({mail["Message-ID"] for mail in server.mails}) == 1
    assert (len(server.mails), kept.state) == (2, "failed")
    assert kept.last_error.startswith("L'envoi a été interrompu deux fois")
