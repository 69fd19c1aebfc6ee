"""The use cases of evaluations: each opens one transaction."""

import hashlib
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.evaluations.errors import (
    EvaluationAnswered,
    EvaluationUnknown,
    EvaluationWaived,
    NotTheLenders,
    TaskUnknown,
)
from ombelle_loans.evaluations.store import EvaluationStore, Row
from ombelle_loans.loans.sides import MACHINE, asker, parts_of
from ombelle_loans.log import record
from ombelle_loans.mailing import ask_for_mail
from ombelle_loans.shares import percent

_UNKNOWN: Final = "Ce prêt n'existe pas, ou n'est pas encore rentré : rien n'est demandé."
_NO_LINK: Final = "Ce lien n'ouvre aucun questionnaire : il a expiré, ou a été mal copié."
_WAIVED: Final = "Le prêteur vous a dispensé de ce questionnaire : rien n'a été changé."
_BY_LINK: Final = "link"


class EvaluationService:
    """What borrowers say, and what lenders do about it. `public_url` is where links begin."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def evaluations(
        self, caller: Caller, wanted: Mapping[str, Any], *, after: UUID, count: int
    ) -> tuple[list[Row], dict[str, Any]]:
        """Return evaluations of loans that the caller knows of, how many there are, and what they answer together."""
        async with self._sessions() as session, session.begin():
            rows, counts = await EvaluationStore(session, asker(caller)).some(
                wanted, after=after, count=count
            )
        rate = percent(counts["answered"], counts["total"])
        return [_shown(row, caller) for row in rows], {**counts, "response_rate_percent": rate}

    async def evaluation(self, caller: Caller, loan_id: UUID) -> Row:
        """Return that of a loan. Raises EvaluationUnknown."""
        async with self._sessions() as session, session.begin():
            return _shown(await _of_loan(EvaluationStore(session, asker(caller)), loan_id), caller)

    async def answer(
        self, caller: Caller, loan_id: UUID, answers: Mapping[str, Any], *, if_match: str | None
    ) -> Row:
        """Write what is said of a loan; the borrower says it, or the lender whom they told.

        Raises:
            EvaluationUnknown: there is none that the caller may know of.
            EvaluationWaived: the borrower was let off.
            VersionNeeded, ChangedMeanwhile: it is not said on which version, or that is not the present one.

        """
        async with self._sessions() as session, session.begin():
            store = EvaluationStore(session, asker(caller))
            row = await _of_loan(store, loan_id)
            shown = _shown(row, caller)
            refuse_stale(require_version(if_match), row["version"], current=shown, yours=answers)
            await self._take(session, store, row, answers, caller.identity.subject)
            await record(session, caller, "evaluation_answered", ("loan", loan_id))
            return _shown(await _of_loan(store, loan_id), caller)

    async def by_link(self, token: str) -> Row:
        """Return the questionnaire that a link opens. Raises EvaluationUnknown."""
        async with self._sessions() as session, session.begin():
            return await _by_link(EvaluationStore(session, MACHINE), token)

    async def answer_by_link(self, token: str, answers: Mapping[str, Any], *, if_match: str | None) -> Row:
        """Write what whoever has the link says. Raises as `answer` does."""
        async with self._sessions() as session, session.begin():
            store = EvaluationStore(session, MACHINE)
            row = await _by_link(store, token)
            refuse_stale(require_version(if_match), row["version"], current=answers_of(row), yours=answers)
            await self._take(session, store, row, answers, _BY_LINK)
            await record(session, _BY_LINK, "evaluation_answered", ("loan", row["loan_id"]))
            return await _by_link(store, token)

    async def waive(self, caller: Caller, loan_id: UUID, reason: str, once: OneRequest) -> Row:
        """Let the borrower off.

        Raises:
            EvaluationUnknown: there is none that the caller may know of.
            NotTheLenders: the caller borrows.
            EvaluationAnswered, EvaluationWaived: it is over.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                before: Row = told
                return before
            store = EvaluationStore(session, asker(caller))
            row = await _of_loan(store, loan_id)
            if "lender" not in parts_of(row, caller):
                raise NotTheLenders("Seul le prêteur dispense d'un questionnaire.")
            if row["state"] == "answered":
                raise EvaluationAnswered("L'emprunteur a déjà répondu : il n'y a rien à dispenser.")
            if row["state"] == "waived":
                raise EvaluationWaived("L'emprunteur en est déjà dispensé.")
            await store.waive(row["id"], caller.identity.subject, reason)
            await record(session, caller, "evaluation_waived", ("loan", loan_id))
            return await once.keep(session, _shown(await _of_loan(store, loan_id), caller))

    async def tasks(
        self, caller: Caller, wanted: Mapping[str, Any], *, after: UUID, count: int
    ) -> tuple[list[Row], int]:
        """Return what is to be done about items that the caller lends, and how much that is in all."""
        async with self._sessions() as session, session.begin():
            rows, total = await EvaluationStore(session, asker(caller)).tasks(
                wanted, after=after, count=count
            )
        return [_task(row, caller) for row in rows], total

    async def change_task(
        self, caller: Caller, task_id: UUID, patch: Mapping[str, Any], *, if_match: str | None
    ) -> Row:
        """Say how far a task is.

        Raises:
            TaskUnknown: there is none of an item that the caller lends.
            VersionNeeded, ChangedMeanwhile: it is not said on which version, or that is not the present one.

        """
        async with self._sessions() as session, session.begin():
            store = EvaluationStore(session, asker(caller))
            row = await store.task(task_id)
            if row is None or caller.identity.is_program:
                raise TaskUnknown(
                    "Cette remarque n'existe pas, ou porte sur un outil que vous ne prêtez pas."
                )
            refuse_stale(require_version(if_match), row["version"], current=_task(row, caller), yours=patch)
            await store.change_task(task_id, patch["state"], patch["note"])
            await record(
                session, caller, "content_task_changed", ("content_task", task_id), {"state": patch["state"]}
            )
            changed = await store.task(task_id)
            assert changed is not None  # noqa: S101 -- locked above
            return _task(changed, caller)

    async def _take(
        self, session: AsyncSession, store: EvaluationStore, row: Row, answers: Mapping[str, Any], by: str
    ) -> None:
        if row["state"] == "waived":
            raise EvaluationWaived(_WAIVED)
        if await store.answer(row, answers, by) is None:
            return
        owner = row["owner_organisation_id"]
        if (to := await store.owner_address(owner) or owner) is not None:
            values = {
                "item": row["title"],
                "organisation": row["organisation_name"] or "",
                "remark": answers["content_remarks"],
                "link": f"{self._public_url}/espace/prets/remarques",
            }
            await ask_for_mail(session, to, "content-task", values, about=("loan", row["loan_id"]))


_ANSWERS: Final = (
    "first_time", "how_known", "how_known_other", "audience_method", "audience", "audience_types", "satisfaction",
    "satisfaction_welcome", "satisfaction_logistics", "pleased", "content_remarks",
)  # fmt: skip


def answers_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was answered."""
    return {name: row[name] for name in _ANSWERS}


async def _of_loan(store: EvaluationStore, loan_id: UUID) -> Row:
    row = await store.of_loan(loan_id)
    if row is None:
        raise EvaluationUnknown(_UNKNOWN)
    return row


async def _by_link(store: EvaluationStore, token: str) -> Row:
    row = await store.by_link(hashlib.sha256(token.encode()).digest())
    if row is None:
        raise EvaluationUnknown(_NO_LINK)
    return row


def _shown(row: Row, caller: Caller) -> Row:
    parts = parts_of(row, caller)
    actions = ["answer"] if parts and row["state"] != "waived" else []
    if "lender" in parts and row["state"] == "asked":
        actions.append("waive")
    return {**row, "answered_by_link": row["answered_by"] == _BY_LINK, "allowed_actions": actions}


def _task(row: Row, caller: Caller) -> Row:
    return {**row, "allowed_actions": [] if caller.identity.is_program else ["change"]}
