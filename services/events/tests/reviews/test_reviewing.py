"""What a reviewer writes, who reads it, and what PostgreSQL refuses whatever the code does."""

import asyncio
from statistics import fmean, pstdev

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ombelle_events.reviews.domain import weighted_mean
from review_rows import NOW


@pytest.fixture
async def desk(rows, somebody):
    """A call with an application that Anne and Bruno are to review, and Clara who coordinates."""
    anne, bruno, clara = (
        somebody("Anne", "reviewer"),
        somebody("Bruno", "reviewer"),
        somebody("Clara", "coordinator"),
    )
    call = await rows.call(scales=((1, 5), (3, 20)))
    dossier = await rows.application(call, await rows.organisation("Labo"), title="Les marées", theme="other")
    for one in (anne, bruno):
        await rows.member(call, one)
        await rows.assign(dossier, one)
    criteria = [
        str(row["id"])
        for row in await rows.connection.fetch(
            "SELECT id FROM criterion WHERE call_id = $1 ORDER BY rank", call
        )
    ]
    return anne, bruno, clara, call, dossier, criteria


def _body(criteria, *scores, comment="Solide", recommendation="label"):
    given = dict(zip(criteria, scores, strict=False))
    return {"scores": given, "comment": comment, "recommendation": recommendation}


async def test_a_review_is_a_draft_then_submitted_then_still_changed(rows, desk):
    anne, _, _, call, dossier, criteria = desk
    path = f"/applications/{dossier}/reviews/mine"
    [waiting] = (await anne.get("/reviews"))["items"]
    assert waiting == {
        "application": {
            "id": str(dossier),
            "number": waiting["application"]["number"],
            "title": "Les marées",
            "theme": "other",
            "department": None,
            "status": "submitted",
            "organisation": "Labo",
        },
        "call": {"id": str(call), "title": "Appel"},
        "due_on": None,
        "state": "to_do",
        "submitted_at": None,
        "allowed_actions": ["write", "submit", "recuse"],
    }
    empty = await anne.get(path)
    assert empty == {
        "application_id": str(dossier),
        "due_on": None,
        "criteria": [
            {"id": criteria[0], "name": "Critère 1", "help": "", "weight": 1.0, "scale": 5},
            {"id": criteria[1], "name": "Critère 2", "help": "", "weight": 3.0, "scale": 20},
        ],
        "scores": {},
        "mean": None,
        "out_of": 20,
        "comment": "",
        "recommendation": None,
        "submitted_at": None,
        "version": 0,
        "allowed_actions": ["write", "submit", "recuse"],
    }
    draft = await anne.do("PUT", path, _body(criteria, 5, recommendation=None), if_match='"v0"')
    assert (draft["version"], draft["scores"], draft["mean"]) == (1, {criteria[0]: 5}, 20)
    problem = await anne.do("POST", f"{path}/submit", status=422)
    assert (problem["code"], {e["pointer"] for e in problem["errors"]}) == (
        "review_incomplete",
        {f"/body/scores/{criteria[1]}", "/body/recommendation"},
    )
    await anne.do("PUT", path, _body(criteria, 5, 8), if_match='"v1"')
    for _ in range(2):
        done = await anne.do("POST", f"{path}/submit", idempotency_key="once")
        assert (done["mean"], done["version"], done["allowed_actions"]) == (11, 3, ["write", "recuse"])
    changed = await anne.do("PUT", path, _body(criteria, 1, 8), if_match='"v3"')
    assert (changed["mean"], changed["submitted_at"]) == (7, done["submitted_at"])
    lacking = await anne.do("PUT", path, _body(criteria, 1), status=422, if_match='"v4"')
    assert lacking["code"] == "review_incomplete"
    assert (await anne.get(path))["version"] == 4


async def test_of_two_tabs_the_second_gets_both_versions(desk):
    anne, _, _, _, dossier, criteria = desk
    path = f"/applications/{dossier}/reviews/mine"
    answers = await asyncio.gather(
        *(anne.ask("PUT", path, _body(criteria, n, comment=f"Onglet {n}"), if_match='"v0"') for n in (1, 2))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 412]
    [won] = [answer.json() for answer in answers if answer.status_code == 200]
    [lost] = [answer.json() for answer in answers if answer.status_code == 412]
    assert lost["current"] == {
        "scores": won["scores"],
        "comment": won["comment"],
        "recommendation": "label",
    }
    assert {lost["yours"]["comment"], won["comment"]} == {"Onglet 1", "Onglet 2"}
    assert (await anne.do("PUT", path, _body(criteria), status=428))["code"] == "version_needed"


