"""Every route of the service: who gets in, and what somebody gets who stands on neither side of anything."""

import re
from uuid import uuid4

import pytest
from ombelle_contracts import openapi_documents

_SCOPES = ("loans:read", "loans:write")
# Route: what anybody, a program with every scope but of another organisation, another account and an agency's lender get.
_ROUTES = {
    ("GET", "/api/v1/retention/loans"): (200, 200, 200, 200),
    ("GET", "/api/v1/catalogue"): (200, 200, 200, 200),
    ("GET", "/api/v1/catalogue/facets"): (200, 200, 200, 200),
    ("GET", "/api/v1/catalogue/{key}"): (404, 404, 404, 404),
    ("GET", "/api/v1/catalogue/{key}/sheet.pdf"): (404, 404, 404, 404),
    ("GET", "/api/v1/catalogue/{item_id}/photos/{photo_id}"): (404, 404, 404, 404),
    ("GET", "/api/v1/catalogue/{item_id}/documents/{document_id}"): (404, 404, 404, 404),
    ("GET", "/api/v1/catalogue-editions"): (200, 200, 200, 200),
    ("POST", "/api/v1/catalogue-editions"): (401, 403, 403, 422),
    ("GET", "/api/v1/catalogue-editions/{edition_id}"): (404, 404, 404, 404),
    ("GET", "/api/v1/catalogue-editions/{edition_id}.json"): (404, 404, 404, 404),
    ("GET", "/api/v1/catalogue-editions/{edition_id}.csv"): (404, 404, 404, 404),
    ("GET", "/api/v1/catalogue-editions/{edition_id}.pdf"): (404, 404, 404, 404),
    ("GET", "/api/v1/items"): (401, 200, 200, 200),
    ("POST", "/api/v1/items"): (401, 422, 422, 422),
    ("GET", "/api/v1/items/{item_id}"): (401, 404, 404, 404),
    ("PATCH", "/api/v1/items/{item_id}"): (401, 422, 422, 422),
    ("DELETE", "/api/v1/items/{item_id}"): (401, 404, 404, 404),
    ("POST", "/api/v1/items/{item_id}/publish"): (401, 404, 404, 404),
    ("POST", "/api/v1/items/{item_id}/unpublish"): (401, 404, 404, 404),
    ("POST", "/api/v1/items/{item_id}/archive"): (401, 404, 404, 404),
    ("POST", "/api/v1/items/{item_id}/retire"): (401, 422, 422, 422),
    ("POST", "/api/v1/items/{item_id}/formats"): (401, 422, 422, 422),
    ("PATCH", "/api/v1/items/{item_id}/formats/{format_id}"): (401, 422, 422, 422),
    ("DELETE", "/api/v1/items/{item_id}/formats/{format_id}"): (401, 404, 404, 404),
    ("POST", "/api/v1/items/{item_id}/formats/{format_id}/units"): (401, 422, 422, 422),
    ("POST", "/api/v1/items/{item_id}/photos"): (401, 404, 404, 404),
    ("GET", "/api/v1/items/{item_id}/photos/{photo_id}"): (401, 404, 404, 404),
    ("PATCH", "/api/v1/items/{item_id}/photos/{photo_id}"): (401, 422, 422, 422),
    ("DELETE", "/api/v1/items/{item_id}/photos/{photo_id}"): (401, 404, 404, 404),
    ("POST", "/api/v1/items/{item_id}/documents"): (401, 404, 404, 404),
    ("GET", "/api/v1/items/{item_id}/documents/{document_id}"): (401, 404, 404, 404),
    ("PATCH", "/api/v1/items/{item_id}/documents/{document_id}"): (401, 422, 422, 422),
    ("DELETE", "/api/v1/items/{item_id}/documents/{document_id}"): (401, 404, 404, 404),
    ("GET", "/api/v1/units/{unit_id}"): (401, 404, 404, 404),
    ("PATCH", "/api/v1/units/{unit_id}"): (401, 422, 422, 422),
    ("DELETE", "/api/v1/units/{unit_id}"): (401, 404, 404, 404),
    ("GET", "/api/v1/lending-settings"): (401, 200, 200, 200),
    ("GET", "/api/v1/lending-settings/{lender}"): (401, 404, 404, 404),
    ("PATCH", "/api/v1/lending-settings/{lender}"): (401, 422, 422, 422),
    ("POST", "/api/v1/lending-settings/{lender}/agreement-preview"): (401, 422, 422, 422),
    ("GET", "/api/v1/tariffs"): (401, 200, 200, 200),
    ("POST", "/api/v1/tariffs"): (401, 422, 422, 422),
    ("GET", "/api/v1/tariffs/{tariff_id}"): (401, 404, 404, 404),
    ("PATCH", "/api/v1/tariffs/{tariff_id}"): (401, 422, 422, 422),
    ("DELETE", "/api/v1/tariffs/{tariff_id}"): (401, 404, 404, 404),
    ("GET", "/api/v1/catalogue/{item}/availability"): (404, 404, 404, 404),
    ("GET", "/api/v1/catalogue/{item}/availability/check"): (422, 422, 422, 422),
    ("GET", "/api/v1/blocks"): (401, 200, 200, 200),
    ("POST", "/api/v1/blocks"): (401, 422, 422, 422),
    ("GET", "/api/v1/blocks/{block_id}"): (401, 404, 404, 404),
    ("PATCH", "/api/v1/blocks/{block_id}"): (401, 422, 422, 422),
    ("POST", "/api/v1/blocks/{block_id}/release"): (401, 404, 404, 404),
    ("GET", "/api/v1/closures"): (401, 200, 200, 200),
    ("POST", "/api/v1/closures"): (401, 422, 422, 422),
    ("GET", "/api/v1/closures/{closure_id}"): (401, 404, 404, 404),
    ("PATCH", "/api/v1/closures/{closure_id}"): (401, 422, 422, 422),
    ("DELETE", "/api/v1/closures/{closure_id}"): (401, 404, 404, 404),
    ("GET", "/api/v1/planning"): (401, 200, 200, 200),
    ("GET", "/api/v1/loans"): (401, 200, 200, 200),
    ("GET", "/api/v1/loans/{loan_id}"): (401, 404, 404, 404),
    ("GET", "/api/v1/loans/{loan_id}/history"): (401, 404, 404, 404),
    ("PATCH", "/api/v1/loans/{loan_id}"): (401, 422, 422, 422),
    ("POST", "/api/v1/loans/{loan_id}/hold"): (401, 404, 404, 404),
    ("POST", "/api/v1/loans/{loan_id}/accept"): (401, 404, 404, 404),
    ("POST", "/api/v1/loans/{loan_id}/waitlist"): (401, 404, 404, 404),
    ("POST", "/api/v1/loans/{loan_id}/approve"): (401, 404, 404, 404),
    ("POST", "/api/v1/loans/{loan_id}/inspect"): (401, 404, 404, 404),
    ("POST", "/api/v1/loans/{loan_id}/close"): (401, 404, 404, 404),
    ("POST", "/api/v1/loans/{loan_id}/decline"): (401, 422, 422, 422),
    ("POST", "/api/v1/loans/{loan_id}/cancel"): (401, 422, 422, 422),
    ("POST", "/api/v1/loans/{loan_id}/extend"): (401, 422, 422, 422),
    ("POST", "/api/v1/loans/{loan_id}/ask-extension"): (401, 422, 422, 422),
    ("POST", "/api/v1/loans/{loan_id}/decline-extension"): (401, 422, 422, 422),
    ("POST", "/api/v1/loans/{loan_id}/shorten"): (401, 422, 422, 422),
    ("POST", "/api/v1/loans/{loan_id}/return"): (401, 422, 422, 422),
    ("POST", "/api/v1/loans/{loan_id}/settle-fee"): (401, 422, 422, 422),
    ("GET", "/api/v1/loan-requests"): (401, 200, 200, 200),
    ("POST", "/api/v1/loan-requests"): (401, 422, 422, 422),
    ("POST", "/api/v1/loan-requests/quote"): (401, 422, 422, 422),
    ("GET", "/api/v1/loan-requests/{request_id}"): (401, 404, 404, 404),
    ("PATCH", "/api/v1/loan-requests/{request_id}"): (401, 422, 422, 422),
    ("POST", "/api/v1/catalogue/{item}/forwarded-requests"): (401, 422, 422, 422),
    ("GET", "/api/v1/forwarded-requests"): (401, 200, 200, 200),
    ("GET", "/api/v1/audit/loans"): (401, 403, 403, 403),
    ("GET", "/api/v1/audit/loans/verification"): (401, 403, 403, 403),
    ("GET", "/api/v1/dead-letters/loans"): (401, 403, 403, 403),
    ("POST", "/api/v1/dead-letters/loans/{delivery_id}/replay"): (401, 403, 403, 403),
    ("GET", "/api/v1/loans/{loan_id}/agreements"): (401, 404, 404, 404),
    ("GET", "/api/v1/loans/{loan_id}/approval"): (401, 404, 404, 404),
    ("POST", "/api/v1/loans/{loan_id}/agreement"): (401, 404, 404, 404),
    ("GET", "/api/v1/loans/{loan_id}/agreement.pdf"): (401, 404, 404, 404),
    ("GET", "/api/v1/loans/{loan_id}/agreement/scan"): (401, 404, 404, 404),
    ("POST", "/api/v1/loans/{loan_id}/send-agreement"): (401, 404, 404, 404),
    ("POST", "/api/v1/loans/{loan_id}/upload-agreement"): (401, 404, 404, 404),
    ("GET", "/api/v1/loans/{loan_id}/insurance-certificates"): (401, 404, 404, 404),
    ("POST", "/api/v1/loans/{loan_id}/insurance-certificates"): (401, 404, 404, 404),
    ("GET", "/api/v1/insurance-certificates/{certificate_id}"): (401, 404, 404, 404),
    ("GET", "/api/v1/insurance-certificates/{certificate_id}/file"): (401, 404, 404, 404),
    ("POST", "/api/v1/insurance-certificates/{certificate_id}/accept"): (401, 404, 404, 404),
    ("POST", "/api/v1/insurance-certificates/{certificate_id}/refuse"): (401, 422, 422, 422),
    ("POST", "/api/v1/loans/{loan_id}/use-insurance-certificate"): (401, 422, 422, 422),
    ("POST", "/api/v1/loans/{loan_id}/waive-insurance"): (401, 422, 422, 422),
    ("GET", "/api/v1/loans/{loan_id}/preparation"): (401, 404, 404, 404),
    ("PUT", "/api/v1/loans/{loan_id}/preparation/{unit_id}"): (401, 404, 404, 404),
    ("DELETE", "/api/v1/loans/{loan_id}/preparation/{unit_id}"): (401, 404, 404, 404),
    ("GET", "/api/v1/loans/{loan_id}/slots"): (401, 404, 404, 404),
    ("PUT", "/api/v1/loans/{loan_id}/slots/{direction}"): (401, 422, 422, 422),
    ("DELETE", "/api/v1/loans/{loan_id}/slots/{direction}"): (401, 422, 422, 422),
    ("GET", "/api/v1/loans/{loan_id}/condition-reports"): (401, 404, 404, 404),
    ("POST", "/api/v1/loans/{loan_id}/condition-reports"): (401, 422, 422, 422),
    ("GET", "/api/v1/condition-reports/{report_id}"): (401, 404, 404, 404),
    ("PATCH", "/api/v1/condition-reports/{report_id}"): (401, 422, 422, 422),
    ("POST", "/api/v1/condition-reports/{report_id}/photos"): (401, 404, 404, 404),
    ("GET", "/api/v1/condition-reports/{report_id}/photos/{photo_id}"): (401, 404, 404, 404),
    ("DELETE", "/api/v1/condition-reports/{report_id}/photos/{photo_id}"): (401, 404, 404, 404),
    ("POST", "/api/v1/loans/{loan_id}/hand-over"): (401, 422, 422, 422),
    ("POST", "/api/v1/loans/{loan_id}/transfer"): (401, 422, 422, 422),
    ("GET", "/api/v1/incidents"): (401, 200, 200, 200),
    ("POST", "/api/v1/loans/{loan_id}/incidents"): (401, 422, 422, 422),
    ("GET", "/api/v1/incidents/{incident_id}"): (401, 404, 404, 404),
    ("PATCH", "/api/v1/incidents/{incident_id}"): (401, 422, 422, 422),
    ("GET", "/api/v1/labels.pdf"): (401, 422, 422, 422),
    ("GET", "/api/v1/units/{unit_id}/at-hand"): (401, 404, 404, 404),
    ("GET", "/api/v1/invoice-issuers/{lender}"): (401, 404, 404, 404),
    ("PUT", "/api/v1/invoice-issuers/{lender}"): (401, 403, 422, 422),
    ("GET", "/api/v1/invoices"): (401, 200, 200, 200),
    ("GET", "/api/v1/invoices/export.csv"): (401, 422, 422, 422),
    ("POST", "/api/v1/invoices"): (401, 403, 422, 422),
    ("GET", "/api/v1/invoices/{invoice_id}"): (401, 404, 404, 404),
    ("GET", "/api/v1/invoices/{invoice_id}/invoice.xml"): (401, 404, 404, 404),
    ("POST", "/api/v1/invoices/{invoice_id}/cancel"): (401, 403, 422, 422),
    ("GET", "/api/v1/agreements/sign/{token}"): (422, 422, 422, 422),
    ("GET", "/api/v1/agreements/sign/{token}/agreement.pdf"): (422, 422, 422, 422),
    ("POST", "/api/v1/agreements/sign/{token}"): (422, 422, 422, 422),
    ("GET", "/api/v1/evaluations"): (401, 200, 200, 200),
    ("GET", "/api/v1/loans/{loan_id}/evaluation"): (401, 404, 404, 404),
    ("PUT", "/api/v1/loans/{loan_id}/evaluation"): (401, 422, 422, 422),
    ("POST", "/api/v1/loans/{loan_id}/evaluation/waive"): (401, 403, 422, 422),
    ("GET", "/api/v1/evaluation-links/{token}"): (404, 404, 404, 404),
    ("PUT", "/api/v1/evaluation-links/{token}"): (422, 422, 422, 422),
    ("GET", "/api/v1/content-tasks"): (401, 200, 200, 200),
    ("PATCH", "/api/v1/content-tasks/{task_id}"): (401, 422, 422, 422),
    ("GET", "/api/v1/contributor-returns"): (401, 200, 200, 200),
    ("POST", "/api/v1/contributor-returns"): (401, 403, 403, 422),
    ("PUT", "/api/v1/contributor-returns/{return_id}"): (401, 422, 422, 422),
    ("POST", "/api/v1/imports/loans"): (401, 403, 403, 422),
    ("GET", "/api/v1/reports/loans/{year}"): (401, 422, 422, 422),
    ("GET", "/api/v1/reports/loans/{year}.xlsx"): (401, 422, 422, 422),
    ("GET", "/api/v1/reports/loans/{year}/rows"): (401, 422, 422, 422),
}


@pytest.mark.parametrize("place", [0, 1, 2, 3])
async def test_each_route_lets_in_whom_it_should(people, place):
    someone = (
        people.anonymous(), people.program(uuid4(), *_SCOPES), people.account(), people.lender(),
    )[place]  # fmt: skip
    found = {}
    for method, route in _ROUTES:
        path = re.sub(r"\{\w+\}", str(uuid4()), route).removeprefix("/api/v1")
        answer = await someone.call(method, path, headers={"If-Match": "*"})
        found[method, route] = answer.status_code
    assert found == {route: expected[place] for route, expected in _ROUTES.items()}


async def test_the_administrator_reads_the_log_and_the_letters(people):
    for path in ("/audit/loans?limit=1", "/audit/loans/verification", "/dead-letters/loans"):
        await people.command().get(path)


def test_every_route_is_in_the_table():
    described = {
        (method.upper(), path)
        for path, operations in openapi_documents()["loans"]["paths"].items()
        for method in operations
    }
    assert described == set(_ROUTES)
