"""The charter's rules, over every date around the festival."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from form_parts import field, form
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.forms.charter import CHARTER_RULES, OfficialDates, RuleOutcome, check_charter

OFFICIAL = OfficialDates(date(2027, 10, 1), date(2027, 10, 11))
PARIS = ZoneInfo("Europe/Paris")
FORM = form(
    field("when", "sessions", purpose="sessions"),
    field("gratuit", "boolean", purpose="is_free"),
    field("ou", "commune", purpose="commune"),
)
moments = st.datetimes(
    datetime.fromisoformat("2027-09-25"), datetime.fromisoformat("2027-10-20"), timezones=st.just(UTC)
)
sessions = st.lists(st.tuples(moments, st.timedeltas(timedelta(minutes=1), timedelta(days=8))), max_size=4)


def _judge(answers, rules=CHARTER_RULES, territory=("80021", "59350")):
    return check_charter(rules, OFFICIAL, FORM, answers, territory)


def _session(starts_at, lasts):
    return {"starts_at": starts_at.isoformat(), "ends_at": (starts_at + lasts).isoformat()}


def _happens_on(starts_at, lasts, day):
    midnight = datetime(day.year, day.month, day.day, tzinfo=PARIS)
    next_day = day + timedelta(days=1)
    return (
        starts_at < datetime(next_day.year, next_day.month, next_day.day, tzinfo=PARIS)
        and starts_at + lasts > midnight
    )


@given(sessions)
def test_one_session_that_happens_on_an_official_day_is_enough(drawn):
    [outcome] = _judge({"when": [_session(*one) for one in drawn]}, ["session_in_official_dates"])
    days = [OFFICIAL.starts_on + timedelta(days=n) for n in range(11)]
    assert outcome.passed == any(_happens_on(*one, day) for one in drawn for day in days)
    assert outcome.pointer == "/answers/when"


def test_each_rule_says_what_it_was_judged_by():
    good = {
        "when": [_session(datetime(2027, 10, 2, 10, tzinfo=PARIS), timedelta(hours=2))],
        "gratuit": True,
        "ou": "80021",
    }
    dates = "du 01/10/2027 au 11/10/2027"
    assert _judge(good) == [
        RuleOutcome(
            "session_in_official_dates",
            True,
            f"Séance du 02/10/2027, pendant les dates officielles ({dates}).",
            "/answers/when",
        ),
        RuleOutcome("free_of_charge", True, "Le dossier dit que le public ne paie pas.", "/answers/gratuit"),
        RuleOutcome(
            "venue_in_territory", True, "Toutes les communes du dossier sont dans la région.", "/answers/ou"
        ),
    ]
    assert [one.passed for one in _judge({})] == [False, False, False]


@pytest.mark.parametrize(
    ("answers", "passed"),
    [
        ({"ou": "80021"}, True),
        ({"ou": "75056"}, False),
        ({}, False),
        ({"ou": "80021", "when": [{"commune": "59350"}]}, True),
        ({"ou": "80021", "when": [{"commune": "75056"}]}, False),
    ],
)
def test_every_place_is_in_the_territory(answers, passed):
    [outcome] = _judge(answers, ["venue_in_territory"])
    assert outcome.passed == passed


@pytest.mark.parametrize(("free", "passed"), [(True, True), (False, False), (None, False), (1, False)])
def test_the_public_does_not_pay(free, passed):
    [outcome] = _judge({"gratuit": free}, ["free_of_charge"])
    assert outcome.passed == passed


@given(st.sets(st.sampled_from(CHARTER_RULES)))
def test_only_the_rules_of_the_call_are_judged_in_one_order(rules):
    assert [one.rule for one in _judge({}, rules)] == [rule for rule in CHARTER_RULES if rule in rules]


def test_a_form_without_the_field_cannot_pass():
    [outcome] = check_charter(["free_of_charge"], OFFICIAL, form(field("title")), {"gratuit": True}, ())
    assert (outcome.passed, outcome.pointer) == (False, None)
