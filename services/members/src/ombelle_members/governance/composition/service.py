"""Who sits where on a day, for everybody; what is to be looked after, for the association's teams."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.days import today_in_paris
from ombelle_members.governance.bylaws import BylawsRules, bylaws_on
from ombelle_members.governance.composition.domain import Rules, alerts_of
from ombelle_members.governance.composition.store import CompositionStore

Row = dict[str, Any]


class CompositionService:
    """Reads compositions."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def composition(self, on: date | None) -> bytes:
        """Return the composition of a day, today's without one, as JSON."""
        async with self._sessions() as session, session.begin():
            return (await CompositionStore(session).on(on or today_in_paris())).encode()

    async def alerts(self, on: date | None) -> Row:
        """Return what is to be looked after on a day."""
        day = on or today_in_paris()
        async with self._sessions() as session, session.begin():
            store = CompositionStore(session)
            composition = json.loads(await store.on(day))
            beside, last_renewal = await store.beside(day), await store.last_renewal(day)
        rules = _needed(BylawsRules.model_validate((composition["bylaws"] or {}).get("rules", {})))
        found = alerts_of(composition, beside, rules, on=day, last_renewal=last_renewal)
        return {"on": day, "items": [asdict(one) for one in found]}

    async def bodies(self, on: date | None) -> Row:
        """Return the three bodies on a day, with the rules of their meetings."""
        day = on or today_in_paris()
        async with self._sessions() as session, session.begin():
            store = CompositionStore(session)
            composition, beside = json.loads(await store.on(day)), await store.beside(day)
            rules = (await bylaws_on(session, day)).rules
        board = composition["board"]
        held: dict[Any, tuple[int, int | None]] = {
            "general_assembly": (beside["members"], None),
            "board": (board["filled"], board["size"]),
            "bureau": (len(composition["bureau"]), None),
        }
        items = [
            {
                "body": body,
                "members": members,
                "seats": seats,
                "staff_seat": body == "board" and rules.staff_seat,
                "quorum": rules.quorum.of(body),
                "proxies": rules.proxies.of(body),
                "notice_days": rules.notice_days.of(body),
            }
            for body, (members, seats) in held.items()
        ]
        return {"on": day, "items": items}


def _needed(rules: BylawsRules) -> Rules:
    return Rules(
        minimum_posts=rules.minimum_posts,
        maximum_posts=rules.maximum_posts,
        required_offices=rules.required_offices,
        staff_seat=rules.staff_seat,
        staff_ratio_maximum=rules.staff_ratio_maximum,
    )
