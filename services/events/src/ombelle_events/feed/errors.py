from ombelle_chassis.errors import DomainError, NotFound, PreconditionFailed, PreconditionRequired


class FeedNotFound(NotFound):
    """No feed has this name."""

    code = "feed_not_found"
    title = "No such feed"


class FeedExists(DomainError):
    """Another feed has this name."""

    code = "feed_exists"
    title = "The name is taken"


class FeedRunning(DomainError):
    """A run of the feed has not ended."""

    code = "feed_running"
    title = "The feed is being synced"


class FeedChangedMeanwhile(PreconditionFailed):
    """Somebody else saved first; the present version is told."""

    code = "feed_changed_meanwhile"
    title = "The feed has changed since it was read"


class FeedVersionNeeded(PreconditionRequired):
    """A change must say which version it is made on."""

    code = "version_needed"
    title = "If-Match is required"


class RunNotFound(NotFound):
    """The feed has no run of this id."""

    code = "feed_run_not_found"
    title = "No such run"


class RecordNotFound(NotFound):
    """The feed never brought a row of this id."""

    code = "feed_record_not_found"
    title = "No such record"


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


class SettlementsRefused(DomainError):
    """Some of the conflicts cannot be settled so; `errors` says which, and none was."""

    code = "feed_settlements_refused"
    title = "Some conflicts cannot be settled"


class DuplicateNotFound(NotFound):
    """No pair has this id."""

    code = "duplicate_not_found"
    title = "No such pair of events"


class DuplicateSettled(DomainError):
    """Somebody has decided on the pair already."""

    code = "duplicate_settled"
    title = "The pair is already settled"


class DuplicateOpen(DomainError):
    """Nobody has decided on the pair yet: nothing is to undo."""

    code = "duplicate_open"
    title = "The pair is not settled"


class EventsNotLinkable(DomainError):
    """One of the two cannot stand in for the other."""

    code = "events_not_linkable"
    title = "The events cannot be linked"
