from uuid import UUID

from fastapi import APIRouter, Response
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.problems import responses_for

from ombelle_gateway.accounts.context import Context
from ombelle_gateway.accounts.policies import AccountId
from ombelle_gateway.accounts.sessions.errors import SessionUnknown
from ombelle_gateway.accounts.sessions.schemas import SessionOut, Sessions, SessionsEnded
from ombelle_gateway.accounts.sessions.service import SessionsService
from ombelle_gateway.accounts.web import AnswerCookies, CurrentCaller

router = APIRouter(prefix="/api/v1", tags=["me"])


@router.get(
    "/me/sessions",
    summary="Where I am signed in, the last used first",
    responses=responses_for(Unauthenticated, Forbidden),
    openapi_extra=SIGNED_IN,
)
async def my_sessions(
    account: AccountId, caller: CurrentCaller, context: Context, response: Response
) -> Sessions:
    rows = await SessionsService(context.sessions).list(account)
    response.headers["cache-control"] = "private, no-store"
    return Sessions(
        items=[
            SessionOut(
                id=row.id,
                created_at=row.created_at,
                last_used_at=row.last_used_at,
                method=row.method,
                browser=row.browser,
                is_current=row.token_hash == caller.session,
            )
            for row in rows
        ]
    )


@router.delete(
    "/me/sessions/current",
    summary="Sign out; whoever is not signed in is as signed out as can be",
    status_code=204,
)
async def sign_out(caller: CurrentCaller, context: Context, cookies: AnswerCookies) -> None:
    await SessionsService(context.sessions).sign_out(caller)
    cookies.sign_out()


@router.delete(
    "/me/sessions/{session_id}",
    summary="End one of my sessions",
    status_code=204,
    responses=responses_for(Unauthenticated, Forbidden, SessionUnknown),
    openapi_extra=SIGNED_IN,
)
async def end_session(session_id: UUID, account: AccountId, context: Context) -> None:
    await SessionsService(context.sessions).end(account, session_id)


@router.delete(
    "/me/sessions",
    summary="End all of my sessions but this one",
    responses=responses_for(Unauthenticated, Forbidden),
    openapi_extra=SIGNED_IN,
)
async def end_other_sessions(account: AccountId, caller: CurrentCaller, context: Context) -> SessionsEnded:
    return SessionsEnded(ended=await SessionsService(context.sessions).end_others(account, caller))
