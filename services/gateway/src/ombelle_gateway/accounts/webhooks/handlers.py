from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import FieldError, InvalidInput, Unauthenticated
from ombelle_chassis.idempotency import IdempotencyKeyReused, Once
from ombelle_chassis.pagination import encode_cursor, id_after
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED, public_bytes
from ombelle_contracts.webhooks import EVENTS

from ombelle_gateway.accounts.context import Context, ProcessContext
from ombelle_gateway.accounts.limits.errors import TooManyAttempts
from ombelle_gateway.accounts.limits.service import Limits
from ombelle_gateway.accounts.policies import Person, ScopeMissing
from ombelle_gateway.accounts.webhooks.domain import receiver_address
from ombelle_gateway.accounts.webhooks.doors import Doors
from ombelle_gateway.accounts.webhooks.errors import (
    AddressNotPublic,
    DeliveryUnknown,
    NotItsAdministrator,
    OrganisationUnknown,
    TooManyWebhooks,
    VersionNeeded,
    WebhookChanged,
    WebhookDisabled,
    WebhookUnknown,
)
from ombelle_gateway.accounts.webhooks.schemas import (
    WebhookDeliveries,
    WebhookDeliveriesQuery,
    WebhookDelivery,
    WebhookEventOut,
    WebhookEvents,
    WebhookMade,
    WebhookNew,
    WebhookOut,
    WebhookPatch,
    Webhooks,
    WebhooksQuery,
)
from ombelle_gateway.accounts.webhooks.service import WebhookService, version_tag

router = APIRouter(prefix="/api/v1", tags=["webhooks"])
PRIVATE = "private, no-store"
_ONE = "/webhooks/{webhook_id}"


def _service(context: ProcessContext) -> WebhookService:
    return WebhookService(context.sessions, Doors(context.settings.webhook_networks))


def _checked(context: ProcessContext, values: dict[str, Any]) -> dict[str, Any]:
    """Return these values with a well written address."""
    if "url" not in values:
        return values
    try:
        url = receiver_address(values["url"], may_be_plain=bool(context.settings.webhook_networks))
    except ValueError as error:
        raise InvalidInput(
            "L'adresse du webhook ne convient pas.", errors=[FieldError("/body/url", "invalid", str(error))]
        ) from error
    return values | {"url": url}


@router.get(
    "/webhook-events",
    summary="What a webhook may listen to",
    response_model=WebhookEvents,
    responses=NOT_MODIFIED,
)
async def webhook_events(request: Request) -> Response:
    items = [
        WebhookEventOut(event=event.name, label_fr=event.label_fr, label_en=event.label_en)
        for event in EVENTS.values()
    ]
    return public_bytes(request, WebhookEvents(items=items).model_dump_json().encode())


@router.get(
    "/webhooks",
    summary="Webhooks of the organisations that I administer, the newest first",
    responses=responses_for(Unauthenticated, ScopeMissing, OrganisationUnknown, NotItsAdministrator),
    openapi_extra=SIGNED_IN,
)
async def webhooks(
    asked: Annotated[WebhooksQuery, Query()], context: Context, identity: Person, response: Response
) -> Webhooks:
    response.headers["cache-control"] = PRIVATE
    rows = await _service(context).webhooks(
        identity,
        organisation=asked.organisation_id,
        after=id_after(asked.after, "webhooks"),
        count=asked.limit + 1,
    )
    shown = [WebhookOut.model_validate(dict(row)) for row in rows[: asked.limit]]
    following = encode_cursor("webhooks", str(shown[-1].id)) if len(rows) > asked.limit else None
    return Webhooks(items=shown, next=following)


