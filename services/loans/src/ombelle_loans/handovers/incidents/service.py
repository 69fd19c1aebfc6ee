"""The use cases of incidents: damage and loss, found by comparing reports or told by somebody."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy import ARRAY, Uuid, bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.callers import Caller
from ombelle_loans.handovers.domain import STATE_AFTER, STATE_WHILE, incidents_between
from ombelle_loans.handovers.errors import IncidentClosed, IncidentOpen, IncidentUnknown, UnitOfAnotherLoan
from ombelle_loans.handovers.store import HandOverStore
from ombelle_loans.handovers.tables import IncidentRow
from ombelle_loans.loans.errors import ActionForbidden, ActionImpossible, DatesWrong
from ombelle_loans.loans.moves import Seen, look_at, record_step
from ombelle_loans.loans.sides import SIDE_BINDS, SIDES, VISIBLE, asker
from ombelle_loans.loans.telling import tell
from ombelle_loans.transactions import in_transaction

_UNKNOWN: Final = "Cet incident n’existe pas."
WENT_OUT: Final = frozenset({"out", "returned", "inspected", "closed"})
"""In which states of the loan damage or loss may be told of."""
_FROM: Final = f"""
FROM incident x JOIN loan l ON l.id = x.loan_id JOIN loan_request r ON r.id = l.request_id
JOIN item i ON i.id = l.item_id JOIN unit u ON u.id = x.unit_id
LEFT JOIN organisation_copy o ON o.organisation_id = r.organisation_id
WHERE {VISIBLE} AND (CAST(:open AS boolean) IS NULL OR (x.closed_on IS NULL) = :open)
  AND (CAST(:loan_id AS uuid) IS NULL OR x.loan_id = :loan_id) AND (CAST(:id AS uuid) IS NULL OR x.id = :id)
"""
_PAGE: Final = text(f"""
SELECT x.id, x.loan_id, l.number AS loan_number, x.kind, x.happened_on, x.description, x.estimated_cents,
  x.insurer_told_on, x.insurer_reference, x.outcome, x.closed_on, x.report_id, x.version, x.created_at, {SIDES},
  json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'copy_number', u.copy_number,
    'module_number', u.module_number) AS unit,
  json_build_object('id', i.id, 'slug', i.slug, 'title', i.title) AS item,
  json_build_object('id', r.organisation_id, 'name', o.name) AS organisation
{_FROM} AND (CAST(:before AS uuid) IS NULL OR x.id < :before) ORDER BY x.id DESC LIMIT :count
""").bindparams(*SIDE_BINDS)
_TOTAL: Final = text(f"SELECT count(*) {_FROM}").bindparams(*SIDE_BINDS)
_OF_REPORT: Final = text("""
DELETE FROM incident WHERE report_id = :report_id AND closed_on IS NULL AND version = 1
  AND NOT unit_id = ANY (:units) RETURNING unit_id
