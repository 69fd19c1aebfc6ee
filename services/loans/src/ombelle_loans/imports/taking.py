"""What each table's rows become: known rows are found again, the others made. Faults are gathered, not raised."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final
from zoneinfo import ZoneInfo

from ombelle_chassis.spreadsheets import Fault, Rows, Taken
from slugify import slugify
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.imports.domain import Table
from ombelle_loans.imports.rows import EvaluationRow, ItemRow, LoanRow, OrganisationRow, ReturnRow
from ombelle_loans.imports.store import ImportStore, Row
from ombelle_loans.loans.domain import BLOCKING, days_of, notice_of

_PARIS: Final = ZoneInfo("Europe/Paris")
_NOON: Final = time(12)


class Taking:
    """Takes the rows of one import in, table by table, in one transaction; `actor` is whose import it is."""

    def __init__(self, session: AsyncSession, actor: str) -> None:
        self._store = ImportStore(session)
        self._actor = actor
        self.faults: list[Fault[Table]] = []

    async def take(self, table: Table, rows: Rows, taken: Taken) -> None:
        """Take the rows of a table in, and count what they did."""
        taken.rows += len(rows)
        takes: Mapping[Table, Callable[[Rows, Taken], Awaitable[None]]] = {
            "organisations": self._organisations,
            "items": self._items,
            "loans": self._loans,
            "loan_evaluations": self._evaluations,
            "contributor_returns": self._returns,
        }
        await takes[table](rows, taken)
        taken.unchanged = taken.rows - taken.created - taken.updated

    async def _organisations(self, rows: Sequence[tuple[int, OrganisationRow]], taken: Taken) -> None:
        asked = [
            {"external_id": row.organisation_id, "name": row.name, "insee": row.insee} for _, row in rows
        ]
        candidates = await self._store.candidates(asked)
        known = []
        for number, row in rows:
            found = candidates[row.organisation_id]
            if len(found) == 1:
                known.append({"external_id": row.organisation_id, "organisation_id": found[0]})
                continue
            detail = (
                f"« {row.name} » n'est pas à l'annuaire sous ce nom et dans cette commune : ajoutez-la d'abord."
                if not found
                else f"Plusieurs structures de l'annuaire s'appellent « {row.name} » : dites laquelle par sa commune."
            )
            code = "ambiguous" if found else "unknown"
            self.faults.append(Fault("organisations", number, "name", code, detail))
        _count(taken, await self._store.refer(known))

    async def _items(self, rows: Sequence[tuple[int, ItemRow]], taken: Taken) -> None:
        names = {row.item_id for _, row in rows} | {row.format_of for _, row in rows if row.format_of}
        known = await self._store.formats(names)
        owners = await self._store.organisations(
            {row.owner_organisation_id for _, row in rows if row.owner_organisation_id}
        )
        new = [(number, row) for number, row in rows if row.item_id not in known]
        ids = iter(await self._store.ids(2 * len(new)))
        items: dict[str, Any] = {name: found[0]["item_id"] for name, found in known.items()}
        made, formats = [], []
        for number, row in sorted(new, key=lambda one: one[1].format_of is not None):
            if not self._may_be_added(number, row, items, owners):
                continue
            if row.format_of is None:
                items[row.item_id] = next(ids)
                owner = owners[row.owner_organisation_id] if row.owner_organisation_id else None
                made.append(_item(row, items[row.item_id], owner))
            item_id = items[row.format_of or row.item_id]
            items.setdefault(row.item_id, item_id)
            formats.append(_format(row, next(ids), item_id))
        await self._name(made)
        await self._store.add_items(made, formats)
        taken.created = len(formats)

    def _may_be_added(self, number: int, row: ItemRow, items: dict[str, Any], owners: dict[str, Row]) -> bool:
        before = len(self.faults)
        if row.owner_organisation_id and row.owner_organisation_id not in owners:
            self._unknown("items", number, "owner_organisation_id", row.owner_organisation_id, "structure")
        if row.format_of is not None and row.format_of not in items:
            self._unknown("items", number, "format_of", row.format_of, "outil")
        return len(self.faults) == before

    async def _name(self, items: list[dict[str, Any]]) -> None:
        """Give each new item the address that its title makes, and one of its own where that is taken."""
        taken = await self._store.slugs({one["slug"] for one in items})
        for one in items:
            if one["slug"] in taken:
                one["slug"] = f"{one['slug'][:80]}-{one['id'].hex[-12:]}"
            taken.add(one["slug"])

    async def _loans(self, rows: Sequence[tuple[int, LoanRow]], taken: Taken) -> None:
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
                self._add(
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
        faults = len(self.faults)
        if len(found) != 1:
            self._unknown("loans", number, "item_id", row.item_id, "outil", several=bool(found))
        elif row.starts_on < found[0]["added_on"]:
            self._add(
                "loans", number, "starts_on", "before_item", "L'outil n'était pas encore là ce jour-là."
            )
        if borrower is None:
            self._unknown(
                "loans", number, "borrower_organisation_id", row.borrower_organisation_id, "structure"
            )
        elif borrower["commune_insee"] is None or borrower["department"] is None:
            detail = "La fiche de cette structure ne dit pas sa commune : complétez-la d'abord."
            self._add("loans", number, "borrower_organisation_id", "without_commune", detail)
        there = before.get(row.loan_id)
        if there is not None and there["origin"] != "imported":
            self._add(
                "loans", number, "loan_id", "not_imported", "Ce prêt est né ici : il ne se reprend pas."
            )
        elif there is not None and found and there["format_id"] != found[0]["format_id"]:
            self._add("loans", number, "item_id", "another_item", "Ce prêt a été repris pour un autre outil.")
        elif there is not None and there["status"] != row.status and row.status not in _UNDER_WAY:
            self._add("loans", number, "status", "another_status", "Ce prêt a été repris dans un autre état.")
        return len(self.faults) == faults

    async def _evaluations(self, rows: Sequence[tuple[int, EvaluationRow]], taken: Taken) -> None:
        loans = await self._store.loans({row.loan_id for _, row in rows})
        written = []
        for number, row in rows:
            loan = loans.get(row.loan_id)
            if loan is None:
                self._unknown("loan_evaluations", number, "loan_id", row.loan_id, "prêt")
            elif loan["status"] not in _BACK:
                detail = "Ce prêt n'a pas eu lieu : personne n'en dit rien."
                self._add("loan_evaluations", number, "loan_id", "not_lent", detail)
            else:
                written.append(_evaluation(row, loan))
        _count(taken, await self._store.evaluate(written))

    async def _returns(self, rows: Sequence[tuple[int, ReturnRow]], taken: Taken) -> None:
        known = await self._store.organisations({row.organisation_id for _, row in rows})
        told = []
        for number, row in rows:
            if (found := known.get(row.organisation_id)) is None:
                self._unknown(
                    "contributor_returns", number, "organisation_id", row.organisation_id, "structure"
                )
            else:
                counts = {name: getattr(row, name) for name in ("year", "loans", "days")}
                told.append({"organisation_id": found["organisation_id"], **counts})
        _count(taken, await self._store.tell_returns(told))

    def _unknown(
        self, table: Table, number: int, column: str, name: str, what: str, *, several: bool = False
    ) -> None:
        one = "Aucune" if what == "structure" else "Aucun"
        detail = (
            f"Plusieurs outils portent la référence « {name} »."
            if several
            else f"{one} {what} ne porte la référence « {name} »."
        )
        self._add(table, number, column, "ambiguous" if several else "unknown", detail)

    def _add(self, table: Table, number: int, column: str, code: str, detail: str) -> None:
        self.faults.append(Fault(table, number, column, code, detail))


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


_BACK: Final = frozenset({"returned", "inspected", "closed"})
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


def _count(taken: Taken, written: Sequence[bool]) -> None:
    taken.created = sum(written)
    taken.updated = len(written) - taken.created


def _cents(euros: Decimal | None) -> int | None:
    return None if euros is None else int(euros * 100)


def _item(row: ItemRow, item_id: Any, owner: Row | None) -> dict[str, Any]:
    same = (
        "title", "category", "abstract", "description", "themes", "audiences", "producer", "year", "space_m2",
        "weight_kg", "packages", "needs_power", "handling", "contact_email", "contact_phone", "added_on", "retired_on",
    )  # fmt: skip
    return {
        "id": item_id,
        "slug": slugify(row.title, max_length=100, word_boundary=True) or "outil",
        "owner": owner["organisation_id"] if owner else None,
        "insurance_value_cents": _cents(row.insurance_value_eur),
        **{name: getattr(row, name) for name in same},
    }


def _format(row: ItemRow, format_id: Any, item_id: Any) -> dict[str, Any]:
    return {
        "id": format_id,
        "item_id": item_id,
        "format": row.format,
        "external_id": row.item_id,
        "panels": row.panels,
        # What is as the item's sheet says is not said again.
        "insurance_value_cents": _cents(row.insurance_value_eur) if row.format_of else None,
        "position": int(row.format_of is not None),
        "added_on": row.added_on,
        "retired_on": row.retired_on,
        "copies": row.copies,
    }


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
        "returned_on": (row.returned_on or row.ends_on) if row.status in _BACK else None,
        "fee_cents": _cents(row.fee_eur),
        "organisation_id": borrower["organisation_id"],
        "place_name": borrower["name"][:200],
        "commune_insee": borrower["commune_insee"],
        "commune_name": borrower["commune_name"],
        "department": borrower["department"],
        "channel": row.channel,
        "offer": row.pass_culture_offer,
    }


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
