"""When a call takes applications, over every instant around its dates."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.calls.domain import CALL_PUBLICATIONS, CLOSING_POLICIES
from ombelle_events.calls.opening import Access, accepts

OPENS = datetime(2027, 3, 1, 12, tzinfo=UTC)
CLOSES = datetime(2027, 5, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Call:
    publication: str = "published"
    opens_at: datetime = OPENS
    closes_at: datetime = CLOSES
    closing_policy: str = "lock"
    grace_minutes: int = 30


@dataclass(frozen=True)
class Code:
    expires_at: datetime


moments = st.datetimes(
    datetime.fromisoformat("2027-02-01"), datetime.fromisoformat("2027-06-01"), timezones=st.just(UTC)
) | st.sampled_from(
    [OPENS - MINUTE, OPENS, CLOSES - MINUTE, CLOSES, CLOSES + 29 * MINUTE, CLOSES + 30 * MINUTE]
)
calls = st.builds(
    Call, st.sampled_from(CALL_PUBLICATIONS), closing_policy=st.sampled_from(CLOSING_POLICIES),
    grace_minutes=st.integers(1, 120),
)  # fmt: skip
codes = st.none() | st.builds(Code, moments)


@given(calls, moments, codes, st.none() | moments)
def test_nothing_is_taken_before_the_opening_or_offline(call, now, code, begun):
    access = accepts(call, now, access_code=code, draft_created_at=begun)
    if call.publication != "published" or now < call.opens_at:
        assert not access.is_open
    elif now < call.closes_at:
        assert access.state == "open"


@given(calls, moments, codes, st.none() | moments)
def test_what_is_open_says_until_when_and_is_then_closed(call, now, code, begun):
    access = accepts(call, now, access_code=code, draft_created_at=begun)
    if access.is_open:
        assert access.until > now
        assert accepts(
            call, access.until - timedelta.resolution, access_code=code, draft_created_at=begun
        ).is_open
        later = accepts(call, access.until, access_code=code, draft_created_at=begun)
        assert not later.is_open or later.until > access.until
    else:
        assert access.until is None


@given(calls, moments, codes, st.none() | moments)
def test_a_code_opens_and_never_closes(call, now, code, begun):
    without = accepts(call, now, draft_created_at=begun).is_open
    assert without <= accepts(call, now, access_code=code, draft_created_at=begun).is_open


@given(calls, moments)
def test_after_the_end_a_new_draft_needs_a_code_that_has_not_expired(call, now):
    late = max(now, call.closes_at)
    assert not accepts(call, late).is_open
    assert not accepts(call, late, access_code=Code(late)).is_open
    assert accepts(call, late, access_code=Code(late + MINUTE)).is_open == (call.publication == "published")


@given(calls, moments, moments)
def test_only_grace_gives_time_and_only_to_drafts_begun_in_time(call, now, begun):
    access = accepts(call, now, draft_created_at=begun)
    until = call.closes_at + timedelta(minutes=call.grace_minutes)
    in_grace = call.closes_at <= now < until and begun < call.closes_at
    assert (access.state == "grace") == (
        call.publication == "published" and call.closing_policy == "grace" and in_grace
    )


@pytest.mark.parametrize(
    ("policy", "now", "expected"),
    [
        ("lock", CLOSES - MINUTE, Access("open", CLOSES)),
        ("lock", CLOSES, Access("closed")),
        ("submit_complete", CLOSES, Access("closed")),
        ("grace", CLOSES, Access("grace", CLOSES + 30 * MINUTE)),
        ("grace", CLOSES + 30 * MINUTE, Access("closed")),
    ],
)
def test_the_deadline_of_each_policy(policy, now, expected):
    assert accepts(Call(closing_policy=policy), now, draft_created_at=OPENS) == expected
