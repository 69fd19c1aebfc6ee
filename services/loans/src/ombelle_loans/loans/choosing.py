"""Which units go out with a loan, where its lender chooses them."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.availability.domain import Choice
from ombelle_loans.loans.errors import UnitsWrong
from ombelle_loans.loans.tables import LoanRow

_UNITS: Final = text("SELECT id, module_number FROM unit WHERE format_id = :format_id AND state <> 'retired'")


async def chosen_units(session: AsyncSession, loan: LoanRow, units: Collection[UUID]) -> Choice:
    """Return the choice of these units, one of each module that was asked for, of whatever copies.

    Raises:
        UnitsWrong: one is of another format, or a module is missing, or there twice.

    """
    rows = await session.execute(_UNITS, {"format_id": loan.format_id})
    modules = {row.id: row.module_number for row in rows}
    wanted = set(loan.modules or ()) or set(modules.values())
    found = [modules.get(unit, -1) for unit in units]
    if len(found) != len(wanted) or set(found) != wanted:
        detail = "Choisissez un exemplaire de chaque partie demandée, une fois."
        raise UnitsWrong(detail, errors=[FieldError("/body/unit_ids", "units_wrong", detail)])
    return Choice(units=frozenset(units))
