"""An assembly under way today: convened, some are there, a motion is adopted, another is voted on, a seat is elected."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from ombelle_demo.hours import PARIS
from ombelle_demo.season.door import Door, Visitor

from .words import weekday

TITLE: Final = "Assemblée générale d’automne"
_VACANT: Final = 13
_DAYS_AGO: Final = 120
"""How long ago somebody left the board: its declaration is due after three months, and late."""
_AGENDA: Final = (
    ("Accueil et émargement", None),
    ("Rapport d’activité", "Trois saisons d’itinérance, et la Fête de la science."),
    ("Orientations et budget", "Le budget prévisionnel est joint à la convocation."),
    ("Élection au siège vacant", "Le siège 13, au collège C, est vacant depuis une démission."),
    ("Questions diverses", None),
)
_MOTIONS: Final = (
    ("Approbation du rapport d’activité", "hands", 1),
    ("Adoption du budget prévisionnel", "secret", 2),
    ("Montant des cotisations de l’année prochaine", "hands", 2),
)
_CANDIDATES: Final = ("Planétarium du Grenier", "Médiathèque La Grand-Navette", "Les Petites Questions")


def hold_assembly(door: Door, today: date) -> None:
    """Convene and open an assembly today, unless there is one. Raises RefusedError."""
    secretary = door.as_("secretary")
    if any(one["title"] == TITLE for one in secretary.every("/meetings", body="general_assembly")):
        return
    _leave_the_board(secretary, today)
    body = {"body": "general_assembly", "title": TITLE, "held_on": today.isoformat(), **_hour(today)}
    meeting = secretary.ask("POST", "/meetings", {**body, "place": "Auditorium des Cimaises, Amiens"}).json()
    path = f"/meetings/{meeting['id']}"
    items = _write_agenda(secretary, path, meeting["version"])
    election = _call_election(secretary, meeting["id"])
    secretary.ask("POST", f"{path}/convene", {"accept_short_notice": True})
    secretary.ask("POST", f"{path}/open", {})
    desk = secretary.get(f"{path}/live")
    _arrive(secretary, path, desk["roll"])
    motions = [
        secretary.ask(
            "POST",
            f"{path}/motions",
            {"title": title, "voting": voting, "agenda_item_id": items[place]["id"]},
        ).json()
        for title, voting, place in _MOTIONS
    ]
    voices = secretary.get(f"{path}/live")["meeting"]["quorum"]["voices"]
    secretary.ask("POST", f"/motions/{motions[0]['id']}/open", {})
    hands = {"votes_for": voices - 3, "votes_against": 1, "votes_abstain": 2}
    secretary.ask("POST", f"/motions/{motions[0]['id']}/close", hands)
    secretary.ask("POST", f"/motions/{motions[1]['id']}/open", {})
    secretary.ask("POST", f"/elections/{election}/open-vote", {})


def _hour(today: date) -> dict[str, Any]:
    """Return when it began: half an hour ago at most, and today."""
    now = datetime.now(PARIS)
    if now.date() != today:
        return {}
    return {"starts_at": now.replace(minute=0, second=0, microsecond=0).isoformat()}


def _leave_the_board(secretary: Visitor, today: date) -> None:
    """Somebody resigned some months ago, after the last election."""
    term = next(
        (one for one in secretary.every("/terms", on=today.isoformat()) if one["post"]["number"] == _VACANT),
        None,
    )
    if term is None:
        return
    on = max(today - timedelta(days=_DAYS_AGO), date.fromisoformat(term["began_on"]) + timedelta(days=1))
    wanted = {"on": on.isoformat(), "ended_as": "resignation", "reason": "Départ en retraite."}
    secretary.ask("POST", f"/terms/{term['id']}/end", wanted, If_Match=f'"v{term["version"]}"')


def _write_agenda(secretary: Visitor, path: str, version: int) -> list[dict[str, Any]]:
    items = [{"title": title, "text": text} for title, text in _AGENDA]
    written = secretary.ask("PUT", f"{path}/agenda", {"items": items}, If_Match=f'"v{version}"').json()
    agenda: list[dict[str, Any]] = written["agenda"]
    return agenda


def _call_election(secretary: Visitor, meeting: str) -> str:
    """Call an election for the vacant seat, with those who stand."""
    wanted = {"meeting_id": meeting, "title": "Siège vacant du collège C", "fills_vacancies": True}
    election = secretary.ask("POST", "/elections", wanted).json()
    path = f"/elections/{election['id']}"
    secretary.ask("POST", f"{path}/open-candidacies", {})
    by_name = {one["name"]: one["id"] for one in secretary.every("/members", college="C")}
    for name in _CANDIDATES:
        statement = (
            f"« {name} » accueille les expositions de l’agence depuis cinq ans, et veut en décider aussi."
        )
        secretary.ask("POST", f"{path}/candidacies", {"member_id": by_name[name], "statement": statement})
    secretary.ask("POST", f"{path}/close-candidacies", {})
    return str(election["id"])


def _arrive(secretary: Visitor, path: str, roll: Sequence[dict[str, Any]]) -> None:
    """Two of three are there, some of them online; others gave their proxy."""
    voters = [one for one in roll if one["may_vote"]]
    here = [one for place, one in enumerate(voters) if place % 3]
    away = [one for place, one in enumerate(voters) if place % 3 == 0]
    for place, one in enumerate(here):
        mode = "online" if place % 6 == 5 else "on_site"
        secretary.ask("POST", f"{path}/arrivals", {"roll_id": one["id"], "mode": mode})
    for giver, holder in zip(away[:5], here[::5], strict=False):
        secretary.ask("POST", f"{path}/proxies", {"giver_id": giver["id"], "holder_id": holder["id"]})


def prepare_board(secretary: Visitor, today: date) -> None:
    """Prepare the next board, in three weeks."""
    day = weekday(today + timedelta(days=21))
    title = "Conseil d’administration : suites de l’assemblée"
    if any(one["title"] == title for one in secretary.every("/meetings", body="board")):
        return
    wanted = {
        "body": "board",
        "title": title,
        "held_on": day.isoformat(),
        "starts_at": datetime(day.year, day.month, day.day, 18, tzinfo=PARIS).isoformat(),
        "place": "Maison des associations, Amiens",
        "staff_voter_name": "Ninon Carpentier",
    }
    secretary.ask("POST", "/meetings", wanted)
