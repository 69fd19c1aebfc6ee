from ombelle_chassis.errors import DomainError, NotFound


class AttachmentUnknown(NotFound):
    """The application has no such attachment, or none that the caller may see."""

    code = "attachment_unknown"
    title = "No such attachment"


class AttachmentNotSafe(DomainError):
    """The file was not scanned yet, or a virus was found in it: it is not served."""

    code = "attachment_not_safe"
    title = "The attachment is not served"


class TooManyAttachments(DomainError):
    """The application has as many attachments as it may."""

    code = "too_many_attachments"
    title = "The application has too many attachments"


class ChangeRequestUnknown(NotFound):
    """The application has no such request for changes, or it was answered."""

    code = "change_request_unknown"
    title = "No such request for changes"
