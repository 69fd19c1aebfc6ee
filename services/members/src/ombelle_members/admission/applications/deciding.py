"""What becomes of an application: a question, a refusal, or a member."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.email_addresses import email_digest
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.admission.applications.errors import ApplicationSettled
from ombelle_members.admission.applications.service import (
    LINK_LIFE,
    ApplicationService,
    held_application,
    organisation_name,
    whole,
)
from ombelle_members.admission.applications.store import ApplicationStore
from ombelle_members.belonging.domain import INVITATION_LIFE, new_token, token_digest
from ombelle_members.belonging.invitations.store import InvitationStore
from ombelle_members.belonging.tables import InvitationRow
from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day
from ombelle_members.log import record
from ombelle_members.mailing import write_to
from ombelle_members.members.admitting import admit, invalid, refuse_future
from ombelle_members.organisations.errors import SiretTaken
from ombelle_members.organisations.facts import tell_organisation
from ombelle_members.organisations.store import OrganisationStore
from ombelle_members.organisations.tables import OrganisationRow
from ombelle_members.transactions import in_transaction


class DecidingService:
    """Decides applications, once each."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url
        self._links = ApplicationService(sessions, public_url)

    async def ask(self, caller: Caller, application_id: UUID, question: str) -> dict[str, Any]:
        """Ask something before the board decides; a mail has the link by which it is answered.

        Raises:
            ApplicationUnknown: there is none.
            ApplicationSettled: it is decided already, or not confirmed.

        """
        token = new_token()

        async def work(session: AsyncSession) -> dict[str, Any]:
            row = await _open(session, application_id)
            await ApplicationStore(session).ask(
                application_id,
                question,
                token_digest=token_digest(token),
                expires_at=datetime.now(UTC) + LINK_LIFE,
            )
            mail = {"message": question, "link": self._links.link(token)}
            await _write(session, row, "membership-application-question", mail, is_secret=True)
            return await _done(session, caller, application_id, "membership_application_asked")

        return await in_transaction(self._sessions, work)

    async def decline(
        self, caller: Caller, application_id: UUID, values: Mapping[str, Any], once: OneRequest
    ) -> dict[str, Any]:
        """Decline an application; whoever asked is told.

        Raises:
            ApplicationUnknown: there is none.
            ApplicationSettled: it is decided already, or not confirmed.
            InvalidInput: a day to come; a meeting that is none of the board's, or of another day.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (before := await once.recall(session)) is not None:
                return dict(before)
            await _refuse_undecided(session, values)
            row = await _open(session, application_id)
            await ApplicationStore(session).settle(application_id, "declined", {**values, "member_id": None})
            mail = {
                "day": spoken_day(values["decided_on"]),
                "message": values["reason"],
                "link": self._public_url,
            }
            await _write(session, row, "membership-application-declined", mail)
            settled = await _done(session, caller, application_id, "membership_application_declined")
            return await once.keep(session, settled)

        return await in_transaction(self._sessions, work)

    async def admit(
        self, caller: Caller, application_id: UUID, values: Mapping[str, Any], once: OneRequest
    ) -> dict[str, Any]:
        """Admit whoever asked: a member, an organisation of the directory where there was none, a representative.

        Raises:
            ApplicationUnknown: there is none.
            ApplicationSettled: it is decided already, or not confirmed.
            MemberAlready, OrganisationUnknown, OrganisationMerged: as `admit` of members.
            InvalidInput: a day to come; a meeting that is none of the board's, or of another day; an organisation where
                a person is meant.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (before := await once.recall(session)) is not None:
                return dict(before)
            await _refuse_undecided(session, values)
            row = await _open(session, application_id)
            organisation_id = values["organisation_id"]
            if row["kind"] == "legal" and organisation_id is None:
                organisation_id = await _entered(session, row)
            person = {"id": None, "name": row["name"], "email": row["email"]}
            member = {
                "kind": row["kind"], "organisation_id": organisation_id,
                "person": person if row["kind"] == "natural" else None,
                "representative": {"person": person, "capacity": row["capacity"]}
                if row["kind"] == "legal" and values["represents"] else None,
                "college": values["college"], "fee_category": values["fee_category"], "external_id": None,
                "admitted_on": values["admitted_on"] or values["decided_on"],
            }  # fmt: skip
            member_id = await admit(session, member)
            settled = {"decided_on": values["decided_on"], "meeting_id": values["meeting_id"], "reason": None}
            await ApplicationStore(session).settle(
                application_id, "admitted", settled | {"member_id": member_id}
            )
            mail = {
                "day": spoken_day(values["decided_on"]),
                "link": await self._way_in(session, row, organisation_id),
            }
            await _write(session, row, "membership-application-admitted", mail)
            logged = {"member": member_id, "college": values["college"]}
            done = await _done(session, caller, application_id, "membership_application_admitted", logged)
            return await once.keep(session, done)

        return await in_transaction(self._sessions, work)

    async def _way_in(
        self, session: AsyncSession, row: Mapping[str, Any], organisation_id: UUID | None
    ) -> str:
        """Return where whoever asked goes on: an organisation that nobody administers is theirs to administer."""
        if organisation_id is None:
            return f"{self._public_url}/espace/mon-adhesion"
        organisation = await OrganisationStore(session).organisation(organisation_id)
        if organisation is None or organisation.unadministered_since is None:
            return f"{self._public_url}/espace/mon-adhesion"
        digest, store = email_digest(row["email"]), InvitationStore(session)
        if await store.is_waiting(organisation_id, digest):
            return f"{self._public_url}/espace/structures"
        token = new_token()
        await store.add(
            InvitationRow(
                organisation_id=organisation_id,
                email=row["email"],
                email_digest=digest,
                role="administrator",
                locale=row["locale"],
                token_digest=token_digest(token),
                expires_at=datetime.now(UTC) + INVITATION_LIFE,
            )
        )
        return f"{self._public_url}/espace/invitation#lien={token}"


