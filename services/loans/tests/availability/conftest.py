from datetime import timedelta

import pytest
from loans_blocks import TODAY
from ombelle_chassis.database import create_engine, session_maker
from ombelle_loans.availability import blocking as blocking_module
from ombelle_loans.availability import days, service
from ombelle_loans.availability.blocking import Blocking
from ombelle_loans.availability.planning import service as planning
from ombelle_loans.transactions import in_transaction


@pytest.fixture
def monday(monkeypatch):
    """It is Monday 1 March 2027 in Paris."""
    for module in (days, blocking_module, service, planning):
        monkeypatch.setattr(module, "today_in_paris", lambda: TODAY)
    return TODAY


@pytest.fixture
def period():
    """Days from a Monday of March 2027 on, as PostgreSQL writes them: so many days after, for so many days."""

    def written(after, count):
        first = TODAY + timedelta(days=after)
        return f"[{first},{first + timedelta(days=count - 1)}]"

    return written


@pytest.fixture(scope="module")
async def sessions(loans_database_url):
    """Sixty-four connections, each a process's own as far as PostgreSQL knows."""
    engine = create_engine(loans_database_url, application_name="tests", pool_size=64)
    yield session_maker(engine)
    await engine.dispose()


@pytest.fixture
def blocking(sessions):
    """Call a method of `Blocking` in a transaction of its own."""

    async def call(method, *args, **options):
        async def work(session):
            return await getattr(Blocking(session), method)(*args, **options)

        return await in_transaction(sessions, work)

    return call
