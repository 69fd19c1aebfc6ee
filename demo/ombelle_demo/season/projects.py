"""What became of last year's labels: projects confirmed, cancelled, linked with the programme's events."""

from collections.abc import Mapping
from typing import Any

from ombelle_demo.edition import Edition

from .dossiers import Dossier, dossiers
from .season import Season


def follow_projects(season: Season, edition: Edition, ids: Mapping[str, str]) -> None:
    """Let each project be where its dossier says, and hold the events that it names."""
    coordinator = season.door.as_("coordinator")
    found = {one["application_id"]: one for one in coordinator.every("/projects", edition=str(edition.year))}
    for key, dossier in dossiers("decided").items():
        if dossier.get("decision") == "labelled":
            project = found[ids[key]]
            _follow(season, dossier, project)
            if wanted := {_plain(title) for title in dossier.get("events", [])}:
                _link(season, dossier, project["id"], wanted)


def _follow(season: Season, dossier: Dossier, project: Mapping[str, Any]) -> None:
    holder, path = season.door.as_(dossier.by), f"/projects/{project['id']}"
    fate = dossier.get("project")
    if fate == "confirmed" and project["lifecycle"] == "awaiting_confirmation":
        holder.once(f"{path}/confirm", f"season-{project['id']}-confirm")
    elif fate == "cancelled" and project["lifecycle"] != "cancelled":
        reason = {"reason": dossier.get("cancellation")}
        holder.once(f"{path}/cancel", f"season-{project['id']}-cancel", reason)


def _link(season: Season, dossier: Dossier, project_id: str, wanted: set[str]) -> None:
    """Give a project its events of the national feed; one of them has a change that waits for the coordination."""
    coordinator, holder = season.door.as_("coordinator"), season.door.as_(dossier.by)
    organisation = season.organisations[dossier.organisation]
    before, after = dossier.get("proposal", ("", ""))
    for event in coordinator.every("/events", organisation_id=organisation):
        title = _plain(event["title"])
        if title in wanted:
            path = f"/events/{event['id']}"
            etag = coordinator.ask("GET", path).headers["etag"]
            linked = coordinator.ask("PATCH", path, {"project_id": project_id}, If_Match=etag)
            if title == _plain(before):
                holder.ask("PATCH", path, {"title": after}, If_Match=linked.headers["etag"])


def _plain(title: str) -> str:
    """Return a title with plain blanks: the feed has its own idea of French ones."""
    return " ".join(title.split())
