from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Response, status
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import encode_cursor, id_after, number_after
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_events.applications.errors import ApplicationUnknown
from ombelle_events.applications.viewer import Asker, asker_of
from ombelle_events.context import Context
from ombelle_events.decisions.applying import Agency, ApplyingService
from ombelle_events.decisions.errors import (
    BatchApplied,
    BatchBlocked,
    BatchChanged,
    BatchClosed,
    BatchInvalid,
    BatchNotApplied,
    BatchUnknown,
    ConflictOfInterest,
    ItemUnknown,
    LetterUnknown,
    PreviewNeeded,
    StagingInvalid,
)
from ombelle_events.decisions.papers import PapersService
from ombelle_events.decisions.schemas import (
    Applied,
    ApplyWanted,
    BatchCreate,
    Batches,
    BatchesQuery,
    BatchOut,
    BatchPatch,
    DecisionCandidates,
    ItemOut,
    Letters,
    PreviewOut,
    Staged,
    StagedLines,
    values_of,
)
from ombelle_events.decisions.service import BatchService
from ombelle_events.policies import ApplicationReader, Coordination, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["decisions"])
_PRIVATE: Final = "private, no-store"
_STAFF: Final = (Unauthenticated, ScopeMissing, Forbidden)
_PDF: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}
IfMatch = Annotated[str | None, Header()]


async def _asker(identity: Coordination) -> Asker:
    return asker_of(identity)


async def _batches(context: Context, asker: Annotated[Asker, Depends(_asker)]) -> BatchService:
    return BatchService(context.sessions, asker)


async def _agency(context: Context) -> Agency:
    return Agency(context.settings.agency, context.settings.public_url)


async def _applying(
    context: Context, asker: Annotated[Asker, Depends(_asker)], agency: Annotated[Agency, Depends(_agency)]
) -> ApplyingService:
    return ApplyingService(context.sessions, asker, agency)


async def _staff_papers(
    context: Context, asker: Annotated[Asker, Depends(_asker)], agency: Annotated[Agency, Depends(_agency)]
) -> PapersService:
    return PapersService(context.sessions, asker, agency)


async def _papers(
    context: Context, asker: ApplicationReader, agency: Annotated[Agency, Depends(_agency)]
) -> PapersService:
    return PapersService(context.sessions, asker, agency)


BatchesService = Annotated[BatchService, Depends(_batches)]
Applying = Annotated[ApplyingService, Depends(_applying)]
StaffPapers = Annotated[PapersService, Depends(_staff_papers)]
Papers = Annotated[PapersService, Depends(_papers)]


@router.get(
    "/decision-batches",
    summary="Batches of decisions, the last made first",
    responses=responses_for(*_STAFF),
    openapi_extra=SIGNED_IN,
)
async def decision_batches(
    asked: Annotated[BatchesQuery, Query()], service: BatchesService, response: Response
) -> Batches:
    rows = await service.batches(
        call_id=asked.call_id,
        state=asked.state,
        before=id_after(asked.after, "decision-batches"),
        count=asked.limit + 1,
    )
    response.headers["cache-control"] = _PRIVATE
    more = len(rows) > asked.limit
    following = encode_cursor("decision-batches", str(rows[asked.limit - 1]["id"])) if more else None
    return Batches.model_validate({"items": rows[: asked.limit], "next": following})


