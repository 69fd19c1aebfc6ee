import os
import subprocess
import sys
from uuid import UUID

import pytest
from ombelle_gateway.accounts.mail.bounces import NotAReport, Report, mark_bounce, read_report

KEY = "6f1c2b34-5a6b-4c7d-8e9f-0a1b2c3d4e5f"
ORIGINAL = "From: Ombelle <bonjour@ombelle.example>\nMessage-ID: <{key}@ombelle.example>\nSubject: Bonjour\n"


def report(
    *,
    action: str = "failed",
    returned: str = "message/rfc822",
    key: str = KEY,
    kind: str = "multipart/report; report-type=delivery-status",
    status: str = "message/delivery-status",
) -> bytes:
    """A report as Postfix writes one."""
    original = ORIGINAL.format(key=key) + ("\nBonjour\n" if returned == "message/rfc822" else "")
    return f"""From: MAILER-DAEMON@mx.example
To: bonjour@ombelle.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: {kind}; boundary="part"

--part
Content-Type: text/plain; charset=utf-8

I'm sorry to have to inform you that your message could not be delivered.

--part
Content-Type: {status}

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; anne@example.fr
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <anne@example.fr>:
    unknown user

--part
Content-Type: {returned}

{original}
--part--
""".replace("\n", "\r\n").encode()


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_names_the_mail_and_says_why(returned):
    assert read_report(report(returned=returned)) == Report(
        UUID(KEY), "failed", "5.1.1 smtp; 550 5.1.1 <anne@example.fr>: unknown user"
    )


@pytest.mark.parametrize("action", ["Delayed", "delivered", "FAILED"])
def test_the_action_is_read_whatever_its_case(action):
    assert read_report(report(action=action)).action == action.lower()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "multipart/report"),
        (b"Subject: hello\n\nI am on holiday", "multipart/report"),
        (report(kind="multipart/mixed"), "multipart/report"),
        (report(status="text/plain"), "delivery-status"),
        (report(key="not-one-of-ours"), "Message-ID"),
        (bytes(range(256)) * 40, "multipart/report"),
    ],
)
def test_what_is_no_report_of_ours_is_refused(raw, said):
    with pytest.raises(NotAReport, match=said):
        read_report(raw)


def _bounce(url, raw):
    return subprocess.run(
        [sys.executable, "-m", "ombelle_gateway", "bounce"],
        check=False,
        input=raw,
        capture_output=True,
        env=os.environ | {"GATEWAY_DATABASE_URL": url},
    )


async def test_the_command_marks_a_mail_that_has_left(mail_database_url, service, written, row):
    mail_id = await written(
        template="announcement", values={"subject": "s", "message": "m", "signed_by": "l"}
    )
    key = str((await row(mail_id)).message_key)
    early = _bounce(mail_database_url, report(key=key))
    assert (early.returncode, (await row(mail_id)).state) == (1, "waiting")
    await service.send(mail_id)
    delayed = _bounce(mail_database_url, report(key=key, action="delayed"))
    assert (delayed.returncode, (await row(mail_id)).state) == (0, "sent")
    ran = _bounce(mail_database_url, report(key=key))
    words = "5.1.1 smtp; 550 5.1.1 <anne@example.fr>: unknown user"
    assert (ran.returncode, ran.stdout.decode()) == (0, f"Courriel {mail_id} : non remis ({words}).\n")
    kept = await row(mail_id)
    assert (kept.state, kept.last_error) == ("bounced", words)


async def test_of_a_mail_to_be_forgotten_a_bounce_keeps_no_address(mail_database_url, service, written, row):
    mail_id = await written(is_forgotten=True)
    key = str((await row(mail_id)).message_key)
    await service.send(mail_id)
    assert "non remis" in await mark_bounce(mail_database_url, report(key=key))
    kept = await row(mail_id)
    assert (kept.state, kept.last_error, kept.to_address) == ("bounced", None, None)


def test_the_command_says_why_it_marks_nothing(mail_database_url):
    for raw, said in ((b"hello", "multipart/report"), (report(), "aucun courriel parti d'ici")):
        ran = _bounce(mail_database_url, raw)
        assert (ran.returncode, ran.stdout) == (1, b"")
        assert said in ran.stderr.decode()
