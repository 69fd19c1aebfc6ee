from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.problems import responses_for

from ombelle_events.applications.answers.service import AnswerService
from ombelle_events.applications.errors import (
    ActionForbidden,
    AnswersInvalid,
    ApplicationChangedMeanwhile,
    VersionNeeded,
)
from ombelle_events.applications.responses import IN_TIME, OF_ONE, PRIVATE, shown
from ombelle_events.applications.schemas import (
    ApplicationOut,
    ApplicationPatch,
    BudgetOut,
    Trial,
    Validation,
)
from ombelle_events.context import Context
from ombelle_events.policies import ApplicationReader, ApplicationWriter

router = APIRouter(prefix="/api/v1", tags=["applications"])


@router.patch(
    "/applications/{application_id}",
    summary="Keep answers as they are typed, field by field",
    responses=responses_for(*IN_TIME, VersionNeeded, ApplicationChangedMeanwhile, AnswersInvalid),
    openapi_extra=SIGNED_IN,
)
async def save_application(
    application_id: UUID,
    patch: ApplicationPatch,
    context: Context,
    asker: ApplicationWriter,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> ApplicationOut:
    saved = await AnswerService(context.sessions).save(
        application_id, patch.answers, confirmed=patch.confirmed, if_match=if_match, asker=asker
    )
    return shown(response, saved)


@router.post(
    "/applications/{application_id}/validate",
    summary="What keeps an application from being sent; nothing is stored",
    responses=responses_for(*OF_ONE, ActionForbidden),
    openapi_extra=SIGNED_IN,
)
async def validate_application(
    application_id: UUID,
    context: Context,
    asker: ApplicationReader,
    response: Response,
    trial: Trial | None = None,
) -> Validation:
    response.headers["cache-control"] = PRIVATE
    answers = trial.answers if trial else None
    found = await AnswerService(context.sessions).validate(application_id, answers=answers, asker=asker)
    return Validation.model_validate(found)


@router.get(
    "/applications/{application_id}/budget",
    summary="What an application's budget adds up to",
    responses=responses_for(*OF_ONE, ActionForbidden),
    openapi_extra=SIGNED_IN,
)
async def application_budget(
    application_id: UUID, context: Context, asker: ApplicationReader, response: Response
) -> BudgetOut:
    response.headers["cache-control"] = PRIVATE
    found = await AnswerService(context.sessions).budget(application_id, asker=asker)
    return BudgetOut.model_validate(found)
