"""What applying a batch would do: every mail and letter as it would leave, and everything to look at before."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from email_validator import EmailNotValidError, validate_email
from jinja2 import TemplateError

from ombelle_events.calls.starting import starting_texts
from ombelle_events.decisions.domain import DECISION_LABELS, Warned, counted, state_warning
from ombelle_events.decisions.store import DecisionStore, Row
from ombelle_events.mailing import Mail, OwnWords, rendered
from ombelle_events.wording import euros, filled, filled_line, spoken

LOCALE: Final = "fr"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it would leave, without its number and its day."""

    recipient: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """What would become of one application. Without an address there is no mail; without texts that fill, neither."""

    row: Row
    mail: Mail | None
    letter: Letter | None
    warnings: tuple[Warned, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What applying a batch would do, as somebody of the coordination may see it."""

    batch: Row
    present: Sequence[Row]
    stood_back: Sequence[Row]
    lines: tuple[Line, ...]
    warnings: tuple[Warned, ...]

    def all_warnings(self) -> list[Warned]:
        """Return the batch's warnings, then those of its lines."""
        return [*self.warnings, *(warned for line in self.lines for warned in line.warnings)]

    def shown(self) -> dict[str, Any]:
        """Return what the previewed and the applied are compared by, as JSON; texts by their digests."""
        sitting_on: date | None = self.batch["sitting_on"]
        return {
            "batch": {
                "sitting_on": sitting_on.isoformat() if sitting_on else None,
                "present": [row["name"] for row in self.present],
            },
            "items": {str(line.row["application_id"]): _line_shown(line) for line in self.lines},
        }


async def make_plan(
    store: DecisionStore, batch: Row, *, public_url: str, today: date, only: UUID | None = None
) -> Plan:
    """Read a batch and make everything that would leave.

    Args:
        store: of the transaction and of whoever asks; what they may not know of is left out.
        batch: a row of `DecisionStore.batches`.
        public_url: what links begin with.
        today: the day in Paris: the day of the decision where the batch has no sitting.
        only: the one application to look at.

    """
    batch_id: UUID = batch["id"]
    rows = await store.items(batch_id, only)
    present, stood_back = await store.present(batch_id), await store.stood_back(batch_id)
    texts = await store.texts(batch["call_id"])
    decidable = await store.decidable(batch_id)
    known = {row["application_id"]: row["number"] for row in rows}
    stood_back = [row for row in stood_back if row["application_id"] in known]
    lines = tuple(
        _line(
            row, batch, texts, is_decidable=row["application_id"] in decidable, link=public_url, today=today
        )
        for row in rows
    )
    return Plan(batch, present, stood_back, lines, tuple(_warnings(batch, present, stood_back, known, rows)))


def _line(
    row: Row,
    batch: Row,
    texts: Mapping[tuple[str, str], Row],
    *,
    is_decidable: bool,
    link: str,
    today: date,
) -> Line:
    warnings = _line_warnings(row, batch, is_decidable=is_decidable)
    values = _values(row, batch, link=link, today=today)
    address = _address(row["contact_email"])
    mail, letter = None, None
    if address is None:
        detail = (
            "Le dossier ne donne pas d'adresse valable : aucun courriel ne partira, la lettre reste à lire."
        )
        warnings.append(_warned("contact_missing", detail, row))
    try:
        if address is not None:
            mail = _mail(address, row, values, texts.get(("mail", row["decision"])))
        letter = _letter(row, values, texts.get(("letter", row["decision"])))
    except TemplateError as error:
        warnings.append(_warned("text_broken", f"Un texte de l'appel ne peut être rempli : {error}.", row))
    return Line(row, mail, letter, tuple(warnings))


def _values(row: Row, batch: Row, *, link: str, today: date) -> dict[str, Any]:
    return {
        "title": row["title"] or f"Projet n° {row['number']}",
        "number": row["number"],
        "organisation": row["organisation_name"],
        "recipient": row["contact_name"],
        "call": batch["call_title"],
        "edition": batch["year"],
        "theme": batch["theme"],
        "contact": batch["contact_email"],
        "link": f"{link}/espace/dossiers/{row['application_id']}",
        "amount": row["amount_cents"],
        "motivation": row["motivation"],
        "rank": row["rank"],
        "decided_on": batch["sitting_on"] or today,
    }


def _mail(to: str, row: Row, values: Mapping[str, Any], own: Row | None) -> Mail:
    words = OwnWords(own["subject"], own["body"]) if own else None
    about = ("application", str(row["application_id"]))
    return Mail(to, LOCALE, row["decision"], about, rendered(row["decision"], LOCALE, values, words))


def _letter(row: Row, values: Mapping[str, Any], own: Row | None) -> Letter:
    words = own or starting_texts()["letter", row["decision"]]
    # A letter is kept for good: it is written to the organisation, and names nobody.
    texts = spoken({**values, "recipient": row["organisation_name"]}, LOCALE)
    return Letter(
        recipient=texts["organisation"],
        subject=filled_line(words["subject"], texts),
        text=filled(words["body"], texts).strip() + "\n",
    )


def _address(value: str | None) -> str | None:
    """Return a mail address that mail can be sent to, `None` for anything else."""
    try:
        return validate_email(value or "", check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def _line_warnings(row: Row, batch: Row, *, is_decidable: bool) -> list[Warned]:
    found = []
    if stands := state_warning(row["status"], row["present_decision"], may_be_decided=is_decidable):
        found.append(_warned(stands[0], stands[1], row))
    if row["stager_has_conflict"]:
        detail = (
            f"{row['staged_by_name'] or 'Qui'} a préparé cette décision et a depuis un conflit d'intérêts."
        )
        found.append(_warned("conflict_of_interest", detail, row))
    if row["decision"] == "not_labelled" and not row["motivation"]:
        found.append(_warned("motivation_missing", "Un refus sans motif se conteste : écrivez-en un.", row))
    if row["decision"] == "waitlisted" and row["rank"] is None:
        found.append(_warned("rank_missing", "Ce dossier n'a pas de rang sur la liste complémentaire.", row))
    reviews = row["reviews"] or 0
    if batch["has_scoring"] and batch["has_committee"] and reviews < batch["reviews_per_application"]:
        detail = f"{reviews} avis sur {batch['reviews_per_application']} attendus."
        found.append(_warned("reviews_missing", detail, row))
    return found


def _warnings(
    batch: Row,
    present: Sequence[Row],
    stood_back: Sequence[Row],
    known: Mapping[UUID, int],
    rows: Sequence[Row],
) -> list[Warned]:
    found = []
    if not rows:
        found.append(Warned("batch_empty", "Ce lot ne décide rien."))
    if batch["quorum"] is not None and len(present) < batch["quorum"]:
        detail = f"{len(present)} membres présents, le quorum est de {batch['quorum']}."
        found.append(Warned("quorum_missing", detail))
    if batch["has_committee"] and batch["sitting_on"] is None:
        found.append(Warned("sitting_day_missing", "Le jour de la séance n'est pas indiqué."))
    over = over_budget(batch, rows)
    if over > 0:
        detail = f"Le budget de l'appel est dépassé de {euros(over, LOCALE)}."
        found.append(Warned("budget_exceeded", detail))
    for row in stood_back:
        number = known[row["application_id"]]
        detail = f"{row['name']} a un conflit d'intérêts avec le dossier n° {number} : son déport figurera au procès-verbal."
        found.append(Warned("present_with_conflict", detail, row["application_id"], number))
    return found


def over_budget(batch: Row, rows: Sequence[Row]) -> int:
    """Return by how many cents the call's budget would be exceeded; 0 or less when it is not."""
    if batch["budget_cents"] is None:
        return 0
    granted: int = batch["granted_cents"]
    return granted + sum(row["amount_cents"] or 0 for row in rows) - int(batch["budget_cents"])


def _warned(code: Any, detail: str, row: Row) -> Warned:
    return Warned(code, detail, row["application_id"], row["number"])


def _line_shown(line: Line) -> dict[str, Any]:
    row = line.row
    mail, letter = line.mail, line.letter
    return {
        **{name: row[name] for name in ("number", "title", "decision", "amount_cents", "rank", "motivation")},
        "organisation": row["organisation_name"],
        "mail": _digest(str(mail.to), mail.rendered.subject, mail.rendered.text, mail.rendered.html)
        if mail
        else None,
        "letter": _digest(letter.recipient, letter.subject, letter.text) if letter else None,
    }


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def minutes_of(plan: Plan, *, sender: str, applied_by: str, applied_by_name: str | None) -> dict[str, Any]:
    """Return what the minutes say, as JSON: frozen with the batch. People stand there by id and name."""
    batch = plan.batch
    numbers = {line.row["application_id"]: line.row["number"] for line in plan.lines}
    sitting_on: date | None = batch["sitting_on"]
    return {
        "sender": sender,
        "contact": batch["contact_email"],
        "title": batch["title"],
        "call": batch["call_title"],
        "edition": batch["year"],
        "sitting_on": sitting_on.isoformat() if sitting_on else None,
        "has_committee": batch["has_committee"],
        "quorum": batch["quorum"],
        "notes": batch["notes"],
        "present": [{"account_id": str(row["account_id"]), "name": row["name"]} for row in plan.present],
        "stood_back": [
            {
                "account_id": str(row["account_id"]),
                "name": row["name"],
                "number": numbers[row["application_id"]],
            }
            for row in plan.stood_back
        ],
        "applied_by": {"account_id": applied_by, "name": applied_by_name},
        "budget_cents": batch["budget_cents"],
        "granted_before_cents": batch["granted_cents"],
        "items": [
            {
                "number": line.row["number"],
                "title": line.row["title"],
                "organisation": line.row["organisation_name"],
                "was": line.row["present_decision"],
                **{name: line.row[name] for name in ("decision", "amount_cents", "motivation", "rank")},
            }
            for line in plan.lines
        ],
        "totals": counted(line.row["decision"] for line in plan.lines),
        "labels": dict(DECISION_LABELS),
    }
