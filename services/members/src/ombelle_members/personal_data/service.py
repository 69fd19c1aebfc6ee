"""What is held of a person: given to them, and erased when their account is."""

from typing import Any, Final
from uuid import UUID

from ombelle_chassis import audit
from ombelle_chassis.idempotency import forget_results
from ombelle_chassis.messages import Message, forget_messages
from ombelle_contracts.messages import AccountErased
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.elections.store import forget_account
from ombelle_members.organisations.facts import tell_membership
from ombelle_members.organisations.store import OrganisationStore
from ombelle_members.personal_data.store import SECTIONS, PersonalDataStore
from ombelle_members.persons.store import ERASED_NAME, PersonStore
from ombelle_members.persons.tables import PersonRow
from ombelle_members.register.store import forget_words

ERASURE: Final = "erasure"
"""Who acts, in the log, when an account is erased: nobody who could be named."""


class PersonalDataService:
    """Reads what is held of a person."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def held(self, account_id: UUID | None) -> dict[str, list[Any]]:
        """Return all that is held of an account, by section."""
        if account_id is None:
            return {name: [] for name in SECTIONS}
        async with self._sessions() as session, session.begin():
            return await PersonalDataStore(session).held(account_id)


async def erase_account(session: AsyncSession, message: Message) -> None:
    """Take in `account.erased`: the person has no name any more, and what they did counts on.

    Organisations are held first and in order, as by whoever changes one. An organisation that nobody administers
    any more waits for the coordination. Of somebody who sits on the board the name stays until they do no more.
    """
    erased = AccountErased.model_validate(message.payload)
    store, organisations = PersonalDataStore(session), OrganisationStore(session)
    if await PersonStore(session).is_erased(erased.account_id):
        return
    await organisations.lock_all(await store.touched(erased.account_id, erased.email_digest))
    person = await store.person(erased.account_id)
    known = [str(erased.account_id)]
    if person is not None:
        known += [str(person.id), *([person.email] if person.email else [])]
    await forget_messages(session, known)
    await forget_results(session, known)
    left = [] if person is None else await _end_memberships(session, person)
    # Of an account that was never heard of a row remains too: what is still told of it makes nobody.
    name = ERASED_NAME
    if person is not None and await store.sits(person.id):
        name = person.name or ERASED_NAME  # until the end of the seat, which a rule of retention watches
    elif person is not None:
        await forget_words(session, person.id)
    person = person or PersonRow()
    await store.forget_person(person, erased.account_id, name)
    await store.erase_rows(person.id, erased.email_digest)
    await forget_account(session, str(erased.account_id), ERASURE)
    await audit.forget(session, ids=known, mentions=known)
    for organisation_id in left:
        await audit.record(
            session,
            actor=ERASURE,
            action="membership_erased",
            subject_kind="organisation",
            subject_id=str(organisation_id),
        )


async def _end_memberships(session: AsyncSession, person: PersonRow) -> list[UUID]:
    """End what a person is in organisations; note which ones nobody administers now."""
    store, organisations = PersonalDataStore(session), OrganisationStore(session)
    left = []
    for membership in await store.memberships(person.id):
        await organisations.end_membership(membership, "erased")
        await tell_membership(session, person.account_id, membership)
        organisation = await store.organisation(membership.organisation_id)
        await organisations.note_administrators(organisation)
        left.append(organisation.id)
    return left
