"""What imports refuse is told by row and column, and nothing is written of it."""

import asyncio
import csv
import io
from pathlib import Path

import pytest
from ombelle_members.imports.command import import_paths
from ombelle_members.imports.domain import TABLES

_MEMBERS = ("member_id", "kind", "name", "college", "joined_on", "left_on", "fee_category")
_TERMS = ("post", "renewal_group", "college", "member_id", "elected_on", "expected_end_on", "ended_on")


def _csv(columns, *rows):
    written = io.StringIO()
    table = csv.writer(written, delimiter=";")
    table.writerow(columns)
    table.writerows(rows)
    return written.getvalue().encode()


async def _take(secretary, table, content, status=200, **fields):
    answer = await secretary.call(
        "POST",
        "/imports/members",
        files={"file": (f"{table}.csv", content)},
        data={"dry_run": "false"} | fields,
    )
    assert answer.status_code == status, answer.text
    return answer.json()


def _told(refused):
    return [(one["pointer"], one["code"]) for one in refused["errors"]]


@pytest.fixture
async def secretary(people):
    return await people.account("Sacha", "secretary")


@pytest.fixture
async def members(secretary):
    """Ada, Bao and Chloé, members since 2018; Bao left in 2022."""
    rows = [
        ("m-1", "natural", "Ada", "D", "2018-01-01", "", "natural"),
        ("m-2", "natural", "Bao", "D", "2018-01-01", "2022-01-01", "natural"),
        ("m-3", "natural", "Chloé", "D", "2018-01-01", "", "natural"),
    ]
    await _take(secretary, "members", _csv(_MEMBERS, *rows))


async def test_cells_are_refused_by_row_and_column(secretary, connection):
    content = _csv(
        _MEMBERS,
        ("m-1", "natural", "Ada", "E", "2018-01-01", "", "natural"),
        ("m-2", "natural", "Bao", "D", "29/02/2019", "", "natural"),
        ("m-3", "natural", "Chloé", "D", "29/02/2020", "", "small"),
        ("m-4", "natural", "Dan", "D", "29/02/2020", "", "natural"),
        ("m-4", "natural", "Dan", "D", "29/02/2020", "", "natural"),
        ("m-5", "natural", "Eve", "D", "2020-03-01", "2020-03-01", "natural"),
    )
    refused = await _take(secretary, "members", content, 422)
    assert (refused["code"], refused["detail"]) == (
        "import_refused", "Rien n'a été repris : 5 cellules ne vont pas.",
    )  # fmt: skip
    assert [pointer for pointer, _ in _told(refused)] == [
        "/members/2/college", "/members/3/joined_on", "/members/4", "/members/6/member_id", "/members/7",
    ]  # fmt: skip
    assert await connection.fetchval("SELECT count(*) FROM member") == 0
    rehearsed = await _take(secretary, "members", content, dry_run="true")
    assert (rehearsed["fault_count"], rehearsed["tables"][0]["created"]) == (5, 1)
    assert await connection.fetchval("SELECT count(*) FROM member") == 0
    unknown = await _take(secretary, "recettes", b"a;b\n1;2\n", 422)
    assert unknown["code"] == "file_unreadable"


async def test_terms_that_contradict_each_other_are_refused(secretary, members, connection):
    content = _csv(
        _TERMS,
        (1, 1, "D", "m-1", "2019-05-04", "2023-05-04", "2021-05-04"),
        (1, 1, "D", "m-3", "2020-05-04", "2024-05-04", ""),  # while another one holds it
        (2, 2, "D", "m-1", "2020-06-01", "2024-05-04", ""),  # while holding another one
        (3, 1, "D", "m-2", "2021-05-04", "2025-05-04", ""),  # beyond the membership
        (23, 1, "D", "m-3", "2021-05-04", "2025-05-04", ""),
        (4, 1, "D", "m-9", "2021-05-04", "2025-05-04", ""),
        (1, 2, "D", "m-3", "2022-05-04", "2025-05-04", ""),
    )
    refused = await _take(secretary, "board_terms", content, 422)
    assert _told(refused) == [
        ("/board_terms/3/post", "uq_board_term_one_holder"),
        ("/board_terms/4/member_id", "uq_board_term_one_post"),
        ("/board_terms/5/member_id", "fk_board_term_while_a_member"),
        ("/board_terms/6/post", "less_than_equal"),
        ("/board_terms/7/member_id", "unknown"),
        ("/board_terms/8/renewal_group", "another_post"),
    ]
    assert await connection.fetchval("SELECT count(*) FROM board_term") == 0


