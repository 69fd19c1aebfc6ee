"""An election from its plan to its end: who may stand, who votes, who is elected, once."""

import asyncio
from datetime import date, timedelta

import pytest
from members_board import new_board
from members_polls import DAY, choice_of, half_to_renew, new_assembly, planned, seats_on, to_the_vote
from ombelle_members.days import today_in_paris


@pytest.fixture
async def board(people):
    board = await new_board(people)
    await board.bylaws(vote_needs_fee=False, stand_needs_fee=False)
    return board


async def test_half_of_the_board_is_renewed(board, people):
    _, sitting = await half_to_renew(board)
    await board.post(4, 2)
    new = await board.member("Nouvelle", representative="Ada")
    others = await board.members(4)
    assembly = await new_assembly(board)
    election = await planned(board, assembly)
    assert [
        (one["number"], one["reason"], one["constituency"], one["until"]) for one in election["seats"]
    ] == [
        (1, "renewal", "all", "2027-05-04"),
        (2, "renewal", "all", "2027-05-04"),
        (3, "renewal", "all", "2027-05-04"),
        (4, "vacancy", "all", "2025-05-04"),
    ]
    await assembly.opens()
    vote = await to_the_vote(board, election["id"], sitting[0], sitting[1], new)
    [urn] = vote["rounds"]
    first, second, third = (choice_of(vote, one) for one in (sitting[0], sitting[1], new))
    both = [first, third]
    ballots = [
        (sitting[0], both),
        (sitting[1], [second]),
        (others[0], both),
        (others[1], both),
        (others[2], []),
    ]
    ballots.append((new, [second, third]))
    await assembly.votes(ballots, urn["poll_id"])
    counting = (await board.secretary.get(f"/elections/{election['id']}"))["rounds"][0]
    assert (counting["ballots"], counting["voters"], counting["results"]) == (6, None, [])
    counted = await board.secretary.post(f"/elections/{election['id']}/count", {})
    [told] = counted["rounds"]
    assert (told["voters"], told["blank"], told["paper"]) == (6, 1, 0)
    assert [(one["name"], one["votes"], one["outcome"]) for one in told["results"]] == [
        ("Nouvelle", 4, "elected"),
        ("Sortant 1", 3, "elected"),
        ("Sortant 2", 2, "elected"),
    ]
    proclaimed = await board.secretary.post(f"/elections/{election['id']}/proclaim", {})
    assert (proclaimed["state"], proclaimed["proclaimed_by"]) == ("proclaimed", "Sylvie")
    # Who is re-elected keeps their post, who is new takes the one of whoever left, for the whole term.
    assert await seats_on(board, DAY) == {1: sitting[0], 2: sitting[1], 3: new, 4: None}
    assert await seats_on(board, "2023-05-03") == {1: sitting[0], 2: sitting[1], 3: sitting[2], 4: None}
    assert await board.declarations() == [("election", DAY, "2023-08-04")]
    assert ("election.proclaimed", DAY) in await board.register("election.proclaimed")
    minutes = await board.connection.fetchval("SELECT text FROM meeting_happening ORDER BY id DESC LIMIT 1")
    assert minutes.splitlines()[:3] == [
        "Élection « Conseil » : 4 sièges à pourvoir.",
        "Scrutin : 6 votants, dont 0 sur papier, 1 blanc.",
        "Nouvelle : 4 voix, élu.",
    ]
    printed = await board.secretary.call("GET", f"/elections/{election['id']}/results.pdf")
    assert (printed.status_code, printed.content[:5]) == (200, b"%PDF-")
    link = (await assembly.links(new))[new]
    [seen] = (await people.signed("x").get(f"/elections/by-link/{link}"))["items"]
    assert [one["votes"] for one in seen["rounds"][0]["results"]] == [4, 3, 2]


async def test_candidacies_close_on_the_day_of_the_assembly_at_the_latest(board):
    await half_to_renew(board, posts=1)
    assembly = await new_assembly(board)
    wanted = {"meeting_id": assembly.id, "title": "Conseil", "renewal_group": 1}
    late = await board.secretary.post("/elections", wanted | {"candidacies_until": "2023-05-05"}, 422)
    assert [one["pointer"] for one in late["errors"]] == ["/body/candidacies_until"]
    await board.secretary.post("/elections", wanted | {"candidacies_until": DAY}, 201)


async def test_two_secretaries_at_once_proclaim_once(board, people):
    _, sitting = await half_to_renew(board, posts=1)
    assembly = await new_assembly(board)
    election = await planned(board, assembly)
    await assembly.opens()
    vote = await to_the_vote(board, election["id"], sitting[0])
    await assembly.votes([(sitting[0], [choice_of(vote, sitting[0])])], vote["rounds"][0]["poll_id"])
    path = f"/elections/{election['id']}"
    await board.secretary.post(f"{path}/count", {})
    secretaries = [board.secretary, await people.account("Simon", "secretary")]
    answers = await asyncio.gather(
        *(secretaries[n % 2].call("POST", f"{path}/proclaim", json={}) for n in range(8))
    )
    assert sorted(one.status_code for one in answers) == [200] + [409] * 7
    [won] = [n for n, one in enumerate(answers) if one.status_code == 200]
    winner = secretaries[won % 2].name
    told = {(one.json()["code"], one.json()["by"]) for one in answers if one.status_code == 409}
    assert told == {("already_proclaimed", winner)}
    terms = await board.connection.fetchval(
        "SELECT count(*) FROM board_term WHERE election_id = $1::uuid", election["id"]
    )
    assert terms == 1
    assert len(await board.register("election.proclaimed")) == 1
    assert len(await board.declarations()) == 1


