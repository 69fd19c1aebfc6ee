"""The use cases of parties: each opens one transaction."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.domain import PARTY_ROLES
from ombelle_events.applications.entries import write_entry
from ombelle_events.applications.errors import (
    LeadStays,
    OrganisationNotInDirectory,
    PartyAnswered,
    PartyExists,
    PartyUnknown,
)
from ombelle_events.applications.log import audit
from ombelle_events.applications.seeing import Seen, look_at, touch
from ombelle_events.applications.store import ApplicationStore
from ombelle_events.applications.tables import ApplicationPartyRow
from ombelle_events.applications.telling import write_to_organisation
from ombelle_events.applications.viewer import Asker
from ombelle_events.programme.tables import OrganisationCopyRow

LABELS: Final[Mapping[str, str]] = {
    "lead": "Chef de file",
    "co_holder": "Co-porteur",
    "partner": "Partenaire",
    "provider": "Prestataire",
}


class PartyService:
    """Who takes part in an application."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def parties(self, application_id: UUID, *, asker: Asker) -> list[dict[str, Any]]:
        """Return who takes part, the lead first; nobody, to who may not know who holds the application.

        Raises:
            ApplicationUnknown: no application that the asker may know of has this id.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id, invited=True)
            if not seen.viewer.sees_who:
                return []
            return [_described(row, name, seen, asker) for row, name in await _rows(session, application_id)]

    async def invite(
        self,
        application_id: UUID,
        *,
        role: str,
        organisation_id: UUID | None,
        name: str | None,
        may_edit: bool,
        asker: Asker,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Add somebody who takes part: an organisation of the directory, which is asked to accept, or a name.

        Raises:
            ApplicationUnknown: no application that the asker may know of has this id.
            DomainError: as `transitions.check` does for an edit.
            OrganisationNotInDirectory: it is not there, or became another one.
            PartyExists: it takes part already.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, asker, application_id, lock=True)
            seen.check("edit")
            shown = name
            if organisation_id is not None:
                shown = await ApplicationStore(session).organisation_name(organisation_id)
                if shown is None:
                    raise _not_in_directory()
            party = ApplicationPartyRow(
                application_id=application_id,
                role=role,
                organisation_id=organisation_id,
                name=name,
                may_edit=may_edit,
                invited_by=asker.actor,
            )
            await _add(session, party)
            change = _change(None, role, shown)
            await _note(session, seen, asker, "party_invited", change)
            if organisation_id is not None:
                await write_to_organisation(
                    session, seen, organisation_id, "party_invited", public_url=self._public_url
                )
            described = _described(party, shown, seen, asker)
            await audit(session, asker, "party_invited", application_id, party=party.id, role=role)
            return await once.keep(session, described)

    async def change(
        self, application_id: UUID, party_id: UUID, values: Mapping[str, Any], *, asker: Asker
    ) -> dict[str, Any]:
        """Change a party's role, or whether it edits.

        Raises:
            ApplicationUnknown, PartyUnknown: the asker may not know of it.
            DomainError: as `transitions.check` does for an edit.
            LeadStays: it is the lead.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id, lock=True)
            seen.check("edit")
            party, name = await _party(session, seen, party_id)
            before = party.role
            if party.role == "lead":
                raise LeadStays("Le chef de file change par un transfert du dossier.")
            for column, value in values.items():
                setattr(party, column, value)
            if party.role != "co_holder" or party.organisation_id is None:
                party.may_edit = False
            await session.flush()
            await _note(session, seen, asker, "party_changed", _change(before, party.role, name))
            await audit(session, asker, "party_changed", application_id, party=party_id, **values)
            return _described(party, name, seen, asker)

    async def remove(self, application_id: UUID, party_id: UUID, *, asker: Asker) -> None:
        """Take a party out: its holders do, or the party itself.

        Raises:
            ApplicationUnknown, PartyUnknown: the asker may not know of it.
            DomainError: as `transitions.check` does for an edit, unless it is the asker's own.
            LeadStays: it is the lead.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id, lock=True, invited=True)
            party, name = await _party(session, seen, party_id)
            if party.role == "lead":
                seen.check("edit")
                raise LeadStays("Le chef de file change par un transfert du dossier.")
            if not _is_own(party, asker):
                seen.check("edit")
            await session.delete(party)
            await session.flush()
            await _note(session, seen, asker, "party_removed", _change(party.role, None, name))
            await audit(session, asker, "party_removed", application_id, party=party_id)

    async def answer(
        self, application_id: UUID, party_id: UUID, *, accepts: bool, asker: Asker, once: OneRequest
    ) -> dict[str, Any]:
        """Accept to take part, or refuse, for an organisation that was asked.

        Raises:
            ApplicationUnknown, PartyUnknown: the asker may not know of it, or does not act for that organisation.
            PartyAnswered: it was answered before.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, asker, application_id, lock=True, invited=True)
            party, name = await _party(session, seen, party_id)
            if not _is_own(party, asker):
                raise PartyUnknown("Ce dossier n'a pas ce participant.")
            if party.accepted_at is not None or party.refused_at is not None:
                raise PartyAnswered("Cette invitation a déjà reçu une réponse.")
            if accepts:
                party.accepted_at = seen.situation.now
            else:
                party.refused_at, party.may_edit = seen.situation.now, False
            await session.flush()
            action = "party_accepted" if accepts else "party_refused"
            await _note(session, seen, asker, action, _change(None, party.role, name))
            described = _described(party, name, seen, asker)
            await audit(session, asker, action, application_id, party=party_id)
            return await once.keep(session, described)


