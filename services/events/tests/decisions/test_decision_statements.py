"""Lists of decisions ask PostgreSQL the same number of statements, whatever they hold."""

import pytest
from decision_desk import line


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/decision-batches?limit=300"),
        ("GET", "/decision-batches/{batch}"),
        ("GET", "/decision-batches/{batch}/candidates?limit=300"),
        ("POST", "/decision-batches/{batch}/preview"),
        ("GET", "/applications/{application}/letters"),
    ],
)
async def test_the_number_of_statements_is_the_same_for_1_3_and_40(desk, statements, method, path):
    rose = desk.somebody("Rose", "reviewer")
    await desk.rows.member(desk.call, rose)
    counts, sizes = [], []
    told = await desk.application("Avec lettres")
    for many in (1, 3, 40):
        made = [await desk.application(f"Projet {many} {n}") for n in range(2 * many)]
        for one in made:
            await desk.rows.assign(one, rose)
            await desk.rows.review(one, rose, 4, 3)
        batch = await desk.batch(*(line(one) for one in made[:many]), present=[str(rose.account_id)])
        # Called up and back, it has a letter more each time.
        await desk.apply(await desk.batch(line(told, "waitlisted")))
        address = path.format(batch=batch["id"], application=told)
        statements.clear()
        answer = await desk.alice.ask(method, address)
        assert answer.status_code == 200, answer.text
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts == [counts[0]] * 3
    assert sizes[2] > sizes[0]
