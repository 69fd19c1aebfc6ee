"""An agenda's own fields: codes and option ids change with the year, so they are read by what they say."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from ombelle_events.feed.adapters import texts
from ombelle_events.programme import vocabulary

Role = str

_ROLES: Final = (
    ("parent", re.compile(r"evenement parent|parent$|rattache a")),
    ("holder", re.compile(r"organisateur|porteur|structure organisatrice")),
    ("theme", re.compile(r"thematique|themes?\b")),
    ("activity_type", re.compile(r"types? d ?(?:e |evenement|animation|activite)|type danimation|format\b")),
    ("price", re.compile(r"conditions? de participation|tarif|gratuite")),
    ("audience", re.compile(r"(?:type de )?publics?\b|niveaux? scolaires?|niveaux?\b")),
)
_THEMES: Final = (
    ("history_of_science", r"histoire des sciences|archeolog|histoire"),
    ("astronomy", r"astronom|espace|univers"),
    ("digital_innovation", r"numerique|informatique|technolog|digital|innovation|intelligence artificielle"),
    ("health", r"sante|biolog|medec"),
    ("environment", r"environnement|ecolog|climat|agronom|biodiversite|developpement durable|energie|nature"),
    ("maths_physics_chemistry", r"math|physique|chimie"),
    ("industrial_heritage", r"patrimoine|industri|ingenieri|ingenieur"),
    ("science_society", r"societe|sciences de l homme|humaine|sociale"),
    ("other", r"^autres?\b"),
)
_ACTIVITIES: Final = (
    ("science_village", r"village"),
    ("festival", r"festival|salon"),
    ("workshop", r"atelier"),
    ("exhibition", r"exposition"),
    ("lecture", r"conference"),
    ("debate", r"debat|rencontre|cafe|table ronde"),
    ("visit", r"visite|portes ouvertes"),
    ("show", r"spectacle|concert|theatre"),
    ("game", r"jeux?\b|escape|enquete|quiz"),
    ("screening", r"projection|cinema|film"),
    ("trail", r"parcours|rallye|circuit|balade|randonnee"),
    ("other", r"^autres?\b"),
)
_LEVELS: Final = (
    ("nursery_school", r"maternelle"),
    ("primary_school", r"primaire|elementaire"),
    ("college", r"college"),
    ("lycee", r"lycee"),
    ("higher_education", r"superieur|etudiant|universit|post bac"),
)
_SCHOOLS = r"scolaire|classe|enseignant|eleve|ecoles?\b"
_PUBLIC = r"famille|tout public|grand public|adulte|enfant|senior|jeunes?\b|individuel|tous publics"
_PERSONAL = re.compile(
    r"member|motive|creator|owner|contributor|contact|animateur|referent|responsable|e-?mail|courriel|telephone|phone"
)


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a field: `value` is its code, `label` what people read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class AgendaField:
    """An additional field: `role` is what it fills here, or `None`."""

    code: str
    label: str
    role: Role | None
    options: Mapping[str, Option]


@dataclass(frozen=True, slots=True)
class Additional:
    """What the additional fields of one row say."""

    theme: str | None
    activity_type: str | None
    audience: tuple[str, ...]
    school_levels: tuple[str, ...]
    free: bool | None
    holder: str | None
    parent: str | None
    kept: Mapping[str, Any]
    notes: tuple[str, ...]


class AgendaSchema:
    """The additional fields of one agenda, as its configuration gives them at each run."""

    def __init__(self, agenda: Any) -> None:
        schema = agenda.get("schema") if isinstance(agenda, dict) else None
        fields = schema.get("fields") if isinstance(schema, dict) else None
        own = (f for f in fields or () if isinstance(f, dict) and f.get("schemaType") != "event")
        self.fields: dict[str, AgendaField] = {
            str(f["field"]): _field(f) for f in own if isinstance(f.get("field"), str)
        }
        self.parent_codes = tuple(c for c, f in self.fields.items() if f.role == "parent")

    def digest(self) -> str:
        """Changes when a field or an option does, since rows then mean something else."""
        plain = [
            (f.code, f.label, f.role, sorted((k, o.value, o.label) for k, o in f.options.items()))
            for f in self.fields.values()
        ]
        return hashlib.sha256(json.dumps(sorted(plain), ensure_ascii=False, default=str).encode()).hexdigest()

    def parent_of(self, row: Mapping[str, Any]) -> str | None:
        """The uid of the event that `row` is part of."""
        for code in self.parent_codes:
            value = row.get(code)
            if value is not None and (uid := _uid(value)) is not None and uid != str(row.get("uid")):
                return uid
        return None

    def read(self, row: Mapping[str, Any]) -> Additional:
        """What `row` says in the agenda's own fields; ids unknown to the schema are kept and noted."""
        said: dict[Role, list[Option]] = {}
        kept: dict[str, Any] = {}
        notes: list[str] = []
        for code, definition in self.fields.items():
            value = row.get(code)
            if value in (None, "", [], {}) or definition.role == "parent" or is_personal(code):
                continue
            options, unknown = _options(value, definition)
            if unknown:
                notes.append(f"choix inconnu de « {definition.label or code} » : {', '.join(unknown)}")
            words = [texts.line(o.label, 300) for o in options]
            kept[code] = [w for w in words if w] + [f"?{u}" for u in unknown]
            if definition.role:
                said.setdefault(definition.role, []).extend(options)
        return _read(said, self.parent_of(row), kept, tuple(notes))


