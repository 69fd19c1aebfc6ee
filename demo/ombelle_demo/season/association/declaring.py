"""What the State was told: the board of 2021 and the last bureau, receipted; the move of the seat, not answered yet."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from ombelle_demo.season.door import Visitor
from ombelle_demo.season.papers import paper

from .words import bureau, elections, members, persons

_SENT: Final = timedelta(days=18)
"""How long after its election the bureau was declared."""
_RECEIPTED: Final = timedelta(days=39)
_EARLIER: Final = date(2021, 5, 6)
"""The election of a board whose declaration was receipted long ago."""
_MOVED: Final = timedelta(days=45)
"""How long ago the seat moved."""
_MOVE_SENT: Final = timedelta(days=12)
_TRADES: Final = (
    "bibliothécaire", "géologue", "journaliste", "botaniste", "architecte", "libraire", "chimiste", "économiste",
)  # fmt: skip
_STREETS: Final = (
    "rue des Tilleuls",
    "quai des Brumes",
    "place du Marché",
    "allée des Saules",
    "rue de la Craie",
)
_TOWNS: Final = ("80000 Amiens", "59000 Lille", "62300 Lens", "02100 Saint-Quentin", "60000 Beauvais")
_NEIGHBOUR: Final = 7
"""Which officer lives beyond the border."""


def declare_bureau(secretary: Visitor, today: date) -> None:
    """Have the board elect its bureau on the day of the last election, and declare it. Raises RefusedError."""
    day = max(day for day, _ in elections(today))
    if not any(one["began_on"] == day.isoformat() for one in secretary.every("/offices", on=day.isoformat())):
        wanted = {"on": day.isoformat(), "is_whole": True, "offices": _elected(secretary, day)}
        secretary.ask("POST", "/offices", wanted)
    _tell_of_officers(secretary, day)
    _send(secretary, "bureau", min(day + _SENT, today), by="online")
    _keep_receipt(secretary, "bureau", min(day + _RECEIPTED, today))


def declare_earlier_board(secretary: Visitor) -> None:
    """Declare the board of 2021, as it was declared then. Raises RefusedError.

    It is told of as a change of representative: by hand nothing else of the board is declared.
    """
    day = _EARLIER.isoformat()
    if any(one["occurred_on"] == day for one in secretary.every("/declarations", kind="officers")):
        return
    speaker = next(secretary.every("/officers", on=day))
    opened = {"cause": "representative", "occurred_on": day, "subject_id": speaker["member_id"]}
    secretary.ask("POST", "/declarations", opened)
    _tell_of_officers(secretary, _EARLIER)
    _send(secretary, "representative", _EARLIER + _SENT, by="post")
    _keep_receipt(secretary, "representative", _EARLIER + _RECEIPTED)


def move_seat(secretary: Visitor, association: Mapping[str, Any], today: date) -> None:
    """Move the association's seat to where it is now, some weeks ago, and declare it. Raises RefusedError."""
    if secretary.get("/association-versions")["items"][0]["address"] != association["address"]:
        moved = {**association, "since": (today - _MOVED).isoformat()}
        secretary.ask("POST", "/association-versions", moved)
    _send(secretary, "seat", today - _MOVE_SENT, by="post")


def _elected(secretary: Visitor, day: date) -> list[dict[str, Any]]:
    names = {key: one.name for key, one in members().items()}
    names |= {key: one.name for key, one in persons().items()}
    by_name = {one["name"]: one["id"] for one in secretary.every("/members", status="member")}
    return [{"role": role, "member_id": by_name[names[key]]} for role, key in bureau(day.year).items()]


def _tell_of_officers(secretary: Visitor, day: date) -> None:
    for place, officer in enumerate(secretary.every("/officers", on=day.isoformat())):
        if officer["missing"] and officer["person_id"] is not None:
            version = f'"v{officer["version"]}"'
            secretary.ask("PUT", f"/officers/{officer['person_id']}", _details(place), If_Match=version)


def _details(place: int) -> dict[str, Any]:
    """Return what the form asks of an officer. All of it is invented."""
    is_neighbour = place == _NEIGHBOUR
    town = "7500 Tournai" if is_neighbour else _TOWNS[place * 2 % len(_TOWNS)]
    return {
        "birth_date": date(1951 + place * 7 % 44, 1 + place * 5 % 12, 1 + place * 11 % 28).isoformat(),
        "nationality": "belge" if is_neighbour else "française",
        "occupation": _TRADES[place % len(_TRADES)],
        "home": f"{3 + place * 4} {_STREETS[place % len(_STREETS)]}, {town}",
        "country_of_residence": "Belgique" if is_neighbour else "France",
    }


def _send(secretary: Visitor, cause: str, on: date, *, by: str) -> None:
    found = _declaration(secretary, cause)
    if found["state"] == "due":
        sent = {"on": on.isoformat(), "by": by}
        secretary.ask("POST", f"/declarations/{found['id']}/submit", sent, If_Match=f'"v{found["version"]}"')


def _keep_receipt(secretary: Visitor, cause: str, on: date) -> None:
    found = _declaration(secretary, cause)
    if found["state"] == "submitted":
        name, content = paper("receipt")
        path, version = f"/declarations/{found['id']}/receipt", f'"v{found["version"]}"'
        secretary.send_file(
            path, name, content, if_match=version, on=on.isoformat(), number=f"W802000000-{on.year}"
        )


def _declaration(secretary: Visitor, cause: str) -> Mapping[str, Any]:
    return next(
        one for one in secretary.every("/declarations") if cause in {each["cause"] for each in one["causes"]}
    )
