"""Use cases of forwarded requests: written to whoever lends the item, and listed."""

from collections.abc import Mapping
from datetime import date
from math import ceil
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError
from ombelle_chassis.idempotency import OneRequest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.callers import Caller
from ombelle_loans.catalogue.errors import ItemUnknown
from ombelle_loans.copies.store import CopyStore
from ombelle_loans.forwarding.errors import AlreadyForwarded, NotForwarded, TooManyForwarded
from ombelle_loans.forwarding.store import ForwardingStore
from ombelle_loans.loans.dates import check_days
from ombelle_loans.loans.describing import place_of
from ombelle_loans.loans.errors import DatesWrong
from ombelle_loans.loans.sides import asker
from ombelle_loans.loans.wording import spoken_days
from ombelle_loans.log import record
from ombelle_loans.mailing import ask_for_mail
from ombelle_loans.requests.domain import department_of
from ombelle_loans.requests.errors import OrganisationNotInDirectory, OrganisationNotYours

MOST_A_DAY: Final = 20
"""How many requests an organisation has forwarded within a day: each is a mail to somebody who did not ask for it."""


class ForwardingService:
    """What is asked of others through us. `agency` is what the agency is called, `public_url` where links begin."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], *, agency: str, public_url: str) -> None:
        self._sessions = sessions
        self._agency = agency
        self._public_url = public_url

    async def forward(
        self, item: str, values: Mapping[str, Any], *, caller: Caller, once: OneRequest
    ) -> dict[str, Any]:
        """Write to whoever lends an item, given by its slug or id, with a copy to whoever they answer.

        Raises:
            OrganisationNotYours, OrganisationNotInDirectory: it is not this organisation's to ask.
            DatesWrong: the days make no loan, or are past.
            ItemUnknown, NotForwarded: the item is not in the catalogue, or is asked for otherwise.
            AlreadyForwarded, TooManyForwarded: this was asked for before, or too much was within a day.

        """
        organisation_id: UUID = values["organisation_id"]
        if not (caller.acts_for(organisation_id) or caller.is_lender):
            raise OrganisationNotYours("Vous ne demandez pas de prêt au nom de cette structure.")
        today = today_in_paris()
        async with self._sessions() as session, session.begin():
            if (told := await once.recall(session)) is not None:
                return dict(told)
            store = ForwardingStore(session, asker(caller))
            found = await store.item(item, today)
            if found is None:
                raise ItemUnknown("Cet outil n’est pas, ou plus, au catalogue.")
            _refuse_other_handling(found)
            _refuse_days(values["starts_on"], values["ends_on"], today)
            organisation = await CopyStore(session).standing(organisation_id)
            if organisation is None:
                raise OrganisationNotInDirectory(
                    "Cette structure n’est pas dans l’annuaire, ou en est devenue une autre.",
                    errors=[
                        FieldError("/body/organisation_id", "organisation_unknown", "Structure inconnue.")
                    ],
                )
            row = _row_of(values, found["id"], caller)
            await _refuse_excess(store, row)
            request_id = await store.add(row)
            await self._write(session, request_id, found, row, organisation["name"])
            await record(
                session,
                caller,
                "request_forwarded",
                ("forwarded_request", request_id),
                {"item_id": str(found["id"])},
            )
            return dict(await once.keep(session, self._shown(await store.one(request_id))))

    async def requests(self, caller: Caller, *, after: UUID, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return at most `count` of the requests that the caller knows of, the newest first, and how many there are."""
        async with self._sessions() as session, session.begin():
            rows, total = await ForwardingStore(session, asker(caller)).some(after=after, count=count)
        return [self._shown(row) for row in rows], total

    async def _write(
        self,
        session: AsyncSession,
        request_id: UUID,
        item: Mapping[str, Any],
        row: Mapping[str, Any],
        organisation: str,
    ) -> None:
        """Write to the lender, then the same to whoever they answer."""
        commune = row["commune_name"] or row["commune_insee"]
        parts = (row["place_name"], row["place_address"], f"{commune} ({row['department']})")
        said = {
            "item": item["title"],
            "owner": item["owner_name"] or self._agency,
            "organisation": organisation,
            "contact_name": row["contact_name"],
            "contact_email": row["contact_email"],
            "days": spoken_days(row["starts_on"], row["ends_on"], "fr"),
            "place": ", ".join(part for part in parts if part),
            "message": row["message"] or "",
            "link": f"{self._public_url}/catalogue/{item['slug']}",
        }
        about = ("forwarded_request", request_id)
        for to, is_copy in ((item["contact_email"], False), (row["contact_email"], True)):
            key = "forwarded-request-copy" if is_copy else "forwarded-request"
            await ask_for_mail(
                session, to, "forwarded-request", {**said, "is_copy": is_copy}, about=about, key=key
            )

    def _shown(self, row: Mapping[str, Any]) -> dict[str, Any]:
        contact = {"name": row["contact_name"], "email": row["contact_email"]}
        return {
            "id": row["id"],
            "item": {
                "id": row["item_id"],
                "slug": row["slug"],
                "title": row["title"],
                "owner_name": self._agency
                if row["owner_organisation_id"] is None
                else row["owner_name"] or "",
            },
            "organisation": {
                "id": row["organisation_id"],
                "name": row["organisation_name"],
                "kind": row["organisation_kind"],
            },
            "contact": None if row["contact_email"] is None else contact,
            "starts_on": row["starts_on"],
            "ends_on": row["ends_on"],
            "place_of_use": place_of(row),
            "message": row["message"],
            "created_at": row["created_at"],
        }


