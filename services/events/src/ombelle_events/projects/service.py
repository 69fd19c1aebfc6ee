"""The use cases on projects: each one transaction, begun again when a sync met it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.idempotency import ONCE, OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.mailing import ask_for_mails
from ombelle_events.notices import notify
from ombelle_events.programme.telling import audiences
from ombelle_events.projects.domain import FROM, PARTY_LABELS, Action, allowed_actions
from ombelle_events.projects.errors import ProjectActionImpossible, ProjectUnknown
from ombelle_events.projects.publishing.domain import judged
from ombelle_events.projects.publishing.store import PublishingStore
from ombelle_events.projects.store import ProjectFilter, ProjectStore
from ombelle_events.projects.tables import ProjectRow
from ombelle_events.reach import Reach
from ombelle_events.transactions import in_transaction

_HIDDEN: Final = ("may_edit", "total", "edition_id")


class ProjectService:
    """Lists, reads, changes, confirms and cancels projects."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def projects(self, wanted: ProjectFilter, *, reach: Reach) -> tuple[list[dict[str, Any]], int]:
        """Return projects in which the caller's organisations take part, and how many there are in all."""
        async with self._sessions() as session, session.begin():
            rows = await ProjectStore(session).projects(wanted, of=reach.organisations)
        return [shown(row, reach) for row in rows], rows[0]["total"] if rows else 0

    async def project(self, project_id: UUID, *, reach: Reach) -> dict[str, Any]:
        """Return a project whole. Raises ProjectUnknown."""
        async with self._sessions() as session, session.begin():
            return await whole(session, project_id, reach)

    async def change(
        self, project_id: UUID, values: Mapping[str, Any], *, if_match: str | None, reach: Reach
    ) -> dict[str, Any]:
        """Change a project's title or contact.

        Raises:
            ProjectUnknown: there is no such project, or the caller takes no part in it.
            ProjectActionImpossible: it is cancelled, or the caller only reads it.
            VersionNeeded, ChangedMeanwhile: `if_match` is missing, or is not the present version.

        """
        wanted_version = require_version(if_match)

        async def work(session: AsyncSession) -> dict[str, Any]:
            row = await project_for(session, project_id, "edit", reach)
            current = {
                name: getattr(row, name) for name in ("title", "contact_name", "contact_email", "version")
            }
            refuse_stale(wanted_version, row.version, current=current, yours=values)
            changed = {name: value for name, value in values.items() if getattr(row, name) != value}
            if changed:
                before = {name: getattr(row, name) for name in changed}
                _write(row, changed)
                differences = {
                    name: {"before": before[name], "after": value} for name, value in changed.items()
                }
                await session.flush()
                await _record(session, reach, "project_edited", project_id, differences)
            return await whole(session, project_id, reach)

        return await in_transaction(self._sessions, work)

    async def confirm(self, project_id: UUID, *, reach: Reach, once: OneRequest = ONCE) -> dict[str, Any]:
        """Say that a project will take place. Raises ProjectUnknown, ProjectActionImpossible."""

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await project_for(session, project_id, "confirm", reach)
            _write(
                row, {"lifecycle": "active", "confirmed_at": datetime.now(UTC), "confirmed_by": reach.actor}
            )
            await session.flush()
            await notify(
                session, row.organisation_id, "project.confirmed", ("project", row.id), {"title": row.title}
            )
            await _record(session, reach, "project_confirmed", project_id, {})
            return await once.keep(session, await whole(session, project_id, reach))

        return await in_transaction(self._sessions, work)

    async def cancel(
        self, project_id: UUID, *, reason: str, reach: Reach, once: OneRequest = ONCE
    ) -> dict[str, Any]:
        """Cancel a project with all its events, in every channel at once, and tell those whom it concerns.

        Raises:
            ProjectUnknown: there is no such project, or the caller takes no part in it.
            ProjectActionImpossible: it is cancelled already, or the caller only reads it.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await project_for(session, project_id, "cancel", reach)
            _write(
                row,
                {"lifecycle": "cancelled", "cancelled_at": datetime.now(UTC), "cancelled_by": reach.actor,
                 "cancelled_reason": reason},
            )  # fmt: skip
            await session.flush()
            events = await ProjectStore(session).cancel_events(project_id, reason=reason, by=reach.actor)
            await self._tell(session, row, reason, events)
            await _record(
                session, reach, "project_cancelled", project_id, {"reason": reason, "events": events}
            )
            return await once.keep(session, await whole(session, project_id, reach))

        return await in_transaction(self._sessions, work)

    async def _tell(self, session: AsyncSession, row: ProjectRow, reason: str, events: list[UUID]) -> None:
        """Write to both sides, whichever of them cancelled, and to every organisation's programs."""
        [audience] = await audiences(session, [row.id], "project_cancelled")
        link = f"{self._public_url}/espace/projets/{row.id}"
        addresses = dict.fromkeys(to for to in (audience.contact_email, audience.call_email) if to)
        about = ("project", str(row.id))
        await ask_for_mails(
            session,
            [
                audience.mail(to, "project_cancelled", about, {"reason": reason, "link": link})
                for to in addresses
            ],
        )
        holders = await ProjectStore(session).holders_of(events)
        for organisation in dict.fromkeys([row.organisation_id, *audience.parties, *holders]):
            data = {"title": row.title, "events": events}
            await notify(session, organisation, "project.cancelled", ("project", row.id), data)


