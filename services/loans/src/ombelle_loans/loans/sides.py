"""On which sides of a loan somebody stands. Who stands on neither does not know of it: the statements say so.

The borrower's side are those who act for the organisation that asked; the lender's the agency's lenders, and those who
act for the item's owner. A program of either reads within its scopes; only that of the borrower writes.
"""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, BindParameter, Boolean, Uuid, bindparam

from ombelle_loans.callers import Caller
from ombelle_loans.loans.domain import Part

VISIBLE: Final = """
(:asker_lends OR r.organisation_id = ANY (:asker_organisations) OR i.owner_organisation_id = ANY (:asker_organisations))
"""
"""A condition, where `r` is the request and `i` the item."""
SIDES: Final = """
  r.organisation_id = ANY (:asker_organisations) AS is_borrower,
  (:asker_lends OR coalesce(i.owner_organisation_id = ANY (:asker_organisations), false)) AS is_lender
"""
"""The columns that `parts_of` reads."""
SIDE_BINDS: Final[tuple[BindParameter[Any], ...]] = (
    bindparam("asker_lends", type_=Boolean),
    bindparam("asker_organisations", type_=ARRAY(Uuid)),
)


def asker(caller: Caller) -> dict[str, Any]:
    """Return the values of `SIDE_BINDS`."""
    return {"asker_lends": caller.is_lender, "asker_organisations": sorted(caller.organisations)}


MACHINE: Final[dict[str, Any]] = {"asker_lends": True, "asker_organisations": list[UUID]()}
"""The values of `SIDE_BINDS` for the service itself, which sees every loan."""


def parts_of(row: Mapping[str, Any], caller: Caller) -> frozenset[Part]:
    """Return in what parts somebody may act on a loan, from the columns of `SIDES`."""
    if not caller.may_write:
        return frozenset()
    is_lender = row["is_lender"] and not caller.identity.is_program
    parts: dict[Part, bool] = {"borrower": row["is_borrower"], "lender": is_lender}
    return frozenset(part for part, stands in parts.items() if stands)
