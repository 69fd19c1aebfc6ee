from datetime import date
from typing import Annotated, Any, Final

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.paging import after, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.fees.errors import TariffUsed
from ombelle_members.fees.tariffs.schemas import (
    FeeSettingsOut,
    FeeSettingsWrite,
    FeeTariffs,
    FeeTariffsQuery,
    FeeTariffWrite,
)
from ombelle_members.fees.tariffs.service import TariffService
from ombelle_members.policies import Association, ScopeMissing, Treasury

router = APIRouter(prefix="/api/v1", tags=["fees"])
_IN: Final = (Unauthenticated, ScopeMissing, Forbidden)
_IfMatch = Annotated[str | None, Header()]


@router.get(
    "/fee-tariffs",
    summary="What membership costs, the latest tariff first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def fee_tariffs(
    asked: Annotated[FeeTariffsQuery, Query()], context: Context, caller: Association, response: Response
) -> FeeTariffs:
    before = (after(asked, "fee-tariffs", date.fromisoformat) or [date.max])[0]
    rows, more = await TariffService(context.sessions).page(
        asked.on, before=before, count=asked.limit + 1, caller=caller
    )
    return _told(response, asked, rows, more)


@router.put(
    "/fee-tariffs",
    summary="Let a tariff begin on a day",
    responses=responses_for(*_IN, TariffUsed, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def adopt_fee_tariff(
    wanted: FeeTariffWrite, context: Context, caller: Treasury, response: Response, if_match: _IfMatch = None
) -> FeeTariffs:
    rows, more = await TariffService(context.sessions).adopt(
        wanted.model_dump(), if_match=if_match, caller=caller
    )
    return _told(response, ListQuery(), rows, more)


@router.get(
    "/fee-settings",
    summary="How fees are asked for",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def fee_settings(context: Context, caller: Association, response: Response) -> FeeSettingsOut:
    found = await TariffService(context.sessions).settings(caller=caller)
    response.headers["etag"] = version_tag(found["version"])
    return FeeSettingsOut.model_validate(found)


@router.put(
    "/fee-settings",
    summary="Say how fees are asked for",
    responses=responses_for(*_IN, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def set_fee_settings(
    wanted: FeeSettingsWrite,
    context: Context,
    caller: Treasury,
    response: Response,
    if_match: _IfMatch = None,
) -> FeeSettingsOut:
    changed = await TariffService(context.sessions).set_settings(
        wanted.model_dump(), if_match=if_match, caller=caller
    )
    response.headers["etag"] = version_tag(changed["version"])
    return FeeSettingsOut.model_validate(changed)


def _told(
    response: Response, asked: ListQuery, rows: list[dict[str, Any]], more: dict[str, Any]
) -> FeeTariffs:
    response.headers["etag"] = version_tag(more["version"])
    return FeeTariffs.model_validate(page(asked, rows, "fee-tariffs", "starts_on", **more))
