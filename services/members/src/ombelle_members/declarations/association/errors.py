from ombelle_chassis.errors import DomainError


class AssociationChangedLater(DomainError):
    """A version that begins on that day or later is there already."""

    code = "association_changed_later"
    title = "A later version of the association is there already"
