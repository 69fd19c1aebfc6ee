"""The use cases of the end: proclaimed once, its terms begun and what is due declared; contested, annulled or upheld."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day, today_in_paris
from ombelle_members.declarations.opening import open_declaration, take_back
from ombelle_members.elections.domain import seated
from ombelle_members.elections.errors import AlreadyProclaimed, ElectionMoved, NotSettled
from ombelle_members.elections.standing import found_election, shown
from ombelle_members.elections.store import ElectionStore, Row
from ombelle_members.elections.voting.store import RoundStore
from ombelle_members.governance.beginning import Seat, annul_terms, begin_terms
from ombelle_members.log import record
from ombelle_members.meetings.roll import note_happening, touch
from ombelle_members.transactions import in_transaction
from ombelle_members.wording import counted

_DONE: Final = frozenset({"proclaimed", "annulled"})


class ProclamationService:
    """What becomes of an election that was counted."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def proclaim(self, election_id: UUID, *, caller: Caller, once: OneRequest) -> Row:
        """Proclaim who is elected: exactly once. Their terms begin, those of the half that is renewed end.

        Raises:
            AlreadyProclaimed: somebody was first; the problem tells who and when.
            ElectionUnknown, ElectionMoved: there is none that was counted.
            NotSettled: a lot is to be drawn, another round to be held, or the day of the assembly to come.
            SeatRefused, DecisionsAfterIt: the board changed meanwhile.

        """

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await found_election(session, election_id)
            if row["state"] in _DONE:
                raise _already(row)
            row = await found_election(session, election_id, "proclaim", lock=False)
            if row["awaits_lot"] or row["awaits_round"]:
                raise NotSettled(
                    "Il reste une égalité à départager, ou un second tour à tenir, avant de proclamer."
                )
            if row["held_on"] > today_in_paris():
                day = spoken_day(row["held_on"])
                raise NotSettled(
                    f"Les mandats commencent à l’assemblée, le {day} : proclamez les résultats ce jour-là."
                )
            store = ElectionStore(session)
            seats, renewed = await _given(session, election_id)
            begun = await begin_terms(session, election_id, row["held_on"], seats, renewed_posts=renewed)
            detail = {"terms": [str(one) for one in begun], "seats": len(row["seats"])}
            await open_declaration(
                session, cause="election", occurred_on=row["held_on"], subject_id=election_id, detail=detail
            )
            await store.change(
                election_id,
                state="proclaimed",
                proclaimed_at=datetime.now(UTC),
                proclaimed_by=caller.identity.subject,
            )
            told = await shown(session, election_id, caller)
            await note_happening(session, row["meeting_id"], _words(told))
            await record(
                session, caller, "election_proclaimed", ("election", election_id), {"elected": len(seats)}
            )
            await touch(session, row["meeting_id"])
            return await once.keep(session, told)

        return await in_transaction(self._sessions, work)

    async def contest(
        self, election_id: UUID, *, on: date, reason: str, caller: Caller, once: OneRequest
    ) -> Row:
        """Note that an election is contested: who was elected sits until it is settled.

        Raises:
            ElectionUnknown, ElectionMoved: there is none that was proclaimed, or it is contested already.
            InvalidInput: that is before the election, or yet to come.

        """

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await found_election(session, election_id, "contest")
            if row["contested_on"] is not None and row["settled_on"] is None:
                raise ElectionMoved(
                    "Cette élection est déjà contestée : dites d’abord ce qu’il en est.", state=row["state"]
                )
            _refuse_day(row["held_on"], on)
            values: dict[str, Any] = {"settled_on": None, "settled_reason": None}
            await ElectionStore(session).change(election_id, contested_on=on, contest_reason=reason, **values)
            await record(session, caller, "election_contested", ("election", election_id), {"on": str(on)})
            return await once.keep(session, await shown(session, election_id, caller))

        return await in_transaction(self._sessions, work)

    async def settle(
        self, election_id: UUID, *, on: date, outcome: str, reason: str, caller: Caller, once: OneRequest
    ) -> Row:
        """Uphold an election that was contested, or annul it: what it gave never was, who sat before sits again.

        Of an election that is annulled, a declaration that is still due is withdrawn; one that was sent is followed by
        another, which tells of the annulment.

        Raises:
            ElectionUnknown, ElectionMoved: there is none that is contested.
            DecisionsAfterIt: its posts were filled again since.
            InvalidInput: that is before it was contested, or yet to come.

        """

        async def work(session: AsyncSession) -> Row:
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await found_election(session, election_id, "settle")
            if row["contested_on"] is None or row["settled_on"] is not None:
                raise ElectionMoved("Cette élection n’est pas contestée.", state=row["state"])
            _refuse_day(row["contested_on"], on)
            undone: Mapping[str, Any] = {}
            if outcome == "annulled":
                undone = await annul_terms(session, election_id)
                await take_back(session, election_id, on=on, others=undone["offices"])
            state = "annulled" if outcome == "annulled" else "proclaimed"
            await ElectionStore(session).change(
                election_id, state=state, settled_on=on, settled_reason=reason
            )
            told = {name: len(undone[name]) for name in ("annulled", "restored", "vacant_posts") if undone}
            await record(session, caller, f"election_{outcome}", ("election", election_id), told)
            await touch(session, row["meeting_id"])
            return await once.keep(session, await shown(session, election_id, caller))

        return await in_transaction(self._sessions, work)


