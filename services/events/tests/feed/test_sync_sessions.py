"""Sessions written here stay as they are when the source is read again; what it says otherwise becomes a conflict."""

from feed_rows import row

AT = "/api/v1/events/{}/sessions"


async def _sessions(api, headers, event):
    listed = (await api.get(AT.format(event), headers=headers)).json()["items"]
    return [(one["starts_at"], one["status"], one["status_reason"]) for one in listed]


async def test_a_session_cancelled_here_stays_cancelled_and_the_source_s_change_waits(
    feed, api, administrator
):
    await feed.sync()
    event = (await feed.event(101))["id"]
    [session, *_] = (await api.get(AT.format(event), headers=administrator)).json()["items"]
    done = await api.post(
        f"/api/v1/sessions/{session['id']}/cancel", json={"reason": "Orage"}, headers=administrator
    )
    assert done.status_code == 200, done.text
    here = await _sessions(api, administrator, event)
    assert ("cancelled", "Orage") in [(status, reason) for _, status, reason in here]
    # The same row again, then one whose times moved.
    await feed.sync(full=True)
    assert await _sessions(api, administrator, event) == here
    moved = row(101, timings=[{"begin": "2027-10-09T10:00:00+02:00", "end": "2027-10-09T12:00:00+02:00"}])
    feed.agenda.add(moved)
    outcome = await feed.sync(full=True)
    assert await _sessions(api, administrator, event) == here
    assert outcome.summary.conflicts == 1
    conflicts = (await api.get("/api/v1/feeds/national/conflicts", headers=administrator)).json()["items"]
    assert [one["field"] for one in conflicts] == ["sessions"]


async def test_sessions_of_other_events_go_on_following_their_source(feed, api, administrator):
    await feed.sync()
    ours, other = (await feed.event(101))["id"], (await feed.event(102))["id"]
    [session, *_] = (await api.get(AT.format(ours), headers=administrator)).json()["items"]
    await api.post(
        f"/api/v1/sessions/{session['id']}/postpone", json={"reason": "Orage"}, headers=administrator
    )
    timings = [{"begin": "2027-10-09T10:00:00+02:00", "end": "2027-10-09T12:00:00+02:00"}]
    feed.agenda.add(row(102, timings=timings))
    await feed.sync(full=True)
    assert [starts_at for starts_at, _, _ in await _sessions(api, administrator, other)] == [
        "2027-10-09T08:00:00Z"
    ]


async def test_a_venue_changed_here_is_not_changed_back(feed, api, administrator):
    await feed.sync()
    venue = (await feed.event(101))["venue_id"]
    headers = {**administrator, "If-Match": "*"}
    changed = await api.patch(f"/api/v1/venues/{venue}", json={"name": "Le vrai nom"}, headers=headers)
    assert changed.status_code == 200, changed.text
    await feed.sync(full=True)
    name = await feed.connection.fetchval("SELECT name FROM venue WHERE id = $1", venue)
    assert name == "Le vrai nom"
