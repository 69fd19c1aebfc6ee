"""What an election does to the board, and what its annulment undoes; two at once, and thirty years of all of it."""

import asyncio
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from members_board import new_board
from ombelle_members.governance.annulling import annul_terms
from ombelle_members.governance.beginning import Seat, begin_terms
from ombelle_members.governance.bureau import Chosen, elect
from ombelle_members.governance.co_option import co_opt
from ombelle_members.governance.ending import end_term_of
from ombelle_members.governance.errors import DecisionsAfterIt, SeatRefused
from sqlalchemy import text

FIRST, SECOND = date(2021, 5, 4), date(2023, 5, 4)


@pytest.fixture
async def board(people):
    return await new_board(people)


@pytest.fixture
def sessions(app):
    return app.state.context.sessions


async def _elected(sessions, on, *seats, election=None, renewed=()):
    chosen = [Seat(UUID(post), UUID(member), on.replace(year=on.year + 4)) for post, member in seats]
    async with sessions() as session, session.begin():
        return await begin_terms(session, election, on, chosen, renewed_posts=[UUID(one) for one in renewed])


async def _holders(board, on):
    told = (await board.secretary.get(f"/posts?on={on}"))["items"]
    return {one["number"]: one["holder"] and one["holder"]["member"]["name"] for one in told}


async def _bureau(board, on):
    told = (await board.secretary.get(f"/offices?on={on}"))["items"]
    return {one["role"]: one["member"]["name"] for one in told}


async def test_an_election_and_its_annulment(board, sessions):
    await board.bylaws(required_offices=["president"])
    posts = [await board.post(number, 1) for number in (1, 2, 3)]
    one, two, three, four = await board.members(4)
    await _elected(sessions, FIRST, *zip(posts, (one, two, three), strict=True))
    async with sessions() as session, session.begin():
        offices = [Chosen("president", UUID(one)), Chosen("treasurer", UUID(two))]
        await elect(session, date(2021, 6, 1), offices)
    election = uuid4()
    await _elected(sessions, SECOND, (posts[0], one), (posts[1], four), election=election, renewed=[posts[2]])
    before, after = SECOND - timedelta(days=1), {1: "Structure 1", 2: "Structure 4", 3: None}
    assert await _holders(board, before) == {1: "Structure 1", 2: "Structure 2", 3: "Structure 3"}
    assert await _holders(board, SECOND) == after
    # who is re-elected keeps the office without a gap; who leaves the board leaves the bureau the same day
    assert await _bureau(board, before) == {"president": "Structure 1", "treasurer": "Structure 2"}
    assert await _bureau(board, SECOND) == {"president": "Structure 1"}
    async with sessions() as session, session.begin():
        await elect(session, date(2023, 5, 20), [Chosen("president", UUID(four))], is_whole=False)
    async with sessions() as session, session.begin():
        undone = await annul_terms(session, election)
    assert {key: len(found) for key, found in undone.items()} == {
        "annulled": 2, "restored": 3, "vacant_posts": 0, "offices": 1,
    }  # fmt: skip
    assert await _holders(board, date(2023, 6, 1)) == await _holders(board, before)
    assert await _bureau(board, date(2023, 6, 1)) == {"treasurer": "Structure 2"}
    told = await board.register("term.annulled", "term.restored", "office.annulled", "office.restored")
    assert sorted(told) == [
        ("office.annulled", "2023-05-20"), ("office.restored", "2023-05-04"),
        *[("term.annulled", "2023-05-04")] * 2, *[("term.restored", "2023-05-04")] * 3,
    ]  # fmt: skip


async def test_what_filled_a_post_since_stands_in_the_way_of_an_annulment(board, sessions):
    await board.bylaws(co_option=True)
    post, (one, two, three) = await board.post(1, 1), await board.members(3)
    await _elected(sessions, FIRST, (post, one))
    election = uuid4()
    await _elected(sessions, SECOND, (post, two), election=election)
    async with sessions() as session, session.begin():
        await end_term_of(session, UUID(two), date(2024, 1, 1), "resignation")
        await co_opt(session, post_id=UUID(post), member_id=UUID(three), on=date(2024, 2, 29))
    with pytest.raises(DecisionsAfterIt, match="Mettez d’abord fin à ces mandats"):
        async with sessions() as session, session.begin():
            await annul_terms(session, election)


