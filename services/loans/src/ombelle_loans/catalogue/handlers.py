from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import FIRST, after, page, text_value
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_loans.catalogue.errors import (
    FormatUnknown,
    ItemInUse,
    ItemUnknown,
    LastFormat,
    NotReached,
    TooMany,
    UnitTaken,
    UnitUnknown,
)
from ombelle_loans.catalogue.schemas import (
    FormatCreate,
    FormatPatch,
    ItemCreate,
    ItemPatch,
    Items,
    ItemsQuery,
    LentItemOut,
    Retirement,
    UnitCreate,
    UnitOut,
    UnitPatch,
)
from ombelle_loans.catalogue.service import ItemService
from ombelle_loans.catalogue.units import UnitService
from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.lending.errors import LenderUnknown
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans

router = APIRouter(prefix="/api/v1", tags=["items"])
_LISTED = "items"
_IN = (Unauthenticated, ScopeMissing)
_CHANGED = (*_IN, ItemUnknown, VersionNeeded, ChangedMeanwhile)
_FIELDS = {"q", "owner", "category", "publication", "retired"}
IfMatch = Annotated[str | None, Header()]


def _items(context: ProcessContext) -> ItemService:
    return ItemService(context.sessions, context.settings.agency)


def _units(context: ProcessContext) -> UnitService:
    return UnitService(context.sessions, context.settings.agency)


