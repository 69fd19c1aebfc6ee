"""Who asks, and on which side of a loan they may stand. `policies` says why."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from ombelle_chassis.identity import Identity
from ombelle_contracts.scopes import LOANS_WRITE

ADMINISTRATOR: Final = "administrator"
LENDERS: Final = frozenset({"lender", ADMINISTRATOR})
"""Who lends in the agency's name."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, as this service sees them. `account_id` is `None` for the agency's command, which has no account.

    `organisations` are those that they act for, as editor or administrator: borrower's side of what these asked, and
    lender's side of what these own and lend themselves.
    """

    identity: Identity
    account_id: UUID | None
    organisations: frozenset[UUID]

    @property
    def is_lender(self) -> bool:
        """Whether they lend for the agency, and so see every loan that goes through it."""
        return not self.identity.is_program and not LENDERS.isdisjoint(self.identity.roles)

    @property
    def may_write(self) -> bool:
        """Whether what they presented lets them change anything: a program may be allowed to read alone."""
        return self.identity.allows(LOANS_WRITE)

    def acts_for(self, organisation_id: UUID | None) -> bool:
        """Say whether they act for this organisation; what is the agency's has none."""
        return organisation_id is not None and organisation_id in self.organisations


def caller_of(identity: Identity) -> Caller:
    """Return who asks."""
    organisations = frozenset(UUID(name) for name in identity.organisations)
    try:
        return Caller(identity, UUID(identity.subject), organisations)
    except ValueError:
        return Caller(identity, None, organisations)
