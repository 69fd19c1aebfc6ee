"""Where somebody stands towards an organisation: read with it, in the transaction that acts on it."""

from dataclasses import dataclass
from uuid import UUID

from ombelle_chassis.errors import Forbidden
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.callers import Caller, organisation_actions
from ombelle_members.organisations.errors import OrganisationMerged, OrganisationUnknown
from ombelle_members.organisations.store import OrganisationStore
from ombelle_members.organisations.tables import OrganisationRow


@dataclass(frozen=True, slots=True)
class Standing:
    """A caller and an organisation that stands; `role` is theirs in it."""

    caller: Caller
    organisation: OrganisationRow
    role: str | None

    @property
    def reads_all(self) -> bool:
        """Whether every field is theirs to read."""
        return self.role is not None or self.caller.is_agency

    @property
    def actions(self) -> list[str]:
        """What they may do with it."""
        return organisation_actions(self.caller, self.role)

    def may(self, action: str) -> bool:
        """Say whether they may do this."""
        return action in self.actions

    def require(self, action: str) -> None:
        """Refuse whoever may not do this.

        Raises:
            OrganisationUnknown: the organisation is another's, and what is asked belongs to it: no stranger's to know of.
            Forbidden: they know of it, and may not.

        """
        if self.may(action):
            return
        if not self.reads_all and action != "edit":  # everybody knows the organisation itself
            raise OrganisationUnknown("Cette structure n'existe pas, ou n'est pas la vôtre.")
        raise Forbidden("Vous ne pouvez pas faire cela pour cette structure : demandez à qui l'administre.")


async def standing(
    session: AsyncSession, caller: Caller, organisation_id: UUID, *, lock: bool = False
) -> Standing:
    """Return where a caller stands towards an organisation, with `lock` held until the transaction ends.

    Raises:
        OrganisationUnknown: no organisation has this id.
        OrganisationMerged: it is another one now.

    """
    store = OrganisationStore(session)
    found = await store.organisation(organisation_id, lock=lock)
    if found is None:
        raise OrganisationUnknown("Cette structure n'existe pas.")
    refuse_merged(found)
    return Standing(caller, found, await store.role_in(caller, organisation_id))


def refuse_merged(organisation: OrganisationRow) -> None:
    """Lead away from an organisation that is another one now.

    Raises:
        OrganisationMerged: it is; the problem says which.

    """
    if organisation.merged_into is not None:
        raise OrganisationMerged(
            "Cette structure a été fusionnée avec une autre : ouvrez celle-ci.",
            merged_into=str(organisation.merged_into),
        )
