"""What dossiers say of people goes when the rules say so, and not a moment before."""

from datetime import timedelta

from dossiers import WHOLE, Dossiers
from ombelle_events.retention.jobs import keep_to_the_rules
from ombelle_events.retention.rules import RULES, STATEMENTS

_AGE = {rule.kind: rule.age for rule in RULES}
_MOMENT = timedelta(seconds=1)
_CONTACT = ("contact_name", "contact_email")


async def _left(dossiers: Dossiers) -> list[str]:
    return [
        row["title"]
        for row in await dossiers.connection.fetch("SELECT title FROM application ORDER BY number")
    ]


def test_every_rule_is_carried_out():
    assert list(STATEMENTS) == [rule.kind for rule in RULES]


async def test_drafts_that_were_never_sent_go_a_year_after_they_were_left(app, dossiers: Dossiers):
    open_call, closed = await dossiers.call(), await dossiers.call(year=2026)
    left = await dossiers.draft(open_call, answers={"title": "Abandonné"})
    await dossiers.draft(open_call, answers={"title": "En cours"})
    await dossiers.draft(closed, answers={"title": "Jamais déposé"})
    await dossiers.insert(closed, title="Déposé")
    ada = dossiers.editor("Musée")
    assert (await dossiers.api.delete(f"/api/v1/applications/{left['id']}", headers=ada)).status_code == 204
    await dossiers.close(closed)
    sessions, age = app.state.context.sessions, _AGE["unsent_application"]
    left_at, closed_at = await dossiers.connection.fetchrow(
        "SELECT (SELECT updated_at FROM application WHERE id = $1), (SELECT closes_at FROM call WHERE id = $2)",
        left["id"],
        closed,
    )
    first, second = sorted((left_at, closed_at))
    for now, count, titles in (
        (first + age - _MOMENT, 0, {"Abandonné", "En cours", "Jamais déposé", "Déposé"}),
        (second + age, 2, {"En cours", "Déposé"}),
    ):
        assert (await keep_to_the_rules(sessions, now))["unsent_application"] == count
        assert set(await _left(dossiers)) == titles


async def test_a_contact_is_forgotten_five_years_after_the_call_and_the_dossier_stays(
    app, dossiers: Dossiers
):
    call = await dossiers.call()
    sent = await dossiers.submitted(call)
    ada, coordinator = dossiers.editor("Musée"), dossiers.coordinator()
    address = f"/api/v1/applications/{sent['id']}"
    found = "/api/v1/applications?q=Martin"
    assert (await dossiers.api.get(found, headers=coordinator)).json()["total"] == 1
    closes_at = await dossiers.connection.fetchval("SELECT closes_at FROM call WHERE id = $1", call)
    sessions, age = app.state.context.sessions, _AGE["application_contact"]
    assert (await keep_to_the_rules(sessions, closes_at + age - _MOMENT))["application_contact"] == 0
    assert (await dossiers.api.get(address, headers=ada)).json()["answers"] == WHOLE
    assert (await keep_to_the_rules(sessions, closes_at + age))["application_contact"] == 1
    assert (await keep_to_the_rules(sessions, closes_at + age))["application_contact"] == 0
    left = {name: value for name, value in WHOLE.items() if name not in _CONTACT}
    assert (await dossiers.api.get(address, headers=ada)).json()["answers"] == left
    assert (await dossiers.api.get(found, headers=coordinator)).json()["total"] == 0
    history = (await dossiers.api.get(f"{address}/history", headers=ada)).text
    assert WHOLE["title"] in history
    assert "Hélène" not in history
    assert "helene.martin" not in history


async def test_messages_go_three_years_after_they_were_sent(app, dossiers: Dossiers):
    sent = await dossiers.submitted(await dossiers.call())
    await dossiers.post(sent, "messages", dossiers.editor("Musée"), {"text": "Bonjour"})
    at = await dossiers.connection.fetchval("SELECT at FROM application_message")
    sessions, age = app.state.context.sessions, _AGE["application_message"]
    assert (await keep_to_the_rules(sessions, at + age - _MOMENT))["application_message"] == 0
    assert (await keep_to_the_rules(sessions, at + age))["application_message"] == 1
    assert await dossiers.connection.fetchval("SELECT count(*) FROM application_message") == 0


async def test_everybody_reads_the_rules(api):
    answer = await api.get("/api/v1/retention/events")
    assert answer.status_code == 200
    assert [rule["kind"] for rule in answer.json()["items"]] == [rule.kind for rule in RULES]
