"""The public agenda's routes. They answer prepared bytes, so they skip what FastAPI does for others: parameters
are read by the one parser, and declared from it.
"""

from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import parse_qsl

import orjson
from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from ombelle_chassis.errors import FieldError, InvalidInput
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED, public_bytes
from typing_extensions import override

from ombelle_events.agenda.calendar import event_calendar
from ombelle_events.agenda.domain import DEFAULT_LIMIT, MAX_LIMIT
from ombelle_events.agenda.errors import CommuneUnknown, EventNotFound, EventShownElsewhere, EventWithdrawn
from ombelle_events.agenda.filters import openapi_parameters, parse_filter, today_in_paris
from ombelle_events.agenda.schemas import AgendaChanges, AgendaDetail, AgendaFacets, AgendaPage
from ombelle_events.agenda.service import AgendaService


class LeanRoute(APIRoute):
    """A route whose function takes the request and gives the response: documented as others, run without them."""

    @override
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        endpoint = self.endpoint

        async def handle(request: Request) -> Response:
            response: Response = await endpoint(request)
            return response

        return handle


router = APIRouter(prefix="/api/v1/agenda", tags=["agenda"], route_class=LeanRoute)


def pairs_of(request: Request) -> list[tuple[str, str]]:
    """Return the query string's pairs in order.

    Raises:
        InvalidInput: it is not UTF-8, or holds too many fields.

    """
    try:
        return parse_qsl(
            request.scope["query_string"].decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=400,
        )
    except ValueError as error:
        raise InvalidInput(
            "L'adresse n'est pas lisible : encodez les caractères en UTF-8.",
            errors=[FieldError("/query", "invalid_encoding", "Encodage invalide.")],
        ) from error


def agenda_of(request: Request) -> AgendaService:
    """Return the service, made once with the process's context."""
    service: AgendaService = request.app.state.agenda
    return service


@router.get(
    "",
    summary="Published events, by day",
    response_model=AgendaPage,
    responses={**NOT_MODIFIED, **responses_for(InvalidInput, CommuneUnknown)},
    openapi_extra={"parameters": openapi_parameters(paging=True)},
)
async def list_agenda(request: Request) -> Response:
    asked = parse_filter(pairs_of(request), today=today_in_paris())
    return public_bytes(request, await agenda_of(request).page(asked))


@router.get(
    "/facets",
    summary="Counts over the same events as the list",
    response_model=AgendaFacets,
    responses={**NOT_MODIFIED, **responses_for(InvalidInput, CommuneUnknown)},
    openapi_extra={"parameters": openapi_parameters(paging=False)},
)
async def agenda_facets(request: Request) -> Response:
    asked = parse_filter(pairs_of(request), today=today_in_paris(), paging=False)
    return public_bytes(request, await agenda_of(request).facets(asked))


@router.get(
    "/changes",
    summary="Changes and tombstones, for programs that mirror the agenda",
    response_model=AgendaChanges,
    responses={**NOT_MODIFIED, **responses_for(InvalidInput)},
    openapi_extra={
        "parameters": [
            {
                "name": "since",
                "in": "query",
                "allowEmptyValue": True,
                "description": "The `next` of the last answer, or an instant with its offset; all when absent.",
                "schema": {"type": "string"},
            },
            {
                "name": "limit",
                "in": "query",
                "allowEmptyValue": True,
                "schema": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": MAX_LIMIT,
                    "default": DEFAULT_LIMIT,
                },
            },
        ]
    },
)
async def agenda_changes(request: Request) -> Response:
    pairs = pairs_of(request)
    given = dict(pairs)
    errors = [
        FieldError(f"/query/{name[:60]}", "unknown_parameter", "Ce filtre n'existe pas.")
        for name in given
        if name not in {"since", "limit"}
    ]
    if errors:
        raise InvalidInput("Un paramètre n'est pas compris : corrigez-le.", errors=errors)
    limit = parse_filter([pair for pair in pairs if pair[0] == "limit"], today=today_in_paris()).limit
    return public_bytes(request, await agenda_of(request).changes(since=given.get("since"), limit=limit))


_ONE_EVENT: dict[str, Any] = {
    "parameters": [
        {
            "name": "event",
            "in": "path",
            "required": True,
            "description": "Slug or id.",
            "schema": {"type": "string"},
        }
    ]
}


@router.get(
    "/{event}.ics",
    summary="One event as a calendar file",
    response_class=Response,
    responses={
        200: {"content": {"text/calendar": {"schema": {"type": "string"}}}},
        **NOT_MODIFIED,
        **responses_for(EventNotFound, EventWithdrawn, EventShownElsewhere),
    },
    openapi_extra=_ONE_EVENT,
)
async def agenda_event_calendar(request: Request) -> Response:
    event = orjson.loads(await agenda_of(request).event(request.path_params["event"]))
    body = event_calendar(event, request.app.state.context.settings.public_url.rstrip("/"))
    response = public_bytes(request, body, media_type="text/calendar; charset=utf-8")
    response.headers["content-disposition"] = f'attachment; filename="{event["slug"]}.ics"'
    return response


@router.get(
    "/{event}",
    summary="One event, with its sessions, venue and children",
    response_model=AgendaDetail,
    responses={**NOT_MODIFIED, **responses_for(EventNotFound, EventWithdrawn, EventShownElsewhere)},
    openapi_extra=_ONE_EVENT,
)
async def agenda_event(request: Request) -> Response:
    return public_bytes(request, await agenda_of(request).event(request.path_params["event"]))
