"""Being let in by a code: what begins an application calls it, in its own transaction."""

import re
from datetime import datetime
from typing import Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.calls.access_codes.store import AccessCodeStore
from ombelle_events.calls.errors import AccessCodeRefused
from ombelle_events.calls.tables import AccessCodeRow

CODE: Final = re.compile("[A-Z0-9-]{6,40}")
_REFUSALS: Final = {
    "unknown": "Ce code n'est pas celui d'un accès à cet appel : vérifiez-le auprès de la coordination.",
    "ended": "Ce code ne sert plus : demandez-en un autre à la coordination.",
    "expired": "Ce code a expiré : demandez-en un autre à la coordination.",
    "used_up": "Ce code a servi autant de fois qu'il le pouvait : demandez-en un autre à la coordination.",
}


async def redeem(session: AsyncSession, call_id: UUID, code: str, now: datetime) -> AccessCodeRow:
    """Use a code once, and return it.

    Its row stays locked until the transaction ends: of two who use the last time left, the second is refused.

    Args:
        session: in the transaction that begins the application.
        call_id: the call.
        code: as typed: capitals and spaces do not matter.
        now: the instant.

    Raises:
        AccessCodeRefused: it is unknown, ended, expired or used up; the error's code says which.

    """
    letters = tidy_code(code)
    row = await AccessCodeStore(session).of_letters(call_id, letters) if CODE.fullmatch(letters) else None
    if row is None:
        raise _refused("unknown")
    if row.ended_at is not None:
        raise _refused("ended")
    if row.expires_at <= now:
        raise _refused("expired")
    if row.uses >= row.max_uses:
        raise _refused("used_up")
    row.uses += 1
    await session.flush()
    return row


def tidy_code(code: str) -> str:
    """Return a code as it is kept: capitals, no blanks."""
    return "".join(code.split()).upper()


def _refused(why: str) -> AccessCodeRefused:
    return AccessCodeRefused(_REFUSALS[why], errors=[FieldError("/body/access_code", why, _REFUSALS[why])])
