"""Mechanism that the services share: no domain word, no table, no setting of a service."""

import sys
from types import ModuleType
from typing import cast

# Wherever rich is installed httpx brings its command-line client along: 4 MB in each process, and nobody runs it there.
# A module that is `None` is one that cannot be imported; httpx then goes without.
sys.modules.setdefault("httpx._main", cast("ModuleType", None))