async def _refuse_undecided(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Refuse a decision of a day to come, one of a meeting that is none of the board's, one of another day than its."""
    refuse_future(values["decided_on"], "/body/decided_on")
    if values["meeting_id"] is None:
        return
    met_on = await ApplicationStore(session).board_met_on(values["meeting_id"])
    if met_on is None:
        raise invalid(
            "/body/meeting_id", "no_board_meeting", "Une réunion du conseil d’administration est attendue."
        )
    if met_on != values["decided_on"]:
        told = f"Cette réunion s’est tenue le {spoken_day(met_on)} : la décision est de ce jour-là."
        raise invalid("/body/decided_on", "another_day", told)


async def _open(session: AsyncSession, application_id: UUID) -> dict[str, Any]:
    row = await held_application(session, application_id)
    if row["state"] not in {"waiting", "asked"} or row["email"] is None:
        raise ApplicationSettled(
            "Cette demande n’attend plus de décision, ou son adresse n’est pas confirmée.",
            state=row["state"],
        )
    return row


async def _entered(session: AsyncSession, row: Mapping[str, Any]) -> UUID:
    organisation = OrganisationRow(**row["organisation"], unadministered_since=datetime.now(UTC))
    session.add(organisation)
    try:
        await session.flush()
    except IntegrityError as error:
        if broken_constraint(error) == "uq_organisation_siret":
            raise SiretTaken(
                "Une structure de l’annuaire porte déjà ce SIRET : admettez celle-ci.",
                errors=[
                    FieldError("/body/organisation_id", "taken", "Choisissez la structure de l’annuaire.")
                ],
            ) from error
        raise
    await tell_organisation(session, organisation)
    return organisation.id


async def _write(
    session: AsyncSession,
    row: Mapping[str, Any],
    template: str,
    values: Mapping[str, Any],
    *,
    is_secret: bool = False,
) -> None:
    told = {"name": row["name"], "organisation": organisation_name(row), **values}
    about = ("membership_application", row["id"])
    await write_to(
        session, row["email"], template, told, about=about, locale=row["locale"], is_secret=is_secret
    )


async def _done(
    session: AsyncSession,
    caller: Caller,
    application_id: UUID,
    action: str,
    logged: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    changed = await whole(session, caller, application_id)
    await record(session, caller, action, ("membership_application", application_id), logged)
    return changed
