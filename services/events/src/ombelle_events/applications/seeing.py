"""One application as somebody sees it: what every use case about one begins with.

    seen = await look_at(session, asker, application_id, lock=True)
    seen.apply("request_changes")

Other aggregates (attachments, reviews, decisions…) use it as this one does, so that nobody sees by one way what another
hides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.domain import Decision, Status
from ombelle_events.applications.errors import ApplicationUnknown
from ombelle_events.applications.tables import ApplicationRow
from ombelle_events.applications.transitions import (
    Action,
    Situation,
    Transition,
    allowed_actions,
    check,
    next_status,
)
from ombelle_events.applications.viewer import (
    VIEWER_BINDS,
    VIEWER_COLUMNS,
    Asker,
    Viewer,
    viewer_of,
    visible_to,
)
from ombelle_events.calls.opening import Access, accepts

# `now()` is when the transaction began: who asked in time and had to wait for somebody else is not late.
DEADLINES: Final = """
  l.opens_at, l.closes_at, l.closing_policy, l.grace_minutes, l.publication, l.closed_message,
  k.expires_at AS code_expires_at, a.created_at AS begun_at, now() AS now,
  (SELECT CAST(r.due_on + 1 AS timestamp) AT TIME ZONE 'Europe/Paris' FROM change_request r
   WHERE r.application_id = a.id AND r.answered_at IS NULL) AS answer_by
"""
"""The columns that `situation_of` reads, where `a` is the application, `l` its call and `k` its access code."""

_FACTS: Final = text(f"""
SELECT {VIEWER_COLUMNS}, {DEADLINES}, a.submitted_at, l.is_anonymous, l.title AS call_title,
  l.form_version_id AS call_form_version_id, l.charter_rules, l.contact_email, e.year, e.starts_on, e.ends_on,
  o.name AS organisation_name, m.insee AS commune_read, m.name AS commune_name,
  t.id AS transfer_id, t.asked_at AS transfer_asked_at,
  t.to_organisation_id AS transfer_to, taker.name AS transfer_to_name,
  a.organisation_id = ANY (:viewer_organisations) AS is_lead,
  t.to_organisation_id = ANY (:viewer_organisations) AS is_taker
FROM application a
JOIN call l ON l.id = a.call_id
JOIN edition e ON e.id = l.edition_id
LEFT JOIN access_code k ON k.id = a.access_code_id
LEFT JOIN organisation_copy o ON o.organisation_id = a.organisation_id
LEFT JOIN commune m ON m.insee = a.commune_insee
LEFT JOIN application_transfer t ON t.application_id = a.id AND t.settled_at IS NULL
LEFT JOIN organisation_copy taker ON taker.organisation_id = t.to_organisation_id
{visible_to("a", invited=True)}
WHERE a.id = :application_id
""").bindparams(*VIEWER_BINDS)  # noqa: S608 (fragments of ours)


@dataclass(frozen=True, slots=True)
class Seen:
    """An application, in the transaction that read it, and in what capacities the asker looks at it.

    `facts` are columns of its call, its edition and its organisation: `call_title`, `year`, `organisation_name`…
    """

    application: ApplicationRow
    viewer: Viewer
    situation: Situation
    facts: Mapping[str, Any]

    @property
    def allowed_actions(self) -> list[Action]:
        """What the asker may do with it now."""
        allowed = allowed_actions(self.situation, self.viewer)
        # Who edits for a co-holder does everything but hand over.
        return [action for action in allowed if action != "transfer" or self.facts["is_lead"]]

    def check(self, action: Action, **told: Any) -> Transition:
        """Return the row of the table by which the asker does this. Raises as `transitions.check` does."""
        return check(action, self.situation, self.viewer, **told)

    def apply(self, action: Action, **told: Any) -> None:
        """Do the step of an action: the application, which must be locked, goes on to its next state and version.

        What else the step writes (who submitted, a decision, why it was withdrawn) is the caller's, in the same flush.

        Raises:
            DomainError: as `transitions.check` does.

        """
        row = self.check(action, **told)
        status = next_status(row, self.situation)
        self.application.returns_to = self.situation.status if action == "request_changes" else None
        self.application.status = status
        touch(self.application)


def touch(application: ApplicationRow) -> None:
    """Note that an application, which is locked, has changed."""
    application.version += 1
    application.updated_at = datetime.now(UTC)


def situation_of(row: Mapping[str, Any], application: ApplicationRow | Mapping[str, Any]) -> Situation:
    """Return what the table of transitions is asked with, from the columns of `DEADLINES` and an application's own."""
    of = application.__getitem__ if isinstance(application, Mapping) else application.__getattribute__
    return Situation(
        status=cast("Status", of("status")),
        decision=cast("Decision | None", of("decision")),
        returns_to=cast("Status | None", of("returns_to")),
        access=access_of(row),
        opens_at=row["opens_at"],
        closes_at=row["closes_at"],
        answer_by=row["answer_by"],
        now=row["now"],
        closed_message=row["closed_message"],
    )


@dataclass(frozen=True, slots=True)
class _Times:
    """A call and an access code, as `calls.opening` reads them."""

    publication: str
    opens_at: datetime
    closes_at: datetime
    closing_policy: str
    grace_minutes: int
    expires_at: datetime


def access_of(row: Mapping[str, Any]) -> Access:
    """Return whether its call takes a draft, from the columns of `DEADLINES`."""
    expires_at = row["code_expires_at"]
    times = _Times(
        row["publication"],
        row["opens_at"],
        row["closes_at"],
        row["closing_policy"],
        row["grace_minutes"],
        expires_at or row["closes_at"],
    )
    return accepts(
        times,
        row["now"],
        access_code=times if expires_at is not None else None,
        draft_created_at=row["begun_at"],
    )


async def look_at(
    session: AsyncSession,
    asker: Asker,
    application_id: UUID,
    *,
    lock: bool = False,
    invited: bool = False,
) -> Seen:
    """Return an application as the asker sees it.

    Args:
        session: in the transaction of the use case.
        asker: who asks.
        application_id: which one.
        lock: whether it is going to be changed. It stays locked until the transaction ends, and what the asker sees is
            read after that.
        invited: whether those are let in too who are only asked to take part.

    Raises:
        ApplicationUnknown: none that the asker may know of has this id.

    """
    wanted = select(ApplicationRow).where(ApplicationRow.id == application_id)
    if lock:
        wanted = wanted.with_for_update(key_share=True).execution_options(populate_existing=True)
    application = await session.scalar(wanted)
    facts = None
    if application is not None:
        values = {"application_id": application_id, **asker.values()}
        row = (await session.execute(_FACTS, values)).mappings().one_or_none()
        facts = None if row is None else dict(row)
    if application is None or facts is None:
        raise ApplicationUnknown("Ce dossier n'existe pas.")
    viewer = viewer_of(facts, asker)
    if viewer.standing == "invited" and not invited:
        raise ApplicationUnknown("Ce dossier n'existe pas.")
    return Seen(application, viewer, situation_of(facts, application), facts)
