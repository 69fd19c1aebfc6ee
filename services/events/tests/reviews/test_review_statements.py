"""Every list of reviews asks PostgreSQL as many statements for many dossiers as for one."""

import pytest

_LISTS = {
    "/calls/{call}/committee": "clara",
    "/calls/{call}/review-progress?limit=300": "clara",
    "/conflicts-of-interest?limit=300": "clara",
    "/reviews?limit=300": "rose",
    "/applications/{dossier}/reviews": "clara",
    "/applications/{dossier}/reviews/mine": "rose",
}
_POSTS = ("/calls/{call}/assignments/preview", "/calls/{call}/review-reminders/preview")
_MOST = 9


@pytest.mark.parametrize("path", [*_LISTS, *_POSTS])
async def test_the_number_of_statements_does_not_grow(rows, somebody, statements, path):
    clara, rose = somebody("Clara", "coordinator"), somebody("Rose", "reviewer")
    call, lab = await rows.call(), await rows.organisation("Labo")
    await rows.member(call, rose)
    first = await rows.application(call)
    await rows.assign(first, rose)
    counts, sizes = [], []
    for more in (1, 2, 40):
        for number in range(more):
            judge = somebody(f"Juge {len(counts)} {number}")
            dossier = await rows.application(call, lab)
            await rows.member(call, judge)
            for one, to in ((rose, dossier), (judge, first)):
                await rows.assign(to, one)
                if number % 2 and one is judge:
                    await rows.review(to, one, 1, 2)
            await rows.insert(
                "conflict_of_interest", application_id=dossier, account_id=judge.account_id, kind="pinned",
                evidence="[]", declared_by="x",
            )  # fmt: skip
        address = path.format(call=call, dossier=first)
        who = {"clara": clara, "rose": rose}[_LISTS.get(path, "clara")]
        ask = ("POST", address, {}) if path in _POSTS else ("GET", address)
        await who.ask(*ask)  # a first connection asks who the server is
        statements.clear()
        answer = await who.ask(*ask)
        assert answer.status_code == 200, answer.text
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts == [counts[0]] * 3
    assert counts[0] <= _MOST
    assert sizes[0] < sizes[2] or path.endswith("/mine")


async def test_telling_many_of_many_dossiers_asks_as_little(rows, somebody, statements):
    clara, call, counts = somebody("Clara", "coordinator"), await rows.call(), []
    path = f"/calls/{call}/assignments"
    wanted = []
    for more in (1, 20):
        for number in range(more):
            judge, dossier = somebody(f"Juge {len(counts)} {number}"), await rows.application(call)
            await rows.member(call, judge)
            wanted.append({"application_id": str(dossier), "account_id": str(judge.account_id)})
        await clara.do("POST", f"{path}/mails/preview", {"assignments": wanted})
        statements.clear()
        shown = await clara.do("POST", f"{path}/mails/preview", {"assignments": wanted})
        counts.append(len(statements))
        assert len(shown["items"]) == len(wanted)
    assert counts == [counts[0]] * 2
    assert counts[0] <= _MOST
