"""Members read, entered and edited: each use case opens one transaction. `moving` has what has a date."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import Forbidden
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.log import record
from ombelle_members.members.access import UNKNOWN, hold, require_reader, told
from ombelle_members.members.admitting import admit, invalid, refuse_category, refused
from ombelle_members.members.errors import MemberUnknown
from ombelle_members.members.store import MemberStore
from ombelle_members.persons.store import PersonStore
from ombelle_members.transactions import in_transaction


async def shown(session: AsyncSession, caller: Caller, member_id: UUID) -> dict[str, Any]:
    """Return a member whole, as the caller may see it. Raises MemberUnknown."""
    row = await MemberStore(session).whole(member_id, on=today_in_paris(), account=caller.account_id)
    if row is None or (row["role"] is None and not caller.is_association):
        raise MemberUnknown(UNKNOWN)
    return told(caller, row)


class MemberService:
    """Reads members at any date, enters and edits them."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(
        self, caller: Caller, filters: Mapping[str, Any], *, on: date, sort: str, **page: Any
    ) -> tuple[list[dict[str, Any]], int]:
        """Return members as they were on a day, and how many there are in all.

        Raises:
            Forbidden: all of them are the association's team's to read; whoever has an account reads their own.

        """
        if not filters["mine"] and not caller.is_association:
            raise Forbidden(
                "La liste des adhérents est réservée au secrétariat, à la trésorerie et à l’administration."
            )
        async with self._sessions() as session, session.begin():
            rows, total = await MemberStore(session).page(
                filters, on=on, account=caller.account_id, sort=sort, **page
            )
        return [told(caller, row) for row in rows], total

    async def member(self, caller: Caller, member_id: UUID) -> dict[str, Any]:
        """Return a member. Raises MemberUnknown."""
        async with self._sessions() as session, session.begin():
            return await shown(session, caller, member_id)

    async def status(self, caller: Caller, member_id: UUID, on: date) -> dict[str, Any]:
        """Return what a member is on a day: a member, up to date, with a vote, eligible. Raises MemberUnknown."""
        async with self._sessions() as session, session.begin():
            await require_reader(session, caller, member_id)
            return {"on": on, **await MemberStore(session).status(member_id, on)}

    async def enter(self, caller: Caller, values: Mapping[str, Any], once: OneRequest) -> dict[str, Any]:
        """Enter a member, admitted on a day. Raises as `admit`."""

        async def work(session: AsyncSession) -> dict[str, Any]:
            if (before := await once.recall(session)) is not None:
                return dict(before)
            member_id = await admit(session, values)
            logged = {name: values[name] for name in ("kind", "college", "fee_category", "admitted_on")}
            entered = await shown(session, caller, member_id)
            await record(session, caller, "member_admitted", ("member", member_id), logged)
            return await once.keep(session, entered)

        return await in_transaction(self._sessions, work)

    async def edit(
        self, caller: Caller, member_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> dict[str, Any]:
        """Change what has no date: category of fee, reference; name and address of a person without an account.

        Raises:
            VersionNeeded: `if_match` is missing.
            MemberUnknown: there is none.
            ChangedMeanwhile: it has another version; the problem carries both.
            ExternalIdTaken: another member has this reference.
            InvalidInput: a category of another kind of member; a name that an account says.

        """
        wanted = require_version(if_match)

        async def work(session: AsyncSession) -> dict[str, Any]:
            held = await hold(session, member_id)
            current = await shown(session, caller, member_id)
            refuse_stale(wanted, held["version"], current=current, yours=values)
            category = values.get("fee_category", held["fee_category"])
            refuse_category(held["kind"], category)
            await _rename(session, current, values)
            try:
                await MemberStore(session).change(
                    member_id,
                    fee_category=category,
                    external_id=values.get("external_id", held["external_id"]),
                )
            except IntegrityError as error:
                raise refused(error) from error
            changed = await shown(session, caller, member_id)
            logged = {"before": {"fee_category": held["fee_category"]}, "after": {"fee_category": category}}
            await record(session, caller, "member_edited", ("member", member_id), logged)
            return changed

        return await in_transaction(self._sessions, work)


async def _rename(session: AsyncSession, current: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    fields = [name for name in ("name", "email") if name in values]
    if not fields:
        return
    person = current["person"]
    if person is None or person["has_account"] or person["is_erased"]:
        raise invalid(
            f"/body/{fields[0]}",
            "said_elsewhere",
            "Le nom d’une structure se change sur sa fiche, celui d’un compte par la personne elle-même.",
        )
    await PersonStore(session).rename(UUID(person["id"]), {name: values[name] for name in fields})
