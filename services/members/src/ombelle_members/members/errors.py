from ombelle_chassis.errors import DomainError, NotFound


class MemberUnknown(NotFound):
    """No member has this id, or it is not the caller's to know of."""

    code = "member_unknown"
    title = "No such member"


class MemberAlready(DomainError):
    """They are a member already, or were: `member_id` says which one to open."""

    code = "member_already"
    title = "A member already"


class NotAMember(DomainError):
    """They are no member on the day that is meant."""

    code = "not_a_member"
    title = "Not a member on that day"


class StillAMember(DomainError):
    """Who is a member is not admitted again."""

    code = "still_a_member"
    title = "Still a member on that day"


class ExternalIdTaken(DomainError):
    """Another member has this reference."""

    code = "external_id_taken"
    title = "Another member has this reference"


class RepresentativeUnknown(NotFound):
    """Nobody of this id represents this member."""

    code = "representative_unknown"
    title = "No such representative"


class RepresentativeElsewhere(DomainError):
    """Another representative was named for that day or after."""

    code = "representative_overlap"
    title = "Another representative on that day"


class PersonUnknown(NotFound):
    """No such person, or they were erased."""

    code = "person_unknown"
    title = "No such person"
