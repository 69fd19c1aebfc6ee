"""The use cases of assignments: each opens one transaction."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.audit import record
from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_events.applications.entries import write_entry
from ombelle_events.applications.seeing import touch
from ombelle_events.applications.tables import ApplicationRow
from ombelle_events.applications.transitions import TRANSITIONS
from ombelle_events.applications.viewer import Asker
from ombelle_events.calls.finding import call_to, found_call
from ombelle_events.calls.tables import CallRow
from ombelle_events.mailing import Mail, ask_for_mails
from ombelle_events.reviews.assignments.store import AssignmentStore
from ombelle_events.reviews.committee.service import refuse_without_committee
from ombelle_events.reviews.errors import AssignmentUnknown, ConflictStands, PlanOutdated, ReviewExists
from ombelle_events.reviews.mails import mails_to_reviewers
from ombelle_events.reviews.planning import Dossier, Member, Pick, Plan, plan

_STARTS: Final = {row.from_status: row.to_status for row in TRANSITIONS if row.action == "start_review"}
OBSTACLES: Final = {
    "application_unknown": "Ce dossier n'est pas de cet appel.",
    "application_closed": "Ce dossier ne s'évalue pas, ou plus.",
    "not_in_the_committee": "Cette personne ne siège pas au comité de cet appel.",
    "assigned_already": "Ce dossier a déjà été confié à cette personne.",
    "own_conflict": "Un conflit d'intérêts vous lie à ce dossier : quelqu'un d'autre de la coordination le confie.",
    "conflict_stands": "Un conflit d'intérêts empêche cette personne d'évaluer ce dossier.",
    "repeated": "Ce dossier y est confié deux fois à la même personne.",
}
_OUTDATED: Final = "Ce plan n'est plus possible : rien n'a été confié. Demandez-en un nouveau."


class AssignmentService:
    """Plans who reviews what, and asks them."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, public_url: str = "") -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def preview(
        self, asker: Asker, call_id: UUID, *, reviews: int | None, wanted: Sequence[UUID] | None
    ) -> dict[str, Any]:
        """Return who would be asked what; nothing is done. Where the asker has a conflict, nothing is planned.

        Args:
            asker: who plans.
            call_id: the call.
            reviews: how many each application gets; without it, what the call says.
            wanted: the applications to plan for; without them, all that are open.

        Raises:
            CallUnknown: there is no such call.
            CommitteeOff: it is decided without a committee.

        """
        async with self._sessions() as session, session.begin():
            call = await found_call(session, call_id)
            refuse_without_committee(call)
            store = AssignmentStore(session)
            found = await store.dossiers(asker, call_id, wanted)
            members = await store.members(call_id)
            each = reviews or call.reviews_per_application
        dossiers = [row for row in found if not row["has_conflict"]]
        made = await asyncio.to_thread(
            plan, [_dossier(row) for row in dossiers], [_member(row) for row in members], reviews=each
        )
        return {
            **_described(made, dossiers, members),
            "left_out": _left_out(dossiers, members, reviews=each),
            "withheld": [row for row in found if row["has_conflict"] and len(row["reviewers"]) < each],
        }

    async def mails(
        self, asker: Asker, call_id: UUID, picks: Sequence[Pick], *, due_on: date | None, message: str | None
    ) -> list[dict[str, Any]]:
        """Return the mails that would leave with these reviews. Raises as `assign` does, and does nothing."""
        async with self._sessions() as session, session.begin():
            call = await found_call(session, call_id)
            refuse_without_committee(call)
            await _refuse_impossible(AssignmentStore(session), asker, call_id, picks)
            return [
                shown
                for shown, _ in await self.mails_in(session, call, picks, due_on=due_on, message=message)
            ]

    async def assign(
        self,
        asker: Asker,
        call_id: UUID,
        picks: Sequence[Pick],
        *,
        due_on: date | None,
        message: str | None,
        once: OneRequest,
    ) -> dict[str, Any]:
        """Ask for exactly these reviews, or for none; applications that were only submitted are under review then.

        Everybody who is asked is told by mail.

        Raises:
            CallUnknown: there is no such call.
            CallStateForbids: it is archived.
            CommitteeOff: it is decided without a committee.
            PlanOutdated: one of them is not possible; the problem points at each.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            call = await call_to(session, call_id, "edit")
            refuse_without_committee(call)
            store = AssignmentStore(session)
            applications = await store.lock(call_id, [pick.dossier for pick in picks])
            await _refuse_impossible(store, asker, call_id, picks)
            try:
                await store.assign(call_id, picks, by=asker.actor, due_on=due_on)
            except IntegrityError as error:  # somebody was faster than the look above
                raise PlanOutdated(_OUTDATED, rule=broken_constraint(error)) from error
            begun = await begin_reviews(session, applications, by=asker.actor)
            mails = await self.mails_in(session, call, picks, due_on=due_on, message=message)
            await ask_for_mails(session, [mail for _, mail in mails])
            await record(
                session,
                actor=asker.actor,
                action="reviews_assigned",
                subject_kind="call",
                subject_id=str(call_id),
                values={"assignments": [list(pick) for pick in picks], "due_on": due_on, "begun": begun},
            )
            return await once.keep(session, {"assigned": len(picks), "begun": begun})

    async def mails_in(
        self,
        session: AsyncSession,
        call: CallRow,
        picks: Sequence[Pick],
        *,
        due_on: date | None,
        message: str | None,
    ) -> list[tuple[dict[str, Any], Mail]]:
        """Return the mail to each of those who are asked, by name."""
        asked = Counter(pick.member for pick in picks)
        rows = [
            {**row, "count": asked[row["account_id"]], "due_on": due_on}
            for row in await AssignmentStore(session).members(call.id)
            if row["account_id"] in asked and row["email"]
        ]
        return await mails_to_reviewers(
            session, call, "review_assigned", rows, message=message, public_url=self._public_url
        )

    async def take_back(self, asker: Asker, application_id: UUID, account_id: UUID) -> None:
        """Ask somebody no more.

        Raises:
            AssignmentUnknown: they were not asked.
            ConflictStands: a conflict of interest stands between the asker and the application.
            ReviewExists: they have begun: nothing that was written is lost.

        """
        async with self._sessions() as session, session.begin():
            store = AssignmentStore(session)
            assignment = await store.assignment(application_id, account_id)
            if assignment is None:
                raise AssignmentUnknown("Ce dossier n'est pas confié à cette personne.")
            if await store.conflicted(asker, [application_id]):
                raise ConflictStands(OBSTACLES["own_conflict"])
            if await store.has_review(application_id, account_id):
                raise ReviewExists("Cette personne a commencé son évaluation : elle peut se déporter.")
            await store.take_back(assignment)
            await record(
                session,
                actor=asker.actor,
                action="review_unassigned",
                subject_kind="application",
                subject_id=str(application_id),
                values={"account_id": account_id},
            )


async def begin_reviews(
    session: AsyncSession, applications: Sequence[ApplicationRow], *, by: str
) -> list[UUID]:
    """Bring the applications that were only submitted under review, and return which."""
    begun = []
    for application in applications:
        status = _STARTS.get(application.status)  # type: ignore[call-overload]
        if status is None:
            continue
        application.status = status
        touch(application)
        begun.append(application)
    await session.flush()
    for application in begun:
        await write_entry(session, application, actor=by, side="coordination", action="review_started")
    return [application.id for application in begun]


async def _refuse_impossible(
    store: AssignmentStore, asker: Asker, call_id: UUID, picks: Sequence[Pick]
) -> None:
    """Refuse what may not be asked, or not by the asker. Raises PlanOutdated, which points at each."""
    own = await store.conflicted(asker, {pick.dossier for pick in picks})
    obstacles = await store.obstacles(call_id, picks)
    _refuse_outdated(
        picks,
        [
            "own_conflict" if pick.dossier in own else obstacle
            for pick, obstacle in zip(picks, obstacles, strict=True)
        ],
    )


def _refuse_outdated(picks: Sequence[Pick], obstacles: Sequence[str | None]) -> None:
    found = list(obstacles)
    first = {pick: place for place, pick in reversed(list(enumerate(picks)))}
    for place, pick in enumerate(picks):
        if found[place] is None and first[pick] != place:
            found[place] = "repeated"
    errors = [
        FieldError(f"/body/assignments/{place}", obstacle, OBSTACLES[obstacle])
        for place, obstacle in enumerate(found)
        if obstacle is not None
    ]
    if errors:
        raise PlanOutdated(_OUTDATED, errors=errors)


def _dossier(row: Mapping[str, Any]) -> Dossier:
    excluded = frozenset(row["asked"]) | frozenset(row["conflicted"])
    return Dossier(row["id"], row["theme"], row["department"], frozenset(row["reviewers"]), excluded)


def _member(row: Mapping[str, Any]) -> Member:
    return Member(row["account_id"], frozenset(row["themes"]), frozenset(row["departments"]), row["load"])


def _described(
    found: Plan, dossiers: Sequence[Mapping[str, Any]], members: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    by_id = {row["id"]: row for row in dossiers}
    sitting = {row["account_id"]: row for row in members}
    people = {one: {"id": one, "name": row["name"]} for one, row in sitting.items()}
    picks = sorted(
        found.picks, key=lambda pick: (by_id[pick.dossier]["number"], sitting[pick.member]["name"], pick)
    )
    return {
        "assignments": [{"application_id": pick.dossier, "account_id": pick.member} for pick in picks],
        "items": [
            {
                "application": by_id[pick.dossier],
                "account": people[pick.member],
                "known": _known(by_id[pick.dossier], sitting[pick.member]),
            }
            for pick in picks
        ],
        "loads": [
            {
                "account": people[one],
                "before": row["load"],
                "after": row["load"] + sum(pick.member == one for pick in picks),
            }
            for one, row in sitting.items()
        ],
        "missing": [
            {"application": by_id[one], "missing": count}
            for one, count in sorted(found.missing.items(), key=lambda item: by_id[item[0]]["number"])
        ],
    }


def _left_out(
    dossiers: Sequence[Mapping[str, Any]], members: Sequence[Mapping[str, Any]], *, reviews: int
) -> list[dict[str, Any]]:
    """Return who sits and may not be asked, for the applications that need reviews, by application and name."""
    return [
        {
            "application": dossier,
            "account": {"id": one["account_id"], "name": one["name"]},
            "reason": "conflict" if one["account_id"] in dossier["conflicted"] else "recused",
        }
        for dossier in dossiers
        if len(dossier["reviewers"]) < reviews
        for one in members
        if one["account_id"] in {*dossier["conflicted"], *dossier["recused"]}
    ]


def _known(dossier: Mapping[str, Any], member: Mapping[str, Any]) -> list[str]:
    pairs = (("theme", "themes"), ("department", "departments"))
    return [name for name, names in pairs if dossier[name] is not None and dossier[name] in member[names]]
