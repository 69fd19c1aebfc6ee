from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.audit import actor_of
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import encode_cursor, number_after
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.viewer import asker_of
from ombelle_events.calls.errors import CallUnknown
from ombelle_events.calls.web import PRIVATE
from ombelle_events.context import Context
from ombelle_events.policies import Coordination, ScopeMissing
from ombelle_events.reviews.progress.schemas import (
    ReviewersReminded,
    ReviewProgress,
    ReviewReminders,
    ReviewRemindersAsked,
)
from ombelle_events.reviews.progress.service import ProgressService

router = APIRouter(prefix="/api/v1/calls/{call_id}", tags=["reviews"])
_REFUSALS = (Unauthenticated, Forbidden, ScopeMissing, CallUnknown)


@router.get(
    "/review-progress",
    summary="How far a call's reviews are: its committee, and its applications by number",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def review_progress(
    call_id: UUID,
    asked: Annotated[ListQuery, Query()],
    context: Context,
    identity: Coordination,
    response: Response,
) -> ReviewProgress:
    found = await ProgressService(context.sessions).progress(
        asker_of(identity), call_id, after=number_after(asked.after, "review-progress"), count=asked.limit + 1
    )
    response.headers["cache-control"] = PRIVATE
    items = found["items"][: asked.limit]
    more = len(found["items"]) > asked.limit
    following = encode_cursor("review-progress", items[-1]["application"]["number"]) if more else None
    return ReviewProgress.model_validate({**found, "items": items, "next": following})


@router.post(
    "/review-reminders/preview",
    summary="The mails that would remind reviewers of what waits for them; nothing is sent",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def preview_review_reminders(
    call_id: UUID, asked: ReviewRemindersAsked, context: Context, _identity: Coordination, response: Response
) -> ReviewReminders:
    response.headers["cache-control"] = PRIVATE
    service = ProgressService(context.sessions, public_url=context.settings.public_url)
    items = await service.preview(call_id, accounts=asked.account_ids, message=asked.message)
    return ReviewReminders.model_validate({"items": items})


@router.post(
    "/review-reminders",
    summary="Remind reviewers of what waits for them",
    responses=responses_for(*_REFUSALS, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def remind_reviewers(
    call_id: UUID, asked: ReviewRemindersAsked, context: Context, identity: Coordination, once: Once
) -> ReviewersReminded:
    service = ProgressService(context.sessions, public_url=context.settings.public_url)
    done = await service.remind(
        call_id, accounts=asked.account_ids, message=asked.message, by=actor_of(identity), once=once
    )
    return ReviewersReminded.model_validate(done)
