"""What the demo's people did before you came: organisations, who acts for them, notes, events given to their holders.

Everything goes through the public API, as anybody's deeds do. What is there already is left as it is; the last thing
done is the newcomer's request to join, so that where it is found nothing is left to do.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ombelle_demo.hours import PARIS

from .association.loading import is_association_loaded, load_association
from .calling import are_calls_loaded, load_calls
from .door import Door, Visitor, wait_for
from .lending.loading import is_lending_loaded, load_lending
from .library import Organisation, organisations, people

_EVER = "2000-01-01"


def load(door: Door) -> dict[str, Any]:
    """Load the season; return how many things that makes. Raises RefusedError.

    `past` is what the programme's own command is to be told on standard input: no API writes the past (ADR 25).
    """
    if is_loaded(door):
        return dict.fromkeys(("organisations", "events", "applications", "loans", "members"), 0)
    for person in people().values():
        door.as_(person.key)  # an account each, before anybody is invited
    ids, made = _known(door), 0
    for organisation in organisations().values():
        if organisation.key not in ids:
            ids[organisation.key] = _make(door, organisation, ids)
            made += 1
    for organisation in organisations().values():
        _belong(door, organisation, ids[organisation.key])
        _follow_up(door, organisation, ids[organisation.key])
    given = sum(
        _give_events(door.as_("coordinator"), organisation.name, ids[organisation.key])
        for organisation in organisations().values()
        if not organisation.twin_of
    )
    written = load_calls(door, ids)
    today = datetime.now(PARIS).date()
    lent = load_lending(door, ids, today)
    members = load_association(door, ids, today)
    for organisation in organisations().values():
        for key in organisation.asking:
            _ask_to_join(door.as_(key), ids[organisation.key])
    counts = {"organisations": made, "events": given, "applications": len(written), "loans": lent}
    counts["members"] = members
    return {**counts, "past": written}


def is_loaded(door: Door) -> bool:
    """Say whether calls and loans are there, and everybody who asks to join an organisation has asked."""
    asking = [key for organisation in organisations().values() for key in organisation.asking]
    is_there = are_calls_loaded(door) and is_lending_loaded(door) and is_association_loaded(door)
    return is_there and all(door.as_(key).get("/me/join-requests")["items"] for key in asking)


def _known(door: Door) -> dict[str, str]:
    by_name = {item["name"]: item["id"] for item in door.as_("coordinator").every("/organisations")}
    return {
        organisation.key: by_name[organisation.name]
        for organisation in organisations().values()
        if organisation.name in by_name
    }


def _make(door: Door, organisation: Organisation, ids: dict[str, str]) -> str:
    body = organisation.as_json()
    if organisation.twin_of:
        body["distinct_from"] = [ids[organisation.twin_of]]  # seen, and entered all the same
    answer = door.as_(organisation.holder).ask("POST", "/organisations", body)
    return str(answer.json()["id"])


def _belong(door: Door, organisation: Organisation, organisation_id: str) -> None:
    """Editors are invited and come; members ask and are taken."""
    holder, path = door.as_(organisation.holder), f"/organisations/{organisation_id}"
    if not (organisation.editors or organisation.members):
        return
    inside = {item["person"]["email"] for item in holder.every(f"{path}/memberships")}
    for key in organisation.editors:
        if people()[key].email not in inside:
            invitation = {"email": people()[key].email, "role": "editor"}
            holder.ask("POST", f"{path}/invitations", invitation, fine=(409,))
            _accept_invitation(door.as_(key), organisation_id)
    for key in organisation.members:
        if people()[key].email not in inside:
            _ask_to_join(door.as_(key), organisation_id)
            for item in holder.every(f"{path}/join-requests"):
                holder.ask("POST", f"{path}/join-requests/{item['id']}/acceptance", {"role": "editor"})


def _accept_invitation(visitor: Visitor, organisation_id: str) -> None:
    """Accept; the directory hears of a new account's address a moment after the account is made."""

    def accepted() -> bool:
        waiting = _of(visitor.every("/me/invitations"), organisation_id)
        answers = [
            visitor.ask("POST", f"/me/invitations/{item['id']}/acceptance", fine=(409,)) for item in waiting
        ]
        return any(answer.is_success for answer in answers)

    wait_for(accepted, f"an invitation to {organisation_id}")


def _of(items: Iterator[Any], organisation_id: str) -> list[Any]:
    return [item for item in items if item["organisation"]["id"] == organisation_id]


def _ask_to_join(visitor: Visitor, organisation_id: str) -> None:
    body = {"message": "Bonjour, je tiens l’atelier du samedi : puis-je vous rejoindre ?"}
    visitor.ask("POST", f"/organisations/{organisation_id}/join-requests", body, fine=(409,))


def _follow_up(door: Door, organisation: Organisation, organisation_id: str) -> None:
    """What the team wrote, and whom to call, once."""
    coordinator, path = door.as_("coordinator"), f"/organisations/{organisation_id}"
    if organisation.note and not coordinator.get(f"{path}/notes")["items"]:
        coordinator.ask("POST", f"{path}/notes", {"text": organisation.note})
    if organisation.contact and not coordinator.get(f"{path}/contacts")["items"]:
        door.as_(organisation.holder).ask("POST", f"{path}/contacts", dict(organisation.contact))


def _give_events(coordinator: Visitor, name: str, organisation_id: str) -> int:
    """Give an organisation the programme's events that it holds by name; return how many."""
    given = 0
    for item in coordinator.every("/agenda", holder=name, **{"from": _EVER}):
        event = coordinator.ask("GET", f"/events/{item['id']}")
        if event.json().get("organisation_id") is None:
            _give(coordinator, item["id"], event.headers["etag"], organisation_id)
            given += 1
    return given


def _give(coordinator: Visitor, event_id: str, etag: str, organisation_id: str) -> None:
    """Give one; the programme hears of a new organisation a moment after the directory does."""
    body = {"organisation_id": organisation_id}

    def given() -> bool:
        return coordinator.ask("PATCH", f"/events/{event_id}", body, fine=(422,), If_Match=etag).is_success

    wait_for(given, f"event {event_id}")
