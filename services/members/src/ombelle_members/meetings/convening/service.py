"""The use cases of the roll and of the notice: who is to come, told when and where, and who votes."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from sqlalchemy import LargeBinary, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day, today_in_paris
from ombelle_members.declarations.association.naming import association_name
from ombelle_members.log import record
from ombelle_members.mailing import rendered, write_to
from ombelle_members.meetings.convening.drawing import refresh_roll
from ombelle_members.meetings.errors import NoticeTooShort, NotNow, RollEmpty, RollEntryUnknown
from ombelle_members.meetings.roll import new_token, touch
from ombelle_members.meetings.standing import body_label, held_meeting, rules_of, shown, spoken_time, wrong
from ombelle_members.meetings.store import MeetingStore, Row
from ombelle_members.wording import counted

_RECIPIENTS: Final = text("""
SELECT r.id, r.name, r.representative_name, r.email, r.may_vote, r.is_staff_seat, m.organisation_id,
  coalesce(p.locale, 'fr') AS locale,
  EXISTS (SELECT FROM membership s WHERE s.organisation_id = m.organisation_id AND s.ended_at IS NULL
    AND s.role = 'administrator') AS is_administered
FROM meeting_roll r LEFT JOIN member m ON m.id = r.member_id LEFT JOIN person p ON p.id = r.person_id
WHERE r.meeting_id = :id AND r.struck_on IS NULL AND (NOT :only_new OR NOT EXISTS (
  SELECT FROM meeting_notice_recipient x WHERE x.roll_id = r.id AND x.mail_id IS NOT NULL))
ORDER BY fold(r.name), r.id
""")
_ROLL: Final = text("""
SELECT r.id, r.member_id, r.is_staff_seat, r.name, r.college, r.representative_name, r.email, r.may_vote,
  fold(r.name) AS folded_name, r.token_digest IS NOT NULL AS has_link, r.struck_on, r.struck_as,
  (SELECT max(n.sent_at) FROM meeting_notice_recipient x JOIN meeting_notice n ON n.id = x.notice_id
    WHERE x.roll_id = r.id AND x.mail_id IS NOT NULL) AS notified_at
