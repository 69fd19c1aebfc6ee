"""The use cases of reviewers: each opens one transaction."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from pydantic_core import to_jsonable_python
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.seeing import Seen, look_at
from ombelle_events.applications.viewer import Asker
from ombelle_events.calls.finding import found_call
from ombelle_events.calls.tables import CriterionRow
from ombelle_events.reviews.domain import OPEN, weighted_mean
from ombelle_events.reviews.errors import (
    AssignmentUnknown,
    ReviewClosed,
    ReviewIncomplete,
    ReviewInvalid,
)
from ombelle_events.reviews.own.store import ReviewStore
from ombelle_events.reviews.tables import AssignmentRow, ReviewRow

_CLOSED: Final = "Ce dossier n'est plus à évaluer : il est décidé ou retiré."
_TOLD: Final = ("scores", "comment", "recommendation")


class ReviewService:
    """What one was asked to review, and one's reviews."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def mine(
        self,
        asker: Asker,
        *,
        call_id: UUID | None,
        state: str | None,
        after: tuple[int, date, UUID] | None,
        count: int,
    ) -> tuple[list[dict[str, Any]], int]:
        """Return at most `count` of what somebody was asked to review, what waits first, and how many there are."""
        async with self._sessions() as session, session.begin():
            rows, total = await ReviewStore(session).mine(
                asker, call_id=call_id, state=state, after=after, count=count
            )
        return [_item(row) for row in rows], total

    async def review(self, asker: Asker, application_id: UUID) -> dict[str, Any]:
        """Return one's own review of an application, begun or not.

        Raises:
            ApplicationUnknown: one may not know of it.
            AssignmentUnknown: one was not asked to review it.

        """
        async with self._sessions() as session, session.begin():
            return (await _desk(session, asker, application_id)).shown()

    async def write(
        self, asker: Asker, application_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> dict[str, Any]:
        """Write one's review, as far as it is: a draft may lack anything, a submitted one stays complete.

        Raises:
            VersionNeeded: `if_match` is missing.
            ApplicationUnknown, AssignmentUnknown: as `review` does.
            ReviewClosed: the application is decided.
            ChangedMeanwhile: the review has another version; the problem carries both.
            ReviewInvalid: a score is beyond its scale, or of no criterion of the call.
            ReviewIncomplete: it was submitted, and would lack something.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            desk = await _desk(session, asker, application_id, lock=True)
            before = desk.shown()
            refuse_stale(
                wanted,
                before["version"],
                current=to_jsonable_python({name: before[name] for name in _TOLD}),
                yours=to_jsonable_python(dict(values)),
            )
            await desk.write(values, submitted_at=before["submitted_at"])
            await desk.trace("review_written")
            return desk.shown()

    async def submit(self, asker: Asker, application_id: UUID, *, once: OneRequest) -> dict[str, Any]:
        """Submit one's review; it may be changed until the decision.

        Raises:
            ApplicationUnknown, AssignmentUnknown, ReviewClosed: as `write` does.
            ReviewIncomplete: something is missing; the problem says what.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            desk = await _desk(session, asker, application_id, lock=True)
            values = {name: desk.shown()[name] for name in _TOLD}
            submitted_at = desk.shown()["submitted_at"] or datetime.now(UTC)
            await desk.write(values, submitted_at=submitted_at)
            await desk.trace("review_submitted")
            return await once.keep(session, desk.shown())

    async def recuse(self, asker: Asker, application_id: UUID, *, reason: str, once: OneRequest) -> None:
        """Stand back: the application is not one's to review any more, and what was written does not count.

        Raises:
            ApplicationUnknown, AssignmentUnknown, ReviewClosed: as `write` does.

        """
        async with self._sessions() as session, session.begin():
            if await once.recall(session) is not None:
                return
            desk = await _desk(session, asker, application_id, lock=True)
            desk.refuse_closed()
            desk.assignment.recused_at = datetime.now(UTC)
            desk.assignment.recusal_reason = reason
            await session.flush()
            await desk.trace("review_recused")
            await once.keep(session, {"recused": True})


class _Desk:
    """An application in front of its reviewer, in one transaction."""

    def __init__(self, session: AsyncSession, seen: Seen, assignment: AssignmentRow) -> None:
        self._session, self._seen, self.assignment = session, seen, assignment
        self._store = ReviewStore(session)
        self._criteria: list[CriterionRow] = []
        self._scores: dict[UUID, int] = {}
        self._review: ReviewRow | None = None

    async def read(self) -> None:
        key = (self.assignment.application_id, self.assignment.account_id)
        call = await found_call(self._session, self.assignment.call_id)
        self._criteria = await self._store.criteria(call.id) if call.has_scoring else []
        self._review = await self._store.review(*key)
        self._scores = await self._store.scores(*key)

    def refuse_closed(self) -> None:
        if self._seen.application.status not in OPEN:
            raise ReviewClosed(_CLOSED)

    async def write(self, values: Mapping[str, Any], *, submitted_at: datetime | None) -> None:
        self.refuse_closed()
        scores = {one: score for one, score in values["scores"].items() if score is not None}
        self._refuse_foreign(scores)
        if submitted_at is not None:
            self._refuse_incomplete(scores, values["recommendation"])
        said = {"comment": values["comment"], "recommendation": values["recommendation"]}
        try:
            await self._store.write(self.assignment, {**said, "submitted_at": submitted_at}, scores)
        except IntegrityError as error:
            raise _refused(error) from error
        await self.read()

    def _refuse_foreign(self, scores: Mapping[UUID, int]) -> None:
        scales = {criterion.id: criterion.scale for criterion in self._criteria}
        errors = []
        for one, score in scores.items():
            pointer = f"/body/scores/{one}"
            if one not in scales:
                errors.append(FieldError(pointer, "criterion_unknown", "Ce critère n'est pas de cet appel."))
            elif score > scales[one]:
                errors.append(FieldError(pointer, "above_scale", f"Au plus {scales[one]}."))
        if errors:
            raise ReviewInvalid("Certaines notes ne conviennent pas.", errors=errors)

    def _refuse_incomplete(self, scores: Mapping[UUID, int], recommendation: str | None) -> None:
        errors = [
            FieldError(f"/body/scores/{one.id}", "missing", f"Notez « {one.name} ».")
            for one in self._criteria
            if one.id not in scores
        ]
        if recommendation is None:
            errors.append(FieldError("/body/recommendation", "missing", "Dites ce que vous recommandez."))
        if errors:
            raise ReviewIncomplete("Votre évaluation n'est pas complète.", errors=errors)

    def shown(self) -> dict[str, Any]:
        review = self._review
        weights = {one.id: (float(one.weight), one.scale) for one in self._criteria}
        out_of = max((one.scale for one in self._criteria), default=0)
        given = ((score, *weights[one]) for one, score in self._scores.items() if one in weights)
        is_open = self._seen.application.status in OPEN
        return {
            "application_id": self.assignment.application_id,
            "due_on": self.assignment.due_on,
            "criteria": described_criteria(self._criteria),
            "scores": dict(self._scores),
            "mean": weighted_mean(given, out_of),
            "out_of": out_of or None,
            "comment": review.comment if review else "",
            "recommendation": review.recommendation if review else None,
            "submitted_at": review.submitted_at if review else None,
            "version": review.version if review else 0,
            "allowed_actions": _actions(is_open=is_open, is_submitted=bool(review and review.submitted_at)),
        }

    async def trace(self, action: str) -> None:
        await record(
            self._session,
            actor=str(self.assignment.account_id),
            action=action,
            subject_kind="application",
            subject_id=str(self.assignment.application_id),
        )


async def _desk(session: AsyncSession, asker: Asker, application_id: UUID, *, lock: bool = False) -> _Desk:
    """Bring an application in front of its reviewer. Raises ApplicationUnknown or AssignmentUnknown."""
    seen = await look_at(session, asker, application_id)
    assignment = None
    if seen.viewer.is_reviewer and asker.account_id is not None:
        assignment = await ReviewStore(session).assignment(application_id, asker.account_id, lock=lock)
    if assignment is None:
        raise AssignmentUnknown("Ce dossier ne vous est pas confié.")
    desk = _Desk(session, seen, assignment)
    await desk.read()
    return desk


def _refused(error: IntegrityError) -> Exception:
    """Return what a rule of the database that was broken meanwhile means."""
    rule = broken_constraint(error)
    if rule in {"review_without_conflict", "review_by_who_was_asked"}:
        return AssignmentUnknown("Ce dossier ne vous est plus confié.")
    if rule == "review_before_the_decision":
        return ReviewClosed(_CLOSED)
    return ReviewInvalid("Certaines notes ne conviennent plus : rechargez la grille.", rule=rule)


def described_criteria(criteria: Sequence[CriterionRow]) -> list[dict[str, Any]]:
    """Return criteria as reviewers see them."""
    names = ("id", "name", "help", "scale")
    return [{**{name: getattr(one, name) for name in names}, "weight": float(one.weight)} for one in criteria]


def _actions(*, is_open: bool, is_submitted: bool) -> list[str]:
    if not is_open:
        return []
    return ["write", "recuse"] if is_submitted else ["write", "submit", "recuse"]


def _item(row: Mapping[str, Any]) -> dict[str, Any]:
    is_open, is_submitted = row["status"] in OPEN, row["state"] == "submitted"
    return {
        "application": row,
        "call": {"id": row["call_id"], "title": row["call_title"]},
        "due_on": row["due_on"],
        "state": row["state"],
        "submitted_at": row["submitted_at"],
        "allowed_actions": _actions(is_open=is_open, is_submitted=is_submitted),
        "cursor": (row["rank"], row["due"].isoformat(), str(row["id"])),
    }
