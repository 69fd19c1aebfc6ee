import asyncio
from unittest.mock import ANY

import pytest
from access_people import PUBLIC_URL, problem
from ombelle_gateway.accounts.passkeys.domain import RelyingParty
from ombelle_gateway.client_address import CLIENT_ADDRESS_HEADER
from ombelle_gateway.cookies import digest_of
from passkey_browser import ASKING, SESSION, add, options_for_new, send_new, session_of
from software_authenticator import at
from webauthn.helpers import bytes_to_base64url


async def test_the_site_alone_says_what_passkeys_are_made_for(people, somebody):
    assert await options_for_new(people, somebody) == {
        "rp": {"id": "ombelle.example", "name": "Ombelle"},
        "user": {
            "id": bytes_to_base64url(somebody.id.bytes),
            "name": somebody.email,
            "displayName": "Émilie du Châtelet",
        },
        "challenge": ANY,
        "pubKeyCredParams": [{"type": "public-key", "alg": number} for number in (-8, -7, -257)],
        "timeout": 300_000,
        "excludeCredentials": [],
        "authenticatorSelection": {
            "residentKey": "required",
            "requireResidentKey": True,
            "userVerification": "required",
        },
        "attestation": "none",
    }
    answer = await people.ask(
        "POST",
        "/sign-in/passkey/options",
        headers={"Host": "mechant.example", "Origin": "https://mechant.example"},
    )
    assert answer.json()["public_key"] == {
        "challenge": ANY,
        "timeout": 300_000,
        "rpId": "ombelle.example",
        "allowCredentials": [],
        "userVerification": "required",
    }


@pytest.mark.parametrize(
    ("public_url", "expected"),
    [
        ("http://localhost:8000", ("localhost", "http://localhost:8000")),
        ("https://Agenda.Example:443", ("agenda.example", "https://agenda.example")),
        ("https://agenda.example:8443", ("agenda.example", "https://agenda.example:8443")),
        ("http://[::1]:80", ("::1", "http://[::1]")),
    ],
)
def test_the_origin_is_what_browsers_say(public_url, expected):
    party = RelyingParty.at(public_url)
    assert (party.id, party.origin) == expected


async def test_a_passkey_is_added_listed_renamed_and_deleted(people, somebody, device):
    device.synchronises = True
    added = await add(people, somebody, device)
    assert added == {
        "id": ANY,
        "name": "Téléphone",
        "is_synchronised": True,
        "created_at": ANY,
        "last_used_at": None,
        "allowed_actions": ["rename", "delete"],
    }
    (mail,) = await people.mails(somebody.email)
    assert (mail["template"], "Téléphone" in mail["text_body"]) == ("passkey_added", True)
    second = await add(people, somebody, at(PUBLIC_URL), "Clé")
    listed = await people.ask("GET", "/me/passkeys", somebody)
    assert listed.json() == {"items": [second, added], "next": None}
    known = await options_for_new(people, somebody)
    assert known["excludeCredentials"][1] == {
        "id": bytes_to_base64url(device.passkeys[0].id),
        "type": "public-key",
        "transports": ["internal", "hybrid"],
    }
    renamed = await people.ask("PATCH", f"/me/passkeys/{added['id']}", somebody, json={"name": " Portable "})
    assert renamed.json() == {**added, "name": "Portable"}
    assert (await people.ask("DELETE", f"/me/passkeys/{added['id']}", somebody)).status_code == 204
    gone = await people.ask("DELETE", f"/me/passkeys/{added['id']}", somebody)
    assert problem(gone) == (404, "passkey_unknown")
    assert (await people.ask("GET", "/me/passkeys", somebody)).json()["items"] == [second]


async def test_a_passkey_signs_in_without_an_address(people, somebody, device, browser):
    added = await add(people, somebody, device)
    answer = await browser.sign_in(device)
    assert (answer.status_code, answer.json()) == (200, {"next": "/espace"})
    assert await session_of(people, browser) == (somebody.id, "passkey")
    (listed,) = (await people.ask("GET", "/me/passkeys", somebody)).json()["items"]
    assert listed == {**added, "last_used_at": ANY}
    assert listed["last_used_at"] is not None
    cookies = answer.headers.get_list("set-cookie")
    assert any(one.startswith(f"{SESSION}=") and "HttpOnly" in one and "Secure" in one for one in cookies)


async def test_the_id_of_the_session_is_new_and_the_one_before_ends(people, somebody, device, browser):
    await add(people, somebody, device)
    await browser.sign_in(device)
    before = browser.cookies[SESSION]
    assert (await browser.sign_in(device)).status_code == 200
    assert browser.cookies[SESSION] != before
    kept = await people.connection.fetchval(
        "SELECT count(*) FROM sign_in_session WHERE token_hash = $1", digest_of(before)
    )
    assert kept == 0


async def test_a_link_that_was_asked_for_goes_on_working(browser):
    await browser.options()
    first = browser.cookies[ASKING]
    await browser.options()
    assert browser.cookies[ASKING] == first


