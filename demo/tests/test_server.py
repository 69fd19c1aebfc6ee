import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from typing import Any

import pytest
from ombelle_demo.edition import KEY, Edition
from ombelle_demo.server import Server, make_server

EDITION = Edition(2027)
EVENTS = f"/v2/agendas/{EDITION.agenda_uid}/events"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with make_server(0, EDITION) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def client(server: Server) -> Iterator[HTTPConnection]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    yield connection
    connection.close()


def _get(client: HTTPConnection, path: str, key: str | None = KEY) -> tuple[int, dict[str, Any]]:
    client.request("GET", path, headers={"key": key} if key else {})
    response = client.getresponse()
    return response.status, json.loads(response.read())


def _walk(client: HTTPConnection, query: str) -> list[list[dict[str, Any]]]:
    """The pages, down to the empty one that ends them."""
    pages: list[list[dict[str, Any]]] = []
    after: list[str] | None = []
    while after is not None:
        cursor = "".join(f"&after[]={part}" for part in after)
        status, page = _get(client, f"{EVENTS}?{query}{cursor}")
        assert status == 200
        pages.append(page["events"])
        after = page["after"]
    return pages


@pytest.mark.parametrize("sort", ["updatedAt.asc", "updatedAt.desc", "timingsWithFeatured.asc"])
def test_pages_give_each_event_once(client: HTTPConnection, sort: str) -> None:
    pages = _walk(client, f"size=50&detailed=1&sort={sort}")
    assert [len(page) for page in pages] == [50, 50, 50, 50, 50, 6, 0]
    assert len({row["uid"] for page in pages for row in page}) == 256


def test_updates_come_in_order(client: HTTPConnection) -> None:
    stamps = [
        row["updatedAt"][:19]
        for page in _walk(client, "size=300&detailed=1&sort=updatedAt.asc")
        for row in page
    ]
    assert stamps == sorted(stamps)


def test_the_page_is_20_by_default_and_300_at_most(client: HTTPConnection) -> None:
    assert len(_get(client, EVENTS)[1]["events"]) == 20
    assert len(_get(client, f"{EVENTS}?size=9999")[1]["events"]) == 256
    assert len(_get(client, f"{EVENTS}?size=0")[1]["events"]) == 1
    assert len(_get(client, f"{EVENTS}?size=many")[1]["events"]) == 20


@pytest.mark.parametrize(("removed", "total"), [("0", 256), ("1", 6), ("null", 262)])
def test_tombstones(client: HTTPConnection, removed: str, total: int) -> None:
    _, page = _get(client, f"{EVENTS}?size=300&detailed=1&removed={removed}")
    assert (page["total"], len(page["events"])) == (total, total)
    gone = [row for row in page["events"] if row.get("removed")]
    assert len(gone) == {"0": 0, "1": 6, "null": 6}[removed]
    assert all(set(row) == {"uid", "removed", "updatedAt"} for row in gone)


def test_only_what_changed_since(client: HTTPConnection) -> None:
    _, everything = _get(client, f"{EVENTS}?size=300&detailed=1&sort=updatedAt.asc&removed=null")
    middle = everything["events"][200]["updatedAt"]
    _, since = _get(client, f"{EVENTS}?size=300&detailed=1&removed=null&updatedAt[gte]={middle}")
    _, until = _get(client, f"{EVENTS}?size=300&detailed=1&removed=null&updatedAt[lte]={middle}")
    assert since["total"] == 62
    assert until["total"] == 201
    _, all_the_same = _get(client, f"{EVENTS}?size=300&updatedAt[gte]=someday")
    assert all_the_same["total"] == 256


def test_details_are_for_those_who_ask(client: HTTPConnection) -> None:
    assert "timings" not in _get(client, EVENTS)[1]["events"][0]
    assert "timings" in _get(client, f"{EVENTS}?detailed=1")[1]["events"][0]


def test_the_agenda_gives_its_schema(client: HTTPConnection) -> None:
    status, agenda = _get(client, f"/v2/agendas/{EDITION.agenda_uid}?detailed=1")
    assert (status, agenda["uid"]) == (200, EDITION.agenda_uid)
    assert {field["field"]: field["fieldType"] for field in agenda["schema"]["fields"]} == {
        "thematique": "radio",
        "type-danimation": "radio",
        "publics-concernes": "checkbox",
        "organisateur": "text",
        "evenement-parent": "integer",
    }


def test_the_key_is_asked_for(client: HTTPConnection) -> None:
    assert _get(client, EVENTS, key=None)[0] == 403
    assert _get(client, EVENTS, key="other")[0] == 403
    assert _get(client, f"{EVENTS}?key={KEY}", key=None)[0] == 200


def test_the_season_s_people_are_told_as_the_sign_in_offers_them(client: HTTPConnection) -> None:
    status, told = _get(client, "/accounts", key=None)
    assert status == 200
    assert told["accounts"][0] == {
        "key": "coordinator",
        "name": "Capucine Wattelier",
        "email": "capucine@demo.ombelle.example",
        "role_label": "Coordination de la Fête de la science",
        "role_label_en": "Festival coordination",
        "roles": ["coordinator"],
        "organisation": None,
    }
    assert len(told["accounts"]) == 16


@pytest.mark.parametrize(
    "path", ["/", "/v2/agendas/1", "/v2/agendas/1/events", "/v2/agendas/x/events", "/v3/"]
)
def test_nothing_else_is_there(client: HTTPConnection, path: str) -> None:
    assert _get(client, path)[0] == 404


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_even_when_interrupts_were_ignored(asked: signal.Signals) -> None:
    command = 'trap "" INT; exec "$0" -m ombelle_demo serve --port 0 --year 2027'
    with subprocess.Popen(
        ["sh", "-c", command, sys.executable], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert str(EDITION.agenda_uid) in process.stdout.readline()
        process.send_signal(asked)
        assert process.wait(timeout=30) == 0


def test_where_says_what_to_sync() -> None:
    command = [sys.executable, "-m", "ombelle_demo", "where", "--year", "2027"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert json.loads(said) == {
        "agenda": 47110815,
        "key": "demo-key",
        "edition": 2027,
        "starts_on": "2027-10-01",
        "ends_on": "2027-10-11",
    }
