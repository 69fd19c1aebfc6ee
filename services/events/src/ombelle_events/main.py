"""The service's application: routes, and what the process opens and closes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from ombelle_chassis.audit.routes import audit_router
from ombelle_chassis.messages.dead_letters import dead_letters_router
from ombelle_chassis.messages.receiver import messages_router
from ombelle_chassis.service import create_service

from ombelle_events.agenda.handlers import router as agenda_router
from ombelle_events.agenda.service import AgendaService
from ombelle_events.context import open_context
from ombelle_events.feed.handlers import router as feed_router
from ombelle_events.feed.linking.handlers import router as linking_router
from ombelle_events.feed.records.handlers import router as records_router
from ombelle_events.feed.settling.handlers import router as settling_router
from ombelle_events.geography.handlers import router as geography_router
from ombelle_events.messages import HANDLERS
from ombelle_events.migrate import MIGRATIONS
from ombelle_events.personal_data import router as personal_data_router
from ombelle_events.policies import require_administrator
from ombelle_events.programme.handlers import router as programme_router
from ombelle_events.settings import Settings

ROUTERS = (
    agenda_router,
    geography_router,
    programme_router,
    feed_router,
    records_router,
    settling_router,
    linking_router,
    dead_letters_router("events", require_administrator),
    audit_router("events", require_administrator),
    messages_router(HANDLERS),
    personal_data_router,
)


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the application. Without settings it has its routes and nothing behind them: enough for its OpenAPI."""
    return create_service(settings, migrations=MIGRATIONS, routers=ROUTERS, running=_running)


@asynccontextmanager
async def _running(app: FastAPI, settings: Settings) -> AsyncIterator[None]:
    context = app.state.context = await open_context(settings)
    app.state.agenda = AgendaService(context.reader)
    try:
        yield
    finally:
        await context.close()
