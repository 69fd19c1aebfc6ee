"""Who asks, and what they may do with an organisation. `policies` says why."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from ombelle_chassis.identity import Identity
from ombelle_contracts.scopes import ORGANISATIONS_READ, ORGANISATIONS_WRITE

AGENCY: Final = frozenset({"reviewer", "coordinator", "lender", "secretary", "treasurer", "administrator"})
"""Whoever works for the agency reads the whole directory."""
KEEPERS: Final = frozenset({"coordinator", "secretary", "administrator"})
"""Those of them who keep it: they change any organisation, decide for it, and merge doubles."""
SECRETARIAT: Final = frozenset({"secretary", "administrator"})
"""Who keeps the association's life: members, bodies, meetings, elections, declarations, register."""
TREASURY: Final = frozenset({"treasurer", "administrator"})
"""Who keeps its fees."""
ASSOCIATION: Final = SECRETARIAT | TREASURY
"""Who reads all of both."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, as this service sees them. `account_id` is `None` for the agency's command, which has no account."""

    identity: Identity
    account_id: UUID | None

    @property
    def is_agency(self) -> bool:
        """Whether they work for the agency."""
        return not AGENCY.isdisjoint(self.identity.roles)

    @property
    def is_keeper(self) -> bool:
        """Whether they keep the directory."""
        return not KEEPERS.isdisjoint(self.identity.roles)

    @property
    def is_secretariat(self) -> bool:
        """Whether they keep members, bodies, meetings, elections, declarations and the register."""
        return not SECRETARIAT.isdisjoint(self.identity.roles)

    @property
    def is_treasury(self) -> bool:
        """Whether they keep the fees."""
        return not TREASURY.isdisjoint(self.identity.roles)

    @property
    def is_association(self) -> bool:
        """Whether they read all that the association keeps of its members."""
        return not ASSOCIATION.isdisjoint(self.identity.roles)

    def program_organisations(self) -> list[UUID]:
        """Return the organisations that a program acts for; those of a person are in the tables."""
        return [UUID(name) for name in self.identity.organisations] if self.identity.is_program else []


def caller_of(identity: Identity) -> Caller:
    """Return who asks."""
    try:
        return Caller(identity, UUID(identity.subject))
    except ValueError:
        return Caller(identity, None)


def organisation_actions(caller: Caller, role: str | None) -> list[str]:
    """Return what somebody of this role may do with an organisation."""
    if caller.identity.is_program:
        covered = {
            "read_contacts": ORGANISATIONS_READ,
            "edit": ORGANISATIONS_WRITE,
            "edit_contacts": ORGANISATIONS_WRITE,
        }
        return [name for name, scope in covered.items() if role is not None and caller.identity.allows(scope)]
    decides = caller.is_keeper or role == "administrator"
    actions = {
        "edit": caller.is_keeper or role is not None,
        "read_contacts": caller.is_agency or role is not None,
        "edit_contacts": caller.is_agency or role is not None,
        "read_memberships": caller.is_agency or role is not None,
        "change_memberships": decides,
        "invite": decides,
        "decide_join_requests": decides,
        "read_history": caller.is_agency or role == "administrator",
        "read_notes": caller.is_agency,
        "write_notes": caller.is_agency,
        "merge": caller.is_keeper,
        "leave": role is not None,
        "ask_to_join": role is None and caller.account_id is not None,
    }
    return [name for name, is_allowed in actions.items() if is_allowed]
