from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Path, Query
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import id_after
from ombelle_chassis.paging import LAST, page
from ombelle_chassis.problems import responses_for

from ombelle_members.admission.applications.deciding import DecidingService
from ombelle_members.admission.applications.errors import (
    ApplicationSettled,
    ApplicationUnknown,
    NothingAsked,
    TooManyApplications,
)
from ombelle_members.admission.applications.schemas import (
    Admission,
    ApplicationAnswer,
    ApplicationByLink,
    ApplicationReceived,
    ApplicationsQuery,
    ApplicationWhole,
    Declining,
    MembershipApplicationCreate,
    MembershipApplications,
    Question,
)
from ombelle_members.admission.applications.service import ApplicationService
from ombelle_members.context import Context
from ombelle_members.members.errors import MemberAlready
from ombelle_members.organisations.errors import OrganisationMerged, OrganisationUnknown, SiretTaken
from ombelle_members.policies import Association, ScopeMissing, Secretariat

router = APIRouter(prefix="/api/v1/membership-applications", tags=["members"])
_IN: Final = (Unauthenticated, ScopeMissing, Forbidden)
_LISTED: Final = "membership-applications"
Token = Annotated[str, Path(min_length=20, max_length=100, pattern="^[A-Za-z0-9_-]+$")]


@router.post(
    "",
    status_code=202,
    summary="Ask to become a member: a mail has the link that confirms it",
    responses=responses_for(TooManyApplications),
)
async def apply_for_membership(wanted: MembershipApplicationCreate, context: Context) -> ApplicationReceived:
    return ApplicationReceived.model_validate(await _service(context).apply(wanted.model_dump()))


@router.get(
    "/by-link/{token}",
    summary="An application, for whoever has its link",
    responses=responses_for(ApplicationUnknown),
)
async def application_by_link(token: Token, context: Context) -> ApplicationByLink:
    return ApplicationByLink.model_validate(await _service(context).by_link(token))


@router.post(
    "/by-link/{token}/confirm",
    summary="Confirm an application: it waits for the board",
    responses=responses_for(ApplicationUnknown),
)
async def confirm_application(token: Token, context: Context) -> ApplicationByLink:
    return ApplicationByLink.model_validate(await _service(context).confirm(token))


@router.post(
    "/by-link/{token}/answer",
    summary="Answer what was asked of an application",
    responses=responses_for(ApplicationUnknown, NothingAsked),
)
async def answer_application(token: Token, wanted: ApplicationAnswer, context: Context) -> ApplicationByLink:
    return ApplicationByLink.model_validate(await _service(context).answer(token, wanted.answer))


@router.get(
    "",
    summary="Membership applications, the newest first; without a state those that wait for a decision",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def membership_applications(
    asked: Annotated[ApplicationsQuery, Query()], context: Context, caller: Association
) -> MembershipApplications:
    rows, total = await _service(context).page(
        caller, asked.state, after=id_after(asked.after, _LISTED) or LAST, count=asked.limit + 1
    )
    return MembershipApplications.model_validate(page(asked, rows, _LISTED, "id", total=total))


@router.get(
    "/{application_id}",
    summary="A membership application, with whoever may be the same",
    responses=responses_for(*_IN, ApplicationUnknown),
    openapi_extra=SIGNED_IN,
)
async def membership_application(
    application_id: UUID, context: Context, caller: Association
) -> ApplicationWhole:
    return ApplicationWhole.model_validate(await _service(context).application(caller, application_id))


@router.post(
    "/{application_id}/admit",
    summary="Admit whoever asked, as the board decided",
    responses=responses_for(
        *_IN,
        ApplicationUnknown,
        ApplicationSettled,
        MemberAlready,
        OrganisationUnknown,
        OrganisationMerged,
        SiretTaken,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def admit_application(
    application_id: UUID, wanted: Admission, context: Context, caller: Secretariat, once: Once
) -> ApplicationWhole:
    done = await _deciding(context).admit(caller, application_id, wanted.model_dump(), once)
    return ApplicationWhole.model_validate(done)


@router.post(
    "/{application_id}/decline",
    summary="Decline an application, as the board decided",
    responses=responses_for(*_IN, ApplicationUnknown, ApplicationSettled, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def decline_application(
    application_id: UUID, wanted: Declining, context: Context, caller: Secretariat, once: Once
) -> ApplicationWhole:
    done = await _deciding(context).decline(caller, application_id, wanted.model_dump(), once)
    return ApplicationWhole.model_validate(done)


@router.post(
    "/{application_id}/ask",
    summary="Ask something before the board decides",
    responses=responses_for(*_IN, ApplicationUnknown, ApplicationSettled),
    openapi_extra=SIGNED_IN,
)
async def ask_applicant(
    application_id: UUID, wanted: Question, context: Context, caller: Secretariat
) -> ApplicationWhole:
    done = await _deciding(context).ask(caller, application_id, wanted.question)
    return ApplicationWhole.model_validate(done)


def _service(context: Context) -> ApplicationService:
    return ApplicationService(context.sessions, context.settings.public_url)


def _deciding(context: Context) -> DecidingService:
    return DecidingService(context.sessions, context.settings.public_url)
