"""What the coordination does with the programme, through the gateway."""

import json
import urllib.error
import urllib.request
from typing import Any

import pytest
from ombelle_command.processes import wait_until

pytestmark = pytest.mark.xdist_group("season")


def ask(
    url: str, *, method: str = "GET", body: Any = None, **headers: str
) -> tuple[int, dict[str, str], Any]:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(
        url, data, {"Content-Type": "application/json", **headers}, method=method
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, dict(answer.headers), json.load(answer)
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, dict(answer.headers), json.load(answer)


def test_an_edit_is_seen_at_once_survives_the_sync_and_nobody_else_may_make_one(season_stack: Any) -> None:
    stack = season_stack
    api = f"{stack.url}/api/v1"
    item = ask(f"{api}/agenda?from=2000-01-01&limit=1")[2]["items"][0]
    event = f"{api}/events/{item['id']}"
    assert ask(event)[0] == 401
    assert ask(event, Authorization="Bearer faux")[0] == 401
    assert ask(event, **{"Ombelle-Identity": "faux"})[0] == 401

    token = {"Authorization": f"Bearer {stack.cli('token').stdout.strip()}"}
    read = ask(event, **token)
    assert read[0] == 200, read
    tag = read[1]["etag"]
    page = f"{api}/agenda/{item['slug']}"
    assert ask(page)[2]["title"] == item["title"]  # and the gateway remembers it
    changed = ask(event, method="PATCH", body={"title": "Xylophones et marées"}, **token, **{"If-Match": tag})
    assert changed[0] == 200
    assert wait_until(lambda: ask(page)[2]["title"] == "Xylophones et marées", seconds=5, every=0.02)
    assert wait_until(
        lambda: ask(f"{api}/agenda?from=2000-01-01&q=xylofones")[2]["total"] == 1, seconds=5, every=0.02
    )
    stale = ask(event, method="PATCH", body={"title": "Trop tard"}, **token, **{"If-Match": tag})
    assert (stale[0], stale[2]["code"]) == (412, "event_changed_meanwhile")

    done = stack.cli("sync", "national", "--full", "--json")
    assert done.returncode == 0, done.stderr
    run = json.loads(done.stdout)
    assert (run["complete"], run["created"], run["updated"], run["withdrawn"]) == (True, 0, 0, 0)
    assert ask(page)[2]["title"] == "Xylophones et marées"
    mirrored = ask(f"{api}/agenda/changes?limit=300")[2]["items"]
    assert [i["event"]["title"] for i in mirrored if i["id"] == item["id"]] == ["Xylophones et marées"]
