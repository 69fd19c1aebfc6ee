"""What an agreement says: the lender's text filled in with the loan, frozen as plain values that its PDF shows."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from ombelle_chassis.mail_templates import long_day
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ombelle_loans.agreements.domain import reference
from ombelle_loans.agreements.errors import TemplateWrong
from ombelle_loans.lending.domain import NAMED
from ombelle_loans.loans.domain import days_of
from ombelle_loans.loans.wording import euros, spoken_days

_LOCALE: Final = "fr"
# Measures of the format where it has its own, else the item's.
_SHEET: Final = text("""
SELECT coalesce(f.insurance_value_cents, i.insurance_value_cents) AS value_cents,
  coalesce(f.packages, i.packages) AS packages, coalesce(f.weight_kg, i.weight_kg) AS weight_kg,
  s.agreement_template, s.address, s.email, s.phone, s.signatory_name AS lender_signatory,
  s.signatory_capacity AS lender_capacity, r.signatory_name, r.signatory_capacity, r.signatory_email,
  o.name AS lender_name
FROM loan l JOIN loan_request r ON r.id = l.request_id JOIN item i ON i.id = l.item_id
JOIN item_format f ON f.id = l.format_id
LEFT JOIN lender_settings s ON s.organisation_id IS NOT DISTINCT FROM i.owner_organisation_id
LEFT JOIN organisation_copy o ON o.organisation_id = i.owner_organisation_id
WHERE l.id = :loan_id
""")
INSURANCES: Final[Mapping[str, str]] = {
    "none": "Le prêteur ne demande pas d’assurance particulière.",
    "clause": "L’emprunteur répond des dommages et de la perte de ce qui lui est prêté, de l’enlèvement au retour, et"
    " déclare être assuré pour cela.",
    "certificate": "L’emprunteur remet avant l’enlèvement une attestation d’assurance « clou à clou » pour ce prêt.",
    "yearly": "L’emprunteur remet avant l’enlèvement une attestation d’assurance, annuelle ou pour ce prêt.",
}
STANDARD: Final = """\
Article 1. Objet
{{ preteur }} prête à {{ emprunteur }} « {{ outil }} », décrit ci-dessus, {{ dates }}, pour être présenté à : {{ lieu }}.

Article 2. Enlèvement et retour
L’enlèvement et le retour se font aux jours et heures convenus avec le prêteur. Un constat d’état est dressé au départ et \
au retour. Un retour tardif prive l’emprunteur suivant : il est signalé sans attendre.

Article 3. Usage
L’emprunteur ne modifie ni ne répare l’outil, ne le prête pas à d’autres et en cite l’origine dans sa communication.

Article 4. Assurance
{{ assurance }}

Article 5. Participation
{{ montant }}

