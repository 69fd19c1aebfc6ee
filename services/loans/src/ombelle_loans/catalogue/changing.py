"""What every change of an item does: the version it is made on, the rules between fields, the log."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from ombelle_chassis.constraints import broken_constraint
from ombelle_chassis.errors import DomainError, FieldError, InvalidInput
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.catalogue.domain import PERSONAL
from ombelle_loans.catalogue.errors import ItemInUse, NotReached
from ombelle_loans.catalogue.tables import ItemRow


def touch(row: ItemRow) -> None:
    """Give an item its next version: it has changed, or something that belongs to it."""
    row.version, row.updated_at = row.version + 1, datetime.now(UTC)


def refuse_contradictions(values: Mapping[str, Any]) -> None:
    """Refuse what fields cannot say together.

    Raises:
        InvalidInput: the shortest loan is longer than the longest, the item retires before it came, or it is the
            agency's and another's to ask for.
        NotReached: it is published, and nobody could ask for it.

    """
    least, most = values.get("min_days"), values.get("max_days")
    if least is not None and most is not None and least > most:
        raise _wrong("min_days", "too_long", "Le prêt le plus court serait plus long que le plus long.")
    retired, added = values.get("retired_on"), values.get("added_on")
    if retired is not None and added is not None and retired < added:
        raise _wrong("retired_on", "too_early", "Un outil n'est pas retiré avant d'être arrivé.")
    handling = values["handling"]
    if values["owner_organisation_id"] is None and handling != "handled_here":
        raise _wrong("handling", "not_yours", "Les demandes pour les outils de l'agence sont traitées ici.")
    if values["publication"] == "published":
        _refuse_unreached(handling, values)


def _refuse_unreached(handling: str, values: Mapping[str, Any]) -> None:
    email, phone = values["contact_email"], values["contact_phone"]
    if (handling == "forwarded" and email is None) or (
        handling == "contact_only" and email is None and phone is None
    ):
        raise NotReached(
            "Cet outil est publié mais personne ne pourrait le demander : donnez l'adresse de la structure.",
            errors=[FieldError("/body/contact_email", "missing", "Une adresse électronique est attendue.")],
        )


def _wrong(field: str, code: str, detail: str) -> InvalidInput:
    return InvalidInput(detail, errors=[FieldError(f"/body/{field}", code, detail)])


def told(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the log says of fields: those that may name somebody by their names only."""
    return {
        name: None if name in PERSONAL else str(value) if hasattr(value, "isoformat") else value
        for name, value in values.items()
    }


async def remove(session: AsyncSession, row: object) -> None:
    """Take a row away that nothing names.

    Raises:
        ItemInUse: something does.

    """
    await session.delete(row)
    try:
        await session.flush()
    except IntegrityError as error:
        raise ItemInUse(
            "Il a déjà été prêté ou immobilisé : retirez-le du prêt plutôt que de le supprimer."
        ) from error


async def flush(session: AsyncSession, refusals: Mapping[str, Callable[[], DomainError]]) -> None:
    """Write; a rule of the database that refuses becomes the refusal of its name.

    Raises:
        DomainError: that refusal.

    """
    try:
        await session.flush()
    except IntegrityError as error:
        refusal = refusals.get(broken_constraint(error))
        if refusal is None:
            raise
        raise refusal() from error
