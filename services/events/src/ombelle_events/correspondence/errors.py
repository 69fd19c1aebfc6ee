from ombelle_chassis.errors import DomainError, InvalidInput, NotFound


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


class FileTooLarge(DomainError):
    """The file is larger than an attachment may be."""

    code = "file_too_large"
    title = "The file is too large"
    status = 413


class FileRefused(InvalidInput):
    """The file is empty, of a type that is not taken, or of another one than its name says."""

    code = "file_refused"
    title = "The file is not accepted"


class FileInfected(InvalidInput):
    """The scanner found a virus in the file: nothing of it is kept."""

    code = "file_infected"
    title = "A virus was found in the file"


class ChangeRequestUnknown(NotFound):
    """The application has no such request for changes, or it was answered."""

    code = "change_request_unknown"
    title = "No such request for changes"
