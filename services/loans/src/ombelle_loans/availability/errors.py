from ombelle_chassis.errors import DomainError, InvalidInput, NotFound


class NotAvailable(DomainError):
    """The lender does not lend for these days; the problem tells `refusals` and `next_free`."""

    code = "not_available"
    title = "The lender does not lend for these days"


class Taken(NotAvailable):
    """A unit is not free on these days; the problem tells `refusals` and `next_free`."""

    code = "taken"
    title = "A unit is not free on these days"


class HoldLapsed(DomainError):
    """The hold has expired: what it blocked may be somebody else's."""

    code = "hold_lapsed"
    title = "The hold has expired"


class BlockUnknown(NotFound):
    """No block of an item that the caller lends has this id."""

    code = "block_unknown"
    title = "No such block"


class BlockReleased(DomainError):
    """The block was released: it is history."""

    code = "block_released"
    title = "The block was released"


class UnitBusy(DomainError):
    """Something else blocks a unit on these days; the problem tells `in_the_way`."""

    code = "unit_busy"
    title = "Something else blocks a unit on these days"


class ClosureUnknown(NotFound):
    """No closure of a lender that the caller lends for has this id."""

    code = "closure_unknown"
    title = "No such closure"


class WindowWrong(InvalidInput):
    """The days asked for are in the wrong order, or too many."""

    code = "window_wrong"
    title = "The days asked for are wrong"
