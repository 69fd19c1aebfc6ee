"""A form as the API takes and gives it: its shape. Whether it makes sense is `forms.checking`'s to say."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from ombelle_chassis.texts import STORABLE
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StringConstraints,
    model_validator,
)

from ombelle_events.calls.typed import Line, ShortText
from ombelle_events.forms.conditions import Operator
from ombelle_events.forms.definition import FieldType, Purpose, Required

_DEEPEST = 4
Slug = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{0,59}$")]
OptionValue = Annotated[str, StringConstraints(pattern="^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$")]
MediaType = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9.+*-]{1,100}$")]
Text300 = Annotated[str, StringConstraints(max_length=300, pattern=STORABLE, strict=True)]
_BOUNDED = Field(ge=-(10**12), le=10**12)
Number = Annotated[StrictInt, _BOUNDED] | Annotated[StrictFloat, _BOUNDED, Field(allow_inf_nan=False)]
Rows = Annotated[StrictInt, Field(ge=1, le=200)]


class FormOption(BaseModel):
    """One of the values of a choice."""

    model_config = ConfigDict(extra="forbid")

    value: OptionValue
    label: Line


class FormCondition(BaseModel):
    """Either one comparison (`field`, `operator`, `value`), or `all` of several conditions, or `any` of them."""

    model_config = ConfigDict(extra="forbid")

    field: Slug | None = None
    operator: Operator | None = None
    value: StrictBool | Number | Text300 | None = None
    all: list["FormCondition"] | None = Field(default=None, min_length=1, max_length=20)
    any: list["FormCondition"] | None = Field(default=None, min_length=1, max_length=20)

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        is_comparison = self.field is not None and self.operator is not None
        is_half = (self.field is None) != (self.operator is None) or (
            self.value is not None and not is_comparison
        )
        if is_half or is_comparison + (self.all is not None) + (self.any is not None) != 1:
            raise ValueError("Une condition compare une rubrique, ou réunit d'autres conditions (all, any).")
        if self.depth > _DEEPEST:
            raise ValueError(f"Des conditions s'emboîtent sur {_DEEPEST} niveaux au plus.")
        return self

    @property
    def depth(self) -> int:
        """How many levels it has."""
        return 1 + max((one.depth for one in (self.all or self.any or ())), default=0)


class RowField(BaseModel):
    """A field of the rows of a repetition."""

    model_config = ConfigDict(extra="forbid")

    id: Slug = Field(description="Stable: answers are kept by it from one version of the form to the next.")
    type: FieldType
    label: Line
    help: ShortText = ""
    required: Required = "never"
    condition: FormCondition | None = None
    purpose: Purpose | None = Field(
        default=None, description="What the festival reads in it; once in a form."
    )
    is_identifying: StrictBool = Field(default=False, description="Hidden from reviewers in anonymous mode.")
    is_stale_on_renewal: StrictBool = Field(
        default=False, description="To look at again when a former application is taken up."
    )
    options: list[FormOption] = Field(default_factory=list, max_length=200)
    min: Number | Text300 | None = Field(
        default=None, description="Of a number, an amount (cents) or a date."
    )
    max: Number | Text300 | None = None
    max_length: StrictInt | None = Field(default=None, ge=1, le=20_000, description="Characters.")
    media_types: list[MediaType] = Field(default_factory=list, max_length=20)
    max_size_bytes: StrictInt | None = Field(default=None, ge=1, le=20_000_000)
    min_rows: Rows | None = None
    max_rows: Rows | None = None


class FormField(RowField):
    """A question of a form."""

    fields: list[RowField] = Field(default_factory=list, max_length=30, description="Of a repetition's rows.")


class FormSection(BaseModel):
    """Fields under one heading."""

    model_config = ConfigDict(extra="forbid")

    id: Slug
    title: Line
    help: ShortText = ""
    condition: FormCondition | None = None
    fields: list[FormField] = Field(max_length=80)


class FormDefinition(BaseModel):
    """A form."""

    model_config = ConfigDict(extra="forbid")

    sections: list[FormSection] = Field(max_length=40)

    def stored(self) -> dict[str, Any]:
        """Return it as it is kept: without what is as everywhere."""
        return self.model_dump(mode="json", exclude_defaults=True)


class FormProblem(BaseModel):
    """What does not make sense at one place of a form, or of an answer."""

    pointer: str
    code: str
    message: str


class FieldDifference(BaseModel):
    """What became of one field since the last published version."""

    field_id: str = Field(description="`field/row_field` for a field of rows.")
    label: str
    change: Literal["added", "removed", "changed", "moved"]
    aspects: list[str]
    warning: str | None


class FormDraft(BaseModel):
    """The form that is being written. `version` 0: none is yet, and this is what it would begin from."""

    number: int
    version: int
    definition: FormDefinition
    problems: list[FormProblem]
    differences: list[FieldDifference]
    updated_at: datetime | None
    allowed_actions: list[str]


class FormDraftWrite(BaseModel):
    """The whole form, as it is written so far."""

    model_config = ConfigDict(extra="forbid")

    definition: FormDefinition


class FormPublished(BaseModel):
    """A form that people answer."""

    id: UUID
    number: int
    published_at: datetime
    definition: FormDefinition


class FormPublishing(BaseModel):
    """What publishing did."""

    id: UUID
    number: int
    published_at: datetime
    differences: list[FieldDifference]
    allowed_actions: list[str]


class FormVersionOut(BaseModel):
    """A version of a call's form, in brief."""

    id: UUID
    number: int
    published_at: datetime | None
    is_current: bool
    fields: int = Field(description="How many it has.")
    created_at: datetime
    updated_at: datetime
    version: int


class FormVersions(BaseModel):
    """A page of versions, the newest first."""

    items: list[FormVersionOut]
    next: str | None
    total: int
    allowed_actions: list[str]
