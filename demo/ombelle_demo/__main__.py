"""`python -m ombelle_demo serve --port N [--smtp-port M]`, `… where`, `… season --url U`."""

import argparse
import json
import os
from datetime import datetime

from .edition import KEY, Edition, coming
from .hours import PARIS


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ombelle_demo", description="A demo programme, as OpenAgenda v2.")
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="serve the programme until told to stop")
    serve.add_argument("--port", type=int, required=True)
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on; the loopback unless told")
    serve.add_argument(
        "--smtp-port", type=int, help="catch mail there, and show it; nothing is caught unless told"
    )
    where = commands.add_parser("where", help="print the agenda, the key and the edition as JSON")
    for command in (serve, where):
        command.add_argument("--year", type=int, help="an edition other than the coming one")
    season = commands.add_parser(
        "season", help="let the season's people do what they did, in a running stack"
    )
    season.add_argument("--url", required=True, help="where its gateway answers")
    season.add_argument("--origin", help="the address that its people type; that of --url unless told")
    season.add_argument(
        "--mailpit",
        default=os.environ.get("OMBELLE_DEMO_MAILPIT") or None,
        help="where Mailpit answers, when it catches the mails; OMBELLE_DEMO_MAILPIT unless told",
    )
    return parser.parse_args()


def main() -> None:
    """Read the command line and obey."""
    arguments = _arguments()
    if arguments.command == "season":
        _load_season(arguments.url, arguments.origin or arguments.url, arguments.mailpit)
        return
    edition = Edition(arguments.year) if arguments.year else coming(datetime.now(PARIS).date())
    if arguments.command == "serve":
        from .server import serve  # noqa: PLC0415 - `where` need not read the programme

        serve(arguments.port, edition, host=arguments.host, smtp_port=arguments.smtp_port)
        return
    place = {
        "agenda": edition.agenda_uid,
        "key": KEY,
        "edition": edition.year,
        "starts_on": edition.starts_on.isoformat(),
        "ends_on": edition.ends_on.isoformat(),
    }
    print(json.dumps(place))


def _load_season(url: str, origin: str, mailpit: str | None) -> None:
    from httpx import HTTPError  # noqa: PLC0415 - only this speaks to a stack

    from .season.door import Door, RefusedError  # noqa: PLC0415
    from .season.loading import load  # noqa: PLC0415

    try:
        with Door(url, origin, mailpit) as door:
            print(json.dumps(load(door)))
    except (RefusedError, HTTPError) as fault:
        raise SystemExit(str(fault)) from fault


if __name__ == "__main__":
    main()
