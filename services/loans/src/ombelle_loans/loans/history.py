"""The readable history of a loan, as either side reads it."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.callers import Caller
from ombelle_loans.loans.moves import Seen
from ombelle_loans.loans.tables import LoanEntryRow

LABELS: Final[Mapping[str, str]] = {
    "ask": "Prêt demandé",
    "edit": "Dates modifiées",
    "hold": "Option posée",
    "offer": "Proposé depuis la liste d’attente",
    "accept": "Proposition acceptée",
    "expire": "Option expirée",
    "waitlist": "Mis en liste d’attente",
    "approve": "Accordé",
    "decline": "Refusé",
    "settle_fee": "Montant fixé",
    "send_agreement": "Convention envoyée",
    "sign": "Convention signée reçue",
    "insure": "Attestation d’assurance reçue",
    "confirm": "Confirmé",
    "ask_extension": "Prolongation demandée",
    "decline_extension": "Prolongation refusée",
    "extend": "Prolongé",
    "shorten": "Raccourci",
    "hand_over": "Outil remis",
    "late": "En retard",
    "return": "Outil rentré",
    "inspect": "Retour vérifié",
    "close": "Terminé",
    "cancel": "Annulé",
    "merge": "Structure fusionnée",
    "import": "Repris d’un fichier",
    "make_agreement": "Convention faite",
    "insurance_accepted": "Attestation d’assurance acceptée",
    "insurance_refused": "Attestation d’assurance refusée",
    "insurance_waived": "Dispensé d’attestation d’assurance",
    "report_out": "Constat de départ fait",
    "report_out_changed": "Constat de départ modifié",
    "report_in": "Constat de retour fait",
    "report_in_changed": "Constat de retour modifié",
    "report_photo_added": "Photo ajoutée au constat",
    "report_photo_removed": "Photo retirée du constat",
    "slot_out": "Rendez-vous de départ fixé",
    "slot_out_removed": "Rendez-vous de départ retiré",
    "slot_in": "Rendez-vous de retour fixé",
    "slot_in_removed": "Rendez-vous de retour retiré",
    "incident": "Incident signalé",
    "incident_changed": "Incident complété",
    "incident_closed": "Incident réglé",
}
"""What each step is called; one that is not here is told by its own name."""


async def read_history(
    session: AsyncSession, seen: Seen, *, before: UUID | None, count: int, caller: Caller
) -> list[dict[str, Any]]:
    """Return at most `count` lines, the last first, older than the one of id `before`."""
    row = LoanEntryRow
    wanted = select(row).where(row.loan_id == seen.loan.id)
    if before is not None:
        wanted = wanted.where(row.id < before)
    if not seen.facts["is_lender"]:
        wanted = wanted.where(~row.is_internal)
    found = await session.scalars(wanted.order_by(row.id.desc()).limit(count))
    return [
        {
            "id": entry.id,
            "at": entry.at,
            "action": entry.action,
            "label": LABELS.get(entry.action, entry.action),
            "part": entry.part,
            "is_mine": entry.actor == caller.identity.subject,
            "status": entry.status,
            "reason": entry.reason,
            "changes": entry.changes,
        }
        for entry in found
    ]
