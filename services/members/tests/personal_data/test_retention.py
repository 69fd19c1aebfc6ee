import json
from datetime import UTC, datetime, timedelta

from ombelle_members.personal_data.jobs import keep_to_the_rules
from ombelle_members.personal_data.retention import RULES, STATEMENTS

AGE = {rule.kind: rule.age for rule in RULES}
MOMENT = timedelta(seconds=1)


async def test_addresses_and_words_go_a_year_after_they_were_settled(app, people):
    alice, bob = await people.account("Alice"), await people.account("Bob")
    organisation = await alice.enters()
    path = f"/organisations/{organisation}"
    for name in ("a", "b", "c"):
        await alice.post(f"{path}/invitations", {"email": f"{name}@exemple.fr", "message": "Viens."}, 201)
    for words in ("Moi.", "Enfin."):
        asked = await bob.post(f"{path}/join-requests", {"message": words}, 201)
        await alice.post(f"{path}/join-requests/{asked['id']}/refusal", {"reason": "Non."})
    await bob.post(f"{path}/join-requests", {"message": "Encore."}, 201)
    now = datetime.now(UTC)
    for name, change, moment in (
        ("a", "state = 'declined', settled_at = $1", now - AGE["invitation"]),
        ("b", "state = 'declined', settled_at = $1", now - AGE["invitation"] + MOMENT),
        ("c", "expires_at = $1", now - AGE["invitation"]),
    ):
        await people.connection.execute(
            f"UPDATE invitation SET {change} WHERE email = $2", moment, f"{name}@exemple.fr"
        )
    for words, moment in (
        ("Moi.", now - AGE["join_request"]),
        ("Enfin.", now - AGE["join_request"] + MOMENT),
    ):
        await people.connection.execute(
            "UPDATE join_request SET settled_at = $1 WHERE message = $2", moment, words
        )
    sessions = app.state.context.sessions
    none = dict.fromkeys(STATEMENTS, 0)
    met = none | {"invitation": 2, "join_request": 1}
    assert await keep_to_the_rules(sessions, now) == met
    assert await keep_to_the_rules(sessions, now) == none
    invitations = (await alice.get(f"{path}/invitations"))["items"]
    assert [(row["email"], row["message"], row["state"]) for row in invitations] == [
        (None, None, "expired"),
        ("b@exemple.fr", "Viens.", "declined"),
        (None, None, "declined"),
    ]
    requests = (await bob.get("/me/join-requests"))["items"]
    assert [(row["message"], row["reason"], row["state"]) for row in requests] == [
        ("Encore.", None, "waiting"),
        ("Enfin.", "Non.", "refused"),
        (None, None, "refused"),
    ]
    told = await people.connection.fetch(
        'SELECT actor, subject_kind, "values" FROM audit_value JOIN audit_entry USING (seq) '
        "WHERE action = 'retention_applied' AND subject_id IS NOT NULL ORDER BY seq DESC LIMIT 1"
    )
    assert [(row["actor"], row["subject_kind"], json.loads(row["values"])) for row in told] == [
        ("retention", "retention", {"invitation": 2, "join_request": 1})
    ]


def test_every_rule_is_carried_out():
    assert [rule.kind for rule in RULES] == list(STATEMENTS)


async def test_the_rules_are_public(api):
    answer = await api.get("/api/v1/retention/members")
    assert answer.status_code == 200
    assert answer.json() == {
        "items": [
            {name: getattr(rule, name) for name in ("kind", "what", "kept", "starts", "basis", "notice")}
            for rule in RULES
        ],
        "next": None,
    }
