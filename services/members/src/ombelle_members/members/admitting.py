"""How somebody becomes a member: the one way, for the secretariat, an application and an import."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import FieldError, InvalidInput
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_members.days import today_in_paris
from ombelle_members.members.errors import ExternalIdTaken, MemberAlready, PersonUnknown
from ombelle_members.members.store import MemberStore
from ombelle_members.organisations.errors import OrganisationUnknown
from ombelle_members.organisations.standing import refuse_merged
from ombelle_members.organisations.store import OrganisationStore
from ombelle_members.persons.store import PersonStore


def refuse_future(on: date, pointer: str) -> None:
    """Refuse a day that is yet to come: what is written here has happened. Raises InvalidInput."""
    if on > today_in_paris():
        raise invalid(pointer, "future", "Au plus tard aujourd’hui : cela se note le jour venu.")


def invalid(pointer: str, code: str, detail: str) -> InvalidInput:
    """Return the refusal of one field."""
    return InvalidInput(f"La demande n’est pas valable. {detail}", errors=[FieldError(pointer, code, detail)])


async def person_of(session: AsyncSession, told: Mapping[str, Any] | None, pointer: str) -> UUID:
    """Return the person who is meant by an id, or by a name and an address.

    Raises:
        PersonUnknown: the id is nobody's, or that of someone who was erased.
        InvalidInput: neither an id nor a name.

    """
    if told is None:
        raise invalid(pointer, "missing", "Dites de qui il s’agit.")
    persons = PersonStore(session)
    if told["id"] is not None:
        if await persons.standing(told["id"]) is None:
            raise PersonUnknown(
                "Cette personne n’existe pas, ou a fait effacer son compte.",
                errors=[FieldError(f"{pointer}/id", "person_unknown", "Une personne connue est attendue.")],
            )
        return UUID(str(told["id"]))
    if not told["name"]:
        raise invalid(f"{pointer}/name", "missing", "Un nom est attendu.")
    return await persons.known_by(name=told["name"], email=told["email"])


async def admit(session: AsyncSession, values: Mapping[str, Any]) -> UUID:
    """Enter a member in a college from a day on, in the caller's transaction; the register holds it.

    Args:
        session: the transaction.
        values: `kind`, `organisation_id` or `person` (`id` | `name`, `email`), `college`, `fee_category`, `admitted_on`,
            `external_id`, `representative` (`person`, `capacity`) or None.

    Raises:
        OrganisationUnknown, OrganisationMerged, PersonUnknown: there is nobody to admit.
        MemberAlready: they are a member, or were: those are admitted again.
        ExternalIdTaken: another member has this reference.
        InvalidInput: a field is missing, too many, or of another kind of member.

    """
    _refuse_mixed(values)
    refuse_future(values["admitted_on"], "/body/admitted_on")
    store = MemberStore(session)
    organisation_id = person_id = None
    if values["kind"] == "legal":
        organisation_id = values["organisation_id"]
        await _refuse_no_organisation(session, organisation_id)
    else:
        person_id = await person_of(session, values["person"], "/body/person")
    known = await store.of(organisation=organisation_id, person=person_id)
    if known is not None:
        raise MemberAlready(
            "Cet adhérent est déjà au registre : ouvrez sa fiche, et réadmettez-le s’il était parti.",
            member_id=str(known),
        )
    fields = {name: values[name] for name in ("kind", "fee_category", "external_id")}
    try:
        member_id = await store.enter(fields | {"organisation_id": organisation_id, "person_id": person_id})
    except IntegrityError as error:
        raise refused(error) from error
    await store.begin(member_id, values["college"], values["admitted_on"], "admission")
    if (representative := values.get("representative")) is not None:
        person = await person_of(session, representative["person"], "/body/representative/person")
        await store.name_representative(member_id, person, representative["capacity"], values["admitted_on"])
    return member_id


def refused(error: IntegrityError) -> Exception:
    """Return what a broken rule of the table `member` means, the error itself where it is none of them."""
    constraint = broken_constraint(error)
    if constraint == "member_external_id_key":
        return ExternalIdTaken(
            "Un autre adhérent porte déjà cette référence.",
            errors=[FieldError("/body/external_id", "taken", "Cette référence est déjà prise.")],
        )
    if constraint in {"member_organisation_id_key", "member_person_id_key"}:
        return MemberAlready("Cet adhérent vient d’être inscrit : rechargez la page.")
    return error


def _refuse_mixed(values: Mapping[str, Any]) -> None:
    is_legal = values["kind"] == "legal"
    if is_legal and values["organisation_id"] is None:
        raise invalid("/body/organisation_id", "missing", "La structure est attendue.")
    if is_legal and values["person"] is not None:
        raise invalid("/body/person", "unexpected", "Une structure adhère, ou une personne, pas les deux.")
    if not is_legal and values["organisation_id"] is not None:
        raise invalid(
            "/body/organisation_id", "unexpected", "Une personne adhère, ou une structure, pas les deux."
        )
    if not is_legal and values.get("representative") is not None:
        raise invalid("/body/representative", "unexpected", "Une personne se représente elle-même.")
    refuse_category(values["kind"], values["fee_category"])


def refuse_category(kind: str, category: str) -> None:
    """Refuse the fee of a person for an organisation, and the other way round. Raises InvalidInput."""
    if (kind == "natural") != (category == "natural"):
        raise invalid(
            "/body/fee_category",
            "other_kind",
            "Cette catégorie de cotisation est celle d’une autre sorte d’adhérent.",
        )


async def _refuse_no_organisation(session: AsyncSession, organisation_id: UUID) -> None:
    row = await OrganisationStore(session).organisation(organisation_id, lock=True)
    if row is None:
        raise OrganisationUnknown("Cette structure n’existe pas dans l’annuaire.")
    refuse_merged(row)
