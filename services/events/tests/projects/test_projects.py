"""Projects: opened by a label, confirmed, cancelled, published, followed on the national site."""

import asyncio
from unittest.mock import ANY

import icalendar
import pytest
from programme_desk import NOON, TEN

LINK = "http://localhost:8000/espace/projets/"


def summary(programme, project, **values):
    return {
        "id": str(project), "application_id": ANY, "number": ANY, "edition": 2027,
        "organisation_id": str(programme.ours), "organisation_name": "La Marmite", "title": "Fusées à eau",
        "lifecycle": "awaiting_confirmation", "confirmed_at": None, "cancelled_at": None, "cancelled_reason": None,
        "amount_granted_cents": None, "event_count": 0, "ready_count": 0, "published_count": 0, "in_feed_count": 0,
        "reminded_at": None, "version": 1, "allowed_actions": ["edit", "confirm", "cancel", "add_event"], **values,
    }  # fmt: skip


async def test_a_holder_lists_and_reads_a_project_with_its_roles(programme):
    project = await programme.project(confirmed=False)
    await programme.project("Ailleurs", organisation=programme.theirs)
    await programme.party(project, "partner", programme.theirs)
    await programme.rows.connection.execute(
        "UPDATE project SET amount_granted_cents = 50000 WHERE id = $1", project
    )
    listed = await programme.bob.get("/projects")
    mine = summary(programme, project, amount_granted_cents=50_000)
    assert listed == {"items": [mine], "next": None, "total": 1}
    parties = [
        {"role": "lead", "role_label": "Chef de file", "organisation_id": str(programme.ours), "name": "La Marmite",
         "may_edit": True, "accepted_at": ANY},
        {"role": "partner", "role_label": "Partenaire", "organisation_id": str(programme.theirs),
         "name": "Le Chaudron", "may_edit": False, "accepted_at": ANY},
    ]  # fmt: skip
    whole = {
        **mine, "mastering": "here", "contact_name": "Ada Contact", "contact_email": "contact@marmite.example",
        "created_at": ANY, "updated_at": ANY, "parties": parties, "events": [], "reminders": [],
    }  # fmt: skip
    assert await programme.bob.get(f"/projects/{project}") == whole
    # A partner reads it, without what is between the holder and the coordination.
    partner = {
        **whole,
        "amount_granted_cents": None,
        "contact_name": None,
        "contact_email": None,
        "allowed_actions": [],
    }
    assert await programme.zoe.get(f"/projects/{project}") == partner
    assert (await programme.zoe.get("/projects"))["total"] == 2
    assert (await programme.alice.get("/projects?q=fusees"))["total"] == 1


@pytest.mark.parametrize("role", ["partner", "provider", "co_holder"])
async def test_who_only_reads_a_project_changes_nothing(programme, role):
    project = await programme.project(confirmed=False)
    await programme.party(project, role, programme.theirs)
    asked = [
        await programme.zoe.ask("PATCH", f"/projects/{project}", {"title": "x"}, If_Match="*"),
        await programme.zoe.ask("POST", f"/projects/{project}/confirm"),
        await programme.zoe.ask("POST", f"/projects/{project}/cancel", {"reason": "Non"}),
    ]
    assert [(one.status_code, one.json()["code"]) for one in asked] == [
        (409, "project_action_impossible")
    ] * 3
    assert (
        await programme.rows.connection.fetchval("SELECT lifecycle FROM project") == "awaiting_confirmation"
    )


async def test_a_co_holder_who_may_edit_does(programme):
    project = await programme.project(confirmed=False)
    await programme.party(project, "co_holder", programme.theirs, may_edit=True)
    confirmed = await programme.zoe.do("POST", f"/projects/{project}/confirm")
    assert (confirmed["lifecycle"], confirmed["confirmed_at"]) == ("active", ANY)


async def test_a_project_of_others_is_not_found(programme):
    project = await programme.project()
    asked = [
        await programme.zoe.ask("GET", f"/projects/{project}"),
        await programme.zoe.ask("GET", f"/projects/{project}/national-sheet"),
        await programme.zoe.ask("PATCH", f"/projects/{project}", {"title": "x"}, If_Match="*"),
        await programme.zoe.ask("POST", f"/projects/{project}/confirm"),
        await programme.zoe.ask("POST", f"/projects/{project}/cancel", {"reason": "Non"}),
    ]
    assert [one.status_code for one in asked] == [404] * 5


