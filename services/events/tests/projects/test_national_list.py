"""What is labelled, and what the national site holds of it: the list, reminders, the sheet, doubles."""

from unittest.mock import ANY

import pytest
from programme_desk import LINK, NOON, TEN


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
