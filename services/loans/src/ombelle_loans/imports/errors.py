from ombelle_chassis.errors import InvalidInput


class FileUnreadable(InvalidInput):
    """The file is neither CSV nor XLSX, or not a table that is known here."""

    code = "file_unreadable"
    title = "The file cannot be read as a table"


class ImportRefused(InvalidInput):
    """Rows are wrong, and nothing was written; each error's pointer is `/table/row/column`, the header is row 1."""

    code = "import_refused"
    title = "Rows of the file are wrong"
