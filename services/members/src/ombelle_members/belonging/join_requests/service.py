"""Requests to join an organisation, decided by its administrators or by those who keep the directory."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.paging import FIRST
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.belonging.domain import WAITING_JOIN_REQUESTS
from ombelle_members.belonging.errors import (
    AlreadyMember,
    JoinRequestDecided,
    JoinRequestUnknown,
    JoinRequestWaiting,
    TooManyWaiting,
)
from ombelle_members.belonging.join_requests.store import JoinRequestStore
from ombelle_members.belonging.letting_in import let_in
from ombelle_members.belonging.tables import JoinRequestRow
from ombelle_members.callers import Caller
from ombelle_members.mailing import ask_for_mail
from ombelle_members.organisations.log import record
from ombelle_members.organisations.standing import Standing, standing
from ombelle_members.persons.store import PersonStore
from ombelle_members.persons.tables import PersonRow

_MINE = ("id", "organisation", "message", "state", "role", "reason", "created_at", "settled_at")


class JoinRequestService:
    """Asks and decides. Whatever touches an organisation's people holds the organisation."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def ask(self, caller: Caller, organisation_id: UUID, message: str | None) -> dict[str, Any]:
        """Ask to act for an organisation; its administrators are told by mail.

        Raises:
            AccountNeeded, AccountErased: nobody asks.
            OrganisationUnknown, OrganisationMerged: there is nothing to join.
            AlreadyMember, JoinRequestWaiting, TooManyWaiting: nothing to do, or too much.

        """
        async with self._sessions() as session, session.begin():
            found = await standing(session, caller, organisation_id, lock=True)
            person = await PersonStore(session).acting(caller.account_id)
            store = JoinRequestStore(session)
            await _refuse_needless(store, found, person)
            request = JoinRequestRow(organisation_id=organisation_id, person_id=person.id, message=message)
            await store.add(request)
            for told in await store.administrators(organisation_id):
                values = {
                    "organisation": found.organisation.name,
                    "person": person.name,
                    "email": person.email,
                    "message": message,
                    "link": f"{self._public_url}/espace/structures/{organisation_id}",
                }
                await ask_for_mail(
                    session, told["email"], "join-request-received", told["locale"], values,
                    organisation_id=organisation_id,
                )  # fmt: skip
            [row] = await store.page(after=FIRST, count=1, only=request.id)
            await record(session, caller, "join_requested", organisation_id, {"join_request_id": request.id})
            return _as_mine(row)

    async def page(
        self, caller: Caller, organisation_id: UUID, *, state: str | None, after: UUID, count: int
    ) -> list[dict[str, Any]]:
        """Return the requests to join an organisation, the oldest first.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is none to look at.
            Forbidden: it is not theirs to decide.

        """
        async with self._sessions() as session, session.begin():
            (await standing(session, caller, organisation_id)).require("decide_join_requests")
            rows = await JoinRequestStore(session).page(
                organisation_id=organisation_id, state=state, after=after, count=count
            )
        return [_described(row) for row in rows]

    async def everywhere(self, *, state: str | None, after: UUID, count: int) -> list[dict[str, Any]]:
        """Return the requests to all organisations, the oldest first."""
        async with self._sessions() as session, session.begin():
            rows = await JoinRequestStore(session).page(state=state, after=after, count=count)
        return [_described(row) for row in rows]

    async def mine(self, caller: Caller, *, after: UUID, count: int) -> list[dict[str, Any]]:
        """Return the caller's requests, the newest first."""
        if caller.account_id is None:
            return []
        async with self._sessions() as session, session.begin():
            rows = await JoinRequestStore(session).page(
                account_id=caller.account_id, after=after, count=count, newest_first=True
            )
        return [_as_mine(row) for row in rows]

    async def accept(
        self, caller: Caller, organisation_id: UUID, request_id: UUID, role: str
    ) -> dict[str, Any]:
        """Let somebody in who asked.

        Raises:
            OrganisationUnknown, OrganisationMerged, JoinRequestUnknown: there is nothing to decide.
            Forbidden: it is not theirs to decide.
            JoinRequestDecided: it is decided.

        """
        async with self._sessions() as session, session.begin():
            found, request, person = await _waiting(session, caller, organisation_id, request_id)
            await _settle(session, caller, request, "accepted", role=role)
            membership = await let_in(session, found.organisation, person, role)
            await self._tell(session, found, person, "join-request-accepted", {"role": membership.role})
            return await _decided(session, caller, request, "join_request_accepted")

    async def refuse(
        self, caller: Caller, organisation_id: UUID, request_id: UUID, reason: str | None
    ) -> dict[str, Any]:
        """Say no to somebody who asked.

        Raises:
            OrganisationUnknown, OrganisationMerged, JoinRequestUnknown: there is nothing to decide.
            Forbidden: it is not theirs to decide.
            JoinRequestDecided: it is decided.

        """
        async with self._sessions() as session, session.begin():
            found, request, person = await _waiting(session, caller, organisation_id, request_id)
            await _settle(session, caller, request, "refused", reason=reason)
            await self._tell(session, found, person, "join-request-refused", {"reason": reason})
            return await _decided(session, caller, request, "join_request_refused")

    async def withdraw(self, caller: Caller, request_id: UUID) -> None:
        """Take one's request back.

        Raises:
            AccountNeeded, AccountErased: nobody asked.
            JoinRequestUnknown: there is no such request of theirs.
            JoinRequestDecided: it is decided.

        """
        async with self._sessions() as session, session.begin():
            person = await PersonStore(session).acting(caller.account_id)
            request = await JoinRequestStore(session).of_person(person.id, request_id)
            if request is None:
                raise _unknown()
            _refuse_decided(request)
            await _settle(session, caller, request, "withdrawn")
            written = {"join_request_id": request.id}
            await record(session, caller, "join_request_withdrawn", request.organisation_id, written)

    async def _tell(
        self, session: AsyncSession, found: Standing, person: PersonRow, template: str, more: dict[str, Any]
    ) -> None:
        """Tell whoever asked what was decided, if an address of theirs is known."""
        if person.email is None:
            return
        organisation = found.organisation
        values = {
            "organisation": organisation.name,
            "link": f"{self._public_url}/espace/structures/{organisation.id}",
            **more,
        }
        await ask_for_mail(
            session, person.email, template, person.locale, values, organisation_id=organisation.id
        )


