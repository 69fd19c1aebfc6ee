from ombelle_chassis.errors import DomainError, InvalidInput, NotFound


class ElectionUnknown(NotFound):
    """No election has this id."""

    code = "election_unknown"
    title = "No such election"


class CandidacyUnknown(NotFound):
    """The election has no such candidacy, or it was withdrawn."""

    code = "candidacy_unknown"
    title = "No such candidacy"


class BallotUnknown(NotFound):
    """The election has no such ballot."""

    code = "election_ballot_unknown"
    title = "No such ballot of this election"


class ElectionMoved(DomainError):
    """The election is not where this step begins; `state` says where it is."""

    code = "election_moved"
    title = "The election is not where this step begins"


class AlreadyProclaimed(DomainError):
    """Somebody proclaimed it first: `by` says who, `at` when."""

    code = "already_proclaimed"
    title = "The election was proclaimed already"


class NothingToFill(DomainError):
    """No post is to be renewed and none is vacant."""

    code = "nothing_to_fill"
    title = "No post is to be filled"


class MayNotStand(DomainError):
    """A member may not stand on that day; `errors` say who and why."""

    code = "may_not_stand"
    title = "A member may not stand"


class AlreadyStands(DomainError):
    """The member stands already."""

    code = "already_stands"
    title = "The member stands already"


class NotSettled(DomainError):
    """A lot is to be drawn, or another round to be held, before it is known who is elected."""

    code = "not_settled"
    title = "It is not settled who is elected"


class LotWrong(InvalidInput):
    """The lot names others than those that are to be told apart, or not as many as there are seats."""

    code = "lot_wrong"
    title = "The lot does not fit"
