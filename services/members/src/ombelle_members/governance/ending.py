"""How a board term ends: the one way, for a resignation, a member that leaves, a ratification that is refused.

The day of an end is the first one without: who resigns "on 4 May" sat on the 3rd for the last time.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy import Date, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.days import spoken_day
from ombelle_members.declarations.opening import open_declaration
from ombelle_members.governance.domain import OfficeEnd, TermEnd
from ombelle_members.governance.errors import DecisionsAfterIt
from ombelle_members.governance.moves import Moves

__all__ = ["TermEnd", "end_term_of", "in_the_way", "refuse_later_decisions", "sittings_after"]

_IN_THE_WAY: Final = text("""
SELECT 'board_term' AS kind, id, lower(period) AS began_on, upper(period) AS ended_on FROM board_term
WHERE member_id = :member AND (lower(period) >= :on OR upper(period) > :on)
UNION ALL
SELECT 'office', id, lower(period), upper(period) FROM office
WHERE member_id = :member AND (lower(period) >= :on OR upper(period) > :on)
ORDER BY 3, 1
""").bindparams(bindparam("on", type_=Date))
# The day itself is not looked at: one resigns at a sitting too.
_SAT_SINCE: Final = text("""
SELECT 'meeting' AS kind, g.id, g.held_on AS began_on, NULL AS ended_on
FROM meeting_roll r JOIN meeting g ON g.id = r.meeting_id
WHERE r.member_id = :member AND g.body IN ('board', 'bureau') AND g.held_on > :on AND (
  EXISTS (SELECT FROM attendance a WHERE a.roll_id = r.id)
  OR g.opened_at IS NOT NULL AND EXISTS (SELECT FROM proxy p WHERE p.giver_id = r.id AND p.ended_at IS NULL))
ORDER BY 3, 2
""").bindparams(bindparam("on", type_=Date))
_WORDS: Final = {
    "board_term": "un mandat depuis le",
    "office": "une fonction au bureau depuis le",
    "meeting": "sa présence, ou son pouvoir, à la réunion du",
}
_OFFICE_ENDS: Final[dict[TermEnd, OfficeEnd]] = {"death": "death"}


async def in_the_way(session: AsyncSession, member_id: UUID, on: date) -> list[dict[str, Any]]:
    """Return the terms and offices of a member that forbid to end it, or its term, on a day in the past.

    Those that began on that day or later, and those that ended later: what was decided after it stands. Each is
    `{"kind": "board_term" | "office", "id", "began_on", "ended_on"}`. A running term that began before is in nobody's way.
    """
    found = await session.execute(_IN_THE_WAY, {"member": member_id, "on": on})
    return [dict(row) for row in found.mappings()]


async def sittings_after(session: AsyncSession, member_id: UUID, on: date) -> list[dict[str, Any]]:
    """Return the sittings of the board and of the bureau after a day to which a member came, or gave its proxy.

    Whoever sat there had not left before. Each is as those of `in_the_way`, of kind `meeting`.
    """
    found = await session.execute(_SAT_SINCE, {"member": member_id, "on": on})
    return [dict(row) for row in found.mappings()]


def refuse_later_decisions(found: Sequence[dict[str, Any]], pointer: str = "/body/on") -> None:
    """Refuse a day before what was found by `in_the_way` and `sittings_after`.

    Raises:
        DecisionsAfterIt: something was; the problem tells what, as `decisions`.

    """
    if not found:
        return
    told = ", ".join(
        f"{_WORDS[one['kind']]} {spoken_day(one['began_on'])}"
        + (f" jusqu’au {spoken_day(one['ended_on'])}" if one["ended_on"] else "")
        for one in found
    )
    detail = f"Des décisions ont été prises après ce jour : {told}. Défaites-les d’abord, ou choisissez un autre jour."
    raise DecisionsAfterIt(
        detail,
        errors=[FieldError(pointer, "decisions_after_it", detail)],
        decisions=[
            {
                "kind": one["kind"],
                "id": str(one["id"]),
                "began_on": str(one["began_on"]),
                "ended_on": str(one["ended_on"]) if one["ended_on"] else None,
            }
            for one in found
        ],
    )


async def end_term_of(
    session: AsyncSession, member_id: UUID, on: date, ended_as: TermEnd, reason: str | None = None
) -> UUID | None:
    """End the running term of a member, its office with it the same day, and open what is to be declared of it.

    Within the caller's transaction, which holds the member's row before (`FOR UPDATE`). Returns the id of the term,
    `None` where the member sits nowhere.

    Raises:
        DecisionsAfterIt: something of this member was decided after that day (409, with pointers).

    """
    moves = Moves(session)
    await moves.hold([member_id])
    in_its_way = await in_the_way(session, member_id, on) + await sittings_after(session, member_id, on)
    refuse_later_decisions(in_its_way)
    found = await moves.running_terms(members=[member_id])
    if not found:
        return None
    [term] = found
    held = [one for one in await moves.running_offices() if one["member_id"] == member_id]
    await moves.end_offices([one["id"] for one in held], on, _OFFICE_ENDS.get(ended_as, "board_term_ended"))
    await moves.end_terms([term["id"]], on, ended_as, reason=reason)
    detail = {"member_id": str(member_id), "number": term["number"], "offices": [one["role"] for one in held]}
    await open_declaration(session, cause=ended_as, occurred_on=on, subject_id=term["id"], detail=detail)
    return UUID(str(term["id"]))