@router.get(
    "/items",
    summary="Items that the caller lends, by title",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def items(asked: Annotated[ItemsQuery, Query()], context: Context, caller: ReadsLoans) -> Items:
    title, item_id = after(asked, _LISTED, text_value, UUID) or ("", FIRST)
    rows, total = await _items(context).page(
        caller, asked.model_dump(include=_FIELDS), after=(title, item_id), count=asked.limit + 1
    )
    return Items.model_validate(page(asked, rows, _LISTED, "folded_title", "id", total=total))


@router.post(
    "/items",
    status_code=201,
    summary="Enter an item, a draft until it is published",
    responses=responses_for(*_IN, LenderUnknown, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def enter_item(
    wanted: ItemCreate, context: Context, caller: WritesLoans, once: Once, response: Response
) -> LentItemOut:
    entered = LentItemOut.model_validate(await _items(context).enter(caller, wanted.model_dump(), once))
    response.headers["location"] = f"/api/v1/items/{entered.id}"
    return _tagged(response, entered)


@router.get(
    "/items/{item_id}",
    summary="An item, as those who lend it see it",
    responses=responses_for(*_IN, ItemUnknown),
    openapi_extra=SIGNED_IN,
)
async def item(item_id: UUID, context: Context, caller: ReadsLoans, response: Response) -> LentItemOut:
    return _tagged(response, LentItemOut.model_validate(await _items(context).item(caller, item_id)))


@router.patch(
    "/items/{item_id}",
    summary="Change an item's sheet",
    responses=responses_for(*_CHANGED, NotReached),
    openapi_extra=SIGNED_IN,
)
async def change_item(
    item_id: UUID,
    patch: ItemPatch,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: IfMatch = None,
) -> LentItemOut:
    values = patch.model_dump(exclude_unset=True)
    changed = await _items(context).change(caller, item_id, values, if_match=if_match)
    return _tagged(response, LentItemOut.model_validate(changed))


@router.delete(
    "/items/{item_id}",
    status_code=204,
    summary="Take an item away that is not published and was never lent",
    responses=responses_for(*_IN, ItemUnknown, ItemInUse),
    openapi_extra=SIGNED_IN,
)
async def remove_item(item_id: UUID, context: Context, caller: WritesLoans) -> None:
    await _items(context).remove(caller, item_id)


@router.post(
    "/items/{item_id}/publish",
    summary="Show an item in the catalogue",
    responses=responses_for(*_IN, ItemUnknown, NotReached),
    openapi_extra=SIGNED_IN,
)
async def publish_item(
    item_id: UUID, context: Context, caller: WritesLoans, response: Response
) -> LentItemOut:
    shown = await _items(context).set_publication(caller, item_id, "publish")
    return _tagged(response, LentItemOut.model_validate(shown))


@router.post(
    "/items/{item_id}/unpublish",
    summary="Take an item out of the catalogue: a draft again",
    responses=responses_for(*_IN, ItemUnknown),
    openapi_extra=SIGNED_IN,
)
async def unpublish_item(
    item_id: UUID, context: Context, caller: WritesLoans, response: Response
) -> LentItemOut:
    shown = await _items(context).set_publication(caller, item_id, "unpublish")
    return _tagged(response, LentItemOut.model_validate(shown))


@router.post(
    "/items/{item_id}/archive",
    summary="Put an item away",
    responses=responses_for(*_IN, ItemUnknown),
    openapi_extra=SIGNED_IN,
)
async def archive_item(
    item_id: UUID, context: Context, caller: WritesLoans, response: Response
) -> LentItemOut:
    shown = await _items(context).set_publication(caller, item_id, "archive")
    return _tagged(response, LentItemOut.model_validate(shown))


@router.post(
    "/items/{item_id}/retire",
    summary="Say from which day an item is lent no more",
    responses=responses_for(*_IN, ItemUnknown),
    openapi_extra=SIGNED_IN,
)
async def retire_item(
    item_id: UUID, wanted: Retirement, context: Context, caller: WritesLoans, response: Response
) -> LentItemOut:
    shown = await _items(context).retire(caller, item_id, wanted.retired_on)
    return _tagged(response, LentItemOut.model_validate(shown))


@router.post(
    "/items/{item_id}/formats",
    status_code=201,
    summary="Give an item another format",
    responses=responses_for(*_IN, ItemUnknown, TooMany, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def add_format(
    item_id: UUID,
    wanted: FormatCreate,
    context: Context,
    caller: WritesLoans,
    once: Once,
    response: Response,
) -> LentItemOut:
    shown = await _items(context).add_format(caller, item_id, wanted.model_dump(), once)
    return _tagged(response, LentItemOut.model_validate(shown))


@router.patch(
    "/items/{item_id}/formats/{format_id}",
    summary="Change a format, on a version of its item",
    responses=responses_for(*_CHANGED, FormatUnknown),
    openapi_extra=SIGNED_IN,
)
async def change_format(
    item_id: UUID,
    format_id: UUID,
    patch: FormatPatch,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: IfMatch = None,
) -> LentItemOut:
    values = patch.model_dump(exclude_unset=True)
    changed = await _items(context).change_format(caller, item_id, format_id, values, if_match=if_match)
    return _tagged(response, LentItemOut.model_validate(changed))


@router.delete(
    "/items/{item_id}/formats/{format_id}",
    status_code=204,
    summary="Take a format away that was never lent, with its units",
    responses=responses_for(*_IN, ItemUnknown, FormatUnknown, LastFormat, ItemInUse),
    openapi_extra=SIGNED_IN,
)
async def remove_format(item_id: UUID, format_id: UUID, context: Context, caller: WritesLoans) -> None:
    await _items(context).remove_format(caller, item_id, format_id)


@router.post(
    "/items/{item_id}/formats/{format_id}/units",
    status_code=201,
    summary="Give a format another copy or module",
    responses=responses_for(*_IN, ItemUnknown, FormatUnknown, UnitTaken, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def add_unit(
    item_id: UUID,
    format_id: UUID,
    wanted: UnitCreate,
    context: Context,
    caller: WritesLoans,
    once: Once,
    response: Response,
) -> UnitOut:
    values = wanted.model_dump()
    added = UnitOut.model_validate(await _units(context).add(caller, item_id, format_id, values, once))
    response.headers["location"] = f"/api/v1/units/{added.id}"
    response.headers["etag"] = version_tag(added.version)
    return added


@router.get(
    "/units/{unit_id}",
    summary="A copy or a module",
    responses=responses_for(*_IN, UnitUnknown),
    openapi_extra=SIGNED_IN,
)
async def unit(unit_id: UUID, context: Context, caller: ReadsLoans, response: Response) -> UnitOut:
    found = UnitOut.model_validate(await _units(context).unit(caller, unit_id))
    response.headers["etag"] = version_tag(found.version)
    return found


@router.patch(
    "/units/{unit_id}",
    summary="Change what is said of a unit",
    responses=responses_for(*_IN, UnitUnknown, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def change_unit(
    unit_id: UUID,
    patch: UnitPatch,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: IfMatch = None,
) -> UnitOut:
    values = patch.model_dump(exclude_unset=True)
    changed = UnitOut.model_validate(await _units(context).change(caller, unit_id, values, if_match=if_match))
    response.headers["etag"] = version_tag(changed.version)
    return changed


@router.delete(
    "/units/{unit_id}",
    status_code=204,
    summary="Take a unit away that was never lent",
    responses=responses_for(*_IN, UnitUnknown, ItemInUse),
    openapi_extra=SIGNED_IN,
)
async def remove_unit(unit_id: UUID, context: Context, caller: WritesLoans) -> None:
    await _units(context).remove(caller, unit_id)


def _tagged(response: Response, shown: LentItemOut) -> LentItemOut:
    response.headers["etag"] = version_tag(shown.version)
    return shown
