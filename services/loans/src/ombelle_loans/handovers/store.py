"""Statements of condition reports, preparations, appointments and incidents."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, delete, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.files.tables import StoredFileRow
from ombelle_loans.handovers.tables import ConditionLineRow, ConditionPhotoRow, ConditionReportRow, SlotRow

_REPORTS: Final = """
SELECT r.id, r.loan_id, r.direction, r.made_on, r.remarks, r.frozen_at, r.version, r.created_at,
  (SELECT json_agg(json_build_object('unit', json_build_object('id', u.id, 'code', u.code, 'name', u.name,
      'copy_number', u.copy_number, 'module_number', u.module_number), 'state', l.state, 'remarks', l.remarks,
      'before', CASE r.direction WHEN 'in' THEN before.state END,
      'photos', coalesce((SELECT json_agg(json_build_object('id', p.id, 'caption', p.caption, 'name', s.name,
        'media_type', s.media_type, 'size_bytes', s.size_bytes) ORDER BY p.id)
        FROM condition_photo p JOIN stored_file s ON s.id = p.file_id
        WHERE p.report_id = l.report_id AND p.unit_id = l.unit_id), '[]'::json))
      ORDER BY u.copy_number, u.module_number, u.id)
   FROM condition_line l JOIN unit u ON u.id = l.unit_id
   LEFT JOIN condition_report ro ON ro.loan_id = r.loan_id AND ro.direction = 'out'
   LEFT JOIN condition_line before ON before.report_id = ro.id AND before.unit_id = l.unit_id
   WHERE l.report_id = r.id) AS lines
FROM condition_report r
"""
_OF_LOAN: Final = text(f"{_REPORTS} WHERE r.loan_id = :loan_id ORDER BY r.direction DESC")
_ONE: Final = text(f"{_REPORTS} WHERE r.id = :id")
_UNITS: Final = text("SELECT unit_id FROM loan_unit WHERE loan_id = :loan_id ORDER BY unit_id")
_ELSEWHERE: Final = text("""
SELECT DISTINCT o.number FROM loan_unit mine JOIN loan_unit other ON other.unit_id = mine.unit_id
JOIN loan o ON o.id = other.loan_id
WHERE mine.loan_id = :loan_id AND o.id <> :loan_id AND o.id IS DISTINCT FROM CAST(:but AS uuid) AND o.status = 'out'
ORDER BY o.number
""")
_SET_STATES: Final = text("""
UPDATE unit SET state = :state, state_note = :note, version = version + 1
WHERE id = ANY (:units) AND state <> 'retired' AND state <> :state
""").bindparams(bindparam("units", type_=ARRAY(Uuid)))
_LOCK_UNITS: Final = text("SELECT id FROM unit WHERE id = ANY (:units) ORDER BY id FOR UPDATE").bindparams(
    bindparam("units", type_=ARRAY(Uuid))
)
_PREPARATION: Final = text("""
SELECT u.id, u.code, u.name, u.copy_number, u.module_number, u.state, u.state_note, u.place, c.checked_at,
  (SELECT l.state FROM condition_line l JOIN condition_report r ON r.id = l.report_id
   WHERE l.unit_id = u.id AND r.frozen_at IS NOT NULL ORDER BY r.frozen_at DESC LIMIT 1) AS last_condition
FROM loan_unit lu JOIN unit u ON u.id = lu.unit_id
LEFT JOIN preparation_check c ON c.loan_id = lu.loan_id AND c.unit_id = lu.unit_id
WHERE lu.loan_id = :loan_id ORDER BY u.copy_number, u.module_number, u.id
""")
_SHEET: Final = text("""
SELECT coalesce(f.packages, i.packages) AS packages, coalesce(f.weight_kg, i.weight_kg) AS weight_kg,
  coalesce(f.panels, 0) AS panels, f.dimensions, coalesce(f.transport, i.transport) AS transport,
  coalesce(f.setup, i.setup) AS setup
FROM loan l JOIN item i ON i.id = l.item_id JOIN item_format f ON f.id = l.format_id WHERE l.id = :loan_id
""")
_TICK: Final = text("""
INSERT INTO preparation_check (loan_id, unit_id, checked_by) VALUES (:loan_id, :unit_id, :actor)
ON CONFLICT (loan_id, unit_id) DO NOTHING
""")
_UNTICK: Final = text("DELETE FROM preparation_check WHERE loan_id = :loan_id AND unit_id = :unit_id")
_PLACE: Final = text("""
SELECT p.id FROM pickup_place p JOIN lender_settings s ON s.id = p.settings_id
WHERE p.id = :place_id AND p.ended_at IS NULL AND s.organisation_id IS NOT DISTINCT FROM CAST(:lender AS uuid)
""")
_PLACES: Final = text("""
SELECT p.id, p.name, p.address, p.hours, p.directions FROM pickup_place p JOIN lender_settings s ON s.id = p.settings_id
WHERE p.ended_at IS NULL AND s.organisation_id IS NOT DISTINCT FROM CAST(:lender AS uuid) ORDER BY p.position, p.id
""")
_HAND_OVERS: Final = text("""
SELECT h.kind, h.day, h.given_by, h.taken_by, h.packages, h.remarks,
  CASE WHEN h.to_loan_id IS NOT NULL AND h.loan_id = :loan_id THEN 'in' ELSE 'out' END AS direction
FROM hand_over h WHERE h.loan_id = :loan_id OR h.to_loan_id = :loan_id ORDER BY h.at, h.id
""")
_SLOTS: Final = text("""
SELECT s.id, s.direction, s.kind, s.day, s.from_time, s.to_time, s.address, s.note, s.version,
  CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name, 'address', p.address, 'hours', p.hours,
    'directions', p.directions) END AS place
