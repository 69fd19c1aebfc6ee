"""The statements that read loans as their two sides see them: one shape for lists, one loan and the loans of a request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Text, TextClause, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.callers import Caller
from ombelle_loans.loans.describing import described
from ombelle_loans.loans.domain import Sort
from ombelle_loans.loans.sides import SIDE_BINDS, SIDES, VISIBLE, asker

TODAY: Final = "CAST(now() AT TIME ZONE 'Europe/Paris' AS date)"
"""Civil days are those of Paris."""

_IS_LATE: Final = f"(l.status = 'out' AND l.ends_on < {TODAY})"
# Another loan that is late has one of these units, and blocks it up to the day on which this one begins to.
_AT_RISK: Final = f"""
(l.status IN ('held', 'approved', 'agreement_sent', 'confirmed') AND EXISTS (
  SELECT FROM unit_block mine
  JOIN unit_block other ON other.unit_id = mine.unit_id AND other.released_at IS NULL
  JOIN loan late ON late.id = other.loan_id
  WHERE mine.loan_id = l.id AND mine.released_at IS NULL AND late.id <> l.id AND late.status = 'out'
    AND late.ends_on < {TODAY} AND upper(other.blocked) >= lower(mine.blocked)))
"""
# As the invoices refuse the others: confirmed at least, a fee that is settled, and no invoice that stands.
_TO_INVOICE: Final = """
(l.status IN ('confirmed', 'out', 'returned', 'inspected', 'closed') AND r.channel <> 'pass_culture'
  AND coalesce(l.fee_cents, 0) > 0
  AND NOT EXISTS (SELECT FROM invoice_line v WHERE v.loan_id = l.id AND v.is_live))
"""
_COLUMNS: Final = f"""
  l.*, {SIDES}, r.number AS request_number, r.channel, r.organisation_id, o.name AS organisation_name,
  o.kind AS organisation_kind, r.place_name, r.place_address, r.commune_insee, r.commune_name, r.department,
  i.slug, i.title, i.category, i.owner_organisation_id, w.name AS owner_name,
  (SELECT s.email FROM lender_settings s
   WHERE s.organisation_id IS NOT DISTINCT FROM i.owner_organisation_id) AS lender_email,
  CASE WHEN t.id IS NOT NULL THEN json_build_object('basis', t.basis, 'period_days', t.period_days,
    'member_cents', t.member_cents, 'other_cents', t.other_cents, 'since', lower(t.in_force)) END AS tariff,
  f.format, f.label AS format_label, k.hold_days, k.insurance AS insurance_rule,
  (SELECT count(*) FROM insurance_certificate c WHERE c.loan_id = l.id AND c.state = 'waiting') AS certificates_waiting,
  {_IS_LATE} AS is_late, {_AT_RISK} AS is_at_risk,
  (SELECT json_agg(json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'copy_number', u.copy_number,
      'module_number', u.module_number) ORDER BY u.copy_number, u.module_number, u.id)
   FROM loan_unit lu JOIN unit u ON u.id = lu.unit_id WHERE lu.loan_id = l.id) AS units,
  (SELECT json_build_object('starts_on', lower(min_blocked), 'ends_on', upper(min_blocked) - 1)
   FROM (SELECT range_merge(range_agg(b.blocked)) AS min_blocked FROM unit_block b
         WHERE b.loan_id = l.id AND b.released_at IS NULL HAVING count(*) > 0) AS whole) AS blocked,
  CASE WHEN l.status = 'waitlisted' THEN (
    SELECT count(*) + 1 FROM loan before WHERE before.format_id = l.format_id AND before.status = 'waitlisted'
      AND before.starts_on <= l.ends_on AND before.ends_on >= l.starts_on
      AND (before.waitlisted_at, before.id) < (l.waitlisted_at, l.id)) END AS waiting_place
