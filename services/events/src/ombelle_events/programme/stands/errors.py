from ombelle_chassis.errors import DomainError, NotFound


class StandInvitationUnknown(NotFound):
    """No invitation has this id, or it is neither from nor to an organisation of the caller's."""

    code = "stand_invitation_unknown"
    title = "No such invitation"


class StandInvitationSettled(DomainError):
    """It was answered, or taken back."""

    code = "stand_invitation_settled"
    title = "The invitation is settled"


class StandAlreadyOffered(DomainError):
    """The stand was offered to that organisation, which has not answered yet."""

    code = "stand_already_offered"
    title = "The stand is offered to this organisation already"


class NotAnUmbrella(DomainError):
    """Stands are in a village, a festival or a trail."""

    code = "not_an_umbrella"
    title = "The event is no umbrella"
    status = 422
