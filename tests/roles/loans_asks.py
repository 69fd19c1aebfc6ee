"""What is asked of the operations of loans.

The organisation here has a draft of an item of its own, a tariff, and a loan of an item of the agency's that was declined:
whoever may not is refused, whoever may is told that it is over (409) or that they are late (412). Papers that no stack
has (certificates, reports, incidents, invoices) are nobody's: who may read those that are there is tested by the service.
"""

from roles.asks import NO_ID, STALE, Ask
from roles.world import World

_WEEK = {"starts_on": "2031-10-06", "ends_on": "2031-10-10"}
_LOAN = "/api/v1/loans/{loan_id}"
_ITEM = "/api/v1/items/{item_id}"
_FORMAT = f"{_ITEM}/formats/{{format_id}}"
_PHOTO, _DOCUMENT = f"{_ITEM}/photos/{{photo_id}}", f"{_ITEM}/documents/{{document_id}}"
_NO_FILE = dict.fromkeys(("photo_id", "document_id"), NO_ID)
_EDITION = "/api/v1/catalogue-editions/{edition_id}"
_NO_EDITION = Ask({"edition_id": NO_ID}, beyond="edition_unknown")
_CERTIFICATE = "/api/v1/insurance-certificates/{certificate_id}"
_REPORT = "/api/v1/condition-reports/{report_id}"
_NOWHERE = dict.fromkeys(("certificate_id", "report_id", "photo_id", "incident_id", "invoice_id"), NO_ID)
_ENDED = {"loan_id": "{ended_loan_id}"}
_OF_LOAN = {"direction": "out", "unit_id": "{loan_unit_id}"}
_LINE = {"unit_id": NO_ID, "state": "good"}
_ANSWERS = {"satisfaction": "satisfied", "audience_method": "unknown"}
_TOKEN = {"token": "x" * 43}
_BILLED = {
    "name": "Ville", "siret": "73282932000074", "address": "Place Haute", "postcode": "80000", "city": "Amiens",
}  # fmt: skip
_NEW_ITEM = {"title": "Brouillon du tableau", "category": "kit", "formats": [{"format": "case"}]}
_NEW_TARIFF = {
    "category": "kit",
    "starts_on": "2090-01-01",
    "basis": "flat",
    "member_cents": 0,
    "other_cents": 100,
}
_NEW_REQUEST = {
    "place_of_use": {"name": "CDI", "commune_insee": "80021"}, "loans": [{"item_id": NO_ID, **_WEEK}],
}  # fmt: skip
_FORWARDED = {
    "contact": {"name": "Jeanne", "email": "jeanne@exemple.fr"}, "place_of_use": {"name": "CDI", "commune_insee": "80021"},
    **_WEEK,
}  # fmt: skip
_CATALOGUE: dict[str, Ask] = {
    "GET /api/v1/catalogue/{key}": Ask({"key": "rien"}, beyond="item_unknown"),
    "GET /api/v1/catalogue/{key}/sheet.pdf": Ask({"key": "rien"}, beyond="item_unknown"),
    "GET /api/v1/catalogue/{item_id}/photos/{photo_id}": Ask(_NO_FILE, beyond="file_unknown"),
    "GET /api/v1/catalogue/{item_id}/documents/{document_id}": Ask(_NO_FILE, beyond="file_unknown"),
    "GET /api/v1/catalogue/{item}/availability": Ask({"item": "rien"}, beyond="item_unknown"),
    "GET /api/v1/catalogue/{item}/availability/check": Ask(
        {"item": "rien"}, query="?starts_on=2031-10-06&ends_on=2031-10-10", beyond="item_unknown"
    ),
    "POST /api/v1/catalogue/{item}/forwarded-requests": Ask(
        {"item": "rien"}, _FORWARDED, named="organisation_id", beyond="item_unknown"
    ),
    "POST /api/v1/catalogue-editions": Ask(body={}),
    **{f"GET {_EDITION}{form}": _NO_EDITION for form in ("", ".json", ".csv", ".pdf")},
}
_ITEMS: dict[str, Ask] = {
    "POST /api/v1/items": Ask(body=_NEW_ITEM, named="owner"),
    f"PATCH {_ITEM}": Ask(body={"title": "Autrement"}, headers=STALE),
    f"POST {_ITEM}/retire": Ask(body={"retired_on": "2035-01-01"}),
    f"POST {_ITEM}/formats": Ask(body={"format": "case"}),
    f"PATCH {_FORMAT}": Ask(body={"label": "Valise"}, headers=STALE),
    f"POST {_FORMAT}/units": Ask(body={}),
    f"GET {_PHOTO}": Ask(_NO_FILE, beyond="file_unknown"),
    f"PATCH {_PHOTO}": Ask(_NO_FILE, {"alt": "Une valise"}, STALE),
    f"DELETE {_PHOTO}": Ask(_NO_FILE, beyond="file_unknown"),
    f"GET {_DOCUMENT}": Ask(_NO_FILE, beyond="file_unknown"),
    f"PATCH {_DOCUMENT}": Ask(_NO_FILE, {"title": "Notice"}, STALE),
    f"DELETE {_DOCUMENT}": Ask(_NO_FILE, beyond="file_unknown"),
    "PATCH /api/v1/units/{unit_id}": Ask(body={"place": "Étagère"}, headers=STALE),
    "PATCH /api/v1/lending-settings/{lender}": Ask(body={"hold_days": 3}, headers=STALE),
    "POST /api/v1/lending-settings/{lender}/agreement-preview": Ask(body={"template": None}),
    "POST /api/v1/tariffs": Ask(body=_NEW_TARIFF, named="lender"),
    "PATCH /api/v1/tariffs/{tariff_id}": Ask(body={"ends_on": None}, headers=STALE),
}
_TIMES: dict[str, Ask] = {
    "POST /api/v1/blocks": Ask(body={"kind": "maintenance", "units": [NO_ID], **_WEEK}),
    "PATCH /api/v1/blocks/{block_id}": Ask(body=_WEEK, headers=STALE),
    "POST /api/v1/blocks/{block_id}/release": Ask(fresh=World.new_block),
    "POST /api/v1/closures": Ask(body={"label": "Tableau", **_WEEK}, named="lender"),
    "PATCH /api/v1/closures/{closure_id}": Ask(body={"label": "Tableau", **_WEEK}, headers=STALE),
    "DELETE /api/v1/closures/{closure_id}": Ask(fresh=World.new_closure),
}
_LOANS: dict[str, Ask] = {
    "POST /api/v1/loan-requests": Ask(body=_NEW_REQUEST, named="organisation_id", beyond="item_unknown"),
    "GET /api/v1/loan-requests/{request_id}": Ask({"request_id": "{loan_request_id}"}),
    "PATCH /api/v1/loan-requests/{request_id}": Ask(
        {"request_id": "{loan_request_id}"}, {"message": "Merci"}, STALE
    ),
    "POST /api/v1/loan-requests/quote": Ask(
        body={"loans": [{"item_id": NO_ID, **_WEEK}]}, named="organisation_id", beyond="item_unknown"
    ),
    f"POST {_LOAN}/ask-extension": Ask(body={"ends_on": "2031-10-17"}),
    f"POST {_LOAN}/decline-extension": Ask(body={"reason": "Non"}),
    f"PATCH {_LOAN}": Ask(body=_WEEK, headers=STALE),
    f"POST {_LOAN}/decline": Ask(body={"reason": "Non"}),
    f"POST {_LOAN}/cancel": Ask(body={"reason": "Non"}),
    f"POST {_LOAN}/extend": Ask(body={"ends_on": "2031-10-17"}),
    f"POST {_LOAN}/shorten": Ask(body={"ends_on": "2031-10-08"}),
    f"POST {_LOAN}/return": Ask(body={}),
    f"POST {_LOAN}/settle-fee": Ask(body={"is_member": False}),
    f"GET {_LOAN}/agreement.pdf": Ask(beyond="agreement_unknown"),
    f"GET {_LOAN}/agreement/scan": Ask(beyond="agreement_unknown"),
    f"POST {_LOAN}/use-insurance-certificate": Ask(body={"certificate_id": NO_ID}),
    f"POST {_LOAN}/waive-insurance": Ask(body={"reason": "Assuré"}),
    f"PUT {_LOAN}/preparation/{{unit_id}}": Ask(_OF_LOAN),
    f"DELETE {_LOAN}/preparation/{{unit_id}}": Ask(_OF_LOAN),
    f"PUT {_LOAN}/slots/{{direction}}": Ask(
        _OF_LOAN, {"kind": "carrier", "day": "2031-10-06", "from_time": "09:00", "to_time": "10:00"}, STALE
    ),
    f"DELETE {_LOAN}/slots/{{direction}}": Ask(_OF_LOAN, headers=STALE),
    f"POST {_LOAN}/condition-reports": Ask(body={"direction": "in", "lines": [_LINE]}),
    f"POST {_LOAN}/hand-over": Ask(body={}),
    f"POST {_LOAN}/transfer": Ask(body={"lines": [_LINE]}, named="to_loan_id"),
    f"POST {_LOAN}/incidents": Ask(body={"unit_id": NO_ID, "kind": "loss", "description": "Perdu"}),
    f"GET {_LOAN}/evaluation": Ask(_ENDED),
    f"PUT {_LOAN}/evaluation": Ask(_ENDED, _ANSWERS, STALE),
    f"POST {_LOAN}/evaluation/waive": Ask(_ENDED, {"reason": "Fermé"}),
}
_PAPERS: dict[str, Ask] = {
    f"GET {_CERTIFICATE}": Ask(_NOWHERE),
    f"GET {_CERTIFICATE}/file": Ask(_NOWHERE),
    f"POST {_CERTIFICATE}/accept": Ask(_NOWHERE, headers=STALE),
    f"POST {_CERTIFICATE}/refuse": Ask(_NOWHERE, {"reason": "Non"}, STALE),
    f"GET {_REPORT}": Ask(_NOWHERE),
    f"PATCH {_REPORT}": Ask(_NOWHERE, {"remarks": "Rien"}, STALE),
    f"POST {_REPORT}/photos": Ask(_NOWHERE),
    f"GET {_REPORT}/photos/{{photo_id}}": Ask(_NOWHERE),
    f"DELETE {_REPORT}/photos/{{photo_id}}": Ask(_NOWHERE),
    "GET /api/v1/incidents/{incident_id}": Ask(_NOWHERE),
    "PATCH /api/v1/incidents/{incident_id}": Ask(_NOWHERE, {"outcome": "found"}, STALE),
    "GET /api/v1/labels.pdf": Ask(query=f"?unit={NO_ID}"),
    "GET /api/v1/agreements/sign/{token}": Ask(_TOKEN, beyond="signature_link_unknown"),
    "GET /api/v1/agreements/sign/{token}/agreement.pdf": Ask(_TOKEN, beyond="signature_link_unknown"),
    "POST /api/v1/agreements/sign/{token}": Ask(
        _TOKEN,
        {"digest": "0" * 64, "name": "Jeanne", "capacity": "Maire", "accepts": True},
        beyond="signature_link_unknown",
    ),
}
_MONEY: dict[str, Ask] = {
    "GET /api/v1/invoices/export.csv": Ask(query="?year=2026"),
    "GET /api/v1/invoice-issuers/{lender}": Ask({"lender": "agency"}),
    "PUT /api/v1/invoice-issuers/{lender}": Ask(
        {"lender": "agency"}, {**_BILLED, "vat_note": "TVA non applicable"}, {"If-Match": "*"}
    ),
    "POST /api/v1/invoices": Ask(body={"loans": [NO_ID], "debtor": _BILLED}),
    "GET /api/v1/invoices/{invoice_id}": Ask(_NOWHERE),
    "GET /api/v1/invoices/{invoice_id}/invoice.xml": Ask(_NOWHERE),
    "POST /api/v1/invoices/{invoice_id}/cancel": Ask(_NOWHERE, {"reason": "Erreur"}),
}
_AFTER: dict[str, Ask] = {
    "GET /api/v1/evaluation-links/{token}": Ask(_TOKEN, beyond="evaluation_unknown"),
    "PUT /api/v1/evaluation-links/{token}": Ask(_TOKEN, _ANSWERS, STALE, beyond="evaluation_unknown"),
    "PATCH /api/v1/content-tasks/{task_id}": Ask({"task_id": NO_ID}, {"state": "done"}, STALE),
    "POST /api/v1/contributor-returns": Ask(body={}),
    "PUT /api/v1/contributor-returns/{return_id}": Ask({"return_id": NO_ID}, {"loans": 0, "days": 0}, STALE),
    "GET /api/v1/reports/loans/{year}": Ask({"year": "2026"}),
    "GET /api/v1/reports/loans/{year}.xlsx": Ask({"year": "2026"}),
    "GET /api/v1/reports/loans/{year}/rows": Ask({"year": "2026"}, query="?figure=loans"),
    "POST /api/v1/dead-letters/loans/{delivery_id}/replay": Ask(beyond="dead_letter_unknown"),
}
LOANS_ASKS = _CATALOGUE | _ITEMS | _TIMES | _LOANS | _PAPERS | _MONEY | _AFTER
