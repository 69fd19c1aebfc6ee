"""Who sits where on a day, as anybody reads it."""

import pytest
from members_board import new_board


@pytest.fixture
async def board(people):
    return await new_board(people)


async def test_a_day_tells_its_own_composition(board, api):
    await board.bylaws(begins_on="2015-01-01", minimum_posts=2, required_offices=["president"])
    posts = [await board.post(1, 1), await board.post(2, 2, college="B"), await board.post(3, 1)]
    lab = await board.member("Laboratoire", "A", representative="Ada")
    firm = await board.member("Entreprise", "B")
    await board.sits(posts[0], lab)
    await board.sits(posts[1], firm, "2023-05-04", "2027-05-04")
    elected = {"on": "2023-05-10", "offices": [{"role": "president", "member_id": lab}]}
    await board.secretary.post("/offices", elected, 201)
    answer = await api.get("/api/v1/governance", params={"on": "2023-05-10"})
    assert answer.status_code == 200, answer.text
    told = answer.json()
    rules = told["bylaws"].pop("rules")
    assert (rules["minimum_posts"], rules["maximum_posts"]) == (2, 22)
    bylaws = told["bylaws"].pop("id")
    assert told == {
        "on": "2023-05-10",
        "bylaws": {"adopted_on": "2015-01-01", "since": "2015-01-01"},
        "board": {
            "size": 3,
            "filled": 2,
            "staff_seat": True,
            "posts": [
                {
                    "number": 1,
                    "renewal_group": 1,
                    "college": None,
                    "holder": {
                        "member": lab, "name": "Laboratoire", "kind": "legal", "representative": "Ada",
                    },
                    "since": "2021-05-04",
                    "began_as": "election",
                    "expected_end_on": "2025-05-04",
                },
                {
                    "number": 2,
                    "renewal_group": 2,
                    "college": "B",
                    "holder": {
                        "member": firm, "name": "Entreprise", "kind": "legal", "representative": None,
                    },
                    "since": "2023-05-04",
                    "began_as": "election",
                    "expected_end_on": "2027-05-04",
                },
                {
                    "number": 3,
                    "renewal_group": 1,
                    "college": None,
                    "holder": None,
                    "since": None,
                    "began_as": None,
                    "expected_end_on": None,
                },
            ],
        },
        "bureau": [
            {
                "role": "president",
                "rank": 1,
                "member": lab,
                "name": "Laboratoire",
                "representative": "Ada",
                "since": "2023-05-10",
                "expected_end_on": "2025-05-04",
            }
        ],
        "colleges": [
            {"college": "A", "label": "Enseignement supérieur et recherche", "members": 1},
            {"college": "B", "label": "Transfert, innovation, entreprises", "members": 1},
            {"college": "C", "label": "Social, culture, éducation populaire", "members": 0},
            {"college": "D", "label": "Personnes qualifiées, société civile", "members": 0},
        ],
        "changes": ["2015-05-04", "2021-05-04", "2023-05-04", "2023-05-10"],
        "declared": None,
    }  # fmt: skip
    assert bylaws
    before = (await api.get("/api/v1/governance", params={"on": "2023-05-03"})).json()
    assert [post["holder"] and post["holder"]["name"] for post in before["board"]["posts"]] == [
        "Laboratoire", None, None,
    ]  # fmt: skip
    again = await api.get(
        "/api/v1/governance",
        params={"on": "2023-05-10"},
        headers={"If-None-Match": answer.headers["etag"]},
    )
    assert (again.status_code, again.content) == (304, b"")
    assert (await api.get("/api/v1/governance", params={"on": "hier"})).status_code == 422


@pytest.mark.parametrize(
    "statement",
    [
        *(f"DELETE FROM {table}" for table in ("office", "board_term", "post", "bylaws_version")),
        *(f"DELETE FROM {table}" for table in ("representative", "college_membership")),
        "UPDATE person SET name = 'Ada L.'",
        "UPDATE organisation SET name = 'Laboratoire B'",
        "UPDATE declaration SET reminded_on = '2025-01-01'",
    ],
)
async def test_whoever_keeps_public_answers_is_told_of_what_changes_them(connection, statement):
    heard = []
    await connection.add_listener("ombelle_agenda", lambda *_: heard.append(statement))
    await connection.execute(statement)
    await connection.execute("SELECT")
    assert heard == [statement]