def _is_own(party: ApplicationPartyRow, asker: Asker) -> bool:
    return party.organisation_id in asker.organisations


async def _rows(
    session: AsyncSession, application_id: UUID
) -> Sequence[tuple[ApplicationPartyRow, str | None]]:
    row, copy = ApplicationPartyRow, OrganisationCopyRow
    found = await session.execute(
        select(row, func.coalesce(copy.name, row.name))
        .outerjoin(copy, copy.organisation_id == row.organisation_id)
        .where(row.application_id == application_id)
        .order_by(func.array_position(list(PARTY_ROLES), row.role), row.id)
    )
    return [(party, name) for party, name in found]


async def _party(session: AsyncSession, seen: Seen, party_id: UUID) -> tuple[ApplicationPartyRow, str | None]:
    """Return a party of this application, and no other's, that the asker may know of, with its name."""
    for party, name in await _rows(session, seen.application.id):
        if party.id == party_id and seen.viewer.sees_who:
            return party, name
    raise PartyUnknown("Ce dossier n'a pas ce participant.")


async def _add(session: AsyncSession, party: ApplicationPartyRow) -> None:
    try:
        async with session.begin_nested():
            session.add(party)
            await session.flush()
            await session.refresh(party)
    except IntegrityError as error:
        raise PartyExists(
            "Cette structure prend déjà part au dossier.",
            errors=[FieldError("/body/organisation_id", "party_exists", "Déjà dans le dossier.")],
        ) from error


async def _note(
    session: AsyncSession, seen: Seen, asker: Asker, action: str, change: Mapping[str, Any]
) -> None:
    touch(seen.application)
    await write_entry(
        session, seen.application, actor=asker.actor, side="holder", action=action, changes=[change]
    )


def _change(before: str | None, after: str | None, name: str | None) -> dict[str, Any]:
    def told(role: str | None) -> str | None:
        return None if role is None else f"{name} ({LABELS[role].lower()})"

    return {"pointer": "/parties", "label": "Participants", "before": told(before), "after": told(after)}


def _described(party: ApplicationPartyRow, name: str | None, seen: Seen, asker: Asker) -> dict[str, Any]:
    actions: list[str] = []
    may_edit = "edit" in seen.allowed_actions
    is_waiting = party.organisation_id is not None and party.accepted_at is None and party.refused_at is None
    if may_edit and party.role != "lead":
        actions = ["edit", "remove"]
    elif _is_own(party, asker) and party.role != "lead" and asker.may_write:
        actions = ["remove"]
    if is_waiting and _is_own(party, asker) and asker.may_write:
        actions += ["accept", "refuse"]
    return {
        "id": party.id,
        "role": party.role,
        "role_label": LABELS[party.role],
        "organisation_id": party.organisation_id,
        "name": name,
        "may_edit": party.may_edit,
        "state": _state(party),
        "invited_at": party.invited_at,
        "accepted_at": party.accepted_at,
        "refused_at": party.refused_at,
        "allowed_actions": actions,
    }


def _state(party: ApplicationPartyRow) -> str:
    if party.organisation_id is None:
        return "named"
    if party.accepted_at is not None:
        return "accepted"
    return "refused" if party.refused_at is not None else "invited"


def _not_in_directory() -> OrganisationNotInDirectory:
    return OrganisationNotInDirectory(
        "Cette structure n'est pas dans l'annuaire, ou a été réunie à une autre.",
        errors=[FieldError("/body/organisation_id", "organisation_unknown", "Structure inconnue.")],
    )