async def test_seats_that_nobody_can_take_are_told_one_by_one(board, sessions):
    posts = [await board.post(1, 1, college="A"), await board.post(2, 2)]
    one, two = await board.members(2, college="B")
    late = await board.member("Tard", since=date(2024, 1, 1))
    await _elected(sessions, FIRST, (posts[1], two))
    wrong = ((posts[0], one), (posts[0], two), (posts[0], late), (str(uuid4()), one))
    with pytest.raises(SeatRefused) as refused:
        await _elected(sessions, SECOND, *wrong)
    assert [(error.pointer, error.detail) for error in refused.value.errors] == [
        ("/seats/0/member_id", "Le siège 1 revient au collège A."),
        ("/seats/1/member_id", "Le siège 1 revient au collège A."),
        ("/seats/2/member_id", "Ce membre n’est pas adhérent le 4 mai 2023."),
        ("/seats/3/post_id", "Ce siège n’existe pas, ou plus, ce jour-là."),
    ]
    with pytest.raises(DecisionsAfterIt):
        await _elected(sessions, FIRST, (posts[1], one))
    with pytest.raises(SeatRefused, match="occupe déjà le siège 2"):
        await _elected(sessions, SECOND, (await board.post(3, 1), two))


async def test_one_of_many_fills_a_vacancy(board):
    """Eight co-options into one post, at the same moment: one is made, the others are told, nobody waits for ever."""
    await board.bylaws(co_option=True)
    post, members = await board.post(1, 1), await board.members(9)
    await board.sits(await board.post(2, 1), members[8])
    wanted = [{"post_id": post, "member_id": member, "on": "2022-05-01"} for member in members[:8]]
    answers = await asyncio.gather(*(board.secretary.call("POST", "/terms", json=one) for one in wanted))
    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 7]
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"co_option_refused"}
    assert (await board.secretary.get(f"/terms?post={post}"))["total"] == 1


# Thirty years, one renewal every two: who is elected (as places in the list of members) and what happens meanwhile.
_YEARS = st.lists(
    st.tuples(
        st.lists(st.integers(0, 29), min_size=11, max_size=11, unique=True),
        st.lists(
            st.tuples(
                st.sampled_from(["resignation", "death", "co_option", "bureau", "revocation"]),
                st.integers(0, 29),
                st.integers(1, 700),
            ),
            max_size=4,
        ),
    ),
    min_size=15,
    max_size=15,
)
_WRONG = {
    "two holders of a post": "SELECT 1 FROM board_term a JOIN board_term b ON a.id < b.id AND a.post_id = b.post_id "
    "AND a.period && b.period",
    "more than 22 on a day": "SELECT 1 FROM board_term d WHERE (SELECT count(*) FROM board_term t "
    "WHERE t.period @> lower(d.period)) > 22",
    "an office without a seat": "SELECT 1 FROM office f WHERE NOT (SELECT range_agg(t.period) @> f.period "
    "FROM board_term t WHERE t.member_id = f.member_id)",
    "a term that the renewal of its half did not end": "SELECT 1 FROM board_term t JOIN post p ON p.id = t.post_id "
    "JOIN board_term e ON e.began_as = 'election' JOIN post q ON q.id = e.post_id AND q.renewal_group = p.renewal_group "
    "WHERE lower(t.period) < lower(e.period) AND t.period @> lower(e.period)",
    "a beginning that is not in the register": "SELECT 1 FROM board_term t WHERE NOT EXISTS (SELECT FROM register_entry r "
    "WHERE r.kind = 'term.began' AND r.facts ->> 'term' = t.id::text AND r.effective_on = lower(t.period))",
    "an end that is not in the register": "SELECT 1 FROM board_term t WHERE NOT upper_inf(t.period) AND NOT EXISTS ("
    "SELECT 1 FROM register_entry r WHERE r.kind = 'term.ended' AND r.facts ->> 'term' = t.id::text "
    "AND r.effective_on = upper(t.period))",
    "an office that is not in the register": "SELECT 1 FROM office f WHERE NOT EXISTS (SELECT FROM register_entry r "
    "WHERE r.kind = 'office.began' AND r.facts ->> 'office' = f.id::text) OR NOT upper_inf(f.period) AND NOT EXISTS ("
    "SELECT 1 FROM register_entry r WHERE r.kind = 'office.ended' AND r.facts ->> 'office' = f.id::text)",
    "an entry too many": "SELECT 1 WHERE (SELECT count(*) FROM register_entry WHERE kind LIKE 'term.%') "
    "<> (SELECT count(*) + count(*) FILTER (WHERE NOT upper_inf(period)) FROM board_term)",
    "a broken chain": "SELECT 1 FROM register_entry r JOIN register_entry b ON b.number = r.number - 1 "
    "WHERE r.previous_digest <> b.digest",
}