FROM meeting_roll r WHERE r.meeting_id = :meeting_id AND (fold(r.name), r.id) > (:name, :id)
ORDER BY fold(r.name), r.id LIMIT :count
""")
_ROLL_TOTAL: Final = text("SELECT count(*) FROM meeting_roll WHERE meeting_id = :id")
_IS_ANYBODY: Final = text(
    "SELECT EXISTS (SELECT FROM meeting_roll WHERE meeting_id = :id AND struck_on IS NULL)"
)
_SET_LINK: Final = text("""
UPDATE meeting_roll SET token_digest = :digest WHERE id = :id AND meeting_id = :meeting_id AND struck_on IS NULL RETURNING id
""").bindparams(bindparam("digest", type_=LargeBinary))
_ADD_NOTICE: Final = text("""
INSERT INTO meeting_notice (meeting_id, message, days_given, days_needed)
VALUES (:meeting_id, :message, :days_given, :days_needed) RETURNING id
""")
_ADD_RECIPIENT: Final = text("""
INSERT INTO meeting_notice_recipient (notice_id, roll_id, email, mail_id) VALUES (:notice_id, :roll_id, :email, :mail_id)
""").bindparams(bindparam("mail_id", type_=Uuid))
_COMING: Final = ("planned", "convened")


class ConveningService:
    """Rolls, notices and links.

    `public_url` is where links begin, `agency` what the association is called where nothing else is known.
    """

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str, agency: str) -> None:
        self._sessions = sessions
        self._public_url = public_url
        self._agency = agency

    async def roll(self, meeting_id: UUID, *, after: tuple[str, UUID], count: int) -> tuple[list[Row], int]:
        """Return the roll by name, and how many stand on it. Raises MeetingUnknown."""
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, lock=False)
            values = {"meeting_id": meeting_id, "name": after[0], "id": after[1], "count": count}
            rows = [dict(row) for row in (await session.execute(_ROLL, values)).mappings()]
            return rows, int(await session.scalar(_ROLL_TOTAL, {"id": meeting_id}) or 0)

    async def refresh(self, caller: Caller, meeting_id: UUID) -> Row:
        """Look up again who is to come and who votes, by the bylaws as they are now.

        Raises:
            MeetingUnknown, NotNow: there is none, or its roll is frozen.
            RollEmpty: nobody sits in that body that day.

        """
        async with self._sessions() as session, session.begin():
            row = await held_meeting(session, meeting_id, *_COMING)
            if row["roll_frozen_at"] is not None:
                detail = "Cette liste est arrêtée : un vote à distance s’y appuie déjà."
                raise NotNow(detail, state=row["state"])
            await self._refreshed(session, row)
            await touch(session, meeting_id)
            await record(session, caller, "meeting_roll_refreshed", ("meeting", meeting_id))
            return await shown(session, caller, meeting_id)

    async def convene(
        self, caller: Caller, meeting_id: UUID, wanted: Mapping[str, Any], once: OneRequest
    ) -> Row:
        """Write to everybody of the roll, with the agenda and the link to their own place; or say what that would be.

        Raises:
            MeetingUnknown, NotNow: there is none to convene.
            NoticeTooShort: the bylaws ask for more days, and it is not said that this is known.
            RollEmpty: nobody sits in that body that day.

        """
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            row = await held_meeting(session, meeting_id, *_COMING)
            row = await self._refreshed(session, row)
            row["association"] = await association_name(session, today_in_paris(), self._agency)
            report = await self._report(session, row, wanted)
            if wanted["dry_run"]:
                return report  # the roll stays as it was looked up: it is what was shown
            if report["is_short"] and not wanted["accept_short_notice"]:
                raise NoticeTooShort(
                    _too_late(report["days_given"], report["days_needed"]),
                    errors=wrong(
                        "accept_short_notice", "notice_too_short", "Délai plus court que celui des statuts."
                    ),
                    days_given=report["days_given"],
                    days_needed=report["days_needed"],
                )
            await self._send(session, row, report, wanted)
            await MeetingStore(session).change(meeting_id, {"state": "convened"})
            await touch(session, meeting_id)
            values = {name: report[name] for name in ("days_given", "days_needed", "unreached")}
            values["recipients"] = len(report["recipients"])
            await record(session, caller, "meeting_convened", ("meeting", meeting_id), values)
            return await once.keep(session, {**report, "is_sent": True})

    async def new_link(self, caller: Caller, meeting_id: UUID, roll_id: UUID) -> Row:
        """Make a new link to somebody's place, to hand it on by other means; the one before opens nothing any more.

        Raises:
            MeetingUnknown, NotNow: there is none that people can come to.
            RollEntryUnknown: nobody of that id is on its roll, or they were struck off.

        """
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, *_COMING, "open", lock=False)
            token = await _new_link(session, meeting_id, roll_id)
            await record(session, caller, "meeting_link_made", ("meeting", meeting_id), {"roll_id": roll_id})
            return {"url": self._url(token)}

    def _url(self, token: str) -> str:
        return f"{self._public_url}/assemblee/{token}"

    async def _refreshed(self, session: AsyncSession, row: Row) -> Row:
        rules = await rules_of(
            session, row["body"], row["held_on"], is_second_call=row["second_call_of"] is not None
        )
        await MeetingStore(session).change(row["id"], rules)
        row = {**row, **rules}
        if row["roll_frozen_at"] is None:
            await refresh_roll(session, row)
        if not await session.scalar(_IS_ANYBODY, {"id": row["id"]}):
            raise RollEmpty(
                f"Personne ne siège ce jour-là ({spoken_day(row['held_on'])}) : la liste électorale serait vide."
            )
        return row

    async def _report(self, session: AsyncSession, row: Row, wanted: Mapping[str, Any]) -> Row:
        asked = {"id": row["id"], "only_new": wanted["only_new"]}
        people = [dict(one) for one in (await session.execute(_RECIPIENTS, asked)).mappings()]
        about = await MeetingStore(session).about(row["id"])
        for one in people:
            reached = "organisation" if one["organisation_id"] and one["is_administered"] else "nothing"
            one |= {"roll_id": one["id"], "reached_by": "address" if one["email"] else reached}
        days = (row["held_on"] - today_in_paris()).days
        values = self._values(row, about["agenda"], wanted["message"], "…", may_vote=True)
        preview = rendered("meeting-notice", "fr", values)
        return {
            "is_sent": False,
            "days_given": days,
            "days_needed": row["notice_days"],
            "is_short": days < row["notice_days"],
            "subject": preview.subject,
            "text": preview.text,
            "recipients": people,
            "unreached": sum(one["reached_by"] == "nothing" for one in people),
        }

    def _values(
        self,
        row: Mapping[str, Any],
        agenda: Sequence[Mapping[str, Any]],
        message: str | None,
        token: str,
        *,
        may_vote: bool,
    ) -> Row:
        return {
            "association": row["association"],
            "body": body_label(row["body"]),
            "title": row["title"],
            "held_on": row["held_on"],
            "time": spoken_time(row),
            "place": row["place"],
            "online_url": row["online_url"],
            "agenda": [item["title"] for item in agenda],
            "message": message,
            "may_vote": may_vote,
            "is_second_call": row["second_call_of"] is not None,
            "takes_proxies": row["proxies_per_holder"] > 0,
            "link": self._url(token),
        }

    async def _send(
        self, session: AsyncSession, row: Row, report: Mapping[str, Any], wanted: Mapping[str, Any]
    ) -> None:
        notice = {
            "meeting_id": row["id"],
            "message": wanted["message"],
            "days_given": report["days_given"],
            "days_needed": report["days_needed"],
        }
        notice_id = await session.scalar(_ADD_NOTICE, notice)
        agenda = (await MeetingStore(session).about(row["id"]))["agenda"]
        for one in report["recipients"]:
            mail_id = None
            if one["reached_by"] != "nothing":
                token = await _new_link(session, row["id"], one["id"])
                values = self._values(row, agenda, wanted["message"], token, may_vote=one["may_vote"])
                mail_id = await write_to(
                    session,
                    one["email"] or one["organisation_id"],
                    "meeting-notice",
                    values,
                    about=("meeting", row["id"]),
                    locale=one["locale"],
                    is_secret=True,
                )
            told = {"notice_id": notice_id, "roll_id": one["id"], "email": one["email"], "mail_id": mail_id}
            await session.execute(_ADD_RECIPIENT, told)


_KNOWN: Final = "Confirmez que vous le savez, ou changez la date."


def _too_late(given: int, needed: int) -> str:
    asked = counted(needed, "jour", "jours")
    if given < 0:
        return f"La réunion est passée ; les statuts demandent {asked} avant elle. {_KNOWN}"
    return f"Elle partirait {counted(given, 'jour', 'jours')} avant la réunion ; les statuts demandent {asked}. {_KNOWN}"


async def _new_link(session: AsyncSession, meeting_id: UUID, roll_id: UUID) -> str:
    token, digest = new_token()
    values = {"digest": digest, "id": roll_id, "meeting_id": meeting_id}
    if await session.scalar(_SET_LINK, values) is None:
        raise RollEntryUnknown("Personne de ce nom n'est sur la liste de cette réunion, ou plus.")
    return token