async def test_scores_keep_to_the_scales_of_the_call(rows, desk):
    anne, _, _, _, dossier, criteria = desk
    other = await rows.call()
    foreign = await rows.connection.fetchval(
        "SELECT id::text FROM criterion WHERE call_id = $1 LIMIT 1", other
    )
    path = f"/applications/{dossier}/reviews/mine"
    body = {"scores": {criteria[0]: 6, foreign: 1, criteria[1]: None}}
    problem = await anne.do("PUT", path, body, status=422, if_match="*")
    assert (problem["code"], [(e["pointer"], e["code"]) for e in problem["errors"]]) == (
        "review_invalid",
        [(f"/body/scores/{criteria[0]}", "above_scale"), (f"/body/scores/{foreign}", "criterion_unknown")],
    )
    for score in (-1, 2.5, "3", True, 101):
        await anne.do("PUT", path, {"scores": {criteria[0]: score}}, status=422, if_match="*")


async def test_whoever_stands_back_is_done_with_it(rows, desk):
    anne, bruno, clara, _, dossier, _ = desk
    await rows.review(dossier, anne, 5, 20)
    await rows.review(dossier, bruno, 1, 4)
    path = f"/applications/{dossier}/reviews"
    assert (await clara.get(path))["score"]["mean"] == 12
    for _ in range(2):
        await anne.do("POST", f"{path}/mine/recuse", {"reason": "Je suis juge et partie"}, status=204,
                      idempotency_key="back")  # fmt: skip
    assert (await anne.get("/reviews"))["items"] == []
    for ask in (("GET", f"{path}/mine"), ("GET", path), ("GET", f"/applications/{dossier}")):
        assert (await anne.ask(*ask)).status_code == 404
    found = await clara.get(path)
    assert (found["score"]["reviews"], found["score"]["mean"]) == (1, 4)
    [one, _] = found["items"]
    assert one == {
        "account": {"id": str(anne.account_id), "name": "Anne"},
        "state": "recused",
        "recusal_reason": "Je suis juge et partie",
        "counts": False,
        "scores": None,
        "mean": None,
        "comment": None,
        "recommendation": None,
        "submitted_at": None,
    }


async def test_reviews_are_read_by_the_coordination_and_by_who_has_said_first(rows, desk, somebody):
    anne, bruno, clara, _, dossier, criteria = desk
    await rows.review(dossier, bruno, 2, 10, comment="Avis de Bruno")
    await rows.review(dossier, anne, 4, submitted=False, comment="Brouillon d'Anne")
    path = f"/applications/{dossier}/reviews"
    read = await clara.get(path)
    assert [
        (one["account"]["name"], one["state"], one["comment"], one["scores"]) for one in read["items"]
    ] == [
        ("Anne", "draft", None, None),
        ("Bruno", "submitted", "Avis de Bruno", {criteria[0]: 2, criteria[1]: 10}),
    ]
    first = await anne.get(path, status=403)
    assert first["code"] == "review_first"
    assert "Bruno" not in str(first)
    await anne.do("PUT", f"{path}/mine", _body(criteria, 4, 20), if_match="*")
    await anne.do("POST", f"{path}/mine/submit")
    assert {one["comment"] for one in (await anne.get(path))["items"]} == {"Solide", "Avis de Bruno"}
    organisation = await rows.connection.fetchval(
        "SELECT organisation_id FROM application WHERE id = $1", dossier
    )
    holder = somebody("Hugo", organisations=[organisation])
    assert (await holder.get(path, status=403))["code"] == "forbidden"
    stranger = somebody("Zoé", "reviewer")
    assert (await stranger.get(path, status=404))["code"] == "application_unknown"
    assert (await stranger.get(f"{path}/mine", status=404))["code"] == "application_unknown"
    assert (await clara.get(f"{path}/mine", status=404))["code"] == "assignment_unknown"


async def test_a_withdrawn_application_is_nobody_s_to_review(rows, desk):
    anne, _, _, _, dossier, criteria = desk
    await rows.connection.execute(
        "UPDATE application SET status = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'x' WHERE id = $1",
        dossier,
    )
    path = f"/applications/{dossier}/reviews/mine"
    await anne.do("PUT", path, _body(criteria, 1), status=404, if_match="*")
    assert (await anne.get("/reviews"))["items"] == []


