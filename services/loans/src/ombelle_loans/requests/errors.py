from ombelle_chassis.errors import DomainError, Forbidden, InvalidInput, NotFound


class LoanRequestUnknown(NotFound):
    """No request that the caller may know of has this id."""

    code = "loan_request_unknown"
    title = "No such request"


class OrganisationNotYours(Forbidden):
    """The caller does not act for this organisation."""

    code = "organisation_not_yours"
    title = "The caller does not act for this organisation"


class OrganisationNotInDirectory(InvalidInput):
    """The organisation is not in the directory, or became another one."""

    code = "organisation_unknown"
    title = "The organisation is not in the directory"


class PassCultureNotOpen(InvalidInput):
    """Pass Culture pays for *collèges* and *lycées* alone."""

    code = "pass_culture_not_open"
    title = "This organisation may not ask through pass Culture"


class PassCultureOrder(DomainError):
    """A booking of pass Culture goes from one state to the next, once it has its offer's number."""

    code = "pass_culture_order"
    title = "The booking of pass Culture does not go there"
