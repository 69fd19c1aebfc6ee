"""What would become of each application: who is refused and why, and the mails that would leave."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from ombelle_chassis.errors import FieldError, InvalidInput
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.definitions import definition_of
from ombelle_events.applications.viewer import Asker
from ombelle_events.calls.tables import CallRow
from ombelle_events.desk.bulk.domain import (
    REFUSALS,
    Assign,
    Message,
    RemindDraft,
    RequestChanges,
    Stage,
    What,
)
from ombelle_events.desk.bulk.store import BulkStore, Row
from ombelle_events.mailing import rendered
from ombelle_events.reviews.assignments.service import OBSTACLES
from ombelle_events.reviews.assignments.store import AssignmentStore
from ombelle_events.reviews.committee.service import refuse_without_committee
from ombelle_events.reviews.planning import Pick

_PARIS: Final = ZoneInfo("Europe/Paris")
_KEYS: Final = {
    "request_changes": "changes_requested",
    "remind_draft": "draft_reminder",
    "message": "message_received",
}
Refused = tuple[str, str]


class Planner:
    """Looks at applications before something is done with them."""

    def __init__(self, session: AsyncSession, asker: Asker, call: CallRow, what: What) -> None:
        self._session, self._asker, self._call, self._what = session, asker, call, what

    async def refuse_wrong(self) -> None:
        """Refuse what could be done with no application at all.

        Raises:
            InvalidInput: a question is not the form's, or a day is past.
            CommitteeOff: the call is decided without a committee.

        """
        what = self._what
        if isinstance(what, Assign):
            refuse_without_committee(self._call)
        errors = []
        if isinstance(what, RequestChanges) and what.field_ids:
            form = self._call.form_version_id
            known = set()
            if form is not None:
                known = {field.id for field in (await definition_of(self._session, form)).fields()}
            errors = [
                FieldError(
                    f"/body/what/field_ids/{place}", "field_unknown", "Le formulaire n'a pas cette rubrique."
                )
                for place, name in enumerate(what.field_ids)
                if name not in known
            ]
        due_on = what.due_on if isinstance(what, RequestChanges | Assign) else None
        if due_on is not None and due_on < datetime.now(UTC).astimezone(_PARIS).date():
            detail = "Ce jour est passé : choisissez-en un à venir."
            errors.append(FieldError("/body/what/due_on", "in_the_past", detail))
        if errors:
            raise InvalidInput("La demande ne convient pas : voyez les champs signalés.", errors=errors)

    async def refusals(self, standings: Mapping[UUID, Row]) -> dict[UUID, Refused]:
        """Return why nothing can be done with some of these applications."""
        found = {
            one: refused for one, row in standings.items() if (refused := self._refusal(row["card"], row))
        }
        if isinstance(self._what, Assign):
            found |= await self._obstacles([one for one in standings if one not in found])
        return found

    def _refusal(self, card: Mapping[str, Any], row: Row) -> Refused | None:
        what = self._what
        code = None
        if isinstance(what, Assign | Stage) and card["has_conflict"]:
            code = "conflict_of_interest"
        elif isinstance(what, Stage) and card["staged"] is not None:
            code = "staged_elsewhere"
        elif isinstance(what, Message) and "message" not in card["allowed_actions"]:
            code = "own_dossier"
        elif what.action not in card["allowed_actions"]:
            code = "action_impossible"
        elif isinstance(what, RemindDraft) and not row["contact_email"]:
            code = "no_contact"
        return None if code is None else (code, REFUSALS[code])

    async def _obstacles(self, ids: Sequence[UUID]) -> dict[UUID, Refused]:
        """Whoever was asked already is not asked again; where everybody was, nothing is left to do."""
        assert isinstance(self._what, Assign)  # noqa: S101 (asked of no other action)
        picks = [Pick(one, account) for one in ids for account in self._what.account_ids]
        codes = await AssignmentStore(self._session).obstacles(self._call.id, picks)
        of: dict[UUID, list[str | None]] = {}
        for pick, code in zip(picks, codes, strict=True):
            of.setdefault(pick.dossier, []).append(code)
        found = {}
        for one, told in of.items():
            hard = [code for code in told if code not in (None, "assigned_already")]
            if hard or None not in told:
                code = str((hard or told)[0])
                found[one] = (code, OBSTACLES[code])
        return found

    async def mails(self, rows: Sequence[Row], *, public_url: str) -> dict[str, dict[str, Any]]:
        """Return the mail that each holder would get, by id of the application; of a draft, not its address."""
        key = _KEYS.get(self._what.action)
        if key is None:
            return {}
        call, own = await BulkStore(self._session, self._asker, self._call.id).call(key)
        labels = await self._labels()
        found = {}
        for row in rows:
            card = row["card"]
            if not row["contact_email"] or (isinstance(self._what, Message) and row["has_unread"]):
                continue
            values = {
                "title": card["title"] or f"Dossier n° {card['number']}",
                "number": card["number"],
                "organisation": card["organisation"]["name"],
                "recipient": row["contact_name"],
                "call": call["title"],
                "edition": call["year"],
                "contact": call["contact_email"],
                "link": f"{public_url}/espace/dossiers/{card['id']}",
                **self._said(call, labels),
            }
            mail = rendered(key, "fr", values, own)
            to = None if card["status"] == "draft" else row["contact_email"]
            found[card["id"]] = {"to": to, "subject": mail.subject, "text": mail.text, "html": mail.html}
        return found

    def _said(self, call: Row, labels: Mapping[str, str]) -> dict[str, Any]:
        what = self._what
        if isinstance(what, RequestChanges):
            fields = [labels[one] for one in what.field_ids]
            return {"message": what.message, "fields": fields, "due_on": what.due_on}
        if isinstance(what, RemindDraft):
            return draft_reminder(what, call["closes_at"])
        return {"message": what.text} if isinstance(what, Message) else {}

    async def _labels(self) -> dict[str, str]:
        form = self._call.form_version_id
        if form is None or not isinstance(self._what, RequestChanges):
            return {}
        return {field.id: field.label for field in (await definition_of(self._session, form)).fields()}


def draft_reminder(what: RemindDraft, closes_at: datetime) -> dict[str, Any]:
    """Return what a reminder says beside what every mail does: until when, as long as that is to come."""
    is_to_come = closes_at > datetime.now(UTC)
    return {"message": what.message, "due_on": closes_at.astimezone(_PARIS).date() if is_to_come else None}
