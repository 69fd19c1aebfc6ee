from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.errors import (
    CallClosed,
    CallNotOpen,
    OrganisationNotInDirectory,
    OrganisationNotYours,
)
from ombelle_events.applications.responses import ACTING, OF_ONE, PRIVATE, shown
from ombelle_events.applications.schemas import (
    ApplicationCreate,
    ApplicationOut,
    Applications,
    ApplicationsQuery,
    CodeGiven,
)
from ombelle_events.applications.service import ApplicationService
from ombelle_events.applications.store import ApplicationFilter
from ombelle_events.calls.errors import AccessCodeRefused, CallUnknown
from ombelle_events.context import Context
from ombelle_events.policies import ApplicationReader, ApplicationWriter, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["applications"])


@router.get(
    "/applications",
    summary="The applications that one may know of, the last begun first",
    responses=responses_for(Unauthenticated, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def applications(
    asked: Annotated[ApplicationsQuery, Query()],
    context: Context,
    asker: ApplicationReader,
    response: Response,
) -> Applications:
    wanted = ApplicationFilter(
        before=id_after(asked.after, "applications"),
        count=asked.limit + 1,
        statuses=asked.status,
        **asked.model_dump(exclude={"limit", "after", "status"}),
    )
    found = await ApplicationService(context.sessions).applications(wanted, asker=asker)
    response.headers["cache-control"] = PRIVATE
    items = found["items"]
    following = (
        encode_cursor("applications", str(items[asked.limit - 1]["id"])) if len(items) > asked.limit else None
    )
    return Applications.model_validate({**found, "items": items[: asked.limit], "next": following})


@router.post(
    "/applications",
    status_code=201,
    summary="Begin an application for an organisation",
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        OrganisationNotYours,
        CallUnknown,
        CallNotOpen,
        CallClosed,
        AccessCodeRefused,
        OrganisationNotInDirectory,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def begin_application(
    wanted: ApplicationCreate, context: Context, asker: ApplicationWriter, once: Once, response: Response
) -> ApplicationOut:
    begun = await ApplicationService(context.sessions).begin(
        wanted.call_id, wanted.organisation_id, access_code=wanted.access_code, asker=asker, once=once
    )
    response.headers["location"] = f"/api/v1/applications/{begun['id']}"
    return shown(response, begun)


@router.get(
    "/applications/{application_id}",
    summary="An application, as the caller may read it",
    responses=responses_for(*OF_ONE),
    openapi_extra=SIGNED_IN,
)
async def application(
    application_id: UUID, context: Context, asker: ApplicationReader, response: Response
) -> ApplicationOut:
    return shown(
        response, await ApplicationService(context.sessions).application(application_id, asker=asker)
    )


@router.delete(
    "/applications/{application_id}",
    status_code=204,
    summary="Put a draft away",
    responses=responses_for(*ACTING),
    openapi_extra=SIGNED_IN,
)
async def discard_application(application_id: UUID, context: Context, asker: ApplicationWriter) -> None:
    await ApplicationService(context.sessions).discard(application_id, asker=asker)


@router.post(
    "/applications/{application_id}/access-code",
    summary="Let a late draft in by a code",
    responses=responses_for(*ACTING, AccessCodeRefused, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def use_access_code(
    application_id: UUID,
    given: CodeGiven,
    context: Context,
    asker: ApplicationWriter,
    once: Once,
    response: Response,
) -> ApplicationOut:
    found = await ApplicationService(context.sessions).use_access_code(
        application_id, given.access_code, asker=asker, once=once
    )
    return shown(response, found)
