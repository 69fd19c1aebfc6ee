"""Requests that are forwarded: written to the lender and to whoever asks, once, few enough; followed and forgotten."""

from asyncio import gather
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import uuid4

import pytest
from loans_desk import PLACE, week
from ombelle_loans.availability.days import today_in_paris
from ombelle_loans.forwarding.service import MOST_A_DAY
from ombelle_loans.retention.jobs import keep_to_the_rules

CONTACT = {"name": "Ada Lovelace", "email": "Ada@exemple.fr"}


def asked(organisation, number=0, **more):
    first, last = week(number)
    days = {"starts_on": first.isoformat(), "ends_on": last.isoformat()}
    return {"organisation_id": str(organisation), "contact": CONTACT, "place_of_use": PLACE} | days | more


@pytest.fixture
async def owner(people):
    return await people.organisation("Musée des Sciences", "museum_science_centre")


@pytest.fixture
async def lent(stock, owner):
    """An item of an organisation that sees to its own loans."""
    return await stock.item(
        owner=owner,
        slug="abeilles",
        title="Abeilles",
        handling="forwarded",
        contact_email="prets@musee.example",
    )


@pytest.fixture
async def college(people):
    return await people.organisation()


async def test_a_request_is_written_to_the_lender_and_copied_to_whoever_asks(
    people, desk, lent, college, connection
):
    ada = people.editor(college)
    made = await ada.post(
        "/catalogue/abeilles/forwarded-requests", asked(college, message="Pour la fête\nde mai"), 201
    )
    first, last = week(0)
    assert made == {
        "id": made["id"], "item": {"id": str(lent.id), "slug": "abeilles", "title": "Abeilles",
        "owner_name": "Musée des Sciences"},
        "organisation": {"id": str(college), "name": "Collège Berlioz", "kind": "college"}, "contact": CONTACT,
        "starts_on": first.isoformat(), "ends_on": last.isoformat(), "place_of_use": PLACE | {"department": "80"},
        "message": "Pour la fête\nde mai", "created_at": made["created_at"],
    }  # fmt: skip
    assert await desk.mails() == [
        ("forwarded-request", "prets@musee.example", "Demande de prêt pour Collège Berlioz : « Abeilles »"),
        ("forwarded-request-copy", "Ada@exemple.fr", "Votre demande est transmise : « Abeilles »"),
    ]
    for mail in await people.posted("mail.requested"):
        assert mail["about"] == {"kind": "forwarded_request", "id": made["id"]}
        for part in (mail["text"], mail["html"]):
            for said in (
                "Ada Lovelace",
                "Ada@exemple.fr",
                "CDI, 1 rue Haute, Amiens (80)",
                "Pour la fête\nde mai",
            ):
                assert said in part
            assert "https://ombelle.example/catalogue/abeilles" in part
    entry = await connection.fetchrow(
        "SELECT action, subject_kind, subject_id, v.values::text AS told FROM audit_entry e "
        "JOIN audit_value v USING (seq) ORDER BY e.seq DESC LIMIT 1"
    )
    assert tuple(entry) == (
        "request_forwarded", "forwarded_request", made["id"], f'{{"item_id": "{lent.id}"}}',
    )  # fmt: skip


async def test_it_is_known_of_on_both_sides_and_by_nobody_else(people, lent, college, owner):
    made = await people.program(college, "loans:write").post(
        f"/catalogue/{lent.id}/forwarded-requests", asked(college), 201
    )
    whole = {"items": [made], "next": None, "total": 1}
    sides = (
        people.editor(college),
        people.editor(owner),
        people.lender(),
        people.program(college, "loans:read"),
    )
    for someone in sides:
        assert await someone.get("/forwarded-requests") == whole
    nothing = {"items": [], "next": None, "total": 0}
    for someone in (people.account(), people.editor(await people.organisation("Théâtre"))):
        assert await someone.get("/forwarded-requests") == nothing


async def test_the_same_days_are_asked_for_once_and_a_repeated_request_is_one(people, desk, lent, college):
    ada, headers = people.editor(college), {"Idempotency-Key": str(uuid4())}
    path = "/catalogue/abeilles/forwarded-requests"
    made = await ada.post(path, asked(college), 201, headers=headers)
    assert await ada.post(path, asked(college), 201, headers=headers) == made
    problem = await people.editor(college).post(path, asked(college, message="Encore"), 409)
    assert (problem["code"], problem["forwarded_at"][:19]) == ("already_forwarded", made["created_at"][:19])
    await ada.post(path, asked(college, 1), 201)
    assert len(await desk.mails()) == 4


async def test_two_at_the_same_moment_are_one(people, desk, lent, college):
    path = "/catalogue/abeilles/forwarded-requests"
    answers = await gather(
        *(people.editor(college).call("POST", path, json=asked(college)) for _ in range(4))
    )
    assert sorted(one.status_code for one in answers) == [201, 409, 409, 409]
    assert len(await desk.mails()) == 2


async def test_so_many_a_day_and_no_more(people, lent, college, connection):
    await connection.execute(
        "INSERT INTO forwarded_request (item_id, organisation_id, starts_on, ends_on, place_name, commune_insee, "
        "department, created_by, created_at) SELECT $1, $2, date '2031-01-01' + n, date '2031-01-01' + n, 'CDI', "
        "'80021', '80', 'test', now() - interval '23 hours' FROM generate_series(1, $3::integer) n",
        *(lent.id, college, MOST_A_DAY),
    )
    path, ada = "/catalogue/abeilles/forwarded-requests", people.editor(college)
    answer = await ada.call("POST", path, json=asked(college))
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many_forwarded_requests")
    assert 3500 < int(answer.headers["retry-after"]) <= 3600
    other = await people.organisation("Lycée")
    await people.editor(other).post(path, asked(other), 201)
    await connection.execute("UPDATE forwarded_request SET created_at = created_at - interval '2 hours'")
    await ada.post(path, asked(college), 201)


