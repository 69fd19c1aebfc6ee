"""The use cases of proxies. `by` says who acts: the secretariat, or who gives it."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.meetings.errors import ProxyRefused, ProxyUnknown
from ombelle_members.meetings.sitting.noting import noted, on_roll
from ombelle_members.meetings.standing import held_meeting, wrong

_END_PROXY: Final = text("""
UPDATE proxy SET ended_at = greatest(clock_timestamp(), given_at), ended_as = :ended_as
WHERE meeting_id = :meeting_id AND giver_id = :giver_id AND ended_at IS NULL RETURNING id
""")
_PROXY: Final = text(
    "SELECT giver_id FROM proxy WHERE id = :id AND meeting_id = :meeting_id AND ended_at IS NULL"
)
_GIVE: Final = text("""
INSERT INTO proxy (meeting_id, giver_id, holder_id) VALUES (:meeting_id, :giver_id, :holder_id) RETURNING id
""")
_REFUSALS: Final[Mapping[str, str]] = {
    "proxy_giver_has_no_vote": "Ce membre n'a pas le droit de vote : il n'a pas de pouvoir à donner.",
    "proxy_holder_has_no_vote": "Un pouvoir ne se donne qu'à un membre qui a le droit de vote.",
    "proxy_of_the_staff_seat": "Le siège de l'équipe salariée ne donne ni ne reçoit de pouvoir.",
    "proxy_giver_is_present": "Ce membre est présent : il vote lui-même. Il peut donner son pouvoir en partant.",
    "proxy_holder_is_absent": "La séance est ouverte, cette personne n'est pas là : choisissez quelqu'un de présent.",
    "proxy_of_another_college": "Les statuts demandent que le pouvoir reste dans le même collège.",
    "proxy_chain": "Un pouvoir ne se transmet pas : qui donne le sien n'en reçoit pas, et inversement.",
    "proxy_holder_has_enough": "Cette personne a déjà autant de pouvoirs que les statuts le permettent.",
    "ck_proxy_to_another": "Un pouvoir se donne à quelqu'un d'autre.",
}  # fmt: skip
_LIVE: Final = ("planned", "convened", "open")
_WHERE: Final = {
    "proxy_giver_has_no_vote": "giver_id",
    "proxy_giver_is_present": "giver_id",
}


class ProxyService:
    """Proxies at meetings."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def give_proxy(self, by: Caller | str, meeting_id: UUID, giver_id: UUID, holder_id: UUID) -> UUID:
        """Give a proxy, in the place of one that was given before, and return its id.

        Raises:
            MeetingUnknown, NotNow: there is none to come.
            RollEntryUnknown: one of them is not on its roll.
            ProxyRefused: `reason` says why: a chain, too many, another college, an absent holder, a present giver.

        """
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, *_LIVE)
            for one in sorted((giver_id, holder_id)):
                await on_roll(session, meeting_id, one)
            given = {"meeting_id": meeting_id, "giver_id": giver_id, "ended_as": "replaced"}
            await session.execute(_END_PROXY, given)
            values = {"meeting_id": meeting_id, "giver_id": giver_id, "holder_id": holder_id}
            try:
                proxy_id = UUID(str(await session.scalar(_GIVE, values)))
            except IntegrityError as error:
                reason = broken_constraint(error)
                if reason not in _REFUSALS:
                    raise
                place = _WHERE.get(reason, "holder_id")
                detail = _REFUSALS[reason]
                raise ProxyRefused(detail, errors=wrong(place, reason, detail), reason=reason) from None
            await noted(
                session, by, meeting_id, "proxy_given", **{k: values[k] for k in ("giver_id", "holder_id")}
            )
            return proxy_id

    async def withdraw_proxy(self, by: Caller | str, meeting_id: UUID, giver_id: UUID) -> None:
        """Take back a proxy.

        Raises:
            MeetingUnknown, NotNow: there is none to come.
            ProxyUnknown: they have given none, or it has ended.

        """
        async with self._sessions() as session, session.begin():
            await held_meeting(session, meeting_id, *_LIVE)
            values = {"meeting_id": meeting_id, "giver_id": giver_id, "ended_as": "withdrawn"}
            if await session.scalar(_END_PROXY, values) is None:
                raise ProxyUnknown("Ce membre n'a pas donné de pouvoir, ou il est éteint.")
            await noted(session, by, meeting_id, "proxy_withdrawn", giver_id=giver_id)

    async def end_proxy(self, caller: Caller, meeting_id: UUID, proxy_id: UUID) -> None:
        """Take back a proxy by its id. Raises as `withdraw_proxy`."""
        async with self._sessions() as session, session.begin():
            giver = await session.scalar(_PROXY, {"id": proxy_id, "meeting_id": meeting_id})
        if giver is None:
            raise ProxyUnknown("Ce pouvoir n'existe pas, ou il est éteint.")
        await self.withdraw_proxy(caller, meeting_id, giver)
