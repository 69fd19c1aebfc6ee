"""Statements of invoices. Both sides of a request read them; who lends issues them."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.callers import Caller
from ombelle_loans.invoices.tables import InvoiceIssuerRow, InvoiceRow

_BINDS: Final = (bindparam("organisations", type_=ARRAY(Uuid)),)
_FROM: Final = """
FROM invoice v JOIN loan_request r ON r.id = v.request_id
LEFT JOIN invoice c ON c.id = v.cancels_id LEFT JOIN invoice n ON n.cancels_id = v.id
WHERE (:all OR r.organisation_id = ANY (:organisations) OR v.issuer_id = ANY (:organisations))
  AND (CAST(:year AS integer) IS NULL OR v.year = :year)
  AND (CAST(:loan_id AS uuid) IS NULL
    OR EXISTS (SELECT FROM invoice_line l WHERE l.invoice_id = v.id AND l.loan_id = :loan_id))
  AND (CAST(:id AS uuid) IS NULL OR v.id = :id) AND (CAST(:issuer_id AS uuid) IS NULL OR v.issuer_id = :issuer_id)
"""
_PAGE: Final = text(f"""
SELECT v.*, c.year AS cancels_year, c.number AS cancels_number, n.year AS cancelled_year, n.number AS cancelled_number,
  (:all OR v.issuer_id = ANY (:organisations)) AS is_lender,
  (SELECT json_agg(json_build_object('loan_id', l.loan_id, 'label', l.label, 'cents', l.cents) ORDER BY l.label, l.loan_id)
   FROM invoice_line l WHERE l.invoice_id = v.id) AS lines
{_FROM} AND (CAST(:before AS uuid) IS NULL OR v.id < :before) ORDER BY v.id DESC LIMIT :count
""").bindparams(*_BINDS)  # noqa: S608 (fragments of ours)
_TOTAL: Final = text(f"SELECT count(*) {_FROM}").bindparams(*_BINDS)
# Locked in the order of ids; what is asked of each is checked one by one.
_LOANS: Final = text("""
SELECT l.id, l.number, l.status, l.fee_state, l.fee_cents, l.starts_on, l.ends_on, l.request_id, r.channel, i.title,
  i.owner_organisation_id, EXISTS (SELECT FROM invoice_line x WHERE x.loan_id = l.id AND x.is_live) AS is_invoiced
FROM loan l JOIN loan_request r ON r.id = l.request_id JOIN item i ON i.id = l.item_id
WHERE l.id = ANY (:loans) AND (:all OR i.owner_organisation_id = ANY (:organisations))
ORDER BY l.id FOR NO KEY UPDATE OF l
""").bindparams(bindparam("loans", type_=ARRAY(Uuid)), *_BINDS)
_END: Final = text("UPDATE invoice_line SET is_live = false WHERE invoice_id = :id")
_COPY: Final = text("""
INSERT INTO invoice_line (invoice_id, loan_id, label, cents, is_live)
SELECT :note_id, loan_id, label, cents, false FROM invoice_line WHERE invoice_id = :id
""")
_EVERY: Final = 100_000


def who(caller: Caller) -> dict[str, Any]:
    """Return by what statements know whose invoices a caller reads."""
    return {"all": caller.is_lender, "organisations": sorted(caller.organisations)}


class InvoiceStore:
    """Invoices in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def issuer(self, issuer_id: UUID, *, lock: bool = False) -> InvoiceIssuerRow | None:
        """Return who issues a lender's invoices, `None` where nothing was said."""
        asked = select(InvoiceIssuerRow).where(InvoiceIssuerRow.issuer_id == issuer_id)
        if lock:
            asked = asked.with_for_update().execution_options(populate_existing=True)
        return await self._session.scalar(asked)

    async def loans(self, loans: Sequence[UUID], caller: Caller) -> list[dict[str, Any]]:
        """Return these loans, locked, where the caller lends them."""
        rows = await self._session.execute(_LOANS, {"loans": list(loans), **who(caller)})
        return [dict(row) for row in rows.mappings()]

    async def page(
        self,
        caller: Caller,
        *,
        year: int | None = None,
        loan_id: UUID | None = None,
        invoice_id: UUID | None = None,
        issuer_id: UUID | None = None,
        before: UUID | None = None,
        count: int = _EVERY,
    ) -> tuple[list[dict[str, Any]], int]:
        """Return invoices that the caller may read, the newest first, and how many there are in all."""
        values = {
            "year": year, "loan_id": loan_id, "id": invoice_id, "issuer_id": issuer_id, **who(caller),
        }  # fmt: skip
        rows = await self._session.execute(_PAGE, {**values, "before": before, "count": count})
        total = await self._session.scalar(_TOTAL, values)
        return [dict(row) for row in rows.mappings()], int(total or 0)

    async def held(self, invoice_id: UUID) -> InvoiceRow:
        """Return an invoice that is there; nothing else cancels it until the transaction ends."""
        asked = select(InvoiceRow).where(InvoiceRow.id == invoice_id).with_for_update()
        return (await self._session.scalars(asked)).one()

    async def end_lines(self, invoice_id: UUID, note_id: UUID) -> None:
        """Let the loans of an invoice be billed again: the credit note has its lines."""
        await self._session.execute(_COPY, {"id": invoice_id, "note_id": note_id})
        await self._session.execute(_END, {"id": invoice_id})
