from ombelle_chassis.errors import DomainError, Forbidden, NotFound


class EvaluationUnknown(NotFound):
    """No such loan that the caller may know of, or it is not back yet: nothing is asked."""

    code = "evaluation_unknown"
    title = "No such evaluation"


class EvaluationWaived(DomainError):
    """The borrower need not answer any more."""

    code = "evaluation_waived"
    title = "The evaluation was waived"


class EvaluationAnswered(DomainError):
    """The borrower has answered: there is nothing to waive."""

    code = "evaluation_answered"
    title = "The evaluation is answered"


class NotTheLenders(Forbidden):
    """Only the lender does this."""

    code = "not_the_lenders"
    title = "Only the lender does this"


class TaskUnknown(NotFound):
    """No such task, or none of an item that the caller lends."""

    code = "content_task_unknown"
    title = "No such task"
