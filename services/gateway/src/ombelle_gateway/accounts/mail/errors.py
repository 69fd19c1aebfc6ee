"""What mails refuse."""

from ombelle_chassis.errors import DomainError, NotFound


class MailNotFound(NotFound):
    """There is no such mail."""

    code = "mail_not_found"
    title = "Mail not found"


class MailGone(DomainError):
    """It cannot be sent again: it has left, or nothing of it is kept."""

    code = "mail_gone"
    title = "This mail cannot be sent again"
