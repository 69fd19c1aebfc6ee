"""Why a sign-in by a provider ends on our own page: `code` is what that page is told, `/espace/entrer?erreur=CODE`."""

from ombelle_chassis.errors import NotFound


class ProviderUnknown(NotFound):
    """No provider of this name is configured."""

    code = "provider_unknown"
    title = "No such identity provider"


class OidcRefused(Exception):
    """Somebody does not come in by a provider; `reason` is for the log, never shown."""

    code = "proof_invalid"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ProofInvalid(OidcRefused):
    """What the provider sent does not prove what it says."""


class ProviderUnavailable(OidcRefused):
    """The provider cannot be reached, or does not answer as one."""

    code = "provider_unavailable"


class ProviderRefused(OidcRefused):
    """The provider let nobody in."""

    code = "provider_refused"


class SignInCancelled(OidcRefused):
    """Whoever was at the provider's turned back."""

    code = "sign_in_cancelled"


class SignInExpired(OidcRefused):
    """No sign-in was begun in this browser, or it was too long ago, or it has ended already."""

    code = "sign_in_expired"


class EmailUnverified(OidcRefused):
    """The provider gives no address, or does not say that it is theirs."""

    code = "email_unverified"
