"""What borrowers say of loans: asked once, answered by either way in, waived, made into tasks."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.evaluations.asking import ask_for_evaluations, remind_of_evaluations
from ombelle_loans.retention.jobs import keep_to_the_rules

ANSWERS = {
    "first_time": True,
    "how_known": "other",
    "how_known_other": "Une collègue",
    "audience_method": "counted",
    "audience": 214,
    "audience_types": ["college", "families"],
    "satisfaction": "very_satisfied",
    "satisfaction_welcome": "satisfied",
    "satisfaction_logistics": "not_very_satisfied",
    "pleased": "Les maquettes à toucher.",
    "content_remarks": "Panneau 3 : la date de 1889 est fausse.",
}
NOTHING = dict.fromkeys(ANSWERS) | {"audience_types": []}

# A loan that was asked for here goes through every state, each with its papers.
_BACK = (
    (
        "INSERT INTO agreement (id, loan_id, issuer_id, year, number, version, starts_on, ends_on, units, content, digest, "
        "made_at, made_by, sent_at, signed_at, signed_by, signatory_name, signatory_capacity) "
        "SELECT id, id, gen_random_uuid(), 2027, 1, 1, starts_on, ends_on, ARRAY[{unit}]::uuid[], '{{}}', "
        "sha256('x'), now(), 'lender', now(), now(), 'link', 'Jules', 'Maire' FROM loan WHERE id = {loan}"
    ),
    "UPDATE loan SET status = 'agreement_sent', agreement_id = id WHERE id = {loan}",
    "UPDATE loan SET status = 'confirmed', signed_agreement_id = id WHERE id = {loan}",
    (
        "INSERT INTO condition_report (id, loan_id, direction, made_on, made_by) "
        "VALUES ({loan}, {loan}, 'out', current_date, 'lender')"
    ),
    "INSERT INTO condition_line (report_id, unit_id, state) VALUES ({loan}, {unit}, 'good')",
    "UPDATE loan SET status = 'out', condition_report_out_id = id, went_out_on = starts_on WHERE id = {loan}",
    "UPDATE loan SET status = 'returned', returned_on = ends_on WHERE id = {loan}",
)


@pytest.fixture
async def back(desk, people, stock, connection):
    """Make a loan that is back from an organisation: of here, or of before Ombelle."""

    async def make(organisation, item, *, origin="asked"):
        today = today_in_paris()
        days = {"starts_on": today - timedelta(days=20), "ends_on": today - timedelta(days=1)}
        if origin == "imported":
            return await desk.row(organisation, item, "closed", **days)
        async with connection.transaction():
            loan = await desk.row(
                organisation, item, "approved", origin="asked", insurance_asked="none", **days
            )
            for statement in _BACK:
                await connection.execute(statement.format(loan=f"'{loan}'", unit=f"'{item.units[0]}'"))
        return loan

    return make


@pytest.fixture
async def asked(back, people, stock, desk):
    """A loan of the agency's item that is back, whose borrower was asked; the organisation, the item."""
    organisation, item = await people.organisation(), await stock.item()
    loan = await back(organisation, item)
    assert await ask_for_evaluations(*desk.settings) == 1
    return loan, organisation, item


async def _link(people):
    mail = (await people.posted("mail.requested"))[-1]
    return re.search(r"/questionnaire/([\w-]+)", mail["text"])[1]


async def test_whoever_brings_back_is_asked_once_and_reminded_twice(back, desk, people, stock, connection):
    organisation, item = await people.organisation(), await stock.item()
    loan = await back(organisation, item)
    await back(organisation, await stock.item(), origin="imported")  # nobody is asked of what was before
    assert await ask_for_evaluations(*desk.settings) == 1
    assert await ask_for_evaluations(*desk.settings) == 0
    now = datetime.now(UTC)
    counts = [
        await remind_of_evaluations(*desk.settings, now + timedelta(days=days))
        for days in (13, 15, 16, 30, 60, 90)
    ]
    assert counts == [0, 1, 0, 1, 0, 0]
    title = "Pop-up de l'histoire naturelle"
    assert await desk.mails() == [
        ("evaluation", str(organisation), f"Comment s’est passé le prêt de « {title} » ?"),
        ("evaluation-reminder", str(organisation), f"Rappel : comment s’est passé le prêt de « {title} » ?"),
        ("evaluation-reminder", str(organisation), f"Rappel : comment s’est passé le prêt de « {title} » ?"),
    ]
    assert await connection.fetchval("SELECT count(*) FROM evaluation_link") == 3
    assert (await people.editor(organisation).get(f"/loans/{loan}/evaluation"))["reminders"] == 2


