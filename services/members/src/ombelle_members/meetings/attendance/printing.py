"""Who came and went, as minutes and the sheet say it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.days import spoken_day
from ombelle_members.declarations.association.naming import association_name
from ombelle_members.documents.pdf import document
from ombelle_members.meetings.domain import STRUCK
from ombelle_members.meetings.standing import held_meeting, spoken_hour, spoken_time

ROLL: Final = text("""
SELECT r.name, r.representative_name, r.college, r.may_vote, r.struck_on, r.struck_as, a.spans, p.holder
FROM meeting_roll r
LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_array(lower(x.span), upper(x.span), x.mode) ORDER BY lower(x.span)) AS spans
  FROM attendance x WHERE x.roll_id = r.id) a ON true
LEFT JOIN LATERAL (SELECT h.name AS holder FROM proxy x JOIN meeting_roll h ON h.id = x.holder_id
  WHERE x.giver_id = r.id AND (x.ended_at IS NULL) LIMIT 1) p ON true
WHERE r.meeting_id = :id ORDER BY r.is_staff_seat, r.college, fold(r.name), r.id
""")
_MODES: Final = {"on_site": "", "online": "à distance"}


def came(one: Mapping[str, Any], zone: str) -> str:
    """Return when somebody came and went: « 14 h 05 – 16 h 30, à distance »."""
    spans = one["spans"]
    if not spans or isinstance(spans, str):
        return spans or ""
    told = []
    for came, went, mode in spans:
        hours = spoken_hour(datetime.fromisoformat(came), zone)
        if went:
            hours += f" – {spoken_hour(datetime.fromisoformat(went), zone)}"
        told.append(", ".join(part for part in (hours, _MODES[mode]) if part))
    return " ; ".join(told)


def struck(one: Mapping[str, Any]) -> str:
    """Return why somebody is struck off the roll, and since when: « rayé : démission, 3 mai 2023 »; else nothing."""
    if one["struck_on"] is None:
        return ""
    return f"rayé : {STRUCK[one['struck_as']]}, {spoken_day(one['struck_on'])}"


class SheetService:
    """The attendance sheet. `agency` is what the association is called where nothing else is known."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], agency: str) -> None:
        self._sessions = sessions
        self._agency = agency

    async def sheet(self, meeting_id: UUID) -> tuple[str, bytes]:
        """Return the name and the bytes of the attendance sheet, to print and sign. Raises MeetingUnknown."""
        async with self._sessions() as session, session.begin():
            row = await held_meeting(session, meeting_id, lock=False)
            roll = [dict(one) for one in (await session.execute(ROLL, {"id": meeting_id})).mappings()]
            sender = await association_name(session, row["held_on"], self._agency)
        values = {
            "sender": sender,
            "title": f"Feuille de présence — {row['title']}",
            "day": ", ".join(
                one for one in (spoken_day(row["held_on"]), spoken_time(row), row["place"]) if one is not None
            ),
            "rows": [
                [one["college"] or "—", one["name"], one["representative_name"] or "", came(one, row["zone"]),
                 one["holder"] or "", struck(one) or ("" if one["may_vote"] else "sans voix")]
                for one in roll
            ],
        }  # fmt: skip
        made_at = row["roll_frozen_at"] or row["created_at"]
        return f"feuille-de-presence-{row['held_on']}.pdf", await document(
            "attendance", values, made_at=made_at
        )
