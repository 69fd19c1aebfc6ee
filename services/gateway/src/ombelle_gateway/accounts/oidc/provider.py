"""Talks to one identity provider: OpenID Connect Core 1.0, authorization code with PKCE, by Authlib and joserfc."""

import asyncio
import time
import warnings
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

import httpx
from authlib.common.errors import AuthlibBaseError
from authlib.deprecate import AuthlibDeprecationWarning
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry
from ombelle_chassis.tls import trusted_authorities
from pydantic import BaseModel, ValidationError

from ombelle_gateway.accounts.oidc.domain import Claims, Provider, claims_of, is_safe
from ombelle_gateway.accounts.oidc.errors import ProofInvalid, ProviderUnavailable

with warnings.catch_warnings():
    # Authlib would rather have httpx2; with httpx, which the rest of the code uses, it does the same.
    warnings.simplefilter("ignore", AuthlibDeprecationWarning)
    from authlib.integrations.httpx_client import AsyncOAuth2Client

ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures by a private key; `none`, and those by a secret that we hold too, prove nothing."""
_SECONDS: Final = 10.0  # for all that one page waits for
_METADATA_SECONDS: Final = 3600.0
_LEEWAY_SECONDS: Final = 60


class Metadata(BaseModel):
    """What we use of a discovery document: OpenID Connect Discovery 1.0, §3; RFC 9207, §3."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str | None = None
    id_token_signing_alg_values_supported: list[str] = ["RS256"]
    token_endpoint_auth_methods_supported: list[str] = ["client_secret_basic"]
    authorization_response_iss_parameter_supported: bool = False

    @property
    def addresses(self) -> list[str]:
        """Every address of the document that is asked, by the browser or by us."""
        asked = (self.authorization_endpoint, self.token_endpoint, self.jwks_uri, self.userinfo_endpoint)
        return [one for one in asked if one is not None]


