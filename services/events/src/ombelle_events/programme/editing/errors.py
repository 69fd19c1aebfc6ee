from ombelle_chassis.errors import DomainError, Forbidden, NotFound


class FieldLocked(Forbidden):
    """A field that the edition's policy locks now."""

    code = "field_locked"
    title = "The edition's policy locks this field"


class ProposalUnknown(NotFound):
    """No change proposal has this id, or it is of an event that is not yours."""

    code = "change_proposal_unknown"
    title = "No such change proposal"


class ProposalSettled(DomainError):
    """Somebody has decided on it already."""

    code = "change_proposal_settled"
    title = "The change proposal is settled"


class ProposalOutdated(DomainError):
    """The event has changed since, in a field that the proposal changes too."""

    code = "change_proposal_outdated"
    title = "The event has changed since the proposal was made"


class EditionUnknown(NotFound):
    """No edition of this year is here."""

    code = "edition_unknown"
    title = "No such edition"
