from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.paging import FIRST, after, number_value, page, text_value
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.lending.errors import LenderUnknown, TariffInUse, TariffOverlaps, TariffUnknown
from ombelle_loans.lending.schemas import (
    LenderKey,
    Lenders,
    LenderSettingsOut,
    LenderSettingsPatch,
    TariffCreate,
    TariffOut,
    TariffPatch,
    Tariffs,
    TariffsQuery,
)
from ombelle_loans.lending.service import LendingService
from ombelle_loans.policies import ReadsLoans, ScopeMissing, WritesLoans

router = APIRouter(prefix="/api/v1", tags=["lending"])
_LENDERS = "lenders"
_TARIFFS = "tariffs"
_IN = (Unauthenticated, ScopeMissing)


def _service(context: ProcessContext) -> LendingService:
    return LendingService(context.sessions, context.settings.agency)


def _organisation(lender: LenderKey) -> UUID | None:
    return None if lender == "agency" else lender


@router.get(
    "/lending-settings",
    summary="The lenders that the caller lends for",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def lenders(asked: Annotated[ListQuery, Query()], context: Context, caller: ReadsLoans) -> Lenders:
    rank, folded, key = after(asked, _LENDERS, number_value, text_value, UUID) or (-1, "", FIRST)
    rows, total = await _service(context).lenders(caller, after=(rank, folded, key), count=asked.limit + 1)
    return Lenders.model_validate(page(asked, rows, _LENDERS, "rank", "folded", "key", total=total))


@router.get(
    "/lending-settings/{lender}",
    summary="How a lender lends: `agency`, or an organisation's id",
    responses=responses_for(*_IN, LenderUnknown),
    openapi_extra=SIGNED_IN,
)
async def lending_settings(
    lender: LenderKey, context: Context, caller: ReadsLoans, response: Response
) -> LenderSettingsOut:
    found = await _service(context).settings(caller, _organisation(lender))
    _tag(response, found["version"])
    return LenderSettingsOut.model_validate(found)


@router.patch(
    "/lending-settings/{lender}",
    summary="Change how a lender lends",
    responses=responses_for(*_IN, LenderUnknown, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def change_lending_settings(
    lender: LenderKey,
    patch: LenderSettingsPatch,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> LenderSettingsOut:
    # Places are told whole, whatever of them was left out.
    values = {name: value for name, value in patch.model_dump().items() if name in patch.model_fields_set}
    changed = await _service(context).change(caller, _organisation(lender), values, if_match=if_match)
    _tag(response, changed["version"])
    return LenderSettingsOut.model_validate(changed)


@router.get(
    "/tariffs",
    summary="Tariffs of the lenders that the caller lends for",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def tariffs(asked: Annotated[TariffsQuery, Query()], context: Context, caller: ReadsLoans) -> Tariffs:
    lender, category, age, tariff_id = after(asked, _TARIFFS, UUID, text_value, number_value, UUID) or (
        FIRST,
        "",
        0,
        FIRST,
    )
    rows, total = await _service(context).tariffs(
        caller,
        asked.model_dump(include={"lender", "category", "on"}),
        after=(lender, category, age, tariff_id),
        count=asked.limit + 1,
    )
    return Tariffs.model_validate(
        page(asked, rows, _TARIFFS, "lender_key", "category", "age", "id", total=total)
    )


@router.post(
    "/tariffs",
    status_code=201,
    summary="Say what a lender asks from a day on",
    responses=responses_for(*_IN, LenderUnknown, TariffOverlaps, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def add_tariff(
    wanted: TariffCreate, context: Context, caller: WritesLoans, once: Once, response: Response
) -> TariffOut:
    made = TariffOut.model_validate(await _service(context).add_tariff(caller, wanted.model_dump(), once))
    response.headers["location"] = f"/api/v1/tariffs/{made.id}"
    _tag(response, made.version)
    return made


@router.get(
    "/tariffs/{tariff_id}",
    summary="A tariff",
    responses=responses_for(*_IN, TariffUnknown),
    openapi_extra=SIGNED_IN,
)
async def tariff(tariff_id: UUID, context: Context, caller: ReadsLoans, response: Response) -> TariffOut:
    found = await _service(context).tariff(caller, tariff_id)
    _tag(response, found["version"])
    return TariffOut.model_validate(found)


@router.patch(
    "/tariffs/{tariff_id}",
    summary="Say when a tariff ends",
    responses=responses_for(*_IN, TariffUnknown, TariffOverlaps, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def end_tariff(
    tariff_id: UUID,
    patch: TariffPatch,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> TariffOut:
    changed = await _service(context).end_tariff(caller, tariff_id, patch.ends_on, if_match=if_match)
    _tag(response, changed["version"])
    return TariffOut.model_validate(changed)


@router.delete(
    "/tariffs/{tariff_id}",
    status_code=204,
    summary="Take a tariff away that no loan was settled by",
    responses=responses_for(*_IN, TariffUnknown, TariffInUse),
    openapi_extra=SIGNED_IN,
)
async def remove_tariff(tariff_id: UUID, context: Context, caller: WritesLoans) -> None:
    await _service(context).remove_tariff(caller, tariff_id)


def _tag(response: Response, version: int) -> None:
    response.headers["etag"] = version_tag(version)
