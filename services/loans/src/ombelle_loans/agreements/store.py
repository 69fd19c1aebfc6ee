"""Statements of agreements and of the links by which they are signed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.agreements.domain import PaperKind
from ombelle_loans.agreements.tables import AgreementRow, SignatureLinkRow
from ombelle_loans.files.tables import StoredFileRow

# Its row is locked until the transaction ends: whoever comes next gets the number after, and none is lost.
_NUMBER: Final = text("""
INSERT INTO paper_number AS p (kind, issuer_id, year, last_number) VALUES (:kind, :issuer_id, :year, 1)
ON CONFLICT (kind, issuer_id, year) DO UPDATE SET last_number = p.last_number + 1 RETURNING last_number
""")
_UNITS: Final = text("SELECT array_agg(unit_id ORDER BY unit_id) FROM loan_unit WHERE loan_id = :loan_id")


async def next_number(session: AsyncSession, kind: PaperKind, issuer_id: UUID, year: int) -> int:
    """Return the next number of a kind of papers of a lender in a year: take it last, others wait for it."""
    taken = await session.scalar(_NUMBER, {"kind": kind, "issuer_id": issuer_id, "year": year})
    return int(taken or 0)


class AgreementStore:
    """Agreements in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def standing(self, loan_id: UUID, *, lock: bool = False) -> AgreementRow | None:
        """Return the agreement of a loan that is not voided, `None` where there is none."""
        row = AgreementRow
        asked = select(row).where(row.loan_id == loan_id, row.voided_at.is_(None))
        if lock:
            asked = asked.with_for_update().execution_options(populate_existing=True)
        return await self._session.scalar(asked)

    async def last(self, loan_id: UUID) -> AgreementRow | None:
        """Return the last version that was made for a loan, voided or not."""
        row = AgreementRow
        asked = select(row).where(row.loan_id == loan_id).order_by(row.version.desc()).limit(1)
        return await self._session.scalar(asked)

    async def version(self, loan_id: UUID, version: int) -> AgreementRow | None:
        """Return a version that was made for a loan."""
        row = AgreementRow
        return await self._session.scalar(select(row).where(row.loan_id == loan_id, row.version == version))

    async def page(self, loan_id: UUID, *, before: int, count: int) -> tuple[Sequence[AgreementRow], int]:
        """Return versions of a loan's agreement, the last first, and how many there are."""
        row = AgreementRow
        asked = select(row).where(row.loan_id == loan_id, row.version < before)
        found = (await self._session.scalars(asked.order_by(row.version.desc()).limit(count))).all()
        total = await self._session.scalar(select(func.count()).where(row.loan_id == loan_id))
        return found, int(total or 0)

    async def units(self, loan_id: UUID) -> list[UUID]:
        """Return the units that go out with a loan, in the order of their ids."""
        return list(await self._session.scalar(_UNITS, {"loan_id": loan_id}) or [])

    async def file(self, file_id: UUID | None) -> StoredFileRow | None:
        """Return a file."""
        return None if file_id is None else await self._session.get(StoredFileRow, file_id)

    async def void(self, row: AgreementRow, at: datetime) -> None:
        """Let a newer version take an agreement's place."""
        row.voided_at, row.void_reason = at, "replaced"
        await self.revoke_links(row.id, at)
        await self._session.flush()

    async def revoke_links(self, agreement_id: UUID, at: datetime) -> None:
        """Let the links of an agreement lead nowhere any more."""
        row = SignatureLinkRow
        open_ones = (row.agreement_id == agreement_id, row.used_at.is_(None), row.revoked_at.is_(None))
        await self._session.execute(update(row).where(*open_ones).values(revoked_at=at))

    async def link(self, token_hash: bytes) -> tuple[SignatureLinkRow, AgreementRow] | None:
        """Return the link of this secret with its agreement, `None` where there is none."""
        row = SignatureLinkRow
        asked = select(row, AgreementRow).join(AgreementRow, AgreementRow.id == row.agreement_id)
        asked = asked.where(row.token_hash == token_hash).execution_options(populate_existing=True)
        found: Any = (await self._session.execute(asked)).one_or_none()
        return None if found is None else (found[0], found[1])
