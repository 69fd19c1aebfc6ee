from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Path, Query, Request
from ombelle_chassis.errors import DomainError
from ombelle_chassis.logging import get_logger
from ombelle_chassis.problems import responses_for
from starlette.responses import RedirectResponse

from ombelle_gateway.accounts.context import Context, ProcessContext
from ombelle_gateway.accounts.limits.service import Limits
from ombelle_gateway.accounts.oidc.domain import REQUEST_LIVES
from ombelle_gateway.accounts.oidc.errors import OidcRefused, ProviderUnknown
from ombelle_gateway.accounts.oidc.schemas import ProviderOut, Providers
from ombelle_gateway.accounts.oidc.service import Newcomer, OidcService, Return
from ombelle_gateway.accounts.signing_in.schemas import LocalPath
from ombelle_gateway.accounts.web import PERSONAL, Cookies, CurrentCaller
from ombelle_gateway.cookies import clear_cookie, read_cookie, set_cookie

router = APIRouter(prefix="/api/v1", tags=["sign-in"])
ENTRANCE = "/espace/entrer"
_CODES = (
    "provider_unavailable",
    "provider_refused",
    "sign_in_cancelled",
    "sign_in_expired",
    "proof_invalid",
    "email_unverified",
    "account_suspended",
    "too_many_attempts",
)
ProviderName = Annotated[str, Path(pattern=r"^[a-z0-9-]{1,50}$")]
_ELSEWHERE: dict[int | str, dict[str, Any]] = {
    303: {
        "description": f"To the provider, to the page that was asked for, or to `{ENTRANCE}?erreur=CODE`, "
        f"CODE being one of {', '.join(f'`{code}`' for code in _CODES)}."
    }
}
_log = get_logger("gateway")


@router.get("/sign-in/providers", summary="Other ways in, if any is configured")
async def sign_in_providers(context: Context) -> Providers:
    return Providers(
        items=[ProviderOut(name=one.name, label=one.label) for one in context.settings.oidc_providers]
    )


@router.get(
    "/sign-in/oidc/{provider}",
    summary="Go to a provider to sign in: for a browser to follow",
    status_code=303,
    response_class=RedirectResponse,
    responses={**_ELSEWHERE, **responses_for(ProviderUnknown)},
    openapi_extra=PERSONAL,
)
async def begin_oidc(
    provider: ProviderName,
    caller: CurrentCaller,
    context: Context,
    next: Annotated[LocalPath | None, Query()] = None,  # noqa: A002 -- the parameter's name
) -> RedirectResponse:
    service = _service(context, provider)
    try:
        await Limits.of(context.sessions).count("sign-in-network", caller.household)
        url, browser = await service.begin(next_path=next)
    except (OidcRefused, DomainError) as error:
        return _refused(provider, error)
    answer = _go(url)
    is_https, seconds = context.settings.is_https, int(REQUEST_LIVES.total_seconds())
    # Lax: the browser comes back from another site, and must bring it.
    cookie = set_cookie(_cookie(is_https=is_https), browser, seconds=seconds, is_https=is_https)
    answer.headers.append("set-cookie", cookie)
    return answer


@router.get(
    "/sign-in/oidc/{provider}/callback",
    summary="Come back from a provider: for a browser that it sends",
    status_code=303,
    response_class=RedirectResponse,
    responses={**_ELSEWHERE, **responses_for(ProviderUnknown)},
    openapi_extra=PERSONAL,
)
async def finish_oidc(
    provider: ProviderName,
    request: Request,
    caller: CurrentCaller,
    context: Context,
    code: str | None = None,
    state: str | None = None,
    error: str | None = None,
    iss: str | None = None,
) -> RedirectResponse:
    service, is_https = _service(context, provider), context.settings.is_https
    browser = read_cookie(request.headers.getlist("cookie"), _cookie(is_https=is_https))
    try:
        welcome = await service.finish(Return(browser, state, code, error, iss), caller=caller)
    except (OidcRefused, DomainError) as refusal:
        answer = _refused(provider, refusal)
    else:
        if isinstance(welcome, Newcomer):
            answer = _go(f"{ENTRANCE}#lien={quote(welcome.link)}")
            Cookies(answer, is_https).ask(welcome.asking)
        else:
            answer = _go(welcome.next)
            Cookies(answer, is_https).sign_in(welcome.token)
    answer.headers.append("set-cookie", clear_cookie(_cookie(is_https=is_https), is_https=is_https))
    return answer


def _service(context: ProcessContext, name: str) -> OidcService:
    client = context.oidc_clients.get(name)
    if client is None:
        raise ProviderUnknown("Aucun fournisseur d'identité ne porte ce nom ici.")
    return OidcService(context.sessions, name, client)


def _refused(provider: str, error: OidcRefused | DomainError) -> RedirectResponse:
    _log.warning("oidc_refused", provider=provider, code=error.code, reason=str(error))
    return _go(f"{ENTRANCE}?{urlencode({'erreur': error.code})}")


def _go(url: str) -> RedirectResponse:
    return RedirectResponse(url, status_code=303, headers={"cache-control": "private, no-store"})


def _cookie(*, is_https: bool) -> str:
    return "__Host-ombelle-oidc" if is_https else "ombelle-oidc"
