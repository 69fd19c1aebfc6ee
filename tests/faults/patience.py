"""Waiting for something with a deadline."""

import asyncio
import time
from collections.abc import Awaitable, Callable


async def until(
    done: Callable[[], Awaitable[bool]], what: str, *, seconds: float, every: float = 0.05
) -> None:
    """Ask until it is so. Raises AssertionError, saying what was waited for, when the time is over."""
    end = time.monotonic() + seconds
    while not await done():
        if time.monotonic() > end:
            raise AssertionError(f"after {seconds:.0f} s still not: {what}")
        await asyncio.sleep(every)


def nothing(found: object, what: str) -> None:
    """Fail with all that was found where nothing should be."""
    if found:
        shown = "\n".join(map(str, found)) if isinstance(found, list) else str(found)
        raise AssertionError(f"{what}:\n{shown}")
