from datetime import date
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.paging import after, page, text_value
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.days import today_in_paris
from ombelle_members.declarations.duties.domain import DutyKind
from ombelle_members.declarations.duties.errors import DutyThere, DutyUnknown
from ombelle_members.declarations.duties.schemas import Duties, DutiesQuery, DutyDone, DutyOut, DutyWrite
from ombelle_members.declarations.duties.service import DutyService
from ombelle_members.policies import Association, Secretariat

router = APIRouter(prefix="/api/v1", tags=["declarations"])
_IN: Final = (Unauthenticated, Forbidden)
Key = Annotated[str, Path(max_length=100, pattern=r"^[0-9a-z:-]+$")]


@router.get(
    "/duties",
    summary="What the association is to do by when, the first due first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def duties(asked: Annotated[DutiesQuery, Query()], context: Context, caller: Association) -> Duties:
    on = asked.on or today_in_paris()
    begins = after(asked, "duties", date.fromisoformat, text_value, text_value)
    rows, total = await DutyService(context.sessions).page(
        on,
        asked.state,
        after=None if begins is None else (begins[0], begins[1], begins[2]),
        count=asked.limit + 1,
        caller=caller,
    )
    actions = ["enter"] if caller.is_secretariat else []
    return Duties.model_validate(
        page(asked, rows, "duties", "due_on", "kind", "key", total=total, on=on, allowed_actions=actions)
    )


@router.post(
    "/duties",
    status_code=201,
    summary="Enter a duty: accounts that were approved, or anything else",
    responses=responses_for(*_IN, DutyThere),
    openapi_extra=SIGNED_IN,
)
async def enter_duty(duty: DutyWrite, context: Context, caller: Secretariat) -> DutyOut:
    return DutyOut.model_validate(await DutyService(context.sessions).enter(duty.model_dump(), caller=caller))


@router.delete(
    "/duties/{kind}/{key}",
    status_code=204,
    summary="Take a duty that was entered out again",
    responses=responses_for(*_IN, DutyUnknown),
    openapi_extra=SIGNED_IN,
)
async def remove_duty(kind: DutyKind, key: Key, context: Context, caller: Secretariat) -> None:
    await DutyService(context.sessions).remove(kind, key, caller=caller)


@router.put(
    "/duties/{kind}/{key}/done",
    summary="Note that a duty was done",
    responses=responses_for(*_IN, DutyUnknown),
    openapi_extra=SIGNED_IN,
)
async def duty_done(
    kind: DutyKind, key: Key, done: DutyDone, context: Context, caller: Secretariat
) -> DutyOut:
    return DutyOut.model_validate(
        await DutyService(context.sessions).done(kind, key, on=done.on, note=done.note, caller=caller)
    )


@router.delete(
    "/duties/{kind}/{key}/done",
    summary="Note that a duty was not done after all",
    responses=responses_for(*_IN, DutyUnknown),
    openapi_extra=SIGNED_IN,
)
async def duty_not_done(kind: DutyKind, key: Key, context: Context, caller: Secretariat) -> DutyOut:
    return DutyOut.model_validate(await DutyService(context.sessions).not_done(kind, key, caller=caller))
