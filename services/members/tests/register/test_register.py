"""The register: every way into the tables goes through it, and what was changed behind its back shows."""

import asyncio
from datetime import date

import asyncpg
import pytest
from members_board import Board, new_board


@pytest.fixture
async def board(people) -> Board:
    return await new_board(people)


@pytest.fixture
async def history(board):
    """Two members, one with representatives, one gone."""
    labo = await board.member("Labo", "A", representative="Ada")
    musee = await board.member("Musée", "B")
    await board.secretary.post(
        f"/members/{labo}/representatives", {"person": {"name": "Bob"}, "since": "2023-05-04"}, 201
    )
    await board.secretary.post(
        f"/members/{musee}/end", {"on": "2024-02-29", "ended_as": "resignation", "reason": "Autre projet."}
    )
    return labo, musee


async def test_it_is_read_filtered_and_paged(board, history):
    labo, musee = history
    told = await board.secretary.get("/register?sort=number")
    assert [(one["number"], one["effective_on"], one["kind"], one["sentence"]) for one in told["items"]] == [
        (1, "2010-01-01", "member.admitted", "Labo, collège A, n° 1"),
        (2, "2010-01-01", "representative.named", "Ada, Labo"),
        (3, "2010-01-01", "member.admitted", "Musée, collège B, n° 2"),
        (4, "2023-05-04", "representative.ended", "Ada, Labo"),
        (5, "2023-05-04", "representative.named", "Bob, Labo"),
        (6, "2024-02-29", "member.ended", "Musée, collège B, motif démission, n° 2, Autre projet."),
    ]
    assert told["items"][5]["facts"] == {
        "member": musee, "number": 2, "kind": "legal", "college": "B", "ended_as": "resignation",
        "organisation": told["items"][2]["facts"]["organisation"],
    }  # fmt: skip

    async def numbers(query):
        return [one["number"] for one in (await board.secretary.get(f"/register?{query}"))["items"]]

    assert await numbers("") == [6, 5, 4, 3, 2, 1]
    assert await numbers("from=2023-05-04&to=2023-05-04&sort=number") == [4, 5]
    assert await numbers("kind=member.admitted") == [3, 1]
    assert await numbers(f"subject={labo}") == [5, 4, 2, 1]
    first = await board.secretary.get("/register?limit=4")
    assert (first["total"], await numbers(f"limit=4&after={first['next']}")) == (6, [2, 1])
    table = (await board.secretary.call("GET", "/register.csv")).text.splitlines()
    assert len(table) == 7
    assert table[6].startswith("6;2024-02-29;")
    printed = await board.secretary.call("GET", "/register.pdf")
    assert (printed.status_code, printed.content[:5]) == (200, b"%PDF-")


async def test_what_was_changed_behind_its_back_is_found(board, history, members_database_url):
    holds = await board.secretary.get("/register/verify")
    assert holds == {"holds": True, "entries": 6, "digest": holds["digest"], "first_fault": None}
    connection = board.connection
    for statement in (
        "UPDATE register_entry SET effective_on = '2020-01-01'", "DELETE FROM register_entry",
        "UPDATE register_words SET words = '{}'",
    ):  # fmt: skip
        with pytest.raises(asyncpg.RestrictViolationError):
            await connection.execute(statement)
    await connection.execute(
        "DELETE FROM register_words WHERE number = 2"
    )  # an erasure leaves the chain whole
    assert (await board.secretary.get("/register/verify"))["holds"] is True
    erased = (await board.secretary.get("/register?sort=number"))["items"][1]
    assert (erased["words"], erased["has_words"], erased["sentence"]) == (None, True, "(noms effacés)")
    for table, change, fault in (
        (
            "register_words",
            'UPDATE register_words SET words = \'{"name": "Autre"}\' WHERE number = 5',
            "words_changed",
        ),
        (
            "register_entry",
            "UPDATE register_entry SET effective_on = '2023-05-05' WHERE number = 4",
            "entry_changed",
        ),
        (
            "register_entry",
            "UPDATE register_entry SET previous_digest = sha256('x') WHERE number = 3",
            "chain_broken",
        ),
        (
            "register_entry",
            "DELETE FROM register_words WHERE number = 1; DELETE FROM register_entry WHERE number = 1",
            "entry_missing",
        ),
    ):
        trigger = "register_words_stand" if table == "register_words" else "register_entry_stands"
        await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
        await connection.execute(change)
        await connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER {trigger}")
        told = await board.secretary.get("/register/verify")
        assert told["holds"] is False
        assert told["first_fault"]["fault"] == fault
    assert told["first_fault"]["number"] == 2


async def test_what_is_corrected_in_the_tables_is_in_it_too(board):
    """No path goes round it: not even a hand in the database."""
    labo = await board.member("Labo", "A")
    connection = board.connection
    await connection.execute("UPDATE college_membership SET period = daterange('2011-01-01', NULL)")
    await connection.execute(
        "UPDATE college_membership SET period = daterange('2011-01-01', '2012-01-01'), ended_as = 'exclusion'"
    )
    await connection.execute("UPDATE college_membership SET end_reason = NULL")  # nothing changed
    await connection.execute("DELETE FROM college_membership")
    rows = await connection.fetch("SELECT kind, effective_on, facts FROM register_entry ORDER BY number")
    assert [(row["kind"], row["effective_on"]) for row in rows] == [
        ("member.admitted", date(2010, 1, 1)),
        ("member.corrected", date(2011, 1, 1)),
        ("member.ended", date(2012, 1, 1)),
        ("member.corrected", date(2011, 1, 1)),
    ]
    assert labo in rows[3]["facts"]


async def test_those_who_write_at_once_wait_for_one_another(board):
    """No number twice, none left out, one chain."""
    await asyncio.gather(
        *(
            board.secretary.post("/members", {
                "kind": "natural", "person": {"name": f"Personne {number}"}, "college": "D", "fee_category": "natural",
                "admitted_on": "2020-01-01",
            }, 201)
            for number in range(20)
        )
    )  # fmt: skip
    told = await board.secretary.get("/register/verify")
    assert (told["holds"], told["entries"]) == (True, 20)
    numbers = await board.connection.fetch("SELECT number FROM member ORDER BY number")
    assert [row["number"] for row in numbers] == list(range(1, 21))


async def test_it_is_the_associations_team_that_reads_it(people):
    for role, status in (("treasurer", 200), ("administrator", 200), ("coordinator", 403)):
        someone = await people.account(role.title(), role)
        for path in ("/register", "/register/verify", "/register.csv", "/register.pdf"):
            assert (await someone.call("GET", path)).status_code == status, (role, path)
