"""Who asks: short-lived JWTs (EdDSA over Ed25519) that the gateway mints and services verify."""

import contextlib
import fcntl
import json
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OKPKey

from ombelle_chassis.errors import Unauthenticated

GATEWAY = "ombelle-gateway"  # issuer of every token, and audience of what people present
SERVICES = "ombelle-services"  # audience of what the gateway hands on
LEEWAY_SECONDS = 5
LONGEST_TOKEN_SECONDS = (
    30 * 24 * 3600
)  # what `sign_access` signs at most, and how long a retired key is published
# RFC 9864's name of EdDSA on this curve; nothing else is accepted, so no token chooses how it is checked.
ALGORITHM = "Ed25519"
_MOST_REMEMBERED = 512


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody, and what they may be.

    `subject` is an account's id, `administrator` for the command's own token, empty for nobody. `roles` are the
    agency's. `organisations` maps the id of each organisation that they act for to `editor` or `administrator`.
    `scopes`, like `events:write`, bound what an organisation's program may do; `None` for a person. `token` is the
    id of the program's token.
    """

    subject: str
    roles: frozenset[str] = field(default_factory=frozenset)
    organisations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    scopes: frozenset[str] | None = None
    token: str | None = None

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody is signed in."""
        return not self.subject

    @property
    def is_program(self) -> bool:
        """Whether an organisation's program asks, by its token."""
        return self.scopes is not None

    def allows(self, scope: str) -> bool:
        """Say whether what they presented covers this scope: always for a person, for a program when given."""
        return self.scopes is None or scope in self.scopes

    def may_edit(self, organisation: str) -> bool:
        """Say whether they act for this organisation, as its editor or its administrator."""
        return organisation in self.organisations


ANONYMOUS = Identity("")


class Signer:
    """Signs tokens with the gateway's private key.

    Raises:
        FileNotFoundError: there is no key at that path yet (see `ensure_keys`).

    """

    def __init__(self, private_jwk: Path, *, now: Callable[[], float] = time.time) -> None:
        self._key = OKPKey.import_key(json.loads(private_jwk.read_text(encoding="utf-8")))
        self._now = now

    def sign_identity(
        self,
        subject: str,
        roles: Iterable[str],
        *,
        organisations: Mapping[str, str] | None = None,
        scopes: Iterable[str] | None = None,
        token: str | None = None,
        seconds: int = 60,
    ) -> str:
        """Return what goes to services in `Ombelle-Identity`; `Identity` says what each part is."""
        more: dict[str, Any] = {"organisations": dict(organisations or {})}
        if scopes is not None:
            more |= {"scopes": sorted(scopes), "token": token}
        return self._sign(SERVICES, subject, roles, seconds, more)

    def sign_access(self, subject: str, roles: Iterable[str], *, minutes: int) -> str:
        """Return what a person or program presents as a bearer token.

        Raises:
            ValueError: it would outlive the key that signs it, once that is rotated out.

        """
        if minutes * 60 > LONGEST_TOKEN_SECONDS:
            raise ValueError(f"a token serves {LONGEST_TOKEN_SECONDS // 86400} days at most")
        return self._sign(GATEWAY, subject, roles, minutes * 60, {})

    def _sign(
        self, audience: str, subject: str, roles: Iterable[str], seconds: int, more: Mapping[str, Any]
    ) -> str:
        now = int(self._now())
        claims = {
            **more,
            "iss": GATEWAY,
            "aud": audience,
            "sub": subject,
            "roles": sorted(roles),
            "iat": now,
            "nbf": now,
            "exp": now + seconds,
        }
        return jwt.encode({"alg": ALGORITHM, "kid": self._key.kid}, claims, self._key, algorithms=[ALGORITHM])


@dataclass(frozen=True, slots=True)
class _Verified:
    """Whom a token names, and from when to when it may be presented."""

    identity: Identity
    begins: float
    expires: float


