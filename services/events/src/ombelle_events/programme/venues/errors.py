from ombelle_chassis.errors import DomainError, Forbidden, NotFound


class VenueUnknown(NotFound):
    """No venue has this id."""

    code = "venue_unknown"
    title = "No such venue"


class VenueSimilar(DomainError):
    """Venues nearly like it are here; `similar` tells them, `distinct_from` says that they were seen."""

    code = "venue_similar"
    title = "There are venues nearly like it"


class VenueShared(Forbidden):
    """Somebody else wrote it, or a source did: the coordination alone changes it."""

    code = "venue_shared"
    title = "Only the coordination changes this venue"


class VenueInvalid(DomainError):
    """A field names what there is not."""

    code = "venue_invalid"
    title = "The venue breaks a rule"
    status = 422