async def _given(session: AsyncSession, election_id: UUID) -> tuple[list[Seat], list[UUID]]:
    """Return who takes which post, and the posts whose terms end whoever takes them."""
    given = await ElectionStore(session).given(election_id)
    elected = await RoundStore(session).elected(election_id)
    seats = []
    for place in dict.fromkeys(constituency for constituency, _, _ in given):
        members = [one["member_id"] for one in elected if one["constituency"] == place]
        posts = [post for constituency, _, post in given if constituency == place]
        seats += [Seat(post.post_id, member, post.until) for post, member in seated(members, posts)]
    return seats, [post.post_id for _, reason, post in given if reason == "renewal"]


def _already(row: Mapping[str, Any]) -> AlreadyProclaimed:
    who = row["proclaimed_by_name"] or "l’administration"
    return AlreadyProclaimed(
        f"Cette élection a déjà été proclamée par {who}.", by=who, at=row["proclaimed_at"].isoformat()
    )


def _words(told: Mapping[str, Any]) -> str:
    """Return what the minutes say of an election."""
    lines = [f"Élection « {told['title']} » : {counted(len(told['seats']), 'siège', 'sièges')} à pourvoir."]
    for one in told["rounds"]:
        whom = "" if one["constituency"] == "all" else f", collège {one['constituency']}"
        turn = "" if told["round"] == 1 else f", tour {one['round']}"
        lines.append(
            f"Scrutin{whom}{turn} : {counted(one['voters'], 'votant', 'votants')}, dont {one['paper']} sur papier, "
            f"{counted(one['blank'], 'blanc', 'blancs')}."
        )
        lines += [f"{r['name']} : {r['votes']} voix{_OUTCOMES[r['outcome']]}." for r in one["results"]]
    return "\n".join(lines)[:5000]


_OUTCOMES: Final = {
    "elected": ", élu",
    "not_elected": "",
    "tied": ", à égalité",
    "second_round": ", au second tour",
}


def _refuse_day(earliest: date, on: date) -> None:
    """Refuse a day before what it follows, or yet to come: a contest dated of next year could not be settled before."""
    if on < earliest:
        raise _wrong_day("too_early", f"ce jour vient trop tôt. Le {spoken_day(earliest)} ou après.")
    if on > today_in_paris():
        raise _wrong_day("too_late", f"le {spoken_day(on)} n’est pas encore venu : notez-le ce jour-là.")


def _wrong_day(code: str, detail: str) -> InvalidInput:
    errors = [FieldError("/body/on", code, detail[0].upper() + detail[1:])]
    return InvalidInput(f"La demande n'est pas valable : {detail}", errors=errors)
