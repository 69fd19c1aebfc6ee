"""The use cases of candidacies: opened and closed, recorded, withdrawn."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError, Forbidden, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.elections.domain import STEPS
from ombelle_members.elections.errors import AlreadyStands, CandidacyUnknown, ElectionMoved
from ombelle_members.elections.standing import found_election, refuse_standing, shown, stands
from ombelle_members.elections.store import ElectionStore, Row
from ombelle_members.log import record
from ombelle_members.meetings.roll import touch
from ombelle_members.transactions import in_transaction

_STATES: Mapping[str, str] = {
    "open_candidacies": "candidacies_open",
    "close_candidacies": "candidacies_closed",
}


class CandidacyService:
    """Who stands."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def step(self, election_id: UUID, step: str, *, caller: Caller, once: OneRequest) -> Row:
        """Open or close candidacies: `open_candidacies`, `close_candidacies`. Raises ElectionUnknown, ElectionMoved."""

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await found_election(session, election_id, step)
            store = ElectionStore(session)
            await store.follow(election_id)
            await store.change(election_id, state=_STATES[step])
            await record(session, caller, f"election_{_STATES[step]}", ("election", election_id))
            await touch(session, row["meeting_id"])
            return await once.keep(session, await shown(session, election_id, caller))

        return await in_transaction(self._sessions, work)

    async def stand(
        self, election_id: UUID, values: Mapping[str, Any], *, caller: Caller, once: OneRequest
    ) -> Row:
        """Record a candidacy: the secretariat's until the vote, a member's own as long as candidacies are open.

        Raises:
            ElectionUnknown, ElectionMoved: there is none that takes candidacies.
            Forbidden: it is another member's to stand.
            MayNotStand: the bylaws of that day do not let it.
            AlreadyStands: it does already.
            InvalidInput: no seat of its constituency is to be filled.

        """

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await stands(session, caller)
            store = ElectionStore(session)
            member_id = values["member_id"]
            is_mine = await store.acts_for(caller.account_id, member_id)
            if not (caller.is_secretariat or is_mine):
                raise Forbidden(
                    "Seuls le secrétariat et les personnes qui agissent pour un membre le disent candidat."
                )
            row = await found_election(
                session, election_id, "record_candidacy" if caller.is_secretariat else "stand"
            )
            if not caller.is_secretariat:
                _refuse_late(row)
            standing = await refuse_standing(session, row, [(member_id, "/body/member_id")])
            places = {one["constituency"] for one in row["seats"]}
            wanted = _constituency(values["constituency"], standing[member_id]["college"], places)
            candidacy = {"member_id": member_id, "constituency": wanted, "statement": values["statement"],
                         "recorded_as": "secretariat" if caller.is_secretariat else "member"}  # fmt: skip
            try:
                candidacy_id = await store.add_candidacy(election_id, candidacy)
            except IntegrityError as error:
                if broken_constraint(error) != "uq_candidacy_one_each":
                    raise
                raise AlreadyStands("Ce membre est déjà candidat à cette élection.") from None
            told = {"candidacy": str(candidacy_id), "member": str(member_id)}
            await record(session, caller, "candidacy_recorded", ("election", election_id), told)
            await touch(session, row["meeting_id"])
            return await once.keep(session, await shown(session, election_id, caller))

        return await in_transaction(self._sessions, work)

    async def withdraw(
        self, election_id: UUID, candidacy_id: UUID, *, caller: Caller, once: OneRequest
    ) -> Row:
        """Withdraw a candidacy. Raises ElectionUnknown, ElectionMoved, CandidacyUnknown, Forbidden."""

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            await stands(session, caller)
            row = await found_election(session, election_id, "withdraw_candidacy")
            store = ElectionStore(session)
            mine = {one["id"]: one for one in await store.candidacies(election_id, caller.account_id)}
            if candidacy_id not in mine:
                raise CandidacyUnknown("Cette candidature n’existe pas.")
            if not (caller.is_secretariat or mine[candidacy_id]["is_mine"]):
                raise Forbidden("Seuls le secrétariat et le membre lui-même retirent sa candidature.")
            if not (caller.is_secretariat or row["state"] in STEPS["stand"]):
                raise ElectionMoved(
                    "Les candidatures sont closes : adressez-vous au secrétariat.", state=row["state"]
                )
            if not await store.withdraw(election_id, candidacy_id):
                raise CandidacyUnknown("Cette candidature est déjà retirée.")
            await record(
                session,
                caller,
                "candidacy_withdrawn",
                ("election", election_id),
                {"candidacy": str(candidacy_id)},
            )
            await touch(session, row["meeting_id"])
            return await once.keep(session, await shown(session, election_id, caller))

        return await in_transaction(self._sessions, work)


def _refuse_late(row: Mapping[str, Any]) -> None:
    until = row["candidacies_until"]
    if until is not None and today_in_paris() > until:
        raise ElectionMoved(
            f"Les candidatures étaient reçues jusqu’au {until:%d/%m/%Y} : adressez-vous au secrétariat.",
            state=row["state"],
        )


def _constituency(wanted: str | None, college: str, places: Collection[str]) -> str:
    """Return where a member of a college stands: where they say, else for their college's posts, else for the others."""
    open_to = [one for one in (college, "all") if one in places]
    if not open_to or (wanted is not None and wanted not in open_to):
        detail = f"Aucun siège n’est à pourvoir pour un membre du collège {college}."
        pointer = "/body/member_id" if wanted is None else "/body/constituency"
        raise InvalidInput(detail, errors=[FieldError(pointer, "no_seat", detail)])
    return wanted or open_to[0]