class IdentityVerifier:
    """Verifies tokens against the public keys in a file, read again when a token names an unknown key and it changed.

    A page asks several things at once with one token: what was verified is remembered, its times are compared anew at
    each request, and a change of keys forgets it.
    """

    def __init__(
        self,
        jwks: Path,
        *,
        audience: str = SERVICES,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._path = jwks
        self._audience = audience
        self._now = now
        self._keys: dict[str, OKPKey] = {}
        self._state: tuple[int, int, int] | None = None
        self._reading = threading.Lock()
        self._remembered: dict[str, _Verified] = {}

    def verify(self, token: str) -> Identity:
        """Return whom this token names.

        Raises:
            Unauthenticated: it is malformed, forged, expired, not yet valid, or meant for another audience.

        """
        try:
            found = self._remembered.get(token) or self._verified(token)
            self._refuse_untimely(found)
        except (JoseError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise Unauthenticated(
                "Le jeton présenté n'est pas valable ou a expiré : demandez-en un nouveau."
            ) from error
        return found.identity

    def _verified(self, token: str) -> _Verified:
        # Taken before the keys are: what a key signed that another thread does away with meanwhile lands nowhere.
        remembered = self._remembered
        found = self._claimed(jwt.decode(token, self._key_of, algorithms=[ALGORITHM]).claims)
        if len(remembered) >= _MOST_REMEMBERED:
            remembered.clear()
        remembered[token] = found
        return found

    def _refuse_untimely(self, found: _Verified) -> None:
        now = self._now()
        if found.expires <= now - LEEWAY_SECONDS:
            raise ValueError("expired")
        if found.begins > now + LEEWAY_SECONDS:
            raise ValueError("not yet valid")

    def _key_of(self, token: Any) -> OKPKey:
        kid = token.headers()["kid"]
        if kid not in self._keys:
            with self._reading:  # a second request waits for the first one's reading instead of refusing
                if kid not in self._keys:
                    self._read()
        return self._keys[kid]

    def _read(self) -> None:
        """Read the file if it is another one than last time: unknown ids are free to invent."""
        try:
            status = self._path.stat()
            state = (status.st_mtime_ns, status.st_ino, status.st_size)
            if state == self._state:
                return
            published = KeySet.import_key_set(json.loads(self._path.read_text(encoding="utf-8")))
        except (OSError, ValueError, JoseError):
            return  # keep what is known: a file being replaced signs nobody out
        self._state = state
        self._keys = {key.kid: key for key in published.keys if isinstance(key, OKPKey) and key.kid}
        self._remembered = {}

    def _claimed(self, claims: dict[str, Any]) -> _Verified:
        if claims["iss"] != GATEWAY or claims["aud"] != self._audience:
            raise ValueError("foreign token")
        begins, expires = _number(claims.get("nbf", 0)), _number(claims["exp"])
        subject, roles = claims["sub"], claims.get("roles", [])
        if not isinstance(subject, str) or not subject:
            raise ValueError("no subject")
        organisations, scopes = claims.get("organisations", {}), claims.get("scopes")
        if not isinstance(organisations, dict):
            raise TypeError("organisations are not an object")
        identity = Identity(
            subject,
            _names(roles),
            MappingProxyType({name: str(role) for name, role in organisations.items()}),
            None if scopes is None else _names(scopes),
            claims.get("token"),
        )
        return _Verified(identity, begins, expires)


def _names(value: Any) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise ValueError("roles and scopes are lists of names")
    return frozenset(value)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("a time is a number of seconds")
    return float(value)


def ensure_keys(directory: Path) -> tuple[Path, Path]:
    """Make `signing.json` (private, 0600) and `jwks.json` (public) once; return their paths.

    Safe when several processes do it at once: the first to put the private key there wins, and every one
    sees to it that the key that is there is published. Keys that were rotated out stay published beside it.
    """
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    private, public = directory / "signing.json", directory / "jwks.json"
    if not private.exists():
        _put_once(private, json.dumps(_new_key().as_dict(private=True)))
    with _alone_in(directory):
        key = OKPKey.import_key(json.loads(private.read_text(encoding="utf-8")))
        published = _published(public)
        if not any(one.get("kid") == key.kid for one in published):
            _replace(public, json.dumps({"keys": [key.as_dict(private=False), *published]}), 0o644)
    return private, public


def rotate_keys(directory: Path, *, now: Callable[[], float] = time.time) -> tuple[Path, Path]:
    """Sign with a new key from now on; return the two paths as `ensure_keys` does.

    The old public key stays published, marked with `exp`, as long as a token signed by it may serve
    (`LONGEST_TOKEN_SECONDS`); those marked earlier and past it go. The new one is published before anything is
    signed by it, so that whoever meets it finds it.
    """
    private, public = ensure_keys(directory)
    with _alone_in(directory):
        old = OKPKey.import_key(json.loads(private.read_text(encoding="utf-8")))
        new, gone_at = _new_key(), int(now()) + LONGEST_TOKEN_SECONDS
        kept = [
            {"exp": gone_at, **one} if one.get("kid") == old.kid else one
            for one in _published(public)
            if one.get("exp", gone_at) > now()
        ]
        _replace(public, json.dumps({"keys": [new.as_dict(private=False), *kept]}), 0o644)
        _replace(private, json.dumps(new.as_dict(private=True)), 0o600)
    return private, public


@contextlib.contextmanager
def _alone_in(directory: Path) -> Iterator[None]:
    """Hold the folder against others who would publish keys in it."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _new_key() -> OKPKey:
    key = OKPKey.generate_key("Ed25519", parameters={"alg": ALGORITHM, "use": "sig"})
    key.ensure_kid()
    return key


def _published(public: Path) -> list[dict[str, Any]]:
    try:
        keys = json.loads(public.read_text(encoding="utf-8"))["keys"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [one for one in keys if isinstance(one, dict)] if isinstance(keys, list) else []


def _written_beside(path: Path, text: str, mode: int) -> str:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), mode)
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return name


def _put_once(path: Path, text: str) -> None:
    name = _written_beside(path, text, 0o600)
    try:
        # A link, unlike a rename, fails when another process was first.
        with contextlib.suppress(FileExistsError):
            os.link(name, path)
    finally:
        Path(name).unlink()


def _replace(path: Path, text: str, mode: int) -> None:
    Path(_written_beside(path, text, mode)).replace(path)
