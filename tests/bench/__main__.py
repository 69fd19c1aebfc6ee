"""`python -m bench`, which `./ombelle bench` becomes: see README.md."""

import argparse
import asyncio
import json
import os
import signal
import sys
import time
from pathlib import Path

from ombelle_command.stack import PROJECT

from bench import report
from bench.plot import growth_svg
from bench.report import Measure, exit_code, table
from bench.run import CHOICES, GROWTH_BOUND, Run
from bench.stack import BenchError, open_bench

PLOT = PROJECT / "docs" / "growth.svg"


def main(words: list[str]) -> int:
    """Measure what is asked, tell it, and return 0 when every bound holds."""
    parser = argparse.ArgumentParser(prog="./ombelle bench", description="mesurer, sur des données à soi")
    parser.add_argument("--json", action="store_true", help="une ligne de JSON")
    parser.add_argument(
        "--only", nargs="+", choices=CHOICES, metavar="MESURE", help=f"seulement : {', '.join(CHOICES)}"
    )
    parser.add_argument(
        "--plot", action="store_true", help=f"dessiner la croissance dans {PLOT.name} (docs/)"
    )
    asked = parser.parse_args(words)
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, signal.default_int_handler)
    environment = {
        k: v
        for k, v in os.environ.items()
        if not k.startswith(("OMBELLE_", "EVENTS_", "MEMBERS_", "LOANS_", "GATEWAY_", "PG"))
    }
    os.environ.clear()
    os.environ.update(environment)
    began = time.monotonic()
    try:
        with open_bench() as bench:
            run = Run(bench, set(asked.only or CHOICES))
            measures = asyncio.run(run.everything())
    except BenchError as fault:
        return _refuse(str(fault), as_json=asked.json)
    except KeyboardInterrupt:
        return _refuse("Interrompu.", as_json=asked.json)
    if asked.plot and run.latencies:
        _draw(run.latencies, PLOT)
    _tell(measures, time.monotonic() - began, as_json=asked.json)
    return exit_code(measures)


def _refuse(why: str, *, as_json: bool) -> int:
    print(why, file=sys.stderr)
    if as_json:
        print(json.dumps({"error": "failed", "detail": why}, ensure_ascii=False))
    return 1


def _draw(latencies: dict[int, float], place: Path) -> None:
    place.write_text(growth_svg(latencies, bound=GROWTH_BOUND), encoding="utf-8")


def _tell(measures: list[Measure], seconds: float, *, as_json: bool) -> None:
    """The table goes to people: on standard output, or beside the JSON's."""
    stream = sys.stderr if as_json else sys.stdout
    print(f"\n{table(measures)}\n", file=stream)
    missed = [measure.key for measure in measures if not measure.holds]
    verdict = f"Pas tenu : {', '.join(missed)}." if missed else "Tout est tenu."
    print(f"{verdict} ({seconds:.0f} s)", file=stream)
    if as_json:
        print(report.as_json(measures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
