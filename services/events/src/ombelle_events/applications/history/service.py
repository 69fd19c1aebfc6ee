"""The use case of an application's history: one transaction."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.describing import BUDGET_PURPOSES
from ombelle_events.applications.history.readable import (
    communes_in,
    difference,
    fields_by_pointer,
    readable,
)
from ombelle_events.applications.seeing import Seen, look_at
from ombelle_events.applications.tables import ApplicationEntryRow
from ombelle_events.applications.viewer import Asker, Viewer
from ombelle_events.calls.tables import FormVersionRow
from ombelle_events.forms.definition import Field, read_definition
from ombelle_events.geography.tables import CommuneRow

LABELS: Final[Mapping[str, str]] = {
    "begun": "Dossier commencé",
    "renewed": "Dossier repris d'une édition passée",
    "edited": "Dossier modifié",
    "submitted": "Dossier déposé",
    "withdrawn": "Dossier retiré",
    "discarded": "Brouillon écarté",
    "incomplete_at_closing": "Non déposé à la clôture : dossier incomplet",
    "access_code_used": "Code d'accès utilisé",
    "party_invited": "Participant invité",
    "party_changed": "Rôle d'un participant changé",
    "party_removed": "Participant retiré",
    "party_accepted": "Participation acceptée",
    "party_refused": "Participation refusée",
    "transfer_offered": "Transfert proposé",
    "transfer_taken_back": "Transfert annulé",
    "transfer_accepted": "Transfert accepté",
    "transfer_declined": "Transfert refusé",
    "changes_requested": "Compléments demandés",
    "resubmitted": "Compléments envoyés",
    "draft_reminded": "Relance envoyée",
    "review_started": "Instruction commencée",
    "decided": "Décision rendue",
}
"""What each action is called; one of another aggregate that is not here is told by its own name."""
DECISIONS: Final[Mapping[str | None, str]] = {
    "labelled": "Labellisé",
    "waitlisted": "Sur liste complémentaire",
    "not_labelled": "Non retenu",
}
"""How people read a decision."""


class HistoryService:
    """What happened to an application, as its viewer may read it."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def history(
        self, application_id: UUID, *, before: UUID | None, count: int, asker: Asker
    ) -> list[dict[str, Any]]:
        """Return at most `count` entries, the last first, older than the one of id `before`.

        Raises:
            ApplicationUnknown: no application that the asker may know of has this id.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id)
            entries = await _entries(session, seen, before=before, count=count)
            fields = await _fields(session, seen.application.call_id)
            communes = await _communes(session, entries)
        return [_described(entry, seen.viewer, asker, fields, communes) for entry in entries]


async def _entries(
    session: AsyncSession, seen: Seen, *, before: UUID | None, count: int
) -> Sequence[ApplicationEntryRow]:
    row = ApplicationEntryRow
    wanted = select(row).where(
        row.application_id == seen.application.id, row.audience.in_(_audiences(seen.viewer))
    )
    if before is not None:
        wanted = wanted.where(row.id < before)
    if not seen.viewer.is_party:
        # What a draft said before it was sent is its holders' own.
        wanted = wanted.where((row.action != "edited") | (row.status != "draft"))
    if not seen.viewer.sees_who:
        wanted = wanted.where(row.action.not_like("party%"), row.action.not_like("transfer%"))
    return list(await session.scalars(wanted.order_by(row.id.desc()).limit(count)))


def _audiences(viewer: Viewer) -> list[str]:
    if viewer.sees_reviews:
        return ["applicant", "committee", "staff"]
    return ["applicant", "committee"] if viewer.is_reviewer else ["applicant"]


async def _fields(session: AsyncSession, call_id: UUID) -> dict[str, Field]:
    stored = await session.scalars(
        select(FormVersionRow.definition)
        .where(FormVersionRow.call_id == call_id, FormVersionRow.published_at.is_not(None))
        .order_by(FormVersionRow.number)
    )
    return fields_by_pointer(read_definition(one) for one in stored)


async def _communes(session: AsyncSession, entries: Sequence[ApplicationEntryRow]) -> dict[str, str]:
    codes = communes_in(
        [change.get(side) for entry in entries for change in entry.changes for side in ("before", "after")]
    )
    found = await session.execute(
        select(CommuneRow.insee, CommuneRow.name).where(CommuneRow.insee.in_(codes))
    )
    return {row.insee: row.name for row in found}


def _described(
    entry: ApplicationEntryRow,
    viewer: Viewer,
    asker: Asker,
    fields: Mapping[str, Field],
    communes: Mapping[str, str],
) -> dict[str, Any]:
    return {
        "id": entry.id,
        "at": entry.at,
        "until": entry.until,
        "action": entry.action,
        "label": LABELS.get(entry.action, entry.action),
        "side": entry.side,
        "is_mine": entry.actor == asker.actor,
        "audience": entry.audience,
        "status": entry.status,
        "reason": entry.reason if viewer.sees_messages else None,
        "changes": [
            _change(change, fields.get(change["pointer"]), communes)
            for change in entry.changes
            if _may_read(change["pointer"], fields, viewer)
        ],
    }


def _may_read(pointer: str, fields: Mapping[str, Field], viewer: Viewer) -> bool:
    field = fields.get(pointer)
    if field is None:
        return viewer.is_editor or viewer.is_coordination or (viewer.is_party and pointer == "/parties")
    hides_rows = any(one.is_identifying for one in field.fields)
    if not viewer.sees_who and (field.is_identifying or hides_rows):
        return False
    return viewer.sees_budget or field.purpose not in BUDGET_PURPOSES


def _change(change: Mapping[str, Any], field: Field | None, communes: Mapping[str, str]) -> dict[str, Any]:
    before, after = change["before"], change["after"]
    if change["pointer"] == "/decision":
        before, after = DECISIONS.get(before), DECISIONS.get(after)
    else:
        before, after = readable(field, before, communes), readable(field, after, communes)
    return {
        "pointer": change["pointer"],
        "label": change["label"],
        "before": before,
        "after": after,
        "difference": difference(before, after),
    }
