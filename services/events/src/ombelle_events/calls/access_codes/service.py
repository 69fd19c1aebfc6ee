"""The use cases of access codes: each opens one transaction."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.calls.access_codes.store import AccessCodeStore
from ombelle_events.calls.errors import AccessCodeTaken, AccessCodeUnknown, CallInvalid
from ombelle_events.calls.finding import call_actions, call_to, found_call
from ombelle_events.calls.tables import AccessCodeRow

_LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is taken for another on paper
_SHOWN: Final = ("id", "code", "label", "expires_at", "max_uses", "uses", "ended_at", "created_at")


class AccessCodeService:
    """Shows, makes and ends codes."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, call_id: UUID, *, before: UUID | None, count: int
    ) -> tuple[list[dict[str, Any]], int, list[str]]:
        """Return a call's codes, the last made first, how many there are, and what may be done.

        Raises:
            CallUnknown: there is no such call.

        """
        async with self._sessions() as session, session.begin():
            call = await found_call(session, call_id)
            rows, total = await AccessCodeStore(session).page(call_id, before=before, count=count)
            return [_shown(row) for row in rows], total, call_actions(call.publication)

    async def make(
        self, call_id: UUID, values: Mapping[str, Any], *, by: str, once: OneRequest
    ) -> dict[str, Any]:
        """Make a code.

        Raises:
            CallUnknown: there is no such call.
            CallStateForbids: it is archived.
            CallInvalid: it would have expired already.
            AccessCodeTaken: the call has a code of these letters.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await call_to(session, call_id, "add_access_code")
            if values["expires_at"] <= datetime.now(UTC):
                detail = "Ce code aurait déjà expiré."
                raise CallInvalid(detail, errors=[FieldError("/body/expires_at", "past", detail)])
            row = await _add(session, call_id, values, by=by)
            kept = await once.keep(session, _shown(row))
            await record(
                session,
                actor=by,
                action="access_code_made",
                subject_kind="access_code",
                subject_id=str(row.id),
                # Whoever reads the log is not let in by it.
                values={
                    "call_id": call_id,
                    "label": row.label,
                    "expires_at": row.expires_at,
                    "max_uses": row.max_uses,
                },
            )
            return kept

    async def end(self, call_id: UUID, code_id: UUID, *, by: str) -> None:
        """Let nobody else in by a code; what it opened stays open until it expires. Ending it twice is once.

        Raises:
            CallUnknown, AccessCodeUnknown: there is none.

        """
        async with self._sessions() as session, session.begin():
            await found_call(session, call_id)
            store = AccessCodeStore(session)
            row = await store.code(call_id, code_id)
            if row is None:
                raise AccessCodeUnknown("Cet appel n'a pas ce code d'accès.")
            if row.ended_at is not None:
                return
            await store.end(row, datetime.now(UTC))
            await record(
                session,
                actor=by,
                action="access_code_ended",
                subject_kind="access_code",
                subject_id=str(code_id),
                values={"call_id": call_id, "uses": row.uses},
            )


async def _add(session: AsyncSession, call_id: UUID, values: Mapping[str, Any], *, by: str) -> AccessCodeRow:
    written = {**values, "code": values["code"] or _drawn(), "call_id": call_id, "created_by": by}
    try:
        return await AccessCodeStore(session).add(written)
    except IntegrityError as error:
        detail = "Cet appel a déjà un code de ces lettres."
        raise AccessCodeTaken(detail, errors=[FieldError("/body/code", "taken", detail)]) from error


def _drawn() -> str:
    """Return 60 bits of chance, in three groups that one can read out."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))


def _shown(row: AccessCodeRow) -> dict[str, Any]:
    actions = [] if row.ended_at else ["end"]
    return {**{name: getattr(row, name) for name in _SHOWN}, "allowed_actions": actions}
