"""Publishing what is written: an edition in one step, or one project."""

import asyncio


async def test_an_edition_is_published_in_one_step_but_for_what_misses_something(programme, api, make):
    await make.venue("Ailleurs", "80021", latitude=49.9, longitude=2.3)
    venue = await programme.venue()
    active, waiting = await programme.project(), await programme.project("Pas confirmé", confirmed=False)
    whole = {"venue_id": venue, "description": "Oui", "free": True, "audience": ["schools"], "theme": "other",
             "activity_type": "workshop", "publication": "ready"}  # fmt: skip
    good = await programme.event("Bon", project_id=str(active), **whole)
    bare = await programme.event("Nu", project_id=str(active), sessions=[])
    late = await programme.event("En attente", project_id=str(waiting), **{**whole, "venue_id": None})
    preview = await programme.alice.do("POST", "/editions/2027/publish/preview", {})
    by_title = {item["title"]: item for item in preview["items"]}
    assert by_title["Bon"] == {
        "event_id": good["id"], "slug": "bon", "title": "Bon", "project_id": str(active),
        "project_title": "Fusées à eau", "organisation_name": "La Marmite", "publication": "ready", "missing": [],
        "warnings": [], "can_be_published": True,
    }  # fmt: skip
    codes = {
        title: ([n["code"] for n in item["missing"]], [n["code"] for n in item["warnings"]])
        for title, item in by_title.items()
    }
    assert codes == {
        "Bon": ([], []),
        "Nu": (
            ["not_ready", "no_description", "no_session"],
            ["free_unknown", "no_audience", "no_activity_type", "no_theme"],
        ),
        "En attente": (["project_not_confirmed", "no_venue"], []),
    }
    assert (preview["publishable_count"], preview["warnings"]) == (1, [])
    # Its holder reads the same of their project.
    told = await programme.bob.get(f"/projects/{active}")
    assert [(e["title"], e["missing"], e["warnings"]) for e in told["events"]] == [
        (title, by_title[title]["missing"], by_title[title]["warnings"]) for title in ("Bon", "Nu")
    ]
    assert (await api.get("/api/v1/agenda/bon")).status_code == 404
    done = await programme.alice.do("POST", "/editions/2027/publish", {})
    assert done["published"] == [good["id"]]
    assert {item["event_id"] for item in done["left"]} == {bare["id"], late["id"]}
    assert (await api.get("/api/v1/agenda/bon")).status_code == 200
    assert (await api.get("/api/v1/agenda/nu")).status_code == 404
    told = [one for one in await programme.posted("webhook.told") if one["event"] == "event.published"]
    assert [one["subject"] for one in told] == [{"kind": "event", "id": good["id"]}]
    again = await programme.alice.ask("POST", "/editions/2027/publish", {})
    assert (again.status_code, again.json()["code"]) == (409, "nothing_to_publish")


async def test_a_project_is_published_alone_and_by_the_coordination(programme):
    one, other = await programme.project(), await programme.project("Autre")
    venue = await programme.venue()
    values = {"venue_id": venue, "description": "Oui"}
    first = await programme.event("Premier", project_id=str(one), **values)
    await programme.event("Second", project_id=str(other), **values)
    refused = await programme.bob.ask("POST", f"/projects/{one}/publish", {})
    assert refused.status_code == 403
    preview = await programme.alice.do("POST", f"/projects/{one}/publish/preview", {"include_drafts": True})
    assert [(i["title"], i["can_be_published"]) for i in preview["items"]] == [("Premier", True)]
    assert [note["code"] for note in preview["items"][0]["warnings"]][-1] == "clash"
    done = await programme.alice.do("POST", f"/projects/{one}/publish", {"include_drafts": True})
    assert done == {"published": [first["id"]], "left": []}


async def test_two_who_publish_at_once_publish_once(programme):
    project, venue = await programme.project(), await programme.venue()
    await programme.event(project_id=str(project), venue_id=venue, description="Oui", publication="ready")
    answers = await asyncio.gather(
        *(programme.alice.ask("POST", "/editions/2027/publish", {}) for _ in range(3))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
