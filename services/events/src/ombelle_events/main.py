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
from ombelle_events.applications.answers.handlers import router as answers_router
from ombelle_events.applications.handlers import router as applications_router
from ombelle_events.applications.history.handlers import router as application_history_router
from ombelle_events.applications.parties.handlers import router as parties_router
from ombelle_events.applications.renewing.handlers import router as renewing_router
from ombelle_events.applications.sending.handlers import router as sending_router
from ombelle_events.applications.transfers.handlers import router as transfers_router
from ombelle_events.calls.access_codes.handlers import router as access_codes_router
from ombelle_events.calls.criteria.handlers import router as criteria_router
from ombelle_events.calls.form_versions.handlers import router as form_versions_router
from ombelle_events.calls.handlers import router as calls_router
from ombelle_events.calls.texts.handlers import router as texts_router
from ombelle_events.context import open_context
from ombelle_events.correspondence.attachments.handlers import router as attachments_router
from ombelle_events.correspondence.change_requests.handlers import router as change_requests_router
from ombelle_events.correspondence.messages.handlers import router as correspondence_router
from ombelle_events.correspondence.waiting.handlers import router as waiting_router
from ombelle_events.decisions.handlers import router as decisions_router
from ombelle_events.desk.handlers import router as desk_router
from ombelle_events.feed.handlers import router as feed_router
from ombelle_events.feed.linking.handlers import router as linking_router
from ombelle_events.feed.records.handlers import router as records_router
from ombelle_events.feed.settling.handlers import router as settling_router
from ombelle_events.geography.handlers import router as geography_router
from ombelle_events.messages import HANDLERS
from ombelle_events.migrate import MIGRATIONS
from ombelle_events.personal_data import router as personal_data_router
from ombelle_events.policies import require_administrator
from ombelle_events.programme.editing.handlers import router as editing_router
from ombelle_events.programme.editions.handlers import router as editions_router
from ombelle_events.programme.events.handlers import router as new_events_router
from ombelle_events.programme.handlers import router as programme_router
from ombelle_events.programme.sessions.handlers import router as sessions_router
from ombelle_events.programme.stands.handlers import router as stands_router
from ombelle_events.programme.venues.handlers import router as venues_router
from ombelle_events.projects.handlers import router as projects_router
from ombelle_events.projects.mastering.handlers import router as mastering_router
from ombelle_events.projects.publishing.handlers import router as publishing_router
from ombelle_events.retention.handlers import router as retention_router
from ombelle_events.reviews.handlers import router as reviews_router
from ombelle_events.settings import Settings

ROUTERS = (
    agenda_router,
    # What is asked most comes first: routes are tried in this order, and a draft is saved every few seconds.
    waiting_router,
    applications_router,
    answers_router,
    geography_router,
    programme_router,
    new_events_router,
    sessions_router,
    venues_router,
    editions_router,
    editing_router,
    stands_router,
    projects_router,
    publishing_router,
    mastering_router,
    attachments_router,
    correspondence_router,
    change_requests_router,
    feed_router,
    records_router,
    settling_router,
    linking_router,
    calls_router,
    form_versions_router,
    criteria_router,
    access_codes_router,
    texts_router,
    sending_router,
    parties_router,
    transfers_router,
    renewing_router,
    application_history_router,
    decisions_router,
    reviews_router,
    desk_router,
    dead_letters_router("events", require_administrator),
    audit_router("events", require_administrator),
    messages_router(HANDLERS),
    personal_data_router,
    retention_router,
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
