"""The use cases of invoices: issued with the next number, cancelled by a credit note, never changed."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.agreements.domain import issuer_of
from ombelle_loans.agreements.store import next_number
from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.callers import Caller
from ombelle_loans.copies.store import CopyStore
from ombelle_loans.invoices.domain import invoice_reference
from ombelle_loans.invoices.errors import (
    InvoiceCancelled,
    InvoiceUnknown,
    IssuerMissing,
    IssuerUnknown,
    NotInvoiceable,
)
from ombelle_loans.invoices.store import InvoiceStore
from ombelle_loans.invoices.tables import InvoiceIssuerRow, InvoiceLineRow, InvoiceRow
from ombelle_loans.loans.wording import spoken_days
from ombelle_loans.log import record
from ombelle_loans.transactions import in_transaction

_ISSUER: Final = ("name", "siret", "address", "postcode", "city", "iban", "vat_note", "payment_days")
_FROZEN: Final = _ISSUER[:-1]
_DEBTOR: Final = ("name", "siret", "address", "postcode", "city")
_BILLED: Final = frozenset({"confirmed", "out", "returned", "inspected", "closed"})
_WHY: Final[Mapping[str, str]] = {
    "unknown": "n’existe pas, ou n’est pas de ceux que vous prêtez",
    "pass_culture": "passe par le pass Culture : il est remboursé par lui, jamais facturé à l’établissement",
    "not_confirmed": "n’est pas confirmé",
    "to_be_settled": "n’a pas encore de montant",
    "free": "est gratuit",
    "invoiced": "est déjà facturé",
    "another_request": "est d’une autre demande, ou d’un autre prêteur",
}


class InvoiceService:
    """Invoices of every lender."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def issuer(self, lender: UUID | None, *, caller: Caller) -> dict[str, Any]:
        """Return who issues a lender's invoices. Raises IssuerUnknown, IssuerMissing."""
        async with self._sessions() as session, session.begin():
            await _require_lender(session, caller, lender)
            row = await InvoiceStore(session).issuer(issuer_of(lender))
            if row is None:
                raise IssuerMissing("Rien n’est encore dit de qui émet les factures de ce prêteur.")
            return _issuer(row, caller)

    async def set_issuer(
        self, lender: UUID | None, values: Mapping[str, Any], *, if_match: str | None, caller: Caller
    ) -> dict[str, Any]:
        """Say who issues a lender's invoices from now on; those that were issued stay.

        Raises:
            IssuerUnknown: the caller lends for no such lender.
            VersionNeeded, ChangedMeanwhile: it is made on no version, or on another than the present one.

        """
        async with self._sessions() as session, session.begin():
            await _require_lender(session, caller, lender)
            store, key = InvoiceStore(session), issuer_of(lender)
            row = await store.issuer(key, lock=True)
            if row is None:
                row = InvoiceIssuerRow(issuer_id=key, version=0, **values)
                session.add(row)
            else:
                current = _issuer(row, caller)
                refuse_stale(require_version(if_match), row.version, current=current, yours=values)
            for name, value in values.items():
                setattr(row, name, value)
            row.version += 1
            await session.flush()
            shown = _issuer(row, caller)
            await record(session, caller, "invoice_issuer_changed", ("invoice_issuer", key))
            return shown

    async def invoices(
        self, *, year: int | None, loan_id: UUID | None, before: UUID | None, count: int, caller: Caller
    ) -> tuple[list[dict[str, Any]], int]:
        """Return invoices of either side's, the newest first, and how many there are."""
        async with self._sessions() as session, session.begin():
            rows, total = await InvoiceStore(session).page(
                caller, year=year, loan_id=loan_id, before=before, count=count
            )
            return [described(row, caller) for row in rows], total

    async def invoice(self, invoice_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return an invoice. Raises InvoiceUnknown."""
        async with self._sessions() as session, session.begin():
            return await _read(session, invoice_id, caller)

    async def of_year(self, lender: UUID | None, year: int, *, caller: Caller) -> list[dict[str, Any]]:
        """Return every invoice of a lender in a year, by their numbers. Raises IssuerUnknown."""
        async with self._sessions() as session, session.begin():
            await _require_lender(session, caller, lender)
            rows, _ = await InvoiceStore(session).page(caller, year=year, issuer_id=issuer_of(lender))
            return sorted((described(row, caller) for row in rows), key=lambda one: one["number"])

    async def issue(
        self, loans: Sequence[UUID], debtor: Mapping[str, Any], *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Issue an invoice for loans of one request, with the next number of its lender in this year.

        Args:
            loans: what is billed.
            debtor: `name`, `siret`, `address`, `postcode`, `city`, `service_code`, `commitment_number`.
            caller: who lends them.
            once: the request.

        Raises:
            NotInvoiceable: one of the loans is not to be invoiced, or not with the others.
            IssuerMissing: the lender has not said who issues its invoices.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            found = await InvoiceStore(session).loans(loans, caller)
            _refuse(loans, found)
            issuer_id = issuer_of(found[0]["owner_organisation_id"])
            issuer = await InvoiceStore(session).issuer(issuer_id)
            if issuer is None:
                raise IssuerMissing("Dites d’abord qui émet les factures : nom, SIRET, adresse.")
            row = await _numbered(
                session, issuer_id, kind="invoice", request_id=found[0]["request_id"],
                issuer={name: getattr(issuer, name) for name in _FROZEN},
                service_code=debtor["service_code"], commitment_number=debtor["commitment_number"],
                total_cents=sum(loan["fee_cents"] for loan in found), issued_by=caller.identity.subject,
                due_on=today_in_paris() + timedelta(days=issuer.payment_days),
                **{f"debtor_{name}": debtor[name] for name in _DEBTOR},
            )  # fmt: skip
            session.add_all(
                InvoiceLineRow(
                    invoice_id=row.id,
                    loan_id=loan["id"],
                    label=_label(loan),
                    cents=loan["fee_cents"],
                    is_live=True,
                )
                for loan in found
            )
            await _flush(session, loans)
            await record(session, caller, "invoice_issued", ("invoice", row.id), _logged(row))
            return await once.keep(session, await _read(session, row.id, caller))

        return await in_transaction(self._sessions, work)

    async def cancel(
        self, invoice_id: UUID, reason: str, *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Cancel an invoice by a credit note, which is returned: its loans may be billed again.

        Raises:
            InvoiceUnknown: there is none that the caller issues.
            InvoiceCancelled: it is cancelled already, or is a credit note.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            shown = await _read(session, invoice_id, caller)
            if not caller.is_lender and not caller.acts_for(
                (await InvoiceStore(session).held(invoice_id)).issuer_id
            ):
                raise InvoiceUnknown("Cette facture n’est pas de celles que vous émettez.")
            row = await InvoiceStore(session).held(invoice_id)
            shown = await _read(session, invoice_id, caller)
            if row.kind == "credit_note" or shown["cancelled_by"] is not None:
                raise InvoiceCancelled("Cette facture est déjà annulée, ou est elle-même un avoir.")
            same = ("request_id", "issuer", "service_code", "commitment_number", "total_cents",
                *(f"debtor_{name}" for name in _DEBTOR))  # fmt: skip
            note = await _numbered(
                session, row.issuer_id, kind="credit_note", cancels_id=row.id, reason=reason,
                issued_by=caller.identity.subject, due_on=today_in_paris(),
                **{name: getattr(row, name) for name in same},
            )  # fmt: skip
            await InvoiceStore(session).end_lines(row.id, note.id)
            await record(session, caller, "invoice_cancelled", ("invoice", row.id), _logged(note))
            return await once.keep(session, await _read(session, note.id, caller))

        return await in_transaction(self._sessions, work)


async def _numbered(session: AsyncSession, issuer_id: UUID, **values: Any) -> InvoiceRow:
    """Write an invoice with the next number: others wait until this transaction ends, so that no number is lost."""
    today = today_in_paris()
    number = await next_number(session, "invoice", issuer_id, today.year)
    row = InvoiceRow(issuer_id=issuer_id, year=today.year, number=number, issued_on=today, **values)
    session.add(row)
    await session.flush()
    return row


def _refuse(asked: Sequence[UUID], found: Sequence[Mapping[str, Any]]) -> None:
    known = {loan["id"]: loan for loan in found}
    wrong = [(one, code) for one in dict.fromkeys(asked) if (code := _wrong(known.get(one), found))]
    if not wrong:
        return
    details = [f"Le prêt {_name(known.get(one))} {_WHY[code]}." for one, code in wrong]
    raise NotInvoiceable(
        " ".join(details),
        loans=[{"id": str(one), "code": code} for one, code in wrong],
        errors=[
            FieldError(f"/body/loans/{list(asked).index(one)}", code, detail)
            for (one, code), detail in zip(wrong, details, strict=True)
        ],
    )


def _wrong(loan: Mapping[str, Any] | None, found: Sequence[Mapping[str, Any]]) -> str | None:
    if loan is None:
        return "unknown"
    first = found[0]
    checks = (
        ("pass_culture", loan["channel"] == "pass_culture"),
        ("not_confirmed", loan["status"] not in _BILLED),
        ("to_be_settled", loan["fee_cents"] is None),
        ("free", loan["fee_cents"] == 0),
        ("invoiced", loan["is_invoiced"]),
        ("another_request", (loan["request_id"], loan["owner_organisation_id"])
            != (first["request_id"], first["owner_organisation_id"])),
    )  # fmt: skip
    return next((code for code, is_wrong in checks if is_wrong), None)


def _name(loan: Mapping[str, Any] | None) -> str:
    return "demandé" if loan is None else f"n° {loan['number']}"


def _label(loan: Mapping[str, Any]) -> str:
    days = spoken_days(loan["starts_on"], loan["ends_on"], "fr")
    return f"Prêt n° {loan['number']} : {loan['title']}, {days}"


async def _flush(session: AsyncSession, loans: Sequence[UUID]) -> None:
    try:
        await session.flush()
    except IntegrityError as error:
        if broken_constraint(error) == "uq_invoice_line_live":
            raise NotInvoiceable(
                f"Un de ces prêts {_WHY['invoiced']}.",
                loans=[{"id": str(one), "code": "invoiced"} for one in loans],
            ) from error
        raise


async def _require_lender(session: AsyncSession, caller: Caller, lender: UUID | None) -> None:
    lends = caller.is_lender or caller.acts_for(lender)
    if lends and (lender is None or await CopyStore(session).standing(lender) is not None):
        return
    raise IssuerUnknown("Cette structure n’existe pas, ou vous ne prêtez pas en son nom.")


async def _read(session: AsyncSession, invoice_id: UUID, caller: Caller) -> dict[str, Any]:
    await session.flush()
    rows, _ = await InvoiceStore(session).page(caller, invoice_id=invoice_id, count=1)
    if not rows:
        raise InvoiceUnknown("Cette facture n’existe pas.")
    return described(rows[0], caller)


def _issuer(row: InvoiceIssuerRow, caller: Caller) -> dict[str, Any]:
    actions = ["edit"] if caller.may_write else []
    return {
        **{name: getattr(row, name) for name in _ISSUER}, "version": row.version, "allowed_actions": actions,
    }  # fmt: skip


def _logged(row: InvoiceRow) -> dict[str, Any]:
    return {"reference": invoice_reference(row.year, row.number), "total_cents": row.total_cents}


def described(row: Mapping[str, Any], caller: Caller) -> dict[str, Any]:
    """Return an invoice with what may be done with it."""
    is_open = row["kind"] == "invoice" and row["cancelled_number"] is None
    may = is_open and row["is_lender"] and caller.may_write and not caller.identity.is_program
    names = (
        "id",
        "kind",
        "year",
        "number",
        "request_id",
        "reason",
        "lines",
        "total_cents",
        "issued_on",
        "due_on",
    )
    return {
        **{name: row[name] for name in names},
        "reference": invoice_reference(row["year"], row["number"]),
        "cancels": _reference(row["cancels_year"], row["cancels_number"]),
        "cancelled_by": _reference(row["cancelled_year"], row["cancelled_number"]),
        "issuer": row["issuer"],
        "debtor": {
            **{name: row[f"debtor_{name}"] for name in _DEBTOR},
            "service_code": row["service_code"],
            "commitment_number": row["commitment_number"],
        },
        "allowed_actions": ["cancel"] if may else [],
    }


def _reference(year: int | None, number: int | None) -> str | None:
    return None if year is None or number is None else invoice_reference(year, number)
