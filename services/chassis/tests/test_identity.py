"""Only what the gateway signed, for us, now, is believed."""

import base64
import json
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, OKPKey
from ombelle_chassis.app import CurrentIdentity, create_app
from ombelle_chassis.errors import Unauthenticated
from ombelle_chassis.identity import (
    ALGORITHM,
    GATEWAY,
    SERVICES,
    Identity,
    IdentityVerifier,
    Signer,
    ensure_keys,
    rotate_keys,
)
from ombelle_chassis.identity_header import IDENTITY_HEADER

NOW = 1_800_000_000.0


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    return ensure_keys(tmp_path / "keys")


def verifier(keys: tuple[Path, Path], **options: Any) -> IdentityVerifier:
    return IdentityVerifier(keys[1], now=lambda: NOW, **options)


def signer(keys: tuple[Path, Path]) -> Signer:
    return Signer(keys[0], now=lambda: NOW)


def forged(keys: tuple[Path, Path], *, key: OKPKey | None = None, **changes: Any) -> str:
    """Sign claims of our choice, by default with the true key."""
    true = OKPKey.import_key(json.loads(keys[0].read_text()))
    claims = {
        "iss": GATEWAY,
        "aud": SERVICES,
        "sub": "ada",
        "roles": ["administrator"],
        "exp": NOW + 60,
        **changes,
    }
    claims = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode({"alg": ALGORITHM, "kid": true.kid}, claims, key or true, algorithms=[ALGORITHM])


def test_what_was_signed_is_believed(keys: tuple[Path, Path]) -> None:
    token = signer(keys).sign_identity("ada", ["editor", "administrator"])
    assert verifier(keys).verify(token) == Identity("ada", frozenset({"administrator", "editor"}))


def test_an_access_token_is_for_the_gateway_alone(keys: tuple[Path, Path]) -> None:
    token = signer(keys).sign_access("ada", ["administrator"], minutes=5)
    assert verifier(keys, audience=GATEWAY).verify(token).subject == "ada"
    with pytest.raises(Unauthenticated):
        verifier(keys).verify(token)


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": NOW - 6},
        {"exp": None},
        {"exp": "tomorrow"},
        {"exp": True},
        {"nbf": NOW + 6},
        {"aud": "somebody-else"},
        {"aud": [SERVICES, "somebody-else"]},
        {"iss": "somebody-else"},
        {"iss": None},
        {"sub": ""},
        {"sub": None},
        {"sub": 7},
        {"roles": "administrator"},
        {"roles": [1]},
    ],
)
def test_wrong_claims_are_refused(keys: tuple[Path, Path], changes: dict[str, Any]) -> None:
    with pytest.raises(Unauthenticated):
        verifier(keys).verify(forged(keys, **changes))


@pytest.mark.parametrize("changes", [{"exp": NOW - 4}, {"nbf": NOW + 4}])
def test_clocks_may_differ_by_five_seconds(keys: tuple[Path, Path], changes: dict[str, Any]) -> None:
    assert verifier(keys).verify(forged(keys, **changes)).subject == "ada"


def test_a_foreign_key_is_refused_even_under_our_key_id(keys: tuple[Path, Path]) -> None:
    with pytest.raises(Unauthenticated):
        verifier(keys).verify(forged(keys, key=OKPKey.generate_key("Ed25519")))


def encoded(part: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")


def test_the_token_does_not_choose_its_algorithm(keys: tuple[Path, Path]) -> None:
    public = json.loads(keys[1].read_text())["keys"][0]
    claims = {"iss": GATEWAY, "aud": SERVICES, "sub": "ada", "roles": ["administrator"], "exp": NOW + 60}
    unsigned = f"{encoded({'alg': 'none', 'kid': public['kid']})}.{encoded(claims)}."
    # The classic: the public key used as the secret of a symmetric signature.
    secret = OctKey.import_key(base64.urlsafe_b64decode(public["x"] + "=="))
    symmetric = jwt.encode({"alg": "HS256", "kid": public["kid"]}, claims, secret, algorithms=["HS256"])
    for token in (unsigned, symmetric):
        with pytest.raises(Unauthenticated):
            verifier(keys).verify(token)


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "é.é.é", "....", "e30.e30.e30"])
def test_noise_is_refused(keys: tuple[Path, Path], token: str) -> None:
    with pytest.raises(Unauthenticated):
        verifier(keys).verify(token)


