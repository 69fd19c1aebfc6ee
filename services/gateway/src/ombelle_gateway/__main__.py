"""`python -m ombelle_gateway serve | accounts | migrate | openapi | account | bounce | token | keys`."""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ombelle_gateway.settings import BadSettings, Settings, keys_dir

_MOST_MINUTES = 30 * 24 * 60  # as long as a rotated key stays published
_LOOPBACK = ("127.0.0.1", "::1")  # "localhost" is either, as the browser likes


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code: 0 done, 1 failed, 2 wrong usage."""
    asked = _parser().parse_args(arguments)
    try:
        if asked.command == "serve":
            return _serve(asked.port, asked.host or _LOOPBACK)
        if asked.command in _OF_ACCOUNTS:
            return _OF_ACCOUNTS[asked.command](asked)
        directory = keys_dir(os.environ)
    except BadSettings as error:
        print(f"gateway: {error}", file=sys.stderr)
        return 2
    if asked.command == "token":
        return _token(directory, minutes=asked.minutes, as_json=asked.json)
    return _keys(directory, rotate=asked.rotate)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ombelle_gateway")
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="serve the gateway")
    serve.add_argument("--port", type=int, required=True)
    serve.add_argument(
        "--host", action="append", help="address to listen on; loopback by default, repeatable"
    )
    accounts = commands.add_parser("accounts", help="serve accounts, behind the gateway")
    accounts.add_argument("--port", type=int, required=True)
    accounts.add_argument("--host", default="127.0.0.1", help="address to listen on; the loopback by default")
    commands.add_parser("migrate", help="bring the schema of accounts up to date")
    commands.add_parser("openapi", help="print the description of accounts' API")
    token = commands.add_parser("token", help="print an administrator's token")
    token.add_argument("--minutes", type=_positive, default=12 * 60)
    token.add_argument("--json", action="store_true")
    keys = commands.add_parser("keys", help="make the signing keys, once")
    keys.add_argument("--rotate", action="store_true", help="sign with a new key from now on")
    account = commands.add_parser("account", help="make or find an account, give it roles, let it in")
    account.add_argument("email")
    account.add_argument("--name", help="of whoever has no account yet; what is before the @ unless told")
    account.add_argument("--role", action="append", default=[], help="a role of the agency; repeatable")
    account.add_argument("--link", action="store_true", help="print a link that signs in once")
    account.add_argument("--json", action="store_true")
    commands.add_parser("bounce", help="read a delivery status report on standard input, and mark its mail")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if not 1 <= number <= _MOST_MINUTES:
        raise argparse.ArgumentTypeError(f"from 1 to {_MOST_MINUTES}")
    return number


# Each command imports what it needs: the process that serves carries no cryptography until somebody signs in,
# and the one that prints a token no web server.


def _serve(port: int, hosts: Sequence[str]) -> int:
    from ombelle_chassis.logging import configure_logging  # noqa: PLC0415
    from ombelle_chassis.server import serve  # noqa: PLC0415

    from ombelle_gateway.app import Gateway  # noqa: PLC0415

    settings = Settings.from_environment(os.environ)
    configure_logging("gateway")
    serve(Gateway(settings), port, hosts=hosts, date_header=True)
    return 0


def _accounts(asked: argparse.Namespace) -> int:
    from ombelle_chassis.logging import configure_logging  # noqa: PLC0415
    from ombelle_chassis.server import serve  # noqa: PLC0415

    from ombelle_gateway.accounts.main import create_app  # noqa: PLC0415
    from ombelle_gateway.accounts.settings import Settings as AccountsSettings  # noqa: PLC0415

    configure_logging("gateway-accounts")
    serve(create_app(AccountsSettings()), asked.port, hosts=(asked.host,))
    return 0


def _migrate(_: argparse.Namespace) -> int:
    from ombelle_gateway.accounts.migrate import MIGRATIONS  # noqa: PLC0415
    from ombelle_gateway.accounts.settings import Settings as AccountsSettings  # noqa: PLC0415

    asyncio.run(MIGRATIONS.upgrade(AccountsSettings().database_url))
    return 0


def _openapi(_: argparse.Namespace) -> int:
    from ombelle_chassis.app import openapi_of  # noqa: PLC0415

    from ombelle_gateway.accounts.main import create_app  # noqa: PLC0415

    print(json.dumps(openapi_of(create_app()), ensure_ascii=False, indent=2, sort_keys=True))
    return 0


def _account(asked: argparse.Namespace) -> int:
    from ombelle_gateway.accounts.commands import AccountRefused, make_account  # noqa: PLC0415
    from ombelle_gateway.accounts.settings import Settings as AccountsSettings  # noqa: PLC0415

    try:
        made = asyncio.run(
            make_account(
                AccountsSettings(), email=asked.email, name=asked.name, roles=asked.role, link=asked.link
            )
        )
    except AccountRefused as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(made.as_json(), ensure_ascii=False) if asked.json else made.as_text())
    return 0


def _bounce(_: argparse.Namespace) -> int:
    from ombelle_gateway.accounts.mail.bounces import LARGEST, NotAReport, mark_bounce  # noqa: PLC0415
    from ombelle_gateway.accounts.settings import Settings as AccountsSettings  # noqa: PLC0415

    try:
        print(asyncio.run(mark_bounce(AccountsSettings().database_url, sys.stdin.buffer.read(LARGEST + 1))))
    except NotAReport as error:
        print(f"Rien n'est marqué : {error}.", file=sys.stderr)
        return 1
    return 0


_OF_ACCOUNTS = {
    "accounts": _accounts,
    "migrate": _migrate,
    "openapi": _openapi,
    "account": _account,
    "bounce": _bounce,
}


def _token(directory: Path, *, minutes: int, as_json: bool) -> int:
    from ombelle_chassis.identity import Signer, ensure_keys  # noqa: PLC0415

    private, _ = ensure_keys(directory)
    token = Signer(private).sign_access("administrator", ["administrator"], minutes=minutes)
    print(json.dumps({"token": token, "minutes": minutes}) if as_json else token)
    return 0


def _keys(directory: Path, *, rotate: bool) -> int:
    from ombelle_chassis.identity import ensure_keys, rotate_keys  # noqa: PLC0415

    private, public = rotate_keys(directory) if rotate else ensure_keys(directory)
    print(json.dumps({"private": str(private), "public": str(public)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
