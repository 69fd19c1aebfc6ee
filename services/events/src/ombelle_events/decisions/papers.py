"""Letters and minutes as PDFs, out of what was frozen when a batch was applied: the same bytes whenever they are asked.

The rows are read in a transaction, which is over before typst begins.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from ombelle_chassis.mail_templates import long_day
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.seeing import look_at
from ombelle_events.applications.viewer import Asker
from ombelle_events.decisions.applying import Agency
from ombelle_events.decisions.errors import BatchNotApplied, ItemUnknown, LetterUnknown
from ombelle_events.decisions.plan import LOCALE, make_plan
from ombelle_events.decisions.service import known_batch
from ombelle_events.decisions.store import DecisionStore
from ombelle_events.documents.pdf import make_pdf
from ombelle_events.wording import euros

_PARIS: Final = ZoneInfo("Europe/Paris")
_SIGNATURE: Final = "La coordination de la Fête de la science"
_SECTIONS: Final = (
    ("labelled", "Projets labellisés"),
    ("waitlisted", "Liste complémentaire"),
    ("not_labelled", "Projets non retenus"),
)


class PapersService:
    """Makes the letters and the minutes that somebody may read."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], asker: Asker, agency: Agency) -> None:
        self._sessions = sessions
        self._asker = asker
        self._agency = agency

    async def letters(self, application_id: UUID) -> list[dict[str, Any]]:
        """Return the letters that told decisions on an application, the last one first.

        Raises:
            ApplicationUnknown, LetterUnknown: there is no such application, or its letters are not the caller's to
                read: they tell amounts, and the holder's name.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, self._asker, application_id)
            if not (seen.viewer.is_editor or seen.viewer.is_coordination):
                raise LetterUnknown("Ce dossier n'a pas de lettre pour vous.")
            rows = await DecisionStore(session, self._asker).letters(application_id)
            return [dict(row) for row in rows]

    async def letter_pdf(self, application_id: UUID, number: int | None) -> bytes:
        """Return a letter: the one of this number, or the last one.

        Raises:
            ApplicationUnknown, LetterUnknown: there is none that the caller may read.

        """
        found = [row for row in await self.letters(application_id) if number in (None, row["number"])]
        if not found:
            raise LetterUnknown("Aucune lettre ne dit encore de décision sur ce dossier.")
        return await make_pdf("letter", _frozen(found[0]), made_at=found[0]["made_at"])

    async def letters_pdf(self, batch_id: UUID) -> bytes:
        """Return every letter of an applied batch, one after the other.

        Raises:
            BatchUnknown: there is no such batch.
            BatchNotApplied: it has no letter yet.

        """
        async with self._sessions() as session, session.begin():
            store = DecisionStore(session, self._asker)
            batch = await known_batch(store, batch_id)
            letters = await store.batch_letters(batch_id)
        if not letters:
            raise BatchNotApplied("Ce lot n'est pas appliqué : il n'a pas encore de lettres.")
        values = {
            "sender": letters[0]["sender"],
            "title": batch["title"],
            "letters": [_frozen(letter) for letter in letters],
        }
        return await make_pdf("letters", values, made_at=letters[0]["made_at"])

    async def draft_letter_pdf(self, batch_id: UUID, application_id: UUID) -> bytes:
        """Return a letter of a staged batch as it would leave, without its number.

        Raises:
            BatchUnknown, ItemUnknown: there is none.

        """
        now = datetime.now(UTC)
        async with self._sessions() as session, session.begin():
            store = DecisionStore(session, self._asker)
            batch = await known_batch(store, batch_id)
            today = now.astimezone(_PARIS).date()
            plan = await make_plan(
                store, batch, public_url=self._agency.public_url, today=today, only=application_id
            )
        letter = plan.lines[0].letter if plan.lines else None
        if letter is None:
            raise ItemUnknown("Ce lot ne décide rien de ce dossier, ou sa lettre ne peut être remplie.")
        words = {"recipient": letter.recipient, "subject": letter.subject, "text": letter.text}
        values = {
            **_letter_values(words, sender=self._agency.name, contact=batch["contact_email"], at=now),
            "reference": "Projet de lettre",
        }
        return await make_pdf("letter", values, made_at=now)

    async def minutes_pdf(self, batch_id: UUID) -> bytes:
        """Return the minutes of an applied batch.

        Raises:
            BatchUnknown: there is no such batch.
            BatchNotApplied: it has none yet.

        """
        async with self._sessions() as session, session.begin():
            batch = await known_batch(DecisionStore(session, self._asker), batch_id)
            minutes, applied_at = batch["minutes"], batch["applied_at"]
        if minutes is None:
            raise BatchNotApplied("Ce lot n'est pas appliqué : il n'a pas encore de procès-verbal.")
        return await make_pdf("minutes", minutes_values(minutes, applied_at), made_at=applied_at)


def letter_reference(year: int, number: int) -> str:
    """Return how a letter is called: « Lettre n° 2027-012 »."""
    return f"Lettre n° {year}-{number:03}"


def _frozen(letter: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a letter shows, out of its row alone."""
    return {
        **_letter_values(
            letter, sender=letter["sender"], contact=letter["sender_contact"], at=letter["made_at"]
        ),
        "reference": letter_reference(letter["year"], letter["number"]),
    }


