"""Agreements as the API and their PDFs show them."""

from collections.abc import Mapping
from typing import Any

from ombelle_chassis.mail_templates import long_day

from ombelle_loans.agreements.domain import reference
from ombelle_loans.agreements.tables import AgreementRow
from ombelle_loans.loans.moves import Seen


def described(row: AgreementRow, seen: Seen) -> dict[str, Any]:
    """Return an agreement with what may be done with it."""
    return {
        "id": row.id,
        "loan_id": row.loan_id,
        "year": row.year,
        "number": row.number,
        "version": row.version,
        "reference": reference(row.year, row.number, row.version),
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "units": row.units,
        "fee_cents": row.fee_cents,
        "insurance_value_cents": row.value_cents,
        "text": row.content["text"],
        "digest": row.digest.hex(),
        "made_at": row.made_at,
        "sent_at": row.sent_at,
        "voided_at": row.voided_at,
        "void_reason": row.void_reason,
        "signature": signature_of(row),
        "allowed_actions": _actions(row, seen),
    }


def signature_of(row: AgreementRow) -> dict[str, Any] | None:
    """Return how an agreement was signed, `None` where it is not."""
    if row.signed_at is None:
        return None
    return {
        "at": row.signed_at,
        "by": row.signed_by,
        "name": row.signatory_name,
        "capacity": row.signatory_capacity,
        "has_scan": row.signed_file_id is not None,
    }


def _actions(row: AgreementRow, seen: Seen) -> list[str]:
    if row.voided_at is not None:
        return []
    status, actions = seen.loan.status, []
    if row.signed_at is None and "lender" in seen.parts and status in {"approved", "agreement_sent"}:
        actions.append("send")
    if row.signed_at is None and seen.parts and status == "agreement_sent":
        actions.append("upload")
    return actions


def pdf_values(row: AgreementRow) -> dict[str, Any]:
    """Return what the template shows: the frozen content, and how it was signed by link."""
    return {**row.content, "digest": f"empreinte {row.digest.hex()[:16]}", "signed": _signed(row)}


def _signed(row: AgreementRow) -> str | None:
    if row.signed_at is None or row.signed_by != "link":
        return None
    who = ", ".join(one for one in (row.signatory_name, row.signatory_capacity) if one) or "Le signataire"
    return (
        f"{who} a signé cette convention en ligne le {long_day(row.signed_at, 'fr')}, par le lien personnel reçu par "
        f"courriel, après l’avoir lue. Empreinte SHA-256 de ce qui a été signé : {row.digest.hex()}."
    )


def shown_to_signatory(row: AgreementRow, organisation: str | None) -> Mapping[str, Any]:
    """Return what the page of the link shows, to somebody without an account."""
    content = row.content
    return {
        "reference": reference(row.year, row.number, row.version),
        "lender": content["sender"],
        "borrower": organisation,
        "facts": [{"name": name, "value": value} for name, value in content["facts"]],
        "units": [{"code": code, "name": name} for code, name in content["units"]],
        "text": content["text"],
        "signatory": {
            "name": content["signatures"][1]["name"],
            "capacity": content["signatures"][1]["capacity"],
        },
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "digest": row.digest.hex(),
        "made_at": row.made_at,
        "signature": signature_of(row),
    }
