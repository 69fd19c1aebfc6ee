from datetime import UTC, datetime, timedelta

from ombelle_members.personal_data.service import KEPT, PersonalDataService


async def test_addresses_and_words_go_a_year_after_they_were_settled(app, people):
    alice, bob = await people.account("Alice"), await people.account("Bob")
    organisation = await alice.enters()
    path = f"/organisations/{organisation}"
    for name in ("a", "b", "c"):
        await alice.post(f"{path}/invitations", {"email": f"{name}@exemple.fr", "message": "Viens."}, 201)
    asked = await bob.post(f"{path}/join-requests", {"message": "Moi."}, 201)
    await alice.post(f"{path}/join-requests/{asked['id']}/refusal", {"reason": "Non."})
    await bob.post(f"{path}/join-requests", {"message": "Encore."}, 201)
    now = datetime.now(UTC)
    edge = now - KEPT
    for name, change in {
        "a": ("state = 'declined', settled_at = $1", edge - timedelta(seconds=1)),
        "b": ("state = 'declined', settled_at = $1", edge + timedelta(seconds=1)),
        "c": ("expires_at = $1", edge - timedelta(seconds=1)),
    }.items():
        await people.connection.execute(
            f"UPDATE invitation SET {change[0]} WHERE email = $2", change[1], f"{name}@exemple.fr"
        )
    await people.connection.execute(
        "UPDATE join_request SET settled_at = $1 WHERE state = 'refused'", edge - timedelta(seconds=1)
    )
    service = PersonalDataService(app.state.context.sessions)
    assert await service.erase_outlived(now) == 3
    assert await service.erase_outlived(now) == 0
    invitations = (await alice.get(f"{path}/invitations"))["items"]
    assert [(row["email"], row["message"], row["state"]) for row in invitations] == [
        (None, None, "expired"),
        ("b@exemple.fr", "Viens.", "declined"),
        (None, None, "declined"),
    ]
    requests = (await bob.get("/me/join-requests"))["items"]
    assert [(row["message"], row["reason"], row["state"]) for row in requests] == [
        ("Encore.", None, "waiting"),
        (None, None, "refused"),
    ]
