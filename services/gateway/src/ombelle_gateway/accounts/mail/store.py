"""The only SQL of mails."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping, case, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_gateway.accounts.mail.domain import Outgoing
from ombelle_gateway.accounts.mail.tables import MailRow

_LISTED: Final[tuple[Any, ...]] = (
    MailRow.id,
    MailRow.to_address.label("to"),
    MailRow.subject,
    MailRow.template,
    MailRow.locale,
    MailRow.sender,
    MailRow.state,
    MailRow.created_at,
    MailRow.sent_at,
    MailRow.next_try_at,
    MailRow.attempts,
    MailRow.last_error,
    MailRow.about_kind,
    MailRow.about_id,
    MailRow.is_secret,
    MailRow.text_body.is_not(None).label("has_body"),
)


class MailStore:
    """Mails in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, *, state: str | None, q: str | None, after: UUID | None, count: int
    ) -> Sequence[RowMapping]:
        """Return mails, the newest first; `q` is looked for in the address and the subject."""
        wanted = select(*_LISTED).order_by(MailRow.id.desc()).limit(count)
        if state is not None:
            wanted = wanted.where(MailRow.state == state)
        if q is not None:
            wanted = wanted.where(
                or_(
                    MailRow.to_address.icontains(q, autoescape=True),
                    MailRow.subject.icontains(q, autoescape=True),
                )
            )
        if after is not None:
            wanted = wanted.where(MailRow.id < after)
        return (await self._session.execute(wanted)).mappings().all()

    async def one(self, mail_id: UUID) -> RowMapping | None:
        """Return a mail with its bodies; a secret one has none to show, waiting or not."""
        shown = [
            case((MailRow.is_secret, null()), else_=body).label(name)
            for name, body in (("text", MailRow.text_body), ("html", MailRow.html_body))
        ]
        wanted = select(*_LISTED, *shown).where(MailRow.id == mail_id)
        return (await self._session.execute(wanted)).mappings().one_or_none()

    async def locked(self, mail_id: UUID) -> MailRow | None:
        """Return a mail, locked until the transaction ends."""
        return await self._session.scalar(select(MailRow).where(MailRow.id == mail_id).with_for_update())

    async def due(self, now: datetime, *, silence: timedelta, count: int) -> Sequence[UUID]:
        """Return waiting mails whose time has come and that nobody is trying now."""
        wanted = (
            select(MailRow.id)
            .where(
                MailRow.state == "waiting",
                MailRow.next_try_at <= now,
                or_(MailRow.started_at.is_(None), MailRow.started_at <= now - silence),
            )
            .order_by(MailRow.next_try_at)
            .limit(count)
        )
        return (await self._session.scalars(wanted)).all()

    async def say_why_waiting(self, reason: str) -> None:
        """Tell on every waiting mail why none leaves."""
        await self._session.execute(
            update(MailRow)
            .where(MailRow.state == "waiting", MailRow.last_error.is_distinct_from(reason))
            .values(last_error=reason)
        )

    async def bounce(self, message_key: UUID, reason: str) -> UUID | None:
        """Mark the mail of this key as bounced, if it has left; return its id.

        What the server says names the address: of a mail whose address is not kept, it is not kept either.
        """
        kept = case((MailRow.to_address.is_not(None), reason))
        return await self._session.scalar(
            update(MailRow)
            .where(MailRow.message_key == message_key, MailRow.state.in_(("sent", "bounced")))
            .values(state="bounced", last_error=kept)
            .returning(MailRow.id)
        )


def outgoing(row: MailRow) -> Outgoing:
    """Return a waiting mail as a try needs it."""
    assert row.to_address is not None  # noqa: S101 - a constraint of the table: whole while waiting
    assert row.subject is not None  # noqa: S101
    assert row.text_body is not None  # noqa: S101
    assert row.html_body is not None  # noqa: S101
    return Outgoing(
        row.id, row.to_address, row.subject, row.text_body, row.html_body, row.message_key, row.attempts
    )
