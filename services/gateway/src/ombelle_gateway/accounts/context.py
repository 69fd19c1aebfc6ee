"""What the process of accounts holds, and how a request gets at it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request
from ombelle_chassis.database import create_engine, session_maker
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from ombelle_gateway.accounts.settings import Settings

if TYPE_CHECKING:
    from ombelle_gateway.accounts.oidc.provider import ProviderClient


@dataclass(frozen=True, slots=True)
class ProcessContext:
    """The singletons of a process; `sessions` opens the transaction of a use case."""

    settings: Settings
    engine: AsyncEngine
    sessions: async_sessionmaker[AsyncSession]
    oidc_clients: Mapping[str, "ProviderClient"] = field(default_factory=dict)

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


def open_context(settings: Settings) -> ProcessContext:
    """Make what the process holds; PostgreSQL is reached at the first use."""
    engine = create_engine(
        settings.database_url, application_name="gateway-accounts", pool_size=settings.connections
    )
    return ProcessContext(
        settings=settings, engine=engine, sessions=session_maker(engine), oidc_clients=_oidc_clients(settings)
    )


def _oidc_clients(settings: Settings) -> Mapping[str, "ProviderClient"]:
    if not settings.oidc_providers:
        return {}  # whoever has no provider needs none of the libraries
    from ombelle_gateway.accounts.oidc.provider import ProviderClient  # noqa: PLC0415

    return {one.name: ProviderClient(one, public_url=settings.public_url) for one in settings.oidc_providers}


async def process_context(request: Request) -> ProcessContext:
    """Return the process's context, put on the application when it started."""
    context: ProcessContext = request.app.state.context
    return context


Context = Annotated[ProcessContext, Depends(process_context)]
