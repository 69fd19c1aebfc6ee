"""The use cases of tariffs: adopted from a day on; those before stay, and fees that were called keep their amount."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.fees.errors import TariffUsed
from ombelle_members.fees.tariffs.store import TariffStore
from ombelle_members.log import record

_SETTINGS_ID = UUID(int=0)
_EVERY = 1000


class TariffService:
    """What membership costs, and how it is asked for."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, on: date | None, *, before: date, count: int, caller: Caller
    ) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """Return tariffs, the latest first; beside them `total`, `version` and `allowed_actions`."""
        async with self._sessions() as session, session.begin():
            return await _page(session, on, before, count, caller)

    async def adopt(
        self, values: Mapping[str, Any], *, if_match: str | None, caller: Caller
    ) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """Let a tariff begin on a day: it ends the one before it, or corrects the one that begins on that day.

        Args:
            values: `starts_on`, `adopted_on`, `note`, and `lines` of `category`, `college`, `amount_cents`.
            if_match: the version of the list that was read.
            caller: who adopts it.

        Raises:
            TariffUsed: fees were called by the tariff that begins on that day.
            VersionNeeded, ChangedMeanwhile: it is made on no version, or on another than the present one.

        """
        wanted = require_version(if_match)
        day = values["starts_on"]
        async with self._sessions() as session, session.begin():
            store = TariffStore(session)
            await store.take_turns()
            rows, more = await _page(session, None, date.max, _EVERY, caller)
            refuse_stale(wanted, more["version"], current={"items": rows, **more}, yours=values)
            same, next_day = await store.around(day)
            if same is None:
                tariff_id = await store.add(day, next_day, values, values["lines"])
            elif await store.is_used(same):
                told = "Des cotisations ont été appelées avec ce barème : faites-en commencer un autre, un autre jour."
                raise TariffUsed(told, errors=[FieldError("/body/starts_on", "tariff_used", told)])
            else:
                tariff_id = same
                await store.correct(same, values, values["lines"])
            shown = await _page(session, None, date.max, 51, caller)
            logged = {"starts_on": day, "lines": list(values["lines"])}
            await record(session, caller, "fee_tariff_adopted", ("fee_tariff", tariff_id), logged)
            return shown

    async def settings(self, *, caller: Caller) -> dict[str, Any]:
        """Return how fees are asked for."""
        async with self._sessions() as session, session.begin():
            return _settings(await TariffStore(session).settings(), caller)

    async def set_settings(
        self, values: Mapping[str, Any], *, if_match: str | None, caller: Caller
    ) -> dict[str, Any]:
        """Say how fees are asked for from now on.

        Raises:
            VersionNeeded, ChangedMeanwhile: it is made on no version, or on another than the present one.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            store = TariffStore(session)
            current = await store.settings(lock=True)
            refuse_stale(wanted, current["version"], current=current, yours=values)
            await store.set_settings(values)
            shown = _settings(await store.settings(), caller)
            changes = {
                name: [current[name], value] for name, value in values.items() if current[name] != value
            }
            await record(session, caller, "fee_settings_changed", ("fee_settings", _SETTINGS_ID), changes)
            return shown


async def _page(
    session: AsyncSession, on: date | None, before: date, count: int, caller: Caller
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    store = TariffStore(session)
    rows, total = await store.page(on=on, today=today_in_paris(), before=before, count=count)
    actions = ["adopt"] if caller.is_treasury else []
    return rows, {"total": total, "version": await store.version(), "allowed_actions": actions}


def _settings(row: Mapping[str, Any], caller: Caller) -> dict[str, Any]:
    return {**row, "allowed_actions": ["edit"] if caller.is_treasury else []}
