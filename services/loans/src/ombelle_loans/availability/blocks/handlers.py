from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated, Unavailable
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import after, page, text_value
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_loans.availability.blocks.schemas import (
    BlockCreate,
    BlockOut,
    Blocks,
    BlocksMade,
    BlocksQuery,
    BlockWrite,
)
from ombelle_loans.availability.blocks.service import BlockService
from ombelle_loans.availability.errors import BlockReleased, BlockUnknown, UnitBusy
from ombelle_loans.context import Context
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans

router = APIRouter(prefix="/api/v1/blocks", tags=["availability"])
_IN = (Unauthenticated, ScopeMissing)
_LISTED = "blocks"


@router.get(
    "",
    summary="Maintenance and internal use of the items that the caller lends, by day",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def blocks(asked: Annotated[BlocksQuery, Query()], context: Context, caller: ReadsLoans) -> Blocks:
    place = after(asked, _LISTED, _day, UUID)
    rows, total = await BlockService(context.sessions).page(
        caller,
        asked.model_dump(exclude={"limit", "after"}),
        after=None if place is None else (place[0], place[1]),
        count=asked.limit + 1,
    )
    return Blocks.model_validate(page(asked, rows, _LISTED, "starts_on", "id", total=total))


@router.post(
    "",
    status_code=201,
    summary="Keep units for maintenance or internal use: all of them, or none",
    responses=responses_for(*_IN, UnitBusy, Unavailable, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def block_units(wanted: BlockCreate, context: Context, caller: WritesLoans, once: Once) -> BlocksMade:
    return BlocksMade.model_validate(
        await BlockService(context.sessions).add(caller, wanted.model_dump(), once)
    )


@router.get(
    "/{block_id}",
    summary="A block",
    responses=responses_for(*_IN, BlockUnknown),
    openapi_extra=SIGNED_IN,
)
async def block(block_id: UUID, context: Context, caller: ReadsLoans, response: Response) -> BlockOut:
    return _told(await BlockService(context.sessions).block(caller, block_id), response)


@router.patch(
    "/{block_id}",
    summary="Change the days of a block or what it is for",
    responses=responses_for(
        *_IN, BlockUnknown, BlockReleased, UnitBusy, Unavailable, VersionNeeded, ChangedMeanwhile
    ),
    openapi_extra=SIGNED_IN,
)
async def change_block(
    block_id: UUID,
    wanted: BlockWrite,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> BlockOut:
    changed = await BlockService(context.sessions).change(
        caller, block_id, wanted.model_dump(), if_match=if_match
    )
    return _told(changed, response)


@router.post(
    "/{block_id}/release",
    summary="Let a unit be lent again, from now on",
    responses=responses_for(*_IN, BlockUnknown, BlockReleased, Unavailable),
    openapi_extra=SIGNED_IN,
)
async def release_block(
    block_id: UUID, context: Context, caller: WritesLoans, response: Response
) -> BlockOut:
    return _told(await BlockService(context.sessions).release(caller, block_id), response)


def _day(value: object) -> date:
    return date.fromisoformat(text_value(value))


def _told(found: dict[str, object], response: Response) -> BlockOut:
    shown = BlockOut.model_validate(found)
    response.headers["etag"] = version_tag(shown.version)
    return shown
