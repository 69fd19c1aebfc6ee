"""The process as it is run: it takes what it is told, and waits for a schema that is current."""

import httpx
from asgi_lifespan import LifespanManager
from ombelle_loans.main import create_app
from ombelle_loans.settings import Settings


async def test_a_process_waits_for_its_schema(make_database, keys_folder):
    settings = Settings(
        database_url=make_database(role="loans", migrated=False),
        jwks_file=keys_folder / "jwks.json",
        works=False,
    )
    app = create_app(settings)
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://loans") as client:
            assert (await client.get("/healthz")).status_code == 200
            answer = await client.get("/readyz")
            assert (answer.status_code, answer.json()["detail"]) == (
                503,
                "Le schéma de la base n'est pas à jour : lancez la migration.",
            )
            assert (await client.post("/internal/messages", content=b"{}")).status_code == 401


async def test_a_process_that_works_is_ready(loans_database_url, keys_folder):
    app = create_app(Settings(database_url=loans_database_url, jwks_file=keys_folder / "jwks.json"))
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://loans") as client:
            assert (await client.get("/readyz")).status_code == 200
