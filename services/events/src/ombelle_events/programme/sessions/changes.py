"""Changing sessions of an event that the caller has locked: by its holder, the coordination, or an approved proposal."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from ombelle_chassis.audit import record
from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError
from ombelle_chassis.mail_templates import long_day
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.programme.duplicates import find_duplicates
from ombelle_events.programme.errors import EventInvalid
from ombelle_events.programme.sessions.domain import SAID, StatusAction, Times, actions_from, after
from ombelle_events.programme.sessions.errors import SessionActionImpossible, SessionsOverlap
from ombelle_events.programme.sessions.store import SessionStore
from ombelle_events.programme.tables import EventRow, EventSessionRow
from ombelle_events.programme.telling import News, tell
from ombelle_events.transactions import driver_connection

PLACED: Final = frozenset({"starts_at", "ends_at", "venue_id"})
_VENUE: Final = text("SELECT true FROM venue WHERE id = :id")
# Of the event's other sessions, those of a source too: PostgreSQL holds the rule among those written here.
_OVERLAPPING: Final = text("""
SELECT s.starts_at FROM event_session s JOIN event e ON e.id = s.event_id
WHERE s.event_id = :event AND s.id IS DISTINCT FROM CAST(:session AS uuid) AND s.starts_at < :ends_at
  AND s.ends_at > :starts_at AND s.status NOT IN ('cancelled', 'postponed')
  AND coalesce(s.venue_id, e.venue_id) IS NOT DISTINCT FROM coalesce(CAST(:venue AS uuid), e.venue_id)
