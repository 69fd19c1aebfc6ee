"""Fees are called, for everybody at once or for one member, and asked for again where they stay unpaid."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.fees.calling.store import CallingStore
from ombelle_members.fees.calling.telling import recipient, tell_fee
from ombelle_members.fees.describing import read_fee
from ombelle_members.fees.errors import FeeCalledAlready, FeeMemberUnknown, FeeNotCallable
from ombelle_members.fees.store import FeeStore
from ombelle_members.fees.tariffs.store import TariffStore
from ombelle_members.log import record
from ombelle_members.transactions import in_transaction, overlapping

_REPORT_ID = UUID(int=0)


class CallingService:
    """Calls fees and reminds of them; `public_url` leads from mails to the member's page."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def call_one(
        self, member_id: UUID, asked: Mapping[str, Any], *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Call the fee of one member for a year in which they were one.

        Args:
            member_id: whose.
            asked: `year`, `due_on`, `amount_cents`, `amount_reason`, `tells`.
            caller: who calls it.
            once: the request.

        Raises:
            FeeMemberUnknown: there is no such member.
            FeeNotCallable: they were none in that year, or no tariff says what they owe.
            FeeCalledAlready: a fee covers that year.
            InvalidInput: it would be due before today.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            if not await FeeStore(session).may_read(caller, member_id):
                raise FeeMemberUnknown("Cet adhérent n’existe pas.")
            settings, days = await TariffStore(session).settings(), _days(asked["year"])
            due_on = _due(asked["due_on"], settings)
            found = await CallingStore(session).candidates(
                **days, day=days["starts_on"], on_day=False, member_id=member_id
            )
            row = _callable(found, asked)
            fee_id = await self._add_one(session, row, days, due_on)
            if asked["tells"]:
                await self._tell(
                    session, [{**row, "fee_id": fee_id, "year": asked["year"], "due_on": due_on}], settings
                )
            shown = await read_fee(session, fee_id, caller)
            logged = {"member_id": member_id, "year": asked["year"], "amount_cents": row["amount_cents"]}
            await record(session, caller, "fee_called", ("fee", fee_id), logged)
            return await once.keep(session, shown)

        return await in_transaction(self._sessions, work)

    async def _add_one(
        self, session: AsyncSession, row: Mapping[str, Any], days: Mapping[str, date], due_on: date
    ) -> UUID:
        try:
            made = await CallingStore(session).add([row], **days, today=today_in_paris(), due_on=due_on)
        except IntegrityError as error:
            if overlapping(error) == "ex_fee_one_at_a_time":  # somebody else's, at the same moment
                raise _called_already(None) from error
            raise
        [fee_id] = made.values()
        return fee_id

    async def call_all(self, asked: Mapping[str, Any], *, caller: Caller, once: OneRequest) -> dict[str, Any]:
        """Call the fee of a year from every member whose fee was not called yet; told again, it calls the rest.

        Who is a member today counts; of a year that is over or to come, its day that is nearest to today.

        Args:
            asked: `year`, `due_on`, `dry_run`, `tells`.
            caller: who calls them.
            once: the request.

        Raises:
            InvalidInput: they would be due before today.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store, today, days = CallingStore(session), today_in_paris(), _days(asked["year"])
            if not asked["dry_run"]:
                await store.take_turns(asked["year"])
            settings = await TariffStore(session).settings()
            due_on = _due(asked["due_on"], settings)
            day = min(max(today, days["starts_on"]), days["until"] - timedelta(days=1))
            rows = await store.candidates(**days, day=day, on_day=True)
            wanted = [row for row in rows if _why_not(row) is None]
            report = _report(asked, due_on, rows, wanted)
            if asked["dry_run"]:
                return report
            made = await store.add(wanted, **days, today=today, due_on=due_on)
            for row, told_of in zip(wanted, report["called"], strict=True):
                told_of["fee_id"] = made[row["member_id"]]
            if asked["tells"]:
                more = {"year": asked["year"], "due_on": due_on}
                await self._tell(
                    session, [{**row, **more, "fee_id": made[row["member_id"]]} for row in wanted], settings
                )
            if wanted:
                logged = {"year": asked["year"], "fees": len(wanted), "amount_cents": report["amount_cents"]}
                await record(session, caller, "fees_called", ("fee_call", _REPORT_ID), logged)
            return await once.keep(session, report)

        return await in_transaction(self._sessions, work)

    async def remind(
        self, fees: Sequence[UUID] | None, *, dry_run: bool, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Remind of these fees, or of all that are late; never twice within the days that settings say."""

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            settings = await TariffStore(session).settings()
            report = await self._remind(session, fees, settings, dry_run=dry_run)
            if dry_run:
                return report
            if report["reminded"]:
                logged = {"fees": [one["fee_id"] for one in report["reminded"]]}
                await record(session, caller, "fees_reminded", ("fee_call", _REPORT_ID), logged)
            return await once.keep(session, report)

        return await in_transaction(self._sessions, work)

    async def remind_by_itself(self) -> int:
        """Remind of what is late by as many days as settings say, if they say so; return of how many fees that was."""

        async def work(session: AsyncSession) -> int:
            settings = await TariffStore(session).settings()
            after = settings["remind_after_days"]
            if after is None:
                return 0
            store, today = CallingStore(session), today_in_paris()
            rows = await store.standing(await store.late(today), today, lock=False)
            due = [
                row["fee_id"]
                for row in rows
                if row["days_late"] >= max(after, 1) and row["reminders"] < settings["most_reminders"]
            ]
            report = await self._remind(session, due, settings, dry_run=False)
            if report["reminded"]:
                logged = {"fees": [one["fee_id"] for one in report["reminded"]]}
                await record(session, "schedule", "fees_reminded", ("fee_call", _REPORT_ID), logged)
            return len(report["reminded"])

        return await in_transaction(self._sessions, work)

    async def _remind(
        self,
        session: AsyncSession,
        fees: Sequence[UUID] | None,
        settings: Mapping[str, Any],
        *,
        dry_run: bool,
    ) -> dict[str, Any]:
        store, today = CallingStore(session), today_in_paris()
        asked = list(dict.fromkeys(fees)) if fees is not None else await store.late(today)
        rows = await store.standing(asked, today, lock=not dry_run)
        why = {row["fee_id"]: _why_not_reminded(row, settings, today) for row in rows}
        due = [row for row in rows if why[row["fee_id"]] is None]
        left_out = [
            {"fee_id": row["fee_id"], "member": row["member"], "year": row["year"], "why": why[row["fee_id"]]}
            for row in rows
            if why[row["fee_id"]] is not None
        ]
        left_out += [
            {"fee_id": one, "member": None, "year": None, "why": "unknown"} for one in asked if one not in why
        ]
        if not dry_run:
            await self._tell(session, due, settings, kind="reminder")
        return {"dry_run": dry_run, "reminded": due, "left_out": left_out}

    async def _tell(
        self,
        session: AsyncSession,
        rows: Sequence[Mapping[str, Any]],
        settings: Mapping[str, Any],
        *,
        kind: str = "call",
    ) -> None:
        told: dict[UUID, UUID] = {}
        for row in rows:
            owed = {"remaining_cents": row["amount_cents"], **row}
            if owed["remaining_cents"] == 0:
                continue  # who owes nothing is asked for nothing
            mail = await tell_fee(session, kind, owed, settings, self._public_url)
            if mail is not None:
                told[row["fee_id"]] = mail
        if told:
            await CallingStore(session).note(kind, told, today_in_paris())


