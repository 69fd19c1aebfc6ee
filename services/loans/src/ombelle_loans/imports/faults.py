"""What is wrong in the rows of an import: gathered, not raised."""

from collections.abc import Sequence

from ombelle_chassis.spreadsheets import Fault, Taken

from ombelle_loans.imports.domain import Table


class Faults:
    """What is wrong so far, in `told`."""

    def __init__(self) -> None:
        self.told: list[Fault[Table]] = []

    def unknown(
        self, table: Table, number: int, column: str, name: str, what: str, *, several: bool = False
    ) -> None:
        """Tell that a reference names nothing, or several things; `what` is what it should: « prêt »."""
        one = "Aucune" if what == "structure" else "Aucun"
        detail = (
            f"Plusieurs outils portent la référence « {name} »."
            if several
            else f"{one} {what} ne porte la référence « {name} »."
        )
        self.add(table, number, column, "ambiguous" if several else "unknown", detail)

    def add(self, table: Table, number: int, column: str, code: str, detail: str) -> None:
        """Tell what is wrong in a cell, or in the whole row where `column` is empty."""
        self.told.append(Fault(table, number, column, code, detail))


def count(taken: Taken, written: Sequence[bool]) -> None:
    """Count rows that were written; each says whether it was new."""
    taken.created = sum(written)
    taken.updated = len(written) - taken.created
