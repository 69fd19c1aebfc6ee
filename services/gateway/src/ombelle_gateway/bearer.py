"""From what a caller presents to what services believe."""

from pathlib import Path
from typing import TYPE_CHECKING

from ombelle_chassis.errors import Unauthenticated

if TYPE_CHECKING:
    from ombelle_chassis.identity import IdentityVerifier, Signer


class IdentityDesk:
    """Verifies bearer tokens and mints the identity header."""

    def __init__(self, keys_dir: Path) -> None:
        self._keys_dir = keys_dir
        self._tools: tuple[IdentityVerifier, Signer] | None = None

    def identity_for(self, authorization: bytes) -> str:
        """Return the value of `Ombelle-Identity` for the value of an `Authorization` header.

        Raises:
            Unauthenticated: not a bearer token, or one that proves nothing.

        """
        scheme, _, token = authorization.partition(b" ")
        if scheme.lower() != b"bearer":
            raise Unauthenticated("L'en-tête Authorization doit être « Bearer », suivi d'un jeton.")
        verifier, signer = self._loaded()
        identity = verifier.verify(token.strip().decode("latin-1"))
        return signer.sign_identity(identity.subject, identity.roles)

    def _loaded(self) -> "tuple[IdentityVerifier, Signer]":
        if self._tools is None:
            # 10 MB of cryptography, which a gateway that only anonymous people use never needs.
            from ombelle_chassis.identity import (  # noqa: PLC0415
                GATEWAY,
                IdentityVerifier,
                Signer,
                ensure_keys,
            )

            private, public = ensure_keys(self._keys_dir)
            self._tools = IdentityVerifier(public, audience=GATEWAY), Signer(private)
        return self._tools
