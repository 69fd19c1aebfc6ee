"""Invitations by e-mail: whoever's account has the address accepts, and nobody else."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.email_addresses import email_digest, masked
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.belonging.domain import (
    DAILY_INVITATIONS,
    DAILY_TO_AN_ADDRESS,
    INVITATION_LIFE,
    WAITING_INVITATIONS,
    new_token,
    token_digest,
)
from ombelle_members.belonging.errors import (
    AccountNotToldYet,
    AlreadyMember,
    InvitationForAnother,
    InvitationSpent,
    InvitationUnknown,
    InvitationWaiting,
    OrganisationMoved,
    TooManyInvitations,
    TooManyWaiting,
)
from ombelle_members.belonging.invitations.store import InvitationStore
from ombelle_members.belonging.letting_in import let_in
from ombelle_members.belonging.tables import InvitationRow
from ombelle_members.callers import Caller, organisation_actions
from ombelle_members.mailing import ask_for_mail, rendered
from ombelle_members.organisations.log import record
from ombelle_members.organisations.standing import Standing, standing
from ombelle_members.organisations.store import OrganisationStore
from ombelle_members.persons.store import PersonStore
from ombelle_members.persons.tables import PersonRow

_NOWHERE = "exemple-de-lien"


class InvitationService:
    """Invites, and lets in who was invited. What touches an organisation's people holds the organisation."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def preview(self, caller: Caller, organisation_id: UUID, wanted: dict[str, Any]) -> dict[str, Any]:
        """Return the mail of an invitation as it would leave, with a link that leads nowhere.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is nowhere to invite to.
            Forbidden: it is not theirs to invite.

        """
        async with self._sessions() as session, session.begin():
            found = await standing(session, caller, organisation_id)
            found.require("invite")
            person = await PersonStore(session).known(caller.account_id)
        mail = rendered("invitation", wanted["locale"], self._values(found, person, wanted, _NOWHERE))
        return {"to": wanted["email"], "subject": mail.subject, "text": mail.text, "html": mail.html}

    async def invite(self, caller: Caller, organisation_id: UUID, wanted: dict[str, Any]) -> dict[str, Any]:
        """Invite whoever has an address.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is nowhere to invite to.
            Forbidden: it is not theirs to invite.
            AlreadyMember, InvitationWaiting, TooManyWaiting, TooManyInvitations: nothing to do, or too much.

        """
        token = new_token()
        digest = email_digest(wanted["email"])
        async with self._sessions() as session, session.begin():
            found = await standing(session, caller, organisation_id, lock=True)
            found.require("invite")
            persons, store = PersonStore(session), InvitationStore(session)
            person = None if caller.account_id is None else await persons.acting(caller.account_id)
            await _refuse_needless(store, organisation_id, digest)
            await _refuse_storm(store, organisation_id, None if person is None else person.id, digest)
            invitation = InvitationRow(
                **wanted,
                organisation_id=organisation_id,
                email_digest=digest,
                token_digest=token_digest(token),
                created_by=None if person is None else person.id,
                expires_at=datetime.now(UTC) + INVITATION_LIFE,
            )
            await store.add(invitation)
            values = self._values(found, person, wanted, token)
            await ask_for_mail(
                session,
                wanted["email"],
                "invitation",
                wanted["locale"],
                values,
                organisation_id=organisation_id,
            )
            written = {"invitation_id": invitation.id, "role": invitation.role}
            await record(session, caller, "person_invited", organisation_id, written)
            return _described(
                {name: getattr(invitation, name) for name in _SHOWN}
                | {"invited_by": None if person is None else person.name}
            )

    async def page(
        self, caller: Caller, organisation_id: UUID, *, state: str | None, after: UUID, count: int
    ) -> list[dict[str, Any]]:
        """Return the invitations of an organisation, the newest first.

        Raises:
            OrganisationUnknown, OrganisationMerged, Forbidden: as for inviting.

        """
        async with self._sessions() as session, session.begin():
            (await standing(session, caller, organisation_id)).require("invite")
            rows = await InvitationStore(session).page(organisation_id, state=state, after=after, count=count)
        return [_described(row) for row in rows]

    async def cancel(self, caller: Caller, organisation_id: UUID, invitation_id: UUID) -> None:
        """Take an invitation back.

        Raises:
            OrganisationUnknown, OrganisationMerged, InvitationUnknown: there is none.
            Forbidden: it is not theirs.
            InvitationSpent: it has ended already.

        """
        async with self._sessions() as session, session.begin():
            (await standing(session, caller, organisation_id, lock=True)).require("invite")
            invitation = await InvitationStore(session).of_organisation(organisation_id, invitation_id)
            if invitation is None:
                raise _unknown()
            _refuse_spent(invitation)
            _settle(invitation, "cancelled")
            written = {"invitation_id": invitation.id}
            await record(session, caller, "invitation_cancelled", organisation_id, written)

    async def mine(self, caller: Caller, *, after: UUID, count: int) -> list[dict[str, Any]]:
        """Return the invitations that wait for the caller's address, the newest first."""
        if caller.account_id is None:
            return []
        async with self._sessions() as session, session.begin():
            rows = await InvitationStore(session).mine(caller.account_id, after=after, count=count)
        return [_as_mine(caller, row) for row in rows]

    async def accept(
        self, caller: Caller, *, token: str | None = None, invitation_id: UUID | None = None
    ) -> dict[str, Any]:
        """Accept an invitation, by its mail's link or from one's own list. Twice is once.

        Raises:
            AccountNeeded, AccountErased: nobody accepts.
            InvitationUnknown: there is none, or, by its id, it is another's.
            InvitationForAnother: the link was sent to another address than the account's.
            InvitationSpent: it has ended, or somebody else accepted it.
            AccountNotToldYet: the account's address is not known here yet.
            OrganisationMoved: a merge took it along at this very moment.

        """
        async with self._sessions() as session, session.begin():
            invitation, person = await _mine(session, caller, token, invitation_id)
            organisation = (await standing(session, caller, invitation.organisation_id)).organisation
            if invitation.state == "accepted" and invitation.accepted_by == person.id:
                known = await OrganisationStore(session).membership_of(person.id, organisation.id)
                if known is not None:
                    return _joined(organisation.id, organisation.name, known.role)
            _refuse_spent(invitation)
            _settle(invitation, "accepted")
            invitation.accepted_by = person.id
            membership = await let_in(session, organisation, person, invitation.role)
            written = {"invitation_id": invitation.id, "person_id": person.id, "role": membership.role}
            await record(session, caller, "invitation_accepted", organisation.id, written)
            return _joined(organisation.id, organisation.name, membership.role)

    async def decline(self, caller: Caller, invitation_id: UUID) -> None:
        """Say no to an invitation.

        Raises:
            AccountNeeded, AccountErased, InvitationUnknown, InvitationSpent, AccountNotToldYet: as for accepting.

        """
        async with self._sessions() as session, session.begin():
            invitation, _ = await _mine(session, caller, None, invitation_id)
            _refuse_spent(invitation)
            _settle(invitation, "declined")
            written = {"invitation_id": invitation.id}
            await record(session, caller, "invitation_declined", invitation.organisation_id, written)

    def _values(
        self, found: Standing, person: PersonRow | None, wanted: dict[str, Any], token: str
    ) -> dict[str, Any]:
        return {
            "organisation": found.organisation.name,
            "invited_by": None if person is None else person.name,
            "role": wanted["role"],
            "message": wanted["message"],
            "email": wanted["email"],
            "link": f"{self._public_url}/espace/invitation#lien={token}",
            "expires_at": datetime.now(UTC) + INVITATION_LIFE,
        }


