from ombelle_chassis.errors import DomainError, NotFound


class OrganisationUnknown(NotFound):
    """No organisation has this id."""

    code = "organisation_unknown"
    title = "No such organisation"


class OrganisationMerged(DomainError):
    """The organisation is another one now, which `merged_into` names."""

    code = "organisation_merged"
    title = "The organisation was merged into another one"
    status = 410


class OrganisationSimilar(DomainError):
    """It may be there already; `similar` says which ones it resembles."""

    code = "organisation_similar"
    title = "Similar organisations exist"


class SiretTaken(DomainError):
    """Another organisation has this SIRET."""

    code = "siret_taken"
    title = "Another organisation has this SIRET"


class LastAdministrator(DomainError):
    """An organisation keeps an administrator, unless the coordination decides otherwise."""

    code = "last_administrator"
    title = "The last administrator stays"