def _days(year: int) -> dict[str, Any]:
    return {"starts_on": date(year, 1, 1), "until": date(year + 1, 1, 1)}


def _due(due_on: date | None, settings: Mapping[str, Any]) -> date:
    today = today_in_paris()
    if due_on is not None and due_on < today:
        raise InvalidInput(
            "L’échéance est passée : choisissez aujourd’hui ou un jour à venir.",
            errors=[FieldError("/body/due_on", "too_early", "Aujourd’hui au plus tôt.")],
        )
    return due_on or today + timedelta(days=settings["due_days"])


def _why_not(row: Mapping[str, Any]) -> str | None:
    if row["known_id"] is not None:
        return "called_already"
    return "no_tariff" if row["amount_cents"] is None else None


def _why_not_reminded(row: Mapping[str, Any], settings: Mapping[str, Any], today: date) -> str | None:
    checks = (
        ("settled", row["remaining_cents"] == 0),
        ("not_late", row["days_late"] <= 0),
        ("recently_reminded", row["last_on"] is not None
            and row["last_on"] > today - timedelta(days=settings["remind_every_days"])),
        ("no_address", recipient(row) is None),
    )  # fmt: skip
    return next((why for why, holds in checks if holds), None)


def _callable(found: Sequence[Mapping[str, Any]], asked: Mapping[str, Any]) -> dict[str, Any]:
    if not found:
        told = f"Cet adhérent ne l’était à aucun moment de {asked['year']}."
        raise FeeNotCallable(told, errors=[FieldError("/body/year", "not_a_member", told)])
    row = dict(found[0])
    if row["known_id"] is not None:
        raise _called_already(row["known_id"])
    if asked["amount_cents"] is not None:
        row |= {
            "amount_cents": asked["amount_cents"],
            "tariff_id": None,
            "amount_reason": asked["amount_reason"],
        }
    elif row["amount_cents"] is None:
        told = "Aucun barème ne dit ce que cet adhérent doit : adoptez-en un, ou dites le montant."
        raise FeeNotCallable(told, errors=[FieldError("/body/amount_cents", "no_tariff", told)])
    return row


def _called_already(fee_id: UUID | None) -> FeeCalledAlready:
    told = "La cotisation de cette année est déjà appelée : annulez-la d’abord si elle est fausse."
    more: dict[str, Any] = {} if fee_id is None else {"fee_id": str(fee_id)}
    return FeeCalledAlready(told, errors=[FieldError("/body/year", "called_already", told)], **more)


def _report(
    asked: Mapping[str, Any],
    due_on: date,
    rows: Sequence[Mapping[str, Any]],
    wanted: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    known = ("member", "category", "college")
    return {
        "year": asked["year"],
        "due_on": due_on,
        "dry_run": asked["dry_run"],
        "called": [
            {
                **{name: row[name] for name in known},
                "fee_id": None,
                "amount_cents": row["amount_cents"],
                "is_told": asked["tells"] and recipient(row) is not None and row["amount_cents"] > 0,
            }
            for row in wanted
        ],
        "left_out": [
            {**{name: row[name] for name in known}, "why": why}
            for row in rows
            if (why := _why_not(row)) is not None
        ],
        "amount_cents": sum(row["amount_cents"] for row in wanted),
    }
