"""The log only grows, its changes show, and what names somebody can go."""

import asyncio
from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import UUID

import asyncpg
import httpx
import pytest
from ombelle_chassis.app import create_app
from ombelle_chassis.audit import Fault, forget, record, record_all, verify
from ombelle_chassis.audit.routes import audit_router
from ombelle_chassis.database import create_engine, session_maker
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.identity import Identity

ADA, PROGRAM = Identity("ada"), Identity("ada", scopes=frozenset({"things:write"}), token="t-1")


@pytest.fixture
async def log(own_url):
    """A log of its own: `log.write()`, `log.faults()`, `log.raw` to break it."""
    engine = create_engine(own_url, application_name="tests", pool_size=12)
    sessions = session_maker(engine)
    raw = await asyncpg.connect(own_url)

    async def write(actor="ada", action="thing_edited", subject_id="1", **values):
        async with sessions() as session, session.begin():
            return await record(
                session,
                actor=actor,
                action=action,
                subject_kind="thing",
                subject_id=subject_id,
                values=values,
            )

    async def faults():
        async with sessions() as session:
            return await verify(session)

    yield SimpleNamespace(write=write, faults=faults, sessions=sessions, raw=raw)
    await raw.close()
    await engine.dispose()


async def test_entries_say_who_did_what(log):
    value = {"day": datetime(2027, 10, 1, tzinfo=UTC), "id": UUID(int=1), "deep": [{"é": None}, 1.5, True]}
    assert await log.write(ADA, **value) == 1
    assert await log.write(PROGRAM) == 2
    assert await log.faults() == []
    rows = await log.raw.fetch('SELECT actor, subject_id, "values"::text FROM audit_value ORDER BY seq')
    assert [tuple(row)[:2] for row in rows] == [("ada", "1"), ("token:t-1", "1")]
    assert rows[0]["values"] == (
        '{"id": "00000000-0000-0000-0000-000000000001", "day": "2027-10-01T00:00:00Z", '
        '"deep": [{"é": null}, 1.5, true]}'
    )


async def test_many_subjects_are_written_at_once_in_their_order(log):
    entries = [(str(n), {"n": n}) for n in range(3)]
    async with log.sessions() as session, session.begin():
        await record_all(session, actor=ADA, action="thing_edited", subject_kind="thing", entries=entries)
    assert await log.faults() == []
    rows = await log.raw.fetch('SELECT actor, subject_id, "values"::text FROM audit_value ORDER BY seq')
    assert [tuple(row) for row in rows] == [("ada", str(n), f'{{"n": {n}}}') for n in range(3)]


async def test_a_change_rolled_back_leaves_no_entry_and_no_gap(log):
    async with log.sessions() as session:
        await record(session, actor="ada", action="a", subject_kind="thing", subject_id="1")
        await session.rollback()
    assert await log.write() == 1
    assert await log.faults() == []


async def test_many_at_once_make_one_chain(log):
    async def several(n):
        return [await log.write(subject_id=str(n)) for _ in range(10)]

    written = await asyncio.gather(*(several(n) for n in range(8)))
    assert sorted(seq for seqs in written for seq in seqs) == list(range(1, 81))
    assert await log.faults() == []


REFUSED = (
    "UPDATE audit_entry SET action = 'nothing'",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry CASCADE",
    "DELETE FROM audit_value",
    "TRUNCATE audit_value",
    "TRUNCATE audit_head",
    "DELETE FROM audit_head",
    "UPDATE audit_value SET actor = 'bob'",
    "UPDATE audit_value SET subject_salt = 'x'",
    "UPDATE audit_value SET \"values\" = '{}'",
    "UPDATE audit_value SET seq = 2",
)
ENTRY, VALUE = "DELETE FROM audit_entry WHERE seq = {};", "DELETE FROM audit_value WHERE seq = {};"
CHANGE = "UPDATE audit_entry SET {} WHERE seq = {};"
TAMPERING = (
    (CHANGE.format("action = 'nothing'", 2), Fault(2, "entry_changed")),
    (CHANGE.format("at = at + interval '1 microsecond'", 2), Fault(2, "entry_changed")),
    (CHANGE.format("subject_kind = 'x'", 2), Fault(2, "entry_changed")),
    ("UPDATE audit_value SET actor = 'bob' WHERE seq = 2", Fault(2, "value_changed")),
    ("UPDATE audit_value SET subject_id = '2' WHERE seq = 2", Fault(2, "value_changed")),
    ('UPDATE audit_value SET "values" = \'{"n": 3}\' WHERE seq = 2', Fault(2, "value_changed")),
    (VALUE.format(2), Fault(2, "value_missing")),
    (VALUE.format(2) + ENTRY.format(2), Fault(3, "entry_missing")),
    (VALUE.format(1) + ENTRY.format(1), Fault(2, "entry_missing")),
    (VALUE.format(3) + ENTRY.format(3), Fault(3, "tail_missing")),
    (
        CHANGE.format("action = 'x'", 2) + CHANGE.format("hash = audit_hash(audit_entry)", 2),
        Fault(3, "chain_broken"),
    ),
    (
        CHANGE.format("action = 'x'", 3) + CHANGE.format("hash = audit_hash(audit_entry)", 3),
        Fault(3, "tail_missing"),
    ),
)


