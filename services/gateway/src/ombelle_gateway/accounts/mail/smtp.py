"""A mail as SMTP carries it, and the server it is handed to."""

import asyncio
import contextlib
import ssl
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import format_datetime, parseaddr
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

import aiosmtplib
from aiosmtplib import SMTP
from email_validator import EmailNotValidError, validate_email

from ombelle_gateway.accounts.mail.domain import Outcome, Outgoing

TOTAL_SECONDS: Final = 60.0
"""No conversation with a server takes longer: what it did not say by then is tried again."""

_LOOPBACK: Final = {"localhost", "127.0.0.1", "::1"}
_WORDS_KEPT: Final = 500


@dataclass(frozen=True, slots=True)
class Server:
    """A server that takes our mails. `start_tls`: wanted (`True`), taken when offered (`None`)."""

    host: str
    port: int
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    use_tls: bool = False
    start_tls: bool | None = None


def read_server(url: str) -> Server:
    """Read `smtp://[user:password@]host[:port][?starttls=1]`, or `smtps://…` for TLS from the first byte.

    A password never travels in the clear: with one, a server elsewhere than on this machine must offer STARTTLS.

    Raises:
        ValueError: it is no such address.

    """
    parts = urlsplit(url)
    options = parse_qs(parts.query, keep_blank_values=True)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or parts.path.strip("/") or parts.fragment:
        raise ValueError("an SMTP server is written smtp://user:password@host:port or smtps://…")
    if set(options) - {"starttls"} or options.get("starttls", ["1"]) not in (["0"], ["1"]):
        raise ValueError("the only option of an SMTP server is starttls=1")
    use_tls = parts.scheme == "smtps"
    wants = options.get("starttls") == ["1"] or (bool(parts.username) and parts.hostname not in _LOOPBACK)
    start_tls = (True if wants else None) if not use_tls else None
    return Server(
        host=parts.hostname,
        port=parts.port or (465 if use_tls else 587 if wants else 25),
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        use_tls=use_tls,
        start_tls=start_tls,
    )


def read_mailbox(text: str) -> Address:
    """Read `Ombelle <bonjour@example.fr>` or the bare address.

    Raises:
        ValueError: it holds no address.

    """
    name, address = parseaddr(text)
    local, at, domain = address.rpartition("@")
    if not at or not local or not domain:
        raise ValueError(f"{text!r} is not a mailbox like « Ombelle <bonjour@example.fr> »")
    return Address(name, local, domain)


def envelope_address(address: str) -> str:
    """Return an address as the envelope carries it: its domain in ASCII (IDNA).

    Raises:
        ValueError: it is no address, or its local part needs more than ASCII, which few servers take.

    """
    try:
        read = validate_email(address, check_deliverability=False, globally_deliverable=False)
    except EmailNotValidError as error:
        raise ValueError(str(error)) from error
    if read.ascii_email is None:
        raise ValueError("the part before the @ is not in ASCII")
    return read.ascii_email


@dataclass(frozen=True, slots=True)
class Sending:
    """How mails leave: by which server, from whom, and to whom one answers."""

    server: Server
    sender: Address
    reply_to: Address
    tls_context: ssl.SSLContext | None = None

    def message(self, mail: Outgoing, to: str, *, date: datetime) -> EmailMessage:
        """Build a mail: text first, its HTML twin second. A line break in a header is an error of the library's.

        Raises:
            ValueError: an address or a subject holds one.

        """
        local, _, domain = to.rpartition("@")
        message = EmailMessage(policy=SMTP_POLICY)
        message["From"] = self.sender
        message["Reply-To"] = self.reply_to
        message["To"] = Address("", local, domain)
        message["Subject"] = mail.subject
        message["Date"] = format_datetime(date)
        message["Message-ID"] = f"<{mail.message_key}@{self.sender.domain}>"
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: an absent reader's machine need not answer
        message.set_content(mail.text)
        message.add_alternative(mail.html, subtype="html")
        return message

    async def send(self, mail: Outgoing, *, date: datetime, total_seconds: float = TOTAL_SECONDS) -> Outcome:
        """Hand one mail over, and say how it went. Never raises for what a server or a network does."""
        try:
            to = envelope_address(mail.to)
            message = self.message(mail, to, date=date)
        except ValueError as error:
            return Outcome("failed", f"Ce courriel ne peut être envoyé : {error}."[:_WORDS_KEPT])
        client = SMTP(
            hostname=self.server.host,
            port=self.server.port,
            username=self.server.user,
            password=self.server.password,
            use_tls=self.server.use_tls,
            start_tls=self.server.start_tls,
            tls_context=self.tls_context,
            local_hostname=self.sender.domain,
            timeout=total_seconds,
        )
        try:
            async with asyncio.timeout(total_seconds):
                await client.connect()
                await client.send_message(message, sender=self.sender.addr_spec, recipients=[to])
        except (aiosmtplib.SMTPException, OSError) as error:  # a timeout is an OSError too
            return outcome_of(error)
        finally:
            # The mail is theirs or it is not: how the conversation ends changes nothing.
            with contextlib.suppress(aiosmtplib.SMTPException, OSError):
                async with asyncio.timeout(2):
                    await client.quit()
            client.close()
        return Outcome("sent")


def outcome_of(error: BaseException) -> Outcome:
    """Say what a failed conversation means for the mail.

    A recipient refused for good (5xx) has bounced; contents or a sender refused for good have failed. All else may be
    otherwise later: 4xx, the network, a password to mend, a server that refuses everybody.
    """
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        refused = error.recipients[0]
        return Outcome(
            "bounced" if refused.code >= 500 else "deferred", _words(refused.code, refused.message)
        )
    if isinstance(error, aiosmtplib.SMTPResponseException):
        for_good = error.code >= 500 and isinstance(
            error, aiosmtplib.SMTPDataError | aiosmtplib.SMTPSenderRefused
        )
        return Outcome("failed" if for_good else "deferred", _words(error.code, error.message))
    return Outcome("deferred", f"{type(error).__name__} {error}".strip()[:_WORDS_KEPT])


def _words(code: int, message: str) -> str:
    return f"{code} {' '.join(str(message).split())}"[:_WORDS_KEPT]
