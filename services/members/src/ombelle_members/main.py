"""The service's application: routes, and what the process opens and closes."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from ombelle_chassis import jobs
from ombelle_chassis.app import create_app as create_service_app
from ombelle_chassis.audit.routes import audit_router
from ombelle_chassis.database import is_database_down, is_schema_current
from ombelle_chassis.errors import Unavailable
from ombelle_chassis.identity import IdentityVerifier
from ombelle_chassis.messages.dead_letters import dead_letters_router
from ombelle_chassis.messages.receiver import messages_router
from ombelle_chassis.messages.relay import Relay, relay_messages

from ombelle_members.belonging.invitations.handlers import router as invitations_router
from ombelle_members.belonging.join_requests.handlers import router as join_requests_router
from ombelle_members.belonging.memberships.handlers import router as memberships_router
from ombelle_members.context import ProcessContext, open_context
from ombelle_members.follow_up.contacts.handlers import router as contacts_router
from ombelle_members.follow_up.notes.handlers import router as notes_router
from ombelle_members.history.handlers import router as history_router
from ombelle_members.merging.handlers import router as merging_router
from ombelle_members.migrate import VERSIONS
from ombelle_members.organisations.handlers import router as organisations_router
from ombelle_members.personal_data.handlers import router as personal_data_router
from ombelle_members.personal_data.jobs import retention_job
from ombelle_members.personal_data.service import erase_account
from ombelle_members.persons.handlers import router as persons_router
from ombelle_members.persons.service import take_account
from ombelle_members.policies import require_administrator
from ombelle_members.settings import Settings

TAKES = {"account.changed": take_account, "account.erased": erase_account}
"""What this service takes of what the others tell."""
ROUTERS = (
    organisations_router,
    memberships_router,
    invitations_router,
    join_requests_router,
    history_router,
    merging_router,
    contacts_router,
    notes_router,
    persons_router,
    personal_data_router,
    audit_router("members", require_administrator),
    dead_letters_router("members", require_administrator),
    messages_router(TAKES),
)


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the application. Without settings it has its routes and nothing behind them: enough for its OpenAPI."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if settings is None:
            raise RuntimeError("this application was made for its documentation only")
        context = open_context(settings)
        app.state.context = context
        async with AsyncExitStack() as stack:
            stack.push_async_callback(context.close)
            if settings.works:
                await stack.enter_async_context(_working(context))
            yield

    async def ready() -> None:
        if not await is_schema_current(app.state.context.engine, VERSIONS):
            raise Unavailable("Le schéma de la base n'est pas à jour : lancez la migration.")

    verifier = IdentityVerifier(_jwks_file(settings)) if settings else None
    app = create_service_app(
        service="members",
        title="Ombelle members",
        verifier=verifier,
        ready=ready,
        is_unavailable=is_database_down,
        lifespan=lifespan,
    )
    for router in ROUTERS:
        app.include_router(router)
    return app


def _working(context: ProcessContext) -> AbstractAsyncContextManager[None]:
    """Carry out the service's jobs beside its API; without a secret nothing can be told to anybody."""
    settings = context.settings
    registers = [retention_job(context.sessions)]
    if settings.messages_secret is not None:
        relay = Relay(settings.database_url, settings.subscribers, settings.messages_secret, "members")
        registers.append(relay_messages(relay))
    return jobs.working(settings.database_url, registers, name="members-worker")


def _jwks_file(settings: Settings) -> Path:
    # Without a file nobody can be verified: a path that is not there refuses every token.
    return settings.jwks_file or Path("/nonexistent/jwks.json")
