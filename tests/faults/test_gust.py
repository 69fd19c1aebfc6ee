"""The storm's mechanism, short: each process killed once among two hundred rows."""

from collections.abc import Callable

from stacks import OwnStack

from faults.weather import brewing, seed


async def test_each_process_killed_once_loses_and_doubles_nothing(
    doomed_stack: Callable[..., OwnStack], fresh_database_url: str
) -> None:
    async with brewing(seed(), 200, doomed_stack, fresh_database_url) as weather:
        await weather.first_load(["sync", "postgresql"], longest_calm=0.5, kill_supervisor=False)
        await weather.edits(["events", "backend"], longest_calm=1.0, by_worker=False)
        await weather.reconciliation(["events-worker", "gateway"], longest_calm=0.5, by_worker=False)
    assert len(weather.storm.kills) == 6
    assert weather.findings.checked["pages"] > 0
