from ombelle_chassis.errors import DomainError, NotFound


class ItemUnknown(NotFound):
    """No such item, or none that the caller may know of."""

    code = "item_unknown"
    title = "No such item"


class FormatUnknown(NotFound):
    """The item has no such format."""

    code = "format_unknown"
    title = "No such format"


class UnitUnknown(NotFound):
    """No such unit, or none of an item that the caller lends."""

    code = "unit_unknown"
    title = "No such unit"


class FileUnknown(NotFound):
    """The item has no such photograph or document."""

    code = "file_unknown"
    title = "No such file"


class ItemInUse(DomainError):
    """A loan, a hold or a catalogue names it: it may be retired, it does not go."""

    code = "item_in_use"
    title = "It has been lent or blocked"


class LastFormat(DomainError):
    """An item has a format at least."""

    code = "last_format"
    title = "An item has a format at least"


class UnitTaken(DomainError):
    """The format has this copy or module already, or the copy goes out whole."""

    code = "unit_taken"
    title = "The format has this unit already"


class NotReached(DomainError):
    """Published, nobody could ask for it: what its handling needs is missing."""

    code = "not_reached"
    title = "Nobody could ask for this item"


class TooMany(DomainError):
    """The item has as many of these as it may."""

    code = "too_many"
    title = "The item has as many as it may"
