"""An application as its viewer may read it. Nothing of an application is told but through here."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.checking import current_form
from ombelle_events.applications.definitions import form_of
from ombelle_events.applications.seeing import Seen, access_of, situation_of
from ombelle_events.applications.transitions import allowed_actions
from ombelle_events.applications.viewer import Asker, Viewer, viewer_of
from ombelle_events.calls.tables import FormVersionRow
from ombelle_events.forms.definition import Definition, read_definition
from ombelle_events.forms.taking_over import without_identity
from ombelle_events.geography.tables import CommuneRow

BUDGET_PURPOSES: Final = frozenset({"budget_expenses", "budget_income", "requested_amount"})


def visible_answers(
    definition: Definition, answers: Mapping[str, Any], viewer: Viewer
) -> dict[str, Any] | None:
    """Return the answers that somebody may read, `None` when none at all.

    Answers to fields of a former form are left out: `describe` tells them apart.
    """
    if not viewer.sees_answers:
        return None
    known = answers if viewer.sees_who else without_identity(definition, answers)
    return {
        field.id: known[field.id]
        for field in definition.fields()
        if field.id in known and (viewer.sees_budget or field.purpose not in BUDGET_PURPOSES)
    }


async def describe(session: AsyncSession, seen: Seen) -> dict[str, Any]:
    """Return an application as those who see it read it: what they may not is null."""
    application, viewer, facts = seen.application, seen.viewer, seen.facts
    form_version_id = current_form(seen)
    form = await form_of(session, form_version_id)
    definition = form.definition
    commune = facts["commune_name"]
    if application.commune_insee != facts["commune_read"]:  # a save has just changed it
        commune = await session.scalar(
            select(CommuneRow.name).where(CommuneRow.insee == application.commune_insee)
        )
    is_told = viewer.sees_answers or viewer.is_coordination
    return {
        **_head(application.__dict__ | dict(facts), viewer, commune),
        "decided_at": application.decided_at if viewer.sees_answers else None,
        "amount_granted_cents": application.amount_granted_cents if viewer.sees_budget else None,
        "form": {
            "version_id": form_version_id,
            "number": form.number,
            "is_newer": form_version_id != application.form_version_id,
        },
        "answers": visible_answers(definition, application.answers, viewer),
        "former_answers": await _former_answers(session, seen, definition),
        "stale_fields": list(application.stale_fields) if viewer.is_editor else [],
        "access": _access(seen),
        "answer_by": seen.situation.answer_by if viewer.sees_messages else None,
        "withdrawn_at": application.withdrawn_at if is_told else None,
        "withdrawal_reason": application.withdrawal_reason if viewer.sees_messages else None,
        "renewed_from_id": application.renewed_from_id if viewer.is_party else None,
        "transfer": _transfer(seen),
        "created_at": application.created_at,
        "saved_at": application.updated_at,
        "allowed_actions": seen.allowed_actions,
    }


def _access(seen: Seen) -> dict[str, Any]:
    access = seen.situation.access
    return {
        "state": access.state,
        "until": access.until,
        "by_code": seen.application.access_code_id is not None,
    }


def _head(row: Mapping[str, Any], viewer: Viewer, commune: str | None) -> dict[str, Any]:
    """Return what lists and pages have in common."""
    knows = viewer.sees_who
    is_read = viewer.sees_answers
    return {
        "id": row["id"],
        "call": {"id": row["call_id"], "title": row["call_title"], "edition": row["year"]},
        "number": row["number"],
        "organisation": {"id": row["organisation_id"], "name": row["organisation_name"]} if knows else None,
        "status": row["status"],
        "decision": row["decision"] if is_read else None,
        "title": row["title"] if knows or not row["title_is_identifying"] else None,
        "theme": row["theme"] if is_read else None,
        "commune": (
            {"insee": row["commune_insee"], "name": commune} if is_read and row["commune_insee"] else None
        ),
        "department": row["department"] if is_read else None,
        "submitted_at": row["submitted_at"],
        "updated_at": row["updated_at"],
        "version": row["version"],
        "standing": viewer.standing,
    }


def describe_listed(row: Mapping[str, Any], asker: Asker) -> dict[str, Any]:
    """Return an application of a list, from the columns of the store's page."""
    viewer = viewer_of(row, asker)
    access = access_of(row)
    return {
        **_head(row, viewer, row["commune_name"]),
        "access": {"state": access.state, "until": access.until},
        "allowed_actions": allowed_actions(situation_of(row, row), viewer),
    }


def _transfer(seen: Seen) -> dict[str, Any] | None:
    facts, viewer = seen.facts, seen.viewer
    is_told = viewer.is_editor or viewer.is_coordination or viewer.is_invited
    if facts["transfer_id"] is None or not is_told:
        return None
    to = {"id": facts["transfer_to"], "name": facts["transfer_to_name"]}
    actions = ["accept", "decline"] if facts["is_taker"] and viewer.may_write else []
    if "transfer" in seen.allowed_actions:
        actions.append("take_back")
    return {
        "id": facts["transfer_id"],
        "to_organisation": to,
        "asked_at": facts["transfer_asked_at"],
        "allowed_actions": actions,
    }


async def _former_answers(session: AsyncSession, seen: Seen, definition: Definition) -> list[dict[str, Any]]:
    """Return answers to fields that the form has no more, under the labels that they had last."""
    known = {field.id for field in definition.fields()}
    gone = [name for name in seen.application.answers if name not in known]
    if not gone or not (seen.viewer.is_editor or (seen.viewer.is_coordination and seen.viewer.was_sent)):
        return []
    labels = await _labels(session, seen.application.call_id)
    return [
        {"field_id": name, "label": labels.get(name, name), "value": seen.application.answers[name]}
        for name in gone
    ]


async def _labels(session: AsyncSession, call_id: UUID) -> dict[str, str]:
    """Return the label of every field that a form of this call ever had, as it was last."""
    stored = await session.scalars(
        select(FormVersionRow.definition)
        .where(FormVersionRow.call_id == call_id, FormVersionRow.published_at.is_not(None))
        .order_by(FormVersionRow.number)
    )
    return {field.id: field.label for one in stored for field in read_definition(one).fields()}
