from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import decode_cursor, encode_cursor
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded

from ombelle_events.applications.errors import ApplicationUnknown
from ombelle_events.applications.viewer import asker_of
from ombelle_events.calls.web import PRIVATE, tag
from ombelle_events.context import Context
from ombelle_events.policies import Person, ScopeMissing
from ombelle_events.reviews.errors import (
    AssignmentUnknown,
    ConflictStands,
    ReviewClosed,
    ReviewFirst,
    ReviewIncomplete,
    ReviewInvalid,
)
from ombelle_events.reviews.own.reading import reviews_of
from ombelle_events.reviews.own.schemas import (
    ApplicationReviews,
    Recusal,
    ReviewOut,
    Reviews,
    ReviewsQuery,
    ReviewWrite,
)
from ombelle_events.reviews.own.service import ReviewService

router = APIRouter(prefix="/api/v1", tags=["reviews"])
_KNOWN = (Unauthenticated, ScopeMissing, ApplicationUnknown, AssignmentUnknown)


@router.get(
    "/reviews",
    summary="What one was asked to review: what waits first, by its day",
    responses=responses_for(Unauthenticated, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def reviews(
    asked: Annotated[ReviewsQuery, Query()], context: Context, identity: Person, response: Response
) -> Reviews:
    items, total = await ReviewService(context.sessions).mine(
        asker_of(identity),
        call_id=asked.call_id,
        state=asked.state,
        after=_after(asked.after),
        count=asked.limit + 1,
    )
    response.headers["cache-control"] = PRIVATE
    shown = items[: asked.limit]
    following = encode_cursor("reviews", *shown[-1]["cursor"]) if len(items) > asked.limit else None
    return Reviews.model_validate({"items": shown, "total": total, "next": following})


def _after(cursor: str | None) -> tuple[int, date, UUID] | None:
    if cursor is None:
        return None
    rank, due, identifier = decode_cursor("reviews", cursor, length=3)
    try:
        if rank not in {0, 1}:
            raise ValueError("a rank is 0 or 1")
        return int(rank), date.fromisoformat(due), UUID(identifier)
    except (ValueError, TypeError, AttributeError):
        decode_cursor(
            "reviews", "", length=3
        )  # of the right shape with another content: refused as any other
        raise


@router.get(
    "/applications/{application_id}/reviews",
    summary="What everybody thinks of an application; reviewers read it once they have said what they think",
    responses=responses_for(
        Unauthenticated, ScopeMissing, ApplicationUnknown, Forbidden, ReviewFirst, ConflictStands
    ),
    openapi_extra=SIGNED_IN,
)
async def application_reviews(
    application_id: UUID, context: Context, identity: Person, response: Response
) -> ApplicationReviews:
    response.headers["cache-control"] = PRIVATE
    found = await reviews_of(context.sessions, asker_of(identity), application_id)
    return ApplicationReviews.model_validate(found)


@router.get(
    "/applications/{application_id}/reviews/mine",
    summary="One's own review of an application, begun or not",
    responses=responses_for(*_KNOWN),
    openapi_extra=SIGNED_IN,
)
async def own_review(
    application_id: UUID, context: Context, identity: Person, response: Response
) -> ReviewOut:
    found = await ReviewService(context.sessions).review(asker_of(identity), application_id)
    tag(response, found["version"])
    return ReviewOut.model_validate(found)


@router.put(
    "/applications/{application_id}/reviews/mine",
    summary="Write one's own review, until the decision",
    responses=responses_for(
        *_KNOWN, ReviewClosed, ReviewInvalid, ReviewIncomplete, VersionNeeded, ChangedMeanwhile
    ),
    openapi_extra=SIGNED_IN,
)
async def write_own_review(
    application_id: UUID,
    wanted: ReviewWrite,
    context: Context,
    identity: Person,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> ReviewOut:
    written = await ReviewService(context.sessions).write(
        asker_of(identity), application_id, wanted.model_dump(), if_match=if_match
    )
    tag(response, written["version"])
    return ReviewOut.model_validate(written)


@router.post(
    "/applications/{application_id}/reviews/mine/submit",
    summary="Submit one's own review; it may be changed until the decision",
    responses=responses_for(*_KNOWN, ReviewClosed, ReviewInvalid, ReviewIncomplete, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def submit_own_review(
    application_id: UUID, context: Context, identity: Person, once: Once, response: Response
) -> ReviewOut:
    done = await ReviewService(context.sessions).submit(asker_of(identity), application_id, once=once)
    tag(response, done["version"])
    return ReviewOut.model_validate(done)


@router.post(
    "/applications/{application_id}/reviews/mine/recuse",
    summary="Stand back: the application is not one's to review any more",
    status_code=204,
    responses=responses_for(*_KNOWN, ReviewClosed, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def recuse(
    application_id: UUID, wanted: Recusal, context: Context, identity: Person, once: Once
) -> None:
    await ReviewService(context.sessions).recuse(
        asker_of(identity), application_id, reason=wanted.reason, once=once
    )
