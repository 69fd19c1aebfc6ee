"""Editions written by the coordination: theme, official dates, and where events are entered."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import ONCE, OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.programme.editing.errors import EditionUnknown
from ombelle_events.programme.editions.errors import EditionExists, EditionInvalid
from ombelle_events.programme.tables import EditionRow

_SHOWN = ("id", "year", "theme", "starts_on", "ends_on", "mastering", "version")


class EditionService:
    """Opens and changes editions; each use case is one transaction."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def open(self, values: Mapping[str, Any], *, by: str, once: OneRequest = ONCE) -> dict[str, Any]:
        """Open an edition. Raises EditionExists, EditionInvalid."""
        _refuse_dates(values["starts_on"], values["ends_on"])
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = EditionRow(**values)
            session.add(row)
            try:
                await session.flush()
            except IntegrityError as error:
                raise EditionExists(
                    "Cette édition existe déjà : modifiez-la.",
                    errors=[FieldError("/body/year", "edition_exists", "Année déjà ouverte.")],
                ) from error
            await session.refresh(row)
            await _record(session, by, "edition_opened", row.id, values)
            return await once.keep(session, _shown(row))

    async def change(
        self, year: int, values: Mapping[str, Any], *, if_match: str | None, by: str
    ) -> dict[str, Any]:
        """Change an edition. Raises EditionUnknown, VersionNeeded, ChangedMeanwhile, EditionInvalid."""
        wanted_version = require_version(if_match)
        async with self._sessions() as session, session.begin():
            statement = select(EditionRow).where(EditionRow.year == year).with_for_update(key_share=True)
            row = await session.scalar(statement)
            if row is None:
                raise EditionUnknown("Cette édition n'existe pas.")
            refuse_stale(wanted_version, row.version, current=_shown(row), yours=values)
            changed = {name: value for name, value in values.items() if getattr(row, name) != value}
            _refuse_dates(changed.get("starts_on", row.starts_on), changed.get("ends_on", row.ends_on))
            if changed:
                before = {name: getattr(row, name) for name in changed}
                for name, value in changed.items():
                    setattr(row, name, value)
                row.version += 1
                await session.flush()
                differences = {
                    name: {"before": before[name], "after": value} for name, value in changed.items()
                }
                await _record(session, by, "edition_edited", row.id, differences)
            return _shown(row)


def _refuse_dates(starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        raise EditionInvalid(
            "La fête finit le jour où elle commence, ou après.",
            errors=[FieldError("/body/ends_on", "ends_before_start", "Pas avant le premier jour.")],
        )


def _shown(row: EditionRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _SHOWN}


async def _record(
    session: AsyncSession, by: str, action: str, edition_id: UUID, values: Mapping[str, Any]
) -> None:
    await record(
        session, actor=by, action=action, subject_kind="edition", subject_id=str(edition_id), values=values
    )
