"""How fees are paid: where to send the money, and which public bodies are invoiced through Chorus Pro."""

from typing import Any, Final

from ombelle_demo.season.door import Visitor
from ombelle_demo.season.library import invented_siret

from .words import members

_HOW: Final[dict[str, Any]] = {
    "how_to_pay": "Par virement, ou par chèque à l’ordre d’Ombelle des sciences :\n8 rue des Cimaises, 80000 Amiens.",
    "iban": "FR51 9999 9800 0000 000O MBEL 111",  # its check digits agree; no bank is 99999
    "siret": invented_siret("ombelle"),
}
INVOICED: Final[dict[str, dict[str, str]]] = {
    "mairie-doullens": {"service_code": "CULTURE", "commitment_number": "CULT-0042"},
    "dunes": {"service_code": "INTENDANCE"},
}
"""Public bodies that pay through Chorus Pro, and what they ask to read on what they are sent."""


def say_how_to_pay(treasurer: Visitor) -> None:
    """Say how fees are paid, and who is invoiced through Chorus Pro. Raises RefusedError."""
    known = treasurer.get("/fee-settings")
    if known["iban"] is None:
        kept = {name: value for name, value in known.items() if name not in ("version", "allowed_actions")}
        treasurer.ask("PUT", "/fee-settings", kept | _HOW, If_Match=f'"v{known["version"]}"')
    by_name = {one["name"]: one["id"] for one in treasurer.every("/members")}
    for key, asked in INVOICED.items():
        path = f"/members/{by_name[members()[key].name]}/billing"
        version = treasurer.get(path)["version"]
        if version == 0:
            treasurer.ask("PUT", path, {"uses_chorus_pro": True, **asked}, If_Match='"v0"')
