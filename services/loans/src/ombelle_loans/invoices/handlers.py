from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.paging import after, page
from ombelle_chassis.problems import responses_for
from ombelle_chassis.versions import ChangedMeanwhile, VersionNeeded, version_tag

from ombelle_loans.context import Context
from ombelle_loans.invoices.errors import (
    InvoiceCancelled,
    InvoiceUnknown,
    IssuerMissing,
    IssuerUnknown,
    NotInvoiceable,
)
from ombelle_loans.invoices.exporting import as_csv, as_xml
from ombelle_loans.invoices.schemas import (
    CreditNoteWrite,
    ExportQuery,
    InvoiceOut,
    Invoices,
    InvoicesQuery,
    InvoiceWrite,
    IssuerOut,
    IssuerWrite,
    LenderKey,
)
from ombelle_loans.invoices.service import InvoiceService
from ombelle_loans.policies import Person, ReadsLoans, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["invoices"])
_IN: Final = (Unauthenticated, ScopeMissing)


def _answers(media_type: str) -> dict[int | str, dict[str, Any]]:
    schema = {"schema": {"type": "string", "format": "binary"}}
    return {200: {"description": "The file.", "content": {media_type: schema}}}


def _organisation(lender: LenderKey) -> UUID | None:
    return None if lender == "agency" else lender


@router.get(
    "/invoice-issuers/{lender}",
    summary="Who issues a lender's invoices: `agency`, or an organisation's id",
    responses=responses_for(*_IN, IssuerUnknown, IssuerMissing),
    openapi_extra=SIGNED_IN,
)
async def invoice_issuer(
    lender: LenderKey, context: Context, caller: ReadsLoans, response: Response
) -> IssuerOut:
    found = await InvoiceService(context.sessions).issuer(_organisation(lender), caller=caller)
    response.headers["etag"] = version_tag(found["version"])
    return IssuerOut.model_validate(found)


@router.put(
    "/invoice-issuers/{lender}",
    summary="Say who issues a lender's invoices",
    responses=responses_for(*_IN, IssuerUnknown, VersionNeeded, ChangedMeanwhile),
    openapi_extra=SIGNED_IN,
)
async def set_invoice_issuer(
    lender: LenderKey,
    issuer: IssuerWrite,
    context: Context,
    caller: Person,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> IssuerOut:
    changed = await InvoiceService(context.sessions).set_issuer(
        _organisation(lender), issuer.model_dump(), if_match=if_match, caller=caller
    )
    response.headers["etag"] = version_tag(changed["version"])
    return IssuerOut.model_validate(changed)


@router.get(
    "/invoices",
    summary="The invoices that one's organisations issue or owe, the newest first",
    responses=responses_for(*_IN),
    openapi_extra=SIGNED_IN,
)
async def invoices(
    asked: Annotated[InvoicesQuery, Query()], context: Context, caller: ReadsLoans
) -> Invoices:
    before = (after(asked, "invoices", UUID) or [None])[0]
    rows, total = await InvoiceService(context.sessions).invoices(
        year=asked.year, loan_id=asked.loan, before=before, count=asked.limit + 1, caller=caller
    )
    return Invoices.model_validate(page(asked, rows, "invoices", "id", total=total))


@router.get(
    "/invoices/export.csv",
    summary="The invoices of a lender in a year, as a table",
    response_class=Response,
    responses=_answers("text/csv") | responses_for(*_IN, IssuerUnknown),
    openapi_extra=SIGNED_IN,
)
async def export_invoices(
    asked: Annotated[ExportQuery, Query()], context: Context, caller: ReadsLoans
) -> Response:
    found = await InvoiceService(context.sessions).of_year(
        _organisation(asked.lender), asked.year, caller=caller
    )
    return _file(f"factures-{asked.year}.csv", as_csv(found), "text/csv; charset=utf-8")


@router.post(
    "/invoices",
    status_code=201,
    summary="Issue an invoice for loans of one request",
    responses=responses_for(*_IN, NotInvoiceable, IssuerMissing, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def issue_invoice(
    wanted: InvoiceWrite, context: Context, caller: Person, once: Once, response: Response
) -> InvoiceOut:
    made = await InvoiceService(context.sessions).issue(
        list(dict.fromkeys(wanted.loans)), wanted.debtor.model_dump(), caller=caller, once=once
    )
    response.headers["location"] = f"/api/v1/invoices/{made['id']}"
    return InvoiceOut.model_validate(made)


@router.get(
    "/invoices/{invoice_id}",
    summary="An invoice",
    responses=responses_for(*_IN, InvoiceUnknown),
    openapi_extra=SIGNED_IN,
)
async def invoice(invoice_id: UUID, context: Context, caller: ReadsLoans) -> InvoiceOut:
    return InvoiceOut.model_validate(
        await InvoiceService(context.sessions).invoice(invoice_id, caller=caller)
    )


@router.get(
    "/invoices/{invoice_id}/invoice.xml",
    summary="An invoice as a Cross Industry Invoice (EN 16931), for Chorus Pro",
    response_class=Response,
    responses=_answers("application/xml") | responses_for(*_IN, InvoiceUnknown),
    openapi_extra=SIGNED_IN,
)
async def invoice_xml(invoice_id: UUID, context: Context, caller: ReadsLoans) -> Response:
    found = await InvoiceService(context.sessions).invoice(invoice_id, caller=caller)
    return _file(f"facture-{found['reference']}.xml", as_xml(found), "application/xml")


@router.post(
    "/invoices/{invoice_id}/cancel",
    status_code=201,
    summary="Cancel an invoice by a credit note, which is the answer",
    responses=responses_for(*_IN, InvoiceUnknown, InvoiceCancelled, IdempotencyKeyReused),
    openapi_extra=SIGNED_IN,
)
async def cancel_invoice(
    invoice_id: UUID, wanted: CreditNoteWrite, context: Context, caller: Person, once: Once
) -> InvoiceOut:
    note = await InvoiceService(context.sessions).cancel(invoice_id, wanted.reason, caller=caller, once=once)
    return InvoiceOut.model_validate(note)


def _file(name: str, content: bytes, media_type: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "private, no-store"}
    return Response(content, media_type=media_type, headers=headers)
