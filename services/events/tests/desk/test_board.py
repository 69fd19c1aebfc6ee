"""The board: who stands where, by every filter, as somebody of the coordination may know of it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from desk_rows import Desk
from review_rows import NOW

SOON, PAST = datetime(2097, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)


def _numbers(board: dict[str, Any]) -> dict[str, list[int]]:
    """Return the numbers in each column that holds something; what is counted is what is there."""
    assert board["total"] == sum(column["total"] for column in board["columns"])
    assert all(column["total"] == len(column["items"]) for column in board["columns"])
    return {
        one["name"]: [item["number"] for item in one["items"]] for one in board["columns"] if one["total"]
    }


@pytest.fixture
async def desk(rows, clara) -> Desk:
    return await Desk.make(rows, clara)


async def test_the_board_shows_every_column_with_its_first_applications(desk: Desk):
    museum = await desk.rows.organisation("Musée de Picardie")
    draft = await desk.add("draft", museum, number=1, title="Le ciel", theme="astronomy", department="80")
    sent = await desk.add(
        "submitted", museum, number=2, title="La Terre", theme="environment", department="80", commune_insee="80021",
        answers={"montant": 120_000, "titre": "La Terre"},
    )  # fmt: skip
    await desk.add("withdrawn", museum, number=3, withdrawn_at=NOW, withdrawal_reason="x")
    await desk.add("discarded", museum, number=4)
    board = await desk.clara.get(f"/calls/{desk.call}/board")
    updated = {
        str(row["id"]): row["updated_at"]
        for row in await desk.rows.connection.fetch("SELECT id, updated_at FROM application")
    }
    nothing = {
        "decision": None,
        "amount_granted_cents": None,
        "change_request": None,
        "unread": 0,
        "late": [],
        "has_conflict": False,
        "conflicts": 0,
        "staged": None,
        "version": 1,
        "organisation": {"id": str(museum), "name": "Musée de Picardie"},
    }
    unreviewed = {
        "assigned": 0, "submitted": 0, "mean": None, "spread": None, "out_of": None, "label": 0, "waitlist": 0,
        "not_label": 0,
    }  # fmt: skip
    for column in board["columns"]:
        for item in column["items"]:
            assert datetime.fromisoformat(item.pop("updated_at")) == updated[item["id"]]
    by_name = {column["name"]: column for column in board["columns"]}
    assert list(by_name) == [
        "draft", "submitted", "changes_requested", "under_review", "labelled", "waitlisted", "not_labelled",
        "withdrawn",
    ]  # fmt: skip
    assert by_name["draft"] == {
        "name": "draft",
        "total": 1,
        "next": None,
        "items": [
            {
                **nothing,
                "id": str(draft),
                "number": 1,
                "column": "draft",
                "status": "draft",
                "title": "Le ciel",
                "theme": None,
                "commune": None,
                "department": None,
                "submitted_at": None,
                "requested_cents": None,
                "reviews": None,
                "allowed_actions": ["remind_draft", "message"],
            }
        ],
    }
    assert by_name["submitted"] == {
        "name": "submitted",
        "total": 1,
        "next": None,
        "items": [
            {
                **nothing,
                "id": str(sent),
                "number": 2,
                "column": "submitted",
                "status": "submitted",
                "title": "La Terre",
                "theme": "environment",
                "commune": {"insee": "80021", "name": "Amiens"},
                "department": "80",
                "submitted_at": "2027-03-01T00:00:00+00:00",
                "requested_cents": 120_000,
                "reviews": unreviewed,
                "allowed_actions": ["request_changes", "assign", "message", "stage"],
            }
        ],
    }
    assert (by_name["withdrawn"]["total"], by_name["labelled"]["total"], board["total"]) == (1, 0, 3)
    assert board["call"] == await _call(desk)


async def _call(desk: Desk) -> dict[str, Any]:
    year = await desk.rows.connection.fetchval("SELECT max(year) FROM edition")
    return {
        "id": str(desk.call),
        "title": "Appel",
        "edition": year,
        "opens_at": "2026-01-01T00:00:00+00:00",
        "closes_at": "2098-01-01T00:00:00+00:00",
        "publication": "published",
        "has_scoring": True,
        "has_committee": True,
        "is_anonymous": False,
        "reviews_per_application": 2,
    }


async def test_every_filter_narrows_the_board_and_the_list_alike(desk: Desk, somebody):
    rose, one, other = somebody("Rose", "reviewer"), UUID(int=1), UUID(int=2)
    await desk.rows.member(desk.call, rose)
    await desk.add("submitted", one, number=1, theme="health", department="80", commune_insee="80021")
    second = await desk.add("under_review", other, number=2, theme="astronomy", department="59")
    third = await desk.add("changes_requested", other, number=3, returns_to="submitted")
    await desk.add("draft", other, number=4, theme="health", department="80", commune_insee="80021")
    fifth = await desk.decided("waitlisted", number=5)
    await desk.rows.assign(second, rose, due_on=PAST.date())
    await desk.rows.review(second, rose, 3, 3)
    await desk.rows.insert(
        "change_request", application_id=third, reason="incorrect", message="Le plan", asked_by="x",
        due_on=PAST.date(),
    )  # fmt: skip
    await desk.rows.insert(
        "application_message", application_id=fifth, side="holder", author="x", text="Bonjour"
    )
    await desk.rows.insert(
        "conflict_of_interest", application_id=third, account_id=rose.account_id, kind="pinned", evidence="[]",
        declared_by="x",
    )  # fmt: skip
    await desk.stage(second, "labelled")
    for query, expected in {
        "": [1, 2, 3, 4, 5],
        "status=draft&status=waitlisted": [4, 5],
        "decision=waitlisted": [5],
        "theme=health": [1],
        "theme=health&theme=astronomy": [1, 2],
        "department=80": [1],
        "commune=80021": [1],
        f"organisation={one}": [1],
        f"assigned_to={rose.account_id}": [2],
        "score_from=3": [2],
        "score_to=3": [2],
        "score_from=3.01": [],
        "awaits_changes=true": [3],
        "awaits_changes=false&status=submitted": [1],
        "late=true": [3],
        "late=false": [1, 2, 4, 5],
        "conflicted=true": [3],
        "conflicted=false&department=59": [2],
        "staged=true": [2],
        "staged=false": [1, 3, 4, 5],
        "unread=true": [5],
        "q=5": [5],
    }.items():
        board = await desk.clara.get(f"/calls/{desk.call}/board?{query}")
        assert sorted(number for column in _numbers(board).values() for number in column) == expected, query
        listed = await desk.clara.get(f"/calls/{desk.call}/board/applications?{query}")
        assert ([item["number"] for item in listed["items"]], listed["total"]) == (expected, len(expected)), (
            query
        )


async def test_what_is_overdue_is_told(desk: Desk, somebody):
    rose = somebody("Rose", "reviewer")
    await desk.rows.member(desk.call, rose)
    late = await desk.add("submitted", number=1, submitted_at=SOON + timedelta(days=800))
    await desk.rows.assign(late, rose, due_on=PAST.date())
    asked = await desk.add("changes_requested", number=2, returns_to="submitted")
    await desk.rows.insert(
        "change_request",
        application_id=asked,
        reason="incorrect",
        message="x",
        asked_by="x",
        due_on=PAST.date(),
    )
    await desk.add("draft", number=3)
    listed = await desk.clara.get(f"/calls/{desk.call}/board/applications")
    assert [item["late"] for item in listed["items"]] == [
        ["submitted_late", "review_late"],
        ["answer_late"],
        [],
    ]
    await desk.rows.connection.execute("UPDATE call SET closes_at = '2026-06-01'")
    listed = await desk.clara.get(f"/calls/{desk.call}/board/applications?status=draft")
    assert [item["late"] for item in listed["items"]] == [["draft_closed"]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("télescope", [1]),
        ("TELESCOPES", [1]),
        ("telescpe", [1]),  # a letter is missing
        ("planetarum", [2]),  # only a message says it
        ("zoologique", [3]),  # the holder's name
        ("zooligique", [3]),
        ("secret", []),  # a draft's answers are nobody else's
        ("brouillon", [4]),  # its title is told
        ("telescope amiens", [1]),  # one word in the title, the other in a message
        ("telescope planetarium", []),
        ("le la", []),
        ("4", [4]),
    ],
)
async def test_words_are_found_in_answers_messages_and_names_with_small_errors(desk: Desk, words, expected):
    await desk.add("submitted", number=1, title="Un télescope au village", words="Un télescope au village")
    said = await desk.add("submitted", number=2, title="La nuit", words="La nuit")
    garden = await desk.rows.organisation("Parc zoologique")
    await desk.add("under_review", garden, number=3, title="Bêtes", words="Bêtes")
    await desk.add("draft", number=4, title="Brouillon", words="Brouillon", plain="Un secret bien gardé")
    first = await desk.rows.connection.fetchval("SELECT id FROM application WHERE number = 1")
    for application, text in ((first, "Nous serons à Amiens"), (said, "Le planétarium est libre")):
        await desk.rows.insert(
            "application_message", application_id=application, side="holder", author="x", text=text
        )
    listed = await desk.clara.ask("GET", f"/calls/{desk.call}/board/applications?q={words}")
    assert [item["number"] for item in listed.json()["items"]] == expected


@pytest.mark.parametrize("sort", ["number", "submitted_at", "score"])
async def test_pages_go_on_where_the_one_before_ended(desk: Desk, somebody, sort):
    rose = somebody("Rose", "reviewer")
    await desk.rows.member(desk.call, rose)
    for number in range(1, 8):
        at = NOW - timedelta(hours=number // 2)
        application = await desk.add("under_review", number=number, submitted_at=at)
        if number % 3:
            await desk.rows.assign(application, rose)
            await desk.rows.review(application, rose, number % 2, number % 2)
    await desk.add("draft", number=8)
    path, seen, after = f"/calls/{desk.call}/board/applications?sort={sort}&limit=2", [], ""
    while True:
        page = await desk.clara.get(path + after)
        assert page["total"] == 8
        seen += [item["number"] for item in page["items"]]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert (
        seen
        == {
            "number": [1, 2, 3, 4, 5, 6, 7, 8],
            "submitted_at": [6, 7, 4, 5, 2, 3, 1, 8],
            "score": [1, 5, 7, 2, 4, 3, 6, 8],
        }[sort]
    )
    other = "number" if sort != "number" else "score"
    refused = await desk.clara.ask("GET", f"/calls/{desk.call}/board/applications?sort={other}{after}")
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/query/after")


async def test_a_column_goes_on_in_the_list(desk: Desk):
    for number in range(1, 6):
        await desk.add("submitted", number=number)
    board = await desk.clara.get(f"/calls/{desk.call}/board?limit=3")
    column = board["columns"][1]
    assert ([item["number"] for item in column["items"]], column["total"]) == ([1, 2, 3], 5)
    rest = await desk.clara.get(
        f"/calls/{desk.call}/board/applications?status=submitted&after={column['next']}"
    )
    assert ([item["number"] for item in rest["items"]], rest["next"]) == ([4, 5], None)


async def test_whoever_has_a_conflict_finds_nothing_of_what_is_thought(desk: Desk, somebody):
    rose, dana = somebody("Rose", "reviewer"), somebody("Dana", "coordinator")
    await desk.rows.member(desk.call, rose)
    application = await desk.add("under_review", number=1)
    await desk.rows.assign(application, rose, due_on=PAST.date())
    await desk.rows.review(application, rose, 3, 3)
    await desk.stage(application, "labelled")
    other = await desk.add("under_review", number=2)
    await desk.rows.assign(other, rose, due_on=PAST.date())
    await desk.rows.insert(
        "conflict_of_interest", application_id=application, account_id=dana.account_id, kind="pinned", evidence="[]",
        declared_by="x",
    )  # fmt: skip
    [item, _] = (await desk.clara.get(f"/calls/{desk.call}/board/applications"))["items"]
    assert (item["reviews"]["mean"], item["staged"]["decision"], item["has_conflict"]) == (
        3.0,
        "labelled",
        False,
    )
    [item, second] = (await dana.get(f"/calls/{desk.call}/board/applications?sort=score"))["items"]
    assert (item["reviews"], item["staged"], item["late"], item["has_conflict"]) == (None, None, [], True)
    assert item["allowed_actions"] == ["request_changes", "message"]
    assert second["late"] == ["review_late"]
    for query in (
        "score_from=0",
        "score_to=100",
        "staged=true",
        f"assigned_to={rose.account_id}",
        "late=true",
    ):
        board = await dana.get(f"/calls/{desk.call}/board?{query}")
        assert 1 not in [item["number"] for column in board["columns"] for item in column["items"]], query


async def test_what_is_not_understood_is_refused(desk: Desk):
    for query, pointer in {
        "status=decided": "/query/status/0",
        "limit=0": "/query/limit",
        "score_from=nan": "/query/score_from",
        "department=x": "/query/department/0",
        "colour=blue": "/query/colour",
    }.items():
        answer = await desk.clara.ask("GET", f"/calls/{desk.call}/board?{query}")
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer), query
    assert (await desk.clara.ask("GET", f"/calls/{UUID(int=7)}/board")).json()["code"] == "call_unknown"
