from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import FIRST, after, number_value, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.governance.errors import (
    DayRefused,
    DecisionsAfterIt,
    PostTaken,
    PostUnknown,
    TermEnded,
)
from ombelle_members.governance.posts.service import PostService
from ombelle_members.governance.schemas import EndWrite, PostOut, Posts, PostsQuery, PostWrite
from ombelle_members.policies import Association, ScopeMissing, Secretariat

router = APIRouter(prefix="/api/v1/posts", tags=["governance"])
_IN: Final = (Unauthenticated, Forbidden, ScopeMissing)
_KIND: Final = "posts"


@router.get(
    "",
    summary="The elected posts of a day, and who holds them",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def posts(asked: Annotated[PostsQuery, Query()], context: Context, caller: Association) -> Posts:
    number, post_id = after(asked, _KIND, number_value, UUID) or (0, FIRST)
    rows, total = await PostService(context.sessions).page(
        caller, asked.on, after=(number, post_id), count=asked.limit + 1
    )
    return Posts.model_validate(page(asked, rows, _KIND, "number", "id", total=total))


@router.post(
    "",
    status_code=201,
    summary="Create an elected post",
    responses=responses_for(*_IN, PostTaken, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def create_post(
    wanted: PostWrite, context: Context, caller: Secretariat, once: Once, response: Response
) -> PostOut:
    made = await PostService(context.sessions).create(caller, wanted.model_dump(), once=once)
    response.headers["location"] = f"/api/v1/posts/{made['id']}"
    return _told(made, response)


@router.get(
    "/{post_id}",
    summary="An elected post, and who holds it today",
    responses=responses_for(*_IN, PostUnknown),
    openapi_extra=SIGNED_IN,
)
async def post(post_id: UUID, context: Context, caller: Association, response: Response) -> PostOut:
    return _told(await PostService(context.sessions).post(caller, post_id), response)


@router.post(
    "/{post_id}/abolish",
    summary="Abolish a post: whoever holds it leaves it the same day",
    responses=responses_for(
        *_IN, PostUnknown, TermEnded, DecisionsAfterIt, DayRefused, VersionNeeded, ChangedMeanwhile
    ),
    openapi_extra=SIGNED_IN,
)
async def abolish_post(
    post_id: UUID,
    wanted: EndWrite,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> PostOut:
    changed = await PostService(context.sessions).abolish(
        caller, post_id, wanted.on, wanted.reason, if_match=if_match
    )
    return _told(changed, response)


def _told(row: dict[str, Any], response: Response) -> PostOut:
    response.headers["etag"] = version_tag(row["version"])
    return PostOut.model_validate(row)