def _letter_values(
    words: Mapping[str, Any], *, sender: str, contact: str | None, at: datetime
) -> dict[str, Any]:
    return {
        "sender": sender,
        "sender_lines": [contact] if contact else [],
        "day": f"Le {long_day(at, LOCALE)}",
        "signature": _SIGNATURE,
        **{name: words[name] for name in ("recipient", "subject", "text")},
    }


def minutes_values(minutes: Mapping[str, Any], applied_at: datetime) -> dict[str, Any]:
    """Return what the template of minutes shows, out of what was frozen with the batch."""
    name = minutes["applied_by"]["name"]
    day = long_day(applied_at, LOCALE)
    return {
        "sender": minutes["sender"],
        "sender_lines": [minutes["contact"]] if minutes["contact"] else [],
        "title": f"Procès-verbal : {minutes['title']}",
        "call": f"{minutes['call']} · édition {minutes['edition']}",
        "facts": _facts(minutes),
        "notes": minutes["notes"],
        "present": [row["name"] for row in minutes["present"]],
        "stood_back": [
            f"{row['name']} n'a pas pris part à l'examen du dossier n° {row['number']}."
            for row in minutes["stood_back"]
        ],
        "sections": [
            _section(decision, title, rows)
            for decision, title in _SECTIONS
            if (rows := [item for item in minutes["items"] if item["decision"] == decision])
        ],
        "totals": _totals(minutes),
        "signature": f"Décisions appliquées le {day}" + (f" par {name}." if name else "."),
    }


def _facts(minutes: Mapping[str, Any]) -> list[dict[str, str]]:
    facts = []
    if minutes["sitting_on"]:
        facts.append(("Séance du", long_day(date.fromisoformat(minutes["sitting_on"]), LOCALE)))
    if minutes["quorum"] is not None:
        present = len(minutes["present"])
        facts.append(("Quorum", f"{minutes['quorum']} (présents : {present}), atteint."))
    elif minutes["has_committee"]:
        facts.append(("Quorum", "aucun n'est demandé pour cet appel."))
    return [{"name": name, "value": value} for name, value in facts]


def _section(decision: str, title: str, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a table of one kind of decision. Widths are shares of the line, 0 as wide as the content."""
    columns, widths = ["N°", "Projet", "Structure"], [0, 3, 3]
    extra = {"labelled": "Montant", "waitlisted": "Rang"}.get(decision)
    if extra:
        columns, widths = [*columns, extra], [*widths, 0]
    if decision == "waitlisted":
        rows = sorted(rows, key=lambda row: (row["rank"] is None, row["rank"] or 0, row["number"]))
    lines = []
    for row in rows:
        cells = [str(row["number"]), row["title"] or "", row["organisation"] or ""]
        if decision == "labelled":
            cells.append("" if row["amount_cents"] is None else euros(row["amount_cents"], LOCALE))
        if decision == "waitlisted":
            cells.append("" if row["rank"] is None else str(row["rank"]))
        was = "Appelé de la liste complémentaire.\n" if row["was"] == "waitlisted" else ""
        lines.append([*cells, was + row["motivation"]])
    return {
        "title": f"{title} ({len(rows)})",
        "columns": [*columns, "Motif"],
        "widths": [*widths, 4],
        "rows": lines,
    }


def _totals(minutes: Mapping[str, Any]) -> list[str]:
    totals = minutes["totals"]
    lines = [f"{totals['total']} dossiers décidés."]
    lines += [f"{minutes['labels'][name]} : {totals[name]}." for name, _ in _SECTIONS]
    granted = sum(item["amount_cents"] or 0 for item in minutes["items"])
    if granted or minutes["budget_cents"] is not None:
        lines.append(f"Montant accordé : {euros(granted, LOCALE)}.")
    if minutes["budget_cents"] is not None:
        left = minutes["budget_cents"] - minutes["granted_before_cents"] - granted
        lines.append(f"Reste sur le budget de l'appel : {euros(left, LOCALE)}.")
    return lines
