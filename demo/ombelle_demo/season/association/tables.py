"""The association's tables, as an import takes them: its history is of fixed days, its present is counted from today."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from .words import (
    SHARED,
    bureau,
    category_of,
    college_of,
    elections,
    members,
    next_election,
    persons,
    posts,
    speakers,
    weekday,
)

Row = dict[str, Any]
AMOUNTS: Final = {"natural": 20, "small": 80, "medium": 150, "large": 250}
"""What membership costs, in euros. Invented."""
FIRST_FEES: Final = 2022
CALL: Final = (1, 20)
DUE: Final = (3, 31)
LATE: Final = ("gaillettes", "fables", "verre", "ehpad", "foyer", "astronome")
"""Who has not paid this year yet."""
PARTLY: Final = ("dunes", "mairie-doullens")
WAIVED: Final = "lampisterie"
LATEST: Final = ("bib-rue", "lampisterie", "verre", "bocage", "preau", "coquelicot")
"""Who joined in the last years."""
RESIGNED: Final = (date(2022, 2, 1), 6, "racines")
"""A post that stood empty until somebody was co-opted."""
CO_OPTED: Final = (date(2022, 9, 13), "copeau")
_STAFF: Final = ("Ninon Carpentier", "Gaspard Delaporte", "Louise Tisserand")


def tables(today: date) -> dict[str, list[Row]]:
    """Return the rows of each table, by its name; the same for the same day."""
    rng = random.Random(f"{today:%Y-%m-%d} association")
    rows = list(_members(today))
    return {
        "organisations": [
            {
                "organisation_id": key,
                "name": one.name,
                "kind": one.kind,
                "insee": one.commune.insee,
                "commune": one.commune.name,
                "postal_code": one.commune.postal_code,
                "address": one.address,
            }
            for key, one in members().items()
        ],
        "members": rows,
        "fees": list(_fees(rows, today, rng)),
        "board_terms": list(_board_terms(today)),
        "officers": list(_officers(today)),
        "meetings": list(_meetings(today)),
    }


def _members(today: date) -> Iterator[Row]:
    for place, (key, one) in enumerate(members().items()):
        joined = date(2008 + place % 11, 3, 1)
        if key in LATEST:
            joined = date(today.year - 1 - place % 3, 3, 15)
        yield {
            "member_id": key,
            "kind": "legal",
            "organisation_id": key,
            "name": one.name,
            "fee_category": category_of(one),
            "college": college_of(one),
            "joined_on": joined,
        }
    for key, person in persons().items():
        yield {
            "member_id": key,
            "kind": "natural",
            "name": person.name,
            "fee_category": "natural",
            "college": "D",
            "joined_on": person.joined,
            **({"left_on": person.left} if person.left else {}),
            **({"left_as": person.left_as} if person.left_as else {}),
        }


def _fees(rows: list[Row], today: date, rng: random.Random) -> Iterator[Row]:
    for year in range(FIRST_FEES, today.year + 1):
        called, due = date(year, *CALL), date(year, *DUE)
        if called >= today:
            continue
        for number, row in enumerate(rows):
            # Who joins in a year pays from the next one on; who left does no more.
            if row["joined_on"].year >= year or row.get("left_on", date.max) <= called:
                continue
            amount = AMOUNTS[row["fee_category"]]
            fee = {
                "member_id": row["member_id"],
                "year": year,
                "category": row["fee_category"],
                "amount_eur": amount,
                "called_on": called,
                "due_on": due,
            }
            key, is_this_year = row["member_id"], year == today.year
            paid_on = called + timedelta(days=4 + rng.randrange(min(100, max((today - called).days - 4, 1))))
            if is_this_year and key == WAIVED:
                yield {**fee, "waived_on": min(due, today)}
            elif is_this_year and (key in LATE or paid_on > today):
                yield fee
            else:
                method = rng.choice(("transfer", "transfer", "cheque", "helloasso"))
                paid = {
                    "paid_on": paid_on,
                    "method": method,
                    "reference": f"{method.upper()}-{year}-{number:03}",
                }
                yield {**fee, **paid, **({"paid_eur": amount // 2} if is_this_year and key in PARTLY else {})}


def _board_terms(today: date) -> Iterator[Row]:
    days = list(elections(today))
    for day, group in days:
        for post in posts():
            if group not in (None, post.group):
                continue
            first_half = group is None and post.group == 2
            expected = next_election(day) if first_half else next_election(next_election(day))
            row = _term(post.number, post.group, post.college, post.holder(day.year), day, expected)
            if (post.number, day) == (RESIGNED[1], _last(days, RESIGNED[0], post.group)):
                yield {**row, "ended_on": RESIGNED[0], "ended_as": "resignation"}
                co_opted = _term(post.number, post.group, post.college, CO_OPTED[1], CO_OPTED[0], expected)
                yield {**co_opted, "began_as": "co_option"}
            else:
                yield row


def _last(days: list[tuple[date, int | None]], before: date, group: int) -> date:
    return max(day for day, renewed in days if day < before and renewed in (None, group))


def _term(number: int, group: int, college: str, member: str, day: date, expected: date) -> Row:
    row = {
        "post": number,
        "renewal_group": group,
        "college": college,
        "member_id": member,
        "elected_on": day,
        "expected_end_on": expected,
    }
    return row | ({"representative": speakers()[member].name} if member in speakers() else {})


def _officers(today: date) -> Iterator[Row]:
    # The last bureau is elected in the running stack, which then has something to declare.
    for day, _ in list(elections(today))[:-1]:
        for role, member in bureau(day.year).items():
            yield {
                "role": role,
                "member_id": member,
                "elected_on": day,
                "expected_end_on": next_election(day),
            }


def _meetings(today: date) -> Iterator[Row]:
    elected = {day for day, _ in elections(today)}
    for year in range(SHARED.year, today.year + 1):
        assembly = next((day for day in elected if day.year == year), weekday(date(year, 5, 16)))
        days = [("general_assembly", "ordinary", assembly, f"Assemblée générale {year}")]
        if assembly in elected:
            days.append(("board", "installation", assembly, "Installation du conseil, élection du bureau"))
        days += [
            ("board", "ordinary", weekday(date(year, month, day)), f"Conseil d’administration de {name}")
            for month, day, name in (
                (3, 2, "mars"),
                (6, 13, "juin"),
                (9, 14, "septembre"),
                (12, 5, "décembre"),
            )
        ]
        for place, (body, purpose, day, title) in enumerate(days):
            if day >= today:
                continue
            staff = {"staff_voter": _STAFF[(year + place) % len(_STAFF)]} if body == "board" else {}
            yield {
                "body": body,
                "purpose": purpose,
                "held_on": day,
                "title": title,
                "place": "Maison des associations, Amiens",
                **staff,
            }
