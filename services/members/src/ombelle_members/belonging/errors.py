from ombelle_chassis.errors import DomainError, Forbidden, NotFound


class MembershipUnknown(NotFound):
    """The organisation has no such membership now."""

    code = "membership_unknown"
    title = "No such membership"


class InvitationUnknown(NotFound):
    """There is no such invitation, or it is not the caller's to know of."""

    code = "invitation_unknown"
    title = "No such invitation"


class InvitationSpent(DomainError):
    """The invitation was accepted, declined or taken back, or is too old."""

    code = "invitation_spent"
    title = "The invitation has ended"
    status = 410


class InvitationForAnother(Forbidden):
    """An invitation is for whoever has the address that it was sent to."""

    code = "invitation_for_another"
    title = "The invitation was sent to another address"


class InvitationWaiting(DomainError):
    """The address is invited already."""

    code = "invitation_waiting"
    title = "An invitation to this address is waiting"


class AlreadyMember(DomainError):
    """They act for this organisation already."""

    code = "already_member"
    title = "They act for this organisation already"


class TooManyWaiting(DomainError):
    """So many wait already that another one is refused."""

    code = "too_many_waiting"
    title = "Too many are waiting"


class TooManyInvitations(DomainError):
    """So many left within a day that another mail must wait."""

    code = "too_many_invitations"
    title = "Too many invitations within a day"
    status = 429


class AccountNotToldYet(DomainError):
    """The gateway has not told yet which address the account has; it does within a moment."""

    code = "account_not_told_yet"
    title = "The account's address is not known yet"


class OrganisationMoved(DomainError):
    """A merge took along at this very moment what the caller answers; asked again, it is found."""

    code = "organisation_moved"
    title = "The organisation is being merged"


class JoinRequestUnknown(NotFound):
    """There is no such request, or it is not the caller's to know of."""

    code = "join_request_unknown"
    title = "No such request to join"


class JoinRequestWaiting(DomainError):
    """They asked already."""

    code = "join_request_waiting"
    title = "A request to join is waiting"


class JoinRequestDecided(DomainError):
    """Somebody has decided on it, or it was taken back."""

    code = "join_request_decided"
    title = "The request to join is decided"