async def test_a_renewal_ends_what_it_renews_and_an_office_with_it(secretary, members, connection):
    """History comes election by election: the next one ends the terms before it, and the offices of who leaves."""
    first = _csv(
        _TERMS,
        (1, 1, "D", "m-1", "2019-05-04", "2023-05-04", ""),
        (3, 1, "D", "m-3", "2019-05-04", "2023-05-04", ""),
    )
    await _take(secretary, "board_terms", first)
    officers = _csv(
        ("role", "member_id", "elected_on", "expected_end_on"),
        ("president", "m-1", "2019-05-04", "2023-05-04"),
        ("treasurer", "m-3", "2019-05-04", "2023-05-04"),
    )
    await _take(secretary, "officers", officers)
    outside = _csv(
        ("role", "member_id", "elected_on", "expected_end_on"),
        ("secretary", "m-2", "2019-05-05", "2023-05-04"),
    )
    refused = await _take(secretary, "officers", outside, 422)
    assert _told(refused) == [("/officers/2/member_id", "fk_office_within_the_board_term")]
    second = _csv(
        _TERMS,
        (1, 1, "D", "m-3", "2023-05-04", "2027-05-04", ""),
        (3, 1, "D", "m-3", "2019-05-04", "2023-05-04", ""),
    )
    # Chloé would hold two posts; once hers is renewed too, she holds one.
    assert _told(await _take(secretary, "board_terms", second, 422)) == [
        ("/board_terms/2/member_id", "uq_board_term_one_post")
    ]
    third = _csv(
        _TERMS,
        (3, 1, "D", "m-1", "2023-05-04", "2027-05-04", ""),
        (1, 1, "D", "m-3", "2023-05-04", "2027-05-04", ""),
    )
    assert (await _take(secretary, "board_terms", third))["tables"][0]["created"] == 2
    rows = await connection.fetch(
        "SELECT p.number, m.external_id, t.period, t.ended_as FROM board_term t JOIN post p ON p.id = t.post_id "
        "JOIN member m ON m.id = t.member_id ORDER BY lower(t.period), p.number"
    )
    assert [(row["number"], row["external_id"], row["ended_as"]) for row in rows] == [
        (1, "m-1", "term"), (3, "m-3", "term"), (1, "m-3", None), (3, "m-1", None),
    ]  # fmt: skip
    running = await connection.fetchval("SELECT count(*) FROM office WHERE upper_inf(period)")
    assert running == 2  # both were elected again: their offices go on
    faults = await connection.fetch("SELECT * FROM register_faults()")
    assert faults == []


async def test_fees_follow_what_is_paid_later(secretary, members, connection):
    columns = ("member_id", "year", "category", "amount_eur", "paid_on", "paid_eur", "waived_on")
    first = _csv(
        columns,
        ("m-1", 2023, "natural", "20,50", "", "", ""),
        ("m-2", 2023, "natural", "20", "2023-02-29", "", ""),
        ("m-3", 2023, "natural", "20", "", "", "2023-03-01"),
    )
    refused = await _take(secretary, "fees", first, 422)
    assert [pointer for pointer, _ in _told(refused)] == ["/fees/3/paid_on"]
    first = first.replace(b"2023-02-29", b"2023-02-28")
    assert (await _take(secretary, "fees", first))["tables"][0]["created"] == 3
    paid = first.replace(b"20,50;;", b"20,50;2023-04-01;10")
    report = await _take(secretary, "fees", paid)
    assert [report["tables"][0][name] for name in ("created", "updated", "unchanged")] == [0, 1, 2]
    assert (await _take(secretary, "fees", paid))["changed"] is False
    other = first.replace(b"20,50", b"30")
    assert _told(await _take(secretary, "fees", other, 422)) == [("/fees/2/amount_eur", "another_amount")]
    figures = (await secretary.get("/reports/members/2023"))["fees"]
    assert figures == {
        "called": 3, "paid": 1, "called_eur": 60.5, "received_eur": 30, "waived_eur": 20, "remaining_eur": 10.5,
        "received_in_year_eur": 30,
    }  # fmt: skip


