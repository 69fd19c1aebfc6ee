from ombelle_chassis.errors import DomainError, NotFound


class CallUnknown(NotFound):
    """No call has this id, or none that is published."""

    code = "call_unknown"
    title = "No such call"


class EditionUnknown(NotFound):
    """No edition is of this year."""

    code = "edition_unknown"
    title = "No such edition"


class FormUnknown(NotFound):
    """The call has no form of this kind."""

    code = "form_unknown"
    title = "No such form"


class AccessCodeUnknown(NotFound):
    """The call has no access code of this id."""

    code = "access_code_unknown"
    title = "No such access code"


class TextUnknown(NotFound):
    """There is no text of this kind and key."""

    code = "text_unknown"
    title = "No such text"


class CallInvalid(DomainError):
    """The change would break a rule of calls."""

    code = "call_invalid"
    title = "The change breaks a rule of calls"
    status = 422


class FormInvalid(DomainError):
    """The form does not make sense; `errors` says where."""

    code = "form_invalid"
    title = "The form does not make sense"
    status = 422


class TextInvalid(DomainError):
    """The text names what there is not, or does what a text may not."""

    code = "text_invalid"
    title = "The text cannot be filled"
    status = 422


class CallStateForbids(DomainError):
    """The call is not in the state that this asks for."""

    code = "call_state"
    title = "The state of the call forbids this"


class CriterionUsed(DomainError):
    """A criterion that was scored stays."""

    code = "criterion_used"
    title = "The criterion has scores"


class AccessCodeTaken(DomainError):
    """The call has a code of these letters already."""

    code = "access_code_taken"
    title = "The code is taken"


class AccessCodeRefused(DomainError):
    """The code does not let in: unknown, ended, expired, or used as often as it may be."""

    code = "access_code_refused"
    title = "The access code does not let in"
