"""An authenticator in software: makes passkeys and signs challenges as a browser and its device would.

W3C Web Authentication, level 3: §5.8.1 (client data), §6.1 (authenticator data), §6.5 (attestation `none`).
"""

import hashlib
import json
import secrets
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, encode_cbor

_PRESENT, _VERIFIED, _MAY_SYNCHRONISE, _SYNCHRONISED, _HAS_CREDENTIAL = 0x01, 0x04, 0x08, 0x10, 0x40


@dataclass
class Passkey:
    """A credential on the device."""

    key: ec.EllipticCurvePrivateKey
    id: bytes
    user_handle: bytes
    count: int


@dataclass
class Authenticator:
    """A browser at `origin` and its device; what is set here is what it lies about."""

    origin: str
    counts: bool = True
    verifies: bool = True
    synchronises: bool = False
    party: str | None = None
    makes_id: bytes | None = None
    cross_origin: bool = False
    passkeys: list[Passkey] = field(default_factory=list)

    def create(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer `navigator.credentials.create` with its JSON."""
        key = ec.generate_private_key(ec.SECP256R1())
        passkey = Passkey(
            key,
            self.makes_id or secrets.token_bytes(32),
            base64url_to_bytes(options["user"]["id"]),
            int(self.counts),
        )
        self.passkeys.append(passkey)
        numbers = key.public_key().public_numbers()
        # RFC 9053: EC2, ES256, P-256
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        credential = bytes(16) + struct.pack(">H", len(passkey.id)) + passkey.id + encode_cbor(public)
        data = self._data(options["rp"]["id"], _HAS_CREDENTIAL, passkey.count) + credential
        client = self._client("webauthn.create", options["challenge"])
        attestation = {"fmt": "none", "attStmt": {}, "authData": data}
        return _public(
            passkey,
            clientDataJSON=client,
            attestationObject=encode_cbor(attestation),
            transports=["internal", "hybrid"],
        )

    def get(self, options: dict[str, Any], passkey: Passkey | None = None) -> dict[str, Any]:
        """Answer `navigator.credentials.get` with its JSON."""
        passkey = passkey or self.passkeys[-1]
        passkey.count += int(self.counts)
        data = self._data(options["rpId"], 0, passkey.count)
        client = self._client("webauthn.get", options["challenge"])
        signature = passkey.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return _public(
            passkey,
            clientDataJSON=client,
            authenticatorData=data,
            signature=signature,
            userHandle=passkey.user_handle,
        )

    @contextmanager
    def lying(self, **about: Any) -> Iterator[None]:
        """Be otherwise for a while."""
        before = {name: getattr(self, name) for name in about}
        for name, value in about.items():
            setattr(self, name, value)
        yield
        for name, value in before.items():
            setattr(self, name, value)

    def _data(self, party: str, flags: int, count: int) -> bytes:
        flags |= _PRESENT | (_VERIFIED if self.verifies else 0)
        flags |= (_MAY_SYNCHRONISE | _SYNCHRONISED) if self.synchronises else 0
        return hashlib.sha256((self.party or party).encode()).digest() + struct.pack(">BI", flags, count)

    def _client(self, kind: str, challenge: str) -> bytes:
        collected = {
            "type": kind,
            "challenge": challenge,
            "origin": self.origin,
            "crossOrigin": self.cross_origin,
        }
        return json.dumps(collected).encode()


def at(public_url: str, **options: Any) -> Authenticator:
    """Return an authenticator whose browser is at this site."""
    parts = urlsplit(public_url)
    return Authenticator(f"{parts.scheme}://{parts.netloc}", **options)


def _public(passkey: Passkey, **response: Any) -> dict[str, Any]:
    shown = {
        name: bytes_to_base64url(value) if isinstance(value, bytes) else value
        for name, value in response.items()
    }
    identifier = bytes_to_base64url(passkey.id)
    return {
        "id": identifier,
        "rawId": identifier,
        "type": "public-key",
        "authenticatorAttachment": "platform",
        "clientExtensionResults": {},
        "response": shown,
    }
