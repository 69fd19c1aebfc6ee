"""Whether an organisation is a member on a day: whom that is told, and how another service asks."""

from datetime import date
from uuid import uuid4

import httpx
import pytest
from members_people import SECRET
from ombelle_chassis.service_calls import sign_call
from ombelle_contracts.membership import HttpMembershipClient, MembersAway, Membership

_DAY = date(2027, 10, 4)
_UNKNOWN_YET = {"on": "2027-10-04", "is_member": None}


async def test_it_is_told_to_the_agency_and_to_those_who_act_for_the_organisation(people):
    alice = await people.account("Alice")
    organisation = await alice.enters()
    path = f"/organisations/{organisation}/membership?on=2027-10-04"
    lender = await people.account("Lucie", "lender")
    for caller in (alice, lender, people.program(organisation, "organisations:read")):
        assert await caller.get(path) == _UNKNOWN_YET
    stranger = await people.account("Zoé")
    assert (await stranger.get(path, 404))["code"] == "organisation_unknown"
    assert (await people.program(organisation, "organisations:write").get(path, 403))[
        "code"
    ] == "scope_missing"
    assert (await alice.get(f"/organisations/{organisation}/membership", 422))["errors"][0][
        "pointer"
    ] == "/query/on"


@pytest.fixture
def client(app) -> HttpMembershipClient:
    """What another service asks with, over this service's routes."""
    asking = HttpMembershipClient("http://members", SECRET)
    asking._client = httpx.AsyncClient(transport=httpx.ASGITransport(app=app))
    return asking


async def test_another_service_asks_in_its_own_name(people, client):
    organisation = await (await people.account("Alice")).enters()
    assert await client.membership(organisation, _DAY) == Membership(on=_DAY, is_member=None)


async def test_of_a_merged_organisation_the_one_that_stands_is_meant(people, client):
    clara = await people.account("Clara", "coordinator")
    gone, stays = await clara.enters(), await clara.enters(name="Musée des Sciences")
    await clara.post(f"/organisations/{gone}/merge", {"into": str(stays)})
    assert await client.membership(gone, _DAY) == Membership(on=_DAY, is_member=None)


async def test_members_is_away_for_whoever_is_not_told(people, client):
    with pytest.raises(MembersAway, match="404"):
        await client.membership(uuid4(), _DAY)
    with pytest.raises(MembersAway):
        await HttpMembershipClient(None, SECRET).membership(uuid4(), _DAY)
    with pytest.raises(MembersAway):
        await HttpMembershipClient("http://127.0.0.1:1", SECRET).membership(uuid4(), _DAY)


async def test_nobody_asks_in_the_name_of_a_service(people, api):
    organisation = await (await people.account("Alice")).enters()
    path = f"/internal/organisations/{organisation}/membership?on=2027-10-04"
    other = path.replace("2027", "2026")
    for headers in (
        {},
        people.command().headers,
        sign_call("YSBzZWNyZXQgb2YgdGhpcnR5LXR3byBieXRlcywgbm8=", path),
        sign_call(SECRET, other),
    ):
        assert (await api.get(path, headers=headers)).status_code == 401, headers
    assert (await api.get(path, headers=sign_call(SECRET, path))).json() == _UNKNOWN_YET
