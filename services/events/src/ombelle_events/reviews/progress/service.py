"""How far a call's reviews are, and reminders to those who have not reviewed: each use case opens one transaction."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.viewer import Asker
from ombelle_events.calls.finding import found_call
from ombelle_events.mailing import Mail, ask_for_mails
from ombelle_events.reviews.domain import scored
from ombelle_events.reviews.mails import mails_to_reviewers
from ombelle_events.reviews.progress.store import ProgressStore

_MEMBER: Final = ("assigned", "submitted", "late", "recused", "conflicts", "next_due_on")


class ProgressService:
    """What the coordination watches while the committee reads."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str = "") -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def progress(self, asker: Asker, call_id: UUID, *, after: int | None, count: int) -> dict[str, Any]:
        """Return totals, members, and at most `count` applications by number.

        Raises:
            CallUnknown: there is no such call.

        """
        async with self._sessions() as session, session.begin():
            await found_call(session, call_id)
            store = ProgressStore(session, call_id)
            return {
                "totals": await store.totals(),
                "members": [_member(row) for row in await store.members()],
                "items": [_dossier(row) for row in await store.dossiers(asker, after=after, count=count)],
            }

    async def preview(
        self, call_id: UUID, *, accounts: Sequence[UUID] | None, message: str | None
    ) -> list[dict[str, Any]]:
        """Return the reminders as they would leave.

        Raises:
            CallUnknown: there is no such call.

        """
        async with self._sessions() as session, session.begin():
            return [reminder for reminder, _ in await self._reminders(session, call_id, accounts, message)]

    async def remind(
        self,
        call_id: UUID,
        *,
        accounts: Sequence[UUID] | None,
        message: str | None,
        by: str,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Send the reminders that `preview` shows. Raises as it does."""
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            reminders = await self._reminders(session, call_id, accounts, message)
            await ask_for_mails(session, [mail for _, mail in reminders])
            await record(
                session,
                actor=by,
                action="reviewers_reminded",
                subject_kind="call",
                subject_id=str(call_id),
                values={"accounts": [reminder["account"]["id"] for reminder, _ in reminders]},
            )
            return await once.keep(session, {"sent": len(reminders)})

    async def _reminders(
        self, session: AsyncSession, call_id: UUID, accounts: Sequence[UUID] | None, message: str | None
    ) -> list[tuple[dict[str, Any], Mail]]:
        call = await found_call(session, call_id)
        rows = await ProgressStore(session, call_id).waiting(accounts)
        return await mails_to_reviewers(
            session, call, "review_reminder", rows, message=message, public_url=self._public_url
        )


def _person(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": row["account_id"], "name": row["name"]}


def _member(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"account": _person(row), **{name: row[name] for name in _MEMBER}}


def _dossier(row: Mapping[str, Any]) -> dict[str, Any]:
    names = ("assigned", "submitted", "conflicts", "has_conflict")
    return {
        "application": row,
        **{name: row[name] for name in names},
        "score": None if row["has_conflict"] else scored(row),
    }
