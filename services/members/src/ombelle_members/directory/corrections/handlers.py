from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Header, Path, Query, Response
from ombelle_chassis.app import SIGNED_IN, CurrentIdentity
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.pagination import id_after
from ombelle_chassis.paging import LAST, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.callers import caller_of
from ombelle_members.context import Context, ProcessContext
from ombelle_members.directory.corrections.schemas import (
    CorrectionCreate,
    CorrectionDecision,
    CorrectionOut,
    CorrectionReceived,
    Corrections,
    CorrectionsQuery,
)
from ombelle_members.directory.corrections.service import CorrectionService
from ombelle_members.directory.errors import (
    CorrectionSettled,
    CorrectionUnknown,
    EntryUnknown,
    TooManyCorrections,
)
from ombelle_members.persons.errors import AccountErased
from ombelle_members.policies import Keeper, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["directory"])
_SIGNED: Final = (Unauthenticated, Forbidden, ScopeMissing)
_LISTED: Final = "directory-corrections"
Key = Annotated[str, Path(max_length=120, pattern="^[a-z0-9-]+$")]


def _service(context: ProcessContext) -> CorrectionService:
    return CorrectionService(context.sessions, context.settings.public_url)


@router.post(
    "/directory/{key}/corrections",
    status_code=202,
    summary="Say what is wrong on an organisation's public page",
    responses=responses_for(EntryUnknown, AccountErased, TooManyCorrections),
)
async def ask_for_correction(
    key: Key, wanted: CorrectionCreate, context: Context, identity: CurrentIdentity
) -> CorrectionReceived:
    if not wanted.trap:  # a program that fills in whatever it finds is thanked, and not heard
        caller = None if identity.is_anonymous else caller_of(identity)
        await _service(context).ask(
            caller, key, wanted.proposed(), message=wanted.message, email=wanted.email
        )
    return CorrectionReceived()


@router.get(
    "/directory-corrections",
    summary="What people say is wrong in the directory, the newest first",
    responses=responses_for(*_SIGNED),
    openapi_extra=SIGNED_IN,
)
async def corrections(
    asked: Annotated[CorrectionsQuery, Query()], context: Context, caller: Keeper
) -> Corrections:
    rows, total = await _service(context).page(
        caller,
        asked.state,
        asked.organisation_id,
        before=id_after(asked.after, _LISTED) or LAST,
        count=asked.limit + 1,
    )
    return Corrections.model_validate(page(asked, rows, _LISTED, "id", total=total))


@router.get(
    "/directory-corrections/{correction_id}",
    summary="A correction",
    responses=responses_for(*_SIGNED, CorrectionUnknown),
    openapi_extra=SIGNED_IN,
)
async def correction(
    correction_id: UUID, context: Context, caller: Keeper, response: Response
) -> CorrectionOut:
    found = await _service(context).correction(caller, correction_id)
    response.headers["etag"] = version_tag(found["version"])
    return CorrectionOut.model_validate(found)


@router.post(
    "/directory-corrections/{correction_id}/decision",
    summary="Accept or refuse fields of a correction",
    responses=responses_for(
        *_SIGNED, CorrectionUnknown, CorrectionSettled, AccountErased, VersionNeeded, ChangedMeanwhile
    ),
    openapi_extra=SIGNED_IN,
)
async def decide_correction(
    correction_id: UUID,
    wanted: CorrectionDecision,
    context: Context,
    caller: Keeper,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> CorrectionOut:
    decided = await _service(context).decide(
        caller,
        correction_id,
        {str(name): str(word) for name, word in wanted.decisions.items()},
        answer=wanted.answer,
        if_match=if_match,
    )
    response.headers["etag"] = version_tag(decided["version"])
    return CorrectionOut.model_validate(decided)
