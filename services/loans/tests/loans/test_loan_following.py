"""A borrower that is merged, an account that is erased, and what is held of somebody; lists ask a steady number of times."""

from datetime import UTC, date, datetime
from hashlib import sha256
from uuid import UUID

import pytest
from loans_desk import line
from ombelle_loans.retention.jobs import keep_to_the_rules

_MOST = 5


async def test_a_merged_borrower_s_loans_are_those_of_the_one_it_became(desk, people, stock):
    gone, kept = await people.organisation("Ancien"), await people.organisation("Nouveau")
    old, new = people.editor(gone), people.editor(kept)
    loan = (await desk.ask(old, gone, line(await stock.item())))["loans"][0]
    told = {"organisation_id": str(gone), "into": str(kept)}
    await people.delivers("organisation.merged", str(gone), told, 2)
    await old.get(f"/loans/{loan['id']}", 404)
    found = await new.get(f"/loans/{loan['id']}")
    assert found["organisation"] == {"id": str(kept), "name": "Nouveau", "kind": "college"}
    assert (await new.get(f"/loan-requests/{loan['request']['id']}"))["version"] == 2
    assert (await desk.act(people.lender(), loan, "approve"))["status"] == "approved"
    assert (await desk.mails())[-1][1] == str(kept)
    problem = await desk.ask(old, gone, line(await stock.item()), status=422)
    assert problem["code"] == "organisation_unknown"


async def test_an_erased_account_is_named_nowhere_and_its_loans_go_on(desk, people, stock, connection):
    college = await people.organisation()
    ada, other = people.editor(college), people.editor(college)
    signatory = {"name": "Ada Lovelace", "capacity": "Principale", "email": "Ada@exemple.fr"}
    request = await desk.ask(ada, college, line(await stock.item()), signatory=signatory)
    await desk.ask(
        other, college, line(await stock.item()), signatory=signatory | {"email": "bob@exemple.fr"}
    )
    held = (await ada.api.get("/internal/personal-data", headers=ada.headers)).json()["sections"]
    assert [(one["number"], one["organisation"]) for one in held["loan_requests"]] == [
        (request["number"], "Collège Berlioz")
    ]
    assert [(one["number"], one["action"]) for one in held["loans"]] == [
        (request["loans"][0]["number"], "ask")
    ]
    digest = sha256(b"ada@exemple.fr").hexdigest()
    told = {"account_id": ada.subject, "email_digest": digest}
    await people.delivers("account.erased", ada.subject, told, 1)
    for table in ("loan_request", "loan_entry", "loan"):
        rows = await connection.fetch(f"SELECT t::text AS line FROM {table} t")
        assert not [row for row in rows if ada.subject in row["line"] or "Ada@exemple.fr" in row["line"]]
    found = await people.lender().get(f"/loan-requests/{request['id']}")
    assert (found["signatory"], found["loans"][0]["status"]) == (None, "held")
    signs = await connection.fetchval(
        "SELECT count(*) FROM loan_request WHERE signatory_email = 'bob@exemple.fr' AND created_by = $1",
        other.subject,
    )
    assert signs == 1
    held = (await ada.api.get("/internal/personal-data", headers=ada.headers)).json()["sections"]
    assert (held["loan_requests"], held["loans"]) == ([], [])


async def test_five_years_after_its_last_loan_a_request_names_nobody(desk, people, stock, connection):
    college, long_ago = await people.organisation(), date(2020, 5, 4)
    days = {"starts_on": long_ago, "ends_on": long_ago, "went_out_on": long_ago}
    old = await desk.row(college, await stock.item(), "closed", **days)
    recent = await desk.row(college, await stock.item(), "closed")
    out = await desk.row(college, await stock.item(), "out", **days)
    await connection.execute(
        "UPDATE loan_request SET signatory_name = 'Ada', signatory_capacity = 'Maire', message = 'Merci', "
        "created_at = '2020-01-01'"
    )
    assert (await keep_to_the_rules(desk.context.sessions, datetime.now(UTC)))["loan_signatory"] == 1
    requests = await connection.fetch(
        "SELECT l.id, r.signatory_name, r.message FROM loan l JOIN loan_request r ON r.id = l.request_id"
    )
    assert {row["id"]: (row["signatory_name"], row["message"]) for row in requests} == {
        old: (None, None), recent: ("Ada", "Merci"), out: ("Ada", "Merci"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "path", ["/loans?limit=300", "/loan-requests?limit=300", "/loans/{loan}/history?limit=300"]
)
async def test_lists_ask_the_same_number_of_statements_whatever_they_hold(
    desk, people, stock, statements, path
):
    college, lender = await people.organisation(), people.lender()
    loan = UUID((await desk.held(college, await stock.item()))["id"])
    counts, sizes = [], []
    await lender.get("/loans?limit=1")  # a first connection asks who the server is
    for count in (1, 2, 20):
        for _ in range(count):
            await desk.row(college, await stock.item(), "requested")
        await people.connection.execute(
            "INSERT INTO loan_entry (loan_id, actor, part, action, status) "
            "SELECT $1, 'x', 'lender', 'hold', 'held' FROM generate_series(1, $2::integer)",
            *(loan, count),
        )
        statements.clear()
        answer = await lender.call("GET", path.format(loan=loan))
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts == [counts[0]] * 3
    assert counts[0] <= _MOST
    assert sizes[0] < sizes[1] < sizes[2]
