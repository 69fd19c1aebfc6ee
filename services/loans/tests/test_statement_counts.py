"""Every list asks PostgreSQL the same number of statements, whatever it holds."""

import pytest
from ombelle_contracts import openapi_documents

_FILL = """
SELECT audit_append('alice', 'item_edited', 'item', 'counted', '{}') FROM generate_series(1, $1::integer)
"""
_LISTS = ("/audit/loans?limit=300&subject=counted",)
_OF_ONE_THING = {"/audit/loans/verification", "/dead-letters/loans", "/retention/loans"} | {
    *("/blocks/{block_id}", "/closures/{closure_id}", "/catalogue/{item}/availability/check"),
    *("/loans/{loan_id}", "/loan-requests/{request_id}"),
}
_OF_ONE_THING |= {
    *("/catalogue/facets", "/catalogue/{key}", "/catalogue/{key}/sheet.pdf"),
    *("/catalogue/{item_id}/photos/{photo_id}", "/catalogue/{item_id}/documents/{document_id}"),
    *("/items/{item_id}", "/items/{item_id}/photos/{photo_id}", "/items/{item_id}/documents/{document_id}"),
    *(f"/catalogue-editions/{{edition_id}}{end}" for end in ("", ".json", ".csv", ".pdf")),
    *("/units/{unit_id}", "/lending-settings/{lender}", "/tariffs/{tariff_id}"),
}
_OF_ONE_THING |= {
    "/loans/{loan_id}/agreement.pdf",
    "/loans/{loan_id}/approval",
    "/loans/{loan_id}/agreement/scan",
    "/insurance-certificates/{certificate_id}",
    "/insurance-certificates/{certificate_id}/file",
    "/loans/{loan_id}/preparation",
    "/loans/{loan_id}/slots",
    "/loans/{loan_id}/condition-reports",
    "/condition-reports/{report_id}",
    "/condition-reports/{report_id}/photos/{photo_id}",
    "/incidents/{incident_id}",
    "/labels.pdf",
    "/units/{unit_id}/at-hand",
    "/invoice-issuers/{lender}",
    "/invoices/export.csv",
    "/invoices/{invoice_id}",
    "/invoices/{invoice_id}/invoice.xml",
    "/agreements/sign/{token}",
    "/agreements/sign/{token}/agreement.pdf",
}
_COUNTED_BESIDE = {"/loans", "/loan-requests", "/loans/{loan_id}/history"} | {
    *("/catalogue", "/catalogue-editions", "/items", "/lending-settings", "/tariffs"),
    "/blocks",
    "/closures",
    "/planning",
    "/catalogue/{item}/availability",
    "/incidents",
    "/invoices",
    "/loans/{loan_id}/agreements",
    "/loans/{loan_id}/insurance-certificates",
}
_COUNTED_BESIDE |= {
    "/evaluations",
    "/forwarded-requests",
    "/content-tasks",
    "/contributor-returns",
    "/reports/loans/{year}/rows",
}
"""Lists whose aggregate's own tests count."""
_OF_ONE_THING |= {"/loans/{loan_id}/evaluation", "/evaluation-links/{token}", "/reports/loans/{year}"} | {
    "/reports/loans/{year}.xlsx"
}
_ASKS_AT_MOST = 4


@pytest.mark.parametrize("path", _LISTS)
async def test_the_number_of_statements_is_the_same_for_1_3_and_103(people, statements, path):
    command = people.command()
    await command.get(path)  # a first connection asks who the server is
    counts, sizes = [], []
    for count in (1, 2, 100):
        await people.connection.execute(_FILL, count)
        statements.clear()
        answer = await command.call("GET", path)
        assert answer.status_code == 200, answer.text
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts == [counts[0]] * 3
    assert counts[0] <= _ASKS_AT_MOST
    assert sizes[0] < sizes[1] < sizes[2]


def test_every_list_is_counted_or_is_of_one_thing():
    reads = {
        path.removeprefix("/api/v1")
        for path, operations in openapi_documents()["loans"]["paths"].items()
        if "get" in operations
    }
    assert reads == {path.partition("?")[0] for path in _LISTS} | _OF_ONE_THING | _COUNTED_BESIDE
