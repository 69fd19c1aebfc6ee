"""The use cases of condition reports: what each unit is like, out and in, with photographs."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.files.keeping import kept_file
from ombelle_chassis.files.service import FileService
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.uploads import Checked, Upload
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.callers import Caller
from ombelle_loans.files.photos import prepared_photo
from ombelle_loans.files.tables import StoredFileRow
from ombelle_loans.handovers.domain import DIRECTIONS, MOST_PHOTOS, PHOTO_TYPES, Direction
from ombelle_loans.handovers.errors import (
    PhotoUnknown,
    ReportFrozen,
    ReportIncomplete,
    ReportMade,
    ReportUnknown,
    TooManyPhotos,
)
from ombelle_loans.handovers.incidents.service import WENT_OUT, note_differences
from ombelle_loans.handovers.store import HandOverStore
from ombelle_loans.handovers.tables import ConditionPhotoRow, ConditionReportRow
from ombelle_loans.loans.errors import ActionForbidden, ActionImpossible, DatesWrong, LoanUnknown
from ombelle_loans.loans.moves import Seen, look_at, record_step
from ombelle_loans.transactions import in_transaction

_UNKNOWN: Final = "Ce constat n’existe pas."
_WHEN: Final[Mapping[str, frozenset[str]]] = {
    "out": frozenset({"approved", "agreement_sent", "confirmed"}),
    "in": frozenset({"out", "returned"}),
}
"""In which states of the loan each report is made and changed."""


class ReportService:
    """Condition reports. `public_url` is where links begin."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], files: FileService, public_url: str
    ) -> None:
        self._sessions = sessions
        self._files = files
        self._public_url = public_url

    async def reports(self, loan_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return the reports of a loan, that of its departure first, and its hand-overs. Raises LoanUnknown."""
        async with self._sessions() as session, session.begin():
            seen = await look_at(session, caller, loan_id)
            store = HandOverStore(session)
            found = [described(row, seen) for row in await store.reports(loan_id)]
            made = {one["direction"] for one in found}
            return {
                "items": found,
                "total": len(found),
                "hand_overs": await store.hand_overs(loan_id),
                "allowed_actions": _told_now(seen, made),
            }

    async def report(self, report_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return a report. Raises ReportUnknown."""
        async with self._sessions() as session, session.begin():
            _, shown = await _seen(session, report_id, caller)
            return shown

    async def make(
        self, loan_id: UUID, values: Mapping[str, Any], *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Make a report: the loan may then be handed over, or was looked at. Damage and loss become incidents.

        Args:
            loan_id: of which loan.
            values: `direction`, `on` (today where it is `None`), `remarks`, and `lines`: `unit_id`, `state`, `remarks`.
            caller: the lender.
            once: the request.

        Raises:
            LoanUnknown, ActionForbidden, ActionImpossible: it is not the caller's to make, or not now.
            ReportMade: it is there already.
            ReportIncomplete: it does not tell of each unit once, or lets one leave that is missing.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, caller, loan_id, lock=True)
            _require_time(seen, values["direction"])
            report_id = await written(session, seen, values, caller=caller)
            await record_step(session, seen, caller, f"report_{values['direction']}")
            if values["direction"] == "in":
                await note_differences(session, seen, report_id, caller=caller, public_url=self._public_url)
            await session.flush()
            return await once.keep(session, described(await _row(session, report_id), seen))

        return await in_transaction(self._sessions, work)

    async def change(
        self, report_id: UUID, values: Mapping[str, Any], *, if_match: str | None, caller: Caller
    ) -> dict[str, Any]:
        """Change a report before the loan goes on: `remarks`, or `lines` of some units.

        Raises:
            VersionNeeded, ChangedMeanwhile: it is made on no version, or on another than the present one.
            ReportUnknown, ActionForbidden, ReportFrozen, ReportIncomplete: as `make`.

        """
        version = require_version(if_match)

        async def work(session: AsyncSession) -> dict[str, Any]:
            row, seen, shown = await _held(session, report_id, caller)
            refuse_stale(version, row.version, current=shown, yours=values)
            lines = values.get("lines", [])
            _refuse_lines(lines, await HandOverStore(session).units(seen.loan.id), row.direction, some=True)
            if "remarks" in values:
                row.remarks = values["remarks"]
            row.version += 1
            await HandOverStore(session).set_lines(report_id, lines)
            await record_step(session, seen, caller, f"report_{row.direction}_changed")
            if row.direction == "in":
                await note_differences(session, seen, report_id, caller=caller, public_url=self._public_url)
            await session.flush()
            return described(await _row(session, report_id), seen)

        return await in_transaction(self._sessions, work)

    async def may_photograph(self, report_id: UUID, *, caller: Caller) -> None:
        """Refuse whoever may not send a photograph now, before it is read. Raises as `add_photo`."""
        async with self._sessions() as session, session.begin():
            seen, shown = await _seen(session, report_id, caller)
            _require_open(seen, shown["is_frozen"])

    async def add_photo(
        self,
        report_id: UUID,
        unit_id: UUID,
        caption: str | None,
        upload: Upload,
        *,
        caller: Caller,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Add a photograph of a unit; it is kept as it is shown, without what the camera writes beside it.

        Raises:
            ReportUnknown, ActionForbidden, ReportFrozen: as `change`.
            ReportIncomplete: the report tells nothing of this unit.
            TooManyPhotos: it has as many as it may.
            FileRefused, FileInfected, StorageUnavailable: the file cannot be taken.

        """
        async with kept_file(self._files, report_id, upload, PHOTO_TYPES, prepared=_photo_content) as kept:
            same = once.holding(kept.sha256 + f"{unit_id}\n{caption}".encode())

            async def work(session: AsyncSession) -> dict[str, Any]:
                if (told := await same.recall(session)) is not None:
                    return dict(told)
                row, seen, _ = await _held(session, report_id, caller)
                if unit_id not in await HandOverStore(session).units(seen.loan.id):
                    raise _incomplete("/body/unit_id", "Cet exemplaire n’est pas de ce prêt.")
                if await HandOverStore(session).count_photos(report_id) >= MOST_PHOTOS:
                    raise TooManyPhotos(
                        f"Un constat a {MOST_PHOTOS} photos au plus : retirez-en une d’abord."
                    )
                file = await kept.named(session)
                session.add(
                    ConditionPhotoRow(report_id=report_id, unit_id=unit_id, file_id=file.id, caption=caption)
                )
                row.version += 1
                await record_step(session, seen, caller, "report_photo_added")
                await session.flush()
                return await same.keep(session, described(await _row(session, report_id), seen))

            return await in_transaction(self._sessions, work)

    async def photo(
        self, report_id: UUID, photo_id: UUID, *, caller: Caller
    ) -> tuple[StoredFileRow, AsyncIterator[bytes]]:
        """Return a photograph. Raises ReportUnknown, PhotoUnknown, FileNotSafe, StorageUnavailable."""
        async with self._sessions() as session, session.begin():
            await _seen(session, report_id, caller)
            found = await HandOverStore(session).photo(report_id, photo_id)
            if found is None:
                raise PhotoUnknown("Ce constat n’a pas cette photo.")
            file = found[1]
        return file, await self._files.content(file)

    async def remove_photo(self, report_id: UUID, photo_id: UUID, *, caller: Caller) -> None:
        """Take a photograph away. Raises PhotoUnknown, else as `change`."""

        async def work(session: AsyncSession) -> None:
            row, seen, _ = await _held(session, report_id, caller)
            found = await HandOverStore(session).photo(report_id, photo_id)
            if found is None:
                raise PhotoUnknown("Ce constat n’a pas cette photo.")
            await session.delete(found[0])
            await session.flush()
            await session.delete(found[1])
            row.version += 1
            await record_step(session, seen, caller, "report_photo_removed")

        await in_transaction(self._sessions, work)


async def written(session: AsyncSession, seen: Seen, values: Mapping[str, Any], *, caller: Caller) -> UUID:
    """Write a report of a loan, which must be locked, and name it on the loan; return its id.

    Raises:
        DatesWrong: its day has not come.
        ReportMade, ReportIncomplete: as `ReportService.make`.

    """
    direction: Direction = values["direction"]
    store, loan = HandOverStore(session), seen.loan
    if any(one["direction"] == direction for one in await store.reports(loan.id)):
        raise ReportMade("Ce constat est déjà fait : modifiez-le.")
    lines = values["lines"]
    _refuse_lines(lines, await store.units(loan.id), direction)
    row = ConditionReportRow(
        loan_id=loan.id,
        direction=direction,
        made_on=day_of(values["on"]),
        made_by=caller.identity.subject,
        remarks=values["remarks"],
    )
    session.add(row)
    await session.flush()
    await store.set_lines(row.id, lines)
    setattr(loan, f"condition_report_{direction}_id", row.id)
    loan.version += 1
    await session.flush()
    return row.id


def day_of(on: date | None) -> date:
    """Return the day on which something was done, today where none is told. Raises DatesWrong in the future."""
    today = today_in_paris()
    if on is not None and on > today:
        raise DatesWrong(
            "Ce jour n’est pas encore venu.",
            errors=[FieldError("/body/on", "dates_wrong", "Aujourd’hui, ou plus tôt.")],
        )
    return on or today


def described(row: Mapping[str, Any], seen: Seen) -> dict[str, Any]:
    """Return a report with what may be done with it."""
    is_frozen = row["frozen_at"] is not None
    may = not is_frozen and "lender" in seen.parts and seen.loan.status in _WHEN[row["direction"]]
    lines = [
        {
            **line,
            "photos": [
                {**photo, "url": f"/api/v1/condition-reports/{row['id']}/photos/{photo['id']}"}
                for photo in line["photos"]
            ],
        }
        for line in row["lines"] or []
    ]
    names = ("id", "loan_id", "direction", "made_on", "remarks", "version", "created_at")
    return {
        **{name: row[name] for name in names},
        "is_frozen": is_frozen,
        "lines": lines,
        "allowed_actions": ["edit", "add_photo"] if may else [],
    }


async def _photo_content(checked: Checked) -> Checked:
    return (await prepared_photo(checked)).checked


def _told_now(seen: Seen, made: Collection[str]) -> list[str]:
    """Return which reports the lender may make now, and whether damage or loss may be told of."""
    if "lender" not in seen.parts:
        return []
    status = seen.loan.status
    missing = [f"report_{one}" for one in DIRECTIONS if one not in made and status in _WHEN[one]]
    return [*missing, "incident"] if status in WENT_OUT else missing


def _require_time(seen: Seen, direction: str) -> None:
    if "lender" not in seen.parts:
        raise ActionForbidden("C’est au prêteur de faire le constat.")
    if seen.loan.status not in _WHEN[direction]:
        raise ActionImpossible(
            "Ce constat ne se fait pas dans cet état du prêt.", state=seen.loan.status, allowed_actions=[]
        )


def _require_open(seen: Seen, is_frozen: bool) -> None:
    if "lender" not in seen.parts:
        raise ActionForbidden("C’est au prêteur de faire le constat.")
    if is_frozen:
        raise ReportFrozen("Le prêt a avancé depuis : ce constat reste tel qu’il était.")


def _refuse_lines(
    lines: Sequence[Mapping[str, Any]], units: Sequence[UUID], direction: str, *, some: bool = False
) -> None:
    told = [line["unit_id"] for line in lines]
    for place, unit in enumerate(told):
        if unit not in units or told.count(unit) > 1:
            raise _incomplete(f"/body/lines/{place}/unit_id", "Chaque exemplaire de ce prêt, une fois.")
    if not some and set(told) != set(units):
        raise _incomplete("/body/lines", "Dites l’état de chaque exemplaire de ce prêt.")
    for place, line in enumerate(lines):
        if direction == "out" and line["state"] == "missing":
            raise _incomplete(f"/body/lines/{place}/state", "Ce qui manque ne part pas.")


def _incomplete(pointer: str, detail: str) -> ReportIncomplete:
    return ReportIncomplete(
        f"Ce constat n’est pas complet : {detail}",
        errors=[FieldError(pointer, "condition_report_incomplete", detail)],
    )


async def _row(session: AsyncSession, report_id: UUID) -> dict[str, Any]:
    found = await HandOverStore(session).report(report_id)
    if found is None:
        raise ReportUnknown(_UNKNOWN)
    return found


async def _seen(session: AsyncSession, report_id: UUID, caller: Caller) -> tuple[Seen, dict[str, Any]]:
    row = await _row(session, report_id)
    try:
        seen = await look_at(session, caller, row["loan_id"])
    except LoanUnknown as error:
        raise ReportUnknown(_UNKNOWN) from error
    return seen, described(row, seen)


async def _held(
    session: AsyncSession, report_id: UUID, caller: Caller
) -> tuple[ConditionReportRow, Seen, dict[str, Any]]:
    """Return a report that may be changed now, locked after its loan."""
    row = await _row(session, report_id)
    try:
        seen = await look_at(session, caller, row["loan_id"], lock=True)
    except LoanUnknown as error:
        raise ReportUnknown(_UNKNOWN) from error
    held = await HandOverStore(session).held_report(report_id)
    _require_open(seen, held.frozen_at is not None)
    return held, seen, described(await _row(session, report_id), seen)
