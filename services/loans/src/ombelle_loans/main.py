"""The service's application: routes, and what the process opens and closes."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import partial

from fastapi import FastAPI
from ombelle_chassis import jobs
from ombelle_chassis.audit.routes import audit_router
from ombelle_chassis.files.jobs import file_jobs
from ombelle_chassis.files.service import FileService
from ombelle_chassis.idempotency import tidy_results
from ombelle_chassis.jobs import Register
from ombelle_chassis.messages.dead_letters import dead_letters_router
from ombelle_chassis.messages.receiver import messages_router
from ombelle_chassis.messages.relay import Relay, relay_messages
from ombelle_chassis.service import create_service
from ombelle_contracts.membership import MembershipClient

from ombelle_loans.agreements.approving.handlers import router as approving_router
from ombelle_loans.agreements.handlers import router as agreements_router
from ombelle_loans.availability.blocks.handlers import router as blocks_router
from ombelle_loans.availability.closures.handlers import router as closures_router
from ombelle_loans.availability.handlers import router as availability_router
from ombelle_loans.availability.planning.handlers import router as planning_router
from ombelle_loans.catalogue.attached.handlers import router as attached_router
from ombelle_loans.catalogue.handlers import router as items_router
from ombelle_loans.context import ProcessContext, open_context
from ombelle_loans.editions.handlers import router as editions_router
from ombelle_loans.evaluations.asking import evaluation_jobs
from ombelle_loans.evaluations.handlers import router as evaluations_router
from ombelle_loans.figures.handlers import router as figures_router
from ombelle_loans.forwarding.handlers import router as forwarding_router
from ombelle_loans.handovers.handlers import router as handovers_router
from ombelle_loans.handovers.incidents.handlers import router as incidents_router
from ombelle_loans.handovers.labels.handlers import router as labels_router
from ombelle_loans.handovers.preparing.handlers import router as preparing_router
from ombelle_loans.handovers.reports.handlers import router as condition_reports_router
from ombelle_loans.imports.handlers import router as imports_router
from ombelle_loans.insurance.handlers import router as insurance_router
from ombelle_loans.invoices.handlers import router as invoices_router
from ombelle_loans.lending.handlers import router as lending_router
from ombelle_loans.loans.asking.handlers import router as requests_router
from ombelle_loans.loans.handlers import router as loans_router
from ombelle_loans.loans.jobs import loan_jobs
from ombelle_loans.messages import HANDLERS
from ombelle_loans.migrate import MIGRATIONS
from ombelle_loans.personal_data.handlers import router as personal_data_router
from ombelle_loans.policies import require_administrator
from ombelle_loans.public_catalogue.handlers import router as catalogue_router
from ombelle_loans.retention.handlers import router as retention_router
from ombelle_loans.retention.jobs import retention_job
from ombelle_loans.returns.handlers import router as returns_router
from ombelle_loans.settings import Settings

# Routes are compared one after the other, at 5 µs each: what many ask at once comes first. No address is two routes'.
ROUTERS = (
    requests_router,
    availability_router,
    catalogue_router,
    loans_router,
    blocks_router,
    closures_router,
    planning_router,
    items_router,
    editions_router,
    attached_router,
    lending_router,
    forwarding_router,
    agreements_router,
    approving_router,
    insurance_router,
    handovers_router,
    preparing_router,
    condition_reports_router,
    incidents_router,
    labels_router,
    invoices_router,
    evaluations_router,
    figures_router,
    imports_router,
    returns_router,
    personal_data_router,
    retention_router,
    audit_router("loans", require_administrator),
    dead_letters_router("loans", require_administrator),
    messages_router(HANDLERS),
)


def create_app(settings: Settings | None = None, *, membership: MembershipClient | None = None) -> FastAPI:
    """Make the application. Without settings it has its routes and nothing behind them: enough for its OpenAPI.

    `membership` is what is asked who is a member, instead of the service members.
    """
    running = partial(_running, membership=membership)
    return create_service(settings, migrations=MIGRATIONS, routers=ROUTERS, running=running)


@asynccontextmanager
async def _running(
    app: FastAPI, settings: Settings, *, membership: MembershipClient | None
) -> AsyncIterator[None]:
    context = app.state.context = open_context(settings, membership)
    try:
        async with _working(context) if settings.works else nullcontext():
            yield
    finally:
        await context.close()


def jobs_of(context: ProcessContext) -> list[Register]:
    """Return what registers each of the service's jobs, but for the relay of messages."""
    loans = loan_jobs(context.sessions, context.membership, context.settings.public_url)
    evaluations = evaluation_jobs(context.sessions, context.settings.public_url)
    registers = [retention_job(context.sessions), tidy_results, loans, evaluations]
    if context.settings.storage_url is not None:
        clamd = context.settings.clamd
        files = FileService(context.sessions, context.storage, clamd)
        registers.append(file_jobs(files, scans=clamd is not None))
    return registers


def _working(context: ProcessContext) -> AbstractAsyncContextManager[None]:
    """Carry out the service's jobs beside its API; without a secret nothing can be told to anybody."""
    settings = context.settings
    registers = jobs_of(context)
    if settings.messages_secret is not None:
        relay = Relay(settings.database_url, settings.subscribers, settings.messages_secret, "loans")
        registers.append(relay_messages(relay))
    return jobs.working(settings.database_url, registers, name="loans-worker")
