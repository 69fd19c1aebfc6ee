"""Makes a season into an archive of many: each older one is a copy, ten weeks back, under new identities.

Set-based, far quicker than rebuilding each card, and true all the same: a sample of the copies is rebuilt by
`refresh_cards` each time, which must find nothing to change.
"""

from pathlib import Path

import asyncpg

from bench.rows import SEASON, WEEKS
from bench.stack import BenchError, settle

_SQL = Path(__file__).with_name("archive.sql")
_BACK = f"make_interval(weeks => {WEEKS} * {{k}})"
_TABLES = {"event": "e", "event_session": "s", "agenda_card": "c", "agenda_day": "d"}
_SESSION = """json_build_object('starts_at', {starts}, 'ends_at', {ends}, 'status', d.status)::text"""
_LONG = {"long_description": "NULL", "long_description_html": "NULL"}


def _earlier(instant: str, k: str) -> str:
    """The same wall-clock time in Paris, so many seasons before."""
    return f"({instant} AT TIME ZONE 'Europe/Paris' - {_BACK.format(k=k)}) AT TIME ZONE 'Europe/Paris'"


def _named(text: str) -> str:
    """A copy's card: the ids and the slug of the original in it replaced."""
    slug = "'\"slug\":\"' || c.slug || '\"'"
    new_slug = "'\"slug\":\"' || c.slug || '~' || c.k || '\"'"
    renamed = f"replace(replace({text}, c.original::text, c.id::text), {slug}, {new_slug})"
    return (
        f"CASE WHEN c.parent_id IS NULL THEN {renamed} "
        f"ELSE bench_adopt({renamed}, c.parent_id, c.new_parent, c.k) END"
    )


_CHANGED: dict[str, dict[str, str]] = {
    "event": {"id": "copy.id", "slug": "e.slug || '~' || copy.k", "parent_id": "p.id"},
    "event_session": {
        "id": "uuidv7()",
        "event_id": "copy.id",
        "starts_at": _earlier("s.starts_at", "copy.k"),
        "ends_at": _earlier("s.ends_at", "copy.k"),
    },
    "agenda_card": {
        "event_id": "c.id",
        "slug": "c.slug || '~' || c.k",
        "card": f"{_named('c.card_head')} || ',\"sessions\":' || c.listed || c.card_tail",
        "detail": f"{_named('c.detail_head')} || ',\"sessions\":' || c.detailed || c.detail_tail",
        "search": f"c.words || array_to_tsvector(ARRAY(SELECT 'week ' || (week - {WEEKS} * c.k) "
        "FROM unnest(c.weeks) AS week))",
        "parent_id": "c.new_parent",
        "first_day": f"c.first_day - {7 * WEEKS} * c.k",
        "last_day": f"c.last_day - {7 * WEEKS} * c.k",
        "first_starts_at": _earlier("c.first_starts_at", "c.k"),
    },
    "agenda_day": {
        "event_id": "copy.id",
        "day": f"d.day - {7 * WEEKS} * copy.k",
        "starts_at": _earlier("d.starts_at", "copy.k"),
        "session": _SESSION.format(
            starts=_earlier("d.starts_at", "copy.k"), ends=_earlier("d.ends_at", "copy.k")
        ),
    },
}
# A child's card tells its parent's id and slug.
_ADOPT = """
CREATE FUNCTION pg_temp.bench_adopt(text, uuid, uuid, integer) RETURNS text LANGUAGE sql IMMUTABLE
RETURN regexp_replace(replace($1, $2::text, $3::text), '("parent":\\{[^}]*"slug" : "[^"]*)"', '\\1~' || $4 || '"')
"""


async def grow(owner_url: str, events: int, *, season: int = SEASON, whole: bool) -> None:
    """Copy the season of a database until it holds so many events.

    Args:
        owner_url: of the database, as the server's owner.
        events: a multiple of `season`.
        season: how many events the database holds.
        whole: copy the long texts too. Without, only what pages of the agenda are made from is there.

    Raises:
        BenchError: a copy is not what `refresh_cards` makes of it.

    """
    owner = await _connect(owner_url)
    # Foreign keys hold by the way the copies are made.
    await owner.execute("SET session_replication_role = replica")
    await owner.execute("SET maintenance_work_mem = '1GB'; SET work_mem = '512MB'")
    await owner.execute(_ADOPT)
    indexes = await _take_indexes_off(owner)
    words = {"copies": str(events // season - 1)}
    for table, alias in _TABLES.items():
        changed = _CHANGED[table] | (_LONG if table == "event" and not whole else {})
        if table == "agenda_card" and not whole:
            changed["detail"] = "'{'"
        short = table.removeprefix("event_").removeprefix("agenda_")
        columns = await _columns(owner, table)
        words[f"{short}_columns"] = ", ".join(columns)
        words[f"{short}_values"] = ", ".join(changed.get(c, f"{alias}.{c}") for c in columns)
    for statement in _SQL.read_text(encoding="utf-8").split("\n--\n"):
        text = statement
        for name, value in words.items():
            text = text.replace(f"{{{name}}}", value)
        await owner.execute(text.replace("bench_adopt(", "pg_temp.bench_adopt("))
    for definition in indexes:
        await owner.execute(definition)
    await owner.close()
    await settle(owner_url)
    if whole:
        await check(owner_url, events)


async def check(owner_url: str, events: int, *, sample: int = 500) -> None:
    """Rebuild a sample of the copies.

    Raises:
        BenchError: their number is wrong, or `refresh_cards` makes something else of them.

    """
    owner = await _connect(owner_url)
    found = await owner.fetchval("SELECT count(*) FROM agenda_card")
    changed = await owner.fetchval(
        "SELECT refresh_cards(array_agg(id)) "
        "FROM (SELECT id FROM event WHERE slug LIKE '%~%' ORDER BY md5(slug) LIMIT $1) e",
        sample,
    )
    await owner.close()
    if found != events or changed:
        raise BenchError(
            f"copies : {found} événements, {changed} cartes d'un échantillon de {sample} sont fausses"
        )


async def _connect(owner_url: str) -> asyncpg.Connection:
    settings = {"search_path": "events,extensions", "timezone": "Europe/Paris", "jit": "off"}
    return await asyncpg.connect(owner_url, server_settings=settings, command_timeout=1800)


async def _columns(owner: asyncpg.Connection, table: str) -> list[str]:
    found = await owner.fetch(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'events' AND table_name = $1 "
        "AND is_generated = 'NEVER' ORDER BY ordinal_position",
        table,
    )
    return [name for (name,) in found]


async def _take_indexes_off(owner: asyncpg.Connection) -> list[str]:
    """Drop the indexes that no constraint needs, and return how to make them again: one pass instead of many."""
    found = await owner.fetch(
        "SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i "
        "WHERE i.indrelid = ANY ($1::regclass[]) AND NOT i.indisunique "
        "AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)",
        list(_TABLES),
    )
    for name, _ in found:
        await owner.execute(f"DROP INDEX {name}")
    return [definition for _, definition in found]
