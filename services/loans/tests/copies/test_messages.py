"""What the other services tell, taken in: the newest fact wins, a merge is for good, an erased account is forgotten."""

from uuid import uuid4

import pytest
from ombelle_loans.copies.store import CopyStore

_ORGANISATION = {
    "name": "Collège Berlioz", "kind": "college", "commune_insee": "80021", "commune_name": "Amiens",
    "department": "80", "is_public": True, "merged_into": None,
}  # fmt: skip


async def _tells(people, organisation_id, version, **changes):
    payload = {"organisation_id": str(organisation_id)} | _ORGANISATION | changes
    await people.delivers("organisation.changed", str(organisation_id), payload, version)


async def _copy(connection, organisation_id):
    row = await connection.fetchrow(
        "SELECT * FROM organisation_copy WHERE organisation_id = $1", organisation_id
    )
    return dict(row)


async def test_an_organisation_is_as_it_was_told_last(people, connection):
    one = uuid4()
    await _tells(people, one, 2)
    await _tells(people, one, 1, name="Un ancien nom")
    assert await _copy(connection, one) == {"organisation_id": one, **_ORGANISATION, "version": 2}
    await _tells(people, one, 3, name="Lycée Berlioz", kind="lycee", department=None, is_public=False)
    assert await _copy(connection, one) == {
        "organisation_id": one,
        **_ORGANISATION,
        "name": "Lycée Berlioz",
        "kind": "lycee",
        "department": None,
        "is_public": False,
        "version": 3,
    }


async def test_a_merge_is_for_good_whichever_is_heard_first(people, connection, app):
    gone, kept, last = uuid4(), uuid4(), uuid4()
    for one, into, version in ((kept, last, 5), (gone, kept, 9)):
        told = {"organisation_id": str(one), "into": str(into)}
        await people.delivers("organisation.merged", str(one), told, version)
    await _tells(people, gone, 8)
    copy = await _copy(connection, gone)
    assert (copy["name"], copy["merged_into"]) == ("Collège Berlioz", kept)
    await _tells(people, last, 1)
    async with app.state.context.sessions() as session, session.begin():
        store = CopyStore(session)
        assert await store.merged(gone, kept) == last
        assert await store.standing(gone) is None
        assert await store.standing(kept) is None
        assert await store.standing(last) == {
            "organisation_id": last,
            **{name: value for name, value in _ORGANISATION.items() if name != "merged_into"},
        }


async def _memberships(connection):
    rows = await connection.fetch("SELECT account_id, organisation_id, role, version FROM membership_copy")
    return {tuple(row) for row in rows}


async def test_who_acts_for_an_organisation_is_as_it_was_told_last(people, connection):
    account, one, other = uuid4(), uuid4(), uuid4()
    for organisation, role, version in ((one, "editor", 4), (one, None, 3), (other, None, 5)):
        told = {"account_id": str(account), "organisation_id": str(organisation), "role": role}
        await people.delivers("membership.changed", str(account), told, version)
    assert await _memberships(connection) == {(account, one, "editor", 4)}
    told = {"account_id": str(account), "organisation_id": str(one), "role": None}
    await people.delivers("membership.changed", str(account), told, 6)
    assert await _memberships(connection) == {(account, one, None, 6)}


async def test_of_an_erased_account_nothing_stays(people, connection):
    account, other, organisation = uuid4(), uuid4(), await people.organisation()
    for one in (account, other):
        told = {"account_id": str(one), "organisation_id": str(organisation), "role": "editor"}
        await people.delivers("membership.changed", str(one), told, 1)
        await connection.execute(
            "SELECT audit_append($1, 'loan_requested', 'loan', $2, jsonb_build_object('by', $1::text))",
            *(str(one), str(uuid4())),
        )
    await people.delivers(
        "account.erased", str(account), {"account_id": str(account), "email_digest": "0"}, 1
    )
    assert await _memberships(connection) == {(other, organisation, "editor", 1)}
    log = "SELECT count(*) FROM audit_value WHERE actor = $1 OR \"values\"::text LIKE '%' || $1 || '%'"
    assert await connection.fetchval(log, str(account)) == 0
    assert await connection.fetchval(log, str(other)) == 1
    assert (await people.command().get("/audit/loans/verification"))["faults"] == []


@pytest.mark.parametrize("kind", ["account.changed", "mail.requested"])
async def test_what_is_not_for_this_service_is_refused(people, kind):
    await people.delivers(kind, "1", {}, 1, status=422)
