from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.lists import ListQuery
from ombelle_chassis.pagination import decode_cursor, encode_cursor, number_after
from ombelle_chassis.problems import responses_for

from ombelle_gateway.accounts.context import Context
from ombelle_gateway.accounts.people.errors import AccountUnknown
from ombelle_gateway.accounts.policies import Administrator, Coordination
from ombelle_gateway.accounts.roles.errors import LastAdministrator
from ombelle_gateway.accounts.roles.schemas import (
    AccountEvent,
    AccountHistory,
    AccountItem,
    Accounts,
    AccountsQuery,
    Reviewer,
    Reviewers,
    Role,
)
from ombelle_gateway.accounts.roles.service import RolesService

router = APIRouter(prefix="/api/v1/accounts", tags=["accounts"])
_REFUSALS = responses_for(Unauthenticated, Forbidden, AccountUnknown)
_REFUSALS_OF_LAST = responses_for(Unauthenticated, Forbidden, AccountUnknown, LastAdministrator)


@router.get(
    "",
    summary="Accounts, by name",
    responses=responses_for(Unauthenticated, Forbidden),
    openapi_extra=SIGNED_IN,
)
async def accounts(
    asked: Annotated[AccountsQuery, Query()], _: Administrator, context: Context, response: Response
) -> Accounts:
    rows = await RolesService(context.sessions).accounts(
        words=asked.q, role=asked.role, after=_after(asked.after), limit=asked.limit + 1
    )
    response.headers["cache-control"] = "private, no-store"
    shown = rows[: asked.limit]
    more = len(rows) > asked.limit
    following = encode_cursor("accounts", shown[-1]["sorted_by"], str(shown[-1]["id"])) if more else None
    return Accounts(items=[AccountItem.model_validate(row) for row in shown], next=following)


def _after(cursor: str | None) -> tuple[str, UUID] | None:
    if cursor is None:
        return None
    name, account = decode_cursor("accounts", cursor, length=2)
    try:
        return str(name), UUID(account)
    except (ValueError, AttributeError, TypeError):
        decode_cursor(
            "accounts", "", length=2
        )  # of the right shape with another content: refused as any other
        raise


@router.get(
    "/reviewers",
    summary="Whom the coordination may ask to sit in a committee, by name",
    responses=responses_for(Unauthenticated, Forbidden),
    openapi_extra=SIGNED_IN,
)
async def reviewers(
    asked: Annotated[ListQuery, Query()], _: Coordination, context: Context, response: Response
) -> Reviewers:
    rows = await RolesService(context.sessions).team(
        Role.REVIEWER, after=_after(asked.after), limit=asked.limit + 1
    )
    response.headers["cache-control"] = "private, no-store"
    shown = rows[: asked.limit]
    more = len(rows) > asked.limit
    following = encode_cursor("accounts", shown[-1]["sorted_by"], str(shown[-1]["id"])) if more else None
    return Reviewers(items=[Reviewer.model_validate(row) for row in shown], next=following)


@router.get("/{account_id}", summary="An account", responses=_REFUSALS, openapi_extra=SIGNED_IN)
async def account(account_id: UUID, _: Administrator, context: Context, response: Response) -> AccountItem:
    response.headers["cache-control"] = "private, no-store"
    return AccountItem.model_validate(await RolesService(context.sessions).account(account_id))


@router.get(
    "/{account_id}/history",
    summary="What happened to an account: roles given and taken, sign-ins, changes",
    responses=_REFUSALS,
    openapi_extra=SIGNED_IN,
)
async def account_history(
    account_id: UUID,
    asked: Annotated[ListQuery, Query()],
    _: Administrator,
    context: Context,
    response: Response,
) -> AccountHistory:
    rows = await RolesService(context.sessions).history(
        account_id, after=number_after(asked.after, "account-history"), limit=asked.limit + 1
    )
    response.headers["cache-control"] = "private, no-store"
    more = len(rows) > asked.limit
    following = encode_cursor("account-history", rows[asked.limit - 1]["seq"]) if more else None
    return AccountHistory(
        items=[AccountEvent.model_validate(row) for row in rows[: asked.limit]], next=following
    )


@router.put(
    "/{account_id}/roles/{role}",
    summary="Give a role of the agency",
    status_code=204,
    responses=_REFUSALS,
    openapi_extra=SIGNED_IN,
)
async def give_role(account_id: UUID, role: Role, identity: Administrator, context: Context) -> None:
    await RolesService(context.sessions).give(account_id, role, by=identity)


@router.delete(
    "/{account_id}/roles/{role}",
    summary="Take a role of the agency",
    status_code=204,
    responses=_REFUSALS_OF_LAST,
    openapi_extra=SIGNED_IN,
)
async def take_role(account_id: UUID, role: Role, identity: Administrator, context: Context) -> None:
    await RolesService(context.sessions).take(account_id, role, by=identity)


@router.post(
    "/{account_id}/suspension",
    summary="Close an account: its sessions end, its tokens are worth nothing",
    status_code=204,
    responses=_REFUSALS_OF_LAST,
    openapi_extra=SIGNED_IN,
)
async def suspend_account(account_id: UUID, identity: Administrator, context: Context) -> None:
    await RolesService(context.sessions).suspend(account_id, by=identity)


@router.delete(
    "/{account_id}/suspension",
    summary="Open an account again",
    status_code=204,
    responses=_REFUSALS,
    openapi_extra=SIGNED_IN,
)
async def reopen_account(account_id: UUID, identity: Administrator, context: Context) -> None:
    await RolesService(context.sessions).reopen(account_id, by=identity)
