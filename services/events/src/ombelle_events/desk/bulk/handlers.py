from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.viewer import asker_of
from ombelle_events.calls.errors import CallStateForbids, CallUnknown
from ombelle_events.calls.web import PRIVATE
from ombelle_events.context import Context
from ombelle_events.decisions.errors import BatchClosed, BatchUnknown
from ombelle_events.desk.bulk.domain import Line
from ombelle_events.desk.bulk.schemas import BulkAsked, BulkDone, BulkPreview, BulkPreviewAsked, meant
from ombelle_events.desk.bulk.service import BulkService
from ombelle_events.policies import Coordination, ScopeMissing
from ombelle_events.reviews.errors import CommitteeOff

router = APIRouter(prefix="/api/v1/calls/{call_id}/bulk", tags=["desk"])
_REFUSALS = (
    Unauthenticated, Forbidden, ScopeMissing, CallUnknown, CommitteeOff, BatchUnknown, BatchClosed,
)  # fmt: skip


@router.post(
    "/preview",
    summary="What would become of many applications, with every mail; nothing is done",
    responses=responses_for(*_REFUSALS),
    openapi_extra=SIGNED_IN,
)
async def preview_bulk(
    call_id: UUID, asked: BulkPreviewAsked, context: Context, identity: Coordination, response: Response
) -> BulkPreview:
    response.headers["cache-control"] = PRIVATE
    service = BulkService(context.sessions, asker_of(identity), public_url=context.settings.public_url)
    return BulkPreview.model_validate(
        await service.preview(call_id, meant(asked.what), asked.application_ids)
    )


@router.post(
    "",
    summary="Do it with the applications that were previewed, each wholly or not at all",
    responses=responses_for(*_REFUSALS, CallStateForbids, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def bulk(
    call_id: UUID, asked: BulkAsked, context: Context, identity: Coordination, once: Once, response: Response
) -> BulkDone:
    response.headers["cache-control"] = PRIVATE
    service = BulkService(context.sessions, asker_of(identity), public_url=context.settings.public_url)
    lines = [Line(line.application_id, line.version) for line in asked.items]
    return BulkDone.model_validate(await service.run(call_id, meant(asked.what), lines, once=once))
