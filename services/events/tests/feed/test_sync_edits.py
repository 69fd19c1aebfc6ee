"""What was edited here, sessions that move, and families."""

from datetime import UTC, datetime

from feed_checks import counts, nothing_written
from feed_rows import row


async def test_17_a_local_edit_survives_and_a_national_change_to_it_is_a_conflict(feed):
    await feed.sync()
    await feed.edit_here(101, title="Titre d'ici")
    feed.agenda.edit(101, description={"fr": "Autre chapô"})
    assert counts(await feed.sync()) == {"updated": 1, "unchanged": 7}
    feed.agenda.edit(101, title={"fr": "Titre national"})
    assert counts(await feed.sync())["conflicts"] == 1
    event = await feed.event(101)
    assert (event["title"], event["description"]) == ("Titre d'ici", "Autre chapô")
    feed.agenda.edit(101, title={"fr": "Titre national, encore"})
    await feed.sync()
    conflicts = await feed.connection.fetch(
        "SELECT field, source_value FROM feed_conflict WHERE settled_at IS NULL"
    )
    assert conflicts == [("title", '"Titre national, encore"')]
    assert nothing_written(await feed.sync(full=True))


async def test_17_a_source_that_comes_round_to_ours_settles_it(feed):
    await feed.sync()
    await feed.edit_here(101, title="Titre d'ici")
    feed.agenda.edit(101, title={"fr": "Titre national"})
    await feed.sync()
    feed.agenda.edit(101, title={"fr": "Titre d'ici"})
    assert "conflicts" not in counts(await feed.sync())
    assert await feed.connection.fetchval("SELECT kept FROM feed_conflict") == "ours"


async def test_17_a_locally_hidden_event_is_not_brought_back(feed):
    await feed.sync()
    await feed.edit_here(101, publication="unpublished")
    feed.agenda.edit(101, title={"fr": "Changé"})
    await feed.sync()
    [gone] = feed.agenda.remove(101)
    await feed.sync()
    feed.agenda.restore([gone])
    await feed.sync()
    assert (await feed.event(101))["publication"] == "unpublished"
    assert await feed.shown() == 7


async def test_17_one_age_edited_here_keeps_both(feed):
    await feed.sync()
    await feed.edit_here(101, age_min=10)
    feed.agenda.edit(101, age={"min": 3, "max": 5})
    outcome = await feed.sync()
    assert (outcome.code, outcome.summary.quarantined) == (0, 0)
    event = await feed.event(101)
    assert (event["age_min"], event["age_max"]) == (10, None)


def slot(day, begin, end):
    return {"begin": f"2031-10-{day:02}T{begin}:00+02:00", "end": f"2031-10-{day:02}T{end}:00+02:00"}


async def test_a_moved_session_keeps_its_id_and_says_when_it_was(feed):
    feed.agenda.edit(
        101, timings=[slot(4, "10:00", "12:00"), slot(5, "10:00", "12:00"), slot(6, "10:00", "12:00")]
    )
    await feed.sync()
    before = await feed.sessions(101)
    feed.agenda.edit(
        101, timings=[slot(4, "10:00", "12:30"), slot(6, "10:00", "12:00"), slot(7, "14:00", "16:00")]
    )
    assert counts(await feed.sync())["updated"] == 1
    after = await feed.sessions(101)
    assert [s["id"] for s in after] == [before[0]["id"], before[2]["id"], before[1]["id"]]
    assert [s["status"] for s in after] == ["scheduled", "scheduled", "rescheduled"]
    assert after[2]["previous_starts_at"] == before[1]["starts_at"]
    assert (after[0]["previous_starts_at"], after[0]["ends_at"].minute) == (None, 30)
    # Back where it was: nothing to tell any more.
    feed.agenda.edit(
        101, timings=[slot(4, "10:00", "12:30"), slot(5, "10:00", "12:00"), slot(6, "10:00", "12:00")]
    )
    await feed.sync()
    back = await feed.sessions(101)
    assert [(s["id"], s["status"], s["previous_starts_at"]) for s in back] == [
        (s["id"], "scheduled", None) for s in before
    ]