@pytest.mark.parametrize(
    ("values", "status", "code"),
    [
        ({"publication": "draft"}, 404, "item_unknown"),
        ({"publication": "archived"}, 404, "item_unknown"),
        ({"retired_on": today_in_paris()}, 404, "item_unknown"),
        ({"handling": "handled_here"}, 409, "not_forwarded"),
        ({"handling": "contact_only"}, 409, "not_forwarded"),
    ],
)
async def test_an_item_that_is_not_asked_for_so_is_refused(
    people, desk, stock, owner, college, values, status, code
):
    lent = await stock.item(
        owner=owner, **{"handling": "forwarded", "contact_email": "prets@musee.example"} | values
    )
    path = f"/catalogue/{lent.slug}/forwarded-requests"
    problem = await people.editor(college).post(path, asked(college), status)
    assert (problem["code"], problem.get("handling")) == (
        code, values.get("handling") if code == "not_forwarded" else None,
    )  # fmt: skip
    assert await desk.mails() == []


@pytest.mark.parametrize(
    ("values", "pointer"),
    [
        ({"starts_on": "2020-01-06", "ends_on": "2020-01-10"}, "/body/starts_on"),
        ({"starts_on": "2031-10-10", "ends_on": "2031-10-06"}, "/body/ends_on"),
        ({"contact": {"name": "Ada", "email": "ada"}}, "/body/contact/email"),
        ({"place_of_use": {"name": "CDI", "commune_insee": "Amiens"}}, "/body/place_of_use/commune_insee"),
    ],
)
async def test_what_is_wrong_is_said_where_it_is(people, desk, lent, college, values, pointer):
    path = "/catalogue/abeilles/forwarded-requests"
    problem = await people.editor(college).post(path, asked(college, **values), 422)
    assert [one["pointer"] for one in problem["errors"]] == [pointer]
    assert await desk.mails() == []


async def test_one_asks_for_one_s_own_organisation(people, lent, college):
    path, stranger = "/catalogue/abeilles/forwarded-requests", people.editor(uuid4())
    assert (await stranger.post(path, asked(college), 403))["code"] == "organisation_not_yours"
    nowhere = uuid4()
    problem = await people.editor(nowhere).post(path, asked(nowhere), 422)
    assert (problem["code"], problem["errors"][0]["pointer"]) == (
        "organisation_unknown",
        "/body/organisation_id",
    )
    await people.lender().post(path, asked(college), 201)


async def test_a_merged_organisation_s_requests_are_the_other_s(people, lent, college):
    other = await people.organisation("Nouveau")
    path = "/catalogue/abeilles/forwarded-requests"
    for one, number in ((college, 0), (college, 1), (other, 0)):
        await people.editor(one).post(path, asked(one, number), 201)
    told = {"organisation_id": str(college), "into": str(other)}
    await people.delivers("organisation.merged", str(college), told, 2)
    listed = await people.editor(other).get("/forwarded-requests")
    assert [one["starts_on"] for one in listed["items"]] == [week(0)[0].isoformat(), week(1)[0].isoformat()]


async def test_an_erased_account_is_named_nowhere_and_what_it_asked_stays(people, lent, college, connection):
    ada = people.editor(college)
    made = await ada.post("/catalogue/abeilles/forwarded-requests", asked(college, message="Merci"), 201)
    held = (await ada.api.get("/internal/personal-data", headers=ada.headers)).json()["sections"]
    assert held["forwarded_requests"] == [
        {
            "item": "Abeilles", "organisation": "Collège Berlioz", "contact_name": "Ada Lovelace",
            "contact_email": "Ada@exemple.fr", "message": "Merci",
            "created_at": held["forwarded_requests"][0]["created_at"],
        }
    ]  # fmt: skip
    told = {"account_id": ada.subject, "email_digest": sha256(b"ada@exemple.fr").hexdigest()}
    await people.delivers("account.erased", ada.subject, told, 1)
    row = await connection.fetchval("SELECT r::text FROM forwarded_request r")
    assert not [said for said in (ada.subject, "Ada") if said in row]
    assert (await people.lender().get("/forwarded-requests"))["items"] == [made | {"contact": None}]


async def test_it_goes_after_three_years(people, desk, lent, college):
    await people.editor(college).post("/catalogue/abeilles/forwarded-requests", asked(college), 201)
    sessions, now = desk.context.sessions, datetime.now(UTC)
    for days, left in ((1095, 1), (1097, 0)):
        await keep_to_the_rules(sessions, now + timedelta(days=days))
        assert (await people.lender().get("/forwarded-requests"))["total"] == left


async def test_the_list_asks_as_much_of_many_as_of_one(people, lent, college, statements, connection):
    ada, counts = people.editor(college), []
    await ada.get("/forwarded-requests")
    for number in (1, 2, 100):
        await connection.execute(
            "INSERT INTO forwarded_request (item_id, organisation_id, starts_on, ends_on, place_name, commune_insee, "
            "department, created_by) SELECT $1, $2, d, d, 'CDI', '80021', '80', 'test' "
            "FROM (SELECT date '2031-01-01' + n AS d FROM generate_series($3 * 1000, $3 * 1001 - 1) n) days",
            *(lent.id, college, number),
        )
        statements.clear()
        await ada.get("/forwarded-requests", params={"limit": 300})
        counts.append(len(statements))
    assert counts == [counts[0]] * 3
