"""The use cases on venues: each one transaction."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import ONCE, OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.programme.events.errors import HolderUnknown
from ombelle_events.programme.similarity import name_similarity
from ombelle_events.programme.venues.errors import VenueInvalid, VenueShared, VenueSimilar, VenueUnknown
from ombelle_events.programme.venues.store import VenueStore
from ombelle_events.reach import Reach
from ombelle_events.transactions import in_transaction

SIMILAR: Final = 0.5
"""How much two names must have in common to be shown beside one another: a person decides."""


class VenueService:
    """Lists, adds and changes venues."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def venues(
        self, *, q: str | None, insee: str | None, after: UUID | None, count: int, reach: Reach
    ) -> list[dict[str, Any]]:
        """Return venues, the oldest first: anybody who writes events chooses among all."""
        async with self._sessions() as session, session.begin():
            rows = await VenueStore(session).venues(q=q, insee=insee, after=after, count=count)
        return [_shown(row, reach) for row in rows]

    async def venue(self, venue_id: UUID, *, reach: Reach) -> dict[str, Any]:
        """Return a venue. Raises VenueUnknown."""
        async with self._sessions() as session, session.begin():
            found = await VenueStore(session).described(venue_id)
        if found is None:
            raise VenueUnknown("Ce lieu n'existe pas.")
        return _shown(found, reach)

    async def add(
        self, values: Mapping[str, Any], *, reach: Reach, once: OneRequest = ONCE
    ) -> dict[str, Any]:
        """Add a venue.

        Raises:
            HolderUnknown: the organisation is not the caller's, or none is told.
            VenueInvalid: the commune is not of the territory.
            VenueSimilar: venues nearly like it are here, and were not told as seen.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            _refuse_foreign(values, reach)
            store = VenueStore(session)
            city = await _city(store, values)
            seen = {str(one) for one in values["distinct_from"]}
            similar = [
                row
                for row in await store.around(values)
                if name_similarity(row["name"], values["name"]) >= SIMILAR and str(row["id"]) not in seen
            ]
            if similar:
                raise VenueSimilar(
                    "Un lieu presque pareil existe déjà : prenez-le, ou dites que c'en est un autre.",
                    similar=[
                        {
                            "id": str(row["id"]),
                            "name": row["name"],
                            "address": row["address"],
                            "city": row["city"],
                        }
                        for row in similar[:20]
                    ],
                )
            kept = {name: value for name, value in values.items() if name != "distinct_from"}
            row = await store.add({**kept, "city": city})
            await _record(session, reach, "venue_added", row.id, kept)
            return await once.keep(session, _shown(await store.described(row.id) or {}, reach))

        return await in_transaction(self._sessions, work)

    async def change(
        self, venue_id: UUID, values: Mapping[str, Any], *, if_match: str | None, reach: Reach
    ) -> dict[str, Any]:
        """Change a venue; no sync changes it from then on.

        Raises:
            VenueUnknown: there is no such venue.
            VenueShared: others wrote it: the coordination changes it.
            VersionNeeded, ChangedMeanwhile: `if_match` is missing, or is not the present version.
            VenueInvalid: the commune is not of the territory.

        """
        wanted_version = require_version(if_match)

        async def work(session: AsyncSession) -> dict[str, Any]:
            store = VenueStore(session)
            row = await store.row(venue_id)
            described = row and await store.described(venue_id)
            if row is None or not described:
                raise VenueUnknown("Ce lieu n'existe pas.")
            shown = _shown(described, reach)
            if "edit" not in shown["allowed_actions"]:
                raise VenueShared(
                    "D'autres se servent de ce lieu : demandez le changement à la coordination."
                )
            refuse_stale(wanted_version, row.version, current=shown, yours=values)
            changed = {name: value for name, value in values.items() if getattr(row, name) != value}
            if "insee" in changed:
                changed["city"] = await _city(store, changed)
            if changed:
                before = {name: getattr(row, name) for name in changed}
                await store.change(row, changed)
                differences = {
                    name: {"before": before[name], "after": value} for name, value in changed.items()
                }
                await _record(session, reach, "venue_edited", row.id, differences)
            return _shown(await store.described(venue_id) or {}, reach)

        return await in_transaction(self._sessions, work)


def _refuse_foreign(values: Mapping[str, Any], reach: Reach) -> None:
    if not reach.is_whole and values.get("organisation_id") not in (reach.organisations or ()):
        raise HolderUnknown("Dites laquelle de vos structures ajoute ce lieu.")


async def _city(store: VenueStore, values: Mapping[str, Any]) -> str:
    city = await store.commune(values["insee"])
    if city is None:
        raise VenueInvalid(
            "Cette commune n'est pas du territoire.",
            errors=[FieldError("/body/insee", "commune_unknown", "Code INSEE d'une commune de la région.")],
        )
    return city


def _shown(row: Mapping[str, Any], reach: Reach) -> dict[str, Any]:
    is_theirs = row["organisation_id"] is not None and row["organisation_id"] in (reach.organisations or ())
    return {
        **{name: value for name, value in row.items() if name != "organisation_id"},
        "allowed_actions": ["edit"] if reach.is_whole or is_theirs else [],
    }


async def _record(
    session: AsyncSession, reach: Reach, action: str, venue_id: UUID, values: Mapping[str, Any]
) -> None:
    await record(
        session,
        actor=reach.actor,
        action=action,
        subject_kind="venue",
        subject_id=str(venue_id),
        values=values,
    )