@lru_cache(maxsize=4096)
def is_personal(code: str) -> bool:
    """Say whether a field, by its code, holds what concerns a person: it is never stored."""
    return _PERSONAL.search(code.lower()) is not None


def price_of(conditions: str | None) -> bool | None:
    """Free (`True`), not free (`False`) or not said plainly (`None`), by the words of the conditions."""
    said = texts.fold(conditions) if conditions else ""
    free = re.search(r"\bgratuite?s?\b|\b(?:entree|acces) libre\b|\bgratuitement\b", said) is not None
    # `fold` leaves « € » out, so money is looked for in the text itself.
    paid = conditions is not None and re.search(
        r"\d\s*(?:€|euros?\b)|€\s*\d|payant", conditions, re.IGNORECASE
    )
    if free and not paid and not re.search(r"gratuite?s? (?:pour|moins|jusqu|aux)|sauf|non gratuit", said):
        return True
    return False if paid and not free else None


def _read(
    said: Mapping[Role, list[Option]], parent: str | None, kept: Mapping[str, Any], notes: tuple[str, ...]
) -> Additional:
    audience, levels = _audience(said.get("audience", ()))
    holders = [texts.line(o.label, 200) for o in said.get("holder", ())]
    prices = [price_of(f"{o.value} {o.label}") for o in said.get("price", ())]
    return Additional(
        theme=_first(said.get("theme", ()), _THEMES, vocabulary.THEMES),
        activity_type=_first(said.get("activity_type", ()), _ACTIVITIES, vocabulary.ACTIVITY_TYPES),
        audience=audience,
        school_levels=levels,
        free=next((p for p in prices if p is not None), None),
        holder=", ".join(texts.unique(holders, 5))[:300] or None,
        parent=parent,
        kept=kept,
        notes=notes,
    )


def _first(
    options: Iterable[Option], patterns: Iterable[tuple[str, str]], codes: Mapping[Any, str]
) -> str | None:
    for option in options:
        code = option.value.replace("-", "_")
        if code in codes:
            return code
        label = texts.fold(option.label)
        exact = (c for c, shown in codes.items() if texts.fold(shown) == label)
        found = next(exact, None) or next((c for c, p in patterns if re.search(p, label)), None)
        if found:
            return found
    return None


def _audience(options: Iterable[Option]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    audience: set[str] = set()
    levels: set[str] = set()
    for option in options:
        said = texts.fold(f"{option.label} {option.value}")
        found = {code for code, pattern in _LEVELS if re.search(pattern, said)}
        levels |= found
        if found or re.search(_SCHOOLS, said):
            audience.add("schools")
        if re.search(_PUBLIC, said):
            audience.add("general_public")
    in_order = tuple(a for a in vocabulary.AUDIENCES if a in audience)
    return in_order, tuple(level for level in vocabulary.SCHOOL_LEVELS if level in levels)


def _field(raw: Mapping[str, Any]) -> AgendaField:
    code, label = str(raw["field"]), texts.line(texts.in_french(raw.get("label")), 200) or ""
    options: dict[str, Option] = {}
    for option in raw.get("options") or ():
        if isinstance(option, dict) and option.get("id") is not None:
            said = texts.line(texts.in_french(option.get("label")), 300)
            value = str(option.get("value") or "")
            options[str(option["id"])] = Option(value, said or value)
    return AgendaField(code, label, _role(code, label, has_options=bool(options)), options)


def _role(code: str, label: str, *, has_options: bool) -> Role | None:
    for role, pattern in _ROLES:
        choice = role not in {"parent", "holder"}
        if choice != has_options and role != "holder":
            continue
        if pattern.match(texts.fold(code)) or pattern.match(texts.fold(label)):
            return role
    return None


def _options(value: Any, definition: AgendaField) -> tuple[list[Option], list[str]]:
    known: list[Option] = []
    unknown: list[str] = []
    by_value = {o.value: o for o in definition.options.values() if o.value}
    for item in value if isinstance(value, list) else [value]:
        label = item.get("label") if isinstance(item, dict) else None
        key = str(item.get("id") if isinstance(item, dict) else item)[:200]
        option = definition.options.get(key) or by_value.get(key)
        if option is None and (said := texts.line(texts.in_french(label), 300)):
            option = Option("", said)
        if option is not None:
            known.append(option)
        elif definition.options:
            unknown.append(key)
        elif (said := texts.line(texts.in_french(item) if isinstance(item, dict) else key, 300)) is not None:
            known.append(Option("", said))
    return known, unknown


def _uid(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("uid", value.get("id"))
    if isinstance(value, bool) or value is None:
        return None
    text = str(value).strip()
    return str(int(text)) if text.isascii() and text.isdigit() and len(text) <= 18 and int(text) else None


def theme_of(labels: Iterable[str]) -> str | None:
    """The theme that the first label to say one says, by its words."""
    return _first((Option("", label) for label in labels), _THEMES, vocabulary.THEMES)


def activity_type_of(labels: Iterable[str]) -> str | None:
    """The type of activity that the first label to say one says, by its words."""
    return _first((Option("", label) for label in labels), _ACTIVITIES, vocabulary.ACTIVITY_TYPES)


def audience_of(labels: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Audiences and school levels that labels say, by their words, in the order of the vocabulary."""
    return _audience(Option("", label) for label in labels)