async def project_for(session: AsyncSession, project_id: UUID, action: Action, reach: Reach) -> ProjectRow:
    """Return a project, locked, with which the caller may do this now.

    Raises:
        ProjectUnknown: there is no such project, or the caller takes no part in it.
        ProjectActionImpossible: the caller only reads it, or its lifecycle does not allow it.

    """
    store = ProjectStore(session)
    row = await store.row(project_id)
    described = row and await store.described(project_id, of=reach.organisations)
    if row is None or not described:
        raise ProjectUnknown("Ce projet n'existe pas.")
    if action not in shown(described, reach)["allowed_actions"]:
        is_late = described["lifecycle"] not in FROM[action]
        raise ProjectActionImpossible(
            "Ce projet n'en est plus là : rechargez-le."
            if is_late
            else "Seuls ses porteurs et la coordination peuvent le faire.",
            lifecycle=described["lifecycle"],
        )
    return row


async def whole(session: AsyncSession, project_id: UUID, reach: Reach) -> dict[str, Any]:
    """Return a project with who takes part, its events and its reminders. Raises ProjectUnknown."""
    store = ProjectStore(session)
    row = await store.described(project_id, of=reach.organisations)
    if row is None:
        raise ProjectUnknown("Ce projet n'existe pas.")
    parties = await store.parties(row["application_id"])
    waiting = await PublishingStore(session).facts(year=None, project_id=project_id)
    missed = {facts["event_id"]: judged(facts, include_drafts=False) for facts in waiting}
    return {
        **shown(row, reach),
        "parties": [{**party, "role_label": PARTY_LABELS[party["role"]]} for party in parties],
        "events": [
            {**event, **missed.get(event["id"], {"missing": [], "warnings": []})}
            for event in await store.events(project_id)
        ],
        "reminders": [
            {"kind": one["kind"], "sent_at": one["sent_at"]} for one in await store.reminders(project_id)
        ],
    }


def shown(row: Mapping[str, Any], reach: Reach) -> dict[str, Any]:
    """Return a project as lists show it."""
    actions = allowed_actions(
        row["lifecycle"], may_edit=bool(row["may_edit"]), is_coordination=reach.is_whole
    )
    return {**{name: value for name, value in row.items() if name not in _HIDDEN}, "allowed_actions": actions}


def _write(row: ProjectRow, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.updated_at = datetime.now(UTC)


async def _record(
    session: AsyncSession, reach: Reach, action: str, project_id: UUID, values: Mapping[str, Any]
) -> None:
    await record(
        session,
        actor=reach.actor,
        action=action,
        subject_kind="project",
        subject_id=str(project_id),
        values=values,
    )
