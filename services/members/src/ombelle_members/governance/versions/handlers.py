from datetime import date
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import after, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.governance.bylaws import BylawsRules
from ombelle_members.governance.errors import BylawsInForce, BylawsOverlap, BylawsUnknown
from ombelle_members.governance.versions.schemas import (
    BylawsOut,
    BylawsPatch,
    BylawsQuery,
    BylawsVersions,
    BylawsWrite,
)
from ombelle_members.governance.versions.service import VersionService
from ombelle_members.policies import Association, ScopeMissing, Secretariat

router = APIRouter(prefix="/api/v1/bylaws", tags=["governance"])
_IN: Final = (Unauthenticated, Forbidden, ScopeMissing)
_KIND: Final = "bylaws"


@router.get(
    "",
    summary="The versions of the bylaws, the last first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def bylaws_versions(
    asked: Annotated[BylawsQuery, Query()], context: Context, caller: Association
) -> BylawsVersions:
    before = (after(asked, _KIND, date.fromisoformat) or [date.max])[0]
    rows, total = await VersionService(context.sessions).page(caller, before=before, count=asked.limit + 1)
    told = page(asked, rows, _KIND, "begins_on", total=total)
    return BylawsVersions.model_validate(
        told | {"founding_rules": BylawsRules(), "may_adopt": caller.is_secretariat}
    )


@router.post(
    "",
    status_code=201,
    summary="Enter a version of the bylaws",
    responses=responses_for(*_IN, BylawsOverlap, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def adopt_bylaws(
    wanted: BylawsWrite, context: Context, caller: Secretariat, once: Once, response: Response
) -> BylawsOut:
    values = wanted.model_dump() | {"rules": wanted.rules.model_dump(mode="json")}
    made = await VersionService(context.sessions).adopt(caller, values, once=once)
    response.headers["location"] = f"/api/v1/bylaws/{made['id']}"
    return _told(made, response)


@router.get(
    "/{bylaws_id}",
    summary="A version of the bylaws",
    responses=responses_for(*_IN, BylawsUnknown),
    openapi_extra=SIGNED_IN,
)
async def bylaws_version(
    bylaws_id: UUID, context: Context, caller: Association, response: Response
) -> BylawsOut:
    return _told(await VersionService(context.sessions).version(caller, bylaws_id), response)


@router.patch(
    "/{bylaws_id}",
    summary="Correct the last version of the bylaws",
    responses=responses_for(
        *_IN, BylawsUnknown, BylawsInForce, BylawsOverlap, VersionNeeded, ChangedMeanwhile
    ),
    openapi_extra=SIGNED_IN,
)
async def correct_bylaws(
    bylaws_id: UUID,
    patch: BylawsPatch,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> BylawsOut:
    values = patch.model_dump(exclude_unset=True)
    if "rules" in values:  # shares of the whole are texts in JSON
        values["rules"] = patch.model_dump(mode="json", include={"rules"})["rules"]
    changed = await VersionService(context.sessions).correct(caller, bylaws_id, values, if_match=if_match)
    return _told(changed, response)


def _told(row: dict[str, object], response: Response) -> BylawsOut:
    response.headers["etag"] = version_tag(int(str(row["version"])))
    return BylawsOut.model_validate(row)
