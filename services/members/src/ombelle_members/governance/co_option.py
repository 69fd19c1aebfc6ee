"""Co-option: a vacancy filled by the board, if the bylaws provide it, for what remains of the term."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.days import spoken_day
from ombelle_members.declarations.opening import open_declaration
from ombelle_members.governance.beginning import Seat, refuse_seats
from ombelle_members.governance.bylaws import bylaws_on
from ombelle_members.governance.errors import CoOptionRefused, PostUnknown, RatificationRefused
from ombelle_members.governance.moves import Moves
from ombelle_members.wording import counted

# Held before the members and the bodies, as whoever proclaims does: a vote that opens meanwhile waits, and sees the
# seat taken.
_ELECTIONS: Final = text("""
SELECT b.number, e.title, e.state FROM election e JOIN election_seat s ON s.election_id = e.id
JOIN post b ON b.id = s.post_id
WHERE s.post_id = :post AND (e.state NOT IN ('proclaimed', 'annulled')
  OR e.state = 'proclaimed' AND e.held_on = CAST(:on AS date))
ORDER BY e.id FOR SHARE OF e
""")
_POST: Final = text("""
SELECT b.number, remaining_term_end(b.id, CAST(:on AS date)) AS expected_end_on,
  (SELECT max(coalesce(upper(t.period), 'infinity')) FROM board_term t WHERE t.post_id = b.id) AS free_since,
  consecutive_terms(CAST(:member AS uuid), CAST(:on AS date)) AS terms_before,
  (SELECT s.is_member AND NOT s.may_stand FROM member_status(CAST(:member AS uuid), CAST(:on AS date)) s) AS is_barred
FROM post b WHERE b.id = :post
""")


async def co_opt(
    session: AsyncSession, *, post_id: UUID, member_id: UUID, on: date, expected_end_on: date | None = None
) -> UUID:
    """Fill a vacant post within the caller's transaction, open what is to be declared, and return the term's id.

    Raises:
        PostUnknown: there is none.
        CoOptionRefused: the bylaws of that day provide none, the post is not vacant or is voted on, nothing tells until
            when, or the member has sat as often in a row as the bylaws allow.
        SeatRefused: the member is none on that day, of another college, or sits already.

    """
    await _refuse_elections(session, post_id, on)
    moves = Moves(session)
    await moves.hold([member_id])
    rules = (await bylaws_on(session, on)).rules
    if not rules.co_option:
        raise _refused("/body/on", "Les statuts de ce jour ne prévoient pas la cooptation.")
    asked = {"post": post_id, "member": member_id, "on": on}
    post = (await session.execute(_POST, asked)).one_or_none()
    if post is None:
        raise PostUnknown("Ce siège n’existe pas.")
    if post.free_since is not None and post.free_since > on:
        raise _refused("/body/post_id", f"Le siège {post.number} n’est pas vacant depuis ce jour.")
    if post.is_barred:
        raise _refused(
            "/body/member_id", "Ce membre ne peut pas être candidat ce jour-là : voyez sa cotisation."
        )
    limit = rules.consecutive_terms_limit
    if limit is not None and post.terms_before >= limit:
        raise _refused(
            "/body/member_id",
            f"Ce membre a déjà fait {counted(post.terms_before, 'mandat', 'mandats')} de suite.",
        )
    end = post.expected_end_on or expected_end_on
    if end is None:
        raise _refused(
            "/body/expected_end_on", "Rien ne dit quand ce siège est renouvelé : indiquez la fin prévue."
        )
    sitting = {one["member_id"]: one["number"] for one in await moves.running_terms(members=[member_id])}
    await refuse_seats(session, on, [Seat(post_id, member_id, end)], sitting, at="/body")
    term_id = await moves.add_term(
        post_id=post_id,
        member_id=member_id,
        on=on,
        expected_end_on=end,
        began_as="co_option",
        election_id=None,
    )
    detail = {"member_id": str(member_id), "number": post.number}
    await open_declaration(session, cause="co_option", occurred_on=on, subject_id=term_id, detail=detail)
    return term_id


def refuse_unratified(term: Mapping[str, Any]) -> None:
    """Refuse to ratify, or not, what awaits no ratification.

    Raises:
        RatificationRefused: the term is no co-option, or was ratified.

    """
    if term["began_as"] != "co_option":
        raise RatificationRefused("Ce mandat vient d’une élection : il n’y a rien à ratifier.")
    if term["ratified_on"] is not None:
        raise RatificationRefused(f"Cette cooptation a été ratifiée le {spoken_day(term['ratified_on'])}.")


async def _refuse_elections(session: AsyncSession, post_id: UUID, on: date) -> None:
    """Leave to the assembly a seat that it votes on, or voted on that day. Raises CoOptionRefused."""
    for one in await session.execute(_ELECTIONS, {"post": post_id, "on": on}):
        if one.state in {"voting", "counted"}:
            detail = f"Le siège {one.number} est au vote (« {one.title} ») : attendez la proclamation des résultats."
            raise _refused("/body/post_id", detail)
        if one.state == "proclaimed":
            voted = f"L’assemblée a voté ce jour-là sur le siège {one.number} (« {one.title} »)"
            raise _refused("/body/on", f"{voted} : cooptez à partir du lendemain.")


def _refused(pointer: str, detail: str) -> CoOptionRefused:
    return CoOptionRefused(detail, errors=[FieldError(pointer, "co_option_refused", detail)])