async def test_confirming_twice_at_once_is_done_once(programme):
    project = await programme.project(confirmed=False)
    answers = await asyncio.gather(
        *(programme.bob.ask("POST", f"/projects/{project}/confirm") for _ in range(3))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    assert [one["event"] for one in await programme.posted("webhook.told")] == ["project.confirmed"]


async def test_a_contact_is_changed_on_a_version(programme):
    project = await programme.project()
    body = {"contact_email": "nouvelle@marmite.example"}
    changed = await programme.bob.do("PATCH", f"/projects/{project}", body, If_Match='"v1"')
    assert (changed["contact_email"], changed["version"]) == ("nouvelle@marmite.example", 2)
    stale = await programme.bob.ask("PATCH", f"/projects/{project}", {"contact_name": "x"}, If_Match='"v1"')
    assert (stale.status_code, stale.json()["yours"]) == (412, {"contact_name": "x"})
    wrong = await programme.bob.ask(
        "PATCH", f"/projects/{project}", {"contact_email": "pas une"}, If_Match="*"
    )
    assert wrong.status_code == 422


async def test_a_cancelled_project_is_cancelled_everywhere_and_told_to_all(programme, api):
    project = await programme.project()
    await programme.party(project, "partner", programme.theirs)
    event = await programme.event(project_id=str(project), description="De l'eau")
    await programme.shown(event)
    silent = await programme.bob.ask("POST", f"/projects/{project}/cancel", {})
    assert (silent.status_code, silent.json()["errors"][0]["pointer"]) == (422, "/body/reason")
    body = {"reason": "La salle a brûlé."}
    answers = [
        await programme.bob.ask("POST", f"/projects/{project}/cancel", body, Idempotency_Key="k")
        for _ in range(2)
    ]
    assert [one.status_code for one in answers] == [200, 200]
    cancelled = answers[0].json()
    assert (cancelled["lifecycle"], cancelled["cancelled_reason"], cancelled["allowed_actions"]) == (
        "cancelled", "La salle a brûlé.", [],
    )  # fmt: skip
    assert [(one["status"], one["publication"]) for one in cancelled["events"]] == [
        ("cancelled", "published")
    ]
    shown = (await api.get(f"/api/v1/agenda/{event['slug']}")).json()
    assert (shown["status"], shown["status_reason"], shown["sessions"][0]["status"]) == (
        "cancelled", "La salle a brûlé.", "cancelled",
    )  # fmt: skip
    calendar = icalendar.Calendar.from_ical((await api.get(f"/api/v1/agenda/{event['slug']}.ics")).content)
    assert [str(one["status"]) for one in calendar.walk("VEVENT")] == ["CANCELLED"]
    mails = await programme.posted("mail.requested")
    assert sorted(one["to"] for one in mails) == ["contact@marmite.example", "fds@agence.example"]
    assert all("La salle a brûlé." in one["text"] and f"{LINK}{project}" in one["text"] for one in mails)
    told = await programme.posted("webhook.told")
    assert {one["organisation_id"] for one in told if one["event"] == "project.cancelled"} == {
        str(programme.ours), str(programme.theirs),
    }  # fmt: skip
    refused = await programme.bob.ask(
        "POST", "/events", {"title": "x", "organisation_id": str(programme.ours), "project_id": str(project)}
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "project_cancelled")


async def test_postgresql_holds_what_a_project_is(programme, connection):
    application = await programme.rows.application(programme.call, programme.ours)
    insert = "INSERT INTO project (application_id, edition_id, organisation_id, title) VALUES ($1, $2, $3, 'Non labellisé')"
    with pytest.raises(Exception, match="fk_project_labelled_application"):
        await connection.execute(insert, application, programme.edition, programme.ours)
    project = await programme.project()
    with pytest.raises(Exception, match="cancelled_says_why_when_and_by_whom"):
        await connection.execute("UPDATE project SET lifecycle = 'cancelled' WHERE id = $1", project)


# --- publication ----------------------------------------------------------------------------------------------


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


# --- the national site ----------------------------------------------------------------------------------------


async def in_feed(programme, event_id):
    """Let the national feed hold an event."""
    await programme.rows.connection.execute(
        """
        WITH feed AS (
          INSERT INTO feed (name, kind, url, agenda, key)
          VALUES ('national', 'openagenda-v2', 'https://a.example', '1', 'k')
          ON CONFLICT (name) DO UPDATE SET key = 'k' RETURNING id
        )
        INSERT INTO feed_record (feed_id, external_id, event_id, digest, leads, linked, applied, raw)
        SELECT id, $1::text, $1::text::uuid, 'x', true, false, '{}', '{}' FROM feed
        """,
        str(event_id),
    )


async def nationally(programme):
    await programme.alice.do("PATCH", "/editions/2027", {"mastering": "nationally"}, If_Match="*")


async def test_labelled_but_not_entered_is_listed_until_the_feed_holds_or_links_an_event(programme, make):
    assert (await programme.alice.get("/editions/2027/not-entered"))["items"] == []
    entered, linked, absent = [await programme.project(title) for title in ("Saisi", "Relié", "Absent")]
    cancelled = await programme.project("Annulé")
    await programme.bob.do("POST", f"/projects/{cancelled}/cancel", {"reason": "Non"})
    assert (await programme.alice.get("/editions/2027/not-entered"))["total"] == 0  # mastered here
    await nationally(programme)
    listed = await programme.alice.get("/editions/2027/not-entered")
    assert [item["title"] for item in listed["items"]] == ["Saisi", "Relié", "Absent"]
    venue = await programme.venue()
    national = await make.event("De la nation", venue_id=venue)
    await in_feed(programme, national)
    body = {"project_id": str(entered)}
    await programme.alice.do("PATCH", f"/events/{national}", body, If_Match="*")
    other = await make.event("Fusées à eau", venue_id=venue)
    await in_feed(programme, other)
    await programme.event("Fusées a eau", project_id=str(linked), venue_id=venue)
    listed = await programme.alice.get("/editions/2027/not-entered")
    assert [(i["title"], i["event_count"], i["candidate_count"]) for i in listed["items"]] == [
        ("Relié", 1, 1),
        ("Absent", 0, 0),
    ]
    # What the feed holds is not published beside it: it is linked.
    preview = await programme.alice.do(
        "POST", f"/projects/{linked}/publish/preview", {"include_drafts": True}
    )
    assert "in_national_feed" in [note["code"] for note in preview["items"][0]["missing"]]
    assert [note["code"] for note in preview["warnings"]] == ["mastered_nationally"]
    [pair] = (await programme.alice.get("/duplicates"))["items"]
    await programme.alice.do("POST", f"/duplicates/{pair['id']}/link", {"keep": str(other)})
    listed = await programme.alice.get("/editions/2027/not-entered")
    assert listed == {
        "year": 2027,
        "mastering": "nationally",
        "items": [
            {
                "project_id": str(absent), "number": ANY, "title": "Absent", "organisation_id": str(programme.ours),
                "organisation_name": "La Marmite", "lifecycle": "active", "event_count": 0, "candidate_count": 0,
                "has_contact": True, "reminded_at": None, "allowed_actions": ["remind"],
            }
        ],
        "total": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "kind", "template"),
    [
        ("not-entered/reminders", "not_entered", "not_entered_reminder"),
        ("confirmation-reminders", "confirmation", "confirmation_reminder"),
    ],
)
async def test_holders_are_reminded_as_previewed(programme, path, kind, template):
    await nationally(programme)
    project = await programme.project(confirmed=False)
    mute = await programme.project("Sans adresse", confirmed=False)
    await programme.rows.connection.execute("UPDATE project SET contact_email = NULL WHERE id = $1", mute)
    body = {"message": "Merci d'avance !"}
    preview = await programme.alice.do("POST", f"/editions/2027/{path}/preview", body)
    [mail] = preview["mails"]
    assert (mail["project_id"], mail["to"]) == (str(project), "contact@marmite.example")
    assert "Fusées à eau" in mail["subject"]
    assert "Merci d'avance !" in mail["text"]
    assert f"{LINK}{project}" in mail["text"]
    assert preview["without_address"] == [str(mute)]
    assert await programme.posted("mail.requested") == []
    sent = await programme.alice.do("POST", f"/editions/2027/{path}", body)
    assert sent == {"sent": [str(project)], "without_address": [str(mute)]}
    [posted] = await programme.posted("mail.requested")
    assert (posted["to"], posted["template"], posted["text"]) == (mail["to"], template, mail["text"])
    read = await programme.alice.get(f"/projects/{project}")
    assert read["reminders"] == [{"kind": kind, "sent_at": ANY}]
    nobody = await programme.alice.ask("POST", f"/editions/2027/{path}", {"project_ids": [str(mute)]})
    assert (nobody.status_code, nobody.json()["code"]) == (409, "nothing_to_remind")


