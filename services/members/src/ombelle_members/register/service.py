"""The register: read, recomputed, printed. Nothing writes it but the triggers of the tables that it speaks of."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.documents.pdf import document
from ombelle_members.register.exporting import as_csv, pdf_values
from ombelle_members.register.store import RegisterStore
from ombelle_members.register.wording import kind_label, sentence


class RegisterService:
    """Reads the register. `association` is what it is called on paper."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], association: str) -> None:
        self._sessions = sessions
        self._association = association

    async def page(
        self, filters: Mapping[str, Any], *, down: bool, after: int | None, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return entries by their numbers, and how many there are in all."""
        async with self._sessions() as session, session.begin():
            rows, total = await RegisterStore(session).page(filters, down=down, after=after, count=count)
        return [_told(row) for row in rows], total

    async def verification(self) -> dict[str, Any]:
        """Recompute every digest, and tell the first entry that is not what it was."""
        async with self._sessions() as session, session.begin():
            state = await RegisterStore(session).state()
        return state | {"holds": state["first_fault"] is None}

    async def csv(self, filters: Mapping[str, Any]) -> bytes:
        """Return entries as a table."""
        async with self._sessions() as session, session.begin():
            rows, _ = await RegisterStore(session).page(filters, down=False)
        return as_csv([_told(row) for row in rows])

    async def pdf(self, filters: Mapping[str, Any]) -> bytes:
        """Return entries as they are printed, with what proves them."""
        async with self._sessions() as session, session.begin():
            rows, _ = await RegisterStore(session).page(filters, down=False)
            state = await RegisterStore(session).state()
        now = datetime.now(UTC)
        values = pdf_values([_told(row) for row in rows], state, association=self._association, now=now)
        return await document("register", values, made_at=now)


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "label": kind_label(row["kind"]), "sentence": sentence(row)}
