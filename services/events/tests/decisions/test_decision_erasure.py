"""An account that is erased leaves its decisions, and not its name."""

import hashlib
import io

from decision_desk import line
from pypdf import PdfReader


async def test_what_was_decided_stays_and_names_nobody(desk, tell):
    rose = desk.somebody("Rose Évaluatrice", "reviewer")
    await desk.rows.connection.execute(
        "UPDATE call SET has_committee = true, quorum = 1 WHERE id = $1", desk.call
    )
    await desk.rows.member(desk.call, rose)
    batch = await desk.batch(
        line(await desk.application()), present=[str(rose.account_id)], sitting_on="2027-01-04"
    )
    await desk.apply(batch)
    waiting = await desk.batch(line(await desk.application()), present=[str(rose.account_id)])
    await desk.preview(waiting)
    archive = (await desk.alice.client.get("/internal/personal-data", headers=desk.alice.headers)).json()
    kinds = [row["kind"] for row in archive["sections"]["decisions"]]
    assert sorted(kinds) == [
        "batch_applied", "batch_begun", "batch_begun", "decision_staged", "decision_staged"
    ]  # fmt: skip
    for one in (desk.alice, rose):
        digest = hashlib.sha256(one.email.encode()).hexdigest()
        told = await tell("account.erased", one.account_id, 1, account_id=one.account_id, email_digest=digest)
        assert told.status_code in {200, 204}, told.text
    for table in (
        "decision_batch", "decision_item", "decision_presence", "decision_preview", "letter", "application_entry",
        "audit_value", "idempotent_request",
    ):  # fmt: skip
        rows = await desk.rows.connection.fetch(f"SELECT t::text AS row FROM {table} t")
        held = " ".join(row["row"] for row in rows)
        for name in (str(desk.alice.account_id), str(rose.account_id), "Alice", "Rose"):
            assert name not in held, table
    shown = await desk.bob.get(f"/decision-batches/{batch['id']}")
    assert (shown["state"], shown["applied_by"], len(shown["present"])) == (
        "applied", {"id": "erased", "name": None}, 1,
    )  # fmt: skip
    pdf = await desk.bob.ask("GET", f"/decision-batches/{batch['id']}/minutes.pdf")
    said = " ".join(PdfReader(io.BytesIO(pdf.content)).pages[0].extract_text().split())
    assert "Quorum : 1 (présents : 1), atteint." in said
    assert "Une personne dont le compte a été effacé" in said
