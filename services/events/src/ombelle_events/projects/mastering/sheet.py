"""The national sheet: an event in the order of the national form, to be copied line by line.

The form's pages are Initialisation, Description, Informations pratiques, Production, Événement lié (« aide à la saisie »
of fetedelascience.fr).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from ombelle_chassis.mail_templates import long_day

from ombelle_events.programme import vocabulary as words

Section = dict[str, Any]
_REGISTRATION: Final = {"link": "Lien", "phone": "Téléphone", "email": "Courriel"}


def event_sheet(
    event: Mapping[str, Any], parties: Sequence[Mapping[str, Any]], *, is_renewed: bool
) -> list[Section]:
    """Return the pages of the national form for an event written here."""
    return [
        _section(
            "Initialisation",
            ("Type de saisie", words.STRUCTURES[event["structure"]]),
            ("Reconduction d'un événement de l'an passé", "Oui" if is_renewed else "Non"),
        ),
        _section(
            "Description",
            ("Titre", event["title"]),
            ("Présentation courte", event["description"]),
            ("Présentation", event["long_description"]),
            ("Type d'animation", _label(words.ACTIVITY_TYPES, event["activity_type"])),
            ("Thématique", _label(words.THEMES, event["theme"])),
            ("Mots clés", _listed(event["keywords"])),
            ("Publics", _listed(words.AUDIENCES[code] for code in event["audience"])),
            ("Niveaux scolaires", _listed(words.SCHOOL_LEVELS[code] for code in event["school_levels"])),
            ("Âge", _ages(event["age_min"], event["age_max"])),
        ),
        _section(
            "Informations pratiques",
            ("Dates et horaires", _sessions(event["sessions"] or [])),
            ("Sur place ou en ligne", words.ATTENDANCE_MODES[event["attendance_mode"]]),
            ("Lieu", event["venue_name"]),
            ("Adresse", event["venue_address"]),
            ("Code postal", event["venue_postal_code"]),
            ("Ville", event["venue_city"]),
            ("Adresse en ligne", event["online_access_url"]),
            ("Gratuit", _yes_or_no(event["free"])),
            ("Conditions", event["conditions"]),
            (
                "Inscription",
                _lines(f"{_REGISTRATION[one['type']]} : {one['value']}" for one in event["registration"]),
            ),
            ("Accessibilité", _listed(words.ACCESSIBILITY[code] for code in event["accessibility"] or ())),
        ),
        _production(event["holder"], parties, event["sessions"] or []),
        _section(
            "Événement lié",
            ("Fait partie de", event["parent_title"]),
            ("Contient", _lines(event["children"] or ())),
        ),
    ]


def application_sheet(
    purposes: Mapping[Any, Any],
    title: str,
    holder: str | None,
    parties: Sequence[Mapping[str, Any]],
    *,
    is_renewed: bool,
) -> list[Section]:
    """Return the pages of the national form for a project of which no event is written: its application speaks."""
    free = purposes.get("is_free")
    return [
        _section(
            "Initialisation", ("Reconduction d'un événement de l'an passé", "Oui" if is_renewed else "Non")
        ),
        _section(
            "Description",
            ("Titre", purposes.get("title") or title),
            ("Présentation courte", _text(purposes.get("summary"))),
            ("Type d'animation", _label(words.ACTIVITY_TYPES, purposes.get("activity_type"))),
            ("Thématique", _label(words.THEMES, purposes.get("theme"))),
            ("Publics", _codes(words.AUDIENCES, purposes.get("audience"))),
            ("Niveaux scolaires", _codes(words.SCHOOL_LEVELS, purposes.get("school_levels"))),
        ),
        _section(
            "Informations pratiques",
            ("Lieu", _text(purposes.get("venue"))),
            ("Gratuit", _yes_or_no(free if isinstance(free, bool) else None)),
        ),
        _production(holder, parties, []),
    ]


def _production(
    holder: str | None, parties: Sequence[Mapping[str, Any]], sessions: Iterable[Mapping[str, Any]]
) -> Section:
    def named(role: str) -> str | None:
        return _listed(party["name"] for party in parties if party["role"] == role and party["name"])

    animators = dict.fromkeys(name for session in sessions for name in session["animators"])
    return _section(
        "Production",
        ("Organisateur", holder),
        ("Co-porteurs", named("co_holder")),
        ("Partenaires", named("partner")),
        ("Prestataires", named("provider")),
        ("Animateurs", _listed(animators)),
    )


def _section(title: str, *fields: tuple[str, str | None]) -> Section:
    return {"title": title, "fields": [{"label": label, "value": value or None} for label, value in fields]}


def _sessions(sessions: Iterable[Mapping[str, Any]]) -> str | None:
    return _lines(_session(one) for one in sessions)


def _session(one: Mapping[str, Any]) -> str:
    zone = ZoneInfo(one["timezone"])
    begin = datetime.fromisoformat(one["starts_at"]).astimezone(zone)
    end = datetime.fromisoformat(one["ends_at"]).astimezone(zone)
    until = f"{end:%H:%M}" if end.date() == begin.date() else f"{long_day(end.date(), 'fr')} {end:%H:%M}"
    place = f" ({one['venue']})" if one["venue"] else ""
    return f"{long_day(begin.date(), 'fr')} {begin:%H:%M} – {until}{place}"


def _ages(low: int | None, high: int | None) -> str | None:
    if low is None and high is None:
        return None
    if high is None:
        return f"À partir de {low} ans"
    return f"Jusqu'à {high} ans" if low is None else f"De {low} à {high} ans"


def _label(labels: Mapping[Any, str], code: Any) -> str | None:
    return labels.get(code, code) if isinstance(code, str) else None


def _codes(labels: Mapping[Any, str], codes: Any) -> str | None:
    listed = [codes] if isinstance(codes, str) else codes
    return _listed(labels.get(code, str(code)) for code in listed) if isinstance(listed, list) else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _yes_or_no(value: bool | None) -> str | None:
    return None if value is None else ("Oui" if value else "Non")


def _listed(values: Iterable[str]) -> str | None:
    return ", ".join(values) or None


def _lines(values: Iterable[str]) -> str | None:
    return "\n".join(values) or None
