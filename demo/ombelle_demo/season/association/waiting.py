"""What waits for the team: corrections of the directory, applications, what an organisation agrees to show."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any, Final

from ombelle_demo.season.door import Door, RefusedError, wait_for

_APPLICATIONS: Final[tuple[dict[str, Any], ...]] = (
    {
        "kind": "legal",
        "college": "C",
        "name": "Ludivine Ardoise",
        "email": "ludivine@demo.ombelle.example",
        "capacity": "Présidente",
        "message": "Nous tenons un petit musée de l’école et aimerions rejoindre le réseau.",
        "organisation": {
            "name": "Musée de l’École buissonnière",
            "kind": "museum_science_centre",
            "commune_insee": "80001",
            "commune_name": "Abbeville",
            "postal_code": "80100",
        },
    },
    {
        "kind": "natural",
        "college": "D",
        "name": "Aristide Boussolle",
        "email": "aristide@demo.ombelle.example",
        "message": "Géographe à la retraite, je peux aider aux sorties.",
    },
)
_LINK: Final = re.compile(r"/association/adherer/confirmer/([A-Za-z0-9_-]{20,})")


def is_waiting(door: Door) -> bool:
    """Say whether corrections are there: they come last."""
    return bool(door.as_("secretary").get("/directory-corrections?limit=1")["items"])


def leave_waiting(door: Door, ids: Mapping[str, str], today: date) -> None:
    """Let people ask. Raises RefusedError."""
    is_mailed = door.as_("administrator").get("/mails?limit=1")["notice"] is None
    if is_mailed and not door.as_("secretary").get("/membership-applications?limit=1")["items"]:
        with suppress(RefusedError):  # a server of the host takes the mails: their links are out of reach
            for application in _APPLICATIONS:
                _apply(door, application)
    holder = door.as_("holder")
    shown = {"shows_email": True, "shows_phone": True}
    holder.ask("PUT", f"/organisations/{ids['marmite']}/directory-contact", shown)
    _correct(door, ids, today)


def _apply(door: Door, application: dict[str, Any]) -> None:
    """Apply, and follow the link of the mail."""
    newcomer = door.as_("newcomer")
    newcomer.ask("POST", "/membership-applications", application)

    def confirmed() -> bool:
        links = [_LINK.search(text) for text in door.mails_to(application["email"])]
        tokens = [found[1] for found in links if found]
        return any(
            newcomer.ask(
                "POST", f"/membership-applications/by-link/{token}/confirm", fine=(404, 409)
            ).is_success
            for token in tokens
        )

    wait_for(confirmed, f"the mail to {application['email']}")


def _correct(door: Door, ids: Mapping[str, str], today: date) -> None:
    newcomer, holder = door.as_("newcomer"), door.as_("holder")
    asked = (
        (newcomer, "port", {"message": "Le portail du site répond à une autre adresse depuis cet été.",
                            "fields": {"website": "https://port-science.demo.ombelle.example"}}),
        (newcomer, "navette", {"message": f"La médiathèque prête aussi ses salles depuis {today.year - 1}.",
                               "fields": {"offers": ["venue", "lectures"], "themes": ["science_society"]}}),
        (holder, "boite-a-vis", {"fields": {"address": "29 rue des Tourneurs", "phone": "+33 3 65 61 00 29"}}),
    )  # fmt: skip
    for visitor, key, body in asked:
        visitor.ask("POST", f"/directory/{ids[key]}/corrections", body)
