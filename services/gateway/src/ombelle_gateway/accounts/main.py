"""The application of accounts: routes, and what the process opens and closes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from ombelle_chassis.audit.routes import audit_router
from ombelle_chassis.messages.dead_letters import dead_letters_router
from ombelle_chassis.messages.receiver import messages_router
from ombelle_chassis.service import create_service

from ombelle_gateway.accounts.context import open_context
from ombelle_gateway.accounts.copies.service import HANDLERS as COPIES
from ombelle_gateway.accounts.jobs import running_jobs
from ombelle_gateway.accounts.mail.handlers import demo_router as demo_mails_router
from ombelle_gateway.accounts.mail.handlers import router as mails_router
from ombelle_gateway.accounts.mail.received import mail_requested
from ombelle_gateway.accounts.migrate import MIGRATIONS
from ombelle_gateway.accounts.oidc.handlers import router as oidc_router
from ombelle_gateway.accounts.passkeys.handlers import router as passkeys_router
from ombelle_gateway.accounts.people.handlers import router as people_router
from ombelle_gateway.accounts.personal_data.handlers import router as personal_data_router
from ombelle_gateway.accounts.policies import require_administrator
from ombelle_gateway.accounts.retention.handlers import router as retention_router
from ombelle_gateway.accounts.roles.handlers import router as roles_router
from ombelle_gateway.accounts.sessions.handlers import router as sessions_router
from ombelle_gateway.accounts.settings import Settings
from ombelle_gateway.accounts.signing_in.handlers import router as signing_in_router
from ombelle_gateway.accounts.tokens.handlers import router as tokens_router
from ombelle_gateway.accounts.webhooks.handlers import router as webhooks_router
from ombelle_gateway.accounts.webhooks.service import take_told

HANDLERS = {**COPIES, "mail.requested": mail_requested, "webhook.told": take_told}
"""Which messages of other services are taken, and by what."""

ROUTERS: tuple[APIRouter, ...] = (
    tokens_router,
    webhooks_router,
    passkeys_router,
    oidc_router,
    signing_in_router,
    sessions_router,
    people_router,
    roles_router,
    personal_data_router,
    retention_router,
    mails_router,
    demo_mails_router,
    audit_router("gateway", require_administrator),
    dead_letters_router("gateway", require_administrator),
    messages_router(HANDLERS),
)


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the application. Without settings it has its routes and nothing behind them: enough for its OpenAPI."""
    return create_service(settings, migrations=MIGRATIONS, routers=ROUTERS, running=_running)


@asynccontextmanager
async def _running(app: FastAPI, settings: Settings) -> AsyncIterator[None]:
    context = app.state.context = open_context(settings)
    try:
        async with running_jobs(context):
            yield
    finally:
        await context.close()
