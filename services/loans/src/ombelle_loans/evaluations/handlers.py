from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Header, Path, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import id_after
from ombelle_chassis.paging import LAST, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.evaluations.errors import (
    EvaluationAnswered,
    EvaluationUnknown,
    EvaluationWaived,
    NotTheLenders,
    TaskUnknown,
)
from ombelle_loans.evaluations.schemas import (
    Answers,
    EvaluationOut,
    Evaluations,
    EvaluationsQuery,
    QuestionnaireOut,
    TaskOut,
    TaskPatch,
    Tasks,
    TasksQuery,
    Waiver,
)
from ombelle_loans.evaluations.service import EvaluationService
from ombelle_loans.policies import Person, ReadsLoans, ScopeMissing, WritesLoans

router = APIRouter(prefix="/api/v1", tags=["evaluations"])
_IN: Final = (Unauthenticated, ScopeMissing)
_EVALUATIONS: Final = "evaluations"
_TASKS: Final = "content-tasks"
_CHANGES: Final = (VersionNeeded, ChangedMeanwhile)
IfMatch = Annotated[str | None, Header()]
Token = Annotated[str, Path(min_length=20, max_length=100, pattern="^[A-Za-z0-9_-]+$")]


def _service(context: ProcessContext) -> EvaluationService:
    return EvaluationService(context.sessions, context.settings.public_url)


def _tag(response: Response, version: int) -> None:
    response.headers["etag"] = version_tag(version)


@router.get(
    "/evaluations",
    summary="What borrowers say of the loans that the caller knows of, the newest first, with the response rate",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def evaluations(
    asked: Annotated[EvaluationsQuery, Query()], context: Context, caller: ReadsLoans
) -> Evaluations:
    wanted = asked.model_dump(include={"state", "year", "item_id", "satisfaction"})
    rows, counts = await _service(context).evaluations(
        caller, wanted, after=id_after(asked.after, _EVALUATIONS) or LAST, count=asked.limit + 1
    )
    return Evaluations.model_validate(page(asked, rows, _EVALUATIONS, "id", **counts))


@router.get(
    "/loans/{loan_id}/evaluation",
    summary="What the borrower says of a loan",
    responses=responses_for(*_IN, EvaluationUnknown),
    openapi_extra=SIGNED_IN,
)
async def evaluation(
    loan_id: UUID, context: Context, caller: ReadsLoans, response: Response
) -> EvaluationOut:
    found = await _service(context).evaluation(caller, loan_id)
    _tag(response, found["version"])
    return EvaluationOut.model_validate(found)


@router.put(
    "/loans/{loan_id}/evaluation",
    summary="Say how a loan went",
    responses=responses_for(*_IN, EvaluationUnknown, EvaluationWaived, *_CHANGES),
    openapi_extra=SIGNED_IN,
)
async def answer_evaluation(
    loan_id: UUID,
    answers: Answers,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: IfMatch = None,
) -> EvaluationOut:
    written = await _service(context).answer(caller, loan_id, answers.model_dump(), if_match=if_match)
    _tag(response, written["version"])
    return EvaluationOut.model_validate(written)


@router.post(
    "/loans/{loan_id}/evaluation/waive",
    summary="Let the borrower off the questionnaire",
    responses=responses_for(
        *_IN, EvaluationUnknown, NotTheLenders, EvaluationAnswered, EvaluationWaived, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def waive_evaluation(
    loan_id: UUID, waiver: Waiver, context: Context, caller: Person, once: Once
) -> EvaluationOut:
    return EvaluationOut.model_validate(await _service(context).waive(caller, loan_id, waiver.reason, once))


@router.get(
    "/evaluation-links/{token}",
    summary="The questionnaire that the link of a mail opens",
    responses=responses_for(EvaluationUnknown),
)
async def questionnaire(token: Token, context: Context, response: Response) -> QuestionnaireOut:
    found = await _service(context).by_link(token)
    response.headers["cache-control"] = "private, no-store"
    _tag(response, found["version"])
    return QuestionnaireOut.model_validate(found)


@router.put(
    "/evaluation-links/{token}",
    summary="Say how a loan went, by the link of a mail",
    responses=responses_for(EvaluationUnknown, EvaluationWaived, *_CHANGES),
)
async def answer_questionnaire(
    token: Token, answers: Answers, context: Context, response: Response, if_match: IfMatch = None
) -> QuestionnaireOut:
    written = await _service(context).answer_by_link(token, answers.model_dump(), if_match=if_match)
    response.headers["cache-control"] = "private, no-store"
    _tag(response, written["version"])
    return QuestionnaireOut.model_validate(written)


@router.get(
    "/content-tasks",
    summary="What borrowers find wrong in the content of the items that the caller lends, the newest first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def content_tasks(asked: Annotated[TasksQuery, Query()], context: Context, caller: ReadsLoans) -> Tasks:
    rows, total = await _service(context).tasks(
        caller,
        asked.model_dump(include={"state", "item_id"}),
        after=id_after(asked.after, _TASKS) or LAST,
        count=asked.limit + 1,
    )
    return Tasks.model_validate(page(asked, rows, _TASKS, "id", total=total))


@router.patch(
    "/content-tasks/{task_id}",
    summary="Say how far a task is",
    responses=responses_for(*_IN, TaskUnknown, *_CHANGES),
    openapi_extra=SIGNED_IN,
)
async def change_content_task(
    task_id: UUID,
    patch: TaskPatch,
    context: Context,
    caller: WritesLoans,
    response: Response,
    if_match: IfMatch = None,
) -> TaskOut:
    changed = await _service(context).change_task(caller, task_id, patch.model_dump(), if_match=if_match)
    _tag(response, changed["version"])
    return TaskOut.model_validate(changed)