async def test_a_moved_session_of_a_cancelled_event_is_cancelled_not_rescheduled(feed):
    await feed.sync()
    feed.agenda.edit(101, status=6, timings=[slot(9, "10:00", "12:00")])
    await feed.sync()
    [session] = await feed.sessions(101)
    assert (session["status"], session["previous_starts_at"] is not None) == ("scheduled", True)
    feed.agenda.edit(101, status=1)
    await feed.sync()
    [session] = await feed.sessions(101)
    assert session["status"] == "rescheduled"


async def test_slots_that_change_ends_among_themselves_never_collide(feed):
    feed.agenda.edit(101, timings=[slot(4, "10:00", "11:00"), slot(4, "10:00", "12:00")])
    await feed.sync()
    feed.agenda.edit(101, timings=[slot(4, "10:00", "10:30"), slot(4, "10:00", "11:00")])
    outcome = await feed.sync()
    assert (outcome.code, counts(outcome)["updated"]) == (0, 1)
    assert [s["ends_at"].strftime("%H:%M") for s in await feed.sessions(101)] == ["08:30", "09:00"]


async def test_18_an_end_at_midnight_is_stored_as_the_next_midnight(make_feed):
    feed = await make_feed(
        [row(101, timings=[{"begin": "2030-10-26T21:30:00+02:00", "end": "2030-10-26T00:00:00+02:00"}])]
    )
    await feed.sync()
    [session] = await feed.sessions(101)
    assert session["ends_at"] == datetime(2030, 10, 26, 22, tzinfo=UTC)


async def test_a_parent_may_come_after_its_child_in_a_listing_or_in_a_later_run(make_feed):
    feed = await make_feed(
        [row(101, **{"evenement-parent": 109}), row(109), row(110, **{"evenement-parent": 111})]
    )
    await feed.sync()
    assert (await feed.event(101))["parent_id"] == (await feed.event(109))["id"]
    assert [(await feed.event(u))["structure"] for u in (101, 109, 110)] == ["single", "umbrella", "single"]
    assert [(await feed.event(u))["version"] for u in (101, 109, 110)] == [1, 1, 1]
    assert (await feed.event(110))["parent_id"] is None
    feed.agenda.add(row(111))
    await feed.sync()
    assert (await feed.event(110))["parent_id"] == (await feed.event(111))["id"]
    assert (await feed.event(111))["structure"] == "umbrella"
    card = await feed.connection.fetchval("SELECT card FROM agenda_card WHERE slug = 'moulin-a-vent-110'")
    assert "moulin-a-vent-111" in card


async def test_two_events_that_name_each_other_are_both_umbrellas_and_nobodys_child(make_feed):
    feed = await make_feed([row(101, **{"evenement-parent": 102}), row(102, **{"evenement-parent": 101})])
    outcome = await feed.sync()
    assert (outcome.code, counts(outcome)) == (0, {"created": 2})
    for uid in (101, 102):
        event = await feed.event(uid)
        assert (event["structure"], event["parent_id"]) == ("umbrella", None)


async def test_a_child_becomes_a_parent_and_a_parent_a_child(make_feed):
    feed = await make_feed([row(101, **{"evenement-parent": 102}), row(102)])
    await feed.sync()
    feed.agenda.edit(101, **{"evenement-parent": None})
    feed.agenda.edit(102, **{"evenement-parent": 101})
    assert (await feed.sync()).code == 0
    first, second = await feed.event(101), await feed.event(102)
    assert (first["structure"], first["parent_id"]) == ("umbrella", None)
    assert (second["structure"], second["parent_id"]) == ("single", first["id"])


async def test_a_village_is_an_umbrella_even_without_children(make_feed):
    feed = await make_feed([row(101, **{"type-danimation": 7})])
    await feed.sync()
    event = await feed.event(101)
    assert (event["structure"], event["activity_type"]) == ("umbrella", "science_village")
