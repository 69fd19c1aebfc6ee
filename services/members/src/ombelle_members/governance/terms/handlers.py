from datetime import date
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import LAST, after, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.governance.errors import (
    CoOptionRefused,
    DayRefused,
    DecisionsAfterIt,
    PostUnknown,
    RatificationRefused,
    SeatRefused,
    TermEnded,
    TermUnknown,
)
from ombelle_members.governance.schemas import (
    EndWrite,
    RatifyWrite,
    TermEndWrite,
    TermOut,
    Terms,
    TermsQuery,
    TermWrite,
)
from ombelle_members.governance.terms.service import TermService
from ombelle_members.policies import Association, ScopeMissing, Secretariat

router = APIRouter(prefix="/api/v1/terms", tags=["governance"])
_IN: Final = (Unauthenticated, Forbidden, ScopeMissing)
_MOVED: Final = (*_IN, TermUnknown, TermEnded, DayRefused, VersionNeeded, ChangedMeanwhile)
_KIND: Final = "terms"


@router.get(
    "",
    summary="Board terms, the last begun first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def terms(asked: Annotated[TermsQuery, Query()], context: Context, caller: Association) -> Terms:
    began_on, term_id = after(asked, _KIND, date.fromisoformat, UUID) or (date.max, LAST)
    rows, total = await TermService(context.sessions).page(
        caller,
        asked.model_dump(include={"on", "post", "member"}),
        before=(began_on, term_id),
        count=asked.limit + 1,
    )
    return Terms.model_validate(page(asked, rows, _KIND, "began_on", "id", total=total))


@router.post(
    "",
    status_code=201,
    summary="Co-opt a member into a vacancy, for what remains of the term",
    responses=responses_for(
        *_IN, PostUnknown, CoOptionRefused, SeatRefused, DayRefused, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def co_opt_member(
    wanted: TermWrite, context: Context, caller: Secretariat, once: Once, response: Response
) -> TermOut:
    made = await TermService(context.sessions).co_opt(caller, wanted.model_dump(), once=once)
    response.headers["location"] = f"/api/v1/terms/{made['id']}"
    return _told(made, response)


@router.get(
    "/{term_id}",
    summary="A board term",
    responses=responses_for(*_IN, TermUnknown),
    openapi_extra=SIGNED_IN,
)
async def term(term_id: UUID, context: Context, caller: Association, response: Response) -> TermOut:
    return _told(await TermService(context.sessions).term(caller, term_id), response)


@router.post(
    "/{term_id}/end",
    summary="End a term, its office with it, and open what is to be declared",
    responses=responses_for(*_MOVED, DecisionsAfterIt),
    openapi_extra=SIGNED_IN,
)
async def end_term(
    term_id: UUID,
    wanted: TermEndWrite,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> TermOut:
    ended = await TermService(context.sessions).end(
        caller, term_id, wanted.on, wanted.ended_as, wanted.reason, if_match=if_match
    )
    return _told(ended, response)


@router.post(
    "/{term_id}/ratify",
    summary="Note that the assembly ratified a co-option",
    responses=responses_for(*_MOVED, RatificationRefused),
    openapi_extra=SIGNED_IN,
)
async def ratify_term(
    term_id: UUID,
    wanted: RatifyWrite,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> TermOut:
    ratified = await TermService(context.sessions).ratify(caller, term_id, wanted.on, if_match=if_match)
    return _told(ratified, response)


@router.post(
    "/{term_id}/refuse-ratification",
    summary="Note that the assembly refused a co-option: the term ends",
    responses=responses_for(*_MOVED, RatificationRefused, DecisionsAfterIt),
    openapi_extra=SIGNED_IN,
)
async def refuse_ratification(
    term_id: UUID,
    wanted: EndWrite,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> TermOut:
    ended = await TermService(context.sessions).end(
        caller, term_id, wanted.on, "not_ratified", wanted.reason, if_match=if_match
    )
    return _told(ended, response)


def _told(row: dict[str, Any], response: Response) -> TermOut:
    response.headers["etag"] = version_tag(row["version"])
    return TermOut.model_validate(row)
