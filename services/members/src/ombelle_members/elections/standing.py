"""An election as a use case finds it: held, in a state that allows what is asked, and shown afterwards."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError, Forbidden
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.elections.domain import STEPS, Rules
from ombelle_members.elections.errors import ElectionMoved, ElectionUnknown, MayNotStand
from ombelle_members.elections.store import ElectionStore, Row
from ombelle_members.elections.voting.store import RoundStore
from ombelle_members.governance.bylaws import BylawsRules, bylaws_on
from ombelle_members.wording import counted

_STATES: Final[Mapping[str, str]] = {
    "planned": "est en préparation",
    "candidacies_open": "reçoit les candidatures",
    "candidacies_closed": "attend son vote",
    "voting": "est au vote",
    "counted": "est dépouillée",
    "proclaimed": "est proclamée",
    "annulled": "est annulée",
}


async def reads(session: AsyncSession, caller: Caller) -> None:
    """Refuse whoever is neither of the association's team nor acts for a member. Raises Forbidden."""
    if caller.is_association or await ElectionStore(session).acts_for_a_member(caller.account_id):
        return
    raise Forbidden("Les élections sont réservées aux adhérents de l’association et à son équipe.")


async def stands(session: AsyncSession, caller: Caller) -> None:
    """Refuse whoever is neither of the secretariat nor acts for a member. Raises Forbidden."""
    if not (caller.is_secretariat or await ElectionStore(session).acts_for_a_member(caller.account_id)):
        raise Forbidden(
            "Seuls le secrétariat et les personnes qui agissent pour un membre le disent candidat."
        )


async def found_election(
    session: AsyncSession, election_id: UUID, step: str | None = None, *, lock: bool = True
) -> Row:
    """Return an election's columns, held until the transaction ends where `lock`.

    Raises:
        ElectionUnknown: there is none.
        ElectionMoved: it is not where this step begins.

    """
    row = await ElectionStore(session).one(election_id, lock=lock)
    if row is None:
        raise ElectionUnknown("Cette élection n’existe pas.")
    if step is not None and row["state"] not in STEPS[step]:
        raise ElectionMoved(
            f"Cette élection {_STATES[row['state']]} : ce n’est pas le moment de faire cela.",
            state=row["state"],
        )
    return row


async def rules_of(session: AsyncSession, row: Mapping[str, Any]) -> Rules:
    """Return what decides of an election: frozen when its vote opened, until then what the bylaws of its day say."""
    kept = row["rules"]
    whole = (
        BylawsRules.model_validate({"election": kept})
        if kept
        else (await bylaws_on(session, row["held_on"])).rules
    )
    rule = whole.election
    return Rules(rule.majority, rule.rounds, rule.tie, row["round"])


def brief(row: Mapping[str, Any], caller: Caller) -> Row:
    """Return an election as lists show it, with what the caller may do."""
    return {**row, "allowed_actions": _actions(row, caller)}


async def shown(session: AsyncSession, election_id: UUID, caller: Caller | None) -> Row:
    """Return an election that is known to be there, whole; without a caller, as anybody on the roll sees it."""
    store = ElectionStore(session)
    row = await found_election(session, election_id, lock=False)
    rules = await rules_of(session, row)
    account = None if caller is None else caller.account_id
    candidacies = [
        {
            **one,
            "is_withdrawn": one["withdrawn_at"] is not None,
            "allowed_actions": _candidacy_actions(one, row, caller),
        }
        for one in await store.candidacies(election_id, account)
    ]
    keeps = caller is not None and caller.is_association
    return {
        **row,
        "rules": {"majority": rules.majority, "rounds": rules.rounds, "tie": rules.tie},
        "candidacies": [one for one in candidacies if keeps or not one["is_withdrawn"]],
        "rounds": [_round(one, keeps=keeps) for one in await RoundStore(session).rounds(election_id)],
        "proclaimed_by": row["proclaimed_by_name"],
        "allowed_actions": [] if caller is None else _actions(row, caller),
    }


def _round(one: Row, *, keeps: bool) -> Row:
    return one if keeps else {**one, "paper_added": [{**batch, "by": None} for batch in one["paper_added"]]}


async def refuse_standing(
    session: AsyncSession, row: Mapping[str, Any], members: Sequence[tuple[UUID, str]]
) -> dict[UUID, Row]:
    """Return what decides on whether members may stand on the day of an election.

    Args:
        session: the transaction.
        row: the election.
        members: each with the pointer of what names it.

    Raises:
        MayNotStand: one or more may not, by the bylaws of that day; every reason is told.

    """
    standing = await ElectionStore(session).standing(row["id"], [one for one, _ in members], row["held_on"])
    limit = (await bylaws_on(session, row["held_on"])).rules.consecutive_terms_limit
    wrong = []
    for member_id, pointer in members:
        why = _why_not(standing.get(member_id), limit)
        if why is not None:
            name = (standing.get(member_id) or {}).get("name") or "Ce membre"
            wrong.append(FieldError(pointer, why[0], f"{name} {why[1]}"))
    if wrong:
        raise MayNotStand(" ".join(one.detail for one in wrong), errors=wrong)
    return standing


def _why_not(one: Row | None, limit: int | None) -> tuple[str, str] | None:
    if one is None or not one["is_member"]:
        return "not_a_member", "n’est pas adhérent le jour de l’élection."
    if one["sits_elsewhere"] is not None:
        return (
            "sits_already",
            f"occupe déjà le siège {one['sits_elsewhere']}, que cette élection ne renouvelle pas.",
        )
    if not one["may_stand"]:
        why = (
            "il n’est pas à jour de cotisation"
            if not one["is_up_to_date"]
            else "son adhésion est trop récente"
        )
        return "may_not_stand", f"ne peut pas être candidat : {why}."
    if limit is not None and one["terms"] >= limit:
        return (
            "terms_limit",
            f"a déjà exercé {counted(one['terms'], 'mandat', 'mandats')} de suite, le plus que permettent les statuts.",
        )
    return None


def _actions(row: Mapping[str, Any], caller: Caller) -> list[str]:
    able = [step for step, states in STEPS.items() if row["state"] in states]
    if not caller.is_secretariat:
        return [step for step in able if step == "stand" and caller.account_id is not None]
    allowed = {
        "stand": False,
        "draw_lot": row["awaits_lot"],
        "second_round": row["awaits_round"],
        "proclaim": not (row["awaits_lot"] or row["awaits_round"] or row["held_on"] > today_in_paris()),
        "contest": row["contested_on"] is None or row["settled_on"] is not None,
        "settle": row["contested_on"] is not None and row["settled_on"] is None,
    }
    return [step for step in able if allowed.get(step, True)]


def _candidacy_actions(one: Mapping[str, Any], row: Mapping[str, Any], caller: Caller | None) -> list[str]:
    may = caller is not None and (
        caller.is_secretariat or (one["is_mine"] and row["state"] == "candidacies_open")
    )
    is_open = one["withdrawn_at"] is None and row["state"] in STEPS["withdraw_candidacy"]
    return ["withdraw"] if may and is_open else []
