"""The statements that read requests: whoever knows of one of the loans knows of the request, with those loans alone."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.callers import Caller
from ombelle_loans.loans.describing import place_of
from ombelle_loans.loans.reading import read_loans_of
from ombelle_loans.loans.sides import SIDE_BINDS, asker

_SEEN: Final = """
(r.organisation_id = ANY (:asker_organisations) OR EXISTS (
  SELECT FROM loan l JOIN item i ON i.id = l.item_id WHERE l.request_id = r.id
    AND (:asker_lends OR i.owner_organisation_id = ANY (:asker_organisations))))
"""
_COLUMNS: Final = """
  r.*, o.name AS organisation_name, o.kind AS organisation_kind,
  r.organisation_id = ANY (:asker_organisations) AS is_borrower,
  EXISTS (SELECT FROM loan l WHERE l.request_id = r.id
    AND l.status IN ('agreement_sent', 'confirmed', 'out', 'returned', 'inspected', 'closed')) AS is_agreed
"""
_FROM: Final = "FROM loan_request r LEFT JOIN organisation_copy o ON o.organisation_id = r.organisation_id"
_ONE: Final = text(f"SELECT {_COLUMNS} {_FROM} WHERE r.id = :request_id AND {_SEEN}").bindparams(*SIDE_BINDS)
_FILTER: Final = (
    f"WHERE {_SEEN} AND (CAST(:organisation_id AS uuid) IS NULL OR r.organisation_id = :organisation_id)"
)
_LIST: Final = text(f"""
SELECT {_COLUMNS} {_FROM} {_FILTER} AND (CAST(:before AS uuid) IS NULL OR r.id < :before)
ORDER BY r.id DESC LIMIT :count
""").bindparams(*SIDE_BINDS)
_TOTAL: Final = text(f"SELECT count(*) {_FROM} {_FILTER}").bindparams(*SIDE_BINDS)


async def read_request(session: AsyncSession, request_id: UUID, caller: Caller) -> dict[str, Any] | None:
    """Return a request with those of its loans that the caller knows of, `None` where they know of none."""
    found = await session.execute(_ONE, {"request_id": request_id, **asker(caller)})
    rows = await _with_loans(session, found.mappings().all(), caller)
    return rows[0] if rows else None


async def list_requests(
    session: AsyncSession, *, before: UUID | None, count: int, organisation_id: UUID | None, caller: Caller
) -> tuple[list[dict[str, Any]], int]:
    """Return at most `count` requests, the newest first, and how many there are in all."""
    values = {"before": before, "count": count, "organisation_id": organisation_id, **asker(caller)}
    rows = (await session.execute(_LIST, values)).mappings().all()
    total = await session.scalar(_TOTAL, values)
    return await _with_loans(session, rows, caller), int(total or 0)


async def _with_loans(session: AsyncSession, rows: Sequence[Any], caller: Caller) -> list[dict[str, Any]]:
    if not rows:
        return []
    loans = await read_loans_of(session, [row["id"] for row in rows], caller)
    return [_described(row, loans[row["id"]], caller) for row in rows]


def _described(row: Any, loans: list[dict[str, Any]], caller: Caller) -> dict[str, Any]:
    signatory = None
    if row["signatory_name"] is not None:
        signatory = {
            "name": row["signatory_name"],
            "capacity": row["signatory_capacity"],
            "email": row["signatory_email"],
        }
    booking = None
    if row["channel"] == "pass_culture":
        booking = {"offer_number": row["pass_culture_offer"], "state": row["pass_culture_state"]}
    return {
        "id": row["id"],
        "number": row["number"],
        "organisation": {
            "id": row["organisation_id"],
            "name": row["organisation_name"],
            "kind": row["organisation_kind"],
        },
        "place_of_use": place_of(row),
        "signatory": signatory,
        "channel": row["channel"],
        "pass_culture": booking,
        "message": row["message"],
        "loans": loans,
        "version": row["version"],
        "created_at": row["created_at"],
        "updated_at": row["updated_at"],
        "allowed_actions": actions_on(row, caller),
    }


def actions_on(row: Any, caller: Caller) -> list[str]:
    """Return what the caller may do with a request itself: change it until an agreement is made of it, book it."""
    if not caller.may_write:
        return []
    may = []
    if not row["is_agreed"] and (row["is_borrower"] or caller.is_lender):
        may.append("edit")
    if row["channel"] == "pass_culture" and caller.is_lender:
        may.append("book")
    return may
