"""What the planning is told of loans, by whoever keeps them. Availability knows them by their ids alone."""

from collections.abc import Collection, Mapping
from typing import Protocol, TypedDict
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession


class LoanBrief(TypedDict):
    """A loan in a few words."""

    number: int
    status: str
    organisation_id: UUID
    organisation_name: str | None
    place_name: str | None
    department: str | None


class LoanBriefs(Protocol):
    """Reads loans in the planning's transaction, in one statement; which ones the caller may know of is settled."""

    async def __call__(self, session: AsyncSession, loans: Collection[UUID]) -> Mapping[UUID, LoanBrief]:
        """Return these loans by their ids; one that is not there is left out."""


async def no_loan_briefs(
    session: AsyncSession,  # noqa: ARG001 -- the shape of `LoanBriefs`
    loans: Collection[UUID],  # noqa: ARG001
) -> Mapping[UUID, LoanBrief]:
    """Tell nothing of loans."""
    return {}
