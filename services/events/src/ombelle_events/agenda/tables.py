"""What the public agenda reads: prepared when the programme is written, never computed for a reader."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Date, DateTime, ForeignKey, Index, SmallInteger, Text, func
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from ombelle_events.tables import Base


class AgendaCardRow(Base):
    """One published event as readers see it: `card` (list item) and `detail` (page) as JSON text whose final
    brace is left off, so that a query may add what depends on the reader's window; beside them what filters need.
    """

    __tablename__ = "agenda_card"
    __table_args__ = (
        Index("ix_agenda_card_search", "search", postgresql_using="gin"),
        Index("ix_agenda_card_point", "latitude", "longitude"),
        Index("ix_agenda_card_days", "last_day", "first_day"),
    )

    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    slug: Mapped[str] = mapped_column(Text, unique=True)
    card: Mapped[str] = mapped_column(Text)
    detail: Mapped[str] = mapped_column(Text)
    search: Mapped[str] = mapped_column(TSVECTOR)
    department: Mapped[str | None] = mapped_column(Text)
    commune: Mapped[str | None] = mapped_column(Text, index=True)
    epci: Mapped[str | None] = mapped_column(Text)
    commune_size: Mapped[str | None] = mapped_column(Text)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    theme: Mapped[str | None] = mapped_column(Text)
    activity_type: Mapped[str | None] = mapped_column(Text)
    structure: Mapped[str] = mapped_column(Text)
    audience: Mapped[list[str]] = mapped_column(ARRAY(Text))
    school_levels: Mapped[list[str]] = mapped_column(ARRAY(Text))
    accessibility: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    free: Mapped[bool | None]
    status: Mapped[str] = mapped_column(Text)
    age_min: Mapped[int | None] = mapped_column(SmallInteger)
    age_max: Mapped[int | None] = mapped_column(SmallInteger)
    edition: Mapped[int | None]
    holder: Mapped[str | None] = mapped_column(Text)
    parent_id: Mapped[UUID | None] = mapped_column(index=True)
    # Of its sessions, in Paris; null without any. An event that begins in a window needs no other look.
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    first_starts_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class AgendaDayRow(Base):
    """A day in Paris on which an event takes place, with its first session of that day: a three-week exhibition is
    found on each of its days.
    """

    __tablename__ = "agenda_day"

    event_id: Mapped[UUID] = mapped_column(
        ForeignKey("agenda_card.event_id", ondelete="CASCADE"), primary_key=True
    )
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    starts_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    session: Mapped[str] = mapped_column(Text)


class LexiconWordRow(Base):
    """A word of the programme, folded (lower case, no accents), with the lexeme it is indexed under."""

    __tablename__ = "lexicon_word"
    __table_args__ = (
        Index(
            "ix_lexicon_word_trigrams",
            "word",
            postgresql_using="gin",
            postgresql_ops={"word": "gin_trgm_ops"},
        ),
        Index("ix_lexicon_word_prefix", "word", postgresql_ops={"word": "text_pattern_ops"}),
    )

    word: Mapped[str] = mapped_column(Text, primary_key=True)
    lexeme: Mapped[str] = mapped_column(Text, index=True)


class AgendaChangeRow(Base):
    """The last change of each event ever shown: a mirror reads them in the order of transactions."""

    __tablename__ = "agenda_change"
    __table_args__ = (Index("ix_agenda_change_order", "transaction", "event_id"),)

    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(Text, index=True)
    deleted: Mapped[bool] = mapped_column(Boolean)
    # The writing transaction's number: a reader stays below the oldest one still running, so that a slow
    # transaction's rows are never jumped over.
    transaction: Mapped[int] = mapped_column(BigInteger)
    changed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
