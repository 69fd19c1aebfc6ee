"""Rules that PostgreSQL holds whatever the code does."""

import asyncpg
import pytest


@pytest.mark.parametrize(
    "values",
    [
        {"title": "  "},
        {"theme": "alchemy"},
        {"status": "maybe"},
        {"audience": ["cats"]},
        {"age_min": 10, "age_max": 8},
        {"age_min": -1},
    ],
)
async def test_an_event_of_unknown_words_is_refused(make, values):
    with pytest.raises(asyncpg.CheckViolationError):
        await make.event(**{"title": "Une", **values})


@pytest.mark.parametrize(
    ("starts_at", "ends_at"),
    [
        ("2027-10-02T10:00+02:00", "2027-10-02T10:00+02:00"),
        ("2027-10-02T10:00+02:00", "2027-10-02T09:00+02:00"),
        ("2027-10-02T10:00+02:00", "2031-10-02T10:00+02:00"),
    ],
)
async def test_a_session_ends_after_it_begins_and_within_three_years(make, starts_at, ends_at):
    with pytest.raises(asyncpg.CheckViolationError):
        await make.event("Une", sessions=[(starts_at, ends_at)])


async def test_the_same_slot_twice_is_refused(make):
    slot = ("2027-10-02T10:00+02:00", "2027-10-02T11:00+02:00")
    with pytest.raises(asyncpg.UniqueViolationError):
        await make.event("Une", sessions=[slot, slot])


async def test_a_parent_is_an_umbrella(make):
    single = await make.event("Simple")
    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await make.event("Enfant", parent_id=single)


async def test_an_umbrella_with_children_stays_one_and_has_no_parent(make):
    village = await make.event("Village", structure="umbrella")
    await make.event("Stand", parent_id=village)
    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await make.set(village, structure="single")
    with pytest.raises(asyncpg.CheckViolationError):
        await make.event("Village dans le village", structure="umbrella", parent_id=village)


async def test_a_family_may_be_written_in_any_order(make, connection):
    async with connection.transaction():
        parent = await connection.fetchval("SELECT uuidv7()")
        await make.event("Stand", parent_id=parent, refresh=False)
        await make.event("Village", id=parent, structure="umbrella", refresh=False)