ORDER BY s.starts_at LIMIT 1
""")


class SessionChanges:
    """Changes sessions in the caller's transaction; `by` is who does it, `by_coordination` on which side they stand."""

    def __init__(
        self, session: AsyncSession, event: EventRow, *, by: str, by_coordination: bool, public_url: str
    ) -> None:
        self._session = session
        self._store = SessionStore(session)
        self._event = event
        self._by = by
        self._by_coordination = by_coordination
        self._link = f"{public_url}/espace/evenements/{event.id}"

    async def add(self, values: Mapping[str, Any]) -> UUID:
        """Add a session, and return its id. Raises EventInvalid, SessionsOverlap."""
        [added] = await self.add_all([values])
        return added

    async def add_all(self, many: list[Mapping[str, Any]]) -> list[UUID]:
        """Add sessions, and return their ids, in the order given. Raises EventInvalid, SessionsOverlap."""
        rows = []
        for place, values in enumerate(many):
            of = f"/body/sessions/{place}" if len(many) > 1 else "/body"
            placed = await self._placed(values, of)
            rows.append(self._store.add(self._event.id, placed))
            await self._flushed(of)
        await self._close("session_added", {"sessions": [_shown(row) for row in rows]})
        return [row.id for row in rows]

    async def edit(self, row: EventSessionRow, changed: Mapping[str, Any]) -> None:
        """Change fields of a session that is not announced yet, or correct one. Raises as `add` does."""
        before = {name: getattr(row, name) for name in changed}
        if changed.keys() & PLACED:
            values = {name: changed.get(name, getattr(row, name)) for name in PLACED}
            placed = await self._placed(values, "/body", session_id=row.id)
            changed = {**changed, "venue_id": placed["venue_id"]} if "venue_id" in changed else changed
            row.is_written_here = True
        self._write(row, changed)
        await self._flushed("/body")
        differences = {name: {"before": before[name], "after": value} for name, value in changed.items()}
        await self._close("session_edited", differences, row.id)
        if changed.keys() & PLACED:
            await self._tell(row, "modifiée", {}, webhook="session.changed")

    async def act(self, row: EventSessionRow, action: StatusAction, wanted: Mapping[str, Any]) -> None:
        """Cancel, postpone, reschedule, move online or reinstate a session, and tell those whom it concerns.

        Raises:
            SessionActionImpossible: its status does not allow it.
            SessionsOverlap: there is another session of the event there then.
            EventInvalid: the new times, or the new venue, cannot be.

        """
        if action not in actions_from(row.status):
            raise SessionActionImpossible(
                "Cette séance ne peut pas être changée ainsi dans l'état où elle est.",
                status_of_session=row.status,
            )
        was = Times(row.starts_at, row.ends_at, row.previous_starts_at, row.previous_ends_at)
        changed = after(action, was, wanted)
        if action == "reschedule":
            placed = await self._placed(
                {"starts_at": wanted["starts_at"], "ends_at": wanted["ends_at"],
                 "venue_id": wanted.get("venue_id", row.venue_id)}, "/body", session_id=row.id,
            )  # fmt: skip
            changed["venue_id"] = placed["venue_id"]
            row.is_written_here = True
        elif action == "reinstate":
            await self._refuse_overlap(row.starts_at, row.ends_at, row.venue_id, "/body", row.id)
        self._write(row, {**changed, "status_changed_at": datetime.now(UTC)})
        await self._flushed("/body")
        more = self._go_online(wanted) if action == "move_online" else ()
        await self._close(f"session_{action}", {"was": was, **wanted}, row.id, more=more)
        webhook = "session.cancelled" if action == "cancel" else "session.changed"
        await self._tell(row, SAID[action], wanted, was=was, webhook=webhook)

    async def remove(self, row: EventSessionRow) -> None:
        """Take away a session that was never announced."""
        gone = _shown(row)
        await self._store.drop(row)
        await self._close("session_removed", gone, UUID(gone["id"]))

    def _write(self, row: EventSessionRow, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            setattr(row, name, value)
        row.version += 1

    def _go_online(self, wanted: Mapping[str, Any]) -> tuple[str, ...]:
        address = wanted.get("online_access_url")
        if address is None:
            return ()
        self._event.online_access_url = address
        if self._event.attendance_mode == "onsite":
            self._event.attendance_mode = "mixed"
        return ("online_access_url", "attendance_mode")

    async def _placed(
        self, values: Mapping[str, Any], pointer: str, *, session_id: UUID | None = None
    ) -> dict[str, Any]:
        """Return the values with the event's own venue left out, once they are seen to be possible."""
        starts_at, ends_at, venue_id = values["starts_at"], values["ends_at"], values.get("venue_id")
        if ends_at <= starts_at:
            raise EventInvalid(
                "Une séance finit après son début.",
                errors=[FieldError(f"{pointer}/ends_at", "ends_before_start", "Après le début.")],
            )
        if (ends_at - starts_at).total_seconds() > 86_400:
            raise EventInvalid(
                "Une séance dure 24 heures au plus : faites-en une par jour.",
                errors=[FieldError(f"{pointer}/ends_at", "too_long", "24 heures au plus.")],
            )
        if venue_id is not None and not await self._session.scalar(_VENUE, {"id": venue_id}):
            raise EventInvalid(
                "Ce lieu n'existe pas : choisissez-en un de la liste, ou ajoutez-le.",
                errors=[FieldError(f"{pointer}/venue_id", "venue_unknown", "Lieu inconnu.")],
            )
        if venue_id == self._event.venue_id:
            venue_id = None
        await self._refuse_overlap(starts_at, ends_at, venue_id, pointer, session_id)
        return {**values, "venue_id": venue_id}

    async def _refuse_overlap(
        self,
        starts_at: datetime,
        ends_at: datetime,
        venue_id: UUID | None,
        pointer: str,
        session_id: UUID | None,
    ) -> None:
        values = {"event": self._event.id, "session": session_id, "venue": venue_id,
                  "starts_at": starts_at, "ends_at": ends_at}  # fmt: skip
        found = await self._session.scalar(_OVERLAPPING, values)
        if found is not None:
            raise _overlap(pointer)

    async def _flushed(self, pointer: str) -> None:
        try:
            await self._session.flush()
        except IntegrityError as error:
            if broken_constraint(error) in {"ex_event_session_no_overlap", "uq_event_session_slot"}:
                raise _overlap(pointer) from error
            raise EventInvalid("Cette séance n'est pas possible : vérifiez ses champs.") from error

    async def _close(
        self,
        action: str,
        values: Mapping[str, Any],
        session_id: UUID | None = None,
        *,
        more: tuple[str, ...] = (),
    ) -> None:
        await self._store.keep_from_syncs(self._event, by=self._by, more=more)
        await find_duplicates(await driver_connection(self._session), [self._event.id])
        subject = ("event", self._event.id) if session_id is None else ("session", session_id)
        await record(
            self._session, actor=self._by, action=action, subject_kind=subject[0], subject_id=str(subject[1]),
            values={"event": self._event.id, **_plain(values)},
        )  # fmt: skip

    async def _tell(
        self,
        row: EventSessionRow,
        said: str,
        wanted: Mapping[str, Any],
        *,
        webhook: str,
        was: Times | None = None,
    ) -> None:
        """Tell of what was announced: what nobody could know of needs no news."""
        if self._event.publication != "published":
            return
        before = was or Times(row.starts_at, row.ends_at)
        change = f"La séance du {_moment(before.starts_at, row.timezone)} est {said}"
        if row.starts_at != before.starts_at:
            change += f" au {_moment(row.starts_at, row.timezone)}"
        news = News(
            key="session_changed",
            webhook=webhook,
            about=("session", row.id),
            values={"event": self._event.title, "change": f"{change}.", "reason": wanted.get("reason"), "link": self._link},
            data={
                "event_id": self._event.id, "status": row.status, "starts_at": row.starts_at, "ends_at": row.ends_at,
                "previous_starts_at": row.previous_starts_at, "previous_ends_at": row.previous_ends_at,
            },
        )  # fmt: skip
        await tell(
            self._session, news, project_id=self._event.project_id, organisation_id=self._event.organisation_id,
            by_coordination=self._by_coordination,
        )  # fmt: skip


def _moment(instant: datetime, zone: str) -> str:
    at = instant.astimezone(ZoneInfo(zone))
    return f"{long_day(at.date(), 'fr')} à {at:%H:%M}"


def _overlap(pointer: str) -> SessionsOverlap:
    return SessionsOverlap(
        "Cet événement a déjà une séance à ce moment-là dans ce lieu : changez l'heure ou le lieu.",
        errors=[
            FieldError(f"{pointer}/starts_at", "sessions_overlap", "Une autre séance est là à cette heure.")
        ],
    )


def _shown(row: EventSessionRow) -> dict[str, Any]:
    return {"id": str(row.id), "starts_at": row.starts_at, "ends_at": row.ends_at, "venue_id": row.venue_id}


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    was = values.get("was")
    plain = dict(values)
    if isinstance(was, Times):
        plain["was"] = {"starts_at": was.starts_at, "ends_at": was.ends_at}
    return plain
