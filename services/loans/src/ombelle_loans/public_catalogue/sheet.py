"""What the PDF of an item's sheet says, in French."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ombelle_loans import vocabulary

_WEEK: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MOST_MODULES: Final = 30

Rows = list[tuple[str, str]]


def sheet_values(item: Mapping[str, Any], agency: str, public_url: str) -> dict[str, Any]:
    """Return the values of `sheet.typ` for an item as the catalogue shows it (`PublicItem`)."""
    return {
        "title": item["title"],
        "kind": vocabulary.CATEGORIES[item["category"]].french,
        "lender": item["owner"]["name"] or agency,
        "address": f"{public_url}/catalogue/{item['slug']}",
        "abstract": item["abstract"] or "",
        "description": item["description"] or "",
        "facts": _facts(item),
        "formats": [{"name": _format_name(one), "facts": _format_facts(one)} for one in item["formats"]],
        "terms": _terms(item),
        "credits": item["credits"] or "",
    }


def euros(cents: int) -> str:
    """Return an amount as French prints it: `1 250 €`, `12,50 €`."""
    whole, rest = divmod(cents, 100)
    shown = f"{whole:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
    return f"{shown},{rest:02d} €" if rest else f"{shown} €"


def _facts(item: Mapping[str, Any]) -> Rows:
    return _said(
        [
            ("Thèmes", _labels(item["themes"], vocabulary.THEMES)),
            ("Publics", _labels(item["audiences"], vocabulary.AUDIENCES)),
            ("Langues", _labels(item["languages"], vocabulary.LANGUAGES)),
            ("Accessibilité", _labels(item["accessibility"], vocabulary.ACCESSIBILITY)),
            ("Réalisation", ", ".join(str(one) for one in (item["producer"], item["year"]) if one)),
            ("État", vocabulary.CONDITIONS[item["condition"]].french if item["condition"] else ""),
        ]
    )


def _format_name(one: Mapping[str, Any]) -> str:
    name = vocabulary.FORMATS[one["format"]].french
    return f"{name} : {one['label']}" if one["label"] else name


def _format_facts(one: Mapping[str, Any]) -> Rows:
    power = {True: "oui", False: "non", None: ""}[one["needs_power"]]
    modules = one["modules"][:_MOST_MODULES]
    value = one["insurance_value_cents"]
    return _said(
        [
            ("Panneaux", _number(one["panels"])),
            ("Dimensions", one["dimensions"] or ""),
            ("Surface nécessaire", _number(one["space_m2"], "m²")),
            ("Électricité", power),
            ("Poids", _number(one["weight_kg"], "kg")),
            ("Colis", _number(one["packages"])),
            ("Transport", one["transport"] or ""),
            ("Montage", one["setup"] or ""),
            ("Valeur d’assurance", "" if value is None else euros(value)),
            ("Exemplaires", _number(one["copies"])),
            ("Modules", "\n".join(modules)),
        ]
    )


def _terms(item: Mapping[str, Any]) -> Rows:
    rules, tariff = item["rules"], item["tariff"]
    notice = rules["notice_days"]
    contact = item["contact"] or {"email": None, "phone": None}
    return _said(
        [
            ("Durée", f"de {_days(rules['min_days'])} à {_days(rules['max_days'])}"),
            ("Délai de demande", f"{_days(notice)} au moins" if notice else ""),
            ("Retraits et retours", ", ".join(_WEEK[day - 1] for day in rules["opening_days"])),
            ("Assurance", vocabulary.INSURANCES[rules["insurance"]].french),
            ("Tarif adhérent", "" if tariff is None else _price(tariff, "member_cents")),
            ("Tarif non-adhérent", "" if tariff is None else _price(tariff, "other_cents")),
            (
                "Lieux de retrait",
                "\n".join(f"{one['name']}, {one['address']}" for one in item["pickup_places"]),
            ),
            ("Demandes", vocabulary.HANDLINGS[item["handling"]].french),
            ("Contact", ", ".join(one for one in (contact["email"], contact["phone"]) if one)),
        ]
    )


def _price(tariff: Mapping[str, Any], name: str) -> str:
    cents = tariff[name]
    if cents == 0:
        return "gratuit"
    period = tariff["period_days"]
    return euros(cents) if period is None else f"{euros(cents)} par période de {_days(period)} commencée"


def _days(count: int) -> str:
    return f"{count} jour{'s' if count > 1 else ''}"


def _number(value: int | None, unit: str = "") -> str:
    return "" if value is None else f"{value} {unit}".strip()


def _labels(codes: Sequence[Any], labels: Mapping[Any, vocabulary.Label]) -> str:
    return ", ".join(labels[code].french for code in codes)


def _said(rows: Rows) -> Rows:
    return [row for row in rows if row[1]]
