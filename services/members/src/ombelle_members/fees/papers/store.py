"""Statements of papers: the association on a day, receipts, where calls go."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

_ISSUER: Final = text("""
SELECT v.name, v.address, v.postal_code, v.commune_name, v.siren, v.rna, s.siret, s.iban, s.how_to_pay, s.payment_link
FROM fee_settings s LEFT JOIN association_version v ON v.period @> CAST(:on AS date)
""")
_RECEIPT: Final = text("""
SELECT r.year, r.number, r.issued_on, r.amount_cents, r.payer FROM fee_receipt r
WHERE r.fee_id = :fee AND r.cancelled_on IS NULL
""").bindparams(bindparam("fee", type_=Uuid))
_PAYER: Final = text("SELECT fee_payer(:member)").bindparams(bindparam("member", type_=Uuid))
_BILLING: Final = """
SELECT m.id AS member_id, m.kind, coalesce(b.uses_chorus_pro, false) AS uses_chorus_pro, b.siret, b.service_code,
  b.commitment_number, coalesce(b.version, 0) AS version, o.siret AS organisation_siret, o.address, o.postal_code,
  o.commune_name, s.siret AS issuer_siret
FROM member m CROSS JOIN fee_settings s LEFT JOIN organisation o ON o.id = m.organisation_id
LEFT JOIN fee_billing b ON b.member_id = m.id WHERE m.id = :member
"""
_SET: Final = text("""
INSERT INTO fee_billing (member_id, uses_chorus_pro, siret, service_code, commitment_number)
VALUES (:member, :uses_chorus_pro, :siret, :service_code, :commitment_number)
ON CONFLICT (member_id) DO UPDATE SET uses_chorus_pro = EXCLUDED.uses_chorus_pro, siret = EXCLUDED.siret,
  service_code = EXCLUDED.service_code, commitment_number = EXCLUDED.commitment_number, version = fee_billing.version + 1
""").bindparams(bindparam("member", type_=Uuid))
_CHORUS: Final = text("""
SELECT s.id AS fee_id, s.year, s.called_on, s.due_on, s.remaining_cents, m.id AS member_id, m.number,
  coalesce(o.legal_name, o.name) AS name, coalesce(b.siret, o.siret) AS siret, o.address, o.postal_code, o.commune_name,
  b.service_code, b.commitment_number, i.siret AS issuer_siret
FROM fee_standing s JOIN member m ON m.id = s.member_id JOIN organisation o ON o.id = m.organisation_id
JOIN fee_billing b ON b.member_id = m.id AND b.uses_chorus_pro CROSS JOIN fee_settings i
WHERE s.year = :year AND s.remaining_cents > 0 ORDER BY m.number
""")


class PapersStore:
    """What papers say, in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def issuer(self, on: date) -> dict[str, Any]:
        """Return who asks for fees, as it was on a day, and how it is paid now."""
        return dict((await self._session.execute(_ISSUER, {"on": on})).mappings().one())

    async def receipt(self, fee_id: UUID) -> dict[str, Any] | None:
        """Return the receipt of a fee."""
        row = (await self._session.execute(_RECEIPT, {"fee": fee_id})).mappings().one_or_none()
        return None if row is None else dict(row)

    async def payer(self, member_id: UUID) -> dict[str, Any]:
        """Return what a member is called, and where it is."""
        found: dict[str, Any] = await self._session.scalar(_PAYER, {"member": member_id})
        return found

    async def billing(self, member_id: UUID, *, lock: bool = False) -> dict[str, Any] | None:
        """Return where a member's calls go, `None` where there is no such member."""
        asked = text(_BILLING + (" FOR NO KEY UPDATE OF m" if lock else ""))
        found = await self._session.execute(
            asked.bindparams(bindparam("member", type_=Uuid)), {"member": member_id}
        )
        row = found.mappings().one_or_none()
        return None if row is None else dict(row)

    async def set_billing(self, member_id: UUID, values: Mapping[str, Any]) -> None:
        """Say where a member's calls go."""
        await self._session.execute(_SET, {"member": member_id, **values})

    async def chorus(self, year: int) -> list[dict[str, Any]]:
        """Return what is owed of a year by members that are invoiced through Chorus Pro."""
        return [dict(row) for row in (await self._session.execute(_CHORUS, {"year": year})).mappings()]
