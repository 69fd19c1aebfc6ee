"""The agenda's read side: one question, one statement, bytes passed through untouched."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.pagination import decode_cursor, encode_cursor

from ombelle_events.agenda import statements
from ombelle_events.agenda.domain import AgendaFilter, Point
from ombelle_events.agenda.errors import (
    CommuneUnknown,
    EventNotFound,
    EventShownElsewhere,
    EventWithdrawn,
)

_NOWHERE = UUID(int=0)
_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_YEARS = range(1900, 9000)
_TRANSACTIONS = range(2**63)


class AgendaService:
    """Answers readers from prepared cards. `reader` is an asyncpg pool; nothing here writes."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    async def page(self, asked: AgendaFilter) -> bytes:
        """Return a page of the agenda as JSON: `items`, `total` of the whole set, `next`.

        Raises:
            InvalidInput: the cursor is not one of this order.
            CommuneUnknown: `near` names a commune that the territory does not have.

        """
        cursor = _read_cursor(asked)
        async with self._reader.acquire() as connection:
            near, query = await self._resolve(connection, asked)
            text, values = statements.page(asked, near, query, cursor)
            row = await connection.fetchrow(text, *values)
        following = "null" if row["ends"] is None else f'"{_write_cursor(asked, row["ends"])}"'
        return f'{{"items":[{row["items"]}],"total":{row["total"]},"next":{following}}}'.encode()

    async def facets(self, asked: AgendaFilter) -> bytes:
        """Return the counts of each value over the same set as `page`, as JSON.

        Raises:
            CommuneUnknown: `near` names a commune that the territory does not have.

        """
        async with self._reader.acquire() as connection:
            near, query = await self._resolve(connection, asked)
            text, values = statements.facets(asked, near, query)
            body: str = await connection.fetchval(text, *values)
        return body.encode()

    async def event(self, name: str) -> bytes:
        """Return the page of one event, by slug or id, as JSON.

        Raises:
            EventNotFound: never shown.
            EventWithdrawn: shown once, not any more.
            EventShownElsewhere: another event is shown in its stead.

        """
        identifier = as_uuid(name)
        key = name if identifier is None else str(identifier)
        text, values = statements.event(key, by_id=identifier is not None)
        row = await self._reader.fetchrow(text, *values)
        if row["body"] is not None:
            body: str = row["body"]
            return body.encode()
        other = await self._reader.fetchrow(statements.standing_in(by_id=identifier is not None), key)
        if other is not None:
            raise EventShownElsewhere(
                f"Ce rendez-vous est au programme sous un autre nom : « {other['title']} ».",
                see={"id": str(other["id"]), "slug": other["slug"], "title": other["title"]},
            )
        if row["gone"]:
            raise EventWithdrawn("Ce rendez-vous n'est plus au programme.")
        raise EventNotFound("Ce rendez-vous n'existe pas : cherchez-le dans l'agenda.")

    async def changes(self, *, since: str | None, limit: int) -> bytes:
        """Return what changed since a cursor or an instant, tombstones included, as JSON.

        Raises:
            InvalidInput: `since` is neither.

        """
        transaction, event_id, instant = _read_since(since)
        row = await self._reader.fetchrow(statements.CHANGES, transaction, event_id, instant, limit)
        if row["last_event"] is None:
            following = encode_cursor("changes", transaction, str(event_id), instant.isoformat())
        else:
            following = encode_cursor(
                "changes", row["last_transaction"], str(row["last_event"]), instant.isoformat()
            )
        more = "true" if row["more"] else "false"
        return f'{{"items":[{row["items"]}],"next":"{following}","more":{more}}}'.encode()

    async def _resolve(self, connection: Any, asked: AgendaFilter) -> tuple[Point | None, str | None]:
        """Find the point of the commune and the meaning of the words, when they were asked for."""
        near, query = asked.near, None
        if asked.near_commune is not None:
            place = await connection.fetchrow(
                "SELECT latitude, longitude FROM commune WHERE insee = $1 OR $1 = ANY (former_codes) "
                "ORDER BY insee = $1 DESC LIMIT 1",
                asked.near_commune,
            )
            if place is None:
                raise CommuneUnknown(
                    "Cette commune n'est pas dans le territoire : donnez un autre lieu.",
                    errors=[FieldError("/query/near", "commune_unknown", "Commune inconnue ici.")],
                )
            near = Point(place["latitude"], place["longitude"])
        if asked.q is not None:
            query = await connection.fetchval("SELECT search_query($1)::text", asked.q)
        return near, query


def as_uuid(text: str) -> UUID | None:
    """Return the id that a text is, or None when it is a slug."""
    try:
        return UUID(text)
    except ValueError:
        return None


def _read_cursor(asked: AgendaFilter) -> list[Any] | None:
    if asked.after is None:
        return None
    rank, starts_at, event_id = decode_cursor(f"agenda-{asked.sort}", asked.after, length=3)
    try:
        return [float(rank), _instant(starts_at), UUID(event_id)]
    except (TypeError, ValueError, AttributeError, OverflowError) as error:
        raise _bad("/query/after") from error


def _instant(text: str) -> datetime:
    """Read an instant that PostgreSQL can hold.

    Raises:
        ValueError: it is none, has no offset, or lies outside of all reason.

    """
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None or instant.year not in _YEARS:
        raise ValueError(text)
    return instant


def _write_cursor(asked: AgendaFilter, ends: str) -> str:
    values: Sequence[Any] = orjson.loads(ends)
    return encode_cursor(f"agenda-{asked.sort}", *values)


def _read_since(since: str | None) -> tuple[int, UUID, datetime]:
    """A cursor of ours, or an instant with its offset, or nothing for everything from the beginning."""
    if not since:
        return 0, _NOWHERE, _EVER
    try:
        instant = datetime.fromisoformat(since)
        if instant.year not in _YEARS:
            raise _bad("/query/since")
    except ValueError:
        transaction, event_id, earliest = decode_cursor("changes", since, length=3, pointer="/query/since")
        try:
            if int(transaction) not in _TRANSACTIONS:
                raise _bad("/query/since")
            return int(transaction), UUID(event_id), _instant(earliest)
        except (TypeError, ValueError, AttributeError, OverflowError) as error:
            raise _bad("/query/since") from error
    if instant.tzinfo is None:
        raise InvalidInput(
            "Donnez l'instant avec son décalage, comme 2027-10-02T14:00:00+02:00.",
            errors=[FieldError("/query/since", "no_offset", "Il manque le décalage horaire.")],
        )
    return 0, _NOWHERE, instant


def _bad(pointer: str) -> InvalidInput:
    return InvalidInput(
        "Le curseur n'est pas valable : reprenez la liste depuis le début.",
        errors=[FieldError(pointer, "invalid_cursor", "Ce curseur est abîmé.")],
    )
