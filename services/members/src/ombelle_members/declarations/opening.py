"""What others call inside their transactions: something happened that the State is to be told, and what it was told.

Article 5 of the law of 1 July 1901: changes in the administration of an association, of its name, its seat and its
bylaws are declared within three months.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.declarations.domain import Cause, kind_of

# How long there is stands in the bylaws of the day; the law gives three months, and PostgreSQL's months end with
# the month: what happened on 30 November is due on the last day of February.
_OPEN: Final = text("""
INSERT INTO declaration (kind, occurred_on, due_on)
VALUES (:kind, :occurred_on, CAST(:occurred_on AS date) + make_interval(months => coalesce(
  (SELECT CAST(rules ->> 'declaration_months' AS int) FROM bylaws_version WHERE period @> CAST(:occurred_on AS date)), 3)))
ON CONFLICT (kind, occurred_on) WHERE state = 'due' DO UPDATE SET version = declaration.version + 1
RETURNING id, version
""")
_STEP: Final = text(
    "INSERT INTO declaration_step (declaration_id, step, on_day) VALUES (:declaration, 'opened', :occurred_on)"
)
_CAUSE: Final = text("""
INSERT INTO declaration_cause (declaration_id, cause, occurred_on, subject_id, detail)
VALUES (:declaration, :cause, :occurred_on, :subject, :detail)
ON CONFLICT (declaration_id, cause, subject_id) DO UPDATE SET detail = EXCLUDED.detail
""").bindparams(bindparam("detail", type_=JSONB))
_DECLARED: Final = text("SELECT declared_on(:on)")


async def open_declaration(
    session: AsyncSession,
    *,
    cause: Cause,
    occurred_on: date,
    subject_id: UUID,
    detail: Mapping[str, Any] | None = None,
) -> UUID:
    """Note what the State is to be told, and return the declaration: one for all that happened of its kind on a day.

    The list of officers, the name, the seat and the bylaws are declared apart. What was submitted already takes
    nothing more in: what happens then opens another one.

    Args:
        session: the transaction in which it happens.
        cause: what happened, such as `election`, `resignation`, `bureau`, `seat`.
        occurred_on: the day that counts, in Paris; it is due three months later.
        subject_id: to what: an election, a board term, an office, a version of the association or of its bylaws.
        detail: ids and codes worth telling, never a name.

    """
    asked = {"kind": kind_of(cause), "occurred_on": occurred_on}
    found = (await session.execute(_OPEN, asked)).one()
    if found.version == 1:
        await session.execute(_STEP, {"declaration": found.id, "occurred_on": occurred_on})
    values = {"declaration": found.id, "cause": cause, "occurred_on": occurred_on, "subject": subject_id}
    await session.execute(_CAUSE, values | {"detail": dict(detail or {})})
    return UUID(str(found.id))


async def declared_on(session: AsyncSession, on: date) -> dict[str, Any] | None:
    """Return what the State had given its receipt for by the end of a day, `None` as long as that is nothing.

    `declaration_id number occurred_on submitted_on receipted_on receipt_number officers`, of which each has
    `member_id kind name representative capacity`. In SQL: `declared_on(date)`.
    """
    found: dict[str, Any] | None = await session.scalar(_DECLARED, {"on": on})
    return found


_CAUSES_OF: Final = text("""
DELETE FROM declaration_cause c USING declaration d
WHERE d.id = c.declaration_id AND d.state IN ('due', 'returned') AND c.subject_id = ANY (:subjects)
RETURNING c.declaration_id
""").bindparams(bindparam("subjects", type_=ARRAY(Uuid)))
_WITHDRAW: Final = text("""
WITH gone AS (
  UPDATE declaration d SET state = 'withdrawn', version = version + 1 WHERE d.id = ANY (:ids)
    AND NOT EXISTS (SELECT FROM declaration_cause c WHERE c.declaration_id = d.id)
  RETURNING d.id
)
INSERT INTO declaration_step (declaration_id, step, on_day) SELECT id, 'withdrawn', CAST(:on AS date) FROM gone
""").bindparams(bindparam("ids", type_=ARRAY(Uuid)))
_WAS_SENT: Final = text("""
SELECT EXISTS (SELECT FROM declaration_cause c JOIN declaration d ON d.id = c.declaration_id
  WHERE c.subject_id = :subject AND d.state IN ('submitted', 'receipted'))
""")


async def take_back(
    session: AsyncSession, subject_id: UUID, *, on: date, others: Sequence[UUID] = ()
) -> None:
    """Note that what was to be declared of something was undone, such as an election that is annulled.

    What is due of it, or came back, tells of it no more, and is withdrawn where nothing else is told there. What was
    sent already is followed by another declaration, of the annulment.

    Args:
        session: the transaction.
        subject_id: to what it had happened.
        on: the day on which it was undone.
        others: what went with it, such as offices.

    """
    asked = {"subjects": [subject_id, *others]}
    touched = list(dict.fromkeys((await session.scalars(_CAUSES_OF, asked)).all()))
    await session.execute(_WITHDRAW, {"ids": touched, "on": on})
    if await session.scalar(_WAS_SENT, {"subject": subject_id}):
        await open_declaration(session, cause="annulled", occurred_on=on, subject_id=subject_id)
