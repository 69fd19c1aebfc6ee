from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.pagination import decode_cursor, encode_cursor
from ombelle_chassis.problems import responses_for
from ombelle_chassis.responses import NOT_MODIFIED, public_bytes
from ombelle_contracts.scopes import SCOPES

from ombelle_gateway.accounts.context import Context, ProcessContext
from ombelle_gateway.accounts.limits.errors import TooManyAttempts
from ombelle_gateway.accounts.limits.service import Limits
from ombelle_gateway.accounts.policies import Person, ScopeMissing
from ombelle_gateway.accounts.tokens.errors import (
    ExpiryRefused,
    MakerNotOfOrganisation,
    OrganisationUnknown,
    TokenNotYours,
    TokenUnknown,
    TooManyTokens,
)
from ombelle_gateway.accounts.tokens.schemas import (
    ScopeOut,
    Scopes,
    TokenMade,
    TokenNew,
    TokenOut,
    Tokens,
    TokensQuery,
)
from ombelle_gateway.accounts.tokens.service import TokenService

router = APIRouter(prefix="/api/v1", tags=["tokens"])
PRIVATE = "private, no-store"


def _service(context: ProcessContext) -> TokenService:
    return TokenService(context.sessions, public_url=context.settings.public_url)


@router.get("/scopes", summary="What a program may be allowed", response_model=Scopes, responses=NOT_MODIFIED)
async def scopes(request: Request) -> Response:
    items = [
        ScopeOut(
            scope=scope.name,
            label_fr=scope.label_fr,
            label_en=scope.label_en,
            allows_fr=scope.allows_fr,
            allows_en=scope.allows_en,
        )
        for scope in SCOPES.values()
    ]
    return public_bytes(request, Scopes(items=items).model_dump_json().encode())


@router.get(
    "/tokens",
    summary="Tokens of my organisations' programs, the newest first",
    responses=responses_for(Unauthenticated, ScopeMissing, OrganisationUnknown),
    openapi_extra=SIGNED_IN,
)
async def tokens(
    asked: Annotated[TokensQuery, Query()], context: Context, identity: Person, response: Response
) -> Tokens:
    response.headers["cache-control"] = PRIVATE
    rows = await _service(context).tokens(
        identity, organisation=asked.organisation_id, after=_id_of(asked.after), count=asked.limit + 1
    )
    shown = [TokenOut.model_validate(dict(row)) for row in rows[: asked.limit]]
    following = encode_cursor("tokens", str(shown[-1].id)) if len(rows) > asked.limit else None
    return Tokens(items=shown, next=following)


def _id_of(cursor: str | None) -> UUID | None:
    """Return the id that a cursor of this list holds."""
    if cursor is None:
        return None
    try:
        return UUID(decode_cursor("tokens", cursor, length=1)[0])
    except (ValueError, TypeError, AttributeError):
        # A cursor of the right shape with another content is refused as any other.
        return UUID(decode_cursor("tokens", "", length=1)[0])


@router.post(
    "/tokens",
    summary="Make a token for a program of my organisation",
    status_code=201,
    responses=responses_for(
        Unauthenticated,
        ScopeMissing,
        MakerNotOfOrganisation,
        OrganisationUnknown,
        TooManyTokens,
        ExpiryRefused,
        TooManyAttempts,
    ),
    openapi_extra=SIGNED_IN,
)
async def make_token(asked: TokenNew, context: Context, identity: Person, response: Response) -> TokenMade:
    await Limits.of(context.sessions).count("token-account", identity.subject)
    made = await _service(context).make(
        identity,
        organisation=asked.organisation_id,
        name=asked.name,
        scopes=asked.scopes,
        expires_on=asked.expires_on,
    )
    response.headers["cache-control"] = PRIVATE
    return TokenMade.model_validate(made)


@router.delete(
    "/tokens/{token_id}",
    summary="End a token: the program's next request is refused",
    status_code=204,
    responses=responses_for(Unauthenticated, ScopeMissing, TokenNotYours, TokenUnknown),
    openapi_extra=SIGNED_IN,
)
async def end_token(token_id: UUID, context: Context, identity: Person) -> None:
    await _service(context).end(identity, token_id)