async def test_words_of_the_team_are_what_leaves(programme):
    project = await programme.project(confirmed=False)
    await programme.rows.insert(
        "text_template", "key", call_id=programme.call, kind="mail", key="confirmation_reminder",
        subject="Et alors, {{ recipient }} ?", body="On attend « {{ title }} ».", updated_by="tests",
    )  # fmt: skip
    [mail] = (await programme.alice.do("POST", "/editions/2027/confirmation-reminders/preview", {}))["mails"]
    assert mail["subject"] == "Et alors, Ada Contact ?"
    assert "On attend « Fusées à eau »." in mail["text"]
    assert project


async def test_the_sheet_follows_the_national_form(programme):
    project = await programme.project()
    await programme.party(project, "co_holder", programme.theirs)
    sheet = await programme.bob.get(f"/projects/{project}/national-sheet")
    assert [item["event_id"] for item in sheet["items"]] == [None]
    assert {"label": "Présentation courte", "value": "Des fusées et de l'eau."} in sheet["items"][0][
        "sections"
    ][1]["fields"]
    venue = await programme.venue("Le Beffroi", address="1 place", postal_code="80000")
    event = await programme.event(
        project_id=str(project), venue_id=venue, description="De l'eau", activity_type="workshop",
        theme="astronomy", age_min=6, free=True, audience=["schools"], school_levels=["college"],
        registration=[{"type": "email", "value": "a@b.example"}], accessibility=["motor"], keywords=["eau", "air"],
        sessions=[{"starts_at": TEN, "ends_at": NOON, "animators": ["Ada", "Zoé"]}],
    )  # fmt: skip
    sheet = await programme.bob.get(f"/projects/{project}/national-sheet")
    told = [
        (section["title"], {field["label"]: field["value"] for field in section["fields"]})
        for section in sheet["items"][0]["sections"]
    ]
    assert sheet == {
        "project_id": str(project), "title": "Fusées à eau", "edition": 2027, "mastering": "here",
        "items": [{"event_id": event["id"], "title": "Fusées à eau", "is_in_feed": False, "sections": ANY}],
    }  # fmt: skip
    assert told == [
        ("Initialisation", {"Type de saisie": "Animation simple", "Reconduction d'un événement de l'an passé": "Non"}),
        (
            "Description",
            {
                "Titre": "Fusées à eau", "Présentation courte": "De l'eau", "Présentation": None,
                "Type d'animation": "Atelier", "Thématique": "Astronomie", "Mots clés": "eau, air",
                "Publics": "Classes", "Niveaux scolaires": "Collège", "Âge": "À partir de 6 ans",
            },
        ),
        (
            "Informations pratiques",
            {
                "Dates et horaires": "samedi 2 octobre 2027 10:00 – 12:00", "Sur place ou en ligne": "Sur place",
                "Lieu": "Le Beffroi", "Adresse": "1 place", "Code postal": "80000", "Ville": "Amiens",
                "Adresse en ligne": None, "Gratuit": "Oui", "Conditions": None,
                "Inscription": "Courriel : a@b.example", "Accessibilité": "Handicap moteur",
            },
        ),
        (
            "Production",
            {
                "Organisateur": "La Marmite", "Co-porteurs": "Le Chaudron", "Partenaires": None,
                "Prestataires": None, "Animateurs": "Ada, Zoé",
            },
        ),
        ("Événement lié", {"Fait partie de": None, "Contient": None}),
    ]  # fmt: skip


async def test_a_preview_tells_of_doubles_and_writes_nothing(programme, make):
    project = await programme.project("Fusées")
    venue = await programme.venue()
    await in_feed(programme, await make.event("Fusées à eau", venue_id=venue))
    await programme.event("Fusées a eau", project_id=str(project), venue_id=venue)
    # As if the feed had brought it since: nobody has compared the two.
    await programme.rows.connection.execute("DELETE FROM duplicate_candidate")
    for path in (f"/projects/{project}/publish/preview", "/editions/2027/publish/preview"):
        [item] = (await programme.alice.do("POST", path, {"include_drafts": True}))["items"]
        assert "in_national_feed" in [note["code"] for note in item["missing"]]
    assert await programme.rows.connection.fetchval("SELECT count(*) FROM duplicate_candidate") == 0
