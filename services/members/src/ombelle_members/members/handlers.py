from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import after, page, text_value
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_members.context import Context
from ombelle_members.days import today_in_paris
from ombelle_members.governance.errors import DecisionsAfterIt
from ombelle_members.members.errors import (
    ExternalIdTaken,
    MemberAlready,
    MemberUnknown,
    NotAMember,
    PersonUnknown,
    RepresentativeElsewhere,
    RepresentativeUnknown,
    StillAMember,
)
from ombelle_members.members.exporting import as_csv, as_xlsx
from ombelle_members.members.moving import MovingService
from ombelle_members.members.representatives import RepresentativeService
from ombelle_members.members.schemas import (
    AssociationMemberOut,
    AssociationMemberStatus,
    CollegeChange,
    Departing,
    MemberCreate,
    MemberPatch,
    Members,
    MembersExport,
    MembersQuery,
    OnDay,
    Readmission,
    RepresentativeCreate,
    RepresentativeEnd,
    Representatives,
)
from ombelle_members.members.service import MemberService
from ombelle_members.organisations.errors import OrganisationMerged, OrganisationUnknown
from ombelle_members.policies import Association, Person, ScopeMissing, Secretariat

router = APIRouter(prefix="/api/v1", tags=["members"])
_IN: Final = (Unauthenticated, ScopeMissing, Forbidden)
_FILTERS: Final = {"q", "college", "kind", "fee_category", "department", "status", "mine"}
_LISTED: Final = "members"
_CSV: Final = "text/csv"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _file(media_type: str) -> dict[int | str, dict[str, Any]]:
    schema = {"schema": {"type": "string", "format": "binary"}}
    return {200: {"description": "The file.", "content": {media_type: schema}}}


