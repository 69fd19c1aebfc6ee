"""Publication: of a project, or of a whole edition in one step; previewed by the same statement that decides it."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.idempotency import ONCE, OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.notices import notify
from ombelle_events.programme.editing.errors import EditionUnknown
from ombelle_events.programme.editing.store import EditingStore
from ombelle_events.projects.errors import NothingToPublish, ProjectUnknown
from ombelle_events.projects.publishing.domain import judged
from ombelle_events.projects.publishing.store import PublishingStore
from ombelle_events.projects.store import ProjectStore
from ombelle_events.reach import Reach
from ombelle_events.transactions import in_transaction

_SHOWN = ("event_id", "slug", "title", "project_id", "project_title", "organisation_name", "publication")


class PublishingService:
    """Previews and publishes; the coordination's."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def preview(
        self, *, year: int | None = None, project_id: UUID | None = None, include_drafts: bool, reach: Reach
    ) -> dict[str, Any]:
        """Return what would be published and what would not. Raises EditionUnknown, ProjectUnknown.

        Pairs that may be one are looked for first, so that what is told is what publishing would find; then they are
        forgotten again: a preview writes nothing.
        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            warnings = await _whole(session, year, project_id, reach)
            store = PublishingStore(session)
            async with session.begin_nested() as trial:
                await store.compare(await store.waiting(year=year, project_id=project_id, for_update=False))
                rows = await store.facts(year=year, project_id=project_id)
                await trial.rollback()
            items = [_item(row, include_drafts=include_drafts) for row in rows]
            count = sum(item["can_be_published"] for item in items)
            return {"items": items, "publishable_count": count, "warnings": warnings}

        return await in_transaction(self._sessions, work)

    async def publish(
        self,
        *,
        year: int | None = None,
        project_id: UUID | None = None,
        only: Collection[UUID] | None,
        include_drafts: bool,
        reach: Reach,
        once: OneRequest = ONCE,
    ) -> dict[str, Any]:
        """Publish every event that can be, or those of `only`; what cannot be is left, and told with what it misses.

        Raises:
            EditionUnknown, ProjectUnknown: there is none.
            NothingToPublish: none can be.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await _whole(session, year, project_id, reach)
            store = PublishingStore(session)
            await store.compare(await store.waiting(year=year, project_id=project_id, for_update=True))
            rows = await store.facts(year=year, project_id=project_id)
            items = [_item(row, include_drafts=include_drafts) for row in rows]
            chosen = [item for item in items if only is None or item["event_id"] in only]
            going = [item["event_id"] for item in chosen if item["can_be_published"]]
            if not going:
                raise NothingToPublish(
                    "Aucun de ces événements ne peut être publié : voyez ce qui leur manque.",
                    items=[
                        {"event_id": str(i["event_id"]), "title": i["title"], "missing": i["missing"]}
                        for i in chosen
                    ],
                )
            await store.publish(going, by=reach.actor)
            await _tell(session, [row for row in rows if row["event_id"] in set(going)])
            kind, subject = ("project", str(project_id)) if project_id else ("edition", str(year))
            await record(
                session, actor=reach.actor, action="events_published", subject_kind=kind, subject_id=subject,
                values={"events": going},
            )  # fmt: skip
            left = [item for item in chosen if not item["can_be_published"]]
            return await once.keep(session, {"published": going, "left": left})

        return await in_transaction(self._sessions, work)


async def _whole(
    session: AsyncSession, year: int | None, project_id: UUID | None, reach: Reach
) -> list[dict[str, str]]:
    """Return what is worth a look in the edition as a whole, which is there."""
    if project_id is not None:
        project = await ProjectStore(session).described(project_id, of=reach.organisations)
        if project is None:
            raise ProjectUnknown("Ce projet n'existe pas.")
        mastering = project["mastering"]
    else:
        edition = await EditingStore(session).edition(year or 0)
        if edition is None:
            raise EditionUnknown("Cette édition n'existe pas.")
        mastering = edition.mastering
    if mastering == "here":
        return []
    return [
        {
            "code": "mastered_nationally",
            "text": "Cette édition est saisie sur le site national : ce qui est publié ici en plus doit y être relié.",
        }
    ]


async def _tell(session: AsyncSession, rows: list[Any]) -> None:
    for row in rows:
        if row["organisation_id"] is not None:
            data = {"title": row["title"], "slug": row["slug"]}
            await notify(session, row["organisation_id"], "event.published", ("event", row["event_id"]), data)


def _item(row: Mapping[str, Any], *, include_drafts: bool) -> dict[str, Any]:
    verdict = judged(row, include_drafts=include_drafts)
    return {
        **{name: row[name] for name in _SHOWN},
        **verdict,
        "can_be_published": not verdict["missing"],
    }
