"""Changing a request that was sent: who signs, where the items go, how far its booking at pass Culture is."""

from collections.abc import Mapping
from typing import Any

from ombelle_loans.requests.domain import may_become
from ombelle_loans.requests.errors import OrganisationNotYours, PassCultureOrder
from ombelle_loans.requests.tables import LoanRequestRow


def allow(values: Mapping[str, Any], current: Mapping[str, Any]) -> None:
    """Refuse a change that is not the caller's to make. Raises OrganisationNotYours."""
    own = {name for name in values if name != "pass_culture_state"}
    allowed = set(current["allowed_actions"])
    if own and not allowed & ({"edit", "book"} if own == {"pass_culture_offer"} else {"edit"}):
        raise OrganisationNotYours("Cette demande ne se modifie plus, ou n’est pas à vous.")
    if "pass_culture_state" in values and "book" not in allowed:
        raise OrganisationNotYours("L’état du pass Culture se note chez le prêteur.")


def book(request: LoanRequestRow, values: Mapping[str, Any]) -> None:
    """Move the booking at pass Culture on. Raises PassCultureOrder where it does not go there."""
    if not values.keys() & {"pass_culture_offer", "pass_culture_state"}:
        return
    if request.channel != "pass_culture":
        raise PassCultureOrder("Cette demande ne passe pas par le pass Culture.")
    number = values.get("pass_culture_offer", request.pass_culture_offer)
    before: Any = request.pass_culture_state
    state = values.get("pass_culture_state", before)
    if not may_become(before, state) or (number is None and state != "pre_booked"):
        raise PassCultureOrder(
            "Une réservation va d’un état au suivant, une fois son numéro d’offre connu.", state=before
        )
    request.pass_culture_offer, request.pass_culture_state = number, state


def fill(request: LoanRequestRow, values: Mapping[str, Any]) -> None:
    """Write what a request says of itself."""
    for name in ("place_name", "place_address", "message"):
        if name in values:
            setattr(request, name, values[name])
    if signatory := values.get("signatory"):
        request.signatory_name = signatory["name"]
        request.signatory_capacity = signatory["capacity"]
        request.signatory_email = signatory["email"]
