"""An event as schema.org describes it (JSON-LD): one node for the whole, one for each session."""

from typing import Any
from urllib.parse import urlsplit

Json = dict[str, Any]

_STATUS = {
    "scheduled": "EventScheduled",
    "full": "EventScheduled",
    "rescheduled": "EventRescheduled",
    "moved_online": "EventMovedOnline",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
_ATTENDANCE = {
    "onsite": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "mixed": "MixedEventAttendanceMode",
}


def event_data(event: Json, *, url: str) -> Json:
    """Return the graph of an event as the agenda's detail gives it; `url` is its canonical address."""
    sessions = event["sessions"]
    whole: Json = {
        **_common(event, url=url),
        "@id": url,
        "eventStatus": _schema(_STATUS[event["status"]]),
        "location": _location(event, event["venue"], event["status"], url),
    }
    if sessions:
        whole["startDate"] = min(one["starts_at"] for one in sessions)
        whole["endDate"] = max(one["ends_at"] for one in sessions)
    if event["parent"]:
        parent = event["parent"]
        parent_url = f"{url.rpartition('/')[0]}/{parent['slug']}"
        whole["superEvent"] = {"@type": "Event", "@id": parent_url, "name": parent["title"]}
    return {
        "@context": "https://schema.org",
        "@graph": [whole, *(_session(event, one, url) for one in sessions)],
    }


def session_status(event: Json, session: Json) -> str:
    """Return what holds for a session: its own status, or the event's when it has none of its own."""
    own: str = session["status"]
    whole: str = event["status"]
    return whole if own == "scheduled" else own


def image_of(event: Json) -> str | None:
    """Return the address of the event's picture, if it has one on the web."""
    image = event["image"]
    return image["url"] if image and is_web(image["url"]) else None


def is_web(address: str) -> bool:
    """Say whether an address is one that a browser may be sent to: never `javascript:`."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"https", "http"} and bool(parts.hostname)


def _session(event: Json, session: Json, url: str) -> Json:
    status = session_status(event, session)
    node: Json = {
        **_common(event, url=url),
        "@id": f"{url}#{session['id']}",
        "superEvent": {"@id": url},
        "startDate": session["starts_at"],
        "endDate": session["ends_at"],
        "eventStatus": _schema(_STATUS[status]),
        "location": _location(event, session.get("venue") or event["venue"], status, url),
        "eventAttendanceMode": _attendance(event, status),
    }
    if session["previous_starts_at"]:
        node["previousStartDate"] = session["previous_starts_at"]
    if (offer := _offer(event, status, url)) is not None:
        node["offers"] = offer
    return _present(node)


def _common(event: Json, *, url: str) -> Json:
    holder = event["holder"]
    return _present(
        {
            "@type": "Event",
            "name": event["title"],
            "url": url,
            "description": event["description"],
            "image": image_of(event),
            "inLanguage": "fr",
            "isAccessibleForFree": event["free"],
            "eventAttendanceMode": _attendance(event, event["status"]),
            "organizer": {"@type": "Organization", "name": holder} if holder else None,
        }
    )


def _attendance(event: Json, status: str) -> str:
    return _schema(_ATTENDANCE["online" if status == "moved_online" else event["attendance_mode"]])


def _location(event: Json, venue: Json | None, status: str, url: str) -> Json | list[Json]:
    online = {"@type": "VirtualLocation", "url": event.get("online_access_url") or url}
    if venue is None or status == "moved_online" or event["attendance_mode"] == "online":
        return online
    return [_place(venue), online] if event["attendance_mode"] == "mixed" else _place(venue)


def _place(venue: Json) -> Json:
    address = {
        "@type": "PostalAddress",
        "streetAddress": venue.get("address"),
        "postalCode": venue.get("postal_code"),
        "addressLocality": venue["city"],
        "addressCountry": "FR",
    }
    geo = None
    if venue["latitude"] is not None and venue["longitude"] is not None:
        geo = {"@type": "GeoCoordinates", "latitude": venue["latitude"], "longitude": venue["longitude"]}
    return _present({"@type": "Place", "name": venue["name"], "address": _present(address), "geo": geo})


def _offer(event: Json, status: str, url: str) -> Json | None:
    """Say that a session is full, or free; otherwise we know nothing that an offer would say."""
    if status == "full":
        availability = "SoldOut"
    elif event["free"] and status not in {"cancelled", "postponed"}:
        availability = "InStock"
    else:
        return None
    links = [
        one["value"]
        for one in event.get("registration", [])
        if one["type"] == "link" and is_web(one["value"])
    ]
    offer = {
        "@type": "Offer",
        "url": links[0] if links else url,
        "availability": _schema(availability),
        "price": "0" if event["free"] else None,
        "priceCurrency": "EUR" if event["free"] else None,
    }
    return _present(offer)


def _schema(name: str) -> str:
    return f"https://schema.org/{name}"


def _present(node: Json) -> Json:
    return {name: value for name, value in node.items() if value is not None}
