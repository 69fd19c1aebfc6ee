"""Looking at a batch before it is applied, and applying it: whole and once, in one transaction.

Batch, call and applications are locked first, in this order; what is then read is what is decided. Of two who apply the
same batch the second waits, and is told who was first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from ombelle_chassis.audit import record, record_all
from ombelle_chassis.idempotency import ONCE, OneRequest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.viewer import Asker
from ombelle_events.decisions.describing import applied_by, batch_described, dossier_described
from ombelle_events.decisions.domain import differences
from ombelle_events.decisions.errors import (
    BatchApplied,
    BatchBlocked,
    BatchChanged,
    BatchClosed,
    BatchUnknown,
    ConflictOfInterest,
    PreviewNeeded,
)
from ombelle_events.decisions.plan import Plan, make_plan, minutes_of
from ombelle_events.decisions.service import known_batch, locked_batch
from ombelle_events.decisions.store import DecisionStore, Row
from ombelle_events.decisions.tables import DecisionBatchRow
from ombelle_events.mailing import ask_for_mails
from ombelle_events.notices import notify_all
from ombelle_events.projects.store import open_projects

_PARIS: Final = ZoneInfo("Europe/Paris")
_NAME: Final = text("SELECT name FROM team_copy WHERE account_id::text = :actor")


@dataclass(frozen=True, slots=True)
class Agency:
    """Who signs letters and minutes, and where its pages are."""

    name: str
    public_url: str


@dataclass(slots=True)
class _Labelled:
    id: UUID


class ApplyingService:
    """Previews and applies batches, for one of the coordination."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], asker: Asker, agency: Agency) -> None:
        self._sessions = sessions
        self._asker = asker
        self._agency = agency

    async def preview(self, batch_id: UUID) -> dict[str, Any]:
        """Return what applying a batch would do, and keep it, to be compared when the batch is applied.

        Raises:
            BatchUnknown, BatchClosed: there is none to preview.

        """
        async with self._sessions() as session, session.begin():
            store = DecisionStore(session, self._asker)
            batch = await locked_batch(store, batch_id)
            row = await known_batch(store, batch_id)
            plan = await self._plan(store, row)
            kept = await store.keep_preview(batch, plan.shown(), by=self._asker.actor)
            await session.refresh(kept)
            return _previewed(plan, {"id": kept.id, "version": kept.version, "made_at": kept.made_at})

    async def apply(
        self, batch_id: UUID, *, version: int, preview_id: UUID | None, once: OneRequest = ONCE
    ) -> dict[str, Any]:
        """Apply a batch: decisions, letters, projects, mails, notices and minutes, or nothing of it.

        Asked again by whoever applied it, it answers the same and does nothing.

        Args:
            batch_id: the batch.
            version: the batch's, as it was previewed.
            preview_id: the preview that was looked at; `None` for the last one of this version.
            once: the request.

        Raises:
            BatchUnknown, BatchClosed: there is none to apply.
            BatchApplied: somebody else did; the problem tells who, and when.
            ConflictOfInterest: it decides of what the caller has a conflict of interest with.
            PreviewNeeded: nobody previewed this version.
            BatchChanged: something differs from the preview; the problem tells what.
            BatchBlocked: something stands in the way.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = DecisionStore(session, self._asker)
            batch = await store.locked(batch_id)
            if batch is None:
                raise BatchUnknown("Ce lot de décisions n'existe pas.")
            if batch.state == "applied":
                return await self._applied_before(store, batch)
            if batch.state != "staged":
                raise BatchClosed("Ce lot a été abandonné.", state=batch.state)
            await store.lock_dossiers(batch)
            row = await known_batch(store, batch_id)
            _refuse_withheld(row)
            plan = await self._plan(store, row)
            await _refuse_unseen(store, plan, version=version, preview_id=preview_id)
            await self._decide(session, store, batch, plan)
            return await once.keep(session, _outcome(await known_batch(store, batch_id)))

    async def _plan(self, store: DecisionStore, row: Row) -> Plan:
        today = datetime.now(_PARIS).date()
        return await make_plan(store, row, public_url=self._agency.public_url, today=today)

    async def _applied_before(self, store: DecisionStore, batch: DecisionBatchRow) -> dict[str, Any]:
        row = await known_batch(store, batch.id)
        if batch.applied_by == self._asker.actor:
            return _outcome(row)
        who = row["applied_by_name"] or "Quelqu'un d'autre"
        at = row["applied_at"].astimezone(_PARIS)
        raise BatchApplied(
            f"{who} a appliqué ce lot le {at:%d/%m/%Y à %H:%M} : les courriels sont partis une fois.",
            state="applied",
            applied_by=applied_by(row),
            applied_at=row["applied_at"].isoformat(),
        )

    async def _decide(
        self, session: AsyncSession, store: DecisionStore, batch: DecisionBatchRow, plan: Plan
    ) -> None:
        now, actor = datetime.now(UTC), self._asker.actor
        letters = [
            {
                "application_id": str(line.row["application_id"]),
                "kind": line.row["decision"],
                "recipient": line.letter.recipient,
                "subject": line.letter.subject,
                "text": line.letter.text,
            }
            for line in plan.lines
            if line.letter is not None
        ]
        await store.decide(
            batch,
            letters,
            sender=self._agency.name,
            contact=plan.batch["contact_email"],
            actor=actor,
            now=now,
        )
        labelled = [line.row["application_id"] for line in plan.lines if line.row["decision"] == "labelled"]
        projects = await open_projects(session, [_Labelled(application_id) for application_id in labelled])
        mails = [line.mail for line in plan.lines if line.mail is not None]
        await ask_for_mails(session, mails)
        await notify_all(session, "application.decided", _notices(plan, now))
        minutes = minutes_of(
            plan,
            sender=self._agency.name,
            applied_by=actor,
            applied_by_name=await session.scalar(_NAME, {"actor": actor}),
        )
        left = {"mails": len(mails), "letters": len(letters), "projects": len(projects)}
        await store.drop_previews(batch.id)
        await store.close(
            batch,
            state="applied",
            applied_at=now,
            applied_by=actor,
            updated_at=now,
            minutes={**minutes, **left},
        )
        await self._record(session, batch, plan, left)

    async def _record(
        self, session: AsyncSession, batch: DecisionBatchRow, plan: Plan, left: Mapping[str, int]
    ) -> None:
        await record_all(
            session,
            actor=self._asker.actor,
            action="application_decided",
            subject_kind="application",
            entries=[
                (
                    str(line.row["application_id"]),
                    {
                        "batch_id": batch.id,
                        "before": line.row["present_decision"],
                        "after": line.row["decision"],
                        "amount_cents": line.row["amount_cents"],
                    },
                )
                for line in plan.lines
            ],
        )
        await record(
            session,
            actor=self._asker.actor,
            action="decision_batch_applied",
            subject_kind="decision_batch",
            subject_id=str(batch.id),
            values={"decisions": len(plan.lines), **left},
        )


def _refuse_withheld(row: Row) -> None:
    if row["is_withheld"]:
        raise ConflictOfInterest(
            "Ce lot décide d'un dossier avec lequel vous avez un conflit d'intérêts : quelqu'un d'autre de la "
            "coordination l'appliquera."
        )


async def _refuse_unseen(store: DecisionStore, plan: Plan, *, version: int, preview_id: UUID | None) -> None:
    """Refuse what stands in the way of a plan, and a plan that is not the one that was previewed."""
    batch_id, present_version = plan.batch["id"], plan.batch["version"]
    seen = await store.preview(batch_id, version=version, preview_id=preview_id)
    if version == present_version:
        blocking = [warned for warned in plan.all_warnings() if warned.is_blocking]
        if blocking:
            raise BatchBlocked(
                "Ce lot ne peut être appliqué tel quel : "
                + " ".join(warned.detail for warned in blocking[:3]),
                warnings=[
                    {**warned.as_dict(), "application_id": _id(warned.application_id)} for warned in blocking
                ],
            )
        if seen is None:
            raise PreviewNeeded("Prévisualisez ce lot avant de l'appliquer.", version=present_version)
    found = differences(seen.shown, plan.shown()) if seen else []
    if found or version != present_version:
        raise BatchChanged(
            "Ce lot n'est plus celui qui a été prévisualisé : regardez ce qui a changé, puis recommencez.",
            version=present_version,
            differences=found,
        )


def _id(value: UUID | None) -> str | None:
    return None if value is None else str(value)


def _notices(plan: Plan, now: datetime) -> list[tuple[UUID, tuple[str, UUID], dict[str, Any]]]:
    return [
        (
            line.row["organisation_id"],
            ("application", line.row["application_id"]),
            {
                "number": line.row["number"],
                "title": line.row["title"],
                "decision": line.row["decision"],
                "decided_at": now,
            },
        )
        for line in plan.lines
    ]


def _outcome(row: Row) -> dict[str, Any]:
    """Return what applying a batch did, from what was frozen then: the same whenever it is asked."""
    minutes = row["minutes"]
    return {
        "id": row["id"],
        "state": row["state"],
        "version": row["version"],
        "applied_at": row["applied_at"],
        "applied_by": applied_by(row),
        "counts": minutes["totals"],
        **{name: minutes[name] for name in ("mails", "letters", "projects")},
    }


def _previewed(plan: Plan, kept: Mapping[str, Any]) -> dict[str, Any]:
    warnings = plan.all_warnings()
    batch = batch_described(plan.batch)
    is_blocked = any(warned.is_blocking for warned in warnings) or plan.batch["is_withheld"]
    return {
        **kept,
        **{name: batch[name] for name in ("counts", "amount_cents", "budget")},
        "quorum": {"needed": plan.batch["quorum"], "present": len(plan.present)},
        "may_be_applied": not is_blocked,
        "warnings": [warned.as_dict() for warned in warnings],
        "items": [
            {
                **dossier_described(line.row),
                **{name: line.row[name] for name in ("decision", "amount_cents", "motivation", "rank")},
                "mail": line.mail
                and {
                    "to": line.mail.to,
                    "subject": line.mail.rendered.subject,
                    "text": line.mail.rendered.text,
                    "html": line.mail.rendered.html,
                },
                "letter": line.letter
                and {
                    "recipient": line.letter.recipient,
                    "subject": line.letter.subject,
                    "text": line.letter.text,
                },
            }
            for line in plan.lines
        ],
    }
