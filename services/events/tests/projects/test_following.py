"""What becomes of projects when organisations are merged, and of who acted when an account is erased."""

import hashlib
from uuid import uuid4


async def test_projects_offers_and_venues_follow_a_merge(programme, tell):
    project = await programme.project(organisation=programme.theirs)
    body = {"name": "Salle", "insee": "80021", "organisation_id": str(programme.theirs)}
    venue = await programme.zoe.do("POST", "/venues", body, status=201)
    village = await programme.event("Village", structure="umbrella")
    offer = {"organisation_id": str(programme.theirs), "title": "Optique"}
    await programme.bob.do("POST", f"/events/{village['id']}/stands", offer, status=201)
    assert (await programme.bob.ask("GET", f"/projects/{project}")).status_code == 404
    told = await tell(
        "organisation.merged", programme.theirs, 2, organisation_id=programme.theirs, into=programme.ours
    )
    assert told.status_code == 204, told.text
    assert (await programme.bob.get(f"/projects/{project}"))["organisation_name"] == "La Marmite"
    [found] = (await programme.bob.get("/venues?q=salle"))["items"]
    assert (found["id"], found["allowed_actions"]) == (venue["id"], ["edit"])
    [waiting] = (await programme.bob.get("/stand-invitations"))["items"]
    assert waiting["organisation_id"] == str(programme.ours)
    assert (await programme.zoe.ask("GET", f"/projects/{project}")).status_code == 404


async def test_an_erased_account_is_named_nowhere_and_what_it_did_stays(programme, tell, api):
    project = await programme.project(confirmed=False)
    await programme.bob.do("POST", f"/projects/{project}/confirm")
    event = await programme.event()
    await programme.shown(event)
    await programme.bob.do("PATCH", f"/events/{event['id']}", {"title": "Autre"}, If_Match="*")
    held = (await api.get("/internal/personal-data", headers=programme.bob.headers)).json()["sections"]
    assert [one["title"] for one in held["projects"]] == ["Fusées à eau"]
    assert [one["action"] for one in held["change_proposals"]] == ["edit"]
    digest = hashlib.sha256(b"contact@marmite.example").hexdigest()
    account = programme.bob.account_id
    told = await tell("account.erased", uuid4(), 1, account_id=account, email_digest=digest)
    assert told.status_code == 204, told.text
    row = await programme.rows.connection.fetchrow(
        "SELECT p.confirmed_by, p.contact_name, p.contact_email, c.proposed_by FROM project p, change_proposal c"
    )
    assert tuple(row) == ("erased", None, None, "erased")
    read = await programme.alice.get(f"/projects/{project}")
    assert (read["lifecycle"], read["contact_email"]) == ("active", None)
