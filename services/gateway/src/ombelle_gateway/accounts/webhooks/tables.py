"""Tables of webhooks and their deliveries."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    SmallInteger,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_gateway.accounts.tables import NEW_ID, NOW, Base


class WebhookRow(Base):
    """Where an organisation wants to be told what. The secret signs, and so must be readable here.

    `failing_since` is when deliveries began to fail without one that arrived since.
    """

    __tablename__ = "webhook"
    __table_args__ = (
        CheckConstraint("length(btrim(name)) BETWEEN 1 AND 100", name="name_length"),
        CheckConstraint("length(url) <= 500", name="url_length"),
        CheckConstraint("cardinality(events) > 0", name="listens_to_something"),
        CheckConstraint("(previous_secret IS NULL) = (previous_until IS NULL)", name="previous_whole"),
        CheckConstraint("is_enabled = (disabled_reason IS NULL)", name="disabled_for_a_reason"),
        CheckConstraint("disabled_reason IN ('person', 'gone')", name="reason_known"),
        Index("ix_webhook_organisation_id", "organisation_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    organisation_id: Mapped[UUID]  # owned by members
    name: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(Text)
    events: Mapped[list[str]] = mapped_column(ARRAY(Text))
    secret: Mapped[str] = mapped_column(Text)
    previous_secret: Mapped[str | None] = mapped_column(Text)
    previous_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    is_enabled: Mapped[bool] = mapped_column(server_default=text("true"))
    disabled_reason: Mapped[str | None] = mapped_column(Text)
    failing_since: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    last_delivered_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=NOW)
    version: Mapped[int] = mapped_column(server_default=text("1"))


class WebhookDeliveryRow(Base):
    """Something to tell a webhook; those of one subject leave in their order. `body` is what is signed and sent."""

    __tablename__ = "webhook_delivery"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'delivered', 'failed')", name="state_known"),
        CheckConstraint("(state = 'waiting') = (next_try_at IS NOT NULL)", name="waits_for_a_try"),
        CheckConstraint("state <> 'delivered' OR delivered_at IS NOT NULL", name="delivered_whole"),
        Index(
            "ix_webhook_delivery_waiting",
            "webhook_id",
            "subject_kind",
            "subject_id",
            "seq",
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("ix_webhook_delivery_webhook_id", "webhook_id", "id"),
        Index("ix_webhook_delivery_created_at", "created_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    webhook_id: Mapped[UUID] = mapped_column(ForeignKey("webhook.id", ondelete="CASCADE"))
    seq: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    event: Mapped[str] = mapped_column(Text)
    subject_kind: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text, server_default="waiting")
    tries: Mapped[int] = mapped_column(server_default=text("0"))
    waiting_since: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=NOW)
    next_try_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True), server_default=NOW)
    last_try_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    last_status: Mapped[int | None] = mapped_column(SmallInteger)
    last_error: Mapped[str | None] = mapped_column(Text)
    delivered_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=NOW)
