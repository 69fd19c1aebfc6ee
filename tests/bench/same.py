"""What a database holds, by natural keys: two loads of the same rows must hold the same, whatever ids they drew."""

import asyncpg

_ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
# A card without the ids in it, and without when it was written.
_CARD = f"""regexp_replace(regexp_replace(%s, '{_ID}', '', 'g'), '"updated_at" ?: ?"[^"]*"', '')"""

TABLES = {
    "event": """SELECT (to_jsonb(e) - '{id,parent_id,venue_id,edition_id,created_at,updated_at,version}'::text[])
        || jsonb_build_object('p', p.slug, 'v', v.name, 'y', y.year)
      FROM event e LEFT JOIN event p ON p.id = e.parent_id LEFT JOIN venue v ON v.id = e.venue_id
      LEFT JOIN edition y ON y.id = e.edition_id""",
    "event_session": """SELECT to_jsonb(s) - '{id,event_id}'::text[] || jsonb_build_object('e', e.slug)
      FROM event_session s JOIN event e ON e.id = s.event_id""",
    "venue": "SELECT to_jsonb(v) - '{id,updated_at,version}'::text[] FROM venue v",
    "venue_ref": """SELECT to_jsonb(r) - 'venue_id' || jsonb_build_object('v', v.name)
      FROM venue_ref r JOIN venue v ON v.id = r.venue_id""",
    "external_ref": """SELECT to_jsonb(r) - 'event_id' || jsonb_build_object('e', e.slug)
      FROM external_ref r JOIN event e ON e.id = r.event_id""",
    "feed_record": """SELECT to_jsonb(r) - '{event_id,feed_id}'::text[] || jsonb_build_object('e', e.slug)
      FROM feed_record r JOIN event e ON e.id = r.event_id""",
    "agenda_card": f"""SELECT jsonb_build_object('slug', c.slug, 'card', {_CARD % "c.card"},
        'detail', {_CARD % "c.detail"}, 'search', c.search::text, 'rest', to_jsonb(c)
        - '{{event_id,parent_id,card,detail,search}}'::text[])
      FROM agenda_card c""",
    "agenda_day": """SELECT to_jsonb(d) - 'event_id' || jsonb_build_object('e', c.slug)
      FROM agenda_day d JOIN agenda_card c USING (event_id)""",
    "agenda_change": "SELECT jsonb_build_object('slug', slug, 'deleted', deleted) FROM agenda_change",
    "lexicon_word": "SELECT to_jsonb(w) FROM lexicon_word w",
    "edition": "SELECT to_jsonb(y) - 'id' FROM edition y",
    "duplicate_candidate": "SELECT jsonb_build_object('n', similarity) FROM duplicate_candidate",
    "feed_quarantine": "SELECT to_jsonb(external_id) FROM feed_quarantine",
}


async def contents(url: str) -> dict[str, tuple[int, str]]:
    """Return how many rows each table holds, and a digest of them."""
    connection = await asyncpg.connect(url, command_timeout=300)
    found = {}
    for name, rows in TABLES.items():
        row = await connection.fetchrow(
            f"SELECT count(*), coalesce(md5(string_agg(md5(line::text), '' ORDER BY md5(line::text))), '') "
            f"FROM ({rows}) AS listed(line)"
        )
        found[name] = (row[0], row[1])
    await connection.close()
    return found