async def test_what_waits_comes_first_and_pages_hold_everything_once(rows, desk):
    anne, _, _, call, dossier, _ = desk
    ids = [str(dossier)]
    for day in (9, 3, None):
        made = await rows.application(call)
        await rows.assign(made, anne, due_on=day and NOW.date().replace(day=day))
        ids.append(str(made))
    done = await rows.application(call)
    await rows.assign(done, anne, due_on=NOW.date().replace(day=1))
    await rows.review(done, anne, 1, 1)
    seen, path = [], "/reviews?limit=2"
    while path:
        page = await anne.get(path)
        assert page["total"] == 5
        seen += [one["application"]["id"] for one in page["items"]]
        path = page["next"] and f"/reviews?limit=2&after={page['next']}"
    assert seen == [ids[2], ids[1], *sorted([ids[0], ids[3]]), str(done)]
    assert (await anne.get("/reviews?state=submitted"))["total"] == 1
    assert (await anne.get(f"/reviews?call_id={await rows.call()}"))["total"] == 0


_REFUSED = {
    "a review without an assignment": (
        "INSERT INTO review (application_id, account_id) VALUES ($1, $3)",
        "fk_review_of_an_assignment|review_by_who_was_asked",
    ),
    "a second review": ("INSERT INTO review (application_id, account_id) VALUES ($1, $2)", "pk_review"),
    "a score above its scale": (
        "INSERT INTO review_score SELECT $1, $2, id, 6 FROM criterion WHERE call_id = $4 AND rank = 1",
        "score_within_scale",
    ),
    "a score below zero": (
        "INSERT INTO review_score SELECT $1, $2, id, -1 FROM criterion WHERE call_id = $4 AND rank = 1",
        "ck_review_score_score_not_negative",
    ),
    "a scale below its scores": (
        "WITH s AS (SELECT) UPDATE criterion SET scale = 3 WHERE call_id = $4 AND rank = 2",
        "scale_holds_its_scores",
    ),
    "an assignment outside the committee": (
        "INSERT INTO assignment (application_id, account_id, call_id, assigned_by) VALUES ($1, $3, $4, 'x')",
        "fk_assignment_to_a_member_of_the_committee",
    ),
    "a recusal without a reason": (
        "UPDATE assignment SET recused_at = now() WHERE application_id = $1 AND account_id = $2",
        "ck_assignment_recusal_says_why",
    ),
    "a dismissal by oneself": (
        """INSERT INTO conflict_of_interest (application_id, account_id, kind, evidence, declared_by, dismissed_at,
        dismissed_by, dismissal_reason) VALUES ($1, $2, 'declared', '[]', 'x', now(), CAST($2 AS uuid)::text, 'x')""",
        "ck_conflict_of_interest_not_dismissed_by_oneself",
    ),
}


@pytest.mark.parametrize("what", _REFUSED)
async def test_postgresql_refuses(rows, desk, somebody, what):
    anne, _, _, call, dossier, _ = desk
    await rows.review(dossier, anne, 5, 20)
    statement, rule = _REFUSED[what]
    values = [dossier, anne.account_id, somebody("Zoé").account_id, call]
    used = sorted({int(n) for n in "1234" if f"${n}" in statement})
    for place, number in enumerate(used, 1):
        statement = statement.replace(f"${number}", f"${place}")
    with pytest.raises(asyncpg.IntegrityConstraintViolationError) as refused:
        await rows.connection.execute(statement, *(values[n - 1] for n in used))
    assert refused.value.constraint_name in rule.split("|")


async def test_postgresql_refuses_what_a_conflict_forbids(rows, desk):
    anne, bruno, _, call, dossier, _ = desk
    await rows.insert("conflict_of_interest", application_id=dossier, account_id=anne.account_id, kind="pinned",
                      evidence="[]", declared_by="x")  # fmt: skip
    for write in (rows.review(dossier, anne, 1), rows.assign(await _same(rows, dossier, anne, call), anne)):
        with pytest.raises(asyncpg.CheckViolationError) as refused:
            await write
        assert refused.value.constraint_name in {"review_without_conflict", "assignment_without_conflict"}
    await rows.review(dossier, bruno, 1)
    with pytest.raises(asyncpg.CheckViolationError):
        await rows.connection.execute("UPDATE assignment SET recused_at = now(), recusal_reason = 'x'; "
                                      "UPDATE review SET comment = 'encore'")  # fmt: skip