async def test_who_may_not_stand_is_told_why(board):
    _, sitting = await half_to_renew(board, posts=1)
    late = await board.member("Récente", since=date(2023, 4, 1))
    elsewhere = await board.member("Assise")
    await board.sits(await board.post(2, 2), elsewhere)
    assembly = await new_assembly(board)
    await board.connection.execute(
        'UPDATE bylaws_version SET rules = rules || \'{"stand_needs_months": 6, "consecutive_terms_limit": 1}\''
    )
    election = await planned(board, assembly)

    async def refused(member):
        answer = await board.secretary.post(
            f"/elections/{election['id']}/candidacies", {"member_id": member}, 409
        )
        return answer["code"], [(one["pointer"], one["code"]) for one in answer["errors"]]

    at = "/body/member_id"
    assert await refused(late) == ("may_not_stand", [(at, "may_not_stand")])
    assert await refused(elsewhere) == ("may_not_stand", [(at, "sits_already")])
    assert await refused(sitting[0]) == ("may_not_stand", [(at, "terms_limit")])
    stands = await board.member("Libre")
    await board.secretary.post(f"/elections/{election['id']}/candidacies", {"member_id": stands}, 201)
    again = await board.secretary.post(f"/elections/{election['id']}/candidacies", {"member_id": stands}, 409)
    assert again["code"] == "already_stands"
    await board.secretary.post(f"/members/{stands}/end", {"on": "2023-05-01", "ended_as": "resignation"})
    await assembly.opens(sitting)
    await board.secretary.post(f"/elections/{election['id']}/close-candidacies", {})
    gone = await board.secretary.post(f"/elections/{election['id']}/open-vote", {}, 409)
    assert (gone["code"], gone["errors"][0]["code"]) == ("may_not_stand", "not_a_member")


async def test_a_member_stands_by_itself_and_a_stranger_does_not(board, people):
    await half_to_renew(board, posts=1)
    bea, stranger = await people.account("Béa"), await people.account("Eve")
    organisation = await bea.enters(name="La Fabrique")
    admitted = await board.secretary.post(
        "/members",
        {
            "kind": "legal",
            "organisation_id": str(organisation),
            "college": "B",
            "fee_category": "small",
            "admitted_on": "2020-01-01",
        },
        201,
    )
    assembly = await new_assembly(board)
    election = await planned(board, assembly)
    path, wanted = (
        f"/elections/{election['id']}/candidacies",
        {"member_id": admitted["id"], "statement": "Nous voulons aider."},
    )
    assert (await stranger.post(path, wanted, 403))["code"] == "forbidden"
    await stranger.get("/elections", 403)
    mine = await bea.post(path, wanted, 201)
    [candidacy] = mine["candidacies"]
    assert (candidacy["name"], candidacy["statement"], candidacy["is_mine"], candidacy["allowed_actions"]) == (
        "La Fabrique", "Nous voulons aider.", True, ["withdraw"],
    )  # fmt: skip
    assert [one["state"] for one in (await bea.get("/elections"))["items"]] == ["candidacies_open"]
    await bea.post(f"{path}/{candidacy['id']}/withdraw", {})
    assert (await bea.get(f"/elections/{election['id']}"))["candidacies"] == []
    await board.secretary.post(f"/elections/{election['id']}/close-candidacies", {})
    assert (await bea.post(path, wanted, 409))["code"] == "election_moved"


async def test_each_college_votes_for_its_own_and_paper_is_added(board):
    await board.post(1, 1, college="A")
    await board.post(2, 1, college="B")
    lab, school = await board.member("Laboratoire", "A"), await board.member("École", "A")
    firm, shop = await board.member("Atelier", "B"), await board.member("Comptoir", "B")
    assembly = await new_assembly(board)
    election = await planned(board, assembly, by_college=True)
    await assembly.opens()
    vote = await to_the_vote(board, election["id"], lab, firm)
    polls = {one["constituency"]: one["poll_id"] for one in vote["rounds"]}
    assert sorted(polls) == ["A", "B"]
    link = await assembly.links(lab, firm)
    refused = await assembly.vote(link[lab], lab, polls["B"], choice_of(vote, firm), status=409)
    assert refused["reason"] == "ballot_of_another_college"
    await assembly.vote(link[lab], lab, polls["A"], choice_of(vote, lab))
    twice = await assembly.vote(link[lab], lab, polls["A"], choice_of(vote, lab), status=409)
    assert twice["code"] == "ballot_twice"
    path = f"/elections/{election['id']}"
    paper = {"poll_id": polls["A"], "ballots": 1, "counts": {choice_of(vote, lab): 1}}
    early = await board.secretary.post(f"{path}/paper-ballots", paper, 409)
    assert early["reason"] == "paper_ballots_more_than_voters"
    marked = {"poll_id": polls["A"], "voices": [assembly.seats[school]]}
    await board.secretary.post(f"{path}/paper-voters", marked)
    await board.secretary.post(f"{path}/paper-ballots", paper)
    counted = await board.secretary.post(f"{path}/count", {})
    rounds = {one["constituency"]: one for one in counted["rounds"]}
    assert [(one["votes"], one["outcome"]) for one in rounds["A"]["results"]] == [(2, "elected")]
    assert (rounds["A"]["voters"], rounds["A"]["paper"]) == (2, 1)
    # Nobody is elected without a vote: the post stays vacant.
    assert [(one["votes"], one["outcome"]) for one in rounds["B"]["results"]] == [(0, "not_elected")]
    await board.secretary.post(f"{path}/proclaim", {})
    assert await seats_on(board, DAY) == {1: lab, 2: None}
    assert shop in assembly.seats


