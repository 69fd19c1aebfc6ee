"""What is asked of each operation: of which object, with what body.

Objects exist, so that a 404 says « not yours to know of » and nothing else. Bodies get as far as authorisation and no
further where going further would harm: a version that is not there, an end that is not yours to make twice. What a
caller who may does destroy is made for that caller alone.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from roles.table import PEOPLE, YES, Row
from roles.world import World

STALE = {"If-Match": '"v0"'}
Make = Callable[[World, str], Awaitable[str]]


@dataclass(frozen=True)
class Ask:
    """What to ask of an operation: values of its path, its body, headers, a query.

    `fresh` makes, for a caller who may, the value of a path's parameter that the operation uses up. With
    `uses_session`, the sign-in with which it is asked is used up.
    """

    path: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    fresh: tuple[str, Make] | None = None
    uses_session: bool = False


async def prepared(row: Row, world: World, caller: str) -> tuple[str, dict[str, str], Any]:
    """Return the path that this caller asks, its parameters replaced, what they present, and the body."""
    ask, may = ASKS.get(row.operation, Ask()), row.cells[caller] == YES
    values = world.ids | dict(ask.path)
    if ask.fresh and may:
        name, make = ask.fresh
        values[name] = await make(world, caller)
    if ask.uses_session and caller in PEOPLE:
        async with await world.new_session(caller) as browser:
            headers = browser.presented()
    else:
        headers = dict(world.callers.headers(caller, row.scope))
    return row.path.format_map(values) + ask.query, headers | dict(ask.headers), ask.body


ASKS: dict[str, Ask] = {
    # events: the desk
    "POST /api/v1/feeds": Ask(body={}),
    "PATCH /api/v1/feeds/{name}": Ask(body={"unknown": 1}),
    "DELETE /api/v1/feeds/{name}": Ask(fresh=("name", World.new_feed)),
    "POST /api/v1/feeds/{name}/conflicts/settle": Ask(body={}),
    "POST /api/v1/feeds/{name}/conflicts/{conflict_id}/settle": Ask(body={}),
    "POST /api/v1/duplicates/{duplicate_id}/link": Ask(body={}),
    "PATCH /api/v1/events/{event_id}": Ask(body={"title": "Titre"}, headers=STALE),
    # accounts
    "POST /api/v1/sign-in/links": Ask(body={"email": "personne@roles.example"}),
    "POST /api/v1/sign-in": Ask(body={"token": "x" * 43}),
    "POST /api/v1/sign-in/passkey": Ask(body={}),
    "POST /api/v1/demo/sign-in": Ask(body={"key": "newcomer"}, uses_session=True),
    "GET /api/v1/demo/mails/{mail_id}": Ask(path={"mail_id": "0" * 16}),
    "PATCH /api/v1/me": Ask(body={"name": "Autrement"}, headers=STALE),
    "POST /api/v1/me/email": Ask(body={}),
    "POST /api/v1/me/email/confirmation": Ask(body={"token": "x" * 43}),
    "POST /api/v1/me/passkeys": Ask(body={}),
    "PATCH /api/v1/me/passkeys/{passkey_id}": Ask(body={}),
    "DELETE /api/v1/me/sessions/current": Ask(uses_session=True),
    "DELETE /api/v1/me/sessions/{session_id}": Ask(fresh=("session_id", World.new_session_id)),
    "POST /api/v1/tokens": Ask(body={"organisation_id": "00000000-0000-0000-0000-000000000000"}),
    "DELETE /api/v1/tokens/{token_id}": Ask(fresh=("token_id", World.new_token)),
    "POST /api/v1/mails/previews": Ask(body={}),
}
