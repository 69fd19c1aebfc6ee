"""A real SMTP server that can refuse, defer and hang up."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from ombelle_gateway.accounts.mail.smtp import Sending, read_server


@dataclass
class MailServer:
    """`mails` came whole. Set `rcpt`, `mail` or `data` to answer so; `hangs_up` cuts after the contents came."""

    mails: list[EmailMessage] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    rcpt: str = "250 OK"
    mail: str = "250 OK"
    data: str = "250 OK"
    hangs_up: bool = False
    passwords: dict[bytes, bytes] = field(default_factory=dict)
    port: int = 0
    answers: asyncio.Event = field(default_factory=asyncio.Event)
    """Cleared, contents that came get no answer until it is set."""

    def __post_init__(self) -> None:
        self.answers.set()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_MAIL(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.mail.startswith("250"):
            envelope.mail_from = address
        return self.mail

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.data.startswith("250"):
            self.mails.append(message_from_bytes(bytes(envelope.content or b""), policy=default))
            self.envelopes.append(envelope)
        await self.answers.wait()
        if self.hangs_up:
            server.transport.abort()
        return self.data

    def authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, data: Any
    ) -> Any:
        return AuthResult(success=self.passwords.get(data.login) == data.password, handled=False)


@asynccontextmanager
async def mail_server(**options: Any) -> AsyncIterator[MailServer]:
    """Run one on the test's own loop; `options` are those of aiosmtpd, such as a `tls_context`."""
    served = MailServer()
    loop = asyncio.get_running_loop()

    def speaker() -> SMTP:
        return SMTP(
            served,
            loop=loop,
            hostname="mx.example",
            ident="test",
            authenticator=served.authenticate,
            **options,
        )

    server = await loop.create_server(speaker, "127.0.0.1", 0)
    served.port = server.sockets[0].getsockname()[1]
    try:
        yield served
    finally:
        server.close()


def sending_by(url: str) -> Sending:
    """How a test sends."""
    return Sending(
        read_server(url),
        Address("Ombelle", "bonjour", "ombelle.example"),
        Address("L'équipe", "equipe", "ombelle.example"),
    )
