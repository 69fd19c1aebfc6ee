"""The service's application: routes, and what the process opens and closes."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

from fastapi import FastAPI
from ombelle_chassis import jobs
from ombelle_chassis.audit.routes import audit_router
from ombelle_chassis.files.jobs import file_jobs
from ombelle_chassis.files.service import FileService
from ombelle_chassis.idempotency import tidy_results
from ombelle_chassis.messages.dead_letters import dead_letters_router
from ombelle_chassis.messages.receiver import messages_router
from ombelle_chassis.messages.relay import Relay, relay_messages
from ombelle_chassis.service import create_service

from ombelle_members.admission.applications.handlers import router as applications_router
from ombelle_members.admission.handlers import router as admission_router
from ombelle_members.belonging.invitations.handlers import router as invitations_router
from ombelle_members.belonging.join_requests.handlers import router as join_requests_router
from ombelle_members.belonging.memberships.handlers import router as memberships_router
from ombelle_members.context import ProcessContext, open_context
from ombelle_members.declarations.association.handlers import router as association_router
from ombelle_members.declarations.duties.handlers import router as duties_router
from ombelle_members.declarations.duties.jobs import duty_jobs
from ombelle_members.declarations.handlers import router as declarations_router
from ombelle_members.declarations.officers.handlers import router as officers_router
from ombelle_members.directory.corrections.handlers import router as corrections_router
from ombelle_members.directory.handlers import router as directory_router
from ombelle_members.elections.routes import ELECTION_ROUTERS
from ombelle_members.fees.calling.jobs import fee_jobs
from ombelle_members.fees.routes import FEE_ROUTERS
from ombelle_members.figures.handlers import router as figures_router
from ombelle_members.follow_up.contacts.handlers import router as contacts_router
from ombelle_members.follow_up.notes.handlers import router as notes_router
from ombelle_members.governance.routes import GOVERNANCE_ROUTERS
from ombelle_members.history.handlers import router as history_router
from ombelle_members.imports.handlers import router as imports_router
from ombelle_members.meetings.routes import MEETING_ROUTERS
from ombelle_members.members.handlers import router as members_router
from ombelle_members.merging.handlers import router as merging_router
from ombelle_members.migrate import MIGRATIONS
from ombelle_members.organisations.handlers import router as organisations_router
from ombelle_members.personal_data.handlers import router as personal_data_router
from ombelle_members.personal_data.handlers import rules_router
from ombelle_members.personal_data.jobs import retention_job
from ombelle_members.personal_data.service import erase_account
from ombelle_members.persons.handlers import router as persons_router
from ombelle_members.persons.service import take_account
from ombelle_members.policies import require_administrator
from ombelle_members.register.handlers import router as register_router
from ombelle_members.settings import Settings

TAKES = {"account.changed": take_account, "account.erased": erase_account}
"""What this service takes of what the others tell."""
ROUTERS = (
    organisations_router,
    admission_router,
    members_router,
    applications_router,
    register_router,
    memberships_router,
    invitations_router,
    join_requests_router,
    history_router,
    merging_router,
    *GOVERNANCE_ROUTERS,
    *MEETING_ROUTERS,
    contacts_router,
    notes_router,
    persons_router,
    personal_data_router,
    rules_router,
    directory_router,
    corrections_router,
    figures_router,
    imports_router,
    *ELECTION_ROUTERS,
    declarations_router,
    association_router,
    officers_router,
    duties_router,
    *FEE_ROUTERS,
    audit_router("members", require_administrator),
    dead_letters_router("members", require_administrator),
    messages_router(TAKES),
)


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the application. Without settings it has its routes and nothing behind them: enough for its OpenAPI."""
    return create_service(settings, migrations=MIGRATIONS, routers=ROUTERS, running=_running)


@asynccontextmanager
async def _running(app: FastAPI, settings: Settings) -> AsyncIterator[None]:
    context = app.state.context = open_context(settings)
    try:
        async with _working(context) if settings.works else nullcontext():
            yield
    finally:
        await context.close()


def _working(context: ProcessContext) -> AbstractAsyncContextManager[None]:
    """Carry out the service's jobs beside its API; without a secret nothing can be told to anybody."""
    settings = context.settings
    registers = [retention_job(context.sessions), tidy_results]
    registers.append(duty_jobs(context.sessions, settings.public_url))
    registers.append(fee_jobs(context.sessions, settings.public_url))
    if settings.storage_url is not None:
        files = FileService(context.sessions, context.storage, settings.clamd)
        registers.append(file_jobs(files, scans=settings.clamd is not None))
    if settings.messages_secret is not None:
        relay = Relay(settings.database_url, settings.subscribers, settings.messages_secret, "members")
        registers.append(relay_messages(relay))
    return jobs.working(settings.database_url, registers, name="members-worker")
