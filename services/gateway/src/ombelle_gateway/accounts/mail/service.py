"""Use cases of mails: sending one, showing them, trying one again. SMTP is spoken between two transactions, never in one."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from ombelle_chassis.audit import record
from ombelle_chassis.identity import Identity
from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.mail.domain import INTERRUPTIONS, Outcome, Outgoing, next_try
from ombelle_gateway.accounts.mail.errors import MailGone, MailNotFound
from ombelle_gateway.accounts.mail.queue import enqueue_send
from ombelle_gateway.accounts.mail.smtp import TOTAL_SECONDS, Sending
from ombelle_gateway.accounts.mail.store import MailStore, outgoing
from ombelle_gateway.accounts.mail.tables import MailRow

NO_SERVER: Final = "Aucun serveur SMTP n'est réglé (OMBELLE_SMTP_URL) : les courriels attendent."
_CUT_OFF_TWICE: Final = (
    "L'envoi a été interrompu deux fois sans que l'on sache si le courriel est parti : "
    "demandez au destinataire avant de le renvoyer."
)
_TOO_LATE: Final = "Le courriel n'a pas pu partir à temps : {words}"
_SILENCE: Final = timedelta(seconds=TOTAL_SECONDS + 15)
_SWEPT: Final = 500

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


class MailService:
    """Sends mails and answers for them. `sending` is nothing where no server is configured: mails wait."""

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        sending: Sending | None,
        *,
        now: Now = utc_now,
        silence: timedelta = _SILENCE,
    ) -> None:
        self._sessions = sessions
        self._sending = sending
        self._now = now
        self._silence = silence

    async def send(self, mail_id: UUID) -> timedelta | None:
        """Try a mail that is due, and return after how long the next try is, if there is one.

        A process killed in the middle leaves a try of unknown outcome. The next one sends the mail again under the same
        Message-ID, by which mail programs know a double; cut off once more, the mail waits for a person.
        """
        if self._sending is None:
            async with self._sessions() as session, session.begin():
                await MailStore(session).say_why_waiting(NO_SERVER)
            return None
        started = await self._start(mail_id)
        if started is None or isinstance(started, timedelta):
            return started
        outcome = await self._sending.send(started, date=self._now())
        return await self._settle(started, outcome)

    async def _start(self, mail_id: UUID) -> Outgoing | timedelta | None:
        """Take the mail for a try. Returns how long to wait instead while another process may be at it."""
        now = self._now()
        async with self._sessions() as session, session.begin():
            row = await MailStore(session).locked(mail_id)
            if row is None or row.state != "waiting" or row.next_try_at is None:
                return None
            if row.next_try_at > now:
                return row.next_try_at - now
            if row.started_at is not None:
                if row.started_at + self._silence > now:
                    return row.started_at + self._silence - now
                row.interruptions += 1
                if row.interruptions >= INTERRUPTIONS:
                    _end(row, "failed", _CUT_OFF_TWICE)
                    return None
            row.attempts += 1
            row.started_at = now
            return outgoing(row)

    async def _settle(self, mail: Outgoing, outcome: Outcome) -> timedelta | None:
        now = self._now()
        async with self._sessions() as session, session.begin():
            row = await MailStore(session).locked(mail.id)
            if row is None or row.state != "waiting" or row.attempts != mail.attempt:
                return None  # somebody took it over while we were silent, or it was erased
            if outcome.kind != "deferred":
                _end(row, outcome.kind, outcome.words or None)
                row.sent_at = now if outcome.kind == "sent" else None
                return None
            due = next_try(attempt=row.attempts, created_at=row.created_at, is_secret=row.is_secret, now=now)
            row.started_at = None
            if due is None:
                _end(row, "failed", _TOO_LATE.format(words=outcome.words))
                return None
            row.next_try_at, row.last_error = due, outcome.words
            return due - now

    async def sweep(self) -> int:
        """Queue a try of every mail that is due: those that waited for a server, or whose job was lost."""
        async with self._sessions() as session, session.begin():
            due = await MailStore(session).due(self._now(), silence=self._silence, count=_SWEPT)
            for mail_id in due:
                await enqueue_send(session, mail_id)
        return len(due)

    async def page(
        self, *, state: str | None, q: str | None, after: UUID | None, count: int
    ) -> Sequence[RowMapping]:
        """Return mails, the newest first."""
        async with self._sessions() as session, session.begin():
            return await MailStore(session).page(state=state, q=q, after=after, count=count)

    async def one(self, mail_id: UUID) -> RowMapping:
        """Return a mail with its bodies.

        Raises:
            MailNotFound: there is none.

        """
        async with self._sessions() as session, session.begin():
            return await _required(MailStore(session), mail_id)

    async def retry(self, mail_id: UUID, *, by: Identity) -> RowMapping:
        """Try a mail again, now.

        One that could not leave has all its tries before it again, under a new Message-ID: a report on the first says
        nothing of the second.

        Raises:
            MailNotFound: there is none.
            MailGone: it has left, or its bodies are not kept.

        """
        async with self._sessions() as session, session.begin():
            store = MailStore(session)
            row = await store.locked(mail_id)
            if row is None:
                raise MailNotFound("Il n'y a pas de courriel à cette adresse.")
            if row.state == "sent":
                raise MailGone("Ce courriel est parti : écrivez-en un nouveau.")
            if row.text_body is None or row.to_address is None:
                raise MailGone("Le contenu de ce courriel n'est plus gardé : il ne peut pas repartir.")
            if row.state != "waiting":
                row.message_key = uuid4()
                row.state, row.attempts, row.interruptions = "waiting", 0, 0
            if row.started_at is None:  # else it is being tried at this moment
                row.next_try_at, row.last_error = self._now(), None
            await session.flush()
            await enqueue_send(session, mail_id, is_asked=True)
            shown = await _required(store, mail_id)
            await record(
                session, actor=by, action="mail_retried", subject_kind="mail", subject_id=str(mail_id)
            )
        return shown


async def _required(store: MailStore, mail_id: UUID) -> RowMapping:
    found = await store.one(mail_id)
    if found is None:
        raise MailNotFound("Il n'y a pas de courriel à cette adresse.")
    return found


def _end(row: MailRow, state: str, reason: str | None) -> None:
    """Stop waiting: what must not be kept goes in the same breath."""
    row.state, row.next_try_at, row.started_at, row.last_error = state, None, None, reason
    if row.is_secret or row.is_forgotten:
        row.text_body = row.html_body = None
    if row.is_forgotten:
        forget(row)


def forget(row: Any) -> None:
    """Leave of a settled mail that there was one."""
    row.to_address = row.subject = row.text_body = row.html_body = row.about_kind = row.about_id = None
    row.last_error = None