"""  # noqa: S608 (fragments of ours)
_FROM: Final = """
FROM loan l
JOIN loan_request r ON r.id = l.request_id
JOIN item i ON i.id = l.item_id
JOIN item_format f ON f.id = l.format_id
JOIN item_rule k ON k.item_id = l.item_id
LEFT JOIN organisation_copy o ON o.organisation_id = r.organisation_id
LEFT JOIN organisation_copy w ON w.organisation_id = i.owner_organisation_id
LEFT JOIN tariff t ON t.id = l.tariff_id
"""
_ONE: Final = text(f"SELECT {_COLUMNS} {_FROM} WHERE l.id = :loan_id AND {VISIBLE}").bindparams(*SIDE_BINDS)
_OF_REQUESTS: Final = text(
    f"SELECT {_COLUMNS} {_FROM} WHERE l.request_id = ANY (:requests) AND {VISIBLE} ORDER BY l.id"
).bindparams(*SIDE_BINDS, bindparam("requests", type_=ARRAY(Uuid)))
_FILTER: Final = f"""
WHERE {VISIBLE}
  AND (:any_status OR l.status = ANY (:statuses))
  AND (CAST(:item_id AS uuid) IS NULL OR l.item_id = :item_id)
  AND (CAST(:organisation_id AS uuid) IS NULL OR r.organisation_id = :organisation_id)
  AND (CAST(:since AS date) IS NULL OR l.ends_on >= :since)
  AND (CAST(:until AS date) IS NULL OR l.starts_on <= :until)
  AND (CAST(:late AS boolean) IS NULL OR {_IS_LATE} = :late)
  AND (CAST(:department AS text) IS NULL OR r.department = :department)
  AND (CAST(:extension_asked AS boolean) IS NULL OR (l.extension_asked_until IS NOT NULL) = :extension_asked)
  AND (CAST(:side AS text) IS NULL
    OR CASE :side WHEN 'borrower' THEN r.organisation_id = ANY (:asker_organisations)
       ELSE :asker_lends OR i.owner_organisation_id = ANY (:asker_organisations) END)
  AND (CAST(:to_invoice AS boolean) IS NULL OR {_TO_INVOICE} = :to_invoice)
  AND (CAST(:words AS text) IS NULL OR folded_words(i.title || ' ' || coalesce(o.name, '')) LIKE '%' || fold(:words) || '%'
    OR l.number::text = :words OR r.number::text = :words)
"""


def _list(order: str, following: str) -> TextClause:
    return text(f"""
SELECT {_COLUMNS} {_FROM} {_FILTER} AND (CAST(:before AS uuid) IS NULL OR {following})
ORDER BY {order} LIMIT :count
""").bindparams(*SIDE_BINDS, bindparam("statuses", type_=ARRAY(Text)))


_LISTS: Final[Mapping[Sort, TextClause]] = {
    "newest": _list("l.id DESC", "l.id < :before"),
    "starts_on": _list("l.starts_on, l.id", "(l.starts_on, l.id) > (:before_day, :before)"),
    "ends_on": _list("l.ends_on, l.id", "(l.ends_on, l.id) > (:before_day, :before)"),
}
_TOTAL: Final = text(f"SELECT count(*) {_FROM} {_FILTER}").bindparams(
    *SIDE_BINDS, bindparam("statuses", type_=ARRAY(Text))
)


@dataclass(frozen=True, slots=True)
class LoanFilter:
    """Which loans are listed; what is `None` leaves them all. `side` is the asker's, `borrower` or `lender`.

    `before` is the last loan that was shown, and `before_day` its day, where they are sorted by days.
    """

    before: UUID | None
    count: int
    statuses: Sequence[str] = ()
    item_id: UUID | None = None
    organisation_id: UUID | None = None
    since: date | None = None
    until: date | None = None
    late: bool | None = None
    side: str | None = None
    words: str | None = None
    department: str | None = None
    extension_asked: bool | None = None
    sort: Sort = "newest"
    before_day: date | None = None
    to_invoice: bool | None = None

    def values(self) -> dict[str, Any]:
        """Return the values of the statement's parameters."""
        return {
            "before": self.before,
            "count": self.count,
            "any_status": not self.statuses,
            "statuses": list(self.statuses),
            "item_id": self.item_id,
            "organisation_id": self.organisation_id,
            "since": self.since,
            "until": self.until,
            "late": self.late,
            "side": self.side,
            "words": self.words,
            "to_invoice": self.to_invoice,
            "department": self.department,
            "extension_asked": self.extension_asked,
        }


async def read_row(session: AsyncSession, loan_id: UUID, values: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the columns of one loan, `None` where the asker knows of none. `values` are those of `sides.asker`."""
    row = (await session.execute(_ONE, {"loan_id": loan_id, **values})).mappings().one_or_none()
    return None if row is None else dict(row)


async def read_loan(session: AsyncSession, loan_id: UUID, caller: Caller) -> dict[str, Any] | None:
    """Return one loan as its page shows it, `None` where the caller knows of none."""
    row = await read_row(session, loan_id, asker(caller))
    return None if row is None else described(row, caller)


async def read_loans_of(
    session: AsyncSession, requests: Sequence[UUID], caller: Caller
) -> dict[UUID, list[dict[str, Any]]]:
    """Return the loans of these requests that the caller knows of, in the order that they were asked for."""
    found: dict[UUID, list[dict[str, Any]]] = {one: [] for one in requests}
    rows = await session.execute(_OF_REQUESTS, {"requests": list(requests), **asker(caller)})
    for row in rows.mappings():
        found[row["request_id"]].append(described(dict(row), caller))
    return found


async def list_loans(
    session: AsyncSession, wanted: LoanFilter, caller: Caller
) -> tuple[list[dict[str, Any]], int]:
    """Return at most `count` loans, in the order asked for, and how many there are in all."""
    values = {**wanted.values(), **asker(caller)}
    by_day = {} if wanted.sort == "newest" else {"before_day": wanted.before_day}
    rows = (await session.execute(_LISTS[wanted.sort], values | by_day)).mappings().all()
    total = await session.scalar(_TOTAL, values)
    return [described(dict(row), caller) for row in rows], int(total or 0)
