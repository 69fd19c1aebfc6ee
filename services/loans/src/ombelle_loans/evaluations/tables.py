"""Tables of evaluations, their links and what is to be done after them. `0007_evaluations.sql` has the view too."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_loans.evaluations import domain
from ombelle_loans.tables import EMPTY_ARRAY, NEW_ID, Base, all_of, at_most, one_of
from ombelle_loans.vocabulary import AUDIENCES

_MOMENT: Final = DateTime(timezone=True)


class EvaluationRow(Base):
    """What the borrower says of one loan. It is there once the loan is back, and asked of them by mail.

    `answered_by` and `waived_by` are accounts, `link` for whoever came by a mail's link, `import` for an import.
    """

    __tablename__ = "evaluation"
    __table_args__ = (
        UniqueConstraint("loan_id"),
        one_of("state", domain.STATES),
        one_of("origin", ("asked", "imported")),
        one_of("how_known", domain.HOW_KNOWN),
        one_of("audience_method", domain.METHODS),
        all_of("audience_types", AUDIENCES),
        one_of("satisfaction", domain.SATISFACTIONS),
        one_of("satisfaction_welcome", domain.SATISFACTIONS),
        one_of("satisfaction_logistics", domain.SATISFACTIONS),
        CheckConstraint(
            "(audience IS NOT NULL) = (coalesce(audience_method, 'unknown') <> 'unknown') "
            "AND audience BETWEEN 0 AND 1000000",
            name="audience_with_its_method",
        ),
        CheckConstraint(
            "(state = 'answered') = (num_nulls(satisfaction, audience_method, answered_at, answered_by) = 0)",
            name="answered_whole",
        ),
        CheckConstraint(
            "(state = 'waived') = (num_nulls(waived_at, waived_by, waiver_reason) = 0)", name="waived_whole"
        ),
        CheckConstraint(
            "reminders >= 0 AND (reminders > 0) = (reminded_at IS NOT NULL)", name="reminders_not_negative"
        ),
        at_most("how_known_other", 200),
        at_most("pleased", 5000),
        at_most("content_remarks", 5000),
        at_most("waiver_reason", 500),
        Index(
            "ix_evaluation_waiting",
            text("COALESCE(reminded_at, asked_at)"),
            postgresql_where=text("state = 'asked'"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    loan_id: Mapped[UUID] = mapped_column(ForeignKey("loan.id"))
    state: Mapped[str] = mapped_column(Text, server_default="asked")
    origin: Mapped[str] = mapped_column(Text, server_default="asked")
    asked_at: Mapped[datetime] = mapped_column(_MOMENT, server_default=func.now())
    reminders: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    reminded_at: Mapped[datetime | None] = mapped_column(_MOMENT)
    first_time: Mapped[bool | None]
    how_known: Mapped[str | None] = mapped_column(Text)
    how_known_other: Mapped[str | None] = mapped_column(Text)
    audience_method: Mapped[str | None] = mapped_column(Text)
    audience: Mapped[int | None]
    audience_types: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=EMPTY_ARRAY)
    satisfaction: Mapped[str | None] = mapped_column(Text)
    satisfaction_welcome: Mapped[str | None] = mapped_column(Text)
    satisfaction_logistics: Mapped[str | None] = mapped_column(Text)
    pleased: Mapped[str | None] = mapped_column(Text)
    content_remarks: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None] = mapped_column(_MOMENT)
    answered_by: Mapped[str | None] = mapped_column(Text)
    waived_at: Mapped[datetime | None] = mapped_column(_MOMENT)
    waived_by: Mapped[str | None] = mapped_column(Text)
    waiver_reason: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(server_default="1")


class EvaluationLinkRow(Base):
    """What opens one questionnaire without an account: the SHA-256 of the word that a mail carries."""

    __tablename__ = "evaluation_link"
    __table_args__ = (CheckConstraint("octet_length(digest) = 32", name="digest_length"),)

    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    evaluation_id: Mapped[UUID] = mapped_column(ForeignKey("evaluation.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime] = mapped_column(_MOMENT)


class ContentTaskRow(Base):
    """What a borrower found wrong in an item's content, and what its owner does about it."""

    __tablename__ = "content_task"
    __table_args__ = (
        UniqueConstraint("evaluation_id"),
        one_of("state", domain.TASK_STATES),
        CheckConstraint("state <> 'set_aside' OR note IS NOT NULL", name="set_aside_says_why"),
        at_most("remark", 5000),
        at_most("note", 2000),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=NEW_ID)
    evaluation_id: Mapped[UUID] = mapped_column(ForeignKey("evaluation.id"))
    item_id: Mapped[UUID] = mapped_column(ForeignKey("item.id"), index=True)
    remark: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text, server_default="to_do")
    note: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(server_default="1")
    created_at: Mapped[datetime] = mapped_column(_MOMENT, server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(_MOMENT, server_default=func.now())