async def _refuse_needless(store: JoinRequestStore, found: Standing, person: PersonRow) -> None:
    if found.role is not None:
        raise AlreadyMember("Vous êtes déjà de cette structure.")
    if await store.waiting(person.id, found.organisation.id):
        raise JoinRequestWaiting("Votre demande attend déjà une réponse.")
    if await store.waiting(person.id) >= WAITING_JOIN_REQUESTS:
        raise TooManyWaiting(
            f"{WAITING_JOIN_REQUESTS} de vos demandes attendent une réponse : retirez-en avant d'en faire d'autres."
        )


async def _waiting(
    session: AsyncSession, caller: Caller, organisation_id: UUID, request_id: UUID
) -> tuple[Standing, JoinRequestRow, PersonRow]:
    """Return a request that the caller may decide on, and who asked, all held."""
    found = await standing(session, caller, organisation_id, lock=True)
    found.require("decide_join_requests")
    request = await JoinRequestStore(session).of_organisation(organisation_id, request_id)
    if request is None:
        raise _unknown()
    _refuse_decided(request)
    return found, request, await PersonStore(session).held(request.person_id)


async def _settle(
    session: AsyncSession, caller: Caller, request: JoinRequestRow, state: str, **more: str | None
) -> None:
    settled_by = await PersonStore(session).acting_if_any(caller.account_id)
    for name, value in {
        "state": state,
        "settled_at": datetime.now(UTC),
        "settled_by": settled_by,
        **more,
    }.items():
        setattr(request, name, value)
    await session.flush()


async def _decided(
    session: AsyncSession, caller: Caller, request: JoinRequestRow, action: str
) -> dict[str, Any]:
    [row] = await JoinRequestStore(session).page(after=FIRST, count=1, only=request.id)
    written = {"join_request_id": request.id, "person_id": request.person_id}
    await record(session, caller, action, request.organisation_id, written)
    return _described(row)


def _refuse_decided(request: JoinRequestRow) -> None:
    if request.state != "waiting":
        raise JoinRequestDecided("Cette demande est déjà réglée : rechargez la liste.")


def _unknown() -> JoinRequestUnknown:
    return JoinRequestUnknown("Cette demande n'existe pas.")


def _described(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "allowed_actions": ["accept", "refuse"] if row["state"] == "waiting" else []}


def _as_mine(row: dict[str, Any]) -> dict[str, Any]:
    actions = ["withdraw"] if row["state"] == "waiting" else []
    return {**{name: row[name] for name in _MINE}, "allowed_actions": actions}