async def _same(rows, dossier, anne, call):
    """Return another application with a conflict of hers."""
    made = await rows.application(call)
    await rows.insert("conflict_of_interest", application_id=made, account_id=anne.account_id, kind="pinned",
                      evidence="[]", declared_by="x")  # fmt: skip
    return made


_scores = st.lists(
    st.integers(1, 20).flatmap(
        lambda scale: st.tuples(st.integers(0, scale), st.sampled_from([0.5, 1, 2, 3, 7.25]), st.just(scale))
    ),
    min_size=1,
    max_size=6,
)


@given(_scores, st.sampled_from([0.5, 2, 10]), st.integers(0, 10))
def test_a_mean_lies_between_its_scores_whatever_the_weights(scores, factor, above):
    out_of = max(scale for _, _, scale in scores) + above
    mean = weighted_mean(scores, out_of)
    brought = [out_of * score / scale for score, _, scale in scores]
    assert min(brought) - 1e-9 <= mean <= max(brought) + 1e-9
    heavier = weighted_mean([(score, weight * factor, scale) for score, weight, scale in scores], out_of)
    assert heavier == pytest.approx(mean)
    alike = weighted_mean([(score, 1, out_of) for score, _, _ in scores], out_of)
    assert alike == pytest.approx(fmean(score for score, _, _ in scores))
    assert weighted_mean([(scale, weight, scale) for _, weight, scale in scores], out_of) == pytest.approx(
        out_of
    )


def test_nothing_scored_has_no_mean():
    assert weighted_mean([], 5) is None


async def test_the_database_computes_the_same_means_and_spread(rows, somebody):
    """Means of the view are the pure function's; whoever has a conflict, stood back or only drafted is left out."""
    scales = ((1, 5), (2.5, 10), (0.5, 20))
    call = await rows.call(scales=scales)
    dossier = await rows.application(call)
    given = {"A": (5, 2, 11), "B": (0, 10, 3), "C": (4, 4, 4), "conflict": (5, 10, 20), "recused": (0, 0, 0),
             "draft": (1, 1, 1)}  # fmt: skip
    people = {name: somebody(name) for name in given}
    for name, one in people.items():
        await rows.member(call, one)
        await rows.assign(dossier, one)
        await rows.review(dossier, one, *given[name], submitted=name != "draft")
    await rows.connection.execute(
        "UPDATE assignment SET recused_at = now(), recusal_reason = 'x' WHERE account_id = $1",
        people["recused"].account_id,
    )
    await rows.insert("conflict_of_interest", application_id=dossier, account_id=people["conflict"].account_id,
                      kind="pinned", evidence="[]", declared_by="x")  # fmt: skip
    means = {
        name: weighted_mean([(s, w, scale) for s, (w, scale) in zip(given[name], scales, strict=True)], 20)
        for name in "ABC"
    }
    read = await rows.connection.fetch("SELECT account_id, mean, out_of FROM review_mean")
    assert {row["account_id"]: row["mean"] for row in read} == pytest.approx(
        {people[name].account_id: mean for name, mean in means.items()}
    )
    row = await rows.connection.fetchrow("SELECT reviews, mean, spread, out_of FROM application_score")
    assert tuple(row) == pytest.approx((3, fmean(means.values()), pstdev(means.values()), 20))


async def test_the_archive_of_one_s_data_holds_what_one_thought_and_no_one_else_s(rows, desk, api):
    anne, bruno, _, _, dossier, _ = desk
    await rows.review(dossier, anne, 4, comment="Avis d'Anne")
    await rows.review(dossier, bruno, 2, comment="Avis de Bruno")
    await rows.team(anne, "reviewer")
    held = (await api.get("/internal/personal-data", headers=anne.headers)).json()["sections"]
    number = await rows.connection.fetchval("SELECT number FROM application WHERE id = $1", dossier)
    assert [(one["number"], one["comment"]) for one in held["reviews"]] == [(number, "Avis d'Anne")]
    assert [one["email"] for one in held["committees"]] == ["anne@gmail.com"]
    assert held["team"] == [{"name": "Anne", "email": "anne@gmail.com", "roles": ["reviewer"]}]
    assert held["conflicts_of_interest"] == held["memberships"] == []
    assert "Labo" not in str(held)
    assert "Bruno" not in str(held)
