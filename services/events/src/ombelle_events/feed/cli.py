"""`feeds add|list|remove` and `sync`: words in French, one line of JSON with `--json`, exit codes for programs."""

# ruff: noqa: T201 -- a command prints

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import asdict, astuple
from typing import Any, Final

import asyncpg

from ombelle_events.feed.declaration import DeclarationRefused, departments_of, read_declaration
from ombelle_events.feed.domain import KINDS
from ombelle_events.feed.sync import (
    DONE,
    FAILED,
    LOCKED,
    UNKNOWN,
    FeedLocked,
    FeedUnknown,
    Outcome,
    shown_counts,
    sync_feed,
)
from ombelle_events.settings import Settings

_INSERT: Final = """
INSERT INTO feed (name, kind, url, agenda, key, territory, edition, every_minutes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""
# Another address or agenda is another programme: it is listed whole at the next run.
_REPLACE: Final = """
ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, url = excluded.url, agenda = excluded.agenda,
  key = excluded.key, territory = excluded.territory, edition = excluded.edition,
  every_minutes = excluded.every_minutes, version = feed.version + 1,
  watermark = CASE WHEN (feed.kind, feed.url, feed.agenda) IS NOT DISTINCT FROM
    (excluded.kind, excluded.url, excluded.agenda) THEN feed.watermark END
"""
_LIST: Final = """
SELECT f.name, f.kind, f.url, f.agenda, f.territory, f.edition, f.every_minutes, f.watermark,
  (SELECT count(*) FROM feed_record r WHERE r.feed_id = f.id AND r.withdrawn_at IS NULL) AS events,
  (SELECT state FROM feed_run n WHERE n.feed_id = f.id ORDER BY started_at DESC, id DESC LIMIT 1) AS last_run
