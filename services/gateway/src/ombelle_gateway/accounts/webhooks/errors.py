from ombelle_chassis.errors import DomainError, Forbidden, NotFound, PreconditionFailed, PreconditionRequired


class WebhookUnknown(NotFound):
    """No webhook has this id, or it is another organisation's."""

    code = "webhook_unknown"
    title = "No such webhook"


class DeliveryUnknown(NotFound):
    """The webhook has no such delivery: it is perhaps forgotten already."""

    code = "webhook_delivery_unknown"
    title = "No such delivery"


class OrganisationUnknown(NotFound):
    """No organisation has this id, or it is none of theirs."""

    code = "organisation_unknown"
    title = "No such organisation"


class NotItsAdministrator(Forbidden):
    """Webhooks are in the hands of those who administer the organisation."""

    code = "not_its_administrator"
    title = "Only administrators of the organisation do this"


class TooManyWebhooks(DomainError):
    """The organisation has as many webhooks as it may."""

    code = "too_many_webhooks"
    title = "The organisation has too many webhooks"


class WebhookDisabled(DomainError):
    """Nothing is sent to a webhook that is disabled."""

    code = "webhook_disabled"
    title = "The webhook is disabled"


class AddressNotPublic(DomainError):
    """The address leads nowhere, or inside a private network."""

    code = "address_not_public"
    title = "The address is not a public one"
    status = 422


class WebhookChanged(PreconditionFailed):
    """Somebody else saved first; both versions are told."""

    code = "changed_meanwhile"
    title = "It has changed since it was read"


class VersionNeeded(PreconditionRequired):
    """A change must say which version it is made on."""

    code = "version_needed"
    title = "If-Match is required"
