"""A new call, in the transaction of whoever begins it."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.calls.errors import CallUnknown, EditionUnknown
from ombelle_events.calls.form_versions.store import FormStore
from ombelle_events.calls.starting import (
    starting_call,
    starting_criteria,
    starting_dates,
    starting_form,
    starting_texts,
    years_later,
)
from ombelle_events.calls.store import CallStore
from ombelle_events.calls.tables import CallRow, CriterionRow, TextTemplateRow
from ombelle_events.programme.tables import EditionRow

_TAKEN_OVER: Final = (
    "introduction", "closing_policy", "grace_minutes", "closed_message", "charter_rules", "has_scoring",
    "has_committee", "quorum", "is_anonymous", "reviews_per_application", "budget_cents", "contact_email",
)  # fmt: skip
_CRITERION: Final = ("name", "help", "weight", "scale", "rank")
_TEXT: Final = ("kind", "key", "subject", "body")


async def begin_call(session: AsyncSession, values: Mapping[str, Any], *, by: str) -> CallRow:
    """Write a call with its form, criteria and texts, not online yet.

    Args:
        session: in the transaction that begins it.
        values: `edition` (a year), and `from_call_id`, `title`, `opens_at`, `closes_at`, each of which may be `None`.
        by: who begins it.

    Raises:
        EditionUnknown: no edition is of this year.
        CallUnknown: the call to begin from is not there.
        IntegrityError: it would close before it opens.

    """
    store = CallStore(session)
    edition = await store.edition(values["edition"])
    if edition is None:
        raise EditionUnknown(f"Aucune édition n'est de {values['edition']} : créez-la d'abord.")
    former = None
    if values["from_call_id"] is not None:
        former = await store.call(values["from_call_id"])
        if former is None:
            raise CallUnknown("L'appel à reprendre n'existe pas.")
    begun = _settings(edition) if former is None else await _former_settings(session, edition, former)
    given = {name: values[name] for name in ("title", "opens_at", "closes_at") if values[name] is not None}
    call = await store.add({**begun, **given, "edition_id": edition.id, "created_by": by})
    await FormStore(session).add(call.id, await _form(session, former), number=1, by=by)
    await _write_parts(session, call.id, former, by=by)
    return call


def _settings(edition: EditionRow) -> dict[str, Any]:
    opens_at, closes_at = starting_dates(edition.starts_on)
    return {**starting_call(), "title": _title(edition), "opens_at": opens_at, "closes_at": closes_at}


async def _former_settings(session: AsyncSession, edition: EditionRow, former: CallRow) -> dict[str, Any]:
    """Return what a call had, at the same days of the new edition's year; its title says the new year."""
    year = await session.scalar(select(EditionRow.year).where(EditionRow.id == former.edition_id)) or 0
    later = edition.year - year
    return {
        **{name: getattr(former, name) for name in _TAKEN_OVER},
        "title": former.title.replace(str(year), str(edition.year)),
        "opens_at": years_later(former.opens_at, later),
        "closes_at": years_later(former.closes_at, later),
    }


def _title(edition: EditionRow) -> str:
    return f"Appel à projets de la Fête de la science {edition.year}"


async def _form(session: AsyncSession, former: CallRow | None) -> dict[str, Any]:
    if former is None:
        return starting_form()
    forms = FormStore(session)
    found = await forms.published(former.id) or await forms.draft(former.id)
    return starting_form() if found is None else found.definition


async def _write_parts(session: AsyncSession, call_id: UUID, former: CallRow | None, *, by: str) -> None:
    if former is None:
        criteria = [{**one, "rank": rank} for rank, one in enumerate(starting_criteria(), 1)]
        texts: list[dict[str, Any]] = [
            {"kind": kind, "key": key, **text} for (kind, key), text in starting_texts().items()
        ]
    else:
        criteria = [
            {name: getattr(one, name) for name in _CRITERION}
            for one in await CallStore(session).criteria(former.id)
        ]
        kept = await session.scalars(select(TextTemplateRow).where(TextTemplateRow.call_id == former.id))
        texts = [{name: getattr(one, name) for name in _TEXT} for one in kept]
    if criteria:
        await session.execute(insert(CriterionRow), [{**one, "call_id": call_id} for one in criteria])
    if texts:
        written = [{**one, "call_id": call_id, "updated_by": by} for one in texts]
        await session.execute(insert(TextTemplateRow), written)