@router.post(
    "/webhooks",
    summary="Have my organisation's program told of what happens",
    status_code=201,
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        OrganisationUnknown,
        NotItsAdministrator,
        TooManyWebhooks,
        AddressNotPublic,
        TooManyAttempts,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def make_webhook(
    asked: WebhookNew, context: Context, identity: Person, once: Once, response: Response
) -> WebhookMade:
    values = _checked(context, asked.model_dump(exclude={"organisation_id"}))
    await Limits.of(context.sessions).count("webhook-account", identity.subject)
    made = await _service(context).make(identity, once, organisation=asked.organisation_id, values=values)
    response.headers["location"] = f"/api/v1/webhooks/{made['id']}"
    _tag(response, made["version"])
    return WebhookMade.model_validate(made)


@router.get(
    _ONE,
    summary="A webhook",
    responses=responses_for(Unauthenticated, ScopeMissing, WebhookUnknown),
    openapi_extra=SIGNED_IN,
)
async def webhook(webhook_id: UUID, context: Context, identity: Person, response: Response) -> WebhookOut:
    return _shown(response, await _service(context).webhook(identity, webhook_id))


@router.patch(
    _ONE,
    summary="Change a webhook, or turn it off and on",
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        NotItsAdministrator,
        WebhookUnknown,
        VersionNeeded,
        WebhookChanged,
        AddressNotPublic,
        TooManyAttempts,
    ),
    openapi_extra=SIGNED_IN,
)
async def change_webhook(
    webhook_id: UUID,
    patch: WebhookPatch,
    context: Context,
    identity: Person,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> WebhookOut:
    values = _checked(context, patch.model_dump(exclude_unset=True))
    await Limits.of(context.sessions).count("webhook-account", identity.subject)
    changed = await _service(context).change(identity, webhook_id, values, if_match=if_match)
    return _shown(response, changed)


@router.delete(
    _ONE,
    summary="Forget a webhook and what it was told",
    status_code=204,
    responses=responses_for(Unauthenticated, ScopeMissing, WebhookUnknown),
    openapi_extra=SIGNED_IN,
)
async def remove_webhook(webhook_id: UUID, context: Context, identity: Person) -> None:
    await _service(context).remove(identity, webhook_id)


@router.post(
    _ONE + "/secret",
    summary="Change the secret; the former one signs too for a day",
    status_code=201,
    responses=responses_for(
        Unauthenticated, ScopeMissing, NotItsAdministrator, WebhookUnknown, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def rotate_webhook_secret(
    webhook_id: UUID, context: Context, identity: Person, once: Once, response: Response
) -> WebhookMade:
    made = await _service(context).rotate(identity, once, webhook_id)
    _tag(response, made["version"])
    return WebhookMade.model_validate(made)


@router.post(
    _ONE + "/test",
    summary="Send a webhook something that means nothing",
    status_code=202,
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        NotItsAdministrator,
        WebhookUnknown,
        WebhookDisabled,
        TooManyAttempts,
        IdempotencyKeyReused,
    ),
    openapi_extra=SIGNED_IN,
)
async def test_webhook(
    webhook_id: UUID, context: Context, identity: Person, once: Once, response: Response
) -> WebhookDelivery:
    await Limits.of(context.sessions).count("webhook-account", identity.subject)
    response.headers["cache-control"] = PRIVATE
    return WebhookDelivery.model_validate(dict(await _service(context).test(identity, once, webhook_id)))


@router.get(
    _ONE + "/deliveries",
    summary="What a webhook was told, the newest first",
    responses=responses_for(Unauthenticated, ScopeMissing, WebhookUnknown),
    openapi_extra=SIGNED_IN,
)
async def webhook_deliveries(
    webhook_id: UUID,
    asked: Annotated[WebhookDeliveriesQuery, Query()],
    context: Context,
    identity: Person,
    response: Response,
) -> WebhookDeliveries:
    response.headers["cache-control"] = PRIVATE
    rows = await _service(context).deliveries(
        identity,
        webhook_id,
        state=asked.state,
        after=id_after(asked.after, "webhook-deliveries"),
        count=asked.limit + 1,
    )
    shown = [WebhookDelivery.model_validate(dict(row)) for row in rows[: asked.limit]]
    following = encode_cursor("webhook-deliveries", str(shown[-1].id)) if len(rows) > asked.limit else None
    return WebhookDeliveries(items=shown, next=following)


@router.post(
    _ONE + "/deliveries/{delivery_id}/replay",
    summary="Send it again, under the same id",
    status_code=202,
    responses=responses_for(
        Unauthenticated, ScopeMissing, WebhookUnknown, DeliveryUnknown, WebhookDisabled, IdempotencyKeyReused
    ),
    openapi_extra=SIGNED_IN,
)
async def replay_webhook_delivery(
    webhook_id: UUID,
    delivery_id: UUID,
    context: Context,
    identity: Person,
    once: Once,
    response: Response,
) -> WebhookDelivery:
    response.headers["cache-control"] = PRIVATE
    replayed = await _service(context).replay(identity, once, webhook_id, delivery_id)
    return WebhookDelivery.model_validate(dict(replayed))


def _shown(response: Response, found: Any) -> WebhookOut:
    _tag(response, found["version"])
    return WebhookOut.model_validate(dict(found))


def _tag(response: Response, version: int) -> None:
    response.headers["etag"] = version_tag(version)
    response.headers["cache-control"] = PRIVATE
