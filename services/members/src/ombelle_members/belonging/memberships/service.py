"""Who acts for an organisation, and as what. Each change holds the organisation: two that leave take turns."""

from typing import Any
from uuid import UUID

from ombelle_chassis.errors import Forbidden
from ombelle_chassis.paging import FIRST
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.belonging.errors import MembershipUnknown
from ombelle_members.belonging.memberships.store import MembershipStore
from ombelle_members.callers import Caller
from ombelle_members.organisations.errors import LastAdministrator
from ombelle_members.organisations.facts import tell_membership
from ombelle_members.organisations.log import record
from ombelle_members.organisations.standing import Standing, standing
from ombelle_members.organisations.store import OrganisationStore
from ombelle_members.organisations.tables import MembershipRow
from ombelle_members.persons.store import PersonStore


class MembershipService:
    """Shows, changes and ends memberships."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, caller: Caller, organisation_id: UUID, *, after: UUID, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return the people of an organisation, the oldest first, and how many they are.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is none to look at.
            Forbidden: it is not theirs.

        """
        async with self._sessions() as session, session.begin():
            found = await standing(session, caller, organisation_id)
            found.require("read_memberships")
            store = MembershipStore(session)
            rows = await store.page(organisation_id, caller.account_id, after=after, count=count)
            return [_described(found, row) for row in rows], await store.total(organisation_id)

    async def change(
        self, caller: Caller, organisation_id: UUID, membership_id: UUID, role: str
    ) -> dict[str, Any]:
        """Give somebody another role.

        Raises:
            OrganisationUnknown, OrganisationMerged, MembershipUnknown: there is nothing to change.
            Forbidden: it is not theirs to change.
            LastAdministrator: nobody else administers the organisation.

        """
        async with self._sessions() as session, session.begin():
            found = await standing(session, caller, organisation_id, lock=True)
            found.require("change_memberships")
            membership = await _membership(session, organisation_id, membership_id)
            before = membership.role
            if before != role:
                await OrganisationStore(session).change_membership(membership, role=role)
                await _tell(session, found, membership)
            store = MembershipStore(session)
            # Whoever changes their own role may do less from now on.
            now = await standing(session, caller, organisation_id)
            [row] = await store.page(
                organisation_id, caller.account_id, after=FIRST, count=1, only=membership_id
            )
            if before != role:
                values = {"person_id": membership.person_id, "before": before, "after": role}
                await record(session, caller, "role_changed", organisation_id, values)
            return _described(now, row)

    async def end(self, caller: Caller, organisation_id: UUID, membership_id: UUID) -> None:
        """Let somebody act for an organisation no more; whoever belongs to it may leave it.

        Raises:
            OrganisationUnknown, OrganisationMerged, MembershipUnknown: there is nothing to end.
            Forbidden: it is not theirs to end.
            LastAdministrator: nobody else administers the organisation.

        """
        async with self._sessions() as session, session.begin():
            found = await standing(session, caller, organisation_id, lock=True)
            if not found.may("change_memberships"):
                found.require("leave")
            membership = await _membership(session, organisation_id, membership_id)
            me = await PersonStore(session).known(caller.account_id) if caller.account_id else None
            is_me = me is not None and me.id == membership.person_id
            if not is_me and not found.may("change_memberships"):
                raise Forbidden("Seule une personne qui administre cette structure en retire quelqu'un.")
            await OrganisationStore(session).end_membership(membership, "left" if is_me else "removed")
            await _tell(session, found, membership)
            action = "membership_left" if is_me else "membership_removed"
            await record(session, caller, action, organisation_id, {"person_id": membership.person_id})


async def _membership(session: AsyncSession, organisation_id: UUID, membership_id: UUID) -> MembershipRow:
    membership = await MembershipStore(session).membership(organisation_id, membership_id)
    if membership is None:
        raise MembershipUnknown("Cette personne n'est pas, ou plus, de cette structure.")
    return membership


async def _tell(session: AsyncSession, found: Standing, membership: MembershipRow) -> None:
    """Refuse what would leave nobody to administer, note it where the coordination does it, and tell the change."""
    is_administered = await OrganisationStore(session).note_administrators(found.organisation)
    if not is_administered and not found.caller.is_keeper:
        raise LastAdministrator(
            "C'est la dernière personne qui administre cette structure : donnez d'abord ce rôle à quelqu'un d'autre, "
            "ou demandez à la coordination."
        )
    person = await PersonStore(session).person(membership.person_id)
    await tell_membership(session, person.account_id, membership)


def _described(found: Standing, row: dict[str, Any]) -> dict[str, Any]:
    decides = found.may("change_memberships")
    actions = ["change_role"] if decides else []
    if row["is_me"]:
        actions.append("leave")
    elif decides:
        actions.append("remove")
    return {**row, "allowed_actions": actions}
