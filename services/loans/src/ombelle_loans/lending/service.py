"""The use cases of lenders' settings and tariffs: each opens one transaction."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.copies.store import CopyStore
from ombelle_loans.lending.domain import AGREEMENT_WORDS, PERSONAL, unknown_words
from ombelle_loans.lending.errors import LenderUnknown, TariffInUse, TariffOverlaps, TariffUnknown
from ombelle_loans.lending.store import LendingStore, settings_values
from ombelle_loans.lending.tables import TariffRow
from ombelle_loans.log import record

_FIRST = (UUID(int=0), "", 0, UUID(int=0))
_NO_TARIFF = "Ce tarif n'existe pas, ou n'est pas de ceux que vous gérez."
_PLACE = ("id", "name", "address", "hours", "directions")


class LendingService:
    """How each lender lends. `agency` is what the agency is called."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], agency: str) -> None:
        self._sessions = sessions
        self._agency = agency

    async def lenders(
        self, caller: Caller, *, after: tuple[int, str, UUID], count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return the lenders that the caller lends for, and how many there are in all."""
        async with self._sessions() as session, session.begin():
            rows, total = await LendingStore(session).lenders(caller, self._agency, after=after, count=count)
        actions = _actions(caller)
        return [
            {**row, "lender": {"id": row["id"], "name": row["name"]}, "allowed_actions": actions}
            for row in rows
        ], total

    async def settings(self, caller: Caller, organisation_id: UUID | None) -> dict[str, Any]:
        """Return how a lender lends.

        Raises:
            LenderUnknown: there is no such lender that the caller lends for.

        """
        async with self._sessions() as session, session.begin():
            name = await self._lender(session, caller, organisation_id)
            return await _described(session, caller, organisation_id, name)

    async def change(
        self, caller: Caller, organisation_id: UUID | None, values: dict[str, Any], *, if_match: str | None
    ) -> dict[str, Any]:
        """Change how a lender lends; what was agreed before stays as it was.

        Raises:
            VersionNeeded: `if_match` is missing.
            LenderUnknown: there is no such lender that the caller lends for.
            ChangedMeanwhile: it has another version; the problem carries both.
            InvalidInput: the shortest loan is longer than the longest, a pick-up place is another's, or the text of
                agreements names what there is not.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            name = await self._lender(session, caller, organisation_id)
            store = LendingStore(session)
            row = await store.held_settings(organisation_id)
            current = await _described(session, caller, organisation_id, name)
            refuse_stale(wanted, row.version, current=current, yours=values)
            changed = {key: value for key, value in values.items() if current[key] != value}
            places = changed.pop("pickup_places", None)
            _refuse_lengths(current | changed)
            _refuse_unknown_words(changed.get("agreement_template"))
            for key, value in changed.items():
                setattr(row, key, value)
            if places is not None:
                _refuse_foreign(places, {place["id"] for place in current["pickup_places"]})
                await store.set_places(row.id, places)
            row.version, row.updated_at = row.version + 1, datetime.now(UTC)
            await session.flush()
            shown = await _described(session, caller, organisation_id, name)
            told = {key: None if key in PERSONAL else value for key, value in changed.items()}
            await record(
                session, caller, "lending_settings_changed", ("lender_settings", row.id),
                told | ({"pickup_places": len(places)} if places is not None else {}),
            )  # fmt: skip
            return shown

    async def tariffs(
        self, caller: Caller, filters: Mapping[str, Any], *, after: tuple[UUID, str, int, UUID], count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return tariffs of lenders that the caller lends for, and how many the filters find in all."""
        async with self._sessions() as session, session.begin():
            rows, total = await LendingStore(session).tariffs(
                caller, self._agency, filters, after=after, count=count
            )
        return [_tariff(caller, row) for row in rows], total

    async def tariff(self, caller: Caller, tariff_id: UUID) -> dict[str, Any]:
        """Return a tariff.

        Raises:
            TariffUnknown: there is no such tariff of a lender that the caller lends for.

        """
        async with self._sessions() as session, session.begin():
            return await self._described_tariff(session, caller, tariff_id)

    async def add_tariff(self, caller: Caller, values: Mapping[str, Any], once: OneRequest) -> dict[str, Any]:
        """Say what a lender asks for a category from a day on.

        Raises:
            LenderUnknown: there is no such lender that the caller lends for.
            TariffOverlaps: it asks something else on one of these days.

        """
        organisation_id = None if values["lender"] == "agency" else values["lender"]
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await self._lender(session, caller, organisation_id)
            row = TariffRow(
                organisation_id=organisation_id,
                in_force=_days(values["starts_on"], values["ends_on"]),
                **{
                    name: values[name]
                    for name in ("category", "basis", "period_days", "member_cents", "other_cents")
                },
            )
            await _refuse_overlap(session, row, values["starts_on"], values["ends_on"])
            session.add(row)
            await _flush(session)
            shown = await self._described_tariff(session, caller, row.id)
            await record(session, caller, "tariff_added", ("tariff", row.id), {"category": row.category})
            return await once.keep(session, shown)

    async def end_tariff(
        self, caller: Caller, tariff_id: UUID, ends_on: date | None, *, if_match: str | None
    ) -> dict[str, Any]:
        """Say on which day a tariff holds for the last time.

        Raises:
            VersionNeeded: `if_match` is missing.
            TariffUnknown: there is no such tariff of a lender that the caller lends for.
            ChangedMeanwhile: it has another version; the problem carries both.
            InvalidInput: that is before its first day.
            TariffOverlaps: another one holds on one of the days that would be added.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            row, current = await self._held_tariff(session, caller, tariff_id)
            refuse_stale(wanted, row.version, current=current, yours={"ends_on": ends_on})
            if ends_on is not None and ends_on < current["starts_on"]:
                raise InvalidInput(
                    "Un tarif ne finit pas avant d'avoir commencé.",
                    errors=[
                        FieldError("/body/ends_on", "too_early", "Le dernier jour vient après le premier.")
                    ],
                )
            row.in_force, row.version = _days(current["starts_on"], ends_on), row.version + 1
            await _refuse_overlap(session, row, current["starts_on"], ends_on)
            await _flush(session)
            shown = await self._described_tariff(session, caller, tariff_id)
            await record(session, caller, "tariff_ended", ("tariff", tariff_id), {"ends_on": str(ends_on)})
            return shown

    async def remove_tariff(self, caller: Caller, tariff_id: UUID) -> None:
        """Take a tariff away that no loan was settled by.

        Raises:
            TariffUnknown: there is no such tariff of a lender that the caller lends for.
            TariffInUse: a loan was.

        """
        async with self._sessions() as session, session.begin():
            row, _ = await self._held_tariff(session, caller, tariff_id)
            await session.delete(row)
            try:
                await session.flush()
            except IntegrityError as error:
                raise TariffInUse(
                    "Des prêts ont été calculés avec ce tarif : donnez-lui une fin plutôt que de le retirer."
                ) from error
            await record(session, caller, "tariff_removed", ("tariff", tariff_id))

    async def _lender(self, session: AsyncSession, caller: Caller, organisation_id: UUID | None) -> str:
        """Return what a lender is called that the caller lends for. Raises LenderUnknown."""
        if caller.is_lender or caller.acts_for(organisation_id):
            if organisation_id is None:
                return self._agency
            found = await CopyStore(session).standing(organisation_id)
            if found is not None:
                return str(found["name"])
        raise LenderUnknown("Cette structure n'existe pas, ou vous ne prêtez pas en son nom.")

    async def _held_tariff(
        self, session: AsyncSession, caller: Caller, tariff_id: UUID
    ) -> tuple[TariffRow, dict[str, Any]]:
        row = await LendingStore(session).tariff(tariff_id, lock=True)
        current = await self._described_tariff(session, caller, tariff_id)
        if row is None:
            raise TariffUnknown(_NO_TARIFF)
        return row, current

    async def _described_tariff(
        self, session: AsyncSession, caller: Caller, tariff_id: UUID
    ) -> dict[str, Any]:
        rows, _ = await LendingStore(session).tariffs(
            caller, self._agency, {"id": tariff_id}, after=_FIRST, count=1
        )
        if not rows:
            raise TariffUnknown(_NO_TARIFF)
        return _tariff(caller, rows[0])


def _actions(caller: Caller) -> list[str]:
    return ["edit"] if caller.may_write else []


def _tariff(caller: Caller, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **row,
        "lender": {"id": row["organisation_id"], "name": row["lender_name"]},
        "allowed_actions": ["edit", "remove"] if caller.may_write else [],
    }


async def _described(
    session: AsyncSession, caller: Caller, organisation_id: UUID | None, name: str
) -> dict[str, Any]:
    store = LendingStore(session)
    row = await store.settings(organisation_id)
    places = [] if row is None else await store.places(row.id)
    return {
        "lender": {"id": organisation_id, "name": name},
        **settings_values(row),
        "pickup_places": [{key: getattr(place, key) for key in _PLACE} for place in places],
        "allowed_actions": _actions(caller),
    }


def _refuse_lengths(values: Mapping[str, Any]) -> None:
    if values["min_days"] > values["max_days"]:
        raise InvalidInput(
            "Le prêt le plus court serait plus long que le plus long.",
            errors=[FieldError("/body/min_days", "too_long", "Au plus la durée du prêt le plus long.")],
        )


def _refuse_unknown_words(template: str | None) -> None:
    wrong = unknown_words(template or "")
    if wrong:
        told = f"Ce texte nomme ce qui n’existe pas : {', '.join(wrong)}."
        raise InvalidInput(
            f"{told} Il peut nommer : {', '.join(AGREEMENT_WORDS)}.",
            errors=[FieldError("/body/agreement_template", "unknown_words", told)],
        )


def _refuse_foreign(places: Sequence[Mapping[str, Any]], known: set[UUID]) -> None:
    given = [place["id"] for place in places if place["id"] is not None]
    for position, place in enumerate(places):
        if place["id"] is not None and (place["id"] not in known or given.count(place["id"]) > 1):
            raise InvalidInput(
                "Un lieu de retrait n'est pas, ou plus, l'un de ceux de cette structure.",
                errors=[
                    FieldError(f"/body/pickup_places/{position}/id", "unknown", "Lieu inconnu, ou deux fois.")
                ],
            )


def _days(starts_on: date, ends_on: date | None) -> Range[date]:
    return Range(starts_on, None if ends_on is None else ends_on + timedelta(days=1), bounds="[)")


async def _refuse_overlap(
    session: AsyncSession, row: TariffRow, starts_on: date, ends_on: date | None
) -> None:
    with session.no_autoflush:
        found = await LendingStore(session).overlapping(
            row.organisation_id, row.category, (starts_on, ends_on), row.id
        )
    if found:
        raise _overlap(found)


def _overlap(found: Sequence[UUID]) -> TariffOverlaps:
    return TariffOverlaps(
        "Un autre tarif vaut déjà pour l'un de ces jours : donnez-lui d'abord une fin.",
        overlaps=[str(one) for one in found],
        errors=[
            FieldError("/body/starts_on", "overlaps", "Un autre tarif vaut déjà pour l'un de ces jours.")
        ],
    )


async def _flush(session: AsyncSession) -> None:
    try:
        await session.flush()
    except IntegrityError as error:
        if broken_constraint(error) == "ex_tariff_one_a_day":  # somebody else's, at the same moment
            raise _overlap([]) from error
        raise