FROM feed f ORDER BY f.name
"""


_RECORD: Final = "SELECT audit_append('command', $1, 'feed', $2, $3::jsonb)"

# What a field of a feed is called on the command line.
_OPTIONS: Final[Mapping[str, str]] = {
    "name": "NOM",
    "kind": "--kind",
    "url": "--url",
    "agenda": "--agenda",
    "key": "--key",
    "territory": "--territory",
    "edition": "--edition",
    "every_minutes": "--every",
}


class _WrongUse(Exception):
    """Becomes a line and exit code 2."""


def run(arguments: Sequence[str]) -> int:
    """Carry out `feeds …` or `sync …` and return the exit code."""
    asked = _parser().parse_args(arguments)
    try:
        return asyncio.run(_commands()[asked.command](asked, Settings()))
    except _WrongUse as wrong:
        print(wrong, file=sys.stderr)
        return UNKNOWN
    except FeedUnknown as unknown:
        print(f"Aucun flux ne s'appelle « {unknown} » : voyez « feeds list ».", file=sys.stderr)
        return UNKNOWN
    except FeedLocked as locked:
        print(f"Une synchronisation de « {locked} » est déjà en cours : attendez sa fin.", file=sys.stderr)
        return LOCKED
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        print(
            f"La base de données ne répond pas comme il faut : {type(error).__name__}: {error}",
            file=sys.stderr,
        )
        return FAILED


def _commands() -> dict[str, Callable[[argparse.Namespace, Settings], Coroutine[Any, Any, int]]]:
    return {"add": _add, "list": _list, "remove": _remove, "sync": _sync}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ombelle", description="Les flux de programmes venus d'ailleurs.")
    commands = parser.add_subparsers(dest="group", required=True)
    feeds = commands.add_parser("feeds", help="ajouter, lister, enlever des flux")
    actions = feeds.add_subparsers(dest="command", required=True)
    add = actions.add_parser("add", help="ajouter un flux")
    add.add_argument("name", metavar="NOM")
    add.add_argument("--kind", required=True, choices=KINDS)
    add.add_argument("--url", required=True, help="adresse de l'API ou de l'archive, ou un fichier")
    add.add_argument("--agenda", help="numéro de l'agenda (openagenda-v2)")
    add.add_argument("--key", help="clé publique de lecture ; facultative pour une archive")
    add.add_argument(
        "--territory", help="départements admis, par exemple 02,59,60,62,80, ou « none » pour tous"
    )
    add.add_argument("--edition", type=int, help="année de l'édition ; sinon celle de chaque événement")
    add.add_argument("--every", type=int, metavar="MINUTES", help="synchroniser de lui-même ; sinon jamais")
    add.add_argument("--replace", action="store_true", help="remplacer les réglages d'un flux du même nom")
    listing = actions.add_parser("list", help="lister les flux")
    remove = actions.add_parser("remove", help="enlever un flux ; ses événements restent")
    remove.add_argument("name", metavar="NOM")
    sync = commands.add_parser("sync", help="synchroniser un flux maintenant")
    sync.add_argument("name", metavar="NOM")
    sync.add_argument("--full", action="store_true", help="tout relire et tout comparer")
    sync.add_argument(
        "--force", action="store_true", help="retirer même si beaucoup d'événements disparaissent"
    )
    sync.set_defaults(command="sync")
    for command in (add, listing, remove, sync):
        command.add_argument("--json", action="store_true", help="une ligne de JSON")
    return parser


async def _add(asked: argparse.Namespace, settings: Settings) -> int:
    try:
        feed = read_declaration(_declared(asked, settings.territory), files=True)
    except DeclarationRefused as refused:
        raise _WrongUse(
            "\n".join(f"{_OPTIONS[field]} : {fault}" for field, fault in refused.faults.items())
        ) from refused
    connection = await asyncpg.connect(settings.database_url)
    try:
        async with connection.transaction():
            await connection.execute(_INSERT + (_REPLACE if asked.replace else ""), *astuple(feed))
            told = asdict(feed) | {"key": feed.key is not None}
            await connection.execute(_RECORD, "feed_added", asked.name, json.dumps(told))
    except asyncpg.UniqueViolationError as error:
        raise _WrongUse(
            f"Un flux s'appelle déjà « {asked.name} » : ajoutez --replace pour changer ses réglages."
        ) from error
    finally:
        await connection.close()
    said = f"Flux « {asked.name} » ajouté. Synchronisez-le : sync {asked.name}"
    print(json.dumps({"name": asked.name}) if asked.json else said)
    return DONE


def _declared(asked: argparse.Namespace, territory: str) -> dict[str, Any]:
    if asked.territory is None:
        codes: list[str] | None = departments_of(territory)
    else:
        codes = None if asked.territory == "none" else [c for c in asked.territory.split(",") if c.strip()]
    values = {field: getattr(asked, field) for field in ("name", "kind", "url", "agenda", "key", "edition")}
    return {**values, "territory": codes, "every_minutes": asked.every}


async def _list(asked: argparse.Namespace, settings: Settings) -> int:
    connection = await asyncpg.connect(settings.database_url)
    try:
        feeds = [dict(row) for row in await connection.fetch(_LIST)]
    finally:
        await connection.close()
    if asked.json:
        for feed in feeds:
            feed["watermark"] = feed["watermark"].isoformat() if feed["watermark"] else None
        print(json.dumps({"feeds": feeds}, ensure_ascii=False))
        return DONE
    for feed in feeds:
        every = f"toutes les {feed['every_minutes']} min" if feed["every_minutes"] else "à la demande"
        last = feed["last_run"] or "jamais"
        where = f"agenda {feed['agenda']} à {feed['url']}" if feed["agenda"] else feed["url"]
        print(
            f"{feed['name']} : {feed['kind']}, {where}, {every}, "
            f"{feed['events']} événements, dernière fois : {last}"
        )
    if not feeds:
        print("Aucun flux. Ajoutez-en un : feeds add NOM --kind openagenda-v2 --url … --agenda … --key …")
    return DONE


async def _remove(asked: argparse.Namespace, settings: Settings) -> int:
    connection = await asyncpg.connect(settings.database_url)
    try:
        async with connection.transaction():
            removed = await connection.fetchval("DELETE FROM feed WHERE name = $1 RETURNING name", asked.name)
            if removed is not None:
                await connection.execute(_RECORD, "feed_removed", asked.name, "{}")
    finally:
        await connection.close()
    if removed is None:
        raise FeedUnknown(asked.name)
    print(
        json.dumps({"name": removed})
        if asked.json
        else f"Flux « {removed} » enlevé ; ses événements restent."
    )
    return DONE


async def _sync(asked: argparse.Namespace, settings: Settings) -> int:
    outcome = await sync_feed(
        settings.database_url,
        asked.name,
        full=asked.full,
        force=asked.force,
        public_url=settings.public_url,
        progress=lambda text: print(text, file=sys.stderr, flush=True),
    )
    if asked.json:
        print(json.dumps(outcome.summary.as_dict()))
    else:
        print(_told(asked.name, outcome))
    for problem in [*outcome.problems, *_reported(outcome.report)]:
        print(problem, file=sys.stderr)
    return outcome.code


def _told(name: str, outcome: Outcome) -> str:
    ends = {
        "complete": "terminée",
        "incomplete": "incomplète : rien n'a été retiré, la suivante reprendra",
        "held": "retenue : une personne doit décider",
    }
    counts = shown_counts(outcome.summary.as_dict())
    return f"Synchronisation de « {name} » {ends.get(outcome.state, outcome.state)}.\n{counts}"


def _reported(report: Mapping[str, Any] | None) -> list[str]:
    """What nobody knows, in French lines."""
    if report is None:
        return []
    lines = [
        f"Libellés inconnus de « {column} », gardés : {_with_counts(labels)}."
        for column, labels in report["unknown_labels"].items()
    ]
    if report["unknown_columns"]:
        lines.append(f"Colonnes inconnues, gardées : {_with_counts(report['unknown_columns'])}.")
    return lines


def _with_counts(counts: Mapping[str, int]) -> str:
    shown = [f"« {name} » ({count})" for name, count in list(counts.items())[:20]]
    return ", ".join([*shown, *(["…"] if len(counts) > len(shown) else [])])
