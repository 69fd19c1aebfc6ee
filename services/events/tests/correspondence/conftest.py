import io
import shutil
import zipfile
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx
import pytest
from asgi_lifespan import LifespanManager
from fastapi import FastAPI
from ombelle_command.emptying import empty
from ombelle_events.main import create_app
from ombelle_events.settings import Settings
from review_rows import FORM, Rows, Someone

FILES = {
    "id": "pieces",
    "title": "Pièces",
    "fields": [
        {"id": "devis", "type": "file", "label": "Devis", "media_types": ["application/pdf"]},
        {"id": "statuts", "type": "file", "label": "Statuts", "is_identifying": True},
        {"id": "affiche", "type": "file", "label": "Affiche", "max_size_bytes": 1000},
    ],
}
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)


def archive(**entries: bytes) -> bytes:
    """Make a ZIP file; `__` in names stands for a dot, `___` for a slash."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as writing:
        for name, content in entries.items():
            writing.writestr(name.replace("___", "/").replace("__", "."), content)
    return made.getvalue()


@pytest.fixture(scope="session")
def storage_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files of this worker's tests are."""
    return tmp_path_factory.mktemp("storage") / "files"


@pytest.fixture
def files_folder(storage_folder: Path) -> Path:
    """Where the files are: none when the test begins."""
    shutil.rmtree(storage_folder, ignore_errors=True)
    return storage_folder


@asynccontextmanager
async def serving(
    database_url: str, keys_folder: Path, storage: Path, clamd: str | None
) -> AsyncIterator[FastAPI]:
    """Start the service with a storage of files, and a virus scanner if there is one."""
    settings = Settings(
        database_url=database_url,
        jwks_file=keys_folder / "jwks.json",
        OMBELLE_STORAGE_URL=storage.as_uri(),
        OMBELLE_PUBLIC_URL="https://ombelle.example",
        OMBELLE_MESSAGES_SECRET="whsec_" + "c2VjcmV0" * 5,
        clamd=clamd,
    )
    app = create_app(settings)
    async with LifespanManager(app, startup_timeout=60, shutdown_timeout=60):
        yield app


@pytest.fixture(scope="session")
async def filing_app(territory_url: str, keys_folder: Path, storage_folder: Path) -> AsyncIterator[FastAPI]:
    """The service with a storage of files, started once for this worker's tests."""
    async with serving(territory_url, keys_folder, storage_folder, None) as app:
        yield app


@pytest.fixture
def app(filing_app: FastAPI, connection: asyncpg.Connection, files_folder: Path) -> FastAPI:
    """The service, on an empty programme and without files."""
    return filing_app


@pytest.fixture
async def rows(connection: asyncpg.Connection) -> Rows:
    """Makers of calls and dossiers; there are none when the test begins."""
    await empty(connection, "team_copy", "membership_copy", "call", "idempotent_request", "outbox_message")
    return Rows(connection)


@pytest.fixture
def somebody(api: httpx.AsyncClient, identity: Callable[..., dict[str, str]]) -> Callable[..., Someone]:
    """Make somebody who asks: `somebody("Rose", "coordinator", organisations=[…], scopes=[…])`."""

    def make(name: str, *roles: str, organisations: Iterable[Any] = (), **more: Any) -> Someone:
        account = uuid4()
        held = {str(one): "editor" for one in organisations}
        headers = identity(str(account), roles, organisations=held, **more)
        return Someone(account, name, f"{name.lower()}@gmail.com", api, headers)

    return make


class Desk:
    """A dossier of an organisation, its holder, the coordination, and a stranger of another organisation."""

    def __init__(self, rows: Rows, somebody: Callable[..., Someone]) -> None:
        self.rows, self.somebody = rows, somebody
        self.connection = rows.connection

    async def open(self, status: str = "draft", **call: Any) -> "Desk":
        form = {"sections": [*FORM["sections"], FILES]}
        self.call = await self.rows.call(form=form, contact_email="fete@agence.example", **call)
        self.organisation = await self.rows.organisation("Le Vaisseau")
        answers = {"courriel": "ada@vaisseau.example"}
        self.id: UUID = await self.rows.application(
            self.call, self.organisation, status=status, title="Fusées", answers=answers
        )
        self.holder = self.somebody("Ada", organisations=[self.organisation])
        self.coordinator = self.somebody("Chloé", "coordinator")
        self.stranger = self.somebody("Eve", organisations=[await self.rows.organisation("Ailleurs")])
        return self

    @property
    def path(self) -> str:
        return f"/applications/{self.id}"

    async def reviewer(self, name: str = "Rose") -> Someone:
        """Make a member of the committee to whom the dossier is assigned."""
        someone = self.somebody(name, "reviewer")
        await self.rows.team(someone, "reviewer")
        await self.rows.member(self.call, someone)
        await self.rows.assign(self.id, someone)
        return someone

    async def send(
        self,
        content: bytes = PDF,
        name: str = "devis.pdf",
        *,
        by: Someone | None = None,
        field_id: str | None = None,
        **headers: str,
    ) -> httpx.Response:
        someone = by or self.holder
        more = {header.replace("_", "-"): value for header, value in headers.items()}
        data = {} if field_id is None else {"field_id": field_id}
        return await someone.client.post(
            f"/api/v1{self.path}/attachments",
            files={"file": (name, content)},
            data=data,
            headers=someone.headers | more,
        )

    async def told(self, kind: str) -> list[dict[str, Any]]:
        """Return what was told to other services, the oldest first."""
        import json

        rows = await self.connection.fetch(
            "SELECT payload::text AS payload FROM outbox_message WHERE type = $1 ORDER BY seq", kind
        )
        return [json.loads(row["payload"]) for row in rows]

    async def audited(self) -> list[str]:
        rows = await self.connection.fetch(
            "SELECT e.action FROM audit_entry e JOIN audit_value v USING (seq) WHERE v.subject_id = $1 ORDER BY e.seq",
            str(self.id),
        )
        return [row["action"] for row in rows]


@pytest.fixture
def desk(rows: Rows, somebody: Callable[..., Someone]) -> Desk:
    return Desk(rows, somebody)


@pytest.fixture(name="archive")
def archive_fixture() -> Callable[..., bytes]:
    """Return `archive`, which tests cannot import."""
    return archive