def _refuse_other_handling(item: Mapping[str, Any]) -> None:
    if item["handling"] == "handled_here":
        raise NotForwarded(
            "Cet outil se demande ici : ajoutez-le à une demande de prêt.", handling=item["handling"]
        )
    if item["handling"] != "forwarded":
        raise NotForwarded(
            "Cet outil se demande directement à sa structure : écrivez-lui ou appelez-la.",
            handling=item["handling"],
        )


def _refuse_days(starts_on: date, ends_on: date, today: date) -> None:
    check_days(starts_on, ends_on)
    if starts_on < today:
        detail = "Ces dates sont déjà passées."
        raise DatesWrong(detail, errors=[FieldError("/body/starts_on", "dates_wrong", detail)])


async def _refuse_excess(store: ForwardingStore, row: Mapping[str, Any]) -> None:
    """Refuse what was asked for before, and more than a day's number."""
    forwarded, wait = await store.lately(row["organisation_id"])
    before = await store.before(row)
    if before is not None:
        raise AlreadyForwarded(
            "Votre structure a déjà demandé cet outil à ces dates : le courriel est parti à la structure qui le prête.",
            forwarded_at=before.isoformat(),
        )
    if forwarded >= MOST_A_DAY:
        seconds = max(1, ceil(wait.total_seconds()))
        raise TooManyForwarded(
            f"Votre structure a transmis {MOST_A_DAY} demandes en un jour, c’est le plus que nous pouvons.",
            headers={"Retry-After": str(seconds)},
            retry_after=seconds,
        )


def _row_of(values: Mapping[str, Any], item_id: UUID, caller: Caller) -> dict[str, Any]:
    where, contact = values["place_of_use"], values["contact"]
    return {
        "item_id": item_id,
        "organisation_id": values["organisation_id"],
        "contact_name": contact["name"],
        "contact_email": contact["email"],
        "starts_on": values["starts_on"],
        "ends_on": values["ends_on"],
        "place_name": where["name"],
        "place_address": where["address"],
        "commune_insee": where["commune_insee"],
        "commune_name": where["commune_name"],
        "department": department_of(where["commune_insee"]),
        "message": values["message"],
        "created_by": caller.identity.subject,
    }
