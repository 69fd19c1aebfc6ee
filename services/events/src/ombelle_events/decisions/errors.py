from ombelle_chassis.errors import DomainError, Forbidden, InvalidInput, NotFound


class BatchUnknown(NotFound):
    """No batch has this id."""

    code = "decision_batch_unknown"
    title = "No such decision batch"


class ItemUnknown(NotFound):
    """The batch decides nothing of this application."""

    code = "decision_item_unknown"
    title = "The batch decides nothing of this application"


class LetterUnknown(NotFound):
    """No letter tells the caller a decision on this application."""

    code = "letter_unknown"
    title = "No such letter"


class StagingInvalid(InvalidInput):
    """Something cannot be staged; `errors` says which line, and why."""

    code = "staging_invalid"
    title = "Something cannot be staged"


class BatchInvalid(InvalidInput):
    """The batch would break a rule."""

    code = "decision_batch_invalid"
    title = "The batch breaks a rule"


class BatchClosed(DomainError):
    """The batch was applied or discarded; the problem tells `state`, and of an applied one by whom and when."""

    code = "decision_batch_closed"
    title = "The batch was applied or discarded"


class BatchApplied(BatchClosed):
    """Somebody else applied it; the problem tells `applied_by` and `applied_at`."""

    code = "decision_batch_applied"
    title = "Somebody else has applied the batch"


class BatchNotApplied(DomainError):
    """The batch has not been applied yet: it has no minutes."""

    code = "decision_batch_not_applied"
    title = "The batch has not been applied"


class PreviewNeeded(DomainError):
    """Nobody looked at the batch as it is now: preview it first."""

    code = "preview_needed"
    title = "The batch is to be previewed first"


class BatchChanged(DomainError):
    """Something differs from what was previewed; the problem tells `version` and `differences`."""

    code = "decision_batch_changed"
    title = "Something differs from the preview"


class BatchBlocked(DomainError):
    """The batch cannot be applied as it is; the problem tells the `warnings` that stand in the way."""

    code = "decision_batch_blocked"
    title = "The batch cannot be applied as it is"


class ConflictOfInterest(Forbidden):
    """The batch decides of an application that the caller has a conflict of interest with."""

    code = "conflict_of_interest"
    title = "A conflict of interest stands in the way"
