import ssl
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from joserfc.jwk import RSAKey
from mail_server import MailServer, mail_server, sending_by
from ombelle_gateway.accounts.mail.domain import Outcome, Outgoing
from ombelle_gateway.accounts.mail.settings import MailSettings
from ombelle_gateway.accounts.mail.smtp import Server, envelope_address, read_mailbox, read_server

NOW = datetime(2027, 10, 2, 12, tzinfo=UTC)


def mail(**options):
    values = {"to": "anne@example.fr", "subject": "Bonjour", "text": "Bonjour\n", "html": "<p>Bonjour</p>\n"}
    return Outgoing(uuid4(), message_key=uuid4(), attempt=1, **(values | options))


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mx.example", Server("mx.example", 25)),
        ("smtp://127.0.0.1:1025", Server("127.0.0.1", 1025)),
        ("smtp://mx.example?starttls=1", Server("mx.example", 587, start_tls=True)),
        ("smtp://mx.example:2525?starttls=1", Server("mx.example", 2525, start_tls=True)),
        ("smtps://mx.example", Server("mx.example", 465, use_tls=True)),
        (
            "smtps://a%40b.fr:p%2Fq@mx.example:4650/",
            Server("mx.example", 4650, user="a@b.fr", password="p/q", use_tls=True),
        ),
        # A password goes nowhere in the clear but to this machine itself.
        ("smtp://u:p@mx.example", Server("mx.example", 587, user="u", password="p", start_tls=True)),
        (
            "smtp://u:p@mx.example?starttls=0",
            Server("mx.example", 587, user="u", password="p", start_tls=True),
        ),
        ("smtp://u:p@localhost:1025", Server("localhost", 1025, user="u", password="p")),
    ],
)
def test_a_server_s_address_is_read(url, server):
    assert read_server(url) == server


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mx.example",
        "http://mx.example",
        "smtp://",
        "smtp://mx/x",
        "smtp://mx?tls=1",
        "smtp://mx?starttls=yes",
    ],
)
def test_what_is_no_server_is_refused(url):
    with pytest.raises(ValueError, match="SMTP"):
        read_server(url)


def test_a_password_is_never_shown():
    settings = MailSettings(smtp_url="smtps://user:hidden-word@mx.example")
    assert "hidden-word" not in repr(settings) + repr(settings.sending())


@pytest.mark.parametrize(
    ("address", "envelope"),
    [
        ("anne@example.fr", "anne@example.fr"),
        ("Anne.Été@example.fr", None),
        ("anne@été.example", "anne@xn--t-9fab.example"),
        ("anne@localhost", None),
        ("anne@example.fr\r\nBcc: all@example.fr", None),
        ("anne@example.fr, bob@example.fr", None),
        ("Anne <anne@example.fr>", None),
        ("anne", None),
        ("", None),
    ],
)
def test_an_envelope_holds_one_address_in_ascii(address, envelope):
    if envelope is not None:
        assert envelope_address(address) == envelope
        return
    with pytest.raises(ValueError, match=r"."):
        envelope_address(address)


@pytest.mark.parametrize(
    ("settings", "sender", "reply_to"),
    [
        ({}, "Ombelle <ombelle@localhost>", "Ombelle <ombelle@localhost>"),
        (
            {"mail_from": "L'agence <a@b.fr>", "mail_reply_to": "equipe@b.fr"},
            '"L\'agence" <a@b.fr>',
            "equipe@b.fr",
        ),
    ],
)
def test_from_whom_and_to_whom_one_answers(settings, sender, reply_to):
    sending = MailSettings(smtp_url="smtp://localhost", **settings).sending()
    assert sending is not None
    assert str(read_mailbox(sender)) == str(sending.sender)
    assert str(read_mailbox(reply_to)) == str(sending.reply_to)


@pytest.mark.parametrize("field", ["subject", "to"])
async def test_a_line_break_in_a_header_sends_nothing(server, sending, field):
    outcome = await sending.send(mail(**{field: "x@example.fr\r\nBcc: all@example.fr"}), date=NOW)
    assert outcome.kind == "failed"
    assert server.mails == []


async def test_lines_of_a_text_that_look_like_the_end_are_text(server, sending):
    text = ".\r\n..\nFrom nobody\n" + "long " * 500 + "\n"
    assert (await sending.send(mail(text=text), date=NOW)).kind == "sent"
    [got] = server.mails
    assert got.get_body(("plain",)).get_content().split() == text.split()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """A server's context with a certificate that nobody vouches for."""
    return _self_signed(tmp_path_factory.mktemp("tls"))


def _self_signed(folder: Path) -> ssl.SSLContext:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.x509.oid import NameOID

    key = RSAKey.generate_key(2048).private_key
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    )
    (folder / "certificate.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return context


async def _sent(served: MailServer, url: str, *, tls_context: ssl.SSLContext | None = None) -> Outcome:
    from dataclasses import replace

    return await replace(sending_by(url.format(port=served.port)), tls_context=tls_context).send(
        mail(), date=NOW
    )


def _trusting(certificate: ssl.SSLContext) -> ssl.SSLContext:
    """A client that does not ask who the server is."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


async def test_starttls_and_a_password_let_us_in(certificate):
    async with mail_server(
        tls_context=certificate, require_starttls=True, auth_required=True, auth_require_tls=True
    ) as served:
        served.passwords[b"user"] = b"pass word"
        url = "smtp://user:pass%20word@localhost:{port}?starttls=1"
        assert await _sent(served, url, tls_context=_trusting(certificate)) == Outcome("sent")
        wrong = await _sent(
            served, "smtp://user:wrong@localhost:{port}?starttls=1", tls_context=_trusting(certificate)
        )
        assert (wrong.kind, wrong.words[:3]) == ("deferred", "535")
        assert "wrong" not in wrong.words


async def test_a_server_that_nobody_vouches_for_gets_nothing(certificate):
    async with mail_server(tls_context=certificate) as served:
        outcome = await _sent(served, "smtp://localhost:{port}?starttls=1")
        assert (outcome.kind, served.mails) == ("deferred", [])


async def test_where_encryption_is_wanted_and_not_offered_nothing_leaves():
    async with mail_server() as served:
        outcome = await _sent(served, "smtp://localhost:{port}?starttls=1")
        assert (outcome.kind, served.mails) == ("deferred", [])
        assert "STARTTLS" in outcome.words
