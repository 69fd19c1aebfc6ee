"""The use cases of declarations: what is due is sent, comes back, and its receipt is kept."""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.files.domain import StoredFile
from ombelle_chassis.files.keeping import kept_file
from ombelle_chassis.files.service import FileService
from ombelle_chassis.files.store import FileStore
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.uploads import Upload
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day, today_in_paris
from ombelle_members.declarations.composing import composed, listed
from ombelle_members.declarations.domain import BECOMES, RECEIPT_TYPES, STEPS, missing_of
from ombelle_members.declarations.errors import (
    DeclarationMoved,
    DeclarationUnknown,
    DetailsMissing,
    ReceiptMissing,
    refuse_future,
)
from ombelle_members.declarations.opening import open_declaration
from ombelle_members.declarations.store import DeclarationStore
from ombelle_members.documents.pdf import document
from ombelle_members.log import record
from ombelle_members.transactions import in_transaction
from ombelle_members.wording import counted


class DeclarationService:
    """Declarations to the State. `agency` is what the association is called where nothing else is known."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], files: FileService, agency: str) -> None:
        self._sessions = sessions
        self._files = files
        self._agency = agency

    async def page(
        self, filters: Mapping[str, Any], *, before: int, count: int, caller: Caller
    ) -> tuple[list[dict[str, Any]], int]:
        """Return declarations, the newest first, and how many there are."""
        async with self._sessions() as session, session.begin():
            rows, total = await DeclarationStore(session).page(
                filters, today=today_in_paris(), before=before, count=count
            )
        return [row | {"allowed_actions": _actions(row, caller)} for row in rows], total

    async def declaration(self, declaration_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return a declaration whole. Raises DeclarationUnknown."""
        async with self._sessions() as session, session.begin():
            return await _described(session, await _found(session, declaration_id), caller)

    async def open(self, values: Mapping[str, Any], *, caller: Caller, once: OneRequest) -> dict[str, Any]:
        """Open a declaration for what happened elsewhere, or join the one that is due for that day already."""

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            opened = await open_declaration(session, **values)
            await record(
                session, caller, "declaration_opened", ("declaration", opened), {"cause": values["cause"]}
            )
            return await once.keep(session, await _described(session, await _found(session, opened), caller))

        return await in_transaction(self._sessions, work)

    async def pdf(self, declaration_id: UUID) -> tuple[str, bytes]:
        """Return the declaration as the form asks it, and what the file is called. Raises DeclarationUnknown."""
        async with self._sessions() as session, session.begin():
            row = await _found(session, declaration_id)
            store = DeclarationStore(session)
            association = await store.association(row["occurred_on"])
            officers = await store.officers(row["occurred_on"])
        today = today_in_paris()
        values = composed(row, association, officers, agency=self._agency, made_on=today)
        made_at = datetime.combine(today, time(), UTC)
        return f"declaration-{row['number']}.pdf", await document("declaration", values, made_at=made_at)

    async def submit(
        self,
        declaration_id: UUID,
        *,
        on: date,
        by: str,
        although_incomplete: bool,
        if_match: str | None,
        caller: Caller,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Note that a declaration was sent; what it said is frozen.

        Raises:
            DeclarationUnknown, DeclarationMoved: there is none that can be sent.
            VersionNeeded, ChangedMeanwhile: another version than the present one was read.
            DetailsMissing: the form asks what is not known, and the caller did not say that it was sent all the same.
            InvalidInput: it was sent before what it tells of, or will be.

        """

        async def work(session: AsyncSession, row: dict[str, Any]) -> dict[str, Any]:
            _refuse_day(row["occurred_on"], on)
            store = DeclarationStore(session)
            officers = await store.officers(row["occurred_on"]) if row["kind"] == "officers" else []
            missing = sum(len(missing_of(one)) for one in officers)
            if missing and not although_incomplete:
                asked = counted(missing, "information", "informations")
                raise DetailsMissing(
                    f"Le formulaire demande encore {asked} sur les dirigeants : complétez, ou dites que la déclaration est "
                    "partie ainsi.",
                    missing=missing,
                )
            association = await store.association(row["occurred_on"])
            said = {"officers": listed(officers), "association": _plain(association)}
            await store.submit(row["id"], on_day=on, submitted_by=by, declared=said)
            await store.note_step(row["id"], "submitted", on)
            return {"on": str(on), "by": by}

        return await self._step(declaration_id, "submit", work, if_match=if_match, caller=caller, once=once)

    async def give_back(
        self,
        declaration_id: UUID,
        *,
        on: date,
        reason: str,
        if_match: str | None,
        caller: Caller,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Note that a declaration came back to be corrected. Raises as `submit`."""
        return await self._end(
            declaration_id, "return", on=on, reason=reason, if_match=if_match, caller=caller, once=once
        )

    async def withdraw(
        self,
        declaration_id: UUID,
        *,
        on: date,
        reason: str,
        if_match: str | None,
        caller: Caller,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Note that nothing is to be declared after all. Raises as `submit`."""
        return await self._end(
            declaration_id, "withdraw", on=on, reason=reason, if_match=if_match, caller=caller, once=once
        )

    async def _end(
        self,
        declaration_id: UUID,
        step: str,
        *,
        on: date,
        reason: str,
        if_match: str | None,
        caller: Caller,
        once: OneRequest,
    ) -> dict[str, Any]:
        async def work(session: AsyncSession, row: dict[str, Any]) -> dict[str, Any]:
            _refuse_day(row["submitted_on"] or row["occurred_on"], on)
            store = DeclarationStore(session)
            await store.move(row["id"], BECOMES[step])
            await store.note_step(row["id"], BECOMES[step], on, reason)
            return {"on": str(on)}

        return await self._step(declaration_id, step, work, if_match=if_match, caller=caller, once=once)

    async def receipt(
        self,
        declaration_id: UUID,
        upload: Upload,
        *,
        on: date,
        number: str | None,
        if_match: str | None,
        caller: Caller,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Keep the receipt that came back: what was declared holds against third parties from that day.

        Raises:
            DomainError: as `submit`.
            FileRefused, FileInfected, StorageUnavailable: the file cannot be taken.

        """
        async with kept_file(self._files, declaration_id, upload, RECEIPT_TYPES) as kept:
            same = once.holding(kept.sha256 + repr((on, number)).encode())

            async def work(session: AsyncSession, row: dict[str, Any]) -> dict[str, Any]:
                _refuse_day(row["submitted_on"], on)
                store = DeclarationStore(session)
                file = await kept.named(session)
                await store.receipt(row["id"], on_day=on, receipt_number=number, file_id=file.id)
                await store.note_step(row["id"], "receipted", on)
                return {"on": str(on)}

            return await self._step(
                declaration_id, "receipt", work, if_match=if_match, caller=caller, once=same
            )

    async def receipt_file(self, declaration_id: UUID) -> tuple[StoredFile, AsyncIterator[bytes]]:
        """Return the receipt's file. Raises DeclarationUnknown, ReceiptMissing, FileNotSafe, StorageUnavailable."""
        async with self._sessions() as session, session.begin():
            row = await _found(session, declaration_id)
            wanted = row["receipt_file_id"]
            file = None if wanted is None else await FileStore(session).file(wanted)
        if file is None:
            raise ReceiptMissing("Aucun fichier n’a été gardé de ce récépissé.")
        return file, await self._files.content(file)

    async def _step(
        self,
        declaration_id: UUID,
        step: str,
        work: Any,
        *,
        if_match: str | None,
        caller: Caller,
        once: OneRequest,
    ) -> dict[str, Any]:
        version = require_version(if_match)

        async def whole(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await _found(session, declaration_id, lock=True)
            if row["state"] not in STEPS[step]:
                raise DeclarationMoved(_MOVED[row["state"]], state=row["state"])
            shown = await _described(session, row, caller)
            refuse_stale(version, row["version"], current=shown, yours={})
            told = await work(session, row)
            described = await _described(session, await _found(session, declaration_id), caller)
            await record(
                session, caller, f"declaration_{BECOMES[step]}", ("declaration", declaration_id), told
            )
            return await once.keep(session, described)

        return await in_transaction(self._sessions, whole)


_MOVED = {
    "due": "Cette déclaration n’est pas encore envoyée.",
    "submitted": "Cette déclaration est envoyée : attendez son récépissé ou son retour.",
    "returned": "Cette déclaration est revenue pour correction : envoyez-la de nouveau.",
    "receipted": "Le récépissé de cette déclaration est arrivé : elle ne change plus.",
    "withdrawn": "Cette déclaration a été retirée : il n’y a plus rien à déclarer.",
}


async def _found(session: AsyncSession, declaration_id: UUID, *, lock: bool = False) -> dict[str, Any]:
    row = await DeclarationStore(session).one(declaration_id, today=today_in_paris(), lock=lock)
    if row is None:
        raise DeclarationUnknown("Cette déclaration n’existe pas.")
    return row


async def _described(session: AsyncSession, row: dict[str, Any], caller: Caller) -> dict[str, Any]:
    store = DeclarationStore(session)
    officers: list[dict[str, Any]] = []
    missing = None
    if row["kind"] == "officers":
        if row["declared"] is not None and row["state"] != "returned":
            officers = row["declared"]["officers"]
        else:
            found = await store.officers(row["occurred_on"])
            officers = listed(found)
            missing = sum(len(missing_of(one)) for one in found) if caller.is_secretariat else None
    return row | {
        "history": await store.steps(row["id"]),
        "officers": officers,
        "missing": missing,
        "allowed_actions": _actions(row, caller),
    }


def _actions(row: Mapping[str, Any], caller: Caller) -> list[str]:
    if not caller.is_secretariat:
        return []
    return ["print", *(step for step, states in STEPS.items() if row["state"] in states)]


def _refuse_day(earliest: date, on: date) -> None:
    if on < earliest:
        day = spoken_day(earliest)
        raise InvalidInput(
            f"La demande n'est pas valable : ce jour vient avant le {day}.",
            errors=[FieldError("/body/on", "too_early", f"Le {day} ou après.")],
        )
    refuse_future(on)


def _plain(association: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return (
        None
        if association is None
        else {name: str(value) for name, value in association.items() if value is not None}
    )
