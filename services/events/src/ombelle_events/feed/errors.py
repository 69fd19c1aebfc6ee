from ombelle_chassis.errors import DomainError, NotFound


class FeedNotFound(NotFound):
    """No feed has this name."""

    code = "feed_not_found"
    title = "No such feed"


class ConflictNotFound(NotFound):
    """The feed has no conflict of this id."""

    code = "feed_conflict_not_found"
    title = "No such conflict"


class ConflictSettled(DomainError):
    """Somebody has settled it already."""

    code = "feed_conflict_settled"
    title = "The conflict is already settled"


class SourceValueUnusable(DomainError):
    """What the source says cannot stand beside what stands here."""

    code = "feed_source_value_unusable"
    title = "The source's value cannot be taken over"
