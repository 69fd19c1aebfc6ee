"""The use cases of papers: receipts of what is paid, calls on paper, and the table that Chorus Pro is fed with."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.versions import refuse_stale, require_version
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ombelle_members.callers import Caller
from ombelle_members.days import spoken_day
from ombelle_members.documents.pdf import document
from ombelle_members.fees.describing import read_fee
from ombelle_members.fees.domain import CATEGORIES, METHODS, euros, receipt_reference
from ombelle_members.fees.errors import ChorusDataMissing, FeeMemberUnknown, FeeNotPaid, FeeSettled
from ombelle_members.fees.papers.chorus import MISSING, call_reference, missing_of
from ombelle_members.fees.papers.store import PapersStore
from ombelle_members.log import record

_BILLING: Final = ("uses_chorus_pro", "siret", "service_code", "commitment_number")


class PapersService:
    """Papers of fees."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def receipt(self, fee_id: UUID, *, caller: Caller) -> tuple[str, bytes]:
        """Return the number of a fee's receipt, and the receipt.

        Raises:
            FeeUnknown: there is no such fee that the caller may read.
            FeeNotPaid: it is not paid whole.

        """
        async with self._sessions() as session, session.begin():
            fee = await read_fee(session, fee_id, caller)
            found = await PapersStore(session).receipt(fee_id)
            if found is None:
                raise FeeNotPaid("Le reçu vient une fois la cotisation payée en entier.")
            issuer = await PapersStore(session).issuer(found["issued_on"])
        reference = receipt_reference(found["year"], found["number"])
        payments = [one for one in fee["payments"] if one["voided_on"] is None]
        values = {
            "title": "Reçu de cotisation",
            "reference": f"Reçu n° {reference}",
            "day": spoken_day(found["issued_on"]),
            **_heads(issuer, found["payer"]),
            "facts": _facts(fee, found["amount_cents"]),
            "payments": [
                [
                    spoken_day(_day(one["received_on"])),
                    METHODS[one["method"]],
                    one["reference"] or "",
                    euros(one["amount_cents"]),
                ]
                for one in payments
            ],
            "text": "Cette cotisation a été reçue en entier. Ce reçu n’est pas un reçu fiscal.",
        }
        made_at = datetime.combine(found["issued_on"], datetime.min.time(), UTC)
        return reference, await document("fee", values, made_at=made_at)

    async def call(self, fee_id: UUID, *, caller: Caller) -> tuple[str, bytes]:
        """Return how a call is named, and the call on paper.

        Raises:
            FeeUnknown: there is no such fee that the caller may read.
            FeeSettled: it is void.

        """
        async with self._sessions() as session, session.begin():
            fee = await read_fee(session, fee_id, caller)
            if fee["state"] == "void":
                raise FeeSettled("Cette cotisation est annulée.", state="void")
            issuer = await PapersStore(session).issuer(fee["called_on"])
            payer = await PapersStore(session).payer(fee["member_id"])
            billing = await PapersStore(session).billing(fee["member_id"]) or {}
        reference = call_reference({"year": fee["year"], "number": fee["member"]["number"]})
        facts = _facts(fee, fee["amount_cents"])
        if fee["received_cents"]:
            facts += [
                ["Déjà reçu", euros(fee["received_cents"])],
                ["Reste à payer", euros(fee["remaining_cents"])],
            ]
        facts.append(["À payer avant le", spoken_day(fee["due_on"])])
        labels = (
            ("IBAN", issuer["iban"]),
            ("Paiement en ligne", issuer["payment_link"]),
            ("Code service", billing.get("service_code")),
            ("Numéro d’engagement", billing.get("commitment_number")),
        )
        values = {
            "title": "Appel de cotisation",
            "reference": reference,
            "day": spoken_day(fee["called_on"]),
            **_heads(issuer, payer),
            "facts": facts + [[label, value] for label, value in labels if value],
            "payments": [],
            "text": issuer["how_to_pay"] or "",
        }
        made_at = datetime.combine(fee["called_on"], datetime.min.time(), UTC)
        return reference, await document("fee", values, made_at=made_at)

    async def billing(self, member_id: UUID, *, caller: Caller) -> dict[str, Any]:
        """Return where a member's calls go. Raises FeeMemberUnknown."""
        async with self._sessions() as session, session.begin():
            return _billing(await PapersStore(session).billing(member_id), caller)

    async def set_billing(
        self, member_id: UUID, values: Mapping[str, Any], *, if_match: str | None, caller: Caller
    ) -> dict[str, Any]:
        """Say where a member's calls go.

        Raises:
            FeeMemberUnknown: there is no such member.
            InvalidInput: the member is a person, whom Chorus Pro knows nothing of.
            VersionNeeded, ChangedMeanwhile: it is made on no version, or on another than the present one.

        """
        wanted = require_version(if_match)
        async with self._sessions() as session, session.begin():
            store = PapersStore(session)
            row = await store.billing(member_id, lock=True)
            current = _billing(row, caller)
            refuse_stale(wanted, current["version"], current=current, yours=values)
            if values["uses_chorus_pro"] and row is not None and row["kind"] == "natural":
                told = "Chorus Pro est réservé aux structures publiques."
                raise InvalidInput(
                    told, errors=[FieldError("/body/uses_chorus_pro", "not_for_persons", told)]
                )
            await store.set_billing(member_id, values)
            shown = _billing(await store.billing(member_id), caller)
            await record(session, caller, "fee_billing_changed", ("member", member_id))
            return shown

    async def chorus(self, year: int, *, complete_only: bool) -> list[dict[str, Any]]:
        """Return what is owed of a year through Chorus Pro.

        Raises:
            ChorusDataMissing: members lack what it asks, and they are not left out.

        """
        async with self._sessions() as session, session.begin():
            rows = await PapersStore(session).chorus(year)
        wrong = [(row, missing) for row in rows if (missing := missing_of(row))]
        if wrong and not complete_only:
            details = [
                f"{row['name']} : {', '.join(MISSING[one] for one in missing)}" for row, missing in wrong
            ]
            raise ChorusDataMissing(
                f"Il manque à Chorus Pro : {' ; '.join(details)}.",
                members=[
                    {"id": str(row["member_id"]), "name": row["name"], "missing": missing}
                    for row, missing in wrong
                ],
            )
        return [row for row in rows if not missing_of(row)]


