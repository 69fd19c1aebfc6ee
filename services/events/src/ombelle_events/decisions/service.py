"""Preparing batches: each use case opens one transaction. Applying them is in `applying`."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import ONCE, OneRequest
from ombelle_chassis.versions import ChangedMeanwhile, refuse_stale, require_version
from pydantic_core import to_jsonable_python
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.viewer import Asker
from ombelle_events.decisions.describing import batch_described, dossier_described, item_described
from ombelle_events.decisions.errors import (
    BatchClosed,
    BatchInvalid,
    BatchUnknown,
    ItemUnknown,
    StagingInvalid,
)
from ombelle_events.decisions.store import DecisionStore, Row
from ombelle_events.decisions.tables import DecisionBatchRow

STAGED_FIELDS: Final = ("decision", "amount_cents", "motivation", "rank")
_CHECK_RANKS: Final = text("SET CONSTRAINTS uq_decision_item_batch_id_rank IMMEDIATE")
_REFUSED_BY: Final = {
    "uq_decision_item_batch_id_rank": ("rank_taken", "Deux dossiers du lot ont le même rang."),
    "uq_decision_item_staged": ("staged_elsewhere", "Un de ces dossiers vient d'être mis dans un autre lot."),
    "decision_item_without_conflict": ("conflict_of_interest", "Un conflit d'intérêts vous en empêche."),
}


async def locked_batch(store: DecisionStore, batch_id: UUID) -> DecisionBatchRow:
    """Return a batch that is still staged, locked.

    Raises:
        BatchUnknown: there is none of this id.
        BatchClosed: it was applied or discarded.

    """
    batch = await store.locked(batch_id)
    if batch is None:
        raise BatchUnknown("Ce lot de décisions n'existe pas.")
    if batch.state != "staged":
        raise BatchClosed("Ce lot est clos : il ne change plus.", state=batch.state)
    return batch


async def known_batch(store: DecisionStore, batch_id: UUID) -> Row:
    """Return a batch as it is shown.

    Raises:
        BatchUnknown: there is none of this id.

    """
    found = await store.batches(batch_id=batch_id)
    if not found:
        raise BatchUnknown("Ce lot de décisions n'existe pas.")
    return found[0]


async def whole_batch(store: DecisionStore, batch_id: UUID) -> dict[str, Any]:
    """Return a batch with those present and everything that it decides. Raises as `known_batch` does."""
    batch = await known_batch(store, batch_id)
    present, items = await store.present(batch_id), await store.items(batch_id)
    described = batch_described(batch)
    return {
        **described,
        "present": [dict(row) for row in present],
        "items": [item_described(row, described["state"]) for row in items],
    }


class BatchService:
    """Makes batches and stages decisions in them, for one of the coordination."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], asker: Asker) -> None:
        self._sessions = sessions
        self._asker = asker

    async def batches(
        self, *, call_id: UUID | None, state: str | None, before: UUID | None, count: int
    ) -> list[dict[str, Any]]:
        """Return at most `count` batches, the last made first."""
        async with self._sessions() as session, session.begin():
            store = DecisionStore(session, self._asker)
            rows = await store.batches(call_id=call_id, state=state, before=before, count=count)
            return [batch_described(row) for row in rows]

    async def batch(self, batch_id: UUID) -> dict[str, Any]:
        """Return a batch with what it decides.

        Raises:
            BatchUnknown: there is none of this id.

        """
        async with self._sessions() as session, session.begin():
            return await whole_batch(DecisionStore(session, self._asker), batch_id)

    async def candidates(self, batch_id: UUID, *, after: int, count: int) -> list[dict[str, Any]]:
        """Return the applications that the batch could decide and none does yet, by number.

        Raises:
            BatchUnknown: there is none of this id.

        """
        async with self._sessions() as session, session.begin():
            store = DecisionStore(session, self._asker)
            batch = await known_batch(store, batch_id)
            rows = await store.candidates(batch["call_id"], after=after, count=count)
            return [dossier_described(row) for row in rows]

    async def create(self, values: Mapping[str, Any], once: OneRequest = ONCE) -> dict[str, Any]:
        """Begin a batch.

        Raises:
            BatchInvalid: there is no such call, or somebody present is not in its committee.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = DecisionStore(session, self._asker)
            if not await store.call_exists(values["call_id"]):
                raise BatchInvalid(
                    "Cet appel n'existe pas.",
                    errors=[FieldError("/body/call_id", "call_unknown", "Appel inconnu.")],
                )
            present = values["present"]
            rest = {name: value for name, value in values.items() if name != "present"}
            batch = await store.add(DecisionBatchRow(**rest, created_by=self._asker.actor))
            await _put_present(store, batch, present)
            shown = await whole_batch(store, batch.id)
            await self._record(session, batch.id, "decision_batch_created", {"call_id": batch.call_id})
            return await once.keep(session, shown)

    async def change(
        self, batch_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> dict[str, Any]:
        """Change a batch's title, notes, day and those present.

        Raises:
            BatchUnknown, BatchClosed: there is none to change.
            VersionNeeded, ChangedMeanwhile: the change is made on no version, or on an old one.
            BatchInvalid: somebody present is not in the committee.

        """
        named = require_version(if_match)
        async with self._sessions() as session, session.begin():
            store = DecisionStore(session, self._asker)
            batch = await locked_batch(store, batch_id)
            before = await whole_batch(store, batch_id)
            refuse_stale(
                named, batch.version, current=_settings(before), yours=to_jsonable_python(dict(values))
            )
            now_present = [row["account_id"] for row in before["present"]]
            changed = {
                name: value
                for name, value in values.items()
                if (set(now_present) != set(value) if name == "present" else getattr(batch, name) != value)
            }
            if not changed:
                return before
            if "present" in changed:
                await _put_present(store, batch, changed["present"])
            for name in changed.keys() - {"present"}:
                setattr(batch, name, changed[name])
            await store.grow(batch, datetime.now(UTC))
            shown = await whole_batch(store, batch_id)
            await self._record(session, batch_id, "decision_batch_changed", {"fields": sorted(changed)})
            return shown

    async def discard(self, batch_id: UUID, once: OneRequest = ONCE) -> dict[str, Any]:
        """Give a batch up: nobody learns of it, and what it held may be staged elsewhere.

        Raises:
            BatchUnknown, BatchClosed: there is none to discard.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = DecisionStore(session, self._asker)
            batch = await locked_batch(store, batch_id)
            await store.drop_previews(batch_id)
            await store.close(batch, state="discarded", updated_at=datetime.now(UTC))
            shown = await whole_batch(store, batch_id)
            await self._record(session, batch_id, "decision_batch_discarded", {})
            return await once.keep(session, shown)

    async def stage(
        self, batch_id: UUID, lines: Sequence[Mapping[str, Any]], once: OneRequest = ONCE
    ) -> dict[str, Any]:
        """Stage decisions on many applications at once, all or none.

        Args:
            batch_id: the batch.
            lines: `application_id`, `STAGED_FIELDS`, and `version`, the one that a change of a line is made on, `None`
                for a line that is new.
            once: the request.

        Raises:
            BatchUnknown, BatchClosed: there is none to stage in.
            StagingInvalid: a line cannot be staged; `errors` says which, and why.
            ChangedMeanwhile: somebody else changed some of the lines; the problem carries both.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = DecisionStore(session, self._asker)
            batch = await locked_batch(store, batch_id)
            await self.stage_in(session, store, batch, lines, pointer="/body/items/{}")
            shown = await whole_batch(store, batch_id)
            return await once.keep(session, shown)

    async def stage_one(
        self, batch_id: UUID, application_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> dict[str, Any]:
        """Stage the decision on one application, or change it.

        Raises:
            VersionNeeded: it is staged already, and no version is named.
            DomainError: as `stage` raises.

        """
        async with self._sessions() as session, session.begin():
            store = DecisionStore(session, self._asker)
            batch = await locked_batch(store, batch_id)
            present = await store.items(batch_id, application_id)
            if present:
                current = item_described(present[0], batch.state)
                refuse_stale(require_version(if_match), current["version"], current=current, yours=values)
                values = {**values, "version": current["version"]}
            line = {"version": None, **values, "application_id": application_id}
            await self.stage_in(session, store, batch, [line], pointer="/path")
            return item_described((await store.items(batch_id, application_id))[0], batch.state)

    async def unstage(self, batch_id: UUID, application_id: UUID, *, if_match: str | None) -> None:
        """Take an application out of a batch.

        Raises:
            BatchUnknown, BatchClosed, ItemUnknown: there is none to take out.
            VersionNeeded, ChangedMeanwhile: no version is named, or an old one.

        """
        named = require_version(if_match)
        async with self._sessions() as session, session.begin():
            store = DecisionStore(session, self._asker)
            batch = await locked_batch(store, batch_id)
            present = await store.items(batch_id, application_id)
            if not present:
                raise ItemUnknown("Ce dossier n'est pas dans ce lot.")
            current = item_described(present[0], batch.state)
            refuse_stale(named, current["version"], current=current, yours={})
            await store.unstage(batch_id, application_id)
            await store.grow(batch, datetime.now(UTC))
            await self._record(session, batch_id, "decision_unstaged", {"applications": [application_id]})

    async def stage_in(
        self,
        session: AsyncSession,
        store: DecisionStore,
        batch: DecisionBatchRow,
        lines: Sequence[Mapping[str, Any]],
        *,
        pointer: str,
    ) -> None:
        """Do what `stage` does as a part of a transaction that has locked the batch; `pointer` leads to a line by `{}`."""
        ids = [line["application_id"] for line in lines]
        standings = await store.standings(batch.call_id, ids)
        if errors := _line_errors(lines, standings, batch.id, pointer):
            raise StagingInvalid("Certains dossiers ne peuvent être mis dans ce lot.", errors=errors)
        present = {row["application_id"]: row for row in await store.items(batch.id)}
        changed = [line for line in lines if _differs(line, present.get(line["application_id"]))]
        _refuse_stale_lines(changed, present, batch.state)
        if not changed:
            return
        told = [{name: line[name] for name in ("application_id", *STAGED_FIELDS)} for line in changed]
        try:
            plain = [{**line, "application_id": str(line["application_id"])} for line in told]
            await store.stage(batch, plain, actor=self._asker.actor)
            await session.execute(_CHECK_RANKS)
        except IntegrityError as error:
            refused = _REFUSED_BY.get(broken_constraint(error))
            if refused is None:
                raise
            where = pointer.removesuffix("/{}")
            raise StagingInvalid(refused[1], errors=[FieldError(where, *refused)]) from error
        await store.grow(batch, datetime.now(UTC))
        # Which, and not how: whoever has a conflict with one of them may read the log.
        staged = {"applications": [line["application_id"] for line in told]}
        await self._record(session, batch.id, "decisions_staged", staged)

    async def _record(
        self, session: AsyncSession, batch_id: UUID, action: str, values: Mapping[str, Any]
    ) -> None:
        await record(
            session,
            actor=self._asker.actor,
            action=action,
            subject_kind="decision_batch",
            subject_id=str(batch_id),
            values=values,
        )


async def _put_present(store: DecisionStore, batch: DecisionBatchRow, account_ids: Sequence[UUID]) -> None:
    if not await store.put_present(batch, account_ids):
        raise BatchInvalid(
            "Une des personnes présentes ne fait pas partie du comité de cet appel.",
            errors=[FieldError("/body/present", "not_in_committee", "Choisissez des membres du comité.")],
        )


def _settings(shown: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of a batch is changed by hand."""
    present = [str(row["account_id"]) for row in shown["present"]]
    return {**{name: shown[name] for name in ("title", "notes", "sitting_on", "version")}, "present": present}


