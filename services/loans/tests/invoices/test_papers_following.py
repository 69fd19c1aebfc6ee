"""Papers after people: accounts erased, organisations merged, names kept no longer than stated; lists by one statement."""

import hashlib
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from ombelle_loans.context import ProcessContext
from ombelle_loans.retention.jobs import keep_to_the_rules


async def test_an_erased_account_is_named_on_no_paper(desk, people, papers, stock):
    college, item = await people.organisation(), await stock.item()
    await stock.settings(insurance="certificate")
    lender = people.lender()
    people.lender = lambda: lender  # everything is done by one person
    loan = await papers.priced(college, item)
    await papers.certificate(lender, loan)
    await desk.act(lender, loan, "agreement", status=201)
    await lender.put(f"/loans/{loan['id']}/preparation/{loan['units'][0]['id']}", None)
    await papers.report(loan, "out", "good")
    digest = hashlib.sha256(b"prets@example.org").hexdigest()
    named = (
        "SELECT count(*) FROM (SELECT made_by AS who FROM agreement UNION ALL SELECT uploaded_by FROM insurance_certificate "
        "UNION ALL SELECT checked_by FROM preparation_check UNION ALL SELECT made_by FROM condition_report) AS x "
        "WHERE who = $1"
    )
    assert await people.connection.fetchval(named, lender.subject) == 4
    await people.delivers(
        "account.erased", lender.subject, {"account_id": lender.subject, "email_digest": digest}, 1
    )
    assert await people.connection.fetchval(named, lender.subject) == 0
    assert await people.connection.fetchval(named, "erased") == 4


async def test_certificates_follow_a_merge(people, papers, stock):
    college, into = await people.organisation(), await people.organisation("Collège Verne")
    await stock.settings(insurance="certificate")
    loan = await papers.priced(college, await stock.item())
    await papers.certificate(people.editor(college), loan)
    merged = {"organisation_id": str(college), "into": str(into)}
    await people.delivers("organisation.merged", str(college), merged, 1)
    assert await people.connection.fetchval("SELECT organisation_id FROM insurance_certificate") == into


async def test_names_on_papers_go_after_five_years(app, people, papers, stock):
    college = await people.organisation()
    loan = await papers.confirmed(college, await stock.item())
    await papers.report(loan, "out", "good")
    await people.lender().post(f"/loans/{loan['id']}/hand-over", {"taken_by": "Jean Petit"})
    await people.lender().post(f"/loans/{loan['id']}/return", {})
    await papers.report(loan, "in", "good")
    await people.lender().post(f"/loans/{loan['id']}/inspect", {})
    context: ProcessContext = app.state.context
    end = datetime.fromisoformat(loan["ends_on"]).replace(tzinfo=UTC) + timedelta(days=5 * 365 + 1)
    kept = "SELECT a.signatory_name, a.content::text LIKE '%Jeanne%' AS is_named, h.taken_by FROM agreement a, hand_over h"
    await keep_to_the_rules(context.sessions, end - timedelta(days=2))
    assert tuple(await people.connection.fetchrow(kept)) == ("Jeanne Petit", True, "Jean Petit")
    await keep_to_the_rules(context.sessions, end + timedelta(days=2))
    assert tuple(await people.connection.fetchrow(kept)) == (None, False, None)
    met = await keep_to_the_rules(context.sessions, end + timedelta(days=3))
    assert met["loan_papers"] == 0
    assert (await people.editor(college).call("GET", f"/loans/{loan['id']}/agreement.pdf")).status_code == 200


@pytest.mark.parametrize(
    ("path", "fill"),
    [
        (
            "/incidents?limit=300",
            (
                "INSERT INTO incident (loan_id, unit_id, kind, description, outcome, closed_on, made_by) "
                "SELECT $1, $2, 'damage', 'Rayure', 'repaired', '2026-01-01', 'x' FROM generate_series(1, $3::integer)"
            ),
        ),
        (
            "/invoices?limit=300",
            (
                "INSERT INTO invoice (issuer_id, year, number, kind, request_id, issuer, debtor_name, debtor_siret, "
                "debtor_address, debtor_postcode, debtor_city, total_cents, issued_on, due_on, issued_by) "
                "SELECT $2, 2026, coalesce((SELECT max(number) FROM invoice), 0) + n, 'invoice', l.request_id, "
                '\'{"name": "x", "siret": "1", "address": "x", "postcode": "x", "city": "x", "iban": null, '
                "\"vat_note\": \"x\"}', 'x', '73282932000074', 'x', 'x', 'x', 1, '2026-01-01', '2026-01-01', 'x' "
                "FROM loan l, generate_series(1, $3::integer) AS n WHERE l.id = $1"
            ),
        ),
        (
            "/loans/{loan}/insurance-certificates?limit=300",
            (
                "WITH f AS (INSERT INTO stored_file (storage_key, name, media_type, size_bytes, sha256, scan) "
                "SELECT uuidv7()::text, 'x', 'x', 1, sha256(''), 'clean' FROM generate_series(1, $3::integer) "
                "WHERE $2::uuid IS NOT NULL RETURNING id) "
                "INSERT INTO insurance_certificate (loan_id, organisation_id, kind, insurer, covers, value_cents, "
                "file_id, uploaded_by) SELECT $1, uuidv7(), 'loan', 'x', "
                "'[2026-01-01,2026-02-01)', 1, f.id, 'x' FROM f"
            ),
        ),
    ],
)
async def test_lists_ask_as_many_statements_whatever_they_hold(people, papers, stock, statements, path, fill):
    loan = await papers.priced(await people.organisation(), await stock.item())
    lender, unit = people.lender(), UUID(loan["units"][0]["id"])
    path = path.format(loan=loan["id"])
    await lender.get(path)
    counts, totals = [], []
    for count in (1, 2, 100):
        await people.connection.execute(fill, UUID(loan["id"]), unit, count)
        if "invoices" in path:
            await people.connection.execute(
                "INSERT INTO invoice_line (invoice_id, loan_id, label, cents, is_live) SELECT id, $1, 'x', 1, false "
                "FROM invoice ON CONFLICT DO NOTHING", UUID(loan["id"]),
            )  # fmt: skip
        statements.clear()
        totals.append((await lender.get(path))["total"])
        counts.append(len(statements))
    assert counts == [counts[0]] * 3
    assert totals == [1, 3, 103]


async def test_the_versions_of_an_agreement_ask_as_many_statements(desk, people, papers, stock, statements):
    loan = await papers.priced(await people.organisation(), await stock.item())
    counts = []
    for _ in range(3):
        await desk.act(people.lender(), loan, "agreement", status=201)
        statements.clear()
        await people.lender().get(f"/loans/{loan['id']}/agreements")
        counts.append(len(statements))
    assert counts == [counts[0]] * 3


async def test_what_is_sent_again_with_its_key_is_done_once(people, papers, stock):
    loan = await papers.priced(await people.organisation(), await stock.item())
    lender, headers = people.lender(), {"Idempotency-Key": str(uuid4())}
    path = f"/loans/{loan['id']}/agreement"
    first, second = [await lender.call("POST", path, headers=headers) for _ in range(2)]
    assert (first.json(), first.status_code) == (second.json(), second.status_code)
    assert await people.connection.fetchval("SELECT count(*) FROM agreement") == 1
    reused = await lender.call("POST", f"/loans/{loan['id']}/send-agreement", headers=headers)
    assert reused.json()["code"] == "idempotency_key_reused"
