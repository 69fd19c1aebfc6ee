"""The bureau: elected by the board among its members, each office within a board term."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy import Date, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.days import spoken_day
from ombelle_members.declarations.opening import open_declaration
from ombelle_members.governance.bylaws import bylaws_on
from ombelle_members.governance.domain import OFFICES, SHARED, OfficeRole
from ombelle_members.governance.errors import DecisionsAfterIt, OfficeRefused
from ombelle_members.governance.moves import Moves

# The board of that day, with when the next of its halves is due; who sits no longer cannot be given an office of then.
_BOARD: Final = text("""
SELECT t.member_id, t.expected_end_on, upper_inf(t.period) AS is_running,
  (SELECT min(n.expected_end_on) FROM board_term n WHERE n.period @> :on AND n.expected_end_on > :on) AS renewal_on
FROM board_term t WHERE t.period @> :on
""").bindparams(bindparam("on", type_=Date))


class Chosen(NamedTuple):
    """Who holds an office from now on. `rank` tells the first vice-president from the second."""

    role: OfficeRole
    member_id: UUID
    rank: int = 1


async def elect(
    session: AsyncSession, on: date, offices: Sequence[Chosen], *, is_whole: bool = True
) -> list[UUID]:
    """Enter what the board elected, within the caller's transaction; return the ids of the offices, in that order.

    A whole bureau ends every running office that day; else only those of the same role and rank. An office is expected
    to end at the next partial renewal, which is never after its own board term. Opens what is to be declared.
    The staff seat has no term, hence no office, whatever the bylaws say of it.

    Raises:
        OfficeRefused: a member does not sit on the board that day, holds two offices, a role is given twice, or a
            required office is left out of a whole bureau (422, with pointers `/offices/{i}/…`).
        DecisionsAfterIt: an office began on that day or later.

    """
    moves = Moves(session)
    await moves.hold([one.member_id for one in offices])
    board = {row["member_id"]: dict(row) for row in (await session.execute(_BOARD, {"on": on})).mappings()}
    running = await moves.running_offices()
    given = {(one.role, one.rank) for one in offices}
    closing = [one for one in running if is_whole or (one["role"], one["rank"]) in given]
    staying = {one["member_id"] for one in running if one not in closing}
    required = (await bylaws_on(session, on)).rules.required_offices if is_whole else []
    _refuse(on, offices, board, staying, required)
    _refuse_begun_since(closing, on)
    await moves.end_offices([one["id"] for one in closing], on, "term")
    begun = [
        await moves.add_office(
            **one._asdict(), on=on, expected_end_on=_expected_end(on, board[one.member_id])
        )
        for one in offices
    ]
    detail = {"offices": [{"role": one.role, "member_id": str(one.member_id)} for one in offices]}
    await open_declaration(session, cause="bureau", occurred_on=on, subject_id=begun[0], detail=detail)
    return begun


def _expected_end(on: date, term: dict[str, Any]) -> date:
    # Overdue all over: the renewal can come any day, and nobody's office outlives it.
    end: date = term["renewal_on"] or date.fromordinal(on.toordinal() + 1)
    return end


def _refuse(
    on: date,
    offices: Sequence[Chosen],
    board: dict[UUID, dict[str, Any]],
    staying: set[UUID],
    required: Sequence[OfficeRole],
) -> None:
    wrong: list[FieldError] = []
    places, members = [(one.role, one.rank) for one in offices], [one.member_id for one in offices]
    for place, one in enumerate(offices):
        term, at = board.get(one.member_id), f"/body/offices/{place}"
        if term is None:
            wrong.append(_error(f"{at}/member_id", f"Ce membre ne siège pas au conseil le {spoken_day(on)}."))
        elif not term["is_running"]:
            wrong.append(_error(f"{at}/member_id", "Le mandat de ce membre au conseil a pris fin depuis."))
        elif one.member_id in staying or members.index(one.member_id) < place:
            wrong.append(_error(f"{at}/member_id", "Ce membre exerce déjà une autre fonction au bureau."))
        if one.rank > 1 and one.role not in SHARED:
            wrong.append(_error(f"{at}/rank", "Cette fonction ne revient qu’à une personne."))
        elif places.index((one.role, one.rank)) < place:
            wrong.append(_error(f"{at}/role", "Cette fonction est donnée deux fois."))
    missing = [role for role in required if role not in {one.role for one in offices}]
    if missing:
        wrong.append(
            _error(
                "/body/offices",
                f"Les statuts demandent aussi : {', '.join(OFFICES[role] for role in missing)}.",
            )
        )
    if wrong:
        raise OfficeRefused(" ".join(dict.fromkeys(one.detail for one in wrong)), errors=wrong)


def _error(pointer: str, detail: str) -> FieldError:
    return FieldError(pointer, "office_refused", detail)


def _refuse_begun_since(closing: Sequence[dict[str, Any]], on: date) -> None:
    if any(one["began_on"] >= on for one in closing):
        raise DecisionsAfterIt(
            "Le bureau a déjà été élu ce jour-là ou depuis.",
            errors=[
                FieldError("/body/on", "decisions_after_it", "Une fonction a commencé ce jour-là ou depuis.")
            ],
        )
