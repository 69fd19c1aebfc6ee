"""What everybody thinks of an application: to the coordination, and to reviewers who have said what they think."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import Forbidden
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.seeing import look_at
from ombelle_events.applications.viewer import Asker, Viewer
from ombelle_events.reviews.domain import scored
from ombelle_events.reviews.errors import ConflictStands, ReviewFirst
from ombelle_events.reviews.own.service import described_criteria
from ombelle_events.reviews.own.store import ReviewStore


async def reviews_of(
    sessions: async_sessionmaker[AsyncSession], asker: Asker, application_id: UUID
) -> dict[str, Any]:
    """Return everybody's reviews of an application.

    Raises:
        ApplicationUnknown: one may not know of it.
        ConflictStands: one coordinates, and a conflict of interest stands.
        ReviewFirst: one reviews it, and has not submitted anything yet.
        Forbidden: one takes part in it.

    """
    async with sessions() as session, session.begin():
        seen = await look_at(session, asker, application_id)
        store = ReviewStore(session)
        if not seen.viewer.sees_reviews:
            await _refuse_who_may_not(store, asker, application_id, viewer=seen.viewer)
        criteria = await store.criteria(seen.application.call_id)
        rows = await store.all_of(application_id)
        return {
            "items": [_shown(row, is_coordination=seen.viewer.sees_reviews) for row in rows],
            "criteria": described_criteria(criteria),
            "score": scored(await store.score(application_id)),
        }


async def _refuse_who_may_not(
    store: ReviewStore, asker: Asker, application_id: UUID, *, viewer: Viewer
) -> None:
    if viewer.is_reviewer and asker.account_id is not None:
        own = await store.review(application_id, asker.account_id)
        if own is None or own.submitted_at is None:
            raise ReviewFirst("Donnez d'abord votre avis : vous lirez ensuite ceux des autres.")
        return
    if viewer.is_coordination:
        raise ConflictStands("Un conflit d'intérêts vous empêche de lire les évaluations de ce dossier.")
    raise Forbidden("Les évaluations d'un dossier sont celles du comité.")


def _shown(row: Mapping[str, Any], *, is_coordination: bool) -> dict[str, Any]:
    """Return a review; what is not submitted is its author's alone, why one stood back the coordination's."""
    is_submitted = row["submitted_at"] is not None
    state = "draft" if row["version"] is not None else "to_do"
    if row["recused_at"] is not None:
        state = "recused"
    elif is_submitted:
        state = "submitted"
    shown = state == "submitted"
    return {
        "account": {"id": row["account_id"], "name": row["name"]},
        "state": state,
        "recusal_reason": row["recusal_reason"] if is_coordination else None,
        "counts": row["counts"],
        "scores": (row["scores"] or {}) if shown else None,
        "mean": row["mean"] if shown else None,
        "comment": row["comment"] if shown else None,
        "recommendation": row["recommendation"] if shown else None,
        "submitted_at": row["submitted_at"] if shown else None,
    }