""").bindparams(bindparam("units", type_=ARRAY(Uuid)))
_STILL: Final = text(
    "SELECT count(*) FROM incident WHERE unit_id = :unit_id AND closed_on IS NULL AND id <> :id"
)


class IncidentService:
    """Incidents. `public_url` is where links begin."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def incidents(
        self, *, is_open: bool | None, loan_id: UUID | None, before: UUID | None, count: int, caller: Caller
    ) -> tuple[list[dict[str, Any]], int]:
        """Return incidents of loans that the caller knows of, the newest first, and how many there are."""
        values = {"open": is_open, "loan_id": loan_id, "id": None, **asker(caller)}
        async with self._sessions() as session, session.begin():
            rows = await session.execute(_PAGE, {**values, "before": before, "count": count})
            total = await session.scalar(_TOTAL, values)
            return [_described(row, caller) for row in rows.mappings()], int(total or 0)

    async def incident(self, incident_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return an incident. Raises IncidentUnknown."""
        async with self._sessions() as session, session.begin():
            return await _read(session, incident_id, caller)

    async def report(
        self, loan_id: UUID, values: Mapping[str, Any], *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Tell of damage or loss while something is out, or after. The unit is not lent meanwhile.

        Raises:
            LoanUnknown: there is no such loan that the caller knows of.
            ActionForbidden, ActionImpossible: it is not the lender who asks, or nothing went out yet.
            UnitOfAnotherLoan: the unit is not of this loan.
            IncidentOpen: the unit has an open incident of this loan.
            DatesWrong: it has not happened yet.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            seen = await look_at(session, caller, loan_id, lock=True)
            _require_lender(seen)
            if seen.loan.status not in WENT_OUT:
                raise ActionImpossible("Rien n’est encore sorti.", state=seen.loan.status, allowed_actions=[])
            await _refuse_unit(session, seen, values)
            row = IncidentRow(loan_id=loan_id, made_by=caller.identity.subject, **values)
            session.add(row)
            await session.flush()
            await HandOverStore(session).set_states([row.unit_id], STATE_WHILE[row.kind], None)
            await record_step(session, seen, caller, "incident", values={"incident": str(row.id)})
            await tell(session, seen, "incident", public_url=self._public_url, reason=row.description)
            return await once.keep(session, await _read(session, row.id, caller))

        return await in_transaction(self._sessions, work)

    async def change(
        self, incident_id: UUID, values: Mapping[str, Any], *, if_match: str | None, caller: Caller
    ) -> dict[str, Any]:
        """Change an incident, or close it by its `outcome`: what the unit is follows.

        Raises:
            VersionNeeded, ChangedMeanwhile: it is made on no version, or on another than the present one.
            IncidentUnknown: there is none that the caller knows of.
            ActionForbidden: it is not the lender who asks.
            IncidentClosed: it is closed.
            DatesWrong: a day has not come.

        """
        version = require_version(if_match)

        async def work(session: AsyncSession) -> dict[str, Any]:
            shown = await _read(session, incident_id, caller)
            seen = await look_at(session, caller, shown["loan_id"], lock=True)
            _require_lender(seen)
            asked = select(IncidentRow).where(IncidentRow.id == incident_id).with_for_update()
            row = (await session.scalars(asked.execution_options(populate_existing=True))).one()
            refuse_stale(version, row.version, current=shown, yours=values)
            if row.closed_on is not None:
                raise IncidentClosed("Cet incident est clos.")
            for name, value in values.items():
                if name.endswith("_on") and value is not None and value > today_in_paris():
                    raise _too_late(f"/body/{name}")
                setattr(row, name, value)
            if row.outcome is not None:
                await self._close(session, row)
            row.version += 1
            action = "incident_closed" if row.outcome is not None else "incident_changed"
            await record_step(session, seen, caller, action, values={"incident": str(row.id)})
            return await _read(session, incident_id, caller)

        return await in_transaction(self._sessions, work)

    async def _close(self, session: AsyncSession, row: IncidentRow) -> None:
        row.closed_on = today_in_paris()
        if not await session.scalar(_STILL, {"unit_id": row.unit_id, "id": row.id}):
            await HandOverStore(session).set_states([row.unit_id], STATE_AFTER[row.outcome or ""], None)


async def note_differences(
    session: AsyncSession, seen: Seen, report_id: UUID, *, caller: Caller, public_url: str
) -> None:
    """Make incidents of what came back worse than it left; those that the report said before, and says no more, go.

    Args:
        session: the transaction that wrote the report.
        seen: the loan, locked.
        report_id: the report of its return.
        caller: who made it.
        public_url: where links begin.

    """
    store = HandOverStore(session)
    states: dict[str, dict[UUID, Any]] = {"out": {}, "in": {}}
    remarks: dict[UUID, str | None] = {}
    for report in await store.reports(seen.loan.id):
        for line in report["lines"] or []:
            unit_id = UUID(line["unit"]["id"])
            states[report["direction"]][unit_id] = line["state"]
            if report["direction"] == "in":
                remarks[unit_id] = line["remarks"]
    found = incidents_between(states["out"], states["in"])
    gone = list(await session.scalars(_OF_REPORT, {"report_id": report_id, "units": sorted(found)}))
    if gone:
        await store.set_states(gone, "usable", None)
    asked = select(IncidentRow).where(IncidentRow.loan_id == seen.loan.id, IncidentRow.closed_on.is_(None))
    known = {row.unit_id: row for row in await session.scalars(asked)}
    for unit_id, kind in sorted(found.items()):
        description = remarks[unit_id] or ("Perte" if kind == "loss" else "Dommage") + " constaté au retour."
        if unit_id in known:
            known[unit_id].kind = kind
        else:
            session.add(
                IncidentRow(
                    loan_id=seen.loan.id, unit_id=unit_id, report_id=report_id, kind=kind,
                    happened_on=seen.loan.returned_on, description=description, made_by=caller.identity.subject,
                )
            )  # fmt: skip
            await tell(session, seen, "incident", public_url=public_url, reason=description)
        await session.flush()
        await store.set_states([unit_id], STATE_WHILE[kind], description[:500])


def _require_lender(seen: Seen) -> None:
    if "lender" not in seen.parts:
        raise ActionForbidden("C’est au prêteur de le faire.")


async def _refuse_unit(session: AsyncSession, seen: Seen, values: Mapping[str, Any]) -> None:
    if values["unit_id"] not in await HandOverStore(session).units(seen.loan.id):
        raise UnitOfAnotherLoan(
            "Cet exemplaire n’est pas de ce prêt.",
            errors=[FieldError("/body/unit_id", "unit_of_another_loan", "Un exemplaire de ce prêt.")],
        )
    if values["happened_on"] is not None and values["happened_on"] > today_in_paris():
        raise _too_late("/body/happened_on")
    row = IncidentRow
    asked = select(row.id).where(
        row.loan_id == seen.loan.id, row.unit_id == values["unit_id"], row.closed_on.is_(None)
    )
    if await session.scalar(asked) is not None:
        raise IncidentOpen("Cet exemplaire a déjà un incident ouvert dans ce prêt : complétez-le.")


def _too_late(pointer: str) -> DatesWrong:
    return DatesWrong(
        "Ce jour n’est pas encore venu.",
        errors=[FieldError(pointer, "dates_wrong", "Aujourd’hui, ou plus tôt.")],
    )


async def _read(session: AsyncSession, incident_id: UUID, caller: Caller) -> dict[str, Any]:
    await session.flush()
    values = {"open": None, "loan_id": None, "id": incident_id, "before": None, "count": 1, **asker(caller)}
    row = (await session.execute(_PAGE, values)).mappings().one_or_none()
    if row is None:
        raise IncidentUnknown(_UNKNOWN)
    return _described(row, caller)


def _described(row: Any, caller: Caller) -> dict[str, Any]:
    is_lender = row["is_lender"] and caller.may_write and not caller.identity.is_program
    found = {name: value for name, value in row.items() if name not in {"is_lender", "is_borrower"}}
    return {**found, "allowed_actions": ["edit"] if is_lender and row["closed_on"] is None else []}