async def test_a_tie_is_settled_by_the_rule_of_the_bylaws(board):
    """As many votes for two, one seat: another round, then a lot, which is noted."""
    await board.connection.execute(
        "UPDATE bylaws_version SET rules = jsonb_set(rules, '{election,tie}', '\"second_round\"')"
    )
    await board.post(1, 1)
    one, other = await board.member("Une"), await board.member("Autre")
    assembly = await new_assembly(board)
    election = await planned(board, assembly)
    await assembly.opens()
    vote = await to_the_vote(board, election["id"], one, other)
    path = f"/elections/{election['id']}"

    async def both_vote(vote):
        poll = vote["rounds"][-1]["poll_id"]
        await assembly.votes([(who, [choice_of(vote, who)]) for who in (one, other)], poll)
        return await board.secretary.post(f"{path}/count", {})

    level = await both_vote(vote)
    assert {each["outcome"] for each in level["rounds"][0]["results"]} == {"second_round"}
    assert (await board.secretary.post(f"{path}/proclaim", {}, 409))["code"] == "not_settled"
    again = await board.secretary.post(f"{path}/second-round", {})
    assert (again["state"], again["round"], again["rounds"][1]["seats"]) == ("voting", 2, 1)
    still = await both_vote(again)
    assert {each["outcome"] for each in still["rounds"][1]["results"]} == {"tied"}
    assert still["allowed_actions"] == ["draw_lot"]
    both = {
        "constituency": "all",
        "elected": [choice_of(vote, one), choice_of(vote, other)],
        "note": "Pile ou face.",
    }
    assert (await board.secretary.post(f"{path}/lot", both, 422))["code"] == "lot_wrong"
    drawn = await board.secretary.post(f"{path}/lot", both | {"elected": both["elected"][:1]})
    assert [
        (each["name"], each["outcome"], each["decided_by"]) for each in drawn["rounds"][1]["results"]
    ] == [
        ("Une", "elected", "lot"),
        ("Autre", "not_elected", "lot"),
    ]
    await board.secretary.post(f"{path}/proclaim", {})
    assert await seats_on(board, DAY) == {1: one}


async def test_an_annulled_election_never_was(board):
    _, sitting = await half_to_renew(board, posts=1)
    new = await board.member("Nouvelle")
    assembly = await new_assembly(board)
    election = await planned(board, assembly)
    await assembly.opens()
    vote = await to_the_vote(board, election["id"], new)
    await assembly.votes([(new, [choice_of(vote, new)])], vote["rounds"][0]["poll_id"])
    path = f"/elections/{election['id']}"
    await board.secretary.post(f"{path}/count", {})
    await board.secretary.post(f"{path}/proclaim", {})
    early = await board.secretary.post(
        f"{path}/contest", {"on": "2023-05-01", "reason": "Urne ouverte."}, 422
    )
    assert early["errors"][0]["pointer"] == "/body/on"
    to_come = {"on": str(today_in_paris() + timedelta(days=1)), "reason": "Urne ouverte."}
    late = await board.secretary.post(f"{path}/contest", to_come, 422)
    assert [(one["pointer"], one["code"]) for one in late["errors"]] == [("/body/on", "too_late")]
    await board.secretary.post(f"{path}/contest", {"on": "2023-05-10", "reason": "Urne ouverte."})
    told = await board.secretary.post(
        f"{path}/settle", {"on": "2023-06-01", "outcome": "annulled", "reason": "Le tribunal l’a dit."}
    )
    assert (told["state"], told["settled_on"], told["allowed_actions"]) == ("annulled", "2023-06-01", [])
    assert await seats_on(board, "2023-07-01") == {1: sitting[0]}
    [declaration] = (await board.secretary.get("/declarations"))["items"]
    assert (declaration["state"], declaration["causes"]) == ("withdrawn", [])
    assert await board.register("election.proclaimed", "election.annulled") == [
        ("election.proclaimed", DAY),
        ("election.annulled", "2023-06-01"),
    ]
