"""Statements of insurance certificates."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.files.tables import StoredFileRow
from ombelle_loans.insurance.tables import InsuranceCertificateRow

_COLUMNS: Final = """
  c.id, c.loan_id, c.kind, c.insurer, c.policy_number, lower(c.covers) AS covers_from, upper(c.covers) - 1 AS covers_to,
  c.value_cents, c.state, c.reason, c.decided_at, c.version, c.created_at, c.organisation_id, c.lender_organisation_id,
  f.name AS file_name, f.media_type, f.size_bytes, f.scan
"""
# Those given for the loan, and the yearly ones that its borrower gave its lender for others.
_OF_LOAN: Final = """
FROM insurance_certificate c JOIN stored_file f ON f.id = c.file_id
WHERE (c.loan_id = :loan_id OR c.kind = 'yearly' AND c.organisation_id = :organisation_id
    AND c.lender_organisation_id IS NOT DISTINCT FROM CAST(:lender AS uuid) AND c.state <> 'refused')
"""
_PAGE: Final = text(f"SELECT {_COLUMNS} {_OF_LOAN} AND c.id < :before ORDER BY c.id DESC LIMIT :count")
_TOTAL: Final = text(f"SELECT count(*) {_OF_LOAN}")
_ONE: Final = text(
    f"SELECT {_COLUMNS} FROM insurance_certificate c "  # noqa: S608 (fragments of ours)
    "JOIN stored_file f ON f.id = c.file_id WHERE c.id = :id"
)
# What is at risk: the value that the agreement says, or the item's as long as none does; every day that is blocked.
_NEED: Final = text("""
SELECT l.insurance_asked, lower(b.days) AS blocked_from, upper(b.days) - 1 AS blocked_to,
  CASE WHEN a.id IS NULL THEN coalesce(f.insurance_value_cents, i.insurance_value_cents)
    ELSE a.value_cents END AS value_cents
FROM loan l JOIN item i ON i.id = l.item_id JOIN item_format f ON f.id = l.format_id
LEFT JOIN agreement a ON a.id = l.agreement_id
CROSS JOIN LATERAL (
  SELECT coalesce(range_merge(range_agg(blocked)), daterange(l.starts_on, l.ends_on, '[]')) AS days
  FROM unit_block WHERE loan_id = l.id AND released_at IS NULL) AS b
WHERE l.id = :loan_id
""")
_MERGE: Final = (
    text("UPDATE insurance_certificate SET organisation_id = :into WHERE organisation_id = :gone"),
    text(
        "UPDATE insurance_certificate SET lender_organisation_id = :into WHERE lender_organisation_id = :gone"
    ),
)
_FORGET: Final = text("""
UPDATE insurance_certificate SET uploaded_by = CASE uploaded_by WHEN :account THEN :erased ELSE uploaded_by END,
  decided_by = CASE decided_by WHEN :account THEN :erased ELSE decided_by END
WHERE :account IN (uploaded_by, decided_by)
""")


class InsuranceStore:
    """Certificates in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, facts: Mapping[str, Any], *, before: UUID, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return the certificates that may serve a loan, the newest first, and how many there are."""
        values = {
            "loan_id": facts["id"],
            "organisation_id": facts["organisation_id"],
            "lender": facts["owner_organisation_id"],
        }
        rows = await self._session.execute(_PAGE, {**values, "before": before, "count": count})
        total = await self._session.scalar(_TOTAL, values)
        return [dict(row) for row in rows.mappings()], int(total or 0)

    async def read(self, certificate_id: UUID) -> dict[str, Any] | None:
        """Return what is told of a certificate, `None` where there is none."""
        row = (await self._session.execute(_ONE, {"id": certificate_id})).mappings().one_or_none()
        return None if row is None else dict(row)

    async def held(self, certificate_id: UUID) -> InsuranceCertificateRow:
        """Return a certificate that is there, locked until the transaction ends."""
        row = InsuranceCertificateRow
        asked = select(row).where(row.id == certificate_id).with_for_update()
        return (await self._session.scalars(asked.execution_options(populate_existing=True))).one()

    async def file(self, certificate_id: UUID) -> StoredFileRow:
        """Return the file of a certificate that is there."""
        row = InsuranceCertificateRow
        asked = (
            select(StoredFileRow).join(row, row.file_id == StoredFileRow.id).where(row.id == certificate_id)
        )
        return (await self._session.scalars(asked)).one()

    async def need(self, loan_id: UUID) -> dict[str, Any]:
        """Return what a certificate must cover: `insurance_asked`, `blocked_from`, `blocked_to`, `value_cents`."""
        return dict((await self._session.execute(_NEED, {"loan_id": loan_id})).mappings().one())

    async def follow_merge(self, gone: UUID, into: UUID) -> None:
        """Let what an organisation gave or took be that of the one it became."""
        for statement in _MERGE:
            await self._session.execute(statement, {"gone": gone, "into": into})

    async def forget_account(self, account: str, erased: str) -> None:
        """Name an account nowhere any more."""
        await self._session.execute(_FORGET, {"account": account, "erased": erased})
