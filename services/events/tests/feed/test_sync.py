"""Runs against a real PostgreSQL and a server with faults. Numbers are those of the pitfalls in the feed's notes."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import asyncpg
import feed_server as faults
import pytest
from feed_rows import PLACE, row
from feed_server import KEY
from ombelle_events.feed.client import RetryPolicy
from ombelle_events.feed.sync import HELD, INCOMPLETE, FeedLocked, FeedUnknown, sync_feed

KEYS = {
    "fetched", "created", "updated", "unchanged", "withdrawn", "restored", "quarantined", "conflicts", "duplicates",
    "seconds", "complete",
}  # fmt: skip


def counts(outcome):
    """The counts that are not nothing."""
    found = outcome.summary.as_dict()
    return {k: v for k, v in found.items() if v and k not in {"seconds", "complete", "fetched", "duplicates"}}


def nothing_written(outcome):
    return outcome.summary.complete and not {"created", "updated", "withdrawn", "restored"} & set(
        counts(outcome)
    )


async def everything(connection):
    """Every row of the service, versions of rows included: what a run that changes nothing leaves alone."""
    tables = ("event", "event_session", "venue", "venue_ref", "external_ref", "feed_record", "feed_quarantine",
              "agenda_card", "agenda_day", "edition", "duplicate_candidate", "feed_conflict")  # fmt: skip
    return {t: sorted(map(str, await connection.fetch(f"SELECT xmin, ctid, * FROM {t}"))) for t in tables}


# --- the run ----------------------------------------------------------------------------------------------


async def test_a_first_run_is_full_and_creates_all(feed):
    outcome = await feed.sync()
    assert set(outcome.summary.as_dict()) == KEYS
    assert (outcome.code, counts(outcome), outcome.summary.complete) == (0, {"created": 8}, True)
    assert await feed.shown() == 8
    event = await feed.event(101)
    assert (event["publication"], event["version"], event["slug"]) == ("published", 1, "moulin-a-vent-101")
    assert event["long_description_html"] == "<p>Un <strong>meunier</strong> raconte.</p>"
    assert await feed.connection.fetchval("SELECT array_agg(year) FROM edition") == [2031]
    run = await feed.connection.fetchrow("SELECT * FROM feed_run")
    assert (run["mode"], run["state"]) == ("full", "complete")


async def test_06_a_second_run_writes_nothing_not_even_a_last_seen(feed):
    await feed.sync()
    before = await everything(feed.connection)
    for options in ({}, {"full": True}):
        outcome = await feed.sync(**options)
        assert nothing_written(outcome)
        assert outcome.summary.unchanged == 8
        assert await everything(feed.connection) == before


async def test_06_an_incremental_run_asks_from_the_watermark_less_an_overlap(feed):
    await feed.sync()
    assert await feed.watermark() == datetime(2025, 9, 1, 8, tzinfo=UTC)
    feed.agenda.requests.clear()
    await feed.sync()
    asked = feed.agenda.requests[0].query
    watermark = await feed.watermark()
    assert (watermark - datetime.fromisoformat(asked["updatedAt[gte]"])).total_seconds() == 600
    assert (asked["removed"], asked["sort"], asked["detailed"], asked["size"]) == (
        "null",
        "updatedAt.asc",
        "1",
        "300",
    )


async def test_06_a_row_dated_in_the_future_does_not_hide_what_comes_after(make_feed):
    feed = await make_feed([row(101, updatedAt="2150-01-01T00:00:00Z")])
    await feed.sync()
    assert await feed.watermark() <= datetime.now(UTC)


async def test_edits_are_updates_and_only_of_what_changed(feed):
    await feed.sync()
    feed.agenda.edit(101, title={"fr": "Autre titre"})
    feed.agenda.edit(102, timezone="Europe/Brussels")
    assert counts(await feed.sync()) == {"updated": 2, "unchanged": 6}
    event = await feed.event(101)
    assert (event["title"], event["version"], event["slug"]) == ("Autre titre", 2, "moulin-a-vent-101")
    assert (await feed.event(103))["version"] == 1


async def test_15_a_full_run_sees_an_edit_whose_date_did_not_move(feed):
    await feed.sync()
    feed.agenda.edit(101, bump=False, title={"fr": "Sans date"})
    for uid in range(101, 109):
        feed.agenda.edit(uid, bump=False, location={**PLACE, "phone": "03 53 01 02 03"})
    assert counts(await feed.sync(full=True)) == {"updated": 8}
    assert await feed.connection.fetchval("SELECT array_agg(phone) FROM venue") == ["03 53 01 02 03"]
    detail = await feed.connection.fetchval("SELECT detail FROM agenda_card LIMIT 1")
    assert "03 53 01 02 03" in detail


async def test_a_bumped_date_alone_changes_nothing(feed):
    await feed.sync()
    feed.agenda.edit(101)
    assert nothing_written(await feed.sync())


async def test_28_another_schema_reads_every_row_again(feed):
    await feed.sync()
    feed.agenda.rows[101]["thematique"] = 31
    feed.agenda.config["schema"]["fields"][1]["options"][0]["label"]["fr"] = "Santé"
    outcome = await feed.sync()
    assert counts(outcome) == {"updated": 1, "unchanged": 7}
    assert (await feed.event(101))["theme"] == "health"


async def test_an_edition_may_be_bound(make_feed):
    feed = await make_feed(edition=2030)
    await feed.sync()
    assert await feed.connection.fetch("SELECT year FROM edition") == [(2030,)]


# --- transport --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("null", [True, False])
async def test_01_a_listing_ends_on_a_null_cursor_or_an_empty_page(feed, null):
    feed.agenda.last_cursor_is_null = null
    assert (await feed.sync()).summary.complete
    assert len(feed.agenda.requests) == (3 if null else 4)


async def test_01_a_repeated_cursor_ends_it_incomplete(feed):
    await feed.sync()
    feed.agenda.remove(101, 102)
    feed.agenda.requests.clear()
    feed.agenda.fault = faults.same_cursor
    outcome = await feed.sync(full=True)
    assert (outcome.code, outcome.summary.complete) == (INCOMPLETE, False)
    assert len(feed.agenda.requests) < 5
    assert await feed.shown() == 8


async def test_01_fewer_rows_than_were_announced_is_incomplete(feed):
    await feed.sync()
    feed.agenda.remove(101)
    feed.agenda.fault = faults.announcing(3, 9, 2)
    outcome = await feed.sync(full=True)
    assert (outcome.code, await feed.shown()) == (INCOMPLETE, 8)


async def test_01_rows_that_come_twice_are_one(feed):
    feed.agenda.fault = faults.doubled
    assert counts(await feed.sync()) == {"created": 8}


async def test_01_of_a_row_that_comes_twice_the_later_version_counts(make_feed):
    feed = await make_feed([row(101), row(102)])
    older = row(101, title={"fr": "Avant"}, updatedAt="2025-08-01T08:00:00Z")

    def both(_request, page):
        page["events"] = [*page["events"], older] if page["events"] else []
        return faults.web.json_response(page)

    feed.agenda.fault = both
    await feed.sync()
    assert (await feed.event(101))["title"] == "Le moulin à vent n° 101"


FAULTS = {
    "500": faults.status(500),
    "503 in HTML": faults.status(503),
    "HTML": faults.html,
    "truncated": faults.truncated,
    "no events": faults.no_events,
    "closed": faults.closed,
    "redirect": faults.redirect,
    "403": faults.status(403),
    "404": faults.status(404),
    "429 for an hour": faults.status(429, **{"Retry-After": "3600"}),
}


@pytest.mark.parametrize("page", [1, 2])
@pytest.mark.parametrize("fault", FAULTS)
async def test_02_a_page_that_fails_leaves_the_run_incomplete_and_nothing_withdrawn(feed, fault, page):
    await feed.sync()
    watermark = await feed.watermark()
    feed.agenda.remove(101)
    feed.agenda.fault = faults.on_page(page, FAULTS[fault])
    outcome = await feed.sync(full=True)
    assert (outcome.code, outcome.summary.complete, outcome.summary.withdrawn) == (INCOMPLETE, False, 0)
    assert outcome.problems
    assert await feed.shown() == 8
    assert await feed.watermark() == watermark
    feed.agenda.fault = None
    assert counts(await feed.sync(full=True))["withdrawn"] == 1


async def test_02_what_came_before_the_fault_is_applied(feed):
    feed.agenda.fault = faults.on_page(2, faults.html)
    outcome = await feed.sync()
    assert (outcome.code, counts(outcome), await feed.watermark()) == (INCOMPLETE, {"created": 3}, None)
    feed.agenda.fault = None
    assert counts(await feed.sync()) == {"created": 5, "unchanged": 3}


@pytest.mark.parametrize("fault", ["500", "truncated", "no events", "closed", "HTML"])
async def test_02_a_fault_that_passes_is_waited_out(feed, fault):
    feed.agenda.fault = faults.on_page(2, FAULTS[fault], times=4)
    outcome = await feed.sync()
    assert (outcome.code, counts(outcome)) == (0, {"created": 8})


async def test_02_a_page_is_tried_five_times(feed):
    feed.agenda.fault = faults.on_page(1, faults.status(500))
    await feed.sync()
    assert len(feed.agenda.requests) == 5


async def test_02_retry_after_is_obeyed_or_the_page_given_up(feed):
    feed.agenda.fault = faults.on_page(1, faults.status(429, **{"Retry-After": "0"}), times=2)
    assert (await feed.sync()).summary.complete
    feed.agenda.requests.clear()
    feed.agenda.fault = faults.on_page(1, faults.status(429, **{"Retry-After": "31"}))
    outcome = await feed.sync(policy=RetryPolicy())
    assert (outcome.code, len(feed.agenda.requests)) == (INCOMPLETE, 1)


async def test_02_an_agenda_that_cannot_be_read_is_an_incomplete_run(make_feed):
    feed = await make_feed()
    await feed.connection.execute("UPDATE feed SET agenda = '1'")
    outcome = await feed.sync()
    assert (outcome.code, outcome.summary.fetched) == (INCOMPLETE, 0)
    assert "404" in outcome.problems[0]


@pytest.mark.parametrize("options", [{"full": True}, {"full": True, "force": True}, {}, {"force": True}])
async def test_03_an_empty_answer_withdraws_nothing_even_forced(feed, options):
    await feed.sync()
    watermark = await feed.watermark()
    feed.agenda.fault = faults.empty
    outcome = await feed.sync(**options)
    assert (outcome.code, outcome.summary.complete, outcome.summary.withdrawn) == (HELD, False, 0)
    assert (await feed.shown(), await feed.watermark()) == (8, watermark)


async def test_03_nothing_new_is_no_fault(feed):
    await feed.sync()
    await feed.connection.execute("UPDATE feed SET watermark = '2040-01-01'")
    outcome = await feed.sync()
    assert (outcome.code, outcome.summary.fetched) == (0, 0)


async def test_03_an_agenda_empty_from_the_beginning_is_no_fault(make_feed):
    outcome = await (await make_feed([])).sync()
    assert (outcome.code, outcome.summary.complete) == (0, True)


async def test_04_a_mistyped_filter_brings_nothing_from_elsewhere(make_feed):
    paris = {
        **PLACE,
        "insee": "75056",
        "city": "Paris",
        "department": "Paris",
        "latitude": 48.85,
        "longitude": 2.35,
    }
    feed = await make_feed([row(101), row(102, location=paris), row(103, location=paris, attendanceMode=2)])
    assert counts(await feed.sync()) == {"created": 2, "quarantined": 1}
    reason = await feed.connection.fetchrow("SELECT reason, pointer FROM feed_quarantine")
    assert "Paris" in reason["reason"]
    assert reason["pointer"] == "/location"


async def test_05_the_key_is_in_a_header_and_nowhere_else(feed, capfd, caplog):
    caplog.set_level("DEBUG")
    await feed.sync()
    feed.agenda.fault = faults.status(500)
    outcome = await feed.sync()
    assert all(KEY not in str(request.url) for request in feed.agenda.requests)
    assert KEY not in "".join((*capfd.readouterr(), caplog.text, *outcome.problems))
    logged = await feed.connection.fetch("SELECT summary::text, detail FROM feed_run")
    assert KEY not in str(logged)


async def test_half_an_emoji_spoils_one_title_and_no_page(feed):
    def cut(_request, page):
        text = faults.json.dumps(page).replace("moulin \\u00e0 vent", "moulin \\ud83d", 1)
        return faults.web.Response(text=text, content_type="application/json")

    feed.agenda.fault = cut
    assert counts(await feed.sync()) == {"created": 8}


# --- identity and deletion --------------------------------------------------------------------------------


async def test_07_titles_are_no_key(make_feed):
    same = {"title": {"fr": "La brocante du samedi"}, "slug": "la-brocante-du-samedi"}
    feed = await make_feed([row(uid, **same) for uid in (101, 102, 103)])
    outcome = await feed.sync()
    assert (counts(outcome), outcome.summary.duplicates) == ({"created": 3}, 3)
    slugs = await feed.connection.fetchval("SELECT array_agg(slug ORDER BY slug) FROM event")
    assert slugs == ["la-brocante-du-samedi", "la-brocante-du-samedi-102", "la-brocante-du-samedi-103"]


async def test_07_the_same_uid_from_two_feeds_is_one_event_gone_when_both_let_go(make_feed):
    national = await make_feed([row(101), row(102)])
    city = await make_feed([row(101, title={"fr": "Vu de la ville"}), row(103)], name="city")
    assert counts(await national.sync()) == {"created": 2}
    assert counts(await city.sync()) == {"created": 1, "unchanged": 1}
    assert (await national.event(101))["title"] == "Le moulin à vent n° 101"
    assert await national.shown() == 3

    [gone] = national.agenda.remove(101)
    assert counts(await national.sync())["withdrawn"] == 1
    assert await national.shown() == 3
    # The city speaks for it from now on.
    assert counts(await city.sync(full=True)) == {"updated": 1, "unchanged": 1}
    assert (await national.event(101))["title"] == "Vu de la ville"

    [other] = city.agenda.remove(101)
    await city.sync()
    assert await national.shown() == 2
    national.agenda.restore([gone])
    assert counts(await national.sync())["restored"] == 1
    assert await national.shown() == 3
    assert other["uid"] == gone["uid"]


async def test_08_one_place_under_several_uids_is_one_venue_reversibly(make_feed):
    rows = [
        row(101, location={**PLACE, "uid": 1}),
        row(102, location={**PLACE, "uid": 2, "name": "La Halle aux Grains"}),
        row(103, location={**PLACE, "uid": 3, "name": "Théâtre"}),
        row(104, location={**PLACE, "uid": 4, "latitude": 49.93}),
    ]
    feed = await make_feed(rows)
    await feed.sync()
    refs = dict(await feed.connection.fetch("SELECT external_id, venue_id FROM venue_ref"))
    assert refs["1"] == refs["2"]
    assert len(set(refs.values())) == 3
    # A later one joins as well, and only the first name is the venue's.
    feed.agenda.add(row(105, location={**PLACE, "uid": 5, "name": "HALLE AUX GRAINS"}))
    await feed.sync()
    later = await feed.connection.fetchrow(
        "SELECT v.id, v.name FROM venue_ref r JOIN venue v ON v.id = r.venue_id WHERE r.external_id = '5'"
    )
    assert (later["id"], later["name"]) == (refs["1"], "Halle aux grains")


async def test_10_an_event_of_ours_that_is_also_in_the_feed_is_linked_not_doubled(make_feed, make):
    ours = await make.event("Notre moulin", slug="notre-moulin")
    by_url = await make.event("Notre four", slug="notre-four")
    feed = await make_feed(
        [
            row(101, extIds=[{"key": "ombelle", "value": str(ours)}]),
            row(102, extIds=[{"key": "site", "value": "https://agenda.example/agenda/notre-four"}]),
        ]
    )
    assert counts(await feed.sync()) == {"unchanged": 2}
    assert await feed.shown() == 2
    assert (await feed.event(101))["id"] == ours
    assert (await feed.event(102))["id"] == by_url
    assert (await feed.event(101))["title"] == "Notre moulin"
    feed.agenda.edit(101, title={"fr": "Leur moulin"})
    assert counts(await feed.sync())["conflicts"] == 1
    feed.agenda.remove(101)
    await feed.sync()
    assert await feed.shown() == 2


async def test_11_tombstones_withdraw_and_a_return_restores_the_same_row(feed):
    await feed.sync()
    before = await feed.event(101)
    gone = feed.agenda.remove(101, 102)
    feed.agenda.gone[999] = feed.agenda.now()  # never seen here
    assert counts(await feed.sync())["withdrawn"] == 2
    assert await feed.shown() == 6
    withdrawn = await feed.event(101)
    assert (withdrawn["id"], withdrawn["publication"]) == (before["id"], "published")
    assert withdrawn["withdrawn_at"] is not None
    assert nothing_written(await feed.sync())

    feed.agenda.restore(gone)
    assert counts(await feed.sync())["restored"] == 2
    assert (await feed.event(101))["id"] == before["id"]
    assert await feed.shown() == 8


async def test_11_an_event_withdrawn_in_an_incremental_run_is_not_restored_by_absence(feed):
    await feed.sync()
    feed.agenda.remove(101)
    await feed.sync()
    assert nothing_written(await feed.sync(full=True))
    assert await feed.shown() == 7


async def test_14_un_publishing_withdraws_with_or_without_a_tombstone(feed):
    await feed.sync()
    feed.agenda.edit(101, state=1)
    assert counts(await feed.sync())["withdrawn"] == 1
    feed.agenda.rows.pop(102)
    assert "withdrawn" not in counts(await feed.sync())
    assert counts(await feed.sync(full=True))["withdrawn"] == 1
    feed.agenda.edit(101, state=2)
    assert counts(await feed.sync())["restored"] == 1


async def test_13_a_cancelled_event_stays_and_says_so(feed):
    await feed.sync()
    feed.agenda.edit(101, status=6)
    assert counts(await feed.sync())["updated"] == 1
    assert await feed.shown() == 8
    card = await feed.connection.fetchval("SELECT card FROM agenda_card WHERE slug = 'moulin-a-vent-101'")
    assert card.count('"cancelled"') == 2  # the event, and its session


async def test_16_past_events_are_never_swept(make_feed):
    past = [{"begin": "2011-10-04T10:00:00+02:00", "end": "2011-10-04T12:00:00+02:00"}]
    feed = await make_feed([row(101, timings=past), row(102)])
    await feed.sync()
    feed.agenda.requests.clear()
    await feed.sync(full=True)
    assert not {"relative[]", "timings[gte]", "passed"} & set(feed.agenda.requests[0].query)
    assert await feed.shown() == 2


@pytest.fixture
async def big(make_feed):
    feed = await make_feed([row(uid) for uid in range(101, 131)])
    await feed.sync()
    return feed


@pytest.mark.parametrize("full", [True, False])
async def test_03_more_than_five_and_a_fifth_gone_waits_for_a_person(big, full):
    watermark = await big.watermark()
    gone = big.agenda.remove(*range(101, 108))
    big.agenda.edit(120, title={"fr": "Changé quand même"})
    outcome = await big.sync(full=full)
    assert (outcome.code, outcome.summary.complete, outcome.summary.withdrawn) == (HELD, False, 0)
    assert outcome.summary.updated == 1
    assert (await big.shown(), await big.watermark()) == (30, watermark)
    assert (await big.event(120))["title"] == "Changé quand même"
    outcome = await big.sync(full=full, force=True)
    assert (outcome.code, outcome.summary.withdrawn, await big.shown()) == (0, 7, 23)
    big.agenda.restore(gone)
    assert counts(await big.sync())["restored"] == 7


async def test_03_five_or_a_fifth_go_without_asking(big):
    big.agenda.remove(*range(101, 106))
    assert counts(await big.sync())["withdrawn"] == 5
    big.agenda.remove(*range(106, 111))
    assert counts(await big.sync(full=True))["withdrawn"] == 5


# --- local edits ------------------------------------------------------------------------------------------


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


# --- sessions ---------------------------------------------------------------------------------------------


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


# --- families ---------------------------------------------------------------------------------------------


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


# --- rows that cannot be kept -----------------------------------------------------------------------------


async def test_29_bad_rows_stop_nothing_and_are_never_taken_for_deleted(feed):
    await feed.sync()
    feed.agenda.edit(101, title={})
    feed.agenda.edit(102, timings="soon")
    feed.agenda.add({"uid": "not-a-number"}, None, ["x"], row(109))
    outcome = await feed.sync(full=True)
    assert (outcome.code, counts(outcome)) == (0, {"created": 1, "quarantined": 5, "unchanged": 6})
    assert await feed.shown() == 9
    assert (await feed.event(101))["title"] == "Le moulin à vent n° 101"
    held = dict(
        await feed.connection.fetch(
            "SELECT external_id, pointer FROM feed_quarantine WHERE external_id < 'r'"
        )
    )
    assert held == {"101": "/title", "102": "/timings"}

    outcome = await feed.sync(full=True)
    assert (nothing_written(outcome), outcome.summary.quarantined) == (True, 5)

    feed.agenda.edit(101, title={"fr": "Mieux"})
    feed.agenda.edit(102, bump=False, timings=row()["timings"])  # back to the version we hold
    for key in [k for k in feed.agenda.rows if not isinstance(k, int)]:
        del feed.agenda.rows[key]
    assert counts(await feed.sync(full=True)) == {"updated": 1, "unchanged": 8}
    assert await feed.connection.fetchval("SELECT count(*) FROM feed_quarantine") == 0


async def test_29_a_row_that_the_database_refuses_is_put_aside_alone(feed, monkeypatch):
    from ombelle_events.feed import writer

    real = writer.render_markdown
    monkeypatch.setattr(writer, "render_markdown", lambda text: "\0" if text == "poison" else real(text))
    feed.agenda.edit(104, longDescription={"fr": "poison"})
    outcome = await feed.sync()
    assert (outcome.code, counts(outcome)) == (0, {"created": 7, "quarantined": 1})
    assert "base de données" in await feed.connection.fetchval("SELECT reason FROM feed_quarantine")


async def test_30_personal_data_are_nowhere_in_the_database(make_feed):
    feed = await make_feed(
        [
            row(101, member={"email": "ada@example.org"}, contributor_email="ada@example.org"),
            row(102, title={}, member={"email": "ada@example.org"}),
        ]
    )
    await feed.sync()
    for table in ("feed_record", "feed_quarantine", "event", "agenda_card"):
        assert "ada@" not in str(await feed.connection.fetch(f"SELECT to_jsonb(t)::text FROM {table} t"))


async def test_nothing_that_could_run_is_served(make_feed):
    evil = "<script>alert(1)</script> Hétérocère <img src=x onerror=alert(1)> [a](javascript:alert(1))"
    feed = await make_feed(
        [
            row(
                101,
                title={"fr": evil},
                description={"fr": evil},
                longDescription={"fr": evil},
                conditions={"fr": evil},
                keywords={"fr": [evil]},
                registration=[{"type": "link", "value": "javascript:alert(1)"}],
                onlineAccessLink="javascript:alert(1)",
                imageCredits=evil,
                image={"filename": "x.jpg", "base": "javascript:alert(1)//"},
                location={**PLACE, "name": evil, "access": {"fr": evil}, "website": "javascript:alert(1)"},
                organisateur=evil,
                **{"champ-libre": evil},
            )
        ]
    )
    await feed.sync()
    card = await feed.connection.fetchrow("SELECT card, detail FROM agenda_card")
    for text in card:
        assert "Hétérocère" in text
        assert not [bad for bad in ("onerror=", "javascript:", "<script", "<img") if bad in text]


@asynccontextmanager
async def _connected(url):
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


# --- concurrency ------------------------------------------------------------------------------------------


async def test_31_a_second_run_at_once_is_refused(feed):
    async with _connected(feed.url) as other:
        feed_id = await other.fetchval("SELECT id FROM feed")
        await other.execute("SELECT pg_advisory_lock(7203002, hashtext($1::text))", str(feed_id))
        with pytest.raises(FeedLocked):
            await feed.sync()
    assert (await feed.sync()).code == 0


async def test_31_of_many_at_once_one_runs_at_a_time(feed):
    ended = await asyncio.gather(*(feed.sync() for _ in range(4)), return_exceptions=True)
    assert {type(e).__name__ for e in ended} <= {"Outcome", "FeedLocked"}
    assert await feed.shown() == 8
    assert await feed.connection.fetchval("SELECT count(*) FROM event") == 8


async def test_an_unknown_feed_is_told(territory_url, connection):
    with pytest.raises(FeedUnknown):
        await sync_feed(territory_url, "nobody")


async def contents(connection):
    """What the service holds, by natural keys: ids and instants of writing differ between two lives."""
    events = await connection.fetch(
        "SELECT r.external_id, e.slug, e.title, e.structure, p.slug AS parent, d.year, v.name, e.version, "
        "e.withdrawn_at IS NOT NULL AS gone, f.digest, f.applied::text, f.leads, "
        "(SELECT array_agg(s.starts_at ORDER BY s.starts_at) FROM event_session s WHERE s.event_id = e.id), "
        "(SELECT length(c.card) FROM agenda_card c WHERE c.event_id = e.id) "
        "FROM event e JOIN external_ref r ON r.event_id = e.id JOIN feed_record f ON f.event_id = e.id "
        "LEFT JOIN event p ON p.id = e.parent_id LEFT JOIN edition d ON d.id = e.edition_id "
        "LEFT JOIN venue v ON v.id = e.venue_id ORDER BY 1"
    )
    pairs = await connection.fetchval("SELECT count(*) FROM duplicate_candidate")
    venues = await connection.fetch("SELECT external_id, leads FROM venue_ref ORDER BY 1")
    return list(map(tuple, events)), pairs, list(map(tuple, venues))


def family(uid):
    return row(
        uid,
        title={"fr": f"Atelier {uid % 7}"},
        location={**PLACE, "uid": uid % 5, "name": f"Salle {uid % 3}"},
        **({"evenement-parent": 200 + uid % 4} if uid < 200 else {}),
    )


@pytest.mark.parametrize("killed_at", range(1, 8))
async def test_31_a_run_cut_off_anywhere_goes_on_to_the_same_state(make_feed, monkeypatch, killed_at):
    from ombelle_events.feed import sync, writer

    monkeypatch.setattr(sync, "BATCH", 5)
    feed = await make_feed([family(uid) for uid in (*range(101, 119), *range(200, 204))])
    await feed.sync()
    undisturbed = await contents(feed.connection)

    await feed.connection.execute(
        "TRUNCATE event, edition, venue, lexicon_word, agenda_change RESTART IDENTITY CASCADE"
    )
    await feed.connection.execute("UPDATE feed SET watermark = NULL, meaning = NULL")
    steps = 0
    real = writer.BatchWriter._refresh

    async def cut(self, events):
        nonlocal steps
        steps += 1
        if steps == killed_at:
            # As a kill -9 would: the backend goes, in the middle of a transaction.
            await self._connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        await real(self, events)

    monkeypatch.setattr(writer.BatchWriter, "_refresh", cut)
    try:
        await feed.sync()
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
        assert await feed.watermark() is None
    monkeypatch.setattr(writer.BatchWriter, "_refresh", real)
    # What is there is whole: as many cards as events, each with its sessions.
    assert await feed.shown() == await feed.connection.fetchval("SELECT count(*) FROM event")
    assert (await feed.sync()).code == 0
    assert await contents(feed.connection) == undisturbed
    states = {s for (s,) in await feed.connection.fetch("SELECT state FROM feed_run")}
    assert states <= {"complete", "interrupted"}
