"""`./ombelle bench`: becomes the program of tests/bench, on data of its own."""

import os
import sys
from collections.abc import Sequence

from ombelle_command.stack import PROJECT, module

PLACE = PROJECT / "tests"


def run_bench(words: Sequence[str], *, as_json: bool) -> int:
    """Become `python -m bench`; its exit codes are ours: 0 when every bound holds, 1 when one does not, 2 misused."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    sys.stdout.flush()
    command = module("bench", *words, *(["--json"] if as_json else []))
    os.execve(command[0], command, environment | {"PYTHONPATH": str(PLACE), "PYTHONSAFEPATH": "1"})  # noqa: S606
