"""The season's two calls: last year's, decided, and the one that is open, with a dossier in every state.

Everything goes through the public API, as the people of the demo. Whatever is done once bears a key of its own, so that
a season that was interrupted goes on where it was; the address to write to is put on each call last, and says that it
is loaded.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from ombelle_demo.edition import Edition, coming
from ombelle_demo.hours import PARIS

from .applying import Applicants
from .deciding import decide_all, decide_some, prepare_batch
from .door import Door
from .dossiers import Which, calls, dossiers
from .judging import seat_committee, settle_conflicts, write_reviews
from .projects import follow_projects
from .season import Season

CONTACT = "capucine@demo.ombelle.example"


def are_calls_loaded(door: Door) -> bool:
    """Say whether the open call, which comes last, is there with all that it has."""
    year = coming(datetime.now(PARIS).date()).year + 1
    found = door.as_("coordinator").ask("GET", f"/editions/{year}/calls", fine=(404,))
    title = calls()["open"]["title"].format(year=year)
    there = found.json().get("items", [])
    return any(one["title"] == title and one["contact_email"] is not None for one in there)


def load_calls(door: Door, organisations: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """Load both calls; return their applications, and how many days ago what befell each did. Raises RefusedError."""
    today = datetime.now(PARIS).date()
    season = Season(door, organisations, today)
    published = coming(today)
    following = Edition(published.year + 1)
    _name_editions(season, published, following)
    former = _load_decided(season, published)
    present = _load_open(season, following, former)
    which: tuple[tuple[Which, Mapping[str, str]], ...] = (("decided", former), ("open", present))
    return {
        application_id: dossiers(name)[key].days_ago(name)
        for name, ids in which
        for key, application_id in ids.items()
    }


def _name_editions(season: Season, published: Edition, following: Edition) -> None:
    coordinator = season.door.as_("coordinator")
    there = {one["year"]: one for one in coordinator.every("/editions")}
    for edition, which in ((published, "decided"), (following, "open")):
        wanted = {name: calls()[which][name] for name in ("theme", "mastering")}
        if edition.year not in there:
            days = {"starts_on": edition.starts_on.isoformat(), "ends_on": edition.ends_on.isoformat()}
            coordinator.ask("POST", "/editions", {"year": edition.year, **days, **wanted})
        elif there[edition.year]["theme"] is None:
            etag = f'"v{there[edition.year]["version"]}"'
            coordinator.ask("PATCH", f"/editions/{edition.year}", wanted, If_Match=etag)


def _load_decided(season: Season, edition: Edition) -> Mapping[str, str]:
    """Load last year's; return its applications' ids by key."""
    call = _call(season, "decided", edition, closes=1)
    applicants = Applicants(season, call["id"], "decided", edition)
    if call["contact_email"] is not None:
        return applicants.known()
    ids = applicants.apply()
    decide_all(season, call["id"], edition, ids)
    follow_projects(season, edition, ids)
    _finish(season, call["id"], {"closes_at": season.moment(calls()["decided"]["closes"])})
    return ids


def _load_open(season: Season, edition: Edition, former: Mapping[str, str]) -> Mapping[str, str]:
    """Load the one that is open; return its applications' ids by key."""
    written = calls()["open"]
    call = _call(season, "open", edition, closes=written["closes"])
    applicants = Applicants(season, call["id"], "open", edition, former=former)
    if call["contact_email"] is not None:
        return applicants.known()
    seat_committee(season, call["id"])
    ids = applicants.apply()
    ids |= _let_the_late_one_in(season, call["id"], applicants)
    settle_conflicts(season, call["id"], ids)
    write_reviews(season, call["id"], ids)
    decide_some(season, call["id"], edition, ids)
    prepare_batch(season, call["id"], edition, ids)
    applicants.go_on(ids)
    _finish(season, call["id"], {})
    return ids


def _let_the_late_one_in(season: Season, call_id: str, applicants: Applicants) -> dict[str, str]:
    """Close the call for a moment: a code lets one in that comes too late."""
    written = calls()["open"]
    coordinator, path = season.door.as_("coordinator"), f"/calls/{call_id}"
    code = {"label": written["code"]["label"], "expires_at": season.moment(written["code"]["days"])}
    made = coordinator.once(f"{path}/access-codes", f"season-{call_id}-code", {**code, "max_uses": 1})
    _change(season, call_id, {"closes_at": (datetime.now(UTC) - timedelta(seconds=1)).isoformat()})
    try:
        return applicants.apply_late(made["code"])
    finally:
        _change(season, call_id, {"closes_at": season.moment(written["closes"])})


def _call(season: Season, which: Which, edition: Edition, *, closes: int) -> dict[str, Any]:
    """Return a call that takes applications now, begun unless it is there."""
    coordinator, written = season.door.as_("coordinator"), calls()[which]
    title = written["title"].format(year=edition.year)
    there = [one for one in coordinator.every(f"/editions/{edition.year}/calls") if one["title"] == title]
    if there:
        call = there[0]
    else:
        days = {"opens_at": season.moment(written["opens"]), "closes_at": season.moment(closes)}
        begun = {"edition": edition.year, "title": title, **days}
        call = coordinator.once("/calls", f"season-{edition.year}-{which}", begun)
    if call["publication"] == "draft":
        quorum = written["quorum"] or None
        settings = {"budget_cents": written["budget"] * 100, "has_scoring": written["scoring"]}
        settings |= {"has_committee": quorum is not None, "quorum": quorum}
        _change(season, call["id"], settings)
        call = coordinator.once(f"/calls/{call['id']}/publish", f"season-{call['id']}-publish")
    return dict(call)


def _change(season: Season, call_id: str, values: Mapping[str, Any]) -> None:
    coordinator, path = season.door.as_("coordinator"), f"/calls/{call_id}"
    etag = coordinator.ask("GET", f"{path}/settings").headers["etag"]
    coordinator.ask("PATCH", path, dict(values), If_Match=etag)


def _finish(season: Season, call_id: str, values: Mapping[str, Any]) -> None:
    _change(season, call_id, {**values, "contact_email": CONTACT})
