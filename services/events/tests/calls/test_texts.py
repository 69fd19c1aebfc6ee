"""The texts that the team edits: names of a closed list, and nothing that computes."""

from unittest.mock import ANY

import pytest
from ombelle_events.calls.domain import TEXTS
from ombelle_events.wording import PLACEHOLDERS

NAMES = [(kind, key) for kind, keys in TEXTS.items() for key in keys]


async def test_a_text_is_read_written_and_kept_by_version(desk, connection):
    call = await desk.begin()
    path = f"/calls/{call['id']}/templates/letter/labelled"
    read = await desk.ask("GET", path)
    assert read.headers["etag"] == '"v1"'
    assert read.json() == {
        "kind": "letter", "key": "labelled", "subject": ANY, "body": ANY, "is_shipped": True, "version": 1,
        "updated_at": ANY, "placeholders": [{"name": name, "label": label} for name, label in PLACEHOLDERS.items()],
        "allowed_actions": call["allowed_actions"],
    }  # fmt: skip
    mine = {"subject": "Label de {{ title }}", "body": "Bonjour,\n\n{% if amount %}{{ amount }}{% endif %}"}
    assert (await desk.ask("PUT", path, mine)).status_code == 428
    written = await desk.ask("PUT", path, mine, If_Match='"v1"')
    assert written.json() == {**read.json(), **mine, "is_shipped": False, "version": 2, "updated_at": ANY}
    stale = await desk.ask("PUT", path, {"subject": "Autre", "body": "Autre"}, If_Match='"v1"')
    assert (stale.status_code, stale.json()["current"]["subject"], stale.json()["yours"]["subject"]) == (
        412, mine["subject"], "Autre",
    )  # fmt: skip
    assert await connection.fetchval("SELECT count(*) FROM audit_entry e JOIN audit_value USING (seq) "
                                     "WHERE action = 'text_written' AND subject_id = $1", call["id"]) == 1  # fmt: skip


async def test_a_text_that_no_row_holds_is_as_it_is_shipped(desk, connection):
    call = await desk.begin()
    path = f"/calls/{call['id']}/templates/mail/waitlisted"
    shipped = await desk.do("GET", path)
    await connection.execute("DELETE FROM text_template")
    bare = await desk.do("GET", path)
    assert bare == {**shipped, "version": 0, "updated_at": None}
    written = await desk.do("PUT", path, {"subject": "Un", "body": "Deux"}, If_Match='"v0"')
    assert (written["version"], written["is_shipped"]) == (1, False)


@pytest.mark.parametrize(("kind", "key"), NAMES)
async def test_every_text_that_ships_can_leave(desk, kind, key):
    call = await desk.change(await desk.begin(), contact_email="fete@agence.fr")
    path = f"/calls/{call['id']}/templates/{kind}/{key}"
    text = await desk.do("GET", path)
    words = {"subject": text["subject"], "body": text["body"]}
    shown = await desk.do("POST", f"{path}/preview", words)
    assert "{" not in shown["subject"] + shown["text"]
    assert (shown["html"] is not None) == (kind == "mail")
    assert words == {part: (await desk.do("GET", path))[part] for part in words}
    assert (await desk.ask("PUT", path, words, If_Match='"v1"')).json() == text


async def test_letters_bring_what_they_must(desk):
    call = await desk.change(await desk.begin(), contact_email="fete@agence.fr")
    letters = {}
    for key in TEXTS["letter"]:
        path = f"/calls/{call['id']}/templates/letter/{key}"
        text = await desk.do("GET", path)
        letters[key] = (
            await desk.do("POST", f"{path}/preview", {"subject": text["subject"], "body": text["body"]})
        )["text"]
    assert "kit de communication" in letters["labelled"]
    assert "règles d'usage du logo" in letters["labelled"]
    assert "1\N{NARROW NO-BREAK SPACE}200\N{NO-BREAK SPACE}€" in letters["labelled"]
    for refusal in ("waitlisted", "not_labelled"):
        assert "deux mois" in letters[refusal]
        assert "R. 421-1" in letters[refusal]
        assert "fete@agence.fr" in letters[refusal]
    assert "R. 421-1" not in letters["labelled"]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{{ phone }}", "placeholder_unknown"),
        ("{% if phone %}x{% endif %}", "placeholder_unknown"),
        ("{{ title", "unreadable"),
        ("{% if title %}x", "unreadable"),
        ("{% include 'x' %}", "not_allowed"),
        ("{{ title.__class__ }}", "not_allowed"),
        ("{{ title['x'] }}", "not_allowed"),
        ("{{ title|upper }}", "not_allowed"),
        ("{{ 'x' * 1000000000 }}", "not_allowed"),
        ("{% for n in title %}x{% endfor %}", "not_allowed"),
        ("{% set title = 'x' %}", "not_allowed"),
        ("{% macro m() %}x{% endmacro %}", "not_allowed"),
        ("{{ range(9) }}", "not_allowed"),
    ],
)
async def test_a_text_that_could_not_leave_is_refused_where_it_is_written(desk, source, code):
    call = await desk.begin()
    path = f"/calls/{call['id']}/templates/mail/labelled"
    before = await desk.do("GET", path)
    for part in ("subject", "body"):
        body = {"subject": "Bonjour", "body": "Bonjour", part: source}
        for method, below in (("PUT", ""), ("POST", "/preview")):
            answer = await desk.ask(method, path + below, body, If_Match="*")
            assert (answer.status_code, answer.json()["code"]) == (422, "text_invalid")
            assert [(e["pointer"], e["code"]) for e in answer.json()["errors"]] == [(f"/body/{part}", code)]
    assert await desk.do("GET", path) == before


async def test_what_is_typed_stays_text_in_a_mail(desk):
    call = await desk.begin(title="<b>Appel</b>")
    path = f"/calls/{call['id']}/templates/mail/labelled/preview"
    shown = await desk.do("POST", path, {"subject": "{{ call }}", "body": "{{ call }} <script>x</script>"})
    assert shown["subject"] == "<b>Appel</b>"
    assert "<script>x" not in shown["html"]
    assert "<b>Appel" not in shown["html"]


async def test_decisions_alone_are_told_by_letter(desk):
    call = await desk.begin()
    body = {"subject": "Un", "body": "Deux"}
    for method, below in (("GET", ""), ("PUT", ""), ("POST", "/preview")):
        path = f"/calls/{call['id']}/templates/letter/draft_reminder{below}"
        answer = await desk.ask(method, path, body if method != "GET" else None, If_Match="*")
        assert (answer.status_code, answer.json()["code"]) == (404, "text_unknown")
    wrong = await desk.ask("GET", f"/calls/{call['id']}/templates/fax/labelled")
    assert [error["pointer"] for error in wrong.json()["errors"]] == ["/path/kind"]
