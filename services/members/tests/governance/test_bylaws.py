"""The bylaws are dated: past versions stand, the last may be corrected, none overlap."""

import json
from datetime import date
from fractions import Fraction

import pytest
from members_board import new_board
from ombelle_members.governance.bylaws import BylawsRules, MajorityRule


@pytest.fixture
async def board(people):
    return await new_board(people)


async def test_a_new_version_ends_the_one_before_and_is_to_be_declared(board):
    assert (await board.secretary.get("/bylaws"))["items"] == []
    first = await board.bylaws("2015-05-04", maximum_posts=20)
    second = await board.bylaws("2023-05-04", staff_ratio_maximum="1/5")
    assert second["rules"] == BylawsRules(
        staff_ratio_maximum=Fraction(1, 5), vote_needs_fee=False, stand_needs_fee=False
    ).model_dump(mode="json")
    told = (await board.secretary.get("/bylaws"))["items"]
    assert [(one["id"], one["begins_on"], one["ends_on"], one["is_in_force"]) for one in told] == [
        (second["id"], "2023-05-04", None, True),
        (first["id"], "2015-05-04", "2023-05-04", False),
    ]
    assert [one["allowed_actions"] for one in told] == [["correct"], []]
    past = {"adopted_on": "2001-01-01", "begins_on": "2001-01-01", "ends_on": "2015-05-04", "rules": {}}
    await board.secretary.post("/bylaws", past, 201)
    refused = await board.secretary.post("/bylaws", past | {"ends_on": "2015-05-05"}, 409)
    assert (refused["code"], refused["errors"][0]["pointer"]) == ("bylaws_overlap", "/body/begins_on")
    assert await board.declarations() == [("bylaws", "2023-05-04", "2023-08-04")]
    assert await board.register() == [
        ("bylaws.adopted", "2015-05-04"), ("bylaws.adopted", "2023-05-04"), ("bylaws.adopted", "2001-01-01"),
    ]  # fmt: skip


async def test_only_the_last_version_is_corrected_and_the_register_keeps_both(board, connection):
    first, second = await board.bylaws("2015-05-04"), await board.bylaws("2023-05-04")
    standing = await board.secretary.patch(f"/bylaws/{first['id']}", {"note": "Ancien."}, 409)
    assert standing["code"] == "bylaws_in_force"
    rules = second["rules"] | {"minimum_posts": 11}
    path = f"/bylaws/{second['id']}"
    corrected = await board.secretary.patch(path, {"rules": rules, "note": "Relu."}, if_match='"v1"')
    assert corrected == second | {"rules": rules, "note": "Relu.", "version": 2}
    assert (await board.secretary.patch(path, {"note": None}, 412, if_match='"v1"'))["current"] == corrected
    entries = await connection.fetch(
        "SELECT facts FROM register_entry WHERE kind = 'bylaws.adopted' ORDER BY number"
    )
    told = [json.loads(entry["facts"]) for entry in entries]
    assert [(one["is_correction"], one["rules"]["minimum_posts"]) for one in told] == [
        (False, 10), (False, 10), (True, 11),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rules", "pointer"),
    [
        ({"staff_ratio_maximum": 0.25}, "/body/rules/staff_ratio_maximum"),
        ({"staff_ratio_maximum": "3/2"}, "/body/rules/staff_ratio_maximum"),
        ({"minimum_posts": 22, "maximum_posts": 10}, "/body/rules"),
        ({"fee_grace_until": "02-29"}, "/body/rules"),
        ({"required_offices": ["treasurer"]}, "/body/rules"),
        ({"quorum": {"board": {"fraction": "1/0"}}}, "/body/rules/quorum/board/fraction"),
        ({"parrot": True}, "/body/rules/parrot"),
    ],
)
async def test_rules_that_say_nothing_are_refused_where_they_are_wrong(board, rules, pointer):
    wanted = {"adopted_on": "2020-02-29", "begins_on": "2020-02-29", "rules": rules}
    refused = await board.secretary.post("/bylaws", wanted, 422)
    assert [error["pointer"] for error in refused["errors"]] == [pointer]


@pytest.mark.parametrize(
    ("rule", "voices", "is_reached"),
    [
        (MajorityRule(), (30, 29, 1, 60), True),
        (MajorityRule(), (30, 30, 0, 60), False),
        (MajorityRule(abstentions_count=True), (30, 29, 1, 60), False),
        (MajorityRule(fraction=Fraction(2, 3), exceeds=False), (40, 20, 0, 60), True),
        (MajorityRule(fraction=Fraction(2, 3), exceeds=False), (39, 20, 1, 60), False),
        (MajorityRule(base="present"), (30, 0, 30, 60), False),
        (MajorityRule(base="members", exceeds=False), (40, 0, 0, 45), True),
        (MajorityRule(fraction=Fraction(0), exceeds=False), (0, 0, 5, 5), False),
    ],
)
def test_a_majority_is_exact(rule, voices, is_reached):
    in_favour, against, abstaining, present = voices
    reached = rule.is_reached(
        in_favour=in_favour, against=against, abstaining=abstaining, present=present, members=80
    )
    assert reached is is_reached


async def test_lists_are_told_by_as_many_statements_whatever_they_hold(board, statements):
    """Two posts or twenty-two; the page after the first begins where it ended."""
    counted = {}
    for numbers in (range(1, 3), range(3, 23)):
        for number in numbers:
            member = await board.member(f"Structure {number}")
            await board.sits(await board.post(number, 1 + number % 2), member)
        for path in (
            "/posts",
            "/terms",
            "/offices",
            "/bylaws",
            "/governance",
            "/governance/alerts",
            "/bodies",
        ):
            statements.clear()
            await board.secretary.get(path)
            counted.setdefault(path, []).append(len(statements))
    assert {path: counts for path, counts in counted.items() if counts[0] != counts[1]} == {}
    assert max(counts[0] for counts in counted.values()) <= 4
    first = await board.secretary.get("/terms?limit=20")
    rest = await board.secretary.get(f"/terms?limit=20&after={first['next']}")
    assert (first["total"], len(rest["items"]), rest["next"]) == (22, 2, None)
    assert len({one["id"] for one in first["items"] + rest["items"]}) == 22
    assert date.fromisoformat(rest["items"][0]["began_on"]) == date(2021, 5, 4)
