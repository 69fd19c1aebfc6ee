"""Forms by the id of their version. A published one never changes (the database holds that), so it is read once."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.calls.tables import FormVersionRow
from ombelle_events.forms.definition import Definition, read_definition

_KEPT: Final = 32


@dataclass(frozen=True, slots=True)
class PublishedForm:
    """A published version of a call's form, and its number in the call."""

    definition: Definition
    number: int


_known: Final[OrderedDict[UUID, PublishedForm]] = OrderedDict()


async def definition_of(session: AsyncSession, form_version_id: UUID) -> Definition:
    """Return the form of a published version. Raises as `form_of` does."""
    return (await form_of(session, form_version_id)).definition


async def form_of(session: AsyncSession, form_version_id: UUID) -> PublishedForm:
    """Return a published version of a form.

    Raises:
        LookupError: there is none of this id.

    """
    known = _known.get(form_version_id)
    if known is not None:
        _known.move_to_end(form_version_id)
        return known
    row = FormVersionRow
    found = await session.execute(
        select(row.definition, row.number).where(row.id == form_version_id, row.published_at.is_not(None))
    )
    stored = found.one_or_none()
    if stored is None:
        raise LookupError(f"no published form has the id {form_version_id}")
    form = PublishedForm(read_definition(stored.definition), stored.number)
    _known[form_version_id] = form
    if len(_known) > _KEPT:
        _known.popitem(last=False)
    return form
