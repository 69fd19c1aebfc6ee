"""What the secretariat is told to look after, and when it is not."""

from datetime import date
from fractions import Fraction

import pytest
from members_board import new_board
from ombelle_members.governance.composition.domain import Rules, alerts_of, months_later

ON = date(2025, 1, 15)
RULES = Rules(
    minimum_posts=3,
    maximum_posts=22,
    required_offices=["president"],
    staff_seat=True,
    staff_ratio_maximum=Fraction(1, 4),
)
ALL_WELL = {"unratified": [], "erased": [], "strangers": []}


def _post(number, *, end="2027-05-04", group=None, **holder):
    seated = {"member": "m", "name": "Labo", "kind": "legal", "representative": "Ada"} | holder
    return {
        "number": number,
        "renewal_group": group or 1 + number % 2,
        "college": None,
        "holder": seated,
        "since": "2023-05-04",
        "began_as": "election",
        "expected_end_on": end,
    }


def _composition(*posts, since="2023-05-20", end="2025-05-04"):
    filled = sum(post["holder"] is not None for post in posts)
    president = {"role": "president", "rank": 1, "since": since, "expected_end_on": end}
    board = {"posts": list(posts), "size": len(posts), "filled": filled}
    return {"bylaws": {}, "board": board, "bureau": [president]}


def _told(composition, *, beside=ALL_WELL, last=date(2023, 5, 4), rules=RULES):
    found = alerts_of(composition, beside, rules, on=ON, last_renewal=last)
    return [(one.code, one.severity, one.posts) for one in found]


FOUR = [_post(number) for number in (1, 2, 3, 4)]


def test_of_a_board_where_all_is_well_nothing_is_said():
    assert _told(_composition(*FOUR)) == []


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("2025-01-14", ("renewal_overdue", "urgent", [1, 3])),
        ("2025-01-15", ("term_ending", "soon", [1, 3])),
        ("2025-07-15", ("term_ending", "soon", [1, 3])),
        ("2025-07-16", None),
    ],
)
def test_a_term_is_told_of_six_months_before_its_end_and_ever_after(end, told):
    posts = [_post(1, end=end), _post(2), _post(3, end=end), _post(4)]
    assert _told(_composition(*posts)) == ([told] if told else [])


def test_a_vacancy_below_the_minimum_is_urgent():
    vacant = [_post(3) | {"holder": None}, _post(4) | {"holder": None}]
    assert _told(_composition(*FOUR[:2], *vacant)) == [
        ("too_few_members", "urgent", []),
        ("staff_ratio", "urgent", []),
        ("posts_vacant", "notice", [3, 4]),
    ]


def test_the_bureau_is_to_be_elected_after_each_renewal():
    assert _told(_composition(*FOUR, since="2023-05-04")) == []
    assert _told(_composition(*FOUR, since="2023-05-03")) == [("bureau_to_renew", "urgent", [])]
    assert _told(_composition(*FOUR) | {"bureau": []}) == [("office_vacant", "urgent", [])]


def _bureau(*offices):
    composition = _composition(*FOUR) | {
        "bureau": [
            {"role": role, "rank": 1, "since": since, "expected_end_on": end} for role, since, end in offices
        ]
    }
    found = alerts_of(composition, ALL_WELL, RULES, on=ON, last_renewal=date(2023, 5, 4))
    return [(one.code, one.due_on, one.about) for one in found]


def test_offices_that_merely_expired_are_not_told_as_a_renewal_of_the_board():
    expired = ("president", "2023-05-20", "2025-01-14")
    assert _bureau(expired, ("treasurer", "2023-05-20", "2025-01-15")) == [
        ("offices_expired", date(2025, 1, 14), {"roles": ["president"]})
    ]
    outlived = [
        ("vice_president", "2021-05-20", "2023-05-04"),
        ("vice_president", "2023-05-03", "2025-05-04"),
    ]
    assert _bureau(expired, *outlived) == [
        ("bureau_to_renew", None, {"since": date(2023, 5, 4), "roles": ["vice_president"]}),
        ("offices_expired", date(2025, 1, 14), {"roles": ["president"]}),
    ]


def test_what_else_is_told():
    posts = [
        _post(1, group=1, representative=None),
        *(_post(n, group=1) for n in (2, 3)),
        _post(4, kind="natural"),
    ]
    beside = {"unratified": [{"number": 4, "since": "2024-10-01"}], "erased": [3, 4], "strangers": [2]}
    few = Rules(3, 3, ["president"], staff_seat=False, staff_ratio_maximum=Fraction(0))
    composition = _composition(*posts) | {"bylaws": None}
    assert _told(composition, beside=beside, rules=few) == [
        ("bylaws_missing", "urgent", []),
        ("too_many_posts", "urgent", []),
        ("representative_missing", "urgent", [1]),
        ("representative_missing", "urgent", [3]),
        ("ratification_awaited", "soon", [4]),
        ("halves_unbalanced", "notice", []),
        ("college_differs", "notice", [2]),
    ]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2024-08-31", 6, "2025-02-28"), ("2023-08-31", 6, "2024-02-29"), ("2025-06-30", 6, "2025-12-30")],
)
def test_six_months_end_with_the_month(day, months, later):
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)


async def test_who_had_themselves_erased_represents_nobody(people):
    board = await new_board(people)
    await board.bylaws()
    for number, name in ((1, "Ada"), (2, "Grace")):
        post = await board.post(number, number)
        await board.sits(post, await board.member(f"Labo {number}", representative=name))
    await board.connection.execute(
        "UPDATE person SET erased_at = now() - interval '1 day', account_digest = sha256(''), name = 'Personne effacée' "
        "WHERE name = 'Ada'"
    )
    told = (await board.secretary.get("/governance/alerts"))["items"]
    missing = [one for one in told if one["code"] == "representative_missing"]
    assert [(one["posts"], one["about"]) for one in missing] == [([1], {"name": "Labo 1"})]
    before = (await board.secretary.get("/governance/alerts?on=2024-01-15"))["items"]
    assert "representative_missing" not in {one["code"] for one in before}


async def test_the_team_reads_them_with_the_bodies(people):
    board = await new_board(people)
    await board.bylaws(minimum_posts=2, required_offices=["president"], staff_seat=False)
    post, lab = await board.post(1, 1), await board.member("Labo", representative="Ada")
    await board.sits(post, lab)
    told = await board.secretary.get("/governance/alerts?on=2025-01-15")
    assert told == {
        "on": "2025-01-15",
        "items": [
            {
                "code": "too_few_members",
                "severity": "urgent",
                "due_on": None,
                "posts": [],
                "member": None,
                "about": {"count": 1, "limit": 2},
            },
            {
                "code": "office_vacant",
                "severity": "urgent",
                "due_on": None,
                "posts": [],
                "member": None,
                "about": {"roles": ["president"]},
            },
            {
                "code": "term_ending",
                "severity": "soon",
                "due_on": "2025-05-04",
                "posts": [1],
                "member": None,
                "about": {"group": 1},
            },
        ],
    }
    bodies = await board.secretary.get("/bodies?on=2025-01-15")
    rule, none = {"per_holder": 1, "same_college": False}, {"fraction": "0", "second_call_fraction": "0"}
    assert bodies == {
        "on": "2025-01-15",
        "items": [
            {
                "body": body,
                "members": members,
                "seats": seats,
                "staff_seat": False,
                "quorum": none,
                "proxies": rule,
                "notice_days": days,
            }
            for body, members, seats, days in (
                ("general_assembly", 1, None, 15), ("board", 1, 1, 8), ("bureau", 0, None, 3),
            )
        ],
    }  # fmt: skip
