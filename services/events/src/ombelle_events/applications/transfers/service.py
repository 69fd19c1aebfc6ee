"""The use cases of transfers: each opens one transaction."""

from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.describing import describe
from ombelle_events.applications.entries import write_entry
from ombelle_events.applications.errors import (
    ActionForbidden,
    OrganisationNotInDirectory,
    TransferSettled,
    TransferUnknown,
    TransferWaiting,
)
from ombelle_events.applications.log import audit
from ombelle_events.applications.seeing import Seen, look_at, touch
from ombelle_events.applications.store import ApplicationStore
from ombelle_events.applications.tables import ApplicationTransferRow
from ombelle_events.applications.telling import write_to_organisation
from ombelle_events.applications.viewer import Asker


class TransferService:
    """Applications handed over to another organisation, which accepts."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def offer(
        self, application_id: UUID, organisation_id: UUID, *, asker: Asker, once: OneRequest
    ) -> dict[str, Any]:
        """Offer an application to another organisation.

        Raises:
            ApplicationUnknown: no application that the asker may know of has this id.
            DomainError: as `transitions.check` does.
            ActionForbidden: the asker edits it for a co-holder only.
            OrganisationNotInDirectory: it is not there, became another one, or holds the application.
            TransferWaiting: one waits already.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, asker, application_id, lock=True)
            _require_lead(seen, asker)
            store = ApplicationStore(session)
            name = await store.organisation_name(organisation_id)
            if name is None or organisation_id == seen.application.organisation_id:
                raise OrganisationNotInDirectory(
                    "Choisissez une autre structure de l'annuaire.",
                    errors=[
                        FieldError(
                            "/body/organisation_id", "organisation_unknown", "Autre structure attendue."
                        )
                    ],
                )
            if seen.facts["transfer_id"] is not None:
                raise TransferWaiting("Un transfert attend déjà une réponse : annulez-le d'abord.")
            session.add(
                ApplicationTransferRow(
                    application_id=application_id, to_organisation_id=organisation_id, asked_by=asker.actor
                )
            )
            await write_to_organisation(
                session, seen, organisation_id, "transfer_offered", public_url=self._public_url
            )
            await _note(session, seen, asker, "transfer_offered", seen.facts["organisation_name"], name)
            described = await describe(session, await look_at(session, asker, application_id))
            await audit(session, asker, "transfer_offered", application_id, to=str(organisation_id))
            return await once.keep(session, described)

    async def take_back(self, application_id: UUID, *, asker: Asker) -> None:
        """Take back an offer that waits.

        Raises:
            ApplicationUnknown, TransferUnknown: there is none that the asker may know of.
            ActionForbidden: it is not theirs.

        """
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, asker, application_id, lock=True)
            _require_lead(seen, asker)
            waiting = await _waiting(session, application_id)
            if waiting is None:
                raise TransferUnknown("Aucun transfert n'attend de réponse.")
            _settle(waiting, seen, asker, "withdrawn")
            await _note(session, seen, asker, "transfer_taken_back", None, None)
            await audit(session, asker, "transfer_taken_back", application_id)

    async def accept(self, application_id: UUID, *, asker: Asker, once: OneRequest) -> dict[str, Any]:
        """Take an application over, for the organisation that it was offered to.

        Raises:
            ApplicationUnknown, TransferUnknown: nothing is offered to an organisation of the asker's.
            TransferSettled: it was answered before.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen, waiting = await _offered(session, application_id, asker)
            name = await ApplicationStore(session).organisation_name(waiting.to_organisation_id)
            if name is None:
                raise TransferUnknown("La structure à qui ce dossier était proposé a été réunie à une autre.")
            _settle(waiting, seen, asker, "accepted")
            seen.application.organisation_id = waiting.to_organisation_id
            before = seen.facts["organisation_name"]
            await _note(session, seen, asker, "transfer_accepted", before, name)
            described = await describe(session, await look_at(session, asker, application_id))
            to = str(waiting.to_organisation_id)
            await audit(session, asker, "transfer_accepted", application_id, to=to)
            return await once.keep(session, described)

    async def decline(self, application_id: UUID, *, asker: Asker, once: OneRequest) -> None:
        """Decline an application that was offered: who does knows no more of it. Raises as `accept` does."""
        async with self._sessions() as session, session.begin():
            if await once.recall(session) is not None:
                return
            seen, waiting = await _offered(session, application_id, asker)
            _settle(waiting, seen, asker, "declined")
            await _note(session, seen, asker, "transfer_declined", None, None)
            await audit(session, asker, "transfer_declined", application_id)
            await once.keep(session, {})


async def _offered(
    session: AsyncSession, application_id: UUID, asker: Asker
) -> tuple[Seen, ApplicationTransferRow]:
    """Return an application, locked, and the transfer by which it is offered to the asker."""
    seen = await look_at(session, asker, application_id, lock=True, invited=True)
    waiting = await _waiting(session, application_id)
    if waiting is None or waiting.to_organisation_id not in asker.organisations:
        raise await _none_waits(session, application_id, asker)
    return seen, waiting


def _require_lead(seen: Seen, asker: Asker) -> None:
    seen.check("transfer")
    if seen.application.organisation_id not in asker.organisations:
        raise ActionForbidden("Seul le chef de file transmet le dossier.")


async def _waiting(session: AsyncSession, application_id: UUID) -> ApplicationTransferRow | None:
    row = ApplicationTransferRow
    return await session.scalar(
        select(row).where(row.application_id == application_id, row.settled_at.is_(None)).with_for_update()
    )


async def _none_waits(
    session: AsyncSession, application_id: UUID, asker: Asker
) -> TransferSettled | TransferUnknown:
    row = ApplicationTransferRow
    settled = await session.scalar(
        select(row.id).where(
            row.application_id == application_id, row.to_organisation_id.in_(asker.organisations)
        )
    )
    if settled is not None:
        return TransferSettled("Ce transfert a déjà reçu une réponse, ou a été annulé.")
    return TransferUnknown("Aucun transfert de ce dossier ne vous est proposé.")


def _settle(transfer: ApplicationTransferRow, seen: Seen, asker: Asker, outcome: str) -> None:
    transfer.settled_at, transfer.settled_by, transfer.outcome = seen.situation.now, asker.actor, outcome


async def _note(
    session: AsyncSession, seen: Seen, asker: Asker, action: str, before: str | None, after: str | None
) -> None:
    touch(seen.application)
    change = {"pointer": "/organisation", "label": "Structure", "before": before, "after": after}
    changes = [change] if after is not None else []
    await write_entry(
        session, seen.application, actor=asker.actor, side="holder", action=action, changes=changes
    )
