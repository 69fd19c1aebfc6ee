from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import InvalidInput, Unauthenticated
from ombelle_chassis.problems import responses_for
from ombelle_chassis.uploads import wrong_field

from ombelle_loans.context import Context, ProcessContext
from ombelle_loans.handovers.errors import UnitsUnknown
from ombelle_loans.handovers.labels.service import MOST, LabelService
from ombelle_loans.handovers.schemas import UnitAtHand
from ombelle_loans.policies import ReadsLoans, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["hand-overs"])
_IN: Final = (Unauthenticated, ScopeMissing)
_PDF: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The labels.",
        "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def _labels(context: ProcessContext) -> LabelService:
    return LabelService(context.sessions, context.settings.agency, context.settings.public_url)


@router.get(
    "/labels.pdf",
    summary="Labels with QR codes, to be printed and stuck on units",
    response_class=Response,
    responses=_PDF | responses_for(*_IN, UnitsUnknown, InvalidInput),
    openapi_extra=SIGNED_IN,
)
async def labels(
    context: Context,
    caller: ReadsLoans,
    unit: Annotated[list[UUID], Query(max_length=MOST)] = [],  # noqa: B006 -- FastAPI copies it
    item: UUID | None = None,
) -> Response:
    if not unit and item is None:
        raise wrong_field("/query/unit", "missing", "Dites de quels exemplaires, ou de quel outil.")
    content = await _labels(context).pdf(caller, units=unit, item_id=item)
    headers = {
        "content-disposition": 'inline; filename="etiquettes.pdf"',
        "cache-control": "private, no-store",
    }
    return Response(content, media_type="application/pdf", headers=headers)


@router.get(
    "/units/{unit_id}/at-hand",
    summary="What the label of a unit opens: the unit, and the loan that it is out with or leaves with next",
    responses=responses_for(*_IN, UnitsUnknown),
    openapi_extra=SIGNED_IN,
)
async def unit_at_hand(unit_id: UUID, context: Context, caller: ReadsLoans) -> UnitAtHand:
    return UnitAtHand.model_validate(await _labels(context).at_hand(caller, unit_id))
