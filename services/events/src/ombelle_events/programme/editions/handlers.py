from typing import Annotated

from fastapi import APIRouter, Header, Path, Response, status
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_events.context import Context
from ombelle_events.policies import Coordination
from ombelle_events.programme.editing.errors import EditionUnknown
from ombelle_events.programme.editions.errors import EditionExists, EditionInvalid
from ombelle_events.programme.editions.schemas import EditionNew, EditionPatch
from ombelle_events.programme.editions.service import EditionService
from ombelle_events.programme.schemas import EditionOut

router = APIRouter(prefix="/api/v1", tags=["programme"])


@router.post(
    "/editions",
    status_code=status.HTTP_201_CREATED,
    summary="Open an edition: its year, theme and official dates, and where its events are entered",
    responses=responses_for(Unauthenticated, Forbidden, EditionExists, EditionInvalid, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def open_edition(
    new: EditionNew, context: Context, identity: Coordination, once: Once, response: Response
) -> EditionOut:
    opened = await EditionService(context.sessions).open(new.model_dump(), by=identity.subject, once=once)
    response.headers["etag"] = version_tag(opened["version"])
    return EditionOut.model_validate(opened)


@router.patch(
    "/editions/{year}",
    summary="Change an edition's theme, dates, or where its events are entered",
    responses=responses_for(
        Unauthenticated, Forbidden, EditionUnknown, VersionNeeded, ChangedMeanwhile, EditionInvalid
    ),
    openapi_extra=SIGNED_IN,
)
async def change_edition(
    year: Annotated[int, Path(ge=1991, le=2199)],
    patch: EditionPatch,
    context: Context,
    identity: Coordination,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> EditionOut:
    values = patch.model_dump(exclude_unset=True)
    changed = await EditionService(context.sessions).change(
        year, values, if_match=if_match, by=identity.subject
    )
    response.headers["etag"] = version_tag(changed["version"])
    return EditionOut.model_validate(changed)
