"""What the programs of an organisation may ask to be told: a closed list, by what it is about and what happened.

Each goes out as `{"type", "timestamp", "data"}`, where `data` holds `organisation_id`, `subject` (`kind`, `id`) and what
is said below; the rest is read from the API, with a token.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class WebhookEvent:
    """Something that may be told: its name, `thing.happened`, and how people call it."""

    name: str
    label_fr: str
    label_en: str


_ALL: Final = (
    WebhookEvent("application.submitted", "Dossier déposé", "Application submitted"),
    WebhookEvent("application.changes_requested", "Compléments demandés", "Changes requested"),
    WebhookEvent("application.resubmitted", "Compléments envoyés", "Changes sent"),
    WebhookEvent("application.withdrawn", "Dossier retiré", "Application withdrawn"),
    WebhookEvent("application.decided", "Décision rendue", "Application decided"),
    WebhookEvent("message.received", "Message reçu de la coordination", "Message received"),
    WebhookEvent("project.confirmed", "Projet confirmé", "Project confirmed"),
    WebhookEvent("project.cancelled", "Projet annulé", "Project cancelled"),
    WebhookEvent("change_proposal.settled", "Modification acceptée ou refusée", "Change proposal settled"),
    WebhookEvent("event.published", "Événement publié", "Event published"),
    WebhookEvent("session.changed", "Séance modifiée", "Session changed"),
    WebhookEvent("session.cancelled", "Séance annulée", "Session cancelled"),
    WebhookEvent("loan.requested", "Prêt demandé", "Loan requested"),
    WebhookEvent("loan.held", "Option posée", "Loan on hold"),
    WebhookEvent("loan.waitlisted", "Prêt sur liste d’attente", "Loan on the waiting list"),
    WebhookEvent(
        "loan.offered", "Prêt proposé depuis la liste d’attente", "Loan offered from the waiting list"
    ),
    WebhookEvent("loan.expired", "Option expirée", "Hold expired"),
    WebhookEvent("loan.approved", "Prêt accepté", "Loan approved"),
    WebhookEvent("loan.declined", "Prêt refusé", "Loan declined"),
    WebhookEvent("loan.changed", "Dates ou montant d’un prêt modifiés", "Days or fee of a loan changed"),
    WebhookEvent("loan.agreement_sent", "Convention envoyée", "Agreement sent"),
    WebhookEvent("loan.confirmed", "Prêt confirmé", "Loan confirmed"),
    WebhookEvent("loan.out", "Outil sorti", "Item handed over"),
    WebhookEvent("loan.late", "Outil en retard", "Item late"),
    WebhookEvent("loan.returned", "Outil rentré", "Item returned"),
    WebhookEvent("loan.inspected", "Outil vérifié", "Item inspected"),
    WebhookEvent("loan.closed", "Prêt clos", "Loan closed"),
    WebhookEvent("loan.cancelled", "Prêt annulé", "Loan cancelled"),
)

EVENTS: Final[Mapping[str, WebhookEvent]] = MappingProxyType({event.name: event for event in _ALL})
"""Every event by its name, in the order that people are shown."""
TEST: Final = "webhook.test"
"""What a webhook is sent when somebody tries it; nobody subscribes to it."""
