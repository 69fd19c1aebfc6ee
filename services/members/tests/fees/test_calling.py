"""The yearly call and reminders: who is asked, who is not and why, and never twice too soon."""

import asyncio
from datetime import date, timedelta

from members_fees import NEW_YEAR, THIS_YEAR
from ombelle_members.days import today_in_paris
from ombelle_members.fees.calling.service import CallingService

TODAY = today_in_paris()


async def test_a_rehearsal_tells_what_the_call_does_and_the_call_does_it(treasury, people):
    await treasury.adopts()
    small = await treasury.legal("Association", "small", "C")
    called_before = await treasury.legal("Bibliothèque")
    await treasury.calls(called_before, tells=False)
    await treasury.legal("Centre", "large")
    person = await treasury.natural("Zoé Martin")
    await treasury.legal("Disparue", until=NEW_YEAR)
    body = {"year": THIS_YEAR, "due_on": str(TODAY + timedelta(days=40))}
    rehearsed = await treasury.treasurer.post("/fees/call", body)
    assert rehearsed == {
        "year": THIS_YEAR,
        "due_on": str(TODAY + timedelta(days=40)),
        "dry_run": True,
        "called": [
            {
                "fee_id": None,
                "member": {"id": str(small), "number": 1, "kind": "legal", "name": "Association"},
                "category": "small",
                "college": "C",
                "amount_cents": 5000,
                "is_told": True,
            },
            {
                "fee_id": None,
                "member": {"id": str(person), "number": 4, "kind": "natural", "name": "Zoé Martin"},
                "category": "natural",
                "college": "D",
                "amount_cents": 2000,
                "is_told": True,
            },
        ],
        "left_out": [
            {
                "member": {"id": str(called_before), "number": 2, "kind": "legal", "name": "Bibliothèque"},
                "category": "medium",
                "college": "B",
                "why": "called_already",
            },
            {
                "member": {**rehearsed["left_out"][1]["member"], "name": "Centre"},
                "category": "large",
                "college": "B",
                "why": "no_tariff",
            },
        ],
        "amount_cents": 7000,
    }
    assert await people.posted("mail.requested") == []
    done = await treasury.treasurer.post("/fees/call", body | {"dry_run": False})
    fees = [one.pop("fee_id") for one in done["called"]]
    assert None not in fees
    assert done == rehearsed | {"dry_run": False, "called": done["called"]}
    mails = await people.posted("mail.requested")
    assert [(one["to"], one["template"], one["subject"], one["about"]) for one in mails] == [
        (
            "association@exemple.fr",
            "fee-call",
            f"Cotisation {THIS_YEAR} : 50 €",
            {"kind": "fee", "id": fees[0]},
        ),
        ("zoé@exemple.fr", "fee-call", f"Cotisation {THIS_YEAR} : 20 €", {"kind": "fee", "id": fees[1]}),
    ]


async def test_whoever_administers_an_organisation_is_written_to(treasury, people):
    await treasury.adopts()
    alice = await people.account("Alice")
    organisation = await alice.enters(name="Muséum")
    member = await treasury.connection.fetchval(
        "WITH m AS (INSERT INTO member (kind, organisation_id, fee_category) VALUES ('legal', $1, 'small') RETURNING id) "
        "INSERT INTO college_membership (member_id, college, period, began_as) "
        "SELECT id, 'A', '[2021-01-01,)', 'admission' FROM m RETURNING member_id",
        organisation,
    )
    await treasury.calls(member)
    [mail] = await people.posted("mail.requested")
    assert (mail["to"], mail["to_organisation"]) == (None, str(organisation))


async def _late(treasury, name, days):
    """A fee that was due so many days ago."""
    fee = (await treasury.calls(await treasury.legal(name, "small"), tells=False))["id"]
    await treasury.connection.execute(
        "UPDATE fee SET called_on = $2, due_on = $2 WHERE id = $1", fee, TODAY - timedelta(days=days)
    )
    return fee


async def test_who_is_late_is_reminded_and_not_again_within_the_days_that_settings_say(treasury, people):
    await treasury.adopts()
    late, paid = await _late(treasury, "Tardive", 12), await _late(treasury, "Payée", 12)
    await treasury.receives(paid, 5000)
    not_late = (await treasury.calls(await treasury.legal("Attendue", "small"), tells=False))["id"]
    asked = {"fees": [late, paid, not_late, not_late[:-4] + "ffff"]}
    rehearsed = await treasury.treasurer.post("/fees/remind", asked)
    [one] = rehearsed["reminded"]
    assert (one["fee_id"], one["remaining_cents"], one["days_late"], one["reminders"]) == (late, 5000, 12, 0)
    assert {one["fee_id"]: one["why"] for one in rehearsed["left_out"]} == {
        paid: "settled", not_late: "not_late", asked["fees"][3]: "unknown",
    }  # fmt: skip
    assert await people.posted("mail.requested") == []
    done = await treasury.treasurer.post("/fees/remind", {"dry_run": False})
    assert [one["fee_id"] for one in done["reminded"]] == [late]
    again = await treasury.treasurer.post("/fees/remind", {"dry_run": False})
    assert (again["reminded"], [one["why"] for one in again["left_out"]]) == ([], ["recently_reminded"])
    [mail] = await people.posted("mail.requested")
    assert mail["subject"] == f"Rappel : cotisation {THIS_YEAR}, reste 50 €"
    fee = await treasury.treasurer.get(f"/fees/{late}")
    assert (fee["is_late"], fee["reminders"], fee["last_reminded_on"]) == (True, 1, str(TODAY))


