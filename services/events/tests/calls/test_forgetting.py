"""Whoever made calls is told what they made, and forgotten when they are erased."""

import json
from hashlib import sha256
from uuid import uuid4

import pytest
from call_desk import CallDesk

WHERE = ("call.created_by", "form_version.created_by", "access_code.created_by", "text_template.updated_by")


@pytest.fixture
async def account(api, identity, edition):
    """Somebody who made a call, a code, and wrote a text."""
    account = str(uuid4())
    desk = CallDesk(api, identity(account, ["coordinator"]))
    call = await desk.publish(await desk.begin(title="Appel 2027"))
    await desk.do("POST", f"/calls/{call['id']}/access-codes", {"expires_at": "2099-01-01T00:00:00Z"})
    return account


async def _named(connection, account):
    counts = {}
    for where in WHERE:
        table, column = where.split(".")
        query = f"SELECT count(*) FROM {table} WHERE {column} = $1"
        counts[where] = await connection.fetchval(query, account)
    return counts


async def test_what_somebody_made_is_theirs_to_take_along(api, identity, account):
    held = (await api.get("/internal/personal-data", headers=identity(account))).json()["sections"]
    assert [(row["kind"], row["title"]) for row in held["calls"] if row["kind"] != "text_template"] == [
        (kind, "Appel 2027") for kind in ("call", "form_version", "access_code")
    ]
    assert len([row for row in held["calls"] if row["kind"] == "text_template"]) == 14


async def test_an_erased_coordinator_leaves_no_name(connection, tell, account):
    assert await _named(connection, account) == dict(zip(WHERE, (1, 1, 1, 14), strict=True))
    digest = sha256(b"dan@agence.fr").hexdigest()
    told = await tell("account.erased", account, 1, account_id=account, email_digest=digest)
    assert told.status_code == 204, told.text
    assert await _named(connection, account) == dict.fromkeys(WHERE, 0)
    assert await _named(connection, "erased") == dict(zip(WHERE, (1, 1, 1, 14), strict=True))
    left = await connection.fetch("SELECT row_to_json(v)::text AS row FROM audit_value v")
    assert all(account not in json.dumps(row["row"]) for row in left)
