"""A loan as the API shows it, out of a row of `reading`."""

from collections.abc import Mapping
from typing import Any

from ombelle_loans.callers import Caller
from ombelle_loans.loans.domain import days_of
from ombelle_loans.loans.sides import parts_of
from ombelle_loans.loans.transitions import Need, Situation, allowed_actions


def situation_of(row: Mapping[str, Any]) -> Situation:
    """Return what the table of transitions is asked with."""
    is_offered = (
        row["status"] == "held" and row["offered_at"] is not None and row["offer_accepted_at"] is None
    )
    asks_paper = row["insurance_asked"] in {"certificate", "yearly"}
    there: dict[Need, bool] = {
        "offer": is_offered,
        "answer": not is_offered,
        "agreement": row["agreement_id"] is not None,
        "signature": row["signed_agreement_id"] is not None,
        "insurance": not asks_paper
        or row["insurance_certificate_id"] is not None
        or row["insurance_waiver"] is not None,
        "report_out": row["condition_report_out_id"] is not None,
        "report_in": row["condition_report_in_id"] is not None,
        "fee": row["fee_state"] == "settled",
        "extension": row["extension_asked_until"] is not None,
    }
    return Situation(row["status"], frozenset(need for need, is_there in there.items() if is_there))


def described(row: Mapping[str, Any], caller: Caller) -> dict[str, Any]:
    """Return a loan with what the caller may do with it."""
    return {
        "id": row["id"],
        "number": row["number"],
        "request": {"id": row["request_id"], "number": row["request_number"], "channel": row["channel"]},
        "status": row["status"],
        "item": _item(row),
        "format": {"id": row["format_id"], "format": row["format"], "label": row["format_label"]},
        "modules": row["modules"],
        "units": row["units"] or [],
        "organisation": {
            "id": row["organisation_id"],
            "name": row["organisation_name"],
            "kind": row["organisation_kind"],
        },
        "place_of_use": place_of(row),
        "starts_on": row["starts_on"],
        "ends_on": row["ends_on"],
        "days": days_of(row["starts_on"], row["ends_on"]),
        "blocked": row["blocked"],
        "is_late": row["is_late"],
        "is_at_risk": row["is_at_risk"],
        "hold": _hold(row),
        "waiting": _waiting(row),
        "decline_reason": row["decline_reason"],
        "cancellation": _cancellation(row),
        "extension": _extension(row),
        "fee": {
            "state": row["fee_state"],
            "cents": row["fee_cents"],
            "reason": row["fee_reason"],
            "tariff_id": row["tariff_id"],
            "tariff": row["tariff"],
            "member_status": row["member_status"],
        },
        "papers": {
            "agreement_id": row["agreement_id"],
            "signed_agreement_id": row["signed_agreement_id"],
            "insurance_asked": row["insurance_asked"],
            "insurance_certificate_id": row["insurance_certificate_id"],
            "insurance_waiver": row["insurance_waiver"],
            "certificates_waiting": row["certificates_waiting"],
            "condition_report_out_id": row["condition_report_out_id"],
            "condition_report_in_id": row["condition_report_in_id"],
        },
        "went_out_on": row["went_out_on"],
        "returned_on": row["returned_on"],
        "version": row["version"],
        "created_at": row["created_at"],
        "updated_at": row["updated_at"],
        "allowed_actions": allowed_actions(situation_of(row), parts_of(row, caller)),
    }


def place_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return where the items go."""
    return {
        "name": row["place_name"],
        "address": row["place_address"],
        "commune_insee": row["commune_insee"],
        "commune_name": row["commune_name"],
        "department": row["department"],
    }


def _item(row: Mapping[str, Any]) -> dict[str, Any]:
    owner = row["owner_organisation_id"]
    return {
        "id": row["item_id"],
        "slug": row["slug"],
        "title": row["title"],
        "category": row["category"],
        "owner": None if owner is None else {"id": owner, "name": row["owner_name"]},
    }


def _hold(row: Mapping[str, Any]) -> dict[str, Any] | None:
    if row["held_until"] is None:
        return None
    return {
        "until": row["held_until"],
        "offered_at": row["offered_at"],
        "offer_accepted_at": row["offer_accepted_at"],
    }


def _waiting(row: Mapping[str, Any]) -> dict[str, Any] | None:
    if row["status"] != "waitlisted":
        return None
    return {"since": row["waitlisted_at"], "place": row["waiting_place"]}


def _extension(row: Mapping[str, Any]) -> dict[str, Any] | None:
    if row["extension_asked_until"] is None:
        return None
    return {
        "ends_on": row["extension_asked_until"],
        "asked_at": row["extension_asked_at"],
        "message": row["extension_message"],
    }


def _cancellation(row: Mapping[str, Any]) -> dict[str, Any] | None:
    if row["cancelled_by"] is None:
        return None
    return {
        "by": row["cancelled_by"],
        "reason": row["cancel_reason"],
        "on": row["cancelled_on"],
        "days_lost": row["days_lost"],
        "notice_days": row["notice_days"],
    }
