"""The listener comes back: at once to a database that was just there, less and less often to one that refuses."""

import asyncio

import pytest
from ombelle_gateway import listener
from ombelle_gateway.hot import HotMemory
from ombelle_gateway.listener import AgendaListener

SHORT = listener._SHORTEST_PAUSE


async def test_it_waits_longer_only_for_a_database_that_keeps_refusing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hears = iter([True, True, False, False, True, *[False] * 9])
    pauses: list[float] = []

    async def listen() -> None:
        left._heard = next(hears)
        raise ConnectionResetError

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 14:
            raise asyncio.CancelledError

    left = AgendaListener("postgresql://none", HotMemory(), sleep=sleep)
    monkeypatch.setattr(left, "_listen", listen)
    with pytest.raises(asyncio.CancelledError):
        await left.run()
    assert pauses[:6] == [SHORT, SHORT, 2 * SHORT, 4 * SHORT, SHORT, 2 * SHORT]
    assert pauses[-1] == listener._LONGEST_PAUSE