_SHOWN = ("id", "email", "role", "message", "state", "created_at", "expires_at", "settled_at")


async def _refuse_needless(store: InvitationStore, organisation_id: UUID, digest: str) -> None:
    if await store.is_member(organisation_id, digest):
        raise AlreadyMember("Cette personne est déjà de la structure.")
    await store.expire(organisation_id)
    if await store.is_waiting(organisation_id, digest):
        raise InvitationWaiting(
            "Une invitation attend déjà à cette adresse : annulez-la pour en envoyer une autre."
        )
    if await store.waiting(organisation_id) >= WAITING_INVITATIONS:
        raise TooManyWaiting(
            f"{WAITING_INVITATIONS} invitations attendent déjà une réponse : annulez-en avant d'en envoyer d'autres."
        )


async def _refuse_storm(
    store: InvitationStore, organisation_id: UUID, person_id: UUID | None, digest: str
) -> None:
    to_address, by_sender = await store.within_a_day(organisation_id, person_id, digest)
    if to_address >= DAILY_TO_AN_ADDRESS or by_sender >= DAILY_INVITATIONS:
        raise TooManyInvitations(
            "Trop d'invitations sont parties en un jour : réessayez demain.", headers={"Retry-After": "86400"}
        )


async def _mine(
    session: AsyncSession, caller: Caller, token: str | None, invitation_id: UUID | None
) -> tuple[InvitationRow, PersonRow]:
    """Return an invitation of the caller's and them, with its organisation and itself held, in that order."""
    store = InvitationStore(session)
    digest = None if token is None else token_digest(token)
    where = await store.where(token=digest, invitation_id=invitation_id)
    if where is None:
        raise _unknown()
    await OrganisationStore(session).organisation(where, lock=True)
    invitation = await store.held(token=digest, invitation_id=invitation_id)
    if invitation is None:
        raise _unknown()
    if invitation.organisation_id != where:
        # A merge took it along while we waited for it; we hold the wrong organisation.
        raise _moved()
    person = await PersonStore(session).acting(caller.account_id)
    if invitation.email is None:
        _refuse_spent(invitation)  # erased, and so ended
        raise _unknown()
    if person.email_digest is None:
        raise _not_told()
    if person.email_digest != invitation.email_digest:
        if token is None:
            raise _unknown()
        raise InvitationForAnother(
            f"Cette invitation a été envoyée à {masked(invitation.email)} : connectez-vous avec cette adresse, "
            "ou demandez une invitation à la vôtre."
        )
    return invitation, person


