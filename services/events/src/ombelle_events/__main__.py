"""`python -m ombelle_events …`: serve, work, migrate, load the territory, describe the API, keep the feeds."""

import argparse
import asyncio
import json
import os
import sys

from ombelle_events.settings import Settings


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    if arguments and arguments[0] in {"feeds", "sync"}:
        from ombelle_events.feed.cli import run  # noqa: PLC0415 -- the others need none of it

        return run(arguments)
    parser = argparse.ArgumentParser(prog="ombelle_events", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="serve the API")
    serve.add_argument("--port", type=int, required=True)
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on; the loopback unless told")
    commands.add_parser("worker", help="run scheduled syncs and asked jobs")
    commands.add_parser("migrate", help="bring the schema up to date")
    commands.add_parser("load-territory", help="load departments and communes")
    commands.add_parser("openapi", help="print the API's description")
    commands.add_parser("transitions", help="print the table of what may be done with an application")
    commands.add_parser("past", help="move the demo's applications into the past, as told on standard input")
    chosen = parser.parse_args(arguments)
    return {
        "serve": lambda: _serve(chosen.host, chosen.port),
        "worker": _work,
        "migrate": _migrate,
        "load-territory": _load_territory,
        "openapi": _openapi,
        "transitions": _transitions,
        "past": _past,
    }[chosen.command]()


def _serve(host: str, port: int) -> int:
    from ombelle_chassis.logging import configure_logging  # noqa: PLC0415 -- slow imports only where needed
    from ombelle_chassis.server import serve  # noqa: PLC0415

    from ombelle_events.main import create_app  # noqa: PLC0415

    configure_logging("events")
    serve(create_app(Settings()), port, hosts=(host,))
    return 0


def _work() -> int:
    from ombelle_chassis.logging import configure_logging  # noqa: PLC0415

    from ombelle_events.feed.jobs import run_events_worker  # noqa: PLC0415

    configure_logging("events-worker")
    return asyncio.run(run_events_worker(Settings()))


def _migrate() -> int:
    from ombelle_events.migrate import MIGRATIONS  # noqa: PLC0415

    asyncio.run(MIGRATIONS.upgrade(Settings().database_url))
    return 0


def _load_territory() -> int:
    from ombelle_events.geography.loader import load_territory  # noqa: PLC0415

    settings = Settings()
    count = asyncio.run(load_territory(settings.database_url, settings.territory))
    print(f"{count} communes")
    return 0


def _openapi() -> int:
    from ombelle_chassis.app import openapi_of  # noqa: PLC0415

    from ombelle_events.main import create_app  # noqa: PLC0415

    print(json.dumps(openapi_of(create_app()), ensure_ascii=False, indent=2, sort_keys=True))
    return 0


def _transitions() -> int:
    from ombelle_events.applications.transitions import as_markdown  # noqa: PLC0415

    print(as_markdown(), end="")
    return 0


def _past() -> int:
    from ombelle_events.past import move_into_the_past  # noqa: PLC0415

    if not os.environ.get("GATEWAY_DEMO_URL"):
        print("Le passé ne se refait que pour la démonstration (GATEWAY_DEMO_URL).", file=sys.stderr)
        return 2
    moved = asyncio.run(move_into_the_past(Settings().database_url, json.load(sys.stdin)))
    print(f"{moved} dossiers")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
