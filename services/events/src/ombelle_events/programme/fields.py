"""Changing fields of an event, whoever asked for it: a holder, the coordination, or a proposal that was approved."""

from collections.abc import Mapping
from typing import Any, Final

from ombelle_chassis.audit import record
from ombelle_chassis.errors import FieldError
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_events.programme.duplicates import find_duplicates
from ombelle_events.programme.errors import EventInvalid
from ombelle_events.programme.store import EventStore
from ombelle_events.programme.tables import EventRow
from ombelle_events.programme.texts import render_markdown
from ombelle_events.transactions import driver_connection

_COMPARED: Final = {"title", "venue_id", "publication"}
_VENUE: Final = text("SELECT true FROM venue WHERE id = :id")


async def change_fields(
    session: AsyncSession,
    event: EventRow,
    changed: Mapping[str, Any],
    *,
    by: str,
    action: str = "event_edited",
) -> None:
    """Write the fields, keep them from the next sync, rebuild the cards, look for the same event elsewhere.

    Raises:
        EventInvalid: a rule of the programme refuses it.

    """
    refuse_ages(event, changed)
    await refuse_unknown_venue(session, changed)
    before = {name: getattr(event, name) for name in changed}
    if "long_description" in changed:
        event.long_description_html = render_markdown(changed["long_description"])
    try:
        await EventStore(session).change(event, dict(changed), by=by)
    except IntegrityError as error:
        raise EventInvalid("Cette modification n'est pas possible : vérifiez les champs.") from error
    if _COMPARED & changed.keys():
        await find_duplicates(await driver_connection(session), [event.id])
    await record(
        session,
        actor=by,
        action=action,
        subject_kind="event",
        subject_id=str(event.id),
        values={name: {"before": before[name], "after": value} for name, value in changed.items()},
    )


def refuse_ages(event: EventRow | None, changed: Mapping[str, Any]) -> None:
    """Refuse an age range that ends before it begins. Raises EventInvalid."""
    low = changed.get("age_min", event.age_min if event else None)
    high = changed.get("age_max", event.age_max if event else None)
    if low is not None and high is not None and high < low:
        raise EventInvalid(
            "L'âge maximal est plus petit que l'âge minimal.",
            errors=[FieldError("/body/age_max", "below_age_min", f"Au moins {low} ans.")],
        )


async def refuse_unknown_venue(session: AsyncSession, changed: Mapping[str, Any]) -> None:
    """Refuse a venue that is not there. Raises EventInvalid."""
    venue_id = changed.get("venue_id")
    if venue_id is not None and not await session.scalar(_VENUE, {"id": venue_id}):
        raise EventInvalid(
            "Ce lieu n'existe pas : choisissez-en un de la liste, ou ajoutez-le.",
            errors=[FieldError("/body/venue_id", "venue_unknown", "Lieu inconnu.")],
        )