FROM slot s LEFT JOIN pickup_place p ON p.id = s.place_id WHERE s.loan_id = :loan_id ORDER BY s.direction DESC
""")


class HandOverStore:
    """Hand-overs in one transaction; it never commits."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def reports(self, loan_id: UUID) -> list[dict[str, Any]]:
        """Return the reports of a loan with their lines and photographs, that of its departure first."""
        return [dict(row) for row in (await self._session.execute(_OF_LOAN, {"loan_id": loan_id})).mappings()]

    async def report(self, report_id: UUID) -> dict[str, Any] | None:
        """Return a report, `None` where there is none."""
        row = (await self._session.execute(_ONE, {"id": report_id})).mappings().one_or_none()
        return None if row is None else dict(row)

    async def held_report(self, report_id: UUID) -> ConditionReportRow:
        """Return a report that is there, locked until the transaction ends."""
        row = ConditionReportRow
        asked = select(row).where(row.id == report_id).with_for_update()
        return (await self._session.scalars(asked.execution_options(populate_existing=True))).one()

    async def set_lines(self, report_id: UUID, lines: Sequence[Mapping[str, Any]]) -> None:
        """Write what each unit is like: each in place of what was written of it before."""
        for line in lines:
            found = await self._session.get(ConditionLineRow, (report_id, line["unit_id"]))
            if found is None:
                self._session.add(ConditionLineRow(report_id=report_id, **line))
            else:
                found.state, found.remarks = line["state"], line["remarks"]
        await self._session.flush()

    async def photo(self, report_id: UUID, photo_id: UUID) -> tuple[ConditionPhotoRow, StoredFileRow] | None:
        """Return a photograph of a report, `None` where there is none."""
        row = ConditionPhotoRow
        asked = select(row, StoredFileRow).join(StoredFileRow, StoredFileRow.id == row.file_id)
        found: Any = (
            await self._session.execute(asked.where(row.id == photo_id, row.report_id == report_id))
        ).one_or_none()
        return None if found is None else (found[0], found[1])

    async def count_photos(self, report_id: UUID) -> int:
        """Return how many photographs a report has."""
        row = ConditionPhotoRow
        return int(await self._session.scalar(select(func.count()).where(row.report_id == report_id)) or 0)

    async def units(self, loan_id: UUID) -> list[UUID]:
        """Return the units that go out with a loan, in the order of their ids."""
        return list(await self._session.scalars(_UNITS, {"loan_id": loan_id}))

    async def elsewhere(self, loan_id: UUID, *, but: UUID | None = None) -> list[int]:
        """Return the numbers of other loans that one of a loan's units is still out with."""
        return list(await self._session.scalars(_ELSEWHERE, {"loan_id": loan_id, "but": but}))

    async def set_states(self, units: Collection[UUID], state: str, note: str | None) -> None:
        """Let units be in a state, in the order of their ids; what is retired stays so."""
        values = {"units": sorted(units)}
        await self._session.execute(_LOCK_UNITS, values)
        await self._session.execute(_SET_STATES, {**values, "state": state, "note": note})

    async def preparation(self, loan_id: UUID) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """Return what is to be known of what leaves, and its units with what they were last like."""
        sheet = (await self._session.execute(_SHEET, {"loan_id": loan_id})).mappings().one()
        units = (await self._session.execute(_PREPARATION, {"loan_id": loan_id})).mappings()
        return dict(sheet), [dict(row) for row in units]

    async def tick(self, loan_id: UUID, unit_id: UUID, actor: str) -> None:
        """Note that a unit is ready."""
        await self._session.execute(_TICK, {"loan_id": loan_id, "unit_id": unit_id, "actor": actor})

    async def untick(self, loan_id: UUID, unit_id: UUID) -> None:
        """Note that a unit is not ready after all."""
        await self._session.execute(_UNTICK, {"loan_id": loan_id, "unit_id": unit_id})

    async def is_place_of(self, place_id: UUID, lender: UUID | None) -> bool:
        """Say whether items of a lender are fetched and brought back at a place."""
        values = {"place_id": place_id, "lender": lender}
        return await self._session.scalar(_PLACE, values) is not None

    async def places(self, lender: UUID | None) -> list[dict[str, Any]]:
        """Return where items of a lender are fetched and brought back now, in the lender's order."""
        return [dict(row) for row in (await self._session.execute(_PLACES, {"lender": lender})).mappings()]

    async def hand_overs(self, loan_id: UUID) -> list[dict[str, Any]]:
        """Return who gave what to whom: how a loan left, and how it went on to the next borrower, the first one first."""
        rows = await self._session.execute(_HAND_OVERS, {"loan_id": loan_id})
        return [dict(row) for row in rows.mappings()]

    async def slots(self, loan_id: UUID) -> list[dict[str, Any]]:
        """Return the appointments of a loan, that of its departure first."""
        return [dict(row) for row in (await self._session.execute(_SLOTS, {"loan_id": loan_id})).mappings()]

    async def slot(self, loan_id: UUID, direction: str) -> SlotRow | None:
        """Return an appointment of a loan, locked until the transaction ends."""
        row = SlotRow
        asked = select(row).where(row.loan_id == loan_id, row.direction == direction).with_for_update()
        return await self._session.scalar(asked.execution_options(populate_existing=True))

    async def remove_slot(self, slot_id: UUID) -> None:
        """Take an appointment away."""
        await self._session.execute(delete(SlotRow).where(SlotRow.id == slot_id))
