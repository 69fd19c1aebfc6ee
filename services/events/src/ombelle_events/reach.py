"""Whose events somebody keeps: what statements ask for, so that the others are not found."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Reach:
    """Who asks, and whose events they keep: those of `organisations`, or with `None` every one.

    `actor` is how the audit log and the records of changes name them.
    """

    actor: str
    organisations: frozenset[UUID] | None

    @property
    def is_whole(self) -> bool:
        """Whether they keep the whole programme."""
        return self.organisations is None