def _unknown() -> InvitationUnknown:
    return InvitationUnknown("Cette invitation n'existe pas, ou n'est pas pour vous.")


def _not_told() -> AccountNotToldYet:
    return AccountNotToldYet(
        "Votre compte vient d'être créé et n'est pas encore connu ici : réessayez dans un instant.",
        headers={"Retry-After": "1"},
    )


def _moved() -> OrganisationMoved:
    return OrganisationMoved(
        "Cette structure vient d'être fusionnée : réessayez.", headers={"Retry-After": "1"}
    )


def _refuse_spent(invitation: InvitationRow) -> None:
    if invitation.state != "waiting" or invitation.expires_at <= datetime.now(UTC):
        raise InvitationSpent("Cette invitation n'est plus valable : demandez-en une autre à la structure.")


def _settle(invitation: InvitationRow, state: str) -> None:
    invitation.state, invitation.settled_at = state, datetime.now(UTC)


def _joined(organisation_id: UUID, name: str, role: str) -> dict[str, Any]:
    return {"organisation": {"id": organisation_id, "name": name}, "role": role}


def _described(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "allowed_actions": ["cancel"] if row["state"] == "waiting" else []}


def _as_mine(caller: Caller, row: dict[str, Any]) -> dict[str, Any]:
    brief = ("name", "kind", "commune_insee", "commune_name", "department")
    organisation = {
        "id": row["organisation_id"],
        **{name: row[name] for name in brief},
        "role": row["my_role"],
        "allowed_actions": organisation_actions(caller, row["my_role"]),
    }
    shown = {name: row[name] for name in ("id", "role", "message", "invited_by", "created_at", "expires_at")}
    return {**shown, "organisation": organisation, "allowed_actions": ["accept", "decline"]}