@router.get(
    "/members",
    summary="Members as they were on a day; one's own for whoever has an account",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def members(asked: Annotated[MembersQuery, Query()], context: Context, caller: Person) -> Members:
    on = asked.on or today_in_paris()
    begins = after(asked, f"{_LISTED}:{asked.sort}", text_value, UUID)
    rows, total = await MemberService(context.sessions).page(
        caller,
        asked.model_dump(include=_FILTERS),
        on=on,
        sort=asked.sort,
        after=None if begins is None else (begins[0], begins[1]),
        count=asked.limit + 1,
    )
    found = page(asked, rows, f"{_LISTED}:{asked.sort}", "place", "id", total=total, on=on)
    return Members.model_validate(found)


@router.get(
    "/members.csv",
    summary="Members as they were on a day, as a table",
    response_class=Response,
    responses=_file(_CSV) | responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def members_csv(
    asked: Annotated[MembersExport, Query()], context: Context, caller: Association
) -> Response:
    rows, name = await _exported(asked, context, caller)
    return _attached(as_csv(rows), f"{name}.csv", f"{_CSV}; charset=utf-8")


@router.get(
    "/members.xlsx",
    summary="Members as they were on a day, as a workbook",
    response_class=Response,
    responses=_file(_XLSX) | responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def members_xlsx(
    asked: Annotated[MembersExport, Query()], context: Context, caller: Association
) -> Response:
    rows, name = await _exported(asked, context, caller)
    return _attached(as_xlsx(rows, asked.on or today_in_paris()), f"{name}.xlsx", _XLSX)


@router.post(
    "/members",
    status_code=201,
    summary="Enter a member, admitted on a day",
    responses=responses_for(
        *_IN,
        OrganisationUnknown,
        OrganisationMerged,
        PersonUnknown,
        MemberAlready,
        ExternalIdTaken,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def enter_member(
    wanted: MemberCreate, context: Context, caller: Secretariat, once: Once, response: Response
) -> AssociationMemberOut:
    entered = await MemberService(context.sessions).enter(caller, wanted.model_dump(), once)
    response.headers["location"] = f"/api/v1/members/{entered['id']}"
    return _tagged(entered, response)


@router.get(
    "/members/{member_id}",
    summary="A member: its colleges, its representatives, what it may do today",
    responses=responses_for(*_IN, MemberUnknown),
    openapi_extra=SIGNED_IN,
)
async def member(
    member_id: UUID, context: Context, caller: Person, response: Response
) -> AssociationMemberOut:
    return _tagged(await MemberService(context.sessions).member(caller, member_id), response)


@router.patch(
    "/members/{member_id}",
    summary="Change what of a member has no date",
    responses=responses_for(*_IN, MemberUnknown, VersionNeeded, ChangedMeanwhile, ExternalIdTaken),
    openapi_extra=SIGNED_IN,
)
async def edit_member(
    member_id: UUID,
    patch: MemberPatch,
    context: Context,
    caller: Secretariat,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> AssociationMemberOut:
    changed = await MemberService(context.sessions).edit(
        caller, member_id, patch.model_dump(exclude_unset=True), if_match=if_match
    )
    return _tagged(changed, response)


@router.get(
    "/members/{member_id}/status",
    summary="What a member is on a day: a member, up to date with its fees, with a vote, eligible",
    responses=responses_for(*_IN, MemberUnknown),
    openapi_extra=SIGNED_IN,
)
async def member_status(
    member_id: UUID, asked: Annotated[OnDay, Query()], context: Context, caller: Person
) -> AssociationMemberStatus:
    found = await MemberService(context.sessions).status(caller, member_id, asked.on or today_in_paris())
    return AssociationMemberStatus.model_validate(found)


@router.post(
    "/members/{member_id}/change-college",
    summary="Put a member in another college from a day on",
    responses=responses_for(*_IN, MemberUnknown, NotAMember, DecisionsAfterIt, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def change_college(
    member_id: UUID,
    wanted: CollegeChange,
    context: Context,
    caller: Secretariat,
    once: Once,
    response: Response,
) -> AssociationMemberOut:
    service = MovingService(context.sessions)
    return _tagged(await service.change_college(caller, member_id, wanted.model_dump(), once), response)


@router.post(
    "/members/{member_id}/end",
    summary="Let a member leave on a day; its seat and office end with it",
    responses=responses_for(*_IN, MemberUnknown, NotAMember, DecisionsAfterIt, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def end_member(
    member_id: UUID, wanted: Departing, context: Context, caller: Secretariat, once: Once, response: Response
) -> AssociationMemberOut:
    service = MovingService(context.sessions)
    return _tagged(await service.end(caller, member_id, wanted.model_dump(), once), response)


@router.post(
    "/members/{member_id}/readmit",
    summary="Admit a former member again from a day on",
    responses=responses_for(*_IN, MemberUnknown, StillAMember, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def readmit_member(
    member_id: UUID,
    wanted: Readmission,
    context: Context,
    caller: Secretariat,
    once: Once,
    response: Response,
) -> AssociationMemberOut:
    service = MovingService(context.sessions)
    return _tagged(await service.readmit(caller, member_id, wanted.model_dump(), once), response)


@router.get(
    "/members/{member_id}/representatives",
    summary="Everybody who spoke for a member, the latest first",
    responses=responses_for(*_IN, MemberUnknown),
    openapi_extra=SIGNED_IN,
)
async def representatives(member_id: UUID, context: Context, caller: Person) -> Representatives:
    found = await RepresentativeService(context.sessions).of(caller, member_id)
    return Representatives.model_validate({"items": found})


@router.post(
    "/members/{member_id}/representatives",
    status_code=201,
    summary="Name who speaks for a member from a day on",
    responses=responses_for(*_IN, MemberUnknown, PersonUnknown, NotAMember, RepresentativeElsewhere),
    openapi_extra=SIGNED_IN,
)
async def name_representative(
    member_id: UUID, wanted: RepresentativeCreate, context: Context, caller: Person, response: Response
) -> AssociationMemberOut:
    service = RepresentativeService(context.sessions)
    return _tagged(await service.name(caller, member_id, wanted.model_dump()), response)


@router.post(
    "/members/{member_id}/representatives/{representative_id}/end",
    summary="End a representation on a day",
    responses=responses_for(*_IN, MemberUnknown, RepresentativeUnknown),
    openapi_extra=SIGNED_IN,
)
async def end_representative(
    member_id: UUID,
    representative_id: UUID,
    wanted: RepresentativeEnd,
    context: Context,
    caller: Person,
    response: Response,
) -> AssociationMemberOut:
    service = RepresentativeService(context.sessions)
    return _tagged(await service.end(caller, member_id, representative_id, wanted.on), response)


async def _exported(
    asked: MembersExport, context: Context, caller: Association
) -> tuple[list[dict[str, Any]], str]:
    on = asked.on or today_in_paris()
    rows, _ = await MemberService(context.sessions).page(
        caller, asked.model_dump(include=_FILTERS), on=on, sort="name"
    )
    return rows, f"adherents-{on.isoformat()}"


def _attached(content: bytes, name: str, media_type: str) -> Response:
    headers = {
        "cache-control": "private, no-store",
        "content-disposition": f'attachment; filename="{name}"',
        "x-content-type-options": "nosniff",
    }
    return Response(content, media_type=media_type, headers=headers)


def _tagged(found: dict[str, Any], response: Response) -> AssociationMemberOut:
    response.headers["etag"] = version_tag(found["version"])
    return AssociationMemberOut.model_validate(found)
