from ombelle_chassis.errors import DomainError, NotFound


class InvoiceUnknown(NotFound):
    """No invoice that the caller may know of has this id."""

    code = "invoice_unknown"
    title = "No such invoice"


class IssuerUnknown(NotFound):
    """No such lender that the caller lends for."""

    code = "lender_unknown"
    title = "No such lender"


class IssuerMissing(DomainError):
    """The lender has not said who issues its invoices."""

    code = "invoice_issuer_missing"
    title = "Nothing is said of who issues the invoices"


class NotInvoiceable(DomainError):
    """A loan is not to be invoiced; the problem tells `loans`, each with its `code`."""

    code = "not_invoiceable"
    title = "A loan is not to be invoiced"


class InvoiceCancelled(DomainError):
    """A credit note cancels the invoice already, or it is a credit note itself."""

    code = "invoice_cancelled"
    title = "The invoice is cancelled already"
