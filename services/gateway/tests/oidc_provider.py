"""An OpenID Connect provider over HTTP, small but real: it checks what it is asked, and lies when told to."""

import base64
import hashlib
import json
import secrets
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from aiohttp import BasicAuth, web
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey, RSAKey
from ombelle_chassis.server import bind

CLIENT, SECRET = "ombelle", "un secret: avec des signes%"
Claims = dict[str, Any]


def _new_key() -> ECKey:
    key = ECKey.generate_key("P-256")
    key.ensure_kid()
    return key


@dataclass
class OidcProvider:
    """A provider, and the one person who is signed in there.

    `person` is what it says of them; `changes` alters an ID token's claims before it is signed; `sign` signs it in
    another way; the rest is what breaks.
    """

    person: Claims = field(default_factory=dict)
    changes: Callable[[Claims], None] | None = None
    sign: Callable[["OidcProvider", Claims], str] | None = None
    userinfo_in_id_token: bool = True
    userinfo_signed: bool = False
    userinfo_changes: Claims = field(default_factory=dict)
    broken: dict[str, int] = field(default_factory=dict)
    metadata_changes: Claims = field(default_factory=dict)
    says_issuer: bool = True
    error: str | None = None
    issuer: str = ""
    key: RSAKey | ECKey = field(default_factory=_new_key)
    asked: list[str] = field(default_factory=list)
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)
    _access: dict[str, Claims] = field(default_factory=dict)

    def signed(self, claims: Claims) -> str:
        """Sign claims as this provider does."""
        if self.sign is not None:
            return self.sign(self, claims)
        return jwt.encode({"alg": "ES256", "kid": self.key.kid}, claims, self.key, algorithms=["ES256"])

    def metadata(self) -> Claims:
        """Return the discovery document."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "id_token_signing_alg_values_supported": ["RS256", "ES256", "HS256", "none"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "authorization_response_iss_parameter_supported": self.says_issuer,
            **self.metadata_changes,
        }

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        what = request.path.rpartition("/")[2]
        self.asked.append(what)
        if what in self.broken:
            return web.Response(status=self.broken[what], text="<html>")
        answers = {
            "openid-configuration": self._discovery,
            "jwks": self._jwks,
            "authorize": self._authorize,
            "token": self._token,
            "userinfo": self._userinfo,
        }
        return await answers[what](request)

    async def _discovery(self, _: web.Request) -> web.Response:
        return web.json_response(self.metadata())

    async def _jwks(self, _: web.Request) -> web.Response:
        return web.json_response(KeySet([self.key]).as_dict(private=False))

    async def _authorize(self, request: web.Request) -> web.Response:
        asked = dict(request.query)
        assert asked["client_id"] == CLIENT
        assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
        assert "openid" in asked["scope"].split()
        back = {"state": asked["state"]}
        if self.says_issuer:
            back["iss"] = self.issuer
        if self.error is not None:
            back["error"] = self.error
        else:
            code = back["code"] = secrets.token_urlsafe(16)
            self._codes[code] = asked
        raise web.HTTPFound(f"{asked['redirect_uri']}?{urlencode(back)}")

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        auth = BasicAuth.decode(request.headers["Authorization"])
        if (auth.login, auth.password) != (CLIENT, SECRET):
            return web.json_response({"error": "invalid_client"}, status=401)
        asked = self._codes.pop(str(form.get("code")), None)
        challenge = hashlib.sha256(str(form.get("code_verifier")).encode()).digest()
        if (
            asked is None
            or form.get("redirect_uri") != asked["redirect_uri"]
            or base64.urlsafe_b64encode(challenge).decode().rstrip("=") != asked["code_challenge"]
        ):
            return web.json_response({"error": "invalid_grant"}, status=400)
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": self.person["sub"],
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            **(self.person if self.userinfo_in_id_token else {}),
        }
        if self.changes is not None:
            self.changes(claims)
        access = secrets.token_urlsafe(16)
        self._access[access] = self.person
        return web.json_response(
            {
                "access_token": access,
                "token_type": "Bearer",
                "expires_in": 60,
                "id_token": self.signed(claims),
            }
        )

    async def _userinfo(self, request: web.Request) -> web.Response:
        person = self._access[request.headers["Authorization"].removeprefix("Bearer ")]
        told = {**person, **self.userinfo_changes}
        if not self.userinfo_signed:
            return web.json_response(told)
        text = self.signed({"iss": self.issuer, "aud": CLIENT, **told})
        return web.Response(text=text, content_type="application/jwt")


def rotate(provider: OidcProvider) -> None:
    """Give the provider another key."""
    provider.key = _new_key()


def unsigned(_: OidcProvider, claims: Claims) -> str:
    """Sign by `none`: RFC 7519, §6."""
    parts = (base64.urlsafe_b64encode(json.dumps(part).encode()) for part in ({"alg": "none"}, claims))
    return ".".join(part.decode().rstrip("=") for part in parts) + "."


def by_the_secret(_: OidcProvider, claims: Claims) -> str:
    """Sign by the client's secret, which we hold too."""
    key = OctKey.import_key(SECRET.ljust(32, "0"))
    return jwt.encode({"alg": "HS256"}, claims, key, algorithms=["HS256"])


def by_another_key(provider: OidcProvider, claims: Claims) -> str:
    """Sign by a key that is not the provider's, under the name of one that is."""
    return jwt.encode(
        {"alg": "ES256", "kid": provider.key.kid}, claims, ECKey.generate_key("P-256"), algorithms=["ES256"]
    )


def in_pieces(_: OidcProvider, __: Claims) -> str:
    """Sign nothing that could be read."""
    return "a.b.c"


@asynccontextmanager
async def serving(provider: OidcProvider) -> AsyncIterator[OidcProvider]:
    """Serve a provider on a free port of the loopback; `issuer` says where."""
    runner = web.ServerRunner(web.Server(provider.handle), shutdown_timeout=1)
    await runner.setup()
    listener = bind(["127.0.0.1"], 0)[0]
    await web.SockSite(runner, listener).start()
    provider.issuer = f"http://127.0.0.1:{listener.getsockname()[1]}"
    try:
        yield provider
    finally:
        await runner.cleanup()
