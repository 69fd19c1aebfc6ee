"""Labels to be stuck on units: what they are, their code, and a QR code that opens their page on a phone."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.documents.pdf import document
from ombelle_loans.handovers.errors import UnitsUnknown

MOST: Final = 300
"""Labels of one sheet."""
_UNITS: Final = text("""
SELECT u.id, u.code, u.name, u.copy_number, u.module_number, i.title, f.label AS format_label,
  coalesce(o.name, :agency) AS lender, s.phone, s.email
FROM unit u JOIN item_format f ON f.id = u.format_id JOIN item i ON i.id = f.item_id
LEFT JOIN organisation_copy o ON o.organisation_id = i.owner_organisation_id
LEFT JOIN lender_settings s ON s.organisation_id IS NOT DISTINCT FROM i.owner_organisation_id
WHERE (:all OR i.owner_organisation_id = ANY (:organisations)) AND u.state <> 'retired'
  AND (u.id = ANY (:units) OR CAST(:item_id AS uuid) IS NOT NULL AND i.id = :item_id)
ORDER BY i.title, i.id, f.position, u.copy_number, u.module_number, u.id LIMIT :most
""").bindparams(bindparam("organisations", type_=ARRAY(Uuid)), bindparam("units", type_=ARRAY(Uuid)))
# What a label opens: the unit, the loan that it leaves or comes back with, and the one after that.
_UNIT: Final = text("""
SELECT u.id AS unit_id, u.code, u.name, u.copy_number, u.module_number, u.state, u.state_note, u.place,
  i.id AS item_id, i.slug, i.title, f.format, f.label AS format_label, loans.told[0] AS loan, loans.told[1] AS next_loan
FROM unit u JOIN item_format f ON f.id = u.format_id JOIN item i ON i.id = f.item_id
LEFT JOIN LATERAL (
  SELECT coalesce(jsonb_agg(one.told ORDER BY one.is_away DESC, one.starts_on, one.id), '[]') AS told FROM (
    SELECT l.id, l.starts_on, l.status IN ('out', 'returned') AS is_away,
      jsonb_build_object('id', l.id, 'number', l.number, 'status', l.status, 'starts_on', l.starts_on,
        'ends_on', l.ends_on, 'organisation', o.name) AS told
    FROM loan_unit lu JOIN loan l ON l.id = lu.loan_id JOIN loan_request r ON r.id = l.request_id
    LEFT JOIN organisation_copy o ON o.organisation_id = r.organisation_id
    WHERE lu.unit_id = u.id AND l.status IN ('approved', 'agreement_sent', 'confirmed', 'out', 'returned')
    ORDER BY is_away DESC, l.starts_on, l.id LIMIT 2) one) loans ON true
WHERE u.id = :unit_id AND (:all OR i.owner_organisation_id = ANY (:organisations))
""").bindparams(bindparam("organisations", type_=ARRAY(Uuid)))
_NONE: Final = "Cet exemplaire n’existe pas, ou n’est pas de ceux que vous prêtez."


class LabelService:
    """Labels, for whoever lends the units. `agency` is what the agency is called, `public_url` where links begin."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], agency: str, public_url: str) -> None:
        self._sessions = sessions
        self._agency = agency
        self._public_url = public_url

    async def pdf(self, caller: Caller, *, units: Sequence[UUID], item_id: UUID | None) -> bytes:
        """Return the labels of these units, or of every unit of an item, eight on a page.

        Raises:
            UnitsUnknown: there is none of these that the caller lends.

        """
        values = {
            "units": list(units), "item_id": item_id, "agency": self._agency, "most": MOST, **_lends(caller),
        }  # fmt: skip
        async with self._sessions() as session, session.begin():
            rows = [dict(row) for row in (await session.execute(_UNITS, values)).mappings()]
        if not rows or (units and len(rows) < len(set(units))):
            raise UnitsUnknown(_NONE)
        labels = [label_of(row, f"{self._public_url}/espace/exemplaires/{row['id']}") for row in rows]
        return await document("labels", {"title": "Étiquettes", "labels": labels}, made_at=datetime.now(UTC))

    async def at_hand(self, caller: Caller, unit_id: UUID) -> dict[str, Any]:
        """Return what a label opens: a unit, the loan that it is out or leaves with, the one after. Raises UnitsUnknown."""
        async with self._sessions() as session, session.begin():
            row = (
                (await session.execute(_UNIT, {"unit_id": unit_id, **_lends(caller)}))
                .mappings()
                .one_or_none()
            )
        if row is None:
            raise UnitsUnknown(_NONE)
        found = dict(row)
        return {**found, "allowed_actions": _actions(found, caller)}


def label_of(row: Mapping[str, Any], url: str) -> dict[str, str]:
    """Return what a label shows of a unit; `url` is what its QR code says."""
    parts = [f"Exemplaire {row['copy_number']}"]
    if row["module_number"] is not None:
        parts.append(f"module {row['module_number']}")
    if row["name"]:
        parts.append(row["name"])
    contact = " · ".join(one for one in (row["phone"], row["email"]) if one)
    return {
        "title": row["title"], "unit": ", ".join(parts), "code": row["code"], "lender": row["lender"],
        "contact": contact, "qr": qr_svg(url), "url": url,
    }  # fmt: skip


def qr_svg(words: str) -> str:
    """Return a QR code as SVG, which is read even when a sixth of it is scratched (level M)."""
    import segno  # noqa: PLC0415 -- few processes ever print labels

    drawn = BytesIO()
    segno.make(words, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=4, light="#fff")
    return drawn.getvalue().decode()


def _lends(caller: Caller) -> dict[str, Any]:
    return {"all": caller.is_lender, "organisations": sorted(caller.organisations)}


def _actions(row: Mapping[str, Any], caller: Caller) -> list[str]:
    loan = row["loan"]
    if loan is None or not caller.may_write or caller.identity.is_program:
        return []
    return ["report_in"] if loan["status"] in {"out", "returned"} else ["report_out"]
