"""Changes made on what somebody read: which version that was, and what to tell whoever comes second."""

import re
from collections.abc import Mapping
from typing import Any, Final

from ombelle_chassis.errors import FieldError
from pydantic_core import to_jsonable_python
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.applications.describing import describe
from ombelle_events.applications.errors import ApplicationChangedMeanwhile, VersionNeeded
from ombelle_events.applications.merging import Merged
from ombelle_events.applications.seeing import Seen

_TAG: Final = re.compile(r'(?:W/)?"v([0-9]{1,9})"')


def version_tag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"v{version}"'


def base_of(if_match: str | None) -> int | None:
    """Return the version that a change is made on, `None` for whichever it is.

    Raises:
        VersionNeeded: it is not told, or is no version of ours.

    """
    if if_match is not None:
        if if_match.strip() == "*":
            return None
        if tag := _TAG.fullmatch(if_match.strip()):
            return int(tag[1])
    raise VersionNeeded(
        'Dites sur quelle version porte la modification, par l\'en-tête If-Match, comme "v3".',
        errors=[FieldError("/header/If-Match", "missing", "En-tête obligatoire.")],
    )


async def changed_meanwhile(
    session: AsyncSession, seen: Seen, yours: Mapping[str, Any], merged: Merged | None
) -> ApplicationChangedMeanwhile:
    """Return the problem of a save that comes second: it carries both versions, and the fields that collide."""
    current = await describe(session, seen)
    return ApplicationChangedMeanwhile(
        "Ces rubriques ont été modifiées entre-temps, par quelqu'un d'autre ou dans une autre fenêtre : "
        "comparez les deux versions, puis recommencez.",
        headers={"ETag": version_tag(seen.application.version)},
        fields=list(merged.clashes) if merged else [],
        current=to_jsonable_python(current),
        yours=dict(yours),
    )
