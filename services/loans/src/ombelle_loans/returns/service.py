"""The use cases of contributors' yearly returns: each opens one transaction."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ombelle_chassis.idempotency import OneRequest
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.callers import Caller
from ombelle_loans.loans.sides import asker
from ombelle_loans.log import record
from ombelle_loans.mailing import ask_for_mail
from ombelle_loans.returns.errors import ReturnUnknown
from ombelle_loans.returns.store import ReturnStore
from ombelle_loans.shares import percent


class ReturnService:
    """What contributors tell of their years. `agency` is what the agency is called, `public_url` where links begin."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, agency: str, public_url: str) -> None:
        self._sessions = sessions
        self._agency = agency
        self._public_url = public_url

    async def returns(
        self, caller: Caller, year: int | None, *, after: UUID, count: int
    ) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """Return the returns that the caller knows of, and the analysis of all that were asked for with them."""
        async with self._sessions() as session, session.begin():
            rows, analysis = await ReturnStore(session, asker(caller)).some(year, after=after, count=count)
        analysis["response_rate_percent"] = percent(analysis["answered"], analysis["asked"])
        return [self._shown(row, caller) for row in rows], analysis

    async def ask(self, caller: Caller, year: int, once: OneRequest) -> dict[str, Any]:
        """Ask every contributor how its items went round in a year; whoever was asked is not asked again."""
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            asked = await ReturnStore(session, asker(caller)).ask(year)
            for row in asked:
                if row.organisation_id is not None:
                    values = {
                        "year": year,
                        "agency": self._agency,
                        "link": f"{self._public_url}/espace/prets/bilans",
                    }
                    about = ("contributor_return", row.id)
                    await ask_for_mail(
                        session, row.organisation_id, "contributor-return", values, about=about
                    )
            if asked:
                counts = {"year": year, "asked": len(asked)}
                await record(
                    session, caller, "contributors_asked", ("contributor_return", asked[0].id), counts
                )
            return dict(await once.keep(session, {"asked": len(asked)}))

    async def answer(
        self, caller: Caller, return_id: UUID, values: Mapping[str, Any], *, if_match: str | None
    ) -> dict[str, Any]:
        """Write what a contributor tells; the agency's lenders may write what they were told.

        Raises:
            ReturnUnknown: there is none that the caller may know of.
            VersionNeeded, ChangedMeanwhile: it is not said on which version, or that is not the present one.

        """
        async with self._sessions() as session, session.begin():
            store = ReturnStore(session, asker(caller))
            row = await store.one(return_id)
            if row is None:
                raise ReturnUnknown("Ce bilan n'existe pas, ou n'est pas le vôtre.")
            refuse_stale(
                require_version(if_match), row["version"], current=self._shown(row, caller), yours=values
            )
            await store.answer(return_id, values, caller.identity.subject)
            counts = {name: values[name] for name in ("loans", "days")}
            await record(
                session, caller, "contributor_return_told", ("contributor_return", return_id), counts
            )
            written = await store.one(return_id)
        return self._shown(written or row, caller)

    def _shown(self, row: Mapping[str, Any], caller: Caller) -> dict[str, Any]:
        contributor = {"id": row["organisation_id"], "name": row["name"] or self._agency}
        return {**row, "contributor": contributor, "allowed_actions": ["answer"] if caller.may_write else []}
