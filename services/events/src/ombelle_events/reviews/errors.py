from ombelle_chassis.errors import DomainError, Forbidden, NotFound


class CommitteeOff(DomainError):
    """The call is decided without a committee."""

    code = "committee_off"
    title = "The call has no committee"


class CommitteeInvalid(DomainError):
    """Somebody named cannot sit; `errors` says who."""

    code = "committee_invalid"
    title = "The committee cannot be so"
    status = 422


class PlanOutdated(DomainError):
    """What was planned is not possible any more; `errors` says which places of the plan, and nothing was done."""

    code = "plan_outdated"
    title = "The plan is not possible any more"


class AssignmentUnknown(NotFound):
    """The application is not assigned to this account, or is no more."""

    code = "assignment_unknown"
    title = "No such assignment"


class ReviewExists(DomainError):
    """A review was begun: its assignment stays."""

    code = "review_exists"
    title = "A review was begun"


class ReviewIncomplete(DomainError):
    """The review cannot be submitted yet; `errors` says what is missing."""

    code = "review_incomplete"
    title = "The review is not complete"
    status = 422


class ReviewInvalid(DomainError):
    """A score is out of its criterion's scale, or of a criterion of another call."""

    code = "review_invalid"
    title = "The review breaks a rule"
    status = 422


class ReviewClosed(DomainError):
    """The application is decided or withdrawn: its reviews stay as they are."""

    code = "review_closed"
    title = "The reviews of this application are closed"


class ReviewFirst(Forbidden):
    """Whoever reviews reads the others' reviews once their own is submitted."""

    code = "review_first"
    title = "One's own review comes first"


class ConflictStands(Forbidden):
    """A conflict of interest stands between the caller and this application."""

    code = "conflict_stands"
    title = "A conflict of interest stands"


class ConflictUnknown(NotFound):
    """No conflict of interest has this id."""

    code = "conflict_unknown"
    title = "No such conflict of interest"


class OwnConflict(Forbidden):
    """Nobody dismisses a conflict of their own."""

    code = "own_conflict"
    title = "One's own conflict is another's to dismiss"


class ConflictSettled(DomainError):
    """The conflict was dismissed before, or stands already."""

    code = "conflict_settled"
    title = "The conflict is so already"


class JudgeUnknown(DomainError):
    """The account neither sits in the call's committee nor coordinates."""

    code = "judge_unknown"
    title = "The account judges no application of this call"
    status = 422
