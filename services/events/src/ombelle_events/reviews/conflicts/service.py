"""The use cases of conflicts of interest: each opens one transaction."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError, Forbidden
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.seeing import look_at
from ombelle_events.applications.viewer import Asker
from ombelle_events.reviews.conflicts.store import ConflictStore
from ombelle_events.reviews.errors import (
    AssignmentUnknown,
    ConflictSettled,
    ConflictStands,
    ConflictUnknown,
    JudgeUnknown,
    OwnConflict,
)


class ConflictService:
    """Lists, takes in and dismisses conflicts of interest; triggers find those that the data show."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def conflicts(self, asker: Asker, *, count: int, **filters: Any) -> list[dict[str, Any]]:
        """Return conflicts, the newest first; `filters` are those of `ConflictStore.conflicts`."""
        async with self._sessions() as session, session.begin():
            rows = await ConflictStore(session).conflicts(count=count, **filters)
            return [_described(row, asker) for row in rows]

    async def tell(
        self, asker: Asker, application_id: UUID, *, account_id: UUID | None, reason: str, once: OneRequest
    ) -> dict[str, Any]:
        """Declare a conflict of one's own, or have the coordination pin one on somebody who judges.

        Raises:
            ApplicationUnknown: one may not know of the application.
            Forbidden: it is somebody else's, and one does not coordinate.
            AssignmentUnknown: one neither reviews it nor coordinates.
            JudgeUnknown: the account judges nothing of this call.
            ConflictSettled: it stands already.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, asker, application_id)
            is_own = account_id is None or account_id == asker.account_id
            account = asker.account_id if is_own else account_id
            if not is_own and not seen.viewer.is_coordination:
                raise Forbidden("Vous ne déclarez que vos propres conflits d'intérêts.")
            if account is None or not (seen.viewer.is_coordination or seen.viewer.is_reviewer):
                raise AssignmentUnknown("Ce dossier ne vous est pas confié.")
            store = ConflictStore(session)
            if not await store.judges(seen.application.call_id, account) and not is_own:
                raise JudgeUnknown(
                    "Ce compte n'est ni du comité de cet appel, ni de la coordination.",
                    errors=[FieldError("/body/account_id", "judge_unknown", "Compte sans dossier à juger.")],
                )
            found = await store.tell(
                application=application_id,
                account=account,
                kind="declared" if is_own else "pinned",
                evidence=[{"reason": reason}],
                by=asker.actor,
            )
            if found is None:
                raise ConflictSettled("Ce conflit d'intérêts est déjà noté.")
            await _trace(session, asker, "conflict_told", found, {"kind": found["kind"]})
            return await once.keep(session, dict(found))

    async def dismiss(
        self, asker: Asker, conflict_id: UUID, *, reason: str, once: OneRequest
    ) -> dict[str, Any]:
        """Say that a conflict is none. More evidence than there is now opens it again.

        Raises:
            ConflictUnknown: there is no such conflict.
            OwnConflict: it is one's own.
            ConflictStands: one has a conflict with the same application.
            ConflictSettled: it was dismissed before.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = ConflictStore(session)
            conflict = await store.conflict(conflict_id)
            if conflict is None:
                raise ConflictUnknown("Ce conflit d'intérêts n'existe pas, ou plus.")
            if conflict.account_id == asker.account_id:
                raise OwnConflict("Ce conflit est le vôtre : quelqu'un d'autre de la coordination en décide.")
            if await store.stands(conflict.application_id, asker.account_id):
                raise ConflictStands("Un conflit d'intérêts vous lie aussi à ce dossier.")
            if conflict.dismissed_at is not None:
                raise ConflictSettled("Ce conflit d'intérêts a déjà été écarté.")
            await store.dismiss(conflict, by=asker.actor, reason=reason)
            [row] = await store.conflicts(id=conflict_id, count=1)
            await _trace(session, asker, "conflict_dismissed", row, {"kind": row["kind"]})
            return await once.keep(session, _described(row, asker))


async def _trace(
    session: AsyncSession, asker: Asker, action: str, row: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    await record(
        session,
        actor=asker.actor,
        action=action,
        subject_kind="application",
        subject_id=str(row["application_id"]),
        values={"account_id": row["account_id"], **values},
    )


def _described(row: Mapping[str, Any], asker: Asker) -> dict[str, Any]:
    may_dismiss = row["dismissed_at"] is None and row["account_id"] != asker.account_id
    names = ("number", "title", "theme", "department", "status", "organisation")
    told = (
        "id",
        "call_id",
        "kind",
        "declared_at",
        "declared_by",
        "dismissed_at",
        "dismissed_by",
        "dismissal_reason",
    )
    return {
        **{name: row[name] for name in told},
        "application": {"id": row["application_id"], **{name: row[name] for name in names}},
        "account": {"id": row["account_id"], "name": row["account_name"]},
        "evidence": row["evidence"] or [],
        "allowed_actions": ["dismiss"] if may_dismiss else [],
    }
