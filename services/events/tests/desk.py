"""What tests of the feed desk ask of it, and what they compare."""

from feed_rows import row

TITLE = "Le moulin à vent de la plaine"
TABLES = ("event", "event_session", "external_ref", "feed_record", "feed_conflict", "duplicate_candidate",
          "agenda_card", "agenda_day", "venue", "lexicon_word")  # fmt: skip


def same(uid, **changes):
    return row(uid, **{"title": {"fr": TITLE}, "slug": f"moulin-{uid}", **changes})


async def dump(connection):
    """Every row of the programme and of what the agenda shows."""
    return {
        table: sorted(str(dict(found)) for found in await connection.fetch(f"SELECT * FROM {table}"))
        for table in TABLES
    }


class Desk:
    def __init__(self, api, headers):
        self.api, self.headers = api, headers

    async def pairs(self, state="open", path="/api/v1/duplicates"):
        found = await self.api.get(f"{path}?state={state}", headers=self.headers)
        assert found.status_code == 200
        return found.json()["items"]

    async def pair(self, *slugs, state="open"):
        [found] = [p for p in await self.pairs(state) if {e["slug"] for e in p["events"]} == set(slugs)]
        return found

    async def act(self, pair, action, keep=None):
        ids = {e["slug"]: e["id"] for e in pair["events"]}
        body = {"json": {"keep": ids.get(keep, keep)}} if action == "link" else {}
        return await self.api.post(f"/api/v1/duplicates/{pair['id']}/{action}", headers=self.headers, **body)

    async def link(self, kept, hidden):
        answer = await self.act(await self.pair(kept, hidden), "link", kept)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def shown(self):
        page = await self.api.get("/api/v1/agenda?from=2031-01-01&limit=300")
        return sorted(item["slug"] for item in page.json()["items"])


async def in_two_feeds(make_feed):
    """Make one event that two feeds bring under two ids, and one beside it."""
    national = await make_feed([same(101), row(102)])
    city = await make_feed([same(201)], name="city")
    await national.sync()
    await city.sync()
    return national, city


async def open_conflicts(api, headers):
    found = await api.get("/api/v1/feeds/national/conflicts", headers=headers)
    return {c["field"]: c for c in found.json()["items"]}


async def settle(api, conflict, keep, headers):
    return await api.post(
        f"/api/v1/feeds/national/conflicts/{conflict['id']}/settle", json={"keep": keep}, headers=headers
    )


async def title_and_text(api, headers, feed):
    """Make two conflicts in one event, and return them by field."""
    await feed.sync()
    await feed.edit_here(101, title="Titre d'ici", long_description="D'ici")
    feed.agenda.edit(101, title={"fr": "Titre national"}, longDescription={"fr": "*National*"})
    await feed.sync()
    return await open_conflicts(api, headers)
