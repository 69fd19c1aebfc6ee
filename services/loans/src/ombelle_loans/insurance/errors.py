from ombelle_chassis.errors import DomainError, NotFound


class CertificateUnknown(NotFound):
    """No certificate that the caller may know of has this id."""

    code = "insurance_certificate_unknown"
    title = "No such certificate"


class CertificateDecided(DomainError):
    """The certificate was accepted or refused already."""

    code = "insurance_certificate_decided"
    title = "The certificate was decided on already"


class CertificateShort(DomainError):
    """The certificate does not serve the loan; the problem tells `shortfalls`: `kind`, `period`, `value`."""

    code = "insurance_certificate_short"
    title = "The certificate does not cover the loan"


class InsuranceNotAsked(DomainError):
    """The lender asks for no certificate."""

    code = "insurance_not_asked"
    title = "No certificate is asked for"
