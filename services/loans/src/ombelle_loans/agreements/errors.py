from ombelle_chassis.errors import DomainError, InvalidInput, NotFound


class AgreementUnknown(NotFound):
    """The loan has no such agreement."""

    code = "agreement_unknown"
    title = "No such agreement"


class AgreementOutdated(DomainError):
    """The loan has other days, units or another fee than the agreement says: a new version is to be made."""

    code = "agreement_outdated"
    title = "The agreement says something else than the loan"


class AgreementSigned(DomainError):
    """The agreement is signed already."""

    code = "agreement_signed"
    title = "The agreement is signed already"


class TemplateWrong(DomainError):
    """The lender's text names something that there is not, or cannot be read."""

    code = "agreement_template_wrong"
    title = "The text of the lender's agreements cannot be filled in"


class LinkUnknown(NotFound):
    """No agreement waits for a signature by this link: it was never given, was replaced, or was used."""

    code = "signature_link_unknown"
    title = "No such link"


class LinkExpired(DomainError):
    """The link is older than it lasts."""

    code = "signature_link_expired"
    title = "The link has expired"
    status = 410


class NotWhatWasShown(InvalidInput):
    """What is signed is not the agreement that this link shows."""

    code = "not_what_was_shown"
    title = "What is signed is not what was shown"
