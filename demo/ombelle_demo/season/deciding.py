"""Batches of decisions: last year's, and of the open call one applied and one being prepared."""

from collections.abc import Mapping
from typing import Any

from ombelle_demo.edition import Edition

from .dossiers import calls, dossiers
from .judging import account_of
from .season import Season


def decide_all(season: Season, call_id: str, edition: Edition, ids: Mapping[str, str]) -> None:
    """Decide last year's call in one sitting."""
    written = calls()["decided"]
    batch = {
        "title": written["sitting"].format(year=edition.year),
        "sitting_on": season.day(written["sitting_day"]).isoformat(),
        "notes": written["notes"],
    }
    decided = {ids[key]: dossier.written for key, dossier in dossiers("decided").items()}
    _apply(season, _stage(season, call_id, batch, decided))


def decide_some(season: Season, call_id: str, edition: Edition, ids: Mapping[str, str]) -> None:
    """Decide those of the open call that could not wait."""
    written = calls()["open"]
    batch = {
        "title": written["first_sitting"].format(year=edition.year),
        "sitting_on": season.day(written["first_sitting_day"]).isoformat(),
        "notes": written["first_notes"],
        "present": [account_of(season, "reviewer"), account_of(season, "second-reviewer")],
    }
    decided = {
        ids[key]: one.get("first_batch") for key, one in dossiers("open").items() if one.get("first_batch")
    }
    _apply(season, _stage(season, call_id, batch, decided))


def prepare_batch(season: Season, call_id: str, edition: Edition, ids: Mapping[str, str]) -> None:
    """Stage what the next sitting is to decide, and leave it there."""
    written = calls()["open"]
    batch = {
        "title": written["sitting"].format(year=edition.year),
        "sitting_on": season.day(written["sitting_day"]).isoformat(),
        "notes": written["notes"],
    }
    _stage(season, call_id, batch, {ids[key]: one for key, one in written["staged"].items()})


def _stage(
    season: Season, call_id: str, batch: Mapping[str, Any], decided: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    coordinator, key = (
        season.door.as_("coordinator"),
        f"season-{call_id}-{batch['title']}".encode().hex()[:190],
    )
    made = coordinator.once("/decision-batches", key, {"call_id": call_id, **batch})
    lines = [_line(application_id, one) for application_id, one in decided.items()]
    return coordinator.once(f"/decision-batches/{made['id']}/items", f"season-{made['id']}", {"items": lines})


def _line(application_id: str, written: Mapping[str, Any]) -> dict[str, Any]:
    line = {
        "application_id": application_id,
        "decision": written["decision"],
        "motivation": written["motivation"],
    }
    if "amount" in written:
        line["amount_cents"] = written["amount"] * 100
    if "rank" in written:
        line["rank"] = written["rank"]
    return line


def _apply(season: Season, batch: Mapping[str, Any]) -> None:
    coordinator, path = season.door.as_("coordinator"), f"/decision-batches/{batch['id']}"
    now = coordinator.get(path)
    if now["state"] == "staged":
        coordinator.ask("POST", f"{path}/preview")
        coordinator.once(f"{path}/apply", f"season-{batch['id']}-apply", {"version": now["version"]})
