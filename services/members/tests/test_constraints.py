"""What PostgreSQL holds by itself: read back from its catalogue, and tried with rows that no code has looked at."""

from datetime import date

import asyncpg
import pytest
from members_board import new_board

_IN_A_MEMBERSHIP = (
    "FOREIGN KEY (member_id, PERIOD period) REFERENCES college_membership(member_id, PERIOD period) "
    "DEFERRABLE INITIALLY DEFERRED"
)
_EXPECTED = {
    "ex_association_version_one_at_a_time": "EXCLUDE USING gist (period WITH &&)",
    "ex_bylaws_version_one_at_a_time": "EXCLUDE USING gist (period WITH &&)",
    "ex_fee_one_at_a_time": "EXCLUDE USING gist (member_id WITH =, period WITH &&) WHERE ((void_on IS NULL))",
    "ex_fee_tariff_one_at_a_time": "EXCLUDE USING gist (period WITH &&)",
    "fk_board_term_while_a_member": _IN_A_MEMBERSHIP,
    "fk_board_term_while_the_post_exists": "FOREIGN KEY (post_id, PERIOD period) REFERENCES post(id, PERIOD period) "
    "DEFERRABLE INITIALLY DEFERRED",
    "fk_office_within_the_board_term": "FOREIGN KEY (member_id, PERIOD period) "
    "REFERENCES board_term(member_id, PERIOD period) DEFERRABLE INITIALLY DEFERRED",
    "fk_representative_while_a_member": _IN_A_MEMBERSHIP,
    "pk_attendance": "PRIMARY KEY (roll_id, span WITHOUT OVERLAPS)",
    "pk_college_membership": "PRIMARY KEY (member_id, period WITHOUT OVERLAPS)",
    "uq_board_term_one_holder": "UNIQUE (post_id, period WITHOUT OVERLAPS)",
    "uq_board_term_one_post": "UNIQUE (member_id, period WITHOUT OVERLAPS)",
    "uq_office_one_each": "UNIQUE (member_id, period WITHOUT OVERLAPS)",
    "uq_office_one_holder": "UNIQUE (role, rank, period WITHOUT OVERLAPS)",
    "uq_post_exists": "UNIQUE (id, period WITHOUT OVERLAPS)",
    "uq_post_number": "UNIQUE (number, period WITHOUT OVERLAPS)",
    "uq_representative_one_at_a_time": "UNIQUE (member_id, period WITHOUT OVERLAPS)",
}


@pytest.fixture
async def board(people):
    return await new_board(people)


async def test_the_catalogue_has_every_temporal_and_exclusion_constraint(connection):
    rows = await connection.fetch(
        "SELECT conname, pg_get_constraintdef(oid) AS means, convalidated FROM pg_constraint "
        "WHERE connamespace = 'members'::regnamespace AND (contype = 'x' OR conperiod)"
    )
    assert {row["conname"]: row["means"] for row in rows} == _EXPECTED
    assert all(row["convalidated"] for row in rows)


async def test_a_post_has_a_number_up_to_22(connection):
    means = await connection.fetchval(
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'post'::regclass "
        "AND pg_get_constraintdef(oid) LIKE '%number%' AND contype = 'c'"
    )
    assert means == "CHECK (((number >= 1) AND (number <= 22)))"


_TERM = """
INSERT INTO board_term (post_id, member_id, period, expected_end_on, began_as, ended_as)
VALUES ($1, $2, $3, '2030-05-04', 'election', CASE WHEN upper_inf($3::daterange) THEN NULL ELSE 'term' END)
"""
_OFFICE = """
INSERT INTO office (role, member_id, period, expected_end_on, ended_as)
VALUES ('president', $1, $2, '2030-05-04', CASE WHEN upper_inf($2::daterange) THEN NULL ELSE 'term' END)
"""


def _days(first, last=None):
    return asyncpg.Range(date.fromisoformat(first), last and date.fromisoformat(last))


async def _refuses(connection, constraint, statement, *values):
    with pytest.raises(asyncpg.IntegrityConstraintViolationError) as refused:
        async with connection.transaction():
            await connection.execute(statement, *values)
    assert refused.value.constraint_name == constraint


async def test_terms_of_a_post_or_of_a_member_never_overlap(board, connection):
    post, other = await board.post(1, 1), await board.post(2, 2)
    one, two = await board.members(2)
    await connection.execute(_TERM, post, one, _days("2020-02-29", "2024-02-29"))
    # before, meeting, overlapping, inside, containing, equal; leap days are days as any other
    refused = [
        ("2020-02-28", "2020-03-01"), ("2024-02-28", None), ("2021-01-01", "2021-01-02"),
        ("2016-01-01", None), ("2020-02-29", "2024-02-29"),
    ]  # fmt: skip
    for first, last in refused:
        await _refuses(connection, "uq_board_term_one_holder", _TERM, post, two, _days(first, last))
        await _refuses(connection, "uq_board_term_one_post", _TERM, other, one, _days(first, last))
    await connection.execute(_TERM, post, two, _days("2016-02-29", "2020-02-29"))
    await connection.execute(_TERM, post, two, _days("2024-02-29"))


async def test_nothing_outlives_what_it_stands_on(board, connection):
    post = await board.post(1, 1, "2015-05-04")
    lab = await board.member("Labo", since=date(2018, 1, 1))
    before_joining = _days("2017-12-31", "2019-01-01")
    await _refuses(connection, "fk_board_term_while_a_member", _TERM, post, lab, before_joining)
    await connection.execute(_TERM, post, lab, _days("2019-05-04", "2021-05-04"))
    await connection.execute(_TERM, post, lab, _days("2021-05-04", "2023-05-04"))
    longer, within = _days("2020-05-04", "2023-05-05"), _days("2020-05-04", "2023-05-04")
    await _refuses(connection, "fk_office_within_the_board_term", _OFFICE, lab, longer)
    await connection.execute(_OFFICE, lab, within)  # over two terms that adjoin
    shorter = "UPDATE board_term SET period = daterange(lower(period), '2023-05-03') WHERE upper(period) = '2023-05-04'"
    await _refuses(connection, "fk_office_within_the_board_term", shorter)
    left = "UPDATE college_membership SET period = daterange(lower(period), '2022-01-01'), ended_as = 'resignation'"
    await _refuses(connection, "fk_board_term_while_a_member", left)
    gone = "UPDATE post SET period = daterange(lower(period), '2023-05-03')"
    await _refuses(connection, "fk_board_term_while_the_post_exists", gone)


async def test_the_register_only_gets_longer(board, connection):
    await board.post(1, 1)
    for statement in ("DELETE FROM register_entry", "UPDATE register_entry SET kind = 'post.forgotten'"):
        with pytest.raises(asyncpg.RestrictViolationError):
            await connection.execute(statement)
