"""Families in a feed: whoever leaves one is missed there."""

import json

from feed_rows import row

VILLAGE = {"type-danimation": 7}


async def shown_children(feed, uid: int) -> int:
    event = await feed.event(uid)
    card = await feed.connection.fetchval(
        "SELECT card || '}' FROM agenda_card WHERE event_id = $1", event["id"]
    )
    count: int = json.loads(card)["children_count"]
    return count


async def test_both_villages_count_a_stand_that_moves_from_one_to_the_other(make_feed):
    stands = [row(uid, **{"evenement-parent": 101}) for uid in (103, 104)]
    feed = await make_feed([row(101, **VILLAGE), row(102, **VILLAGE), *stands])
    await feed.sync()
    assert [await shown_children(feed, uid) for uid in (101, 102)] == [2, 0]

    feed.agenda.edit(103, **{"evenement-parent": 102})
    await feed.sync()
    assert [await shown_children(feed, uid) for uid in (101, 102)] == [1, 1]

    feed.agenda.rows[104].pop("evenement-parent")
    feed.agenda.edit(104)
    await feed.sync()
    assert [await shown_children(feed, uid) for uid in (101, 102)] == [0, 1]

    # a village itself, the stand belongs to none any more
    feed.agenda.edit(103, **VILLAGE)
    feed.agenda.rows[103].pop("evenement-parent")
    await feed.sync()
    assert [await shown_children(feed, uid) for uid in (101, 102, 103)] == [0, 0, 0]
    every = await feed.connection.fetchval("SELECT array_agg(id) FROM event")
    assert await feed.connection.fetchval("SELECT refresh_cards($1)", every) == 0
