"""What a form is: sections of fields, in the order in which they are shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from ombelle_events.forms.conditions import Condition, read_condition

FieldType = Literal[
    "text",
    "long_text",
    "integer",
    "decimal",
    "amount",
    "date",
    "boolean",
    "choice",
    "choices",
    "commune",
    "organisation",
    "email",
    "phone",
    "url",
    "address",
    "file",
    "repetition",
    "sessions",
    "explanation",
]
Required = Literal["at_submission", "at_label", "never"]
Purpose = Literal[
    "title",
    "summary",
    "theme",
    "commune",
    "venue",
    "sessions",
    "is_free",
    "audience",
    "school_levels",
    "activity_type",
    "contact_name",
    "contact_email",
    "budget_expenses",
    "budget_income",
    "requested_amount",
]
FIELD_TYPES: Final[tuple[FieldType, ...]] = get_args(FieldType)
PURPOSES: Final[tuple[Purpose, ...]] = get_args(Purpose)
WITHOUT_ANSWER: Final = frozenset({"explanation", "file"})
"""Types that `answers` never hold: words to read, and files, which are kept as attachments of their field."""

MAX_LENGTHS: Final[Mapping[str, int]] = {"text": 300, "long_text": 5_000}
"""How long a text may be, in characters, where its field does not say."""
MAX_ROWS: Final[Mapping[str, int]] = {"repetition": 50, "sessions": 100}
"""How many rows there may be where the field does not say."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values of a choice, and how it is shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One question. `id` is stable: answers are kept by it from one version of the form to the next.

    `min` and `max` bound a number, an amount (in cents) or a date (ISO 8601); `max_length` counts characters;
    `fields` are those of each row of a repetition.
    """

    id: str
    type: FieldType
    label: str
    help: str = ""
    required: Required = "never"
    condition: Condition | None = None
    purpose: Purpose | None = None
    is_identifying: bool = False
    is_stale_on_renewal: bool = False
    options: tuple[Option, ...] = ()
    min: int | float | str | None = None
    max: int | float | str | None = None
    max_length: int | None = None
    media_types: tuple[str, ...] = ()
    max_size_bytes: int | None = None
    fields: tuple["Field", ...] = ()
    min_rows: int | None = None
    max_rows: int | None = None

    @property
    def longest(self) -> int:
        """How many characters a text may have."""
        return self.max_length or MAX_LENGTHS.get(self.type, 300)

    @property
    def most_rows(self) -> int:
        """How many rows there may be."""
        return self.max_rows or MAX_ROWS.get(self.type, 50)


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under one heading, shown or not together."""

    id: str
    title: str
    fields: tuple[Field, ...]
    help: str = ""
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A whole form."""

    sections: tuple[Section, ...]

    def fields(self) -> Iterator[Field]:
        """Every field, in order; those of rows stand inside theirs."""
        for section in self.sections:
            yield from section.fields

    def field(self, field_id: str) -> Field | None:
        """Return the field of this id, `None` when the form has none."""
        return next((field for field in self.fields() if field.id == field_id), None)

    def of_purpose(self, purpose: Purpose) -> Field | None:
        """Return the field that serves a purpose: a form has one at most for each."""
        return next((field for field in self.fields() if field.purpose == purpose), None)


def read_definition(stored: Mapping[str, Any]) -> Definition:
    """Read a form from JSON that was checked when it was written.

    Raises:
        KeyError, TypeError: it is no form.

    """
    return Definition(tuple(_section(one) for one in stored["sections"]))


def _section(stored: Mapping[str, Any]) -> Section:
    return Section(
        id=stored["id"],
        title=stored["title"],
        help=stored.get("help", ""),
        condition=read_condition(stored.get("condition")),
        fields=tuple(_field(one) for one in stored["fields"]),
    )


def _field(stored: Mapping[str, Any]) -> Field:
    values = dict(stored)
    values["condition"] = read_condition(values.get("condition"))
    values["options"] = tuple(Option(**one) for one in values.get("options", ()))
    values["fields"] = tuple(_field(one) for one in values.get("fields", ()))
    values["media_types"] = tuple(values.get("media_types", ()))
    return Field(**values)
