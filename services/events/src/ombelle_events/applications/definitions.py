"""Forms by the id of their version. A published one never changes (the database holds that), so it is read once."""

from collections import OrderedDict
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.calls.tables import FormVersionRow
from ombelle_events.forms.definition import Definition, read_definition

_KEPT: Final = 32
_known: Final[OrderedDict[UUID, Definition]] = OrderedDict()


async def definition_of(session: AsyncSession, form_version_id: UUID) -> Definition:
    """Return the form of a published version.

    Raises:
        LookupError: there is none of this id.

    """
    known = _known.get(form_version_id)
    if known is not None:
        _known.move_to_end(form_version_id)
        return known
    found = await session.scalar(
        select(FormVersionRow.definition).where(
            FormVersionRow.id == form_version_id, FormVersionRow.published_at.is_not(None)
        )
    )
    if found is None:
        raise LookupError(f"no published form has the id {form_version_id}")
    definition = read_definition(found)
    _known[form_version_id] = definition
    if len(_known) > _KEPT:
        _known.popitem(last=False)
    return definition
