"""What fills the association of a running stack: its history by an import, its present by what people do in it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from ombelle_demo.season.door import Door, Visitor
from ombelle_demo.season.lending.loading import csv_of
from ombelle_demo.season.library import invented_siret, people

from .declaring import declare_bureau, declare_earlier_board, move_seat
from .paying import say_how_to_pay
from .sitting import hold_assembly, prepare_board
from .tables import AMOUNTS, tables
from .waiting import is_waiting, leave_waiting
from .words import SHARED, college_of, members, persons, speakers

_TABLES: Final = ("organisations", "members", "fees", "board_terms", "officers", "meetings")
_RULES: Final = {
    "co_option": True,
    "co_option_needs_ratification": True,
    "quorum": {
        "general_assembly": {"fraction": "1/4", "second_call_fraction": "0"},
        "board": {"fraction": "1/2", "second_call_fraction": "1/3"},
        "bureau": {"fraction": "0", "second_call_fraction": "0"},
    },
    "proxies": {
        "general_assembly": {"per_holder": 2, "same_college": False},
        "board": {"per_holder": 1, "same_college": False},
        "bureau": {"per_holder": 0, "same_college": False},
    },
}
_ASSOCIATION: Final = {
    "since": SHARED.isoformat(),
    "name": "Ombelle des sciences",
    "acronym": "ODS",
    "purpose": "Faire circuler la culture scientifique, technique et industrielle dans la région.",
    "address": "8 rue des Cimaises",
    "postal_code": "80000",
    "commune_name": "Amiens",
    "siren": invented_siret("ombelle")[:9],
    "rna": "W802000000",
    "email": "firmin@demo.ombelle.example",
}
_FIRST_SEAT: Final = "3 impasse du Moulin-Neuf"


def is_association_loaded(door: Door) -> bool:
    """Say whether the last thing that is done of it is there."""
    return is_waiting(door)


def load_association(door: Door, ids: Mapping[str, str], today: date) -> int:
    """Enter the association, then let it live; return how many members that is. Raises RefusedError.

    `ids` are the season's organisations by key.
    """
    secretary, treasurer = door.as_("secretary"), door.as_("treasurer")
    _found(secretary, treasurer)
    rows = tables(today)
    _take(secretary, "organisations", rows["organisations"])
    _enter_known(door, secretary)
    for table in _TABLES[1:]:
        _take(secretary, table, rows[table])
    say_how_to_pay(treasurer)
    declare_earlier_board(secretary)
    declare_bureau(secretary, today)
    move_seat(secretary, _ASSOCIATION, today)
    _sit_down(secretary, today)
    hold_assembly(door, today)
    prepare_board(secretary, today)
    leave_waiting(door, ids, today)
    return sum("left_on" not in row for row in rows["members"])


def _found(secretary: Visitor, treasurer: Visitor) -> None:
    """Write the bylaws, what the association is called, and what membership costs."""
    if not secretary.get("/bylaws")["items"]:
        day = SHARED.isoformat()
        secretary.ask("POST", "/bylaws", {"adopted_on": day, "begins_on": day, "rules": _RULES})
    if not secretary.get("/association-versions")["items"]:
        secretary.ask("POST", "/association-versions", {**_ASSOCIATION, "address": _FIRST_SEAT})
    tariffs = treasurer.get("/fee-tariffs")
    if not tariffs["items"]:
        wanted = {
            "starts_on": "2022-01-01",
            "adopted_on": "2021-09-14",
            "lines": [{"category": name, "amount_cents": euros * 100} for name, euros in AMOUNTS.items()],
        }
        treasurer.ask("PUT", "/fee-tariffs", wanted, If_Match=f'"v{tariffs["version"]}"')


def _take(secretary: Visitor, table: str, rows: list[dict[str, Any]]) -> None:
    secretary.send_file("/imports/members", f"{table}.csv", csv_of(rows), dry_run="false")


def _enter_known(door: Door, secretary: Visitor) -> None:
    """Enter those of whom somebody has an account: who sits in the season's people sees what is theirs."""
    by_name = {one["name"]: one["id"] for one in door.as_("coordinator").every("/organisations")}
    for key, speaker in speakers().items():
        if speaker.account is None:
            continue
        one = members()[key]
        row = next(row for row in tables(SHARED)["members"] if row["member_id"] == key)
        body = {
            "kind": "legal",
            "organisation_id": by_name[one.name],
            "college": college_of(one),
            "fee_category": row["fee_category"],
            "admitted_on": row["joined_on"].isoformat(),
            "representative": {
                "person": {"name": speaker.name, "email": people()[speaker.account].email},
                "capacity": speaker.capacity,
            },
        }
        secretary.ask("POST", "/members", body, fine=(409, 422))
    for person in persons().values():
        if person.account is not None:
            body = {
                "kind": "natural",
                "person": {"name": person.name, "email": people()[person.account].email},
                "college": "D",
                "fee_category": "natural",
                "admitted_on": person.joined.isoformat(),
            }
            secretary.ask("POST", "/members", body, fine=(409, 422))


def _sit_down(secretary: Visitor, today: date) -> None:
    """Write the minutes of the last board."""
    held = [one for one in secretary.every("/meetings", body="board") if one["state"] == "closed"]
    if not held:
        return
    last = max(held, key=lambda one: str(one["held_on"]))
    path = f"/meetings/{last['id']}"
    if "draft_minutes" not in last["allowed_actions"]:
        return
    drafted = secretary.ask("POST", f"{path}/minutes", {}, Idempotency_Key="season-minutes")
    text = drafted.json()["text"] + (
        "\n\n# Ce qui a été dit\nLe conseil a relu le budget de l’édition et remercié l’équipe. "
        "L’itinérance des expositions reprend en janvier."
    )
    etag = drafted.headers.get("etag", f'"v{drafted.json()["version"]}"')
    secretary.ask("PUT", f"{path}/minutes", {"text": text}, If_Match=etag)
    secretary.once(f"{path}/minutes/approve", "season-minutes-approved", {"approved_on": today.isoformat()})
