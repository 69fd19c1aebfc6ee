"""The use cases of the bylaws' versions: the last may be corrected, those before it stand."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.declarations.opening import open_declaration
from ombelle_members.governance.bylaws import BylawsRules
from ombelle_members.governance.checks import actions
from ombelle_members.governance.errors import BylawsInForce, BylawsOverlap, BylawsUnknown
from ombelle_members.governance.moves import Moves
from ombelle_members.governance.versions.store import VersionStore
from ombelle_members.log import record
from ombelle_members.transactions import in_transaction, overlapping

Row = dict[str, Any]


class VersionService:
    """Reads, adopts and corrects versions of the bylaws."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def page(self, caller: Caller, *, before: date, count: int) -> tuple[list[Row], int]:
        """Return the versions, the last first."""
        async with self._sessions() as session, session.begin():
            rows, total = await VersionStore(session).page(before, count)
        return [_described(caller, row) for row in rows], total

    async def adopt(self, caller: Caller, wanted: Mapping[str, Any], *, once: OneRequest) -> Row:
        """Enter a version, which ends the running one; a change of bylaws is to be declared.

        Raises:
            BylawsOverlap: another version holds on some of its days.

        """

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await Moves(session).hold()
            store = VersionStore(session)
            is_change = await store.close_running(wanted["begins_on"]) if wanted["ends_on"] is None else False
            try:
                async with session.begin_nested():
                    version_id = await store.add(**wanted)
            except IntegrityError as error:
                if overlapping(error) is None:
                    raise
                detail = "D’autres statuts sont déjà enregistrés pour ces jours."
                raise BylawsOverlap(
                    detail, errors=[FieldError("/body/begins_on", "bylaws_overlap", detail)]
                ) from None
            if is_change:
                await open_declaration(
                    session, cause="bylaws", occurred_on=wanted["adopted_on"], subject_id=version_id
                )
            made = await _read(session, caller, version_id)
            values = {"adopted_on": wanted["adopted_on"], "begins_on": wanted["begins_on"]}
            await record(session, caller, "bylaws_adopted", ("bylaws_version", version_id), values)
            return await once.keep(session, made)

        return await in_transaction(self._sessions, work)

    async def correct(
        self, caller: Caller, version_id: UUID, patch: Mapping[str, Any], *, if_match: str | None
    ) -> Row:
        """Correct the last version; the register keeps what it was before.

        Raises:
            VersionNeeded, ChangedMeanwhile, BylawsUnknown: as everywhere.
            BylawsInForce: another one came after it.

        """
        wanted = require_version(if_match)

        async def work(session: AsyncSession) -> Row:
            await Moves(session).hold()
            seen, is_last = await _seen(session, caller, version_id)
            refuse_stale(wanted, seen["version"], current=seen, yours=patch)
            if not is_last:
                raise BylawsInForce("Ces statuts ont été remplacés : ils restent tels qu’ils étaient.")
            changed = {key: seen[key] for key in ("adopted_on", "rules", "note")} | dict(patch)
            if changed["adopted_on"] > seen["begins_on"]:
                detail = "Les statuts s’appliquent avant d’être adoptés."
                raise BylawsOverlap(detail, errors=[FieldError("/body/adopted_on", "bylaws_overlap", detail)])
            await VersionStore(session).change(version_id, **changed)
            values = {"fields": sorted(patch)}
            await record(session, caller, "bylaws_corrected", ("bylaws_version", version_id), values)
            return await _read(session, caller, version_id)

        return await in_transaction(self._sessions, work)

    async def version(self, caller: Caller, version_id: UUID) -> Row:
        """Return a version. Raises BylawsUnknown."""
        async with self._sessions() as session, session.begin():
            return await _read(session, caller, version_id)


async def _read(session: AsyncSession, caller: Caller, version_id: UUID) -> Row:
    return (await _seen(session, caller, version_id))[0]


async def _seen(session: AsyncSession, caller: Caller, version_id: UUID) -> tuple[Row, bool]:
    """Return a version as it is told, and whether none came after it."""
    found = await VersionStore(session).one(version_id)
    if found is None:
        raise BylawsUnknown("Cette version des statuts n’existe pas.")
    return _described(caller, found), found["is_last"]


def _described(caller: Caller, row: Row) -> Row:
    today = today_in_paris()
    in_force = row["begins_on"] <= today and (row["ends_on"] is None or today < row["ends_on"])
    # Rules that a later release knows are told with what they are without being said.
    rules = BylawsRules.model_validate(row["rules"]).model_dump(mode="json")
    return {
        **{key: value for key, value in row.items() if key != "is_last"},
        "rules": rules,
        "is_in_force": in_force,
        "allowed_actions": actions(caller, correct=row["is_last"]),
    }