async def test_two_treasurers_remind_at_once_and_one_mail_leaves(treasury, people):
    await treasury.adopts()
    await _late(treasury, "Tardive", 12)
    body = {"dry_run": False}
    reports = await asyncio.gather(*(treasury.treasurer.post("/fees/remind", body) for _ in range(3)))
    assert sorted(len(report["reminded"]) for report in reports) == [0, 0, 1]
    assert len(await people.posted("mail.requested")) == 1


async def test_reminders_leave_by_themselves_only_where_settings_say_so(treasury, app):
    await treasury.adopts()
    ten, forty = await _late(treasury, "Dix jours", 10), await _late(treasury, "Quarante jours", 40)
    service = CallingService(app.state.context.sessions, "https://ombelle.example")
    assert await service.remind_by_itself() == 0
    known = await treasury.treasurer.get("/fee-settings")
    wanted = {name: value for name, value in known.items() if name not in {"version", "allowed_actions"}}
    wanted |= {"remind_after_days": 15, "most_reminders": 1, "iban": "FR76 3000 6000 0112 3456 7890 189"}
    kept = await treasury.put("/fee-settings", wanted, if_match=f'"v{known["version"]}"')
    assert kept == wanted | {
        "iban": "FR7630006000011234567890189", "version": known["version"] + 1, "allowed_actions": ["edit"],
    }  # fmt: skip
    assert await service.remind_by_itself() == 1
    assert (await treasury.treasurer.get(f"/fees/{forty}"))["reminders"] == 1
    assert (await treasury.treasurer.get(f"/fees/{ten}"))["reminders"] == 0
    await treasury.connection.execute("UPDATE fee_notice SET sent_on = sent_on - 90")
    assert await service.remind_by_itself() == 0  # as many as leave by themselves did


async def test_what_was_owed_on_a_day_is_what_had_come_in_by_then(treasury):
    await treasury.adopts()
    first, second = await _late(treasury, "Première", 100), await _late(treasury, "Seconde", 20)
    await treasury.receives(first, 2000, received_on=str(TODAY - timedelta(days=50)))
    await treasury.receives(first, 3000, received_on=str(TODAY - timedelta(days=5)))
    now = await treasury.treasurer.get("/fees/ageing")
    assert [(row["id"], row["age"], row["remaining_cents"]) for row in now["items"]] == [
        (second, "to_30", 5000)
    ]
    then = await treasury.treasurer.get(f"/fees/ageing?on={TODAY - timedelta(days=10)}")
    assert {one["age"]: (one["fees"], one["remaining_cents"]) for one in then["buckets"]} == {
        "not_due": (0, 0), "to_30": (1, 5000), "to_60": (0, 0), "to_90": (1, 3000), "over_90": (0, 0),
    }  # fmt: skip
    assert (then["total"], then["remaining_cents"]) == (2, 8000)


async def _up_to_date(treasury, member, *days):
    return [await treasury.connection.fetchval("SELECT fees_up_to_date($1, $2)", member, day) for day in days]


async def test_who_is_up_to_date_on_a_day_follows_from_fees_payments_and_the_grace_of_the_bylaws(treasury):
    """A fee of 2023 paid on 2 May; that of 2024 never called; grace until 30 April."""
    await treasury.connection.execute(
        "INSERT INTO bylaws_version (adopted_on, period, rules) "
        "VALUES ('2019-01-01', '[2019-01-01,)', '{\"fee_grace_until\": \"04-30\"}')"
    )
    member = await treasury.legal("Université")
    fee = await treasury.connection.fetchval(
        "INSERT INTO fee (member_id, year, period, category, college, amount_cents, called_on, due_on) "
        "VALUES ($1, 2023, '[2023-01-01,2024-01-01)', 'medium', 'A', 15000, '2023-02-01', '2023-03-31') RETURNING id",
        member,
    )
    pay = "INSERT INTO payment (fee_id, method, received_on, amount_cents) VALUES ($1, 'transfer', $2, $3)"
    await treasury.connection.execute(pay, fee, date(2023, 4, 2), 5000)
    await treasury.connection.execute(pay, fee, date(2023, 5, 2), 10000)
    days = (
        (
            date(2023, 2, 28),
            True,
        ),  # the year before was never called: nothing stands in the way until the end of April
        (date(2023, 4, 30), True),
        (date(2023, 5, 1), False),  # a part is not the whole
        (date(2023, 5, 2), True),
        (date(2024, 2, 29), True),  # the fee of 2023 serves until the end of April
        (date(2024, 4, 30), True),
        (date(2024, 5, 1), False),
        (date(2018, 5, 4), False),  # no bylaws, no grace
    )
    assert await _up_to_date(treasury, member, *(day for day, _ in days)) == [answer for _, answer in days]
    waived = await treasury.legal("Amis du ciel")
    await treasury.connection.execute(
        "INSERT INTO fee (member_id, year, period, category, amount_cents, called_on, due_on, waived_on, waive_reason) "
        "VALUES ($1, 2023, '[2023-01-01,2024-01-01)', 'small', 5000, '2023-02-01', '2023-03-31', '2023-06-10', 'Sinistre')",
        waived,
    )
    assert await _up_to_date(treasury, waived, date(2023, 6, 9), date(2023, 6, 10)) == [False, True]
    unpaid = await treasury.legal("Oublieuse")
    await treasury.connection.execute(
        "INSERT INTO fee (member_id, year, period, category, amount_cents, called_on, due_on) "
        "VALUES ($1, 2023, '[2023-01-01,2024-01-01)', 'small', 5000, '2023-02-01', '2023-03-31')",
        unpaid,
    )
    assert await _up_to_date(treasury, unpaid, date(2023, 3, 1), date(2024, 3, 1)) == [True, False]
