from ombelle_chassis.errors import DomainError


class TwoMembers(DomainError):
    """Both organisations are members of the association; `detail` says what to do first."""

    code = "two_members"
    title = "Both organisations are members"
