"""Applications: sent by anybody, confirmed by the link mailed to their address, decided by the board."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.email_addresses import email_digest, masked
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.admission.applications.errors import (
    ApplicationUnknown,
    NothingAsked,
    TooManyApplications,
)
from ombelle_members.admission.applications.store import ApplicationStore
from ombelle_members.belonging.domain import new_token, token_digest
from ombelle_members.callers import Caller
from ombelle_members.days import today_in_paris
from ombelle_members.log import record
from ombelle_members.mailing import write_to
from ombelle_members.members.admitting import invalid
from ombelle_members.organisations.store import OrganisationStore
from ombelle_members.transactions import in_transaction

UNCONFIRMED_LIFE: Final = timedelta(days=2)
LINK_LIFE: Final = timedelta(days=90)
DAILY_OF_AN_ADDRESS: Final = 3
"""How many mails with a link anybody can have sent to one address within a day."""
DAILY: Final = 200
"""How many in all: nobody writes to the whole world by us."""
_GONE: Final = "Ce lien ne mène à aucune demande : il a expiré, ou il a été mal copié."
_OWN: Final = ("kind", "state", "college", "name", "question", "answer", "made_at")


class ApplicationService:
    """Takes applications and shows them; `deciding` has what the secretariat does with them."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], public_url: str) -> None:
        self._sessions = sessions
        self._public_url = public_url

    async def apply(self, values: dict[str, Any]) -> dict[str, Any]:
        """Keep an application and mail the link that confirms it. What only a program fills in is not kept.

        Raises:
            InvalidInput: an organisation where a person asks, or none where one does.
            TooManyApplications: too many came from this address, or in all.

        """
        _refuse_mixed(values)
        told = {"sent_to": masked(values["email"])}
        if values.pop("nickname"):
            return told
        token, now = new_token(), datetime.now(UTC)
        digest = email_digest(values["email"])

        async def work(session: AsyncSession) -> dict[str, Any]:
            store = ApplicationStore(session)
            of_address, every = await store.lately(digest, now - timedelta(days=1))
            if of_address >= DAILY_OF_AN_ADDRESS or every >= DAILY:
                raise TooManyApplications(
                    "Trop de demandes sont arrivées aujourd’hui : réessayez demain, ou écrivez-nous.",
                    headers={"Retry-After": "86400"},
                )
            application_id = await store.add(
                values
                | {
                    "email_digest": digest,
                    "token_digest": token_digest(token),
                    "expires_at": now + UNCONFIRMED_LIFE,
                }
            )
            mail = {
                "name": values["name"],
                "organisation": organisation_name(values),
                "link": self.link(token),
            }
            await write_to(
                session,
                values["email"],
                "membership-application",
                mail,
                about=("membership_application", application_id),
                locale=values["locale"],
                is_secret=True,
            )
            return told

        return await in_transaction(self._sessions, work)

    def link(self, token: str) -> str:
        """Return where an application is confirmed and answered."""
        return f"{self._public_url}/association/adherer/confirmer/{token}"

    async def by_link(self, token: str) -> dict[str, Any]:
        """Return an application to whoever has its link. Raises ApplicationUnknown."""
        async with self._sessions() as session, session.begin():
            return _by_link(await _meant(session, token))

    async def confirm(self, token: str) -> dict[str, Any]:
        """Confirm an address: the application waits for the board. Twice is once. Raises ApplicationUnknown."""

        async def work(session: AsyncSession) -> dict[str, Any]:
            row = await _meant(session, token)
            if row["state"] == "unconfirmed":
                await ApplicationStore(session).confirm(row["id"], expires_at=datetime.now(UTC) + LINK_LIFE)
                subject = ("membership_application", row["id"])
                await record(session, "anonymous", "membership_application_confirmed", subject)
            return _by_link(await _meant(session, token))

        return await in_transaction(self._sessions, work)

    async def answer(self, token: str, answer: str) -> dict[str, Any]:
        """Answer what the secretariat asked.

        Raises:
            ApplicationUnknown: the link leads nowhere.
            NothingAsked: no question waits.

        """

        async def work(session: AsyncSession) -> dict[str, Any]:
            row = await _meant(session, token)
            held = await held_application(session, row["id"])
            if held["state"] != "asked":
                raise NothingAsked("Aucune question n’attend de réponse.")
            await ApplicationStore(session).answer(row["id"], answer)
            subject = ("membership_application", row["id"])
            await record(session, "anonymous", "membership_application_answered", subject)
            return _by_link(await _meant(session, token))

        return await in_transaction(self._sessions, work)

    async def page(
        self, caller: Caller, state: str | None, *, after: UUID, count: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return applications, the newest first, and how many there are in all."""
        async with self._sessions() as session, session.begin():
            rows, total = await ApplicationStore(session).page(state, after=after, count=count)
        return [listed(caller, row) for row in rows], total

    async def application(self, caller: Caller, application_id: UUID) -> dict[str, Any]:
        """Return an application, with whoever may be the same. Raises ApplicationUnknown."""
        async with self._sessions() as session, session.begin():
            return await whole(session, caller, application_id)


async def whole(session: AsyncSession, caller: Caller, application_id: UUID) -> dict[str, Any]:
    """Return an application, with whoever may be the same: organisations by name and SIRET, persons by address."""
    row = await ApplicationStore(session).application(application_id)
    if row is None:
        raise ApplicationUnknown("Cette demande n’existe pas.")
    return listed(caller, row) | {"similar": await _similar(session, row)}


async def held_application(session: AsyncSession, application_id: UUID) -> dict[str, Any]:
    """Return an application, held until the transaction ends. Raises ApplicationUnknown."""
    row = await ApplicationStore(session).application(application_id, lock=True)
    if row is None:
        raise ApplicationUnknown("Cette demande n’existe pas.")
    return row


def listed(caller: Caller, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an application with what the caller may do."""
    is_open = row["state"] in {"waiting", "asked"} and row["email"] is not None
    return {
        **row,
        "allowed_actions": ["admit", "decline", "ask"] if is_open and caller.is_secretariat else [],
    }


def organisation_name(row: Mapping[str, Any]) -> str | None:
    """Return what the organisation of an application is called."""
    return row["organisation"]["name"] if row["organisation"] else None


async def _similar(session: AsyncSession, row: Mapping[str, Any]) -> list[dict[str, Any]]:
    today, store = today_in_paris(), ApplicationStore(session)
    if row["kind"] == "natural":
        digest = None if row["email"] is None else email_digest(row["email"])
        found = await store.similar_persons(row["name"] or "", digest, today)
        return [one | {"kind": "natural", "detail": None} for one in found]
    told = row["organisation"]
    similar = await OrganisationStore(session).similar(
        **{name: told.get(name) for name in ("name", "siret", "commune_insee", "commune_name")}
    )
    members = await store.members_of([one["id"] for one in similar], today)
    return [
        {
            "id": one["id"], "kind": "legal", "name": one["name"], "detail": one["commune_name"],
            "member_id": members.get(one["id"], {}).get("member_id"),
            "is_member": members.get(one["id"], {}).get("is_member", False),
        }
        for one in similar
    ]  # fmt: skip


async def _meant(session: AsyncSession, token: str) -> dict[str, Any]:
    row = await ApplicationStore(session).by_token(token_digest(token), datetime.now(UTC))
    if row is None:
        raise ApplicationUnknown(_GONE)
    return row


def _by_link(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in _OWN} | {"organisation_name": organisation_name(row)}


def _refuse_mixed(values: Mapping[str, Any]) -> None:
    if values["kind"] == "legal" and values["organisation"] is None:
        raise invalid("/body/organisation", "missing", "Dites quelle structure adhère.")
    if values["kind"] == "natural" and values["organisation"] is not None:
        raise invalid(
            "/body/organisation", "unexpected", "Une personne adhère, ou une structure, pas les deux."
        )
    told = values["organisation"]
    if told is not None and (told["commune_insee"] is None) != (told["commune_name"] is None):
        raise invalid("/body/organisation/commune_name", "missing", "Une commune a un code et un nom.")