class ProviderClient:
    """One provider. What it publishes of itself is kept for an hour, its keys until one is unknown."""

    def __init__(self, provider: Provider, *, public_url: str) -> None:
        self.provider = provider
        self._redirect_uri = f"{public_url}/api/v1/sign-in/oidc/{provider.name}/callback"
        self._metadata: tuple[float, Metadata] | None = None
        self._keys: KeySet | None = None

    async def authorization_url(self, *, state: str, nonce: str, code_verifier: str) -> str:
        """Return where the browser goes. Raises ProviderUnavailable."""
        async with self._conversation() as client:
            metadata = await self._discovered(client)
            url, _ = client.create_authorization_url(
                metadata.authorization_endpoint, state=state, code_verifier=code_verifier, nonce=nonce
            )
        return str(url)

    async def claims(self, *, code: str, nonce: str, code_verifier: str, told_issuer: str | None) -> Claims:
        """Return whom the provider says that the holder of this code is.

        Args:
            code: as the browser brought it.
            nonce: which the ID token must repeat.
            code_verifier: of which the provider has the digest.
            told_issuer: `iss` of the callback, which tells providers apart where one passes for another (RFC 9207).

        Raises:
            ProviderUnavailable: it does not answer, or not as a provider.
            ProofInvalid: the code is refused, or the ID token is not by it, for us, now, for this browser.

        """
        async with self._conversation() as client:
            metadata = await self._discovered(client)
            if (told_issuer or metadata.authorization_response_iss_parameter_supported) and (
                told_issuer != metadata.issuer
            ):
                raise ProofInvalid(f"the answer comes from {told_issuer!r}")
            token = await self._token(client, metadata, code, code_verifier)
            told = await self._verified(client, metadata, token, nonce)
            if "email" not in told and metadata.userinfo_endpoint:
                told = await self._userinfo(client, metadata, token, told)
        claims = claims_of(self.provider, metadata.issuer, told)
        if claims is None:
            raise ProofInvalid("the ID token has no subject")
        return claims

    @asynccontextmanager
    async def _conversation(self) -> AsyncIterator[Any]:
        known = self._metadata[1].token_endpoint_auth_methods_supported if self._metadata else []
        client = AsyncOAuth2Client(
            client_id=self.provider.client_id,
            client_secret=self.provider.client_secret,
            token_endpoint_auth_method=_method(known),
            scope=self.provider.scopes,
            redirect_uri=self._redirect_uri,
            code_challenge_method="S256",
            timeout=_SECONDS / 2,
            verify=trusted_authorities(),
        )
        try:
            async with asyncio.timeout(_SECONDS), client:
                yield client
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            raise ProviderUnavailable(f"{type(error).__name__}: {error}") from error

    async def _discovered(self, client: Any) -> Metadata:
        now = time.monotonic()
        if self._metadata is None or now - self._metadata[0] > _METADATA_SECONDS:
            address = f"{self.provider.issuer.rstrip('/')}/.well-known/openid-configuration"
            try:
                metadata = Metadata.model_validate(await _json(client, address))
            except ValidationError as error:
                raise ProviderUnavailable(f"discovery: {error.error_count()} wrong members") from error
            if metadata.issuer.rstrip("/") != self.provider.issuer.rstrip("/"):
                raise ProviderUnavailable(f"discovery: the issuer is {metadata.issuer!r}")
            if not all(is_safe(one) for one in metadata.addresses):
                raise ProviderUnavailable("discovery: an address is not https")
            self._metadata = (now, metadata)
            client.token_endpoint_auth_method = _method(metadata.token_endpoint_auth_methods_supported)
        return self._metadata[1]

    async def _token(
        self, client: Any, metadata: Metadata, code: str, code_verifier: str
    ) -> Mapping[str, Any]:
        try:
            token = await client.fetch_token(
                metadata.token_endpoint,
                grant_type="authorization_code",
                code=code,
                code_verifier=code_verifier,
            )
        except AuthlibBaseError as error:
            raise ProofInvalid(f"the code is refused: {error.error}") from error
        except ValueError as error:
            raise ProviderUnavailable("the token endpoint answers no JSON") from error
        if not isinstance(token, Mapping) or not isinstance(token.get("id_token"), str):
            raise ProofInvalid("there is no ID token")
        return token

    async def _verified(
        self, client: Any, metadata: Metadata, token: Mapping[str, Any], nonce: str
    ) -> Mapping[str, Any]:
        decoded = await self._decoded(client, metadata, token["id_token"])
        options = {
            "iss": {"essential": True, "value": metadata.issuer},
            "aud": {"essential": True, "value": self.provider.client_id},
            "sub": {"essential": True},
            "nonce": {"essential": True},
        }
        parameters = {
            "nonce": nonce,
            "client_id": self.provider.client_id,
            "access_token": token.get("access_token"),
        }
        try:
            claims = CodeIDToken(decoded.claims, decoded.header, options, parameters)
            claims.validate(leeway=_LEEWAY_SECONDS)
        except (JoseError, ValueError, TypeError) as error:
            raise ProofInvalid(f"ID token: {error}") from error
        return dict(claims)

    async def _userinfo(
        self, client: Any, metadata: Metadata, token: Mapping[str, Any], told: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """Return the claims with what the userinfo endpoint adds: JSON, or a JWT signed as the ID token (ProConnect)."""
        headers = {"Authorization": f"Bearer {token.get('access_token')}"}
        answer = await client.request("GET", metadata.userinfo_endpoint, headers=headers, withhold_token=True)
        if answer.status_code != 200:
            raise ProviderUnavailable(f"userinfo: {answer.status_code}")
        if answer.headers.get("content-type", "").partition(";")[0].strip() == "application/jwt":
            more: Mapping[str, Any] = (await self._decoded(client, metadata, answer.text)).claims
        else:
            more = _object(answer)
        audience = more.get("aud", self.provider.client_id)
        if more.get("sub") != told["sub"] or more.get("iss", metadata.issuer) != metadata.issuer:
            raise ProofInvalid("the userinfo is about somebody else")
        if self.provider.client_id not in (audience if isinstance(audience, list) else [audience]):
            raise ProofInvalid("the userinfo is for somebody else")
        # What it says of an address, it says of the address that it gives.
        return {**{name: value for name, value in told.items() if name != "email_verified"}, **more}

    async def _decoded(self, client: Any, metadata: Metadata, text: str) -> jwt.Token:
        announced = metadata.id_token_signing_alg_values_supported
        algorithms = [one for one in ALGORITHMS if one in announced]
        registry = JWSRegistry(algorithms=algorithms, strict_check_header=False)
        try:
            try:
                return jwt.decode(text, await self._key_set(client, metadata), registry=registry)
            except InvalidKeyIdError:
                self._keys = None  # the provider has new ones
                return jwt.decode(text, await self._key_set(client, metadata), registry=registry)
        except (JoseError, ValueError, TypeError) as error:
            raise ProofInvalid(f"JWT: {type(error).__name__}: {error}") from error

    async def _key_set(self, client: Any, metadata: Metadata) -> KeySet:
        if self._keys is None:
            published = await _json(client, metadata.jwks_uri)
            try:
                self._keys = KeySet.import_key_set(published)  # type: ignore[arg-type]
            except (JoseError, ValueError, TypeError, KeyError) as error:
                raise ProviderUnavailable("its keys cannot be read") from error
        return self._keys


def _method(supported: list[str]) -> str:
    is_post = "client_secret_post" in supported and "client_secret_basic" not in supported
    return "client_secret_post" if is_post else "client_secret_basic"


async def _json(client: Any, address: str) -> Mapping[str, Any]:
    answer = await client.request("GET", address, withhold_token=True)
    if answer.status_code != 200:
        raise ProviderUnavailable(f"{address}: {answer.status_code}")
    return _object(answer)


def _object(answer: httpx.Response) -> Mapping[str, Any]:
    try:
        found = answer.json()
    except ValueError as error:
        raise ProviderUnavailable(f"{answer.url}: no JSON") from error
    if not isinstance(found, dict):
        raise ProviderUnavailable(f"{answer.url}: no object")
    return found
