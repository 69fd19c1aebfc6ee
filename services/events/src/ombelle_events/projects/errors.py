from ombelle_chassis.errors import DomainError, NotFound


class ProjectUnknown(NotFound):
    """No project has this id, or the caller takes no part in it."""

    code = "project_unknown"
    title = "No such project"


class ProjectActionImpossible(DomainError):
    """Its lifecycle does not allow it."""

    code = "project_action_impossible"
    title = "The project's lifecycle does not allow this"


class NothingToPublish(DomainError):
    """No event of those asked for can be published; `items` says what each misses."""

    code = "nothing_to_publish"
    title = "Nothing can be published"


class NothingToRemind(DomainError):
    """No project of those asked for waits for it, or none has an address."""

    code = "nothing_to_remind"
    title = "Nobody is to be reminded"
