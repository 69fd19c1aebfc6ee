from ombelle_chassis.errors import DomainError, Forbidden, NotFound


class TokenUnknown(NotFound):
    """No token has this id, or it is another organisation's."""

    code = "token_unknown"
    title = "No such token"


class OrganisationUnknown(NotFound):
    """No organisation has this id, or it is none of theirs."""

    code = "organisation_unknown"
    title = "No such organisation"


class MakerNotOfOrganisation(Forbidden):
    """A token acts by its maker's place in the organisation, and they have none."""

    code = "not_of_organisation"
    title = "Only who belongs to the organisation makes its tokens"


class TokenNotYours(Forbidden):
    """An editor may end the tokens that they made."""

    code = "token_not_yours"
    title = "Only its maker and administrators end a token"


class TooManyTokens(DomainError):
    """The organisation has as many tokens that serve as it may."""

    code = "too_many_tokens"
    title = "The organisation has too many tokens"


class ExpiryRefused(DomainError):
    """The token would expire before tomorrow, or later than in a year."""

    code = "expiry_refused"
    title = "The token cannot expire then"
    status = 422