async def test_the_borrower_answers_and_the_owner_hears_what_is_wrong(asked, people, stock, desk):
    loan, organisation, item = asked
    await stock.settings(email="prets@ombelle.example")
    borrower, lender = people.editor(organisation), people.lender()
    before = await borrower.get(f"/loans/{loan}/evaluation")
    expected = {
        "loan_id": str(loan), "loan_number": before["loan_number"], "item_id": str(item.id),
        "title": "Pop-up de l'histoire naturelle", "organisation_id": str(organisation),
        "organisation_name": "Collège Berlioz", "starts_on": before["starts_on"], "ends_on": before["ends_on"],
        "state": "asked", "asked_at": before["asked_at"], "reminders": 0, "reminded_at": None, **NOTHING,
        "answered_at": None, "answered_by_link": False, "waived_at": None, "waiver_reason": None, "version": 1,
        "allowed_actions": ["answer"],
    }  # fmt: skip
    assert before == expected
    headers = {"If-Match": '"v1"'}
    told = await borrower.put(f"/loans/{loan}/evaluation", ANSWERS, headers=headers)
    assert told == expected | ANSWERS | {
        "state": "answered",
        "answered_at": told["answered_at"],
        "version": 2,
    }
    stale = await borrower.put(f"/loans/{loan}/evaluation", ANSWERS, 412, headers=headers)
    assert (stale["code"], stale["yours"]["audience"]) == ("changed_meanwhile", 214)
    tasks = await lender.get("/content-tasks")
    [task] = tasks["items"]
    assert (task["remark"], task["state"], task["item_id"]) == (
        ANSWERS["content_remarks"],
        "to_do",
        str(item.id),
    )
    assert (await desk.mails())[-1] == (
        "content-task", "prets@ombelle.example",
        "« Pop-up de l'histoire naturelle » : un emprunteur signale quelque chose à corriger",
    )  # fmt: skip
    done = {"state": "set_aside", "note": "1889 est juste."}
    assert (await lender.patch(f"/content-tasks/{task['id']}", {"state": "set_aside"}, 422))[
        "code"
    ] == "invalid_input"
    changed = await lender.patch(f"/content-tasks/{task['id']}", done, if_match='"v1"')
    assert changed == task | done | {"version": 2, "updated_at": changed["updated_at"]}
    listed = await lender.get("/evaluations", params={"state": "answered"})
    assert [one["loan_id"] for one in listed["items"]] == [str(loan)]
    assert (listed["total"], listed["answered"], listed["response_rate_percent"]) == (1, 1, 100.0)
    assert listed["answers"] == {
        "satisfaction": {"very_satisfied": 1}, "satisfaction_welcome": {"satisfied": 1},
        "satisfaction_logistics": {"not_very_satisfied": 1}, "how_known": {"other": 1},
        "audience_types": {"college": 1, "families": 1}, "first_time": {"true": 1},
    }  # fmt: skip
    nobody = people.editor(await people.organisation("Ailleurs"))
    assert (await nobody.get("/evaluations"))["answers"] == {name: {} for name in listed["answers"]}


async def test_the_link_of_the_mail_answers_without_an_account(asked, people, connection):
    loan, organisation, _ = asked
    anybody, token = people.anonymous(), await _link(people)
    found = await anybody.get(f"/evaluation-links/{token}")
    expected = {
        "title": "Pop-up de l'histoire naturelle", "organisation_name": "Collège Berlioz",
        "starts_on": found["starts_on"], "ends_on": found["ends_on"], "state": "asked", **NOTHING, "version": 1,
    }  # fmt: skip
    assert found == expected
    path, headers = f"/evaluation-links/{token}", {"If-Match": '"v1"'}
    told = await anybody.put(path, ANSWERS, headers=headers)
    assert told == expected | ANSWERS | {"state": "answered", "version": 2}
    assert (await people.editor(organisation).get(f"/loans/{loan}/evaluation"))["answered_by_link"] is True
    await anybody.get(f"/evaluation-links/{token[:-1]}x", 404)
    await connection.execute("UPDATE evaluation_link SET expires_at = now()")
    assert (await anybody.put(path, ANSWERS, 404, headers=headers))["code"] == "evaluation_unknown"


async def test_nobody_else_knows_of_it(asked, people):
    loan, organisation, _ = asked
    path = f"/loans/{loan}/evaluation"
    headers = {"If-Match": '"v1"'}
    for stranger in (
        people.editor(uuid4()),
        people.account(),
        people.program(uuid4(), "loans:read", "loans:write"),
    ):
        assert (await stranger.get(path, 404))["code"] == "evaluation_unknown"
        assert (await stranger.put(path, ANSWERS, 404, headers=headers))["code"] == "evaluation_unknown"
        assert (await stranger.get("/evaluations"))["items"] == []
        assert (await stranger.get("/content-tasks"))["items"] == []
    await people.anonymous().get(path, 401)
    await people.editor(organisation).post(f"{path}/waive", {"reason": "Non"}, 403)


