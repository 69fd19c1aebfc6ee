from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from mail_server import MailServer, mail_server, sending_by
from ombelle_chassis.database import create_engine, session_maker
from ombelle_gateway.accounts.mail.queue import queue_mail
from ombelle_gateway.accounts.mail.service import MailService
from ombelle_gateway.accounts.mail.smtp import Sending
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

Sessions = async_sessionmaker[AsyncSession]
SIGN_IN = {"link": "https://ombelle.example/espace/entrer#lien=abc", "code": "ABCD1234", "minutes": 15}


@pytest.fixture(scope="session")
def mail_database_url(make_database: Any) -> str:
    return str(make_database(role="gateway"))


@pytest.fixture
async def sessions(mail_database_url: str) -> AsyncIterator[Sessions]:
    """A schema without mails or jobs."""
    engine = create_engine(mail_database_url, application_name="tests")
    async with engine.begin() as connection:
        await connection.execute(
            text("SELECT testing.empty_tables(ARRAY['mail', 'pgqueuer', 'pgqueuer_log'])")
        )
    yield session_maker(engine)
    await engine.dispose()


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as served:
        yield served


class Clock:
    """A clock that goes when told."""

    def __init__(self) -> None:
        # Ahead of the database's, so that what was written just now is due.
        self.now = datetime.now(UTC) + timedelta(minutes=1)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, time: timedelta) -> None:
        self.now += time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sending(server: MailServer) -> Sending:
    return sending_by(server.url)


@pytest.fixture
def service(sessions: Sessions, sending: Sending, clock: Clock) -> MailService:
    return MailService(sessions, sending, now=clock)


@pytest.fixture
def written(sessions: Sessions) -> Callable[..., Any]:
    """Queue a mail in a transaction of its own, and return its id."""

    async def write(to: str = "anne@example.fr", **options: Any) -> UUID:
        async with sessions() as session, session.begin():
            return await queue_mail(
                session, **({"to": to, "template": "sign_in", "locale": "fr", "values": SIGN_IN} | options)
            )

    return write


@pytest.fixture
def row(sessions: Sessions) -> Callable[[UUID], Any]:
    """Read a mail as the table has it."""

    async def read(mail_id: UUID) -> Any:
        async with sessions() as session, session.begin():
            found = await session.execute(text("SELECT * FROM mail WHERE id = :id"), {"id": mail_id})
            return found.one()

    return read
