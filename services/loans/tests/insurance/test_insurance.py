"""Insurance: certificates given, accepted for the days that are blocked and the value, refused, served again, waived."""

from datetime import date, timedelta
from uuid import UUID

import pytest


async def _asked(papers, people, stock, insurance="certificate", **more):
    college = await people.organisation()
    await stock.settings(insurance=insurance, buffer_before_days=2, buffer_after_days=2)
    item = await stock.item(insurance_value_cents=300000, **more)
    return college, item


async def test_a_certificate_that_covers_it_confirms_what_is_signed(desk, people, papers, stock):
    college, item = await _asked(papers, people, stock)
    loan, token = await papers.sent(college, item)
    await papers.signs(token)
    assert await papers.status(loan) == "agreement_sent"
    given = await papers.certificate(people.editor(college), loan)
    assert given == {
        "id": given["id"],
        "loan_id": loan["id"],
        "kind": "loan",
        "insurer": "Mutuelle",
        "policy_number": None,
        "covers_from": given["covers_from"],
        "covers_to": given["covers_to"],
        "value_cents": 500000,
        "state": "waiting",
        "reason": None,
        "decided_at": None,
        "version": 1,
        "created_at": given["created_at"],
        "file": {
            "name": "attestation.pdf", "media_type": "application/pdf", "size_bytes": given["file"]["size_bytes"],
            "scan": "skipped",
        },
        "shortfalls": [],
        "is_used": False,
        "allowed_actions": [],
    }  # fmt: skip
    assert (await people.lender().get(f"/loans/{loan['id']}"))["papers"]["certificates_waiting"] == 1
    path = f"/insurance-certificates/{given['id']}"
    assert (
        await people.editor(college).call("POST", f"{path}/accept", headers={"If-Match": "*"})
    ).status_code == 403
    assert (await people.lender().call("POST", f"{path}/accept")).status_code == 428
    stale = await people.lender().call("POST", f"{path}/accept", headers={"If-Match": '"v7"'})
    assert (stale.status_code, stale.json()["current"]["version"]) == (412, 1)
    accepted = await people.lender().call("POST", f"{path}/accept", headers={"If-Match": '"v1"'})
    assert accepted.json() == given | {
        "state": "accepted", "version": 2, "decided_at": accepted.json()["decided_at"], "is_used": True,
    }  # fmt: skip
    assert await papers.status(loan) == "confirmed"
    assert (await people.lender().get(f"/loans/{loan['id']}"))["papers"]["certificates_waiting"] == 0
    again = await people.lender().call(
        "POST", f"{path}/refuse", json={"reason": "Non"}, headers={"If-Match": "*"}
    )
    assert again.json()["code"] == "insurance_certificate_decided"
    content = await people.editor(college).call("GET", f"{path}/file")
    assert content.content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("more", "shortfalls"),
    [
        ({"covers_from": "start"}, ["period"]),  # the loan's own days, without those of the transport
        ({"value_cents": "299999"}, ["value"]),
        ({"kind": "yearly"}, ["kind"]),
    ],
)
async def test_a_certificate_that_is_too_short_is_not_accepted(desk, people, papers, stock, more, shortfalls):
    college, item = await _asked(papers, people, stock)
    loan = await papers.approved(college, item)
    more = {name: loan["starts_on"] if value == "start" else value for name, value in more.items()}
    given = await papers.certificate(people.editor(college), loan, **more)
    assert given["shortfalls"] == shortfalls
    path = f"/insurance-certificates/{given['id']}"
    refused = await people.lender().call("POST", f"{path}/accept", headers={"If-Match": "*"})
    assert (refused.status_code, refused.json()["code"]) == (409, "insurance_certificate_short")
    assert (refused.json()["shortfalls"], refused.json()["needs"]["value_cents"]) == (shortfalls, 300000)
    answer = await people.lender().call(
        "POST", f"{path}/refuse", json={"reason": "Trop court"}, headers={"If-Match": "*"}
    )
    assert (answer.json()["state"], answer.json()["reason"]) == ("refused", "Trop court")
    assert (await desk.mails())[-1][0] == "loan-insurance-refused"


async def test_a_yearly_certificate_serves_the_next_loans_by_itself(desk, people, papers, stock):
    college, item = await _asked(papers, people, stock, "yearly", copies=2)
    loan = await papers.approved(college, item)
    end = date.fromisoformat(loan["starts_on"]) + timedelta(days=300)
    given = await papers.certificate(people.editor(college), loan, kind="yearly", covers_to=end.isoformat())
    await people.lender().call(
        "POST", f"/insurance-certificates/{given['id']}/accept", headers={"If-Match": "*"}
    )
    second = await papers.confirmed(college, item, 3)
    assert (second["status"], second["papers"]["insurance_certificate_id"]) == ("confirmed", given["id"])
    other = await people.organisation("Mairie", "town_hall")
    third = await papers.approved(other, item, 6)
    used = await desk.act(
        people.lender(), third, "use-insurance-certificate", {"certificate_id": given["id"]}, status=404
    )
    assert used["code"] == "insurance_certificate_unknown"
    listed = await people.editor(college).get(f"/loans/{second['id']}/insurance-certificates")
    assert (listed["total"], listed["items"][0]["is_used"]) == (1, True)
    assert (await people.editor(other).get(f"/loans/{third['id']}/insurance-certificates"))["total"] == 0


async def test_a_public_body_that_insures_itself_is_waived_with_a_reason(desk, people, papers, stock):
    college, item = await _asked(papers, people, stock)
    loan, token = await papers.sent(college, item)
    await papers.signs(token)
    why = {"reason": "Le Département est son propre assureur."}
    assert (await desk.act(people.editor(college), loan, "waive-insurance", why, status=403))[
        "code"
    ] == "action_forbidden"
    await desk.act(people.lender(), loan, "waive-insurance", {"reason": " "}, status=422)
    waived = await desk.act(people.lender(), loan, "waive-insurance", why)
    assert (waived["status"], waived["papers"]["insurance_waiver"]) == ("confirmed", why["reason"])


async def test_what_no_lender_asks_for_is_not_taken(people, papers, stock):
    college = await people.organisation()
    loan = await papers.approved(college, await stock.item())
    assert (await papers.certificate(people.editor(college), loan, 409))["code"] == "insurance_not_asked"
    stranger = people.editor(await people.organisation("Musée", "museum_science_centre"))
    assert (await papers.certificate(stranger, loan, 404))["code"] == "loan_unknown"


async def test_a_certificate_that_ends_before_it_begins_is_refused(people, papers, stock):
    college, item = await _asked(papers, people, stock)
    loan = await papers.approved(college, item)
    refused = await papers.certificate(people.editor(college), loan, 422, covers_to="2020-01-01")
    assert refused["errors"][0]["pointer"].startswith("/body")
    refused = await papers.certificate(people.editor(college), loan, 422, value_cents="beaucoup")
    assert refused["errors"][0]["pointer"] == "/body/value_cents"


async def test_the_database_confirms_nothing_that_is_not_insured(people, papers, stock):
    college, item = await _asked(papers, people, stock)
    loan, token = await papers.sent(college, item)
    await papers.signs(token)
    given = await papers.certificate(people.editor(college), loan)
    with pytest.raises(Exception, match="not accepted, or not for its days"):
        await people.connection.execute(
            "UPDATE loan SET status = 'confirmed', insurance_certificate_id = $2 WHERE id = $1",
            *(UUID(loan["id"]), UUID(given["id"])),
        )