async def test_the_lender_lets_somebody_off_with_a_reason(asked, people):
    loan, organisation, _ = asked
    lender, path = people.lender(), f"/loans/{loan}/evaluation"
    told = await lender.post(f"{path}/waive", {"reason": "École fermée"})
    assert (told["state"], told["waiver_reason"], told["allowed_actions"]) == ("waived", "École fermée", [])
    assert (await lender.post(f"{path}/waive", {"reason": "Encore"}, 409))["code"] == "evaluation_waived"
    headers = {"If-Match": '"v2"'}
    refused = await people.editor(organisation).put(path, ANSWERS, 409, headers=headers)
    assert refused["code"] == "evaluation_waived"
    listed = await lender.get("/evaluations")
    assert (listed["total"], listed["waived"], listed["response_rate_percent"]) == (1, 1, 0.0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"audience": None},
        {"audience_method": "unknown"},
        {"audience": -1},
        {"audience": 1_000_001},
        {"satisfaction": "delighted"},
        {"how_known": "website"},
        {"audience_types": ["college", "college"]},
        {"pleased": "x" * 5001},
        {"unknown": 1},
    ],
)
async def test_answers_that_say_two_things_are_refused(asked, people, wrong):
    loan, organisation, _ = asked
    body = ANSWERS | wrong
    headers = {"If-Match": '"v1"'}
    refused = await people.editor(organisation).put(f"/loans/{loan}/evaluation", body, 422, headers=headers)
    assert refused["code"] == "invalid_input"


async def test_a_remark_taken_back_is_nothing_to_do(asked, people):
    loan, organisation, _ = asked
    borrower = people.editor(organisation)
    for version, remark, tasks in ((1, "Faux", ["Faux"]), (2, "Faux aussi", ["Faux aussi"]), (3, "  ", [])):
        body, headers = ANSWERS | {"content_remarks": remark}, {"If-Match": f'"v{version}"'}
        await borrower.put(f"/loans/{loan}/evaluation", body, headers=headers)
        listed = await people.lender().get("/content-tasks")
        assert [one["remark"] for one in listed["items"]] == tasks


async def test_an_erased_account_is_named_no_more_and_what_it_said_stays(asked, people, connection):
    loan, organisation, _ = asked
    borrower = people.editor(organisation)
    headers = {"If-Match": '"v1"'}
    await borrower.put(f"/loans/{loan}/evaluation", ANSWERS, headers=headers)
    assert await connection.fetchval("SELECT answered_by FROM evaluation") == borrower.subject
    erased = {"account_id": borrower.subject, "email_digest": "0" * 64}
    await people.delivers("account.erased", borrower.subject, erased, 1)
    row = await connection.fetchrow("SELECT answered_by, pleased FROM evaluation")
    assert tuple(row) == ("erased", ANSWERS["pleased"])


async def test_lists_and_figures_ask_as_much_of_many_as_of_one(people, stock, desk, connection, statements):
    lender, year = people.lender(), today_in_paris().year
    paths = (
        "/evaluations",
        "/content-tasks",
        f"/reports/loans/{year}",
        f"/reports/loans/{year}/rows?figure=loans",
    )
    for path in paths:
        await lender.get(path)
    found = []
    for number in (1, 2, 20):
        for _ in range(number):
            today = today_in_paris()
            loan = await desk.row(
                await people.organisation(), await stock.item(), "closed", starts_on=today, ends_on=today
            )
            await connection.execute(
                "WITH e AS (INSERT INTO evaluation (loan_id, state, satisfaction, audience_method, answered_at, "
                "answered_by, content_remarks) VALUES ($1, 'answered', 'satisfied', 'unknown', now(), 'link', 'Faux') "
                "RETURNING id) INSERT INTO content_task (evaluation_id, item_id, remark) "
                "SELECT e.id, l.item_id, 'Faux' FROM e, loan l WHERE l.id = $1",
                loan,
            )
        counts = []
        for path in paths:
            statements.clear()
            await lender.get(path)
            counts.append(len(statements))
        found.append(counts)
    assert found == [found[0]] * 3
    assert (await lender.get(f"/reports/loans/{year}"))["loans"]["loans"] == 23


async def test_words_and_links_go_after_five_years_and_figures_stay(asked, people, desk, connection):
    loan, organisation, _ = asked
    headers = {"If-Match": '"v1"'}
    await people.editor(organisation).put(f"/loans/{loan}/evaluation", ANSWERS, headers=headers)
    sessions, now = desk.context.sessions, datetime.now(UTC)
    for years, links, words in ((4, 1, ANSWERS["pleased"]), (6, 0, None)):
        await keep_to_the_rules(sessions, now + timedelta(days=366 * years))
        assert await connection.fetchval("SELECT count(*) FROM evaluation_link") == links
        row = await connection.fetchrow("SELECT pleased, satisfaction, audience FROM evaluation")
        assert tuple(row) == (words, "very_satisfied", 214)
