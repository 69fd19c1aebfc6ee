"""Who is to come to a meeting, and who votes: the roll as it is drawn up, until it is frozen."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Date, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.meetings.domain import STAFF_SEAT

# Who sits in a body on the meeting's day: members still so on that day, with the vote that they have at the cut-off.
_WHO: Final = """
SELECT m.id AS member_id, false AS is_staff_seat, member_name(m.id) AS name, c.college,
  coalesce(rep.person_id, m.person_id) AS person_id, rp.name AS representative_name,
  coalesce(rp.email, p.email, o.email) AS email, {may_vote} AS may_vote
FROM {sits} JOIN member m ON m.id = s.member_id
JOIN college_membership c ON c.member_id = m.id AND c.period @> CAST(:{day} AS date)
LEFT JOIN organisation o ON o.id = m.organisation_id
LEFT JOIN person p ON p.id = m.person_id
LEFT JOIN representative rep ON rep.member_id = m.id AND rep.period @> CAST(:held_on AS date)
LEFT JOIN person rp ON rp.id = rep.person_id AND rp.erased_at IS NULL
WHERE s.period @> CAST(:held_on AS date)
"""
_SITS: Final[Mapping[str, str]] = {
    "general_assembly": _WHO.format(
        sits="college_membership s",
        day="cut_off_on",
        may_vote="(SELECT x.may_vote FROM member_status(m.id, CAST(:cut_off_on AS date)) x)",
    ),
    "board": _WHO.format(sits="board_term s", day="held_on", may_vote="true"),
    "bureau": _WHO.format(sits="office s", day="held_on", may_vote="true"),
}
_STAFF: Final = """
UNION ALL SELECT NULL, true, CAST(:staff_seat AS text), NULL, NULL, CAST(:staff_voter_name AS text),
  CAST(:staff_voter_email AS text), CAST(:staff_votes AS boolean) WHERE CAST(:has_staff_seat AS boolean)
"""
# Whoever was told to come, or gave or got a proxy, and sits there no more is struck off: what was sent to them stays.
_STRIKE: Final = """
WITH who AS ({who} {staff})
SELECT strike_off(r.id, CAST(:held_on AS date), 'sits_no_more') FROM meeting_roll r
WHERE r.meeting_id = :meeting_id AND r.struck_on IS NULL
  AND NOT EXISTS (SELECT FROM who WHERE who.member_id IS NOT DISTINCT FROM r.member_id)
  AND (EXISTS (SELECT FROM meeting_notice_recipient x WHERE x.roll_id = r.id)
    OR EXISTS (SELECT FROM proxy p WHERE r.id IN (p.giver_id, p.holder_id)))
"""
_REFRESH: Final = """
WITH who AS ({who} {staff}), gone AS (
  DELETE FROM meeting_roll r WHERE r.meeting_id = :meeting_id AND r.struck_on IS NULL
    AND NOT EXISTS (SELECT FROM who WHERE who.member_id IS NOT DISTINCT FROM r.member_id)
)
INSERT INTO meeting_roll AS r (meeting_id, member_id, is_staff_seat, name, college, person_id, representative_name, email,
  may_vote)
SELECT :meeting_id, member_id, is_staff_seat, name, college, person_id, representative_name, email, may_vote FROM who
ON CONFLICT ON CONSTRAINT uq_meeting_roll_each_once DO UPDATE SET name = excluded.name, college = excluded.college,
  person_id = excluded.person_id, representative_name = excluded.representative_name, email = excluded.email,
  may_vote = excluded.may_vote, struck_on = NULL, struck_as = NULL
"""
_DAYS: Final = (bindparam("held_on", type_=Date), bindparam("cut_off_on", type_=Date))
_REFRESHES: Final = {
    body: [
        text(statement.format(who=who, staff=_STAFF)).bindparams(
            *(one for one in _DAYS if f":{one.key} " in statement.format(who=who, staff="")),
            bindparam("meeting_id", type_=Uuid),
        )
        for statement in (_STRIKE, _REFRESH)
    ]
    for body, who in _SITS.items()
}


async def refresh_roll(session: AsyncSession, row: Mapping[str, Any]) -> None:
    """Have the roll of a meeting hold those who sit in its body on its day; the meeting is held. A frozen one stands."""
    if row["roll_frozen_at"] is not None:  # an election by post froze it before the day
        return
    rules = row["rules"] or {}
    values = {
        "meeting_id": row["id"],
        "held_on": row["held_on"],
        "cut_off_on": row["cut_off_on"],
        "has_staff_seat": row["body"] == "board" and bool(rules.get("staff_seat")),
        "staff_votes": bool(rules.get("staff_votes")),
        "staff_seat": STAFF_SEAT,
        "staff_voter_name": row["staff_voter_name"],
        "staff_voter_email": row["staff_voter_email"],
    }
    for statement in _REFRESHES[row["body"]]:
        await session.execute(statement, values)
