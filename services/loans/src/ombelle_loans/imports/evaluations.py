"""Evaluations of an import, of loans that took place."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from ombelle_chassis.spreadsheets import Taken

from ombelle_loans.imports.domain import BACK
from ombelle_loans.imports.faults import Faults, count
from ombelle_loans.imports.rows import EvaluationRow
from ombelle_loans.imports.store import ImportStore, Row

_PARIS: Final = ZoneInfo("Europe/Paris")
_NOON: Final = time(12)


class TakingEvaluations:
    """Takes evaluations in."""

    def __init__(self, store: ImportStore, faults: Faults) -> None:
        self._store = store
        self._faults = faults

    async def take(self, rows: Sequence[tuple[int, EvaluationRow]], taken: Taken) -> None:
        """Take rows in, and count what they did."""
        loans = await self._store.loans({row.loan_id for _, row in rows})
        written = []
        for number, row in rows:
            loan = loans.get(row.loan_id)
            if loan is None:
                self._faults.unknown("loan_evaluations", number, "loan_id", row.loan_id, "prêt")
            elif loan["status"] not in BACK:
                detail = "Ce prêt n'a pas eu lieu : personne n'en dit rien."
                self._faults.add("loan_evaluations", number, "loan_id", "not_lent", detail)
            else:
                written.append(_evaluation(row, loan))
        count(taken, await self._store.evaluate(written))


def _evaluation(row: EvaluationRow, loan: Row) -> dict[str, Any]:
    answered: date = row.answered_on or loan["ends_on"]
    same = (
        "first_time", "how_known", "audience_method", "audience", "audience_types", "satisfaction",
        "satisfaction_welcome", "satisfaction_logistics", "pleased", "content_remarks",
    )  # fmt: skip
    return {
        "loan_id": loan["id"],
        "answered_at": datetime.combine(answered, _NOON, _PARIS).isoformat(),
        **{name: getattr(row, name) for name in same},
    }
