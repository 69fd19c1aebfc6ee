"""A source that fails, lies or answers in pieces: nothing is lost, nothing withdrawn, the run says so."""

import feed_server as faults
import pytest
from feed_checks import counts
from feed_rows import PLACE, row
from feed_server import KEY
from ombelle_events.feed.fetching import RetryPolicy
from ombelle_events.feed.sync import HELD, INCOMPLETE


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
