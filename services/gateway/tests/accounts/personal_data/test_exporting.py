import io
import json
import zipfile

from access_people import problem
from ombelle_chassis.identity import IdentityVerifier

MEMBERS = {"person": [{"name": "Ada <b>Lovelace</b>", "phone": None}], "memberships": []}


async def _archive(people, someone):
    answer = await people.ask("POST", "/me/export", someone)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["content-disposition"].startswith('attachment; filename="ombelle-')
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


async def test_an_archive_holds_what_each_service_says(people, holders, keys):
    someone = await people.account("Ada Lovelace", roles=("reviewer",))
    organisation = await people.organisation("Le Vaisseau")
    await people.join(someone, organisation, "editor")
    await people.sign_in(someone)
    holders["members"].sections = MEMBERS
    files = await _archive(people, someone)
    assert set(files) == {
        "LISEZMOI.txt",
        "index.html",
        "gateway.json",
        "members.json",
        "events.json",
        "loans.json",
    }
    assert json.loads(files["members.json"]) == {"service": "members", "sections": MEMBERS}
    assert json.loads(files["events.json"]) == {"service": "events", "sections": {}}
    own = json.loads(files["gateway.json"])["sections"]
    assert [own["account"][0][name] for name in ("id", "email", "name", "locale")] == [
        str(someone.id),
        someone.email,
        "Ada Lovelace",
        "fr",
    ]
    assert own["organisations"] == [
        {"organisation_id": str(organisation), "name": "Le Vaisseau", "role": "editor"}
    ]
    assert [set(row) for row in own["sessions"]] == [
        {"method", "browser", "network", "created_at", "last_used_at"}
    ]
    page = files["index.html"]
    assert "<h2>Compte et connexions</h2>" in page
    assert "Ada &lt;b&gt;Lovelace&lt;/b&gt;" in page
    assert '<h3>Appartenances</h3>\n<p class="none">Rien.</p>' in page
    assert "members.json   Structures et personnes" in files["LISEZMOI.txt"]
    for holder in (holders["members"], holders["events"], holders["loans"]):
        [asked] = holder.asked
        seen = IdentityVerifier(keys / "jwks.json").verify(asked)
        assert (seen.subject, seen.roles, seen.organisations) == (
            str(someone.id),
            {"reviewer"},
            {str(organisation): "editor"},
        )


async def test_no_secret_is_in_an_archive(people, connection):
    someone = await people.account()
    await people.sign_in(someone)
    await connection.execute(
        "INSERT INTO mail (sender, template, locale, to_address, subject, text_body, html_body, is_secret) "
        "VALUES ('gateway', 'sign_in', 'fr', $1, 'Votre lien', 'secret-link', 'secret-link', true)",
        someone.email,
    )
    files = await _archive(people, someone)
    [mail] = json.loads(files["gateway.json"])["sections"]["mails"]
    assert (mail["subject"], mail["text"]) == ("Votre lien", None)
    session = await connection.fetchval(
        "SELECT encode(token_hash, 'hex') FROM sign_in_session WHERE account_id = $1", someone.id
    )
    for content in files.values():
        assert "secret-link" not in content
        assert session not in content
        assert someone.session not in content


async def test_another_person_s_data_are_not_in_it(people):
    someone, other = await people.account("Ada"), await people.account("Bertille Autrui")
    await people.sign_in(someone)
    await people.sign_in(other)
    files = await _archive(people, someone)
    assert not any(other.email in content or str(other.id) in content for content in files.values())


async def test_a_service_that_does_not_answer_is_named_and_nothing_is_handed_over(people, holders):
    someone = await people.account()
    await people.sign_in(someone)
    holders["members"].status = 500
    answer = await people.ask("POST", "/me/export", someone)
    assert problem(answer) == (503, "service_silent")
    assert answer.json()["service"] == "members"
    assert "« members »" in answer.json()["detail"]
    assert answer.headers["retry-after"]


async def test_a_service_that_says_something_else_is_silent_too(people, holders):
    someone = await people.account()
    await people.sign_in(someone)
    holders["events"].sections = ["not", "an", "object"]
    answer = await people.ask("POST", "/me/export", someone)
    assert (problem(answer), answer.json()["service"]) == ((503, "service_silent"), "events")
