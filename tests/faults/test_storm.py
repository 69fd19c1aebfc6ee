"""Killed and unharmed: fifty processes killed while ten thousand rows come in, are edited and are reconciled."""

import random
from collections import Counter
from collections.abc import Callable

import pytest
from stacks import OwnStack

from faults.weather import brewing, seed

ROWS = 10_000
VICTIMS = {"events": 10, "events-worker": 8, "gateway": 9, "postgresql": 10, "backend": 5, "sync": 8}
EVERYTHING_BACK = 5.0  # seconds, asked of the supervisor
CALM = 2.0  # seconds at most from one recovery to the next kill


@pytest.mark.long
async def test_fifty_kills_lose_and_double_nothing(
    doomed_stack: Callable[..., OwnStack], fresh_database_url: str
) -> None:
    chosen = seed()
    victims = list(Counter(VICTIMS).elements())
    random.Random(chosen).shuffle(victims)
    async with brewing(chosen, ROWS, doomed_stack, fresh_database_url) as weather:
        await weather.first_load(victims[:18], longest_calm=CALM, kill_supervisor=True)
        await weather.edits(victims[18:34], longest_calm=CALM, by_worker=True)
        await weather.reconciliation(victims[34:], longest_calm=CALM, by_worker=True)
        kills = weather.storm.kills
        assert Counter(kill.victim for kill in kills) == VICTIMS
        assert [kill for kill in kills if kill.seconds > EVERYTHING_BACK] == []
