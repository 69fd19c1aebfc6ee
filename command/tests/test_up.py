"""The parts of `up` that can be looked at without a stack; journeys look at the whole."""

import socket
import threading
from contextlib import closing
from pathlib import Path

import pytest
from ombelle_command.given import given_database, public_url
from ombelle_command.postgres import Cluster
from ombelle_command.processes import free_port, status_of
from ombelle_command.say import Step, StepError, Voice, seconds
from ombelle_command.up import set_aside


@pytest.mark.parametrize(
    ("url", "address", "name", "options"),
    [
        ("postgresql://boss:pw@db.example:5433/postgres", "db.example:5433", "ombelle", ""),
        ("postgresql://boss:p%40w@[::1]:5432/", "[::1]:5432", "ombelle", ""),
        ("postgresql://boss@db/science?ssl=require", "db", "science", "?ssl=require"),
        ("postgresql://boss@db/science%20du%20dimanche", "db", "science du dimanche", ""),
    ],
)
def test_a_database_of_ones_own(url: str, address: str, name: str, options: str) -> None:
    database, owner_url = given_database(url)
    assert (database.address, database.name, database.options) == (address, name, options)
    assert owner_url == url


@pytest.mark.parametrize(
    "url",
    [
        "s3cr3t",
        "mysql://boss:s3cr3t@db/x",
        "postgresql://boss:s3cr3t/x@db/y",
        "postgresql://db:s3cr3t",
        "postgresql://[s3cr3t",
    ],
)
def test_an_unreadable_database_is_refused_without_being_quoted(url: str) -> None:
    with pytest.raises(StepError) as refused:
        given_database(url)
    fault = refused.value
    assert "OMBELLE_DATABASE_URL" in fault.what
    assert "s3cr3t" not in f"{fault.what} {fault.lines} {fault.advice}"


@pytest.mark.parametrize(
    ("given", "url"),
    [
        (None, "http://localhost:8123"),
        ("", "http://localhost:8123"),
        ("https://agenda.example.fr/", "https://agenda.example.fr"),
    ],
)
def test_links_carry_the_public_address(given: str | None, url: str) -> None:
    assert public_url(given, 8123) == url


@pytest.mark.parametrize(
    "given", ["agenda.example.fr", "https://agenda.example.fr/fete", "ftp://agenda.example.fr"]
)
def test_a_public_address_that_cannot_serve_is_told(given: str) -> None:
    with pytest.raises(StepError) as refused:
        public_url(given, 8123)
    assert given in refused.value.what
    assert "https://agenda.example.fr" in refused.value.advice


def test_a_cluster_without_secrets_is_moved_aside_not_deleted(tmp_path: Path) -> None:
    cluster = Cluster(tmp_path / "ombelle" / "abc", tmp_path, None)
    cluster.data.mkdir(parents=True)
    (cluster.data / "PG_VERSION").write_text("18")
    set_aside(cluster)
    assert not cluster.home.exists()
    (kept,) = (tmp_path / "ombelle").iterdir()
    assert (kept / "data" / "PG_VERSION").read_text() == "18"


@pytest.mark.parametrize(
    ("said", "status"), [(b"HTTP/1.1 503 No\r\n\r\n", 503), (b"nonsense", None), (b"", None)]
)
def test_a_status_is_read_or_is_none(said: bytes, status: int | None) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:

        def answer() -> None:
            line, _ = server.accept()
            with line:
                line.recv(1000)
                line.sendall(said)

        thread = threading.Thread(target=answer)
        thread.start()
        assert status_of(server.getsockname()[1], "/readyz") == status
        thread.join()
    assert status_of(free_port(), "/readyz") is None


def test_a_failed_step_says_what_why_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    voice = Voice()
    with pytest.raises(StepError), voice.step("le toit"):
        raise StepError(
            "Le toit manque.", lines="\n".join(map(str, range(30))), advice="Appelez un couvreur."
        )
    assert capsys.readouterr().out == "", "a step that failed is not told as done"
    voice.failed(StepError("Le toit manque.", lines="\n".join(map(str, range(30))), advice="Appelez."))
    said = capsys.readouterr().out.splitlines()
    assert (said[0], said[-2], said[-1]) == ("  ✗ Le toit manque.", "    │ 29", "    → Appelez.")
    assert len(said) == 17


def test_a_long_step_gives_signs_of_life(capsys: pytest.CaptureFixture[str]) -> None:
    step = Step(Voice(), "le toit")
    step.pulse()
    step.began -= 4
    step.pulse()
    step.pulse()
    assert capsys.readouterr().out.splitlines() == ["  … le toit (4,0 s)"]
    assert (seconds(0.84), seconds(42.4)) == ("0,8 s", "42 s")


def test_a_closed_terminal_harms_nothing(tmp_path: Path) -> None:
    with (tmp_path / "gone").open("w") as stream:
        voice = Voice(stream)
    voice.say("still here")
