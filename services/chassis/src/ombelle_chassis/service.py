"""A service's application behind its database: what all of them do alike with `app.create_app`."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Final, Protocol, TypeVar

from fastapi import APIRouter, FastAPI

from ombelle_chassis.app import create_app
from ombelle_chassis.database import is_database_down
from ombelle_chassis.errors import Unavailable
from ombelle_chassis.identity import IdentityVerifier
from ombelle_chassis.migrations import Migrations

# Without a file nobody can be verified: a path that is not there refuses every token.
_NO_KEYS: Final = Path("/nonexistent/jwks.json")


class Verifies(Protocol):
    """Settings that say where the public keys of identities are."""

    @property
    def jwks_file(self) -> Path | None:
        """The file, a JWK Set; None where nobody is known."""


SettingsT = TypeVar("SettingsT", bound=Verifies)


def create_service(
    settings: SettingsT | None,
    *,
    migrations: Migrations,
    routers: Sequence[APIRouter],
    running: Callable[[FastAPI, SettingsT], AbstractAsyncContextManager[None]],
) -> FastAPI:
    """Make the application of a service. Without settings it has its routes and nothing behind them, for its OpenAPI.

    Args:
        settings: what `running` opens the process's parts by.
        migrations: at whose head the database stands when the service is ready.
        routers: its routes.
        running: opens and closes what the process holds; puts it, with its `engine`, in `app.state.context`.

    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if settings is None:
            raise RuntimeError("this application was made for its documentation only")
        async with running(app, settings):
            yield

    async def ready() -> None:
        if not await migrations.are_done(app.state.context.engine):
            raise Unavailable("Le schéma de la base n'est pas à jour : lancez la migration.")

    app = create_app(
        service=migrations.service,
        title=f"Ombelle {migrations.service}",
        verifier=None if settings is None else IdentityVerifier(settings.jwks_file or _NO_KEYS),
        ready=ready,
        is_unavailable=is_database_down,
        lifespan=lifespan,
    )
    for router in routers:
        app.include_router(router)
    return app
