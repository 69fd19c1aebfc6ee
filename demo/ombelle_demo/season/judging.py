"""What the committee of the open call does: who sits, what binds them, what they think."""

from collections.abc import Mapping, Sequence
from typing import Any

from .door import wait_for
from .dossiers import calls, committee, dossiers
from .season import Season

_DUE_IN = 9


def account_of(season: Season, key: str) -> str:
    """Return the account of one of the people."""
    return str(season.door.as_(key).get("/me")["account"]["id"])


def seat_committee(season: Season, call_id: str) -> None:
    """Seat the committee unless somebody sits; the programme hears of new reviewers a moment after they come."""
    coordinator, path = season.door.as_("coordinator"), f"/calls/{call_id}/committee"
    found = coordinator.get(path)
    if found["items"]:
        return
    items = [
        {
            "account_id": account_of(season, member["person"]),
            "themes": member["themes"],
            "departments": member["departments"],
            "organisation_ids": [season.organisations[key] for key in member.get("organisations", [])],
            "is_chair": member.get("chair", False),
        }
        for member in committee()
    ]
    etag = f'"v{found["version"]}"'

    def seated() -> bool:
        return coordinator.ask("PUT", path, {"items": items}, fine=(422,), If_Match=etag).is_success

    wait_for(seated, "the committee")


def settle_conflicts(season: Season, call_id: str, ids: Mapping[str, str]) -> None:
    """Dismiss a conflict that is none, and pin one that no data show."""
    coordinator, written = season.door.as_("coordinator"), calls()["open"]["conflicts"]
    pinned, dismissed = written["pinned"], written["dismissed"]
    body = {
        "application_id": ids[pinned["dossier"]],
        "account_id": account_of(season, pinned["person"]),
        "reason": pinned["reason"],
    }
    coordinator.once("/conflicts-of-interest", f"season-{call_id}-pinned", body)
    whose = {
        "account_id": account_of(season, dismissed["person"]),
        "application_id": ids[dismissed["dossier"]],
    }
    for conflict in coordinator.every("/conflicts-of-interest", state="standing", **whose):
        path = f"/conflicts-of-interest/{conflict['id']}/dismiss"
        coordinator.once(path, f"season-{conflict['id']}", {"reason": dismissed["reason"]})


def write_reviews(season: Season, call_id: str, ids: Mapping[str, str]) -> None:
    """Ask the reviews that are written down, and write them as far as they go."""
    asked = [
        {"application_id": ids[key], "account_id": account_of(season, review[0])}
        for key, dossier in dossiers("open").items()
        for review in dossier.get("reviews", [])
    ]
    body = {"assignments": asked, "due_on": season.day(_DUE_IN).isoformat()}
    season.door.as_("coordinator").once(f"/calls/{call_id}/assignments", f"season-{call_id}-asked", body)
    criteria = [
        one["id"] for one in season.door.as_("coordinator").get(f"/calls/{call_id}/criteria")["items"]
    ]
    for key, dossier in dossiers("open").items():
        for review in dossier.get("reviews", []):
            _write(season, ids[key], review, criteria)


def _write(season: Season, application_id: str, review: Sequence[Any], criteria: Sequence[str]) -> None:
    who, scores, recommendation, comment, is_sent = review
    reviewer, path = season.door.as_(who), f"/applications/{application_id}/reviews/mine"
    key = f"season-{application_id}-{who}"
    if recommendation == "recused":
        reviewer.once(f"{path}/recuse", key, {"reason": comment})
    elif scores:
        body = {
            "scores": dict(zip(criteria, scores, strict=True)),
            "comment": comment,
            "recommendation": recommendation or None,
        }
        # Written before, it has another version, or is sent.
        reviewer.ask("PUT", path, body, fine=(409, 412), If_Match='"v0"')
        if is_sent:
            reviewer.once(f"{path}/submit", key)
