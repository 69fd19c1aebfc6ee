"""Reminders to holders, « labellisés, non saisis », and the sheet to copy into the national form."""

from collections.abc import Collection, Mapping
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.idempotency import ONCE, OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.forms.definition import read_definition
from ombelle_events.forms.purposes import purpose_values
from ombelle_events.mailing import Mail, ask_for_mails
from ombelle_events.programme.editing.errors import EditionUnknown
from ombelle_events.programme.editing.store import EditingStore
from ombelle_events.programme.tables import EditionRow
from ombelle_events.programme.telling import Audience, audiences
from ombelle_events.projects.domain import Reminder
from ombelle_events.projects.errors import NothingToRemind, ProjectUnknown
from ombelle_events.projects.mastering.sheet import application_sheet, event_sheet
from ombelle_events.projects.mastering.store import MasteringStore
from ombelle_events.projects.store import ProjectStore
from ombelle_events.reach import Reach
from ombelle_events.transactions import in_transaction

_KEYS: Final[Mapping[Reminder, str]] = {
    "confirmation": "confirmation_reminder",
    "not_entered": "not_entered_reminder",
}
_PAGES: Final[Mapping[Reminder, str]] = {"confirmation": "", "not_entered": "/fiche-nationale"}


class MasteringService:
    """What the coordination follows of labelled projects, edition by edition."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def not_entered(self, year: int) -> dict[str, Any]:
        """Return the labelled projects of which no feed holds an event. Raises EditionUnknown.

        Of an edition mastered here nobody enters anything elsewhere: the list is empty.
        """
        async with self._sessions() as session, session.begin():
            edition = await _edition(session, year)
            rows: list[dict[str, Any]] = []
            if edition.mastering == "nationally":
                rows = await MasteringStore(session).not_entered(year)
        return {
            "year": year,
            "mastering": edition.mastering,
            "items": [{**row, "allowed_actions": ["remind"] if row["has_contact"] else []} for row in rows],
            "total": len(rows),
        }

    async def preview(
        self, year: int, kind: Reminder, *, only: Collection[UUID] | None, message: str | None
    ) -> dict[str, Any]:
        """Return every mail as it would leave. Raises EditionUnknown."""
        async with self._sessions() as session, session.begin():
            mails, without = await self._mails(session, year, kind, only, message)
        return {
            "mails": [
                {"project_id": project, "to": mail.to, "subject": mail.rendered.subject, "text": mail.rendered.text,
                 "html": mail.rendered.html}
                for project, mail in mails.items()
            ],
            "without_address": without,
        }  # fmt: skip

    async def remind(
        self,
        year: int,
        kind: Reminder,
        *,
        only: Collection[UUID] | None,
        message: str | None,
        reach: Reach,
        once: OneRequest = ONCE,
    ) -> dict[str, Any]:
        """Write to the contacts of the projects that wait. Raises EditionUnknown, NothingToRemind."""

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            mails, without = await self._mails(session, year, kind, only, message)
            if not mails:
                raise NothingToRemind(
                    "Aucun de ces projets n'attend de rappel, ou aucun n'a d'adresse de contact.",
                    without_address=[str(one) for one in without],
                )
            await ask_for_mails(session, mails.values())
            await MasteringStore(session).note_reminders(list(mails), kind=kind, by=reach.actor)
            await record(
                session, actor=reach.actor, action=f"reminded_of_{kind}", subject_kind="edition", subject_id=str(year),
                values={"projects": list(mails)},
            )  # fmt: skip
            return await once.keep(session, {"sent": list(mails), "without_address": without})

        return await in_transaction(self._sessions, work)

    async def _mails(
        self,
        session: AsyncSession,
        year: int,
        kind: Reminder,
        only: Collection[UUID] | None,
        message: str | None,
    ) -> tuple[dict[UUID, Mail], list[UUID]]:
        """Return the mail to each project's contact, and the projects that have none."""
        edition = await _edition(session, year)
        store = MasteringStore(session)
        if kind == "confirmation":
            waiting = await store.unconfirmed(year)
        else:
            waiting = await store.not_entered(year) if edition.mastering == "nationally" else []
        chosen = [row["project_id"] for row in waiting if only is None or row["project_id"] in only]
        await store.lock(chosen)
        found = await audiences(session, chosen, _KEYS[kind])
        mails = {one.project_id: self._mail(one, kind, message) for one in found if one.contact_email}
        return mails, [one.project_id for one in found if not one.contact_email]

    def _mail(self, audience: Audience, kind: Reminder, message: str | None) -> Mail:
        link = f"{self._public_url}/espace/projets/{audience.project_id}{_PAGES[kind]}"
        about = ("project", str(audience.project_id))
        return audience.mail(
            audience.contact_email or "", _KEYS[kind], about, {"link": link, "message": message}
        )

    async def sheet(self, project_id: UUID, *, reach: Reach) -> dict[str, Any]:
        """Return what to copy into the national form, event by event. Raises ProjectUnknown."""
        async with self._sessions() as session, session.begin():
            project = await ProjectStore(session).described(project_id, of=reach.organisations)
            if project is None:
                raise ProjectUnknown("Ce projet n'existe pas.")
            parties = await ProjectStore(session).parties(project["application_id"])
            store = MasteringStore(session)
            application = await store.application(project["application_id"])
            events = await store.sheets(project_id)
        is_renewed = application["is_renewed"]
        items = [
            {
                "event_id": event["id"],
                "title": event["title"],
                "is_in_feed": event["is_in_feed"],
                "sections": event_sheet(event, parties, is_renewed=is_renewed),
            }
            for event in events
        ]
        if not items:
            purposes: Mapping[Any, Any] = purpose_values(
                read_definition(application["definition"]), application["answers"]
            )
            sections = application_sheet(
                purposes, project["title"], project["organisation_name"], parties, is_renewed=is_renewed
            )
            items = [{"event_id": None, "title": project["title"], "is_in_feed": False, "sections": sections}]
        return {
            "project_id": project_id,
            "title": project["title"],
            "edition": project["edition"],
            "mastering": project["mastering"],
            "items": items,
        }


async def _edition(session: AsyncSession, year: int) -> EditionRow:
    edition = await EditingStore(session).edition(year)
    if edition is None:
        raise EditionUnknown("Cette édition n'existe pas.")
    return edition
