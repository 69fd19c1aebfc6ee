"""Mails that have left, wait to leave, or could not."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, Index, Text, func, text
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_gateway.accounts.mail.domain import STATES
from ombelle_gateway.accounts.tables import NEW_ID, Base


class MailRow(Base):
    """A mail. `next_try_at` is set while it waits; `started_at` while a try is under way.

    `sender` is the service that asked for it; `message_key` the left half of its Message-ID, by which a bounce finds it.
    The bodies of a secret mail go as soon as it stops waiting, whatever became of it; those of a mail to be forgotten
    go then too, with its address and its subject.
    """

    __tablename__ = "mail"
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(repr(state) for state in STATES)})", name="state_known"),
        CheckConstraint("locale IN ('fr', 'en')", name="locale_known"),
        CheckConstraint("(state = 'waiting') = (next_try_at IS NOT NULL)", name="waits_for_a_try"),
        CheckConstraint("state = 'waiting' OR started_at IS NULL", name="tried_while_waiting"),
        CheckConstraint(
            "state <> 'waiting' OR num_nulls(to_address, subject, text_body, html_body) = 0",
            name="whole_while_waiting",
        ),
        CheckConstraint(
            "state = 'waiting' OR NOT is_secret OR num_nonnulls(text_body, html_body) = 0",
            name="secret_once_only",
        ),
        CheckConstraint(
            "state = 'waiting' OR NOT is_forgotten OR num_nonnulls(to_address, subject, text_body, html_body) = 0",
            name="forgotten_once_settled",
        ),
        CheckConstraint("(about_kind IS NULL) = (about_id IS NULL)", name="about_whole"),
        CheckConstraint(r"to_address !~ '[\s<>]'", name="one_address"),
        CheckConstraint(r"subject !~ '[\n\r]'", name="one_line"),
        Index("ix_mail_waiting", "next_try_at", postgresql_where=text("state = 'waiting'")),
        Index("ix_mail_to_address", text("lower(to_address)")),
        Index("ix_mail_about", "about_kind", "about_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    sender: Mapped[str] = mapped_column(Text)
    template: Mapped[str] = mapped_column(Text)
    locale: Mapped[str] = mapped_column(Text)
    to_address: Mapped[str | None] = mapped_column(Text)
    subject: Mapped[str | None] = mapped_column(Text)
    text_body: Mapped[str | None] = mapped_column(Text)
    html_body: Mapped[str | None] = mapped_column(Text)
    about_kind: Mapped[str | None] = mapped_column(Text)
    about_id: Mapped[str | None] = mapped_column(Text)
    is_secret: Mapped[bool] = mapped_column(server_default=text("false"))
    is_forgotten: Mapped[bool] = mapped_column(server_default=text("false"))
    state: Mapped[str] = mapped_column(Text, server_default="waiting")
    attempts: Mapped[int] = mapped_column(server_default=text("0"))
    interruptions: Mapped[int] = mapped_column(server_default=text("0"))
    next_try_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True), server_default=func.now())
    started_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    sent_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    last_error: Mapped[str | None] = mapped_column(Text)
    message_key: Mapped[UUID] = mapped_column(unique=True, server_default=text("gen_random_uuid()"))