async def test_the_database_refuses_to_change_it(log):
    await log.write(title="x")
    for statement in REFUSED:
        with pytest.raises(asyncpg.RestrictViolationError):
            await log.raw.execute(statement)
    assert await log.faults() == []


async def test_who_gets_round_that_is_seen(log):
    for n in range(3):
        await log.write(n=n)
    for table in ("audit_entry", "audit_value"):
        await log.raw.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    for statement, fault in TAMPERING:
        transaction = log.raw.transaction()
        await transaction.start()
        await log.raw.execute(statement)
        found = [Fault(*row) for row in await log.raw.fetch("SELECT * FROM audit_faults()")]
        assert found == [fault], statement
        await transaction.rollback()
    assert await log.faults() == []


async def test_somebody_is_erased_and_the_chain_holds(log):
    for values in (
        {"email": ["old@example.org", "Ada@Example.org"]},
        {"email": "lada@example.org"},
        {"by": "ada"},
    ):
        await log.write("bob", **values)
    await log.write("ada", title="x")
    await log.write("bob", subject_id="ada", role="editor")
    async with log.sessions() as session, session.begin():
        await forget(session, ids=["ada"], mentions=["ada@example.org", "ada"])
    assert await log.faults() == []
    rows = await log.raw.fetch('SELECT actor, subject_id, "values"::text FROM audit_value ORDER BY seq')
    assert [tuple(row) for row in rows] == [
        ("bob", "1", None),
        ("bob", "1", '{"email": "lada@example.org"}'),
        ("bob", "1", None),
        (None, "1", '{"title": "x"}'),
        ("bob", None, None),
    ]
    assert await log.raw.fetchval(
        "SELECT bool_and((actor IS NULL) = (actor_salt IS NULL) AND (subject_id IS NULL) = (subject_salt IS NULL) "
        'AND ("values" IS NULL) = (values_salt IS NULL)) FROM audit_value'
    )
    assert await log.write() == 6


async def nobody():
    raise Unauthenticated("Connectez-vous.")


@pytest.fixture
async def service(log):
    app = create_app(service="things", title="things")
    app.state.context = SimpleNamespace(sessions=log.sessions)
    app.include_router(audit_router("things", lambda: None))
    app.include_router(audit_router("closed", nobody))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://things") as client:
        yield client


async def test_an_administrator_reads_it_page_by_page(service, log):
    for n in range(5):
        await log.write("ada" if n % 2 else "bob", subject_id=str(n), n=n)
    first = (await service.get("/api/v1/audit/things?limit=2")).json()
    assert [entry["seq"] for entry in first["items"]] == [5, 4]
    at = first["items"][0].pop("at")
    assert datetime.fromisoformat(at).tzinfo
    assert first["items"][0] == {
        "seq": 5, "actor": "bob", "action": "thing_edited", "subject_kind": "thing", "subject_id": "4",
        "values": {"n": 4},
    }  # fmt: skip
    rest = (await service.get(f"/api/v1/audit/things?after={first['next']}")).json()
    assert ([entry["seq"] for entry in rest["items"]], rest["next"]) == ([3, 2, 1], None)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("actor=ada", [3, 1]),
        ("subject=2", [2]),
        ("action=thing_edited&actor=bob", [2]),
        ("subject_kind=other", []),
        ("action=none", []),
    ],
)
async def test_it_is_filtered(service, log, query, found):
    for actor, subject in (("ada", "1"), ("bob", "2"), ("ada", "3")):
        await log.write(actor, subject_id=subject)
    items = (await service.get(f"/api/v1/audit/things?{query}")).json()["items"]
    assert [entry["seq"] for entry in items] == found


async def test_its_verification_is_read_too(service, log):
    await log.write()
    assert (await service.get("/api/v1/audit/things/verification")).json() == {
        "holds": True, "entries": 1, "faults": [],
    }  # fmt: skip
    await log.raw.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
    await log.raw.execute("UPDATE audit_entry SET action = 'x'")
    assert (await service.get("/api/v1/audit/things/verification")).json() == {
        "holds": False, "entries": 1, "faults": [{"seq": 1, "fault": "entry_changed"}],
    }  # fmt: skip


async def test_nobody_else_reads_it_and_wrong_questions_are_refused(service):
    for path in ("", "/verification"):
        assert (await service.get(f"/api/v1/audit/closed{path}")).status_code == 401
    for query, pointer in (
        ("what=1", "/query/what"),
        ("actor=%00", "/query/actor"),
        ("after=x", "/query/after"),
    ):
        answer = await service.get(f"/api/v1/audit/things?{query}")
        assert (answer.status_code, [e["pointer"] for e in answer.json()["errors"]]) == (422, [pointer])
