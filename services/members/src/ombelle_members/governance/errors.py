from ombelle_chassis.errors import DomainError, InvalidInput, NotFound


class BylawsUnknown(NotFound):
    """No version of the bylaws has this id."""

    code = "bylaws_unknown"
    title = "No such version of the bylaws"


class PostUnknown(NotFound):
    """No post has this id."""

    code = "post_unknown"
    title = "No such post"


class TermUnknown(NotFound):
    """No board term has this id."""

    code = "term_unknown"
    title = "No such board term"


class OfficeUnknown(NotFound):
    """No office has this id."""

    code = "office_unknown"
    title = "No such office"


class BylawsOverlap(DomainError):
    """Bylaws of those days are there already."""

    code = "bylaws_overlap"
    title = "Bylaws of those days exist"


class BylawsInForce(DomainError):
    """Past versions stand: only those that are not in force yet may change."""

    code = "bylaws_in_force"
    title = "These bylaws are in force or past"


class PostTaken(DomainError):
    """The number is another post's at that time, or somebody holds the post."""

    code = "post_taken"
    title = "The post is taken"


class TermEnded(DomainError):
    """The term or office has ended already."""

    code = "term_ended"
    title = "It has ended already"


class DecisionsAfterIt(DomainError):
    """Something was decided after that day, and would be undone."""

    code = "decisions_after_it"
    title = "Decisions were taken after that day"


class CoOptionRefused(DomainError):
    """The bylaws, the post or the member do not allow this co-option."""

    code = "co_option_refused"
    title = "The co-option is refused"


class RatificationRefused(DomainError):
    """The term awaits no ratification."""

    code = "ratification_refused"
    title = "The term awaits no ratification"


class SeatRefused(InvalidInput):
    """An election cannot give these seats."""

    code = "seat_refused"
    title = "The seat is refused"


class OfficeRefused(InvalidInput):
    """The board cannot give these offices."""

    code = "office_refused"
    title = "The office is refused"


class DayRefused(InvalidInput):
    """It cannot have happened on that day."""

    code = "day_refused"
    title = "The day is refused"
