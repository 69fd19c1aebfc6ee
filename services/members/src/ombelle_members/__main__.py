"""`python -m ombelle_members …`: serve, migrate, describe the API."""

import argparse
import asyncio
import json
import sys

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
    chosen = parser.parse_args(arguments)
    return {
        "serve": lambda: _serve(chosen.host, chosen.port),
        "migrate": _migrate,
        "openapi": _openapi,
    }[chosen.command]()


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
