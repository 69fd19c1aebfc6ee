"""An account that is erased is named nowhere in correspondence; what was said stays."""

import hashlib

ADDRESS = "Ada@vaisseau.example"


async def test_what_was_said_stays_by_somebody_who_is_no_more(desk, tell):
    await desk.open("draft")
    account = str(desk.holder.account_id)
    await desk.send(name=f"devis {ADDRESS}.pdf")
    await desk.connection.execute(
        "UPDATE application SET status = 'submitted', submitted_at = now(), submitted_by = 'x'"
    )
    await desk.coordinator.do("POST", f"{desk.path}/messages", {"text": f"Écrivez à {ADDRESS}."}, status=201)
    await desk.holder.do(
        "POST", f"{desk.path}/messages", {"text": f"Moi : {ADDRESS}, ou xada@vaisseau.example"}, status=201,
        idempotency_key="k",
    )  # fmt: skip
    await desk.coordinator.do("POST", f"{desk.path}/request-changes", {"reason": "outdated", "message": "x"})
    await desk.holder.do("POST", f"{desk.path}/resubmit", {"answer": f"{ADDRESS}"})
    held = (await desk.holder.client.get("/internal/personal-data", headers=desk.holder.headers)).json()[
        "sections"
    ]
    assert [row["text"] for row in held["application_messages"]] == [
        f"Moi : {ADDRESS}, ou xada@vaisseau.example"
    ]
    assert [row["name"] for row in held["application_files"]] == [f"devis {ADDRESS}.pdf"]
    assert [(row["message"], row["answer"]) for row in held["application_changes"]] == [(None, ADDRESS)]
    digest = hashlib.sha256(ADDRESS.lower().encode()).hexdigest()
    answer = await tell("account.erased", account, 2, account_id=account, email_digest=digest)
    assert answer.status_code == 204, answer.text
    for table in ("attachment", "application_message", "change_request", "idempotent_request"):
        rows = str([dict(row) for row in await desk.connection.fetch(f"SELECT * FROM {table}")])
        assert account not in rows
        assert ADDRESS not in rows
    texts = await desk.connection.fetch("SELECT text, author FROM application_message ORDER BY id")
    assert [tuple(row) for row in texts] == [
        ("Écrivez à [adresse effacée].", str(desk.coordinator.account_id)),
        ("Moi : [adresse effacée], ou xada@vaisseau.example", "erased"),
    ]
