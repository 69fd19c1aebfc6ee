"""From what a caller presents to what services believe.

Three things may be presented: a token of the command line, signed by ourselves; a program's token, `omb_…`; the cookie
of a sign-in session. The last two are one statement in PostgreSQL each time and never remembered, so that whatever is
revoked is worth nothing from that moment on.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ombelle_chassis.errors import Unauthenticated

from ombelle_gateway.accounts.tokens.domain import MARK, read_token
from ombelle_gateway.asgi import Exchange
from ombelle_gateway.cookies import digest_of, read_cookie, session_cookie
from ombelle_gateway.identities import Identities

if TYPE_CHECKING:
    from ombelle_chassis.identity import IdentityVerifier, Signer

_REFUSED = "Le jeton présenté n'est pas valable ou a expiré : demandez-en un nouveau."


class Asker(NamedTuple):
    """Who asks: the value of `Ombelle-Identity`, or nothing; and whether they hold a cookie that is worth nothing."""

    identity: str | None
    has_stale_cookie: bool = False


class IdentityDesk:
    """Finds out who asks, and mints the identity header."""

    def __init__(self, keys_dir: Path, identities: Identities, *, is_https: bool) -> None:
        self._keys_dir = keys_dir
        self._identities = identities
        self._cookie = session_cookie(is_https=is_https)
        self._verifier: IdentityVerifier | None = None
        self._signer: tuple[tuple[int, int], Signer] | None = None

    async def who(self, exchange: Exchange) -> Asker:
        """Return who sends this request. What `Authorization` holds wins over a cookie.

        Raises:
            Unauthenticated: what they present in `Authorization` proves nothing.
            Unavailable: they present something that PostgreSQL must be asked about, and it is away.

        """
        authorizations = exchange.all(b"authorization")
        if authorizations:
            return Asker(await self._of_authorization(authorizations))
        cookie = read_cookie([one.decode("latin-1") for one in exchange.all(b"cookie")], self._cookie)
        if cookie is None:
            return Asker(None)
        found = await self._identities.of_session(digest_of(cookie))
        if found is None:
            return Asker(None, has_stale_cookie=True)
        return Asker(self._signed(found.subject, found.roles, found.organisations))

    async def _of_authorization(self, values: list[bytes]) -> str:
        scheme, _, text = values[0].partition(b" ")
        if len(values) > 1 or scheme.lower() != b"bearer":
            raise Unauthenticated(
                "L'en-tête Authorization doit être « Bearer », suivi d'un jeton, une seule fois."
            )
        token = text.strip().decode("latin-1")
        if token.startswith(MARK):
            return await self._of_program(token)
        return self._verify(token)

    async def _of_program(self, token: str) -> str:
        read = read_token(token)
        found = await self._identities.of_token(*read) if read is not None else None
        if found is None:
            raise Unauthenticated(_REFUSED)
        # A program is an editor of its one organisation whatever its maker is there, and nobody in the agency.
        return self._signer_now().sign_identity(
            found.subject,
            (),
            organisations={found.organisation: "editor"},
            scopes=found.scopes,
            token=found.token,
        )

    def _verify(self, token: str) -> str:
        if self._verifier is None:
            # 10 MB of cryptography, which a gateway that only anonymous people use never needs.
            from ombelle_chassis.identity import GATEWAY, IdentityVerifier, ensure_keys  # noqa: PLC0415

            _, public = ensure_keys(self._keys_dir)
            self._verifier = IdentityVerifier(public, audience=GATEWAY)
        identity = self._verifier.verify(token)
        return self._signed(identity.subject, identity.roles, {})

    def _signed(
        self, subject: str, roles: "list[str] | frozenset[str]", organisations: Mapping[str, str]
    ) -> str:
        return self._signer_now().sign_identity(subject, roles, organisations=organisations)

    def _signer_now(self) -> "Signer":
        """Return what signs with the present key: the file is looked at each time, since keys are rotated under way."""
        from ombelle_chassis.identity import Signer, ensure_keys  # noqa: PLC0415

        private = self._keys_dir / "signing.json"
        try:
            status = private.stat()
        except FileNotFoundError:
            ensure_keys(self._keys_dir)
            status = private.stat()
        state = (status.st_mtime_ns, status.st_ino)
        if self._signer is None or self._signer[0] != state:
            self._signer = (state, Signer(private))
        return self._signer[1]
