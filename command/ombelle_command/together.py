"""Runs programs of the project at once, each argument a chain: `"ombelle_events migrate, …" "ombelle_members migrate"`.

A chain stops at its first failure, the others go on; the exit code is 1 when one failed.
"""

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from ombelle_command.stack import module


def run_chain(chain: str) -> bool:
    """Run the programs of a chain one after the other; say whether all went well."""
    for program in chain.split(","):
        done = subprocess.run(module(*program.split()), check=False, stdin=subprocess.DEVNULL)
        if done.returncode:
            print(f"{program.strip()}: exit code {done.returncode}", file=sys.stderr)
            return False
    return True


def main(chains: Sequence[str]) -> int:
    """Run every chain, all at once."""
    with ThreadPoolExecutor(max_workers=len(chains)) as pool:
        return 0 if all(list(pool.map(run_chain, chains))) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
