"""PostgreSQL by SQLAlchemy and asyncpg: one engine a process, one transaction a use case."""

import asyncpg
from sqlalchemy import MetaData
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

# Names that do not depend on the order of writing: stores translate violations by constraint name.
NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def new_metadata() -> MetaData:
    """Return metadata with the naming convention; tables live in the schema of the role's search_path."""
    return MetaData(naming_convention=NAMING)


def create_engine(
    url: str,
    *,
    application_name: str,
    pool_size: int = 4,
    max_overflow: int = 4,
    statement_timeout_seconds: int = 15,
) -> AsyncEngine:
    """Make the engine of a process. It connects at the first use, not here.

    Args:
        url: `postgresql://role:password@host:port/database`, with libpq's options if need be (`?sslmode=verify-full`).
        application_name: what `pg_stat_activity` shows.
        pool_size: connections kept; each is a PostgreSQL process, so few.
        max_overflow: further connections while it is busy, closed after.
        statement_timeout_seconds: 0 for none, which a long job may need.

    """
    return create_async_engine(
        "postgresql+asyncpg://",
        pool_size=pool_size,
        max_overflow=max_overflow,
        pool_timeout=15,  # as long as a statement may take: many who come at once wait for their turn
        hide_parameters=True,  # values may name somebody, and errors are logged
        connect_args={
            "dsn": url,  # read by the driver as everywhere else: SQLAlchemy knows other names for its options
            "timeout": 5,
            "server_settings": {
                "application_name": application_name,
                "statement_timeout": str(statement_timeout_seconds * 1000),
                "idle_in_transaction_session_timeout": "60000",
                "timezone": "UTC",
            },
        },
    )


def session_maker(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    """Return what opens sessions. Objects stay readable after the commit: nothing is fetched by surprise."""
    return async_sessionmaker(engine, expire_on_commit=False)


_NOT_NOW = {"53300", "40001", "40P01"}


def is_database_down(error: BaseException) -> bool:
    """Say whether this error means that PostgreSQL cannot serve us now: a 503, not a bug, to be asked again.

    It is away, going away or coming back, has no connection left, or stopped one of two transactions that waited
    for each other.
    """
    if isinstance(error, DBAPIError):
        # By its state, not its class: "the database system is in recovery mode" has none of its own.
        return error.connection_invalidated or _is_connection_state(error) or _caused_by_os(error)
    # The last is what the driver says when PostgreSQL took its leave between two statements.
    no_answer = ConnectionError | TimeoutError | PoolTimeoutError | asyncpg.InternalClientError
    return isinstance(error, no_answer) or _is_connection_state(error)


def _is_connection_state(error: BaseException) -> bool:
    cause = getattr(error, "orig", error)
    # Class 08: connection; 57P0x: shutting down, starting up; 53300: too many clients; 40001, 40P01: the other
    # transaction went first.
    state = str(getattr(cause, "sqlstate", "") or "")
    return state.startswith(("08", "57P")) or state in _NOT_NOW or "connection is closed" in str(cause)


def _caused_by_os(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ConnectionError):
            return True
        cause = cause.__cause__
    return False
