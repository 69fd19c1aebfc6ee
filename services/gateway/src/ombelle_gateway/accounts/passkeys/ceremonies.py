"""What browsers are asked and what they answer, by the `webauthn` library (W3C Web Authentication, level 3).

A passkey is the only factor, so that the browser must have verified its user (by a PIN, a finger, a face), and
discoverable, so that signing in asks for no address.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    options_to_json_dict,
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.structs import (
    AuthenticationCredential,
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    CredentialDeviceType,
    PublicKeyCredentialDescriptor,
    RegistrationCredential,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from ombelle_gateway.accounts.passkeys.domain import CHALLENGE_LIVES, NewPasskey, RelyingParty
from ombelle_gateway.accounts.passkeys.errors import PasskeyRefused

_MILLISECONDS = int(CHALLENGE_LIVES.total_seconds() * 1000)
_REFUSED = (
    "Cette clé d'accès n'a pas pu être vérifiée ici. Recommencez, ou entrez par un lien envoyé par courriel."
)


def registration_options(
    party: RelyingParty, *, account: UUID, email: str, name: str, known: list[tuple[bytes, list[str]]]
) -> tuple[dict[str, Any], bytes]:
    """Return what `navigator.credentials.create` is given, and its challenge; `known` are not made twice."""
    options = generate_registration_options(
        rp_id=party.id,
        rp_name=party.name,
        user_id=account.bytes,
        user_name=email,
        user_display_name=name,
        timeout=_MILLISECONDS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[
            PublicKeyCredentialDescriptor(
                id=credential_id, transports=[AuthenticatorTransport(one) for one in transports]
            )
            for credential_id, transports in known
        ],
    )
    return options_to_json_dict(options), options.challenge


def authentication_options(party: RelyingParty) -> tuple[dict[str, Any], bytes]:
    """Return what `navigator.credentials.get` is given, and its challenge: any passkey of this site may answer."""
    options = generate_authentication_options(
        rp_id=party.id, timeout=_MILLISECONDS, user_verification=UserVerificationRequirement.REQUIRED
    )
    return options_to_json_dict(options), options.challenge


def read_registration(body: Mapping[str, Any]) -> tuple[RegistrationCredential, bytes]:
    """Return a new credential as it was sent, and the challenge that it answers. Raises PasskeyRefused."""
    try:
        credential = parse_registration_credential_json(dict(body))
        return credential, parse_client_data_json(credential.response.client_data_json).challenge
    except Exception as error:  # whatever a stranger's bytes make a parser raise is the stranger's fault
        raise PasskeyRefused(_REFUSED) from error


def read_authentication(body: Mapping[str, Any]) -> tuple[AuthenticationCredential, bytes]:
    """Return a credential as it was sent, and the challenge that it answers. Raises PasskeyRefused."""
    try:
        credential = parse_authentication_credential_json(dict(body))
        return credential, parse_client_data_json(credential.response.client_data_json).challenge
    except Exception as error:
        raise PasskeyRefused(_REFUSED) from error


def verify_registration(
    party: RelyingParty, credential: RegistrationCredential, challenge: bytes
) -> NewPasskey:
    """Verify a new credential. Raises PasskeyRefused: another site's, another challenge's, nobody verified."""
    _refuse_embedded(credential.response.client_data_json)
    try:
        verified = verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
            require_user_verification=True,
        )
    except Exception as error:
        raise PasskeyRefused(_REFUSED) from error
    return NewPasskey(
        credential_id=verified.credential_id,
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        transports=[transport.value for transport in credential.response.transports or []],
        is_synchronised=verified.credential_device_type is CredentialDeviceType.MULTI_DEVICE,
    )


def verify_authentication(
    party: RelyingParty,
    credential: AuthenticationCredential,
    challenge: bytes,
    *,
    account: UUID,
    public_key: bytes,
) -> int:
    """Verify that the credential signed this challenge here, for this account; return what it counted.

    The counter is left to the caller, who knows what it was: a copy is told from a forgery.

    Raises:
        PasskeyRefused: another site's, another challenge's, another account's, nobody verified, forged.

    """
    if credential.response.user_handle != account.bytes:
        raise PasskeyRefused(_REFUSED)
    _refuse_embedded(credential.response.client_data_json)
    try:
        return verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
            credential_public_key=public_key,
            credential_current_sign_count=0,
            require_user_verification=True,
        ).new_sign_count
    except Exception as error:
        raise PasskeyRefused(_REFUSED) from error


def _refuse_embedded(client_data: bytes) -> None:
    """Refuse what was asked from within another site's page, which the library leaves to us."""
    if parse_client_data_json(client_data).cross_origin:
        raise PasskeyRefused(_REFUSED)
