"""The metadata with every table of the service: what migrations are compared with."""

from ombelle_chassis.shared_tables import audit_tables, idempotency_tables, message_tables

from ombelle_loans.agreements import tables as agreements_tables
from ombelle_loans.availability import tables as availability_tables
from ombelle_loans.catalogue import tables as catalogue_tables
from ombelle_loans.copies import tables as copies_tables
from ombelle_loans.editions import tables as editions_tables
from ombelle_loans.evaluations import tables as evaluations_tables
from ombelle_loans.files import tables as files_tables
from ombelle_loans.forwarding import tables as forwarding_tables
from ombelle_loans.handovers import tables as handovers_tables
from ombelle_loans.imports import tables as imports_tables
from ombelle_loans.insurance import tables as insurance_tables
from ombelle_loans.invoices import tables as invoices_tables
from ombelle_loans.lending import tables as lending_tables
from ombelle_loans.loans import tables as loans_tables
from ombelle_loans.requests import tables as requests_tables
from ombelle_loans.returns import tables as returns_tables
from ombelle_loans.tables import Base

__all__ = [
    "agreements_tables",
    "availability_tables",
    "catalogue_tables",
    "copies_tables",
    "editions_tables",
    "evaluations_tables",
    "files_tables",
    "forwarding_tables",
    "handovers_tables",
    "imports_tables",
    "insurance_tables",
    "invoices_tables",
    "lending_tables",
    "loans_tables",
    "metadata",
    "requests_tables",
    "returns_tables",
]  # fmt: skip

metadata = Base.metadata
message_tables(metadata)
audit_tables(metadata)
idempotency_tables(metadata)