Article 6. Dommages
Tout dommage ou perte est signalé au prêteur dès qu’il est constaté.
"""
"""The text of a lender who has written none."""


async def read_sheet(session: AsyncSession, loan_id: UUID) -> dict[str, Any]:
    """Return what agreements say of a loan beside its own row: value, packages, lender, who signs."""
    return dict((await session.execute(_SHEET, {"loan_id": loan_id})).mappings().one())


def composed(
    row: Mapping[str, Any],
    sheet: Mapping[str, Any],
    *,
    agency: str,
    number: tuple[int, int, int] | None,
    made_at: datetime,
) -> dict[str, Any]:
    """Return what an agreement says.

    Args:
        row: the loan, as `now_of` returned it.
        sheet: as `read_sheet` returned it.
        agency: what the agency is called.
        number: year, number and version; `None` as long as it is only looked at.
        made_at: when it is made.

    Raises:
        TemplateWrong: the lender's text cannot be filled in.

    """
    lender = sheet["lender_name"] or agency
    called = "à venir" if number is None else reference(*number)
    words = _words(row, sheet, lender, called)
    return {
        "sender": lender,
        "sender_lines": [one for one in (sheet["address"], sheet["email"], sheet["phone"]) if one],
        "reference": f"Convention n° {called}",
        "title": "Convention de prêt",
        "day": f"Faite le {long_day(made_at, _LOCALE)}",
        "facts": _facts(row, sheet, lender),
        "units": [[unit["code"], _unit_name(unit)] for unit in row["units"]],
        "text": filled(sheet["agreement_template"] or STANDARD, words),
        "signatures": [
            {
                "side": "Le prêteur",
                "name": sheet["lender_signatory"] or lender,
                "capacity": sheet["lender_capacity"] or "",
            },
            {
                "side": "L’emprunteur",
                "name": sheet["signatory_name"] or row["organisation_name"] or "",
                "capacity": sheet["signatory_capacity"] or "",
            },
        ],
    }


def filled(template: str, words: Mapping[str, str]) -> str:
    """Return a lender's text with the loan's words where it names them: `{{ emprunteur }}`.

    Raises:
        TemplateWrong: it names something that there is not.

    """
    wrong = sorted({name for name in NAMED.findall(template) if name not in words})
    if wrong:
        raise TemplateWrong(
            f"Le texte des conventions de ce prêteur nomme ce qui n’existe pas : {', '.join(wrong)}. "
            f"Il peut nommer : {', '.join(sorted(words))}.",
            unknown=wrong,
            names=sorted(words),
        )
    return NAMED.sub(lambda found: words[found[1]], template)


def _words(row: Mapping[str, Any], sheet: Mapping[str, Any], lender: str, number: str) -> dict[str, str]:
    return {
        "convention": number,
        "preteur": lender,
        "emprunteur": row["organisation_name"] or "",
        "signataire": sheet["signatory_name"] or "",
        "qualite": sheet["signatory_capacity"] or "",
        "outil": row["title"],
        "lieu": _place(row),
        "dates": spoken_days(row["starts_on"], row["ends_on"], _LOCALE),
        "debut": _day(row["starts_on"]),
        "fin": _day(row["ends_on"]),
        "jours": str(days_of(row["starts_on"], row["ends_on"])),
        "exemplaires": ", ".join(unit["code"] for unit in row["units"]),
        "montant": _fee(row),
        "valeur": _value(sheet),
        "assurance": INSURANCES[row["insurance_asked"] or "none"],
    }


def _facts(row: Mapping[str, Any], sheet: Mapping[str, Any], lender: str) -> list[list[str]]:
    facts = [
        ["Prêteur", lender],
        ["Emprunteur", row["organisation_name"] or ""],
        ["Lieu d’utilisation", _place(row)],
        ["Outil", row["title"]],
        ["Dates du prêt", spoken_days(row["starts_on"], row["ends_on"], _LOCALE)],
        ["Durée", f"{days_of(row['starts_on'], row['ends_on'])} jours, premier et dernier compris"],
        ["Valeur d’assurance", _value(sheet)],
        ["Montant", _fee(row)],
    ]
    if sheet["packages"]:
        facts.append(["Colis", str(sheet["packages"])])
    return facts


def _place(row: Mapping[str, Any]) -> str:
    return ", ".join(
        one for one in (row["place_name"], row["place_address"], row["commune_name"]) if one is not None
    )


def _day(day: date) -> str:
    return long_day(day, _LOCALE)


def _fee(row: Mapping[str, Any]) -> str:
    if row["channel"] == "pass_culture":
        return "Pris en charge par le pass Culture."
    if row["fee_cents"] is None:
        return "À fixer avant que la convention parte."  # only ever looked at: none is made before
    return "Gratuit." if row["fee_cents"] == 0 else f"{euros(row['fee_cents'], _LOCALE)}."


def _value(sheet: Mapping[str, Any]) -> str:
    return "Non chiffrée" if sheet["value_cents"] is None else euros(sheet["value_cents"], _LOCALE)


def _unit_name(unit: Mapping[str, Any]) -> str:
    parts = [f"Exemplaire {unit['copy_number']}"]
    if unit["module_number"] is not None:
        parts.append(f"module {unit['module_number']}")
    if unit["name"]:
        parts.append(unit["name"])
    return ", ".join(parts)
