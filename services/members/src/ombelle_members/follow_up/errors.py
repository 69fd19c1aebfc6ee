from ombelle_chassis.errors import DomainError, NotFound


class NoteUnknown(NotFound):
    """The organisation has no such note."""

    code = "note_unknown"
    title = "No such note"


class ContactUnknown(NotFound):
    """The organisation has no such contact."""

    code = "contact_unknown"
    title = "No such contact"


class TooManyContacts(DomainError):
    """The organisation has as many contacts as it may."""

    code = "too_many_contacts"
    title = "Too many contacts"
