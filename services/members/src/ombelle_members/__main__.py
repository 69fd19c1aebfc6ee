"""`python -m ombelle_members …`: serve, migrate, describe the API, take tables in."""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Mapping

from ombelle_members.settings import Settings


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="ombelle_members", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="serve the API, and carry out the service's jobs")
    serve.add_argument("--port", type=int, required=True)
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on; the loopback unless told")
    commands.add_parser("migrate", help="bring the schema up to date")
    commands.add_parser("openapi", help="print the API's description")
    take = commands.add_parser(
        "import", help="take in tables of organisations, members, fees, board terms, officers, meetings"
    )
    take.add_argument("paths", nargs="+", help="CSV or XLSX, or folders of CSV; - for JSON on standard input")
    take.add_argument("--dry-run", action="store_true", help="only say what that would do")
    chosen = parser.parse_args(arguments)
    runs: Mapping[str, Callable[[], int]] = {
        "serve": lambda: _serve(chosen.host, chosen.port),
        "migrate": _migrate,
        "openapi": _openapi,
        "import": lambda: _import(chosen.paths, dry_run=chosen.dry_run),
    }
    return runs[chosen.command]()


def _serve(host: str, port: int) -> int:
    from ombelle_chassis.logging import configure_logging  # noqa: PLC0415 -- slow imports only where needed
    from ombelle_chassis.server import serve  # noqa: PLC0415

    from ombelle_members.main import create_app  # noqa: PLC0415

    configure_logging("members")
    serve(create_app(Settings()), port, hosts=(host,))
    return 0


def _migrate() -> int:
    from ombelle_members.migrate import MIGRATIONS  # noqa: PLC0415

    asyncio.run(MIGRATIONS.upgrade(Settings().database_url))
    return 0


def _openapi() -> int:
    from ombelle_chassis.app import openapi_of  # noqa: PLC0415

    from ombelle_members.main import create_app  # noqa: PLC0415

    print(json.dumps(openapi_of(create_app()), ensure_ascii=False, indent=2, sort_keys=True))
    return 0


def _import(paths: list[str], *, dry_run: bool) -> int:
    from ombelle_chassis.errors import InvalidInput  # noqa: PLC0415

    from ombelle_members.imports.command import import_paths  # noqa: PLC0415

    try:
        report = asyncio.run(import_paths(Settings().database_url, paths, dry_run=dry_run))
    except InvalidInput as refused:
        print(
            "\n".join([refused.detail, *(f"{one.pointer}: {one.detail}" for one in refused.errors)]),
            file=sys.stderr,
        )
        return 1
    print(json.dumps(report, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
