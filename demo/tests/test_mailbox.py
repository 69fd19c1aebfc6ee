import json
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from http.client import HTTPConnection
from smtplib import SMTP, SMTPRecipientsRefused, SMTPSenderRefused
from typing import Any

import pytest
from ombelle_demo.edition import Edition
from ombelle_demo.mailbox import KEPT, Mailbox
from ombelle_demo.server import make_server


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def smtp(mailbox: Mailbox) -> Iterator[SMTP]:
    with mailbox.catching(0) as port, SMTP("127.0.0.1", port, timeout=30) as client:
        yield client


@pytest.fixture(scope="module")
def web() -> Iterator[Any]:
    with make_server(0, Edition(2027)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def _mail(subject: str, *to: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "ombelle@example.fr", ", ".join(to), subject
    mail.set_content("Bonjour à tous\n")
    mail.add_alternative("<p>Bonjour à tous</p>\n", subtype="html")
    return mail


def _items(mailbox: Mailbox) -> list[dict[str, str]]:
    answer = mailbox.answer("/mails")
    assert answer is not None
    assert answer[0] == 200
    return list(answer[1]["items"])


def test_a_mail_is_caught_once_for_each_recipient_and_shown_whole(mailbox: Mailbox, smtp: SMTP) -> None:
    smtp.send_message(_mail("Été à Amiens", "anne@example.fr", "bob@example.fr"))
    items = _items(mailbox)
    assert [{name: value for name, value in item.items() if name not in {"id", "at"}} for item in items] == [
        {
            "to": to,
            "subject": "Été à Amiens",
            "text": "Bonjour à tous\n",
            "html": "<p>Bonjour à tous</p>\n",
        }
        for to in ("bob@example.fr", "anne@example.fr")
    ]
    assert mailbox.answer(f"/mails/{items[1]['id']}") == (200, items[1])


def test_a_full_mailbox_refuses_its_first_mail_and_takes_the_next(mailbox: Mailbox, smtp: SMTP) -> None:
    with pytest.raises(SMTPRecipientsRefused) as refused:
        smtp.send_message(_mail("un", "boite-pleine-1@example.fr"))
    assert refused.value.recipients == {"boite-pleine-1@example.fr": (552, b"5.2.2 mailbox full")}
    smtp.send_message(_mail("deux", "boite-pleine-1@example.fr"))
    assert [(item["to"], item["subject"]) for item in _items(mailbox)] == [
        ("boite-pleine-1@example.fr", "deux")
    ]


def test_a_mail_without_html_has_an_empty_one(mailbox: Mailbox, smtp: SMTP) -> None:
    smtp.sendmail("a@example.fr", ["b@example.fr"], b"Subject: court\r\n\r\nun mot\r\n")
    assert [(item["subject"], item["text"].strip(), item["html"]) for item in _items(mailbox)] == [
        ("court", "un mot", "")
    ]


def test_the_last_ones_are_kept(mailbox: Mailbox, smtp: SMTP) -> None:
    for number in range(KEPT + 3):
        smtp.sendmail("a@example.fr", ["b@example.fr"], f"Subject: {number}\r\n\r\n.\r\n".encode())
    assert [item["subject"] for item in _items(mailbox)] == [str(n) for n in range(KEPT + 2, 2, -1)]


def test_a_mail_too_large_is_refused(mailbox: Mailbox, smtp: SMTP) -> None:
    with pytest.raises(SMTPSenderRefused):
        smtp.sendmail("a@example.fr", ["b@example.fr"], b"x" * 3_000_000)
    assert _items(mailbox) == []


@pytest.mark.parametrize("path", ["/mails/", "/mails/xyz", "/mail"])
def test_another_address_is_not_the_mailbox_s(mailbox: Mailbox, path: str) -> None:
    assert mailbox.answer(path) is None


def test_a_mail_that_is_not_there_is_not_found(mailbox: Mailbox) -> None:
    assert mailbox.answer("/mails/0123456789abcdef") == (404, {"message": "mail not found"})


def test_a_conversation_under_way_does_not_keep_it_open(mailbox: Mailbox) -> None:
    with mailbox.catching(0) as port:
        client = SMTP("127.0.0.1", port, timeout=30)
        client.ehlo()
    client.close()


def test_the_demo_server_shows_what_is_caught(web: Any) -> None:
    with web.RequestHandlerClass.mailbox.catching(0) as port, SMTP("127.0.0.1", port, timeout=30) as client:
        client.send_message(_mail("Vu", "anne@example.fr"))
    connection = HTTPConnection("127.0.0.1", web.server_port, timeout=30)
    connection.request("GET", "/mails")
    response = connection.getresponse()
    items = json.loads(response.read())["items"]
    connection.close()
    assert (response.status, [item["subject"] for item in items]) == (200, ["Vu"])
