"""How somebody comes to act for an organisation, by whichever door."""

from typing import Final

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.organisations.facts import tell_membership
from ombelle_members.organisations.store import OrganisationStore
from ombelle_members.organisations.tables import MembershipRow, OrganisationRow
from ombelle_members.persons.tables import PersonRow
from ombelle_members.vocabulary import higher

# Who came in by one door does not wait at the other.
_REQUESTS: Final = text("""
UPDATE join_request SET state = 'accepted', role = :role, settled_at = now()
WHERE person_id = :person AND organisation_id = :organisation AND state = 'waiting'
""").bindparams(bindparam("person", type_=Uuid), bindparam("organisation", type_=Uuid))
_INVITATIONS: Final = text("""
UPDATE invitation SET state = 'cancelled', settled_at = now()
WHERE email_digest = :digest AND organisation_id = :organisation AND state = 'waiting'
""").bindparams(bindparam("organisation", type_=Uuid))


async def let_in(
    session: AsyncSession, organisation: OrganisationRow, person: PersonRow, role: str
) -> MembershipRow:
    """Let a person act for an organisation that is held; of two roles the higher stays."""
    store = OrganisationStore(session)
    membership = await store.membership_of(person.id, organisation.id)
    if membership is None:
        membership = await store.add_membership(person.id, organisation.id, role)
        await tell_membership(session, person.account_id, membership)
    elif higher(membership.role, role) != membership.role:
        await store.change_membership(membership, role=role)
        await tell_membership(session, person.account_id, membership)
    await store.note_administrators(organisation)
    who = {"person": person.id, "organisation": organisation.id, "role": membership.role}
    await session.execute(_REQUESTS, who)
    if person.email_digest is not None:
        await session.execute(_INVITATIONS, {"digest": person.email_digest, "organisation": organisation.id})
    return membership
