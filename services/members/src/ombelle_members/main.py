"""The service's application: routes, and what the process opens and closes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from ombelle_chassis.app import create_app as create_service_app
from ombelle_chassis.database import is_database_down, is_schema_current
from ombelle_chassis.errors import Unavailable
from ombelle_chassis.identity import IdentityVerifier

from ombelle_members.context import open_context
from ombelle_members.migrate import VERSIONS
from ombelle_members.organisations.handlers import router as organisations_router
from ombelle_members.settings import Settings

ROUTERS = (organisations_router,)


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the application. Without settings it has its routes and nothing behind them: enough for its OpenAPI."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if settings is None:
            raise RuntimeError("this application was made for its documentation only")
        context = open_context(settings)
        app.state.context = context
        try:
            yield
        finally:
            await context.close()

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


def _jwks_file(settings: Settings) -> Path:
    # Without a file nobody can be verified: a path that is not there refuses every token.
    return settings.jwks_file or Path("/nonexistent/jwks.json")
