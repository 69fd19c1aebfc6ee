from ombelle_chassis.errors import DomainError


class FileNotSafe(DomainError):
    """The file was not scanned yet, or a virus was found in it: it is not served."""

    code = "file_not_safe"
    title = "The file is not served"
