from ombelle_chassis.errors import DomainError, Forbidden, InvalidInput, NotFound


class LoanUnknown(NotFound):
    """No loan that the caller may know of has this id."""

    code = "loan_unknown"
    title = "No such loan"


class ActionForbidden(Forbidden):
    """The caller sees the loan, and this is not theirs to do."""

    code = "action_forbidden"
    title = "This is not the caller's to do"


class ActionImpossible(DomainError):
    """The loan is in a state from which this is not done; the problem tells `state` and `allowed_actions`."""

    code = "action_impossible"
    title = "The loan's state does not allow this"


class PaperMissing(DomainError):
    """What the step needs is not there yet; the problem tells `needs`, such as `agreement`, `insurance`, `report_out`."""

    code = "paper_missing"
    title = "What this step needs is not there yet"


class DatesWrong(InvalidInput):
    """The days do not make a loan, or not the change that was asked for."""

    code = "dates_wrong"
    title = "The days are wrong"


class UnitsWrong(InvalidInput):
    """The units chosen are not what was asked for: one of each module, of this format."""

    code = "units_wrong"
    title = "The units are not what was asked for"


class FeeSettled(DomainError):
    """What the loan costs is settled."""

    code = "fee_settled"
    title = "The fee is settled"


class FeeUnsaid(InvalidInput):
    """Nothing settles the fee: neither the tariff by a membership, nor an amount with its reason."""

    code = "fee_unsaid"
    title = "Nothing settles the fee"
