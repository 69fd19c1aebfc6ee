"""The words of insurance. Plain Python."""

from collections.abc import Mapping
from typing import Any, Final, Literal, get_args

CertificateKind = Literal["loan", "yearly"]
CERTIFICATE_KINDS: Final[tuple[CertificateKind, ...]] = get_args(CertificateKind)
CertificateState = Literal["waiting", "accepted", "refused"]
CERTIFICATE_STATES: Final[tuple[CertificateState, ...]] = get_args(CertificateState)
CERTIFICATE_TYPES: Final = frozenset({"application/pdf", "image/jpeg", "image/png"})
LONGEST_CERTIFICATE: Final = 20 * 1024 * 1024
TAKEN_BY: Final[Mapping[str, frozenset[str]]] = {
    "certificate": frozenset({"loan"}),
    "yearly": frozenset({"loan", "yearly"}),
}
"""Which certificates a lender takes, by what it asks."""


def shortfalls(certificate: Mapping[str, Any], need: Mapping[str, Any]) -> list[str]:
    """Return why a certificate does not serve a loan: `kind`, `period`, `value`; nothing where it does.

    Args:
        certificate: its `kind`, `covers_from`, `covers_to` (days, both covered) and `value_cents`.
        need: `insurance_asked`, `blocked_from`, `blocked_to` and `value_cents` of the loan.

    """
    wrong = []
    if certificate["kind"] not in TAKEN_BY.get(need["insurance_asked"], frozenset()):
        wrong.append("kind")
    if certificate["covers_from"] > need["blocked_from"] or certificate["covers_to"] < need["blocked_to"]:
        wrong.append("period")
    if certificate["value_cents"] < (need["value_cents"] or 0):
        wrong.append("value")
    return wrong
