from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_events.context import Context
from ombelle_events.policies import EventEditor, EventReader, ScopeMissing
from ombelle_events.projects.errors import ProjectActionImpossible, ProjectUnknown
from ombelle_events.projects.schemas import Cancellation, ProjectOut, ProjectPatch, Projects, ProjectsQuery
from ombelle_events.projects.service import ProjectService
from ombelle_events.projects.store import ProjectFilter

router = APIRouter(prefix="/api/v1", tags=["projects"])


def _service(context: Context) -> ProjectService:
    return ProjectService(context.sessions, public_url=context.settings.public_url)


@router.get(
    "/projects",
    summary="The labelled projects in which one's organisations take part, the newest first",
    responses=responses_for(Unauthenticated, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def projects(
    asked: Annotated[ProjectsQuery, Query()], context: Context, reach: EventReader, response: Response
) -> Projects:
    wanted = ProjectFilter(
        before=id_after(asked.after, "projects"),
        count=asked.limit + 1,
        edition=asked.edition,
        lifecycle=asked.lifecycle,
        organisation_id=asked.organisation_id,
        q=asked.q,
    )
    rows, total = await _service(context).projects(wanted, reach=reach)
    response.headers["cache-control"] = "private, no-store"
    following = (
        encode_cursor("projects", str(rows[asked.limit - 1]["id"])) if len(rows) > asked.limit else None
    )
    return Projects.model_validate({"items": rows[: asked.limit], "next": following, "total": total})


@router.get(
    "/projects/{project_id}",
    summary="A project with who takes part, its events, and what its contact was reminded of",
    responses=responses_for(Unauthenticated, ScopeMissing, ProjectUnknown),
    openapi_extra=SIGNED_IN,
)
async def project(project_id: UUID, context: Context, reach: EventReader, response: Response) -> ProjectOut:
    return _shown(response, await _service(context).project(project_id, reach=reach))


@router.patch(
    "/projects/{project_id}",
    summary="Change a project's title or contact",
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        ProjectUnknown,
        ProjectActionImpossible,
        VersionNeeded,
        ChangedMeanwhile,
    ),
    openapi_extra=SIGNED_IN,
)
async def change_project(
    project_id: UUID,
    patch: ProjectPatch,
    context: Context,
    reach: EventEditor,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> ProjectOut:
    values = patch.model_dump(exclude_unset=True)
    return _shown(
        response, await _service(context).change(project_id, values, if_match=if_match, reach=reach)
    )


@router.post(
    "/projects/{project_id}/confirm",
    summary="Say that a project will take place",
    responses=responses_for(
        Unauthenticated, ScopeMissing, ProjectUnknown, ProjectActionImpossible, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def confirm_project(
    project_id: UUID, context: Context, reach: EventEditor, once: Once, response: Response
) -> ProjectOut:
    return _shown(response, await _service(context).confirm(project_id, reach=reach, once=once))


@router.post(
    "/projects/{project_id}/cancel",
    summary="Cancel a project with all its events, and tell those whom it concerns",
    responses=responses_for(
        Unauthenticated, ScopeMissing, ProjectUnknown, ProjectActionImpossible, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def cancel_project(
    project_id: UUID, why: Cancellation, context: Context, reach: EventEditor, once: Once, response: Response
) -> ProjectOut:
    cancelled = await _service(context).cancel(project_id, reason=why.reason, reach=reach, once=once)
    return _shown(response, cancelled)


def _shown(response: Response, found: dict[str, Any]) -> ProjectOut:
    response.headers["etag"] = version_tag(found["version"])
    response.headers["cache-control"] = "private, no-store"
    return ProjectOut.model_validate(found)