def _heads(issuer: Mapping[str, Any], payer: Mapping[str, Any] | None) -> dict[str, Any]:
    ids = [
        f"SIRET {issuer['siret']}" if issuer["siret"] else "",
        f"RNA {issuer['rna']}" if issuer["rna"] else "",
    ]
    place = f"{issuer['postal_code'] or ''} {issuer['commune_name'] or ''}".strip()
    lines = [issuer["address"] or "", place, *ids]
    known = payer or {"name": "Adhérent", "address": None, "postal_code": None, "commune_name": None}
    town = f"{known['postal_code'] or ''} {known['commune_name'] or ''}".strip()
    return {
        "sender": issuer["name"] or "L’association",
        "sender_lines": [line for line in lines if line],
        "payer": [line for line in (known["name"] or "Adhérent", known["address"] or "", town) if line],
    }


def _facts(fee: Mapping[str, Any], cents: int) -> list[list[str]]:
    college = f", collège {fee['college']}" if fee["college"] else ""
    return [
        ["Adhérent", f"n° {fee['member']['number']}"],
        ["Cotisation", f"année {fee['year']}, {CATEGORIES[fee['category']]}{college}"],
        ["Période", f"du {spoken_day(fee['starts_on'])} au {spoken_day(fee['ends_on'])}"],
        ["Montant", euros(cents)],
    ]


def _day(value: Any) -> Any:
    # JSON that PostgreSQL made has days as texts.
    return datetime.fromisoformat(value).date() if isinstance(value, str) else value


def _billing(row: Mapping[str, Any] | None, caller: Caller) -> dict[str, Any]:
    if row is None:
        raise FeeMemberUnknown("Cet adhérent n’existe pas.")
    missing = (
        missing_of({**row, "siret": row["siret"] or row["organisation_siret"]})
        if row["uses_chorus_pro"]
        else []
    )
    known = ("member_id", "organisation_siret", "version", *_BILLING)
    return {
        **{name: row[name] for name in known},
        "missing": missing,
        "allowed_actions": ["edit"] if caller.is_treasury else [],
    }