def _line_errors(
    lines: Sequence[Mapping[str, Any]], standings: Mapping[UUID, Row], batch_id: UUID, pointer: str
) -> list[FieldError]:
    errors, seen = [], set()
    for n, line in enumerate(lines):
        application_id = line["application_id"]
        refused = _refusal(standings.get(application_id), batch_id)
        if application_id in seen:
            refused = "repeated", "Ce dossier est deux fois dans la demande."
        seen.add(application_id)
        where = pointer.format(n)
        if refused:
            errors.append(FieldError(f"{where}/application_id", *refused))
        if line["amount_cents"] is not None and line["decision"] != "labelled":
            errors.append(
                FieldError(f"{where}/amount_cents", "amount_of_a_label", "Seul un label a un montant.")
            )
        if line["rank"] is not None and line["decision"] != "waitlisted":
            detail = "Seule la liste complémentaire a des rangs."
            errors.append(FieldError(f"{where}/rank", "rank_of_the_waitlist", detail))
    return errors


def _refusal(standing: Row | None, batch_id: UUID) -> tuple[str, str] | None:
    if standing is None:
        return "application_unknown", "Ce dossier n'est pas de cet appel."
    if standing["has_conflict"]:
        return "conflict_of_interest", "Un conflit d'intérêts vous empêche de décider de ce dossier."
    if standing["staged_in"] not in (None, batch_id):
        return "staged_elsewhere", "Ce dossier est déjà dans un autre lot."
    if not standing["may_be_staged"]:
        return "not_decidable", f"Le dossier n° {standing['number']} n'est pas dans un état qui se décide."
    return None


def _differs(line: Mapping[str, Any], present: Row | None) -> bool:
    return present is None or any(line[name] != present[name] for name in STAGED_FIELDS)


def _refuse_stale_lines(lines: Sequence[Mapping[str, Any]], present: Mapping[UUID, Row], state: str) -> None:
    stale = [
        line
        for line in lines
        if (known := present.get(line["application_id"])) is not None and known["version"] != line["version"]
    ]
    if stale:
        raise ChangedMeanwhile(
            "Certaines lignes ont été modifiées entre-temps : comparez les deux versions, puis recommencez.",
            current=[item_described(present[line["application_id"]], state, plain=True) for line in stale],
            yours=[{**line, "application_id": str(line["application_id"])} for line in stale],
        )
