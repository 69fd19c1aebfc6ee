from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.texts import STORABLE
from ombelle_contracts.webhooks import EVENTS
from pydantic import MISSING, AfterValidator, BaseModel, ConfigDict, Field, StrictBool, WithJsonSchema

from ombelle_gateway.accounts.people.schemas import Name
from ombelle_gateway.accounts.tokens.schemas import Named


def _known(name: str) -> str:
    if name not in EVENTS:
        raise ValueError(f"Cet événement n'existe pas ; les événements sont {', '.join(EVENTS)}.")
    return name


def _distinct(names: list[str]) -> list[str]:
    if len(set(names)) < len(names):
        raise ValueError("Le même événement y est deux fois.")
    return names


EventName = Annotated[str, AfterValidator(_known), WithJsonSchema({"type": "string", "enum": list(EVENTS)})]
EventNames = Annotated[
    list[EventName],
    AfterValidator(_distinct),
    Field(min_length=1, max_length=50, json_schema_extra={"uniqueItems": True}),
]
Address = Annotated[str, Field(min_length=1, max_length=1000, pattern=STORABLE)]


class WebhookEventOut(BaseModel):
    """Something that a webhook may listen to."""

    event: str
    label_fr: str
    label_en: str


class WebhookEvents(BaseModel):
    """Every event there is; the list is short and whole."""

    items: list[WebhookEventOut]
    next: None = None


class WebhooksQuery(ListQuery):
    """Which webhooks are asked for."""

    organisation_id: UUID | None = Field(default=None, description="Those of one organisation.")


class WebhookNew(BaseModel):
    """A webhook to make."""

    model_config = ConfigDict(extra="forbid")

    organisation_id: UUID
    name: Name = Field(description="What the receiving program is called.")
    url: Address = Field(description="Where it listens: https, on a public server.")
    events: EventNames


class WebhookPatch(BaseModel):
    """The fields to change; those left out stay as they are."""

    model_config = ConfigDict(extra="forbid")

    name: Name | MISSING = MISSING
    url: Address | MISSING = MISSING
    events: EventNames | MISSING = MISSING
    is_enabled: StrictBool | MISSING = MISSING


class WebhookOut(BaseModel):
    """Where an organisation wants to be told what; its secret was shown when it was made, and never is again."""

    id: UUID
    organisation: Named
    name: str
    url: str
    events: list[str]
    is_enabled: bool
    disabled_reason: Literal["person", "gone"] | None = Field(
        description="`gone`: the receiver answered that it is no more (410)."
    )
    failing_since: datetime | None = Field(description="Since when nothing arrives.")
    last_delivered_at: datetime | None
    previous_secret_until: datetime | None = Field(description="Until when the former secret signs too.")
    created_at: datetime
    created_by: Named | None
    version: int
    allowed_actions: list[str]


class WebhookMade(WebhookOut):
    """A webhook with its new secret: the one time that it is shown."""

    secret: str = Field(description="Verifies the signatures (Standard Webhooks): nobody can show it again.")


class Webhooks(BaseModel):
    """A page of webhooks, the newest first; `next` is null on the last one."""

    items: list[WebhookOut]
    next: str | None


class WebhookDeliveriesQuery(ListQuery):
    """Which deliveries are asked for."""

    state: Literal["waiting", "delivered", "failed"] | None = None


class WebhookSubject(BaseModel):
    """What a delivery is about."""

    kind: str
    id: str


class WebhookDelivery(BaseModel):
    """Something that a webhook is told; `id` is the `webhook-id` that the receiver sees, the same at each try."""

    id: UUID
    event: str
    subject: WebhookSubject
    state: Literal["waiting", "delivered", "failed"]
    tries: int
    created_at: datetime
    last_try_at: datetime | None
    next_try_at: datetime | None
    last_status: int | None = Field(description="What the receiver answered last.")
    last_error: str | None = Field(description="Why the last try did not arrive, in French.")
    delivered_at: datetime | None
    body: dict[str, Any] = Field(description="What is sent.")
    allowed_actions: list[str]


class WebhookDeliveries(BaseModel):
    """A page of deliveries, the newest first; `next` is null on the last one."""

    items: list[WebhookDelivery]
    next: str | None
