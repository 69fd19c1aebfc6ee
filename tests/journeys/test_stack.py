"""What `./ombelle up` promises, on stacks that are killed, refused, stopped and started again."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from ombelle_command.processes import started_at, wait_until

OwnStacks = Callable[..., Any]
ANSWERS = {
    "postgresql": "/api/v1/agenda?limit=1",
    "events": "/api/v1/agenda?limit=1",
    "events-worker": "/api/v1/agenda?limit=1",
    "members": "/api/v1/organisation-kinds",
    "loans": "/api/v1/retention/loans",
    "gateway-accounts": "/api/v1/me",
    "gateway": "/api/v1/agenda?limit=1",
}


def test_what_is_killed_comes_back_even_all_at_once_and_it_stops_clean(own_stack: OwnStacks) -> None:
    stack = own_stack("--empty")
    for name, path in ANSWERS.items():
        before = stack.children()
        os.kill(before[name], signal.SIGKILL)
        assert wait_until(lambda b=before, n=name: stack.children()[n] != b[n], seconds=30), name
        assert wait_until(lambda p=path: stack.status(p) == 200, seconds=60, every=0.2), name

    known = stack.rows("events", "select count(*) as n from commune")
    token = stack.cli("token").stdout
    stack.kill_everything()
    assert stack.cli("token").returncode == 2

    # Even asked without --empty, what was begun without the demo never gets its people, who let anybody in.
    stack.words = ()
    stack.start()
    assert stack.status("/api/v1/demo") == 404
    assert stack.rows("gateway", "select count(*) as n from account") == [{"n": 0}]
    assert stack.rows("events", "select count(*) as n from commune") == known
    assert known[0]["n"] > 1000
    assert stack.cli("token").stdout.split(".")[0] == token.split(".")[0], "the same key signs"

    children = stack.children()
    assert stack.stop(signal.SIGINT) == 0
    assert all(started_at(pid) is None for pid in children.values())
    assert stack.status("/readyz") is None
    assert sorted(path.name for path in (stack.data / "run").iterdir()) == ["lock"]


def test_a_second_up_on_the_same_data_is_refused_and_so_is_its_port(stack: Any, tmp_path: Path) -> None:
    refused = stack.cli("up", "--empty", "--port", "0")
    assert refused.returncode == 5
    assert str(stack.data) in refused.stdout
    port = str(urlsplit(stack.url).port)
    told = stack.cli("up", "--empty", "--port", port, data=tmp_path / "elsewhere")
    assert told.returncode == 1
    assert "--port" in told.stdout


def test_a_service_reads_its_own_schema_and_writes_nothing(stack: Any) -> None:
    assert stack.rows("events", "select current_user::text as who") == [{"who": "events"}]
    wrote = stack.cli("sql", "events", "delete from commune")
    assert wrote.returncode == 1
    assert "read-only" in wrote.stderr
    peeked = stack.cli("sql", "gateway", "select * from events.commune")
    assert peeked.returncode == 1
    assert "permission denied" in peeked.stderr


@pytest.mark.parametrize("words", [["sync", "nobody"], ["feeds", "remove", "nobody"]])
def test_a_feed_that_is_not_there_is_told(stack: Any, words: list[str]) -> None:
    done = stack.cli(*words, "--json")
    assert done.returncode not in (0, None)


def test_the_demo_feed_filled_the_agenda(stack: Any) -> None:
    assert stack.get("/api/v1/agenda?from=2000-01-01&to=2100-01-01&limit=1")["total"] == 256
