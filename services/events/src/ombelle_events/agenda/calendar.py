"""An event as a calendar file (RFC 5545), one VEVENT a session, byte for byte the same until it changes."""

from datetime import UTC, datetime
from typing import Any

import icalendar

_STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
_MARK = {"cancelled": "ANNULÉ", "postponed": "REPORTÉ", "moved_online": "EN LIGNE", "full": "COMPLET"}


def event_calendar(event: dict[str, Any], public_url: str) -> bytes:
    """Return the calendar of one event, given as its page's JSON. `public_url` has no final slash."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Ombelle//agenda//FR")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", event["title"])
    page = f"{public_url}/agenda/{event['slug']}"
    for session in event["sessions"]:
        calendar.add_component(_session(event, session, page))
    body: bytes = calendar.to_ical()
    return body


def _session(event: dict[str, Any], session: dict[str, Any], page: str) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("uid", f"{session['id']}@ombelle")
    updated = _instant(event["updated_at"])
    # Not "now": an unchanged event must give the same bytes, or no reader's cache ever holds.
    entry.add("dtstamp", updated)
    entry.add("last-modified", updated)
    entry.add("dtstart", _instant(session["starts_at"]))
    entry.add("dtend", _instant(session["ends_at"]))
    mark = _MARK.get(session["status"])
    entry.add("summary", f"{mark} – {event['title']}" if mark else event["title"])
    entry.add("status", _STATUS.get(session["status"], "CONFIRMED"))
    entry.add("url", page)
    parts = [event["description"], session["status_reason"] or event["status_reason"], page]
    entry.add("description", "\n\n".join(part for part in parts if part))
    venue = session.get("venue") or event["venue"]
    if venue:
        place = (venue["name"], venue["address"], venue["postal_code"], venue["city"])
        entry.add("location", ", ".join(part for part in place if part))
        if venue["latitude"] is not None:
            entry.add("geo", (venue["latitude"], venue["longitude"]))
    elif event["online_access_url"]:
        entry.add("location", event["online_access_url"])
    return entry


def _instant(text: str) -> datetime:
    """Return an instant in UTC: every calendar reads it alike, without a table of zones in the file."""
    return datetime.fromisoformat(text).astimezone(UTC)
