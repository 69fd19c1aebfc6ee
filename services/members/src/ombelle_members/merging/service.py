"""Merging doubles: one transaction, in which everybody who edits either of the two takes their turn."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from ombelle_chassis.errors import FieldError, InvalidInput
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.mailing import ask_for_mail
from ombelle_members.merging.domain import fills
from ombelle_members.merging.errors import TwoMembers
from ombelle_members.merging.store import MergingStore
from ombelle_members.merging.tables import OrganisationMergeRow
from ombelle_members.organisations.domain import FIELDS
from ombelle_members.organisations.facts import tell_membership, tell_merged, tell_organisation
from ombelle_members.organisations.log import record
from ombelle_members.organisations.service import described
from ombelle_members.organisations.standing import standing
from ombelle_members.organisations.store import OrganisationStore
from ombelle_members.organisations.tables import MembershipRow, OrganisationRow
from ombelle_members.persons.store import PersonStore
from ombelle_members.vocabulary import higher


class MergingService:
    """Looks at a merge before it is made, and makes it."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def preview(self, caller: Caller, gone_id: UUID, kept_id: UUID) -> dict[str, Any]:
        """Return what a merge would do.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is none to merge.
            InvalidInput: there is none to merge it into.
            TwoMembers: both are members of the association.

        """
        async with self._sessions() as session, session.begin():
            gone, kept = await _both(session, caller, gone_id, kept_id)
            await _refuse_two_members(session, gone_id, kept_id)
            moves = await MergingStore(session, gone_id, kept_id).counts()
            return {"gone": _name(gone), "kept": _name(kept), "moves": moves, "fills": _fills(kept, gone)}

    async def merge(self, caller: Caller, gone_id: UUID, kept_id: UUID) -> dict[str, Any]:
        """Merge an organisation into another; what it had is the other's, and its page leads there.

        Raises:
            OrganisationUnknown, OrganisationMerged: there is none to merge.
            InvalidInput: there is none to merge it into.
            TwoMembers: both are members of the association.

        """
        async with self._sessions() as session, session.begin():
            await OrganisationStore(session).lock_all([gone_id, kept_id])
            gone, kept = await _both(session, caller, gone_id, kept_id)
            await _refuse_two_members(session, gone_id, kept_id)
            person_id = await PersonStore(session).acting_if_any(caller.account_id)
            store = MergingStore(session, gone_id, kept_id)
            moves = await store.counts()
            filled = _fills(kept, gone)
            moved = {"memberships": await self._move_people(session, store, gone, kept)}
            closed = await store.close()
            moved |= await store.move()
            await _join(session, store, gone, kept, filled)
            trace = OrganisationMergeRow(
                from_id=gone_id,
                into_id=kept_id,
                merged_by=person_id,
                moved=moved,
                closed=closed,
                filled=sorted(filled),
            )
            await store.keep_trace(trace)
            await session.refresh(trace)
            merged = {
                "id": trace.id,
                "merged_at": trace.merged_at,
                "gone": _name(gone),
                "moves": moves,
                "filled": sorted(filled),
                "organisation": await described(session, await standing(session, caller, kept_id)),
            }
            await record(session, caller, "organisation_merged", gone_id, {"into": kept_id})
            written = {"from": gone_id, "moves": moves, "filled": sorted(filled)}
            await record(session, caller, "organisation_absorbed", kept_id, written)
            return merged

    async def _move_people(
        self, session: AsyncSession, store: MergingStore, gone: OrganisationRow, kept: OrganisationRow
    ) -> list[str]:
        """Let the people of one act for the other; who acted for both keeps the higher role."""
        organisations = OrganisationStore(session)
        moved = []
        for member in await store.members():
            membership = await organisations.membership_of(member["person_id"], kept.id)
            if membership is None:
                membership = await organisations.add_membership(member["person_id"], kept.id, member["role"])
                await tell_membership(session, member["account_id"], membership)
                await self._tell_moved(session, member, gone, kept)
            elif (role := higher(membership.role, member["role"])) != membership.role:
                await organisations.change_membership(membership, role=role)
                await tell_membership(session, member["account_id"], membership)
            # After what is new: nobody is shut out between the two.
            old = await session.get_one(MembershipRow, member["id"])
            await organisations.end_membership(old, "merged")
            await tell_membership(session, member["account_id"], old)
            moved.append(str(member["id"]))
        await store.keep_since()
        return moved

    async def _tell_moved(
        self, session: AsyncSession, member: Any, gone: OrganisationRow, kept: OrganisationRow
    ) -> None:
        if member["email"] is None:
            return
        values = {
            "gone": gone.name,
            "organisation": kept.name,
            "role": member["role"],
            "link": f"{self._public_url}/espace/structures/{kept.id}",
        }
        await ask_for_mail(
            session, member["email"], "organisation-merged", member["locale"], values, organisation_id=kept.id
        )


async def _both(
    session: AsyncSession, caller: Caller, gone_id: UUID, kept_id: UUID
) -> tuple[OrganisationRow, OrganisationRow]:
    gone = (await standing(session, caller, gone_id)).organisation
    kept = await OrganisationStore(session).organisation(kept_id)
    if kept is None or kept.merged_into is not None or kept.id == gone.id:
        raise InvalidInput(
            "La structure à garder doit être une autre, et exister encore.",
            errors=[
                FieldError("/body/into", "not_standing", "Une autre structure de l'annuaire est attendue.")
            ],
        )
    return gone, kept


async def _refuse_two_members(session: AsyncSession, gone_id: UUID, kept_id: UUID) -> None:
    both = await MergingStore(session, gone_id, kept_id).two_members()
    if both is None or both["gone_has_left"]:
        return
    raise TwoMembers(
        "La structure à garder a été adhérente, et l’autre l’est encore : faites la fusion dans l’autre sens."
        if both["kept_has_left"]
        else "Ces deux structures sont adhérentes de l’association : mettez d’abord fin à l’adhésion de celle qui "
        "disparaît, sur sa fiche d’adhérent, puis recommencez."
    )


async def _join(
    session: AsyncSession,
    store: MergingStore,
    gone: OrganisationRow,
    kept: OrganisationRow,
    filled: dict[str, Any],
) -> None:
    """Let one lead to the other, which takes the fields that it lacks, and tell it."""
    now = datetime.now(UTC)
    await store.lead_on()
    gone.merged_into, gone.merged_at, gone.unadministered_since = kept.id, now, None
    gone.version, gone.updated_at = gone.version + 1, now
    await tell_organisation(session, gone)  # first of all, so that its SIRET is free
    gone.version += 1
    await tell_merged(session, gone, kept.id)
    for name, value in filled.items():
        setattr(kept, name, value)
    kept.version, kept.updated_at = kept.version + 1, now
    await OrganisationStore(session).note_administrators(kept)
    await tell_organisation(session, kept)


def _fills(kept: OrganisationRow, gone: OrganisationRow) -> dict[str, Any]:
    of = [{name: getattr(row, name) for name in FIELDS} for row in (kept, gone)]
    return fills(of[0], of[1])


def _name(row: OrganisationRow) -> dict[str, Any]:
    return {"id": row.id, "name": row.name}