async def test_a_passkey_that_does_not_count_signs_in_again_and_again(people, somebody, browser):
    device = at(PUBLIC_URL, counts=False)
    await add(people, somebody, device)
    assert [(await browser.sign_in(device)).status_code for _ in range(2)] == [200, 200]


async def test_of_many_added_at_once_ten_stay(people, somebody):
    devices = [at(PUBLIC_URL) for _ in range(13)]
    created = [device.create(await options_for_new(people, somebody)) for device in devices]
    answers = await asyncio.gather(*(send_new(people, somebody, one) for one in created))
    assert sorted(one.status_code for one in answers) == [201] * 10 + [409] * 3
    assert {problem(one) for one in answers if one.status_code == 409} == {(409, "too_many_passkeys")}
    refused = await people.ask("POST", "/me/passkeys/options", somebody)
    assert problem(refused) == (409, "too_many_passkeys")


async def test_the_passkeys_of_others_are_not_there(people, somebody, device):
    added = await add(people, somebody, device)
    other = await people.account()
    await people.sign_in(other)
    path = f"/me/passkeys/{added['id']}"
    assert (await people.ask("GET", "/me/passkeys", other)).json()["items"] == []
    assert problem(await people.ask("PATCH", path, other, json={"name": "x"})) == (404, "passkey_unknown")
    assert problem(await people.ask("DELETE", path, other)) == (404, "passkey_unknown")


async def test_programs_and_nobody_have_no_passkeys(people, somebody):
    organisation = await people.organisation()
    program = people.program(somebody, organisation, "events:read")
    for method, path in (("GET", "/me/passkeys"), ("POST", "/me/passkeys/options")):
        assert problem(await people.ask(method, path, headers=program)) == (403, "scope_missing")
        assert problem(await people.ask(method, path)) == (401, "unauthenticated")
        assert problem(await people.ask(method, path, headers=people.command_line())) == (403, "forbidden")


def _broken():
    credential = at(PUBLIC_URL).create({"rp": {"id": "x"}, "user": {"id": "AA"}, "challenge": "AA"})
    yield {}
    yield {"id": 1}
    yield {**credential, "rawId": "é"}
    yield {**credential, "id": "AAAA"}
    yield {**credential, "type": "password"}
    yield {**credential, "response": []}
    for name in credential["response"]:
        for value in (
            "",
            "AA",
            "$",
            1,
            None,
            bytes_to_base64url(b"[" * 5000),
            bytes_to_base64url(b"\xbf" * 200),
        ):
            yield {**credential, "response": {**credential["response"], name: value}}


async def test_no_damaged_credential_breaks_anything(people, somebody):
    for place, credential in enumerate(_broken()):
        answer = await send_new(people, somebody, credential)
        assert problem(answer) in {(403, "passkey_refused"), (410, "challenge_spent")}, credential
        answer = await people.ask("POST", "/sign-in/passkey", json={"credential": credential})
        assert problem(answer) in {(403, "passkey_refused"), (410, "challenge_spent")}, credential
        if place % 50 == 0:
            await people.connection.execute("DELETE FROM limit_hit")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"name": "", "credential": {}}, "/body/name"),
        ({"name": "x" * 101, "credential": {}}, "/body/name"),
        ({"name": "a\0", "credential": {}}, "/body/name"),
        ({"name": "a\nb", "credential": {}}, "/body/name"),
        ({"name": "x"}, "/body/credential"),
        ({"name": "x", "credential": []}, "/body/credential"),
        ({"name": "x", "credential": {}, "account_id": "1"}, "/body/account_id"),
        ({"name": "x", "credential": {}, "sign_count": 0}, "/body/sign_count"),
    ],
)
async def test_a_body_that_means_nothing_is_refused(people, somebody, body, pointer):
    answer = await people.ask("POST", "/me/passkeys", somebody, json=body)
    assert problem(answer) == (422, "invalid_input")
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_a_storm_of_sign_ins_waits_and_others_do_not(people):
    async def attempt(address):
        headers = {CLIENT_ADDRESS_HEADER: address}
        return await people.ask("POST", "/sign-in/passkey", json={"credential": {}}, headers=headers)

    codes = [(await attempt("192.0.2.1")).status_code for _ in range(121)]
    assert codes == [403] * 120 + [429]
    refused = await attempt("192.0.2.1")
    assert problem(refused) == (429, "too_many_attempts")
    assert 0 < int(refused.headers["retry-after"]) <= 600
    assert (await attempt("192.0.2.2")).status_code == 403


async def test_the_list_is_one_statement_however_many(people, somebody, statements):
    counts = []
    for _ in range(2):
        await add(people, somebody, at(PUBLIC_URL))
        statements.clear()
        assert (await people.ask("GET", "/me/passkeys", somebody)).status_code == 200
        counts.append(len(statements))
    assert counts == [1, 1]
