"""The embedded server: where it lives, and that what answers is ours."""

import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest
from ombelle_command import postgres
from ombelle_command.accounts import Account, can_enter, can_walk_through
from ombelle_command.database import SetUpError, set_up
from ombelle_command.processes import free_port, hold_port, is_free, started_at

SOMEONE = Account("nobody", 65534, 65534)
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another account")


@pytest.fixture
def walkable() -> Iterator[Path]:
    """A folder that every account can walk through, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o711)
        yield Path(name)


@as_root
def test_a_closed_home_lets_no_other_account_in(walkable: Path) -> None:
    closed, opened = walkable / "closed", walkable / "opened"
    for folder, mode in ((closed, 0o700), (opened, 0o711)):
        folder.mkdir()
        folder.chmod(mode)
    assert not can_walk_through(closed, SOMEONE)
    assert can_walk_through(opened, SOMEONE)
    assert not can_enter(opened, SOMEONE), "it may walk through, and still not read"
    assert list(opened.iterdir()) == []


@pytest.mark.parametrize("reachable", [True, False])
def test_the_cluster_goes_where_its_account_can_reach(
    reachable: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "SYSTEM_HOME", tmp_path / "system")
    monkeypatch.setattr(postgres, "service_account", lambda: SOMEONE)
    monkeypatch.setattr(postgres, "can_enter", lambda *_: True)
    monkeypatch.setattr(postgres, "can_walk_through", lambda *_: reachable)
    cluster = postgres.find_cluster(tmp_path / "data")
    assert cluster.home.parent == tmp_path / ("data" if reachable else "system")
    assert cluster == postgres.find_cluster(tmp_path / "data"), "the same folder leads to the same cluster"
    assert cluster.home.name != postgres.find_cluster(tmp_path / "other").home.name or reachable


def test_the_callers_own_account_keeps_it_in_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "service_account", lambda: None)
    assert postgres.find_cluster(tmp_path).home == tmp_path / "postgres"


def test_a_note_of_a_dead_server_is_forgotten(tmp_path: Path) -> None:
    cluster = postgres.Cluster(tmp_path, tmp_path, None)
    cluster.data.mkdir()
    note = cluster.data / "postmaster.pid"
    note.write_text(f"{os.getpid()}\n{cluster.data}\n")  # the number now belongs to another program: us
    cluster.clear()
    assert not note.exists()
    assert started_at(os.getpid())


async def test_another_server_in_its_place_is_refused(cluster: str) -> None:
    with pytest.raises(SetUpError, match="autre PostgreSQL"):
        await set_up(cluster, database="never", passwords={}, identifier=1)


async def test_set_up_may_be_run_again(cluster: str) -> None:
    passwords = {"events": "events", "gateway": "gateway"}
    await set_up(cluster, database="again", passwords=passwords)
    await set_up(cluster, database="again", passwords=passwords)
    stranger = await asyncpg.connect(cluster, database="again")
    try:
        allowed = await stranger.fetchval("select has_database_privilege('public', 'again', 'connect')")
        assert allowed is False
    finally:
        await stranger.close()


def test_a_taken_port_is_seen() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert not is_free(taken.getsockname()[1])
    assert is_free(free_port())


def test_a_port_that_is_held_is_nobody_elses_and_its_servers_may_come_back() -> None:
    with hold_port() as held:
        port = held.getsockname()[1]
        with socket.socket() as other, pytest.raises(OSError, match="in use"):
            other.bind(("127.0.0.1", port))
        for _ in range(2):
            with (
                socket.create_server(("127.0.0.1", port)) as server,
                socket.create_connection(("127.0.0.1", port)) as caller,
            ):
                server.accept()[0].close()
                assert caller.recv(1) == b""
    with hold_port(port) as again:
        assert again.getsockname()[1] == port


def test_a_port_somebody_listens_on_is_not_taken_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, hold_port(taken.getsockname()[1]) as held:
        assert held.getsockname()[1] != taken.getsockname()[1]
