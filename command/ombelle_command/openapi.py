"""Says whether the OpenAPI files committed in `contracts` are those of the code.

Run as `python -m ombelle_command.openapi`; with `--write`, brings them up to date.
"""

import json
import subprocess
import sys
from typing import Any

from ombelle_command.stack import PROJECT, module

COMMITTED = PROJECT / "services" / "contracts" / "src" / "ombelle_contracts" / "openapi"
SERVICES = {
    "events": "ombelle_events",
    "members": "ombelle_members",
    "loans": "ombelle_loans",
    "gateway": "ombelle_gateway",
}


def described(package: str) -> Any:
    """Ask a service for its OpenAPI document. Raises CalledProcessError."""
    done = subprocess.run(module(package, "openapi"), check=True, stdout=subprocess.PIPE, cwd=PROJECT)
    return json.loads(done.stdout)


def main(words: list[str]) -> int:
    """Compare, or write; say what differs."""
    outdated = []
    for name, package in SERVICES.items():
        path = COMMITTED / f"{name}.json"
        try:
            document = described(package)
        except subprocess.CalledProcessError:
            outdated.append(str(path.relative_to(PROJECT)))
            continue
        if path.exists() and json.loads(path.read_text()) == document:
            continue
        if "--write" in words:
            path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
            print(f"written: {path.relative_to(PROJECT)}")
        else:
            outdated.append(str(path.relative_to(PROJECT)))
    for path_name in outdated:
        print(f"{path_name} is not what the code says: python -m ombelle_command.openapi --write")
    return 1 if outdated else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
