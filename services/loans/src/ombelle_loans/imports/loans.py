"""Loans of an import: those that were, and those that are under way or to come, which take a copy that is free."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from ombelle_chassis.spreadsheets import Taken

from ombelle_loans.imports.domain import BACK, cents
from ombelle_loans.imports.faults import Faults
from ombelle_loans.imports.rows import LoanRow
from ombelle_loans.imports.store import ImportStore, Row
from ombelle_loans.loans.domain import BLOCKING, days_of, notice_of

_UNDER_WAY: Final = frozenset({"confirmed", "out", "returned", "inspected"})
"""Such a loan goes on here: what an import said of it at first is not said again."""
_COMPARED: Final = {
    **{
        name: name
        for name in (
            "starts_on", "ends_on", "fee_cents", "returned_on", "cancelled_on", "cancelled_by", "cancel_reason",
            "organisation_id", "channel",
        )
    },
    "pass_culture_offer": "offer",
}  # fmt: skip


class TakingLoans:
    """Takes loans in; `actor` is whose import it is."""

    def __init__(self, store: ImportStore, faults: Faults, actor: str) -> None:
        self._store = store
        self._faults = faults
        self._actor = actor

    async def take(self, rows: Sequence[tuple[int, LoanRow]], taken: Taken) -> None:
        """Take rows in, and count what they did."""
        before = await self._store.loans({row.loan_id for _, row in rows})
        formats = await self._store.formats({row.item_id for _, row in rows})
        borrowers = await self._store.organisations({row.borrower_organisation_id for _, row in rows})
        good = [
            (number, row)
            for number, row in rows
            if self._may_be_lent(number, row, before, formats, borrowers)
        ]
        ids = iter(await self._store.ids(2 * sum(row.loan_id not in before for _, row in good)))
        free = _Free(await self._store.copies({formats[row.item_id][0]["format_id"] for _, row in good}))
        new, changed = [], []
        for number, row in good:
            loan = _loan(row, formats[row.item_id][0], borrowers[row.borrower_organisation_id])
            if (there := before.get(row.loan_id)) is not None:
                if row.status not in _UNDER_WAY and any(
                    there[name] != loan[of] for name, of in _COMPARED.items()
                ):
                    changed.append({"id": there["id"], "request_id": there["request_id"], **loan})
                continue
            loan |= {"id": next(ids), "request_id": next(ids), "units": []}
            if row.status in BLOCKING and not (units := free.take(loan)):
                self._faults.add(
                    "loans",
                    number,
                    "starts_on",
                    "taken",
                    "Aucun exemplaire de l'outil n'est libre ces jours-là.",
                )
                continue
            new.append(loan | ({"units": units} if row.status in BLOCKING else {}))
        await self._store.add_loans(new, self._actor)
        await self._store.block([loan for loan in new if loan["units"]])
        await self._store.change_loans(changed)
        taken.created, taken.updated = len(new), len(changed)

    def _may_be_lent(
        self,
        number: int,
        row: LoanRow,
        before: dict[str, Row],
        formats: dict[str, list[Row]],
        borrowers: dict[str, Row],
    ) -> bool:
        found, borrower = formats.get(row.item_id, []), borrowers.get(row.borrower_organisation_id)
        faults = len(self._faults.told)
        if len(found) != 1:
            self._faults.unknown("loans", number, "item_id", row.item_id, "outil", several=bool(found))
        elif row.starts_on < found[0]["added_on"]:
            self._faults.add(
                "loans", number, "starts_on", "before_item", "L'outil n'était pas encore là ce jour-là."
            )
        if borrower is None:
            self._faults.unknown(
                "loans", number, "borrower_organisation_id", row.borrower_organisation_id, "structure"
            )
        elif borrower["commune_insee"] is None or borrower["department"] is None:
            detail = "La fiche de cette structure ne dit pas sa commune : complétez-la d'abord."
            self._faults.add("loans", number, "borrower_organisation_id", "without_commune", detail)
        there = before.get(row.loan_id)
        if there is not None and there["origin"] != "imported":
            self._faults.add(
                "loans", number, "loan_id", "not_imported", "Ce prêt est né ici : il ne se reprend pas."
            )
        elif there is not None and found and there["format_id"] != found[0]["format_id"]:
            self._faults.add(
                "loans", number, "item_id", "another_item", "Ce prêt a été repris pour un autre outil."
            )
        elif there is not None and there["status"] != row.status and row.status not in _UNDER_WAY:
            self._faults.add(
                "loans", number, "status", "another_status", "Ce prêt a été repris dans un autre état."
            )
        return len(self._faults.told) == faults


class _Free:
    """Copies, and the days on which they are free; whoever takes one has it."""

    def __init__(self, copies: dict[Any, list[Row]]) -> None:
        self._copies = {
            format_id: [
                (one["units"], [tuple(map(date.fromisoformat, days)) for days in one["blocks"]])
                for one in found
            ]
            for format_id, found in copies.items()
        }

    def take(self, loan: dict[str, Any]) -> list[Any]:
        """Return the units of the first copy that is free for a loan's days; none where there is none."""
        for units, blocks in self._copies.get(loan["format_id"], []):
            if all(last < loan["starts_on"] or loan["ends_on"] < first for first, last in blocks):
                blocks.append((loan["starts_on"], loan["ends_on"]))
                return list(units)
        return []


def _loan(row: LoanRow, item: Row, borrower: Row) -> dict[str, Any]:
    cancelled = row.status == "cancelled"
    notice = notice_of(row.starts_on, row.cancelled_on) if row.cancelled_on else None
    return {
        "item_id": item["item_id"],
        "format_id": item["format_id"],
        "external_id": row.loan_id,
        "status": row.status,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "days": days_of(row.starts_on, row.ends_on) if cancelled else None,
        "notice": notice,
        "cancelled_by": row.cancelled_by if cancelled else None,
        "cancel_reason": row.cancel_reason if cancelled else None,
        "cancelled_on": row.cancelled_on,
        "returned_on": (row.returned_on or row.ends_on) if row.status in BACK else None,
        "fee_cents": cents(row.fee_eur),
        "organisation_id": borrower["organisation_id"],
        "place_name": borrower["name"][:200],
        "commune_insee": borrower["commune_insee"],
        "commune_name": borrower["commune_name"],
        "department": borrower["department"],
        "channel": row.channel,
        "offer": row.pass_culture_offer,
    }
