"""What search engines are told of an event, in the words of schema.org."""

from typing import Any

import pytest
from ombelle_gateway.pages import event_page
from ombelle_gateway.structured_data import event_data
from site_pages import EVENT, SESSION, URL, event, session


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("scheduled", "EventScheduled"),
        ("full", "EventScheduled"),
        ("rescheduled", "EventRescheduled"),
        ("moved_online", "EventMovedOnline"),
        ("postponed", "EventPostponed"),
        ("cancelled", "EventCancelled"),
    ],
)
def test_each_status_is_schema_orgs(status: str, expected: str) -> None:
    moved = session(status=status, previous_starts_at="2027-10-01T10:00:00+02:00")
    whole, one = event_data(event(sessions=[moved]), url=URL)["@graph"]
    assert whole["eventStatus"] == "https://schema.org/EventScheduled"
    assert one["eventStatus"] == f"https://schema.org/{expected}"
    assert one["previousStartDate"] == "2027-10-01T10:00:00+02:00"
    assert one["superEvent"] == {"@id": URL}
    availability = one.get("offers", {}).get("availability", "").rpartition("/")[2]
    wanted = {"full": "SoldOut", "cancelled": "", "postponed": ""}
    assert availability == wanted.get(status, "InStock")


def test_a_cancelled_event_cancels_its_sessions() -> None:
    _, one, other = event_data(
        event(status="cancelled", sessions=[session(), session(status="full")]), url=URL
    )["@graph"]
    assert one["eventStatus"] == "https://schema.org/EventCancelled"
    assert other["eventStatus"] == "https://schema.org/EventScheduled"


def test_where_it_happens() -> None:
    def location(**changes: Any) -> Any:
        return event_data(event(**changes), url=URL)["@graph"][1]["location"]

    place = location()
    assert place["@type"] == "Place"
    assert place["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "48 rue de la République",
        "postalCode": "80000",
        "addressLocality": "Amiens",
        "addressCountry": "FR",
    }
    assert location(attendance_mode="online", online_access_url="https://live.example") == {
        "@type": "VirtualLocation",
        "url": "https://live.example",
    }
    assert [one["@type"] for one in location(attendance_mode="mixed")] == ["Place", "VirtualLocation"]
    assert location(sessions=[session(status="moved_online")])["@type"] == "VirtualLocation"
    elsewhere = {**EVENT["venue"], "name": "Ailleurs"}
    assert location(sessions=[session(venue=elsewhere)])["name"] == "Ailleurs"
    assert location(venue=None)["@type"] == "VirtualLocation"


def test_sessions_span_the_whole() -> None:
    later = session(id="s2", starts_at="2027-10-09T10:00:00+02:00", ends_at="2027-10-09T11:00:00+02:00")
    whole, *sessions = event_data(event(sessions=[SESSION, later]), url=URL)["@graph"]
    assert (whole["startDate"], whole["endDate"]) == (SESSION["starts_at"], later["ends_at"])
    assert [one["@id"] for one in sessions] == [f"{URL}#s1", f"{URL}#s2"]


def test_a_long_description_is_cut_at_a_word() -> None:
    made = event_page(event(description="mot " * 200), public_url="https://o.example", default_image=None)
    assert len(made.description) <= 201
    assert made.description.endswith("mot…")


def test_what_is_not_known_is_not_said() -> None:
    bare = event(
        description=None, venue=None, image=None, holder=None, free=None, registration=[], sessions=[]
    )
    made = event_page(bare, public_url="https://o.example", default_image="https://o.example/og.png")
    assert made.description == ""
    assert made.image == "https://o.example/og.png"
    assert made.data is not None
    (whole,) = made.data["@graph"]
    assert not {"description", "image", "organizer", "isAccessibleForFree", "startDate"} & whole.keys()