@router.post(
    "/decision-batches",
    summary="Begin a batch of decisions",
    status_code=status.HTTP_201_CREATED,
    responses=responses_for(*_STAFF, BatchInvalid, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def create_decision_batch(
    wanted: BatchCreate, service: BatchesService, response: Response, once: Once
) -> BatchOut:
    made = await service.create(wanted.model_dump(), once)
    response.headers["location"] = f"/api/v1/decision-batches/{made['id']}"
    return _shown(response, made)


@router.get(
    "/decision-batches/{batch_id}",
    summary="A batch, those present and everything that it decides, compared with the scores",
    responses=responses_for(*_STAFF, BatchUnknown),
    openapi_extra=SIGNED_IN,
)
async def decision_batch(batch_id: UUID, service: BatchesService, response: Response) -> BatchOut:
    return _shown(response, await service.batch(batch_id))


@router.patch(
    "/decision-batches/{batch_id}",
    summary="Change a batch's title, notes, day, and who sits",
    responses=responses_for(
        *_STAFF, BatchUnknown, BatchClosed, BatchInvalid, VersionNeeded, ChangedMeanwhile
    ),
    openapi_extra=SIGNED_IN,
)
async def change_decision_batch(
    batch_id: UUID,
    patch: BatchPatch,
    service: BatchesService,
    response: Response,
    if_match: IfMatch = None,
) -> BatchOut:
    return _shown(response, await service.change(batch_id, values_of(patch), if_match=if_match))


@router.post(
    "/decision-batches/{batch_id}/discard",
    summary="Give a batch up",
    responses=responses_for(*_STAFF, BatchUnknown, BatchClosed, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def discard_decision_batch(
    batch_id: UUID, service: BatchesService, response: Response, once: Once
) -> BatchOut:
    return _shown(response, await service.discard(batch_id, once))


@router.get(
    "/decision-batches/{batch_id}/candidates",
    summary="The applications that no batch decides yet, by number",
    responses=responses_for(*_STAFF, BatchUnknown),
    openapi_extra=SIGNED_IN,
)
async def decision_candidates(
    batch_id: UUID, asked: Annotated[ListQuery, Query()], service: BatchesService, response: Response
) -> DecisionCandidates:
    after = number_after(asked.after, "decision-candidates") or 0
    rows = await service.candidates(batch_id, after=after, count=asked.limit + 1)
    response.headers["cache-control"] = _PRIVATE
    more = len(rows) > asked.limit
    following = encode_cursor("decision-candidates", rows[asked.limit - 1]["number"]) if more else None
    return DecisionCandidates.model_validate({"items": rows[: asked.limit], "next": following})


@router.post(
    "/decision-batches/{batch_id}/items",
    summary="Stage decisions on many applications at once",
    responses=responses_for(
        *_STAFF, BatchUnknown, BatchClosed, StagingInvalid, ChangedMeanwhile, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def stage_decisions(
    batch_id: UUID, wanted: StagedLines, service: BatchesService, response: Response, once: Once
) -> BatchOut:
    lines = [line.model_dump() for line in wanted.items]
    return _shown(response, await service.stage(batch_id, lines, once))


@router.put(
    "/decision-batches/{batch_id}/items/{application_id}",
    summary="Stage the decision on one application",
    responses=responses_for(
        *_STAFF, BatchUnknown, BatchClosed, StagingInvalid, VersionNeeded, ChangedMeanwhile
    ),
    openapi_extra=SIGNED_IN,
)
async def stage_decision(
    batch_id: UUID,
    application_id: UUID,
    wanted: Staged,
    service: BatchesService,
    response: Response,
    if_match: IfMatch = None,
) -> ItemOut:
    item = await service.stage_one(batch_id, application_id, wanted.model_dump(), if_match=if_match)
    response.headers["etag"] = version_tag(item["version"])
    response.headers["cache-control"] = _PRIVATE
    return ItemOut.model_validate(item)


@router.delete(
    "/decision-batches/{batch_id}/items/{application_id}",
    summary="Take an application out of a batch",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=responses_for(*_STAFF, BatchUnknown, BatchClosed, ItemUnknown, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def unstage_decision(
    batch_id: UUID, application_id: UUID, service: BatchesService, if_match: IfMatch = None
) -> None:
    await service.unstage(batch_id, application_id, if_match=if_match)


@router.get(
    "/decision-batches/{batch_id}/items/{application_id}/letter.pdf",
    summary="The letter of a staged decision, as it would leave",
    response_class=Response,
    responses=_PDF | responses_for(*_STAFF, BatchUnknown, ItemUnknown),
    openapi_extra=SIGNED_IN,
)
async def draft_letter_pdf(batch_id: UUID, application_id: UUID, service: StaffPapers) -> Response:
    return _pdf(await service.draft_letter_pdf(batch_id, application_id), "projet-de-lettre")


@router.post(
    "/decision-batches/{batch_id}/preview",
    summary="What applying a batch would do: every mail and letter, and what to look at before",
    responses=responses_for(*_STAFF, BatchUnknown, BatchClosed),
    openapi_extra=SIGNED_IN,
)
async def preview_decision_batch(batch_id: UUID, service: Applying, response: Response) -> PreviewOut:
    response.headers["cache-control"] = _PRIVATE
    return PreviewOut.model_validate(await service.preview(batch_id))


@router.post(
    "/decision-batches/{batch_id}/apply",
    summary="Apply a batch, whole and once",
    responses=responses_for(
        *_STAFF,
        ConflictOfInterest,
        BatchUnknown,
        BatchClosed,
        BatchApplied,
        PreviewNeeded,
        BatchChanged,
        BatchBlocked,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def apply_decision_batch(
    batch_id: UUID, wanted: ApplyWanted, service: Applying, response: Response, once: Once
) -> Applied:
    done = await service.apply(batch_id, version=wanted.version, preview_id=wanted.preview_id, once=once)
    response.headers["cache-control"] = _PRIVATE
    return Applied.model_validate(done)


@router.get(
    "/decision-batches/{batch_id}/minutes.pdf",
    summary="The minutes of an applied batch",
    response_class=Response,
    responses=_PDF | responses_for(*_STAFF, BatchUnknown, BatchNotApplied),
    openapi_extra=SIGNED_IN,
)
async def minutes_pdf(batch_id: UUID, service: StaffPapers) -> Response:
    return _pdf(await service.minutes_pdf(batch_id), "proces-verbal")


@router.get(
    "/decision-batches/{batch_id}/letters.pdf",
    summary="Every letter of an applied batch, one after the other, to be printed",
    response_class=Response,
    responses=_PDF | responses_for(*_STAFF, BatchUnknown, BatchNotApplied),
    openapi_extra=SIGNED_IN,
)
async def letters_pdf(batch_id: UUID, service: StaffPapers) -> Response:
    return _pdf(await service.letters_pdf(batch_id), "lettres")


@router.get(
    "/applications/{application_id}/letters",
    summary="The letters that told decisions on an application, the last one first",
    responses=responses_for(Unauthenticated, ScopeMissing, ApplicationUnknown, LetterUnknown),
    openapi_extra=SIGNED_IN,
)
async def letters(application_id: UUID, service: Papers, response: Response) -> Letters:
    response.headers["cache-control"] = _PRIVATE
    return Letters.model_validate({"items": await service.letters(application_id)})


@router.get(
    "/applications/{application_id}/letter.pdf",
    summary="The letter that told the decision on an application",
    response_class=Response,
    responses=_PDF | responses_for(Unauthenticated, ScopeMissing, ApplicationUnknown, LetterUnknown),
    openapi_extra=SIGNED_IN,
)
async def letter_pdf(
    application_id: UUID,
    service: Papers,
    number: Annotated[int | None, Query(ge=1, le=1_000_000, description="By default the last one.")] = None,
) -> Response:
    return _pdf(await service.letter_pdf(application_id, number), "lettre")


def _shown(response: Response, batch: dict[str, object]) -> BatchOut:
    shown = BatchOut.model_validate(batch)
    response.headers["etag"] = version_tag(shown.version)
    response.headers["cache-control"] = _PRIVATE
    return shown


def _pdf(content: bytes, name: str) -> Response:
    headers = {
        "cache-control": _PRIVATE,
        "content-disposition": f'inline; filename="{name}.pdf"',
        "x-content-type-options": "nosniff",
    }
    return Response(content, media_type="application/pdf", headers=headers)