async def test_an_organisation_that_is_here_is_found_again_and_its_card_left_alone(
    secretary, people, connection
):
    alice = await people.account("Alice")
    mine = await alice.enters(name="Musée de la Craie", kind="museum_science_centre", phone="0322000000")
    await alice.enters(name="Médiathèque", kind="library", commune_insee="80021", commune_name="Amiens")
    await alice.enters(name="Médiathèque", kind="library", commune_insee="80001", commune_name="Abbeville")
    columns = ("organisation_id", "name", "kind", "insee", "commune", "phone", "is_public")
    rows = [
        ("o-1", "musee de la craie", "library", "", "", "0311111111", "oui"),
        ("o-2", "Médiathèque", "library", "", "", "", ""),
        ("o-3", "Fablab neuf", "fablab", "80021", "Amiens", "", "oui"),
    ]
    refused = await _take(secretary, "structures", _csv(columns, *rows), 422)
    assert _told(refused) == [("/organisations/3/name", "ambiguous")]
    rows[1] = ("o-2", "Médiathèque", "library", "80001", "Abbeville", "", "")
    assert (await _take(secretary, "structures", _csv(columns, *rows)))["tables"][0]["created"] == 3
    assert (await alice.get(f"/organisations/{mine}"))["phone"] == "0322000000"
    assert await connection.fetchval("SELECT count(*) FROM organisation") == 4
    assert (await people.posted("organisation.changed"))[-1]["name"] == "Fablab neuf"
    both = await asyncio.gather(*(_take(secretary, "structures", _csv(columns, *rows)) for _ in range(2)))
    assert [one["changed"] for one in both] == [False, False]


async def test_only_the_secretariat_imports_and_a_request_sent_again_is_done_once(
    secretary, people, connection
):
    treasurer = await people.account("Tom", "treasurer")
    content = _csv(_MEMBERS, ("m-1", "natural", "Ada", "D", "2018-01-01", "", "natural"))
    assert (await _take(treasurer, "members", content, 403))["code"] == "forbidden"
    key = {"Idempotency-Key": "once"}
    answers = [
        await secretary.call(
            "POST",
            "/imports/members",
            files={"file": ("members.csv", content)},
            data={"dry_run": "false"},
            headers=key,
        )
        for _ in range(2)
    ]
    assert answers[0].json() == answers[1].json()
    assert answers[1].json()["changed"] is True
    assert await connection.fetchval("SELECT count(*) FROM member") == 1


async def test_the_command_takes_a_folder_in_by_itself(connection, members_database_url):
    """What the route does, for whoever runs the service: tables in their order, whatever the files are called first."""
    season = Path(__file__).parents[1] / "data" / "2023"
    rehearsed = await import_paths(members_database_url, [str(season)], dry_run=True)
    assert (rehearsed["fault_count"], [one["table"] for one in rehearsed["tables"]]) == (0, list(TABLES))
    assert await connection.fetchval("SELECT count(*) FROM member") == 0
    await import_paths(members_database_url, [str(season)], dry_run=False)
    actor = await connection.fetchval(
        "SELECT v.actor FROM audit_value v JOIN audit_entry e USING (seq) WHERE e.action = 'members_imported' "
        "ORDER BY seq DESC LIMIT 1"
    )
    assert (actor, await connection.fetchval("SELECT count(*) FROM member")) == ("import", 60)
