from ombelle_chassis.errors import (
    DomainError,
    Forbidden,
    InvalidInput,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
)


class ApplicationUnknown(NotFound):
    """No application that the caller may know of has this id."""

    code = "application_unknown"
    title = "No such application"


class PartyUnknown(NotFound):
    """The application has no such party, or it is not the caller's to answer for."""

    code = "party_unknown"
    title = "No such party"


class TransferUnknown(NotFound):
    """No transfer waits that the caller may settle."""

    code = "transfer_unknown"
    title = "No transfer waits"


class ActionForbidden(Forbidden):
    """The caller sees the application, and this is not theirs to do."""

    code = "action_forbidden"
    title = "This is not the caller's to do"


class ActionImpossible(DomainError):
    """The application is in a state from which this is not done; the problem tells `status` and `allowed_actions`."""

    code = "action_impossible"
    title = "The application's state does not allow this"


class CallNotOpen(DomainError):
    """The call has not opened yet; the problem tells `opens_at`."""

    code = "call_not_open"
    title = "The call has not opened yet"


class CallClosed(DomainError):
    """The call has closed; the problem tells `closed_at`, and gives back what was sent as `yours`."""

    code = "call_closed"
    title = "The call has closed"


class AnswerLate(DomainError):
    """The changes that were asked for were due earlier; the problem tells `due_at`, and gives back `yours`."""

    code = "answer_late"
    title = "The requested changes were due earlier"


class ApplicationChangedMeanwhile(PreconditionFailed):
    """The same fields were saved by somebody else, or in another window; both versions are told."""

    code = "application_changed_meanwhile"
    title = "The same fields have changed since they were read"


class VersionNeeded(PreconditionRequired):
    """A change must say which version it is made on."""

    code = "version_needed"
    title = "If-Match is required"


class ApplicationIncomplete(DomainError):
    """It cannot be sent as it is; every problem is told with its pointer."""

    code = "application_incomplete"
    title = "The application is not complete"
    status = 422


class AnswersInvalid(InvalidInput):
    """An answer cannot be kept: another type than its field's, or too large."""

    code = "answers_invalid"
    title = "An answer cannot be kept"


class OrganisationNotInDirectory(InvalidInput):
    """The organisation is not in the directory, or became another one."""

    code = "organisation_unknown"
    title = "The organisation is not in the directory"


class PartyExists(DomainError):
    """The organisation takes part already."""

    code = "party_exists"
    title = "The organisation takes part already"


class PartyAnswered(DomainError):
    """The invitation was accepted or refused before."""

    code = "party_answered"
    title = "The invitation has been answered"


class LeadStays(DomainError):
    """The lead is changed by a transfer only."""

    code = "lead_stays"
    title = "The lead changes by a transfer only"


class TransferWaiting(DomainError):
    """One transfer waits already."""

    code = "transfer_waiting"
    title = "A transfer waits already"


class AlreadyRenewed(DomainError):
    """The application was renewed in this call; the problem tells `application_id`."""

    code = "already_renewed"
    title = "The application has been renewed in this call"


class OrganisationNotYours(Forbidden):
    """The caller does not act for this organisation."""

    code = "organisation_not_yours"
    title = "The caller does not act for this organisation"


class TransferSettled(DomainError):
    """The transfer was accepted, declined or taken back before."""

    code = "transfer_settled"
    title = "The transfer is settled"