def test_a_new_key_is_found_at_once_and_a_file_that_stays_is_read_once(
    keys: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = verifier(keys)
    assert check.verify(forged(keys)).subject == "ada"
    other = ensure_keys(tmp_path / "other")
    unknown = forged(other)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_text", lambda *_, **__: pytest.fail("read again"))
        with pytest.raises(Unauthenticated):
            check.verify(unknown)
    keys[1].write_text(other[1].read_text() + "\n")
    assert check.verify(unknown).subject == "ada"


def test_a_token_that_was_believed_is_refused_once_it_has_expired(keys: tuple[Path, Path]) -> None:
    clock = iter([NOW, NOW + 64, NOW + 65, NOW - 6])
    check = IdentityVerifier(keys[1], now=lambda: next(clock))
    token = signer(keys).sign_identity("ada", [], seconds=60)
    for _ in range(2):
        assert check.verify(token).subject == "ada"
    for _ in range(2):
        with pytest.raises(Unauthenticated):
            check.verify(token)


def test_a_token_that_was_believed_is_refused_once_its_key_is_gone(
    keys: tuple[Path, Path], tmp_path: Path
) -> None:
    check, token = verifier(keys), forged(keys)
    assert check.verify(token).subject == "ada"
    other = ensure_keys(tmp_path / "other")
    keys[1].write_text(other[1].read_text())
    assert check.verify(forged(other)).subject == "ada"
    with pytest.raises(Unauthenticated):
        check.verify(token)


def test_what_is_presented_is_remembered_whole(keys: tuple[Path, Path]) -> None:
    check, token = verifier(keys), forged(keys)
    head, claims, signature = token.split(".")
    assert check.verify(token).subject == "ada"
    other = encoded({"iss": GATEWAY, "aud": SERVICES, "sub": "bob", "roles": [], "exp": NOW + 60})
    for changed in (f"{head}.{other}.{signature}", f"{head}.{claims}.", token + "x"):
        with pytest.raises(Unauthenticated):
            check.verify(changed)


def test_however_many_tokens_come_each_is_told_apart(keys: tuple[Path, Path]) -> None:
    check, sign = verifier(keys), signer(keys)
    tokens = [sign.sign_identity(str(number), []) for number in range(600)]
    for _ in range(2):
        assert [check.verify(token).subject for token in tokens] == [str(number) for number in range(600)]


def test_a_broken_file_signs_nobody_out(keys: tuple[Path, Path], tmp_path: Path) -> None:
    check = verifier(keys)
    token = forged(keys)
    check.verify(token)
    keys[1].write_text('{"keys": [')
    with pytest.raises(Unauthenticated):
        check.verify(forged(ensure_keys(tmp_path / "other")))
    assert check.verify(token).subject == "ada"


def test_keys_are_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    private, public = ensure_keys(tmp_path / "keys")
    before = private.read_text(), public.read_text()
    assert private.stat().st_mode & 0o777 == 0o600
    assert "d" not in json.loads(before[1])["keys"][0]
    ensure_keys(tmp_path / "keys")
    assert (private.read_text(), public.read_text()) == before
    assert sorted(one.name for one in (tmp_path / "keys").iterdir()) == ["jwks.json", "signing.json"]


def test_keys_made_by_many_at_once_are_one(tmp_path: Path) -> None:
    barrier = threading.Barrier(8)
    seen: list[str] = []

    def make() -> None:
        barrier.wait()
        private, _ = ensure_keys(tmp_path / "keys")
        seen.append(private.read_text())

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 8
    assert len(set(seen)) == 1
    published = json.loads((tmp_path / "keys" / "jwks.json").read_text())["keys"]
    assert [key["kid"] for key in published] == [json.loads(seen[0])["kid"]]


def test_a_rotated_key_signs_no_more_and_is_known_as_long_as_its_tokens_serve(
    keys: tuple[Path, Path], tmp_path: Path
) -> None:
    old = signer(keys).sign_access("ada", ["administrator"], minutes=5)
    check = verifier(keys, audience=GATEWAY)
    assert check.verify(old).subject == "ada"
    before = json.loads(keys[0].read_text())["kid"]
    assert rotate_keys(tmp_path / "keys", now=lambda: NOW) == keys
    after = json.loads(keys[0].read_text())["kid"]
    assert keys[0].stat().st_mode & 0o777 == 0o600
    assert published(keys) == [after, before] != [before, after]
    new = signer(keys).sign_access("bob", [], minutes=5)
    for one in (check, verifier(keys, audience=GATEWAY)):
        assert [one.verify(token).subject for token in (old, new)] == ["ada", "bob"]
    ensure_keys(tmp_path / "keys")
    assert published(keys) == [after, before]
    rotate_keys(tmp_path / "keys", now=lambda: NOW + 31 * 24 * 3600)
    assert published(keys)[1:] == [after]
    with pytest.raises(Unauthenticated):
        verifier(keys, audience=GATEWAY).verify(old)


def test_keys_rotated_by_many_at_once_are_all_known(tmp_path: Path) -> None:
    ensure_keys(tmp_path / "keys")
    barrier = threading.Barrier(4)

    def rotate() -> None:
        barrier.wait()
        rotate_keys(tmp_path / "keys")

    threads = [threading.Thread(target=rotate) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    keys = tmp_path / "keys" / "signing.json", tmp_path / "keys" / "jwks.json"
    assert len(set(published(keys))) == 5
    assert published(keys)[0] == json.loads(keys[0].read_text())["kid"]


def test_no_token_outlives_the_key_that_signed_it(keys: tuple[Path, Path]) -> None:
    with pytest.raises(ValueError, match="30 days"):
        signer(keys).sign_access("ada", [], minutes=30 * 24 * 60 + 1)


def published(keys: tuple[Path, Path]) -> list[str]:
    return [key["kid"] for key in json.loads(keys[1].read_text())["keys"]]


async def test_a_service_reads_the_header(keys: tuple[Path, Path]) -> None:
    app = create_app(service="jars", title="Jars", verifier=verifier(keys))

    @app.get("/me")
    async def read_me(identity: CurrentIdentity) -> list[str]:
        return sorted(identity.roles)

    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://jars") as client:
        assert (await client.get("/me")).json() == []
        token = signer(keys).sign_identity("ada", ["administrator"])
        assert (await client.get("/me", headers={IDENTITY_HEADER: token})).json() == ["administrator"]
        refused = await client.get("/me", headers={IDENTITY_HEADER: token[:-4]})
        assert refused.status_code == 401
        assert refused.headers["www-authenticate"] == "Bearer"
        assert refused.json()["code"] == "unauthenticated"
