"""The lists of applications ask PostgreSQL the same number of statements, whatever they hold."""

from uuid import UUID

import pytest
from dossiers import Dossiers
from ombelle_command.emptying import empty


async def _fill(dossiers: Dossiers, call, count: int):
    first = await dossiers.insert(call)
    connection, identifier = dossiers.connection, UUID(first["id"])
    await connection.execute(
        "INSERT INTO application (call_id, number, organisation_id, form_version_id, created_by, title, answers, status, "
        "submitted_at, submitted_by) SELECT call_id, number + n, organisation_id, form_version_id, created_by, title, "
        "answers, status, submitted_at, submitted_by FROM application, generate_series(1, $2::integer) n WHERE id = $1",
        identifier,
        count - 1,
    )
    await connection.execute(
        "INSERT INTO application_entry (application_id, actor, side, audience, action, status) "
        "SELECT $1, 'ada', 'holder', 'applicant', 'edited', 'submitted' FROM generate_series(1, $2::integer) n",
        identifier,
        count,
    )
    await connection.execute(
        "INSERT INTO application_party (application_id, role, name, invited_by) "
        "SELECT $1, 'partner', 'Partenaire ' || n, 'ada' FROM generate_series(1, $2::integer) n",
        identifier,
        count,
    )
    return first


@pytest.mark.parametrize(
    "path",
    [
        "applications?limit=300",
        "applications?limit=300&q=ciel",
        "applications/{id}/history?limit=300",
        "applications/{id}/parties",
    ],
)
@pytest.mark.parametrize("person", ["coordinator", "editor"])
async def test_the_number_of_statements_is_the_same_for_1_3_and_300(
    dossiers: Dossiers, statements, path, person
):
    who = dossiers.coordinator() if person == "coordinator" else dossiers.editor("Musée")
    call = await dossiers.call()
    counts, sizes = [], []
    for count in (1, 3, 300):
        await empty(dossiers.connection, "application")
        first = await _fill(dossiers, call, count)
        await dossiers.read(first, who)
        statements.clear()
        answer = await dossiers.api.get(f"/api/v1/{path.format(id=first['id'])}", headers=who)
        assert answer.status_code == 200, answer.text
        counts.append(len(statements))
        sizes.append(len(answer.content))
    assert counts == [counts[0]] * 3
    # Nothing was indexed of these by words: what looks for some finds none.
    assert sizes[2] > sizes[0] or "q=" in path
