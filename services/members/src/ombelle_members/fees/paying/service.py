"""The use cases of payments: received, found to be none, taken in from a file."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import IO, Any, Final
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.fees.describing import held_fee, read_fee
from ombelle_members.fees.domain import euros
from ombelle_members.fees.errors import (
    FeeSettled,
    PaymentReferenceTaken,
    PaymentTooMuch,
    PaymentUnknown,
    PaymentVoid,
)
from ombelle_members.fees.paying.domain import PaymentRow
from ombelle_members.fees.paying.reading import read_payments
from ombelle_members.fees.paying.store import PayingStore
from ombelle_members.fees.store import FeeStore
from ombelle_members.log import record
from ombelle_members.transactions import in_transaction

_IMPORT_ID: Final = UUID(int=0)
_DETAILS: Final[Mapping[str, str]] = {
    "taken": "Règlement enregistré.",
    "known": "Déjà enregistré : rien ne change.",
    "void": "Déjà enregistré, puis annulé : s’il était bon, saisissez-le à la main.",
    "not_paid": "Ce paiement n’est pas validé.",
    "unknown_member": "Aucun adhérent n’a ce numéro, cette adresse ni ce nom.",
    "several_members": "Plusieurs adhérents ont cette adresse ou ce nom : saisissez-le à la main.",
    "nothing_owed": "Cet adhérent ne doit rien : appelez d’abord sa cotisation.",
    "too_much": "C’est plus que ce qu’il reste à payer : saisissez-le à la main.",
}


class PayingService:
    """What is received for fees."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def pay(
        self, fee_id: UUID, values: Mapping[str, Any], *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Record what was received for a fee, and return the fee. The same payment told again changes nothing.

        Args:
            fee_id: what is paid.
            values: `method`, `reference`, `received_on`, `amount_cents`.
            caller: who received it.
            once: the request.

        Raises:
            FeeUnknown: there is none.
            FeeSettled: it is paid, waived or void.
            PaymentTooMuch: it is more than what remains.
            PaymentReferenceTaken: another payment has this reference.
            InvalidInput: it is to be received only.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            fee = await held_fee(session, fee_id, caller)
            known = await PayingStore(session).known(values["method"], values["reference"])
            if known is not None and known["voided_on"] is None:
                _refuse_other(known, fee_id, values)
                return await once.keep(session, fee)
            _refuse(fee, values)
            await self._add(session, fee_id, values)
            shown = await read_fee(session, fee_id, caller)
            logged = {name: values[name] for name in ("method", "received_on", "amount_cents")}
            await record(session, caller, "payment_received", ("fee", fee_id), logged)
            return await once.keep(session, shown)

        return await in_transaction(self._sessions, work)

    async def void(
        self, payment_id: UUID, reason: str, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Say that a payment was none after all, and return its fee; its receipt is cancelled.

        Raises:
            PaymentUnknown: there is none.
            PaymentVoid: it was said already.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = PayingStore(session)
            found = await store.payment(payment_id)
            if found is None:
                raise PaymentUnknown("Ce règlement n’existe pas.")
            await held_fee(session, found["fee_id"], caller)
            if not await store.void(payment_id, reason, today_in_paris()):
                raise PaymentVoid("Ce règlement est déjà annulé.")
            await FeeStore(session).change("touch", found["fee_id"])
            shown = await read_fee(session, found["fee_id"], caller)
            logged = {"payment_id": payment_id, "amount_cents": found["amount_cents"]}
            await record(session, caller, "payment_voided", ("fee", found["fee_id"]), logged)
            return await once.keep(session, shown)

        return await in_transaction(self._sessions, work)

    async def read(self, file: IO[bytes], name: str) -> list[PaymentRow]:
        """Return the rows of a file of payments. Raises FileUnreadable."""
        return await asyncio.to_thread(read_payments, file, name)

    async def take(
        self, rows: Sequence[PaymentRow], *, dry_run: bool, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Take in payments of HelloAsso, and tell of each row what became of it.

        What cannot be taken is told and left; what was taken before is known by its reference and changes nothing.
        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await PayingStore(session).take_turns()
            savepoint = await session.begin_nested()
            report = _report([await self._take(session, row, caller) for row in rows], dry_run=dry_run)
            if dry_run:
                await savepoint.rollback()
                return report
            if report["taken"]:
                logged = {"payments": report["taken"], "amount_cents": report["amount_cents"]}
                await record(session, caller, "payments_imported", ("import", _IMPORT_ID), logged)
            return await once.keep(session, report)

        return await in_transaction(self._sessions, work)

    async def _take(self, session: AsyncSession, row: PaymentRow, caller: Caller) -> dict[str, Any]:
        told = {
            "row": row.row, "reference": row.reference, "received_on": row.received_on,
            "amount_cents": row.amount_cents, "member": None, "fee_id": None,
        }  # fmt: skip
        if row.fault is not None or row.amount_cents is None or row.received_on is None:
            return {**told, "outcome": "unreadable", "detail": row.fault or ""}
        if not row.is_paid:
            return _outcome(told, "not_paid")
        if row.received_on > today_in_paris():
            return {**told, "outcome": "unreadable", "detail": "Cette date est à venir."}
        known = await PayingStore(session).known("helloasso", row.reference)
        if known is not None:
            return _outcome(
                told | {"fee_id": known["fee_id"]}, "known" if known["voided_on"] is None else "void"
            )
        found = await _members(session, row)
        if len(found) != 1:
            return _outcome(told, "several_members" if found else "unknown_member")
        told["member"] = json.loads(found[0]["member"])
        return await self._take_for(session, row, told, found[0]["id"], caller)

    async def _take_for(
        self, session: AsyncSession, row: PaymentRow, told: dict[str, Any], member_id: UUID, caller: Caller
    ) -> dict[str, Any]:
        owed = await PayingStore(session).owed(member_id, row.year, row.amount_cents or 0)
        if owed is None:
            return _outcome(told, "nothing_owed")
        told["fee_id"] = owed["id"]
        fee = await held_fee(session, owed["id"], caller)
        if (row.amount_cents or 0) > fee["remaining_cents"]:
            return _outcome(told, "too_much")
        values = {
            "method": "helloasso", "reference": row.reference, "received_on": row.received_on,
            "amount_cents": row.amount_cents,
        }  # fmt: skip
        await self._add(session, owed["id"], values)
        return _outcome(told, "taken")

    async def _add(self, session: AsyncSession, fee_id: UUID, values: Mapping[str, Any]) -> None:
        try:
            await PayingStore(session).add(fee_id, values)
        except IntegrityError as error:
            if broken_constraint(error) == "uq_payment_reference":  # somebody else's, at the same moment
                raise _taken({}) from error
            raise
        await FeeStore(session).change("touch", fee_id)


async def _members(session: AsyncSession, row: PaymentRow) -> list[dict[str, Any]]:
    """Return whose payment this may be: by number, else by name, else by address, which several may share."""
    store = PayingStore(session)
    if row.member is not None:
        return await store.members(member=row.member, email=None, names=(), by_email=False)
    found = await store.members(member=None, email=None, names=row.names, by_email=False)
    if found or row.email is None:
        return found
    return await store.members(member=None, email=row.email, names=(), by_email=True)


def _outcome(told: Mapping[str, Any], outcome: str) -> dict[str, Any]:
    return {**told, "outcome": outcome, "detail": _DETAILS[outcome]}


def _report(items: Sequence[Mapping[str, Any]], *, dry_run: bool) -> dict[str, Any]:
    taken = [one for one in items if one["outcome"] == "taken"]
    known = [one for one in items if one["outcome"] == "known"]
    return {
        "dry_run": dry_run,
        "rows": len(items),
        "taken": len(taken),
        "known": len(known),
        "left": len(items) - len(taken) - len(known),
        "amount_cents": sum(one["amount_cents"] for one in taken),
        "items": list(items),
    }


def _refuse_other(known: Mapping[str, Any], fee_id: UUID, values: Mapping[str, Any]) -> None:
    same = (known["fee_id"], known["received_on"], known["amount_cents"])
    if same != (fee_id, values["received_on"], values["amount_cents"]):
        raise _taken(known)


def _taken(known: Mapping[str, Any]) -> PaymentReferenceTaken:
    told = "Un autre règlement porte déjà cette référence."
    more: dict[str, Any] = {"payment_id": str(known["id"]), "fee_id": str(known["fee_id"])} if known else {}
    return PaymentReferenceTaken(
        told, errors=[FieldError("/body/reference", "reference_taken", told)], **more
    )


def _refuse(fee: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    if fee["state"] not in {"called", "partially_paid"}:
        raise FeeSettled(
            "Cette cotisation est payée, dispensée ou annulée : rien n’en est dû.", state=fee["state"]
        )
    if values["received_on"] > today_in_paris():
        told = "Un règlement est reçu aujourd’hui au plus tard."
        raise InvalidInput(told, errors=[FieldError("/body/received_on", "too_late", told)])
    if values["amount_cents"] > fee["remaining_cents"]:
        told = f"C’est plus que ce qu’il reste à payer, {euros(fee['remaining_cents'])}."
        raise PaymentTooMuch(
            told,
            errors=[FieldError("/body/amount_cents", "too_much", told)],
            remaining_cents=fee["remaining_cents"],
        )