class _Simulation:
    """An association that lives in one transaction, which is never committed."""

    def __init__(self, session, posts, members):
        self.session, self.posts, self.members = session, posts, members

    async def rows(self, statement, **values):
        return (await self.session.execute(text(statement), values)).all()

    async def renew(self, turn, order, on):
        """Elect one half: the first eleven, in this order, who do not sit in the other one."""
        half = self.posts[1 + turn % 2]
        other = await self.rows(
            "SELECT member_id FROM board_term WHERE upper_inf(period) AND post_id <> ALL (:half)", half=half
        )
        free = [
            self.members[place] for place in order if self.members[place] not in {row[0] for row in other}
        ]
        end = on.replace(year=on.year + 4)
        seats = [Seat(post, member, end) for post, member in zip(half, free, strict=False)]
        await begin_terms(self.session, uuid4(), on, seats, renewed_posts=half)

    async def happens(self, what, place, on):
        """Let something happen to a member, if it can."""
        sitting = [
            row[0]
            for row in await self.rows(
                "SELECT member_id FROM board_term WHERE upper_inf(period) AND lower(period) < :on", on=on
            )
        ]
        member = self.members[place]
        if what == "co_option":
            vacant = await self.rows(
                "SELECT p.id FROM post p WHERE NOT EXISTS (SELECT FROM board_term t WHERE t.post_id = p.id "
                "AND coalesce(upper(t.period), 'infinity') > :on) LIMIT 1",
                on=on,
            )
            if vacant and member not in await self._sit():
                later = on + timedelta(
                    days=1461
                )  # counts in the first two years only, before the half has been elected
                await co_opt(
                    self.session, post_id=vacant[0][0], member_id=member, on=on, expected_end_on=later
                )
        elif what == "bureau" and len(sitting) >= 3:
            roles = ("president", "vice_president", "treasurer")
            chosen = [Chosen(role, one) for role, one in zip(roles, sitting, strict=False)]
            await elect(self.session, on, chosen)
        elif what in ("resignation", "death", "revocation") and member in sitting:
            await end_term_of(self.session, member, on, what)

    async def _sit(self):
        found = await self.rows("SELECT member_id FROM board_term WHERE upper_inf(period)")
        return {row[0] for row in found}


async def test_thirty_years_break_nothing(board, sessions):
    await board.bylaws("1994-05-04", co_option=True)
    made = [UUID(one) for one in await board.members(30, since=date(1990, 1, 1))]
    posts = {1: [], 2: []}
    for number in range(1, 23):
        group = 1 + number % 2
        posts[group].append(UUID(await board.post(number, group, "1994-05-04")))

    async def live(years):
        async with sessions() as session, session.begin() as transaction:
            life = _Simulation(session, posts, made)
            for turn, (order, events) in enumerate(years):
                # 29 February every other time: what is four years later is then a day earlier
                begun = date(1996 + 2 * turn, 2, 29 if turn % 2 == 0 else 28)
                await life.renew(turn, order, begun)
                for what, place, days in sorted(events, key=lambda event: event[2]):
                    try:
                        await life.happens(what, place, begun + timedelta(days=days))
                    except DecisionsAfterIt:  # a bureau of the same day
                        continue
                await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
                await session.execute(text("SET CONSTRAINTS ALL DEFERRED"))
            broken = [name for name, found in _WRONG.items() if await life.rows(f"{found} LIMIT 1")]
            await transaction.rollback()
        assert broken == []

    runner = asyncio.get_running_loop()

    @settings(max_examples=6, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    @given(_YEARS)
    def lives(years):
        asyncio.run_coroutine_threadsafe(live(years), runner).result()

    await asyncio.to_thread(lives)
